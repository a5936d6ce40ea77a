"""Which group a figure counts, from the words for the people."""

from functools import lru_cache

from sayso.claims.counted_types import Counted
from sayso.claims.lexicon import lexicon
from sayso.knowledge.numbers import read_number
from sayso.knowledge.patterns import word_pattern
from sayso.knowledge.vocabulary import word_list
from sayso.model import Annotated, Group

_ORDER = (Group.CHILD, Group.WOMAN, Group.MEDIC, Group.JOURNALIST, Group.RESCUER, Group.COMBATANT, Group.CIVILIAN)
_OF_AGE = 18
"""Years. Source: the Convention on the Rights of the Child, article 1."""
_OPEN = frozenset(
    ["others", "other", "more", "people", "persons", "person", "them", "whom", "which", "those", "victims"]
)


def group_of(annotated: Annotated, counted: Counted) -> tuple[Group, str]:
    """The group and why; child beats woman beats civilian, unspecified where the words leave it open."""
    lex, tokens = lexicon(), annotated.tokens
    last = _before_parts(annotated, counted)
    words = " ".join(t.lower for t in tokens[counted.first : last])
    set_phrase = _set_phrase(words)
    if set_phrase is not None:
        phrase, group = set_phrase
        return group, f'"{phrase}" names the group.'
    found: dict[Group, str] = {}
    for token in tokens[counted.first : last]:
        named = lex.groups.get(token.lower) or lex.groups.get(token.lemma)
        if named is not None:
            found.setdefault(named, token.text)
    if Group.COMBATANT not in found and _is_armed(annotated, counted):
        found.setdefault(Group.COMBATANT, words)
    if not found.keys() - {Group.UNSPECIFIED} and _is_police(annotated, counted):
        found[Group.COMBATANT] = words
    if not found.keys() - {Group.UNSPECIFIED} and _at_work(annotated, counted):
        found[Group.CIVILIAN] = words
    if (_is_minor(words) and not _is_family(words)) or _is_minor_after(annotated, counted):
        found.setdefault(Group.CHILD, words)
    are = (
        counted.noun is None
        and counted.last < len(tokens)
        and tokens[counted.last].lower in {"were", "are", "is", "was"}
    )
    if (counted.pronoun or are) and not found.keys() - {Group.UNSPECIFIED}:
        found |= _predicated(annotated, counted)
    for group in _ORDER:
        if group in found:
            return group, f'"{found[group]}" names the group.'
    return Group.UNSPECIFIED, "The words leave the group open."


@lru_cache(maxsize=256)
def _set_phrase(words: str) -> tuple[str, Group] | None:
    """The first phrase of the lexicon that names a group among the words; asked again and again of the same few."""
    padded = f" {words} "
    return next(((phrase, group) for phrase, group in lexicon().group_phrases if f" {phrase} " in padded), None)


def _before_parts(annotated: Annotated, counted: Counted) -> int:
    """Where the words for all of them end: "5,000 people including civilians", "61 people mostly women"."""
    parts = word_list("people", "parts")
    inside = range(counted.first + 1, counted.last)
    return next((i for i in inside if annotated.tokens[i].lower in parts), counted.last)


def _is_armed(annotated: Annotated, counted: Counted) -> bool:
    """ "30 members of the Northern Front", "four Hamas members": the body that they belong to bears arms."""
    tokens = annotated.tokens
    noun = counted.noun
    if noun is None or tokens[noun].lower not in {"member", "members", "commander", "leader", "leaders", "elements"}:
        return False
    if any(t.text[:1].isupper() and t.lower in lexicon().armed for t in tokens[counted.first : noun]):
        return True
    sentence = tokens[counted.first].sentence
    ahead = [t for t in tokens[noun + 1 : noun + 9] if t.sentence == sentence]
    if not ahead or ahead[0].lower not in {"of", "from"}:
        return False
    for token in ahead[1:]:
        if token.pos in {"VERB", "AUX"} or token.text in ",;:":
            return False
        if token.text[:1].isupper() and token.lower in lexicon().armed:
            return True
    return False


def opening_group(annotated: Annotated, counted: Counted) -> Group:
    """Who the numbers of "Of the 44 soldiers at the fort, 39 were killed" count: the people the sentence opens with."""
    tokens = annotated.tokens
    first = annotated.sentences[tokens[counted.first].sentence].first
    if tokens[first].lower not in {"of", "out"} or counted.noun is not None:
        return Group.UNSPECIFIED
    for token in tokens[first : counted.first]:
        group = lexicon().groups.get(token.lower, Group.UNSPECIFIED)
        if group is not Group.UNSPECIFIED:
            return group
        if token.text == ",":
            break
    return Group.UNSPECIFIED


def is_open(annotated: Annotated, counted: Counted) -> bool:
    """The words say nothing of their own about who is counted ("nine others", "12", "two of them")."""
    if counted.noun is None:
        return True
    return annotated.tokens[counted.noun].lower in {"others", "more"}


def _is_minor(words: str) -> bool:
    """ "a 15 - year - old ...": under 18."""
    parts = words.replace("-", " ").split()
    if len(parts) > 2 and parts[-2] == "of" and parts[0] in {"a", "an", "the", "another", "one"}:
        years = read_number(parts[-1])
        return years is not None and years < _OF_AGE
    for n in range(len(parts) - 2):
        if parts[n + 1] in {"year", "month", "day", "week"} and parts[n + 2] == "old" and parts[n].isdigit():
            return parts[n + 1] != "year" or int(parts[n]) < _OF_AGE
    return False


def _is_family(words: str) -> bool:
    return any(f" {group} of " in f" {words} " for group in ("family", "group", "crew", "party", "team"))


def _is_minor_after(annotated: Annotated, counted: Counted) -> bool:
    """ "two brothers, aged eight and eleven", "nine of whom are below the age of 18"."""
    if counted.noun is None and not counted.pronoun and not counted.implied:
        return False
    sentence = annotated.sentences[annotated.tokens[counted.first].sentence]
    after = annotated.text[counted.span.end : sentence.span.end].lstrip()
    return word_pattern("people_patterns", "minor_after").match(after) is not None


def _at_work(annotated: Annotated, counted: Counted) -> bool:
    """ "seven workers", in a report of armed force."""
    noun = counted.noun
    if noun is None:
        return False
    words = frozenset(word_list("people", "at_work"))
    named = {annotated.tokens[noun].lower, annotated.tokens[noun].lemma, annotated.tokens[counted.last - 1].lower}
    return bool(named & words) and _tells_of_force(annotated)


def _is_police(annotated: Annotated, counted: Counted) -> bool:
    """ "seven policemen", in a report of armed force; officers of anything else are none."""
    tokens, noun = annotated.tokens, counted.noun
    if noun is None:
        return False
    words = frozenset(word_list("people", "police"))
    named = next((i for i in (noun, counted.last - 1) if {tokens[i].lower, tokens[i].lemma} & words), None)
    if named is None or (tokens[named].lemma == "officer" and _of_an_office(annotated, counted, named)):
        return False
    return _tells_of_force(annotated) or _holds("police_force", annotated.text)


def _of_an_office(annotated: Annotated, counted: Counted, officer: int) -> bool:
    """ "a court officer", "two health officers": the noun before the word is none for police."""
    before = annotated.tokens[officer - 1] if officer > counted.first else None
    if before is None or before.pos != "NOUN":
        return False
    return not {before.lower, before.lemma} & {*word_list("people", "police"), *lexicon().armed}


def _tells_of_force(annotated: Annotated) -> bool:
    return _holds("armed_force", annotated.text)


@lru_cache(maxsize=64)
def _holds(pattern: str, text: str) -> bool:
    return word_pattern("people_patterns", pattern).search(text) is not None


def _predicated(annotated: Annotated, counted: Counted) -> dict[Group, str]:
    """ "13 of the dead are children", "six of them women": who they are said to be."""
    found: dict[Group, str] = {}
    sentence = annotated.tokens[counted.first].sentence
    for token in annotated.tokens[counted.last : counted.last + 5]:
        opens = token.lower in {",", "among", "a", "an", "mainly", "mostly"}
        if token.sentence != sentence or not (opens or token.pos in {"AUX", "NOUN", "PROPN", "ADJ", "VERB"}):
            break
        if token.pos == "VERB" and token.lower not in lexicon().groups and token.tag not in {"VBG", "VBN"}:
            break
        group = lexicon().groups.get(token.lower)
        if group is not None:
            found[group] = token.text
    return found
