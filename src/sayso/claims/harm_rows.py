"""Numbers that the head of their row or cell explains: "* Unaccounted for: 11", "Homicides | 9 (2 women)"."""

import re
from collections.abc import Sequence
from dataclasses import replace

from sayso.claims.counted_types import Counted
from sayso.claims.harm_victims import tells_of_illness
from sayso.claims.harm_words import Harm, Scope
from sayso.claims.person_words import is_person_word
from sayso.claims.subsets import Read, fits
from sayso.knowledge.patterns import word_pattern
from sayso.model import Annotated, Measure, Span

_FILE = "harm_rows"
_HEAD = re.compile(
    r"(?:^|\n)[^\S\n]*(?:[-–—*•>]\s*|\(?\w{1,2}[.)]\s+)?([^\n.:;|()]{2,60}?)\s*(?::| [-–—]|\|)\s*$"
    r"|[.;•*|]\s+([^\n.:;|()]{2,60}?)\s*:\s*$"
)
"""A head at the start of a line, or behind a full stop where a colon ends it."""
_REACH = 90
"""Code points before a number in which its head stands."""
_ROW = re.compile(r"\W*[^\n:]{2,60}: ?[\d,.]+")
_LIST = 600
"""Code points above a row in which the heading of its list stands."""
_WORDS = 8
"""The most words of a head."""
_CLOSED = re.compile(r"\+?\s*(?:$|\n|[.;,|()]|of (?:whom|which|them)|in \d|at \d|so far|to date)")
_OWN = (
    *(Measure.KILLED, Measure.MISSING, Measure.ABDUCTED, Measure.DETAINED, Measure.INJURED, Measure.TRAPPED),
    *(Measure.BESIEGED, Measure.EVACUATED, Measure.DISPLACED),
)
"""In the order in which heads are tried."""


def in_a_row(scope: Scope, counted: Counted) -> Harm | None:
    """What the head of a row or cell says of the number in it; None where there is none, or it heads no people."""
    found = _head_of(scope.annotated, counted)
    if found is None or counted.implied or counted.pronoun or (counted.noun is not None and not counted.known):
        return None
    group = 1 if found.group(1) is not None else 2
    head = found.group(group)
    if len(head.split()) > _WORDS or word_pattern(_FILE, "no_people").search(head):
        return None
    told = _measure(scope, head) or (_of_the_list(scope, found.start(1)) if group == 1 else None)
    if told is None:
        return None
    measure, words = told
    trigger = next(
        (t.i for t in scope.annotated.tokens if found.start(group) <= t.start < found.end(group)), counted.first
    )
    return Harm(measure, trigger, f'"{words}" heads the number.')


def in_a_row_of_things(annotated: Annotated, counted: Counted) -> bool:
    """ "Houses damaged: 1,877": the head of the row says that no people are counted."""
    if counted.implied or counted.pronoun or counted.noun is not None:
        return False
    found = _head_of(annotated, counted)
    return found is not None and word_pattern(_FILE, "no_people").search(found.group(1) or found.group(2)) is not None


def _head_of(annotated: Annotated, counted: Counted) -> re.Match[str] | None:
    """The head of the row or cell that ends with the number."""
    start = max(0, counted.span.start - _REACH)
    found = _HEAD.search(annotated.text, start, counted.span.start)
    cut_off = found is not None and start > 0 and found.start() == start
    return found if not cut_off and _CLOSED.match(annotated.text, counted.span.end) else None


def _of_the_list(scope: Scope, row: int) -> tuple[Measure, str] | None:
    """ "DECEASED BY MUNICIPALITY", then "Tejutla: 6": the heading above the rows of a list says what they count."""
    for line in reversed(scope.annotated.text[max(0, row - _LIST) : row].split("\n")):
        if _ROW.match(line):
            continue
        heading = line.strip().rstrip(":")
        if not heading:
            continue
        is_heading = len(heading.split()) <= _WORDS and (heading.isupper() or line.rstrip().endswith(":"))
        return _measure(scope, heading) if is_heading and not any(c.isdigit() for c in heading) else None
    return None


def part_of_a_row(scope: Scope, counted: Counted, read: Sequence[Read]) -> tuple[Harm, int] | None:
    """ "Displaced: 57,034", and in the next line "- children: 31,900": some of the people of the row above."""
    annotated = scope.annotated
    start = max(0, counted.span.start - _REACH)
    found = _HEAD.search(annotated.text, start, counted.span.start)
    if not read or found is None or found.group(1) is None or counted.noun is not None or counted.implied:
        return None
    if _CLOSED.match(annotated.text, counted.span.end) is None:
        return None
    if word_pattern(_FILE, "no_people").search(found.group(1)):
        return None
    named = annotated.tokens_in(Span(found.start(1), found.end(1)))
    if not named or not is_person_word(named[-1]) or any(t.pos in {"VERB", "AUX", "ADP"} for t in named):
        return None
    above, harm, whole = read[-1]
    if annotated.text.count("\n", above.span.end, found.start(1)) != 1:
        return None
    at = len(read) - 1 if whole is None else whole
    if not fits(read[at][0], counted):
        return None
    return replace(harm, reason=f'Part of "{read[at][0].span.of(annotated.text)}", the row above.'), at


def _measure(scope: Scope, head: str) -> tuple[Measure, str] | None:
    for measure in _OWN:
        if found := word_pattern(_FILE, measure.value).search(head):
            return measure, found.group()
    ill = tells_of_illness(scope)
    if ill and (found := word_pattern(_FILE, "affected").search(head)):
        return Measure.AFFECTED, found.group()
    if not ill and (found := word_pattern(_FILE, "hospital").search(head)):
        return Measure.INJURED, found.group()
    found = word_pattern(_FILE, "in_need").search(head)
    return (Measure.AFFECTED, found.group()) if found else None
