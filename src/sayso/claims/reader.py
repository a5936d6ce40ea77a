"""The rule reader of claims: figures of people harmed, with who says so, where, when and by whom."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from sayso.claims.blame import Blame
from sayso.claims.figures import FigureRead, figures_of
from sayso.claims.groups import Grouped, groups_of
from sayso.claims.happenings import Happenings
from sayso.claims.interface import ClaimsFound
from sayso.claims.learned import SecondReading
from sayso.claims.unfigured import unfigured_claims
from sayso.claims.victims import victims_of
from sayso.claims.voices import Voices
from sayso.claims.when import Times
from sayso.claims.where import Places
from sayso.knowledge.gazetteer import Gazetteer, load_gazetteer
from sayso.model import Annotated, Attribution, Claim, ClaimId, ClaimKind, EventKind, digest

_SHARED = frozenset({"event", "place", "date", "blamed"})


class ReportClaimReader:
    """Reads figures of people harmed by rules over words and grammar, and by a network where no rule tells."""

    def __init__(self, gazetteer: Gazetteer | None = None, second: SecondReading | None = None) -> None:
        self._gazetteer = gazetteer or load_gazetteer()
        self._second = second

    @property
    def version(self) -> str:
        """Name and version of what reads."""
        return "claims rules 1 with figures model 1" if self._second else "claims rules 1"

    def read(self, items: Iterable[tuple[Annotated, tuple[Attribution, ...]]]) -> Iterator[ClaimsFound]:
        """One ClaimsFound for each report, in the same order."""
        for annotated, attributions in items:
            figures = _figures(_Report.of(annotated, attributions, self._gazetteer), self._second)
            others = unfigured_claims(annotated, attributions, self._gazetteer)
            claims = sorted([*figures, *others], key=lambda c: (c.span.start, c.span.end, c.kind.value))
            yield ClaimsFound(tuple(claims), victims_of(annotated, figures))


@dataclass(frozen=True)
class _Report:
    """One report with what is asked about its figures."""

    annotated: Annotated
    voices: Voices
    times: Times
    places: Places
    blame: Blame
    happenings: Happenings
    key: str
    """What the ids of its claims begin with."""

    @classmethod
    def of(cls, annotated: Annotated, attributions: tuple[Attribution, ...], gazetteer: Gazetteer) -> "_Report":
        return cls(
            annotated,
            Voices(annotated, attributions),
            Times(annotated, attributions),
            Places(annotated, gazetteer, attributions),
            Blame(annotated),
            Happenings(annotated),
            annotated.report.key(),
        )


def _figures(report: _Report, second: SecondReading | None) -> tuple[Claim, ...]:
    read = figures_of(report.annotated, second)
    report.happenings.tell(read)
    report.places.tell(read)
    report.times.tell(read)
    report.blame.tell((figure.counted, figure.harm) for figure in read)
    groups = groups_of(report.annotated, read)
    claims: list[Claim] = []
    for at, figure in enumerate(read):
        whole = claims[figure.whole] if figure.whole is not None else None
        claim = _claim(report, figure, report.happenings.of(at), groups[at], whole)
        if whole is not None:
            claim = _as_part(claim, whole, dated_apart=figure.counted.span in report.times.apart)
        like = groups[at].like
        claims.append(claim if like is None else replace(claim, who=claim.who or claims[like].who))
    return tuple(
        replace(
            claim,
            subset_of=claims[figure.summed].id,
            reasons=(*claim.reasons, ("subset_of", figure.summed_reason)),
        )
        if figure.summed is not None
        else claim
        for claim, figure in zip(claims, read, strict=True)
    )


def _as_part(claim: Claim, whole: Claim, *, dated_apart: bool) -> Claim:
    """A part of a whole told in the same sentence happened when, where and by whose hand the whole did; it keeps a
    time that is told of it alone."""
    if whole.sentence != claim.sentence:
        return claim
    told = dict(whole.reasons)
    shared = _SHARED - {"date"} if dated_apart else _SHARED
    kept = [(field, told.get(field, why) if field in shared else why) for field, why in claim.reasons]
    day = claim.date if dated_apart else whole.date
    return replace(claim, event=whole.event, place=whole.place, date=day, blamed=whole.blamed, reasons=tuple(kept))


def _claim(
    about: _Report, figure: FigureRead, happening: tuple[EventKind, str], grouped: Grouped, whole: Claim | None
) -> Claim:
    counted, harm, sentence = figure.counted, figure.harm, figure.sentence
    report = about.annotated.report
    event, event_reason = happening
    voice = about.voices.of(counted, sentence, background=event is EventKind.CUMULATIVE)
    day, day_reason = about.times.of(counted, harm, sentence, event)
    place, place_reason = about.places.of(counted, harm, sentence, event)
    if event is EventKind.CUMULATIVE and place is not None and day is not None:
        place, place_reason = about.places.of_years(place, place_reason, figure, day)
    blamed, blamed_reason = about.blame.of(counted, harm, sentence, event, day)
    return Claim(
        id=ClaimId(digest(about.key, "figure", counted.span.start, counted.span.end)),
        report=report.id,
        kind=ClaimKind.FIGURE,
        span=counted.span,
        words=counted.span.of(report.text),
        sentence=sentence.span,
        status=voice.status,
        figure=counted.figure,
        measure=harm.measure,
        who=counted.who,
        group=grouped.group,
        subset_of=whole.id if whole is not None else None,
        event=event,
        place=place,
        date=day,
        blamed=blamed,
        sources=voice.sources,
        joint=voice.joint,
        carried=voice.carried,
        attribution=voice.attribution,
        reasons=(
            ("figure", f'"{counted.figure.words}" is read as {counted.figure.modifier.value.replace("_", " ")}.'),
            ("measure", harm.reason),
            ("group", grouped.reason),
            ("event", event_reason),
            ("place", place_reason),
            ("date", day_reason),
            ("blamed", blamed_reason),
            ("sources", voice.reason),
            ("status", voice.status_reason),
        ),
    )
