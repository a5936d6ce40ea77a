"""The command line: parse, call, print. One file for each command; nothing heavy is imported before a command runs."""

import sys
from typing import Annotated

import typer

from sayso.cli.attributions import attributions
from sayso.cli.brief import brief
from sayso.cli.claims import claims
from sayso.cli.diff import diff
from sayso.cli.export import export
from sayso.cli.judge import judge
from sayso.cli.methods import methods
from sayso.cli.places import places
from sayso.version import __version__

app = typer.Typer(
    name="sayso",
    help="On whose say-so? Reads reports and sets out, claim by claim, who says so, through whom, in which words.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)
app.command()(brief)
app.command()(claims)
app.command()(attributions)
app.command()(judge)
app.command()(diff)
app.command()(export)
app.add_typer(methods, name="methods")
app.add_typer(places, name="places")


def _print_version(wanted: bool) -> None:
    if wanted:
        print(f"sayso {__version__}")
        raise typer.Exit


@app.callback()
def main(
    version: Annotated[
        bool, typer.Option("--version", callback=_print_version, is_eager=True, help="Print the version and stop.")
    ] = False,
) -> None:
    """On whose say-so? Reads reports and sets out, claim by claim, who says so, through whom, in which words.

    Exit status: 0 all inputs were read; 1 some were not (each is named with the reason); 2 the call does not fit.
    Nothing leaves this machine.
    """


def run() -> None:
    """The entry point: the command line, with our own errors as one line each and exit status 2."""
    from sayso.errors import SaysoError

    # reports hold any character; a terminal that can't show one gets an escape, not a crash
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure:
            reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        app()
    except SaysoError as error:
        print(f"sayso: {error}", file=sys.stderr)
        sys.exit(2)
    except BrokenPipeError:
        # the reader of our output went away (`sayso claims ... | head`): that is no fault
        sys.stderr.close()
        sys.exit(0)
