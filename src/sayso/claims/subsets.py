"""Parts of a whole: "including five children", "six of them women", "among the dead were two medics"."""

from sayso.claims.counted_types import Counted
from sayso.claims.harm_words import Harm
from sayso.claims.person_words import is_person_word
from sayso.knowledge.vocabulary import word_list
from sayso.model import Annotated, Measure

_OPENERS = frozenset(["including", "include", "includes", "included", "incl", "comprising", "mostly", "mainly"])
_JOINTS = frozenset(
    ["and", "or", "&", ",", "as", "well", "along", "with", "plus", "both", ";", "alongside", "his", "her", "their"]
)
_LOCATING = frozenset(["in", "at", "on", "near", "outside", "around", "inside"])
_LOST = frozenset({Measure.MISSING, Measure.TRAPPED, Measure.KILLED})
"""Measures that people who came through do not share."""
Read = tuple[Counted, Harm, int | None]
"""A figure, what happened, and the index of its whole in the same list."""


def inherited(
    annotated: Annotated, counted: Counted, read: list[Read], sentence_start: int
) -> tuple[Harm, int | None] | None:
    """The harm that a figure without a word of harm of its own takes from the figure it belongs to."""
    earlier = [n for n, (c, _, _) in enumerate(read) if c.first >= sentence_start and c.last <= counted.first]
    if ((counted.pronoun or counted.implied) and _acts(annotated, counted)) or _is_named(annotated, counted):
        return None
    if not earlier:
        if counted.pronoun and read and annotated.tokens[counted.last - 1].lower == "them":
            return _as_part(annotated, read, _whole_before(read, len(read) - 1))
        return None
    near = earlier[-1]
    if not counted.known and counted.noun is not None:
        return None
    if _opens_part(annotated, counted, read[near][0]):
        return _as_part(annotated, read, _whole_before(read, near))
    if counted.pronoun and _of_them(annotated, counted):
        return _as_part(annotated, read, _whole_before(read, near))
    if _is_inverted_part(annotated, counted, read[near][0], sentence_start):
        return _as_part(annotated, read, _whole_before(read, near))
    if read[near][1].measure in _LOST and _came_through(annotated, counted):
        return None
    if _is_of_those(annotated, counted, read[near][0], sentence_start):
        return _as_part(annotated, read, _whole_before(read, near))
    if _is_gapped(annotated, counted):
        return _beside(annotated, read, near)
    if _is_coordinated(annotated, read[near][0], counted):
        return _beside(annotated, read, near)
    return None


def _came_through(annotated: Annotated, counted: Counted) -> bool:
    """ "Of the 23 reported missing, 19 have turned up safe": no part of the harmed."""
    tokens, at = annotated.tokens, counted.last
    ahead = [t for t in tokens[at : at + 6] if t.sentence == tokens[counted.first].sentence]
    return any(t.lower in word_list("harm", "unharmed") for t in ahead)


def _beside(annotated: Annotated, read: list[Read], near: int) -> tuple[Harm, int | None]:
    harm, whole = read[near][1], read[near][2]
    reason = f'It stands beside "{_words(annotated, read[near][0])}", which has the measure.'
    return Harm(harm.measure, harm.trigger, reason, harm.agent, harm.passive), whole


def _is_inverted_part(annotated: Annotated, counted: Counted, before: Counted, sentence_start: int) -> bool:
    """ "Among the 73 people who died were 19 children": the part stands behind the verb."""
    tokens = annotated.tokens
    if tokens[counted.first - 1].lower not in {"were", "was", "are", "is"}:
        return False
    return any(
        t.lower in {"among", "amongst"} for t in tokens[max(sentence_start, before.first - 3) : before.first + 1]
    )


def _is_of_those(annotated: Annotated, counted: Counted, before: Counted, sentence_start: int) -> bool:
    """ "Of the 23 sailors arrested, 12 are from the coast": a part of the whole that opens the sentence."""
    tokens = annotated.tokens
    opens = before.first - sentence_start in (1, 2) and tokens[before.first - 1].lower == "of"
    own = counted.noun is not None and tokens[counted.noun].pos == "NOUN"
    return opens and not own and tokens[counted.first - 1].lower in {",", "and"}


def _is_gapped(annotated: Annotated, counted: Counted) -> bool:
    """ "six died in Lenta, four in Moro and one in the port": the verb is told once."""
    tokens = annotated.tokens
    last = counted.last < len(tokens) and tokens[counted.last].lower in _LOCATING
    if not last or (counted.noun is not None and tokens[counted.noun].lower not in {"others", "more"}):
        return False
    before = tokens[counted.first - 1]
    return before.lower in {",", "and", ";", "but"} or before.pos == "PROPN"


def _words(annotated: Annotated, counted: Counted) -> str:
    return counted.span.of(annotated.text)


def _as_part(annotated: Annotated, read: list[Read], whole: int) -> tuple[Harm, int]:
    harm = read[whole][1]
    reason = f'Part of "{_words(annotated, read[whole][0])}", which has the measure.'
    return Harm(harm.measure, harm.trigger, reason, harm.agent, harm.passive), whole


def _whole_before(read: list[Read], at: int) -> int:
    """The whole that the figure at an index belongs to, or that figure itself."""
    whole = read[at][2]
    return at if whole is None else whole


def _acts(annotated: Annotated, counted: Counted) -> bool:
    """The figure is the subject of a verb of its own ("two of them escaped")."""
    if counted.last >= len(annotated.tokens):
        return False
    after = annotated.tokens[counted.last]
    return after.pos == "VERB" and after.tag in {"VBD", "VBZ", "VBP"} and not is_person_word(after)


def _is_named(annotated: Annotated, counted: Counted) -> bool:
    """ "the Front's commander, Jane Doe, said": a speaker, no one of those counted before."""
    ahead = annotated.tokens[counted.last : counted.last + 2]
    return counted.implied and len(ahead) == 2 and ahead[0].text == "," and ahead[1].pos == "PROPN"


def _of_them(annotated: Annotated, counted: Counted) -> bool:
    return annotated.tokens[counted.last - 1].lower in {"them", "whom", "which", "those", "these"}


def _opens_part(annotated: Annotated, counted: Counted, before: Counted) -> bool:
    """ "including", "among them", "among whom" right before the figure, after an earlier figure."""
    tokens = annotated.tokens
    i = counted.first - 1
    if tokens[i].lower in {"at", "least", "about", ":", ","}:
        i -= 1
    if i < before.last - 1:
        return False
    if tokens[i].lower in {"were", "was"}:
        i -= 1
    if tokens[i].lower == "of" and tokens[i - 1].lower in {"that", "those"}:
        i -= 2
    word = tokens[i].lower
    if word in _OPENERS:
        return True
    return word in {"them", "whom", "which", "those"} and tokens[i - 1].lower in {"among", "amongst", "of"}


def _is_coordinated(annotated: Annotated, before: Counted, counted: Counted) -> bool:
    between = annotated.tokens[before.last : counted.first]
    if len(between) > 4:
        return False
    return bool(between) and all(t.lower in _JOINTS for t in between)


def whole_of(annotated: Annotated, counted: Counted, harm: Harm, read: list[Read], sentence_start: int) -> int | None:
    """The earlier figure that a figure with a word of harm of its own is a part of; None where it is a whole."""
    if not read:
        return None
    tokens = annotated.tokens
    earlier = [n for n, (c, h, _) in enumerate(read) if _same(h.measure, harm.measure)]
    if not earlier:
        return None
    here = [n for n in earlier if read[n][0].first >= sentence_start]
    if here and (_opens_part(annotated, counted, read[here[-1]][0]) or counted.pronoun):
        return _whole_before(read, here[-1])
    if here and _is_coordinated(annotated, read[here[-1]][0], counted):
        return read[here[-1]][2]
    span = range(counted.last, min(counted.last + 6, len(tokens)))
    among_after = any(tokens[j].lower in {"among", "amongst"} for j in span) and harm.trigger > counted.last
    before = tokens[max(sentence_start, counted.first - 6) : counted.first]
    among_before = any(t.lower in {"among", "amongst"} for t in before)
    of_dead = any(tokens[j].lower == "of" for j in span[:1]) and harm.trigger > counted.last
    if among_after or among_before or counted.pronoun or of_dead:
        wholes = [n for n in earlier if read[n][2] is None and _fits(read[n][0], counted)]
        return wholes[-1] if wholes else None
    return None


def _same(left: Measure, right: Measure) -> bool:
    family = {Measure.KILLED, Measure.EXECUTED, Measure.KILLED_OR_INJURED}
    return left is right or (left in family and right in family)


def _fits(whole: Counted, part: Counted) -> bool:
    bound = whole.figure.high if whole.figure.high is not None else whole.figure.low
    size = part.figure.low
    return size is None or bound is None or size <= bound or whole.figure.high is None
