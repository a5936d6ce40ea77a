"""Paths -> files: folders in the order of names, without hidden files, and never round in a circle."""

import os
import stat
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from sayso.model import NotRead


@dataclass(frozen=True, slots=True)
class Found:
    """A regular file, and its size in bytes."""

    path: Path
    locator: str
    size: int


def walk(paths: Iterable[Path]) -> Iterator[Found | NotRead]:
    """The files that the paths name or hold; each file once, whatever names it has in the call.

    Inside a folder links are reported and not followed: what they lead to lies in the folder anyway, or outside
    of what was asked for. A link that is named in the call itself is followed.
    """
    seen: set[tuple[int, int]] = set()
    for path in paths:
        for found in _walk_one(Path(path)):
            if isinstance(found, Found):
                status = found.path.stat()
                key = (status.st_dev, status.st_ino)
                if key in seen and status.st_ino:
                    yield NotRead(found.locator, "The same file was named twice.", "Nothing to do: it was read once.")
                    continue
                seen.add(key)
            yield found


def _walk_one(path: Path) -> Iterator[Found | NotRead]:
    locator = str(path)
    try:
        status = path.stat()
    except FileNotFoundError:
        broken = path.is_symlink()
        what = "The link leads to nothing." if broken else "There is no such file or folder."
        yield NotRead(locator, what, "Check where it leads." if broken else "Check the spelling and the folder.")
        return
    except (OSError, ValueError) as fault:
        yield NotRead(locator, _cannot(fault), _do(fault))
        return
    if stat.S_ISDIR(status.st_mode):
        yield from _walk_folder(path)
    elif stat.S_ISREG(status.st_mode):
        yield Found(path, locator, status.st_size)
    else:
        yield NotRead(locator, "It is neither a file nor a folder.", "Name a file that holds a report.")


def _walk_folder(folder: Path) -> Iterator[Found | NotRead]:
    try:
        with os.scandir(folder) as entries:
            names = sorted(entry.name for entry in entries if not entry.name.startswith("."))
    except OSError as fault:
        yield NotRead(str(folder), _cannot(fault), _do(fault))
        return
    if not names:
        yield NotRead(str(folder), "The folder is empty.", "Put reports into it, or name another one.")
    for name in names:
        path = folder / name
        if path.is_symlink():
            yield _link(path, folder)
        else:
            yield from _walk_one(path)


def _link(path: Path, folder: Path) -> NotRead:
    try:
        target = path.resolve(strict=True)
    except (OSError, RuntimeError) as fault:  # RuntimeError: a circle of links, before Python 3.13
        looping = isinstance(fault, RuntimeError) or "symbolic links" in (fault.strerror or "")
        what = "The link leads round in a circle." if looping else "The link leads to nothing."
        return NotRead(str(path), what, "Remove the link, or mend it.")
    here = folder.resolve()
    if here == target or target in here.parents:
        return NotRead(str(path), "The link leads back to a folder that it lies in.", "Nothing is lost; remove it.")
    return NotRead(str(path), f"It is a link to {target}, and links in folders are not followed.", "Name its target.")


def _cannot(fault: OSError | ValueError) -> str:
    if isinstance(fault, PermissionError):
        return "You may not read it (permission denied)."
    strerror = fault.strerror if isinstance(fault, OSError) else None
    return f"It cannot be opened ({strerror or fault})."


def _do(fault: OSError | ValueError) -> str:
    if isinstance(fault, PermissionError):
        return "Give yourself the right to read it, or copy it to a place of yours."
    return "Check the path and the disk that it lies on."


def not_opened(locator: str, fault: OSError) -> NotRead:
    """The NotRead for a file that the system would not open or read."""
    return NotRead(locator, _cannot(fault), _do(fault))
