"""Sources of what stands around them: the line above or below a list of numbers, "Those are the ministry's figures"."""

import re
from collections.abc import Iterator
from functools import cache

from sayso.attribute.found import Found
from sayso.attribute.givers import giver_in
from sayso.attribute.outlets import is_own_outlet
from sayso.attribute.reckoning import is_number
from sayso.knowledge.patterns import word_pattern
from sayso.knowledge.vocabulary import word_list
from sayso.model import Act, Annotated, Span

LONGEST = 60
"""Characters of the name of a source."""
AT_END = 2
"""Sentences at the end of a report, where "Source: ..." is a line about the whole report."""
REASON = "A line that names whose numbers stand beside it."


def sources_of_lists(a: Annotated) -> list[Found]:
    """One for each line or sentence that names the source of the numbers above or below it."""
    lines = list(_lines(a.text))
    found: list[Found] = []
    for n, line in enumerate(lines):
        if _is_entry(a, line):
            continue
        below = _run(a, lines[n + 1 :])
        above = _run(a, lines[:n][::-1])[::-1]
        if below:
            found += _named(a, "list_head", line, below)
        found += _named(a, "list_foot", line, above)
    for sentence in a.sentences[1:]:
        found += _named(a, "told_after", sentence.span, _before(a, sentence.i))
        if sentence.i < len(a.sentences) - AT_END:
            found += _named(a, "list_foot", sentence.span, _before(a, sentence.i))
    return found


def _lines(text: str) -> Iterator[Span]:
    """The lines with words in them."""
    for match in re.finditer(r"[^\n]+", text):
        span = Span(match.start(), match.end()).trimmed(text)
        if len(span):
            yield span


def _run(a: Annotated, lines: list[Span]) -> list[Span]:
    """The entries of a list with which the lines begin."""
    entries: list[Span] = []
    for line in lines:
        if not _is_entry(a, line):
            break
        entries.append(line)
    return entries


def _is_entry(a: Annotated, line: Span) -> bool:
    words = line.of(a.text)
    return any(word_pattern("status_patterns", key).match(words) is not None for key in ("listed", "labelled"))


def _before(a: Annotated, i: int) -> list[Span]:
    """The sentences of the paragraph up to this one; of the paragraph before it where it opens its own."""
    block = a.sentences[i].block
    own = [s.span for s in a.sentences[max(0, i - 3) : i] if s.block is block]
    return own or [s.span for s in a.sentences[max(0, i - 4) : i] if s.block is a.sentences[i - 1].block]


@cache
def _patterns(key: str) -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(one, re.IGNORECASE) for one in word_list("accounts", key))


def _named(a: Annotated, key: str, line: Span, content: list[Span]) -> list[Found]:
    if not any(is_number(t) for span in content for t in a.tokens_in(span)):
        return []
    for pattern in _patterns(key):
        match = pattern.search(line.of(a.text))
        start = line.start
        tokens = a.tokens_in(Span(start + match.start("who"), start + match.end("who"))) if match else ()
        if match is None or not tokens or len(match["who"]) > LONGEST:
            continue
        speaker = giver_in(a, tokens[0].i, tokens[-1].i + 1)
        if speaker is None or is_own_outlet(a, a.span_of(speaker.first, speaker.last).of(a.text)):
            continue
        cue = Span(start + match.start(), a.tokens[speaker.first].start).trimmed(a.text, " ,(:")
        shown = cue if len(cue) else a.span_of(speaker.first, speaker.last)
        return [Found(Act.SAYS, REASON, [shown], [speaker], list(content), sure=True)]
    return []
