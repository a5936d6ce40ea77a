"""Quantities that look like counts of people and are none: ages, things, tolls of which nothing is said."""

from sayso.claims.counted_types import Counted
from sayso.claims.harm_rows import in_a_row_of_things
from sayso.claims.lexicon import lexicon
from sayso.claims.person_words import is_person_word, is_singular
from sayso.knowledge.numbers import read_number
from sayso.knowledge.patterns import word_pattern
from sayso.knowledge.vocabulary import word_list
from sayso.model import Annotated, Modifier, Sentence

_ROWS = frozenset({"|", ":", ";", "-", "–", "—", "•", "*"})
_CLOSES = frozenset({",", ".", ";", ")", "]"})
_SHARED = 100
"""The largest whole of a share: "one in a hundred"."""
_SEVERAL = frozenset({"family", "group", "crew", "party", "team", "couple", "household", "body"})
_OF_AGE = 21
"""Years: who is said to be under so many, or fewer, is young."""
_OLDEST = 111
"""Years: from this on a number is no age."""


def counts_no_people(annotated: Annotated, sentence: Sentence, counted: Counted) -> bool:
    """The words around the number say that it counts no people, or nobody new."""
    return (
        _is_age(annotated, sentence, counted)
        or _is_thing(annotated, counted)
        or _describes_a_thing(annotated, sentence, counted)
        or _is_one_of_those(annotated, counted)
        or _opens_a_toll(annotated, sentence, counted)
        or _is_unseen(annotated, counted)
        or _is_supposed(annotated, sentence, counted)
        or _is_idle(annotated, sentence, counted)
        or _names_a_body(annotated, sentence, counted)
        or _is_age_of_one(annotated, sentence, counted)
        or _speaks(annotated, sentence, counted)
        or _is_share(annotated, sentence, counted)
        or _is_not_so_bad(annotated, sentence, counted)
        or in_a_row_of_things(annotated, counted)
        or _numbers_a_section(annotated, counted)
    )


def _is_age(annotated: Annotated, sentence: Sentence, counted: Counted) -> bool:
    """ "a girl of eight"; "a boy, 15, was hit"."""
    tokens, at = annotated.tokens, counted.first
    if counted.noun is not None or at - 3 < sentence.first:
        return False
    if _is_age_beside(annotated, sentence, counted):
        return True
    if tokens[at - 1].lower != "of":
        return False
    person = tokens[at - 2]
    return is_person_word(person) and is_singular(person) and person.lower not in _SEVERAL


def _is_age_beside(annotated: Annotated, sentence: Sentence, counted: Counted) -> bool:
    """ "her husband, 74, collapsed", "Dead are a grandmother, 71; her son, 48"."""
    tokens, at = annotated.tokens, counted.first
    person, size = tokens[at - 2], counted.figure.low
    if counted.figure.modifier is not Modifier.EXACT or size is None or not 0 < size < _OLDEST:
        return False
    closed = counted.last >= sentence.last or tokens[counted.last].text in _CLOSES
    opened = tokens[at - 1].text in {",", "("}
    return opened and closed and is_person_word(person) and is_singular(person) and person.lower not in _SEVERAL


def _is_thing(annotated: Annotated, counted: Counted) -> bool:
    """ "four armored infantry vehicles": things, whatever the verb."""
    if counted.noun is None:
        return False
    noun, lex = annotated.tokens[counted.noun], lexicon()
    ahead = annotated.tokens[counted.noun + 1 : counted.noun + 3]
    if len(ahead) == 2 and noun.lower == "head" and ahead[0].lower == "of" and ahead[1].lower in lex.things:
        return True  # "5,000 head of cattle"
    if counted.known:
        return False
    if noun.lower in {"case", "cases"}:
        return False  # of an illness perhaps
    return noun.lower in lex.things and noun.lower not in lex.people


def _describes_a_thing(annotated: Annotated, sentence: Sentence, counted: Counted) -> bool:
    """ "two besieged villages", "17 of the hijacked ships": the state is that of a thing."""
    if counted.noun is not None:
        return False
    tokens, lex = annotated.tokens, lexicon()
    for token in tokens[counted.last : min(counted.last + 7, sentence.last)]:
        if token.lower in {"case", "cases"}:
            return False  # of an illness perhaps
        if token.lower in lex.things and token.pos in {"NOUN", "PROPN"}:
            if token.tag in {"NNS", "NNPS"}:
                return True
            continue
        if token.pos == "NUM" and annotated.tokens[token.i - 1].lower in {"of", "the", "its", "their"}:
            continue  # "61 of 74 drones"
        held = token.text == "-" or (token.i + 1 < sentence.last and annotated.tokens[token.i + 1].text == "-")
        state = (
            held
            or token.lower in lex.states
            or token.tag in {"VBN", "JJ", "NNP", "NNPS"}
            or token.pos in {"ADJ", "DET"}
        )
        if not state and token.lower != "of":
            return False
    return False


def _is_one_of_those(annotated: Annotated, counted: Counted) -> bool:
    """ "every one of them", "one of those who came": somebody counted elsewhere; "one of those hit" is told of."""
    tokens = annotated.tokens
    if not counted.pronoun:
        return False
    if counted.first > 0 and tokens[counted.first - 1].lower in {"every", "each", "any", "not"}:
        return True
    if counted.first > 1 and [t.lower for t in tokens[counted.first - 2 : counted.first]] == ["all", "but"]:
        return True
    if counted.figure.low != 1 or counted.figure.high != 1 or tokens[counted.last - 1].lower not in {"those", "these"}:
        return False
    if counted.first and tokens[counted.first - 1].lemma == "be":
        return True  # "a student who was one of those killed"
    harmed = lexicon().verbs.get(tokens[counted.last].lower) if counted.last < len(tokens) else None
    return harmed is None or harmed.form != "past" or not (harmed.patient or harmed.undergoer)


def _is_supposed(annotated: Annotated, sentence: Sentence, counted: Counted) -> bool:
    """ "even if there are 5,000 of them"."""
    words = [t.lower for t in annotated.tokens[max(sentence.first, counted.first - 4) : counted.first]]
    return "if" in words and bool({"there", "were", "are"} & set(words[words.index("if") :]))


def _is_idle(annotated: Annotated, sentence: Sentence, counted: Counted) -> bool:
    """ "four bodies, one after another", "twelve deaths, one more than the list": nobody new."""
    if counted.noun is not None or counted.pronoun or counted.implied:
        return False
    before = annotated.text[sentence.span.start : counted.span.start]
    if word_pattern("harm_patterns", "idle_before").search(before):
        return True  # "shot in groups of five"
    after = annotated.text[annotated.tokens[counted.number].start : sentence.span.end]
    return word_pattern("harm_patterns", "idle_number").match(after) is not None


def _names_a_body(annotated: Annotated, sentence: Sentence, counted: Counted) -> bool:
    """ "a spokesman for Rescue 1122": the number belongs to the name of a service."""
    tokens, i = annotated.tokens, counted.first - 1
    if counted.noun is not None or i - 1 < sentence.first or not tokens[counted.first].text.isdigit():
        return False
    named = tokens[i].text.istitle() and tokens[i].lower in lexicon().verbs and tokens[i - 1].text.isalpha()
    numbered = tokens[i].text.istitle() and tokens[i].lower in word_list("harm", "numbered")
    return (named and tokens[i - 1].text.islower()) or (numbered and tokens[i - 1].text not in _ROWS)


def _is_age_of_one(annotated: Annotated, sentence: Sentence, counted: Counted) -> bool:
    """ "the youngest victim was 19", "a girl who was five": an age."""
    if counted.noun is not None or counted.pronoun or (counted.figure.high or counted.figure.low or 0) >= _OLDEST:
        return False
    before = annotated.text[sentence.span.start : counted.span.start]
    after = annotated.text[counted.span.end : sentence.span.end]
    if counted.figure.low is None or counted.figure.modifier in (Modifier.MORE_THAN, Modifier.FEWER_THAN):
        if word_pattern("harm_patterns", "age_after").match(after) is None:
            return False
        young = counted.figure.modifier is Modifier.FEWER_THAN and (counted.figure.high or 0) < _OF_AGE
        aged = word_pattern("harm_patterns", "aged_over").search(before)
        return aged is not None or (young and word_pattern("harm_patterns", "aged_under").search(before) is not None)
    return word_pattern("harm_patterns", "age_before").search(before) is not None


def _speaks(annotated: Annotated, sentence: Sentence, counted: Counted) -> bool:
    """ "“We drive ambulances,” said one of them, Jo, 33": who speaks is nobody new."""
    if counted.noun is not None or counted.implied or counted.figure.low not in (1, 2, 3):
        return False
    before = annotated.text[sentence.span.start : counted.span.start]
    after = annotated.text[counted.span.end : sentence.span.end]
    said = word_pattern("harm_patterns", "speech_before").search(before)
    return said is not None and word_pattern("harm_patterns", "speaker_ends").match(after) is not None


def _is_share(annotated: Annotated, sentence: Sentence, counted: Counted) -> bool:
    """ "one in seven Pakistanis", "nine in ten of them": a share, on either side of "in"."""
    tokens, low = annotated.tokens, counted.figure.low
    if low is None or low > _SHARED or counted.implied:
        return False
    thing = counted.noun is not None and not counted.known
    if not thing and counted.first - 2 >= sentence.first and tokens[counted.first - 1].lower == "in":
        part = next((t for t in tokens[counted.first - 3 : counted.first - 1] if t.pos == "NUM"), None)
        number = read_number(part.text) if part is not None else None
        return number is not None and number < low
    at = counted.number + 1
    if at + 1 >= sentence.last or tokens[at].lower != "in" or tokens[at + 1].pos != "NUM":
        return False
    number = read_number(tokens[at + 1].text)
    ahead = tokens[at + 2] if at + 2 < sentence.last else None
    of_things = ahead is not None and ahead.pos == "NOUN" and not is_person_word(ahead)
    return number is not None and low < number <= _SHARED and not of_things


def _numbers_a_section(annotated: Annotated, counted: Counted) -> bool:
    """ "3. BY COUNTY": a number that opens its line, with a full stop and a heading behind it."""
    text, start, end = annotated.text, counted.span.start, counted.span.end
    above = text[:start].rstrip(" ").removesuffix("\n").rstrip()
    opens = (start == 0 or text[start - 1] == "\n") and not above.endswith(":")
    return (
        opens
        and counted.span.of(text).isdigit()
        and text[end : end + 2] in (". ", ") ")
        and text[end + 2 :][:1].isupper()
    )


def _is_not_so_bad(annotated: Annotated, sentence: Sentence, counted: Counted) -> bool:
    """ "four women hit, none of them mortally": no count of people unhurt."""
    if counted.figure.high != 0 or counted.noun is not None:
        return False
    after = annotated.text[annotated.tokens[counted.number].end : sentence.span.end]
    return word_pattern("harm_patterns", "not_badly").match(after) is not None


def _is_unseen(annotated: Annotated, counted: Counted) -> bool:
    """ "with no visible injuries": said of bodies, not of how many were hurt."""
    words = {t.lower for t in annotated.tokens[counted.first : counted.last]}
    if counted.figure.high == 0 and words & {"body", "bodies", "corpse", "corpses", "remains"}:
        return True  # "no bodies have been found since Thursday": nobody has come to be counted
    return counted.figure.high == 0 and bool(words & {"visible", "apparent", "obvious", "external", "outward"})


def _opens_a_toll(annotated: Annotated, sentence: Sentence, counted: Counted) -> bool:
    """ "no immediate death toll": nothing is said of how many there were."""
    ahead = annotated.tokens[counted.last] if counted.last < sentence.last else None
    return (
        counted.figure.high == 0 and ahead is not None and ahead.lower in lexicon().toll | {"report", "reports", "word"}
    )
