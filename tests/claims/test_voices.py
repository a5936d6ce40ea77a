"""Who says a figure, where its own words do not stand inside a statement."""

import pytest

from sayso import annotate, attribute, claims
from sayso.model import Claim, Status
from tests.conftest import make_report


def told(text: str) -> dict[str, Claim]:
    """The claims with a figure by their words."""
    [annotated] = annotate.load().annotate([make_report(text)])
    [attributions] = attribute.load().attribute([annotated])
    [found] = claims.load().read([(annotated, attributions)])
    return {claim.words: claim for claim in found.claims if claim.figure is not None}


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("Two women died on the spot, police said, while a dozen commuters were injured.", "a dozen commuters"),
        ("A bus hit a wall in Belden, police said, and nine passengers were injured.", "nine passengers"),
        ("Seven miners died in Belden, police said. The other five died in the tunnel.", "The other five"),
    ],
)
def test_a_sentence_goes_on_with_its_speaker(text: str, figure: str) -> None:
    claim = told(text)[figure]
    assert [name.lower() for name in claim.sources] == ["police"]


@pytest.mark.parametrize(
    ("opening", "sources"),
    [("Nine passengers are in hospital.", ()), ("Nine others are in hospital.", ("the harbour police",))],
)
def test_a_new_paragraph_goes_on_only_where_it_counts_on(opening: str, sources: tuple[str, ...]) -> None:
    found = told(f"A ferry sank and four sailors drowned, the harbour police said.\n\n{opening}")
    assert [claim.sources for words, claim in found.items() if words.startswith("Nine")] == [sources]


def test_a_refusal_that_names_no_author_is_the_refusers() -> None:
    found = told("Commander Ann Poe dismissed as untrue assertions that two bodies are in the pit.")
    assert "untrue" not in " ".join(found["two bodies"].sources)


def test_an_account_without_figures_goes_on_with_none() -> None:
    text = "The owners make good coffee, the mayor said. Two miners were reportedly killed in a raid near Tarsk."
    claim = told(text)["Two miners"]
    assert claim.sources == ()


def test_roots_side_by_side_reach_the_claim() -> None:
    claim = told("Nine people were killed in Belden, activists and state media reported.")["Nine people"]
    assert (claim.sources, claim.joint) == (("activists", "state media"), ("state media",))


@pytest.mark.parametrize(
    ("text", "figure", "author"),
    [
        (
            "The ferry line denied an assertion by the sailors' union that two men had drowned.",
            "two men",
            "the sailors' union",
        ),
        ("Rumours on Telegram that 20 miners died are untrue, the mayor said.", "20 miners", "Rumours on Telegram"),
        (
            "The army dismissed as invented a tally of 61 dead issued by its foes, the Valley Front.",
            "61",
            "the Valley Front",
        ),
    ],
)
def test_a_denied_account_is_its_authors(text: str, figure: str, author: str) -> None:
    [claim] = [claim for words, claim in told(text).items() if figure in words]
    assert (claim.sources, claim.status) == ((author,), Status.DENIED)


def test_entries_of_a_list_have_the_source_of_its_heading() -> None:
    found = told("The Ministry of Health announced the following figures:\n- Deaths: 23\n- Injured: 110")
    assert {claim.sources for claim in found.values()} == {("The Ministry of Health",)}
    assert len(found) == 2


def test_what_the_outlets_own_people_counted_is_nobody_elses() -> None:
    text = "Two women were killed, the secretary said. At the mortuary, however, our correspondent counted ten bodies."
    assert told(text)["ten bodies"].sources == ()


def test_people_counted_before_a_denial_are_not_who_claims() -> None:
    text = "The division keeps its figure of thirteen guerrillas killed and denies that eight peasants died in Belden."
    assert not any("thirteen" in name for name in told(text)["eight peasants"].sources)
