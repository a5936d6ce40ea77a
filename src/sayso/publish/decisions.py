"""What persons decided, where it counts, and in one list."""

from sayso.knowledge.judgements import COPIES, HAPPENINGS, LINK_ACTS, ORIGINS, READ_BY, said, sentence
from sayso.model import Analysis, ClaimId, CopyGroup, Incident, Judgement, OriginGroup, ReportId
from sayso.publish.contexts import DecisionLine, Link
from sayso.publish.rows import Rows

MOST_LINKS = 8
"""Claims that a decision is linked to; the rest is counted."""


class Decisions:
    """The judgements of one analysis."""

    def __init__(self, analysis: Analysis, rows: Rows) -> None:
        self._analysis = analysis
        self._rows = rows
        self._methods = {method.base for method in analysis.methods}

    def of_incident(self, incident: Incident) -> tuple[DecisionLine, ...]:
        """What persons decided about the happening, about its origins, and by way of methods."""
        lines = [line for words in incident.judged for line in self._told(words, HAPPENINGS, incident)]
        origins = dict.fromkeys(words for origin in incident.origins for words in origin.judged)
        lines += [line for words in origins for line in self._told(words, ORIGINS, incident)]
        return (*lines, *(self._line(j) for j in self._analysis.judgements if self._is_about(j, incident)))

    def of_origin(self, origin: OriginGroup) -> tuple[str, ...]:
        """What persons decided about an origin, as sentences."""
        return tuple(_sentence(words) for words in origin.judged)

    def of_copies(self, group: CopyGroup) -> tuple[str, ...]:
        """What persons decided about a group of copies, as sentences."""
        return tuple(_sentence(words) for words in group.judged)

    def all(self) -> tuple[DecisionLine, ...]:
        """Every decision with the incidents and reports where it counts, in order of time."""
        return tuple(self._where(judgement) for judgement in self._analysis.judgements)

    def _told(self, words: str, kind: str, incident: Incident) -> list[DecisionLine]:
        """The judgements about an incident that these words tell; the words alone where none is known."""
        held = (j for j in self._analysis.judgements if said(j) == words and (j.value or HAPPENINGS) == kind)
        found = [self._line(j) for j in held if self._counts_in(j, incident)]
        return found or [DecisionLine(_sentence(words), ())]

    def _line(self, judgement: Judgement) -> DecisionLine:
        return DecisionLine(sentence(judgement), self._named(judgement), self._unread(judgement))

    def _named(self, judgement: Judgement) -> tuple[Link, ...]:
        """The claims and reports that it names."""
        reports = [self._rows.report_link(ReportId(n)) for n in judgement.about if n in self._rows.number]
        links = (*self._rows.links(map(ClaimId, judgement.about)), *reports)
        more = len(links) - MOST_LINKS
        return (*links[:MOST_LINKS], Link(links[MOST_LINKS].href, f"and {more} more")) if more > 0 else links

    def _unread(self, judgement: Judgement) -> str:
        """That no method which reads it was applied; empty where one was, or where it needs none."""
        method = READ_BY.get(judgement.act)
        if method is None or method in self._methods:
            return ""
        return f"Nothing here reads it: add --method {method}."

    def _is_about(self, judgement: Judgement, incident: Incident) -> bool:
        if judgement.act in LINK_ACTS:
            return False
        ids = {str(incident.id), *incident.claims, *(origin.id for origin in incident.origins)}
        return not ids.isdisjoint(judgement.about)

    def _where(self, judgement: Judgement) -> DecisionLine:
        """The decision with the incidents, or for copies the reports, where it counts."""
        if (judgement.act in LINK_ACTS) and judgement.value == COPIES:
            links = [link for link in self._named(judgement) if link.href.startswith("#r")]
        else:
            links = [Link(f"#i-{i.id}", i.label) for i in self._analysis.incidents if self._counts_in(judgement, i)]
        nowhere = "" if links else "It is about nothing that was read, and changes nothing."
        return DecisionLine(sentence(judgement), tuple(links), nowhere or self._unread(judgement))

    def _counts_in(self, judgement: Judgement, incident: Incident) -> bool:
        if judgement.act not in LINK_ACTS:
            return self._is_about(judgement, incident)
        if judgement.value == ORIGINS:
            return any(said(judgement) in origin.judged for origin in incident.origins)
        # the same words may stand for two decisions of one day: by its claims each is told from the other
        claims = {name for name in judgement.about if name in self._analysis.claim_by_id}
        return said(judgement) in incident.judged and (not claims or not claims.isdisjoint(incident.claims))


def _sentence(words: str) -> str:
    """What was decided, as `said` tells it, as a sentence."""
    return words[:1].upper() + words[1:] + ("" if words.endswith((".", "!", "?")) else ".")
