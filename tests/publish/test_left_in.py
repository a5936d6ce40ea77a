"""Whoever checks a public release is shown the names that are still in it."""

from dataclasses import replace

from sayso.model import Analysis
from sayso.publish.left_in import LeftIn, left_in, left_in_lines
from sayso.publish.redact import Audience, release

from .factory import report_of

EMPTY = Analysis((), (), (), (), (), (), (), (), ())


def left_of(text: str) -> LeftIn:
    analysis = replace(EMPTY, reports=(report_of("Valley Post", text),))
    return left_in(release(analysis, Audience.PUBLIC))


def test_persons_with_an_office_stand_apart_from_what_nothing_is_known_of() -> None:
    found = left_of("Governor Ann Lee spoke in Reuters reports. Talks with Perrin Osk went on.")
    assert found.in_office == ("Ann Lee",)
    assert "Perrin Osk" in found.unsorted
    assert "Reuters" in found.known


def test_a_common_word_at_the_start_of_a_sentence_is_no_name() -> None:
    found = left_of("Shells fell. The shells came at night. Night fell on Osk.")
    assert found.unsorted == ("Osk",)


def test_what_is_withheld_is_not_listed() -> None:
    found = left_of("The Quendal family lost four children in the fire. His brother Orlo Quendal wept.")
    assert not any("Quendal" in name or "Orlo" in name for name in (*found.in_office, *found.unsorted, *found.known))


def test_the_lines_count_what_they_do_not_list() -> None:
    bodies = tuple(f"Body {n}" for n in range(70))
    *_, last = left_in_lines(LeftIn((), (), bodies))
    assert last.endswith("and 10 more.")
    assert not list(left_in_lines(LeftIn((), (), ())))
