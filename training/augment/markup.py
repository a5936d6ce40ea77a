"""Tagged text taken apart into tags and words, and put together again."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

TAG = re.compile(r'<(/?)([sqcov])(\d+)((?: (?:act|ref)="[^"<>]*")*)>')


@dataclass(frozen=True, slots=True)
class Edit:
    """Characters of the untagged text, end exclusive, and what stands there instead."""

    start: int
    end: int
    words: str


@dataclass(frozen=True, slots=True)
class Piece:
    """A tag, or a run of words between two tags."""

    text: str
    start: int
    """Offset in the untagged text: of the first character, or of the place where the tag stands."""
    is_tag: bool


def pieces(tagged: str) -> list[Piece]:
    """The tags and the words between them, in order."""
    found: list[Piece] = []
    last = offset = 0
    for tag in TAG.finditer(tagged):
        words = tagged[last : tag.start()]
        if words:
            found.append(Piece(words, offset, is_tag=False))
            offset += len(words)
        found.append(Piece(tag[0], offset, is_tag=True))
        last = tag.end()
    if tagged[last:]:
        found.append(Piece(tagged[last:], offset, is_tag=False))
    return found


def untag(tagged: str) -> str:
    """The plain text."""
    return TAG.sub("", tagged)


def edited(tagged: str, edits: Iterable[Edit]) -> str:
    """The tagged text with the edits made; one that a tag stands inside of is left out.

    An edit is never empty (`start < end`), and no two overlap.
    """
    left = sorted(edits, key=lambda edit: edit.start, reverse=True)
    out: list[str] = []
    for piece in pieces(tagged):
        if piece.is_tag:
            out.append(piece.text)
            continue
        at, end = piece.start, piece.start + len(piece.text)
        while left and left[-1].start < end:
            edit = left.pop()
            if edit.start >= at and edit.end <= end:
                out += [piece.text[at - piece.start : edit.start - piece.start], edit.words]
                at = edit.end
        out.append(piece.text[at - piece.start :])
    return "".join(out)


def spans(tagged: str) -> list[tuple[str, str, int, int]]:
    """(letter, number, start, end) of every span, in the order of their ends.

    Raises ValueError where tags do not nest: a closing tag must fit the last one that is open.
    """
    found: list[tuple[str, str, int, int]] = []
    opened: list[tuple[str, str, int]] = []
    for piece in pieces(tagged):
        tag = TAG.fullmatch(piece.text) if piece.is_tag else None
        if tag is None:
            continue
        if not tag[1]:
            opened.append((tag[2], tag[3], piece.start))
            continue
        if not opened or opened[-1][:2] != (tag[2], tag[3]):
            raise ValueError(f"{tag[0]} closes nothing that is open: tags must nest.")
        letter, number, start = opened.pop()
        found.append((letter, number, start, piece.start))
    if opened:
        raise ValueError(f"<{opened[-1][0]}{opened[-1][1]}> is never closed.")
    return found


def renumbered(tagged: str) -> str:
    """The same tags with numbers counted from 1 in the order of their first tag."""
    numbers: dict[str, int] = {}

    def renumber(tag: re.Match[str]) -> str:
        number = numbers.setdefault(tag[3], len(numbers) + 1)
        return f"<{tag[1]}{tag[2]}{number}{tag[4]}>"

    return TAG.sub(renumber, tagged)


def shifted(tagged: str, by: int) -> str:
    """The same tags with every number raised."""
    return TAG.sub(lambda tag: f"<{tag[1]}{tag[2]}{int(tag[3]) + by}{tag[4]}>", tagged)
