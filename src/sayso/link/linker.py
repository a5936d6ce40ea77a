"""Makes incidents of clusters: their claims, origins, place, day, label and the reasons for each join."""

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import replace

from sayso.knowledge.judgements import ORIGINS
from sayso.knowledge.sources import SourceRegistry
from sayso.link.attach import attach
from sayso.link.backgrounds import Backgrounds, names_around, only_monitors
from sayso.link.clusters import Cluster, Edge, Known, cluster
from sayso.link.countries import countries
from sayso.link.decisions import Decision, constraints, decide, linking, marks
from sayso.link.interface import Linked, Telling, length_days
from sayso.link.kin import with_kin
from sayso.link.lifted import lifted
from sayso.link.origins import origin_groups
from sayso.link.places import PlaceJudge, place_tokens
from sayso.link.proposals import proposals
from sayso.link.rulings import Rulings
from sayso.link.short_names import ShortNames
from sayso.link.sides import by_country, told_of_arms
from sayso.link.tellings import tell
from sayso.model import (
    Claim,
    ClaimId,
    ClaimKind,
    CopyGroup,
    EventKind,
    Incident,
    IncidentId,
    Interval,
    Join,
    Judgement,
    Measure,
    Place,
    Report,
    SharedPassage,
    digest,
)

_SUPPORT = {ClaimKind.FIGURE, ClaimKind.HARM}
"""Kinds whose sources stand behind the incident; who denies, admits or keeps silent is no origin of it."""
_FINE = ("point", "neighbourhood", "town", "city", "district", "province", "country")


class Linker:
    """Links the claims of one call; what it makes depends on the claims and judgements, never on their order."""

    def __init__(
        self, registry: SourceRegistry, gazetteer: PlaceJudge | None, judgements: Sequence[Judgement] = ()
    ) -> None:
        self._registry = registry
        self._gazetteer = gazetteer
        self._judgements = judgements
        self._known: Known = {}

    def link(
        self,
        claims: Sequence[Claim],
        reports: Sequence[Report],
        copies: Sequence[CopyGroup],
        passages: Sequence[SharedPassage] = (),
    ) -> Linked:
        """The incidents that the claims tell of, earliest first, those without a day last."""
        known = frozenset(claim.id for claim in claims if claim.measure is not None)

        def incident(so_far: Sequence[Decision], name: str) -> frozenset[ClaimId] | None:
            tellings, clusters, _ = self._clusters(claims, reports, copies, so_far)
            found = {_id(_claims_of(c, tellings)): c for c in clusters}.get(IncidentId(name))
            return frozenset(claim.id for claim in _claims_of(found, tellings)) if found else None

        decisions, notices = decide(self._judgements, known, incident)
        tellings, clusters, nearly = self._clusters(claims, reports, copies, decisions)
        told = [_claims_of(c, tellings) for c in clusters]
        further = attach(claims, told, self._gazetteer)
        backgrounds = self._backgrounds(claims, reports, copies, passages)
        backgrounds = replace(backgrounds, names=names_around(claims, told))
        order = {report.id: n for n, report in enumerate(reports)}
        made = []
        for n, found in enumerate(clusters):
            members = sorted(
                [*told[n], *further.get(n, ())], key=lambda c: (order.get(c.report, -1), c.report, c.span, c.id)
            )
            made.append(self._incident(members, found, tellings, backgrounds, decisions))
        notices.extend(backgrounds.rulings.notices() if backgrounds.rulings else ())
        return Linked(tuple(sorted(made, key=_in_time)), proposals(made, clusters, nearly, tellings), tuple(notices))

    def _clusters(
        self,
        claims: Sequence[Claim],
        reports: Sequence[Report],
        copies: Sequence[CopyGroup],
        decisions: Sequence[Decision],
    ) -> tuple[list[Telling], list[Cluster], list[Edge]]:
        tellings = with_kin(tell(claims, reports, copies, marks(decisions)), self._gazetteer, self._known)
        clusters, nearly = cluster(tellings, self._gazetteer, constraints(decisions, tellings), self._known)
        return tellings, clusters, nearly

    def _backgrounds(
        self,
        claims: Sequence[Claim],
        reports: Sequence[Report],
        copies: Sequence[CopyGroup],
        passages: Sequence[SharedPassage],
    ) -> Backgrounds:
        lands = countries(claims, reports, self._registry)
        arms = told_of_arms(claims, lands, self._registry)
        return Backgrounds(
            countries=lands,
            copies={rid: group.id for group in copies for rid in group.reports},
            outlets={report.id: report.outlet for report in reports if report.outlet},
            monitors=only_monitors(claims, self._registry),
            lifted=lifted(claims, passages),
            short=ShortNames(reports),
            arms=arms,
            lands=by_country(arms, lands),
            rulings=Rulings(linking(self._judgements, ORIGINS), self._registry),
        )

    def _incident(
        self,
        claims: Sequence[Claim],
        found: Cluster,
        tellings: Sequence[Telling],
        backgrounds: Backgrounds,
        decisions: Sequence[Decision],
    ) -> Incident:
        figures = [claim for claim in claims if claim.measure is not None]
        event, place, date = agreed_event(figures), agreed_place(figures), agreed_date(figures)
        joins = [Join(tellings[e.left].claims[0].id, tellings[e.right].claims[0].id, e.one) for e in found.edges]
        attached = [_attached(claim, figures) for claim in claims if claim.measure is None]
        joins.extend(sorted(attached, key=lambda join: join.left))
        ids = frozenset(claim.id for claim in figures)
        return Incident(
            id=_id(figures),
            label=label(event, place, date, {claim.measure for claim in figures}),
            event=event,
            place=place,
            date=date,
            claims=tuple(claim.id for claim in claims),
            origins=origin_groups([c for c in claims if c.kind in _SUPPORT], self._registry, backgrounds),
            joins=tuple(joins),
            judged=tuple(decision.words for decision in decisions if decision.touches(ids)),
        )


def _claims_of(found: Cluster, tellings: Sequence[Telling]) -> list[Claim]:
    return [claim for i in found.members for claim in tellings[i].claims]


def _id(figures: Sequence[Claim]) -> IncidentId:
    return IncidentId(digest("incident", *sorted(claim.id for claim in figures)))


def _attached(claim: Claim, figures: Sequence[Claim]) -> Join:
    same = [c for c in figures if c.report == claim.report]
    near = min(same, key=lambda c: (claim.span.distance(c.span), c.id))
    return Join(claim.id, near.id, f"A {claim.kind.value} in the same report beside this figure.")


def _in_time(incident: Incident) -> tuple[str, str, str]:
    day = incident.date.first or incident.date.last if incident.date else None
    return day.isoformat() if day else "9999", incident.label, incident.id


def agreed_event(claims: Sequence[Claim]) -> EventKind | None:
    """The kind of happening that most claims state; OTHER only where none says more; None where none does."""
    counts = Counter(claim.event for claim in claims if claim.event is not None)
    if not counts:
        return None
    return min(counts, key=lambda event: (event is EventKind.OTHER, -counts[event], event.value))


def agreed_place(claims: Sequence[Claim]) -> Place | None:
    """The place that most claims state; among equals the finest, then the one with most words."""
    places = [claim.place for claim in claims if claim.place is not None]
    if not places:
        return None
    counts = Counter(place_tokens(place.words) for place in places)
    return min(places, key=lambda p: (-counts[place_tokens(p.words)], _fineness(p), -len(p.words), p.words))


def _fineness(place: Place) -> int:
    return _FINE.index(place.precision) if place.precision in _FINE else len(_FINE)


def agreed_date(claims: Sequence[Claim]) -> Interval | None:
    """The time that most claims state; among equals the shortest."""
    dates = [claim.date for claim in claims if claim.date is not None]
    if not dates:
        return None
    counts = Counter((date.first, date.last) for date in dates)
    return min(dates, key=lambda d: (-counts[d.first, d.last], length_days(d) or 10**6, d.iso() or "", d.words or ""))


_HARMS = {
    Measure.KILLED: "deaths",
    Measure.EXECUTED: "executions",
    Measure.INJURED: "injuries",
    Measure.KILLED_OR_INJURED: "casualties",
    Measure.ABDUCTED: "abductions",
    Measure.DETAINED: "detentions",
    Measure.DISPLACED: "people displaced",
    Measure.EVACUATED: "people evacuated",
    Measure.TRAPPED: "people trapped",
    Measure.BESIEGED: "people under siege",
    Measure.MISSING: "people missing",
    Measure.AFFECTED: "people affected",
}
"""What a heading calls the harm where no claim says what happened, the gravest first."""


def label(
    event: EventKind | None, place: Place | None, date: Interval | None, measures: Collection[Measure | None] = ()
) -> str:
    """What, where and when for a heading; unknown parts are said to be so."""
    harm = " and ".join([words for measure, words in _HARMS.items() if measure in measures][:2]) or "harm"
    names = {
        EventKind.OTHER: harm[:1].upper() + harm[1:],
        EventKind.CUMULATIVE: f"Running total of {harm}" if measures else "Running total",
        EventKind.CHEMICAL: "Chemical attack",
    }
    what = names.get(event, event.value.capitalize()) if event else names[EventKind.OTHER]
    where = (place.name or place.words) if place else "place unknown"
    return f"{what}, {where}, {when(date)}"


def when(date: Interval | None) -> str:
    """A time as a heading shows it ("6 October 2016", "June 2016", "4 to 6 May 2016", "day unknown")."""
    if date is None or (date.first is None and date.last is None):
        return "day unknown"
    if date.first is None:
        return f"until {_day(date, last=True)}"
    if date.last is None:
        return f"since {_day(date)}"
    iso = date.iso() or ""
    if len(iso) == 4:
        return iso
    if len(iso) == 7:
        return f"{date.first:%B %Y}"
    if date.is_day:
        return _day(date)
    is_one_month = (date.first.year, date.first.month) == (date.last.year, date.last.month)
    return f"{date.first.day if is_one_month else _day(date)} to {_day(date, last=True)}"


def _day(date: Interval, last: bool = False) -> str:
    day = date.last if last else date.first
    return f"{day.day} {day:%B %Y}" if day else "an unknown day"
