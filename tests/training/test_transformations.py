"""Changes of tagged passages: every span keeps its words, and nothing else moves."""

import random
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from training.augment import QuoteStyle, lower_noise, passages, swap_names, swap_quotes
from training.augment.markup import Edit, edited, renumbered, spans, untag

WORDS = st.text(alphabet="ab c,.'\"’“”«»\u0301\u0645\U0001f600\u00a0\n", min_size=1, max_size=12)


@st.composite
def tagged_texts(draw: st.DrawFn) -> str:
    """Words with nested spans around some of them."""
    out, opened, number = [], [], 0
    for _ in range(draw(st.integers(1, 14))):
        step = draw(st.sampled_from(["words", "words", "open", "close"]))
        if step == "words":
            out.append(draw(WORDS))
        elif step == "open":
            number += 1
            opened.append(f"{draw(st.sampled_from('sqcov'))}{number}")
            out.append(f"<{opened[-1]}>")
        elif opened:
            out.append(f"</{opened.pop()}>")
    out += [f"</{name}>" for name in reversed(opened)]
    return "".join(out)


def letters_of(tagged: str) -> list[tuple[str, str, str]]:
    """Every span with the letters in it."""
    text = untag(tagged)
    return [(part, number, re.sub(r"[\W_]", "", text[start:end])) for part, number, start, end in spans(tagged)]


@given(tagged_texts(), st.sampled_from(list(QuoteStyle)))
def test_other_quotation_marks_leave_every_span_its_letters(tagged: str, style: QuoteStyle) -> None:
    assert letters_of(swap_quotes(tagged, style)) == letters_of(tagged)


@given(tagged_texts())
def test_lost_apostrophes_leave_every_span_its_letters(tagged: str) -> None:
    assert letters_of(lower_noise(tagged)) == letters_of(tagged)


@given(tagged_texts(), st.integers(0, 5))
def test_other_names_leave_the_tags_as_they_are(tagged: str, seed: int) -> None:
    swapped = swap_names(tagged, random.Random(seed))
    assert [span[:2] for span in spans(swapped)] == [span[:2] for span in spans(tagged)]


@pytest.mark.parametrize(
    ("style", "expected"),
    [
        ("double", '<c1>"It\'s \'over\' now,"</c1> he said. A "so-called" end.'),
        ("single", "<c1>'It's \"over\" now,'</c1> he said. A 'so-called' end."),
        ("curly", "<c1>“It’s ‘over’ now,”</c1> he said. A “so-called” end."),
        ("curly-single", "<c1>‘It’s “over” now,’</c1> he said. A ‘so-called’ end."),
        ("guillemets", "<c1>«It's “over” now,»</c1> he said. A «so-called» end."),
        ("none", "<c1>It's over now</c1>, he said. A so-called end."),
    ],
)
def test_marks_of_each_style(style: str, expected: str) -> None:
    assert swap_quotes('<c1>"It\'s \'over\' now,"</c1> he said. A "so-called" end.', style) == expected


@pytest.mark.parametrize("style", [s for s in QuoteStyle if s not in (QuoteStyle.NONE, QuoteStyle.SINGLE)])
def test_marks_come_back_from_every_other_style(style: QuoteStyle) -> None:
    tagged = '<c1>"We waited,"</c1> <s1>she</s1> <q1>said</q1>. <c1>"Nobody came."</c1>'
    there = swap_quotes(tagged, style)
    if style is not QuoteStyle.CURLY_SINGLE:
        assert swap_quotes(there, QuoteStyle.DOUBLE) == tagged


def test_a_mark_that_only_opens_a_paragraph_opens() -> None:
    tagged = '<c1>"One day.</c1>\n<c1>"Another,"</c1> he said.'
    assert swap_quotes(tagged, "curly") == "<c1>“One day.</c1>\n<c1>“Another,”</c1> he said."


def test_an_unknown_style_is_refused() -> None:
    with pytest.raises(ValueError, match="typewriter"):
        swap_quotes("x", "typewriter")


def test_apostrophes_and_commas_are_lost_but_those_of_numbers_join() -> None:
    tagged = "<s1>The city's mayor, Ada Roe</s1>, <q1>didn't say</q1> <c1>whether 1,200 cows' hides burned</c1>."
    lost = "<s1>The citys mayor Ada Roe</s1> <q1>didnt say</q1> <c1>whether 1200 cows hides burned</c1>."
    assert lower_noise(tagged) == lost


def test_a_person_gets_one_other_name_everywhere() -> None:
    tagged = (
        "<s1>Mayor Adil Brankovan</s1> <q1>said</q1> <c1>no</c1>. "
        '<s2 ref="Mayor Adil Brankovan">He</s2> <q2>left</q2>. '
        "<s3>Brankovan</s3> <q3>told</q3> <v3>Reuters</v3> "
        "<c3>yes</c3>."
    )
    swapped = swap_names(tagged, random.Random(4))
    match = re.match(r"<s1>Mayor (\S.*? (\S.*?))</s1> <q1>", swapped)
    assert match is not None
    assert "Brankovan" not in swapped
    assert f'ref="Mayor {match[1]}"' in swapped
    assert f"<s3>{match[1].split(' ', 1)[1]}</s3>" in swapped
    assert "Reuters" not in swapped
    assert "<c3>yes</c3>" in swapped


def test_a_body_becomes_another_body_and_common_nouns_stay() -> None:
    tagged = "<s1>The Harbour Safety Council</s1> <q1>said</q1> <c1>so</c1>. <s2>Two nurses</s2> <q2>agreed</q2>."
    swapped = swap_names(tagged, random.Random(1))
    assert "Harbour Safety Council" not in swapped
    assert swapped.endswith("<s2>Two nurses</s2> <q2>agreed</q2>.")
    assert swapped.startswith("<s1>The ")


def test_a_name_that_a_tag_divides_stays() -> None:
    tagged = "<s1>Pella Storvik</s1> <q1>said</q1> <c1>Pella <s2>Storvik</s2> <q2>lied</q2></c1>."
    assert swap_names(tagged, random.Random(1)) == tagged


def test_invented_passages_survive_all_changes_at_once() -> None:
    for at, record in enumerate(passages(5, 40)):
        rng = random.Random(at)
        tagged = swap_names(record["tagged"], rng)
        for style in QuoteStyle:
            changed = lower_noise(swap_quotes(tagged, style), rng)
            assert letters_of(changed) == letters_of(tagged)


def test_an_edit_that_a_tag_divides_is_left_out() -> None:
    assert edited("ab<s1>cd</s1>", [Edit(1, 3, "X"), Edit(3, 4, "Y")]) == "ab<s1>cY</s1>"


def test_numbers_count_in_the_order_of_their_first_tag() -> None:
    assert renumbered("<s9>a</s9><q9>b</q9><c4>c</c4>") == "<s1>a</s1><q1>b</q1><c2>c</c2>"


@pytest.mark.parametrize("tagged", ["<s1>a", "a</s1>", "<s1><q1>a</s1></q1>"])
def test_tags_that_do_not_nest_are_refused(tagged: str) -> None:
    with pytest.raises(ValueError, match=r"closed|closes"):
        spans(tagged)
