"""Direct quotations as textacy extracts them (`textacy.extract.direct_quotations`), over the same spaCy pipeline.

textacy is no dependency of sayso and of none of its checks: `uv sync --group compare` or `pip install textacy`.
"""

from collections.abc import Iterator
from functools import cached_property
from importlib import import_module
from importlib.util import find_spec

from spacy.language import Language
from spacy.tokens import Doc, Span, Token

from sayso.annotate.spacy_pipeline import DEFAULT_PIPELINE

Record = dict[str, object]


def is_installed() -> bool:
    """Whether textacy can be imported here."""
    return find_spec("textacy") is not None


class TextacyQuotations:
    """Reads plain text; one record in the scorer's form for each quotation with a speaker."""

    @cached_property
    def _nlp(self) -> Language:
        import spacy

        return spacy.load(DEFAULT_PIPELINE)

    def parse(self, text: str) -> Doc:
        """The text as the pipeline parses it."""
        return self._nlp(text)

    def records(self, article: str, text: str, doc: Doc) -> Iterator[Record]:
        """The quotations of each line; textacy refuses a text in which a quotation mark has no partner."""
        direct_quotations = import_module("textacy.extract").direct_quotations
        for line in _lines(text, doc):
            try:
                found = list(direct_quotations(line.as_doc()))
            except ValueError:
                continue
            for triple in found:
                yield {
                    "article": article,
                    "speaker": [_extent(triple.speaker, line.start_char)],
                    "cue": [_extent(triple.cue, line.start_char)],
                    "content": [_extent(list(triple.content), line.start_char)],
                    "speaker_name": " ".join(token.text for token in triple.speaker),
                }


def _lines(text: str, doc: Doc) -> Iterator[Span]:
    """The parts of a parsed text between line breaks, so that one lost mark does not spoil the rest."""
    at = 0
    for line in text.split("\n"):
        span = doc.char_span(at, at + len(line), alignment_mode="contract")
        if span is not None and len(span):
            yield span
        at += len(line) + 1


def _extent(tokens: list[Token], offset: int) -> list[int]:
    return [offset + min(t.idx for t in tokens), offset + max(t.idx + len(t.text) for t in tokens)]
