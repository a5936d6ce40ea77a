"""Sorts the claims of an incident by the root they go back to: the unit that corroboration counts."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache

from sayso.knowledge.source_words import fold, phrases
from sayso.knowledge.sources import SourceRegistry
from sayso.knowledge.vocabulary import load_vocabulary
from sayso.link.damaged_names import through_headings, through_initials
from sayso.link.fuller_names import through_fuller_names
from sayso.link.roots import Root
from sayso.link.rulings import Rulings
from sayso.model import (
    NO_ORIGIN,
    UNNAMED_ORIGIN,
    Claim,
    ClaimId,
    CopyGroupId,
    Join,
    OriginGroup,
    OriginId,
    OriginKind,
    ReportId,
    Source,
    SourceKind,
)

_ORDER = (OriginKind.NAMED, OriginKind.PARTY, OriginKind.UNNAMED, OriginKind.NONE)
_MEDIA = {SourceKind.INDEPENDENT_MEDIA, SourceKind.PARTY_MEDIA}
_SPEAKS_FOR_ITSELF = {
    *(SourceKind.MONITOR, SourceKind.UN_BODY, SourceKind.NGO, SourceKind.MEDIC),
    *(SourceKind.OFFICIAL, SourceKind.ARMED_ACTOR),
}
"""Kinds of bodies whose own pages are statements of theirs."""


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


def origin_groups(
    claims: Sequence[Claim], registry: SourceRegistry, backgrounds: Backgrounds
) -> tuple[OriginGroup, ...]:
    """The origins of one incident: named ones first, then "unnamed", then "no source stated"."""
    told = Counter(backgrounds.countries[c.report] for c in claims if c.report in backgrounds.countries)
    country = min(told, key=lambda name: (-told[name], name)) if told else None
    roots = {claim.id: _root(claim, registry, backgrounds, country) for claim in claims}
    joined = through_headings(claims, roots, registry)
    roots.update(joined_roots(joined))
    joined.update(through_initials(claims, roots))
    roots.update(joined_roots(joined))
    joined.update(_through_descriptions(claims, roots, backgrounds))
    joined.update(through_fuller_names(claims, {**roots, **joined_roots(joined)}))
    roots.update(joined_roots(joined))
    joined.update(_through_cited_outlets(claims, roots, registry, backgrounds))
    joined.update(_through_copies(claims, {**roots, **joined_roots(joined)}, backgrounds))
    roots.update(joined_roots(joined))
    joined.update(_through_passages(claims, roots, backgrounds))
    roots.update(joined_roots(joined))
    if backgrounds.rulings:
        roots = _ruled(roots, backgrounds.rulings)
    members: dict[OriginId, list[Claim]] = defaultdict(list)
    for claim in claims:
        members[roots[claim.id].origin].append(claim)
    groups = [_group(origin, told, roots, joined) for origin, told in members.items()]
    return tuple(sorted(groups, key=lambda g: (_ORDER.index(g.kind), -len(g.claims), g.id)))


def joined_roots(joined: Mapping[ClaimId, tuple[Root, Join]]) -> dict[ClaimId, Root]:
    """The roots that claims take over from others."""
    return {claim: root for claim, (root, _) in joined.items()}


def _root(claim: Claim, registry: SourceRegistry, backgrounds: Backgrounds, country: str | None) -> Root:
    """The origin of a claim by its first source: family, party, the source itself, "unnamed", or none stated."""
    if not claim.sources:
        return _own_voice(backgrounds.outlets.get(claim.report), registry)
    source = registry.resolve(claim.sources[0], backgrounds.countries.get(claim.report, country))
    if not source.is_named:
        return Root(UNNAMED_ORIGIN, OriginKind.UNNAMED, source)
    outlet = backgrounds.outlets.get(claim.report)
    if outlet and source.kind in _MEDIA and _outlet_id(outlet, registry) == source.id:
        return Root(NO_ORIGIN, OriginKind.NONE, None)  # an outlet that names itself speaks in its own voice
    if source.party:
        return Root(OriginId(f"party:{source.party}"), OriginKind.PARTY, source)
    return Root(OriginId(source.family or source.id), OriginKind.NAMED, source)


def _own_voice(outlet: str | None, registry: SourceRegistry) -> Root:
    """A medium that states no source adds none; a monitor, an agency of the UN or a ministry that publishes its own
    findings is their source."""
    body = registry.outlet(outlet) if outlet else None
    if body is None or body.kind not in _SPEAKS_FOR_ITSELF:
        return Root(NO_ORIGIN, OriginKind.NONE, None)
    if body.party:
        return Root(OriginId(f"party:{body.party}"), OriginKind.PARTY, body)
    return Root(OriginId(body.family or body.id), OriginKind.NAMED, body)


def _outlet_id(outlet: str, registry: SourceRegistry) -> str:
    return (registry.outlet(outlet) or registry.resolve(outlet)).id


def _through_descriptions(
    claims: Sequence[Claim], roots: Mapping[ClaimId, Root], backgrounds: Backgrounds
) -> dict[ClaimId, tuple[Root, Join]]:
    """ "A monitoring group" in a report that names one monitor is that monitor."""
    found: dict[ClaimId, tuple[Root, Join]] = {}
    for claim in claims:
        root, monitor = roots[claim.id], backgrounds.monitors.get(claim.report)
        if root.kind is not OriginKind.UNNAMED or monitor is None or monitor.party:
            continue
        words = fold(claim.sources[0])
        if words[-1:] in phrases("unnamed", "for_monitors") or words[-2:] in phrases("unnamed", "for_monitors"):
            join = Join(claim.id, monitor.name, f'"{claim.sources[0]}" is the one monitor that this report names.')
            found[claim.id] = (Root(OriginId(monitor.family or monitor.id), OriginKind.NAMED, monitor), join)
    return found


def _through_copies(
    claims: Sequence[Claim], roots: Mapping[ClaimId, Root], backgrounds: Backgrounds
) -> dict[ClaimId, tuple[Root, Join]]:
    """Copies of one text tell a figure once: where a copy leaves the source out, it has that of the others."""
    same: dict[tuple[object, ...], list[Claim]] = defaultdict(list)
    for claim in claims:
        copies = backgrounds.copies.get(claim.report)
        if copies is not None:
            same[copies, claim.measure, claim.words.casefold()].append(claim)
    found: dict[ClaimId, tuple[Root, Join]] = {}
    for told in same.values():
        stated = {roots[c.id].origin: roots[c.id] for c in told if roots[c.id].kind is not OriginKind.NONE}
        if len(stated) != 1:
            continue
        root = next(iter(stated.values()))
        witness = min(c.id for c in told if roots[c.id].origin == root.origin)
        for claim in told:
            if roots[claim.id].kind is OriginKind.NONE and _other_report(claim, told, roots):
                join = Join(claim.id, witness, "The reports are copies of one text, and one of them states the source.")
                found[claim.id] = (root, join)
    return found


def _through_passages(
    claims: Sequence[Claim], roots: Mapping[ClaimId, Root], backgrounds: Backgrounds
) -> dict[ClaimId, tuple[Root, Join]]:
    """A figure in a paragraph lifted from another report goes back to whom that report names for it."""
    found: dict[ClaimId, tuple[Root, Join]] = {}
    for claim in claims:
        if roots[claim.id].kind is not OriginKind.NONE:
            continue
        stated = [c for c in backgrounds.lifted.get(claim.id, ()) if c in roots]
        told = {roots[c].origin: c for c in stated if roots[c].kind is not OriginKind.NONE}
        if len(told) == 1:
            (witness,) = told.values()
            join = Join(claim.id, witness, "The paragraph stands in another report, which states the source.")
            found[claim.id] = (roots[witness], join)
    return found


def _ruled(roots: Mapping[ClaimId, Root], rulings: Rulings) -> dict[ClaimId, Root]:
    """The roots after what persons decided; who is joined to a named source is named."""
    found: dict[ClaimId, Root] = {}
    for claim, root in roots.items():
        origin, words = rulings.rule(claim, root.origin, root.source)
        party = root.kind is OriginKind.PARTY and origin != root.origin
        kind = OriginKind.NAMED if party else root.kind
        found[claim] = replace(root, origin=origin, kind=kind, judged=words) if words else root
    named = {root.origin for root in found.values() if root.kind is OriginKind.NAMED}
    return {
        claim: replace(root, kind=OriginKind.NAMED) if root.judged and root.origin in named else root
        for claim, root in found.items()
    }


def _other_report(claim: Claim, told: Sequence[Claim], roots: Mapping[ClaimId, Root]) -> bool:
    """Within one report a figure without source stays the outlet's own voice."""
    return not any(c.report == claim.report and roots[c.id].kind is not OriginKind.NONE for c in told)


def _through_cited_outlets(
    claims: Sequence[Claim], roots: Mapping[ClaimId, Root], registry: SourceRegistry, backgrounds: Backgrounds
) -> dict[ClaimId, tuple[Root, Join]]:
    """A figure taken from an outlet goes back to whom that outlet's own report names for it."""
    own: dict[tuple[object, ...], list[Claim]] = defaultdict(list)
    for claim in claims:
        outlet = backgrounds.outlets.get(claim.report)
        if outlet and roots[claim.id].kind is not OriginKind.NONE and claim.figure:
            figure = (claim.figure.low, claim.figure.high)
            own[_outlet_id(outlet, registry), claim.measure, figure].append(claim)
    found: dict[ClaimId, tuple[Root, Join]] = {}
    for claim in claims:
        source = roots[claim.id].source
        if source is None or source.kind not in _MEDIA or not claim.figure:
            continue
        cited = own.get((source.id, claim.measure, (claim.figure.low, claim.figure.high)), [])
        told = {roots[c.id].origin for c in cited if c.report != claim.report}
        if len(told) == 1:
            first = min((c for c in cited if c.report != claim.report), key=lambda c: c.id)
            join = Join(claim.id, first.id, f"Cites {source.name}, whose own report names the source.")
            found[claim.id] = (roots[first.id], join)
    return found


def _group(
    origin: OriginId,
    claims: Sequence[Claim],
    roots: Mapping[ClaimId, Root],
    joined: Mapping[ClaimId, tuple[Root, Join]],
) -> OriginGroup:
    told = [(claim, roots[claim.id]) for claim in claims]
    sources = {(root.source.id, root.source.name): root.source for _, root in told if root.source}
    ordered = tuple(sources[key] for key in sorted(sources))
    kind = told[0][1].kind
    joins = (*_by_name(kind, ordered, origin), *(joined[c.id][1] for c, _ in told if c.id in joined))
    name = _shown(origin, kind, [root.source for _, root in told if root.source])
    judged = tuple(dict.fromkeys(words for _, root in told for words in root.judged))
    return OriginGroup(origin, kind, name, tuple(c.id for c, _ in told), ordered, joins, judged)


def _by_name(kind: OriginKind, sources: Sequence[Source], origin: OriginId) -> tuple[Join, ...]:
    """One join for each further name that was taken for the same root."""
    if kind not in (OriginKind.NAMED, OriginKind.PARTY) or len(sources) < 2:
        return ()
    joins = []
    for source in sources[1:]:
        if kind is OriginKind.PARTY:
            reason = f"Both are organs of one party ({_party_words(origin)})."
        elif sources[0].id == source.id:
            reason = f"Both names mean {source.name}."
        else:
            reason = f"Both belong to one family of bodies ({_shown(origin, kind, sources)})."
        joins.append(Join(sources[0].name, source.name, reason))
    return tuple(joins)


def _party_words(origin: str) -> str:
    return origin.removeprefix("party:").replace("-", " ")


def _shown(origin: OriginId, kind: OriginKind, sources: Sequence[Source]) -> str:
    """The name to show: the family's, the party's, or the source's most used name."""
    match kind:
        case OriginKind.NONE:
            return "no source stated"
        case OriginKind.UNNAMED:
            return "unnamed"
        case OriginKind.PARTY:
            return _party_words(origin).title()
    if any(source.family == origin for source in sources):
        heads = [source.name for source in sources if source.id == origin]
        return heads[0] if heads else family_name(origin)
    counts = Counter(source.name for source in sources)
    return min(counts, key=lambda name: (-counts[name], -len(name), fold(name)))


@cache
def family_name(family: str) -> str:
    """The name of a family of bodies; its id where the list has none."""
    families = load_vocabulary("families")["families"]
    return str(families[family]) if isinstance(families, Mapping) and family in families else family
