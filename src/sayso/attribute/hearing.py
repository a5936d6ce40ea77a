"""Words passed on: "had heard from a ferryman that ...", "was told by a boatman of ..."."""

from sayso.attribute.content import fitted
from sayso.attribute.found import Found
from sayso.attribute.grammar import Phrase, child, has_child, noun_phrase, span_between, verb_group
from sayso.attribute.quotes import Quotes
from sayso.attribute.speakers import speakers_of
from sayso.attribute.vocabulary import words
from sayso.model import Act, Annotated, Token

HEARING = frozenset({"hear", "learn", "gather"})
HEARINGS = frozenset(
    {"inquiry", "inquest", "court", "jury", "tribunal", "parliament", "commission", "committee", "panel"}
)
"""These listen for everybody; what was said before them is carried by nobody."""
LINKS = frozenset({"that", "of", "about", "how"})


def passed_on(a: Annotated, quotes: Quotes, token: Token) -> Found | None:
    """Who said it is the speaker; who heard it carries it on."""
    told = token.lemma == "tell" and has_child(a, token.i, "auxpass")
    if not told and token.lemma not in HEARING:
        return None
    wanted = "by" if told else "from"
    prep = next((c for c in a.children(token.i) if c.i > token.i and c.lower == wanted), None)
    source = child(a, prep.i, "pobj") if prep is not None else None
    listener = speakers_of(a, token.i)
    if prep is None or source is None or not listener or listener[0].last > token.i:
        return None
    end = a.sentences[token.sentence].last
    link = next((i for i in range(source.i + 1, min(source.i + 7, end)) if a.tokens[i].lower in LINKS), None)
    if link is None:
        return None
    content = fitted(a, quotes, token.i, span_between(a, link + 1, max(_ends(a, token), a.subtree(link)[1])))
    if not content:
        return None
    whole = noun_phrase(a, source.i)
    speaker = Phrase(whole.first, max(min(whole.last, link), source.i + 1), source.i)
    cue = a.span_of(*verb_group(a, token.i))
    act = words().act("clause", token.lemma) or Act.SAYS
    if a.tokens[listener[0].head].lower in HEARINGS or a.tokens[listener[0].head].pos == "PRON":
        listener = []
    reason = f'Words that somebody "{token.lower}" and passed on.'
    return Found(act, reason, [cue], [speaker], content, relay=listener, verb=token.i)


def _ends(a: Annotated, token: Token) -> int:
    return a.subtree(token.i)[1]
