"""The list of incidents above their sheets: what is reported, how many origins, what the record supports."""

from sayso.model import ClaimKind, FindingKind
from sayso.publish.contexts import IncidentSheet, IndexRow, Link, RangeLine

INDEX_ROWS = 25
"""Incidents in the list above the sheets; the others come below without one."""

INDEX_FIGURES = 4
"""Lines of figures for one incident in that list."""


def index(listed: tuple[IncidentSheet, ...]) -> tuple[IndexRow, ...]:
    """The first incidents as a list to choose from."""
    return tuple(
        IndexRow(
            incident=Link(f"#{sheet.id}", sheet.label),
            figures=_first(tuple(_in_short(line) for line in sheet.ranges if line.ends) or _words_of(sheet)),
            origins=sheet.support.split(";", maxsplit=1)[0],
            findings=tuple(line for line in sheet.badges if line.kind != FindingKind.UNKNOWN.value),
            is_decided=bool(sheet.decisions),
            is_open=bool(sheet.questions),
        )
        for sheet in listed[:INDEX_ROWS]
    )


def _first(figures: tuple[str, ...]) -> tuple[str, ...]:
    """The first figures, and how many more there are."""
    if len(figures) <= INDEX_FIGURES:
        return figures
    return (*figures[: INDEX_FIGURES - 1], f"and {len(figures) - INDEX_FIGURES + 1} more")


def _words_of(sheet: IncidentSheet) -> tuple[str, ...]:
    """The figures of a sheet that has no range."""
    rows = (row for box in sheet.origins for row in box.rows if row.kind == ClaimKind.FIGURE.value)
    return tuple(dict.fromkeys(f"{row.measure.capitalize()}: “{row.words}”" for row in rows))


def _in_short(line: RangeLine) -> str:
    ends = " to ".join(dict.fromkeys(f"“{end.words}”" for end in line.ends))
    return f"{line.what}: {ends}"
