"""The word lists behind the kinds of claims, from `knowledge/vocab/assertions_*.yaml`."""

from functools import cache

from sayso.knowledge.vocabulary import load_vocabulary, word_list

FILES = ("assertions_nouns", "assertions_verbs")


@cache
def words(name: str) -> frozenset[str]:
    """The word list of that name; raises KnowledgeError where neither file holds it."""
    holder = next((file for file in FILES if name in load_vocabulary(file)), FILES[0])
    return frozenset(word_list(holder, name))
