import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.annotate import Annotator, load
from sayso.errors import AnnotateError
from sayso.model import Block, BlockKind, Span
from tests.conftest import make_report

texts = st.text(alphabet='aB. \n"“é\u0301\u0645\U0001f600\u00a0\u202e1,', max_size=60)


@settings(max_examples=60, deadline=None)
@given(texts)
def test_tokens_give_back_their_words_and_stay_in_their_block(annotator: Annotator, text: str) -> None:
    report = make_report(text)
    [annotated] = annotator.annotate([report])
    for token in annotated.tokens:
        assert text[token.start : token.end] == token.text
    for sentence in annotated.sentences:
        assert sentence.block.span.covers(sentence.span)
    assert [t.i for t in annotated.tokens] == list(range(len(annotated.tokens)))


def test_a_sentence_never_runs_across_two_blocks(annotator: Annotator) -> None:
    report = make_report("Blast kills nine in market\nThe ministry said the fire was out")
    [annotated] = annotator.annotate([report])
    assert len(annotated.sentences) == 2


def test_boilerplate_is_not_annotated(annotator: Annotator) -> None:
    text = "Nine people died.\nRead more: 40 killed elsewhere"
    blocks = (Block(BlockKind.PARAGRAPH, Span(0, 17)), Block(BlockKind.BOILERPLATE, Span(18, len(text))))
    [annotated] = annotator.annotate([make_report(text, blocks=blocks)])
    assert all(token.end <= 17 for token in annotated.tokens)


def test_neighbours_do_not_change_the_reading(annotator: Annotator) -> None:
    one = make_report("Rescuers said at least nine people died on Tuesday.")
    other = make_report("The minister, who had flown in from the north, declined to comment on the toll.")
    alone = list(annotator.annotate([one]))
    beside = list(annotator.annotate([other, one]))
    assert alone[0].tokens == beside[1].tokens


def test_a_pipeline_that_is_not_there_says_what_to_do() -> None:
    with pytest.raises(AnnotateError, match="SAYSO_PIPELINE"):
        list(load("no_such_pipeline").annotate([make_report("Nine people died.")]))


def test_the_subtree_of_the_root_is_the_sentence(annotator: Annotator) -> None:
    [annotated] = annotator.annotate([make_report("The old man said that nine people had died.")])
    root = next(t for t in annotated.tokens if t.head == t.i)
    assert annotated.subtree(root.i) == (0, len(annotated.tokens))
