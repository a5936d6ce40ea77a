import time
from datetime import date
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.dedupe import Parameters, copy_groups
from sayso.dedupe.copies import _grouped, _Overlap
from sayso.dedupe.rensa_signer import RensaSigner
from sayso.model import Block, BlockKind, Report, ReportId, Span, Stamp

STORY = (
    "The river police of Port Ilyan found nine people alive under the collapsed footbridge on Tuesday morning. "
    "Divers worked through the night with lamps borrowed from the ferry company, a spokeswoman said. "
    "The bridge had been closed to lorries since the spring flood, but carts and buses still used it every day. "
    "Two families had camped on the bank and watched the rescue from behind a rope. "
)
OTHER = (
    "Farmers in the upper valley say the harvest of plums will be late this year after a cold April. "
    "The market in Marrow sold out of seed potatoes within an hour, and the mill has asked for more rail wagons. "
    "A meeting about the price of diesel will be held in the school hall on Friday evening at seven. "
)
FOOTER = "Sign up for the morning letter of this house and get the ten stories that matter before breakfast every day. "


def report(name: str, text: str, outlet: str | None = None, day: date | None = None) -> Report:
    stamp = Stamp(day, day, None, None, None, str(day), "field") if day else None
    block = Block(BlockKind.PARAGRAPH, Span(0, len(text)))
    return Report(ReportId(name), text, (block,), "", "test", outlet=outlet, published=stamp)


def members(*reports: Report) -> list[set[str]]:
    return [set(group.reports) for group in copy_groups(reports)]


def test_the_same_text_in_two_outlets_is_a_copy_with_its_share() -> None:
    (group,) = copy_groups([report("a", STORY), report("b", STORY)])
    assert set(group.reports) == {"a", "b"}
    assert group.joins[0].reason.startswith("100 % of the shorter text is the same")


def test_a_lightly_edited_copy_is_found_and_never_called_whole() -> None:
    edited = STORY.replace("nine people", "ten people").replace("Tuesday", "Wednesday")
    (group,) = copy_groups([report("a", STORY), report("b", edited)])
    assert "100 %" not in group.joins[0].reason


def test_a_cut_copy_inside_a_longer_report_is_found() -> None:
    assert members(report("a", STORY), report("b", STORY + OTHER)) == [{"a", "b"}]


def test_different_reports_are_no_copies() -> None:
    assert members(report("a", STORY), report("b", OTHER)) == []


def test_one_shared_quotation_makes_no_copy() -> None:
    quote = "“We heard them knock on the steel all night long,” said the diver Ana Vell. "
    assert members(report("a", STORY + quote), report("b", OTHER + OTHER.replace("e", "o") + quote)) == []


def test_what_an_outlet_repeats_in_every_report_makes_no_copies() -> None:
    notes = ["Rain fell.", "A goat won the fair.", "The clock was mended.", "Snow closed the pass.", "Trams ran late."]
    reports = [report(str(n), note + " " + FOOTER * 2, outlet="Valley Post") for n, note in enumerate(notes)]
    reports = [
        report(
            r.id, f"{r.text} {' '.join(f'{r.id}{word}{n}' for n, word in enumerate(OTHER.split()))}", outlet=r.outlet
        )
        for r in reports
    ]
    assert members(*reports) == []


def own(name: str, count: int) -> str:
    """Words that stand nowhere else."""
    return " ".join(f"{name}x{n}" for n in range(count)) + " "


@pytest.mark.parametrize("updates", [1, 3, 4, 8, 40])
def test_a_text_is_found_however_often_its_outlet_updates_it(updates: int) -> None:
    core = own("core", 80)
    versions = [
        report(f"v{n:02}", core + own(f"u{n}", 40), "Agency", date(2031, 2, 1 + n // 30)) for n in range(updates)
    ]
    (found,) = members(*versions, report("copy", core + own("more", 20), "Hill Gazette", date(2031, 2, 1)))
    assert found == {"copy", *(version.id for version in versions)}


def test_what_stands_in_half_of_an_outlets_reports_for_weeks_is_no_story() -> None:
    reports = [report(f"r{n}", own("foot", 50) + own(f"r{n}", 45), "Post", date(2031, 2, 1 + 5 * n)) for n in range(5)]
    assert members(*reports) == []


def test_a_text_reposted_for_weeks_is_one_story() -> None:
    reports = [report(f"r{n}", STORY, "Post", date(2031, 2, 1 + 5 * n)) for n in range(5)]
    assert members(*reports, report("x", STORY + own("x", 30), "Other")) == [{"x", *(r.id for r in reports)}]


def test_many_groups_and_long_chains_of_copies_take_no_square_of_time() -> None:
    chain = [_Overlap(1.0, ReportId(f"a{n:05}"), ReportId(f"a{n + 1:05}"), None) for n in range(6_000)]
    pairs = [_Overlap(1.0, ReportId(f"b{n:05}"), ReportId(f"c{n:05}"), None) for n in range(6_000)]
    by_id = {name: report(name, "x") for overlap in (*chain, *pairs) for name in (overlap.left, overlap.right)}
    started = time.process_time()
    found = _grouped([*chain, *pairs], by_id)
    assert time.process_time() - started < 5
    assert sorted(len(group.reports) for group in found) == [*[2] * 6_000, 6_001]
    longest = max(found, key=lambda group: len(group.reports))
    assert [join.left for join in longest.joins] == [overlap.left for overlap in chain]


def test_a_shared_wire_credit_needs_shared_text() -> None:
    assert members(report("a", STORY + "(Reuters)"), report("b", OTHER + "(Reuters)")) == []


def test_a_shared_wire_credit_lowers_the_share_that_is_needed() -> None:
    half = " ".join(STORY.split()[:34]) + " "
    a, b = half + OTHER, half + " ".join(word[::-1] for word in OTHER.split()) + " "
    assert members(report("a", a), report("b", b)) == []
    (group,) = copy_groups([report("a", a + "(Reuters)"), report("b", b + "(Reuters)")])
    assert "both credit REUTERS" in group.joins[0].reason


def test_the_earliest_stands_first_and_unknown_times_last() -> None:
    later, earlier = report("a", STORY, day=date(2031, 2, 2)), report("b", STORY, day=date(2031, 2, 1))
    (group,) = copy_groups([report("c", STORY), later, earlier])
    assert group.reports == ("b", "a", "c")
    assert any("time unknown" in join.reason for join in group.joins)


def test_empty_and_very_short_texts_are_no_copies() -> None:
    assert members(report("a", ""), report("b", ""), report("c", "Breaking news"), report("d", "Breaking news")) == []


def test_right_to_left_text_is_compared_too() -> None:
    text = "قال شهود في بلدة مرو إن تسعة أشخاص وجدوا أحياء تحت الجسر المنهار صباح الثلاثاء بعد ليلة طويلة "
    assert members(report("a", text), report("b", text + "أمس")) == [{"a", "b"}]


def test_signatures_keep_their_parameters_and_do_not_change() -> None:
    parameters = Parameters(permutations=4, bands=2)
    (signature,) = RensaSigner().sign([["one two three four", "two three four five"]], parameters)
    assert signature.parameters == parameters
    assert signature.maker.startswith("rensa ")
    assert signature.values == FROZEN


FROZEN = (1152618469, 3365472898, 946932366, 218345775)

TEXTS = st.lists(st.sampled_from((STORY, OTHER, STORY + OTHER, STORY[:200], "", FOOTER)), min_size=1, max_size=7)


@settings(max_examples=40, deadline=None)
@given(TEXTS, st.randoms(use_true_random=False))
def test_copies_do_not_depend_on_the_order_of_reports(texts: list[str], shuffler: Random) -> None:
    reports = [report(f"r{n}", text, outlet="AB"[n % 2]) for n, text in enumerate(texts)]
    expected = copy_groups(reports)
    shuffler.shuffle(reports)
    assert copy_groups(reports) == expected
