"""Who does what a verb says: the heads of its subject, or of the "by" behind its passive."""

from collections.abc import Iterator

from sayso.model import Annotated, Token

_LINKED = frozenset({"conj", "xcomp", "advcl", "ccomp"})
_UNNAMED = frozenset({"men", "man", "people", "group", "groups", "persons", "youths"})
_MENACING = frozenset({"armed", "masked", "hooded", "unidentified", "unknown"})
_GUNMEN = "gunmen"
"""What armed or masked men are taken for."""


def doers_of(annotated: Annotated, verb: int, *, passive: bool) -> frozenset[str]:
    """The lower-case words for who does it; empty where the grammar does not say."""
    heads = _behind_by(annotated, verb) if passive else _subjects(annotated, verb)
    return frozenset(word for head in heads for word in _words(annotated, head))


def _behind_by(annotated: Annotated, verb: int) -> Iterator[Token]:
    for child in annotated.children(verb):
        if child.lower == "by" and child.dep in {"agent", "prep"}:
            yield from annotated.children(child.i)


def _subjects(annotated: Annotated, verb: int) -> Iterator[Token]:
    at = annotated.tokens[verb]
    for _ in range(4):
        subjects = [child for child in annotated.children(at.i) if child.dep == "nsubj"]
        if subjects:
            yield from subjects
            return
        head = annotated.tokens[at.head]
        if at.dep in {"acl", "relcl"}:
            yield head
            return
        if at.dep not in _LINKED or head.i == at.i:
            return
        at = head


def _words(annotated: Annotated, head: Token) -> Iterator[str]:
    yield head.lower
    for child in annotated.children(head.i):
        if child.dep in {"conj", "appos"} or (child.dep == "compound" and child.pos == "PROPN"):
            yield child.lower
        if child.dep == "amod" and child.lower in _MENACING and head.lower in _UNNAMED:
            yield _GUNMEN
        if child.lower == "of":
            yield from (inner.lower for inner in annotated.children(child.i))
