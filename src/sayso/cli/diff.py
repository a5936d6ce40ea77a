"""`sayso diff`: what was changed between versions of a report, and between copies of one text."""

import json
import sys
from enum import StrEnum
from typing import Annotated

import typer

from sayso.cli import options as o
from sayso.cli.run import Call, check_output, finish, for_audience, versions_of, write_whole
from sayso.publish.counting import count


class DiffFormat(StrEnum):
    """How `diff` is written."""

    TEXT = "text"
    JSONL = "jsonl"


def diff(
    paths: o.Paths,
    between: Annotated[
        tuple[str, str] | None,
        typer.Option(
            metavar="ID ID",
            help="Compare these two reports, by id or by number in a brief (R1 R2), whether or not they are copies.",
        ),
    ] = None,
    output: o.Out = None,
    format: Annotated[  # noqa: A002  the option's name
        DiffFormat, typer.Option("--format", help="Text to read, or one pair a line for programs.")
    ] = DiffFormat.TEXT,
    audience: o.For = o.Audience.INTERNAL,
    judgements: o.Judgements = None,
    published: o.Published = None,
    outlet: o.Outlet = None,
    quiet: o.Quiet = False,
) -> None:
    """What was added, taken out, altered or moved, word by word, between versions and copies; figures are marked.

    Of exactly two reports these are compared; of more, versions of one address or id, and copies of one text.
    """
    check_output(output)
    call = Call(paths, published, outlet, None, None, None, quiet, judgements)
    with_names = audience is o.Audience.PUBLIC
    found = for_audience(versions_of(call, between, with_names=with_names), audience, call)
    from sayso.publish import versions

    if format is DiffFormat.TEXT:
        told = "".join(f"{line}\n" for line in versions.lines(found))
    else:
        told = "".join(f"{json.dumps(record, ensure_ascii=False)}\n" for record in versions.records(found))
    if output is None:
        sys.stdout.write(told)
    else:
        write_whole(output, told.encode("utf-8", "backslashreplace"))
    changed = sum(bool(pair.changes) for pair in found.versions)
    compared = f"{count(len(found.versions), 'pair')} of versions or copies, {changed:,} with changes"
    finish(found, call, compared if found.versions else "no two of them are versions or copies of one text")
