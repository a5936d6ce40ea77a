"""Single persons without a number: "a man", "another climber", "a man and his daughter"."""

from collections.abc import Iterator

from sayso.claims.counted_types import Counted
from sayso.claims.lexicon import lexicon
from sayso.claims.person_words import is_compound, is_person_word, is_singular, is_trigger
from sayso.knowledge.numbers import read_number
from sayso.knowledge.vocabulary import word_list
from sayso.model import Annotated, Figure, Modifier, Sentence, Token

_NOUNISH = frozenset({"NOUN", "PROPN", "ADJ", "NUM"})


_OPENERS = frozenset({"a", "an", "another", "the", "his", "her", "their", "my", "our", "whose"})
_OF_KIN = frozenset({"my", "our", "whose"})
"""Before kin only: "my uncle is dead"; "our correspondent" reports."""
_NEW = frozenset({"a", "an", "another"})
_NO_SINGLE = frozenset(
    [
        "injury",
        "casualty",
        "fatality",
        "dead",
        "wounded",
        "injured",
        "deceased",
        "arrest",
        "missing",
        "displaced",
        "homeless",
        "victim",
        "death",
        "general",
    ]
)


_SUPERLATIVES = frozenset(["youngest", "oldest", "eldest"])
"""One of those counted elsewhere."""
_PAIRS = frozenset(["couple", "pair"])
_OLDEST = 110
"""Years: a larger number is no age."""


_ORDINALS = frozenset(
    ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "latest", "only"]
)


def single_persons(annotated: Annotated, sentence: Sentence, taken: set[int]) -> Iterator[Counted]:
    """ "a man", "another climber", "the teenager": one person without a number."""
    tokens = annotated.tokens
    i = sentence.first
    while i < sentence.last:
        token = tokens[i]
        start = i
        if i in taken or token.lower not in _OPENERS:
            bare = _bare_person(annotated, sentence, i, taken) or _bare_object(annotated, sentence, i, taken)
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
            if is_compound(annotated, j):
                j += 3
                continue
            if _names_one(annotated, j, sentence):
                noun = j
            elif (
                word.pos not in {"ADJ", "NOUN", "PROPN", "NUM"}
                and word.lower not in {"-", "'s", "’s", "old", "year", "young"}
                and word.tag not in {"VBN", "VBD", "JJ", "POS"}
                and word.lower not in lexicon().states
            ) or (noun is not None and word.pos not in {"NOUN", "PROPN"} and word.lower not in {"'s", "’s"}):
                break
            j += 1
        if noun is None:
            noun = _nameless(annotated, start, sentence)
            if noun is not None:
                yield _one(annotated, start, noun, start + 1)
                i = noun + 1
                continue
        if (
            noun is None
            or not (is_singular(tokens[noun]) or _is_pair(tokens, start, noun))
            or _heads_a_name(tokens, noun, sentence)
        ):
            i += 1
            continue
        if _is_possessor(tokens, noun, sentence):
            i = noun + 1
            continue
        if tokens[start + 1].lower in _SUPERLATIVES:
            i = noun + 1
            continue
        if token.lower in _OF_KIN and not _is_harmed_kin(annotated, start, noun):
            i = noun + 1
            continue
        told_again = token.lower in _OPENERS - _NEW and not _is_first_mention(annotated, start, noun)
        if told_again and not _is_right_object(annotated, start, noun):
            i = noun + 1
            continue
        last = _with_age(annotated, noun, sentence)
        yield _one(annotated, start, noun, start + 1, last)
        i = last
        second = _bare_second(annotated, sentence, i, taken)
        if second is not None:
            yield second
            i = second.last


def _names_one(annotated: Annotated, j: int, sentence: Sentence) -> bool:
    """The word names a person, and does not only say of what kind the next word is ("a Russian helicopter")."""
    word = annotated.tokens[j]
    if annotated.tokens[j - 1].lower == "the" and _heads_a_count(annotated, j + 1, sentence):
        return False  # "put the civilian dead at 16"
    if not is_person_word(word) or is_trigger(annotated, j):
        return False
    if (
        word.lower == "body"
        and annotated.tokens[j - 1].pos in {"NOUN", "PROPN"}
        and annotated.tokens[j - 1].tag != "POS"
    ):
        return False  # "a rights body said"
    if word.lower in _NO_SINGLE and not (word.lower == "victim" and annotated.tokens[j - 1].lower in _ORDINALS):
        return False
    ahead = annotated.tokens[j + 1] if j + 1 < sentence.last else None
    return word.pos != "ADJ" or ahead is None or ahead.pos not in {"NOUN", "ADJ", "PROPN"}


def _heads_a_count(annotated: Annotated, at: int, sentence: Sentence) -> bool:
    """ "dead at 16", "wounded stood at 40": so many, not one."""
    tokens = annotated.tokens
    if at + 1 >= sentence.last or tokens[at].lower not in {
        "dead",
        "wounded",
        "injured",
        "casualties",
        "toll",
        "deaths",
    }:
        return False
    return tokens[at + 1].lower in {"at", "to", "toll", "is", "was", "stands", "stood", "now"}


def _with_age(annotated: Annotated, noun: int, sentence: Sentence) -> int:
    """The end of "a boy of 13", "a girl of about four": the age belongs to the person."""
    tokens, at = annotated.tokens, noun + 1
    if [t.lower for t in tokens[at : at + 4]] == ["-", "in", "-", "law"]:
        return at + 4
    if at + 1 >= sentence.last or tokens[at].lower != "of":
        return noun + 1
    at += 1 + (tokens[at + 1].lower in {"about", "around", "only", "just", "some"})
    if at >= sentence.last or tokens[at].pos != "NUM":
        return noun + 1
    ahead = tokens[at + 1] if at + 1 < sentence.last else None
    years = read_number(tokens[at].text)
    counts = ahead is not None and (ahead.pos in {"NOUN", "PROPN", "ADJ", "NUM"} and ahead.lower != "years")
    return noun + 1 if counts or years is None or years > _OLDEST else at + 1


def _nameless(annotated: Annotated, start: int, sentence: Sentence) -> int | None:
    """The last token of "a 19-year-old" where no noun follows it."""
    words = [t.lower for t in annotated.tokens[start + 1 : min(start + 7, sentence.last)]]
    if len(words) < 6 or words[1:5] != ["-", "year", "-", "old"]:
        return None
    ahead = annotated.tokens[start + 6]
    joined = ahead.pos in {"VERB", "AUX", "PUNCT", "ADP", "SCONJ", "CCONJ", "PRON"}
    return start + 5 if joined else None


def _one(annotated: Annotated, first: int, noun: int, who: int, last: int | None = None) -> Counted:
    last = last or noun + 1
    span = annotated.span_of(first, last)
    many = 2 if annotated.tokens[noun].lower in _PAIRS else 1
    figure = Figure(many, many, Modifier.EXACT, span.of(annotated.text))
    words = annotated.span_of(who, noun + 1).of(annotated.text)
    return Counted(first, last, span, figure, noun, noun, words, True, implied=True)


def _bare_second(annotated: Annotated, sentence: Sentence, at: int, taken: set[int]) -> Counted | None:
    """ "a woman and child", "a clerk and hotel porter": the second person without an article."""
    tokens = annotated.tokens
    j = at + 1
    if j >= sentence.last or tokens[at].lower != "and":
        return None
    while j < min(at + 6, sentence.last - 1) and tokens[j].pos in _NOUNISH and not is_person_word(tokens[j]):
        j += 1
    if j in taken or not is_person_word(tokens[j]) or any(tokens[k].pos == "NUM" for k in range(at + 1, j)):
        return None
    ahead = tokens[j + 1] if j + 1 < sentence.last else None
    if not is_singular(tokens[j]) or is_trigger(annotated, j) or (ahead is not None and ahead.pos in {"NOUN", "PROPN"}):
        return None
    return _one(annotated, at + 1, j, at + 1)


def elliptic_persons(annotated: Annotated, sentence: Sentence, found: list[Counted]) -> Iterator[Counted]:
    """ "and another has been missing since", "a sixth is in intensive care": one more of those counted before."""
    tokens = annotated.tokens
    for i in range(sentence.first + 1, min(sentence.last, len(tokens) - 1) - 1):
        two = tokens[i].lower in _ORDINALS and tokens[i - 1].lower == "a"
        hurt = tokens[i + 1].lower in lexicon().states and tokens[i + 2].pos not in {"NOUN", "PROPN", "ADJ"}
        other = tokens[i].lower == "other" and tokens[i - 1].text in {",", "and"} and hurt
        if not (two or other or tokens[i].lower == "another"):
            continue
        if tokens[i + 1].pos not in {"AUX", "VERB"} and not hurt:
            continue
        first = i - 1 if two else i
        if not any(c.last <= first for c in found) or any(c.first <= i < c.last for c in found):
            continue
        span = annotated.span_of(first, i + 1)
        figure = Figure(1, 1, Modifier.EXACT, span.of(annotated.text))
        yield Counted(first, i + 1, span, figure, i, None, None, known=False)


def _is_pair(tokens: tuple[Token, ...], start: int, noun: int) -> bool:
    """ "an elderly couple", where the number words do not read it already."""
    return tokens[noun].lower in _PAIRS and tokens[start].lower in {"a", "an", "another", "the"} and noun > start + 1


def _heads_a_name(tokens: tuple[Token, ...], noun: int, sentence: Sentence) -> bool:
    """The word only opens a longer name or compound: "the Syrian Observatory", "a refugee camp"."""
    if noun + 1 >= sentence.last:
        return False
    after = tokens[noun + 1]
    if after.pos == "NOUN":
        return after.lower not in lexicon().verbs and after.lower not in lexicon().states
    return after.pos == "PROPN" and tokens[noun].text[0].isupper() and noun > sentence.first


def _is_first_mention(annotated: Annotated, start: int, noun: int) -> bool:
    """ "the passenger", "his son": counts where nobody was called so before; "the second victim" counts too."""
    tokens = annotated.tokens
    if tokens[noun].lower in {"body", "corpse"}:
        return False
    if tokens[start].lower == "the" and tokens[start + 1].lower in _ORDINALS:
        return True
    word = tokens[noun].lemma
    return not any(t.lemma == word or t.lower == tokens[noun].lower for t in tokens[:start])


def _is_right_object(annotated: Annotated, start: int, noun: int) -> bool:
    """ "killing the driver and injuring his son": a harm to somebody's kin, whoever else's son was told of before."""
    tokens = annotated.tokens
    verb = lexicon().verbs.get(tokens[start - 1].lower)
    kin = tokens[start].lower in {"his", "her", "their"} and tokens[noun].lower in word_list("kin", "relatives")
    return kin and verb is not None and verb.patient is not None and verb.form != "base"


def _is_harmed_kin(annotated: Annotated, start: int, noun: int) -> bool:
    """ "my uncle was shot", "I lost my mother"; not "my husband and I", "my son called and was cut off"."""
    tokens, verbs = annotated.tokens, lexicon().verbs
    if tokens[noun].lower not in word_list("kin", "relatives"):
        return False
    ahead = tokens[noun + 1] if noun + 1 < len(tokens) else None
    told = ahead is not None and (ahead.pos == "AUX" or ahead.lower in verbs or ahead.text == "-")
    done = start > 0 and tokens[start - 1].lower in verbs
    return told or done or tokens[start].lower == "whose"


def _is_possessor(tokens: tuple[Token, ...], noun: int, sentence: Sentence) -> bool:
    if noun + 1 >= sentence.last or tokens[noun + 1].tag != "POS":
        return False
    lost = noun + 2 < sentence.last and tokens[noun + 2].lower in {"death", "killing", "murder", "life"}
    return not lost


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
    if j >= sentence.last or j in taken or not is_person_word(tokens[j]) or not is_singular(tokens[j]):
        return None
    if tokens[j].lower in _NO_SINGLE and tokens[j].text.isupper():
        return None  # "DECEASED BY MUNICIPALITY": a heading
    if tokens[j].lower in lexicon().states and j + 1 < sentence.last and tokens[j + 1].text == ":":
        return None
    ahead = tokens[j + 1] if j + 1 < sentence.last and not is_trigger(annotated, j + 1) else None
    if ahead is not None and (is_person_word(ahead) or ahead.pos in {"PROPN", "NOUN"}):
        return None
    span = annotated.span_of(i, j + 1)
    figure = Figure(1, 1, Modifier.EXACT, span.of(annotated.text))
    return Counted(i, j + 1, span, figure, j, j, span.of(annotated.text), True, implied=True)


def _bare_object(annotated: Annotated, sentence: Sentence, i: int, taken: set[int]) -> Counted | None:
    """A headline's bare noun behind a verb of the present ("Army Kills Top Commander in Border Town")."""
    tokens = annotated.tokens
    before = tokens[i - 1] if i > sentence.first else None
    verb = lexicon().verbs.get(before.lower) if before is not None else None
    if before is None or verb is None or verb.patient is None or not before.lower.endswith("s") or before.i in taken:
        return None
    if before.pos not in {"VERB", "AUX"} and not before.text.istitle():
        return None  # "machine guns": no verb
    end = i
    while end < min(sentence.last, i + 5) and end not in taken and tokens[end].pos in _NOUNISH:
        end += 1
    j = end - 1
    if j < i or not is_person_word(tokens[j]) or not is_singular(tokens[j]):
        return None
    ahead = tokens[end] if end < sentence.last else None
    if is_trigger(annotated, j) or (ahead is not None and (end in taken or ahead.pos in {*_NOUNISH, "CCONJ", "PART"})):
        return None
    return _one(annotated, i, j, i)
