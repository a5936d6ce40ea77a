"""Times that reports state about themselves: day, clock and zone as written, never completed by a guess.

No day is ever invented: words without a year, a month or a day give nothing, and so does 31 February.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, time
from functools import cache

from sayso.errors import KnowledgeError, UsageError
from sayso.knowledge.vocabulary import load_vocabulary
from sayso.model import Span, Stamp

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
ACCEPTED = (
    'Write it as "2016-12-13", "2016-12-13T08:26+11:00", "13 December 2016 08:26 GMT" '
    'or "Dec. 13, 2016, 9:28 p.m. EST".'
)
LONGEST = 120
"""Characters: longer words are no time, and are not looked at."""
BEFORE = 40
"""Characters before a day in which its clock may stand ("14:05 GMT, 16 April 2017")."""

_S = r"[^\S\r\n]"  # white space within a line, no-break spaces too
_MONTH = (
    r"(?i:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)"
)
_WEEKDAY = (
    r"(?i:mon(?:day)?|tue(?:s(?:day)?)?|wed(?:nesday)?|thu(?:r(?:s(?:day)?)?)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?)"
)
_YEAR = r"[12]\d{3}(?!\d)"
_DAY = r"\d{1,2}(?i:st|nd|rd|th)?"
_DATE = re.compile(
    rf"""(?<![\w/.-])(?:(?P<weekday>{_WEEKDAY})\b\.?,?{_S}*)?(?:
    (?P<y1>{_YEAR})(?P<gap>[-/.])(?P<m1>\d{{1,2}})(?P=gap)(?P<d1>\d{{1,2}})(?![\d]|[/.-]\d)
  | (?P<a2>\d{{1,2}})(?P<mark>[-/.])(?P<b2>\d{{1,2}})(?P=mark)(?P<y2>{_YEAR})
  | (?P<d3>{_DAY})(?:{_S}+(?i:of))?{_S}*[-.]?{_S}*(?P<m3>{_MONTH})\b\.?{_S}*[,-]?{_S}*(?P<y3>{_YEAR})
  | (?P<m4>{_MONTH})\b\.?{_S}*(?P<d4>{_DAY}){_S}*,?{_S}*(?P<y4>{_YEAR})
  | (?P<m5>{_MONTH})\b{_S}+(?P<d5>\d{{1,2}}){_S}+(?P<c5>\d\d:\d\d:\d\d){_S}+
    (?:(?P<z5>[+-]\d{{4}}|[A-Z]{{2,5}}){_S}+)?(?P<y5>{_YEAR})
    )""",
    re.VERBOSE,
)
_CLOCK = re.compile(
    rf"""(?P<hour>[01]?\d|2[0-3])(?:
    :(?P<minute>[0-5]\d)(?::(?P<second>[0-5]\d)(?:[.,]\d{{1,9}})?)?(?![\d:])
  | \.(?P<dotted>[0-5]\d)(?={_S}*(?i:[ap]\.?m\b))
  | (?={_S}*(?i:[ap]\.?m\b))
  | (?P<joined>[0-5]\d)(?!\d)
    )(?:{_S}*(?P<half>(?i:[ap]\.?m\b\.?)))?(?P<hours>{_S}*(?i:h(?:rs?|ours)?)\b)?""",
    re.VERBOSE,
)
_JOIN = re.compile(rf"T(?=\d)|{_S}+/{_S}+|{_S}*[,|·•–—@-]?{_S}*(?P<at>(?i:at)\b{_S}*)?")
_JOIN_BACK = re.compile(rf"{_S}*[,|·•–—-]?{_S}*(?:(?i:on){_S}+)?$")
_COMMENT = re.compile(r"(?<=[+-]\d{4})\s*\((?:[A-Z]{2,5}|[A-Z][\w ]*\bTime)\)$")  # "+0000 (UTC)"
_LABEL = re.compile(
    r"(?i)^(?:(?:first|last|date|of|was|published|publication|posted|updated|modified|created|issued|on|at)\b[\s:]*)+"
)
_PDF = re.compile(
    r"D:(?P<y1>[12]\d{3})(?P<m1>\d\d)(?P<d1>\d\d)(?P<clock>\d{4}(?:\d\d)?)?(?P<zone>Z|[+-]\d\d(?:'?\d\d)?)?(?:'|00'00'?)?"
)
_COMPACT = re.compile(
    r"(?P<y1>[12]\d{3})(?P<m1>\d\d)(?P<d1>\d\d)(?:[T ]?(?P<clock>\d{4}(?:\d\d)?)(?P<zone>Z|[+-]\d\d:?(?:\d\d)?)?)?"
)


@dataclass(frozen=True, slots=True)
class _Reading:
    """One time as it stands, before the order of its day and month is settled."""

    span: Span
    days: tuple[date, ...]
    """The day-first reading before the month-first one; none where no such day exists."""
    day_first: bool | None
    """What it tells by itself about the order of day and month; None where it tells nothing."""
    clock: time | None = None
    zone: str | None = None


def parse_stamp(words: str, *, found_in: str, day_first: bool | None = None) -> Stamp | None:
    """The time that the words as a whole state; None where they state none, or a day that does not exist.

    Reads ISO 8601, RFC 2822, PDF dates and the ways outlets write times. `day_first` settles 3/4/2016; where it is
    None and nothing else tells, the stamp holds both readings. Days between dots (4.7.2015) are day first: no
    country writes them otherwise. Years have four digits.
    """
    outcome = _read(words, found_in, day_first)
    return outcome if isinstance(outcome, Stamp) else None


def require_stamp(
    words: str, *, found_in: str = "given", day_first: bool | None = None, subject: str = "published"
) -> Stamp:
    """As `parse_stamp`, for words that a user typed; raises UsageError that says what is wrong and what is accepted."""
    outcome = _read(words, found_in, day_first)
    if isinstance(outcome, Stamp):
        return outcome
    raise UsageError(outcome, f'{subject} "{words[:LONGEST]}"', ACCEPTED)


def find_stamps(text: str, *, found_in: str = "text", day_first: bool | None = None) -> tuple[tuple[Span, Stamp], ...]:
    """The times with day, month and year that stand in the text, in order.

    A time whose order of day and month is plain settles the order of the others.
    """
    readings = tuple(_readings(text))
    told = {reading.day_first for reading in readings} - {None}
    order = day_first if day_first is not None or len(told) != 1 else told.pop()
    stamps = ((reading.span, _stamp(reading, text, found_in, order)) for reading in readings)
    return tuple((span, stamp) for span, stamp in stamps if stamp)


def zone_offset(zone: str) -> int | None:
    """Minutes east of UTC of a zone as written; None for an unknown or ambiguous one (IST, CST, "local time")."""
    compact = re.sub(r"[\s()']", "", zone).replace("−", "-")
    if compact in _zones():
        return _zones()[compact]
    match = re.fullmatch(r"(?:UTC|GMT)?([+-])(\d{1,2}):?([0-5]\d)?", compact)
    if not match or int(match[2]) > 14:
        return None
    minutes = int(match[2]) * 60 + int(match[3] or 0)
    return -minutes if match[1] == "-" else minutes


@cache
def _zones() -> dict[str, int | None]:
    """Abbreviations with their offsets; None for those that mean more than one zone."""
    vocabulary = load_vocabulary("zones")
    offsets, ambiguous = vocabulary.get("offsets"), vocabulary.get("ambiguous")
    if not isinstance(offsets, dict) or not isinstance(ambiguous, dict):
        raise KnowledgeError(
            '"offsets" and "ambiguous" must be mappings.', "sayso/knowledge/vocab/zones.yaml", "Install sayso again."
        )
    return {**{str(name): int(minutes) for name, minutes in offsets.items()}, **dict.fromkeys(map(str, ambiguous))}


@cache
def _zone() -> re.Pattern[str]:
    named = "|".join(sorted(_zones(), key=len, reverse=True))
    return re.compile(
        rf"(?P<zone>(?:UTC|GMT){_S}?[+\-−]{_S}?(?:1[0-4]|0?\d)(?::?[0-5]\d)?(?!\d)"
        rf"|[+\-−](?:0\d|1[0-4])(?::?[0-5]\d)?(?!\d)|(?:{named})\b|(?:[A-Z]\w+|local){_S}time\b)"
    )


def _read(words: str, found_in: str, day_first: bool | None) -> Stamp | str:
    """The stamp, or what is wrong with the words as a sentence."""
    bare = words.strip()
    if not bare:
        return "It is empty."
    if len(bare) > LONGEST:
        return "It is too long for a time."
    reading = _packed(bare) or _whole(_COMMENT.sub("", _LABEL.sub("", bare)).strip(" \t.,;|"))
    if reading is None:
        return "It is not a time with year, month and day in a form that is understood."
    stamp = _stamp(reading, bare, found_in, day_first)
    return replace(stamp, words=bare) if stamp else "There is no such day."


def _whole(words: str) -> _Reading | None:
    for reading in _readings(words):
        return reading if reading.span == Span(0, len(words)) else None
    return None


def _packed(words: str) -> _Reading | None:
    """A time without marks between its parts: ISO 8601 basic format, or a PDF date."""
    match = _PDF.fullmatch(words) or _COMPACT.fullmatch(words)
    if not match:
        return None
    digits, zone = match["clock"], match["zone"]
    if zone and zone != "Z":
        zone = re.sub(r"([+-]\d\d):?(\d\d)?", lambda m: f"{m[1]}:{m[2] or '00'}", zone.replace("'", ""))
        if zone_offset(zone) is None:
            return None
    clock = None
    if digits:
        try:
            clock = time(int(digits[:2]), int(digits[2:4]), int(digits[4:] or 0))
        except ValueError:
            return None
    day = _exists(int(match["y1"]), int(match["m1"]), int(match["d1"]))
    return _Reading(Span(0, len(words)), (day,) if day else (), None, clock, zone)


def _readings(text: str) -> Iterator[_Reading]:
    last = 0
    for match in _DATE.finditer(text):
        if match.start() < last:
            continue
        days, order = _days(match)
        reading = _Reading(Span(*match.span()), days, order)
        reading = _with_clock_after(reading, match, text) or _with_clock_before(reading, text, last) or reading
        last = reading.span.end
        yield reading


def _with_clock_after(reading: _Reading, match: re.Match[str], text: str) -> _Reading | None:
    if match["c5"]:
        hour, minute, second = map(int, match["c5"].split(":"))
        return replace(reading, clock=time(hour, minute, second), zone=match["z5"]) if hour < 24 else None
    join = _JOIN.match(text, reading.span.end)
    clock = _CLOCK.match(text, join.end()) if join else None
    if not join or not clock:
        return None
    zone, end = _zone_after(text, clock.end())
    if clock["joined"] and not (join["at"] or clock["hours"] or zone or _ends_line(text, end)):
        return None
    told = _clock(clock)
    return replace(reading, span=Span(reading.span.start, end), clock=told, zone=zone) if told else None


def _with_clock_before(reading: _Reading, text: str, floor: int) -> _Reading | None:
    """The reading with a clock that stands right before its day ("14:05 GMT, 16 April 2017")."""
    start = max(floor, reading.span.start - BEFORE)
    ahead = text[start : reading.span.start]
    for clock in _CLOCK.finditer(ahead):
        if clock.start() and (ahead[clock.start() - 1].isalnum() or ahead[clock.start() - 1] in ":.,/-"):
            continue
        zone, end = _zone_after(ahead, clock.end())
        told = _clock(clock)
        if told and _JOIN_BACK.match(ahead, end) and not (clock["joined"] and not zone and not clock["hours"]):
            return replace(reading, span=Span(start + clock.start(), reading.span.end), clock=told, zone=zone)
    return None


def _zone_after(text: str, at: int) -> tuple[str | None, int]:
    """The zone that follows a clock, and where it ends; None and `at` where none does."""
    opening = re.compile(rf"{_S}*(\()?").match(text, at)
    match = _zone().match(text, opening.end()) if opening else None
    if not opening or not match:
        return None, at
    if opening[1]:
        return (match["zone"], match.end() + 1) if text[match.end() : match.end() + 1] == ")" else (None, at)
    return match["zone"], match.end()


def _ends_line(text: str, at: int) -> bool:
    rest = text[at : at + 20].split("\n", maxsplit=1)[0].strip()
    return not rest or rest[0] in "|)]·•("


def _clock(match: re.Match[str]) -> time | None:
    hour = int(match["hour"])
    minute = int(match["minute"] or match["dotted"] or match["joined"] or 0)
    half = (match["half"] or "")[:1].lower()
    if half == "a" and hour > 12:
        return None
    if half and hour <= 12:  # some sites print "13:05 PM": the half adds nothing there
        hour = hour % 12 + (12 if half == "p" else 0)
    return time(hour, minute, int(match["second"] or 0))


def _days(match: re.Match[str]) -> tuple[tuple[date, ...], bool | None]:
    """The days that the match can mean, and whether it plainly puts the day first (None: it does not tell)."""
    if match["a2"]:
        return _numeric_days(match)
    for n in "1345":
        if match[f"y{n}"]:
            month, day = match[f"m{n}"], int(re.sub(r"\D", "", match[f"d{n}"]))
            number = int(month) if month.isdigit() else MONTHS.index(month[:3].lower()) + 1
            found = _exists(int(match[f"y{n}"]), number, day)
            return ((found,) if found else ()), None
    return (), None


def _numeric_days(match: re.Match[str]) -> tuple[tuple[date, ...], bool | None]:
    year, one, two = int(match["y2"]), int(match["a2"]), int(match["b2"])
    day_first, month_first = _exists(year, two, one), _exists(year, one, two)
    if match["mark"] == "." and (day_first or month_first):
        return tuple(day for day in (day_first or month_first,) if day), None
    if day_first and month_first and day_first != month_first and match["weekday"]:
        on_weekday = WEEKDAYS.index(match["weekday"][:3].lower())
        day_first, month_first = (
            (day_first, None) if day_first.weekday() == on_weekday else (None, month_first)
            if month_first.weekday() == on_weekday else (day_first, month_first)
        )  # fmt: skip
    days = tuple(day for day in (day_first, month_first) if day)
    if len(days) == 2 and days[0] == days[1]:
        return days[:1], None
    return days, bool(day_first) if len(days) == 1 else None


def _exists(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _stamp(reading: _Reading, text: str, found_in: str, day_first: bool | None) -> Stamp | None:
    days = reading.days
    if not days:
        return None
    if len(days) == 2 and day_first is not None:
        days = days[:1] if day_first else days[1:]
    return Stamp(
        first=min(days),
        last=max(days),
        clock=reading.clock,
        offset_min=zone_offset(reading.zone) if reading.zone and reading.clock else None,
        zone=reading.zone if reading.clock else None,
        words=reading.span.of(text),
        found_in=found_in,
    )
