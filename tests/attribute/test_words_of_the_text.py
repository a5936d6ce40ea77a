from typing import get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.annotate import Annotator
from sayso.attribute import Engine, load
from tests.conftest import make_report

PARTS = ("speaker", "cue", "content", "origin", "relay")
PIECES = st.sampled_from(
    (
        *("said", "“", "”", '"', "'", "the army", "Ana Ruiz", ",", ".", " ", "\n", "\r\n", "\u00a0", "according to"),
        *("reportedly", "e\u0301", "\u202e", "مدينة", "\U0001f600", "told AFP", "that", "not clear", "citing", "«"),
        *("»", ": monitor", "declined to", "comment", "\u200f", "\u00ad", "ﬁ", "\ud7ff", "I\u0307", "has counted"),
        *("40 dead", "a toll of", "given by", "Al", "-", "Friday", "and", "while", "its spokesman", "our"),
    )
)


@pytest.mark.parametrize("engine", get_args(Engine))
@settings(max_examples=120, deadline=None)
@given(text=st.lists(PIECES, max_size=30).map(" ".join) | st.text(max_size=80))
def test_every_part_gives_back_words_of_the_text(annotator: Annotator, engine: Engine, text: str) -> None:
    [annotated] = annotator.annotate([make_report(text)])
    [found] = load(engine).attribute([annotated])
    assert len({one.id for one in found}) == len(found)
    for one in found:
        assert one.cue or one.speaker
        assert one.reason
        for part in PARTS:
            spans = getattr(one, part)
            assert list(spans) == sorted(set(spans))
            assert all(0 <= span.start < span.end <= len(text) for span in spans)
            assert all(span.of(text).strip() for span in spans)
        assert (one.speaker_name is None) == (not one.speaker)
        assert all(name in text for name in (one.speaker_name, one.origin_name, one.relay_name) if name)
        assert set(one.joint) <= set(one.chain)
