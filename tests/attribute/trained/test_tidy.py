from sayso.annotate import Annotator
from sayso.attribute.found import Found
from sayso.attribute.grammar import Phrase
from sayso.attribute.trained.tidy import tidied
from sayso.model import Act, Annotated, Span
from tests.conftest import make_report


def at(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


def read(annotator: Annotator, text: str, speaker: str, cue: str, content: str) -> tuple[Annotated, Found]:
    """One attribution as a network may have read it, after the grammar has had its say."""
    [a] = annotator.annotate([make_report(text)])
    tokens = a.tokens_in(at(text, speaker))
    [head] = [t.i for t in tokens if not tokens[0].i <= t.head <= tokens[-1].i][:1]
    found = Found(
        Act.SAYS,
        "read",
        cue=[at(text, cue)],
        speakers=[Phrase(tokens[0].i, tokens[-1].i + 1, head)],
        content=[at(text, content)],
    )
    [one] = tidied(a, [found])
    return a, one


def test_a_participle_that_lost_its_rest_is_no_part_of_a_name(annotator: Annotator) -> None:
    text = "Medics working in the valley reported 14 deaths."
    a, one = read(annotator, text, "Medics working", "reported", "14 deaths")
    assert [a.span_of(p.first, p.last).of(text) for p in one.speakers] == ["Medics"]


def test_a_preposition_that_lost_its_rest_is_no_part_of_a_name(annotator: Annotator) -> None:
    text = "Medics in the valley reported 14 deaths."
    a, one = read(annotator, text, "Medics in", "reported", "14 deaths")
    assert [a.span_of(p.first, p.last).of(text) for p in one.speakers] == ["Medics"]


def test_content_ends_with_what_its_preposition_governs(annotator: Annotator) -> None:
    text = "Police put the death toll at 14."
    _, one = read(annotator, text, "Police", "put", "the death toll at")
    assert [span.of(text) for span in one.content] == ["the death toll at 14"]


def test_what_something_is_said_to_be_is_read_whole(annotator: Annotator) -> None:
    text = "Planes bombed the port in what two groups claimed was a gas attack that killed dozens."
    _, one = read(annotator, text, "two groups", "claimed", "a gas attack")
    assert [span.of(text) for span in one.content] == ["what", "was a gas attack that killed dozens"]
