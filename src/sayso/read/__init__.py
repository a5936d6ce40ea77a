"""Files, folders and texts -> Reports. The readers are imported by the functions, so that nothing heavy loads early."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from sayso.model import NotRead, Report
from sayso.read.interface import ReadOptions

__all__ = ["ReadOptions", "read", "read_text"]


def read(paths: Iterable[Path], options: ReadOptions | None = None) -> Iterator[Report | NotRead]:
    """Every report that the files and folders hold, in the order given, folders by name and with what lies below them.

    A report's id is the `id` of its record where it has one, else a hash of its bytes: the same bytes have the same id
    wherever they lie. Of several reports under one id the earliest keeps it, and the others get a name made of it and
    the hash of their words, with a note. An input that cannot be read gives a NotRead, and the rest goes on.
    """
    from sayso.read.inputs import read_paths

    return read_paths(paths, options or ReadOptions())


def read_text(text: str, options: ReadOptions | None = None, locator: str = "text") -> Report:
    """One report given as text; raises ReadError where it is empty or too long."""
    from sayso.read.plain import report_from_text

    return report_from_text(text, options or ReadOptions(), locator)
