"""Annotated -> Attribution. The reader is imported by `load` alone, so that nothing loads at start-up."""

from typing import Literal

from sayso.attribute.interface import Attributor

__all__ = ["Attributor", "Engine", "load"]

Engine = Literal["model", "rules"]
"""The trained model, or rules over grammar and quotation marks."""


def load(engine: Engine = "model") -> Attributor:
    """The attributor; its weights and word lists load at the first report."""
    if engine == "rules":
        from sayso.attribute.rules import RuleAttributor

        return RuleAttributor()
    from sayso.attribute.trained.attributor import TrainedAttributor

    return TrainedAttributor()
