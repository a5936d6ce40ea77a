"""The noun phrase of the one who did it, cut to what names somebody, and whether it can name a doer at all."""

from dataclasses import dataclass
from functools import cached_property

from sayso.claims.blame_words import actors, bodies, deeds, pattern, states, words
from sayso.claims.lexicon import lexicon
from sayso.model import Annotated, Group, Span, Token

_LONGEST = 8
"""Words that the name of a doer may have; more is a run of several things."""
_DOERS = frozenset({"PERSON", "ORG", "NORP", "GPE"})
_PLACES = frozenset({"GPE", "LOC", "FAC"})
_BREAKS = frozenset({"relcl", "acl", "prep", "punct", "appos"})
_FUNCTION = frozenset({"ADP", "SCONJ", "CCONJ", "ADV", "AUX", "PUNCT", "SYM", "SPACE", "INTJ"})


@dataclass(frozen=True)
class Names:
    """The names of doers in one report."""

    annotated: Annotated

    def of(self, head: Token, *, sure: bool = False, anyone: bool = False) -> Span | None:
        """The phrase around a noun as the one who did it, where it names somebody; None where it does not.

        `sure`: the grammar makes it the doer of a harm, so that any word for a person will do.
        `anyone`: only people can do what it says (confess, be convicted), so that every noun will do.
        """
        span = self._phrase(head)
        if span is None or self._is_excluded(head, span):
            return None
        if anyone and head.pos in {"NOUN", "PROPN"}:
            return span
        named = self._is_name(head, span)
        armed = lexicon().groups.get(head.lower) is Group.COMBATANT
        if actors().search(span.of(self.annotated.text)) or named or armed or self._is_person(head, sure=sure):
            return span
        return None

    def _is_name(self, head: Token, span: Span) -> bool:
        """A name of somebody; that of a place only for a government, or ."""
        labels = {n.label for n in self.annotated.names if n.first <= head.i < n.last} & _DOERS
        if labels == {"GPE"}:
            return span.of(self.annotated.text).lower().removeprefix("the ") in states()
        return bool(labels)

    def is_deed(self, head: Token) -> bool:
        """It is an attack, a weapon or another thing, not who did it; aircraft and the like stand for their side."""
        span = self._phrase(head)
        carrier = pattern("carrier").fullmatch(head.text) and span and len(span.of(self.annotated.text).split()) > 1
        if carrier:
            return False
        return bool(deeds().search(head.text)) or head.lower in lexicon().things

    def cut(self, span: Span) -> Span | None:
        """The span without what opens or closes it but belongs to something else: days, places of a dateline, links."""
        tokens = [t for t in self.annotated.tokens_in(span) if t.text.strip() and t.start >= self._dateline]
        tokens = _balanced(tokens)
        start = 0
        for at, token in enumerate(tokens):
            dated = token.lower in words("days") or (token.text.isdigit() and len(token.text) == 4)
            if dated or (start == at > 0 and token.text[:1].isdigit()):
                start = at + 1
        tokens = tokens[start:]
        while tokens and self._opens(tokens):
            tokens = tokens[1:]
        while tokens and (tokens[-1].lower in words("closing") or tokens[-1].pos in {"PUNCT", "ADP", "AUX"}):
            tokens = tokens[:-1]
        return Span(tokens[0].start, tokens[-1].end) if tokens else None

    @cached_property
    def _dateline(self) -> int:
        """Where the place, day and agency end that open the report; 0 where it opens with its first sentence."""
        opening = pattern("dateline").match(self.annotated.text)
        return opening.end() if opening else 0

    def _opens(self, tokens: list[Token]) -> bool:
        """The first token is no part of the name."""
        first = tokens[0]
        if first.text[0].isdigit() and len(tokens) > 1 and (not first.text.isdigit() or tokens[1].pos == "DET"):
            return True
        function = first.pos in _FUNCTION and not (first.text.isupper() and len(first.text) > 1)
        if first.lower in words("opening") or (function and first.lower not in {"either", "both"}):
            return True
        return len(tokens) > 1 and self._is_place(first) and self._is_named(tokens[1]) and not self._joined(first)

    def _joined(self, token: Token) -> bool:
        """Both words stand in one name ("Islamic State", "Boko Haram")."""
        return any(n.first <= token.i and token.i + 1 < n.last for n in self.annotated.names)

    def _is_bare_place(self, head: Token) -> bool:
        """A name tagged as that of a place, without the article that groups of people have ("the Mai-Mai")."""
        article = any(c.lower == "the" for c in self.annotated.children(head.i))
        return not article and any(
            n.label in {"GPE", "LOC"} and n.first <= head.i < n.last for n in self.annotated.names
        )

    def _is_place(self, token: Token) -> bool:
        return any(n.label in _PLACES and n.first <= token.i < n.last for n in self.annotated.names)

    def _is_named(self, token: Token) -> bool:
        return any(n.label in _DOERS | _PLACES and n.first <= token.i < n.last for n in self.annotated.names)

    def _phrase(self, head: Token) -> Span | None:
        """From its determiner to its head and what "of" and "and" join to it, without clauses; short ones only."""
        first, last = self.annotated.subtree(head.i)
        after = (c for c in self.annotated.children(head.i) if c.i > head.i and c.dep in _BREAKS)
        stop = next((c.i for c in after if c.lower not in {"of", "-"} and not self._is_side(c)), last)
        whole = self.cut(self.annotated.span_of(first, max(stop, head.i + 1)))
        if whole is None or len(whole.of(self.annotated.text).split()) > _LONGEST:
            whole = self.cut(self.annotated.span_of(min(first, head.i), head.i + 1))
        if whole is None or not whole.start <= head.start < whole.end:
            return None
        return whole if len(whole.of(self.annotated.text).split()) <= _LONGEST else None

    def _is_side(self, preposition: Token) -> bool:
        """ "a bomber from the Crimson Front": the side that somebody comes from."""
        if preposition.lower != "from":
            return False
        sides = {n.first: n for n in self.annotated.names if n.label in {"ORG", "NORP"}}
        for below in self.annotated.children(preposition.i):
            if any(n.first <= below.i < n.last for n in sides.values()) or actors().search(below.text):
                return True
        return False

    def _is_excluded(self, head: Token, span: Span) -> bool:
        """A count of people, a pronoun, an illness or a storm, or a word that names no actor."""
        text = span.of(self.annotated.text)
        armed = lexicon().groups.get(head.lower) is Group.COMBATANT
        return (
            (pattern("count").match(text) is not None and not armed)
            or pattern("no_actor").search(text) is not None
            or head.lower in words("pronouns")
            or pattern("no_one").search(head.lower) is not None
            or self.is_deed(head)
        )

    def _is_person(self, head: Token, *, sure: bool) -> bool:
        """By the form of the word ("agents", "gunners"), where it is no victim's word and no thing."""
        lex = lexicon()
        if head.lower in lex.things or head.lower in lex.devices:
            return False
        if head.lower in lex.groups or (head.pos == "PROPN" and not self._is_bare_place(head)):
            return sure
        if sure and bodies().search(head.text):
            return True
        return head.pos == "NOUN" and pattern("person_form").search(head.lower) is not None


def _balanced(tokens: list[Token]) -> list[Token]:
    """Without what stands outside a bracket that the words close, or inside one that they open and do not close."""
    closing = next((at for at, token in enumerate(tokens) if token.text == ")"), None)
    opening = next((at for at, token in enumerate(tokens) if token.text == "("), None)
    if closing is not None and (opening is None or opening > closing):
        return _balanced(tokens[closing + 1 :])
    if opening is not None and closing is None:
        return tokens[:opening]
    return tokens
