# ruff: noqa: E501  a rule is one line, so that the table reads as one
"""The basic time expressions: one pattern and one small reader for each way that reports write them.

Patterns are tried in the order of `RULES`; of matches that overlap the longer wins, then the earlier rule.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache

from sayso.knowledge.patterns import word_pattern
from sayso.knowledge.times_forms import (
    Ago,
    Basic,
    CalendarDay,
    CalendarMonth,
    CalendarYear,
    DayOfMonth,
    EitherDay,
    FromContext,
    FromEvent,
    LastFew,
    NearDay,
    Part,
    Period,
    Recent,
    Season,
    TimeOfDay,
    Unit,
    Weekday,
    Which,
)
from sayso.knowledge.times_hints import hint_for
from sayso.knowledge.times_words import alternatives, capitalised, happening_nouns, time_words, times_list

DAYS_IN_MONTH = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_WHICH = {"last": Which.LAST, "past": Which.LAST, "previous": Which.LAST, "this": Which.THIS, "current": Which.THIS}
_UNITS = {unit.value: unit for unit in Unit} | {"minute": Unit.HOUR, "night": Unit.DAY, "fortnight": Unit.WEEK}


@dataclass(frozen=True)
class Rule:
    """A pattern and the reader of its matches; the reader gives None where the match is no time after all."""

    pattern: re.Pattern[str]
    read: Callable[[re.Match[str]], Basic | None]
    hint: re.Pattern[str]
    """Stands in every stretch of text that the pattern matches, and is found faster."""


@cache
def rules() -> tuple[Rule, ...]:
    """The rules, compiled at first use."""
    parts = _fragments()
    return tuple(Rule(re.compile(_filled(pattern, parts)), read, hint_for(pattern)) for pattern, read in RULES)


def rules_for(text: str, start: int, end: int) -> Iterator[Rule]:
    """The rules whose hint stands between two offsets, in order."""
    hinted: dict[re.Pattern[str], bool] = {}
    for rule in rules():
        if rule.hint not in hinted:
            hinted[rule.hint] = rule.hint.search(text, start, end) is not None
        if hinted[rule.hint]:
            yield rule


def _filled(pattern: str, parts: dict[str, str]) -> str:
    for name, fragment in parts.items():
        pattern = pattern.replace(f"<{name}>", fragment)
    return pattern


def _fragments() -> dict[str, str]:
    words = time_words()
    count = alternatives(words.counts)
    vague = alternatives(words.vague_counts)
    months = tuple(words.months)
    doubtful = tuple(name.lower() for name in times_list("doubtful_months"))
    clear = tuple(name for name in months if name not in doubtful)
    return {
        "MONTH": rf"(?P<month>{capitalised(months)})(?!\w)\.?",
        "CLEAR_MONTH": rf"(?P<month>{capitalised(clear)})(?!\w)\.?",
        "LEADS": alternatives(times_list("month_leads")),
        "DAY": r"(?P<day>0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?(?![\d%])(?!,\d{3})(?![.:]\d)",
        "YEAR": r"(?P<year>1[5-9]\d\d|20\d\d)(?!\d)(?![,.]\d)(?!-\d\d?(?!\d))",
        "WEEKDAY": rf"(?P<weekday>{capitalised(words.weekdays)})(?:['’]?s)?(?!\w)",
        "ANY_WEEKDAY": "(?:" + capitalised((*words.weekdays, *times_list("short_weekdays"))) + r"\.?,?\s+)",
        "DAY_PART": alternatives(times_list("day_parts")),
        "COUNTED": alternatives(times_list("counted_nouns")),
        "LASTING": alternatives(times_list("lasting_things")),
        "YEAR_NOUN": alternatives(times_list("year_nouns")),
        "COUNT": rf"(?P<count>\d{{1,3}}|(?:a\s+)?{vague}|{count})",
        "UNIT": r"(?P<unit>minute|hour|day|night|week|fortnight|month|year|decade)",
        "PART": rf"(?P<part>{alternatives(words.parts)}|mid)",
        "SEASON": f"(?P<season>{alternatives(words.seasons)})",
        "FEAST": f"(?P<feast>{_feasts(tuple(words.feasts))})",
        "ORDINAL_WORD": _ordinal_words(),
        "HAPPENING": alternatives(happening_nouns()),
        "ORDINAL": r"(?P<day>[12]?1st|2?2nd|2?3rd|1[1-3]th|[12]?[4-9]th|[123]0th|31st)",
    }


_TEENTHS = ("thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth")


def _ordinal_words() -> str:
    """ "sixth", "twenty-first"."""
    units = "|".join(word for word, number in time_words().ordinals.items() if number < 10)
    teens = "|".join((*_TEENTHS, "twentieth", "thirtieth"))
    return rf"(?i:twenty[- ](?:{units})|thirty[- ]first|{teens}|{alternatives(time_words().ordinals)})"


def _day_number(words: str) -> int:
    tens, _, unit = words.lower().replace("-", " ").rpartition(" ")
    day = time_words().ordinals.get(unit) or {"twentieth": 20, "thirtieth": 30}.get(unit)
    if day is None and unit in _TEENTHS:
        day = 13 + _TEENTHS.index(unit)
    return (day or 0) + {"twenty": 20, "thirty": 30}.get(tens, 0)


def _worded_day_of_month(match: re.Match[str]) -> Basic | None:
    day = _day_number(match["nth"])
    return DayOfMonth(day) if day > 2 else None  # "on the one hand ... on the second"


def _worded_day(match: re.Match[str]) -> Basic | None:
    day = _day_number(match["nth"])
    month = time_words().months[match["month"].lower()]
    year = match["year"]
    return CalendarDay(month, day, int(year) if year else None) if 0 < day <= DAYS_IN_MONTH[month - 1] else None


def _week_of_month(match: re.Match[str]) -> Basic | None:
    """A week of a month, as the third of the month that holds it."""
    part = {"first": Part.EARLY, "second": Part.EARLY, "third": Part.MID, "last": Part.LATE}[match["nth"].lower()]
    year = match["year"]
    return CalendarMonth(time_words().months[match["month"].lower()], int(year) if year else None, part)


def _feasts(names: tuple[str, ...]) -> str:
    return alternatives(names).replace("years", "(?i:year['’]?s)").replace("valentines", "(?i:valentine['’]?s)")


def _day_month(match: re.Match[str]) -> Basic | None:
    month, day = time_words().months[match["month"].lower()], int(match["day"])
    if not 0 < day <= DAYS_IN_MONTH[month - 1]:
        return None
    year = match["year"]
    return CalendarDay(month, day, int(year) if year else None)


def _iso(match: re.Match[str]) -> Basic | None:
    day = _date(int(match["year"]), int(match["month"]), int(match["day"]))
    return CalendarDay(day.month, day.day, day.year) if day else None


def _numeric(match: re.Match[str]) -> Basic | None:
    """Day and month in figures: day first where a dot parts them (as the countries that use it do), else either."""
    one, two, year = int(match["one"]), int(match["two"]), int(match["year"])
    day_first = _date(year, two, one)
    month_first = None if match["mark"] == "." else _date(year, one, two)
    readings = sorted({day for day in (day_first, month_first) if day})
    if len(readings) == 2:
        return EitherDay(*readings)
    return CalendarDay(readings[0].month, readings[0].day, readings[0].year) if readings else None


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _part(match: re.Match[str]) -> Part | None:
    words = " ".join((match["part"] or "").lower().split())
    return Part(time_words().parts[words]) if words else None


def _month(match: re.Match[str]) -> Basic | None:
    year = match["year"]
    return CalendarMonth(time_words().months[match["month"].lower()], int(year) if year else None, _part(match))


def _bare_month(match: re.Match[str]) -> Basic | None:
    return CalendarMonth(time_words().months[match["month"].lower()])


def _which_month(match: re.Match[str]) -> Basic | None:
    return CalendarMonth(time_words().months[match["month"].lower()], which=_which(match["which"]))


_YEARS_OFF = {"last": -1, "this": 0, "next": 1}


def _month_of_year(match: re.Match[str]) -> Basic | None:
    off = _YEARS_OFF[match["which"]]
    return CalendarMonth(time_words().months[match["month"].lower()], None, _part(match), years_off=off)


def _day_of_year(match: re.Match[str]) -> Basic | None:
    month, day = time_words().months[match["month"].lower()], int(match["day"])
    return CalendarDay(month, day, None, _YEARS_OFF[match["which"]]) if 0 < day <= DAYS_IN_MONTH[month - 1] else None


def _year(match: re.Match[str]) -> Basic | None:
    return CalendarYear(int(match["year"]), _part(match))


def _bare_year(match: re.Match[str]) -> Basic | None:
    return CalendarYear(int(match["year"]))


def _decade(match: re.Match[str]) -> Basic | None:
    return CalendarYear(int(match["decade"]), _part(match), years=10)


def _which(words: str | None) -> Which:
    if not words:
        return Which.NEAREST
    return _WHICH.get(words.lower(), Which.NEXT)


def _season(match: re.Match[str]) -> Basic | None:
    year = match["year"]
    return Season(match["season"].lower(), int(year) if year else None, _which(match["which"]))


def _feast(match: re.Match[str]) -> Basic | None:
    name = " ".join(match["feast"].lower().replace("’", "").replace("'", "").split())
    month, day = time_words().feasts[name]
    return CalendarDay(month, day, int(match["year"]) if match["year"] else None)


def _weekday(match: re.Match[str]) -> Basic | None:
    number = time_words().weekdays[match["weekday"].lower()]
    week = _which(match["week"]) if match["week"] else None
    return Weekday(number, _which(match["which"]), bool(match["overnight"]), week)


def _near(first: int, last: int) -> Callable[[re.Match[str]], Basic | None]:
    return lambda _: NearDay(first, last)


def _period(match: re.Match[str]) -> Basic | None:
    part = Part(match["part"].lower()) if match["part"] else None
    return Period(_UNITS[match["unit"].lower()], _which(match["which"]), part)


def _part_of_this(match: re.Match[str]) -> Basic | None:
    return Period(_UNITS[match["unit"].lower()], Which.THIS, Part(match["part"].lower()))


def _so_far(match: re.Match[str]) -> Basic | None:
    return Period(_UNITS[match["unit"].lower()], Which.THIS, Part.EARLIER)


def _part_of_period(match: re.Match[str]) -> Basic | None:
    return Period(_UNITS[match["unit"].lower()], _which(match["which"]), _part(match))


def _weekend(match: re.Match[str]) -> Basic | None:
    return Period(Unit.WEEK, _which(match["which"]) if match["which"] else Which.THIS, weekend=True)


def _counted(match: re.Match[str]) -> tuple[int, Unit, bool]:
    words = match["count"] or "one"
    fold = 2 if match["unit"].lower() == "fortnight" else 1
    return time_words().count(words) * fold, _UNITS[match["unit"].lower()], time_words().is_vague(words)


def _ago(match: re.Match[str]) -> Basic | None:
    return Ago(*_counted(match))


def _last_few(match: re.Match[str]) -> Basic | None:
    return LastFew(*_counted(match))


def _up_to_now(match: re.Match[str]) -> Basic | None:
    """ "151 in three weeks"; not so in "the worst flood in six years" or "will open in two days"."""
    if _superlative().search(match.string, max(0, match.start() - 60), match.start()):
        return None
    return LastFew(*_counted(match))


@cache
def _superlative() -> re.Pattern[str]:
    return word_pattern("times_patterns", "superlative")


def _recent(match: re.Match[str]) -> Basic | None:
    return Recent(_UNITS[match["unit"].lower()])


def _nth_year(match: re.Match[str]) -> Basic | None:
    words = match["nth"].lower()
    number = time_words().ordinals.get(words) or int(re.sub(r"\D", "", words) or 0)
    return LastFew(number - 1, Unit.YEAR) if number > 1 else None


def _context_days(sign: int) -> Callable[[re.Match[str]], Basic | None]:
    def read(match: re.Match[str]) -> Basic | None:
        count, unit, vague = _counted(match)
        days = {Unit.DAY: 1, Unit.WEEK: 7}.get(unit)
        return FromContext(None if vague or days is None else sign * count * days)

    return read


def _context(days: int | None) -> Callable[[re.Match[str]], Basic | None]:
    return lambda _: FromContext(days)


def _day_of_month(match: re.Match[str]) -> Basic | None:
    return DayOfMonth(int(re.sub(r"\D", "", match["day"])))


_WHICH_WORD = r"(?P<which>[Ll]ast|[Pp]ast|[Pp]revious|[Tt]his|[Cc]urrent|[Nn]ext|[Cc]oming)"
RULES: tuple[tuple[str, Callable[[re.Match[str]], Basic | None]], ...] = (
    (r"(?<![\d./-])(?P<year>\d{4})-(?P<month>\d\d)-(?P<day>\d\d)(?!\d|[-/.]\d)", _iso),
    (r"(?<![\d./-])(?P<one>\d{1,2})(?P<mark>[./-])(?P<two>\d{1,2})(?P=mark)(?P<year>(?:19|20)\d\d)(?!\d|[-/]\d)", _numeric),
    (r"(?<!\w)<ANY_WEEKDAY>?<MONTH>\s+(?P<day>[0-3]?\d)(?P<year>(?:19|20)\d\d)(?!\d)", _day_month),
    (r"(?<![\d./-])(?P<one>\d{1,2})\s(?P<mark>/)\s(?P<two>\d{1,2})\s/\s(?P<year>(?:19|20)\d\d)(?!\d)", _numeric),
    (r"(?<![\w.,-])<ANY_WEEKDAY>?(?:the\s+)?<DAY>(?:\s+of)?[\s-]+<MONTH>(?:,?[\s-]+<YEAR>)?", _day_month),
    (r"(?<!\w)(?<!\b\d\s)(?<!\b\d\d\s)<ANY_WEEKDAY>?<MONTH>[\s-]+(?:the\s+)?<DAY>(?:,?\s+<YEAR>|(?!\s+<COUNTED>\b))", _day_month),
    (r"(?<!\w)(?:(?i:<PART>)[\s-]+)?<MONTH>(?:\s+of)?,?\s+<YEAR>", _month),
    (r"(?<!\w)(?i:<PART>)[\s-]+<MONTH>(?P<year>)(?!\s+\d)", _month),
    (rf"(?<!\w){_WHICH_WORD}\s+<MONTH>", _which_month),
    (r"(?<!\w)(?:(?i:<PART>)[\s-]+)?<MONTH>,?\s+(?:of\s+)?(?P<which>last|this|next)\s+year(?!\w)", _month_of_year),
    (r"(?<![\w.,-])<DAY>(?:\s+of)?\s+<MONTH>,?\s+(?:of\s+)?(?P<which>last|this|next)\s+year(?!\w)", _day_of_year),
    (r"(?<!\w)<MONTH>\s+<DAY>,?\s+(?:of\s+)?(?P<which>last|this|next)\s+year(?!\w)", _day_of_year),
    (r"(?i:(?<=\b)<LEADS>)\s+(?P<keep><MONTH>)(?!\s+[A-Z])(?!\s+\d+\b(?!\s+<COUNTED>\b))", _bare_month),
    (r"(?<!\w)<CLEAR_MONTH>(?!\s+\d)(?!\s+[A-Z])", _bare_month),
    (r"(?<!\w)(?i:<PART>)[\s-]+<YEAR>", _year),
    (r"(?i:\b(?:in|since|until|till|during|by|from|before|after|throughout|through|of|year|between|late|early|and|to)\s+)(?P<keep><YEAR>)(?!\s*(?:<COUNTED>)\b)(?!\s+[a-z]+ees\b)", _bare_year),
    (r"(?<![\w-])(?P<keep><YEAR>)(?=(?:\s+[\w-]+)?\s+<YEAR_NOUN>\b)", _bare_year),
    (r"(?<!\w)(?:(?i:<PART>)[\s-]+)?(?:the\s+)?(?P<decade>(?:19|20)\d0)['’]?s(?!\w)", _decade),
    (rf"(?<!\w)(?:{_WHICH_WORD}\s+)?(?i:<SEASON>)(?:\s+of)?\s+<YEAR>", _season),
    (rf"(?<!\w){_WHICH_WORD}\s+(?i:<SEASON>)(?P<year>)(?!\w)", _season),
    (r"(?<!\w)(?<!Lunar )(?<!Chinese )(?<!Persian )(?<!Tibetan )(?<!Khmer )(?<!Lao )(?<!Thai )(?<!Coptic )(?<!Orthodox )(?i:<FEAST>)(?:,?\s+(?:(?:\w+\s+){0,5}(?:in|of)\s+)?<YEAR>)?(?!\w)", _feast),
    (
        rf"(?<!\w)(?:(?i:early|late)\s+(?:on\s+)?)?(?P<overnight>(?i:overnight)\s+(?:on\s+)?)?(?:{_WHICH_WORD}\s+)?<WEEKDAY>"
        r"(?:\s+(?i:<DAY_PART>)(?!\w))?(?:,?\s+(?:of\s+)?(?P<week>last|this|next)\s+week(?!\w))?",
        _weekday,
    ),
    (r"(?<!\w)(?i:the\s+day\s+before\s+yesterday)(?!\w)", _near(-2, -2)),
    (r"(?<!\w)(?i:yesterday)(?:['’]?s)?(?:\s+(?i:<DAY_PART>))?(?!\w)", _near(-1, -1)),
    (r"(?<!\w)(?i:today)(?:['’]?s)?(?!\w)", _near(0, 0)),
    (r"(?<!\w)(?i:earlier\s+(?:today|in\s+the\s+day)|this\s+(?:morning|afternoon|evening)|tonight)(?!\w)", _near(0, 0)),
    (r"(?<!\w)(?i:tomorrow)(?:['’]?s)?(?!\w)", _near(1, 1)),
    (r"(?<!\w)(?i:overnight|last\s+night|during\s+the\s+night(?!\s+(?:of|from|between|to)\b))(?!\w)", _near(-1, 0)),
    (r"(?<!\w)(?P<part>(?i:earlier|later))\s+(?i:in\s+the)\s+(?P<unit>week|month|year)(?!\w)", _part_of_this),
    (rf"(?<!\w)(?:(?P<part>(?i:earlier|later))\s+)?{_WHICH_WORD}\s+(?P<unit>week|month|year|decade)(?:['’]?s)?(?!\w)", _period),
    (r"(?<!\w)(?i:since\s+the\s+(?:start|beginning)\s+of\s+(?:the|this))\s+(?P<unit>week|month|year)(?!\w)", _so_far),
    (r"(?<!\w)(?:the\s+)?(?P<nth><ORDINAL_WORD>)(?:\s+of)?\s+<MONTH>(?:,?\s+<YEAR>)?", _worded_day),
    (r"(?<!\w)(?i:the\s+)?(?P<nth>first|second|third|last)\s+week\s+of\s+<MONTH>(?:,?\s+<YEAR>)?", _week_of_month),
    (r"(?<!\w)(?i:so\s+far|already)\s+this\s+(?P<unit>week|month|year)(?!\w)", _so_far),
    (rf"(?<!\w)(?i:<PART>)\s+(?:the\s+)?{_WHICH_WORD}\s+(?P<unit>week|month|year)(?!\w)", _part_of_period),
    (r"(?<!\w)(?i:<PART>)\s+the\s+(?P<which>)(?P<unit>month|year)(?!\w)", _part_of_period),
    (rf"(?<!\w)(?:{_WHICH_WORD}|(?i:at|over|on|during)\s+the|(?i:(?<=since\s)the))\s+weekend(?!\w)", _weekend),
    (r"(?<!\w)(?i:<COUNT>)\s+(?i:<UNIT>)s?\s+ago(?!\w)", _ago),
    (r"(?<!\w)(?i:<COUNT>)\s+(?P<unit>(?i:day|week|month|year))s?\s+on(?=,|\s+and\b)(?!,\s+\w+\s+(?:days?\s+|weeks?\s+)?off)", _ago),
    (r"(?<!\w)(?i:(?:the|these)\s+)?(?i:last|past|previous|preceding)\s+(?i:<COUNT>)[\s-]+(?i:<UNIT>)s?(?!\w)", _last_few),
    (r"(?i:\b(?:in|during|over|within|for|through|of)\s+)(?P<keep>(?i:the|this)\s+(?i:last|past)\s+(?P<count>)(?i:<UNIT>))(?!\w)", _last_few),
    (r"(?<!\w)(?i:the\s+past)\s+(?P<count>)(?i:<UNIT>)['’]s(?!\w)", _last_few),
    (r"(?<!\w)(?i:<COUNT>)[\s-]+(?i:<UNIT>)s?[\s-]+(?:(?i:old|long)[\s-]+)?(?i:of\s+)?(?:\w+\s+)?<LASTING>(?!\w)", _last_few),
    (r"(?<!\w)(?i:in|over|within|during)\s+(?P<keep>(?i:just\s+|only\s+|barely\s+|less\s+than\s+)?(?i:<COUNT>)\s+(?P<unit>day|week|month)s?)(?=\s*(?:[,;:.)”\"]|$)|\s+and\b)", _up_to_now),
    (r"(?<!\w)(?i:for)\s+(?P<keep>(?i:(?:more\s+than|over|almost|nearly|about|at\s+least)\s+)?(?i:<COUNT>)\s+(?i:<UNIT>)s?)(?!\w)(?!\s+on\b)", _last_few),
    (r"(?<!\w)(?i:in|into|entering|enters|entered)\s+(?:its|their|his|her|the)\s+(?P<keep>(?P<nth>\w+)\s+year)(?!\w)", _nth_year),
    (r"(?<!\w)(?i:in|over|during)\s+(?P<keep>(?:the\s+)?(?i:recent|past)\s+(?P<unit>day|week|month|year)s)(?!\w)", _recent),
    (r"(?<!\w)(?i:recent)\s+(?P<unit>day|week|month|year)s(?!\w)", _recent),
    (r"(?<!\w)(?i:<COUNT>)\s+(?i:<UNIT>)s?\s+(?:earlier|before|previously)(?=\s*(?:[.,;]|$))", _context_days(-1)),
    (r"(?<!\w)(?i:<COUNT>)\s+(?i:<UNIT>)s?\s+(?:(?:later|afterwards)(?=\s*(?:[.,;]|$|[a-z]))(?!\s+(?:the|a|an|his|her|its|their)\b)|after(?=\s*(?:[.,;]|$)))", _context_days(1)),
    (r"(?<!\w)(?i:<COUNT>)\s+(?i:<UNIT>)s?\s+(?:after|before|since|into|following)(?!\w)", lambda _: FromEvent()),
    (r"(?<!\w)(?i:(?:minutes|hours|days|weeks|months|years)\s+(?:later|earlier))(?!\w)", _context(None)),
    (r"(?<!\w)(?i:(?:minutes|hours|days|weeks|months|years)\s+(?:after|before))(?!\w)", lambda _: FromEvent()),
    (r"(?<!\w)(?i:the\s+same\s+(?:day|morning|afternoon|evening|night)|that\s+(?:day|morning|afternoon|evening|night))(?!\w)", _context(0)),
    (r"(?<!\w)(?i:the\s+(?:previous|preceding)\s+(?:day|night)|the\s+day\s+before|a\s+day\s+earlier)(?!\s+yesterday)(?!\w)", _context(-1)),
    (r"(?<!\w)(?i:the\s+(?:next|following)\s+(?:day|morning)|the\s+day\s+after)(?!\w)", _context(1)),
    (r"(?i:\bon\s+the\s+)(?P<keep>(?P<nth><ORDINAL_WORD>))(?=[.,;]|\s+and\s+the\b)(?!,\s+\w+(?:er|rd|th)\b)", _worded_day_of_month),
    (r"(?i:\b(?:on|of|by|until|since|between|from|and|to)\s+the\s+)(?P<keep><ORDINAL>)(?!\s+(?:day|anniversary|century|time|year|week|month|floor|of)\b)(?!\w)(?!\s+(?!(?:and|to)\s+the\s+\d)[a-z])", _day_of_month),
    (r"(?i:\b(?:<HAPPENING>)\s+(?:of|on)\s+the\s+)(?P<keep><ORDINAL>)(?!\s+(?:day|anniversary|century|time|year|week|month|floor|of)\b)(?!\w)", _day_of_month),
    (r"(?<!\w)(?i:at|before|after|around|until|since)\s+(?P<keep>dawn|dusk|noon|midday|midnight|sunset|sunrise)(?!\w)", lambda _: TimeOfDay()),
    (r"(?<!\w)(?i:since)\s+(?:then|the\s+(?:start|beginning|outbreak|onset|launch)\s+of\s+(?:the|its|their|this)\s+\w+|the\s+\w+(?:\s+\w+)?\s+(?:began|started|erupted|broke\s+out))(?!\w)", lambda _: FromEvent(since=True)),
)  # fmt: skip
"""Pattern and reader. A group `keep` marks the words of the expression where the pattern needs words around it."""
