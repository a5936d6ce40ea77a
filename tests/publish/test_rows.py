"""Chains as the brief shows them, and days that only the report's date gives."""

from dataclasses import replace
from datetime import date

from sayso.model import Interval, Precision
from sayso.publish.rows import Rows, told_together

from .factory import HERALD, siege


def test_sources_side_by_side_are_one_step_of_a_chain() -> None:
    assert told_together(("activists", "lawyers", "Reuters"), ("lawyers",)) == ("activists and lawyers", "Reuters")
    assert told_together(("a doctor", "Unicef"), ()) == ("a doctor", "Unicef")
    assert told_together((), ()) == ()


def test_a_day_that_no_words_state_is_told_as_that_of_the_report() -> None:
    analysis = siege()
    claim = next(claim for claim in analysis.claims if claim.report == HERALD.id and claim.measure)
    day = date(2031, 3, 4)
    told = [
        Rows(analysis).claim(replace(claim, date=Interval(day, day, Precision.DAY, words)), "c").facts[0].why
        for words in (None, "Tuesday")
    ]
    assert told == ["4 March 2031 (the day of the report: none is stated)", "4 March 2031 (“Tuesday”)"]
