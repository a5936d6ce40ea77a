"""Attributions whose cue is a verb: who its subject is, what act it performs, what its content is."""

from sayso.attribute.content import clause_content, fitted, left_content, object_content, right_content
from sayso.attribute.found import Found
from sayso.attribute.grammar import (
    NOUNS,
    Phrase,
    child,
    coordinated,
    has_child,
    is_time,
    noun_phrase,
    span_between,
    subject_of,
    verb_group,
)
from sayso.attribute.quotes import Quotes
from sayso.attribute.speakers import speakers_of
from sayso.attribute.vocabulary import words
from sayso.model import Act, Annotated, Span, Token

NOT_SPEAKERS = frozenset({"it", "which", "that", "what", "who", "there", "this", "whom"})


def verb_attribution(a: Annotated, quotes: Quotes, token: Token) -> Found | None:
    """The attribution that the verb makes, or None where it makes none."""
    if _verb_read_as_noun(a, token):
        return _clause_only(a, quotes, token)
    if not token.tag.startswith("VB") and token.pos != "VERB":
        return None
    for rule in (_withheld, _quoted, _passive, _reduced, _prepositional, _active):
        found = rule(a, quotes, token)
        if found is not None:
            return found
    return None


def _verb_read_as_noun(a: Annotated, token: Token) -> bool:
    """ "... the agency reports." at the end of a sentence, which a tagger takes for a noun."""
    if token.lower not in ("reports", "claims", "says") or token.tag != "NNS" or token.i == 0:
        return False
    sentence = a.sentences[token.sentence]
    last = token.i + 1 >= sentence.last or a.tokens[token.i + 1].pos == "PUNCT"
    return last and a.tokens[token.i - 1].pos == "PROPN" and token.i - sentence.first >= 5


def _clause_only(a: Annotated, quotes: Quotes, token: Token) -> Found | None:
    first = token.i
    while first > 0 and a.tokens[first - 1].pos in ("PROPN", "ADP", "DET", "ADJ", "NOUN") and token.i - first < 7:
        first -= 1
        if a.tokens[first].pos == "DET" or a.tokens[first].lower == "in":
            break
    while first < token.i and a.tokens[first].pos in ("ADP", "NUM"):
        first += 1
    speaker = Phrase(first, token.i, token.i - 1)
    content = clause_content(a, quotes, token.i, (token.i, token.i + 1), [speaker]) if first < token.i else []
    if not content:
        return None
    return Found(
        Act.SAYS, f'A speaker with "{token.lower}" after the words.', [token.span], [speaker], content, verb=token.i
    )


def _group_span(a: Annotated, group: tuple[int, int]) -> list[Span]:
    return [a.span_of(*group)]


def _active(a: Annotated, quotes: Quotes, token: Token) -> Found | None:
    vocabulary = words()
    lemma, verb = token.lemma, token.i
    if has_child(a, verb, "auxpass", "nsubjpass"):
        return None
    if token.tag == "VBN" and token.dep in ("acl", "amod"):
        return None
    clause, thing = vocabulary.act("clause", lemma), vocabulary.act("object", lemma)
    infinitive = vocabulary.act("infinitive", lemma)
    speakers = speakers_of(a, verb)
    if clause is None and thing is None and infinitive is None and not _special(a, lemma, speakers):
        return _with_quotation(a, quotes, token, speakers)
    group = verb_group(a, verb)
    content, act, reason = _content_of(a, quotes, token, group, speakers)
    if not content or act is None or not _speaker_fits(a, token, speakers, content):
        return None
    if lemma in ("reject", "dismiss", "dispute", "repudiate") and not _denies(a, content):
        return None
    if speakers and a.tokens[speakers[0].first].lower == "no" and lemma in ("claim", "say", "admit", "announce"):
        act, reason = Act.DECLINES, "Nobody says so."
    hedged = lemma in vocabulary["hedging_verbs"] and act is Act.SAYS
    return Found(act, reason, _group_span(a, group), speakers, content, hedged=hedged, verb=verb)


def _with_quotation(a: Annotated, quotes: Quotes, token: Token, speakers: list[Phrase]) -> Found | None:
    """Verbs such as "respond" and "continue", which speak only beside a quotation."""
    act = words().act("quotation", token.lemma)
    if act is None or not speakers or quotes.at(token.start) is not None or token.tag == "VBG":
        return None
    content = clause_content(a, quotes, token.i, verb_group(a, token.i), speakers)
    if not content or any(quotes.at(s.start) is None or len(s) < 12 for s in content):
        return None
    cue = _group_span(a, verb_group(a, token.i))
    return Found(act, f'A speaker with "{token.lower}" beside a quotation.', cue, speakers, content, verb=token.i)


def _special(a: Annotated, lemma: str, speakers: list[Phrase]) -> bool:
    vocabulary = words()
    heads = {a.tokens[s.head].lemma for s in speakers} | {a.tokens[s.head].lower for s in speakers}
    if vocabulary.act("media_clause", lemma) and heads & vocabulary["pictures"]:
        return True
    return bool(vocabulary.act("witness_clause", lemma) and heads & vocabulary["witnesses"])


def _content_of(
    a: Annotated, quotes: Quotes, token: Token, group: tuple[int, int], speakers: list[Phrase]
) -> tuple[list[Span], Act | None, str]:
    vocabulary = words()
    lemma, verb = token.lemma, token.i
    special = _special(a, lemma, speakers)
    clause = vocabulary.act("clause", lemma) or (Act.SAYS if special else None)
    infinitive, thing = vocabulary.act("infinitive", lemma), vocabulary.act("object", lemma)
    has_clause = has_child(a, verb, "ccomp", "parataxis")
    below = child(a, verb, "xcomp")
    dobj = child(a, verb, "dobj")
    if below is not None and not has_clause and infinitive is not None and below.i > verb:
        return _infinitive(a, quotes, verb, below), infinitive, f'A speaker with "{token.lower}" and an infinitive.'
    lost = dobj is not None and lemma == "claim" and (dobj.lemma in vocabulary["lost_objects"] or dobj.tag == "CD")
    if lost or (token.tag == "VBG" and lemma in ("report", "speak", "rule") and not has_clause):
        return [], None, ""
    if (thing is not None or special) and dobj is not None and dobj.i > verb and not has_clause:
        if not _object_is_listener(a, lemma, dobj):
            return object_content(a, quotes, verb), thing or Act.SAYS, f'A speaker with "{token.lower}" and its object.'
    if clause is not None:
        if infinitive is not None and has_clause and lemma in ("ask", "urge", "order", "want", "expect", "believe"):
            return (
                _infinitive(a, quotes, verb, child(a, verb, "ccomp")),
                clause,
                f'A speaker with "{token.lower}" and what is wanted.',
            )
        content = clause_content(a, quotes, verb, group, speakers)
        return content, clause, f'A speaker with "{token.lower}" and a clause or quotation.'
    return [], None, ""


def _object_is_listener(a: Annotated, lemma: str, dobj: Token) -> bool:
    return lemma in ("tell", "inform", "assure", "remind", "notify")


def _infinitive(a: Annotated, quotes: Quotes, verb: int, below: Token | None) -> list[Span]:
    if below is None:
        return []
    sentence = a.sentences[a.tokens[verb].sentence]
    first, last = a.subtree(below.i)
    dobj = child(a, verb, "dobj")
    if dobj is not None and verb < dobj.i < below.i and a.tokens[verb].lemma not in ("tell",):
        first = a.subtree(dobj.i)[0]
    first = max(first, verb + 1)
    if first < last and a.tokens[first].lower == "that":
        first += 1
    return fitted(a, quotes, verb, span_between(a, first, min(last, sentence.last)))


ALWAYS = frozenset({"say", "tell", "add", "report", "announce", "claim", "accuse", "quote"})


def _speaker_fits(a: Annotated, token: Token, speakers: list[Phrase], content: list[Span]) -> bool:
    vocabulary = words()
    if not speakers:
        return (
            token.lemma in ("say", "add", "report", "stress", "warn", "note", "announce", "state") or token.tag == "VBG"
        )
    head = a.tokens[speakers[0].head]
    if head.lower in NOT_SPEAKERS and head.lower != "it" and head.lower != "who":
        return False
    if head.pos in ("NOUN",) and token.lemma not in ALWAYS and head.lower in _things():
        return False
    if token.lemma in ("mean", "feel", "want", "see") and head.pos == "PRON":
        return False
    return token.lemma in ALWAYS or head.lower not in vocabulary["putting"]


def _things() -> frozenset[str]:
    return frozenset(
        {"attack", "blast", "war", "conflict", "explosion", "raid", "strike", "bombing", "fighting", "move", "violence"}
    )


def _denies(a: Annotated, content: list[Span]) -> bool:
    inside = {t.lemma for t in a.tokens_in(content[0])} | {t.lower for t in a.tokens_in(content[0])}
    return bool(inside & words()["denied_objects"])


def _passive(a: Annotated, quotes: Quotes, token: Token) -> Found | None:
    """ "X is believed to ...", "X was reported killed", "X is accused of ...": subject and rest are the content."""
    vocabulary = words()
    act = vocabulary.act("passive", token.lemma)
    verb = token.i
    if act is None or token.tag not in ("VBN", "VBD") or not has_child(a, verb, "auxpass"):
        return None
    subject = child(a, verb, "nsubjpass", "nsubj", "expl", "csubjpass")
    group = verb_group(a, verb)
    agent = child(a, verb, "agent")
    speakers = []
    if agent is not None:
        by = child(a, agent.i, "pobj")
        if by is not None:
            speakers = [noun_phrase(a, head) for head in coordinated(a, by.i)]
    sentence = a.sentences[token.sentence]
    content: list[Span] = []
    impersonal = subject is not None and subject.lower in ("it", "there")
    if subject is not None and not impersonal and subject.i < verb:
        np = noun_phrase(a, subject.i)
        last = a.subtree(subject.i)[1]
        content += span_between(a, np.first, min(last, group[0]))
    rest = [
        c
        for c in a.children(verb)
        if c.i > verb and c.dep in ("xcomp", "ccomp", "oprd", "prep", "advcl", "conj", "acomp", "attr")
    ]
    rest = [c for c in rest if not (c.dep == "prep" and c.lower == "by")]
    if token.lemma not in ("accuse", "blame", "report") and not any(
        c.dep in ("xcomp", "ccomp", "oprd", "prep", "acomp", "attr") for c in rest
    ):
        return None
    if rest:
        first = max(verb + 1, a.subtree(rest[0].i)[0])
        content += span_between(
            a, first, min(max(a.subtree(c.i)[1] for c in rest if c.dep != "conj" or len(rest) == 1), sentence.last)
        )
    if not content:
        return None
    cue = _group_span(a, group)
    if impersonal and subject is not None and subject.i == group[0] - 1:
        cue = [a.span_of(subject.i, group[1])]
        content = [s for s in content]
    return Found(
        act,
        f'What "is {token.lower}" of its subject.',
        cue,
        speakers,
        fitted_all(a, quotes, verb, content),
        hedged=act is Act.SAYS and token.lemma in ("allege", "claim", "report", "say", "rumor", "rumour"),
        verb=verb,
    )


def fitted_all(a: Annotated, quotes: Quotes, verb: int, spans: list[Span]) -> list[Span]:
    return fitted(a, quotes, verb, tuple(spans))


REDUCED = frozenset(
    {"believe", "think", "suspect", "say", "report", "fear", "allege", "presume", "understand", "rumor", "rumour"}
)


def _reduced(a: Annotated, quotes: Quotes, token: Token) -> Found | None:
    """ "jets believed to be Russian": a passive without its auxiliary, so nobody is named as the one who believes."""
    act = words().act("passive", token.lemma)
    below = child(a, token.i, "xcomp")
    if (
        act is None
        or token.lemma not in REDUCED
        or below is None
        or below.i < token.i
        or token.tag not in ("VBN", "VBD")
    ):
        return None
    if has_child(a, token.i, "auxpass", "aux", "dobj", "ccomp") or not any(c.tag == "TO" for c in a.children(below.i)):
        return None
    subject = child(a, token.i, "nsubj", "nsubjpass")
    noun = subject or (a.tokens[token.head] if token.dep == "acl" else None)
    content = list(span_between(a, max(token.i + 1, a.subtree(below.i)[0]), a.subtree(below.i)[1]))
    if noun is not None and noun.pos in NOUNS and noun.i < token.i:
        phrase = noun_phrase(a, noun.i)
        content = [*span_between(a, phrase.first, min(phrase.last, token.i)), *content]
    return Found(
        act,
        f'What is "{token.lower}" of the noun before it.',
        [token.span],
        [],
        fitted(a, quotes, token.i, tuple(content)),
        verb=token.i,
    )


def _prepositional(a: Annotated, quotes: Quotes, token: Token) -> Found | None:
    """ "called for a ceasefire", "called on both sides to stop"."""
    table = words().prepositional.get(token.lemma)
    if not table or has_child(a, token.i, "auxpass", "ccomp"):
        return None
    for prep in a.children(token.i):
        act = table.get(prep.lower)
        if prep.dep not in ("prep", "prt") or act is None or prep.i <= token.i or prep.i > token.i + 3:
            continue
        speakers = speakers_of(a, token.i)
        if not speakers:
            return None
        first, last = prep.i + 1, a.subtree(prep.i)[1]
        for c in a.children(token.i):
            if (
                c.i > prep.i
                and c.dep in ("xcomp", "advcl", "prep")
                and a.subtree(c.i)[0] <= last + 1
                and c.dep != "prep"
            ):
                last = max(last, a.subtree(c.i)[1])
        group = verb_group(a, token.i)
        content = fitted(a, quotes, token.i, span_between(a, first, last))
        if content:
            return Found(
                act,
                f'A speaker with "{token.lower} {prep.lower}".',
                [a.span_of(group[0], prep.i + 1)],
                speakers,
                content,
                verb=token.i,
            )
    return None


def _quoted(a: Annotated, quotes: Quotes, token: Token) -> Found | None:
    """ "X was quoted by Y as saying": Y carried it; "X quoted Y as saying": Y stands behind X."""
    if token.lemma not in ("quote", "cite", "report"):
        return None
    as_ = next((c for c in a.children(token.i) if c.dep == "prep" and c.lower == "as"), None)
    saying = child(a, as_.i, "pcomp") if as_ is not None else None
    if as_ is None or saying is None or saying.tag != "VBG":
        return None
    group = verb_group(a, token.i)
    speakers = speakers_of(a, token.i)
    content = right_content(a, quotes, saying.i) or left_content(a, quotes, token.i, group, speakers)
    passive = has_child(a, token.i, "auxpass", "nsubjpass") or token.dep == "acl"
    found = Found(
        Act.SAYS,
        "Someone who is quoted as saying.",
        [a.span_of(group[0], saying.i + 1)],
        speakers,
        content,
        verb=token.i,
    )
    if passive:
        agent = child(a, token.i, "agent")
        by = child(a, agent.i, "pobj") if agent is not None else None
        if by is not None:
            found.relay = [noun_phrase(a, by.i)]
            if by.i < saying.i:
                found.cue = [a.span_of(*group), a.span_of(as_.i, saying.i + 1)]
    else:
        dobj = child(a, token.i, "dobj")
        if dobj is not None:
            found.origin = [noun_phrase(a, dobj.i)]
            found.cue = [a.span_of(*group), a.span_of(as_.i, saying.i + 1)]
    return found if content else None


def _withheld(a: Annotated, quotes: Quotes, token: Token) -> Found | None:
    """Silence and doubt: "declined to comment", "has yet to respond", "did not say", "could not verify"."""
    vocabulary = words()
    governor = a.tokens[token.head]
    negated = any(c.dep == "neg" or c.lower in ("not", "n't", "cannot") for c in a.children(token.i))
    able = any(
        (c.dep == "aux" and c.lemma in ("can", "could")) or c.lower in ("could", "can", "ca")
        for c in a.children(token.i)
    )
    if token.dep == "xcomp" and governor.lemma in vocabulary["declining"] and token.lemma in vocabulary["to_comment"]:
        return _held(a, quotes, governor.i, token.i, Act.DECLINES, "A speaker who declines to speak.")
    if (
        token.dep == "xcomp"
        and governor.lemma == "have"
        and any(t.lower == "yet" for t in a.tokens[governor.i : token.i])
    ):
        if token.lemma in vocabulary["to_comment"]:
            return _held(a, quotes, governor.i, token.i, Act.DECLINES, "A speaker who has yet to speak.")
    if (
        token.dep == "xcomp"
        and governor.lemma in ("able", "unable", "possible", "impossible")
        and token.lemma in vocabulary["unable_verbs"]
    ):
        return _held(a, quotes, governor.i, token.i, Act.UNVERIFIED, "Something that could not be verified.")
    if not negated:
        return None
    if token.lemma in vocabulary["unable_verbs"] and able:
        return _held(a, quotes, token.i, token.i, Act.UNVERIFIED, "Something that could not be verified.")
    subject = subject_of(a, token.i)
    if subject is not None and subject.lower in ("i", "you", "we"):
        return None
    if token.lemma == "know" and has_child(a, token.i, "ccomp"):
        return _held(a, quotes, token.i, token.i, Act.UNVERIFIED, "A speaker who does not know.")
    if token.lemma in vocabulary["withheld_verbs"] and not able:
        if token.lemma in ("give", "provide", "offer", "release", "make", "claim", "name"):
            dobj = child(a, token.i, "dobj")
            if dobj is None or not (
                {t.lemma for t in a.tokens[slice(*a.subtree(dobj.i))]} & vocabulary["withheld_objects"]
            ):
                return None
        return _held(a, quotes, token.i, token.i, Act.DECLINES, "A speaker who does not say.")
    return None


def _held(a: Annotated, quotes: Quotes, top: int, main: int, act: Act, reason: str) -> Found | None:
    first = verb_group(a, top)[0]
    adjective = a.tokens[top].lemma
    if a.tokens[top].pos == "ADJ":
        be = a.tokens[a.tokens[top].head]
        first = verb_group(a, be.i)[0] if be.lemma == "be" and be.i < top else first
        top = be.i if be.lemma == "be" else top
    last = main + 1
    passive = has_child(a, main, "auxpass", "nsubjpass")
    subject = subject_of(a, top)
    sentence = a.sentences[a.tokens[main].sentence]
    speakers: list[Phrase] = []
    content: list[Span] = []
    if passive:
        if subject is not None:
            content = list(span_between(a, a.subtree(subject.i)[0], min(a.subtree(subject.i)[1], first)))
    else:
        impersonal = (
            subject is not None
            and subject.lower in ("it", "there")
            and a.tokens[top].lemma == "be"
            and adjective in ("possible", "impossible")
        )
        if subject is not None and not impersonal:
            speakers = speakers_of(a, top)
        rest = [
            c for c in a.children(main) if c.i > main and c.dep in ("dobj", "ccomp", "xcomp", "prep", "advcl", "dative")
        ]
        rest = [c for c in rest if not is_time(a, c.i) and not (c.dep == "advcl" and c.tag == "VBG")]
        if rest:
            begin = max(main + 1, a.subtree(rest[0].i)[0])
            if rest[0].dep == "prep" and rest[0].lower in ("on", "about", "to"):
                begin = rest[0].i + 1
            content = list(span_between(a, begin, min(a.subtree(rest[-1].i)[1], sentence.last)))
    following = a.tokens[last] if last < len(a.tokens) else None
    if passive and following is not None and following.lower == "independently":
        last += 1
    content = fitted(a, quotes, main, tuple(content))
    return Found(act, reason, [a.span_of(first, last)], speakers, content, verb=main)
