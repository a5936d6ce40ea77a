"""Who says a figure, where its own words do not stand inside a statement."""

import pytest

from sayso import annotate, attribute, claims
from sayso.model import Claim
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


def test_an_account_without_figures_goes_on_with_none() -> None:
    text = "The owners make good coffee, the mayor said. Two miners were reportedly killed in a raid near Tarsk."
    claim = told(text)["Two miners"]
    assert claim.sources == ()


def test_roots_side_by_side_reach_the_claim() -> None:
    claim = told("Nine people were killed in Belden, activists and state media reported.")["Nine people"]
    assert (claim.sources, claim.joint) == (("activists", "state media"), ("state media",))
