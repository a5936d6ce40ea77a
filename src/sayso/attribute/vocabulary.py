"""The word lists of this stage (`knowledge/vocab/cues.yaml`, `speakers.yaml`) as typed, cached values."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from sayso.errors import KnowledgeError
from sayso.knowledge.vocabulary import Entry, load_vocabulary
from sayso.model import Act


@dataclass(frozen=True)
class Words:
    """Both files, read once."""

    acts: Mapping[str, Mapping[str, Act]]
    """Shape ("clause", "object" ...) to verb lemma to act."""
    prepositional: Mapping[str, Mapping[str, Act]]
    nouns: Mapping[str, Act]
    lists: Mapping[str, frozenset[str]]
    families: Mapping[str, frozenset[str]]

    def __getitem__(self, name: str) -> frozenset[str]:
        return self.lists[name]

    def act(self, shape: str, lemma: str) -> Act | None:
        """The act of a verb in a shape; None where the verb does not come in it."""
        return self.acts.get(shape, {}).get(lemma)


@cache
def words() -> Words:
    """The word lists; raises KnowledgeError where a file is damaged."""
    cues, speakers = dict(load_vocabulary("cues")), dict(load_vocabulary("speakers"))
    try:
        return _typed(cues, speakers)
    except (KeyError, TypeError, ValueError, AttributeError) as fault:
        raise KnowledgeError(
            f"The word list does not have the expected form ({fault!r}).",
            "cues.yaml or speakers.yaml",
            "Restore the file from the sayso package.",
        ) from fault


def _typed(cues: Mapping[str, Entry], speakers: Mapping[str, Entry]) -> Words:
    acts: dict[str, dict[str, Act]] = {}
    for group in _rows(cues["verbs"]):
        shapes = [str(shape) for shape in _items(group["takes"])]
        special = [shape for shape in shapes if shape in ("media", "witness")]
        for shape in shapes:
            if shape in special:
                continue
            table = acts.setdefault("_".join([*special, shape]), {})
            for lemma in _items(group["lemmas"]):
                table.setdefault(str(lemma), Act(str(group["act"])))
    prepositional = {
        str(verb): {str(p): Act(str(act)) for p, act in _mapping(rows).items()}
        for verb, rows in _mapping(cues["prepositional"]).items()
    }
    nouns = {str(noun): Act(str(act)) for act, group in _mapping(cues["nouns"]).items() for noun in _items(group)}
    lists = {
        key: frozenset(str(item) for item in value)
        for source in (cues, speakers, {f"media_{k}": v for k, v in _mapping(speakers["media"]).items()})
        for key, value in source.items()
        if isinstance(value, list) and key != "verbs"
    }
    families = {str(k): frozenset(map(str, _items(v))) for k, v in _mapping(speakers["families"]).items()}
    return Words(acts, prepositional, nouns, lists, families)


def _items(value: object) -> list[object]:
    if not isinstance(value, list):
        raise TypeError(f"expected a list, got {value!r}")
    return value


def _mapping(value: object) -> dict[object, object]:
    if not isinstance(value, dict):
        raise TypeError(f"expected a mapping, got {value!r}")
    return value


def _rows(value: object) -> list[dict[object, object]]:
    return [_mapping(item) for item in _items(value)]
