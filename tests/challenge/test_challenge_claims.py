"""Figures and their times on invented texts of many genres: pass rates may not fall below what was reached."""

from collections.abc import Mapping, Sequence
from typing import cast

from sayso.model import Claim
from tests.challenge.runner import Case, Reading, cases_of, check_floor, days_of, readings_of, same_days

SAME_MEASURE = {"executed": "killed"}
Expected = Mapping[str, object]


def measure_of(name: object) -> str:
    return SAME_MEASURE.get(str(name), str(name))


def overlaps(reading: Reading, claim: Claim, words: str) -> bool:
    """The claim's figure shares at least one character with some occurrence of the words."""
    text = reading.report.text
    at = text.find(words)
    while at >= 0:
        if claim.span.start < at + len(words) and at < claim.span.end:
            return True
        at = text.find(words, at + 1)
    return False


def same_figure(reading: Reading, claim: Claim, expected: Expected) -> bool:
    assert claim.figure is not None
    assert claim.measure is not None
    return (
        overlaps(reading, claim, str(expected["figure"]))
        and measure_of(claim.measure.value) == measure_of(expected["measure"])
        and (claim.figure.low, claim.figure.high) == (expected["low"], expected["high"])
    )


def expected_of(case: Case) -> Sequence[Expected]:
    return cast("Sequence[Expected]", case["expect"])


def figures_agree(case: Case, reading: Reading) -> bool:
    """Exactly the expected figures come out, in order, with measure and numbers."""
    expected = expected_of(case)
    return len(reading.figures) == len(expected) and all(
        same_figure(reading, claim, wanted) for claim, wanted in zip(reading.figures, expected, strict=True)
    )


def groups_agree(case: Case, reading: Reading) -> bool:
    wanted = [str(expected["group"]) for expected in expected_of(case)]
    return [claim.group.value if claim.group else None for claim in reading.figures] == wanted


def subsets_agree(case: Case, reading: Reading) -> bool:
    at = {claim.id: n for n, claim in enumerate(reading.figures)}
    wholes = [at[claim.subset_of] if claim.subset_of else None for claim in reading.figures]
    return wholes == [expected["subset_of"] for expected in expected_of(case)]


def date_agrees(case: Case, reading: Reading) -> bool:
    """The date of the figure asked about is the expected one, or one of those that are right as well."""
    asked = [claim for claim in reading.figures if overlaps(reading, claim, str(case["figure"]))]
    if not asked:
        return False
    got = days_of(asked[0].date.iso() if asked[0].date else None)
    right = [case["date"], *cast("Sequence[object]", case.get("accept", ()))]
    return any(same_days(got, days_of(str(day) if day else None)) for day in right)


def test_exactly_the_figures_of_each_text_are_read() -> None:
    check_floor(
        "figures", [figures_agree(*pair) for pair in zip(cases_of("figures"), readings_of("figures"), strict=True)]
    )


def test_groups_and_wholes_of_figures_read_right() -> None:
    read = [pair for pair in zip(cases_of("figures"), readings_of("figures"), strict=True) if figures_agree(*pair)]
    told = [pair for pair in read if expected_of(pair[0])]
    check_floor("figures: groups", [groups_agree(*pair) for pair in told])
    check_floor("figures: wholes", [subsets_agree(*pair) for pair in told])


def test_the_day_of_each_harm_is_worked_out() -> None:
    check_floor("times", [date_agrees(*pair) for pair in zip(cases_of("times"), readings_of("times"), strict=True)])
