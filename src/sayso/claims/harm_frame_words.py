"""The frames of harm as the vocabulary gives them: verbs with what makes them say what happened to people."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from sayso.claims.lexicon import verb_forms
from sayso.errors import KnowledgeError
from sayso.knowledge.vocabulary import Entry, load_vocabulary
from sayso.model import Measure

_FILE = "harm_frames"


@dataclass(frozen=True, slots=True)
class Frame:
    """A verb with what makes it say what happened."""

    measure: Measure
    complements: tuple[tuple[str, ...], ...]
    """Words behind the verb or its object, one of which must stand there; the empty one is always there."""
    by: frozenset[str] = frozenset()
    """Who must have done it; empty where it does not matter."""
    not_by: frozenset[str] = frozenset()
    """Who must not have done it."""
    unarmed: bool = False
    """Said of people who bear no arms only."""
    near: frozenset[str] = frozenset()
    """Words of which one must stand in the sentence or in the one before it; empty where it does not matter."""
    not_near: frozenset[str] = frozenset()
    """Words of which none may stand there."""
    of: frozenset[str] = frozenset()
    """Words of which one must name the people counted; empty where it does not matter."""
    least: int = 0
    """So many people or more."""


@dataclass(frozen=True)
class Frames:
    """The frames by verb form; those of any verb under the empty word."""

    objects: Mapping[str, tuple[Frame, ...]]
    subjects: Mapping[str, tuple[Frame, ...]]
    upon: Mapping[str, tuple[Frame, ...]]
    past: frozenset[str]
    """Forms that may be participles."""


@cache
def frames() -> Frames:
    """The frames of the vocabulary. Raises KnowledgeError where the file is damaged."""
    past: set[str] = set()
    return Frames(_by_form("object", past), _by_form("subject", past), _by_form("upon", set()), frozenset(past))


def _by_form(key: str, past: set[str]) -> dict[str, tuple[Frame, ...]]:
    listed = load_vocabulary(_FILE).get(key)
    if not isinstance(listed, list):
        raise _damaged(f'"{key}" must be a list of frames.')
    found: dict[str, list[Frame]] = {}
    for row in listed:
        if not isinstance(row, Mapping):
            raise _damaged(f'"{key}" holds something other than a frame: {row}.')
        frame = _frame(row)
        if row["verbs"] == "any":
            found.setdefault("", []).append(frame)
            continue
        for verb in _words(row["verbs"]):
            for form, name in verb_forms(verb).items():
                found.setdefault(form, []).append(frame)
                if name == "past":
                    past.add(form)
    return {form: tuple(of_form) for form, of_form in found.items()}


def _frame(row: Mapping[str, Entry]) -> Frame:
    words = tuple(tuple(one.lower().split()) for one in _words(row.get("with", []))) or ((),)
    listed = {key: _doers(_words(row.get(key, []))) for key in ("by", "not_by", "near", "not_near", "of")}
    least = int(str(row.get("least", 0)))
    return Frame(Measure(str(row["measure"])), words, unarmed=bool(row.get("unarmed")), least=least, **listed)


def _doers(names: Sequence[str]) -> frozenset[str]:
    listed = load_vocabulary(_FILE).get("agents")
    if not isinstance(listed, Mapping) or any(name not in listed for name in names):
        raise _damaged(f'"agents" must hold the lists {", ".join(names)}.')
    return frozenset(word for name in names for word in _words(listed[name]))


def _words(entry: Entry) -> list[str]:
    if not isinstance(entry, list) or not all(isinstance(word, str) for word in entry):
        raise _damaged(f"{entry} must be a list of words (put quotes around yes, no, on, off and numbers).")
    return [str(word) for word in entry]


def _damaged(what: str) -> KnowledgeError:
    repair = "Install sayso again, or mend the file if you have edited it."
    return KnowledgeError(what, f"sayso/knowledge/vocab/{_FILE}.yaml", repair)
