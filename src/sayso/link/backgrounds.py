"""What is known about reports when the origins of an incident are told."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from sayso.knowledge.sources import SourceRegistry
from sayso.link.rulings import Rulings
from sayso.link.short_names import ShortNames
from sayso.link.sides import Told
from sayso.model import Claim, ClaimId, CopyGroupId, ReportId, Source, SourceKind


@dataclass(frozen=True, slots=True)
class Backgrounds:
    """What is known about reports when origins are told: country, copies, and the outlet as a source."""

    countries: Mapping[ReportId, str]
    copies: Mapping[ReportId, CopyGroupId]
    outlets: Mapping[ReportId, str]
    """Report to its outlet's name, where known."""
    monitors: Mapping[ReportId, Source]
    """Report to the monitor that it names, where it names exactly one."""
    lifted: Mapping[ClaimId, tuple[ClaimId, ...]] = field(default_factory=dict)
    """Claims in a lifted passage to the same figures in the report it was lifted from."""
    short: ShortNames = field(default_factory=ShortNames)
    """Short names that reports give in brackets."""
    arms: Mapping[ReportId, Told] = field(default_factory=dict)
    """Report to how much of it tells of armed conflict."""
    lands: Mapping[str, Told] = field(default_factory=dict)
    """The same for each country."""
    names: Mapping[ReportId, tuple[Claim, ...]] = field(default_factory=dict)
    """Report to one claim for each source named in it, or in the other incidents that it tells of."""
    rulings: Rulings | None = None
    """What persons decided about origins."""


def only_monitors(claims: Sequence[Claim], registry: SourceRegistry) -> dict[ReportId, Source]:
    """Reports whose claims name exactly one monitor, and that monitor."""
    named: dict[ReportId, dict[str, Source]] = defaultdict(dict)
    for claim in claims:
        for name in claim.sources:
            source = registry.resolve(name)
            if source.kind is SourceKind.MONITOR:
                named[claim.report].setdefault(source.id, source)
    return {report: next(iter(found.values())) for report, found in named.items() if len(found) == 1}


_MOST_NAMES = 200
"""An incident that names more sources lends none to others: it is no single story."""


def names_around(claims: Sequence[Claim], incidents: Sequence[Sequence[Claim]]) -> Mapping[ReportId, tuple[Claim, ...]]:
    """For each report one claim for each source that it names, and for each that its incidents name beside it."""
    inside: dict[ReportId, dict[str, Claim]] = defaultdict(dict)
    for claim in sorted(claims, key=lambda c: c.id):
        if claim.sources:
            inside[claim.report].setdefault(claim.sources[0], claim)
    beside: dict[ReportId, dict[str, Claim]] = defaultdict(dict)
    for members in incidents:
        named: dict[str, Claim] = {}
        for claim in sorted(members, key=lambda c: c.id):
            if claim.sources:
                named.setdefault(claim.sources[0], claim)
        if len(named) <= _MOST_NAMES:
            for report in sorted({claim.report for claim in members}):
                beside[report].update(named)
    return {
        report: (*inside[report].values(), *(c for _, c in sorted(beside[report].items()) if c.report != report))
        for report in {*inside, *beside}
    }
