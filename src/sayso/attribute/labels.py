"""Givers before a colon in running text: "The government: 98 dead.", "A tailor, on our phone-in: “...”"."""

from sayso.attribute.content import fitted
from sayso.attribute.found import Found
from sayso.attribute.grammar import MARKS, Phrase, body_start, span_between
from sayso.attribute.quotes import Quotes
from sayso.attribute.reckoning import counts_people, is_number
from sayso.attribute.vocabulary import words
from sayso.knowledge.vocabulary import word_list
from sayso.model import Act, Annotated, Sentence, Span, Token

LONGEST = 22
"""Tokens before the colon."""
NAME = 9
"""Tokens of a giver."""
FINITE = ("VBD", "VBZ", "VBP", "MD")
ASIDE = frozenset(
    {"in", "on", "to", "via", "by", "through", "live", "over", "speaking", "writing", "reached", "(", ","}
)
"""Words that open what is told of how a giver speaks ("the mayor, on the radio: ...")."""
NO_ONE = frozenset({"GPE", "LOC", "FAC", "DATE", "TIME", "EVENT", "CARDINAL", "NORP"})


def labelled(a: Annotated, quotes: Quotes, sentence: Sentence) -> list[Found]:
    """The giver before a sentence's first colon, where a speech or a number of people harmed stands behind it."""
    first = _first_word(a, sentence)
    colon = next((t.i for t in a.tokens[first : min(first + LONGEST, sentence.last)] if t.text == ":"), None)
    if colon is None or colon == first or quotes.at(a.tokens[first].start) is not None:
        return []
    if any(t.tag in FINITE for t in a.tokens[first:colon]):
        return []
    speaker = _giver(a, first, colon)
    if speaker is None:
        return []
    content = _speech(a, quotes, colon) or _count(a, quotes, sentence, speaker, colon)
    if not content:
        return []
    reason = "A giver before a colon."
    return [Found(Act.SAYS, reason, [a.tokens[colon].span], [speaker], content, sure=True)]


def _first_word(a: Annotated, sentence: Sentence) -> int:
    """The first token that is no mark of a list, clock time or white space."""
    at = body_start(a, sentence)
    while at < sentence.last - 1 and (
        a.tokens[at].pos in ("PUNCT", "SPACE", "SYM") and a.tokens[at].text[0] not in MARKS
    ):
        at += 1
    return at


def _giver(a: Annotated, first: int, colon: int) -> Phrase | None:
    """The noun phrase that opens the label, up to what is told of how it speaks; None where it cannot speak."""
    end = next((t.i for t in a.tokens[first + 1 : colon] if t.lower in ASIDE), colon)
    tokens = a.tokens[first:end]
    if not 0 < len(tokens) <= NAME or any(is_number(t) for t in tokens):
        return None
    of = next((t.i for t in tokens if t.lower in ("of", "for", "from", "at")), end)
    head = next((t for t in reversed(a.tokens[first:of]) if t.pos in ("NOUN", "PROPN")), None)
    if head is None:
        return None
    told = end < colon and head.dep != "pobj" and a.tokens[first].pos == "DET" and head.tag == "NN"
    return Phrase(first, end, head.i) if _can_speak(a, head, told=told) else None


def _can_speak(a: Annotated, head: Token, *, told: bool) -> bool:
    """A person or body; with more told of it behind a comma ("the baker, by telephone"), whoever it is."""
    label = next((n.label for n in a.names if n.first <= head.i < n.last), "")
    if label in ("PERSON", "ORG"):
        return True
    listed = words()
    keys = ("people", "bodies", "unnamed", "body_names")
    named = any(head.lemma in listed[key] or head.lower in listed[key] for key in keys)
    named = named or head.lower in word_list("accounts", "keepers") or head.lower in word_list("accounts", "finders")
    return (named or (told and label == "")) and label not in NO_ONE


def _speech(a: Annotated, quotes: Quotes, colon: int) -> list[Span]:
    """The quotation right behind the colon."""
    after = next((t for t in a.tokens[colon + 1 : colon + 3] if t.pos != "SPACE"), None)
    quote = quotes.at(after.start) if after is not None else None
    if after is None or quote is None or quote.span.start != after.start or len(quote.inner.of(a.text).split()) < 2:
        return []
    return [quote.span]


def _count(a: Annotated, quotes: Quotes, sentence: Sentence, speaker: Phrase, colon: int) -> list[Span]:
    """The number of people harmed behind the colon; a bare plural before it says who they are ("Soldiers: 3 dead")."""
    definite = a.tokens[speaker.first].pos == "DET" or a.tokens[speaker.head].pos == "PROPN"
    soon = any(is_number(t) for t in a.tokens[colon + 1 : min(colon + 4, sentence.last)])
    if not definite or not soon or not counts_people(a, colon + 1, sentence.last):
        return []
    return fitted(a, quotes, colon, span_between(a, colon + 1, sentence.last))
