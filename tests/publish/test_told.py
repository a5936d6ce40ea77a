"""Whom a text tells of as a private person: each rule holds for plain and for accented letters."""

import pytest

from sayso.knowledge.sources import load_registry
from sayso.publish.leave_out import WITHHELD
from sayso.publish.private import withheld

from .test_redact import of, shown

PAIRS = [
    ("Lukasz", "Łukasz"),
    ("Omer", "Ömer"),
    ("Dorde", "Đorđe"),
    ("Asa", "Åsa"),
    ("Ibrahim", "İbrahim"),
    ("Zaneta", "Žaneta"),
]
RULES = [
    "{}, 12, was hurt.",
    "{} (aged 12) was hurt.",
    "{}, a 12-year-old, was hurt.",
    "The woman said her daughter {} was hit in the kitchen.",
    "We spoke to {}, who hid in a cellar.",
    "Reached by telephone, {} said that it was cold.",
    "The man known only as {} ran away.",
    "It was told by a seller who gave his name only as {}.",
    "Mrs {} wept.",
    "They shot {} and ran.",
    "We saw the grave. {}’s mother wept.",
    "State media identified the pilot as {} Tovel.",
    "{} Tovel was shot dead.",
    "Six-year-old Mira, {} and little Oda were found.",
]


@pytest.mark.parametrize("rule", RULES)
@pytest.mark.parametrize("name", [name for pair in PAIRS for name in pair])
def test_a_private_person_is_left_out_by_every_rule_in_every_spelling(rule: str, name: str) -> None:
    left = shown(rule.format(name))
    assert name not in left
    assert WITHHELD in left


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Yusuf “Abu Omar” Kattan, a driver, wept.", "Abu Omar"),
        ("Her son Jordan was found.", "Jordan"),
        ("A boy named Jordan was found.", "Jordan"),
        ("ALI, 12, WAS HURT", "ALI"),
        ("They were Yousif and Haroun, he said.", "Haroun"),
        ("His daughters Layla and Huda were in it.", "Huda"),
        ("The chef Paolo Ricci died there.", "Ricci"),
        ("The captain, Hendrik Manafe, drowned.", "Manafe"),
        ("Spokesman Fadi Nassar is missing.", "Nassar"),
        ("Colonel Rudi Hartono has been missing.", "Hartono"),
        ("The dead were Rania Khoury, 8, Sami Khoury and little Noor.", "Noor"),
    ],
)
def test_what_could_be_something_else_is_a_person_where_the_words_say_so(text: str, name: str) -> None:
    assert name not in shown(text)


@pytest.mark.parametrize(
    "text",
    [
        "In Medina, 12, among them children, were hurt.",
        "Killed by district: Aleppo (5), Damascus (12).",
        "The convoy reached Aleppo.",
        "We spoke to Aleppo residents.",
        "Jordan, 12, and Syria, 14, took part.",
        "Doctors Without Borders died out. The Sudan Doctors Network said so, the nurse said.",
        "They were Syrian residents. Its lawyer knew its ship.",
        "They shot Syrian soldiers. Unicef’s name was used.",
        "The plane came to Dorrin, 6.40 this evening.",
        "The mayor of Dorrin, Ann Lee, spoke. Mayor Ann Lee, 54, wept.",
    ],
)
def test_places_bodies_and_officials_stay(text: str) -> None:
    assert shown(text) == text


@pytest.mark.parametrize(
    "text",
    [
        "Karim Sol, a driver for the mayor, wept.",
        "Karim Sol, the mayor’s son, wept.",
        "Karim Sol, whose head was hurt, wept.",
    ],
)
def test_who_is_only_near_an_office_holds_none(text: str) -> None:
    assert "Karim Sol" in withheld(of(f"Nurse Karim Sol, 30, hid. {text}"), load_registry()).names
