"""What all methods start from: one incident's figures, origins and judgements, before any method looks at them."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from sayso.assess.accused import accused_claims
from sayso.assess.interface import Material
from sayso.assess.ranges import countable, superseded
from sayso.knowledge.sources import SourceRegistry
from sayso.model import (
    Analysis,
    Claim,
    ClaimId,
    ClaimKind,
    EventKind,
    Figure,
    Group,
    Incident,
    Judgement,
    Measure,
    Method,
    Modifier,
    OriginGroup,
    OriginKind,
    Report,
    SettingValue,
    Status,
    Victim,
)

HARM = frozenset({Measure.KILLED, Measure.EXECUTED, Measure.INJURED, Measure.KILLED_OR_INJURED})
"""What the methods record: people killed and injured."""
CIVILIANS = (Group.CIVILIAN, Group.CHILD, Group.WOMAN, Group.MEDIC, Group.JOURNALIST, Group.RESCUER)
"""Groups whose members are said to be civilians."""


@dataclass(frozen=True, slots=True)
class Stated:
    """A figure with the numbers that a method reads in its words; None where it reads no bound."""

    claim: Claim
    origin: OriginGroup
    low: int | None
    high: int | None

    @property
    def lowest(self) -> int | None:
        """The least number that the words allow; one death at least where deaths are said to have a ceiling alone."""
        if self.low is not None:
            return self.low
        return None if self.high is None else min(1, self.high)

    @property
    def highest(self) -> int | None:
        """The greatest number that the words state."""
        return self.high if self.high is not None else self.low

    @property
    def quoted(self) -> str:
        """The words and whose they are."""
        return f"“{' '.join(self.claim.words.split())}” ({said_by(self.origin, self.claim)})"


@dataclass(frozen=True)
class Basis:
    """One incident with all that a method may look at."""

    material: Material
    registry: SourceRegistry
    accused: frozenset[ClaimId]
    victims: tuple[Victim, ...]
    judgements: tuple[Judgement, ...]
    """In the order in which they were made."""

    @property
    def incident(self) -> Incident:
        """The incident."""
        return self.material.incident

    @property
    def claims(self) -> tuple[Claim, ...]:
        """Its claims, in an order that does not depend on that of the reports."""
        return self.material.claims

    @property
    def is_aggregate(self) -> bool:
        """The toll of a campaign, a month, a battle or a war."""
        return self.incident.event is EventKind.CUMULATIVE

    @cached_property
    def rows(self) -> Mapping[tuple[Measure, Group], tuple[Claim, ...]]:
        """The figures by measure and group; denied ones, the accused party's, parts and replaced totals left out."""
        found = {}
        for row, claims in countable(self.material, self.accused).items():
            old = {one.earlier.id for one in superseded(claims, self.material)}
            found[row] = tuple(claim for claim in claims if claim.id not in old)
        return found

    @cached_property
    def harm_origins(self) -> tuple[OriginGroup, ...]:
        """The origins that say that people were harmed, the accused party left out."""
        told = {claim.id for claim in self.claims if tells_harm(claim)} - self.accused
        return tuple(origin for origin in self.incident.origins if any(claim in told for claim in origin.told))

    @cached_property
    def named(self) -> tuple[OriginGroup, ...]:
        """The origins among them that are counted."""
        return tuple(origin for origin in self.harm_origins if origin.is_counted)

    def reports(self) -> tuple[Report, ...]:
        """The reports of its claims, by id."""
        ids = sorted({claim.report for claim in self.claims})
        return tuple(self.material.reports[report] for report in ids if report in self.material.reports)

    def stated(self, method: Method, measures: Sequence[Measure], groups: Sequence[Group]) -> tuple[Stated, ...]:
        """The figures of the first measure that any of the groups has figures of, as the method reads them."""
        for measure in measures:
            found = [
                Stated(claim, origin, *numbers(claim, method))
                for group in groups
                for claim in self.rows.get((measure, group), ())
                if (origin := self.material.origin_of.get(claim.id)) is not None
            ]
            if found:
                return _verified_first(found, method)
        return ()

    def judged(self, act: str, method: Method) -> Judgement | None:
        """The last judgement of this act that speaks for the method."""
        fitting = [j for j in self.judgements if j.act == act and j.method in (None, method.name, method.base)]
        return fitting[-1] if fitting else None


def _verified_first(found: Sequence[Stated], method: Method) -> tuple[Stated, ...]:
    """Figures that a report says could not be verified count only where there are no others, unless set otherwise."""
    held = [one for one in found if one.claim.status is not Status.UNCONFIRMED]
    counts = any(setting.name == "unverified_counts" and setting.value for setting in method.settings)
    return tuple(found if counts or not held else held)


def floors(stated: Sequence[Stated]) -> Sequence[Stated]:
    """Figures that may set a lowest end: those of sources with a name, where any states a number.

    Photographs, videos and outlets in their own voice count a part of the dead more often than all of them.
    """
    named = [one for one in stated if one.origin.is_counted and one.lowest is not None]
    return named or stated


def bases(analysis: Analysis, registry: SourceRegistry, judgements: Sequence[Judgement] = ()) -> tuple[Basis, ...]:
    """The basis of each incident, in their order."""
    held = _Held(sorted(judgements, key=lambda judgement: (judgement.at, judgement.id)), analysis.victims)
    return tuple(_basis(incident, analysis, registry, held) for incident in analysis.incidents)


class _Held:
    """Judgements and victims by what they are about, so that no incident looks through all of them."""

    def __init__(self, judgements: Sequence[Judgement], victims: Sequence[Victim]) -> None:
        self._judgements, self._victims = judgements, victims
        self._by_id: dict[str, list[int]] = defaultdict(list)
        self._by_claim: dict[ClaimId, list[int]] = defaultdict(list)
        for at, judgement in enumerate(judgements):
            for name in judgement.about:
                self._by_id[name].append(at)
        for at, victim in enumerate(victims):
            if victim.claim is not None:
                self._by_claim[victim.claim].append(at)

    def judgements(self, ids: Iterable[str]) -> tuple[Judgement, ...]:
        """Those about any of the ids, in order."""
        return tuple(self._judgements[at] for at in sorted({at for name in ids for at in self._by_id.get(name, ())}))

    def victims(self, claims: Iterable[ClaimId]) -> tuple[Victim, ...]:
        """Those of any of the claims, in order."""
        found = {at for claim in claims for at in self._by_claim.get(claim, ())}
        return tuple(self._victims[at] for at in sorted(found))


def _basis(incident: Incident, analysis: Analysis, registry: SourceRegistry, held: _Held) -> Basis:
    members = [analysis.claim_by_id[claim] for claim in incident.claims if claim in analysis.claim_by_id]
    members.sort(key=lambda claim: (claim.report, claim.span, claim.id))
    material = Material(incident, tuple(members), analysis.report_by_id)
    ids = {str(incident.id), *map(str, incident.claims), *(str(origin.id) for origin in incident.origins)}
    return Basis(
        material,
        registry,
        frozenset(accused_claims(material, registry)),
        held.victims(incident.claims),
        held.judgements(ids),
    )


def tells_harm(claim: Claim) -> bool:
    """The claim says that people were killed or injured, with a number or without."""
    if claim.status is Status.DENIED:
        return False
    return claim.kind is ClaimKind.HARM or (claim.measure in HARM and claim.figure is not None)


def numbers(claim: Claim, method: Method) -> tuple[int | None, int | None]:
    """The bounds that a figure's words give; for words without a number those of the method's own table."""
    figure = claim.figure
    if figure is None:
        return None, None
    word = vague_word(figure, method)
    return (dict(method.vague)[word], None) if word else (figure.low, figure.high)


def vague_word(figure: Figure, method: Method) -> str | None:
    """The longest entry of the method's table that the figure's words hold; None for words that state a number."""
    if figure.modifier is not Modifier.VAGUE and any(c.isdigit() for c in figure.words):
        return None
    held = [word for word, _ in method.vague if re.search(rf"\b{re.escape(word)}\b", figure.words.casefold())]
    is_multiple = figure.modifier is Modifier.VAGUE or figure.low == figure.high or figure.high is None
    return max(held, key=len) if held and is_multiple else None


def said_by(origin: OriginGroup, claim: Claim) -> str:
    """The origin's name; for sources without one the words for them."""
    if origin.kind is OriginKind.UNNAMED:
        return f"{claim.sources[0]}, not named" if claim.sources else "unnamed sources"
    return "no source stated" if origin.kind is OriginKind.NONE else origin.name


def names_of(origins: Sequence[OriginGroup]) -> str:
    """The names as a list in words."""
    return listed([shown_origin(origin) for origin in origins])


def shown_origin(origin: OriginGroup) -> str:
    """The origin's name as it stands in a list."""
    apart = {OriginKind.UNNAMED: "unnamed sources", OriginKind.NONE: "no source stated"}
    return apart.get(origin.kind, origin.name)


def listed(words: Sequence[str]) -> str:
    """ "a", "a and b", "a, b and c"."""
    return " and ".join(filter(None, (", ".join(words[:-1]), *words[-1:])))


def counted(number: int, noun: str) -> str:
    """ "1 origin", "2 origins"."""
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def words_in(value: SettingValue) -> tuple[str, ...]:
    """A setting that is a list of words."""
    return value if isinstance(value, tuple) else ()


def whole(value: SettingValue) -> int:
    """A setting that is a whole number."""
    return int(value) if isinstance(value, (int, float)) else 0
