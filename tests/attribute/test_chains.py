"""Who stands in a chain: roots side by side, refusals, the outlet's own people, numbers that somebody puts about."""

import pytest

from sayso.annotate import Annotator
from sayso.attribute import load
from sayso.model import Attribution
from tests.conftest import make_report


def innermost(annotator: Annotator, text: str, about: str, outlet: str | None = None) -> Attribution | None:
    [annotated] = annotator.annotate([make_report(text, outlet=outlet)])
    [found] = load().attribute([annotated])
    start = text.index(about)
    holding = [one for one in found if any(c.start <= start < c.end for c in one.content) and one.chain]
    return min(holding, key=lambda one: sum(map(len, one.content)), default=None)


@pytest.mark.parametrize(
    ("text", "about", "chain"),
    [
        ("The charity has counted 40 wounded in the valley since May.", "40 wounded", ("The charity",)),
        ("The Harbour Board has registered 31 bodies in Belden.", "31 bodies", ("The Harbour Board",)),
        ("A toll of 40 dead given by the coast guard is out of date.", "40 dead", ("the coast guard",)),
        ("The mayor gave a lower count: fifteen dead in the whole province.", "fifteen", ("The mayor",)),
        ("The army denied a claim by the union that nine miners had been shot.", "nine miners", ("the union",)),
        (
            "The story of 52 dead villagers, spread by the rebels, is an invention, the army said.",
            "52 dead",
            ("the rebels",),
        ),
        ("A clerk reached by telephone said nine men had died.", "nine men", ("A clerk",)),
        ("Belden Hospital took in nine wounded, its director said.", "nine wounded", ("Belden Hospital",)),
        ("Ana Ruiz, a miner, wrote on her Facebook page that nine men had died.", "nine men", ("Ana Ruiz, a miner",)),
    ],
)
def test_the_root_is_who_states_it(annotator: Annotator, text: str, about: str, chain: tuple[str, ...]) -> None:
    found = innermost(annotator, text, about)
    assert found is not None
    assert found.chain == chain


@pytest.mark.parametrize(
    ("text", "joint"),
    [
        ("Nine people died, the monitor and medics in the tent said.", ("medics in the tent",)),
        ("Nine people were killed, activists and state media reported.", ("state media",)),
        ("The agency, citing a doctor and a nurse, said nine people died.", ("a nurse",)),
        ("The mayor told AFP that nine people died.", ()),
        ("The head of the army and the navy said nine people died.", ()),
    ],
)
def test_sources_that_speak_together_are_roots_side_by_side(
    annotator: Annotator, text: str, joint: tuple[str, ...]
) -> None:
    found = innermost(annotator, text, "ine people")
    assert found is not None
    assert found.joint == joint
    assert set(joint) < set(found.chain)


@pytest.mark.parametrize(
    ("outlet", "speaker"),
    [
        ("Southern Press Agency", "SPA"),
        ("Meridian World Radio", "Meridian"),
        ("The Daily Belden (English pages)", "the Daily Belden"),
    ],
)
def test_an_outlet_is_known_by_a_shorter_name(annotator: Annotator, outlet: str, speaker: str) -> None:
    text = f"A surgeon told {speaker} that he had seen eight bodies."
    found = innermost(annotator, text, "eight bodies", outlet)
    assert found is not None
    assert found.chain == ("A surgeon",)


def test_a_people_is_no_short_name_of_an_outlet(annotator: Annotator) -> None:
    found = innermost(annotator, "The Syrian said nine men had died.", "nine men", "Syrian Arab News Agency")
    assert found is not None
    assert found.chain == ("The Syrian",)


def test_the_outlets_own_people_are_the_outlet(annotator: Annotator) -> None:
    assert innermost(annotator, "Our volunteers report twelve deaths in Belden.", "twelve deaths") is None
    quoted = innermost(annotator, '"Our drivers say nine men died," the union said.', "nine men")
    assert quoted is not None
    assert quoted.chain[-1] == "the union"


def test_what_one_says_ends_where_another_begins(annotator: Annotator) -> None:
    text = "The army said two soldiers died while the rebels said nine men had been shot."
    found = innermost(annotator, text, "nine men")
    assert found is not None
    assert found.chain == ("the rebels",)


@pytest.mark.parametrize(
    ("leader", "root"),
    [("The director of the Tarvan-based group", "the Harbour Watch"), ("The director of the hospital", "the hospital")],
)
def test_who_leads_a_group_leads_the_body_that_a_person_was_said_to_lead(
    annotator: Annotator, leader: str, root: str
) -> None:
    before = "The Red Hand group struck again. Ann Poe, director of the Harbour Watch, said nine people died."
    found = innermost(annotator, f"{before} {leader} said four of them were children.", "four of them")
    assert found is not None
    assert found.chain[0] == root
