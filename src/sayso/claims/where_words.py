"""The patterns by which places are named in a sentence, put together from `vocab/places_names.yaml`."""

import re
from collections.abc import Mapping
from functools import cache, lru_cache

from sayso.errors import KnowledgeError
from sayso.knowledge.vocabulary import load_vocabulary
from sayso.model import Span

_FILE = "places_names"


@cache
def naming(key: str) -> re.Pattern[str]:
    """The pattern of that name, under `exact` or `any_case`. Raises KnowledgeError where it is absent or damaged."""
    exact, loose = _group("exact"), _group("any_case")
    written = exact.get(key) or loose.get(key)
    if written is None:
        raise KnowledgeError(f'There is no pattern "{key}".', _subject(), "Install sayso again.")
    for part, words in reversed(list(_group("parts").items())):
        written = written.replace(f"<{part}>", words)
    try:
        return re.compile(written, 0 if key in exact else re.IGNORECASE)
    except re.error as fault:
        raise KnowledgeError(
            f'"{key}" is a damaged pattern ({fault}).', _subject(), "Install sayso again, or mend the file."
        ) from fault


@lru_cache(maxsize=2048)
def occurrences(text: str, words: str) -> tuple[Span, ...]:
    """Where a text holds the words, as whole words; no pattern is made of each name."""
    found: list[Span] = []
    at = text.find(words) if words else -1
    while at >= 0:
        end = at + len(words)
        if not _is_letter(text[at - 1 : at]) and not _is_letter(text[end : end + 1]):
            found.append(Span(at, end))
        at = text.find(words, at + 1)
    return tuple(found)


def _is_letter(character: str) -> bool:
    return character.isalnum() or character == "_"


def _group(name: str) -> Mapping[str, str]:
    group = load_vocabulary(_FILE).get(name)
    if not isinstance(group, Mapping):
        raise KnowledgeError(f'"{name}" must be a mapping of patterns.', _subject(), "Install sayso again.")
    return {str(key): str(words) for key, words in group.items()}


def _subject() -> str:
    return f"sayso/knowledge/vocab/{_FILE}.yaml"
