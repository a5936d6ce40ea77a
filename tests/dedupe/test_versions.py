"""Which reports are compared, which of two came first, and that nothing of two versions is lost."""

import json
from datetime import UTC, date, datetime, time
from itertools import permutations
from pathlib import Path

import pytest

from sayso.dedupe import beside, copy_groups, judged_copies, version_diffs
from sayso.knowledge.judgements import make_judgement
from sayso.model import Block, BlockKind, Report, ReportId, Span, Stamp, VersionDiff
from sayso.read import ReadOptions, read
from tests.dedupe.test_copies import OTHER, STORY

PAGE = "https://example.org/bridge"


def stamp(day: int, clock: time | None = None, offset_min: int | None = None) -> Stamp:
    when = date(2031, 2, day)
    return Stamp(when, when, clock, offset_min, None if offset_min is None else "zone", str(when), "field")


def report(
    name: str, text: str, published: Stamp | None = None, url: str | None = None, updated: Stamp | None = None
) -> Report:
    block = Block(BlockKind.PARAGRAPH, Span(0, len(text)))
    return Report(ReportId(name), text, (block,), "", "test", url=url, published=published, updated=updated)


def pairs(*reports: Report) -> list[tuple[str, str]]:
    return [(diff.earlier, diff.later) for diff in version_diffs(reports, copy_groups(reports))]


def of(*reports: Report) -> VersionDiff:
    (diff,) = version_diffs(reports, copy_groups(reports))
    return diff


def test_copies_are_compared_with_the_reason_for_the_join() -> None:
    diff = of(report("a", STORY, stamp(1)), report("b", STORY.replace("nine", "ten"), stamp(2)))
    assert (diff.earlier, diff.later) == ("a", "b")
    assert diff.reason.endswith("time unknown).") or "% of the shorter text is the same" in diff.reason
    assert [change.figures for change in diff.changes] == [True]


def test_versions_of_one_address_are_compared_even_where_little_is_left() -> None:
    first, second = report("v1", STORY, stamp(1), PAGE), report("v2", OTHER, stamp(2), PAGE)
    assert of(second, first).reason == "Both stand at the same address."
    assert (of(second, first).earlier, of(second, first).later) == ("v1", "v2")


def test_each_version_is_compared_with_the_one_before_it() -> None:
    one, two, three = (report(f"v{n}", f"{STORY} Update {n} came in.", stamp(n), PAGE) for n in (1, 2, 3))
    for order in permutations((one, two, three)):
        assert set(pairs(*order)) == {("v1", "v2"), ("v2", "v3")}


def test_the_later_update_of_one_report_is_the_later_version() -> None:
    old = report("v1", STORY, stamp(1), PAGE)
    new = report("v2", STORY, stamp(1), PAGE, updated=stamp(3))
    assert (of(new, old).earlier, of(new, old).later) == ("v1", "v2")


@pytest.mark.parametrize(
    ("one", "other", "is_known"),
    [
        (stamp(2, time(8, 26), 660), stamp(1, time(23, 0), 0), True),
        (stamp(1, time(9, 0)), stamp(1, time(10, 0)), True),
        (stamp(1, time(9, 0)), stamp(1), False),
        (stamp(1, time(9, 0), 60), stamp(1, time(10, 0)), False),
        (stamp(1), None, False),
        (None, None, False),
    ],
)
def test_the_earlier_one_goes_by_the_moment_and_is_said_to_be_unknown_where_it_is(
    one: Stamp | None, other: Stamp | None, is_known: bool
) -> None:
    for pair in (
        (report("a", STORY, one), report("b", STORY, other)),
        (report("b", STORY, other), report("a", STORY, one)),
    ):
        diff = beside(*pair, "Asked.")
        assert ("not known" not in diff.reason) == is_known
        assert not is_known or diff.earlier == "a"


def test_copy_groups_are_in_order_of_the_moment() -> None:
    sydney = report("sydney", STORY, stamp(2, time(8, 26), 660))
    london = report("london", STORY, stamp(1, time(23, 0), 0))
    (group,) = copy_groups([london, sydney])
    assert group.reports == ("sydney", "london")


def test_the_same_words_are_no_change() -> None:
    assert of(report("a", STORY), report("b", STORY)).changes == ()


def test_copies_that_a_person_took_apart_are_not_compared() -> None:
    reports = [report("a", STORY), report("b", STORY.replace("nine", "ten"))]
    apart = make_judgement(
        "split", ["a", "b"], by="A. Editor", reason="seen", at=datetime(2031, 5, 6, tzinfo=UTC), value="copies"
    )
    groups, _ = judged_copies(copy_groups(reports), reports, [apart])
    assert version_diffs(reports, groups) == ()


def test_one_id_given_to_two_versions_loses_neither(tmp_path: Path) -> None:
    path = tmp_path / "reports.jsonl"
    versions = [STORY, STORY.replace("nine people", "eleven people"), STORY.replace("nine people", "12 people")]
    lines = [{"id": "r1", "text": text, "updated": f"2031-02-0{n}"} for n, text in enumerate(versions, 1)]
    path.write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")
    reports = [item for item in read([path], ReadOptions()) if isinstance(item, Report)]
    assert [item.text.strip() for item in reports] == [text.strip() for text in versions]
    found = version_diffs(reports, copy_groups(reports))
    first, second, third = (item.id for item in reports)
    assert first == "r1"
    assert [(diff.earlier, diff.later) for diff in found] == [(first, second), (second, third)]
    by_id = {item.id: item for item in reports}
    told = [(d.changes[0].earlier.of(by_id[d.earlier].text), d.changes[0].later.of(by_id[d.later].text)) for d in found]
    assert told == [("nine", "eleven"), ("eleven", "12")]


def test_a_file_handed_in_twice_is_kept_twice_and_has_no_changes(tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(STORY, encoding="utf-8")
    reports = [item for item in read([tmp_path], ReadOptions()) if isinstance(item, Report)]
    assert len({item.id for item in reports}) == 2
    (diff,) = version_diffs(reports, copy_groups(reports))
    assert diff.changes == ()
