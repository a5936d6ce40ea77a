"""Uncertain links as questions for a person: both readings, what each comes to, and the command that decides."""

import shlex
from collections.abc import Sequence

from sayso.model import Analysis, Incident, IncidentId, Proposal, ProposalKind
from sayso.publish.contexts import Link, OpenQuestion, QuestionBox, ReadingLine
from sayso.publish.readings import reading
from sayso.publish.rows import Rows

FILE = "decided.jsonl"
"""The file of judgements in the commands."""

PARTLY = "Worked out from the reports concerned alone; claims of others may move too."


class Questions:
    """The open questions of one analysis, each told at the incidents that it is about."""

    def __init__(self, analysis: Analysis, rows: Rows) -> None:
        self._analysis = analysis
        self._rows = rows
        self._incidents = {incident.id: incident for incident in analysis.incidents}
        self._sheets = {assessment.incident: assessment for assessment in analysis.assessments}
        held = (p for p in analysis.proposals if all(i in self._incidents for i in p.incidents))
        self._asked = list(enumerate(held, 1))
        self._outcomes = dict(zip(analysis.proposals, analysis.outcomes, strict=False))
        self._by_incident: dict[IncidentId, list[tuple[int, Proposal]]] = {}
        for number, proposal in self._asked:
            for incident in proposal.incidents:
                self._by_incident.setdefault(incident, []).append((number, proposal))

    def of(self, incident: Incident) -> tuple[QuestionBox, ...]:
        """The questions about one incident."""
        return tuple(self._box(number, p, incident) for number, p in self._by_incident.get(incident.id, ()))

    def all(self) -> tuple[OpenQuestion, ...]:
        """Every question in short, leading to where it is told."""
        return tuple(self._line(number, proposal) for number, proposal in self._asked)

    def _line(self, number: int, proposal: Proposal) -> OpenQuestion:
        is_one = proposal.kind is ProposalKind.MAY_BE_ONE
        links = tuple(self._link(incident) for incident in proposal.incidents)
        at = _id(number, proposal, self._incidents[proposal.incidents[0]])
        return OpenQuestion(Link(f"#{at}", "Decide"), links, "may be one with" if is_one else "may be two happenings")

    def _link(self, incident: IncidentId) -> Link:
        return Link(f"#i-{incident}", self._incidents[incident].label)

    def _box(self, number: int, proposal: Proposal, at: Incident) -> QuestionBox:
        is_one = proposal.kind is ProposalKind.MAY_BE_ONE
        change, keep = commands(proposal)
        outcome = self._outcomes.get(proposal)
        return QuestionBox(
            id=_id(number, proposal, at),
            asked="May be the same happening as" if is_one else "May be two happenings",
            others=tuple(self._link(incident) for incident in proposal.incidents if incident != at.id),
            hinges=self._rows.links(proposal.claims),
            for_one=_points(proposal.one),
            for_two=_points(proposal.two),
            now=self.now(proposal),
            then=self.then(proposal),
            then_note="" if outcome is None or outcome.is_whole else PARTLY,
            then_label="If they are one" if is_one else "If they are two",
            change=change,
            keep_label="To keep them two" if is_one else "To keep it one",
            keep=keep,
        )

    def now(self, proposal: Proposal) -> tuple[ReadingLine, ...]:
        """The incidents in question as they stand."""
        sheets = [(self._incidents[i], self._sheets.get(i)) for i in proposal.incidents]
        return tuple(reading(self._analysis, i, [sheet] if sheet else [], self._rows) for i, sheet in sheets)

    def then(self, proposal: Proposal) -> tuple[ReadingLine, ...]:
        """What would take their place; empty where that was not worked out, or nothing would change."""
        outcome = self._outcomes.get(proposal)
        if outcome is None:
            return ()
        return tuple(
            reading(self._analysis, incident, [sheet], self._rows)
            for incident, sheet in zip(outcome.incidents, outcome.assessments, strict=True)
        )


def commands(proposal: Proposal) -> tuple[str, str]:
    """The calls that decide against the present reading, and for it."""
    incidents, claims = list(map(str, proposal.incidents)), list(map(str, proposal.claims))
    if proposal.kind is ProposalKind.MAY_BE_ONE:
        return _call("join", incidents), _call("split", claims)
    return _call("split", claims), _call("join", claims)


def _call(act: str, about: Sequence[str]) -> str:
    ids = " ".join(shlex.quote(name) for name in about)
    return f'sayso judge {act} {ids} --because "..." --by "..." -o {FILE}'


def _id(number: int, proposal: Proposal, at: Incident) -> str:
    """The place of a question: told at both incidents, it needs two."""
    return f"q-{number}-{proposal.incidents.index(at.id) + 1}"


def _points(told: str) -> tuple[str, ...]:
    """What speaks for a reading, one point each."""
    return tuple(point[:1].upper() + point[1:] for point in map(str.strip, told.rstrip(".").split(";")) if point)
