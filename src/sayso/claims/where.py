# ruff: noqa: E501  word patterns are read in one go
"""Where the harm happened: the most specific place that the text gives for it."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from sayso.claims.counted_types import Counted
from sayso.claims.harm_words import Harm
from sayso.claims.where_names import RANK, Named, NamedPlaces
from sayso.knowledge.gazetteer import Gazetteer
from sayso.model import Annotated, Attribution, EventKind, Place, Sentence, Span

_CONTAINER = r"(?:of|in|at|near|outside|within|inside|on|(?:north|south)?(?:east|west|north|south)(?:ern)? (?:of|in))"
_JOINED = re.compile(
    rf"^(?:['’]?s (?:[\w-]+ ){{0,2}}|(?:,? {_CONTAINER}(?: [\w-]+){{0,4}}| ?,|,? ?\()? ?|(?: [\w-]+){{1,2}} {_CONTAINER}(?: the)?(?: [\w-]+)? )$"
)
_INNER_FIRST = re.compile(r"\b(?:of|in|at|near|outside|within|inside|on)\b|,|\(")
_OWNER = re.compile(r"^(?:['’]s|s) ")
_APART = re.compile(r"\b(?:and|while|as|when|where|before|after|by|from|to|that|which|who|with|for)\b")
_ACTING = frozenset({"VERB", "AUX", "NUM"})
_LONG = 60
_ORIGIN = re.compile(
    r"\b(?:from|based in|positioned in|stationed in|located in|residents from|evacuees from|people from|towards?|to|fired from|residents? (?:of|in)|(?:speaking|told \w+|talks|conference|exile|telephone|office|officials?|sources?|envoy|activists?|capital|directorate|ministry|doctors?|command(?:er)?) (?:in|from|at)|spared|borders? (?:with|of)|left|while|heading (?:for|to)|bound for|fled(?: \w+)? (?:to|for)|supported by|backed by|help of)\s+(?:the\s+)?(?:[\w-]+\s+){0,2}$",
    re.IGNORECASE,
)
_HIT = re.compile(
    r"\b(?:hit|hits|hitting|struck|strikes? on|attacks? (?:on|in|against|at)|raids? (?:on|in|against)|shelling (?:on|of|in)|bombing (?:of|in|on|at)|bombed|shelled|slammed into|landed (?:in|on)|fell (?:on|in|upon)|targeted|targeting|rockets? on|exploded (?:in|at|near|outside)|went off (?:in|at|near|outside)|blew \w+ up (?:in|at|near|outside)|(?:fired|launched)(?: \w+){0,4} (?:on|at|into)|killed in|died in|wounded in|injured in|quake in)\s+(?:the\s+)?(?:[\w-]+\s+){0,3}$",
    re.IGNORECASE,
)
_FAR = 3
_OTHER_DEED = re.compile(
    r"^\W*(?:meanwhile|separately|elsewhere|also|in another|another|later|earlier|in addition|similarly|on the other)\b",
    re.IGNORECASE,
)


@dataclass
class Places:
    """The places of one report."""

    annotated: Annotated
    gazetteer: Gazetteer
    attributions: tuple[Attribution, ...]
    names: NamedPlaces = field(init=False)
    _last: tuple[int, Named] | None = None

    def __post_init__(self) -> None:
        self.names = NamedPlaces(self.annotated, self.gazetteer, self.attributions)

    def of(self, counted: Counted, harm: Harm, sentence: Sentence, event: EventKind) -> tuple[Place | None, str]:
        """The place and why; None where the text gives none."""
        trigger = self.annotated.tokens[harm.trigger].span
        own = self._best(self.names.of(sentence), counted, trigger, sentence)
        if event is EventKind.CUMULATIVE:
            whole = _told(own) if own is not None and self._is_direct(own, sentence) else self._whole(sentence)
            if whole[0] is not None:
                return whole
        if own is not None and not own.told and (own.rank < RANK["country"] or self._is_direct(own, sentence)):
            if own.rank < RANK["country"]:
                own = self._refined(own, sentence, counted)
                self._last = (sentence.i, own)
                return _told(own)
            finer = self._placed_after(sentence)
            if finer is None:
                return _told(own)
            self._last = (sentence.i, finer)
            return finer.place, f'"{finer.place.words}", where the account then places it. {finer.place.reason}'.strip()
        carried = self._carried(sentence)
        if event is EventKind.CUMULATIVE and carried is not None and carried.rank < RANK["town"]:
            carried = self._wider(sentence)
        if carried is not None and not (own and not own.told and carried.rank >= own.rank):
            reason = f'"{carried.place.words}", where the account places it. {carried.place.reason}'
            return carried.place, reason.strip()
        return _told(own) if own is not None else (None, "The text gives no place for it.")

    def _wider(self, sentence: Sentence) -> Named | None:
        """The town, city or province told most so far: a running total counts more than one market or quarter."""
        told = [n for before in self.annotated.sentences[: sentence.i + 1] for n in self.names.of(before) if not n.told]
        bodies = [name.span for name in self.annotated.names if name.label in ("ORG", "PERSON")]
        wide = [
            n
            for n in told
            if RANK["town"] <= n.rank < RANK["country"]
            and n.place.name is not None
            and not any(body.covers(n.span) for body in bodies)
        ]
        counts = Counter(n.place.name for n in wide)
        return min(wide, key=lambda n: (-counts[n.place.name], n.span.start), default=None)

    def _is_direct(self, named: Named, sentence: Sentence) -> bool:
        """ "in eastern Syria": where it happened, though only a country is named."""
        before = self.annotated.text[max(sentence.span.start, named.extent.start - 40) : named.extent.start]
        return bool(re.search(r"\b(?:in|across|throughout|on|at)(?: the)?(?: [\w-]+)? $", before))

    def _best(self, listed: tuple[Named, ...], counted: Counted, trigger: Span, sentence: Sentence) -> Named | None:
        """Of the runs of places ("a village in a province") the one that the harm stands nearest to; its innermost."""
        chains = list(self._chains(listed))
        if not chains:
            return None
        best = min(chains, key=lambda chain: self._cost(chain, counted, trigger, sentence))
        return min(best, key=lambda n: n.rank) if best[0].rank >= RANK["country"] else best[0]

    def _chains(self, listed: tuple[Named, ...]) -> Iterator[list[Named]]:
        """Runs of places of which each one after the first holds the one before it, the innermost first."""
        chain: list[Named] = []
        for named in listed:
            if chain:
                between = self.annotated.text[chain[-1].extent.end : named.extent.start]
                if named.extent.start <= chain[-1].extent.end:
                    chain = [named, *chain] if self._owns(chain[-1]) else [*chain, named]
                    continue
                if _JOINED.match(between) and not self._acts_between(chain[-1].extent.end, named.extent.start):
                    if _OWNER.match(between):
                        chain = [named, *chain]
                        continue
                    inner_first = _INNER_FIRST.search(between) and named.rank >= chain[-1].rank - 1
                    chain = [*chain, named] if inner_first or named.rank >= chain[0].rank else [named, *chain]
                    continue
                yield chain
            chain = [named]
        if chain:
            yield chain

    def _owns(self, named: Named) -> bool:
        """ "Aleppo's quarter of Salam", the mark perhaps lost: what follows lies in it."""
        words, after = named.span.of(self.annotated.text), self.annotated.text[named.span.end : named.span.end + 2]
        return after in ("'s", "’s") or after[:1] == "s" or words.endswith("s")

    def _acts_between(self, start: int, end: int) -> bool:
        """A verb or a joint of clauses parts the two places."""
        if end - start > _LONG or _APART.search(self.annotated.text[start:end]):
            return True
        between = Span(start, max(start, end))
        return any(t.pos in _ACTING for t in self.annotated.tokens_in(between))

    def _cost(self, chain: list[Named], counted: Counted, trigger: Span, sentence: Sentence) -> tuple[int, int]:
        first = min(chain, key=lambda n: n.span.start).span
        span = Span(first.start, max(n.span.end for n in chain))
        away = min(span.distance(trigger), span.distance(counted.span))
        cost = away + self._unfitness(chain, sentence)
        cost += 0 if first.start > min(trigger.start, counted.span.start) else 20
        cost += 80 if self._is_outside(first, counted.span) else 0
        return cost, first.start

    def _unfitness(self, chain: list[Named], sentence: Sentence) -> int:
        """How little the words before a place speak for it as the place of harm: where people come from, who speaks."""
        start = min(n.span.start for n in chain)
        before = self.annotated.text[max(sentence.span.start, start - 60) : start]
        cost = min(n.rank for n in chain) * 8
        cost += 150 if _ORIGIN.search(before) else 0
        cost -= 60 if _HIT.search(before) else 0
        cost += 150 if any(n.told for n in chain) else 0
        return cost + (120 if all(n.rank >= RANK["country"] for n in chain) else 0)

    def _likeliest(self, sentence: Sentence) -> Named | None:
        """The place that a sentence gives for a harm told elsewhere; None where it names countries alone."""
        chains = [c for c in self._chains(self.names.of(sentence)) if not any(n.told for n in c)]
        chains = [c for c in chains if c[0].rank < RANK["country"]]
        best = min(chains, key=lambda c: (self._unfitness(c, sentence), c[0].span.start), default=None)
        return best[0] if best else None

    def _is_outside(self, place: Span, figure: Span) -> bool:
        """The figure stands in what somebody says, the place does not."""
        holding = [a for a in self.attributions if any(c.covers(figure) for c in a.content)]
        return bool(holding) and not any(c.overlaps(place) for a in holding for c in a.content)

    def _whole(self, sentence: Sentence) -> tuple[Place | None, str]:
        """The country whose war or campaign the toll covers, where the sentence names it only as an adjective."""
        words = sentence.span.of(self.annotated.text)
        for match in re.finditer(r"\b([A-Z][a-z]+?)(?:['’]?s|n|ian)?\b(?!-)", words):
            for name in (match.group(1), match.group(1) + "a"):
                place = self.gazetteer.resolve(name)
                if place.precision == "country":
                    return place, f'"{match.group()}" in the sentence. {place.reason}'
        country = self.names.country()
        if country is not None:
            return country, f'The country that the report tells of: "{country.words}".'
        return None, "The text gives no place for it."

    def _placed_after(self, sentence: Sentence) -> Named | None:
        """For a headline or lead that names a country alone: where the next sentences place it."""
        listed = self.annotated.sentences
        if sentence.i > 1:
            return None
        for after in listed[sentence.i + 1 : sentence.i + 1 + _FAR]:
            if _OTHER_DEED.match(after.span.of(self.annotated.text)):
                return None
            named = self._likeliest(after)
            if named is not None:
                return named
        return None

    def _refined(self, named: Named, sentence: Sentence, counted: Counted) -> Named:
        """The quarter, village or street that the next sentences give for a city or province, if they give one alone."""
        if named.rank < RANK["city"]:
            return named
        listed = self.annotated.sentences
        finer: list[Named] = []
        for after in listed[sentence.i + 1 : sentence.i + 1 + _FAR]:
            if _OTHER_DEED.match(after.span.of(self.annotated.text)):
                break
            here = [n for n in self.names.of(after) if n.rank < named.rank and n.rank <= RANK["town"] and not n.told]
            if here and not self._counts_others(after, counted):
                finer += here
        same = {n.span.of(self.annotated.text).casefold() for n in finer}
        return finer[0] if len(same) == 1 and (finer[0].sure or finer[0].place.name) else named

    def _counts_others(self, sentence: Sentence, counted: Counted) -> bool:
        """The sentence has numbers, and the figure's own is not among them: it tells of a part, or of another deed."""
        tokens = self.annotated.tokens
        mine = {t.lower for t in tokens[counted.first : counted.last] if t.pos == "NUM"}
        theirs = {t.lower for t in tokens[sentence.first : sentence.last] if t.pos == "NUM" and not self._is_dated(t.i)}
        return bool(theirs) and not (mine & theirs)

    def _is_dated(self, i: int) -> bool:
        return any(
            n.label in ("DATE", "TIME", "PERCENT", "QUANTITY", "ORDINAL") and n.first <= i < n.last
            for n in self.annotated.names
        )

    def _carried(self, sentence: Sentence) -> Named | None:
        """Where the account so far places the happening: the last place of harm, of the sentences before, of the lead."""
        if self._last is not None and sentence.i - self._last[0] <= _FAR:
            return self._last[1]
        listed = self.annotated.sentences
        for back in range(sentence.i - 1, max(-1, sentence.i - 1 - _FAR), -1):
            named = self._likeliest(listed[back])
            if named is not None:
                return named
        heads = [n for s in listed[: _FAR + 1] for n in self.names.of(s) if not n.told]
        heads = heads or [n for s in listed[: sentence.i + 1] for n in self.names.of(s)]
        specific = [n for n in heads if n.rank < RANK["country"]]
        if self._last is not None and not specific:
            return self._last[1]
        return min(specific or heads, key=lambda n: (n.rank, n.span.start), default=None)


def _told(named: Named) -> tuple[Place, str]:
    return named.place, f'"{named.place.words}" in the sentence. {named.place.reason}'.strip()
