# ruff: noqa: E501  word patterns are read in one go
"""The places that one sentence names: found by their words, by the grammar's names, and by the gazetteer."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import cache

from sayso.knowledge.gazetteer import Gazetteer
from sayso.knowledge.vocabulary import load_vocabulary, word_list
from sayso.model import Annotated, Attribution, Place, Sentence, Span

RANK = {"point": 0, "neighbourhood": 1, "town": 2, "city": 3, "district": 3, "province": 4, "country": 6}
"""How wide a place is, by its precision."""
UNKNOWN = 2
"""Rank of a place that no gazetteer knows, where the words say that it is one: most often a village."""
UNSURE = 4
"""Rank of a name that no gazetteer knows and no word calls a place."""
CAPITALS = 0.6
"""Share of capitalised words from which a sentence reads as a headline, where a capital tells nothing."""

_KIND = (
    r"(?:town|towns|village|villages|hamlet|settlement|city|district|districts|subdistrict|neighbou?rhoods?|borough|province|suburbs?|region|regions|area|areas|governorate|oblast|enclave|camp|island|port|harbou?r|valley|county|"
    r"countryside|hospital|clinic|market|square|road|highway|motorway|street|avenue|checkpoint|crossing|border crossing|airport|airbase|base|quarter|roundabout|mosque|church|cathedral|monastery|temple|pagoda|school|secondary school|college|university|"
    r"prison|penitentiary|park|river|mountain|pass|tunnel|bridge|dam|mine|stronghold|capital|courthouse|barracks|hotel|stadium|factory|sawmill|tower|station|waterfront|health cent(?:er|re)|retirement home|refugee camp|theatre|theater|opera house|resort|embassy|bazaar|cemetery|court|town hall|pagoda|oilfield|field hospital|junction|plant|refinery|university|academy)"
)
_WORD = r"[^\W\d_a-z](?:[\w'’]*\w|\.(?= [A-Z]))(?:-[\w'’]+)*"
_ARTICLE = r"(?:[Aa]l|[Ee]l|[Aa]r|[Aa]n|[Aa]s|[Aa]sh|[Aa]d|[Tt]al|[Tt]el|[Dd]e|[Ll]a|[Ss]an|[Uu]mm|[Bb]ab)[- ]"
_NAME = rf"(?:{_ARTICLE})?{_WORD}(?: (?:{_ARTICLE}|(?:de|del|of the) )?{_WORD}){{0,3}}"
_OF_KIND = re.compile(rf"\b{_KIND} (?:of|in|at|called|named) (?:the )?({_NAME})")
_KIND_AFTER = re.compile(rf"\b({_NAME})[ -](?:[a-z]+ )?{_KIND}\b")
_CAPITAL_KIND = re.compile(
    rf"\b((?:{_WORD} ){{1,3}}(?i:{_KIND})|(?:Mount|Lake|Calle|Rue|Barrio|Camp|Fort|Port|Tel|Tal|Tell) {_WORD}(?: {_WORD})?)\b"
)
_RURAL = re.compile(rf"\b(?:Rural|Eastern|Western|Northern|Southern|Greater|Upper|Lower) ({_WORD})\b")
_LOCATIVE = r"(?:in|at|near|outside|inside|into|around|off|across|along|beneath|below|above|throughout|upon|on|hit|struck|shook|pounded|stormed|targeting|against|towards?)"
_AT_NAME = re.compile(rf"\b(?:(?i:{_LOCATIVE})|close to) (?:the )?(?:nearby |neighbouring |remote )?({_NAME})")
_BETWEEN = re.compile(rf"\bbetween (?:the )?({_NAME} and {_NAME})")
_LED = re.compile(
    r"\b(?:in|at|near|on|outside|around|across|inside|over|into|of|from|to|onto|through|off|attacks?|hitting|strikes?|along|throughout|against|targeting|hit|struck|hits|shook|pounded|shelled|bombed|stormed|towards?|between|and|upon|,)\s+(?:the\s+)?(?:[\w-]+\s+){0,4}$",
    re.IGNORECASE,
)
_NO_PLACE = re.compile(
    r"^(?:[- ](?:based|backed|led|born|made|allied|held|controlled|linked|sponsored|run|funded|bound)\b|['’]s\b (?:president|government|army|regime|forces|military|war|state|official|foreign|defen[cs]e|ministry|civil|air force|police|parliament|leader|king|prime))",
    re.IGNORECASE,
)
_LEADING = re.compile(
    r"^(?:the |an |a )?(?:[A-Z][a-z]+(?:ias|ans|ian|eys|aqs|ons|ines|ens|ans|['’]s)|Iraqi|Israeli|Turkish|Lebanese|US|U\.S\.|Northern|Southern|Eastern|Western|Central|In|On|At|The|A|Tuesday|Monday|Wednesday|Thursday|Friday|Saturday|Sunday) "
)
_TRAILING = re.compile(
    r" (?:On|In|At|The|A|State|Monitor|Media|SANA|NGO|Report|Reports|AFP|AP|Reuters|Kills?|Killed|Dead|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)\b.*$|['’]s$"
)
_ADJECTIVE = re.compile(r"(?:an|ish|ese|eli|aqi|ans|emeni|ghan|ites?|ists?)$")
_NOT_NAMES = frozenset(
    ["the", "a", "an", "in", "on", "at", "it", "he", "she", "they", "this", "that", "these", "those", "islamic", "state", "government",
     "army", "rebel", "rebels", "is", "civil", "human", "rights", "red", "white", "every", "each", "all", "day", "night", "god", "i",
     "we", "you", "my", "our", "his", "her", "their", "its", "twitter", "facebook", "telegram", "whatsapp", "islam", "ramadan", "eid",
     "christmas", "easter", "north", "south", "east", "west", "old", "new", "people", "war", "general", "major", "colonel", "president"]
)  # fmt: skip
_TIME_WORDS = re.compile(
    r"^(?:mon|tues|wednes|thurs|fri|satur|sun)days?$|^(?:january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)$",
    re.IGNORECASE,
)
_NAMING = frozenset({"PROPN", "NOUN", "ADJ", "DET", "X", "VERB"})
_KIND_WORD = re.compile(_KIND + "|Air|Military|Central|Main|Border|Refugee", re.IGNORECASE)
_LABELS = frozenset({"GPE", "LOC", "FAC"})
_OTHER_LABELS = frozenset(
    ["ORG", "PERSON", "NORP", "DATE", "TIME", "MONEY", "EVENT", "LANGUAGE", "WORK_OF_ART", "PRODUCT", "LAW", "QUANTITY"]
)
_INSIDE = re.compile(r"\b(?:in|at|near|outside|around) (?:the )?$", re.IGNORECASE)
_ABBREVIATION = 5
_VESSEL = re.compile(
    r"\b(?:INS|HMS|USS|USNS|MV|M/V|MT|SS|RMS|ship|ferry|tanker|vessel|trawler|frigate|destroyer|warship) $"
)
_DATELINE = re.compile(
    rf"^({_NAME})(?:,? (?:\d{{1,2}} [A-Z][a-z]+|[A-Z][a-z]+ \d{{1,2}}))?(?: \([^)\n]{{2,30}}\))? ?[-\u2013\u2014:] "
)
_BODY_BEFORE = re.compile(r"\b([A-Z][a-z]+) (?:of|in|for)(?: [A-Z][\w-]+)?(?: and)?(?: the)? $")
_TELLING = re.compile(
    rf"\b(?:{_KIND} (?:of|at|called|named)|near|outside|off|around|between|beneath|(?:north|south|east|west|edge|outskirts|vicinity)\w* of|close to|along|(?:north|south|east|west)(?:-?east|-?west)?(?:ern)?|central|rural|down ?town)\b",
    re.IGNORECASE,
)
_BEFORE = re.compile(
    rf"(?<![\w-])((?:(?:near|outside|off|around|between|beneath|(?:just |some |about )?(?:[\w-]+ (?:kilomet(?:er|re)s|km|miles) )?(?:north|south|east|west|north-?east|north-?west|south-?east|south-?west) of|(?:on|in) the (?:outskirts|edge|vicinity) of|close to|along) )?(?:the )?(?:(?!in |at |on |to |of |from |and |by |near |for |into )(?-i:[a-z-]+) )?(?:{_KIND} (?:of|at|called|named) )?(?:the )?(?:(?:north|south|east|west)(?:ern)? |central |rural |down ?town )?)$",
    re.IGNORECASE,
)
_AFTER = re.compile(
    rf"^(?:['’]s)?[ -](?:(?:military|refugee|border|central|main|residential) )?{_KIND}\b", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Named:
    """A place that a sentence names."""

    span: Span
    """The name itself."""
    place: Place
    """Its words are those of the text with the word for its kind and "near", "outside"."""
    rank: int
    sure: bool
    """The words say that it is a place ("the Salam district")."""
    extent: Span
    """The name with the word for its kind and for its nearness: where the place's words stand."""
    told: bool = False
    """It stands in the words for who speaks, or it is named by the way: no place of harm if there is another."""


@dataclass
class NamedPlaces:
    """The places that the sentences of one report name."""

    annotated: Annotated
    gazetteer: Gazetteer
    attributions: tuple[Attribution, ...]
    _read: dict[int, tuple[Named, ...]] = field(default_factory=dict)
    _context: tuple[str, ...] | None = None

    def of(self, sentence: Sentence) -> tuple[Named, ...]:
        """The places of a sentence in order of position, without overlap."""
        if sentence.i not in self._read:
            self._read[sentence.i] = tuple(_longest(list(self._named(sentence))))
        return self._read[sentence.i]

    def country(self) -> Place | None:
        """The country that the report names most often."""
        totals: Counter[str] = Counter()
        for name in self.annotated.names:
            after = self.annotated.text[name.span.end : name.span.end + 24]
            if name.label not in ("GPE", "NORP") or after.startswith("-"):
                continue
            country = self.gazetteer.country_of(name.span.of(self.annotated.text).removeprefix("the "))
            if country is not None:
                totals[country] += 1
        best = min(totals, key=lambda name: (-totals[name], name), default=None)
        return self.gazetteer.resolve(best) if best else None

    def _named(self, sentence: Sentence) -> Iterator[Named]:
        text = self.annotated.text
        spans = self._spans(sentence)
        speakers = [s for a in self.attributions for s in (*a.speaker, *a.relay, *a.origin)]
        for (start, end), sure in spans.items():
            span = self._bare(Span(start, end))
            words = span.of(text)
            if _NO_PLACE.match(text[end : end + 24]) or not self._may_name(span, sure):
                continue
            if any(span.covers(s) for s in speakers) or self._names_a_body(span):
                continue
            led = sure or bool(_LED.search(text[max(sentence.span.start, start - 60) : start]))
            dateline = start == 0 and not led and _DATELINE.match(text) is not None
            told = not led or any(s.overlaps(span) for s in speakers)
            if words.endswith("s") and self.gazetteer.resolve(words[:-1]).precision == "country":
                span = Span(span.start, span.end - 1)
            place = self.gazetteer.resolve(span.of(text), self.context())
            if not led and not dateline and (place.name is None or place.precision == "country"):
                continue
            if match_between(words) and place.name is None and not self._has_label(span):
                continue
            rank = RANK.get(place.precision or "", UNKNOWN if sure else UNSURE)
            if place.name is None and not sure and self._is_person(span):
                continue
            extent = self._extent(span, sentence)
            whole = extent.of(text)
            yield Named(span, self._worded(place, whole), self._rank(whole, rank), sure, extent, told)

    def _is_person(self, span: Span) -> bool:
        """The report uses the word as a person's name elsewhere."""
        words = span.of(self.annotated.text)
        return any(
            n.label == "PERSON" and words in n.span.of(self.annotated.text).split() and not n.span.overlaps(span)
            for n in self.annotated.names
        )

    def _has_label(self, span: Span) -> bool:
        return any(n.label in _LABELS and n.span.overlaps(span) for n in self.annotated.names)

    def _rank(self, whole: str, rank: int) -> int:
        """The word for the kind makes a place finer ("Aleppo airport") or wider ("Aleppo province")."""
        if whole.removeprefix("the ") in word_list("places", "wide_regions"):
            return RANK["country"] + 1
        last = _kinds().get(whole.lower().split()[-1])
        first = next((_kinds()[w] for w in whole.lower().split()[:3] if w in _kinds()), None)
        return RANK.get(last or first or "", rank)

    def _worded(self, place: Place, whole: str) -> Place:
        if whole == place.words:
            return place
        again = self.gazetteer.resolve(whole, self.context())
        return again if again.name is not None else replace(place, words=whole)

    def _names_a_body(self, span: Span) -> bool:
        """ "the Islamic State in Iraq", "the Army of Arda": part of the name of a party or body."""
        before = _BODY_BEFORE.search(self.annotated.text[max(0, span.start - 60) : span.start])
        return before is not None and (before[1] == "State" or before[1].casefold() in _bodies())

    def _extent(self, span: Span, sentence: Sentence) -> Span:
        """The name with the words around it that say what and where it is: "near the village of Arda"."""
        text = self.annotated.text
        before = _BEFORE.search(text[max(sentence.span.start, span.start - 60) : span.start])
        words = before.group(1) if before else ""
        if not re.search(
            rf"\b(?:{_KIND} (?:of|at|called|named)|near|outside|off|around|between|beneath|of|close to|along|(?:north|south|east|west)\w*|central|rural|town)\b",
            words,
            re.IGNORECASE,
        ):
            words = ""
        after = _AFTER.match(text[span.end : min(sentence.span.end, span.end + 40)])
        start = span.start - len(words)
        end = span.end + (after.end() if after and not words.strip().endswith("of") else 0)
        return Span(start + len(text[start:end]) - len(text[start:end].lstrip()), end)

    def _spans(self, sentence: Sentence) -> dict[tuple[int, int], bool]:
        text, area = self.annotated.text, sentence.span
        spans: dict[tuple[int, int], bool] = {}
        headline = self._is_headline(sentence)
        for pattern in (_OF_KIND, _KIND_AFTER, _CAPITAL_KIND):
            for match in pattern.finditer(text, area.start, area.end):
                if not headline or pattern is not _CAPITAL_KIND or self._is_inside(Span(*match.span(1))):
                    spans[match.span(1)] = True
        dateline = _DATELINE.match(text) if area.start == 0 else None
        if dateline:
            spans[dateline.span(1)] = False
        for match in _BETWEEN.finditer(text, area.start, area.end):
            spans[match.span(1)] = True
        organisations = []
        for name in self.annotated.names:
            if not area.covers(name.span):
                continue
            if name.label in _LABELS and not (headline and " " in name.span.of(text) and not self._is_whole(name.span)):
                spans.setdefault((name.span.start, name.span.end), False)
            elif name.label in ("ORG", "PERSON"):
                organisations.append(name.span)
        for span in self.gazetteer.find_places(text, area):
            if not any(o.covers(span) and o != span for o in organisations) or self._is_led(span, area):
                spans.setdefault((span.start, span.end), False)
        if not headline:
            for match in (*_AT_NAME.finditer(text, area.start, area.end), *_RURAL.finditer(text, area.start, area.end)):
                if self._is_strange(Span(*match.span(1))):
                    spans.setdefault(match.span(1), False)
        return spans

    def _is_whole(self, span: Span) -> bool:
        """The gazetteer knows the name as it stands, so that it holds no other capitalised word of a headline."""
        return span in self.gazetteer.find_places(self.annotated.text, span)

    def _is_led(self, span: Span, area: Span) -> bool:
        """Straight after a word of place ("attack on Qalamoun"), whatever the grammar takes it for."""
        return bool(
            re.search(
                r"\b(?:in|at|near|on|outside|around|into|hit|struck) (?:the )?$",
                self.annotated.text[max(area.start, span.start - 14) : span.start],
                re.IGNORECASE,
            )
        )

    def _is_strange(self, span: Span) -> bool:
        """A capitalised name that no list has, which the grammar takes for a name but for no person, body or day."""
        first = self.annotated.token_at(span.start)
        if first is None or self.annotated.tokens[first].pos != "PROPN":
            return False
        words = span.of(self.annotated.text)
        taken = {n.label for n in self.annotated.names if n.span.overlaps(span)}
        if self._is_inside(span) and not (words.isupper() and len(words) <= _ABBREVIATION):
            taken -= {"ORG", "PERSON", "NORP"}
        return not taken & _OTHER_LABELS

    def _is_inside(self, span: Span) -> bool:
        """Straight after "in", "at", "near"."""
        return bool(_INSIDE.search(self.annotated.text[max(0, span.start - 14) : span.start]))

    def _is_headline(self, sentence: Sentence) -> bool:
        words = [t for t in self.annotated.tokens[sentence.first : sentence.last] if t.text[:1].isalpha()]
        capitals = sum(t.text[:1].isupper() for t in words)
        return len(words) > 3 and capitals / len(words) > CAPITALS

    def _may_name(self, span: Span, sure: bool) -> bool:
        words = span.of(self.annotated.text)
        first = self.annotated.token_at(span.start)
        if first is None or not words or self.annotated.tokens[first].pos not in _NAMING:
            return False
        if not any(letter.isupper() or letter > "\u0590" for letter in words):
            return False
        if words.lower() in _NOT_NAMES or words.split()[0].lower() in (
            "every",
            "each",
            "this",
            "that",
            "no",
            "another",
        ):
            return False
        if _VESSEL.search(self.annotated.text[max(0, span.start - 12) : span.start]) or self._heads_a_body(span):
            return False
        bare = [word for word in words.split() if not _KIND_WORD.fullmatch(word) and word.lower() not in _NOT_NAMES]
        if not bare or (len(bare) < len(words.split()) and self._describes(" ".join(bare))):
            return False
        if any(_TIME_WORDS.match(word) for word in words.split()) or words.casefold() in _not_places():
            return False
        if first and self.annotated.tokens[first - 1].lower in word_list("kin", "relatives"):
            return False
        if words.split()[-1].casefold() in _bodies() or " for " in words:
            return False
        return not (self._is_adjective(span) if sure else self._is_demonym(words))

    def _describes(self, word: str) -> bool:
        """ "the Yemeni port", "an ISIS-held town": whose place it is, not its name."""
        if word.casefold() in _demonyms() or re.search(
            r"-(?:held|controlled|run|led|dominated|majority|populated|backed)$", word
        ):
            return True
        return (
            " " not in word
            and bool(_ADJECTIVE.search(word))
            and self.gazetteer.resolve(word, self.context()).name is None
        )

    def _heads_a_body(self, span: Span) -> bool:
        """ "the Coimbra brigade", "Aleppo Police Command": whose, not where."""
        after = re.match(r" ([^\W\d_]+)", self.annotated.text[span.end : span.end + 24])
        return after is not None and after[1].casefold() in _bodies()

    def _is_demonym(self, words: str) -> bool:
        return " " not in words and self.gazetteer.resolve(words).name is None and words.casefold() in _demonyms()

    def _bare(self, span: Span) -> Span:
        """Without a leading country or adjective that a lost apostrophe left: "Syrias Aleppo" -> "Aleppo"."""
        text = self.annotated.text
        match = _LEADING.match(span.of(text))
        span = Span(span.start + match.end(), span.end) if match and match.end() < len(span) else span
        after = _TRAILING.search(span.of(text))
        return Span(span.start, span.start + after.start()) if after and after.start() else span

    def _is_adjective(self, span: Span) -> bool:
        """ "Syrian", "Russias": says whose, not where."""
        words = span.of(self.annotated.text)
        if words.casefold() in _demonyms():
            return True
        if " " in words or "-" in words:
            return False
        if self.gazetteer.resolve(words, self.context()).name is not None:
            return words.endswith("s") and self.gazetteer.resolve(words[:-1]).precision == "country"
        return bool(_ADJECTIVE.search(words))

    def context(self) -> tuple[str, ...]:
        """The places that the report names most, by which ambiguous names are settled."""
        if self._context is None:
            named = [n.span.of(self.annotated.text) for n in self.annotated.names if n.label == "GPE"]
            self._context = tuple(words for words, _ in Counter(named).most_common(4))
        return self._context


def match_between(words: str) -> bool:
    """Two names joined: a stretch between two places, or anything else that an "and" joins."""
    return " and " in words


@cache
def _not_places() -> frozenset[str]:
    return frozenset(word.casefold() for word in word_list("events_actors", "actors"))


@cache
def _bodies() -> frozenset[str]:
    """Last words of the names of bodies: "Free Arda Front" is a party, not a place."""
    return frozenset(word.casefold() for word in word_list("places", "bodies"))


@cache
def _demonyms() -> frozenset[str]:
    listed = load_vocabulary("places").get("demonyms")
    names = listed.values() if isinstance(listed, dict) else ()
    return frozenset(str(name).casefold() for some in names if isinstance(some, list) for name in some)


@cache
def _kinds() -> dict[str, str]:
    listed = load_vocabulary("places").get("kinds")
    kinds = listed if isinstance(listed, dict) else {}
    return {
        str(word).lower(): kind
        for kind in ("district", "province", "city", "town", "neighbourhood", "point")
        for word in kinds.get(kind, ())
    }


def _longest(found: list[Named]) -> list[Named]:
    kept: list[Named] = []
    for named in sorted(found, key=lambda n: (-len(n.span), n.span.start)):
        if not any(k.span.overlaps(named.span) for k in kept):
            kept.append(named)
    return sorted(kept, key=lambda n: n.span.start)
