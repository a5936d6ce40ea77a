"""People whom a report names as harmed: name as written, age and sex where the words tell."""

import re
from collections.abc import Iterator

from sayso.claims.counted import candidates
from sayso.claims.counted_types import Counted
from sayso.claims.harm import harm_of
from sayso.claims.harm_words import Scope
from sayso.knowledge.patterns import word_pattern
from sayso.model import Annotated, Claim, Figure, Measure, Modifier, Name, Sentence, Span, Victim

_AGE_AFTER = re.compile(r"^\s*[,(]\s*(?:aged\s+|age\s+)?(\d{1,3})(?=\s*[,.;)]|\s*$|\s+(?:and|was|of|who)\b)")
_AGE_BEFORE = re.compile(r"\b(\d{1,3})\s?-\s?(year|month|week|day)s?\s?-\s?old\b[^.;]{0,40}$")
_AGED = re.compile(r"^\s*,?\s*(?:who was\s+|was\s+)?(?:aged\s+)?(\d{1,3})(?:\s+years\s+old|\s?-\s?year\s?-\s?old)")
_TITLE_OF_ANOTHER = re.compile(r"\b(?:Mr|Mrs|Ms|Miss)\b\.?\s+(?=\w)")
_NO_PERSON = re.compile(
    r"\b(?:Tags|Monitor|Front|Army|Brigade|Region|Province|City|Town|Village|Street|Hospital|University|Islam|Sham|State|Mon|Tue|Wed|Thu|Fri|Sat|Sun|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\b|\n|\d"
)
_PERSONAL = frozenset(
    {Measure.KILLED, Measure.INJURED, Measure.EXECUTED, Measure.ABDUCTED, Measure.MISSING, Measure.KILLED_OR_INJURED}
)
_LONGEST = 5
"""Words of a name."""
_OLDEST = 120
_NEAR = 40
"""How far from a name the words for sex may stand, in code points."""


def victims_of(annotated: Annotated, claims: tuple[Claim, ...]) -> tuple[Victim, ...]:
    """The named persons that a sentence says were harmed, in order; each mention of a name once."""
    return tuple(
        _victim(annotated, sentence, name, claims)
        for sentence in annotated.sentences
        for name in annotated.names
        if name.label == "PERSON" and sentence.span.covers(name.span) and _is_harmed(annotated, sentence, name)
    )


def _is_harmed(annotated: Annotated, sentence: Sentence, name: Name) -> bool:
    """The name is itself the subject or object of the harm, or stands beside an age before it: conservative, as a wrong
    name on a list of victims is worse than a missing one."""
    words = name.span.of(annotated.text)
    if _NO_PERSON.search(words) or name.last - name.first > _LONGEST or not words[:1].isupper():
        return False
    if name.last < sentence.last and annotated.tokens[name.last].lower in {"said", "told", "says", "added"}:
        return False
    counted = Counted(
        name.first,
        name.last,
        name.span,
        Figure(1, 1, Modifier.EXACT, words),
        name.last - 1,
        name.last - 1,
        words,
        known=True,
        implied=True,
    )
    aged = _with_apposition(annotated, sentence, counted)
    starts = frozenset(c.first for c in candidates(annotated, sentence))
    harm = harm_of(Scope(annotated, sentence, starts=starts), aged)
    if harm is None or harm.measure not in _PERSONAL:
        return False
    if aged.last > counted.last or harm.trigger == name.last or annotated.tokens[harm.trigger].head == name.last - 1:
        return True
    head = annotated.tokens[name.last - 1]
    does_it = head.dep == "nsubj" and any(t.dep == "dobj" for t in annotated.children(harm.trigger))
    return head.dep in {"nsubjpass", "nsubj", "dobj"} and head.head == harm.trigger and not does_it


def _with_apposition(annotated: Annotated, sentence: Sentence, counted: Counted) -> Counted:
    """ "Jane Doe, 46, was hurt": the age in commas belongs to the name."""
    match = _AGE_AFTER.match(annotated.text[counted.span.end : sentence.span.end])
    if match is None:
        return counted
    last = counted.last
    end = counted.span.end + match.end()
    while last < sentence.last and (annotated.tokens[last].start < end or annotated.tokens[last].text in {",", ")"}):
        last += 1
    return Counted(
        counted.first,
        last,
        counted.span,
        counted.figure,
        counted.number,
        counted.noun,
        counted.who,
        counted.known,
        implied=True,
    )


def _victim(annotated: Annotated, sentence: Sentence, name: Name, claims: tuple[Claim, ...]) -> Victim:
    text = annotated.text
    return Victim(
        report=annotated.report.id,
        name=name.span.of(text),
        span=name.span,
        age=_age(text, sentence.span, name.span),
        sex=_sex(text, sentence.span, name.span),
        claim=next((c.id for c in _nearest(claims, sentence, name.span)), None),
        words=sentence.span.of(text),
    )


def _age(text: str, sentence: Span, name: Span) -> int | None:
    """Years; None where no age stands beside the name."""
    after = text[name.end : sentence.end]
    match = _AGE_AFTER.match(after) or _AGED.match(after)
    if match and int(match[1]) <= _OLDEST:
        return int(match[1])
    before = _AGE_BEFORE.search(text[sentence.start : name.start])
    if before is None or int(before[1]) > _OLDEST:
        return None
    return int(before[1]) if before[2] == "year" else 0


def _sex(text: str, sentence: Span, name: Span) -> str | None:
    """ "female" or "male" where the words right beside the name tell; None where they tell neither or both."""
    before = text[max(sentence.start, name.start - _NEAR) : name.start]
    near = _TITLE_OF_ANOTHER.sub("", before) + text[name.start : min(sentence.end, name.end + _NEAR)]
    female = word_pattern("people_patterns", "female_beside").search(near) is not None
    male = word_pattern("people_patterns", "male_beside").search(near) is not None
    if female == male:
        return None
    return "female" if female else "male"


def _nearest(claims: tuple[Claim, ...], sentence: Sentence, name: Span) -> Iterator[Claim]:
    """Claims of one person in the sentence, the nearest to the name first."""
    single = [c for c in claims if c.sentence == sentence.span and c.figure is not None and c.figure.high == 1]
    yield from sorted(single, key=lambda c: c.span.distance(name))
