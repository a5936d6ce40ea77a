"""The one file that knows the order of the stages: read, dedupe, annotate, attribute, claims, link, assess."""

import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass, replace
from functools import cache
from itertools import chain, islice
from multiprocessing import get_context
from pathlib import Path
from typing import TypeVar

from sayso import annotate, assess, attribute, claims, dedupe, link, publish, read
from sayso.errors import SaysoError, UsageError
from sayso.knowledge import fingerprint
from sayso.knowledge.gazetteer import Gazetteer, load_gazetteer
from sayso.knowledge.judgements import read_judgements
from sayso.knowledge.seen import TokenReader
from sayso.knowledge.sources import SourceRegistry, load_registry
from sayso.model import (
    Analysis,
    Assessment,
    Attribution,
    Claim,
    ClaimId,
    Incident,
    Judgement,
    NotRead,
    Person,
    Report,
    ReportId,
    Victim,
    report_named,
)
from sayso.prospects import Relink, outcomes
from sayso.publish.order import by_publication
from sayso.settings import Settings, settings
from sayso.version import __version__

Progress = Callable[[int], None]
"""Called with the number of inputs done so far."""
CHUNK = 8
"""Reports handed to a worker at a time: large enough to keep it busy, small enough to show progress."""


SomeAnalysis = TypeVar("SomeAnalysis", bound=Analysis)


@dataclass(frozen=True)
class Analysed(Analysis):
    """An analysis that shows itself in a notebook."""

    def _repr_html_(self) -> str:
        return publish.summary_html(self)


@dataclass(frozen=True, slots=True)
class ReadThrough:
    """One report read by itself: the stages from annotate to claims."""

    report: Report
    attributions: tuple[Attribution, ...]
    claims: tuple[Claim, ...]
    victims: tuple[Victim, ...]
    people: tuple[Person, ...]


@dataclass(frozen=True, slots=True)
class Engines:
    """What reads a report, loaded once for each process."""

    annotator: annotate.Annotator
    attributor: attribute.Attributor
    claim_reader: claims.ClaimReader
    gazetteer: Gazetteer


@cache
def engines(pipeline: str, places: tuple[Path, ...], attributor: attribute.Engine = "model") -> Engines:
    """The engines of this process; the second call with the same arguments costs nothing."""
    gazetteer = load_gazetteer(places)
    reader = attribute.load(attributor)
    tokens = reader if isinstance(reader, TokenReader) else None
    return Engines(annotate.load(pipeline), reader, claims.load(gazetteer, tokens), gazetteer)


def analyse_paths(
    paths: Iterable[Path],
    options: read.ReadOptions | None = None,
    *,
    chosen: Settings | None = None,
    progress: Progress | None = None,
) -> Analysed:
    """Everything that the files and folders hold, in and across reports.

    Raises UsageError or KnowledgeError for settings that do not fit; an input that fails is in `not_read`.
    """
    chosen = chosen or settings()
    options = options or read.ReadOptions(max_bytes=chosen.max_bytes, max_chars=chosen.max_chars)
    return _analyse(read.read(paths, options), chosen, progress)


def analyse_text(text: str, options: read.ReadOptions, *, chosen: Settings | None = None) -> Analysed:
    """One report given as text; raises ReadError where it holds nothing to read."""
    return _analyse([read.read_text(text, options)], chosen or settings(), None)


def _analyse(inputs: Iterable[Report | NotRead], chosen: Settings, progress: Progress | None) -> Analysed:
    registry, judgements = load_registry(chosen.sources), read_judgements(chosen.judgements)
    engine = engines(chosen.pipeline, chosen.gazetteer_files, chosen.attributor)
    readings: list[ReadThrough] = []
    not_read: list[NotRead] = []
    for done, outcome in enumerate(_read_through(inputs, chosen), start=1):
        if isinstance(outcome, NotRead):
            not_read.append(outcome)
        else:
            readings.append(outcome)
        if progress:
            progress(done)
    # across reports everything goes by publication, so that the order of the inputs changes nothing
    in_time = sorted(readings, key=lambda reading: by_publication(reading.report))
    reports = [reading.report for reading in in_time]
    found = tuple(claim for reading in in_time for claim in reading.claims)
    copies, notices = dedupe.judged_copies(dedupe.copy_groups(reports), reports, judgements)
    passages = dedupe.shared_passages(reports, copies)
    linked = link.link_with(judgements, found, reports, copies, registry, engine.gazetteer, passages=passages)
    incidents = linked.incidents
    claim_by_id = {claim.id: claim for claim in found}
    return Analysed(
        reports=tuple(reading.report for reading in readings),
        not_read=tuple(not_read),
        attributions=tuple(a for reading in readings for a in reading.attributions),
        claims=tuple(claim for reading in readings for claim in reading.claims),
        victims=tuple(v for reading in readings for v in reading.victims),
        copies=copies,
        incidents=incidents,
        assessments=assess.assess(incidents, claim_by_id, {report.id: report for report in reports}, registry),
        readers=_versions(engine, chosen),
        proposals=linked.proposals,
        passages=passages,
        judgements=judgements,
        notices=(*notices, *linked.notices),
        versions=dedupe.version_diffs(reports, copies),
        people=tuple(p for reading in readings for p in reading.people),
    )


def relinking(analysis: Analysis, registry: SourceRegistry, gazetteer: link.PlaceJudge | None) -> Relink:
    """Links and assesses claims of the analysis once more, with one more judgement."""
    by_report: dict[ReportId, list[Claim]] = {}
    for claim in analysis.claims:
        by_report.setdefault(claim.report, []).append(claim)

    def relink(
        reports: Sequence[Report], judgement: Judgement, about: Mapping[ClaimId, None]
    ) -> tuple[tuple[Incident, ...], tuple[Assessment, ...]]:
        in_time = sorted(reports, key=by_publication)
        found = [claim for report in in_time for claim in by_report.get(report.id, ())]
        judgements, passages = (*analysis.judgements, judgement), analysis.passages
        linked = link.link_with(judgements, found, in_time, analysis.copies, registry, gazetteer, passages=passages)
        made = tuple(incident for incident in linked.incidents if not about.keys().isdisjoint(incident.claims))
        claim_by_id, report_by_id = {claim.id: claim for claim in found}, {report.id: report for report in in_time}
        return made, assess.assess(made, claim_by_id, report_by_id, registry)

    return relink


_NO_COPIES = "They are no copies of one text: compared as the call asks."


def versions_in(
    paths: Iterable[Path],
    options: read.ReadOptions | None = None,
    *,
    chosen: Settings | None = None,
    between: tuple[str, str] | None = None,
    with_names: bool = False,
) -> Analysed:
    """The reports, and what was changed between versions and copies.

    Nothing is read from the words but, `with_names`, who is named and who speaks: what a public release has to know.
    `between` names two reports by id; of exactly two reports these are compared, whether or not they are copies.
    Raises UsageError for an id that is not there.
    """
    chosen = chosen or settings()
    options = options or read.ReadOptions(max_bytes=chosen.max_bytes, max_chars=chosen.max_chars)
    found = list(read.read(paths, options))
    reports = [report for report in found if isinstance(report, Report)]
    judgements = read_judgements(chosen.judgements)
    copies, notices = dedupe.judged_copies(dedupe.copy_groups(reports), reports, judgements)
    versions = dedupe.version_diffs(reports, copies)
    if between or len(reports) == 2:
        one, other = _named(reports, between) if between else reports
        held = [diff for diff in versions if {diff.earlier, diff.later} == {one.id, other.id}]
        versions = tuple(held) or (dedupe.beside(one, other, _NO_COPIES),)
    not_read = tuple(item for item in found if isinstance(item, NotRead))
    readings = [_through(report, chosen) for report in reports] if with_names else []
    named = [reading for reading in readings if isinstance(reading, ReadThrough)]
    if len(named) < len(readings):
        failed = next(reading for reading in readings if isinstance(reading, NotRead))
        raise UsageError(f"Names can't be told: {failed.what}", failed.locator, "Leave this report out.")
    return Analysed(
        tuple(reports),
        not_read,
        tuple(a for reading in named for a in reading.attributions),
        tuple(c for reading in named for c in reading.claims),
        tuple(v for reading in named for v in reading.victims),
        copies,
        (),
        (),
        (("sayso", __version__),),
        versions=versions,
        notices=notices,
        people=tuple(p for reading in named for p in reading.people),
    )


def _named(reports: Sequence[Report], names: tuple[str, str]) -> list[Report]:
    """The two reports of these ids, or of these numbers in a brief of the same inputs ("R3")."""
    by_id = {str(report.id): report for report in reports}
    found = [report_named(name, list(by_id)) for name in names]
    lost = [name for name, one in zip(names, found, strict=True) if one is None]
    if lost:
        known = ", ".join(f"R{n} {one}" for n, one in enumerate(list(by_id)[:5], 1)) + (
            " ..." if len(by_id) > 5 else ""
        )
        raise UsageError("No report of this id or number was read.", repr(lost[0]), f"Read were {known or 'none'}.")
    if len(set(found)) == 1:
        raise UsageError("A report is compared with another one.", " ".join(names), "Name two different reports.")
    return [by_id[one] for one in found if one is not None]


def foreseen(analysis: SomeAnalysis, chosen: Settings | None = None) -> SomeAnalysis:
    """The analysis with what its open questions would come to if a person decided them the other way."""
    if not analysis.proposals:
        return analysis
    chosen = chosen or settings()
    gazetteer = engines(chosen.pipeline, chosen.gazetteer_files, chosen.attributor).gazetteer
    return replace(analysis, outcomes=outcomes(analysis, relinking(analysis, load_registry(chosen.sources), gazetteer)))


def _versions(engine: Engines, chosen: Settings) -> tuple[tuple[str, str], ...]:
    """What made a reading, each with a hash that moves whenever code, word lists, weights or a file of the user do."""
    own = (("own places", chosen.gazetteer_files), ("own sources", chosen.sources))
    return (
        ("sayso", __version__),
        ("annotate", engine.annotator.version),
        ("attribute", f"{engine.attributor.version} ({fingerprint.of_part('attribute')})"),
        ("claims", f"{engine.claim_reader.version} ({fingerprint.of_part('claims')})"),
        ("link", f"{__version__} ({fingerprint.of_part('link')})"),
        ("knowledge", f"{__version__} ({fingerprint.of_part('knowledge')})"),
        *((part, f"({fingerprint.of_files(paths)})") for part, paths in own if paths),
    )


def _read_through(inputs: Iterable[Report | NotRead], chosen: Settings) -> Iterator[ReadThrough | NotRead]:
    """The inputs in order, each read by itself; by several processes where there are many."""
    workers = chosen.workers or os.cpu_count() or 1
    source = iter(inputs)
    first = list(islice(source, chosen.side_by_side))
    if workers == 1 or len(first) < chosen.side_by_side:
        for item in chain(first, source):
            yield _through(item, chosen)
        return
    yield from _side_by_side(chain(first, source), workers, chosen)


def _side_by_side(
    inputs: Iterator[Report | NotRead], workers: int, chosen: Settings
) -> Iterator[ReadThrough | NotRead]:
    """As `_through` for each input, in order, in worker processes; at most a few chunks wait in memory."""
    pending: list[Future[list[ReadThrough | NotRead]]] = []
    # "spawn", because forking a process that has threads can hang
    with ProcessPoolExecutor(workers, mp_context=get_context("spawn")) as pool:
        try:
            while True:
                while len(pending) < 3 * workers and (chunk := list(islice(inputs, CHUNK))):
                    pending.append(pool.submit(_through_chunk, chunk, chosen))
                if not pending:
                    return
                yield from pending.pop(0).result()
        except BrokenProcessPool as fault:
            raise UsageError(
                "A worker process was ended from outside, most often for want of memory.",
                f"{workers} workers",
                "Run again with --workers 1.",
            ) from fault


def _through_chunk(chunk: Sequence[Report | NotRead], chosen: Settings) -> list[ReadThrough | NotRead]:
    return [_through(item, chosen) for item in chunk]


def _through(item: Report | NotRead, chosen: Settings) -> ReadThrough | NotRead:
    """One input through the stages that look at one report; a failure becomes a NotRead, and the rest goes on."""
    if isinstance(item, NotRead):
        return item
    engine = engines(chosen.pipeline, chosen.gazetteer_files, chosen.attributor)
    try:
        [annotated] = engine.annotator.annotate([item])
        [attributions] = engine.attributor.attribute([annotated])
        [found] = engine.claim_reader.read([(annotated, attributions)])
    except SaysoError:
        raise
    except Exception as fault:  # noqa: BLE001  the stage loop: one report that breaks us must not lose the others
        return NotRead(
            item.locator,
            f"sayso failed on this report ({type(fault).__name__}: {fault}).",
            "The report is untouched. Please tell us, if you may share it, so that we can mend this.",
        )
    return ReadThrough(item, attributions, found.claims, found.victims, annotated.people)
