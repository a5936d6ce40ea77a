"""Candidates for figures: quantities with the noun they count, and single persons ("a man", "another climber")."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from sayso.claims.lexicon import lexicon
from sayso.knowledge.numbers import Quantity, find_quantities
from sayso.model import Annotated, Figure, Modifier, Name, Sentence, Span, Token

_NOUNISH = frozenset({"NOUN", "PROPN", "ADJ", "NUM"})
_LEAD = frozenset("the another further additional other those these".split())
_BREAK = frozenset(
    "were was are is be been had have has who which that whom while as in on at by from for to with and or but , . ; : ( ) \" ' -- when where after before during into near since until than".split()
)
_OF_DETERMINERS = frozenset("the these those their its his her our them whom which".split())
_SUFFIXES = (
    "ists",
    "ist",
    "eers",
    "eer",
    "ians",
    "workers",
    "worker",
    "fighters",
    "fighter",
    "men",
    "women",
    "ees",
    "man",
    "woman",
)
_NO_SINGLE = frozenset("injury casualty fatality dead wounded injured deceased arrest missing displaced homeless victim death general".split())
_ORDINALS = frozenset("first second third fourth fifth sixth seventh eighth ninth tenth latest only".split())
_ONE_OF = frozenset({"one"})


@dataclass(frozen=True, slots=True)
class Counted:
    """A quantity with the words that it counts; tokens `first` to `last` exclusive make the figure."""

    first: int
    last: int
    span: Span
    figure: Figure
    number: int
    """Index of the first token of the number (of the noun where there is no number)."""
    noun: int | None
    """Index of the noun that says who is counted; None for a bare number."""
    who: str | None
    known: bool
    """The words name people for sure."""
    implied: bool = False
    """ "a man": a count of one without a number."""
    pronoun: bool = False
    """ "of them", "of whom": who is counted stands before."""


def candidates(annotated: Annotated, sentence: Sentence) -> tuple[Counted, ...]:
    """Everything in a sentence that may count people, in order, without overlap."""
    found: list[Counted] = []
    quantities = find_quantities(annotated.text, sentence.span)
    for quantity in quantities:
        counted = _with_noun(annotated, sentence, quantity, quantities)
        if counted is None or (found and counted.first < found[-1].last):
            continue
        if counted.noun is None and _is_no_count(annotated, sentence, counted, quantities):
            continue
        found.append(counted)
    found = _all_but(annotated, found)
    taken = {i for c in found for i in range(c.first, c.last)}
    found.extend(_implied(annotated, sentence, taken))
    return tuple(sorted(found, key=lambda c: c.first))


def _all_but(annotated: Annotated, found: list[Counted]) -> list[Counted]:
    """ "all but two of the 30 passengers": 28."""
    tokens = annotated.tokens
    kept: list[Counted] = []
    for counted in found:
        few = kept[-1] if kept else None
        if few is not None and few.first >= 2 and counted.figure.high and few.figure.high:
            opening = [tokens[i].lower for i in (few.first - 2, few.first - 1)] == ["all", "but"]
            between = {t.lower for t in tokens[few.last : counted.first]}
            if opening and between <= {"of", "the", "their", "its"} and counted.figure.high > few.figure.high:
                first, rest = few.first - 2, counted.figure.high - few.figure.high
                span = annotated.span_of(first, counted.last)
                figure = Figure(rest, rest, counted.figure.modifier, span.of(annotated.text))
                kept[-1] = replace(counted, first=first, span=span, figure=figure)
                continue
        kept.append(counted)
    return kept


def _is_no_count(annotated: Annotated, sentence: Sentence, counted: Counted, others: tuple[Quantity, ...]) -> bool:
    """A bare number that is an age ("Jane Doe, 46, was hurt"), or that stands right before another number."""
    tokens = annotated.tokens
    if any(q.span.start in (counted.span.end, counted.span.end + 1) for q in others):
        return True
    after = tokens[counted.last].lower if counted.last < sentence.last else "."
    if counted.first <= sentence.first or after not in {",", ".", ")", ";", "and", "was", "of", '"'} | {"died", "has"}:
        return False
    before = tokens[counted.first - 1]
    size = counted.figure.low
    if counted.figure.modifier is not Modifier.EXACT or size is None or not 0 < size < 111:
        return False
    if before.lower == "both":
        return True
    named = counted.first - 2 >= sentence.first and tokens[counted.first - 2].pos == "PROPN"
    return before.text in {",", "("} and named


def _is_compound(annotated: Annotated, i: int) -> bool:
    """The word is the first half of a compound: "rebel-held"."""
    tokens = annotated.tokens
    if i + 2 >= len(tokens) or tokens[i + 1].text != "-" or tokens[i + 1].start != tokens[i].end:
        return False
    return tokens[i + 2].start == tokens[i + 1].end and not is_person_word(tokens[i + 2])


def is_person_word(token: Token) -> bool:
    """The word names people in the vocabulary, or by its ending."""
    lex = lexicon()
    word = token.lower
    if word in lex.things:
        return False
    if word in lex.groups or token.lemma in lex.groups or word in lex.people:
        return True
    return token.pos in {"NOUN", "PROPN"} and len(word) > 5 and word.endswith(_SUFFIXES)


def is_demonym(annotated: Annotated, i: int) -> bool:
    """The token stands in a name for people ("Somalis", "Syrian")."""
    token = annotated.tokens[i]
    if not token.text[:1].isupper():
        return False
    return any(name.label == "NORP" and name.first <= i < name.last for name in _names_near(annotated, i)) or (
        token.lower.endswith(("is", "ians", "ese", "ish", "ans")) and token.pos in {"PROPN", "ADJ", "NOUN"}
    )


def _names_near(annotated: Annotated, i: int) -> Iterator[Name]:
    token = annotated.tokens[i]
    return (n for n in annotated.names if n.span.start <= token.start < n.span.end)


def _with_noun(
    annotated: Annotated, sentence: Sentence, quantity: Quantity, others: tuple[Quantity, ...]
) -> Counted | None:
    tokens = annotated.tokens
    inside = annotated.tokens_in(quantity.span)
    core = annotated.tokens_in(quantity.number)
    if not inside or not core:
        return None
    limit = min(
        [
            sentence.last,
            *(t.i for q in others if q.span.start >= quantity.span.end for t in annotated.tokens_in(q.span)[:1]),
        ]
    )
    first, after = inside[0].i, inside[-1].i + 1
    one_of = core[-1].lower in _ONE_OF and after < limit and tokens[after].lower == "of"
    last, noun, known, pronoun = _noun_after(annotated, after, limit)
    if quantity.is_none and noun is None and quantity.number.of(annotated.text).lower() == "no":
        return None
    first = _lead(annotated, sentence, first)
    if noun is None and not pronoun and _opens_family(annotated, sentence, first):
        first, noun, known = first - 3, first - 2, True
    if one_of and noun is None and not pronoun:
        return None
    span = annotated.span_of(first, last)
    if span.start > quantity.span.start or span.end < quantity.span.end:
        span = Span(min(span.start, quantity.span.start), max(span.end, quantity.span.end))
    if noun is None and not pronoun:
        noun = _counted_thing(annotated, core[-1].i, limit)
    figure = Figure(quantity.low, quantity.high, quantity.modifier, span.of(annotated.text))
    words = max(after, core[-1].i + 1)
    who = annotated.span_of(words, last).of(annotated.text) if noun is not None and words < last else None
    if who and who.lower().startswith("of "):
        who = who[3:]
    return Counted(first, last, span, figure, core[0].i, noun, who, known, pronoun=pronoun)


def _opens_family(annotated: Annotated, sentence: Sentence, first: int) -> bool:
    """ "a family of five": the number counts its members."""
    tokens = annotated.tokens
    if first - 3 < sentence.first or tokens[first - 1].lower != "of":
        return False
    return tokens[first - 2].lower in {"family", "group", "party", "team", "crew"} and tokens[first - 3].pos == "DET"


def _counted_thing(annotated: Annotated, number: int, limit: int) -> int | None:
    """The noun that the grammar gives a number that no noun for people follows ("13 fully loaded magazines")."""
    tokens = annotated.tokens
    head = tokens[number].head
    counted = tokens[number].dep == "nummod" and number < head < min(limit, number + 6)
    triggers = any(_is_trigger(annotated, i, True) for i in range(number + 1, head + 1)) if counted else True
    return head if counted and not triggers else None


def _lead(annotated: Annotated, sentence: Sentence, first: int) -> int:
    """ "the 18 militants", "another ten": the words before the number that belong to it."""
    tokens = annotated.tokens
    at = first
    while at > sentence.first and at > first - 2 and tokens[at - 1].lower in _LEAD | {"a"}:
        if tokens[at - 1].lower == "a" and tokens[at].lower not in {"further", "additional"}:
            break
        at -= 1
    return at


def _noun_after(annotated: Annotated, at: int, limit: int) -> tuple[int, int | None, bool, bool]:
    """Where the figure's noun phrase ends, its noun, whether that names people for sure, and "of them"."""
    tokens, lex = annotated.tokens, lexicon()
    j, best, noun, known = at, at, None, False
    if j < limit and tokens[j].lower == "of":
        j += 1
        if j < limit and tokens[j].lower in {"them", "whom", "which", "those", "these"}:
            return j + 1, None, True, True
        if j < limit and tokens[j].lower in _OF_DETERMINERS:
            j += 1
            if j < limit and tokens[j].lower in lex.people and not (j + 1 < limit and is_person_word(tokens[j + 1])):
                return j + 1, j, True, True
    elif j < limit and tokens[j].lower in {"the"}:
        return at, None, False, False
    fallback = None
    while j < limit and j < at + 10:
        token = tokens[j]
        word = token.lower
        if word in {
            "more",
            "others",
            "other",
            "additional",
            "further",
            "new",
            "alleged",
            "suspected",
            "-",
            "severely",
            "seriously",
            "'s",
            "’s",
            "s",
            "critically",
        }:
            if word == "others" or (word == "more" and noun is None):
                best, known = j + 1, known or word == "others"
                noun = j if word == "others" else noun
                if word == "others":
                    break
            j += 1
            continue
        if _is_compound(annotated, j):
            j += 3
            continue
        if (is_person_word(token) or is_demonym(annotated, j)) and not _is_trigger(annotated, j, noun is not None):
            if not _names_a_thing(annotated, j, limit):
                best, noun, known = j + 1, j, True
            j += 1
            continue
        if word in {"and", "&", "or", "/"}:
            stop = _coordinated(annotated, j, limit, noun is not None)
            if stop is None:
                break
            best, j, known = stop, stop, True
            noun = noun if noun is not None else stop - 1
            continue
        if word == "of" and noun is not None and tokens[noun].lower in lex.headed:
            stop = _complement(annotated, j, limit)
            best = stop
            break
        if (
            _breaks(token)
            or not _is_acronym(token) and token.pos in {"VERB", "AUX", "ADP", "PUNCT", "SCONJ", "PRON", "DET", "CCONJ"}
            and not _modifies(annotated, j, limit)
        ):
            break
        if _is_trigger(annotated, j, True) and not _modifies(annotated, j, limit):
            break
        if token.pos in {"NOUN", "PROPN"} and fallback is None and noun is None:
            fallback = j
        elif token.pos in {"NOUN"} and noun is None:
            fallback = j
        j += 1
    if noun is None and fallback is not None and best == at:
        return fallback + 1, fallback, False, False
    return best, noun, known, False


def _names_a_thing(annotated: Annotated, i: int, limit: int) -> bool:
    """A word for people before a noun for a thing: "60 Kurdish villages", "two merchant vessels"."""
    tokens, things = annotated.tokens, lexicon().things
    ahead = tokens[i + 1 : min(i + 3, limit)]
    return any(t.lower in things and t.pos in {"NOUN", "PROPN"} and not _is_trigger(annotated, t.i, True) for t in ahead[:1]) or (
        len(ahead) > 1 and ahead[0].pos in {"NOUN", "PROPN"} and ahead[0].lower not in lexicon().groups and ahead[1].lower in things
    )


def _breaks(token: Token) -> bool:
    """A word that ends a noun phrase; "IS" and "US" are names."""
    return token.lower in _BREAK and not _is_acronym(token)


def _is_acronym(token: Token) -> bool:
    return len(token.text) == 2 and token.text.isupper() and token.text.isalpha()


def _is_trigger(annotated: Annotated, i: int, strict: bool) -> bool:
    """The word is a state or verb of harm rather than a modifier or noun ("22 dead", "40 wounded")."""
    lex, token = lexicon(), annotated.tokens[i]
    word = token.lower
    verb = lex.verbs.get(word)
    if word in lex.people and word not in lex.states and (verb is None or verb.form in {"base", "s"}):
        return False
    return word in lex.states or (word in lex.verbs and word not in {"fall"})


def _modifies(annotated: Annotated, i: int, limit: int) -> bool:
    """A participle or state right before a noun for people: "8 injured civilians"."""
    tokens = annotated.tokens
    if i + 1 >= limit:
        return False
    after = tokens[i + 1]
    return (
        (tokens[i].lower in lexicon().states or tokens[i].tag in {"VBN", "VBG", "JJ"})
        and is_person_word(after)
        and not _is_trigger(annotated, i + 1, True)
    )


def _coordinated(annotated: Annotated, at: int, limit: int, has_noun: bool) -> int | None:
    """The end of "and allied militia" after "25 soldiers": bare nouns that share the number."""
    tokens = annotated.tokens
    j = at + 1
    while j < limit and j <= at + 4:
        token = tokens[j]
        if is_person_word(token) and not _is_trigger(annotated, j, True):
            while j + 1 < limit and is_person_word(tokens[j + 1]) and not _is_trigger(annotated, j + 1, True):
                j += 1
            plural = (
                tokens[j].tag in {"NNS", "NNPS"}
                or tokens[j].lower.endswith("s")
                or tokens[j].lower in {"crew", "militia", "people", "children", "staff", "women", "men"}
            )
            return j + 1 if plural else None
        if token.pos not in {"ADJ", "NOUN", "PROPN"} or token.lower in _BREAK:
            return None
        j += 1
    return None


def _complement(annotated: Annotated, at: int, limit: int) -> int:
    """The end of "of a pro-government militia" after "three members"."""
    tokens = annotated.tokens
    j = at + 1
    last = at
    while j < limit and j <= at + 8:
        token = tokens[j]
        if (
            token.pos in {"DET", "ADJ", "NOUN", "PROPN", "NUM"}
            or token.lower in {"'s", "-", "’s"}
            or token.tag == "POS"
        ):
            if _is_trigger(annotated, j, True):
                break
            last = j if token.pos in {"NOUN", "PROPN"} else last
            j += 1
            continue
        break
    return last + 1 if last > at else at


def _implied(annotated: Annotated, sentence: Sentence, taken: set[int]) -> Iterator[Counted]:
    """ "a man", "another climber", "the teenager": one person without a number."""
    tokens = annotated.tokens
    i = sentence.first
    while i < sentence.last:
        token = tokens[i]
        start = i
        if i in taken or token.lower not in {"a", "an", "another", "the", "his", "her", "their"}:
            bare = _bare_person(annotated, sentence, i, taken)
            if bare is not None:
                yield bare
                i = bare.last
                continue
            i += 1
            continue
        j = i + 1
        noun = None
        while j < sentence.last and j <= i + 7 and j not in taken:
            word = tokens[j]
            if _is_compound(annotated, j):
                j += 3
                continue
            if is_person_word(word) and not _is_trigger(annotated, j, True) and word.lower not in _NO_SINGLE:
                noun = j
            elif (
                word.pos not in {"ADJ", "NOUN", "PROPN", "NUM"}
                and word.lower not in {"-", "'s", "’s", "old", "year", "young"}
                and word.tag not in {"VBN", "VBD", "JJ", "POS"}
            ):
                break
            elif noun is not None and word.pos not in {"NOUN", "PROPN"} and word.lower not in {"'s", "’s"}:
                break
            j += 1
        if noun is None or not _singular(tokens[noun]) or _heads_a_name(tokens, noun, sentence):
            i += 1
            continue
        if _is_possessor(tokens, noun, sentence):
            i = noun + 1
            continue
        if token.lower in {"the", "his", "her", "their"} and not _is_first_mention(annotated, start, noun):
            i = noun + 1
            continue
        last, size = _with_companion(annotated, sentence, noun)
        span = annotated.span_of(start, last)
        figure = Figure(size, size, Modifier.EXACT, span.of(annotated.text))
        who = annotated.span_of(start + 1, last).of(annotated.text)
        yield Counted(start, last, span, figure, noun, noun, who, True, implied=True)
        i = last


def _heads_a_name(tokens: tuple[Token, ...], noun: int, sentence: Sentence) -> bool:
    """The word only opens a longer name or compound: "the Syrian Observatory", "a refugee camp"."""
    if noun + 1 >= sentence.last:
        return False
    after = tokens[noun + 1]
    if after.pos == "NOUN":
        return after.lower in lexicon().things or tokens[noun].text[0].isupper()
    return after.pos == "PROPN" and tokens[noun].text[0].isupper() and noun > sentence.first


def _is_first_mention(annotated: Annotated, start: int, noun: int) -> bool:
    """ "the passenger", "his son": counts where nobody was called so before; "the second victim" counts too."""
    tokens = annotated.tokens
    if tokens[start].lower == "the" and tokens[start + 1].lower in _ORDINALS:
        return True
    word = tokens[noun].lemma
    return not any(t.lemma == word or t.lower == tokens[noun].lower for t in tokens[:start])


def _with_companion(annotated: Annotated, sentence: Sentence, noun: int) -> tuple[int, int]:
    """Where "a man and his young daughter" ends, and how many it counts."""
    tokens = annotated.tokens
    j = noun + 1
    if j + 2 < sentence.last and tokens[j].lower == "and" and tokens[j + 1].lower in {"his", "her"}:
        for k in range(j + 2, min(j + 5, sentence.last)):
            if is_person_word(tokens[k]) and _singular(tokens[k]):
                return k + 1, 2
    return noun + 1, 1


def _is_possessor(tokens: tuple[Token, ...], noun: int, sentence: Sentence) -> bool:
    if noun + 1 >= sentence.last or tokens[noun + 1].tag != "POS":
        return False
    lost = noun + 2 < sentence.last and tokens[noun + 2].lower in {"death", "killing", "murder", "life"}
    return not lost


def _singular(token: Token) -> bool:
    word = token.lower
    if word in {
        "people",
        "men",
        "women",
        "children",
        "police",
        "staff",
        "personnel",
        "troops",
        "militia",
        "population",
        "household",
        "toll",
        "elderly",
        "wounded",
        "injured",
        "dead",
        "crew",
        "fighters",
        "militiamen",
        "families",
        "family",
        "gunmen",
        "servicemen",
        "fishermen",
        "youths",
        "couple",
        "generation",
        "opposition",
        "others",
        "other",
        "death",
        "fatality",
        "casualty",
        "general",
        "regular",
        "minor",
        "female",
        "male",
        "national",
        "native",
        "local",
        "human",
        "head",
        "elder",
        "body",
    }:
        return word in {"body", "minor", "native"}
    return token.tag in {"NN", "NNP"} or (token.tag not in {"NNS", "NNPS"} and not word.endswith("s"))


def _bare_person(annotated: Annotated, sentence: Sentence, i: int, taken: set[int]) -> Counted | None:
    """A headline's bare noun at the head of a sentence ("Child killed ...")."""
    tokens = annotated.tokens
    if i != sentence.first or i in taken:
        return None
    j = i
    while (
        j < min(sentence.last, i + 4) and j not in taken and tokens[j].pos in _NOUNISH and not is_person_word(tokens[j])
    ):
        j += 1
    if j >= sentence.last or j in taken or not is_person_word(tokens[j]) or not _singular(tokens[j]):
        return None
    if j + 1 < sentence.last and (is_person_word(tokens[j + 1]) or tokens[j + 1].pos == "PROPN"):
        return None
    span = annotated.span_of(i, j + 1)
    figure = Figure(1, 1, Modifier.EXACT, span.of(annotated.text))
    return Counted(i, j + 1, span, figure, j, j, span.of(annotated.text), True, implied=True)
