"""Invented passages: their tags hold, they differ, and they supply what real ones have rarely."""

import re
from collections import defaultdict
from itertools import combinations

import pytest

from training.augment.compose import passages
from training.augment.markup import TAG, spans, untag

COUNT = 400
ACTS = {"denies", "declines", "unverified", "calls", "believes"}


@pytest.fixture(scope="module")
def made() -> list[str]:
    return [record["tagged"] for record in passages(7, COUNT)]


def test_the_same_seed_gives_the_same_passages(made: list[str]) -> None:
    assert [record["tagged"] for record in passages(7, 30)] == made[:30]


def test_another_seed_gives_others(made: list[str]) -> None:
    assert not {record["tagged"] for record in passages(8, 30)} & set(made)


def test_ids_are_distinct() -> None:
    ids = [record["article"] for record in passages(3, 25)]
    assert len(set(ids)) == 25


def test_tags_nest_and_count_from_one(made: list[str]) -> None:
    for tagged in made:
        numbers = {int(number) for _, number, _, _ in spans(tagged)}
        assert numbers == set(range(1, len(numbers) + 1)), tagged


def test_every_attribution_has_a_cue_or_a_speaker_with_content(made: list[str]) -> None:
    for tagged in made:
        parts: dict[str, set[str]] = defaultdict(set)
        for letter, number, _, _ in spans(tagged):
            parts[number].add(letter)
        for letters in parts.values():
            assert "q" in letters or {"s", "c"} <= letters, tagged


def test_no_span_is_empty_or_begins_or_ends_with_a_space(made: list[str]) -> None:
    for tagged in made:
        text = untag(tagged)
        for _, _, start, end in spans(tagged):
            assert text[start:end].strip() == text[start:end] != "", tagged


def test_no_content_crosses_a_paragraph(made: list[str]) -> None:
    for tagged in made:
        text = untag(tagged)
        assert not any("\n" in text[start:end] for _, _, start, end in spans(tagged)), tagged


def test_nothing_of_the_templates_is_left_over(made: list[str]) -> None:
    for tagged in made:
        assert not re.search(r"[\[\]{}|⟦⟧¶]|\* ", untag(tagged)), tagged


def test_cues_hold_no_other_tags(made: list[str]) -> None:
    for tagged in made:
        for cue in re.finditer(r"<q(\d+)[^>]*>(.*?)</q\1>", tagged):
            assert not TAG.search(cue[2]), tagged


def test_sentences_begin_in_upper_case(made: list[str]) -> None:
    for tagged in made:
        assert not re.search(r"(?:^|\n|[a-z]{3}\. )[a-z]", untag(tagged)), tagged


def test_a_ref_names_words_of_the_passage(made: list[str]) -> None:
    for tagged in made:
        text = re.sub(r"\W+", "", untag(tagged)).lower()
        for ref in re.findall(r'ref="([^"]*)"', tagged):
            assert re.sub(r"\W+", "", ref).lower() in text, tagged


def test_no_two_passages_share_three_fifths_of_their_words(made: list[str]) -> None:
    words = [set(re.findall(r"\w+", untag(tagged).lower())) for tagged in made]
    for one, other in combinations(words, 2):
        assert len(one & other) <= 0.6 * min(len(one), len(other))


def test_most_runs_of_five_words_stand_once(made: list[str]) -> None:
    runs = []
    for tagged in made:
        words = re.findall(r"\w+", untag(tagged).lower())
        runs += [tuple(words[i : i + 5]) for i in range(len(words) - 4)]
    assert len(set(runs)) / len(runs) > 0.75


def test_rare_kinds_are_there(made: list[str]) -> None:
    count: dict[str, int] = defaultdict(int)
    for tagged in made:
        for act in re.findall(r' act="(\w+)"', tagged):
            count[act] += 1
        for part in "ov":
            count[part] += len(set(re.findall(rf"<{part}(\d+)", tagged)))
        count["plain"] += "<q" not in tagged
    assert set(count) == ACTS | {"o", "v", "plain"}
    assert all(number >= 8 for number in count.values()), count
    assert count["o"] > 60
    assert count["v"] > 60


def test_more_than_the_templates_can_give_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("training.augment.compose.SHARED_WORDS", 0.0)
    with pytest.raises(ValueError, match="differ enough"):
        list(passages(1, 5))
