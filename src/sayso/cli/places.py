"""`sayso places`: gazetteer files of the user's own, checked, kept, and used by every later call."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from sayso.knowledge.place_files import PlacesFile

places = typer.Typer(
    help="Gazetteer files of your own: added once, used by every later call.",
    rich_markup_mode=None,
    no_args_is_help=True,
)


@places.command()
def add(
    files: Annotated[
        list[Path],
        typer.Argument(
            metavar="FILE...",
            help="GeoNames dump, OCHA COD-AB table saved as CSV, or CSV (name,kind,latitude,longitude,within,also).",
            show_default=False,
        ),
    ],
    replace: Annotated[bool, typer.Option("--replace", help="Put it in the place of a file of the same name.")] = False,
) -> None:
    """Check files of places to the last line and keep a copy; nothing is fetched, and nothing leaves this machine."""
    from sayso.knowledge.place_files import add_places
    from sayso.settings import settings

    for path in files:
        print("added  " + _line(add_places(path, settings().places_folder, replace=replace)))


@places.command(name="list")
def listing() -> None:
    """The files that are kept, with how many places of which kinds they hold."""
    from sayso.knowledge.place_files import kept_places
    from sayso.settings import settings

    folder = settings().places_folder
    for kept in kept_places(folder):
        print(_line(kept))
    print(f"Folder: {folder} (delete a file there to leave it out)")


def _line(kept: "PlacesFile") -> str:
    total = sum(number for _, number in kept.kinds)
    kinds = ", ".join(f"{number:,} {kind}" for kind, number in kept.kinds)
    return f"{kept.path.name}  {total:,} places ({kinds}), {kept.spellings:,} names"
