"""How the text stands to a figure: denied, taken back, not verified, alleged, or plainly stated."""

import pytest

import sayso
from sayso.model import Claim, Status


def told(text: str, figure: str) -> Claim:
    found = [c for c in sayso.analyse(text, published="2021-05-03").claims if c.measure is not None]
    return next(c for c in found if figure in c.words)


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("The tale of 40 dead weavers, put about by the guild, is an invention, the mayor said.", "40"),
        ("Posts in which up to 70 dead were mentioned were “malicious fabrications”, the governor said.", "70"),
        ("Some blogs spread the rumour that 30 weavers died in Belden. This is pure fabrication.", "30"),
        ("A deputy alleged that nine pupils were killed. 'Invented from start to end,' the mayor replied.", "nine"),
        ("It is not true that 40 weavers died in the fire, the fire chief said.", "40"),
        ("The clinic withdrew its figure of 60 dead on Tuesday.", "60"),
        ("There is no truth in reports that 30 pupils were killed, the minister said.", "30"),
        ("We got it wrong. On Friday we wrote that eight ferrymen had been killed in Belden.", "eight"),
    ],
)
def test_what_is_called_false_or_taken_back_is_denied(text: str, figure: str) -> None:
    assert told(text, figure).status is Status.DENIED


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("Village elders report 34 weavers killed. Blocked roads have so far prevented verification.", "34"),
        ("The mission was not in a position to corroborate a claim that 17 raiders were killed.", "17"),
        ("Nine ferrymen were killed, the guild said. Independent verification is still pending.", "Nine"),
    ],
)
def test_what_nobody_could_verify_is_unconfirmed(text: str, figure: str) -> None:
    assert told(text, figure).status is Status.UNCONFIRMED


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("Contrary to reports, no one was killed in the blast.", "no one"),
        ("Forty people were reported missing and nine weavers were killed in Belden.", "Forty"),
        ("Three weavers were abducted from the mill. Prosecutors would neither confirm nor deny it.", "Three"),
        ("Nine weavers were trapped. A clerk spoke of at least 20 dead, a number the mayor could not confirm.", "Nine"),
        ("Nine weavers were killed in Belden. 'It is a wicked thing,' the mayor said.", "Nine"),
        ("The guild said the fate of 40 other weavers remained unknown after the raid on Belden.", "40"),
    ],
)
def test_a_figure_that_nobody_doubts_stays_asserted(text: str, figure: str) -> None:
    found = [c for c in sayso.analyse(text, published="2021-05-03").claims if c.measure and figure in c.words]
    assert found
    assert all(c.status is Status.ASSERTED for c in found)


def test_a_denial_of_guilt_does_not_deny_the_harm_nor_say_it() -> None:
    claim = told("The army denied responsibility for the strike that killed nine weavers in Belden.", "nine")
    assert (claim.status, claim.sources) == (Status.ASSERTED, ())
