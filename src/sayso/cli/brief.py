"""`sayso brief`: the readable result as one self-contained HTML page."""

import sys
from datetime import UTC, datetime
from typing import Annotated

import typer

from sayso.cli import options as o
from sayso.cli.run import Call, analyse, check_output, finish, write_whole


def brief(
    paths: o.Paths,
    output: o.Out = None,
    title: Annotated[str | None, typer.Option(help="Heading of the page.")] = None,
    published: o.Published = None,
    outlet: o.Outlet = None,
    places: o.Places = None,
    sources: o.Sources = None,
    workers: o.Workers = None,
    quiet: o.Quiet = False,
) -> None:
    """One HTML page: the claims, who stands behind them, and where each word stands. It needs no network."""
    check_output(output)
    call = Call(paths, published, outlet, places, sources, workers, quiet)
    found = analyse(call)
    from sayso.publish import brief_html

    page = brief_html(found, title=title, generated=datetime.now(UTC))
    if output is None:
        sys.stdout.write(page)
    else:
        write_whole(output, page.encode("utf-8", "replace"))
    where = f" -> {output}" if output else ""
    finish(found, call, f"{len(found.claims)} claims, {len(found.incidents)} incidents and tolls{where}")
