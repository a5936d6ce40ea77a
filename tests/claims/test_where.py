"""Where a harm happened: which of the places that a report names, and why."""

from datetime import date

import pytest

from sayso import annotate, attribute, claims
from sayso.claims import where
from sayso.claims.where_head import place_weights, telling
from sayso.model import Claim, Stamp
from tests.conftest import make_report


def figures(text: str, published: date | None = None) -> list[Claim]:
    stamp = Stamp(published, published, None, None, None, str(published), "field") if published else None
    annotated = list(annotate.load().annotate([make_report(text, published=stamp)]))
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
    monkeypatch.setattr(where, "place_weights", lambda *, run_on: {"nowhere & no place before & own=True": 1.0})
    [claim] = figures("Nine miners were killed when a shaft collapsed in Potosi on Friday.")
    assert claim.place is None
    assert "None of the places" in dict(claim.reasons)["place"]


def test_reports_with_and_without_paragraphs_are_weighed_apart(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(where, "place_weights", lambda *, run_on: {"away=0": 5.0 if run_on else -5.0})
    told = ["A wall fell in Potosi on Monday.", "Nine miners were killed in Oruro on Friday."]
    [run_on], [parted] = figures(" ".join(told)), figures("\n\n".join(told))
    assert [c.place and c.place.words for c in (run_on, parted)] == ["Oruro", "Potosi"]


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


@pytest.mark.parametrize("run_on", [False, True])
def test_where_people_come_from_speaks_against_a_place(*, run_on: bool) -> None:
    assert place_weights(run_on=run_on)["origin word before"] <= -1.5


@pytest.mark.parametrize("run_on", [False, True])
def test_where_reports_are_written_and_the_hurt_are_treated_speaks_against_a_place(*, run_on: bool) -> None:
    assert place_weights(run_on=run_on)["the dateline"] <= -1.0
    assert place_weights(run_on=run_on)["a place of care & hit=False"] < 0
    assert place_weights(run_on=run_on)["a place of those who speak"] < 0


def test_a_great_toll_over_years_is_the_countrys_and_not_the_towns() -> None:
    war = "Shells killed nine people in Douma, Syria, on Friday. "
    rest = "More than {} people have been killed since the war began in March 2011."
    told = (figures(war + rest.format(number), date(2016, 7, 2))[-1] for number in ("280,000", "2,800"))
    places = [claim.place for claim in told]
    assert [place.words if place else None for place in places] == ["Syria", "Douma, Syria"]


def test_a_place_without_a_name_lies_where_the_report_is(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(where, "place_weights", lambda *, run_on: {"no name": 5.0})
    [claim] = figures("Rain fell on Mombasa all week. Nine people drowned in the old prison on Friday.")
    assert claim.place is not None
    assert (claim.place.words, claim.place.name) == ("the old prison", "Mombasa")
