from datetime import UTC, datetime
from pathlib import Path

import pytest

from sayso.errors import UsageError
from sayso.knowledge.judgements import append_judgement, make_judgement, read_judgements
from sayso.knowledge.sources import load_registry
from sayso.link import Linked, link_with
from sayso.model import ClaimId, EventKind, Incident, Judgement, ProposalKind
from tests.link.cases import DAY, Case, on

REGISTRY = load_registry()


def judgement(act: str, *about: str, value: str = "happenings", minute: int = 0) -> Judgement:
    at = datetime(2031, 5, 6, 12, minute, tzinfo=UTC)
    return make_judgement(act, about, by="A. Editor", reason="two different streets", at=at, value=value)


def counted(incident: Incident) -> int:
    return sum(origin.is_counted for origin in incident.origins)


def told_by_two() -> tuple[Case, ClaimId, ClaimId]:
    case = Case()
    a = case.add("a", "A bomb killed 31 people in Marrow, the Red Cross said.", "31 people", 31, when=on(DAY))
    b = case.add("b", "In Marrow a bomb killed 31 people, the Red Cross said.", "31 people", 31, when=on(DAY))
    return case, a, b


def linked(case: Case, *judgements: Judgement) -> Linked:
    return link_with(judgements, case.claims, case.reports, (), REGISTRY)


def are_one(made: Linked, *claims: ClaimId) -> bool:
    return any(set(claims) <= set(incident.claims) for incident in made.incidents)


def test_a_split_takes_claims_apart_and_says_who_and_why() -> None:
    case, a, b = told_by_two()
    assert are_one(linked(case), a, b)
    made = linked(case, judgement("split", a, b))
    assert not are_one(made, a, b)
    assert all(i.judged == ("split by A. Editor on 2031-05-06: two different streets",) for i in made.incidents)


def test_a_join_puts_together_what_the_machine_keeps_apart() -> None:
    case, a, _ = told_by_two()
    far = case.add("c", "Shells killed 4 in Tel Sharuq.", "4", 4, place="Tel Sharuq", when=on(DAY.replace(month=9)))
    assert not are_one(linked(case), a, far)
    made = linked(case, judgement("join", a, far))
    assert are_one(made, a, far)


def test_the_latest_judgement_on_a_pair_counts() -> None:
    case, a, b = told_by_two()
    assert are_one(linked(case, judgement("split", a, b), judgement("join", a, b, minute=1)), a, b)
    assert not are_one(linked(case, judgement("join", a, b), judgement("split", a, b, minute=1)), a, b)


def test_an_incident_is_named_by_its_id_too() -> None:
    case, a, b = told_by_two()
    far = case.add("c", "Shells killed 4 in Tel Sharuq.", "4", 4, place="Tel Sharuq", when=on(DAY.replace(month=9)))
    (first, second) = linked(case).incidents
    made = linked(case, judgement("join", first.id, second.id))
    assert are_one(made, a, b, far)


def test_claims_of_one_sentence_can_be_split() -> None:
    case = Case()
    a = case.add("a", "Bombs killed 8 in one street.", "8", 8, when=on(DAY))
    b = case.add("a", "Bombs killed 9 in another.", "9", 9, when=on(DAY))
    assert not are_one(linked(case, judgement("split", a, b)), a, b)


def test_what_is_no_longer_there_is_said_and_changes_nothing() -> None:
    case, a, b = told_by_two()
    made = linked(case, judgement("split", a, "gone"))
    assert are_one(made, a, b)
    assert len(made.notices) == 1
    assert '"gone"' in made.notices[0]


def test_two_sources_are_joined_or_split_as_origins() -> None:
    case = Case()
    case.add("a", "A bomb killed 31 people in Marrow.", "31 people", 31, when=on(DAY), sources=("Unicef",))
    case.add("b", "A bomb killed 31 people in Marrow.", "31 people", 31, when=on(DAY), sources=("Ilyan Aid",))
    case.add("c", "A bomb killed 31 people in Marrow.", "31 people", 31, when=on(DAY), sources=("the UN",))
    (before,) = linked(case).incidents
    assert counted(before) == 2
    (joined,) = linked(case, judgement("join", "Unicef", "Ilyan Aid", value="origins")).incidents
    (split,) = linked(case, judgement("split", "the UN", "Unicef", value="origins")).incidents
    assert counted(split) == 3
    assert any("joined by A. Editor" in words for origin in joined.origins for words in origin.judged)


def test_an_origin_that_nobody_names_is_said() -> None:
    case, _, _ = told_by_two()
    made = linked(case, judgement("join", "Nobody Known", "Somebody Else", value="origins"))
    assert len(made.notices) == 2


def test_an_uncertain_link_is_a_proposal_with_both_readings() -> None:
    case = Case()
    case.add("a", "A bomb killed 31 people in Marrow.", "31 people", 31, when=on(DAY))
    for n, (words, number) in enumerate((("31", 31), ("44", 44), ("90", 90), ("12", 12))):
        case.add(f"b{n}", f"In Marrow {words} died after a blast.", words, number, when=None)
    for proposal in linked(case).proposals:
        assert proposal.one
        assert proposal.two
        assert len(proposal.incidents) == (2 if proposal.kind is ProposalKind.MAY_BE_ONE else 1)


def test_judgements_are_added_to_a_file_and_never_changed(tmp_path: Path) -> None:
    path = tmp_path / "judgements.jsonl"
    first, second = judgement("split", "x", "y"), judgement("join", "x", "y", minute=5)
    append_judgement(first, path)
    before = path.read_bytes()
    append_judgement(second, path)
    assert path.read_bytes().startswith(before)
    assert read_judgements([path]) == (first, second)


@pytest.mark.parametrize(
    "line",
    ["{", "[]", '{"at": "2031-05-06"}', '{"at":"x","by":"A","act":"split","about":["a"],"reason":"r"}'],
)
def test_a_line_that_does_not_fit_is_named(tmp_path: Path, line: str) -> None:
    path = tmp_path / "judgements.jsonl"
    path.write_text(line + "\n", encoding="utf-8")
    with pytest.raises(UsageError, match="line 1"):
        read_judgements([path])


def test_a_judgement_needs_a_name_and_a_reason() -> None:
    at = datetime(2031, 5, 6, tzinfo=UTC)
    with pytest.raises(UsageError):
        make_judgement("split", ["a", "b"], by=" ", reason="why", at=at)
    with pytest.raises(UsageError):
        make_judgement("split", ["a", "b"], by="A. Editor", reason="", at=at)


def test_an_organ_is_joined_by_its_name_without_its_state() -> None:
    case = Case()
    text = "A flood killed 31 people in Marrow, Chad, when Chad's river rose."
    for report, source in (("a", "Oxfam"), ("b", "the Chadian police force")):
        case.add(report, text, "31 people", 31, when=on(DAY), event=EventKind.OTHER, sources=(source,))
    assert counted(linked(case).incidents[0]) == 2
    joined = linked(case, judgement("join", "Oxfam", "police", value="origins"))
    assert (counted(joined.incidents[0]), joined.notices) == (1, ())
