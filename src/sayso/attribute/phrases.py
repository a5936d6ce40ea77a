"""Attributions without a verb of saying of their own: "according to", "reportedly", headlines that end in a source."""

from sayso.attribute.content import fitted
from sayso.attribute.found import Found
from sayso.attribute.grammar import (
    Phrase,
    body_start,
    child,
    coordinated,
    noun_phrase,
    span_between,
    trim_tokens,
)
from sayso.attribute.quotes import Quotes
from sayso.attribute.silence import unclear
from sayso.attribute.vocabulary import words
from sayso.model import Act, Annotated, Sentence, Span, Token


def phrase_attributions(a: Annotated, quotes: Quotes, sentence: Sentence) -> list[Found]:
    """All of them in one sentence."""
    found = []
    for token in a.tokens_of(sentence):
        if token.lower == "according" and token.i + 1 < sentence.last and a.tokens[token.i + 1].lower == "to":
            found += _according(a, quotes, sentence, token)
        elif token.lower in words()["adverbs"]:
            found += _reportedly(a, quotes, sentence, token)
        elif token.lower in words()["unclear"]:
            doubt = unclear(a, quotes, sentence, token)
            found += [doubt] if doubt is not None else []
    return found


def _according(a: Annotated, quotes: Quotes, sentence: Sentence, token: Token) -> list[Found]:
    to = a.tokens[token.i + 1]
    pobj = child(a, to.i, "pobj") or child(a, token.i, "pobj")
    if pobj is None:
        pobj = next((t for t in a.tokens[to.i + 1 : sentence.last] if t.pos in ("NOUN", "PROPN")), None)
    if pobj is None or pobj.lemma in words()["no_sources"] or pobj.lower in words()["no_sources"]:
        return []
    speakers = [noun_phrase(a, head) for head in coordinated(a, pobj.i)]
    speakers[0] = Phrase(max(speakers[0].first, to.i + 1), max(speakers[0].last, pobj.i + 1), pobj.i)
    end = max(s.last for s in speakers)
    start = body_start(a, sentence)
    if token.text[0].isupper() and not all(t.text.isupper() for t in a.tokens[start : start + 2]):
        start = token.i  # it opens a sentence, whose stop before it may be lost
    before = span_between(a, start, token.i)
    content: list[Span] = []
    if before and trim_tokens(a, start, token.i)[1] - start >= 3:
        content = list(before)
    else:
        content = list(span_between(a, _after_comma(a, end, sentence.last), sentence.last))
    content = fitted(a, quotes, token.i, tuple(content))
    if not content:
        return []
    cue = a.span_of(token.i, to.i + 1)
    return [Found(Act.SAYS, 'Words "according to" someone.', [cue], speakers, content)]


def _after_comma(a: Annotated, start: int, end: int) -> int:
    """The token after the comma that closes an opening "According to ..." phrase; the start where there is none."""
    depth = start
    for i in range(start, min(end, start + 25)):
        citing = i + 1 < end and a.tokens[i + 1].lower in ("citing", "quoting")
        if a.tokens[i].text == "," and not citing:
            return i + 1
        if a.tokens[i].tag in ("VBD", "VBZ", "MD", "VBP") and a.tokens[i].dep in ("ROOT", "ccomp"):
            break
    return depth


def _reportedly(a: Annotated, quotes: Quotes, sentence: Sentence, token: Token) -> list[Found]:
    head = a.tokens[token.head]
    first, last = a.subtree(head.i)
    if (
        head.pos in ("VERB", "AUX")
        and head.dep == "conj"
        and not any(c.dep in ("nsubj", "nsubjpass") for c in a.children(head.i))
    ):
        first = token.i
    if head.dep == "acl" or head.pos not in ("VERB", "AUX"):
        first = token.i
    first, last = max(first, body_start(a, sentence)), min(last, sentence.last)
    before, after = span_between(a, first, token.i), span_between(a, token.i + 1, last)
    content = fitted(a, quotes, token.i, (*before, *after))
    if not content:
        return []
    return [Found(Act.SAYS, f'The outlet keeps its distance: "{token.lower}".', [token.span], [], content, hedged=True)]
