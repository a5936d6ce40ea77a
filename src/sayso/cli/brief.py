"""`sayso brief`: the readable result, as a page, a text, data, a Word document or PDF."""

import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer

from sayso.cli import options as o
from sayso.cli.by_method import by_methods, choose
from sayso.cli.run import Call, analyse, check_output, finish, foreseen, release_for, write_whole
from sayso.errors import UsageError
from sayso.publish.counting import count

_BY_SUFFIX = {
    ".html": o.BriefFormat.HTML,
    ".htm": o.BriefFormat.HTML,
    ".md": o.BriefFormat.MD,
    ".markdown": o.BriefFormat.MD,
    ".json": o.BriefFormat.JSON,
    ".docx": o.BriefFormat.DOCX,
    ".pdf": o.BriefFormat.PDF,
}
_BINARY = {o.BriefFormat.DOCX: "A Word document", o.BriefFormat.PDF: "A PDF"}


def brief(
    paths: o.Paths,
    output: o.Out = None,
    fmt: o.BriefAs = None,
    audience: o.For = o.Audience.INTERNAL,
    excerpts: o.ExcerptsOnly = False,
    title: Annotated[str | None, typer.Option(help="Heading of the brief.")] = None,
    methods: o.Methods = None,
    judgements: o.Judgements = None,
    history: o.History = None,
    published: o.Published = None,
    outlet: o.Outlet = None,
    places: o.Places = None,
    sources: o.Sources = None,
    workers: o.Workers = None,
    quiet: o.Quiet = False,
) -> None:
    """One page, or document: the claims, who stands behind them, and where each word stands. It needs no network."""
    check_output(output)
    chosen = _format(fmt, output)
    call = Call(paths, published, outlet, places, sources, workers, quiet, judgements)
    chosen_methods = choose(methods, history)
    found = by_methods(foreseen(analyse(call), call), chosen_methods, call)
    from sayso.publish import formats

    released = release_for(found, audience, call, title=title)
    body = formats.brief_bytes(
        released, formats.BriefFormat(chosen.value), generated=datetime.now(UTC), excerpts=excerpts
    )
    if output is None:
        sys.stdout.buffer.write(body)
    else:
        write_whole(output, body)
    where = f" -> {output}" if output else ""
    found_in_all = f"{count(len(found.claims), 'claim')}, {count(len(found.incidents), 'incident')}"
    finish(found, call, found_in_all + where)


def _format(fmt: o.BriefFormat | None, output: Path | None) -> o.BriefFormat:
    """The format asked for, else that of the file's ending, else HTML; raises UsageError where it does not fit."""
    suffix = output.suffix.casefold() if output else ""
    guessed = _BY_SUFFIX.get(suffix)
    if fmt is None and suffix and guessed is None:
        raise UsageError("A brief is not written in this format.", str(output), "Use .html, .md, .json, .docx or .pdf.")
    if fmt is not None and guessed is not None and guessed is not fmt:
        raise UsageError(
            f"The ending of the file asks for {guessed.value}, --format for {fmt.value}.",
            str(output),
            "Leave one of them out, or make them agree.",
        )
    chosen = fmt or guessed or o.BriefFormat.HTML
    if chosen in _BINARY and output is None and sys.stdout.isatty():
        raise UsageError(
            f"{_BINARY[chosen]} can't be shown in a terminal.",
            f"--format {chosen.value}",
            f"Name a file: -o brief.{chosen.value}",
        )
    return chosen
