"""Bodies named barely ("the union", "prosecutors"), joined to the one body of that kind that the reports name."""

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from sayso.knowledge.source_names import institution_of
from sayso.knowledge.source_organs import UNKNOWN_GOVERNMENT, organ_of
from sayso.link.roots import Root
from sayso.model import Claim, ClaimId, Join, OriginId, OriginKind, ReportId, Source


@dataclass(frozen=True, slots=True)
class _Body:
    """What a body is, and the words that tell it from others of its kind."""

    kind: str
    marks: frozenset[str]
    state: str | None = None
    """For organs of a state; the unknown one stands for any."""

    def may_be(self, other: "_Body") -> bool:
        """This barer name may mean the other body: nothing in it speaks against that."""
        if self.kind != other.kind or not self.marks <= other.marks or (self.state is None) != (other.state is None):
            return False
        same_state = self.state == other.state or self.state == UNKNOWN_GOVERNMENT
        return same_state and (self.marks, self.state) != (other.marks, other.state)


def through_bodies(
    claims: Sequence[Claim], known: Sequence[Claim], roots: Mapping[ClaimId, Root]
) -> dict[ClaimId, tuple[Root, Join]]:
    """Claims of a barely named body to the one fuller name in their report, else in the incident, else around it.

    `known` are the claims and others that name sources in the same reports and stories.
    """
    told = {claim.report for claim in claims}
    near = frozenset(roots[claim.id].origin for claim in claims) | frozenset(
        roots[claim.id].origin for claim in known if claim.report in told
    )
    bodies: dict[OriginId, tuple[_Body, Root]] = {}
    reports: dict[OriginId, set[ReportId]] = {}
    for claim in known:
        root = roots[claim.id]
        body = _body(root.source) if root.source and root.kind is OriginKind.NAMED else None
        if body and root.source and root.origin == root.source.id:
            bodies.setdefault(root.origin, (body, root))
            reports.setdefault(root.origin, set()).add(claim.report)
    found: dict[ClaimId, tuple[Root, Join]] = {}
    for claim in known:
        root = roots[claim.id]
        own = _body(root.source, claim.sources[0]) if root.source and claim.sources else None
        if own is None or root.source is None or root.kind is not OriginKind.NAMED or root.origin != root.source.id:
            continue
        target = _one(
            own, root.origin, bodies, ({name for name, told_in in reports.items() if claim.report in told_in}, near)
        )
        if target:
            reason = f'"{claim.sources[0]}" is the one {own.kind} that the reports name ({_shown(target)}).'
            found[claim.id] = (target, Join(claim.id, _shown(target), reason))
    return found


def _one(
    own: _Body,
    origin: OriginId,
    bodies: Mapping[OriginId, tuple[_Body, Root]],
    nearer: Sequence[AbstractSet[OriginId]],
) -> Root | None:
    """The one fuller body that is meant; names that are themselves short for another fuller one do not count."""
    fitting = {name: body for name, (body, _) in bodies.items() if name != origin and own.may_be(body)}
    for circle in (*nearer, fitting.keys()):
        held = {name: body for name, body in fitting.items() if name in circle}
        last = [n for n, b in held.items() if not any(b.may_be(o) for m, o in held.items() if m != n)]
        if len(last) == 1:
            return bodies[last[0]][1]
    return None


def _body(source: Source | None, words: str = "") -> _Body | None:
    """What a source is as a body; a person with a role at a body that is not named speaks for that ("union leader")."""
    if source is None or source.family:
        return None
    organ = organ_of(source)
    if organ:
        return _Body(organ.kind, organ.marks, organ.state)
    told = institution_of(source, words)
    return _Body(*told) if told else None


def _shown(root: Root) -> str:
    return root.source.name if root.source else root.origin
