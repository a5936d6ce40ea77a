"""Cues in the passive: what is believed or reported of someone, and who is quoted as saying something."""

from sayso.attribute.content import cut, fitted, left_content, right_content
from sayso.attribute.found import Found
from sayso.attribute.grammar import (
    NOUNS,
    Phrase,
    child,
    coordinated,
    has_child,
    noun_phrase,
    span_between,
    verb_group,
)
from sayso.attribute.quotes import Quotes
from sayso.attribute.speakers import speakers_of
from sayso.attribute.vocabulary import words
from sayso.model import Act, Annotated, Span, Token

COMPLEMENTS = ("xcomp", "ccomp", "oprd", "prep", "acomp", "attr")
DISTANCED = frozenset({"allege", "claim", "report", "say", "rumor", "rumour"})
REJECTED = frozenset({"deny", "refute", "rebut"})
REDUCED = frozenset({"believe", "think", "suspect", "fear", "presume", "understand"}) | DISTANCED


def passive(a: Annotated, quotes: Quotes, token: Token) -> Found | None:
    """ "X is believed to ...", "X was reported killed", "X is accused of ...": subject and rest are the content."""
    act = words().act("passive", token.lemma)
    if act is None and token.lemma in ("announce", "confirm", "reveal", "disclose") and child(a, token.i, "ccomp"):
        act = Act.SAYS if any(c.lower == "it" for c in a.children(token.i)) else None
    rejected = token.lemma in REJECTED and child(a, token.i, "agent") is not None
    if rejected:
        act = Act.DENIES
    if act is None or token.tag not in ("VBN", "VBD") or not has_child(a, token.i, "auxpass"):
        return None
    rest = [c for c in a.children(token.i) if c.i > token.i and c.dep in (*COMPLEMENTS, "advcl", "conj")]
    rest = [c for c in rest if not (c.dep == "prep" and c.lower == "by")]
    if token.lemma == "tell" and has_child(a, token.i, "ccomp"):
        act = Act.SAYS
    if token.lemma == "quote" and not any(c.dep in ("xcomp", "ccomp") or c.lower == "as" for c in rest):
        return None
    alone = rejected or token.lemma in ("accuse", "blame", "report")
    if not alone and not any(c.dep in COMPLEMENTS for c in rest):
        return None
    group = verb_group(a, token.i)
    subject = child(a, token.i, "nsubjpass", "nsubj", "expl", "csubjpass")
    impersonal = subject is not None and subject.lower in ("it", "there")
    content: list[Span] = []
    if subject is not None and not impersonal and subject.i < token.i:
        content += span_between(a, noun_phrase(a, subject.i).first, min(a.subtree(subject.i)[1], group[0]))
    content += _complement(a, token, rest)
    agent = child(a, token.i, "agent")
    by = child(a, agent.i, "pobj") if agent is not None else None
    if by is not None and _charge(a, token, by) < len(a.tokens):
        content += span_between(a, _charge(a, token, by), a.subtree(by.i)[1])
    if not content:
        return None
    first = subject.i if impersonal and subject is not None and subject.i == group[0] - 1 else group[0]
    return Found(
        act,
        f'What "is {token.lower}" of its subject.',
        [a.span_of(first, group[1])],
        _agent(a, token),
        fitted(a, quotes, token.i, tuple(content)),
        hedged=act is Act.SAYS and token.lemma in DISTANCED,
        verb=token.i,
    )


def _complement(a: Annotated, token: Token, rest: list[Token]) -> tuple[Span, ...]:
    if not rest:
        return ()
    sentence = a.sentences[token.sentence]
    ends = [a.subtree(c.i)[1] for c in rest if c.dep != "conj" or len(rest) == 1]
    first = max(token.i + 1, a.subtree(rest[0].i)[0])
    if a.tokens[first].lower == "that" and a.tokens[first].dep == "mark":
        first += 1
    return span_between(a, first, cut(a, first, min(max(ends), sentence.last))) if ends else ()


def _agent(a: Annotated, token: Token) -> list[Phrase]:
    """Who believes or accuses: "by rights groups"."""
    agent = child(a, token.i, "agent")
    by = child(a, agent.i, "pobj") if agent is not None else None
    if by is None:
        return []
    phrases = [noun_phrase(a, head) for head in coordinated(a, by.i)]
    charge = _charge(a, token, by)
    return [Phrase(p.first, charge, p.head) if p.first < charge < p.last else p for p in phrases]


def _charge(a: Annotated, token: Token, by: Token) -> int:
    """Where the charge begins that the parser hung on the one who accuses ("by three guards of selling fuel")."""
    if token.lemma != "accuse":
        return len(a.tokens)
    of = next((c for c in a.children(by.i) if c.lower == "of" and has_child(a, c.i, "pcomp")), None)
    return of.i if of is not None else len(a.tokens)


def reduced(a: Annotated, quotes: Quotes, token: Token) -> Found | None:
    """ "jets believed to be Russian": a passive without its auxiliary, so nobody is named as the one who believes."""
    act = words().act("passive", token.lemma)
    if act is None or token.lemma not in REDUCED or token.tag not in ("VBN", "VBD"):
        return None
    below = child(a, token.i, "xcomp")
    if below is None or below.i < token.i or not any(c.tag == "TO" for c in a.children(below.i)):
        return None
    if has_child(a, token.i, "auxpass", "aux", "dobj", "ccomp"):
        return None
    if token.lemma == "claim" and has_child(a, token.i, "nsubj"):
        return None
    noun = child(a, token.i, "nsubj", "nsubjpass") or (a.tokens[token.head] if token.dep == "acl" else None)
    content = list(span_between(a, max(token.i + 1, a.subtree(below.i)[0]), a.subtree(below.i)[1]))
    if noun is not None and noun.pos in NOUNS and noun.i < token.i:
        phrase = noun_phrase(a, noun.i)
        content = [*span_between(a, phrase.first, min(phrase.last, token.i)), *content]
    reason = f'What is "{token.lower}" of the noun before it.'
    return Found(act, reason, [token.span], [], fitted(a, quotes, token.i, tuple(content)), verb=token.i)


def quoted(a: Annotated, quotes: Quotes, token: Token) -> Found | None:
    """ "X was quoted by Y as saying": Y carried it; "X quoted Y as saying": Y stands behind X."""
    if token.lemma not in ("quote", "cite", "report"):
        return None
    link = next((c for c in a.children(token.i) if c.dep == "prep" and c.lower == "as"), None)
    saying = child(a, link.i, "pcomp") if link is not None else None
    if link is None or saying is None or saying.tag != "VBG":
        return None
    group = verb_group(a, token.i)
    speakers = speakers_of(a, token.i)
    content = right_content(a, quotes, saying.i) or left_content(a, quotes, token.i, group, speakers)
    if not content:
        return None
    cue = [a.span_of(group[0], saying.i + 1)]
    found = Found(Act.SAYS, "Someone who is quoted as saying.", cue, speakers, content, verb=token.i)
    between = _agent(a, token) if _is_passive(a, token) else _quoted_one(a, token)
    if _is_passive(a, token):
        found.relay = between[:1]
    else:
        found.origin = between
    if between and between[0].head < saying.i:
        found.cue = [a.span_of(*group), a.span_of(link.i, saying.i + 1)]
    return found


def _is_passive(a: Annotated, token: Token) -> bool:
    return has_child(a, token.i, "auxpass", "nsubjpass") or token.dep == "acl"


def _quoted_one(a: Annotated, token: Token) -> list[Phrase]:
    noun = child(a, token.i, "dobj")
    return [noun_phrase(a, noun.i)] if noun is not None else []
