"""Names with a slip of the pen: one letter too few, too many, wrong or changed round in a long word."""

from collections.abc import Iterable

from sayso.knowledge.source_words import Word

LONG = 7
"""Letters of a word in which one slip still leaves no doubt, where the words beside it agree."""
ACRONYM = 6
"""Letters of an acronym in which two neighbours that changed places leave no doubt. Source for both: our choice."""


def meant_by(words: tuple[Word, ...], known: Iterable[tuple[str, ...]]) -> tuple[str, ...] | None:
    """The one known name that the words spell with a slip; None where none or several come into question."""
    folded = tuple(word.folded for word in words)
    if len(folded) == 1 and not (words[0].capitals and len(folded[0]) >= ACRONYM):
        return None
    found = {name for name in known if len(name) == len(folded) and name != folded and _slip(folded, name)}
    return next(iter(found)) if len(found) == 1 else None


def _slip(written: tuple[str, ...], name: tuple[str, ...]) -> bool:
    differing = [(left, right) for left, right in zip(written, name, strict=True) if left != right]
    if len(differing) != 1:
        return False
    left, right = differing[0]
    if len(written) == 1:
        return len(right) >= ACRONYM and _changed_round(left, right)
    return len(left) >= LONG and len(right) >= LONG and (_changed_round(left, right) or _one_letter(left, right))


def _changed_round(left: str, right: str) -> bool:
    """Two neighbouring letters changed places; the first letter stands."""
    if len(left) != len(right):
        return False
    at = [i for i, (a, b) in enumerate(zip(left, right, strict=True)) if a != b]
    return len(at) == 2 and at[0] > 0 and at[1] == at[0] + 1 and left[at[0]] == right[at[1]]


def _one_letter(left: str, right: str) -> bool:
    """One letter is wrong, missing or too many; the first and the last stand, so that no plural meets its singular."""
    if left[0] != right[0] or left[-1] != right[-1] or abs(len(left) - len(right)) > 1:
        return False
    start = next((i for i, (a, b) in enumerate(zip(left, right, strict=False)) if a != b), min(len(left), len(right)))
    return left[start + 1 :] in (right[start + 1 :], right[start:]) or left[start:] == right[start + 1 :]
