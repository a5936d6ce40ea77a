"""The time line, the map and the charts: drawings with the tables that say the same."""

from collections.abc import Iterator

from sayso.publish.blocks import Block, Drawing, Paragraph, Run, Table, heading, links, note, plain
from sayso.publish.contexts import Chart, LinkList, PlaceMap, PlaceRow, TimeLine
from sayso.publish.drawings import chart_svg, map_svg, time_svg


def chart_blocks(chart: Chart) -> Iterator[Block]:
    """Figures of one measure by origin and day of publication."""
    rows = tuple((plain(row.origin), plain(row.day), plain(f"“{row.words}”")) for row in chart.rows)
    alt = f"{chart.what}: figures by origin and by day of publication"
    yield note(f"{alt}. {chart.left_out}".strip())
    yield Drawing(chart_svg(chart), alt, Table(("Origin", "Published", "Figure"), rows))


def time_blocks(line: TimeLine | None) -> Iterator[Block]:
    """When it is said to have happened, and apart from that when the reports were published."""
    if line is None:
        return
    yield heading(2, "Time line", "time")
    yield note(
        "When it is said to have happened, no more exactly than the words tell. Where bars are drawn, one that is not "
        "known to the day is pale, and an arrow runs off the edge."
    )
    bars = (*line.happenings, *line.more)
    rows = tuple(((Run(bar.label, bar.href),), plain(bar.told)) for bar in bars)
    alt = f"Incidents on a time line from {line.first} to {line.last}"
    yield Drawing(time_svg(line, line.happenings), alt, Table(("Incident", "When"), rows))
    yield from _listed(line.not_drawn)
    if line.publications:
        yield note("When the reports were published:")
        stamps = tuple(((Run(bar.label, bar.href),), plain(bar.told)) for bar in line.publications)
        yield Table(("Report", "Published"), stamps)
    yield from _listed(line.undated_reports)


def map_blocks(found: PlaceMap | None) -> Iterator[Block]:
    """Where it is said to have happened, with how exactly that is known."""
    if found is None:
        return
    yield heading(2, "Places", "map")
    rows: list[PlaceRow] = [*found.places, *found.not_drawn]
    cells = tuple((plain(row.name), plain(row.precision), tuple(links(row.incidents))) for row in rows)
    table = Table(("Place", "How exactly known", "Incidents"), cells)
    for drawing in found.drawings:
        yield Drawing(map_svg(drawing, found), f"{drawing.name}, listed below", Table((), ()))
    if found.drawings:
        yield note("Where drawn, a circle is an area as wide as the place is imprecise, by convention. North is up.")
    if rows:
        yield table
    yield from _listed(found.nowhere)


def _listed(listed: LinkList) -> Iterator[Block]:
    if listed.links:
        yield Paragraph((Run(f"{listed.label}: "), *links(listed.links)))
