"""The second reading: what a network reads of quantities of which no rule says what happened."""

from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso import claims
from sayso.annotate import Annotator
from sayso.attribute.trained.attributor import TrainedAttributor
from sayso.claims.counted import candidates
from sayso.claims.figures import figures_of
from sayso.claims.learned import MEASURES, SURE, SecondReading, cut, points
from sayso.errors import KnowledgeError
from sayso.model import Annotated, Measure
from tests.conftest import make_report


@pytest.fixture(scope="module")
def second() -> SecondReading:
    return SecondReading(TrainedAttributor())


def annotated(annotator: Annotator, text: str) -> Annotated:
    [one] = annotator.annotate([make_report(text)])
    return one


def found(one: Annotated, second: SecondReading | None) -> dict[str, Measure]:
    return {read.counted.span.of(one.text): read.harm.measure for read in figures_of(one, second)}


def test_what_a_rule_reads_is_never_read_anew(annotator: Annotator, second: SecondReading) -> None:
    one = annotated(annotator, "A bomb killed 14 people in Belden and injured 30 others, police said.")
    assert found(one, second) == found(one, None) == {"14 people": Measure.KILLED, "30 others": Measure.INJURED}
    assert not any("model" in read.harm.reason for read in figures_of(one, second))


def test_money_goals_and_members_are_nobody_harmed(annotator: Annotator, second: SecondReading) -> None:
    text = "The club paid 12 million for him. He scored twice in nine games, and its 40 members cheered for six hours."
    assert found(annotated(annotator, text), second) == {}


@pytest.mark.parametrize(
    "text",
    [
        "Shells fell on Belden for a third day. Around 200,000 people lived in the eastern quarters until then.",
        "Shells killed many in Belden. The village also houses hundreds of families and fighters from the capital.",
        "Shells fell on Belden for a third day. Some 12,000 people used to live along its canal.",
        "The offensive has wrecked six towns. It put 40,000 people at risk of displacement, the agency said.",
    ],
)
def test_inhabitants_and_people_at_risk_are_nobody_harmed(
    annotator: Annotator, second: SecondReading, text: str
) -> None:
    assert found(annotated(annotator, text), second) == {}


def test_the_reason_says_that_a_model_reads_it_and_how_surely(annotator: Annotator, second: SecondReading) -> None:
    reads = [r for text in TELLING for r in figures_of(annotated(annotator, text), second) if "model" in r.harm.reason]
    assert reads, "the network reads none of these"
    assert all("No rule tells" in r.harm.reason and "%)" in r.harm.reason for r in reads)


TELLING = (
    "The road is closed. On the roll that the sexton keeps are seventeen men from the sawmill and their foreman.",
    "The flood came at night. The ministry first spoke of 26 deaths. Later the figure had gone up to 33.",
    "The mortuary is full, the nurse said. Before noon they brought in six more under one blue tarpaulin.",
    "The bus fell into the gorge. Forty had boarded it, and twelve never got off it alive.",
)


@settings(max_examples=20, deadline=None)
@given(st.lists(st.text(st.characters(codec="utf-8"), max_size=40), max_size=3), st.integers(2, 900))
def test_neighbours_do_not_change_the_reading(annotator: Annotator, others: list[str], number: int) -> None:
    second = SecondReading(TrainedAttributor())
    one = annotated(annotator, f"The pastor put {number} of his flock into the ground. {TELLING[0]}")
    alone = found(one, second)
    for text in others:
        found(annotated(annotator, text), second)
    assert found(one, second) == alone


def test_a_window_is_cut_around_its_quantities(annotator: Annotator) -> None:
    one = annotated(annotator, "It rained. " * 70 + TELLING[0])
    counted = [c for s in one.sentences for c in candidates(one, s)]
    window = TrainedAttributor().seen(one)[-1]
    mine = [points(one, c) for c in counted if points(one, c)[0] in window.core]
    vectors, at = cut(window, mine)
    assert len(vectors) < len(window.vectors)
    for placed, given_points in zip(at, mine, strict=True):
        assert np.array_equal(vectors[placed[0]], window.vectors[given_points[0] - window.first])


def test_every_token_is_in_the_core_of_one_window(annotator: Annotator) -> None:
    one = annotated(annotator, "Two men drowned in the lake near Belden. " * 90)
    cores = [i for window in TrainedAttributor().seen(one) for i in window.core]
    assert cores == list(range(len(one.tokens)))


def test_missing_weights_are_named(annotator: Annotator, tmp_path: Path) -> None:
    second = SecondReading(TrainedAttributor(), tmp_path / "none.onnx")
    with pytest.raises(KnowledgeError, match=r"none\.onnx"):
        figures_of(annotated(annotator, TELLING[0]), second)


def test_without_tokens_the_reader_reads_by_rules_alone() -> None:
    assert claims.load().version == "claims rules 1"
    assert claims.load(tokens=TrainedAttributor()).version == "claims rules 1 with figures model 1"


def test_all_measures_but_executions_are_told_apart() -> None:
    assert set(MEASURES) == set(Measure) - {Measure.EXECUTED}
    assert 0.5 < SURE < 1
