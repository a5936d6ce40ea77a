"""Whom a pronoun, a short name or a common noun stands for: the fullest name in the report, never an invented one."""

from sayso.attribute.found import Found
from sayso.attribute.grammar import Phrase
from sayso.model import Annotated


class Names:
    """The people and bodies of one report."""

    def __init__(self, annotated: Annotated) -> None:
        self._a = annotated

    def name(self, phrase: Phrase) -> str:
        """The fullest name of the phrase in the report; its own words where none is known."""
        return self._a.span_of(phrase.first, phrase.last).of(self._a.text)

    def chain(self, one: Found) -> tuple[str, ...]:
        """Origin, speaker, relay."""
        found: list[str] = []
        for group in (one.origin, one.speakers, one.relay):
            found += [name for name in map(self.name, group) if name not in found]
        return tuple(found)
