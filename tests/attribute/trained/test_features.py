import numpy as np
import pytest

from sayso.annotate import Annotator
from sayso.attribute.trained.alphabet import BRANCHES, FEATURES, NAME, PLACE, QUOTE, SHAPE
from sayso.attribute.trained.features import PIECES, bands, branches, token_features, windows
from sayso.attribute.trained.network import Network
from sayso.model import Annotated
from tests.conftest import make_report

LONG = " ".join(f"The mayor of Belden said on day {n} that the river had risen by {n} metres." for n in range(90))


@pytest.fixture(scope="module")
def network() -> Network:
    return Network()


def parsed(annotator: Annotator, text: str) -> Annotated:
    return next(iter(annotator.annotate([make_report(text)])))


def column(a: Annotated, names: tuple[str, ...]) -> list[str]:
    return [names[n] for n in token_features(a)[:, FEATURES.index(names)]]


def test_every_token_stands_in_the_core_of_one_window(annotator: Annotator, network: Network) -> None:
    a = parsed(annotator, LONG)
    found = windows(a, network.tokenizer)
    assert len(found) > 3
    cores = [i for w in found for i in range(w.core_first, w.core_last)]
    assert cores == list(range(len(a.tokens)))
    assert all(len(w.pieces) <= PIECES for w in found)
    assert all(w.first <= w.core_first < w.core_last <= w.last for w in found)


def test_a_sentence_longer_than_a_window_is_read_to_its_end(annotator: Annotator, network: Network) -> None:
    a = parsed(annotator, "word " * 1500)
    assert [i for w in windows(a, network.tokenizer) for i in range(w.core_first, w.core_last)] == list(
        range(len(a.tokens))
    )


def test_the_first_piece_of_each_token_is_its_own(annotator: Annotator, network: Network) -> None:
    a = parsed(annotator, "Spokeswoman Anastasiya Krzhizhanovskaya told reporters: “Nothing.”")
    [w] = windows(a, network.tokenizer)
    assert [int(w.owner[h]) for w in [w] for h in w.head] == list(range(len(a.tokens)))


def test_quotation_marks_open_and_close_and_apostrophes_do_not(annotator: Annotator) -> None:
    a = parsed(annotator, "\"It's gone,\" he said. “Both of the men's boats.”")
    marks = dict(zip([t.text for t in a.tokens], column(a, QUOTE), strict=True))
    assert marks["gone"] == "inside"
    assert marks["said"] == "outside"
    assert marks["boats"] == "inside"
    assert (marks["“"], marks["”"]) == ("opens", "closes")


def test_shape_name_and_place_in_the_block(annotator: Annotator) -> None:
    a = parsed(annotator, "Kofi Mensah told AFP 14 men died.\nNobody else came.")
    shapes = dict(zip([t.text for t in a.tokens], column(a, SHAPE), strict=True))
    assert (shapes["Kofi"], shapes["AFP"], shapes["14"], shapes["men"]) == ("Title", "UPPER", "digit", "lower")
    assert column(a, NAME)[0] == "PERSON"
    places = dict(zip([t.text for t in a.tokens], column(a, PLACE), strict=True))
    assert places["Kofi"] == places["Nobody"] == "first of a block"


def test_branches_tell_the_subject_and_the_clause_of_a_cue(annotator: Annotator) -> None:
    a = parsed(annotator, "The mayor said nine men died. Nobody came.")
    at = {t.text: t.i for t in a.tokens}
    seen = [BRANCHES[n] for n in branches(a, at["said"], 0, len(a.tokens))]
    assert seen[at["mayor"]] == seen[at["The"]] == "under nsubj"
    assert seen[at["died"]] == seen[at["nine"]] == "under ccomp"
    assert seen[at["said"]] == "itself"
    assert seen[at["came"]] == "sentence after"
    inner = [BRANCHES[n] for n in branches(a, at["died"], 0, len(a.tokens))]
    assert inner[at["said"]] == "above"
    assert inner[at["mayor"]] == "sentence"


def test_bands_grow_with_distance_and_tell_the_sides_apart() -> None:
    before, after = bands(200, 0, 200)[::-1], bands(200, 201, 401)
    assert np.all(np.diff(before) >= 0)
    assert np.all(np.diff(after) >= 0)
    assert not set(before) & set(after)
