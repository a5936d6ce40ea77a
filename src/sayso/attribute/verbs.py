"""Attributions whose cue is a verb: who its subject is, what act it performs, what its content is."""

from sayso.attribute.content import clause_content, fitted, object_content
from sayso.attribute.found import Found
from sayso.attribute.grammar import (
    Phrase,
    child,
    has_child,
    noun_phrase,
    span_between,
    verb_group,
)
from sayso.attribute.hearing import passed_on
from sayso.attribute.passives import passive, quoted, reduced
from sayso.attribute.quotes import Quotes
from sayso.attribute.silence import silent_verb
from sayso.attribute.speakers import speakers_of
from sayso.attribute.tails import tail_attribution
from sayso.attribute.vocabulary import words
from sayso.model import Act, Annotated, Span, Token

NOT_SPEAKERS = frozenset({"it", "which", "that", "what", "who", "there", "this", "whom"})


def verb_attribution(a: Annotated, quotes: Quotes, token: Token) -> Found | None:
    """The attribution that the verb makes, or None where it makes none."""
    if _verb_read_as_noun(a, token):
        return _clause_only(a, quotes, token)
    sign = _sign(a, quotes, token)
    if sign is not None or (not token.tag.startswith("VB") and token.pos != "VERB"):
        return sign
    if _is_title_word(a, quotes, token) or (token.tag == "VB" and token.i == a.sentences[token.sentence].first):
        return None
    for rule in (tail_attribution, passed_on, silent_verb, quoted, passive, reduced, _prepositional, _active):
        found = rule(a, quotes, token)
        if found is not None:
            return found
    return None


def _is_title_word(a: Annotated, quotes: Quotes, token: Token) -> bool:
    """A capitalised verb inside of quotation marks is a word of a title ("What the Ferryman Said")."""
    quote = quotes.at(token.start) if token.text[0].isupper() else None
    return quote is not None and bool(a.text[quote.inner.start : token.start].strip())


def _sign(a: Annotated, quotes: Quotes, token: Token) -> Found | None:
    """ "A note on the door read: '...'": a document before the word, a quotation after it."""
    if token.lower not in ("read", "reads") or (token.dep != "ROOT" and token.tag.startswith("VB")):
        return None
    sentence = a.sentences[token.sentence]
    noun = next((t for t in a.tokens_of(sentence) if t.i < token.i and t.lemma in words()["documents"]), None)
    at = token.i + 2 if token.i + 1 < sentence.last and a.tokens[token.i + 1].pos == "PUNCT" else token.i + 1
    quote = quotes.at(a.tokens[at].start) if at < len(a.tokens) else None
    if noun is None or quote is None or quotes.at(token.start) is not None:
        return None
    reason = "A document with what it reads."
    return Found(Act.SAYS, reason, [token.span], [noun_phrase(a, noun.i)], [quote.span], verb=token.i)


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
    following = a.tokens[verb + 1].lower if verb + 1 < len(a.tokens) else ""
    if token.tag == "VBN" and token.dep in ("acl", "amod") and (lemma != "say" or following == "to"):
        return None
    if lemma == "call":
        return _named(a, quotes, token)
    clause, thing = vocabulary.act("clause", lemma), vocabulary.act("object", lemma)
    infinitive = vocabulary.act("infinitive", lemma)
    speakers = speakers_of(a, verb)
    if clause is None and thing is None and infinitive is None and not _special(a, lemma, speakers):
        return _with_quotation(a, quotes, token, speakers)
    group = verb_group(a, verb)
    content, act, reason = _content_of(a, quotes, token, group, speakers)
    if not content or act is None or not _speaker_fits(a, token, speakers):
        return None
    if lemma in ("reject", "dismiss", "dispute", "repudiate") and not _denies(a, content):
        return None
    if speakers and a.tokens[speakers[0].first].lower == "no" and lemma in ("claim", "say", "admit", "announce"):
        act, reason = Act.DECLINES, "Nobody says so."
    hedged = lemma in vocabulary["hedging_verbs"] and act is Act.SAYS
    return Found(act, reason, _group_span(a, group), speakers, content, hedged=hedged, verb=verb)


def _named(a: Annotated, quotes: Quotes, token: Token) -> Found | None:
    """ "called the plan a disgrace": what somebody calls something."""
    speakers = speakers_of(a, token.i)
    first = verb_group(a, token.i)[1]
    below = [c for c in a.children(token.i) if c.i > token.i and c.dep in ("oprd", "ccomp", "xcomp", "attr")]
    named = [c for c in below if c.tag not in ("VB", "VBG") and not has_child(a, c.i, "mark", "aux")]
    later = quotes.at(a.tokens[min(first + 1, len(a.tokens) - 1)].start) is not None
    if (
        not speakers
        or (not named and not later)
        or has_child(a, token.i, "prt")
        or any(t.lower in ("for", "on", "upon") for t in a.tokens[first : first + 3])
    ):
        return None
    content = object_content(a, quotes, token.i)
    cue = _group_span(a, verb_group(a, token.i))
    return (
        Found(Act.SAYS, "A speaker who calls something by a name.", cue, speakers, content, verb=token.i)
        if content
        else None
    )


def _with_quotation(a: Annotated, quotes: Quotes, token: Token, speakers: list[Phrase]) -> Found | None:
    """Verbs such as "respond" and "continue", which speak only beside a quotation."""
    act = words().act("quotation", token.lemma)
    if act is None or not speakers or quotes.at(token.start) is not None or token.tag == "VBG":
        return None
    content = clause_content(a, quotes, token.i, verb_group(a, token.i), speakers)
    if not content or _are_titles(a, content) or any(quotes.at(s.start) is None or len(s) < 12 for s in content):
        return None
    cue = _group_span(a, verb_group(a, token.i))
    return Found(act, f'A speaker with "{token.lower}" beside a quotation.', cue, speakers, content, verb=token.i)


def _are_titles(a: Annotated, content: list[Span]) -> bool:
    """All longer words between the marks are capitalised: titles of songs and books."""
    longer = [t.text for span in content for t in a.tokens_in(span) if len(t.text) > 3 and t.text.isalpha()]
    return len(longer) > 1 and all(word[0].isupper() for word in longer)


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
    has_clause = _has_clause(a, verb)
    below = child(a, verb, "xcomp")
    dobj = child(a, verb, "dobj")
    if below is not None and lemma == "ask" and below.lemma in ("name", "identify", "quote"):
        return [], None, ""
    if below is not None and not has_clause and infinitive is not None and below.i > verb:
        return _infinitive(a, quotes, verb, below), infinitive, f'A speaker with "{token.lower}" and an infinitive.'
    lost = dobj is not None and not has_clause and _is_no_saying(lemma, dobj)
    if lost or (token.tag == "VBG" and lemma in ("report", "speak", "rule") and not has_clause):
        return [], None, ""
    after = dobj is not None and dobj.i > verb and not has_clause and lemma not in LISTENED
    if after and (thing is not None or special):
        return object_content(a, quotes, verb), thing or Act.SAYS, f'A speaker with "{token.lower}" and its object.'
    if lemma == "report" and dobj is None and not has_clause and _reports_to(a, verb):
        return [], None, ""
    if clause is not None:
        wanted = lemma in ("ask", "urge", "order", "want", "expect", "believe")
        if infinitive is not None and wanted and _clause_right(a, verb):
            return (
                _infinitive(a, quotes, verb, child(a, verb, "ccomp")),
                clause,
                f'A speaker with "{token.lower}" and what is wanted.',
            )
        content = clause_content(a, quotes, verb, group, speakers)
        loose = not has_clause and token.dep not in ("parataxis", "relcl", "ccomp")
        if lemma not in CORE and loose and not any(quotes.at(span.start) for span in content):
            return [], None, ""
        if lemma == "ask" and any(quotes.at(span.start) for span in content):
            clause = Act.SAYS
        return content, clause, f'A speaker with "{token.lower}" and a clause or quotation.'
    return [], None, ""


def _has_clause(a: Annotated, verb: int) -> bool:
    """A clause hangs on the verb that no semicolon divides from it."""
    for c in a.children(verb):
        between = a.tokens[min(c.i, verb) : max(c.i, verb)]
        if c.dep in ("ccomp", "parataxis") and not any(t.text == ";" for t in between):
            return True
    return False


def _clause_right(a: Annotated, verb: int) -> bool:
    """A clause hangs on the verb's right."""
    return any(c.i > verb and c.dep in ("ccomp", "parataxis") for c in a.children(verb))


def _reports_to(a: Annotated, verb: int) -> bool:
    """ "reported for duty", "reported to the station"."""
    following = a.tokens[verb + 1] if verb + 1 < len(a.tokens) else None
    return following is not None and following.lower in ("for", "to") and following.head == verb


def _is_no_saying(lemma: str, dobj: Token) -> bool:
    """ "claimed the title", "declared bankruptcy", "told jokes": what the verb's object makes of it."""
    vocabulary = words()
    if lemma == "claim":
        return dobj.lemma not in vocabulary["claimed_objects"] or dobj.lemma in vocabulary["lost_objects"]
    if lemma == "declare":
        return dobj.lemma in vocabulary["performed"]
    return lemma in ("tell", "say") and dobj.lemma in vocabulary["spoken_things"]


CORE = frozenset(
    {
        "say",
        "add",
        "tell",
        "report",
        "note",
        "state",
        "claim",
        "explain",
        "announce",
        "confirm",
        "warn",
        "write",
        "stress",
    }
    | {"allege", "insist", "argue", "recall", "point", "indicate", "accuse", "believe", "think", "fear", "hope"}
)
"""Verbs that need no clause in the parse to be believed: what stands beside them is what is said."""
LISTENED = frozenset({"tell", "inform", "assure", "remind", "notify"})
"""The object of these verbs is who listens."""


def _infinitive(a: Annotated, quotes: Quotes, verb: int, below: Token | None) -> list[Span]:
    if below is None:
        return []
    sentence = a.sentences[a.tokens[verb].sentence]
    first, last = a.subtree(below.i)
    dobj = child(a, verb, "dobj")
    if dobj is not None and verb < dobj.i < below.i and a.tokens[verb].lemma != "tell":
        first = a.subtree(dobj.i)[0]
    first = max(first, verb + 1)
    if first < last and a.tokens[first].lower == "that":
        first += 1
    return fitted(a, quotes, verb, span_between(a, first, min(last, sentence.last)))


ALWAYS = frozenset({"say", "tell", "add", "report", "announce", "claim", "accuse", "quote"})


def _speaker_fits(a: Annotated, token: Token, speakers: list[Phrase]) -> bool:
    vocabulary = words()
    if not speakers:
        return (
            token.lemma in ("say", "add", "report", "stress", "warn", "note", "announce", "state") or token.tag == "VBG"
        )
    head = a.tokens[speakers[0].head]
    if head.lower in NOT_SPEAKERS and head.lower != "it" and head.lower != "who":
        return False
    if head.pos == "NOUN" and token.lemma not in ALWAYS and head.lower in vocabulary["happenings"]:
        return False
    if token.lemma in ("mean", "feel", "want", "see") and head.pos == "PRON":
        return False
    return token.lemma in ALWAYS or head.lower not in vocabulary["putting"]


def _denies(a: Annotated, content: list[Span]) -> bool:
    inside = {t.lemma for t in a.tokens_in(content[0])} | {t.lower for t in a.tokens_in(content[0])}
    return bool(inside & words()["denied_objects"])


def _prepositional(a: Annotated, quotes: Quotes, token: Token) -> Found | None:
    """ "called for a ceasefire", "called on both sides to stop"."""
    table = words().prepositional.get(token.lemma)
    if not table or has_child(a, token.i, "auxpass", "ccomp"):
        return None
    for prep in a.children(token.i):
        act = table.get(prep.lower)
        if act is None or prep.dep not in ("prep", "prt") or not token.i < prep.i <= token.i + 3:
            continue
        speakers = speakers_of(a, token.i)
        last = a.subtree(prep.i)[1]
        for clause in a.children(token.i):
            if clause.i > prep.i and clause.dep in ("xcomp", "advcl") and a.subtree(clause.i)[0] <= last + 1:
                last = max(last, a.subtree(clause.i)[1])
        content = fitted(a, quotes, token.i, span_between(a, prep.i + 1, last))
        if speakers and content:
            cue = a.span_of(verb_group(a, token.i)[0], prep.i + 1)
            reason = f'A speaker with "{token.lower} {prep.lower}".'
            return Found(act, reason, [cue], speakers, content, verb=token.i)
    return None
