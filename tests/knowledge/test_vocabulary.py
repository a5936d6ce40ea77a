import pytest

from sayso.errors import KnowledgeError
from sayso.knowledge.vocabulary import load_vocabulary, parse_vocabulary, word_list


def test_absent_word_list_names_the_file_and_the_next_step() -> None:
    with pytest.raises(KnowledgeError, match=r"nowhere\.yaml: .*Install sayso again"):
        load_vocabulary("nowhere")


@pytest.mark.parametrize("text", ["- only\n- a list", "", "just words", "1: one\n"])
def test_word_list_that_is_no_mapping_is_refused(text: str) -> None:
    with pytest.raises(KnowledgeError, match="must be a mapping"):
        parse_vocabulary(text, "some.yaml")


@pytest.mark.parametrize("text", ["key: [unclosed", "a: b: c", "\tkey: value", "key: !!python/object:os.system {}"])
def test_damaged_word_list_is_refused_with_the_place_of_the_damage(text: str) -> None:
    with pytest.raises(KnowledgeError, match=r"some\.yaml: The word list is damaged \(.*line 1"):
        parse_vocabulary(text, "some.yaml")


def test_word_list_is_read_once() -> None:
    assert load_vocabulary("times") is load_vocabulary("times")


def test_key_that_holds_no_words_is_refused() -> None:
    with pytest.raises(KnowledgeError, match='"no such key" must be a list of words'):
        word_list("times", "no such key")
