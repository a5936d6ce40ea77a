"""Parts of a whole: "including five children", "six of them women", "among the dead were two medics"."""

from sayso.claims.counted_types import Counted
from sayso.claims.harm_words import Harm
from sayso.claims.lexicon import lexicon
from sayso.claims.person_words import is_person_word
from sayso.knowledge.patterns import word_pattern
from sayso.knowledge.vocabulary import word_list
from sayso.model import Annotated, Measure

_OPENERS = frozenset(
    ["including", "include", "includes", "included", "incl", "comprising", "mostly", "mainly", "contains", "containing"]
)
_BE = frozenset(["were", "was", "are", "is", "did", "had", "have", "has"])
_JOINTS = frozenset(
    ["and", "or", "&", ",", "as", "well", "along", "with", "plus", "both", ";", "alongside", "his", "her", "their"]
)
_OWNERS = frozenset(["his", "hers", "theirs", "mine", "ours", "yours"])
_AMONG = frozenset(["among", "amongst"])
_AFTER_AMONG = 6
"""Tokens from "among" to a part that it tells of."""
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
        included = they_include(annotated, counted, sentence_start)
        if included is not None:
            return included, _last_whole(annotated, read, included.measure, counted)
        if counted.pronoun and read and annotated.tokens[counted.last - 1].lower == "them":
            return _as_part(annotated, read, _whole_before(read, len(read) - 1))
        return (
            of_a_toll(annotated, counted, read, sentence_start)
            or of_the_harmed(annotated, counted, read, sentence_start)
            or _who_they_were(annotated, counted, read, sentence_start)
        )
    near = earlier[-1]
    if not counted.known and counted.noun is not None:
        return None
    if _so_were(annotated, counted):
        return _beside(annotated, read, near)
    if _opens_part(annotated, counted, read[near][0]) or _is_among_them(annotated, counted):
        return _as_part(annotated, read, _whole_before(read, near))
    if counted.pronoun and _of_them(annotated, counted):
        return _as_part(annotated, read, _whole_before(read, near))
    if _is_inverted_part(annotated, counted, read[near][0], sentence_start):
        return _as_part(annotated, read, _whole_before(read, near))
    if read[near][1].measure in _LOST and _came_through(annotated, counted):
        return None
    if _is_of_those(annotated, counted, read[earlier[0]][0], sentence_start):
        return _as_part(annotated, read, _whole_before(read, earlier[0]))
    if _are_some_of_many(annotated, counted, read[near][0]):
        return _as_part(annotated, read, _whole_before(read, near))
    if _are_the_same(annotated, counted, read[near][0]):
        return _beside(annotated, read, near)
    if _is_bracketed(annotated, counted, read[near], sentence_start):
        return _as_part(annotated, read, near) if read[near][2] is None else _beside(annotated, read, near)
    if _is_gapped(annotated, counted):
        return _beside(annotated, read, near)
    if _is_coordinated(annotated, read[near][0], counted):
        if counted.noun is None and _are_people(annotated, counted):
            return _as_part(annotated, read, _whole_before(read, near))
        return None if _has_own_verb(annotated, counted) else _beside(annotated, read, near)
    return None


def _has_own_verb(annotated: Annotated, counted: Counted) -> bool:
    """ "39 died; 22 others were plucked from the sea": more is said of them than that they were."""
    tokens, at = annotated.tokens, counted.last
    ahead = [t for t in tokens[at : at + 3] if t.sentence == tokens[counted.first].sentence]
    return len(ahead) > 1 and ahead[0].pos == "AUX" and any(t.tag in {"VBN", "VBG"} for t in ahead[1:])


def _are_people(annotated: Annotated, counted: Counted) -> bool:
    """ "12 died, four were children": who some of those counted were."""
    tokens, at = annotated.tokens, counted.last
    return at + 1 < len(tokens) and tokens[at].lower in {"were", "are"} and is_person_word(tokens[at + 1])


def _who_they_were(
    annotated: Annotated, counted: Counted, read: list[Read], sentence_start: int
) -> tuple[Harm, int] | None:
    """ "44 people died. Twenty-two were children": who some of those were that the sentence before told of."""
    sentence = annotated.tokens[sentence_start].sentence
    if counted.noun is not None or counted.first != sentence_start or not _are_people(annotated, counted):
        return None
    before = [n for n, (c, _, _) in enumerate(read) if annotated.tokens[c.first].sentence == sentence - 1]
    whole = next((n for n in before if read[n][2] is None and fits(read[n][0], counted)), None)
    return _as_part(annotated, read, whole) if whole is not None else None


def _so_were(annotated: Annotated, counted: Counted) -> bool:
    """ "three constables were among the dead, as was a girl of six": the same is said of more people."""
    tokens, at = annotated.tokens, counted.first
    return at >= 2 and tokens[at - 1].lower in _BE and tokens[at - 2].lower == "as"


def _is_among_them(annotated: Annotated, counted: Counted) -> bool:
    """ "19 wounded, one nurse among them": a part, told behind it."""
    tokens, at = annotated.tokens, counted.last
    if at + 1 < len(tokens) and tokens[at].lower == "of" and tokens[at + 1].lower in _OWNERS:
        at += 2  # "two cousins of his among them"
    ahead = [t.lower for t in tokens[at : at + 2]]
    return tokens[counted.first - 1].text in {",", "(", "–", "-"} and ahead in (["among", "them"], ["amongst", "them"])


def of_a_toll(annotated: Annotated, counted: Counted, read: list[Read], sentence_start: int) -> tuple[Harm, int] | None:
    """ "That total contains nineteen women": a part of the figure that was given last."""
    start = annotated.tokens[sentence_start].start
    if not word_pattern("harm_patterns", "toll_holds").search(annotated.text[start : counted.span.start]):
        return None
    wholes = [n for n, (c, _, whole) in enumerate(read) if whole is None and fits(c, counted)]
    if not wholes:
        return None
    last = _last_whole(annotated, read, read[wholes[-1]][1].measure, counted)
    return _as_part(annotated, read, wholes[-1] if last is None else last)


def of_the_harmed(
    annotated: Annotated, counted: Counted, read: list[Read], sentence_start: int
) -> tuple[Harm, int | None] | None:
    """ "Of the wounded, four remain in hospital", "most of those killed wore uniform, but five were farmers"."""
    tokens = annotated.tokens
    opened = counted.first - 1 > sentence_start and tokens[counted.first - 1].lower in {",", "and", "but", "while"}
    told = counted.last < len(tokens) and tokens[counted.last].pos in {"VERB", "AUX"}
    if (
        counted.noun is not None
        or counted.figure.high == 0
        or not (opened and told)
        or _came_through(annotated, counted)
    ):
        return None
    at = next((i for i in range(counted.first - 2, sentence_start + 1, -1) if _harmed(annotated, i)), None)
    measure = _harmed(annotated, at) if at is not None else None
    if at is None or measure is None:
        return None
    reason = f'They are some of "{annotated.span_of(at - 1, at + 1).of(annotated.text)}".'
    return Harm(measure, at, reason), _last_whole(annotated, read, measure, counted)


def they_include(annotated: Annotated, counted: Counted, sentence_start: int) -> Harm | None:
    """ "Most of the dead were nurses, but they also included three porters": some of those spoken of."""
    tokens, at = annotated.tokens, counted.first - 1
    while tokens[at].pos == "ADV" and at > sentence_start:
        at -= 1
    if at - 2 <= sentence_start or tokens[at].lemma != "include" or not counted.known:
        return None
    if "they" not in {t.lower for t in tokens[at - 2 : at]}:
        return None
    dead = next((i for i in range(at - 2, sentence_start + 1, -1) if _harmed(annotated, i)), None)
    measure = _harmed(annotated, dead) if dead is not None else None
    if dead is None or measure is None:
        return None
    return Harm(measure, dead, f'They are some of "{annotated.span_of(dead - 1, dead + 1).of(annotated.text)}".')


def _harmed(annotated: Annotated, i: int) -> Measure | None:
    """What befell people called "of the wounded", "of those killed"."""
    tokens, lex = annotated.tokens, lexicon()
    word = tokens[i].lower
    if tokens[i - 1].lower not in {"the", "those"} or tokens[i - 2].lower not in {"of", "among", "amongst"}:
        return None
    if word in lex.people or word in lex.states:
        return lex.people.get(word) or lex.states.get(word)
    verb = lex.verbs.get(word)
    return verb.patient if verb is not None and verb.form == "past" and tokens[i - 1].lower == "those" else None


def _last_whole(annotated: Annotated, read: list[Read], measure: Measure, counted: Counted) -> int | None:
    """The last figure of a harm that can hold these people."""
    wholes = [n for n, (c, h, w) in enumerate(read) if w is None and same_harm(h.measure, measure) and fits(c, counted)]
    fitting = [n for n in wholes if not _is_more(annotated, read[n][0])] or wholes
    fitting = [n for n in fitting if annotated.tokens[read[n][0].first - 1].lower != "from"] or fitting
    if not fitting:
        return None
    last = annotated.tokens[read[fitting[-1]][0].first].sentence
    told_last = [n for n in fitting if annotated.tokens[read[n][0].first].sentence == last]
    return max(told_last, key=lambda n: (read[n][0].figure.low or 0, n))


def _is_more(annotated: Annotated, counted: Counted) -> bool:
    """ "dozens more", "three others": beside those who were counted first."""
    return annotated.tokens[counted.last - 1].lower in {"more", "others"}


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


def _are_some_of_many(annotated: Annotated, counted: Counted, before: Counted) -> bool:
    """ "60 bodies, many of them children and a few old men": told beside a part without a number."""
    between = annotated.text[before.span.end : counted.span.start]
    return counted.known and word_pattern("harm_patterns", "many_of_them").match(between) is not None


def _are_the_same(annotated: Annotated, counted: Counted, before: Counted) -> bool:
    """ "9,400 households (46,800 individuals) affected": families, and the people in them."""
    tokens = annotated.tokens
    if before.noun is None or counted.noun is None or [t.text for t in tokens[before.last : counted.first]] != ["("]:
        return False
    return tokens[before.noun].lemma in {"household", "family"} and counted.known


def _is_bracketed(annotated: Annotated, counted: Counted, before: Read, sentence_start: int) -> bool:
    """ "Deaths: 14 (Quell 9, Nico 5)", "24 (21 inmates, three guards)": the parts of a total, in brackets behind it."""
    tokens, at = annotated.tokens, counted.first - 1
    if counted.implied or counted.last >= len(tokens) or tokens[at].pos not in {"PROPN", "NOUN", "PUNCT"}:
        return False
    if counted.noun is not None and (not counted.known or tokens[at].text not in {"(", ","}):
        return False
    opened = [i for i in range(sentence_start, counted.first) if tokens[i].text == "("]
    within = bool(opened) and not any(tokens[i].text == ")" for i in range(opened[-1], counted.first))
    end = counted.last + (tokens[counted.last].lower in word_list("harm", "cases") or tokens[counted.last].tag == "VBN")
    if not within or end >= len(tokens) or tokens[end].text not in {",", ")", ";", "and"}:
        return False
    return before[0].last == opened[-1] or before[0].first > opened[-1]


def _is_gapped(annotated: Annotated, counted: Counted) -> bool:
    """ "six died in Lenta, four in Moro and one in the port": the verb is told once."""
    tokens = annotated.tokens
    last = counted.last < len(tokens) and tokens[counted.last].lower in _LOCATING
    after = annotated.text[counted.span.end : counted.span.end + 30]
    if not (last or word_pattern("harm_patterns", "time_behind").match(after)) or (
        counted.noun is not None and tokens[counted.noun].lower not in {"others", "more"}
    ):
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
    if annotated.tokens[counted.first - 1].text == "," and after.lower in word_list("harm", "of_bodies"):
        return False
    if after.pos == "VERB" and after.tag in {"VBD", "VBZ", "VBP"} and not is_person_word(after):
        return True
    return counted.implied and counted.noun is not None and _does_else(annotated, counted.noun, counted.last)


def _does_else(annotated: Annotated, noun: int, last: int) -> bool:
    """ "seven died, a doctor at the clinic told the paper": the person does something that is no harm."""
    tokens = annotated.tokens
    verb = tokens[tokens[noun].head]
    active = tokens[noun].dep == "nsubj" and verb.pos == "VERB" and verb.i >= last
    return active and verb.lower not in lexicon().verbs and verb.lower not in lexicon().states


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
    if not read or counted.figure.high == 0:
        return None
    held = _held_by(annotated, counted, read, sentence_start)
    if held is not None:
        return held
    earlier = [n for n, (_, h, _) in enumerate(read) if same_harm(h.measure, harm.measure)]
    if not earlier:
        return None
    here = [n for n in earlier if read[n][0].first >= sentence_start]
    if here and _opens_part(annotated, counted, read[here[-1]][0]):
        return _whole_before(read, here[-1])
    if here and _is_coordinated(annotated, read[here[-1]][0], counted):
        return read[here[-1]][2]
    if _is_said_of_some(annotated, counted, harm, sentence_start):
        return _last_whole(annotated, read, harm.measure, counted)
    return None


def _held_by(annotated: Annotated, counted: Counted, read: list[Read], sentence_start: int) -> int | None:
    """ "640 patients, 41 of whom died", "two of the wounded died", "19 wounded, a nurse among them"."""
    tokens = annotated.tokens
    here = [n for n, (c, _, _) in enumerate(read) if c.first >= sentence_start]
    last = tokens[counted.last - 1].lower
    joined = tokens[counted.first - 1].lower in {",", "(", "and", "–", "-", ";"}
    if here and (
        (counted.pronoun and joined and last in {"them", "whom", "which"}) or _is_among_them(annotated, counted)
    ):
        return _whole_before(read, here[-1])
    if here and _ended_badly(annotated, counted) and fits(read[here[-1]][0], counted):
        return _whole_before(read, here[-1])
    measure = lexicon().people.get(last) if counted.pronoun else None
    if measure is not None:
        return _last_whole(annotated, read, measure, counted)
    some = of_a_toll(annotated, counted, read, sentence_start) or of_the_harmed(
        annotated, counted, read, sentence_start
    )
    return some[1] if some else None


def _ended_badly(annotated: Annotated, counted: Counted) -> bool:
    """ "nine wounded, two fatally", "11 taken to hospital; three did not live": some of those told of before."""
    tokens, at = annotated.tokens, counted.last
    if (
        counted.noun is not None
        or counted.pronoun
        or counted.implied
        or at >= len(tokens)
        or _is_more(annotated, counted)
    ):
        return False
    if tokens[at].lower in word_list("harm", "severely") and tokens[counted.first - 1].text in {",", "("}:
        return True
    return word_pattern("harm_patterns", "later_died").match(annotated.text[counted.span.end :][:40]) is not None


def _is_said_of_some(annotated: Annotated, counted: Counted, harm: Harm, sentence_start: int) -> bool:
    """ "two brothers were among the dead", "the dead included eight women", "seven of those killed"."""
    tokens = annotated.tokens
    behind = harm.trigger > counted.last
    near = range(max(counted.last, harm.trigger - 4), harm.trigger)
    among_after = behind and any(
        tokens[i].lower in {"among", "amongst"} and tokens[i + 1].lower in {"the", "those", "its", "their"}
        for i in near
    )
    among_before = _comes_after_among(annotated, counted, sentence_start)
    included = tokens[counted.first - 1].lower in {"included", "include", "includes"}
    of_dead = behind and counted.last < len(tokens) and tokens[counted.last].lower == "of"
    some_of_them = counted.pronoun and harm.trigger >= counted.last
    return among_after or among_before or some_of_them or of_dead or (included and harm.trigger == counted.first - 2)


def _comes_after_among(annotated: Annotated, counted: Counted, sentence_start: int) -> bool:
    """ "Among the dead were two medics"; not "a child was among the eight people killed", who are the whole."""
    tokens = annotated.tokens
    at = max((i for i in range(sentence_start, counted.first) if tokens[i].lower in _AMONG), default=None)
    if at is None or counted.first - at > _AFTER_AMONG:
        return False
    between = {t.lower for t in tokens[at + 1 : counted.first]}
    return bool(between - {"the", "at", "least", "some", "about", "more", "than", "those", "over", "nearly"})


def same_harm(left: Measure, right: Measure) -> bool:
    """The same harm, or kinds of killing."""
    family = {Measure.KILLED, Measure.EXECUTED, Measure.KILLED_OR_INJURED}
    return left is right or (left in family and right in family)


def fits(whole: Counted, part: Counted) -> bool:
    """The whole is as large as the part, as far as the figures tell."""
    bound = whole.figure.high if whole.figure.high is not None else whole.figure.low
    size = part.figure.low
    return size is None or bound is None or size <= bound or whole.figure.high is None
