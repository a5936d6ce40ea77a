"""Sources that speak together: "state media and the Observatory said" names two, each with a root of its own."""

from sayso.attribute.grammar import Phrase
from sayso.attribute.speakers import MODIFYING_PLURALS
from sayso.attribute.vocabulary import words
from sayso.model import Annotated, Token


def each_source(a: Annotated, p: Phrase) -> list[Phrase]:
    """The sources that a phrase names, in order; a name with "and" inside of it is one."""
    at = _joint(a, p)
    if at is None or _inside_a_name(a, p, at):
        return [p]
    end = at - 1 if a.tokens[at - 1].text == "," else at
    first, second = Phrase(p.first, end, _head(a, p, p.first, end)), Phrase(at + 1, p.last, _head(a, p, at + 1, p.last))
    return [first, *each_source(a, second)]


def _inside_a_name(a: Annotated, p: Phrase, at: int) -> bool:
    """A name with "and" inside of it; a tagger's name that ends short of the second source's noun is none."""
    second = next((c.i for c in a.children(p.head) if c.dep == "conj" and c.i > at), at)
    return any(n.first < at < n.last - 1 and not (p.head < at and second >= n.last) for n in a.names)


def _head(a: Annotated, p: Phrase, first: int, last: int) -> int:
    """The head of the phrase where it is in this part; else the first noun that hangs on something outside of it."""
    if first <= p.head < last:
        return p.head
    nouns = [t for t in a.tokens[first:last] if t.pos in ("NOUN", "PROPN", "PRON")]
    return next((t.i for t in nouns if not first <= t.head < last or t.head == t.i), nouns[0].i if nouns else last - 1)


def _joint(a: Annotated, p: Phrase) -> int | None:
    """The "and" or "or" between two sources; behind a preposition ("the head of the army and the navy") it is none."""
    if _shares_its_noun(a, p):
        return None
    second = next((c for c in a.children(p.head) if c.dep == "conj" and p.head < c.i < p.last), None)
    if second is not None and second.pos in ("NOUN", "PROPN"):
        start = a.subtree(second.i)[0]
        listed = a.tokens[start - 1].text == "," and any(c.dep == "conj" for c in a.children(second.i))
        joined = start > p.head + 1 and (listed or a.tokens[start - 1].lower in ("and", "or", "nor"))
        plain = all(t.pos != "ADP" for t in a.tokens[p.head : start])
        apart = a.tokens[start - 1].lower == "nor" or _stands_alone(a, start, second)
        return start - 1 if joined and plain and apart else None
    inside = a.tokens[p.first + 1 : p.last - 1]
    return next((t.i for t in inside if _between_articles(a, p, t) or _between_wholes(a, p, t)), None)


def _shares_its_noun(a: Annotated, p: Phrase) -> bool:
    """ "police and hospital sources", "army and local officials": two modifiers of one plural noun."""
    tokens = a.tokens[p.first : p.last]
    at = next((t.i for t in tokens if t.lower in ("and", "or")), None)
    if at is None or tokens[-1].lower not in words()["unnamed"] or p.last - at != 3 or at - p.first != 1:
        return False
    left, right = a.tokens[p.first], a.tokens[at + 1]
    return left.pos in ("NOUN", "ADJ") and left.tag != "NNS" and right.pos in ("NOUN", "ADJ")


def _between_articles(a: Annotated, p: Phrase, t: Token) -> bool:
    """ "a witness and a rebel official", however it was parsed."""
    if (
        t.lower not in ("and", "or")
        or t.i + 2 >= p.last
        or a.tokens[t.i + 1].pos != "DET"
        or a.tokens[p.first].pos != "DET"
    ):
        return False
    return a.tokens[t.i - 1].pos in ("NOUN", "PROPN") and all(x.pos != "ADP" for x in a.tokens[p.first : t.i])


def _between_wholes(a: Annotated, p: Phrase, t: Token) -> bool:
    """ "the Valley Observatory and local officials", "activists and state media", however they were parsed."""
    left, right = a.tokens[p.first : t.i], a.tokens[t.i + 1 : p.last]
    if t.lower != "and" or any(x.pos == "ADP" or x.text == "," for x in (*left, *right)):
        return False
    named = any((n.first, n.last) == (p.first, t.i) and n.label in ("PERSON", "ORG") for n in a.names)
    plural = left[-1].tag == "NNS" and left[-1].lower not in MODIFYING_PLURALS
    return (named or plural) and _stands_alone(a, t.i + 1, right[-1])


def _stands_alone(a: Annotated, start: int, head: Token) -> bool:
    """With an article of its own, in the plural, a noun for a body, or a name of people, of a body or of a state."""
    if a.tokens[start].pos == "DET" or head.tag == "NNS":
        return True
    if head.pos == "NOUN" and (head.lemma in words()["bodies"] or head.lower in words()["unnamed"]):
        return True
    labels = ("PERSON", "ORG", "GPE")
    return any(n.first <= head.i < n.last and n.first == start and n.label in labels for n in a.names)
