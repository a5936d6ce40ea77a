"""Which words of a sentence name places: kinds, neighbours, other sentences; and which do not."""

import pytest

from sayso import annotate
from sayso.claims.where_candidates import Candidates
from sayso.claims.where_names import NamedPlaces
from sayso.claims.where_words import naming
from sayso.errors import KnowledgeError
from sayso.knowledge.gazetteer import load_gazetteer
from sayso.knowledge.vocabulary import load_vocabulary
from tests.conftest import make_report


def places_of(text: str) -> NamedPlaces:
    [annotated] = annotate.load().annotate([make_report(text)])
    return NamedPlaces(annotated, load_gazetteer(), ())


@pytest.mark.parametrize(
    ("words", "name"),
    [("Tarvan 60 kilometres", "Tarvan"), ("Tarvan Thirty", "Tarvan"), ("Sector 12", "Sector 12")],
)
def test_a_distance_or_a_number_behind_a_name_is_no_part_of_it(words: str, name: str) -> None:
    trailing = naming("trailing").search(words)
    assert (words[: trailing.start()] if trailing else words) == name


def named_in(text: str, sentence: int = -1) -> list[str]:
    places = places_of(text)
    listed = places.annotated.sentences
    return [named.span.of(text) for named in places.of(listed[sentence])]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Two traders died when a roof came down in Tarvan market on Monday.", "Tarvan"),
        ("The killings happened in the hamlet of Orishan on Monday.", "Orishan"),
        ("The clash began at the gates of Mukalo Deep on Monday.", "Mukalo Deep"),
        ("Four farmers were killed by an air strike on Berem al-Hosn.", "Berem al-Hosn"),
        ("Guards fired on miners at the Sector 12 base on Monday.", "Sector 12"),
        ("Buses waited all night in rebel-held Rashvadin west of Aleppo.", "Rashvadin"),
        ("Two shells fell on Tarvan near Homs on Monday.", "Tarvan"),
        ("Nine smugglers were held in the delegation of El Amrush on Monday.", "El Amrush"),
        ("The dead of Tarvosk were laid out in a row on Monday.", "Tarvosk"),
        ("Fourteen people are missing from Beltorra since Monday.", "Beltorra"),
        ("Shells fell in Tarvosk, Beltorra and Ghanet on Monday.", "Ghanet"),
        ("Two women drowned in the Karvan district on Monday.", "Karvan"),
        ("Nine people were shot in the hamlets of Filo Tarvan on Monday.", "Filo Tarvan"),
        ("Most of the clerks had left Gaines County by noon on Monday.", "Gaines County"),
    ],
)
def test_the_words_around_a_name_make_it_a_place(text: str, name: str) -> None:
    assert any(name in found for found in named_in(text))


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("It was a black weekend for Mombasa, where nine people died.", "Mombasa"),
        ("Mombasa police counted nine dead.", "Mombasa"),
        ("Lives lost: three (Tarvan 2, Beltorra 1).", "Tarvan"),
        ("The trucks had left Velkora at dawn, and nine men were shot.", "Velkora"),
    ],
)
def test_names_that_nothing_says_are_places_are_weighed_as_faint_ones(text: str, name: str) -> None:
    places = places_of(text)
    [faint] = [n for n in places.of(places.annotated.sentences[0]) if n.span.of(text) == name]
    assert faint.told


def test_places_without_a_name_are_open_to_their_own_sentence_only() -> None:
    text = "Nine people drowned in the old prison of the town. Two died on Monday near the prison of Tarvan."
    places = places_of(text)
    first, second = places.annotated.sentences
    assert [n.span.of(text) for n in places.common(first)] == ["the old prison"]
    assert not list(places.common(second))
    listed = Candidates(places.annotated, places)
    assert "old prison" in {c.key for c in listed.near(0)}
    assert "old prison" not in {c.key for c in listed.near(1)}


def test_short_words_in_capitals_and_vessels_are_no_faint_places() -> None:
    assert not named_in("The MV Tarvan sailed for DNA tests of the nine dead. Sailors came to Tarvan at dawn.")


def test_a_name_said_to_be_a_village_once_is_a_place_in_every_sentence() -> None:
    text = "The village of Orishan lies in the hills. Soldiers entered Orishan at dawn and left it by noon."
    assert "Orishan" in named_in(text)


def test_the_heading_of_an_entry_names_a_place() -> None:
    assert "Kerfanna" in named_in("Kerfanna, Tunisia (10 September).\nTwo bodies were found on the beach.", 0)


ENTRIES = "Monday's list, from the duty desk:\n\n* BELTORRA - Two bakers shot dead.\n\n* MOSUL - A bomb killed nine.\n"


def test_the_places_that_head_the_entries_of_a_list_are_names_with_their_entries() -> None:
    places = places_of(ENTRIES)
    heads = [entry.head.of(ENTRIES) for entry in places.entries.values()]
    assert heads == ["BELTORRA", "MOSUL"]
    first, _ = places.entries.values()
    assert "bakers" in first.extent.of(ENTRIES)
    assert "bomb" not in first.extent.of(ENTRIES)


def test_headings_of_what_is_counted_make_no_list_of_places() -> None:
    assert not places_of("Situation report.\n\nDead: 12\n\nInjured: 40\n\nEvacuees - 23,000\n").entries


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("The army hit the depot with Katyusha rockets on Monday.", "Katyusha"),
        ("Ships taking part in Operation River Shield fired on the port.", "River Shield"),
        ("Pirates boarded the trawler Salalah and took nine men.", "Salalah"),
        ("Residents fled a Kurdish-populated district on Monday.", "Kurdish-populated"),
        ("The Yemeni port was closed on Monday.", "Yemeni"),
        (
            "The cyclone, named Orlinda, came ashore. Cyclone Orlinda left nine dead, and those killed by Orlinda",
            "Orlinda",
        ),
        ("The Orlinda virus killed two; those sick in Orlinda wards", "Orlinda"),
        ("Carver County District Attorney Ann Hale spoke on Monday.", "Carver County District"),
    ],
)
def test_weapons_operations_ships_and_peoples_are_no_places(text: str, word: str) -> None:
    assert not any(word in found for found in named_in(text))


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("Sudan's war has driven millions from their homes.", "sudan"),
        ("The Iranian navy freed the crew.", "iran"),
        ("The South Sudanese army denied it.", "south sudan"),
    ],
)
def test_a_country_is_known_by_its_name_and_by_the_word_for_its_people(text: str, country: str) -> None:
    places = places_of(text)
    assert country in {c.key for c in Candidates(places.annotated, places).at(0)}


def test_what_lies_west_of_a_city_is_the_finer_of_the_two() -> None:
    places = places_of("Two shells fell on Tarvan west of Homs on Monday.")
    found = {c.key: c for c in Candidates(places.annotated, places).at(0)}
    assert found["tarvan"].lies_in == ("homs",)
    assert found["tarvan"].named.rank < found["homs"].named.rank


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("Peru counted its dead on Monday. Houses fell in Cusco, in Arequipa and in Puno.", True),
        ("Peru called for talks on Monday. Houses fell in Mosul, in Basra and in Kirkuk.", False),
    ],
)
def test_a_country_with_nothing_put_in_it_counts_where_the_report_is_about_it(text: str, *, counts: bool) -> None:
    places = places_of(text)
    assert ("peru" in {c.key for c in Candidates(places.annotated, places).at(0)}) is counts


def test_a_foreign_country_is_open_to_figures_of_its_own_sentence_only() -> None:
    places = places_of("Peru lost six of nine patients. Houses fell in Mosul, in Basra and in Kirkuk.")
    candidates = Candidates(places.annotated, places)
    assert "peru" in {c.key for c in candidates.near(0)}
    assert "peru" not in {c.key for c in candidates.near(1)}


def test_every_listed_pattern_can_be_read() -> None:
    listed = load_vocabulary("places_names")
    for group in ("exact", "any_case"):
        patterns = listed[group]
        assert isinstance(patterns, dict)
        assert all(naming(key).pattern for key in patterns)


def test_a_pattern_that_is_not_listed_says_so() -> None:
    with pytest.raises(KnowledgeError, match="no pattern"):
        naming("of_no_kind")
