"""Who said it, inside a sentence: the speaker in the report's words, whom he cites, who carried it, or the outlet."""

import re
from dataclasses import dataclass

from sayso.knowledge.source_words import phrases, singular
from sayso.model import Analysis, Attribution, AttributionId, Claim, Report, Span, Status
from sayso.publish import wording
from sayso.publish.rows import told_together

_ARTICLES = re.compile(
    r"(?:The|A|An|Its|His|Her|Their|Our|Some|Several|Many|Other|Another|Most|Two|Three|Four|Five|One|Local)\b"
)
_BODY = (
    "Council|Nations|Cent(?:re|er)|Observatory|Committee|Organi[sz]ation|[Aa]rmy|[Gg]overnment|Front|[Ff]orces|[Mm]inistry"
    "|Group|Union|Network|Volunteers|Monitor|Fund|Agency|Office|Society|Federation|Commission|Cross|Crescent|Assembly"
    "|[Pp]olice|Authority|Movement|Parliament|Service|Institute|Defen[cs]e"
)
_TAKES_ARTICLE = re.compile(rf"^(?:[^\W\d_a-z][\w’'.-]* |and )*(?:{_BODY})(?: (?:of|for) [^,]+)?$")
"""A body's name that a sentence gives an article: a common noun at its end, or before "of" and "for"."""

_DESCRIBED = re.compile(rf", (?:[a-z]|\d|[^,]*\b(?:{_BODY})\b[^,]*$)")
"""A description follows the name, or the body that somebody speaks for; a list goes on with another capital."""

_SHOWS = re.compile(
    r"^(?:an?|the|one|two|three|several|some|another)\b.*\b(?:video|footage|photographs?|photos?|pictures?|images?|clips?)$"
)
"""What shows something and says nothing."""

_LEAD = re.compile(r"^(?:\d{1,2}[:.]\d{2}\s+|whose\s+)", re.IGNORECASE)
"""A clock time or a relative word that a reading took along with a name."""
_SELF = frozenset(("i", "we", "me", "us"))
_OWN = frozenset(("my", "our"))
_COMMON = frozenset(("police", "army", "government", "ministry", "parliament", "navy", "opposition"))
"""Bodies without a name of their own: no capital inside a sentence."""
_LONGEST = 110
"""Characters of a source's words: longer ones are a reading gone astray, and are cut with "…"."""


@dataclass(frozen=True, slots=True)
class Voice:
    """The speaker of a claim, ready to stand in a sentence."""

    name: str
    """As it stands inside a sentence."""
    verb: str
    tail: str = ""
    """", citing a doctor", ", as carried by the wire"; empty where nobody else is in the chain."""
    spans: tuple[Span, ...] = ()
    """Where the names stand in the report, as far as the attribution tells."""
    is_outlet: bool = False

    @property
    def subject(self) -> str:
        """The name with the comma that closes a description ("Ann Lee, a nurse,")."""
        return f"{self.name}," if _DESCRIBED.search(self.name) else self.name

    @property
    def said(self) -> str:
        """As it follows what was said ("state television said")."""
        return f"{self.subject} {self.verb}{self.tail}"


class Voices:
    """Finds the speaker of each claim."""

    def __init__(self, analysis: Analysis) -> None:
        self._analysis = analysis
        self._attributions: dict[AttributionId, Attribution] = {a.id: a for a in analysis.attributions}

    def of(self, claim: Claim) -> Voice:
        """The voice of a claim: its outlet where no source is stated."""
        report = self._analysis.report_by_id[claim.report]
        if not claim.sources:
            return self.outlet(report, claim)
        attribution = self._attributions.get(claim.attribution) if claim.attribution else None
        names = [self_named(name, report) for name in told_together(claim.sources, claim.joint)]
        speaker, tail = _chain(names, attribution)
        verb = "showed" if _SHOWS.match(speaker) else "claimed" if claim.status is Status.ALLEGED else "said"
        if claim.carried:
            tail += f", as {outlet_name(report)} appears to mean"
        return Voice(speaker, verb, tail, _spans(claim, report, attribution))

    def outlet(self, report: Report, claim: Claim | None = None) -> Voice:
        """The outlet in its own voice."""
        own = " in its own voice" if claim is not None else ""
        return Voice(outlet_name(report), f"{tells(report)}{own}", is_outlet=True)


def is_self(name: str) -> bool:
    """The words for a source are those of whoever speaks ("we", "my cousin")."""
    return name.casefold() in _SELF or name.split(" ", 1)[0].casefold() in _OWN


def self_named(name: str, report: Report) -> str:
    """A source inside a sentence; whoever speaks of himself or herself by the outlet that carries the words."""
    if name.casefold() in _SELF:
        return f"{outlet_name(report)} (“{name}”)"
    return f"“{name}”" if is_self(name) else inside_name(name)


def outlet_name(report: Report) -> str:
    """The outlet as the subject of a sentence."""
    return wording.named_outlet(report.outlet) if report.outlet else "a report of unknown outlet"


def reported(report: Report) -> str:
    """Who carries a clause, as it follows the clause."""
    return f"{outlet_name(report)} {tells(report)}"


def tells(report: Report) -> str:
    """The verb for an outlet; a report of unknown outlet does not report."""
    return "reported" if report.outlet else "said"


def _chain(names: list[str], attribution: Attribution | None) -> tuple[str, str]:
    """The speaker, and what is said about whom he cites and who carried it."""
    if len(names) == 1:
        return names[0], ""
    if attribution is None or attribution.origin:
        speaker, rest, tail = names[1], names[2:], f", citing {names[0]}"
    else:
        speaker, rest, tail = names[0], names[1:], ""
    rest = [name for name in rest if name.casefold() not in speaker.casefold() and not name[:1].isdigit()]
    if rest:
        how = "as carried by" if attribution and attribution.relay else "according to"
        tail += f", {how} {wording.listed(rest)}"
    return speaker, tail


def inside_name(name: str) -> str:
    """A source's words inside a sentence: on one line, an article or common noun without the capital of a sentence."""
    words = _LEAD.sub("", wording.shortened(" ".join(name.split()).strip(" ,;:-–—"), _LONGEST))
    first = words.split(" ", 1)[0]
    is_common = (singular(first.casefold()),) in phrases("unnamed", "nouns") or (first.casefold(),) in phrases(
        "unnamed", "nouns"
    )
    if words.casefold() in _COMMON:
        return f"the {words.casefold()}"
    is_lowered = _ARTICLES.match(words) or (is_common and not first.isupper() and not _is_name(words))
    return words[:1].lower() + words[1:] if is_lowered else with_article(words)


def with_article(name: str) -> str:
    """A body's name with its article where a sentence wants one ("the Relief Council", "the United Nations")."""
    if name.startswith("The "):
        return f"the {name[4:]}"
    is_owned = re.search(r"[’']s? ", name) is not None
    return f"the {name}" if _TAKES_ARTICLE.search(name) and not is_owned else name


def _is_name(words: str) -> bool:
    """The second word has a capital too: part of a name ("Doctors Without Borders")."""
    second = words.split(" ")[1:2]
    return bool(second) and second[0][:1].isupper()


def _spans(claim: Claim, report: Report, attribution: Attribution | None) -> tuple[Span, ...]:
    """Where the names stand: in the attribution; for a name that it does not hold, where the report has it first."""
    spans = [*attribution.speaker, *attribution.origin, *attribution.relay] if attribution else []
    for name in claim.sources:
        held = [claim.sentence, *spans]
        if any(name.casefold() in span.of(report.text).casefold() for span in held):
            continue
        at = report.text.find(name)
        if at >= 0:
            spans.append(Span(at, at + len(name)))
    return tuple(dict.fromkeys(spans))
