import itertools

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from sayso.attribute.trained.alphabet import ANCHORS, MARKS
from sayso.attribute.trained.decode import Cue, Run, Scores, best_marks, probabilities, runs, without_inner

SCORES = st.integers(1, 12).flatmap(lambda n: arrays(np.float32, (n, len(MARKS)), elements=st.floats(-8, 8, width=32)))
SAYS = ANCHORS.index("says")


@given(SCORES)
def test_an_inside_never_stands_without_its_begin(scores: Scores) -> None:
    before = ""
    for mark in best_marks(scores):
        name = MARKS[mark]
        if name.startswith("I-"):
            assert before in (name, f"B-{name[2:]}")
        before = name


@given(SCORES, st.data())
def test_the_cue_itself_always_begins_a_run_of_its_own_role(scores: Scores, data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(scores) - 1))
    found = runs(scores, Cue(100 + at, SAYS, 0.9), 100)
    assert any(run.role == "cue" and run.first == 100 + at for run in found)
    without = runs(scores, Cue(100 + at, ANCHORS.index("without a cue"), 0.9), 100)
    assert any(run.role == "speaker" and run.first == 100 + at for run in without)


@given(SCORES)
def test_runs_are_apart_and_within_what_was_read(scores: Scores) -> None:
    found = runs(scores, Cue(0, SAYS, 0.9), 0)
    assert all(0 <= run.first < run.last <= len(scores) for run in found)
    assert all(one.last <= other.first for one, other in itertools.pairwise(found))


def test_the_best_sequence_is_better_than_the_best_mark_of_each_token() -> None:
    scores = np.full((3, len(MARKS)), -5.0, dtype=np.float32)
    begin, inside = MARKS.index("B-content"), MARKS.index("I-content")
    scores[0, 0], scores[0, begin] = 1.0, 0.9
    scores[1, inside] = scores[2, inside] = 4.0
    assert [MARKS[m] for m in best_marks(scores)] == ["B-content", "I-content", "I-content"]


@given(st.integers(1, 3).flatmap(lambda n: arrays(np.float32, (n, len(MARKS)), elements=st.floats(-8, 8, width=32))))
def test_no_well_formed_sequence_is_better(scores: Scores) -> None:
    def is_well_formed(marks: tuple[int, ...]) -> bool:
        names = ["", *(MARKS[m] for m in marks)]
        pairs = itertools.pairwise(names)
        return all(not name.startswith("I-") or before in (name, f"B-{name[2:]}") for before, name in pairs)

    def worth(marks: tuple[int, ...]) -> float:
        return float(sum(row[mark] for row, mark in zip(scores, marks, strict=True)))

    every = itertools.product(range(len(MARKS)), repeat=len(scores))
    assert worth(tuple(best_marks(scores))) >= max(map(worth, filter(is_well_formed, every))) - 1e-4


def test_of_two_cues_in_one_the_likelier_stays() -> None:
    outer = (Cue(3, SAYS, 0.95), [Run("cue", 3, 6)])
    inner = (Cue(4, SAYS, 0.6), [Run("cue", 4, 5)])
    other = (Cue(9, SAYS, 0.6), [Run("cue", 9, 10)])
    assert without_inner([inner, outer, other]) == [outer, other]


def test_probabilities_sum_to_one() -> None:
    rows = probabilities(np.array([[1.0, 2.0, 900.0], [0.0, 0.0, 0.0]], dtype=np.float32))
    assert np.allclose(rows.sum(axis=1), 1.0)
    assert rows[0, 2] > 0.99
