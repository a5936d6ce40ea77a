"""What two tellings have in common beyond place, day and kind, and what it changes."""

from dataclasses import replace
from datetime import timedelta

import pytest

from sayso.dedupe import copy_groups
from sayso.knowledge.gazetteer import load_gazetteer
from sayso.knowledge.sources import load_registry
from sayso.link import link
from sayso.link.numbers import telling_number
from sayso.link.places import PlaceRelation, relation
from sayso.link.signs import single_signs
from sayso.link.tellings import tell
from sayso.link.weights import kind_of, readings, weights
from sayso.link.where import place_sign
from sayso.model import ClaimId, EventKind, Group, Measure, OriginKind, Place
from tests.link.cases import DAY, Case, on

REGISTRY = load_registry()
IDLEN = Place("Idlen province", "Idlen", "a", "province", within=("Syria",))
HASSAN = Place("Hassan", "Hassan", "b", "town", within=("Syria",))


def names(case: Case) -> set[str]:
    """The signs on the first two tellings of a case."""
    left, right, *_ = tell(case.claims, case.reports, ())
    return {sign.name for sign in single_signs(left, right, None)}


def together(case: Case, left: ClaimId, right: ClaimId) -> bool:
    made = link(case.claims, case.reports, (), REGISTRY)
    return any({left, right} <= set(incident.claims) for incident in made)


def test_a_number_that_is_not_round_tells_more() -> None:
    assert telling_number(1429) > telling_number(1400) > telling_number(4)


def test_a_day_taken_from_elsewhere_speaks_less_against_one_happening() -> None:
    case = Case()
    case.add("a", "A raid killed 87 people in Marrow.", "87 people", 87, when=on(DAY))
    case.add("b", "A raid killed 90 people in Marrow.", "90 people", 90, when=on(DAY + timedelta(days=9)))
    assert "gap_week_assumed" in names(case)


def test_the_day_of_a_later_report_may_be_that_on_which_the_toll_was_told() -> None:
    case = Case()
    told = [replace(on(DAY + timedelta(days=days)), words="that day") for days in (0, 3)]
    case.days = {"a": DAY, "b": DAY + timedelta(days=3)}
    case.add("a", "A raid killed 87 people in Marrow that day.", "87 people", 87, when=told[0])
    case.add("b", "The toll of the raid in Marrow is now 90 people.", "90 people", 90, when=told[1])
    assert "gap_days_late" in names(case)


@pytest.mark.parametrize(
    ("opening", "event", "sign"),
    [
        ("Terrorists shelled towns on Sunday.", EventKind.SHELLING, "gap_days_unsure"),
        ("A source told the agency late on Sunday of more dead.", EventKind.SHELLING, "gap_days_late"),
        ("Storms swept over the coast on Sunday.", EventKind.OTHER, "gap_days_late"),
    ],
)
def test_shells_that_fell_on_another_day_are_no_late_toll(opening: str, event: EventKind, sign: str) -> None:
    case = Case()
    told = [replace(on(DAY + timedelta(days=days)), words=words) for days, words in ((0, "Friday"), (2, "on Sunday"))]
    case.days = {"a": DAY, "b": DAY + timedelta(days=2)}
    case.add("a", "Shells killed 5 people in Marrow on Friday.", "5 people", 5, event=event, when=told[0])
    case.texts["b"] = f"{opening}\n"
    case.add("b", "The toll of the attacks in Marrow rose to 10 people.", "10 people", 10, event=event, when=told[1])
    assert sign in names(case)


def test_reports_that_hold_no_name_in_common_tell_two_stories() -> None:
    case = Case()
    first = "A bomb killed 38 people in Kenvung, said Orla Timm of the Pelk Union."
    case.add("a", first, "38 people", 38, place="Kenvung", event=EventKind.BOMBING, when=on(DAY))
    second = "A bomb killed 38 people in Ribbor, said Gunn Halvik of the Dorm Brigade."
    case.add("b", second, "38 people", 38, place="Ribbor", event=EventKind.BOMBING, when=on(DAY))
    assert "no_names" in names(case)
    assert len(link(case.claims, case.reports, (), REGISTRY)) == 2


def test_spellings_of_one_name_are_a_name_in_common() -> None:
    case = Case()
    case.add("a", "A bomb killed 38 people in Kenvung, said Orla Saraqeb.", "38 people", 38, place="Kenvung")
    case.add("b", "A bomb killed 38 people in Ribbor, said Gunn Saraqib.", "38 people", 38, place="Ribbor")
    left, right = tell(case.claims, case.reports, ())
    told = {sign.name: sign.reason for sign in single_signs(left, right, None)}
    assert "Saraqeb/Saraqib" in told["report_names"]


def test_reports_of_one_place_have_its_name_in_common() -> None:
    case = Case()
    for name, words in (("a", "said Orla Timm of the Pelk Union"), ("b", "said Gunn Halvik of the Dorm Brigade")):
        case.add(name, f"A bomb killed 38 people there, {words}.", "38 people", 38, place="Kenvung", when=on(DAY))
    assert "no_names" not in names(case)


@pytest.mark.parametrize(
    ("blamed", "place", "sign"),
    [
        ("the regime's forces", "Marrow", "blamed_alike"),
        ("Irrawen gunmen", "Marrow", "blamed_disputed"),
        ("Irrawen gunmen", "Vale", "blamed_differ"),
        ("Irrawen", "Vale", "blamed_other_words"),
    ],
)
def test_who_is_blamed_is_compared_by_side_and_less_of_one_place_and_day(blamed: str, place: str, sign: str) -> None:
    case = Case()
    case.add("a", "A bomb killed 9 people.", "9 people", 9, when=on(DAY), blamed="government soldiers")
    case.add("b", "A bomb killed 8 people.", "8 people", 8, when=on(DAY), blamed=blamed, place=place)
    assert sign in names(case)


def test_what_a_text_sets_apart_its_copies_do_not_join() -> None:
    case = Case()
    rest = "The second raid came while the wounded were being carried to the ferry landing by their neighbours."
    for name in ("a", "b"):
        case.add(name, "A raid killed 12 people in Marrow.", "12 people", 12, when=on(DAY))
        case.add(name, f"A raid killed 5 people in Vale. {rest}", "5 people", 5, place="Vale", when=on(DAY))
    made = link(case.claims, case.reports, copy_groups(case.reports), REGISTRY)
    assert sorted(len(incident.claims) for incident in made) == [2, 2]
    tellings = tell(case.claims, case.reports, copy_groups(case.reports))
    apart = [(one, other) for one in tellings for other in tellings if one.place != other.place]
    assert {kind_of(one, other) for one, other in apart} == {"one_report"}


def test_other_places_without_a_day_are_no_evidence() -> None:
    case = Case()
    case.add("a", "A bomb killed 9 people.", "9 people", 9, when=on(DAY))
    case.add("b", "A bomb killed 8 people.", "8 people", 8, place="Vale")
    assert "other_place_no_day" in names(case)


def test_an_agreement_is_never_told_as_speaking_for_two() -> None:
    case = Case()
    case.add("a", "A bomb killed 9 people in Marrow.", "9 people", 9, when=on(DAY))
    case.add("b", "A bomb killed 8 people in Marrow.", "8 people", 8, when=on(DAY))
    left, right = tell(case.claims, case.reports, ())
    assert weights("two_reports").signs["same_place"] < 0
    assert "are one place" not in readings(left, right, None)[1]


def test_a_place_that_only_lies_around_a_town_is_not_apart_from_its_neighbours() -> None:
    gazetteer = load_gazetteer()

    def stand(one: str, other: str) -> PlaceRelation:
        return relation(gazetteer.resolve(one, ("Syria",)), gazetteer.resolve(other, ("Syria",)), gazetteer)

    assert stand("Tarvan village in Aleppo", "Haritan") is PlaceRelation.UNRELATED
    assert stand("Tarvan village in Aleppo", "Daraa") is PlaceRelation.APART
    assert stand("eastern Aleppo", "Haritan") is PlaceRelation.APART


def test_two_neighbouring_towns_are_told_from_two_far_ones() -> None:
    gazetteer = load_gazetteer()

    def sign(other: str) -> str:
        one, two = (gazetteer.resolve(words, ("Syria",)) for words in ("Aleppo", other))
        case = Case()
        case.add("a", "A bomb killed 9 people.", "9 people", 9, place=one)
        case.add("b", "A bomb killed 8 people.", "8 people", 8, place=two)
        left, right = tell(case.claims, case.reports, ())
        return place_sign(left, right, gazetteer).name

    assert (sign("Haritan"), sign("Idlib"), sign("Daraa")) == ("close_places", "apart_near", "apart")


def test_what_both_reports_tell_most_of_is_told_apart_from_asides() -> None:
    case = Case()
    for name in ("a", "b"):
        case.add(name, "A bomb killed 38 people in Sorrel.", "38 people", 38, place="Sorrel", when=on(DAY))
        case.add(name, "In Sorrel 9 people were hurt.", "9 people", 9, place="Sorrel", when=on(DAY))
    assert {"both_main", "report_names"} <= names(case)


def test_two_happenings_of_stated_days_stay_two_whatever_the_numbers() -> None:
    case = Case()
    days = [on(DAY), on(DAY + timedelta(days=9))]
    told = [f"A raid killed 87 people in Marrow on {day.iso()}." for day in days]
    a, b = (
        case.add(name, words, "87 people", 87, when=type(day)(day.first, day.last, day.precision, day.iso()))
        for name, words, day in zip("ab", told, days, strict=True)
    )
    assert not together(case, a, b)


@pytest.mark.parametrize(
    ("one", "other"),
    [("Darayya", "Daraa"), ("Niger", "Nigeria"), ("Ramla", "Ramallah"), ("Sudan", "South Sudan"), ("Ghana", "Guyana")],
)
def test_two_places_of_the_gazetteer_are_never_one_for_their_consonants(one: str, other: str) -> None:
    gazetteer = load_gazetteer()
    left, right = gazetteer.resolve(one), gazetteer.resolve(other)
    assert relation(left, right, gazetteer) is PlaceRelation.APART
    assert relation(left, right) is PlaceRelation.APART


def test_spellings_that_no_gazetteer_tells_apart_are_one_place() -> None:
    assert relation(Place("Foua"), Place("Fu'ah"), load_gazetteer()) is PlaceRelation.SAME


def test_a_province_may_hold_a_town_that_is_filed_under_the_country_only() -> None:
    assert relation(HASSAN, IDLEN) is PlaceRelation.PERHAPS
    assert relation(HASSAN, Place("Ramen", "Ramen", "c", "town", within=("Syria",))) is PlaceRelation.APART
    elsewhere = Place("Kilis province", "Kilis", "d", "province", within=("Turkey",))
    assert relation(HASSAN, elsewhere) is PlaceRelation.APART


def test_the_other_report_naming_the_place_is_a_sign() -> None:
    case = Case()
    case.add("a", "A bomb killed 40 people in Sorrel.", "40 people", 40, place="Sorrel", when=on(DAY))
    case.add("b", "A bomb killed 40 people in Vale. Sorrel wept.", "40 people", 40, place="Vale", when=on(DAY))
    assert "place_named" in names(case)


@pytest.mark.parametrize(
    ("event", "words", "number", "days", "is_total"),
    [
        (EventKind.AIRSTRIKE, "300,000 people", 300_000, 1, True),
        (EventKind.AIRSTRIKE, "300 people", 300, 1, False),
        (EventKind.AIRSTRIKE, "412 people", 412, 250, True),
        (EventKind.OTHER, "230,000 people", 230_000, 1, False),
        (EventKind.CUMULATIVE, "12 people", 12, 3, True),
    ],
)
def test_a_count_of_years_is_a_total_whatever_kind_was_read(
    event: EventKind, words: str, number: int, days: int, is_total: bool
) -> None:
    case = Case()
    when = replace(on(DAY, DAY + timedelta(days=days)), words=None)
    case.add("a", f"It has killed {words}.", words, number, event=event, when=when)
    (telling,) = tell(case.claims, case.reports, ())
    assert telling.cumulative is is_total


def test_hundreds_and_an_exact_toll_can_both_hold() -> None:
    case = Case()
    case.add("a", "Hundreds were killed in Marrow.", "Hundreds", 200, high=None, when=on(DAY))
    case.add("b", "A raid killed 1,429 people in Marrow.", "1,429 people", 1429, when=on(DAY))
    assert "numbers_open" in names(case)


def test_several_numbers_that_agree_outweigh_a_place_read_too_widely() -> None:
    case = Case()
    first = {"event": EventKind.CHEMICAL, "when": on(DAY)}
    a = case.add("a", "Gas killed 87 people in Hassan.", "87 people", 87, place=HASSAN, **first)  # type: ignore[arg-type]
    case.add("a", "Among them were 31 children.", "31 children", 31, group=Group.CHILD, place=HASSAN, **first)  # type: ignore[arg-type]
    b = case.add("b", "The gas killed 87 people.", "87 people", 87, place=IDLEN, **first)  # type: ignore[arg-type]
    case.add("b", "It said 31 children died.", "31 children", 31, group=Group.CHILD, place=IDLEN, **first)  # type: ignore[arg-type]
    assert together(case, a, b)


def test_great_totals_of_two_countries_stay_apart() -> None:
    case = Case()
    for report, country in (("a", "Norland"), ("b", "Sudria")):
        place = Place(country, country, country, "country")
        words = f"More than 300,000 people were killed in {country}."
        case.add(report, words, "300,000 people", 300_000, event=EventKind.CUMULATIVE, place=place)
    assert len(link(case.claims, case.reports, (), REGISTRY)) == 2


def test_a_person_named_barely_goes_with_the_office_that_the_report_gives() -> None:
    case = Case()
    case.add(
        "a", "It killed 9 people.", "9 people", 9, when=on(DAY), sources=("Interior Minister of France Ana Orlan",)
    )
    case.add("a", "Orlan said 9 people died.", "9 people", 9, when=on(DAY), sources=("Orlan",))
    (incident,) = link(case.claims, case.reports, (), REGISTRY)
    (origin,) = incident.origins
    assert origin.kind is OriginKind.PARTY
    assert any('"Orlan" is named' in join.reason for join in origin.joins)


def test_a_bare_name_alone_in_another_report_is_not_guessed() -> None:
    case = Case()
    case.add(
        "a",
        "It killed 9 people in Marrow.",
        "9 people",
        9,
        when=on(DAY),
        sources=("Interior Minister of France Ana Orlan",),
    )
    case.add("b", "Orlan said 9 people died in Marrow.", "9 people", 9, when=on(DAY), sources=("Orlan",))
    (incident,) = link(case.claims, case.reports, (), REGISTRY)
    assert len(incident.origins) == 2


def test_a_total_of_deaths_and_one_of_people_moved_are_two_and_of_deaths_and_wounds_one() -> None:
    week = on(DAY, DAY + timedelta(days=6))

    def totals(other: Measure) -> bool:
        case = Case()
        killed = case.add("a", "The week left 82 dead.", "82", 82, event=EventKind.CUMULATIVE, when=week)
        counted = case.add(
            "a", "In the week it was 340.", "340", 340, event=EventKind.CUMULATIVE, measure=other, when=week
        )
        return together(case, killed, counted)

    assert not totals(Measure.EVACUATED)
    assert totals(Measure.INJURED)
