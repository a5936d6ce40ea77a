"""Which group a figure counts, from the words for the people."""

from sayso.claims.counted_types import Counted
from sayso.claims.lexicon import lexicon
from sayso.model import Annotated, Group

_ORDER = (Group.CHILD, Group.WOMAN, Group.MEDIC, Group.JOURNALIST, Group.RESCUER, Group.COMBATANT, Group.CIVILIAN)
_OPEN = frozenset(
    ["others", "other", "more", "people", "persons", "person", "them", "whom", "which", "those", "victims"]
)


def group_of(annotated: Annotated, counted: Counted) -> tuple[Group, str]:
    """The group and why; child beats woman beats civilian, unspecified where the words leave it open."""
    lex, tokens = lexicon(), annotated.tokens
    words = " ".join(t.lower for t in tokens[counted.first : counted.last])
    for phrase, group in lex.group_phrases:
        if f" {phrase} " in f" {words} ":
            return group, f'"{phrase}" names the group.'
    found: dict[Group, str] = {}
    for token in tokens[counted.first : counted.last]:
        named = lex.groups.get(token.lower) or lex.groups.get(token.lemma)
        if named is not None:
            found.setdefault(named, token.text)
    if _is_minor(words):
        found.setdefault(Group.CHILD, words)
    if counted.pronoun and not found.keys() - {Group.UNSPECIFIED}:
        found |= _predicated(annotated, counted)
    for group in _ORDER:
        if group in found:
            return group, f'"{found[group]}" names the group.'
    return Group.UNSPECIFIED, "The words leave the group open."


def is_open(annotated: Annotated, counted: Counted) -> bool:
    """The words say nothing of their own about who is counted ("nine others", "12", "two of them")."""
    if counted.noun is None:
        return True
    return annotated.tokens[counted.noun].lower in {"others", "more"}


def _is_minor(words: str) -> bool:
    """ "a 15 - year - old ...": under 18."""
    parts = words.replace("-", " ").split()
    for n in range(len(parts) - 2):
        if parts[n + 1] in {"year", "month", "day", "week"} and parts[n + 2] == "old" and parts[n].isdigit():
            return parts[n + 1] != "year" or int(parts[n]) < 18
    return False


def _predicated(annotated: Annotated, counted: Counted) -> dict[Group, str]:
    """ "13 of the dead are children", "six of them women": who they are said to be."""
    found: dict[Group, str] = {}
    for token in annotated.tokens[counted.last : counted.last + 3]:
        if token.pos not in {"AUX", "NOUN", "PROPN", "ADJ"}:
            break
        group = lexicon().groups.get(token.lower)
        if group is not None:
            found[group] = token.text
    return found
