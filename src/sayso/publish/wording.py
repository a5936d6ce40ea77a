"""How values read in a brief: counts, days, times, measures. Modest words; what is unknown is said to be."""

import re
from collections.abc import Sequence
from datetime import date, datetime, timedelta
from functools import cache

from sayso.knowledge.sources import SourceRegistry, load_registry
from sayso.model import Act, ClaimKind, FindingKind, Group, Interval, Measure, Place, Precision, Report, Stamp, Status
from sayso.publish.counting import count as count

CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]")
"""Characters that reorder what a reader sees, or cannot stand in a page. Source: Unicode Standard Annex 9 (explicit
directional formatting); the marks U+200E, U+200F and U+061C only touch their neighbours and stay."""

MEASURES = {
    Measure.KILLED: "killed",
    Measure.INJURED: "injured",
    Measure.KILLED_OR_INJURED: "killed or injured",
    Measure.MISSING: "missing",
    Measure.DISPLACED: "displaced",
    Measure.EVACUATED: "evacuated",
    Measure.DETAINED: "detained",
    Measure.ABDUCTED: "abducted",
    Measure.TRAPPED: "trapped",
    Measure.BESIEGED: "besieged",
    Measure.AFFECTED: "affected",
    Measure.EXECUTED: "executed",
}

GROUPS = {
    Group.CIVILIAN: "civilians",
    Group.CHILD: "children",
    Group.WOMAN: "women",
    Group.COMBATANT: "combatants",
    Group.MEDIC: "medics",
    Group.JOURNALIST: "journalists",
    Group.RESCUER: "rescuers",
    Group.UNSPECIFIED: "people",
}

STATUSES = {
    Status.ASSERTED: "",
    Status.DENIED: "denied",
    Status.UNCONFIRMED: "not confirmed, the report says",
    Status.ALLEGED: "alleged: the report keeps its distance",
}

ACTS = {
    Act.SAYS: "said",
    Act.DENIES: "denied",
    Act.DECLINES: "did not comment",
    Act.UNVERIFIED: "could not be verified",
    Act.CALLS: "called for, or described as",
    Act.BELIEVES: "believed",
}

KINDS = {
    ClaimKind.FIGURE: "figure",
    ClaimKind.STATEMENT: "statement",
    ClaimKind.DENIAL: "denial",
    ClaimKind.ADMISSION: "admission",
    ClaimKind.SILENCE: "silence",
    ClaimKind.VERIFICATION: "remark on verification",
    ClaimKind.APPEAL: "appeal or need",
    ClaimKind.CONTROL: "control of territory",
    ClaimKind.HARM: "people harmed, number not stated",
    ClaimKind.DAMAGE: "damage",
    ClaimKind.RECRUITMENT: "forced recruitment",
    ClaimKind.SUPPORT: "support or opposition",
    ClaimKind.MESSAGE: "message from the ground",
    ClaimKind.ACCESS: "access to a source",
}

FINDINGS = {
    FindingKind.AGREED: "Two or more named origins state compatible figures",
    FindingKind.DISPUTED: "Origins state figures that cannot both hold",
    FindingKind.SINGLE_ORIGIN: "Only one named origin stands behind it",
    FindingKind.NO_ORIGIN: "No named origin stands behind it",
    FindingKind.DENIED: "Someone is reported to deny it",
    FindingKind.ADMITTED: "Someone is reported to admit it",
    FindingKind.SILENT: "Someone is reported not to have commented",
    FindingKind.UNVERIFIED: "A report says that it could not be verified",
    FindingKind.SUPERSEDED: "The same origin gave a later figure: a running total",
    FindingKind.UNKNOWN: "The record does not tell",
}


def visible(text: str) -> str:
    """The text with reordering and unprintable characters written out ("[U+202E]")."""
    return CONTROL.sub(lambda found: f"[{code_point(found.group())}]", text)


def shortened(text: str, limit: int = 300) -> str:
    """The text, cut with "…" where it is long: the whole stands in the report."""
    return text if len(text) <= limit else text[: limit - 1].rstrip() + "…"


def code_point(character: str) -> str:
    """A character's name by number ("U+202E")."""
    return f"U+{ord(character):04X}"


def listed(parts: Sequence[str]) -> str:
    """The parts as an English list ("a, b and c")."""
    if len(parts) < 2:
        return "".join(parts)
    return f"{', '.join(parts[:-1])} and {parts[-1]}"


def day(value: date) -> str:
    """A day in words ("6 October 2016")."""
    return f"{value.day} {value:%B} {value.year}"


def _days(first: date, last: date) -> str:
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day} to {day(last)}"
    if first.year == last.year:
        return f"{first.day} {first:%B} to {day(last)}"
    return f"{day(first)} to {day(last)}"


OWN_DAY = "the day of the report: none is stated"
"""Beside a day that is only taken over from the report's date."""


def interval(when: Interval | None, note: str = "") -> str:
    """When it happened, no more exactly than it is known; with a note in the brackets behind it."""
    told = _interval(when)
    if not note:
        return told
    return f"{told[:-1]}; {note})" if told.endswith(")") else f"{told} ({note})"


def _interval(when: Interval | None) -> str:
    if when is None or (when.first is None and when.last is None):
        return "not known"
    if when.first is None:
        return f"until {day(when.last)}" if when.last else "not known"
    if when.last is None:
        return f"since {day(when.first)}"
    iso = when.iso() or ""
    if when.is_day:
        return day(when.first)
    if len(iso) == len("2016-10"):
        return f"in {when.first:%B} {when.first.year}, day not known"
    if len(iso) == len("2016"):
        return f"in {when.first.year}, day not known"
    if when.last - when.first == timedelta(days=1) and when.precision in (Precision.DAY, Precision.DAYS):
        return f"{_days(when.first, when.last)} (one of these days, or both)"
    if when.precision in (Precision.DAYS, Precision.WEEK):
        return f"{_days(when.first, when.last)} (day not exactly known)"
    return _days(when.first, when.last)


def stamp(when: Stamp | None) -> str:
    """A report's own time with its zone as stated; what is not stated is said."""
    if when is None:
        return "not known"
    if when.is_ambiguous:
        text = f"{day(when.first)} or {day(when.last)} (order of day and month not clear)"
    else:
        text = day(when.first)
    if when.clock is not None:
        text += f", {when.clock:%H:%M}"
        text += f" {when.zone}" if when.zone else ", zone not stated"
        if when.offset_min is not None and when.zone is not None and not when.zone.startswith(("+", "-", "Z")):
            text += f" (UTC{_offset(when.offset_min)})"
    return f"{text}, from “{when.words}” ({when.found_in})"


def short_stamp(when: Stamp | None) -> str:
    """The day alone ("13 December 2016")."""
    if when is None:
        return "no date known"
    return day(when.first) if when.day else f"{day(when.first)} or {day(when.last)}"


def day_and_clock(when: Stamp | None) -> str:
    """The day, and the clock as stated ("13 December 2016, 08:26 AEDT")."""
    clock = f", {when.clock:%H:%M}{f' {when.zone}' if when.zone else ''}" if when and when.clock else ""
    return short_stamp(when) + clock


def _offset(minutes: int) -> str:
    hours, rest = divmod(abs(minutes), 60)
    return f"{'-' if minutes < 0 else '+'}{hours:02}:{rest:02}"


def moment(when: datetime) -> str:
    """When the brief was made."""
    zone = when.strftime("%Z") or "zone not known"
    return f"{day(when.date())}, {when:%H:%M} {zone}"


def place(where: Place | None) -> str:
    """A place as written, with what the gazetteer makes of it."""
    if where is None:
        return "not known"
    if where.name is None:
        return f"{where.words} (not found in the gazetteer)"
    parts = [where.name, *(name for name in where.within if name != where.name)]
    resolved = ", ".join(parts)
    known = f"{where.precision}" if where.precision else "precision not known"
    if where.words.casefold() == resolved.casefold():
        return f"{where.words} ({known})"
    return f"{where.words} ({resolved}; {known})"


def short_place(where: Place | None) -> str:
    """A place as written with its precision; what it resolves to stands with the incident."""
    if where is None:
        return "not known"
    return f"{where.words} ({where.precision or 'not found in the gazetteer'})"


def outlet(report: Report) -> str:
    """The outlet, or that it is not known."""
    return named_outlet(report.outlet) if report.outlet else "outlet not known"


LONGEST_INITIALS = 3
"""Letters; an outlet so short and without a capital goes by its initials ("nna")."""


def named_outlet(name: str) -> str:
    """An outlet as it is printed: one that is given without any capital gets them, from the registry if it is there."""
    if not name.islower():
        return name
    known = _registry().outlet(name)
    if len(name) <= LONGEST_INITIALS:
        return name.upper()
    return known.name if known and known.name.casefold() == name else name[:1].upper() + name[1:]


@cache
def _registry() -> SourceRegistry:
    return load_registry()


def reader(part: str, version: str) -> str:
    """What read, with its version; a version that begins with the part's name says both ("claims rules 1")."""
    return version if version.startswith(f"{part} ") else f"{part} {version}"


def file_name(locator: str) -> str:
    """The last part of a locator: folders of the user's machine stay private."""
    return re.split(r"[/\\]", locator.rstrip("/\\"))[-1] or locator
