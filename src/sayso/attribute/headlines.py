"""Headlines that name their source: "... dead: monitor", "Monitor: ...", "... dead Monitor" where the colon is lost."""

import re
from functools import cache

from sayso.attribute.bodies import bodies_of
from sayso.attribute.found import Found
from sayso.attribute.grammar import Phrase, span_between
from sayso.attribute.vocabulary import words
from sayso.model import Act, Annotated, BlockKind, Span

NAMED = re.compile(
    r"(?:[-•*–] ?)?(?:[012]?\d[.:h][0-5]\d(?: ?[ap]\.?m\.?)?[ :|,–—-]+)?([A-Z][^:!?\"“”\n]{2,80}): ?(?=\S)(.{12})"
)
ENTRY = 400
"""Characters; in longer paragraphs a name before a colon says no more than the first sentence, if that."""
HEADLINE = 220
"""Characters at the head of a report in which a headline without its own line is looked for."""
WIRES = r"AFP|Reuters|AP|DPA|dpa|EFE|Anadolu|Xinhua|TASS|UPI|PTI|ANI|IANS|AAP|News"
DAYS = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|Published|Updated|Last updated|\d{1,2}[ ./-]"
LEADS = r"At least|More than|Nearly|Almost|Dozens of|Scores of|Hundreds of|An?"
"""Words with which the first sentence of a report about harm opens."""
YEAR = r"(?:19|20)\d\d"
DATE_BEFORE = re.compile(
    r"^(?:[\d./-]{6,10}|(?:Date of publication |Published )?(?:[A-Z][a-z]+day )?"
    r"(?:\d{1,2} )?[A-Z][a-z]+ (?:\d{1,2} )?\d{4})\s+"
)
START = re.compile(r"^([^:.!?\"“”\n]{2,40}):\s+\S")


OUTLET = re.compile(r"^([^:\n]{15,170}?)(:) ((?:[A-Z][\w’'.-]*)(?: (?:[A-Z][\w’'.-]*|of|du|de|la|le|the)){0,5})$")
"""A headline whose last words, all capitalised, follow a colon."""
SPEAKING = frozenset({"say", "tell", "claim", "warn", "report", "deny"})


@cache
def _source() -> str:
    listed = sorted(words()["headline_sources"], key=len, reverse=True)
    return "|".join(re.escape(name) for name in listed)


@cache
def _lost_colon() -> re.Pattern[str]:
    before_wire = rf"(?i:{_source()})\.?(?=\s+(?:{WIRES}|{DAYS})\b)"
    before_lead = rf"(?=[A-Z])(?i:{_source()})(?=\.\s+[A-Z\d]|\s+(?:{LEADS}) )"
    return re.compile(rf"^(.{{15,170}}?)\s((?!(?:{WIRES})\s+(?:{DAYS}))(?:{before_wire}|{before_lead}))")


@cache
def _with_mark() -> re.Pattern[str]:
    name = rf"(?:[\w’'.-]+ ){{0,4}}?(?i:{_source()})"
    return re.compile(rf"^(.{{12,200}}?\S)\s*(:|\s[-–—])\s+({name})(?=\.?$|\s+(?:{WIRES}|{DAYS})\b|\.\s)")


AFTER = re.compile(
    rf"\s*\.?\s*(?:(?:{WIRES})\b\s*)?"
    rf"(?:(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\s+)?\d{{1,2}} [A-Z][a-z]{{2,8}} {YEAR}\s*)?"
)
"""What stands between a headline's source and the first word of the report: a wire's name, a date."""


def without_headline(a: Annotated, found: list[Found], headlines: list[Found]) -> None:
    """Takes the headline out of the content of the sentence that it was run together with."""
    for headline in headlines:
        name = a.tokens[headline.speakers[0].last - 1].end
        if not headline.content or headline.content[0].start > name:
            continue
        passed = AFTER.match(a.text, name)
        end = passed.end() if passed else name
        for one in found:
            if one is headline:
                continue
            one.content = [
                Span(end, s.end) if s.start < end < s.end - 20 and s.end > name + 20 else s for s in one.content
            ]


def headline_attributions(a: Annotated) -> list[Found]:
    """The attribution in the report's headline, if it has one; also in headings and titles further down."""
    found = []
    for position, block in enumerate(a.report.blocks):
        titled = block.kind in (BlockKind.TITLE, BlockKind.HEADING, BlockKind.STANDFIRST)
        if position == 0 or titled:
            text = block.span.of(a.text)
            found += _in_headline(a, block.span.start, text[:HEADLINE] if not titled else text)
        if not any(one.content and block.span.covers(one.content[0]) for one in found):
            found += _named_first(a, block.span)
    return found


def _named_first(a: Annotated, block: Span) -> list[Found]:
    """ "Ana Ruiz, nurse in Belden: ...": a post, entry or heading that opens with the name of who says it."""
    match = NAMED.match(a.text, block.start, block.end) if len(block) <= ENTRY else None
    if match is None:
        return []
    name, rest = Span(match.start(1), match.end(1)), Span(match.start(2), block.end).trimmed(a.text)
    tokens = a.tokens_in(name)
    opening = {t.i for t in tokens[:2]}
    timed = not a.text[block.start : name.start].isalpha() and any(
        c.isdigit() for c in a.text[block.start : name.start]
    )
    titled = timed and 1 < len(tokens) < 7 and all(t.text[:1].isupper() or t.pos == "ADP" for t in tokens)
    people = titled or any(n.label == "PERSON" and n.first in opening for n in a.names)
    bodies = any(p.first in opening for p in bodies_of(a))
    if not tokens or not (people or bodies) or any(t.tag in ("VBD", "VBZ", "VBP") for t in tokens):
        return []
    cue = Span(match.end(1), match.end(1) + 1)
    return _found(a, rest, cue, name)


def _in_headline(a: Annotated, base: int, text: str) -> list[Found]:
    dated = DATE_BEFORE.match(text)
    skip = dated.end() if dated else 0
    base, text = base + skip, text[skip:]
    marked = _with_mark().match(text)
    if marked:
        content, cue, name = (Span(base + marked.start(g), base + marked.end(g)) for g in (1, 2, 3))
        return _found(a, content, cue.trimmed(a.text), name)
    outlet = OUTLET.match(text)
    if outlet and any(t.lemma in SPEAKING for t in a.tokens_in(Span(base, base + outlet.end(1)))):
        content, cue, name = (Span(base + outlet.start(g), base + outlet.end(g)) for g in (1, 2, 3))
        return _found(a, content, cue, name)
    lost = _lost_colon().match(text)
    if lost:
        content, name = (Span(base + lost.start(g), base + lost.end(g)) for g in (1, 2))
        return _found(a, content, None, name)
    start = START.match(text)
    named = start is not None and start[1].lower().split()[-1:]
    if start and named and named[0] in words()["headline_sources"] and len(text) < 140:
        end = base + len(text.rstrip())
        name = Span(base + start.start(1), base + start.end(1))
        return _found(a, Span(name.end + 1, end).trimmed(a.text), Span(name.end, name.end + 1), name)
    return []


def _found(a: Annotated, content: Span, cue: Span | None, name: Span) -> list[Found]:
    tokens, inside = a.tokens_in(name), a.tokens_in(content)
    if not tokens or len(inside) < 3:
        return []
    spans = span_between(a, inside[0].i, inside[-1].i + 1)
    speaker = Phrase(tokens[0].i, tokens[-1].i + 1, tokens[-1].i)
    cues = [cue] if cue is not None else []
    return [Found(Act.SAYS, "A headline that names its source.", cues, [speaker], list(spans))] if spans else []
