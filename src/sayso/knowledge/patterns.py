"""Word patterns as data: lists of regular expressions in `vocab/`, each list read as one pattern of alternatives."""

import re
from functools import cache

from sayso.errors import KnowledgeError
from sayso.knowledge.vocabulary import word_list


@cache
def word_pattern(name: str, key: str) -> re.Pattern[str]:
    """The pattern under `key` in `vocab/<name>.yaml`, in any case of letters: one of the listed expressions.

    Raises KnowledgeError where the list is absent or an expression is damaged.
    """
    listed = word_list(name, key)
    try:
        return re.compile("|".join(f"(?:{one})" for one in listed), re.IGNORECASE)
    except re.error as fault:
        raise KnowledgeError(
            f'"{key}" holds a damaged pattern ({fault}).',
            f"sayso/knowledge/vocab/{name}.yaml",
            "Install sayso again, or mend the file if you have edited it.",
        ) from fault
