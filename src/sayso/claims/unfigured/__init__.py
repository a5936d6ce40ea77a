"""Annotated and attributions -> claims that state no number."""

from sayso.claims.unfigured.extract import unfigured_claims

__all__ = ["unfigured_claims"]
