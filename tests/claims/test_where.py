"""Where a harm happened: which of the places that a report names, and why."""

import pytest

from sayso import annotate, attribute, claims
from sayso.claims import where
from sayso.claims.where_head import place_weights, telling
from sayso.model import Claim
from tests.conftest import make_report


def figures(text: str) -> list[Claim]:
    annotated = list(annotate.load().annotate([make_report(text)]))
    attributions = list(attribute.load("rules").attribute(annotated))
    [found] = claims.load().read(zip(annotated, attributions, strict=True))
    return [claim for claim in found.claims if claim.figure is not None]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Nine miners were killed when a shaft collapsed in Potosi on Friday.", "Potosi"),
        ("The minister, speaking in Geneva, said that 14 people were killed in a raid on Taiz.", "Taiz"),
        ("Six people were killed by shells in the Halm quarter of Donetsk.", "Halm quarter of Donetsk"),
    ],
)
def test_the_place_of_harm_is_told_from_the_others(text: str, words: str) -> None:
    [claim] = figures(text)
    assert claim.place is not None
    assert words in claim.place.words


def test_a_harm_that_fits_none_of_the_places_named_has_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(where, "place_weights", lambda: {"nowhere & no place before & own=True": 1.0})
    [claim] = figures("Nine miners were killed when a shaft collapsed in Potosi on Friday.")
    assert claim.place is None
    assert "None of the places" in dict(claim.reasons)["place"]


def test_a_doctors_nationality_is_no_place() -> None:
    [claim] = figures("A Kenyan doctor said three infants were killed by a falling wall.")
    assert claim.place is None


def test_the_reason_names_the_place_that_was_not_chosen() -> None:
    [claim] = figures("The minister, speaking in Geneva, said that 14 people were killed in a raid on Taiz.")
    assert 'Rather than "Geneva"' in dict(claim.reasons)["place"]


def test_what_tells_two_places_apart_is_said_in_plain_words() -> None:
    weights = {"nearest": 1.0, "away=0": 2.0, "told": -1.0, "hit word before": 0.5, "sure=True": 1.0}
    assert telling(["nearest", "away=0", "hit word before"], ["told"], weights) == ("nearest", "hit word before")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("TUNIS, Sept 9 (Tidings) - Nine people drowned when a dinghy capsized off Mahdia on Tuesday.", "Mahdia"),
        ("A boat sank off Mahdia. A doctor at a hospital in Sfax said that 12 people had drowned.", "Mahdia"),
        (
            "Shells fell on the market of Taiz on Monday, killing two boys.\n"
            "Yemen's war has killed more than 150,000 people since 2014, according to the United Nations.",
            "Yemen",
        ),
    ],
)
def test_datelines_hospitals_and_the_last_place_named_do_not_stand_for_the_harm(text: str, words: str) -> None:
    place = figures(text)[-1].place
    assert place is not None
    assert words in place.words


def test_where_people_come_from_speaks_against_a_place() -> None:
    assert place_weights()["origin word before"] <= -1.5


def test_where_reports_are_written_and_the_hurt_are_treated_speaks_against_a_place() -> None:
    assert place_weights()["the dateline"] <= -1.0
    assert place_weights()["a place of care & hit=False"] < 0
    assert place_weights()["a place of those who speak"] < 0
