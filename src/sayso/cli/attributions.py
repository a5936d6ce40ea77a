"""`sayso attributions`: one attribution a line."""

from sayso.cli import options as o
from sayso.cli.run import Call, analyse, check_output, finish, for_audience
from sayso.cli.tables import check_format, write
from sayso.publish.counting import count


def attributions(
    paths: o.Paths,
    output: o.Out = None,
    format: o.Format = o.TableFormat.JSONL,  # noqa: A002  the option's name
    audience: o.For = o.Audience.INTERNAL,
    published: o.Published = None,
    outlet: o.Outlet = None,
    places: o.Places = None,
    sources: o.Sources = None,
    workers: o.Workers = None,
    quiet: o.Quiet = False,
) -> None:
    """Who is said to have said which words, from whom and through whom: one attribution a line, with its spans."""
    check_output(output)
    check_format(format, output)
    call = Call(paths, published, outlet, places, sources, workers, quiet)
    found = for_audience(analyse(call), audience, call)
    from sayso.publish.records import attribution_record
    from sayso.publish.tables import attribution_rows

    plain = format is o.TableFormat.JSONL
    records = [attribution_record(a) for a in found.attributions] if plain else attribution_rows(found)
    write(records, format, output)
    finish(found, call, count(len(found.attributions), "attribution"))
