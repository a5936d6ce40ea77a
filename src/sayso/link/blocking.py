"""Which tellings are worth comparing: those that share a key. Keys keep the work near linear."""

from collections import defaultdict
from collections.abc import Hashable, Iterator, Sequence

from sayso.link.interface import LONG_DAYS, Telling, length_days
from sayso.link.numbers import number_of, telling_number
from sayso.link.places import place_tokens
from sayso.link.signs import RARE_KINDS

_BUCKET_DAYS = 3
_WINDOW = 24
"""Neighbours that each member of a crowded bucket is compared with."""
_LEAST_NUMBER = 50
"""From this number on one that is not round may be a key of its own, whatever place and day are read."""
_RARE = 8
"""A word that so few tellings share is a key of its own."""


def candidate_pairs(tellings: Sequence[Telling]) -> Iterator[tuple[int, int]]:
    """Index pairs (smaller first), each once, of tellings that may be one happening."""
    buckets: dict[tuple[Hashable, ...], list[int]] = defaultdict(list)
    for i, telling in enumerate(tellings):
        for key in dict.fromkeys(_keys(telling)):
            buckets[key].append(i)
    seen: set[tuple[int, int]] = set()
    for key, members in buckets.items():
        if key[0] == "word" and len(members) > _RARE:
            continue
        ordered = sorted(members, key=lambda i: _order(tellings[i])) if len(members) > _WINDOW else members
        for n, i in enumerate(ordered):
            for j in ordered[n + 1 : n + 1 + _WINDOW]:
                pair = (i, j) if i < j else (j, i)
                if pair not in seen:
                    seen.add(pair)
                    yield pair


def _order(telling: Telling) -> tuple[str, str, str]:
    """In a crowded bucket tellings of one day and event stand side by side."""
    day = telling.date.first.isoformat() if telling.date and telling.date.first else ""
    return day, telling.event.value if telling.event else "", telling.key


def _keys(telling: Telling) -> Iterator[tuple[Hashable, ...]]:
    yield "report", telling.report
    places = _place_keys(telling)
    if telling.cumulative:
        measure = telling.claims[0].measure
        year = telling.date.first.year if telling.date and telling.date.first else None
        for place in places or ("",):
            yield "total", place, measure, year
            yield "total", place, measure, None
        if year is not None:
            yield "total-year", measure, year
        return
    days = list(_day_keys(telling))
    for place in places:
        for day in days:
            yield "place-day", place, day
        for figure in _figures(telling):
            yield "place-figure", place, figure
        yield "place-event", place, telling.event, telling.date is None
    for day in days:
        for figure in _figures(telling):
            yield "day-figure", day, figure
        if telling.event in RARE_KINDS:
            yield "kind-day", telling.event, day
    for figure in _telling_figures(telling):
        yield "figure", figure
    for word in telling.words:
        yield "word", word
    if telling.copies is not None:
        for figure in _figures(telling):
            yield "copies", telling.copies, figure


def _place_keys(telling: Telling) -> tuple[str, ...]:
    if telling.place is None:
        return ()
    within = telling.place.within[:1]
    names = [telling.place.words, *([telling.place.name] if telling.place.name else []), *within]
    return tuple(sorted({token for name in names for token in place_tokens(name)}))


def _day_keys(telling: Telling) -> Iterator[str]:
    date = telling.date
    if date is None or date.first is None or date.last is None:
        return
    if (length_days(date) or LONG_DAYS) > LONG_DAYS:
        return
    first, last = (date.first.toordinal() - 1) // _BUCKET_DAYS, (date.last.toordinal() + 1) // _BUCKET_DAYS
    for bucket in range(first, last + 1):
        yield str(bucket)


def _telling_figures(telling: Telling) -> Iterator[str]:
    """Figures with a number that few happenings have."""
    for claim in telling.claims:
        number = number_of(claim)
        if claim.measure and number and number >= _LEAST_NUMBER and telling_number(number) >= 1:
            yield f"{claim.measure.value}:{number}"


def _figures(telling: Telling) -> Iterator[str]:
    for claim in telling.claims:
        if claim.figure and claim.measure and (claim.figure.low or claim.figure.high or 0) >= 3:
            yield f"{claim.measure.value}:{claim.figure.low or claim.figure.high}"
