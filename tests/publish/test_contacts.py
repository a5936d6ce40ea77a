"""No way to a person leaves the house: numbers, handles, addresses, papers; counts, days and streets of events stay."""

import pytest

from sayso.publish.leave_out import CONTACT

from .test_redact import shown


@pytest.mark.parametrize(
    ("text", "secret"),
    [
        ("Call +963 944 123 456 for news.", "944"),
        ("Call 0944-123-456, he said.", "456"),
        ("His phone number was 5551234567.", "5551234567"),
        ("Write to mira.tovel@example.org today.", "mira"),
        ("The post by @mira_tovel was shared.", "mira_tovel"),
        ("See https://facebook.com/mira.tovel.3 for it.", "tovel"),
        ("See t.me/miratovel/12 for it.", "miratovel"),
        ("She lives at 14 Baker Street, by the school.", "14 Baker"),
        ("The family’s home is at Rue des Lilas 27.", "27"),
        ("They were hiding in apartment 12 there.", "apartment 12"),
        ("His passport, N1234567, was found.", "N1234567"),
        ("The car with the plate AA 1234 BB was his.", "1234"),
        ("ID 123456789 was in his pocket.", "123456789"),
    ],
)
def test_a_way_to_a_person_is_left_out(text: str, secret: str) -> None:
    left = shown(text)
    assert secret not in left
    assert CONTACT in left


@pytest.mark.parametrize(
    "text",
    [
        "The number of dead rose to 1,234,567 in 2016-12-13.",
        "A shell hit 14 Baker Street at 06.30.",
        "At least 14 Baker Street traders were killed.",
        "They called for help 2016-12-13 and 2016.",
        "Some 10 000 000 people registered by 2016.",
        "He wrote to @unicef about it.",
    ],
)
def test_counts_days_and_places_of_events_stay(text: str) -> None:
    assert CONTACT not in shown(text)
