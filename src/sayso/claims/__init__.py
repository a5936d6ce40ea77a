"""Annotated report and its attributions -> Claims."""

from sayso.claims.interface import ClaimReader, ClaimsFound

__all__ = ["ClaimReader", "ClaimsFound", "load"]


def load() -> ClaimReader:
    """The rule reader; vocabulary and gazetteer load at the first report."""
    from sayso.claims.reader import RuleClaimReader

    return RuleClaimReader()
