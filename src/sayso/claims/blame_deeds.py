"""Whose attack it was: "in Russian airstrikes", "rebel shelling", "a bombing by the army", "under its bombs"."""

import re
from dataclasses import dataclass

from sayso.claims.blame_names import Names
from sayso.claims.blame_words import actors, captures, deeds, pattern, words
from sayso.claims.counted_types import Counted
from sayso.claims.lexicon import lexicon
from sayso.model import Annotated, Sentence, Span, Token

_BEFORE = 70
_AFTER = 80
"""Code points around a word of attack in which its owner stands. Source: our choice."""
_GAP = 25
"""Code points that may stand between the owner and the attack."""
_LONGEST = 8
_SIDES = frozenset({"ORG", "NORP", "PERSON"})
_RUN = re.compile(r"(?:[\w'’.-]+[ -]){0,6}$")


@dataclass(frozen=True)
class Deeds:
    """The owners of attacks in one report."""

    annotated: Annotated
    names: Names

    def nearest(self, sentence: Sentence, counted: Counted | None) -> Span | None:
        """Whose attack the sentence speaks of, nearest to the figure where there is one."""
        text, area = self.annotated.text, sentence.span
        best: tuple[int, Span] | None = None
        for deed in deeds().finditer(text, area.start, area.end):
            place = Span(deed.start(), deed.end())
            owner = self._possessor(place) or self._before(place, area) or self._after(place, area)
            if owner is None:
                continue
            away = place.distance(counted.span) if counted else deed.start()
            if best is None or away < best[0]:
                best = (away, owner)
        return best[1] if best else None

    def owner(self, phrase: Span) -> Span | None:
        """Whose attack: "a US-led coalition air strike" -> "a US-led coalition"; "shelling by rebels" -> "rebels"."""
        text = self.annotated.text
        by = captures("deed_by")[0].search(text, phrase.start, phrase.end)
        if by and (actors().search(by[1]) or by[1][:1].isupper()):
            return self.names.cut(Span(*by.span(1)))
        of = captures("weapon_of")[0].match(text[phrase.start : phrase.end])
        if of and (actors().search(of[1]) or of[1].removeprefix("the ")[:1].isupper()):
            return self.names.cut(Span(phrase.start + of.start(1), phrase.start + of.end(1)))
        deed = deeds().search(text, phrase.start, phrase.end)
        end = deed.start() if deed else phrase.end
        hits = list(actors().finditer(text, phrase.start, end))
        if not hits or pattern("new_phrase").search(text, hits[-1].end(), end):
            return None
        return self.clean(Span(phrase.start, hits[-1].end()))

    def clean(self, span: Span) -> Span | None:
        """The owner's words from the last determiner on; None where they are a count or a word that is no actor."""
        text = self.annotated.text
        opening = list(pattern("determiner").finditer(text, span.start, span.end))
        if opening and opening[-1].start() > span.start:
            span = Span(opening[-1].start(), span.end)
        web = pattern("web").match(text, span.start, span.end)
        cut = self.names.cut(Span(web.end(), span.end) if web and web.end() < span.end else span)
        cut = self._adjective(cut) if cut is not None else None
        if cut is None or len(cut.of(text).split()) > _LONGEST:
            return None
        found = cut.of(text)
        return None if pattern("count").match(found) or pattern("no_actor").search(found) else cut

    def _possessor(self, deed: Span) -> Span | None:
        """ "General Tarn's artillery": the one by name whose weapon it is."""
        for token in self.annotated.tokens_in(deed)[-1:]:
            for owner in self.annotated.children(token.i):
                named = any(n.label in _SIDES and n.first <= owner.i < n.last for n in self.annotated.names)
                if owner.dep == "poss" and named:
                    return self.names.of(owner)
        return None

    def _adjective(self, owner: Span) -> Span:
        """ "a jihadist", "twin terrorist" before a deed: the adjective, with the name that it goes with."""
        tokens = self.annotated.tokens_in(owner)
        first = last = len(tokens) - 1
        named = {i for n in self.annotated.names if n.label in _SIDES for i in range(n.first, n.last)}
        if tokens[last].lower not in words("adjectives") and tokens[last].i not in named:
            return owner
        while first > 0 and (tokens[first - 1].i in named or tokens[first - 1].text in {"-", "and"}):
            first -= 1
        while first < last and not tokens[first].text[:1].isalpha():
            first += 1
        return Span(tokens[first].start, owner.end)

    def _before(self, deed: Span, area: Span) -> Span | None:
        text = self.annotated.text
        start = max(area.start, deed.start - _BEFORE)
        run = _RUN.search(text[start : deed.start])
        if run is None:
            return None
        start += run.start()
        breaks = list(pattern("apart").finditer(text, start, deed.start))
        start = breaks[-1].end() if breaks else start
        hits = list(actors().finditer(text, start, deed.start))
        if not hits or deed.start - hits[-1].end() > _GAP:
            return None
        if pattern("new_phrase").search(text, hits[-1].end(), deed.start):
            return None
        if pattern("supposed").search(text, start, deed.start):
            return None
        return self.clean(Span(start, hits[-1].end()))

    def _after(self, deed: Span, area: Span) -> Span | None:
        by = captures("after_deed")[0].match(self.annotated.text, deed.end, min(area.end, deed.end + _AFTER))
        if by and actors().search(by[1]):
            return self.names.cut(Span(*by.span(1)))
        named = captures("after_deed_named")[0].match(self.annotated.text, deed.end, min(area.end, deed.end + _AFTER))
        return self.names.cut(Span(*named.span(1))) if named and self._is_party(Span(*named.span(1))) else None

    def _is_party(self, span: Span) -> bool:
        """A name that is no month and no bare place."""
        labels = {n.label for n in self.annotated.names if n.span.overlaps(span)}
        return not labels & {"DATE", "TIME", "GPE", "LOC", "FAC", "CARDINAL"}

    def _is_used(self, means: Token) -> bool:
        """ "under its bombs", "its men shot": what belongs to somebody did the harm, and was not hit itself."""
        if not deeds().fullmatch(means.text) and not pattern("own_means").fullmatch(means.text):
            return False
        above = self.annotated.tokens[means.head]
        if means.dep == "nsubjpass":
            return False
        return means.dep != "nsubj" or above.lower in words("attacking") or above.lower in lexicon().verbs

    def of_pronoun(self, sentence: Sentence, harmed: tuple[Span, ...] = ()) -> Span | None:
        """ "The air force denied that twenty died under its bombs": the subject that the deed's pronoun stands for."""
        tokens = self.annotated.tokens_of(sentence)
        for token in tokens:
            if token.dep != "poss" or token.lower not in words("possessive"):
                continue
            if any(self.annotated.tokens[token.head].span.overlaps(span) for span in harmed):
                continue
            means = self.annotated.tokens[token.head]
            if not self._is_used(means):
                continue
            for before in reversed(tokens[: token.i - sentence.first]):
                if before.dep == "nsubj" and before.lower not in words("pronouns"):
                    found = self.names.of(before, sure=False)
                    if found is not None:
                        return found
        return None
