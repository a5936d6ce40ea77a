"""The time line: imprecise times drawn as long as their imprecision, publication times apart from them."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from sayso.model import Analysis, Incident, Interval, Report, Stamp
from sayso.publish import wording
from sayso.publish.contexts import ChartTick, Link, TimeBar, TimeLine
from sayso.publish.order import ordered
from sayso.publish.rows import Rows, link_list

LONG = timedelta(days=62)
"""Intervals longer than this (tolls of a war or a year) run off the edge instead of squeezing the rest flat."""

SHOWN = 25
"""Incidents drawn at once; the others are folded away."""

GAP = timedelta(days=180)
"""Half a year without a day splits the time line in two: the busier part sets the scale."""


def time_line(analysis: Analysis, rows: Rows) -> TimeLine | None:
    """Incidents and publication times on one scale; None where nothing has a day."""
    incidents = ordered(analysis)
    dated = [i for i in incidents if _has_day(i)]
    published = [report for report in analysis.reports if report.published is not None]
    days = [*_exact_days(i.date for i in dated if i.date), *(r.published.first for r in published if r.published)]
    if not dated or not days:
        return None
    scale = _Scale(*_busiest(days))
    return TimeLine(
        first=wording.day(scale.first),
        ticks=scale.ticks(),
        step=scale.share(scale.step()),
        last=wording.day(scale.last),
        happenings=_bars(dated[:SHOWN], scale),
        more=_bars(dated[SHOWN:], scale),
        publications=tuple(
            _publication(rows.report_link(report.id), report, report.published, scale)
            for report in published
            if report.published
        ),
        not_drawn=link_list("Day not known", [Link(f"#i-{i.id}", i.label) for i in incidents if not _has_day(i)]),
        undated_reports=link_list(
            "No publication time known",
            [_report_link(rows.report_link(r.id), r) for r in analysis.reports if r.published is None],
        ),
    )


def _has_day(incident: Incident) -> bool:
    return incident.date is not None and (incident.date.first or incident.date.last) is not None


def _report_link(link: Link, report: Report) -> Link:
    return Link(link.href, f"{link.text}, {wording.outlet(report)}")


def _busiest(days: list[date]) -> tuple[date, date]:
    """The first and last day of the stretch that holds most of the days; what lies years off is drawn at the edge."""
    ordered_days = sorted(days)
    stretches = [[ordered_days[0]]]
    for day in ordered_days[1:]:
        if day - stretches[-1][-1] > GAP:
            stretches.append([])
        stretches[-1].append(day)
    busiest = max(stretches, key=len)
    return busiest[0], busiest[-1]


STEPS, TICKS = (1, 2, 7, 14, 28, 91, 182, 365), 5
"""Days between two ticks, the first of these that needs no more ticks than fit on a phone."""


TICK_ROOM = 0.14
"""Share of the width that a day takes as a label; what is nearer to the end has none."""


class _Scale:
    """Days to percent of the width; each day is as wide as a day."""

    def __init__(self, first: date, last: date) -> None:
        self.first = first
        self.last = last
        self._days = (last - first).days + 1

    def step(self) -> int:
        """Days from tick to tick."""
        return next((step for step in STEPS if step * TICKS >= self._days), -(-self._days // TICKS))

    def ticks(self) -> tuple[ChartTick, ...]:
        """Days to read the bars by; the year stands where it is new."""
        days = [self.first + timedelta(days=n) for n in range(0, self._days, self.step())]
        years = [None, *(day.year for day in days)]
        return tuple(
            ChartTick(self.left(day), f"{day.day} {day:%b}" + (f" {day.year}" if day.year != before else ""))
            for day, before in zip(days, years, strict=False)
            if (self.last - day).days + 1 >= self._days * TICK_ROOM
        )

    def left(self, day: date) -> str:
        return self.share(max(0, (day - self.first).days))

    def width(self, first: date, last: date) -> str:
        start, end = max(first, self.first), min(last, self.last)
        return self.share(max(0, (end - start).days + 1))

    def share(self, days: int) -> str:
        """A number of days in percent of the width."""
        return f"{min(100.0, 100 * days / self._days):.2f}%"


def _is_long(when: Interval) -> bool:
    return when.first is not None and when.last is not None and when.last - when.first > LONG


def _exact_days(intervals: Iterable[Interval]) -> list[date]:
    """The ends that set the scale: those of intervals that are not too long; else all ends there are."""
    held = list(intervals)
    short = [i for i in held if i.first and i.last and not _is_long(i)]
    return [day for i in (short or held) for day in (i.first, i.last) if day]


def _publication(link: Link, report: Report, when: Stamp, scale: _Scale) -> TimeBar:
    is_before, is_after = when.last < scale.first, when.first > scale.last
    edge = " outside from-before" if is_before else " outside goes-on" if is_after else ""
    return TimeBar(
        href=link.href,
        label=f"{link.text}, {wording.outlet(report)}",
        when=wording.short_stamp(when),
        told=wording.short_stamp(when),
        left="100.00%" if is_after else scale.left(when.first),
        width=scale.width(when.first, when.last),
        classes=f"published{edge}",
    )


def _bars(incidents: Sequence[Incident], scale: _Scale) -> tuple[TimeBar, ...]:
    """Bars by day, an open beginning first; what took months or years comes after what happened on a day."""
    dated = [(incident.date, incident) for incident in incidents if incident.date is not None]
    dated.sort(key=lambda pair: (_is_long(pair[0]), pair[0].first or date.min, pair[0].last or date.max))
    return tuple(_happening(incident, when, scale) for when, incident in dated)


def _beside(when: str, label: str) -> str:
    """What the label does not say already: all of it, or only how exact it is."""
    bare, bracket, how = when.partition(" (")
    is_told = bare in label or label.endswith(bare.rpartition(" to ")[2])
    return f"{bracket}{how}".strip() if is_told else when


def _happening(incident: Incident, when: Interval, scale: _Scale) -> TimeBar:
    first, last = when.first or scale.first, when.last or scale.last
    shown_first, shown_last = max(first, scale.first), min(last, scale.last)
    is_before, is_after = last < scale.first, first > scale.last
    is_outside = is_before or is_after
    classes = ["bar outside"] if is_outside else ["bar"]
    if when.first is None or first < scale.first:
        classes.append("from-before")
    if when.last is None or last > scale.last:
        classes.append("goes-on")
    if not when.is_day:
        classes.append("imprecise")
    return TimeBar(
        href=f"#i-{incident.id}",
        label=incident.label,
        when=_beside(wording.interval(when), incident.label),
        told=wording.interval(when),
        left="100.00%" if is_after else "0.00%" if is_before else scale.left(shown_first),
        width="0.00%" if is_outside else scale.width(shown_first, shown_last),
        classes=" ".join(classes),
    )
