"""The word lists behind the kinds of claims."""

import re
from pathlib import Path

import pytest

from sayso.claims.unfigured import vocabulary
from sayso.claims.unfigured.vocabulary import FILES, words
from sayso.errors import KnowledgeError
from sayso.knowledge.vocabulary import load_vocabulary

FOLDER = Path(vocabulary.__file__).parent


def test_every_list_that_a_rule_asks_for_is_there_and_holds_words() -> None:
    asked = {
        name for source in FOLDER.glob("*.py") for name in re.findall(r'words\("(\w+)"\)', source.read_text("utf-8"))
    }
    assert asked
    for name in asked:
        assert words(name), name


def test_every_list_is_lower_case_and_every_file_says_where_it_comes_from() -> None:
    for file in FILES:
        entries = load_vocabulary(file)
        assert entries["source"]
        for name in entries:
            if name != "source":
                assert all(word == word.lower() for word in words(name)), name


def test_no_list_is_kept_that_no_rule_asks_for() -> None:
    code = "".join(source.read_text("utf-8") for source in FOLDER.glob("*.py"))
    idle = [name for file in FILES for name in load_vocabulary(file) if name != "source" and f'"{name}"' not in code]
    assert not idle


def test_a_list_that_does_not_exist_is_an_error_that_names_it() -> None:
    with pytest.raises(KnowledgeError, match="no_such_list"):
        words("no_such_list")
