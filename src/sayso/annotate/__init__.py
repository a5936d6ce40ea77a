"""Report -> Annotated. The engine is imported by `load` alone, so that nothing heavy loads at start-up."""

from sayso.annotate.interface import Annotator

__all__ = ["Annotator", "load"]


def load(pipeline: str | None = None) -> Annotator:
    """The annotator over the pinned English pipeline, or over the one named; weights load at the first report."""
    from sayso.annotate.spacy_pipeline import DEFAULT_PIPELINE, SpacyAnnotator

    return SpacyAnnotator(pipeline or DEFAULT_PIPELINE)
