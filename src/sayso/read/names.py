"""Several reports under one id: which keeps it, and what the others are called, whatever the order of the inputs."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from sayso.model import NotRead, Report, ReportId, Stamp

HASH_DIGITS = 8
"""Hex digits of the hash of the words that a name shows."""
_Key = tuple[bool, date, str, str, str, str]


def told_apart(outcomes: Sequence[Report | NotRead]) -> Iterator[Report | NotRead]:
    """The outcomes in their order, each report with an id of its own.

    Of several reports under one id the earliest keeps it, those without a time last; the others are named by the hash
    of their words. So a name goes with the same words in whatever order, and stays when a later version comes in.
    """
    homes: dict[ReportId, list[int]] = defaultdict(list)
    for at, outcome in enumerate(outcomes):
        if isinstance(outcome, Report):
            homes[outcome.id].append(at)
    taken = set(homes)
    named: dict[int, Report] = {}
    for given in sorted(given for given, places in homes.items() if len(places) > 1):
        reports = {at: outcome for at in homes[given] if isinstance(outcome := outcomes[at], Report)}
        first, *others = sorted(reports, key=lambda at: (_order(reports[at]), at))
        held = {reports[first].text_sha256()}
        for at in others:
            named[at] = _renamed(reports[at], reports[first], taken, held)
            taken.add(named[at].id)
            held.add(reports[at].text_sha256())
    return (named.get(at, outcome) for at, outcome in enumerate(outcomes))


def _renamed(report: Report, first: Report, taken: set[ReportId], held: set[str]) -> Report:
    """The report under a name of its own; one with the same words as another of the id is a report apart."""
    words = report.text_sha256()
    name = made = f"{report.id}#{words[:HASH_DIGITS]}"
    number = 1
    while name in taken:
        number += 1
        name = f"{made}-{number}"
    note = f'The id "{report.id}" was given more than once, also to {first.locator}; this one is called "{name}".'
    given = None if words in held else report.id
    return replace(report, id=ReportId(name), given_id=given, notes=(*report.notes, note))


def _order(report: Report) -> _Key:
    stamp: Stamp | None = report.updated or report.published
    day = stamp.first if stamp else date.max
    clock = stamp.clock.isoformat() if stamp and stamp.clock else ""
    return stamp is None, day, clock, report.text_sha256(), report.sha256, report.locator
