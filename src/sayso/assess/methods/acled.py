"""ACLED: one conservative number of reported fatalities, precision codes, joint tolls divided."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from sayso.assess.methods.basis import Basis, Stated, counted, listed, vague_word, whole, words_in
from sayso.assess.methods.blame import blamed_by_origin, party_words
from sayso.assess.methods.precision import days_of, place_words_hold
from sayso.assess.methods.tolls import both_sides, lowest, no_deaths_stated, only_the_accused_number, says_deaths, tolls
from sayso.model import Claim, EventKind, Measure, Method, MethodAssessment, MethodTotal, OriginGroup, Part


def assess(basis: Basis, method: Method) -> tuple[Part, ...]:
    """The number first, then whether and how it is divided, then the codes and the notes."""
    number = fatalities(basis, method)
    return (
        number,
        scope(basis, method),
        *joint_toll(basis, method, number),
        time_precision(basis),
        geo_precision(basis, method),
        event_type(basis, method),
        notes(basis, number),
    )


def fatalities(basis: Basis, method: Method) -> Part:
    """The first of these that applies: no deaths stated, deaths without a number, the conservative figure."""
    for rule in (casualties_alone, conservative_figure, no_number):
        part = rule(basis, method)
        if part:
            return part
    own = "Only the accused party gives a number." if only_the_accused_number(basis) else "No report speaks of deaths."
    return _number(None, own, "conservative_figure", ())


def _number(number: int | None, reason: str, rule: str, claims: Sequence[Claim]) -> Part:
    shown = "unknown" if number is None else f"{number:,}"
    return Part("Fatalities", shown, reason, rule, tuple(claim.id for claim in claims), (("fatalities", number),))


def conservative_figure(basis: Basis, method: Method) -> Part | None:
    """Where reports differ or are vague, the most conservative figure; an origin's own newer total replaces its
    older one.
    """
    sides = both_sides(basis, method)
    used = [lowest(side) for side in sides] if sides else [lowest(_figures(basis, method))]
    held = [one for one in used if one is not None and (one[1].low is not None)]
    if not held or len(held) < len(used):
        return None
    stated = [one for _, one in held]
    numbers = {one.lowest for one in stated}
    others = list(dict.fromkeys(one.quoted for one in _figures(basis, method) if one.lowest not in numbers))
    against = f"; others: {listed(others)}" if others and not sides else ""
    words = vague_words(stated, method)
    rule = "vague_words" if words else "conservative_figure"
    reason = (
        f"{'Lowest of the reports' if others else 'Stated'}: {listed([one.quoted for one in stated])}{words}{against}."
    )
    return _number(sum(number for number, _ in held), reason, rule, [one.claim for one in stated])


def _figures(basis: Basis, method: Method) -> tuple[Stated, ...]:
    """Figures that give a floor come before those that give a ceiling alone."""
    stated = tolls(basis, method).stated
    if method.setting("accused_counts"):
        stated = (*stated, *_of_the_accused(basis))
    return tuple(one for one in stated if one.low is not None) or stated


def _of_the_accused(basis: Basis) -> tuple[Stated, ...]:
    found = []
    for claim in basis.claims:
        origin: OriginGroup | None = basis.material.origin_of.get(claim.id)
        if claim.id in basis.accused and claim.measure is Measure.KILLED and claim.figure and origin:
            found.append(Stated(claim, origin, claim.figure.low, claim.figure.high))
    return tuple(found)


def vague_words(stated: Sequence[Stated], method: Method) -> str:
    """A vague word stands for its lower bound: tens is 10, dozens 12, hundreds 100."""
    found = {
        word: dict(method.vague)[word]
        for one in stated
        if one.claim.figure and (word := vague_word(one.claim.figure, method))
    }
    return "".join(f", “{word}” read as {number:,}" for word, number in found.items())


def no_number(basis: Basis, method: Method) -> Part | None:
    """Deaths reported without any number: 10 in an active war zone, 3 elsewhere; never more than a stated ceiling."""
    if not says_deaths(basis):
        return None
    name = "deaths_without_number_in_war" if method.setting("war_zone") else "deaths_without_number"
    number = whole(method.setting(name))
    ceilings = [one.high for one in _figures(basis, method) if one.high is not None]
    number = min([number, *ceilings])
    where = "an active war zone" if method.setting("war_zone") else "a place not set to be an active war zone"
    reason = f"Deaths are reported and no report gives a floor: {number} stands for them in {where}."
    return _number(number, reason, "no_number", [one.claim for one in _figures(basis, method)])


def casualties_alone(basis: Basis, method: Method) -> Part | None:
    """“Casualties” or injured with no deaths stated are 0 fatalities."""
    if not no_deaths_stated(basis):
        return None
    number = whole(method.setting("deaths_in_casualties"))
    return _number(number, "Casualties or injured are reported, and no deaths.", "casualties_alone", ())


def scope(basis: Basis, method: Method) -> Part:
    """An event has a day, or a time short enough to divide a toll over, and people harmed or violence reported."""
    missing = []
    days = days_of(basis.incident.date)
    if days is None:
        missing.append("no day")
    elif days > whole(method.setting("longest_days")):
        missing.append(f"{days:,} days are too long for an event")
    if basis.incident.place is None:
        missing.append("no place")
    if not basis.harm_origins and basis.incident.event in (None, EventKind.OTHER, EventKind.SIEGE):
        missing.append("no harm and no violence that the method codes")
    reason = f"{listed(missing).capitalize()}." if missing else "Day and place are stated."
    values = (("aggregate", 1 if basis.is_aggregate else None),)
    return Part("Event", "no" if missing else "yes", reason, "scope", (), values)


@dataclass(frozen=True, slots=True)
class Share:
    """One event's part of a joint toll."""

    day: date | None
    """None where the toll is divided over places alone."""
    fatalities: int


def joint_toll(basis: Basis, method: Method, number: Part) -> list[Part]:
    """A total given for several days or places is divided evenly among them; the remainder goes to the first."""
    shares = shares_of(basis, method, number)
    if len(shares) < 2:
        return []
    shown = listed([f"{share.fatalities:,}" for share in shares[:3]])
    more = f" and {len(shares) - 3} more" if len(shares) > 3 else ""
    reason = f"The toll of {number.shown} is given for {len(shares)} days or places together: {shown}{more}."
    values = tuple((f"share_{n}", f"{share.day or ''}={share.fatalities}") for n, share in enumerate(shares, 1))
    return [Part("Divided", f"over {len(shares)} events", reason, "joint_toll", number.claims, values)]


def shares_of(basis: Basis, method: Method, number: Part) -> tuple[Share, ...]:
    """The events that a joint toll is divided over; one, or none, where it is not divided."""
    total = dict(number.values)["fatalities"]
    when = basis.incident.date
    days = days_of(when)
    if not isinstance(total, int) or not basis.is_aggregate or days is None or when is None or when.first is None:
        return ()
    if days > whole(method.setting("longest_days")):
        return ()
    places = _places_of(basis)
    if days == 1 and places < 2:
        return ()
    numbers = divide(total, days * places)
    dates = [when.first + timedelta(days=n) for n in range(days) for _ in range(places)]
    return tuple(Share(day, n) for day, n in zip(dates, numbers, strict=True))


def _places_of(basis: Basis) -> int:
    """How many places the words for the place list ("Marrow and Tarn"), where they are not one place's name."""
    place = basis.incident.place
    if place is None or place.name is not None:
        return 1
    return len([part for part in place.words.replace(" and ", ",").split(",") if part.strip()[:1].isupper()]) or 1


def divide(total: int, parts: int) -> tuple[int, ...]:
    """The total in whole even parts; what is left over goes to the first."""
    each, rest = divmod(total, parts)
    return (each + rest, *(each for _ in range(parts - 1)))


def time_precision(basis: Basis) -> Part:
    """time_precision: 1 the actual date, 2 a specific week or weekend, 3 the month."""
    days = days_of(basis.incident.date)
    code = next((code for code, longest in ((1, 1), (2, 7), (3, 31)) if days and days <= longest), None)
    reason = f"{counted(days, 'possible day')}." if days else "The day, or one of its ends, is not known."
    return Part(
        "Time precision", str(code) if code else "unknown", reason, "time_precision", (), (("time_precision", code),)
    )


_PLACES = {"point": 1, "neighbourhood": 1, "town": 1, "city": 1, "district": 2, "province": 3}


def geo_precision(basis: Basis, method: Method) -> Part:
    """geo_precision: 1 the town, 2 a part of a region or near a town, 3 a larger region."""
    place = basis.incident.place
    code = _PLACES.get(place.precision or "") if place else None
    if place and code in (1, 3) and place_words_hold(place, method.setting("near_words")):
        code = 2
    said = f"“{place.words}”, read as a {place.precision}" if place and place.precision else ""
    reason = f"{said}." if code else "No town or region is known."
    return Part(
        "Geo precision", str(code) if code else "unknown", reason, "geo_precision", (), (("geo_precision", code),)
    )


def event_type(basis: Basis, method: Method) -> Part:
    """Our kind of event as ACLED's event and sub-event type; blank where the kind has none."""
    table = {}
    for entry in words_in(method.setting("event_types")):
        ours, _, theirs = entry.partition("=")
        table[ours.strip()] = tuple(part.strip() for part in theirs.split("="))
    kind = basis.incident.event.value if basis.incident.event else ""
    main, sub = (*table.get(kind, ("", "")), "")[:2]
    parties = sorted({party_words(p) for blamed in blamed_by_origin(basis).values() for p in blamed})
    actor = parties[0] if len(parties) == 1 else None
    values = (
        ("event_type", main or None),
        ("sub_event_type", sub or None),
        ("disorder_type", "Political violence" if main else None),
        ("actor1", actor),
    )
    reason = f"The reports tell of: {kind}." if kind else "The kind of event is not known."
    return Part("Event type", sub or main or "unknown", reason, "event_type", (), values)


def notes(basis: Basis, number: Part) -> Part:
    """A dispute over the number is noted beside it."""
    said = f"{basis.incident.label}. Fatalities {number.shown}: {number.reason}"
    return Part("Notes", "in the table", said, "notes", number.claims, (("notes", said),))


def totals(assessments: Sequence[MethodAssessment], method: Method) -> list[MethodTotal]:
    """Reported fatalities of all events, added up."""
    held = [
        (one.incident, number)
        for one in assessments
        if any(part.rule == "scope" and part.shown == "yes" for part in one.parts)
        and isinstance(number := one.value("fatalities"), int)
        and one.value("aggregate") is None
    ]
    reason = f"Reported and recorded: {counted(len(held), 'event')}; joint tolls are left out."
    shown = f"{sum(number for _, number in held):,}" if held else "unknown"
    return [MethodTotal(method.name, "Fatalities", shown, reason, tuple(incident for incident, _ in held))]
