"""The speaker of a verb: by the parse, and by what stands beside the verb where lost commas mislead the parse."""

from sayso.attribute.bodies import bodies_of
from sayso.attribute.grammar import (
    MARKS,
    NOUNS,
    Phrase,
    body_start,
    coordinated,
    is_time,
    noun_phrase,
    subject_of,
    verb_group,
)
from sayso.attribute.vocabulary import words
from sayso.model import Annotated, Token

FINITE = ("VBD", "VBZ", "VBP", "MD")
INVERTING = frozenset(
    [
        "say",
        "add",
        "report",
        "note",
        "explain",
        "write",
        "state",
        "announce",
        "claim",
        "comment",
        "recall",
        "tell",
        "warn",
        "argue",
        "insist",
        "ask",
        "observe",
    ]
)
SPEECH_VERBS = INVERTING | {"confirm", "stress"}
SPEECH_ONLY = frozenset(["say", "add", "note", "explain", "comment", "recall"])
NP_PARTS = ("DET", "ADJ", "NOUN", "PROPN", "NUM")
MODIFYING_PLURALS = frozenset(
    [
        "rights",
        "news",
        "sports",
        "affairs",
        "arms",
        "weapons",
        "sales",
        "relations",
        "operations",
        "states",
        "nations",
        "forces",
        "services",
    ]
)
CROWD = frozenset(
    [
        "people",
        "others",
        "civilians",
        "children",
        "fighters",
        "soldiers",
        "militants",
        "women",
        "men",
        "lives",
        "victims",
        "wounded",
        "dead",
        "injured",
        "rebels",
        "persons",
        "killed",
    ]
)


def speakers_of(a: Annotated, verb: int) -> list[Phrase]:
    """The verb's subject, each of several coordinated ones apart; the noun beside it where no subject fits."""
    after = _inverted(a, verb)
    if after is not None:
        return [after]
    subject = _climbed(a, subject_of(a, verb), verb)
    body = _body_beside(a, subject, verb)
    if body is not None:
        return [body]
    if subject is not None and subject.pos in (*NOUNS, "ADJ", "NUM", "DET", "VERB") and _fits(a, subject, verb):
        return _phrases(a, _antecedent(a, subject, verb), verb)
    near = _adjacent(a, verb)
    return [_after_dateline(a, near)] if near is not None else []


def _body_beside(a: Annotated, subject: Token | None, verb: int) -> Phrase | None:
    """ "... killed 24 people the Valley Observatory said": a body named right before a verb of saying speaks itself,
    unless the parse has it inside the subject ("an official at the Valley Observatory said")."""
    token = a.tokens[verb]
    if token.lemma not in SPEECH_VERBS or token.tag not in FINITE:
        return None
    end = verb
    while end > 0 and a.tokens[end - 1].pos in ("ADV", "AUX") and a.tokens[end - 1].sentence == token.sentence:
        end -= 1
    body = next((p for p in bodies_of(a) if p.last == end), None)
    if body is None or (subject is not None and body.first <= subject.i < body.last):
        return None
    if subject is not None and subject.head == verb and a.subtree(subject.i)[0] < body.first < a.subtree(subject.i)[1]:
        return None if _names_one(subject) else body
    return body


def _names_one(subject: Token) -> bool:
    """The subject can speak: a person, a document, a source; not a happening or a crowd."""
    vocabulary = words()
    return (
        subject.lemma in vocabulary["people"] | vocabulary["documents"] | vocabulary["bodies"]
        or subject.lower in vocabulary["unnamed"]
        or subject.pos == "PROPN"
    )


def _climbed(a: Annotated, subject: Token | None, verb: int) -> Token | None:
    """ "issued a denial, saying ...": who denies says it, not the denial."""
    token = a.tokens[verb]
    if (
        subject is None
        or token.tag != "VBG"
        or token.dep != "acl"
        or not (token.lemma in SPEECH_VERBS | {"stress", "add"} or _cannot_say(subject, token))
    ):
        return subject
    at = subject
    while at.dep in ("dobj", "pobj", "prep", "conj", "appos") and at.head != at.i:
        at = a.tokens[at.head]
    return subject_of(a, at.i) or subject if at.pos in ("VERB", "AUX") else subject


def _cannot_say(subject: Token, verb: Token) -> bool:
    """ "... stop such crimes pointing out that ...": the noun before the participle is no speaker."""
    vocabulary = words()
    says = vocabulary.act("clause", verb.lemma) or verb.lemma in ("call", "praise", "hold")
    return bool(says) and not _names_one(subject) and subject.pos == "NOUN" and subject.tag == "NNS"


def _phrases(a: Annotated, subject: Token, verb: int) -> list[Phrase]:
    found = [noun_phrase(a, head) for head in coordinated(a, subject.i)]
    start = verb_group(a, verb)[0]
    found = [Phrase(p.first, start, p.head) if p.first <= p.head < start < p.last else p for p in found]
    found = [p for p in found if not p.first <= verb < p.last]
    if len(found) == 1 and found[0].last <= verb:
        found = [_named_before(a, _after_dateline(a, _unglued(a, found[0])))]
    return found


def _after_dateline(a: Annotated, p: Phrase) -> Phrase:
    """The phrase without a place, date and wire that stand before the report's first word."""
    start = body_start(a, a.sentences[a.tokens[p.head].sentence])
    if start <= p.first:
        return _after_wire(a, p)
    return Phrase(start, p.last, max(p.head, start)) if start < p.last else p


def _after_wire(a: Annotated, p: Phrase) -> Phrase:
    """ "Speaking to AFP Observatory director A B": who is spoken to is not part of who speaks."""
    before = a.tokens[p.first - 1].lower if p.first else ""
    names_wire = a.tokens[p.first].lower in words()["media_names"] and p.last - p.first > 2
    if before in ("to", "told") and names_wire and p.head > p.first:
        return Phrase(p.first + 1, p.last, p.head)
    return p


def _named_before(a: Annotated, p: Phrase) -> Phrase:
    """ "the Valley Observatory a monitoring group said": the name that an apposition without commas explains."""
    if a.tokens[p.first].lower not in ("a", "an"):
        return p
    body = next((b for b in bodies_of(a) if b.last == p.first), None)
    if body is None or a.tokens[body.first].sentence != a.tokens[p.first].sentence:
        return p
    return Phrase(body.first, p.last, body.head)


def _antecedent(a: Annotated, subject: Token, verb: int) -> Token:
    """The noun that "who" or "which" goes back to."""
    if subject.lower not in ("who", "which", "that") or subject.i > verb:
        return subject
    governor = a.tokens[verb]
    while governor.dep in ("conj", "xcomp", "ccomp") and governor.head != governor.i:
        governor = a.tokens[governor.head]
    return a.tokens[governor.head] if governor.dep == "relcl" else subject


def _fits(a: Annotated, subject: Token, verb: int) -> bool:
    """The parse's subject can be that of the verb: no finite verb lies between them but in a relative clause."""
    if subject.head != verb or a.tokens[verb].tag == "VBG":
        return a.tokens[verb].tag not in FINITE or a.tokens[verb].lemma not in SPEECH_VERBS or _shares(a, subject, verb)
    if subject.i > verb:
        last = a.subtree(subject.i)[1]
        return not (
            last < len(a.tokens) and a.tokens[last].tag in FINITE and a.tokens[last].sentence == subject.sentence
        )
    between = a.tokens[subject.i + 1 : verb]
    if any(t.tag in ("WDT", "WP", "WRB") or t.lower == "that" for t in between):
        return True
    if any(t.tag in FINITE and t.head != verb for t in between):
        return False
    return not (_counts(a, subject) and between and any(t.pos in ("NOUN", "PROPN") for t in between))


def _shares(a: Annotated, subject: Token, verb: int) -> bool:
    """A finite verb of saying without a subject of its own: only "and", "but" or an adverb stands before it."""
    i = verb - 1
    while i > 0 and a.tokens[i].pos in ("ADV", "AUX", "PART"):
        i -= 1
    return (
        a.tokens[i].pos in ("CCONJ", "PUNCT", "SCONJ") or a.tokens[i].i == subject.i or a.tokens[i].tag in ("WDT", "WP")
    )


def _counts(a: Annotated, subject: Token) -> bool:
    """ "18 people": a crowd that is counted, not one that speaks."""
    return subject.lower in CROWD and any(c.pos == "NUM" or c.dep == "nummod" for c in a.children(subject.i))


def _inverted(a: Annotated, verb: int) -> Phrase | None:
    """ "... said the mayor": a noun phrase right after a verb of pure saying that no verb of its own follows."""
    token = a.tokens[verb]
    after_quote = verb > 0 and a.tokens[verb - 1].text[0] in MARKS and words().act("quotation", token.lemma) is not None
    if (token.lemma not in SPEECH_ONLY and not after_quote) or token.tag not in FINITE:
        return None
    sentence = a.sentences[token.sentence]
    if not _said_before(a, sentence.first, verb):
        return None
    i = verb + 1
    if i >= sentence.last or a.tokens[i].pos not in NP_PARTS or is_time(a, i) or a.tokens[i].lower in ("that", "this"):
        return None
    head = None
    while i < sentence.last and (
        a.tokens[i].pos in NP_PARTS or a.tokens[i].lower in ("'s", "’s", "-", "of", "for", "’")
    ):
        if is_time(a, i):
            break
        if a.tokens[i].pos in ("NOUN", "PROPN"):
            head = i
        i += 1
    if head is None:
        return None
    rest = a.tokens[i : sentence.last]
    if _verb_follows(rest):
        return None
    top = a.tokens[head]
    while verb < a.tokens[top.head].i < i and top.head != top.i and a.tokens[top.head].pos in ("NOUN", "PROPN"):
        top = a.tokens[top.head]
    whole = noun_phrase(a, top.i)
    if whole.first > verb and whole.first <= verb + 2:
        return whole
    return Phrase(verb + 1, head + 1, head)


def _said_before(a: Annotated, first: int, verb: int) -> bool:
    """What is said stands before the verb: no clause hangs on its right, and a verb or a mark stands on its left."""
    for c in a.children(verb):
        if c.i > verb and c.dep in ("ccomp", "xcomp", "parataxis") and c.tag != "VBG":
            return False
    before = a.tokens[verb - 1] if verb > first else None
    if before is None or before.text[0] in "\"”’'," or before.pos == "PUNCT":
        return True
    if before.pos == "PRON" or (
        before.dep in ("nsubj", "nsubjpass") and before.head == verb and before.lower not in CROWD
    ):
        return False
    return any(t.tag in FINITE for t in a.tokens[first : verb - 1])


def _verb_follows(rest: tuple[Token, ...]) -> bool:
    for token in rest:
        if token.tag in FINITE or token.pos == "AUX":
            return True
        if token.pos == "PUNCT" or token.tag in ("VBG", "WDT", "WP", "WRB", "IN", "CC") or token.pos == "SPACE":
            return False
    return False


def _adjacent(a: Annotated, verb: int) -> Phrase | None:
    """The noun phrase that touches the verb: before it, else after it."""
    sentence = a.sentences[a.tokens[verb].sentence]
    if a.tokens[verb].tag == "VBG":
        return None
    end = verb
    while (
        end > sentence.first
        and a.tokens[end - 1].pos in ("ADV", "AUX", "PART")
        and a.tokens[end - 1].text not in ("'s", "’s")
    ):
        end -= 1
    first = end
    while first > sentence.first and _joins(a, first - 1, sentence.first):
        first -= 1
        if a.tokens[first].pos == "DET" and not (first > sentence.first and a.tokens[first - 1].lower in ("of", "for")):
            break
    if first == end:
        before = a.tokens[end - 1] if end > sentence.first else None
        return (
            Phrase(end - 1, end, end - 1)
            if before is not None and before.pos == "PRON"
            else _after(a, verb, sentence.last)
        )
    first = _with_place(a, first, end, sentence.first)
    while first < end and a.tokens[first].lower in ("of", "for", "'s", "-"):
        first += 1
    if first == end or a.tokens[end - 1].pos not in ("NOUN", "PROPN", "ADJ"):
        return None
    return _unglued(a, Phrase(first, end, end - 1))


def _with_place(a: Annotated, first: int, end: int, floor: int) -> int:
    """ "a source in the province": the place belongs to a noun that can speak."""
    vocabulary = words()
    if (
        first - 2 < floor
        or first == end
        or a.tokens[first - 1].lower not in ("in", "at", "from", "near", "inside", "of", "for")
    ):
        return first
    noun = a.tokens[first - 2]
    if noun.lemma not in vocabulary["people"] and noun.lower not in vocabulary["unnamed"]:
        return first
    start = first - 2
    while start > floor and a.tokens[start - 1].pos in NP_PARTS and not is_time(a, start - 1):
        start -= 1
        if a.tokens[start].pos == "DET":
            break
    return start


def _joins(a: Annotated, i: int, floor: int) -> bool:
    token = a.tokens[i]
    if is_time(a, i):
        return False
    if token.pos in NP_PARTS or token.text in ("'s", "’s", "-"):
        return True
    return token.lower in ("of", "for") and i > floor and a.tokens[i - 1].pos == "PROPN"


def _after(a: Annotated, verb: int, end: int) -> Phrase | None:
    if a.tokens[verb].tag not in FINITE or a.tokens[verb].lemma not in INVERTING:
        return None
    for i in range(verb + 1, min(verb + 6, end)):
        if a.tokens[i].pos not in NP_PARTS or is_time(a, i):
            return None
        if a.tokens[i].pos in ("PROPN", "NOUN") and a.tokens[i].dep != "compound":
            return noun_phrase(a, i)
    return None


def _unglued(a: Annotated, p: Phrase) -> Phrase:
    """The phrase without words of the clause before it ("11 children | state media", "in Homs | a monitor")."""
    first = p.first
    for i in range(p.first, p.last - 1):
        token, following = a.tokens[i], a.tokens[i + 1]
        plural = (
            token.tag == "NNS"
            and token.lower not in MODIFYING_PLURALS
            and any(t.pos == "NUM" or t.lower in CROWD for t in a.tokens[first : i + 1])
        )
        if (
            (plural and following.pos in ("ADJ", "NOUN", "PROPN") and following.tag != "POS" and p.head > i)
            or (
                following.pos == "DET"
                and token.pos in ("NOUN", "PROPN", "NUM")
                and p.head > i
                and following.lower in ("the", "a", "an")
            )
            or (is_time(a, i) and p.head > i)
        ):
            first = i + 1
    if first > a.sentences[a.tokens[first].sentence].first and a.tokens[first - 1].pos == "ADP":
        first = _past_place(a, first, p)
    return Phrase(first, p.last, max(p.head, first)) if first < p.last else p


def _past_place(a: Annotated, first: int, p: Phrase) -> int:
    """ "in Homs state media said": the place belongs to the preposition before it."""
    for name in a.names:
        if (
            name.first == first
            and name.last < p.last
            and name.label in ("GPE", "LOC", "FAC", "DATE", "TIME")
            and p.head >= name.last
        ):
            return name.last
    return first


__all__ = ["FINITE", "INVERTING", "speakers_of", "words"]
