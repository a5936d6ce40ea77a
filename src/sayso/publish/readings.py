"""An incident in a few lines: its range in the words of its ends, and its named origins."""

from collections.abc import Sequence

from sayso.model import Analysis, Assessment, Incident, RangeEnd
from sayso.publish import wording
from sayso.publish.contexts import ReadingLine
from sayso.publish.figure_words import opening, row
from sayso.publish.origin_words import ends_of, origin_name, said_by, support
from sayso.publish.rows import Rows
from sayso.publish.tellings import row_order

RANGES = 5
"""Ranges that are told; the rest is counted."""


def reading(analysis: Analysis, incident: Incident, sheets: Sequence[Assessment], rows: Rows) -> ReadingLine:
    """The incident as it stands, or as it would stand after a decision."""
    names = {origin.id: origin_name(origin) for origin in incident.origins}
    accused = frozenset(claim for sheet in sheets for claim in sheet.accused)
    lines = sorted((line for sheet in sheets for line in sheet.ranges), key=row_order)

    def told(end: RangeEnd) -> str:
        claim = analysis.claim_by_id.get(end.claim)
        return f"“{end.words}” ({said_by(end.origin, claim, names, rows)})"

    ranges = []
    for line in lines:
        ends = " to ".join(told(end) for _, end in ends_of(line))
        ranges.append(f"{opening(row(line.measure, line.group))}: {ends or 'no number stated'}")
    more = len(ranges) - RANGES
    shown = (*ranges[:RANGES], f"and {wording.count(more, 'more range')}") if more > 0 else tuple(ranges)
    standing = [names[origin.id] for origin in incident.standing(accused)]
    claims = [analysis.claim_by_id[claim] for claim in incident.claims if claim in analysis.claim_by_id]
    return ReadingLine(incident.label, support(incident, claims, accused), shown, wording.listed(standing))
