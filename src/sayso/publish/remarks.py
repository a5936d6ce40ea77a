"""Claims without a figure as sentences: a clause of the report where it stands alone, its words in quotes otherwise."""

import re

from sayso.model import Analysis, Claim, ClaimKind, Report, Span
from sayso.publish import wording
from sayso.publish.figure_words import opening
from sayso.publish.voices import Voices, inside_name, outlet_name, reported

_PRONOUN = re.compile(
    r"(?:he|she|it|they|we|i|you|this|that|these|those|who|which|his|her|its|their|our|my|one of them)\b", re.IGNORECASE
)
_VERB = re.compile(
    r"(?:has|have|had|is|are|was|were|will|would|could|can|cannot|did|does|do|may|might|must|said|says|told|took|takes"
    r"|held|holds|hold|kept|made|gave|gives|lost|left|let|set|put|fell|fled|won|built|sent|sends|sought|seeks"
    r"|(?:also |again |repeatedly |flatly |publicly |still |now )?[a-z]+(?:ed|es|ies|s))\b"
)
_STATED = (
    ClaimKind.DENIAL,
    ClaimKind.ADMISSION,
    ClaimKind.SILENCE,
    ClaimKind.APPEAL,
    ClaimKind.CONTROL,
    ClaimKind.SUPPORT,
    ClaimKind.ACCESS,
)
_ON = re.compile(r"(?:on|about|to|over|for|regarding)\b[^.,;:—–()“”\"]*\w")
_QUOTES = "\"“”‘’'«»"
_LONGEST = 320
_SHORT = 60
_LABELS = {
    ClaimKind.DENIAL: "Of a denial, ",
    ClaimKind.ADMISSION: "Of an admission, ",
    ClaimKind.VERIFICATION: "On verification, ",
}


class Remarks:
    """Composes one sentence for each claim that has no figure."""

    def __init__(self, analysis: Analysis) -> None:
        self._reports = analysis.report_by_id
        self._voices = Voices(analysis)

    def text(self, claim: Claim) -> str:
        """The claim as one sentence, and nothing in it that its words do not say."""
        report = self._reports[claim.report]
        words = _clean(claim.words)
        clause = _clause(claim, words, report)
        if clause:
            return opening(f"{clause}, {self._teller(claim, report)}.")
        if claim.kind is ClaimKind.MESSAGE and _is_quoted(claim, report):
            by = f" by {inside_name(claim.actor)}" if claim.actor and not _PRONOUN.match(claim.actor) else ""
            return f"A message{by}, carried by {outlet_name(report)}, reads: {quoted(words)}."
        has_source = bool(claim.sources) and not _PRONOUN.match(claim.sources[0])
        if has_source and _is_quoted(claim, report):
            voice = self._voices.of(claim)
            return f"{opening(voice.subject)} said{voice.tail}: {quoted(words)}."
        words = _whole(claim, report, words)
        label = _LABELS.get(claim.kind, "")
        if has_source and not label:
            return opening(f"{outlet_name(report)} cites {self._voices.of(claim).name}: {quoted(words)}.")
        return opening(f"{label}{outlet_name(report)} wrote: {quoted(words)}.")

    def _teller(self, claim: Claim, report: Report) -> str:
        """The source where it is another than the one who acts; the outlet otherwise."""
        actor = claim.actor or ""
        if claim.sources and not any(_same(name, actor) for name in claim.sources):
            return self._voices.of(claim).said
        return reported(report)


def quoted(words: str) -> str:
    """The words in quotation marks, other ones where they hold quotation marks themselves."""
    words = " ".join(words.split())
    if words[:1] in _QUOTES and words[-1:] in _QUOTES and not any(mark in words[1:-1] for mark in '"“”'):
        words = words[1:-1]
    if words.count('"') % 2:
        words = words.strip('"')
    bare = words.rstrip(" .,;:").lstrip("-–— ")
    return f"‘{bare}’" if any(mark in bare for mark in '"“”') else f"“{bare}”"


def _clean(words: str) -> str:
    return wording.shortened(" ".join(words.split()).strip().rstrip(".,;: "), _LONGEST)


def _same(left: str, right: str) -> bool:
    fold = [re.sub(r"^(the|a|an) ", "", inside_name(name).casefold()) for name in (left, right)]
    return bool(fold[0] and fold[1]) and (fold[0] in fold[1] or fold[1] in fold[0])


def _whole(claim: Claim, report: Report, words: str) -> str:
    """The sentence around words that are too short to be understood; the words themselves otherwise."""
    sentence = " ".join(claim.sentence.of(report.text).split())
    return sentence if len(words) < _SHORT and words in sentence and len(sentence) <= _LONGEST else words


def _is_sentence(claim: Claim, words: str, report: Report) -> bool:
    """The words are the whole of their sentence, and no headline in capitals."""
    sentence = " ".join(claim.sentence.of(report.text).split()).rstrip(".!? ")
    capitals = sum(word[:1].isupper() for word in words.split())
    return words == sentence and capitals * 2 < len(words.split()) and not _PRONOUN.match(words)


def _clause(claim: Claim, words: str, report: Report) -> str | None:
    """The words as a clause with its subject; None where they do not clearly stand by themselves."""
    actor = " ".join((claim.actor or "").split())
    if claim.kind in _STATED and not _is_unbalanced(words) and _is_sentence(claim, words, report):
        return words
    if (
        claim.kind not in (*_STATED, ClaimKind.STATEMENT)
        or not actor
        or _PRONOUN.match(actor)
        or _is_unbalanced(words)
        or re.search(r"[:;|\[\]\n]", actor)
    ):
        return None
    if words.casefold().startswith(actor.casefold()):
        rest = words[len(actor) :].strip()
        return f"{inside_name(actor)} {rest}" if _VERB.match(rest) else None
    if claim.kind in (ClaimKind.DENIAL, ClaimKind.ADMISSION, ClaimKind.SILENCE, ClaimKind.APPEAL) and _VERB.match(
        words
    ):
        return f"{inside_name(actor)} {words}{_object(claim, report)}"
    return None


def _object(claim: Claim, report: Report) -> str:
    """What follows the words up to the next comma or stop, where it goes on with "on", "to" or "about"."""
    rest = report.text[claim.span.end : claim.sentence.end]
    found = _ON.match(" ".join(rest.split())) if rest[:1].isspace() else None
    return f" {found.group()}" if found and len(found.group()) < _SHORT * 2 else ""


def _is_unbalanced(words: str) -> bool:
    return words.count("“") != words.count("”") or words.count('"') % 2 == 1 or words.count("(") != words.count(")")


def _is_quoted(claim: Claim, report: Report) -> bool:
    """The words stand in quotation marks."""
    before = report.text[max(0, claim.span.start - 1) : claim.span.start]
    return claim.words[:1] in _QUOTES or (bool(before) and before in _QUOTES)


def name_spans(claim: Claim, report: Report) -> tuple[Span, ...]:
    """Where names of the claim stand that neither its words nor its sentence hold."""
    found = []
    for name in (claim.actor, *claim.sources):
        if name and name not in claim.sentence.of(report.text):
            at = report.text.find(name)
            if at >= 0:
                found.append(Span(at, at + len(name)))
    return tuple(found)
