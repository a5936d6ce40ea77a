"""`sayso claims`: one claim a line."""

from typing import Annotated, TypeAlias

import typer

from sayso.cli import options as o
from sayso.cli.by_method import by_methods, choose
from sayso.cli.run import Call, analyse, check_output, finish, for_audience
from sayso.cli.tables import check_format, write
from sayso.cli.why import with_reasons, write_reasons
from sayso.publish.counting import count

Why: TypeAlias = Annotated[
    bool,
    typer.Option(
        "--why", help="Give the reason for each field: lines to read with --format table, else a field `why`."
    ),
]


def claims(
    paths: o.Paths,
    output: o.Out = None,
    format: o.Format = o.TableFormat.JSONL,  # noqa: A002  the option's name
    audience: o.For = o.Audience.INTERNAL,
    methods: o.Methods = None,
    judgements: o.Judgements = None,
    history: o.History = None,
    published: o.Published = None,
    outlet: o.Outlet = None,
    places: o.Places = None,
    sources: o.Sources = None,
    workers: o.Workers = None,
    why: Why = False,
    quiet: o.Quiet = False,
) -> None:
    """Who is said to have been harmed, where, when, on whose say-so: one claim a line, with its words and chain."""
    check_output(output)
    check_format(format, output)
    call = Call(paths, published, outlet, places, sources, workers, quiet, judgements)
    chosen = choose(methods, history)
    found = for_audience(by_methods(analyse(call), chosen, call), audience, call)
    from sayso.publish.by_method import with_methods
    from sayso.publish.records import claim_record
    from sayso.publish.tables import claim_rows

    summary = f"{count(len(found.claims), 'claim')}, {count(len(found.incidents), 'incident')}"
    if why and format is o.TableFormat.TABLE:
        write_reasons(found, output)
        finish(found, call, summary)
        return
    plain = format is o.TableFormat.JSONL
    records = [claim_record(claim, found) for claim in found.claims] if plain else claim_rows(found)
    if why and plain:
        records = with_reasons(records, found)
    write(with_methods(records, found, plain=plain), format, output)
    finish(found, call, summary)
