"""UCDP GED: low, best and high, the threshold for an event, precision of day and place, clarity."""

from collections.abc import Sequence

from sayso.assess.methods.basis import CIVILIANS, Basis, Stated, counted, listed, names_of, whole
from sayso.assess.methods.blame import blamed_by_origin, party_words
from sayso.assess.methods.precision import days_of, place_words_hold
from sayso.assess.methods.tolls import DEATHS, both_sides, highest, lowest, only_the_accused_number, tolls
from sayso.model import EventKind, Group, Method, MethodAssessment, MethodTotal, OriginKind, Part

_TYPES = {1: "state-based conflict", 2: "non-state conflict", 3: "one-sided violence"}


def assess(basis: Basis, method: Method) -> tuple[Part, ...]:
    """The three estimates first, then whether it is an event, then its day, place, clarity, sides and sources."""
    estimates = low_best_high(basis, method)
    return (
        estimates,
        event_threshold(basis, method, estimates),
        deaths_by_side(basis, method, estimates),
        date_precision(basis, method),
        place_precision(basis, method),
        clarity(basis, method),
        kind_of_violence(basis),
        sourcing(basis),
    )


def low_best_high(basis: Basis, method: Method) -> Part:
    """Low is the lowest reliable estimate, high the highest reliable one, best the most likely: low ≤ best ≤ high.
    It is a range of reports, never a confidence interval.
    """
    numbers, reason, rule, used = _estimates(basis, method)
    values = tuple(zip(("low", "best", "high"), numbers, strict=True))
    low, best, high = numbers
    shown = "unknown" if best is None else f"{best:,}" if low == high else f"{best:,} ({low:,}–{high:,})"
    return Part("Deaths: best (low–high)", shown, reason, rule, tuple(one.claim.id for one in used), values)


_Estimates = tuple[tuple[int | None, int | None, int | None], str, str, Sequence[Stated]]


def _estimates(basis: Basis, method: Method) -> _Estimates:
    sides = both_sides(basis, method)
    if sides:
        return _of_both(sides, method)
    found = tolls(basis, method)
    trusted = reliable(found.stated, method)
    low, high = lowest(trusted), highest(trusted)
    if low and high:
        better = better_informed(trusted)
        ends = lowest(better) or low, highest(better) or high
        best = best_when_split(ends[0][0], ends[1][0], method)
        chosen = ends[0][1] if method.setting("best_when_split") == "lower" else ends[1][1]
        return (low[0], best, high[0]), _whose(low[1], chosen, high[1], low[0] != high[0]), "low_best_high", trusted
    claimed = highest(found.stated)
    if claimed:
        reason = f"Only a party’s own figure for its enemy’s dead: {claimed[1].quoted}. It is not reliable by itself."
        return (0, 0, claimed[0]), reason, "reliable", found.stated
    own = "Only the accused party gives a number." if only_the_accused_number(basis) else _NO_NUMBER
    return (None, None, None), own, "low_best_high", ()


_NO_NUMBER = "No number of deaths is stated."


def _of_both(sides: tuple[Sequence[Stated], Sequence[Stated]], method: Method) -> _Estimates:
    """Civilians and fighters that are counted apart."""
    lows = [found[0] for side in sides if (found := lowest(side))]
    highs = [found[0] for side in sides if (found := highest(side))]
    if len(lows) < 2 or len(highs) < 2:
        return (None, None, None), "No number of deaths is stated.", "low_best_high", ()
    low, high = sum(lows), sum(highs)
    reason = (
        f"Civilians {listed([one.quoted for one in sides[0]])} and fighters {listed([one.quoted for one in sides[1]])}."
    )
    return (low, best_when_split(low, high, method), high), reason, "low_best_high", (*sides[0], *sides[1])


def better_informed(stated: Sequence[Stated]) -> Sequence[Stated]:
    """Figures of sources with a name are taken for better informed than those of sources without one."""
    named = [one for one in stated if one.origin.is_counted and one.lowest is not None]
    return named or stated


def _whose(low: Stated, best: Stated, high: Stated, is_split: bool) -> str:
    if not is_split:
        return f"Stated: {best.quoted}."
    if best.quoted == low.quoted:
        return f"Low and best {low.quoted}, high {high.quoted}."
    return f"Low {low.quoted}, best {best.quoted}, high {high.quoted}."


def reliable(stated: Sequence[Stated], method: Method) -> tuple[Stated, ...]:
    """Reliable leaves out what a party to the conflict says of its enemy's dead; alone, it makes high, with best
    and low at 0.
    """
    if not method.setting("exclude_party_claims"):
        return tuple(stated)
    return tuple(
        one for one in stated if not (one.origin.kind is OriginKind.PARTY and one.claim.group is Group.COMBATANT)
    )


def best_when_split(low: int, high: int, method: Method) -> int:
    """Where origins differ and nothing tells which is better informed, best falls to the lower figure."""
    return low if method.setting("best_when_split") == "lower" else high


def event_threshold(basis: Basis, method: Method, estimates: Part) -> Part:
    """An event has at least one direct death in the best, low or high estimate, at a specific place and time; best
    may be 0.
    """
    high = dict(estimates.values)["high"]
    missing = []
    if not isinstance(high, int) or high < 1:
        missing.append("no death in any of the three estimates")
    if basis.incident.place is None:
        missing.append("no place")
    days = days_of(basis.incident.date)
    if basis.incident.date is None:
        missing.append("no day")
    elif basis.is_aggregate and (days is None or days > whole(method.setting("longest_event_days"))):
        missing.append("a toll for longer than an event can last")
    reason = f"{listed(missing).capitalize()}." if missing else "A death is reported, at a stated place and time."
    return Part("Event", "no" if missing else "yes", reason, "event_threshold", estimates.claims)


def deaths_by_side(basis: Basis, method: Method, estimates: Part) -> Part:
    """Best is the sum of the deaths of both sides, of civilians and of unknown status; people of whom nothing is
    said are of unknown status.
    """
    best = dict(estimates.values)["best"]
    columns = ("deaths_a", "deaths_b", "deaths_civilians", "deaths_unknown")
    if not isinstance(best, int):
        blank = tuple((column, None) for column in columns)
        return Part("Deaths by status", "unknown", "No number of deaths is stated.", "deaths_by_side", (), blank)
    fighters = _best_of(basis.stated(method, DEATHS, (Group.COMBATANT,)), method)
    total = basis.stated(method, DEATHS, (Group.CIVILIAN,))
    rest = [_best_of(basis.stated(method, DEATHS, (g,)), method) for g in CIVILIANS if g is not Group.CIVILIAN]
    civilians = max(_best_of(total, method), max(rest, default=0))
    fighters = min(fighters, best)
    civilians = min(civilians, best - fighters)
    unknown = best - fighters - civilians
    # which side the fighters were on is not read from the words: they stay of unknown status, and blank is not zero
    values = tuple(zip(columns, (None, None, civilians or None, unknown + fighters), strict=True))
    told = f", {counted(fighters, 'fighter')} of a side not told among the unknown" if fighters else ""
    shown = f"civilians {f'{civilians:,}' if civilians else 'not stated'}, unknown {unknown + fighters:,}"
    by_words = f"{civilians:,} are said to be civilians" if civilians else "nobody is said to be a civilian"
    reason = f"Of {best:,}, {by_words}{told}."
    return Part("Deaths by status", shown, reason, "deaths_by_side", estimates.claims, values)


def _best_of(stated: Sequence[Stated], method: Method) -> int:
    trusted = reliable(stated, method)
    low, high = lowest(trusted), highest(trusted)
    return best_when_split(low[0], high[0], method) if low and high else 0


def date_precision(basis: Basis, method: Method) -> Part:
    """date_prec: 1 the exact day, 2 two to six days, 3 one week, 4 up to a month, 5 longer; the dates are the
    earliest and the latest possible day. A day that only the publication gives is no exact day.
    """
    date = basis.incident.date
    days = days_of(date)
    start = date.first.isoformat() if date and date.first else None
    end = date.last.isoformat() if date and date.last else None
    code = _date_code(days, method) if days else None
    reason = f"{counted(days, 'possible day')}." if days else "The day, or one of its ends, is not known."
    if code == 1 and not any(claim.date and claim.date.words for claim in basis.claims):
        code, reason = 2, "No report states the day: it is that of publication, and the happening lies close before it."
    values = (("date_prec", code), ("date_start", start), ("date_end", end))
    return Part("Date precision", str(code) if code else "unknown", reason, "date_precision", (), values)


def _date_code(days: int, method: Method) -> int:
    if days == 1:
        return 1
    for code in (2, 3, 4):
        if days <= whole(method.setting(f"days_for_precision_{code}")):
            return code
    return 5


_PLACES = {
    "point": (1, "an exact place"),
    "neighbourhood": (1, "an exact place"),
    "town": (1, "a named town"),
    "city": (1, "a named town"),
    "district": (3, "a second-order division"),
    "province": (4, "a first-order division"),
    "country": (6, "a country"),
}


def place_precision(basis: Basis, method: Method) -> Part:
    """where_prec: 1 exact place, 2 limited area around it, 3 second-order division, 4 first-order, 5 part of first-
    order or a line, 6 country, 7 sea or air.
    """
    place = basis.incident.place
    code, what = _PLACES.get(place.precision or "", (None, "")) if place else (None, "")
    if place and place_words_hold(place, method.setting("sea_words")):
        code, what = 7, "the sea or the air"
    elif code == 1 and place and place_words_hold(place, method.setting("near_words")):
        code, what = 2, "a limited area around a place"
    elif code == 4 and place and place_words_hold(place, method.setting("part_words")):
        code, what = 5, "a part of a first-order division or a line across it"
    reason = (
        f"“{place.words}” is {what}."
        if place and code
        else "The place is not known, or the gazetteer does not hold it."
    )
    return Part(
        "Place precision", str(code) if code else "unknown", reason, "place_precision", (), (("where_prec", code),)
    )


def clarity(basis: Basis, method: Method) -> Part:
    """event_clarity: 1 where the reporting allows full identification, 2 where it is aggregated or unclear; an
    aggregate is never split silently.
    """
    unclear = [] if not basis.is_aggregate else ["it is an aggregated toll"]
    if (days_of(basis.incident.date) or 99) > whole(method.setting("days_for_precision_2")):
        unclear.append("the day is not known closely")
    if basis.incident.place is None:
        unclear.append("the place is not known")
    code = 2 if unclear else 1
    reason = f"{listed(unclear).capitalize()}." if unclear else "Day and place are stated, for one happening."
    return Part(
        "Clarity",
        str(code),
        reason,
        "clarity",
        (),
        (("event_clarity", code), ("aggregate", 1 if basis.is_aggregate else None)),
    )


def kind_of_violence(basis: Basis) -> Part:
    """type_of_violence: 1 state-based, 2 non-state, 3 one-sided; given only where the reports tell who acted
    against whom.
    """
    parties = sorted({p for blamed in blamed_by_origin(basis).values() for p in blamed})
    code, side_b = None, None
    if basis.incident.event is EventKind.EXECUTION and len(parties) == 1 and _are_civilians(basis):
        code, side_b = 3, "Civilians"
    elif basis.incident.event is EventKind.CLASH and len(parties) == 2:
        code = 1 if any(party.endswith("government") for party in parties) else 2
        side_b = party_words(parties[1])
    side_a = party_words(parties[0]) if code else None
    reason = f"{side_a} and {side_b}." if code else "The reports do not tell who acted against whom."
    values = (("type_of_violence", code), ("side_a", side_a), ("side_b", side_b))
    return Part("Type of violence", _TYPES.get(code or 0, "unknown"), reason, "kind_of_violence", (), values)


def _are_civilians(basis: Basis) -> bool:
    groups = {group for measure, group in basis.rows if measure in DEATHS}
    return bool(groups) and groups <= set(CIVILIANS)


def sourcing(basis: Basis) -> Part:
    """Who published and whom the information comes from are kept apart: source_office beside source_original."""
    reports = basis.reports()
    offices = listed(list(dict.fromkeys(report.outlet or "outlet not known" for report in reports)))
    original = names_of([o for o in basis.harm_origins if o.kind is not OriginKind.NONE])
    shown = counted(len(reports), "report")
    reason = f"Published by {offices}; from {original or 'sources that are not stated'}."
    values = (("number_of_sources", len(reports)), ("source_original", original or None))
    return Part("Sources", shown, reason, "sourcing", (), values)


def totals(assessments: Sequence[MethodAssessment], method: Method) -> list[MethodTotal]:
    """Best, low and high of all events, each added up by itself; aggregated tolls may cover the same deaths and are
    left out.
    """
    events = [
        one
        for one in assessments
        if any(p.rule == "event_threshold" and p.shown == "yes" for p in one.parts) and one.value("aggregate") is None
    ]
    found = []
    for column in ("low", "best", "high"):
        held = [(one.incident, number) for one in events if isinstance(number := one.value(column), int)]
        reason = f"Reported and recorded: {counted(len(held), 'event')}; aggregated tolls are left out."
        shown = f"{sum(number for _, number in held):,}" if held else "unknown"
        found.append(MethodTotal(method.name, f"Deaths, {column}", shown, reason, tuple(i for i, _ in held)))
    return found
