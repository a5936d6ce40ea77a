"""Sorts the claims of an incident by the root they go back to: the unit that corroboration counts."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache

from sayso.knowledge.source_words import fold, phrases
from sayso.knowledge.sources import SourceRegistry
from sayso.knowledge.vocabulary import load_vocabulary
from sayso.link.backgrounds import Backgrounds
from sayso.link.body_names import through_bodies
from sayso.link.damaged_names import through_headings, through_initials
from sayso.link.fuller_names import through_fuller_names
from sayso.link.possessives import through_possessives
from sayso.link.roots import Root, root_of
from sayso.link.rulings import ruled
from sayso.link.short_names import ShortNames
from sayso.link.sides import Sides, sides
from sayso.link.voices import voices
from sayso.model import (
    NO_ORIGIN,
    Claim,
    ClaimId,
    Join,
    OriginGroup,
    OriginId,
    OriginKind,
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


def origin_groups(
    claims: Sequence[Claim], registry: SourceRegistry, backgrounds: Backgrounds
) -> tuple[OriginGroup, ...]:
    """The origins of one incident: named ones first, then "unnamed", then "no source stated"."""
    scene = _scene(claims, registry, backgrounds)
    real = {voice.id: claim.id for claim in claims for voice in voices(claim)}
    claims = [voice for claim in claims for voice in voices(claim)]
    known = _known(claims, backgrounds)
    roots = {claim.id: _root(claim, registry, backgrounds, scene) for claim in known}
    joined: dict[ClaimId, tuple[Root, Join]] = {}

    def take(found: Mapping[ClaimId, tuple[Root, Join]]) -> None:
        joined.update(found)
        roots.update(joined_roots(found))

    take(through_headings(claims, roots, registry, scene.sides))
    take(through_initials(claims, roots))
    take(_through_descriptions(claims, roots, backgrounds))
    take(through_possessives(known, known, roots))
    take(through_bodies(claims, known, roots))
    take(through_fuller_names(claims, known, roots))
    take(_through_cited_outlets(claims, roots, registry, backgrounds))
    take(_through_copies(claims, roots, backgrounds))
    take(_through_passages(claims, roots, backgrounds))
    roots = {claim.id: roots[claim.id] for claim in claims}
    if backgrounds.rulings:
        roots = ruled(roots, backgrounds.rulings, real)
    members: dict[OriginId, list[Claim]] = defaultdict(list)
    for claim in claims:
        members[roots[claim.id].origin].append(claim)
    groups = [_group(origin, told, roots, joined, real) for origin, told in members.items()]
    return tuple(sorted(groups, key=lambda g: (_ORDER.index(g.kind), -len(g.told), g.id)))


@dataclass(frozen=True, slots=True)
class _Scene:
    """What an incident's reports tell together."""

    country: str | None
    sides: Sides
    short: ShortNames


def _known(claims: Sequence[Claim], backgrounds: Backgrounds) -> list[Claim]:
    """The claims, and one for each further source that their reports or the stories around them name."""
    found = {claim.id: claim for claim in claims}
    for report in sorted({claim.report for claim in claims}):
        for claim in backgrounds.names.get(report, ()):
            found.setdefault(claim.id, claim)
    return list(found.values())


def _scene(claims: Sequence[Claim], registry: SourceRegistry, backgrounds: Backgrounds) -> _Scene:
    country = _country(claims, backgrounds) or _country(_known(claims, backgrounds), backgrounds)
    parties = sides(claims, backgrounds.arms, backgrounds.lands, backgrounds.countries, registry)
    return _Scene(country, parties, backgrounds.short)


def _country(claims: Sequence[Claim], backgrounds: Backgrounds) -> str | None:
    """The country that most of the claims' reports are about."""
    told = Counter(backgrounds.countries[c.report] for c in claims if c.report in backgrounds.countries)
    return min(told, key=lambda name: (-told[name], name)) if told else None


def joined_roots(joined: Mapping[ClaimId, tuple[Root, Join]]) -> dict[ClaimId, Root]:
    """The roots that claims take over from others."""
    return {claim: root for claim, (root, _) in joined.items()}


def _root(claim: Claim, registry: SourceRegistry, backgrounds: Backgrounds, scene: "_Scene") -> Root:
    """The origin of a claim by its first source: family, party, the source itself, "unnamed", or none stated."""
    outlet = backgrounds.outlets.get(claim.report)
    if not claim.sources:
        return _own_voice(outlet, registry, scene.sides)
    source = _source(claim, registry, backgrounds, scene)
    if outlet and source.kind in _MEDIA and _outlet_id(outlet, registry) == source.id:
        return Root(NO_ORIGIN, OriginKind.NONE, None)  # an outlet that names itself speaks in its own voice
    return root_of(source, scene.sides)


def _source(claim: Claim, registry: SourceRegistry, backgrounds: Backgrounds, scene: "_Scene") -> Source:
    """The first source of a claim; a short name is what the reports say it stands for."""
    name, country = claim.sources[0], backgrounds.countries.get(claim.report, scene.country)
    source = registry.resolve(name, country)
    told = fold(name) if len(fold(name)) == 1 else tuple(source.id.removeprefix("name:").split())
    full = scene.short.meant(told[0], claim.report) if len(told) == 1 else None
    longer = registry.resolve(full, country) if full else source
    return longer if longer.is_named else source


def _own_voice(outlet: str | None, registry: SourceRegistry, parties: Sides) -> Root:
    """A medium that states no source adds none; a monitor, an agency of the UN or a ministry that publishes its own
    findings is their source."""
    body = registry.outlet(outlet) if outlet else None
    if body is None or body.kind not in _SPEAKS_FOR_ITSELF:
        return Root(NO_ORIGIN, OriginKind.NONE, None)
    return root_of(body, parties)


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
    real: Mapping[ClaimId, ClaimId],
) -> OriginGroup:
    told = [(claim, roots[claim.id]) for claim in claims]
    sources = {(root.source.id, root.source.name): root.source for _, root in told if root.source}
    ordered = tuple(sources[key] for key in sorted(sources))
    kind = told[0][1].kind
    joins = (
        *_by_name(kind, ordered, origin),
        *(_really(joined[c.id][1], c.id, real[c.id]) for c in claims if c.id in joined),
    )
    name = _shown(origin, kind, [root.source for _, root in told if root.source])
    judged = tuple(dict.fromkeys(words for _, root in told for words in root.judged))
    own = tuple(c.id for c in claims if real[c.id] == c.id)
    joint = tuple(dict.fromkeys(real[c.id] for c in claims if real[c.id] != c.id and real[c.id] not in own))
    return OriginGroup(origin, kind, name, own, ordered, joins, judged, joint)


def _really(join: Join, voice: ClaimId, claim: ClaimId) -> Join:
    return replace(join, left=claim) if join.left == voice else join


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
