"""Short hashes of what readings are made by: parts of this package, and files of the user's own."""

import hashlib
from collections.abc import Iterable, Sequence
from functools import cache
from importlib.resources import files
from pathlib import Path

DIGITS = 12
"""Hex digits of the SHA-256 that are shown."""


@cache
def of_part(part: str) -> str:
    """The hash of one folder of this package: code, word lists and weights, whatever of them changes."""
    folder = Path(str(files("sayso"))) / part
    held = [path for path in folder.rglob("*") if path.is_file() and "__pycache__" not in path.parts]
    return _hash((path.relative_to(folder).as_posix(), path.read_bytes()) for path in sorted(held))


def of_files(paths: Sequence[Path]) -> str:
    """The hash of what the files hold, in this order, whatever they are called."""
    return _hash(("", path.read_bytes()) for path in paths)


def _hash(named: Iterable[tuple[str, bytes]]) -> str:
    hasher = hashlib.sha256()
    for name, body in named:
        for part in (name.encode("utf-8", "surrogatepass"), body):
            hasher.update(len(part).to_bytes(8, "big") + part)
    return hasher.hexdigest()[:DIGITS]
