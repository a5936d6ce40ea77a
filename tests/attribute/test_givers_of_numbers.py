"""Who gives a number of people harmed where no verb of saying does."""

import pytest

from sayso import attribute
from sayso.annotate import Annotator
from tests.conftest import make_report


def roots(annotator: Annotator, text: str, words: str) -> set[str]:
    """First links of the statements that hold the words."""
    [annotated] = annotator.annotate([make_report(text)])
    [found] = attribute.load().attribute([annotated])
    at = text.index(words)
    return {one.chain[0] for one in found if one.chain and any(c.start <= at < c.end for c in one.content)}


@pytest.mark.parametrize(
    ("text", "words", "giver"),
    [
        ("The harbour burned all night. The ministry sticks to nine dead.", "nine dead", "The ministry"),
        ("The port police spoke at first of seven dead and 12 injured.", "12 injured", "The port police"),
        ("The temple trust, in a letter, speaks of 15 dead.", "15 dead", "The temple trust"),
        ("The prosecutor needed two days to admit to five bodies, all male.", "five bodies", "The prosecutor"),
        ("The Third Brigade maintains its figure of thirteen rebels killed.", "thirteen", "The Third Brigade"),
        ("Dutch prosecutors give the toll as seven dead, all from Belden, with 33 injured.", "33", "Dutch prosecutors"),
        ("The harbour master Kofi Mensah put at 18 the number of the dead.", "18", "The harbour master Kofi Mensah"),
        ("The storm killed 46 people in the north, by the flood agency's latest count.", "46", "the flood agency"),
        ("Two nurses fell ill. By the union's reckoning the number of dead is 140.", "140", "the union"),
        ("The army swept the valley. By its own account it killed eight fighters.", "eight", "The army"),
        ("The crush cost 13 lives as per the government.", "13 lives", "government"),
        ("The toll, as the Fire Brigade tells us, is 12 dead and 19 wounded.", "12 dead", "the Fire Brigade"),
        ("Three deaths on board a dinghy, as communicated by the Maltese navy.", "Three", "the Maltese navy"),
        ("Since October, floods have claimed 134 lives in the country (NFRA).", "134", "NFRA"),
        ("Eleven men died, going by the list that the coroner taped to its gate.", "Eleven", "the coroner"),
        ("Since May WHO has verified 48 attacks on clinics, resulting in 22 nurses killed.", "22", "WHO"),
        (
            "The Shelter Unit has registered 800 displaced persons, some 200 of them in schools.",
            "200",
            "The Shelter Unit",
        ),
    ],
)
def test_whoever_stands_by_a_number_gives_it(annotator: Annotator, text: str, words: str, giver: str) -> None:
    assert roots(annotator, text, words) == {giver}


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The old bridge stuck to nine pillars of concrete.", "nine pillars"),
        ("The strike put at risk 40 families.", "40 families"),
        ("The crowd left by the governor's garden after 14 people had fainted.", "14 people"),
        ("Ten people died (see page 4).", "Ten people"),
    ],
)
def test_other_words_give_no_number(annotator: Annotator, text: str, words: str) -> None:
    assert roots(annotator, text, words) == set()


@pytest.mark.parametrize(
    ("text", "words", "body"),
    [
        ("The U.S. Embassy in Lima warned travellers. Its security alert says 11 people died.", "11", "Embassy"),
        ("The Belden Red Cross runs a camp. Its volunteers have noted fourteen deaths.", "fourteen", "Red Cross"),
        ("Nine people had died, said Superintendent of Police Arun Nair.", "Nine", "police"),
        ("Thirty people died, according to the National Council's health minister, Lin Zaw.", "Thirty", "Council"),
        ("NFRA's Jens Holm said 3,000 people had fled.", "3,000", "NFRA"),
    ],
)
def test_papers_staff_and_officers_count_as_their_body(annotator: Annotator, text: str, words: str, body: str) -> None:
    [root] = roots(annotator, text, words)
    assert root.split()[-1] == body or body in root
    assert "Its" not in root
