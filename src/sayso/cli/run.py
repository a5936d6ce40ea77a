"""What all commands do: gather the options, run the pipeline with progress, and say at the end what was not read."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from sayso.cli.options import Audience
from sayso.errors import UsageError
from sayso.publish.counting import count

if TYPE_CHECKING:
    from sayso.knowledge.sources import SourceRegistry
    from sayso.model import Analysis
    from sayso.pipeline import Progress
    from sayso.publish.redact import Release
    from sayso.read import ReadOptions
    from sayso.settings import Settings


@dataclass(frozen=True, slots=True)
class Call:
    """The shared options of one call, as the user gave them."""

    paths: list[Path]
    published: str | None
    outlet: str | None
    places: list[Path] | None
    sources: list[Path] | None
    workers: int | None
    quiet: bool
    judgements: Path | None = None


def analyse(call: Call) -> "Analysis":
    """The analysis of what the call names; raises SaysoError subclasses for a call that does not fit."""
    from sayso.pipeline import analyse_paths

    chosen = settings_of(call)
    options = _reading(call, chosen)
    with _progress(call.quiet) as progress:
        found = analyse_paths(call.paths, options, chosen=chosen, progress=progress)
    if not found.reports and found.not_read:
        # an output that stands there from an earlier call is not replaced by one that holds nothing
        finish(found, call, "nothing written")
    return found


def versions_of(call: Call, between: tuple[str, str] | None, *, with_names: bool) -> "Analysis":
    """The reports, and what was changed between versions and copies; with the names that a release has to leave out."""
    from sayso.pipeline import versions_in

    chosen = settings_of(call)
    return versions_in(call.paths, _reading(call, chosen), chosen=chosen, between=between, with_names=with_names)


def _reading(call: Call, chosen: "Settings") -> "ReadOptions":
    from sayso.knowledge.stamps import require_stamp
    from sayso.read import ReadOptions

    return ReadOptions(
        published=require_stamp(call.published, found_in="given") if call.published else None,
        outlet=call.outlet,
        max_bytes=chosen.max_bytes,
        max_chars=chosen.max_chars,
    )


def settings_of(call: Call) -> "Settings":
    """The settings, with what the call adds to them."""
    from sayso.settings import settings

    chosen = settings()
    changes: dict[str, object] = {}
    if call.workers is not None:
        changes["workers"] = call.workers
    if call.places:
        changes["places"] = (*chosen.places, *call.places)
    if call.sources:
        changes["sources"] = (*chosen.sources, *call.sources)
    if call.judgements:
        changes["judgements"] = (*chosen.judgements, call.judgements)
    return chosen.model_copy(update=changes)


def foreseen(analysis: "Analysis", call: Call) -> "Analysis":
    """The analysis with what its open questions would come to."""
    from sayso import pipeline

    return pipeline.foreseen(analysis, settings_of(call))


@contextmanager
def _progress(quiet: bool) -> "Iterator[Progress | None]":
    """A progress display on standard error where that is a terminal; None elsewhere."""
    if quiet or not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console
    from rich.progress import Progress as Bar
    from rich.progress import SpinnerColumn, TextColumn, TimeElapsedColumn

    columns = (SpinnerColumn(), TextColumn("{task.description}"), TextColumn("{task.completed:.0f} inputs"))
    with Bar(*columns, TimeElapsedColumn(), console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("Reading reports")
        yield lambda done: bar.update(task, completed=done)


def registry_of(call: Call) -> "SourceRegistry":
    """The sources that the call goes by: those that come with sayso, of the settings, and of the call."""
    from sayso.knowledge.sources import load_registry

    return load_registry(settings_of(call).sources)


def for_audience(analysis: "Analysis", audience: Audience, call: Call) -> "Analysis":
    """The analysis as it may leave the house."""
    return release_for(analysis, audience, call).analysis


def release_for(analysis: "Analysis", audience: Audience, call: Call, *, title: str | None = None) -> "Release":
    """The release; for the public, says on standard error what was left out, and which names a person is to check."""
    from sayso.publish import redact

    registry = registry_of(call)
    released = redact.release(analysis, redact.Audience(audience.value), title=title, registry=registry)
    if released.audience is redact.Audience.PUBLIC:
        print(f"sayso: for the public: {redact.left_out(released)}", file=sys.stderr)
    if released.audience is redact.Audience.PUBLIC and not call.quiet:
        from sayso.publish.left_in import left_in, left_in_lines

        for line in left_in_lines(left_in(released, registry)):
            print(f"sayso: {line}" if not line.startswith(" ") else line, file=sys.stderr)
    return released


def finish(analysis: "Analysis", call: Call, what: str) -> None:
    """Print the summary to standard error and leave with status 1 where an input was not read."""
    if not call.quiet:
        print(f"sayso: {count(len(analysis.reports), 'report')} read, {what}.", file=sys.stderr)
        for notice in analysis.notices:
            print(f"sayso: {notice}", file=sys.stderr)
    if analysis.not_read:
        print(f"sayso: {count(len(analysis.not_read), 'input')} not read:", file=sys.stderr)
        for failed in analysis.not_read:
            print(f"  {failed.locator}: {failed.what} {failed.do}", file=sys.stderr)
        raise typer.Exit(1)


def check_output(out: Path | None) -> None:
    """Raise UsageError at once, before any work, where the output can't be written there."""
    if out is None:
        return
    if out.is_dir():
        raise UsageError("The output is a folder.", str(out), "Name a file in it.")
    if not out.parent.exists():
        raise UsageError("The folder of the output does not exist.", str(out), f"Make it first: mkdir -p {out.parent}")


def write_whole(out: Path, body: bytes) -> None:
    """Write the file whole or not at all: what stood there before stays until the new bytes are complete."""
    draft = out.with_name(out.name + ".part")
    try:
        draft.write_bytes(body)
        draft.replace(out)
    except OSError as fault:
        draft.unlink(missing_ok=True)
        raise UsageError(
            f"The output could not be written ({fault.strerror}).", str(out), "Choose another place."
        ) from fault
