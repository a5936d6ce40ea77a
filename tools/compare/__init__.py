"""Extractors of attributions that others have published, for comparison; no part of the package."""
