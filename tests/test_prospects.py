"""What a question is said to come to is what comes when a person decides it."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from sayso.assess import assess
from sayso.knowledge.judgements import make_judgement
from sayso.knowledge.sources import load_registry
from sayso.link import Linked, link_with
from sayso.model import Analysis, ClaimId, Incident, Judgement, Outcome, Proposal, ProposalKind
from sayso.pipeline import relinking
from sayso.prospects import outcomes
from tests.link.cases import DAY, Case, on

REGISTRY = load_registry()
AT = datetime(2031, 5, 6, 12, tzinfo=UTC)


def case() -> Case:
    """Two incidents, one of two reports and one of a third."""
    made = Case()
    made.add("a", "A bomb killed 31 people in Marrow, the Red Cross said.", "31 people", 31, when=on(DAY))
    made.add("b", "In Marrow a bomb killed 33 people, the mayor said.", "33 people", 33, when=on(DAY))
    far = on(DAY.replace(month=9))
    made.add("c", "Shells killed 4 people in Tel Sharuq.", "4 people", 4, place="Tel Sharuq", when=far)
    return made


def linked(made: Case, *judgements: Judgement) -> Linked:
    return link_with(judgements, made.claims, made.reports, (), REGISTRY)


def analysis(made: Case, proposal: Proposal, found: Linked) -> Analysis:
    claims = {claim.id: claim for claim in made.claims}
    sheets = assess(found.incidents, claims, {report.id: report for report in made.reports}, REGISTRY)
    claims_ = tuple(made.claims)
    return Analysis(tuple(made.reports), (), (), claims_, (), (), found.incidents, sheets, (), proposals=(proposal,))


def worked(held: Analysis) -> tuple[Outcome | None, ...]:
    return outcomes(held, relinking(held, REGISTRY, None))


def sets(incidents: tuple[Incident, ...]) -> set[frozenset[ClaimId]]:
    return {frozenset(incident.claims) for incident in incidents}


def worked_out(kind: ProposalKind) -> tuple[Outcome, Linked]:
    """The outcome of a question, and what is linked once a person has decided it as the command says."""
    made = case()
    found = linked(made)
    large = next(i for i in found.incidents if len(i.claims) == 2)
    small = next(i for i in found.incidents if len(i.claims) == 1)
    if kind is ProposalKind.MAY_BE_ONE:
        proposal = Proposal(kind, (large.id, small.id), (large.claims[0], small.claims[0]), "near", "far")
        act, about = "join", [str(large.id), str(small.id)]
    else:
        proposal = Proposal(kind, (large.id,), (large.claims[0], large.claims[1]), "near", "far")
        act, about = "split", list(map(str, large.claims))
    (outcome,) = worked(analysis(made, proposal, found))
    assert outcome is not None
    decided = make_judgement(act, about, by="A. Editor", reason="seen", at=AT, value="happenings")
    return outcome, linked(made, decided)


@pytest.mark.parametrize("kind", list(ProposalKind))
def test_a_large_case_is_worked_out_from_the_reports_concerned(
    kind: ProposalKind, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole, _ = worked_out(kind)
    monkeypatch.setattr("sayso.prospects.WHOLE", 2)
    part, _ = worked_out(kind)
    assert (whole.is_whole, part.is_whole) == (True, False)
    assert sets(whole.incidents) == sets(part.incidents)


def test_two_happenings_as_one() -> None:
    outcome, after = worked_out(ProposalKind.MAY_BE_ONE)
    assert len(outcome.incidents) == 1
    assert sets(outcome.incidents) == sets(after.incidents)
    (line,) = [line for line in outcome.assessments[0].ranges if line.low and line.high]
    assert line.low
    assert line.high
    assert (line.low.words, line.high.words) == ("4 people", "33 people")


def test_one_happening_as_two() -> None:
    outcome, after = worked_out(ProposalKind.MAY_BE_TWO)
    assert len(outcome.incidents) == 2
    assert sets(outcome.incidents) <= sets(after.incidents)
    assert [a.incident for a in outcome.assessments] == [i.id for i in outcome.incidents]


def test_after_an_earlier_decision_the_question_still_comes_to_its_other_reading() -> None:
    made = case()
    ids = [claim.id for claim in made.claims]
    kept = make_judgement("join", ids[:2], by="A. Editor", reason="seen", at=AT, value="happenings")
    found = linked(made, kept)
    large = next(i for i in found.incidents if len(i.claims) == 2)
    proposal = Proposal(ProposalKind.MAY_BE_TWO, (large.id,), (ids[0], ids[1]), "near", "far")

    held = replace(analysis(made, proposal, found), judgements=(kept,))
    (outcome,) = worked(held)
    assert outcome
    assert len(outcome.incidents) == 2


def test_no_more_is_worked_out_than_a_call_can_bear(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sayso.prospects.MOST", 0)
    made = case()
    found = linked(made)
    large = next(i for i in found.incidents if len(i.claims) == 2)
    proposal = Proposal(ProposalKind.MAY_BE_TWO, (large.id,), (large.claims[0], large.claims[1]), "near", "far")
    assert worked(analysis(made, proposal, found)) == (None,)
