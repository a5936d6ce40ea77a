"""The words of numbers, read from `vocab/numbers.yaml`."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property

from sayso.errors import KnowledgeError
from sayso.knowledge.vocabulary import Entry, load_vocabulary
from sayso.model import Modifier


@dataclass(frozen=True)
class NumberWords:
    """Lookups by small-letter word or by phrase cut into pieces."""

    units: Mapping[str, int]
    tens: Mapping[str, int]
    scales: Mapping[str, int]
    vague: Mapping[tuple[str, ...], int | None]
    exact: Mapping[tuple[str, ...], int]
    none: frozenset[tuple[str, ...]]
    before: Sequence[tuple[tuple[str, ...], Modifier]]
    after: Sequence[tuple[tuple[str, ...], Modifier]]
    not_people: frozenset[str]
    not_before: frozenset[str]
    months: frozenset[str]
    before_year: frozenset[str]
    """Right before four digits: they are a year."""
    counted_after_month: frozenset[str]
    """Right after a number that follows a month's name: it is no day."""
    compound_units: frozenset[str]
    """After a number and a hyphen: the number qualifies a thing ("three-day")."""
    under_age: frozenset[str]
    """Before "under 12": an age."""
    before_that_one: frozenset[str]
    """Before "that one": "that" opens what is said."""
    before_number_verb: frozenset[str]
    """Before "number" where it is a verb: "the dead now number nine"."""
    before_ages: frozenset[str]
    """Before one age or several: "aged 4 and 9"."""
    between_ages: frozenset[str]
    """Between such ages."""

    @cached_property
    def longest(self) -> int:
        """Pieces of the longest phrase."""
        return max(map(len, (*self.vague, *self.exact, *self.none)))

    @cached_property
    def openers(self) -> frozenset[str]:
        """The words that a number in words can begin with."""
        phrases = (*self.vague, *self.exact, *self.none)
        return frozenset([*self.units, *self.tens, *self.scales, *(phrase[0] for phrase in phrases)])


@cache
def number_words() -> NumberWords:
    """The words of numbers, read once. Raises KnowledgeError where the vocabulary file is damaged."""
    entries = load_vocabulary("numbers")

    def mapping(key: str) -> Mapping[str, Entry]:
        entry = entries.get(key)
        if not isinstance(entry, Mapping):
            raise _damaged(key)
        return entry

    def listed(entry: object, key: str) -> list[str]:
        if not isinstance(entry, list):
            raise _damaged(key)
        return [str(word).lower() for word in entry]

    def phrases(key: str) -> list[tuple[tuple[str, ...], Modifier]]:
        pairs = [
            (tuple(p.split()), Modifier(str(name))) for name, entry in mapping(key).items() for p in listed(entry, key)
        ]
        return sorted(pairs, key=lambda pair: -len(pair[0]))

    def numbers(key: str) -> dict[str, int]:
        return {str(word): int(str(value)) for word, value in mapping(key).items()}

    return NumberWords(
        units=numbers("units"),
        tens=numbers("tens"),
        scales=numbers("scales"),
        vague={tuple(str(w).split()): None if n is None else int(str(n)) for w, n in mapping("vague").items()},
        exact={_split(word): value for word, value in numbers("exact").items()},
        none=frozenset(_split(word) for word in listed(entries.get("none"), "none")),
        before=phrases("modifiers"),
        after=phrases("after"),
        not_people=frozenset(listed(entries.get("not_people"), "not_people")),
        not_before=frozenset(listed(entries.get("before_not_people"), "before_not_people")),
        months=frozenset(listed(entries.get("months"), "months")),
        before_year=frozenset(listed(entries.get("before_year"), "before_year")),
        counted_after_month=frozenset(listed(entries.get("counted_after_month"), "counted_after_month")),
        compound_units=frozenset(listed(entries.get("compound_units"), "compound_units")),
        under_age=frozenset(listed(entries.get("under_age"), "under_age")),
        before_that_one=frozenset(listed(entries.get("before_that_one"), "before_that_one")),
        before_number_verb=frozenset(listed(entries.get("before_number_verb"), "before_number_verb")),
        before_ages=frozenset(listed(entries.get("before_ages"), "before_ages")),
        between_ages=frozenset(listed(entries.get("between_ages"), "between_ages")),
    )


def _split(phrase: str) -> tuple[str, ...]:
    """A phrase as the pieces that the text is cut into: hyphens stand alone."""
    return tuple(phrase.replace("-", " - ").split())


def _damaged(key: str) -> KnowledgeError:
    return KnowledgeError(
        f'"{key}" is missing or not of the expected form.',
        "sayso/knowledge/vocab/numbers.yaml",
        "Install sayso again, or mend the file if you have edited it.",
    )
