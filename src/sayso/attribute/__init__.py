"""Annotated -> Attribution. The reader is imported by `load` alone, so that nothing loads at start-up."""

from sayso.attribute.interface import Attributor

__all__ = ["Attributor", "load"]


def load() -> Attributor:
    """The attributor by rules over grammar and quotation marks; its word lists load at the first report."""
    from sayso.attribute.rules import RuleAttributor

    return RuleAttributor()
