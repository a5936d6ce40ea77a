"""What the words around them make of origins, relays and speakers; every sentence is invented."""

import pytest

from sayso.annotate import Annotator
from sayso.attribute import load
from sayso.model import Attribution
from tests.attribute.test_chains import innermost
from tests.conftest import make_report


def all_in(annotator: Annotator, text: str) -> tuple[Attribution, ...]:
    [annotated] = annotator.annotate([make_report(text)])
    [found] = load().attribute([annotated])
    return found


@pytest.mark.parametrize(
    ("text", "about", "chain"),
    [
        ("The network, through its Belden channel, speaks of nine dead.", "nine dead", ("The network",)),
        ("Lea Marsh, who speaks for the ministry, said nine people died.", "nine people", ("Lea Marsh",)),
        (
            "The bloc, relying on a count by the town's priests, estimates that nine people died.",
            "nine people",
            ("the town's priests", "The bloc"),
        ),
        (
            "The death toll as collated from medical centres in the east was nine, a nurse said.",
            "nine",
            ("medical centres in the east", "a nurse"),
        ),
        (
            "A ferry sank and nine people drowned, per the manager of the port.",
            "nine people",
            ("the manager of the port",),
        ),
    ],
)
def test_what_leads_a_phrase_in_tells_who_stands_behind_the_speaker(
    annotator: Annotator, text: str, about: str, chain: tuple[str, ...]
) -> None:
    found = innermost(annotator, text, about)
    assert found is not None
    assert [name for name in found.chain if "channel" not in name] == list(chain)


@pytest.mark.parametrize(
    ("text", "about", "root"),
    [
        (
            "The mayor said the road was open. Police chief Ravi Marlo gave the figures. Nine people died, he said.",
            "Nine people",
            "police",
        ),
        (
            "Six people died, Senior Superintendent of Police A K Varma said. The SSP said nine people had been held.",
            "nine people",
            "police",
        ),
        (
            "Health Minister Alfonso Uwira said six people had died. The World Health Organization sent kits. Nine more"
            " are ill, the minister said.",
            "Nine more",
            "Health Minister Alfonso Uwira",
        ),
        (
            "The National Flood Agency gave 20 as the number of the dead. NFA's coordinator, Ali Minin, said nine"
            " people were hurt.",
            "people were hurt",
            "The National Flood Agency",
        ),
    ],
)
def test_a_short_name_or_pronoun_is_who_was_named(annotator: Annotator, text: str, about: str, root: str) -> None:
    found = innermost(annotator, text, about)
    assert found is not None
    assert found.chain[0] == root


@pytest.mark.parametrize(
    ("text", "about", "root"),
    [
        (
            "Relatives of the missing speak of forty people who never came home.",
            "forty people",
            "Relatives of the missing",
        ),
        ("Civil protection has 16 dead, eight of them in one slide at Corta.", "16 dead", "Civil protection"),
        ("The home department has 541 refugees on its books.", "541 refugees", "The home department"),
        (
            "The health ministry raised the number of people killed by the fever this year to 32.",
            "32",
            "The health ministry",
        ),
        (
            "Following are the numbers provided at 06:45 by the flood agency, with those of Monday in brackets.\n\n"
            "Dead: 34 (23)\nInjured: 205 (132)",
            "34",
            "the flood agency",
        ),
    ],
)
def test_who_keeps_or_moves_a_count_gives_it(annotator: Annotator, text: str, about: str, root: str) -> None:
    found = innermost(annotator, text, about)
    assert found is not None
    assert found.chain[0] == root


def test_the_dead_of_a_side_are_no_count_of_its_own(annotator: Annotator) -> None:
    assert innermost(annotator, "The army has nine dead since Monday.", "nine dead") is None


def test_an_inquest_that_heard_something_says_nothing(annotator: Annotator) -> None:
    [found] = all_in(annotator, "An inquest jury heard that nine people died in the fire.")
    assert found.speaker
    assert found.chain == ()
