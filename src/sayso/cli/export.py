"""`sayso export`: tables in the shape of a published method, and the same read back."""

from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from sayso.cli import options as o
from sayso.cli.by_method import by_methods, choose
from sayso.cli.run import Call, analyse, finish, for_audience, write_whole
from sayso.errors import UsageError
from sayso.publish.counting import count


class Shape(StrEnum):
    """Whose tables."""

    AIRWARS = "airwars"
    UCDP = "ucdp"
    ACLED = "acled"


def export(
    paths: Annotated[
        list[Path] | None,
        typer.Argument(metavar="PATH...", help="Files or folders of reports.", show_default=False),
    ] = None,
    shape: Annotated[Shape | None, typer.Option("--as", help="Whose tables to write.")] = None,
    output: Annotated[
        Path | None, typer.Option("-o", "--output", metavar="DIR", help="A folder for the tables.")
    ] = None,
    check: Annotated[
        Path | None, typer.Option(metavar="DIR", help="Read the tables in this folder back, and say what does not fit.")
    ] = None,
    method: Annotated[
        str | None,
        typer.Option("--method", metavar="FILE", help="A method of your own that is based on that of the tables."),
    ] = None,
    audience: o.For = o.Audience.INTERNAL,
    judgements: o.Judgements = None,
    history: o.History = None,
    published: o.Published = None,
    outlet: o.Outlet = None,
    places: o.Places = None,
    sources: o.Sources = None,
    workers: o.Workers = None,
    quiet: o.Quiet = False,
) -> None:
    """Tables with the columns of Airwars, UCDP or ACLED: blank where unknown. Names stay in but --for public."""
    if check is not None:
        _check(check)
        return
    if not paths or shape is None or output is None:
        raise UsageError(
            "An export needs reports, --as and a folder.", "sayso export", "sayso export --as ucdp PATH... -o DIR"
        )
    if output.exists() and (not output.is_dir() or any(output.iterdir())):
        raise UsageError("The output is not an empty folder.", str(output), "Name a new one; nothing is overwritten.")
    chosen = choose([method or shape.value], history)
    used = chosen.methods[0]
    if used.base != shape.value:
        raise UsageError(
            f"The method is based on {used.base}.", str(method), f"Export --as {used.base}, or leave it out."
        )
    call = Call(paths, published, outlet, places, sources, workers, quiet, judgements)
    found = for_audience(by_methods(analyse(call), chosen, call), audience, call)
    from sayso.publish.exports import export as tables

    exported = tables(found, used.name, used.base, datetime.now(UTC))
    for name, text in exported.files:
        (output / name).parent.mkdir(parents=True, exist_ok=True)
        write_whole(output / name, text.encode("utf-8"))
    if not quiet:
        for line in exported.left_out:
            typer.echo(f"sayso: no row by {used.title}: {line}", err=True)
    finish(found, call, f"{count(len(exported.files), 'table')} {used.by} -> {output}")


def _check(folder: Path) -> None:
    from sayso.publish.exports import read_tables

    for table in read_tables(folder):
        numbers = [n for row in table.rows if isinstance(n := row.get("fatalities", row.get("best")), int)]
        deaths = f", deaths {sum(numbers):,} in {count(len(numbers), 'row')} with a number" if numbers else ""
        print(f"{table.path}: {table.kind}, {count(len(table.rows), 'row')}{deaths}: fits.")
