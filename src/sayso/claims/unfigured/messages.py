"""First-person words from the ground: messages, posts and quotations that stand alone."""

from collections.abc import Iterator

from sayso.claims.unfigured.factuality import stance
from sayso.claims.unfigured.found import Found
from sayso.claims.unfigured.grammar import (
    child,
    doer,
    is_passive,
    key,
    patient,
    phrase,
    said_of,
    under,
    words_of,
)
from sayso.claims.unfigured.nouns import is_named, lemma
from sayso.claims.unfigured.vocabulary import words
from sayso.model import Annotated, Block, BlockKind, ClaimKind, Sentence, Span, Status, Token, hull

QUOTES = "\"'“”‘’«»"
OPENING = "\"'“‘«„"


def messages_in(doc: Annotated, sentence: Sentence) -> Iterator[Found]:
    """Messages that one sentence says were sent from the ground."""
    for token in doc.tokens_of(sentence):
        found = None
        if token.pos == "VERB":
            found = _posted(doc, token)
        elif token.pos == "NOUN" and token.lemma in words("message_kinds"):
            found = _messages_from(doc, token)
        if found is not None:
            yield found


def _posted(doc: Annotated, token: Token) -> Found | None:
    if key(doc, token.i) not in words("posting") and not _is_quoted_message(doc, token):
        return None
    what, by = patient(doc, token.i), doer(doc, token.i)
    if what is None:
        inner = child(doc, token.i, "ccomp", "dobj")
        what = child(doc, inner.i, "attr") if inner is not None else None
    if what is None or lemma(what) not in words("message_kinds") or is_passive(doc, token.i):
        return None
    if by is not None and not _is_ground(doc, by):
        return None
    held = stance(doc, token.i)
    if held is None or held.status is Status.DENIED:
        return None
    return Found(
        ClaimKind.MESSAGE,
        token.i,
        hull((said_of(doc, token.i, by), phrase(doc, what))),
        f'Messages are said to be sent ("{token.lower}").',
        words_of(doc, by),
        words_of(doc, what),
    )


def _is_quoted_message(doc: Annotated, token: Token) -> bool:
    """ "She had a message for the capital: 'you left us'"."""
    sentence = doc.sentences[token.sentence]
    return token.lemma in ("have", "deliver", "issue", "leave") and any(
        t.text in QUOTES for t in doc.tokens_of(sentence)
    )


def _is_ground(doc: Annotated, by: Token | None) -> bool:
    return by is not None and (
        by.lemma in words("civilians")
        or is_named(doc, by, frozenset({"PERSON"}))
        or by.lemma == "some"
        or by.tag == "NNPS"
    )


def _messages_from(doc: Annotated, token: Token) -> Found | None:
    """ "Messages coming from those stuck inside", "a stark message for the neighbours"."""
    source = under(doc, token.i, "from", "by")
    coming = doc.tokens[token.head] if token.dep == "nsubj" else child(doc, token.i, "acl")
    if source is None and coming is not None and coming.lemma in ("come", "emerge", "send", "post", "write"):
        source = under(doc, coming.i, "from", "by")
    if source is None or not (_is_ground(doc, source) or source.lemma == "inside"):
        return None
    if coming is not None and coming.pos == "VERB" and stance(doc, coming.i) is None:
        return None
    end = doc.subtree(coming.i if coming is not None and coming.i > token.i else token.i)[1]
    return Found(
        ClaimKind.MESSAGE,
        token.i,
        doc.span_of(doc.subtree(token.i)[0], end),
        "Messages from people on the ground are spoken of.",
        words_of(doc, source),
        words_of(doc, token),
    )


def lone_quotations(doc: Annotated) -> Iterator[Found]:
    """Blocks that are nothing but a quotation in the first person: a standfirst, a heading, an embedded post."""
    for block in _blocks(doc):
        span = block.span.trimmed(doc.text)
        words_ = span.of(doc.text)
        inner = words_.strip(" .\n")
        quoted = len(inner) > 2 and inner[0] in OPENING and inner[-1] in QUOTES and not set(inner[1:-1]) & set('“”"')
        if not (quoted or block.kind is BlockKind.QUOTE):
            continue
        tokens = doc.tokens_in(span)
        if not tokens or not is_first_person(doc, span):
            continue
        yield Found(ClaimKind.MESSAGE, tokens[0].i, span, "A quotation in the first person stands alone.")


def _blocks(doc: Annotated) -> Iterator[Block]:
    seen: set[Span] = set()
    for sentence in doc.sentences:
        if sentence.block.span not in seen:
            seen.add(sentence.block.span)
            yield sentence.block


def is_first_person(doc: Annotated, span: Span) -> bool:
    """The words speak of "I" or "we"."""
    return any(t.lower in words("first_person") for t in doc.tokens_in(span))
