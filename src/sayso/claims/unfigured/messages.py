"""First-person words from the ground: messages, posts and quotations that stand alone."""

import re
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
from sayso.claims.unfigured.nouns import is_named, is_person, lemma
from sayso.claims.unfigured.vocabulary import words
from sayso.knowledge.vocabulary import word_list
from sayso.model import Annotated, Block, BlockKind, ClaimKind, Sentence, Span, Status, Token, hull

QUOTES = "\"'“”‘’«»"
QUOTED = re.compile(r'"[^"“”]{3,}"|“[^"“”]{3,}”')
MENTIONED = "messages are spoken of"
"""That messages are sent is kept once for each report and named sender; the messages themselves each time."""
PERSONAL = 2500
"""Characters: longer texts in the first person are columns and memoirs, no messages."""
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
        topic=_mentioned(doc, by) if not _is_quoted_message(doc, token) else None,
    )


def _mentioned(doc: Annotated, by: Token | None) -> str:
    """One mention for each report, and one for each person who is named as the sender."""
    named = by is not None and by.tag == "NNP" and is_named(doc, by, frozenset({"PERSON"}))
    return f"{MENTIONED}: {by.lower}" if named and by is not None else MENTIONED


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
        topic=MENTIONED,
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


def posts(doc: Annotated) -> Iterator[Found]:
    """Quotations in the first person that someone is said to have posted, texted or written."""
    for block in _blocks(doc):
        quoted = _quotations(doc, block)
        for token in doc.tokens_in(block.span) if quoted else ():
            if token.pos != "VERB" or not _is_posting(token) or _is_sent_by(doc, token):
                continue
            by = _poster(doc, token)
            near = _beside(doc, token, quoted)
            if by is None or near is None or not is_first_person(doc, near) or not _is_witness(doc, by):
                continue
            first = doc.tokens_in(near)[0]
            reason = f'First-person words that someone "{token.lower}".'
            yield Found(ClaimKind.MESSAGE, first.i, near, reason, words_of(doc, by))


def _is_posting(token: Token) -> bool:
    """The base form is guessed wrongly for rare verbs ("texted"), so the word without its ending counts too."""
    return token.lemma in words("post_cues") or token.lower.removesuffix("ed") in words("post_cues")


def _is_sent_by(doc: Annotated, token: Token) -> bool:
    """ "A message WRITTEN BY a prisoner", unlike "a nurse TWEETED: ..." that the parser takes for the same."""
    return child(doc, token.i, "auxpass", "agent") is not None


def _poster(doc: Annotated, token: Token) -> Token | None:
    by = doer(doc, token.i)
    if by is None and token.dep == "acl" and token.i == doc.tokens[token.head].i + 1:
        by = doc.tokens[token.head]
    return by


def _is_witness(doc: Annotated, by: Token) -> bool:
    """Some person, unless the report calls them by an office: a minister's post is a statement."""
    if not (_is_ground(doc, by) or is_person(doc, by) or _is_someone(by)) or lemma(by) in words("officials"):
        return False
    first, last = doc.subtree(by.i)
    if any(lemma(t) in words("officials") for t in doc.tokens[first : min(last, by.i + 12)]):
        return False
    same = [t for t in doc.tokens if t.text == by.text and t.pos == "PROPN"]
    return not any(lemma(t) in words("officials") for one in same for t in _titles(doc, one))


def _is_someone(by: Token) -> bool:
    """A common noun in the singular that is no body, no document and no side: whoever posts is a person then."""
    things = {*word_list("speakers", "bodies"), *word_list("speakers", "documents")}
    return by.tag == "NN" and by.lemma not in things | words("press") | words("armed")


def _titles(doc: Annotated, token: Token) -> tuple[Token, ...]:
    return (*(t for t in doc.children(token.i) if t.dep in ("compound", "appos", "nmod")), doc.tokens[token.head])


def _quotations(doc: Annotated, block: Block) -> list[Span]:
    """What stands between double quotation marks in a block, with the marks."""
    words_ = block.span.of(doc.text)
    pairs = QUOTED.finditer(words_)
    return [Span(block.span.start + m.start(), block.span.start + m.end()) for m in pairs]


def _beside(doc: Annotated, token: Token, quoted: list[Span]) -> Span | None:
    """The quotation that the verb's sentence holds or runs into; None where the verb stands inside of it."""
    sentence = doc.sentences[token.sentence].span
    if any(span.covers(token.span) for span in quoted):
        return None
    return next((span for span in quoted if span.overlaps(sentence) or 0 <= span.start - sentence.end <= 2), None)


def own_words(doc: Annotated) -> Iterator[Found]:
    """The passages of a short report that someone on the ground wrote in the first person, block by block."""
    blocks = [b for b in _blocks(doc) if b.kind is BlockKind.PARAGRAPH]
    spoken = [b for b in blocks if _says_i(doc, b)]
    long = sum(len(b.span) for b in blocks) > PERSONAL
    if long or len(spoken) < 2 or 2 * len(spoken) < len(blocks) - 1:
        return
    writer = _writer(doc)
    for block in blocks:
        span = block.span.trimmed(doc.text)
        if is_first_person(doc, span):
            first = doc.tokens_in(span)[0]
            yield Found(ClaimKind.MESSAGE, first.i, span, "The writer's own words in the first person.", writer)


def _says_i(doc: Annotated, block: Block) -> bool:
    """ "I" or "my" outside of quotation marks."""
    quoted = _quotations(doc, block)
    tokens = doc.tokens_in(block.span)
    return any(t.lower in ("i", "my", "me") and not any(q.covers(t.span) for q in quoted) for t in tokens)


def _writer(doc: Annotated) -> str | None:
    """Who "I am Noor" says it is, else the byline."""
    for token in doc.tokens:
        attr = child(doc, token.i, "attr") if token.lemma == "be" else None
        who = child(doc, token.i, "nsubj")
        if attr is not None and attr.pos == "PROPN" and who is not None and who.lower == "i":
            return words_of(doc, attr)
    return doc.report.byline
