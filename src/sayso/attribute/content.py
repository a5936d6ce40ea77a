"""Where the words that a cue introduces begin and end: to its right, to its left, or around it."""

from sayso.attribute.grammar import (
    MARKS,
    Phrase,
    body_start,
    is_time,
    span_between,
    stops,
    trim_tokens,
)
from sayso.attribute.quotes import Quotes
from sayso.attribute.vocabulary import words
from sayso.model import Annotated, Sentence, Span

LINKS = frozenset({"that", "how"})


def clause_content(
    a: Annotated, quotes: Quotes, verb: int, group: tuple[int, int], speakers: list[Phrase]
) -> list[Span]:
    """The clause or quotation that belongs to a verb of saying."""
    sentence = a.sentences[a.tokens[verb].sentence]
    left_end = min([group[0], *(s.first for s in speakers if sentence.first <= s.first and s.last >= group[0] - 6)])
    right_start = max([group[1], *(s.last for s in speakers if s.last <= sentence.last)])
    inverted = any(s.first >= group[1] for s in speakers)
    if _quote_before(a, quotes, sentence, left_end) is not None and not _clause_right(a, verb):
        inverted = True
    right = [] if inverted else _right(a, quotes, sentence, verb, right_start)
    if right:
        return right
    left = _left(a, quotes, sentence, verb, left_end)
    if left:
        return [*left, *_resumed(a, quotes, sentence, verb, right_start, left)]
    return _quote_after(a, quotes, sentence, right_start)


def right_content(a: Annotated, quotes: Quotes, verb: int) -> list[Span]:
    """What follows the verb alone ("quoted as saying that ...")."""
    return _right(a, quotes, a.sentences[a.tokens[verb].sentence], verb, verb + 1)


def left_content(a: Annotated, quotes: Quotes, verb: int, group: tuple[int, int], speakers: list[Phrase]) -> list[Span]:
    """What stands before the verb and its speaker ("..., he was quoted as saying")."""
    sentence = a.sentences[a.tokens[verb].sentence]
    end = min([group[0], *(s.first for s in speakers if sentence.first <= s.first and s.last >= group[0] - 6)])
    return _left(a, quotes, sentence, verb, end)


def _clause_right(a: Annotated, verb: int) -> bool:
    return any(c.i > verb and c.dep == "ccomp" for c in a.children(verb))


def _right(a: Annotated, quotes: Quotes, sentence: Sentence, verb: int, start: int) -> list[Span]:
    clauses = [c for c in a.children(verb) if c.i > verb and c.dep in ("ccomp", "xcomp", "parataxis")]
    begin = _after_adverbials(a, start, sentence.last)
    for clause in clauses:
        if clause.tag == "VBG" and (clause.lemma in words()["going_on"] or clause.lemma == "add"):
            continue
        first, last = a.subtree(clause.i)
        first = max(first, start)
        while (
            first < last
            and a.tokens[first].lower in LINKS
            and (a.tokens[first].dep in ("mark", "det", "advmod") or a.tokens[first].tag == "IN")
        ):
            first += 1
        first = _past_times(a, first, last)
        last = cut(a, first, _to_the_end(a, sentence, verb, _grown(a, sentence, verb, last)))
        return fitted(a, quotes, verb, span_between(a, first, last))
    quote = _quote_after(a, quotes, sentence, start)
    if quote:
        return quote
    if begin < sentence.last and a.tokens[begin].lower in LINKS:
        return fitted(a, quotes, verb, span_between(a, begin + 1, cut(a, begin + 1, sentence.last)))
    rest = a.tokens[begin : sentence.last]
    objects = [c for c in a.children(verb) if c.dep == "dobj" and c.i > verb]
    if any(t.tag in ("VBD", "VBZ", "VBP", "MD") for t in rest) and not _has_left_clause(a, verb) and not objects:
        return fitted(a, quotes, verb, span_between(a, begin, cut(a, begin, sentence.last)))
    if objects and objects[0].pos != "PRON" and any(t.tag in ("VBD", "VBZ", "VBP", "MD") for t in rest):
        first = a.subtree(objects[0].i)[0]
        if not _has_left_clause(a, verb):
            return fitted(a, quotes, verb, span_between(a, first, cut(a, first, sentence.last)))
    return []


def _past_times(a: Annotated, first: int, last: int) -> int:
    """ "earlier that ...", "on Friday that ...": the clause begins after the linking word."""
    for i in range(first, min(first + 6, last)):
        if a.tokens[i].lower == "that" and a.tokens[i].dep == "mark":
            return i + 1
        if not (
            is_time(a, i)
            or a.tokens[i].pos in ("ADV", "ADP", "NUM", "PUNCT", "PROPN")
            or a.tokens[i].lower in ("last", "this")
        ):
            return first
    return first


def _grown(a: Annotated, sentence: Sentence, verb: int, last: int) -> int:
    """The clause's end, with what the parser hung on the verb of saying though it goes on with the clause."""
    joined = _joined(a, sentence, verb, last)
    if joined is not None:
        return joined
    while last < sentence.last:
        token = a.tokens[last]
        if token.head == verb and token.dep in ("prep", "npadvmod", "advmod") and a.subtree(last)[0] == last:
            last = a.subtree(last)[1]
        else:
            return last
    return last


def _to_the_end(a: Annotated, sentence: Sentence, verb: int, last: int) -> int:
    """The sentence's end where the parse breaks off the words of somebody who opens it, though no mark stands there."""
    rest = a.tokens[last : sentence.last]
    if verb > body_start(a, sentence) + OPENING or not any(t.text[0].isalnum() for t in rest):
        return last
    joined = rest[0].pos == "CCONJ" and a.tokens[last - 1].pos != "CCONJ"
    listed = rest[0].text == "," and len(rest) > 1 and rest[1].tag == "VBD" and not any(t.dep == "nsubj" for t in rest)
    divided = any(t.text in (",", ";", ":", "(", "–", "—") or t.text[0] in MARKS for t in rest[:-1])
    if (joined or divided or rest[0].tag == "VBG") and not listed:
        return last
    vocabulary = words()
    if any(t.tag in ("VBD", "VBZ", "VBG") and vocabulary.act("clause", t.lemma) for t in rest):
        return last
    return sentence.last


OPENING = 9
"""Tokens before the verb of saying of somebody who opens the sentence."""


def _has_subject(a: Annotated, first: int, verb: int) -> bool:
    return any(t.dep in ("nsubj", "nsubjpass", "expl") for t in a.tokens[first:verb])


def _joined(a: Annotated, sentence: Sentence, verb: int, last: int) -> int | None:
    """The end of a second clause that "and" or "but" joins to what is said, unless it has a cue of its own."""
    at = last + 1 if last < sentence.last and a.tokens[last].text == "," else last
    if at >= sentence.last or a.tokens[at].lower not in ("and", "but", "while"):
        return None
    kinds = ("advcl", "conj") if a.tokens[at].lower == "while" else ("conj",)
    conjuncts = [c for c in a.children(verb) if c.dep in kinds and c.i > at]
    if not conjuncts or not _has_subject(a, at, conjuncts[0].i):
        return None
    first, end = a.subtree(conjuncts[0].i)
    vocabulary = words()
    for token in a.tokens[first:end]:
        if token.tag.startswith("VB") and (
            vocabulary.act("clause", token.lemma) or vocabulary.act("object", token.lemma)
        ):
            return None
    return min(end, sentence.last)


def cut(a: Annotated, first: int, last: int) -> int:
    """The end before ", adding ..." or ", according to ..." that belong to the outlet's own sentence."""
    for i in range(first + 2, last):
        if (
            _is_contrast(a, i)
            or _goes_on(a, i)
            or (a.tokens[i].lower == "according" and i + 1 < last and a.tokens[i + 1].lower == "to")
        ):
            return i - 1 if a.tokens[i - 1].text == "," else i
    return last


def _is_contrast(a: Annotated, i: int) -> bool:
    """ ", while the league said ...": another speaker's words follow."""
    token = a.tokens[i]
    if token.lower not in ("while", "whereas") or a.tokens[i - 1].text != ",":
        return False
    governor = a.tokens[token.head]
    return (
        governor.i > i and words().act("clause", governor.lemma) is not None and governor.tag in ("VBD", "VBZ", "VBP")
    )


def _goes_on(a: Annotated, i: int) -> bool:
    """A participle of saying that goes on with the speech from outside of the words that are said."""
    token, before = a.tokens[i], a.tokens[i - 1]
    if token.tag != "VBG" or before.pos in ("AUX", "ADP", "PART", "DET", "SCONJ") or before.tag == "WRB":
        return False
    if token.lower == "adding":
        return True
    if token.lemma not in words()["going_on"] or token.dep not in ("advcl", "conj", "acl", "dep", "ccomp", "xcomp"):
        return False
    if token.lemma == "claim" and any(c.lemma in words()["lost_objects"] for c in a.children(i)):
        return False
    return before.text == "," or token.dep in ("advcl", "dep", "conj", "ccomp")


def _after_adverbials(a: Annotated, start: int, end: int) -> int:
    """The first token after times, places and listeners that follow a verb of saying."""
    i = start
    while i < end:
        token = a.tokens[i]
        if is_time(a, i) or token.text in (",", ":", "-", "–", "—", "--") or token.pos == "SPACE":
            i += 1
        elif token.dep in ("advmod", "npadvmod") and token.pos in ("ADV", "NOUN", "PROPN"):
            i = max(i + 1, a.subtree(i)[1] if a.subtree(i)[0] == i else i + 1)
        elif token.dep == "prep" and token.lower in PLACES:
            last = a.subtree(i)[1]
            clause = next((k for k in range(i, last) if a.tokens[k].lower == "that"), last)
            i = max(i + 1, clause)
        else:
            break
    return min(i, end)


PLACES = frozenset({"on", "in", "at", "during", "to", "by", "via", "from", "after", "late", "early", "before", "about"})


def _has_left_clause(a: Annotated, verb: int) -> bool:
    token = a.tokens[verb]
    if any(c.dep in ("ccomp", "parataxis") and c.i < verb for c in a.children(verb)):
        return True
    return token.head < verb and token.dep in ("parataxis", "relcl", "ccomp")


def _left(a: Annotated, quotes: Quotes, sentence: Sentence, verb: int, end: int) -> list[Span]:
    quote = _quote_before(a, quotes, sentence, end)
    if quote is None and _is_said(a, verb):
        return []
    start = _left_start(a, sentence, verb, end)
    if quote is not None:
        if quote.start >= a.tokens[start].start if start < end else True:
            pieces = span_between(a, start, end)
            if pieces and pieces[0].start < quote.start and pieces[0].end >= quote.end - 1:
                return [Span(pieces[0].start, quote.end)]
        return [quote]
    pieces = span_between(a, start, end)
    if pieces and trim_tokens(a, start, end)[1] - start >= 2:
        return fitted(a, quotes, verb, pieces)
    if start >= end or not pieces:
        earlier = _sentence_before(a, sentence)
        if earlier is not None and a.tokens[verb].lemma in ("say", "report", "add", "tell", "note", "state"):
            return fitted(a, quotes, verb, span_between(a, body_start(a, earlier), earlier.last))
    return []


def _is_said(a: Annotated, verb: int) -> bool:
    """The verb belongs to what a verb of saying before it introduces, so its own content does not stand before both."""
    token = a.tokens[verb]
    governor = a.tokens[token.head]
    return token.dep == "ccomp" and governor.i < verb and words().act("clause", governor.lemma) is not None


def _left_start(a: Annotated, sentence: Sentence, verb: int, end: int) -> int:
    start = body_start(a, sentence)
    clauses = [c for c in a.children(verb) if c.i < end and c.dep in ("ccomp", "parataxis")]
    if clauses:
        edge = a.subtree(clauses[0].i)[0]
        if edge > start and a.tokens[edge - 1].text in (";", ":", "“", '"'):
            return edge
    for i in range(end - 1, start, -1):
        if a.tokens[i].text == ";":
            return i + 1
    while start < end and a.tokens[start].lower in ("but", "and", "however", "meanwhile", ",", "that"):
        start += 1
    return start


def _sentence_before(a: Annotated, sentence: Sentence) -> Sentence | None:
    if sentence.i == 0:
        return None
    earlier = a.sentences[sentence.i - 1]
    if earlier.block != sentence.block:
        return None
    last = a.tokens[earlier.last - 1].text
    if not stops(a, earlier) or last[0] in MARKS:
        return earlier
    return None


def _quote_before(a: Annotated, quotes: Quotes, sentence: Sentence, end: int) -> Span | None:
    """The quotation that ends right before the token, wherever it began."""
    if end <= 0 or end > len(a.tokens):
        return None
    here = a.tokens[end].start if end < len(a.tokens) else a.tokens[end - 1].end
    block = sentence.block.span.start
    at = here - 1
    while at >= block and a.text[at] in " ,\t\u00a0-–—":
        at -= 1
    if at < block:
        return None
    quote = quotes.at(at)
    return quote.span if quote is not None and quote.span.end == at + 1 else None


def _quote_after(a: Annotated, quotes: Quotes, sentence: Sentence, start: int) -> list[Span]:
    begin = _after_adverbials(a, start, sentence.last)
    for i in range(start, min(begin + 2, len(a.tokens))):
        if i > start and a.tokens[i - 1].text in (".", "?", "!"):
            break
        quote = quotes.at(a.tokens[i].start)
        if quote is not None and quote.span.start >= a.tokens[start - 1].end - 1 and len(quote.inner) > 2:
            return [quote.span]
    return []


def _resumed(a: Annotated, quotes: Quotes, sentence: Sentence, verb: int, start: int, left: list[Span]) -> list[Span]:
    """The second half of a clause or quotation that the cue stands in the middle of."""
    begin = _after_adverbials(a, start, sentence.last)
    if begin >= sentence.last:
        return []
    quoted = _quote_after(a, quotes, sentence, start)
    if quoted and quotes.at(left[0].start) is not None:
        return quoted
    subject_only = not any(t.tag in ("VBD", "VBZ", "VBP", "MD", "VBN") for s in left for t in a.tokens_in(s))
    if subject_only and a.tokens[begin - 1].text == "," and a.tokens[begin].tag in ("VBD", "VBZ", "VBP", "MD"):
        return list(span_between(a, begin, sentence.last))
    clauses = [c for c in a.children(verb) if c.i < verb and c.dep in ("ccomp", "parataxis")]
    if clauses and a.subtree(clauses[0].i)[1] > begin and a.tokens[begin - 1].text == ",":
        return list(span_between(a, begin, min(a.subtree(clauses[0].i)[1], sentence.last)))
    return []


def fitted(a: Annotated, quotes: Quotes, verb: int, spans: tuple[Span, ...]) -> list[Span]:
    """The spans grown to whole quotations at their edges, or kept inside the quotation that holds the cue."""
    around = quotes.at(a.tokens[verb].start)
    grown = []
    for span in spans:
        start, end = span.start, span.end
        if around is not None:
            start, end = max(start, around.inner.start), min(end, around.inner.end)
        else:
            first, last = quotes.at(start), quotes.at(end - 1) or quotes.at(end)
            if first is not None:
                start = min(start, first.span.start)
            if last is not None and last.span.start < end:
                end = max(end, last.span.end)
        if start < end:
            grown.append(Span(start, end))
    return grown


def object_content(a: Annotated, quotes: Quotes, verb: int) -> list[Span]:
    """The object of the verb with all that hangs on it and follows ("accused the army of shelling the town")."""
    sentence = a.sentences[a.tokens[verb].sentence]
    below = [
        c for c in a.children(verb) if c.i > verb and c.dep in ("dobj", "oprd", "attr", "dative", "ccomp", "xcomp")
    ]
    if not below:
        return []
    first = min(a.subtree(c.i)[0] for c in below)
    last = max(a.subtree(c.i)[1] for c in below)
    for c in a.children(verb):
        if c.i >= last and c.dep == "prep" and a.subtree(c.i)[0] == last and _adjunct(a, c.i):
            last = a.subtree(c.i)[1]
    if first <= verb < last:
        first = verb + 1
    last = cut(a, first, min(last, sentence.last))
    return fitted(a, quotes, verb, span_between(a, first, last))


ADJUNCTS = frozenset(
    [
        "of",
        "for",
        "as",
        "on",
        "at",
        "to",
        "with",
        "in",
        "after",
        "until",
        "following",
        "over",
        "against",
        "into",
        "due",
        "from",
        "by",
        "during",
        "between",
    ]
)
OUTSIDE = frozenset(
    [
        "interview",
        "statement",
        "report",
        "letter",
        "speech",
        "message",
        "video",
        "conference",
        "briefing",
        "tweet",
        "post",
        "email",
        "comment",
        "remark",
    ]
)


def _adjunct(a: Annotated, prep: int) -> bool:
    """A prepositional phrase that goes on with what is announced or blamed, not with how it was announced."""
    if a.tokens[prep].lower not in ADJUNCTS:
        return False
    first, last = a.subtree(prep)
    if any(is_time(a, i) for i in range(first, min(first + 4, last))):
        return False
    return not any(t.lemma in OUTSIDE for t in a.tokens[first : min(last, first + 5)])
