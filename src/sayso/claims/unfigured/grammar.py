"""Questions about the parse that all kinds of claims ask: who does it, to whom, and which words say so."""

from sayso.model import Annotated, Span, Token

SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "expl"})
RELATIVES = frozenset({"who", "which", "that", "whom"})
PARTICLES = frozenset({"up", "down", "out", "over", "off", "back", "away", "in"})
ACCUSING = frozenset({"accuse", "suspect", "blame", "condemn", "criticise", "criticize", "charge"})
STAGES = frozenset({"stage", "process", "phase", "midst", "course", "middle"})
LINKED_CLAUSES = frozenset({"advcl", "ccomp", "conj", "cc", "parataxis", "relcl", "meta", "intj", "csubj", "mark"})
"""What is left out of the words of a clause where it stands at the clause's edge."""
AFTER_NOUN = frozenset({"relcl", "acl", "appos", "advcl", "parataxis", "ccomp", "dep", "punct"})
"""What is left out of a name or noun phrase where it follows the head."""
EDGES = " \t\r\n\u00a0,;:.-–—\"'“”‘’()[]"


def child(doc: Annotated, i: int, *deps: str) -> Token | None:
    """The first token that hangs on `i` by one of the given relations."""
    return next((t for t in doc.children(i) if t.dep in deps), None)


def key(doc: Annotated, i: int) -> str:
    """The verb's lemma with its particle ("prop up"), for looking up in a list."""
    token = doc.tokens[i]
    lemma = _base(token)
    for below in doc.children(i):
        if below.dep == "prt" or (below.i == i + 1 and below.dep == "advmod" and below.lower in PARTICLES):
            return f"{lemma} {below.lower}"
    return lemma


def _base(token: Token) -> str:
    """The verb's lemma, with the final "e" that the lemmatiser loses in short verbs ("raged" is no "rag")."""
    lemma = token.lemma
    short = 2 < len(lemma) <= 4 and token.lower == f"{lemma}ed"
    if short and lemma[-1] not in "aeiouwxy" and lemma[-2] in "aeiou" and lemma[-3] not in "aeiou":
        return f"{lemma}e"
    return lemma


def is_passive(doc: Annotated, i: int) -> bool:
    """The verb is a passive one, or a past participle that describes a noun ("civilians trapped inside")."""
    token = doc.tokens[i]
    if any(t.dep in ("auxpass", "nsubjpass", "agent") for t in doc.children(i)):
        return True
    if child(doc, i, "nsubj", "dobj") is not None:
        return False
    if token.tag != "VBN":
        return False
    if token.dep in ("acl", "amod"):
        return True
    if token.dep == "advcl" and child(doc, i, "aux", "auxpass", "mark") is None:
        # "Reached at home, the baker ..."
        return True
    return token.dep == "conj" and is_passive(doc, token.head)


def _own_subject(doc: Annotated, i: int) -> Token | None:
    """The verb's own subject; the parser sometimes hangs it on the auxiliary."""
    own = child(doc, i, "nsubj", "nsubjpass")
    if own is None:
        aux = child(doc, i, "aux", "auxpass")
        own = child(doc, aux.i, "nsubj", "nsubjpass") if aux is not None else None
    if own is None and child(doc, i, "auxpass") is not None:
        # "while people fleeing the city were forced": the parser takes the participle for a clause
        before = next((t for t in doc.children(i) if t.dep == "advcl" and t.i < i and t.tag == "VBG"), None)
        own = child(doc, before.i, "nsubj") if before is not None else None
    return own


def _is_torn(doc: Annotated, above: int, i: int) -> bool:
    """A relative clause between two joined verbs may own the second: whose deed it is cannot be told then.

    "They sparked a war THAT KILLED thousands, BLEW districts to rubble": nobody is to be blamed by a guess.
    """
    return any(t.dep == "relcl" and t.tag in ("VBD", "VBZ", "VBP") for t in doc.tokens[above + 1 : i])


def _accused(doc: Annotated, token: Token) -> Token | None:
    """Whom "accused the police OF BEATING them" speaks of; None for other verbs."""
    above = doc.tokens[token.head]
    if token.dep != "pcomp" or above.pos != "ADP" or doc.tokens[above.head].lemma not in ACCUSING:
        return None
    return patient(doc, above.head)


def _climbed(doc: Annotated, i: int) -> int | None:
    """The verb whose subject the one at `i` shares; None where it shares none."""
    token = doc.tokens[i]
    if token.dep not in ("conj", "xcomp", "advcl", "pcomp"):
        return None
    above = doc.tokens[token.head]
    if above.pos == "ADP":
        above = doc.tokens[above.head]
    if above.dep == "acomp":
        above = doc.tokens[above.head]
    if above.lemma in STAGES and above.dep in ("pobj", "attr", "dobj"):
        # "is in the final stages of retaking"
        above = doc.tokens[above.head]
        above = doc.tokens[above.head] if above.pos == "ADP" else above
    return above.i if above.pos in ("VERB", "AUX") and above.i != i else None


def subject(doc: Annotated, i: int) -> Token | None:
    """The head of what the verb is said of, followed through relative clauses, participles and coordination."""
    for _ in range(6):
        token, own = doc.tokens[i], _own_subject(doc, i)
        if own is not None and own.lower not in RELATIVES:
            return own
        if token.dep in ("relcl", "acl"):
            return doc.tokens[token.head]
        accused = _accused(doc, token)
        if accused is not None:
            return accused
        if own is not None or token.head == i:
            return own
        above = _climbed(doc, i)
        if above is None or (token.dep == "conj" and _is_torn(doc, above, i)):
            return None
        i = above
    return None


def patient(doc: Annotated, i: int) -> Token | None:
    """The head of what the verb is done to: the object, or the subject of a passive."""
    if is_passive(doc, i):
        return subject(doc, i)
    found = child(doc, i, "dobj")
    token = doc.tokens[i]
    if found is not None and found.lower in RELATIVES and token.dep == "relcl":
        return doc.tokens[token.head]
    if found is None and token.dep != "conj":
        # "attacked and destroyed the school": the object hangs on the last of the verbs
        later = child(doc, i, "conj")
        if later is not None and later.pos == "VERB" and _own_subject(doc, later.i) is None:
            return child(doc, later.i, "dobj")
    return found


def doer(doc: Annotated, i: int) -> Token | None:
    """The head of who does it: the subject, or the "by" phrase of a passive; None where it is not said."""
    if not is_passive(doc, i):
        return subject(doc, i)
    by = child(doc, i, "agent")
    return child(doc, by.i, "pobj") if by is not None else None


def under(doc: Annotated, i: int, *prepositions: str) -> Token | None:
    """The head of the phrase that one of the prepositions hangs on `i` ("cornered INTO an area")."""
    for below in doc.children(i):
        if below.dep in ("prep", "agent", "dative") and (not prepositions or below.lower in prepositions):
            found = child(doc, below.i, "pobj", "pcomp")
            if found is not None:
                return found
    return None


def phrase(doc: Annotated, head: Token) -> Span:
    """The noun phrase around a head with its coordinated parts, without clauses and appositions after it."""
    first, last = doc.subtree(head.i)
    for below in doc.children(head.i):
        left, right = doc.subtree(below.i)
        if below.i > head.i and (below.dep in AFTER_NOUN) and not _joins_words(doc, below):
            last = min(last, left)
        elif below.i < head.i and below.dep in ("punct", "cc", "preconj") and left == first:
            first = right
    return trimmed(doc, doc.span_of(min(first, head.i), max(last, head.i + 1)))


def _joins_words(doc: Annotated, token: Token) -> bool:
    """A hyphen, quotation mark or comma inside the phrase, not at its end."""
    if token.dep != "punct":
        return False
    head = doc.tokens[token.head]
    return any(t.i > token.i and t.dep == "conj" for t in doc.children(head.i)) or token.lower in "-\"'“”‘’"


def clause(doc: Annotated, i: int) -> Span:
    """The words of the clause around a predicate, without the clauses that hang on it at its edges."""
    first, last = doc.subtree(i)
    for below in doc.children(i):
        if below.dep not in LINKED_CLAUSES and below.dep != "punct":
            continue
        left, right = doc.subtree(below.i)
        if below.i < i:
            if below.dep != "punct" or left == first:
                first = max(first, right)
        elif below.dep != "punct" and below.dep != "mark":
            last = min(last, left)
    return trimmed(doc, doc.span_of(min(first, i), max(last, i + 1)))


def said_of(doc: Annotated, i: int, noun: Token | None) -> Span:
    """The clause around `i`, made longer so that it also holds the noun it is said of, where that stands near."""
    words = clause(doc, i)
    token = doc.tokens[i]
    shared = token.dep == "conj" and _own_subject(doc, i) is None
    if noun is None or noun.sentence != token.sentence or (shared and noun.i < i):
        return words
    named = phrase(doc, noun)
    if named.end <= words.start and words.start - named.end <= 60:
        return Span(named.start, words.end)
    return words


def trimmed(doc: Annotated, span: Span) -> Span:
    """The span without white space and marks at its edges, but with both or none of a pair of quotation marks."""
    inner = span.trimmed(doc.text, EDGES)
    return inner if len(inner) else span


def words_of(doc: Annotated, head: Token | None) -> str | None:
    """The noun phrase around a head as written, on one line; None where there is no head."""
    if head is None:
        return None
    return " ".join(listed(doc, head).of(doc.text).split())


def listed(doc: Annotated, head: Token) -> Span:
    """The noun phrase around a head, with the rest of a list of names that the parser has torn off."""
    span = phrase(doc, head)
    return Span(_list_start(doc, span.start), span.end)


def _list_start(doc: Annotated, start: int) -> int:
    """Where a list of names begins that the parser has torn apart ("the US, France, and Britain")."""
    by_last = {name.last: name for name in doc.names}
    at = doc.token_at(start)
    if at is None or at < 2 or doc.tokens[at - 1].lower not in ("and", "&"):
        return start
    while at > 1 and doc.tokens[at - 1].lower in (",", "and", "&"):
        joint = at - 1
        while joint > 0 and doc.tokens[joint - 1].lower in (",", "and"):
            joint -= 1
        name = by_last.get(joint)
        if (
            name is None
            or doc.tokens[name.first].sentence != doc.tokens[at].sentence
            or doc.tokens[name.first].dep in SUBJECTS
        ):
            break
        at, start = name.first, name.span.start
    return start


def prints(doc: Annotated, first: int, last: int) -> str:
    """The tokens from `first` up to, not including, `last`, lower-cased with single spaces, for matching phrases."""
    return " ".join(t.lower for t in doc.tokens[first:last] if t.text.strip())
