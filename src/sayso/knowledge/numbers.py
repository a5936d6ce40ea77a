"""Quantities in text: digits, words and vague words with what bounds them ("at least two dozen"), and what is no count.

Dates, ages, money, distances, percentages, ordinals and model numbers are left out here; whether a quantity counts
people is for the reader of claims to say.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from sayso.errors import KnowledgeError
from sayso.knowledge.vocabulary import Entry, load_vocabulary
from sayso.model import Modifier, Span

_WORD = re.compile(
    r"(?P<date>(?<![\w-])\d{1,4}([-/.])\d{1,2}\2\d{2,4}(?!\d))"
    r"|(?P<digits>\d{1,3}(?:[,\u00a0\u202f]\d{3})+(?!\d)|\d{1,3}, 000(?!\d)|\d{1,3}(?: \d{3})* 000(?!\d)|\d+(?:\.\d+)?)"
    r"|(?P<word>[^\W\d_]+(?:[.'’][^\W\d_]+)*\.?(?=[^\W\d_]|\b)|[^\W\d_]+)|(?P<mark>\S)"
)
_LARGEST = 10_000_000_000
"""More than all people: a longer row of digits is no count."""
_AHEAD = 12
"""Code points read beyond the part asked about: a month there makes its last number a date."""
_YEARS = range(1900, 2101)
_BEFORE_YEAR = frozenset(
    [
        "in",
        "since",
        "of",
        "by",
        "until",
        "from",
        "during",
        "year",
        "early",
        "late",
        "mid",
        "through",
        "before",
        "after",
        "and",
        "to",
        "till",
    ]
)
_AFTER_MONTH_COUNTS = frozenset(
    ["people", "civilians", "children", "killed", "wounded", "injured", "were", "others", "men", "women", "soldiers"]
)
_CALENDAR_UNITS = frozenset(
    [
        "year",
        "month",
        "week",
        "day",
        "hour",
        "minute",
        "storey",
        "story",
        "point",
        "way",
        "mile",
        "km",
        "metre",
        "meter",
        "kg",
    ]
)
_AGED = frozenset(
    [
        "children",
        "people",
        "boys",
        "girls",
        "kids",
        "those",
        "anyone",
        "everyone",
        "infants",
        "youths",
        "aged",
        "and",
        "or",
    ]
)
_NEEDS_OF = re.compile(r"(?:number|numbers|tens|handful|pair)$")


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number as the text states it, with its bounds."""

    span: Span
    """With the modifier: "at least 22"."""
    number: Span
    """The number words alone: "22"."""
    low: int | None
    high: int | None
    modifier: Modifier

    @property
    def is_none(self) -> bool:
        """The words say that there was nobody ("no", "none", "no one")."""
        return self.low == 0 and self.high == 0


@dataclass(frozen=True, slots=True)
class _Piece:
    start: int
    end: int
    text: str
    kind: str

    @property
    def lower(self) -> str:
        return self.text.lower()


@dataclass(frozen=True, slots=True)
class _Core:
    """A number before its modifier: pieces `first` to `last` exclusive."""

    first: int
    last: int
    low: int | None
    high: int | None
    modifier: Modifier


@dataclass(frozen=True)
class _Words:
    units: Mapping[str, int]
    tens: Mapping[str, int]
    scales: Mapping[str, int]
    vague: Mapping[tuple[str, ...], int | None]
    exact: Mapping[tuple[str, ...], int]
    none: frozenset[tuple[str, ...]]
    before: Sequence[tuple[tuple[str, ...], Modifier]]
    after: Sequence[tuple[tuple[str, ...], Modifier]]
    not_people: frozenset[str]
    not_before: frozenset[str]
    months: frozenset[str]


def find_quantities(text: str, within: Span | None = None) -> tuple[Quantity, ...]:
    """The quantities in a text, or in a part of it, in order and without overlap; spans point into `text`."""
    area = within or Span(0, len(text))
    ahead = min(len(text), area.end + _AHEAD)
    pieces = [_Piece(m.start(), m.end(), m.group(), str(m.lastgroup)) for m in _WORD.finditer(text, area.start, ahead)]
    found: list[Quantity] = []
    at = 0
    while at < len(pieces):
        core = _core(pieces, at)
        if core is None:
            at += 1
            continue
        core = _as_range(pieces, core) or core
        if pieces[core.first].start >= area.end:
            break
        quantity = _bounded(pieces, core) if _may_count(pieces, core) else None
        if (
            quantity is not None
            and quantity.span.end <= area.end
            and (not found or quantity.span.start >= found[-1].span.end)
        ):
            found.append(quantity)
        at = core.last
    return tuple(found)


def read_number(words: str) -> int | None:
    """The number that a text spells ("twenty-two", "1,500", "half a million"); None where it is anything else."""
    pieces = [_Piece(m.start(), m.end(), m.group(), str(m.lastgroup)) for m in _WORD.finditer(words)]
    core = _core(pieces, 0)
    if core is None or core.last != len(pieces) or core.low != core.high:
        return None
    return core.low


def spell(number: int) -> str:
    """A number from 0 to 999,999,999 in English words; raises ValueError outside of that."""
    if not 0 <= number < 1_000_000_000:
        raise ValueError(f"Only numbers from 0 to 999,999,999 can be spelled, got {number}.")
    words = _vocabulary()
    small = {value: word for word, value in words.units.items()}
    tens = {value: word for word, value in words.tens.items() if word != "fourty"}
    if number < 20:
        return small[number]
    if number < 100:
        return tens[number - number % 10] + (f"-{small[number % 10]}" if number % 10 else "")
    for scale, name in ((1_000_000, "million"), (1000, "thousand"), (100, "hundred")):
        if number >= scale:
            rest = number % scale
            joint = " and " if scale == 100 else " "
            return f"{spell(number // scale)} {name}" + (f"{joint}{spell(rest)}" if rest else "")
    raise AssertionError(number)


@cache
def _vocabulary() -> _Words:
    entries = load_vocabulary("numbers")

    def mapping(key: str) -> Mapping[str, Entry]:
        entry = entries.get(key)
        if not isinstance(entry, Mapping):
            raise _damaged(key)
        return entry

    def listed(entry: object, key: str) -> list[str]:
        if not isinstance(entry, list):
            raise _damaged(key)
        return [str(word).lower() for word in entry]

    def phrases(key: str) -> list[tuple[tuple[str, ...], Modifier]]:
        pairs = [
            (tuple(p.split()), Modifier(str(name))) for name, entry in mapping(key).items() for p in listed(entry, key)
        ]
        return sorted(pairs, key=lambda pair: -len(pair[0]))

    def numbers(key: str) -> dict[str, int]:
        return {str(word): int(str(value)) for word, value in mapping(key).items()}

    return _Words(
        units=numbers("units"),
        tens=numbers("tens"),
        scales=numbers("scales"),
        vague={tuple(str(w).split()): None if n is None else int(str(n)) for w, n in mapping("vague").items()},
        exact={_split(word): value for word, value in numbers("exact").items()},
        none=frozenset(_split(word) for word in listed(entries.get("none"), "none")),
        before=phrases("modifiers"),
        after=phrases("after"),
        not_people=frozenset(listed(entries.get("not_people"), "not_people")),
        not_before=frozenset(listed(entries.get("before_not_people"), "before_not_people")),
        months=frozenset(listed(entries.get("months"), "months")),
    )


def _split(phrase: str) -> tuple[str, ...]:
    """A phrase as the pieces that the text is cut into: hyphens stand alone."""
    return tuple(phrase.replace("-", " - ").split())


def _damaged(key: str) -> KnowledgeError:
    return KnowledgeError(
        f'"{key}" is missing or not of the expected form.',
        "sayso/knowledge/vocab/numbers.yaml",
        "Install sayso again, or mend the file if you have edited it.",
    )


def _lower(pieces: Sequence[_Piece], at: int) -> str:
    return pieces[at].lower if 0 <= at < len(pieces) else ""


def _matches(pieces: Sequence[_Piece], at: int, phrase: tuple[str, ...]) -> bool:
    return all(_lower(pieces, at + n) == word for n, word in enumerate(phrase))


def _core(pieces: Sequence[_Piece], at: int) -> _Core | None:
    return _set_phrase(pieces, at) or _cardinal(pieces, at)


def _set_phrase(pieces: Sequence[_Piece], at: int) -> _Core | None:
    """The longest vague, exact or "none" phrase that starts here."""
    words = _vocabulary()
    first = pieces[at].lower
    for size in range(min(3, len(pieces) - at), 0, -1):
        phrase = tuple(p.lower for p in pieces[at : at + size])
        after = _lower(pieces, at + size)
        after = _lower(pieces, at + size + 1) if after in {'"', "“", "”"} else after
        if phrase in words.vague:
            if _NEEDS_OF.search(phrase[-1]) and after != "of":
                return None
            return _Core(at, at + size, words.vague[phrase], None, Modifier.VAGUE)
        if phrase in words.exact and not (phrase[-1] in words.scales and after in words.scales):
            number = words.exact[phrase]
            return _Core(at, at + size, number, number, Modifier.EXACT)
        if phrase in words.none and not (first == "no" and size == 1 and _no_is_no_count(pieces, at)):
            return _Core(at, at + size, 0, 0, Modifier.VAGUE)
    return None


def _no_is_no_count(pieces: Sequence[_Piece], at: int) -> bool:
    """ "No. 5", "no longer", "no fewer than" ... are no zeros."""
    return _lower(pieces, at + 1) in {".", "longer", "fewer", "less", "more", "doubt", "matter", ","} or (
        at + 1 < len(pieces) and pieces[at + 1].kind == "digits"
    )


def _cardinal(pieces: Sequence[_Piece], at: int) -> _Core | None:
    """A number in digits or words, with scales ("1.5 million", "two hundred and five")."""
    words = _vocabulary()
    total, current, seen = 0.0, 0.0, False
    place = at
    while place < len(pieces):
        piece, lower = pieces[place], pieces[place].lower
        if piece.kind == "digits" and not seen:
            current, seen = float(re.sub(r"[,\s]", "", piece.text)), True
            if piece.text.startswith("0") and len(piece.text) > 1 and "." not in piece.text:
                return None
        elif not seen and lower in {"hundred", "thousand", "million"} and _modifier_before(pieces, place):
            total, seen = float(words.scales[lower]), True
        elif lower in words.units and (not seen or _unit_fits(current, words.units[lower], pieces, place)):
            current, seen = current + words.units[lower], True
        elif lower in words.tens and (not seen or current % 100 == 0) and not _is_digits(pieces, place - 1):
            current, seen = current + words.tens[lower], True
        elif seen and lower in words.scales:
            scaled = max(current, 1) * words.scales[lower]
            total, current = (total, scaled) if words.scales[lower] == 100 else (total + scaled, 0)
        elif not (seen and _joins(pieces, place, current, total)):
            break
        place += 1
    number = total + current
    if not seen or number != int(number) or number > _LARGEST:
        return None
    return _Core(at, place, int(number), int(number), Modifier.EXACT)


def _is_digits(pieces: Sequence[_Piece], at: int) -> bool:
    return 0 <= at < len(pieces) and pieces[at].kind == "digits"


def _unit_fits(current: float, unit: int, pieces: Sequence[_Piece], at: int) -> bool:
    if _is_digits(pieces, at - 1):
        return False
    return (current % 100 == 0) or (current % 10 == 0 and 20 <= current % 100 <= 90 and 0 < unit < 10)


def _joins(pieces: Sequence[_Piece], at: int, current: float, total: float) -> bool:
    """ "and" after a hundred or thousand, a hyphen between tens and units, before another number word."""
    words = _vocabulary()
    after = _lower(pieces, at + 1)
    if pieces[at].lower == "and":
        small = after in words.units or after in words.tens
        hundred = _lower(pieces, at - 1) in words.scales and _lower(pieces, at - 1) != "dozen"
        return small and hundred and (current % 100 == 0) and (current or total) > 0
    if pieces[at].text in "-‐‑":
        return after in words.units and 0 < words.units[after] < 10 and _lower(pieces, at - 1) in words.tens
    return False


def _as_range(pieces: Sequence[_Piece], core: _Core) -> _Core | None:
    """ "20 to 25", "20-25", "between 20 and 25", "six or seven"; not "rose from 17 to 35"."""
    if core.low is None or core.low != core.high or core.low == 0:
        return None
    joint, before = _lower(pieces, core.last), _lower(pieces, core.first - 1)
    between = before == "between" and joint == "and"
    if not between and (joint not in {"to", "-", "–", "or"} or before == "from"):
        return None
    other = _cardinal(pieces, core.last + 1) if core.last + 1 < len(pieces) else None
    if other is None or other.high is None or other.high <= core.low:
        return None
    if other.high in _YEARS and core.low in _YEARS:
        return None
    if joint == "or" and other.high > core.low * 2:
        return None
    return _Core(core.first - between, other.last, core.low, other.high, Modifier.RANGE)


def _may_count(pieces: Sequence[_Piece], core: _Core) -> bool:
    """The number may count people: it is no date, age, money, distance, ordinal or model number."""
    first, after = pieces[core.first], _lower(pieces, core.last)
    before = _lower(pieces, core.first - 1)
    words = _vocabulary()
    if before in words.not_before or (after in words.not_people and not _is_noun_no(core)):
        return False
    if _glued(pieces, core) or _is_compound(pieces, core):
        return False
    if (
        core.low == 1 == core.high
        and first.lower == "one"
        and (before in {"no", "this", "that", "the"} or after in {"another", "side", "-"})
    ):
        return False
    if before == "under" and _lower(pieces, core.first - 2) in _AGED:
        return False
    return not (first.kind == "digits" and (_is_date(pieces, core) or _is_year(pieces, core)))


def _is_noun_no(core: _Core) -> bool:
    return core.low == 0


def _glued(pieces: Sequence[_Piece], core: _Core) -> bool:
    """Letters or marks that touch a number make it something else: "12th", "AK-47", "5sq", "7:30", "1/2"."""
    first, last = pieces[core.first], pieces[core.last - 1]
    if first.kind != "digits" and last.kind != "digits":
        return False
    after = pieces[core.last] if core.last < len(pieces) else None
    before = pieces[core.first - 1] if core.first else None
    if after and after.start == last.end and last.kind == "digits" and (after.kind == "word" or after.text in "%/:°"):
        return True
    if before is None or before.end != first.start:
        return False
    if before.kind == "word" or before.text in "$€£¥/:#":
        return True
    earlier = pieces[core.first - 2] if core.first > 1 else None
    touching = earlier is not None and earlier.end == before.start
    return before.text in "-–." and touching


def _is_compound(pieces: Sequence[_Piece], core: _Core) -> bool:
    """ "12-year-old", "three - day", "5-storey": the number qualifies a thing."""
    if _lower(pieces, core.last) not in {"-", "–"} or core.last + 1 >= len(pieces):
        return False
    mark, word = pieces[core.last], pieces[core.last + 1]
    if word.kind != "word" or word.lower == "odd":
        return False
    return word.lower in _CALENDAR_UNITS or (mark.start == pieces[core.last - 1].end and word.start == mark.end)


def _is_date(pieces: Sequence[_Piece], core: _Core) -> bool:
    months = _vocabulary().months
    number, after = core.high or 0, _lower(pieces, core.last)
    if number > 31 or core.modifier is not Modifier.EXACT:
        return "." in pieces[core.first].text and core.last - core.first == 1
    if after in months or (after == "of" and _lower(pieces, core.last + 1) in months):
        return True
    return _lower(pieces, core.first - 1).rstrip(".") in months and after not in _AFTER_MONTH_COUNTS


def _is_year(pieces: Sequence[_Piece], core: _Core) -> bool:
    """Four bare digits between 1900 and 2100, where no modifier and no noun makes them a count."""
    digits = pieces[core.first]
    if core.last - core.first != 1 or not digits.text.isdigit() or int(digits.text) not in _YEARS:
        return False
    before = _lower(pieces, core.first - 1)
    months = _vocabulary().months
    if before in _BEFORE_YEAR or before in months or before in {",", "-", "/", "("}:
        return True
    if before == "the" and _lower(pieces, core.last) not in _AFTER_MONTH_COUNTS:
        return True
    if _modifier_before(pieces, core.first) is not None:
        return False
    after = pieces[core.last] if core.last < len(pieces) else None
    return after is None or after.kind != "word" or not after.text.islower() or len(after.text) < 4


def _modifier_before(pieces: Sequence[_Piece], at: int) -> tuple[int, Modifier] | None:
    """How many pieces before `at` make a modifier, and which."""
    for phrase, modifier in _vocabulary().before:
        if len(phrase) <= at and _matches(pieces, at - len(phrase), phrase):
            return len(phrase), modifier
    return None


def _modifiers(pieces: Sequence[_Piece], core: _Core) -> tuple[int, int, Modifier | None]:
    """First piece and, exclusive, last piece with all modifiers, and the one that bounds the number."""
    first, last, bound = core.first, core.last, None
    while (hit := _modifier_before(pieces, first)) is not None:
        first -= hit[0]
        bound = hit[1] if bound in (None, Modifier.ABOUT) else bound
    for phrase, modifier in _vocabulary().after:
        if _matches(pieces, last, phrase):
            last += len(phrase)
            bound = bound or modifier
            break
        if _lower(pieces, last) == "-" and _matches(pieces, last + 1, phrase):
            last += 1 + len(phrase)
            bound = bound or modifier
            break
    return first, last, bound


def _bounded(pieces: Sequence[_Piece], core: _Core) -> Quantity | None:
    first, last, bound = _modifiers(pieces, core)
    span = Span(pieces[first].start, pieces[last - 1].end)
    number = Span(pieces[core.first].start, pieces[core.last - 1].end)
    low, high, modifier = core.low, core.high, core.modifier
    if bound is None or modifier is Modifier.RANGE or core.low == 0:
        return Quantity(span, number, low, high, modifier)
    if modifier is Modifier.VAGUE:
        capped = bound in (Modifier.UP_TO, Modifier.FEWER_THAN)
        return Quantity(span, number, None if capped else low, high, modifier)
    low, high = _bounds(bound, int(high or 0))
    return Quantity(span, number, low, high, bound)


def _bounds(modifier: Modifier, number: int) -> tuple[int | None, int | None]:
    match modifier:
        case Modifier.AT_LEAST:
            return number, None
        case Modifier.MORE_THAN:
            return number + 1, None
        case Modifier.UP_TO:
            return None, number
        case Modifier.FEWER_THAN:
            return None, max(number - 1, 0)
        case _:
            return number, number


def iter_numbers(text: str) -> Iterator[tuple[Span, int]]:
    """The exact numbers in a text with their spans, modifiers left aside."""
    for quantity in find_quantities(text):
        value = read_number(quantity.number.of(text))
        if value is not None:
            yield quantity.number, value
