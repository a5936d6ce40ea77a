"""Word lists as data: the YAML files beside the code in `vocab/`, read once and only when asked for."""

from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files
from typing import TypeAlias

import yaml

from sayso.errors import KnowledgeError

Entry: TypeAlias = "str | int | float | bool | Sequence[Entry] | Mapping[str, Entry] | None"
"""What a YAML file can hold here: plain values, lists and mappings with words as keys."""

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_REPAIR = "Install sayso again, or mend the file if you have edited it."


@cache
def load_vocabulary(name: str) -> Mapping[str, Entry]:
    """The mapping in `vocab/<name>.yaml`; read once for each process, never to be changed by its readers.

    Raises KnowledgeError where the file is absent, is no YAML, or holds something other than a mapping.
    """
    subject = f"sayso/knowledge/vocab/{name}.yaml"
    try:
        text = files("sayso.knowledge").joinpath("vocab", f"{name}.yaml").read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as fault:
        raise KnowledgeError(f"The word list cannot be read ({fault}).", subject, _REPAIR) from fault
    return parse_vocabulary(text, subject)


def parse_vocabulary(text: str, subject: str) -> Mapping[str, Entry]:
    """The mapping that a YAML text holds; `subject` names the file in errors.

    Raises KnowledgeError where the text is no YAML, or holds something other than a mapping with words as keys.
    """
    try:
        loaded = yaml.load(text, Loader=_LOADER)  # noqa: S506  always one of the two safe loaders
    except yaml.YAMLError as fault:
        raise KnowledgeError(f"The word list is damaged ({_one_line(fault)}).", subject, _REPAIR) from fault
    if not isinstance(loaded, dict) or not all(isinstance(key, str) for key in loaded):
        raise KnowledgeError("The word list must be a mapping with words as keys.", subject, _REPAIR)
    return loaded


@cache
def word_list(name: str, key: str) -> tuple[str, ...]:
    """The list of words under `key` in `vocab/<name>.yaml`.

    Raises KnowledgeError where the key is absent or holds something other than a list of words.
    """
    entry = load_vocabulary(name).get(key)
    if not isinstance(entry, list) or not all(isinstance(word, str) for word in entry):
        raise KnowledgeError(
            f'"{key}" must be a list of words (put quotes around yes, no, on, off and numbers).',
            f"sayso/knowledge/vocab/{name}.yaml",
            _REPAIR,
        )
    return tuple(str(word) for word in entry)


def _one_line(fault: Exception) -> str:
    return " ".join(str(fault).split())
