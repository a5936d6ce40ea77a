"""The name behind "the man who killed four people": whoever the report says is charged, accused or convicted."""

from dataclasses import dataclass
from functools import cached_property

from sayso.claims.blame_names import Names
from sayso.claims.blame_words import pattern, words
from sayso.model import Annotated, Span


@dataclass(frozen=True)
class Suspects:
    """The named suspects of one report."""

    annotated: Annotated
    names: Names

    def named(self, doer: Span) -> Span:
        """The suspect's name for a doer of whom only "a man" or "the gunman" is said; else the words themselves."""
        if self._only is None or pattern("bare_person").fullmatch(doer.of(self.annotated.text)) is None:
            return doer
        return self._only

    @cached_property
    def _only(self) -> Span | None:
        """The name of the one person charged; None where there is none, or several."""
        people = [n for n in self.annotated.names if n.label == "PERSON"]
        found: dict[str, Span] = {}
        for token in self.annotated.tokens:
            if token.dep not in {"nsubj", "nsubjpass", "dobj"} or not self._is_charged(token.i):
                continue
            name = next((n for n in people if n.first <= token.i < n.last), None)
            if name is not None:
                last = token.lower
                if last not in found or len(name.span) > len(found[last]):
                    found[last] = name.span
        return found[next(iter(found))] if len(found) == 1 else None

    def _is_charged(self, at: int) -> bool:
        token = self.annotated.tokens[at]
        above = self.annotated.tokens[token.head]
        if token.dep == "nsubjpass" and above.lower in words("court"):
            return True
        if token.dep == "dobj":
            return above.lower in words("sentencing")
        kids = self.annotated.children(above.i)
        return above.lower in words("facing") and any(k.lower in words("counts") for k in kids)
