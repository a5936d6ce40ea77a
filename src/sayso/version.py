"""The version that is stamped on every machine reading."""

__version__ = "0.1.0"
