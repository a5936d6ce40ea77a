"""Annotated report and its attributions -> Claims."""

from sayso.claims.interface import ClaimReader, ClaimsFound
from sayso.knowledge.gazetteer import Gazetteer
from sayso.knowledge.seen import TokenReader

__all__ = ["ClaimReader", "ClaimsFound", "load"]


def load(gazetteer: Gazetteer | None = None, tokens: TokenReader | None = None) -> ClaimReader:
    """The reader over a gazetteer, or over the seed gazetteer; word lists and weights load at the first report.

    It reads by rules; where none tells what happened to the people counted, and `tokens` are given, by a network.
    """
    from sayso.claims.learned import SecondReading
    from sayso.claims.reader import ReportClaimReader

    return ReportClaimReader(gazetteer, SecondReading(tokens) if tokens else None)
