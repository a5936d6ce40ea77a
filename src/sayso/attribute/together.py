"""Sources that speak together: "state media and the Observatory said" names two, each with a root of its own."""

from sayso.attribute.grammar import Phrase
from sayso.model import Annotated, Token


def each_source(a: Annotated, p: Phrase) -> list[Phrase]:
    """The sources that a phrase names, in order; a name with "and" inside of it is one."""
    second = next((c for c in a.children(p.head) if c.dep == "conj" and p.head < c.i < p.last), None)
    if second is None or second.pos not in ("NOUN", "PROPN"):
        return [p]
    start = a.subtree(second.i)[0]
    joining = a.tokens[start - 1]
    if start <= p.head + 1 or joining.lower not in ("and", "or") or not _stands_alone(a, start, second):
        return [p]
    if any(n.first < joining.i < n.last - 1 for n in a.names):
        return [p]
    return [Phrase(p.first, start - 1, p.head), *each_source(a, Phrase(start, p.last, second.i))]


def _stands_alone(a: Annotated, start: int, head: Token) -> bool:
    """With an article of its own, in the plural, or a name of people or of a body."""
    if a.tokens[start].pos == "DET" or head.tag == "NNS":
        return True
    return any(n.first <= head.i < n.last and n.first == start and n.label in ("PERSON", "ORG") for n in a.names)
