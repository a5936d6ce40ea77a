"""Annotated report and its attributions -> Claims."""

from sayso.claims.interface import ClaimReader, ClaimsFound
from sayso.knowledge.gazetteer import Gazetteer

__all__ = ["ClaimReader", "ClaimsFound", "load"]


def load(gazetteer: Gazetteer | None = None) -> ClaimReader:
    """The rule reader over a gazetteer, or over the seed gazetteer; word lists load at the first report."""
    from sayso.claims.reader import RuleClaimReader

    return RuleClaimReader(gazetteer)
