"""What persons decided about happenings, as constraints that clustering keeps; the latest word on a pair counts."""

from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass

from sayso.knowledge.judgements import HAPPENINGS, JOIN, LINK_ACTS, said
from sayso.link.clusters import Constraints
from sayso.link.interface import Telling
from sayso.model import ClaimId, Judgement


@dataclass(frozen=True, slots=True)
class Decision:
    """One judgement about happenings with the claims that it comes to."""

    judgement: Judgement
    stays: frozenset[ClaimId]
    """For a split the claims that stay; for a join all of its claims."""
    goes: frozenset[ClaimId] = frozenset()
    """For a split the claims that go together; empty for a join."""

    @property
    def words(self) -> str:
        """The judgement as a reader sees it."""
        return said(self.judgement)

    def touches(self, claims: frozenset[ClaimId]) -> bool:
        """Something of what it decides is among the claims."""
        if self.judgement.act == JOIN:
            return len(self.stays & claims) > 1
        return not claims.isdisjoint(self.stays | self.goes)


def linking(judgements: Sequence[Judgement], value: str) -> list[Judgement]:
    """The judgements that join or split things of this kind, in order of time; without a value happenings are meant."""
    found = [j for j in judgements if j.act in LINK_ACTS and (j.value or HAPPENINGS) == value]
    return sorted(found, key=lambda judgement: (judgement.at, judgement.id))


def decide(
    judgements: Sequence[Judgement],
    known: frozenset[ClaimId],
    incident: Callable[[Sequence[Decision], str], frozenset[ClaimId] | None],
) -> tuple[list[Decision], list[str]]:
    """The decisions in force, and a notice for each thing named that is not there.

    `incident` gives the claims of an incident by its id as it stood after the decisions so far; None where it is not.
    """
    decisions: list[Decision] = []
    notices: list[str] = []
    for judgement in linking(judgements, HAPPENINGS):
        found: list[frozenset[ClaimId]] = []
        for name in judgement.about:
            claim = ClaimId(name)
            told = frozenset({claim}) if claim in known else incident(decisions, name)
            if told is None:
                notices.append(missing(judgement, name))
            found.append(told or frozenset())
        made = _decision(judgement, found)
        if made:
            decisions = [d for d in decisions if not _is_overruled(d, made)]
            decisions.append(made)
    return decisions, notices


def missing(judgement: Judgement, name: str) -> str:
    """A notice that a judgement names something that is not there."""
    return f'What was {said(judgement)} names "{name}", which is not among what was read; it changes nothing there.'


def _decision(judgement: Judgement, found: Sequence[frozenset[ClaimId]]) -> Decision | None:
    if judgement.act == JOIN:
        claims = frozenset().union(*found)
        return Decision(judgement, claims) if len(claims) > 1 else None
    goes = frozenset().union(*found[1:])
    stays = found[0] - goes
    return Decision(judgement, stays, goes) if stays and goes else None


def _is_overruled(earlier: Decision, later: Decision) -> bool:
    """The later decision says the contrary about the same claims."""
    if earlier.judgement.act == later.judgement.act:
        return False
    join, split = (earlier, later) if earlier.judgement.act == JOIN else (later, earlier)
    return not (join.stays.isdisjoint(split.stays) or join.stays.isdisjoint(split.goes))


def marks(decisions: Sequence[Decision]) -> Mapping[ClaimId, Hashable]:
    """The side that each claim is on: claims on two sides are never one telling."""
    found: dict[ClaimId, tuple[tuple[int, int], ...]] = {}
    for n, decision in enumerate(decisions):
        if decision.goes:
            for side, claims in enumerate((decision.stays, decision.goes)):
                for claim in claims:
                    found[claim] = (*found.get(claim, ()), (n, side))
    return found


def constraints(decisions: Sequence[Decision], tellings: Sequence[Telling]) -> Constraints:
    """The decisions as sets of tellings (indices)."""
    home = {claim: i for i, telling in enumerate(tellings) for claim in telling.ids}

    def at(claims: frozenset[ClaimId]) -> frozenset[int]:
        return frozenset(home[claim] for claim in claims if claim in home)

    return Constraints(
        tuple(tuple(sorted(at(d.stays))) for d in decisions if not d.goes and at(d.stays)),
        tuple((at(d.stays), at(d.goes)) for d in decisions if d.goes),
    )
