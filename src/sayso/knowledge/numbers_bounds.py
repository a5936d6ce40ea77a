"""What bounds a number: "at least", "or more", "nearly"."""

from collections.abc import Sequence

from sayso.knowledge.numbers_pieces import Core, Piece, lower_at, matches
from sayso.knowledge.numbers_words import number_words
from sayso.model import Modifier


def modifier_before(pieces: Sequence[Piece], at: int) -> tuple[int, Modifier] | None:
    """How many pieces before `at` make a modifier, and which."""
    for phrase, modifier in number_words().before:
        if len(phrase) <= at and matches(pieces, at - len(phrase), phrase):
            return len(phrase), modifier
    return None


def modifiers(pieces: Sequence[Piece], core: Core) -> tuple[int, int, Modifier | None]:
    """First piece and, exclusive, last piece with all modifiers, and the one that bounds the number."""
    first, last, bound = core.first, core.last, None
    while (hit := modifier_before(pieces, first)) is not None:
        first -= hit[0]
        bound = hit[1] if bound in (None, Modifier.ABOUT) else bound
    for phrase, modifier in number_words().after:
        if matches(pieces, last, phrase) and not _is_number(pieces, last + len(phrase)):
            last += len(phrase)
            bound = bound or modifier
            break
        if lower_at(pieces, last) == "-" and matches(pieces, last + 1, phrase):
            last += 1 + len(phrase)
            bound = bound or modifier
            break
    return first, last, bound


def _is_number(pieces: Sequence[Piece], at: int) -> bool:
    """The phrase before this piece belongs to the number here: "113 at least nine people"."""
    return at < len(pieces) and (pieces[at].kind == "digits" or pieces[at].lower in number_words().units)


def bounds_of(modifier: Modifier, number: int) -> tuple[int | None, int | None]:
    """Lowest and highest number that a modified number can mean; None where that end is open."""
    match modifier:
        case Modifier.AT_LEAST:
            return number, None
        case Modifier.MORE_THAN:
            return number + 1, None
        case Modifier.UP_TO:
            return None, number
        case Modifier.FEWER_THAN:
            return None, max(number - 1, 0)
        case _:
            return number, number
