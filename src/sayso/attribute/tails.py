"""Sources at the end of a sentence whose commas are lost: "... killed 24 people in Belden a group said Friday"."""

from sayso.attribute.bodies import bodies_of
from sayso.attribute.content import fitted
from sayso.attribute.found import Found
from sayso.attribute.grammar import MARKS, Phrase, body_start, is_time, span_between, verb_group
from sayso.attribute.quotes import Quotes
from sayso.attribute.vocabulary import words
from sayso.model import Act, Annotated, Span, Token

TAILS = frozenset({"say", "report", "tell", "announce", "confirm", "estimate", "state", "claim", "inform"})
PAST = ("VBD", "VBZ", "VBP", "VBN")
GOES_ON = frozenset({"include", "kill", "wound", "injure"})
"""A participle of these after the cue goes on with what is said ("... said, including nine children")."""
LONGEST = 9
"""Tokens of a speaker."""
NAMED_PLACES = ("GPE", "LOC", "FAC", "DATE", "TIME", "CARDINAL", "NORP")


def tail_attribution(a: Annotated, quotes: Quotes, token: Token) -> Found | None:
    """The attribution of a verb of saying that closes its sentence right after a noun phrase that can speak."""
    if token.lemma not in TAILS or token.tag not in PAST or quotes.at(token.start) is not None:
        return None
    sentence = a.sentences[token.sentence]
    group = _group(a, token)
    if not _closes(a, token, sentence.last):
        return None
    speakers = _speakers(a, group[0], sentence.first)
    if not speakers:
        return None
    first = body_start(a, sentence)
    end = speakers[0].first
    wraps = a.tokens[end - 1].text == "," and _says(a, first, end - 1, quotes)
    if end - first < 4 or a.tokens[end - 1].text[0] in MARKS or (a.tokens[end - 1].pos == "PUNCT" and not wraps):
        return None
    if not any(t.tag in PAST or t.tag in ("VBG", "MD") for t in a.tokens[first:end]):
        return None
    if a.tokens[end - 1].pos in ("ADP", "SCONJ", "AUX", "CCONJ", "DET", "PART") or a.tokens[end - 1].tag in (
        "WDT",
        "WP",
    ):
        return None
    content = fitted(a, quotes, token.i, span_between(a, first, end))
    content += _resumed(a, token, sentence.last)
    reason = f'A source with "{token.lower}" {CLOSING}'
    return Found(Act.SAYS, reason, [a.span_of(*group)], speakers, content, verb=token.i) if content else None


def _says(a: Annotated, first: int, end: int, quotes: Quotes) -> bool:
    """A statement of somebody else's stands there, outside of quotation marks."""
    return any(
        t.lemma in WRAPPED and t.tag in ("VBD", "VBZ") and quotes.at(t.start) is None for t in a.tokens[first:end]
    )


WRAPPED = frozenset({"say", "tell", "report", "claim", "announce", "deny", "warn", "confirm", "state", "add"})


def without_tails(found: list[Found]) -> None:
    """Takes a closing ", the agency reported" out of the words of the statement that it carries."""
    for tail in found:
        if not tail.reason.endswith(CLOSING) or not tail.content:
            continue
        end, at = tail.content[0].end, tail.content[0].start
        for one in found:
            if one is tail or not at <= one.at < end:
                continue
            one.content = [Span(s.start, end) if s.start < end < s.end else s for s in one.content if s.start < end]


CLOSING = "at the end of the sentence."


def _group(a: Annotated, token: Token) -> tuple[int, int]:
    """The verb with "has" or "have" before it, which the parser may have hung elsewhere."""
    first, last = verb_group(a, token.i)
    if first == token.i and token.i and a.tokens[token.i - 1].lower in ("has", "have", "had"):
        first -= 1
    return first, last


def _closes(a: Annotated, token: Token, end: int) -> bool:
    """After the verb come only times, a listener, or a participle that goes on."""
    i = token.i + 1
    if token.lemma == "tell":
        while i < end and a.tokens[i].pos in ("PROPN", "DET", "NOUN", "ADJ"):
            i += 1
        if i == token.i + 1:
            return False
    while i < end:
        here = a.tokens[i]
        if here.text == "," and _another_follows(a, i + 1, end):
            return True
        if here.text in (".", ";", ")") or (here.tag == "VBG" and here.lower != "being") or here.lower in STOPPING:
            return True
        if not (is_time(a, i) or here.pos in ("PUNCT", "SPACE", "NUM", "PROPN") or here.lower in TIME_LINKS):
            return False
        if here.pos == "PROPN" and not is_time(a, i):
            return False
        if here.text == ":" or here.text[0] in MARKS:
            return False
        i += 1
    return True


def _another_follows(a: Annotated, start: int, end: int) -> bool:
    """ ", the agency reported." or ", and the agency relayed it." closes the sentence."""
    for i in range(start, min(start + 9, end)):
        token = a.tokens[i]
        if token.tag in ("VBD", "VBZ") and token.lemma in TAILS | {"relay", "carry"}:
            return i > start and _can_speak(a, i - 1)
        if token.pos not in ("DET", "PROPN", "NOUN", "ADJ", "CCONJ") and token.text not in ("-", "'s", "’s"):
            return False
    return False


STOPPING = frozenset({"citing", "quoting", "adding", "including", "as", "according", "without"})
TIME_LINKS = frozenset({"on", "in", "at", "the", "this", "last", "a", "statement", "its", "report"})


def _resumed(a: Annotated, token: Token, end: int) -> list[Span]:
    """ "... the Observatory said including 180 soldiers": what is said goes on after the cue."""
    for i in range(token.i + 1, min(token.i + 4, end)):
        here = a.tokens[i]
        if here.tag == "VBG" or here.lower == "including":
            return list(span_between(a, i, end)) if here.lemma in GOES_ON else []
        if not (is_time(a, i) or here.lower == "on" or here.text == ","):
            return []
    return []


def _speakers(a: Annotated, end: int, floor: int) -> list[Phrase]:
    """The noun phrases that end right before the verb, those joined by "and" too, in the order of the text."""
    last = end
    while last > floor and a.tokens[last - 1].pos == "ADV" and a.tokens[last - 1].lower != "there":
        last -= 1
    if last < end and a.tokens[last - 1].pos == "PUNCT":
        return []
    if last - 4 > floor and a.tokens[last - 1].text == ")" and a.tokens[last - 3].text == "(":
        last -= 3  # an acronym in brackets after the name
    nearest = _phrase(a, last, floor)
    if nearest is None:
        return []
    joint = nearest.first - 1
    if joint > floor and a.tokens[joint].lower == "and":
        other = _phrase(a, joint, floor)
        if other is not None and other.first > floor + 3:
            return [other, nearest]
        return []
    return [nearest]


def _phrase(a: Annotated, last: int, floor: int) -> Phrase | None:
    """The noun phrase that ends before the token and whose head can speak."""
    body = next((p for p in bodies_of(a) if p.last == last), None)
    if body is not None:
        return _titled(a, body, floor)
    if last <= floor or not _can_speak(a, last - 1):
        return _at_place(a, last, floor)
    first = last - 1
    while first > floor and last - first < LONGEST and _joins(a, first - 1):
        first -= 1
        if a.tokens[first].pos == "DET":
            break
    first = _past_places(a, first, last, floor)
    found = Phrase(first, last, last - 1) if first < last else None
    return _with_name_before(a, found, floor) if found is not None else None


def _can_speak(a: Annotated, i: int) -> bool:
    token, vocabulary = a.tokens[i], words()
    if token.pos == "PROPN":
        return not is_time(a, i) and not any(n.first <= i < n.last and n.label in NAMED_PLACES for n in a.names)
    if token.pos not in ("NOUN", "ADJ") or is_time(a, i):
        return False
    lists = ("people", "bodies", "unnamed", "documents", "headline_sources")
    return any(token.lemma in vocabulary[name] or token.lower in vocabulary[name] for name in lists)


def _joins(a: Annotated, i: int) -> bool:
    """The token belongs to the noun phrase on its right."""
    token, following = a.tokens[i], a.tokens[i + 1]
    if is_time(a, i) or following.pos == "DET":
        return False
    if token.lower in PLACES or (token.tag == "NNS" and token.lower not in MODIFYING and not _can_speak(a, i)):
        return False
    if token.text == "-" or following.text == "-" or token.text in ("'s", "’s", "(", ")"):
        return True
    if token.pos in ("ADJ", "NOUN", "PROPN", "DET"):
        return not (token.pos == "NOUN" and following.pos == "PROPN" and not _can_speak(a, i))
    return (token.tag in ("VBN", "VBG") and a.tokens[i - 1].text == "-") or token.lower in ("monitoring", "leading")


PLACES = frozenset(
    [
        "area",
        "town",
        "city",
        "village",
        "province",
        "district",
        "neighbourhood",
        "neighborhood",
        "region",
        "quarter",
        "suburb",
        "countryside",
        "governorate",
        "country",
        "capital",
        "street",
        "outskirts",
        "border",
        "base",
        "others",
        "river",
        "lake",
        "road",
        "highway",
        "valley",
        "camp",
        "airport",
        "people",
        "civilians",
        "children",
        "dead",
        "wounded",
        "injured",
        "month",
        "week",
        "yesterday",
    ]
)
MODIFYING = frozenset(
    {"rights", "news", "affairs", "forces", "services", "relations", "operations", "states", "nations"}
)


def _past_places(a: Annotated, first: int, last: int, floor: int) -> int:
    """The first token after a place that belongs to the preposition before the phrase ("in Homs | state media")."""
    if first <= floor or a.tokens[first - 1].pos not in ("ADP", "ADJ", "VERB", "PUNCT"):
        return first
    if a.tokens[first - 1].pos == "ADP":
        for i in range(first, last - 1):
            if a.tokens[i].pos == "PROPN" and a.tokens[i + 1].pos in ("NOUN", "ADJ") and a.tokens[i + 1].text.islower():
                return i + 1
        if _is_place(a, first) and first + 1 < last:
            return first + 1
    start = first
    for name in a.names:
        if first <= name.first < last - 1 and name.last < last and name.label in ("GPE", "LOC", "FAC", "DATE"):
            between = a.tokens[start : name.first]
            if all(t.pos == "ADJ" or t.text == "-" for t in between) and a.tokens[name.last].text not in (
                "-",
                "'s",
                "’s",
            ):
                start = name.last
    return start


def _is_place(a: Annotated, i: int) -> bool:
    """The word is tagged as a place somewhere in the report."""
    word = a.tokens[i].text
    return any(n.last - n.first == 1 and n.label in ("GPE", "LOC") and a.tokens[n.first].text == word for n in a.names)


def _at_place(a: Annotated, last: int, floor: int) -> Phrase | None:
    """ "doctors at the scene", "a source in the province": a speaker with its place."""
    for i in range(last - 1, max(floor, last - 6), -1):
        token = a.tokens[i]
        if token.lower in ("at", "in", "from", "inside", "near", "on") and i - 1 > floor and _can_speak(a, i - 1):
            if a.tokens[i - 1].pos == "PROPN":
                return None
            before = _phrase(a, i, floor)
            return Phrase(before.first, last, before.head) if before is not None else None
        if token.pos not in ("NOUN", "PROPN", "ADJ", "DET"):
            return None
    return None


def _titled(a: Annotated, body: Phrase, floor: int) -> Phrase | None:
    """The body with a speaker before it ("an official at the Valley Observatory"); alone where it stands alone."""
    at = body.first - 1
    if at > floor + 1 and a.tokens[at].lower in ("at", "of", "from", "for", "with", "in", "by"):
        if not _can_speak(a, at - 1):
            return None
        before = _phrase(a, at, floor)
        return Phrase(before.first, body.last, before.head) if before is not None else None
    first = body.first
    while first > floor and (a.tokens[first - 1].text == "-" or a.tokens[first - 1].lower in ("based", "state", "the")):
        first -= 1
        if a.tokens[first].text == "-" and first > floor:
            first -= 1
    return Phrase(first, body.last, body.head)


def _with_name_before(a: Annotated, p: Phrase, floor: int) -> Phrase:
    """ "the Valley Observatory a monitoring group": the name that an apposition without commas explains."""
    if a.tokens[p.first].lower not in ("a", "an"):
        return p
    body = next((b for b in bodies_of(a) if b.last == p.first), None)
    if body is not None and body.first > floor:
        return Phrase(body.first, p.last, body.head)
    return p


__all__ = ["tail_attribution", "without_tails"]
