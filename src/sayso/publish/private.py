"""Which names are left out of what is made for the public: victims, and whoever does not speak in an office."""

from collections.abc import Iterable
from dataclasses import dataclass

from sayso.knowledge.sources import SourceRegistry
from sayso.model import Analysis, BlockKind, Claim, ClaimKind
from sayso.publish.public_names import NAME, PRIVATE, PublicNames
from sayso.publish.tagged import Tagged
from sayso.publish.told import Told

_NO_TELLING = (BlockKind.TITLE, BlockKind.BYLINE, BlockKind.CREDIT, BlockKind.TIMES)
_CAPITAL_KINDS = (ClaimKind.ACCESS, ClaimKind.MESSAGE)


@dataclass(frozen=True, slots=True)
class Withheld:
    """The names that a public brief leaves out, as written; longest first in each part."""

    names: tuple[str, ...]
    careful: frozenset[str]
    """Parts of them that the reports use as common words too: left out only where they have a capital."""
    kept: tuple[str, ...]
    """Names of persons in public office: a part that they share with a name left out stays with them."""


def withheld(analysis: Analysis, registry: SourceRegistry) -> Withheld:
    """What to leave out: victims, who speaks without an office, and everybody else whom a report names."""
    public = PublicNames(analysis, registry)
    finder, tagged = _Finder(analysis, public), Tagged(analysis, public)
    names = {victim.name.strip(): None for victim in analysis.victims if victim.name.strip()}
    names |= dict.fromkeys(name for name in finder.told() if not public.is_only_of_bodies(name))
    spoke = (name for name in finder.speakers() if not tagged.is_no_name(name))
    private = {
        name: None for name in (*spoke, *tagged.private()) if name not in names and not public.is_only_of_bodies(name)
    }
    private |= {name: None for name in finder.beside((*names, *private)) if not tagged.is_no_name(name)}
    words = {word for name in private for word in name.split()} - {word for name in names for word in name.split()}
    careful = frozenset(word for word in words if tagged.is_common_word(word))
    kept = tuple(name for name in tagged.officials() if name not in names)
    return Withheld(_longest_first({**names, **private}), careful, _longest_first(kept))


def _longest_first(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted(names, key=lambda name: (-len(name), name)))


class _Finder:
    """Goes through the speakers and the texts of one analysis."""

    def __init__(self, analysis: Analysis, public: PublicNames) -> None:
        self._analysis = analysis
        self._public = public
        self._told = Told(public)

    def speakers(self) -> Iterable[str]:
        """Who speaks, and does not speak in an office."""
        for name, is_known_private in self._speakers():
            person = self._person(name, is_known_private)
            if person:
                yield person

    def told(self) -> Iterable[str]:
        """Whom the texts name with an age, kin, a private calling, or as harmed, reached or writing."""
        for claim in self._analysis.claims:
            if claim.kind in _CAPITAL_KINDS:
                yield from self._in_claim(claim)
        for report in self._analysis.reports:
            for block in report.blocks:
                if block.kind not in _NO_TELLING:
                    yield from self._told.names(block.span.of(report.text))

    def beside(self, private: Iterable[str]) -> Iterable[str]:
        """Who stands in one list with a person who is left out, and with those in turn."""
        known = frozenset(private)
        while True:
            texts = (b.span.of(r.text) for r in self._analysis.reports for b in r.blocks if b.kind not in _NO_TELLING)
            more = {name for text in texts for name in self._told.beside(text, known)} - known
            if not more:
                return
            yield from sorted(more)
            known |= more

    def _speakers(self) -> Iterable[tuple[str, bool]]:
        """Names of those who speak, and whether a register says that they are private."""
        analysis = self._analysis
        for incident in analysis.incidents:
            for origin in incident.origins:
                for source in origin.sources:
                    yield source.name, source.kind in PRIVATE
        names: dict[str, None] = {}
        for attribution in analysis.attributions:
            stated = (attribution.speaker_name, attribution.origin_name, attribution.relay_name, *attribution.chain)
            names |= {name: None for name in stated if name}
        for claim in analysis.claims:
            names |= {name: None for name in (claim.actor, claim.blamed, *claim.sources) if name}
        for name in names:
            yield name, self._public.registry.resolve(name).kind in PRIVATE

    def _person(self, name: str, is_known_private: bool) -> str | None:
        """The person's name in the words for a source; None for bodies, officials and descriptions."""
        public = self._public
        if public.is_registered(name) or public.is_outlet(name) or public.has_office(name):
            return None
        found = public.name_in(name)
        if found is None or public.is_public(found) or public.holds_office(found):
            return None
        is_described = any(self._told.after_kin(name)) or is_known_private
        return found if is_described or (" " in found and not self._public.is_body(found)) else None

    def _in_claim(self, claim: Claim) -> Iterable[str]:
        """Capitals in the words for whom a report reached, and for who wrote a message."""
        report = self._analysis.report_by_id[claim.report]
        titles = [block.span for block in report.blocks if block.kind is BlockKind.TITLE]
        if any(span.overlaps(claim.span) for span in titles):
            return
        words = [claim.actor or "", claim.target or ""]
        if claim.kind is ClaimKind.ACCESS:
            words.append(claim.words)
        for found in (name for text in words for name in NAME.findall(text)):
            name = self._public.stripped(found)
            if (
                name
                and not self._public.is_public(name)
                and not self._public.is_body(name)
                and not self._public.has_office(found)
            ):
                yield name
