"""Candidates for figures: quantities with the noun that they count, and single persons."""

from dataclasses import replace

from sayso.claims.counted_types import Counted
from sayso.claims.harm_frame_words import frames
from sayso.claims.no_people import counts_no_people
from sayso.claims.noun_phrase import noun_after
from sayso.claims.person_words import is_trigger
from sayso.claims.single import elliptic_persons, single_persons
from sayso.knowledge.numbers import Quantity, find_quantities
from sayso.knowledge.patterns import word_pattern
from sayso.model import Annotated, Figure, Modifier, Sentence, Span

_LEAD = frozenset(["the", "another", "further", "additional", "other", "those", "these"])


_HOUSEHOLDS = frozenset({"family", "household"})


def candidates(annotated: Annotated, sentence: Sentence) -> tuple[Counted, ...]:
    """Everything in a sentence that may count people, in order, without overlap."""
    found: list[Counted] = []
    quantities = find_quantities(annotated.text, sentence.span)
    for quantity in quantities:
        counted = _with_noun(annotated, sentence, quantity, quantities)
        if counted is None or (found and counted.first < found[-1].last):
            continue
        if counted.noun is None and _is_no_count(annotated, sentence, counted, quantities):
            continue
        if counts_no_people(annotated, sentence, counted):
            continue
        found.append(counted)
    found = _of_the(annotated, _all_but(annotated, found))
    taken = {i for c in found for i in range(c.first, c.last)}
    single = list(single_persons(annotated, sentence, taken))
    single += elliptic_persons(annotated, sentence, [*found, *single])
    found = [c for c in found if not any(one.first < c.first < one.last for one in single)] + single
    found.sort(key=lambda c: c.first)
    return tuple(c for n, c in enumerate(found) if n == 0 or not _is_apposed(annotated, found[n - 1], c))


def _is_apposed(annotated: Annotated, before: Counted, counted: Counted) -> bool:
    """ "one of them, a girl of eight": the same person told twice; "12 men, their leader, Jo Lee, said": a speaker."""
    tokens = annotated.tokens
    ahead = tokens[counted.last : counted.last + 2]
    if counted.implied and before.figure.high == 1 and _renames(annotated, before, counted):
        return True
    if counted.implied and _belongs(annotated, before, counted):
        return True
    titled = counted.implied and len(ahead) == 2 and ahead[0].text == "," and ahead[1].pos == "PROPN"
    if titled and not before.implied and tokens[counted.first].lower == "the" and tokens[counted.first - 1].text == ",":
        return True
    between = [t.text for t in tokens[before.last : counted.first]]
    if tokens[counted.first].lower == "both":
        return between == [","]
    if tokens[counted.first - 1].lower == "of" and counted.noun is not None:
        return tokens[counted.noun].lower in _HOUSEHOLDS and counted.figure.high == 1 and between == ["of"]
    if not counted.implied or before.implied or before.figure.high != 1:
        return False
    bare = before.noun is None and before.figure.low == 1
    return (between == [","] and bare) or (before.pronoun and not between)


def _renames(annotated: Annotated, before: Counted, counted: Counted) -> bool:
    """ "a 16-year-old, his nephew, was shot": one person, told twice."""
    tokens, noun = annotated.tokens, counted.noun
    if noun is None or [t.text for t in tokens[before.last : counted.first]] != [","] or tokens[noun].dep != "appos":
        return False
    closed = counted.last < len(tokens) and tokens[counted.last].text == ","
    return closed and before.first <= tokens[noun].head < before.last


def _belongs(annotated: Annotated, before: Counted, counted: Counted) -> bool:
    """ "one aid worker of a partner", "only one person is held: the man arrested on Friday": nobody new."""
    tokens, at = annotated.tokens, counted.first - 1
    if tokens[at].lower == "of":
        return before.last == at and before.known
    told_before = before.figure.low == before.figure.high == 1 and tokens[counted.first].lower == "the"
    return tokens[at].text == ":" and told_before


def _all_but(annotated: Annotated, found: list[Counted]) -> list[Counted]:
    """ "all but two of the 30 passengers": 28."""
    tokens = annotated.tokens
    kept: list[Counted] = []
    for counted in found:
        few = kept[-1] if kept else None
        if few is not None and few.first >= 2 and counted.figure.high and few.figure.high:
            opening = [tokens[i].lower for i in (few.first - 2, few.first - 1)] == ["all", "but"]
            between = {t.lower for t in tokens[few.last : counted.first]}
            if opening and between <= {"of", "the", "their", "its"} and counted.figure.high > few.figure.high:
                first, rest = few.first - 2, counted.figure.high - few.figure.high
                span = annotated.span_of(first, counted.last)
                figure = Figure(rest, rest, counted.figure.modifier, span.of(annotated.text))
                kept[-1] = replace(counted, first=first, span=span, figure=figure)
                continue
        kept.append(counted)
    return kept


def _of_the(annotated: Annotated, found: list[Counted]) -> list[Counted]:
    """ "seven of the 31 men": one figure, that of the part."""
    tokens = annotated.tokens
    kept: list[Counted] = []
    for counted in found:
        part = kept[-1] if kept else None
        if part is not None and part.noun is None and not part.pronoun:
            between = [t.lower for t in tokens[part.last : counted.first]]
            opens = between == ["of"] and tokens[counted.first].lower in {"the", "their", "its", "those", "these"}
            if opens or between in (["of", "the"], ["of", "their"], ["of", "its"]):
                span = annotated.span_of(part.first, counted.last)
                figure = replace(part.figure, words=span.of(annotated.text))
                who, noun, known = counted.who, counted.noun, counted.known
                kept[-1] = replace(part, last=counted.last, span=span, figure=figure, who=who, noun=noun, known=known)
                continue
        kept.append(counted)
    return kept


def _is_no_count(annotated: Annotated, sentence: Sentence, counted: Counted, others: tuple[Quantity, ...]) -> bool:
    """A bare number that is an age ("Jane Doe, 46, was hurt"), or that stands right before another number."""
    tokens = annotated.tokens
    if not counted.pronoun and any(q.span.start in (counted.span.end, counted.span.end + 1) for q in others):
        return True
    after = tokens[counted.last].lower if counted.last < sentence.last else "."
    if counted.first <= sentence.first or after not in {",", ".", ")", ";", "and", "was", "of", '"'} | {"died", "has"}:
        return False
    before = tokens[counted.first - 1]
    size = counted.figure.low
    if counted.figure.modifier is not Modifier.EXACT or size is None or not 0 < size < 111:
        return False
    if before.lower == "both":
        return True
    named = counted.first - 2 >= sentence.first and tokens[counted.first - 2].pos == "PROPN"
    return before.text in {",", "("} and named


def _with_noun(
    annotated: Annotated, sentence: Sentence, quantity: Quantity, others: tuple[Quantity, ...]
) -> Counted | None:
    tokens = annotated.tokens
    inside = annotated.tokens_in(quantity.span)
    core = annotated.tokens_in(quantity.number)
    if not inside or not core:
        return None
    limit = min(
        [
            sentence.last,
            *(t.i for q in others if q.span.start >= quantity.span.end for t in annotated.tokens_in(q.span)[:1]),
        ]
    )
    first, after = inside[0].i, inside[-1].i + 1
    one_of = quantity.low == quantity.high == 1 and after < sentence.last and tokens[after].lower == "of"
    last, noun, known, pronoun = noun_after(annotated, after, limit)
    if quantity.is_none and noun is None and quantity.number.of(annotated.text).lower() == "no":
        return None
    first, quantity = _under_them(annotated, sentence, first, quantity)
    first, quantity = _reached(annotated, sentence, first, quantity)
    first = _lead(annotated, sentence, first)
    if noun is None and not pronoun and _opens_family(annotated, sentence, first):
        first, noun, known = first - 3, first - 2, True
    if (one_of or core[0].lower == "not") and noun is None and not pronoun:
        return None  # "one of the five", "not one of the 12 anglers got out": the other number counts
    span = annotated.span_of(first, last)
    if span.start > quantity.span.start or span.end < quantity.span.end:
        span = Span(min(span.start, quantity.span.start), max(span.end, quantity.span.end))
    if noun is None and not pronoun:
        noun = _counted_thing(annotated, core[-1].i, limit)
    figure = Figure(quantity.low, quantity.high, quantity.modifier, span.of(annotated.text))
    words = max(after, core[-1].i + 1)
    who = annotated.span_of(words, last).of(annotated.text) if noun is not None and words < last else None
    if who and who.lower().startswith("of "):
        who = who[3:]
    return Counted(first, last, span, figure, core[0].i, noun, who, known, pronoun=pronoun)


def _reached(annotated: Annotated, sentence: Sentence, first: int, quantity: Quantity) -> tuple[int, Quantity]:
    """ "the toll has gone up to 54": 54, not as many as 54; "the toll passed 40,000": more than 40,000."""
    text = annotated.text
    before = text[sentence.span.start : quantity.span.start]
    if quantity.modifier is Modifier.UP_TO and word_pattern("harm_patterns", "goes").search(before):
        size = quantity.high
        if size is not None:
            return _bare(annotated, quantity, size, size, Modifier.EXACT)
    if (
        quantity.modifier is Modifier.EXACT
        and (quantity.low or 0) > 1
        and word_pattern("harm_patterns", "toll_passes").search(before)
    ):
        return _bare(annotated, quantity, (quantity.low or 0) + 1, None, Modifier.MORE_THAN)
    return first, quantity


def _bare(
    annotated: Annotated, quantity: Quantity, low: int, high: int | None, modifier: Modifier
) -> tuple[int, Quantity]:
    """The quantity without the words before its number, and where that begins."""
    first = annotated.tokens_in(quantity.number)[0].i
    span = Span(quantity.number.start, quantity.span.end)
    return first, replace(quantity, low=low, high=high, modifier=modifier, span=span)


def _under_them(annotated: Annotated, sentence: Sentence, first: int, quantity: Quantity) -> tuple[int, Quantity]:
    """ "a balcony collapsed under 6 guests": no "fewer than 6"."""
    tokens = annotated.tokens
    if quantity.modifier is not Modifier.FEWER_THAN or tokens[first].lower != "under" or first <= sentence.first:
        return first, quantity
    before = tokens[first - 2 if tokens[first - 1].lower == "way" else first - 1]
    gives_way = any(("under",) in f.complements for f in frames().upon.get(before.lower, ())) or before.lower == "gave"
    if not gives_way or quantity.high is None:
        return first, quantity
    size = quantity.high + 1
    span = Span(tokens[first + 1].start, quantity.span.end)
    return first + 1, replace(quantity, low=size, high=size, modifier=Modifier.EXACT, span=span)


def _opens_family(annotated: Annotated, sentence: Sentence, first: int) -> bool:
    """ "a family of five": the number counts its members."""
    tokens = annotated.tokens
    if first - 3 < sentence.first or tokens[first - 1].lower != "of":
        return False
    return tokens[first - 2].lower in {"family", "group", "party", "team", "crew"} and tokens[first - 3].pos == "DET"


def _counted_thing(annotated: Annotated, number: int, limit: int) -> int | None:
    """The noun that the grammar gives a number that no noun for people follows ("13 fully loaded magazines")."""
    tokens = annotated.tokens
    head = tokens[number].head
    counted = tokens[number].dep == "nummod" and number < head < min(limit, number + 6)
    if counted and (
        tokens[number + 1].pos == "NUM"
        or (tokens[number + 1].text in {"-", "–", "—"} and tokens[number + 1].start > tokens[number].end)
        or any(t.pos in {"ADP", "AUX", "PART", "DET"} for t in tokens[number + 1 : head])
    ):
        return None  # "38 two days earlier", "the eight to orientation camp", "112 a monitoring group said"
    triggers = any(is_trigger(annotated, i) for i in range(number + 1, head + 1)) if counted else True
    return head if counted and not triggers else None


def _lead(annotated: Annotated, sentence: Sentence, first: int) -> int:
    """ "the 18 militants", "another ten": the words before the number that belong to it."""
    tokens = annotated.tokens
    at = first
    while at > sentence.first and at > first - 2 and tokens[at - 1].lower in _LEAD | {"a"}:
        if tokens[at - 1].lower == "a" and tokens[at].lower not in {"further", "additional"}:
            break
        at -= 1
    return at
