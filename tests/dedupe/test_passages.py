from datetime import UTC, date, datetime

import pytest

from sayso.dedupe import copy_groups, judged_copies, shared_passages
from sayso.knowledge.judgements import make_judgement
from sayso.model import Block, BlockKind, Judgement, Report, ReportId, Span, Stamp

LIFTED = (
    "Rescuers pulled nine people alive from the collapsed footbridge of Port Ilyan before dawn, the harbour master "
    "said, while ferries brought lamps, ropes and blankets to the northern bank all night long."
)
OWN = " ".join(f"plum{n} harvest{n}" for n in range(60))


def words(n: int) -> str:
    """Sixty words that stand nowhere else."""
    return " ".join(f"plum{n}x{m}" for m in range(60))


OTHER = " ".join(f"snow{n} pass{n}" for n in range(60))


def report(name: str, *paragraphs: str, outlet: str | None = None, day: int = 1, url: str | None = None) -> Report:
    blocks, at = [], 0
    for paragraph in paragraphs:
        blocks.append(Block(BlockKind.PARAGRAPH, Span(at, at + len(paragraph))))
        at += len(paragraph) + 1
    published = date(2031, 2, day)
    stamp = Stamp(published, published, None, None, None, str(published), "field")
    text = "\n".join(paragraphs)
    return Report(ReportId(name), text, tuple(blocks), "", "test", outlet=outlet or name, published=stamp, url=url)


def test_a_paragraph_lifted_from_another_report_is_found_with_its_place() -> None:
    wire, ours = report("wire", LIFTED, OTHER, day=1), report("ours", OWN, LIFTED, day=2)
    (passage,) = shared_passages([ours, wire], copy_groups([wire, ours]))
    assert (passage.earlier, passage.later) == ("wire", "ours")
    assert passage.later_span.of(ours.text) == LIFTED
    assert "appeared later" in passage.reason


def test_what_an_outlet_repeats_is_no_lifted_passage() -> None:
    own = [report(f"r{n}", words(n), LIFTED, outlet="Valley Post") for n in range(4)]
    reports = [*own, report("x", OTHER, LIFTED)]
    assert shared_passages(reports, copy_groups(reports)) == ()


def test_versions_of_one_story_are_no_repetition() -> None:
    own = [report(f"r{n}", OWN, LIFTED, words(n), outlet="Valley Post") for n in range(5)]
    reports = [*own, report("x", OTHER, LIFTED)]
    (group,) = copy_groups(reports)
    found = shared_passages(reports, [group])
    assert {(p.earlier, p.later) for p in found} == {(r.id, "x") for r in own}


@pytest.mark.parametrize("count", [3, 29, 30, 31, 32, 90])
def test_a_paragraph_is_found_however_many_lift_it(count: int) -> None:
    reports = [report(f"r{n:03}", words(n), LIFTED, words(n + 500), day=1 + n // 10) for n in range(count)]
    found = shared_passages(reports, ())
    joined = {name for passage in found for name in (passage.earlier, passage.later)}
    assert joined == {r.id for r in reports}
    assert {p.later for p in found if p.earlier == "r000"} == {r.id for r in reports[1:]}
    assert len(found) <= 15 * count, "the work grows with the number of reports, not with its square"


def test_copies_have_no_lifted_passages() -> None:
    reports = [report("a", LIFTED, OWN), report("b", LIFTED, OWN)]
    assert shared_passages(reports, copy_groups(reports)) == ()


def judgement(act: str, *about: str) -> Judgement:
    at = datetime(2031, 5, 6, tzinfo=UTC)
    return make_judgement(act, about, by="A. Editor", reason="both were at the pier", at=at, value="copies")


def test_a_person_says_that_reports_are_no_copies() -> None:
    reports = [report(name, LIFTED, OWN) for name in "abc"]
    groups, notices = judged_copies(copy_groups(reports), reports, [judgement("split", "a", "b")])
    assert [set(group.reports) for group in groups] == [{"a", "c"}]
    assert groups[0].judged == ("split by A. Editor on 2031-05-06: both were at the pier",)
    assert notices == ()


def test_a_person_says_that_reports_are_copies() -> None:
    reports = [report("a", LIFTED), report("b", OWN)]
    groups, notices = judged_copies((), reports, [judgement("join", "a", "b", "gone")])
    assert [set(group.reports) for group in groups] == [{"a", "b"}]
    assert '"gone"' in notices[0]
