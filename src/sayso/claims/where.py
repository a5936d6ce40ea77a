# ruff: noqa: E501  word patterns are read in one go
"""Where the harm happened: the most specific place that the text gives for it."""

import re
from collections import Counter
from dataclasses import dataclass, field, replace

from sayso.claims.counted_types import Counted
from sayso.claims.harm_words import Harm
from sayso.knowledge.gazetteer import Gazetteer
from sayso.model import Annotated, Attribution, EventKind, Place, Sentence, Span

_KIND = (
    r"(?:town|towns|village|villages|city|district|districts|neighbou?rhoods?|province|suburbs?|region|regions|area|areas|governorate|enclave|camp|island|port|valley|county|"
    r"countryside|hospital|market|square|road|highway|checkpoint|crossing|airport|base|quarter|street|roundabout|mosque|church|school|prison|park|river|mountain|stronghold|capital)"
)
_NAME = r"(?:(?:[Aa]l|[Ee]l|[Aa]r|[Aa]n|[Aa]s|[Aa]sh|[Aa]d|[Tt]al|[Tt]el|[Dd]e|[Ll]a|[Ss]an)[- ])?[^\W\d_a-z][\w'’]+(?:[- ](?:(?:al|el|ez|ez|as|ad|ar|an|de|of|the)[- ])?[^\W\d_a-z][\w'’]+){0,3}"
_OF_KIND = re.compile(rf"\b{_KIND} (?:of|in|at) (?:the )?({_NAME})")
_KIND_AFTER = re.compile(rf"\b({_NAME})(?:[ -](?:[a-z]+ )?|[- ]){_KIND}\b")
_LED = re.compile(
    r"\b(?:in|at|near|on|outside|around|across|inside|over|into|of|from|to|into|against|targeting|hit|struck|towards|between|and|,)\s+(?:the\s+)?(?:[\w-]+\s+){0,4}$",
    re.IGNORECASE,
)
_NO_PLACE = re.compile(
    r"^(?:[- ](?:based|backed|led|born|made|allied|held|controlled|linked|sponsored|run|funded)\b|['’]s\b (?:president|government|army|regime|forces|military|war|state|official|foreign|defen[cs]e|ministry|civil))",
    re.IGNORECASE,
)
_LEADING = re.compile(
    r"^(?:the |an |a )?(?:[A-Z][a-z]+(?:ias|ans|ian|eys|aqs|ons|ines|ens|ans|['’]s)|Iraqi|Israeli|Turkish|Lebanese|US|U\.S\.|Northern|Southern|Eastern|Western|Central|In|On|At|The|A|Tuesday|Monday|Wednesday|Thursday|Friday|Saturday|Sunday) "
)
_ADJECTIVE = re.compile(r"(?:ian|ish|ese|eli|aqi|ans|emeni|ghan)$")
_NEVER = frozenset(
    [
        "The",
        "A",
        "An",
        "In",
        "On",
        "At",
        "It",
        "He",
        "She",
        "They",
        "This",
        "That",
        "These",
        "Those",
        "Islamic",
        "State",
        "Government",
        "Army",
        "Rebel",
        "Rebels",
        "ISIS",
        "ISIL",
        "Daesh",
        "IS",
        "Civil",
        "Human",
        "Rights",
        "Red",
        "White",
    ]
)
_RANK = {"point": 0, "neighbourhood": 1, "town": 2, "city": 3, "district": 3, "province": 4, "country": 6}
_NAMING = frozenset({"PROPN", "NOUN", "ADJ", "DET"})
_LABELS = frozenset({"GPE", "LOC", "FAC"})
_FAR = 3


@dataclass(frozen=True, slots=True)
class _Named:
    span: Span
    place: Place
    rank: int
    sure: bool
    """The words say that it is a place ("the Salam district")."""


@dataclass
class Places:
    """The places of one report."""

    annotated: Annotated
    gazetteer: Gazetteer
    attributions: tuple[Attribution, ...]
    _read: dict[int, tuple[_Named, ...]] = field(default_factory=dict)
    _last: tuple[int, _Named] | None = None
    _context: tuple[str, ...] | None = None

    def of(self, counted: Counted, harm: Harm, sentence: Sentence, event: EventKind) -> tuple[Place | None, str]:
        """The place and why; None where the text gives none."""
        own = self._in(sentence)
        trigger = self.annotated.tokens[harm.trigger].span
        if event is EventKind.CUMULATIVE and not own:
            return self._whole(sentence)
        if own:
            best = min(own, key=lambda n: self._cost(n, counted, trigger))
            if best.rank < _RANK["country"] or event is EventKind.CUMULATIVE:
                if event is not EventKind.CUMULATIVE:
                    best = self._refined(best, sentence)
                    self._last = (sentence.i, best)
                return best.place, f'"{best.place.words}" in the sentence. {best.place.reason}'.strip()
        carried = self._carried(sentence, event)
        if carried is not None:
            return (
                carried.place,
                f'"{carried.place.words}", where the account places it. {carried.place.reason}'.strip(),
            )
        if own:
            best = min(own, key=lambda n: self._cost(n, counted, trigger))
            return best.place, f'"{best.place.words}" in the sentence. {best.place.reason}'.strip()
        return None, "The text gives no place for it."

    def _whole(self, sentence: Sentence) -> tuple[Place | None, str]:
        """The country whose war or campaign the toll covers, where the sentence names it only as an adjective."""
        words = sentence.span.of(self.annotated.text)
        for match in re.finditer(r"\b([A-Z][a-z]+?)(?:['’]?s|n|ian)?\b", words):
            for name in (match.group(1), match.group(1) + "a"):
                place = self.gazetteer.resolve(name)
                if place.precision == "country":
                    return place, f'"{match.group()}" in the sentence. {place.reason}'
        country = self._country()
        if country is not None:
            return country, f'The country that the report tells of: "{country.words}".'
        return None, "The text gives no place for it."

    def _country(self) -> Place | None:
        """The country that the report names most often."""
        counts = Counter(n.span.of(self.annotated.text) for n in self.annotated.names if n.label == "GPE")
        for words, _ in counts.most_common(6):
            place = self.gazetteer.resolve(words.removesuffix("'s").removesuffix("’s"))
            if place.precision == "country":
                return place
        return None

    def _cost(self, named: _Named, counted: Counted, trigger: Span) -> tuple[int, int]:
        after = named.span.start > min(trigger.start, counted.span.start)
        away = min(named.span.distance(trigger), named.span.distance(counted.span))
        return (named.rank * 30 + away + (0 if after else 20), named.span.start)

    def _refined(self, named: _Named, sentence: Sentence) -> _Named:
        """The quarter or street that the next sentence gives for a city, if it gives one."""
        if named.rank < _RANK["city"] or sentence.i + 1 >= len(self.annotated.sentences):
            return named
        following = [
            n for n in self._in(self.annotated.sentences[sentence.i + 1]) if n.rank <= _RANK["town"] and n.sure
        ]
        return following[0] if following else named

    def _carried(self, sentence: Sentence, event: EventKind) -> _Named | None:
        if event is EventKind.CUMULATIVE:
            return None
        if self._last is not None and sentence.i - self._last[0] <= _FAR:
            return self._last[1]
        for back in range(sentence.i - 1, max(-1, sentence.i - 1 - _FAR), -1):
            named = [n for n in self._in(self.annotated.sentences[back]) if n.rank < _RANK["country"]]
            if named:
                return min(named, key=lambda n: (n.rank, n.span.start))
        heads = [n for s in self.annotated.sentences[: _FAR + 1] for n in self._in(s)]
        specific = [n for n in heads if n.rank < _RANK["country"]]
        if self._last is not None and not specific:
            return self._last[1]
        return min(specific or heads, key=lambda n: (n.rank, n.span.start), default=None)

    def _in(self, sentence: Sentence) -> tuple[_Named, ...]:
        if sentence.i not in self._read:
            self._read[sentence.i] = tuple(self._named(sentence))
        return self._read[sentence.i]

    def _named(self, sentence: Sentence) -> list[_Named]:
        text = self.annotated.text
        spans: dict[tuple[int, int], bool] = {}
        for pattern in (_OF_KIND, _KIND_AFTER):
            for match in pattern.finditer(text, sentence.span.start, sentence.span.end):
                spans[match.span(1)] = True
        organisations = []
        for name in self.annotated.names:
            if not sentence.span.covers(name.span):
                continue
            if name.label in _LABELS:
                spans.setdefault((name.span.start, name.span.end), False)
            elif name.label == "ORG":
                organisations.append(name.span)
        for span in self.gazetteer.find_places(text, sentence.span):
            if not any(o.covers(span) and o != span for o in organisations):
                spans.setdefault((span.start, span.end), False)
        speakers = [s for a in self.attributions for s in (*a.speaker, *a.relay, *a.origin)]
        found = []
        for (start, end), sure in spans.items():
            span = Span(start, end)
            if any(s.overlaps(span) for s in speakers) or _NO_PLACE.match(text, end):
                continue
            span = self._bare(span)
            words = span.of(text)
            first = self.annotated.token_at(span.start)
            if first is None or self.annotated.tokens[first].pos not in _NAMING:
                continue
            if not words or words in _NEVER or (sure and self._is_adjective(span)):
                continue
            if not sure and not _LED.search(text, max(0, start - 60), start):
                continue
            place = self.gazetteer.resolve(words, self._names())
            if place.precision is None and not sure:
                place = replace(place, reason=place.reason)
            rank = _RANK.get(place.precision or "", 2 if sure else 4)
            found.append(_Named(span, place, rank, sure))
        return _longest(found)

    def _bare(self, span: Span) -> Span:
        """Without a leading country or adjective that a lost apostrophe left: "Syrias Aleppo" -> "Aleppo"."""
        text = self.annotated.text
        match = _LEADING.match(span.of(text))
        return Span(span.start + match.end(), span.end) if match and match.end() < len(span) else span

    def _is_adjective(self, span: Span) -> bool:
        """ "Syrian", "Russias": says whose, not where."""
        words = span.of(self.annotated.text)
        if " " in words or "-" in words:
            return False
        if any(n.label == "NORP" and n.span.overlaps(span) for n in self.annotated.names):
            return True
        return bool(_ADJECTIVE.search(words)) or (
            words.endswith("s") and self.gazetteer.resolve(words[:-1]).precision == "country"
        )

    def _names(self) -> tuple[str, ...]:
        if self._context is None:
            named = [n.span.of(self.annotated.text) for n in self.annotated.names if n.label == "GPE"]
            self._context = tuple(words for words, _ in Counter(named).most_common(4))
        return self._context


def _longest(found: list[_Named]) -> list[_Named]:
    kept: list[_Named] = []
    for named in sorted(found, key=lambda n: (-len(n.span), n.span.start)):
        if not any(k.span.overlaps(named.span) for k in kept):
            kept.append(named)
    return sorted(kept, key=lambda n: n.span.start)
