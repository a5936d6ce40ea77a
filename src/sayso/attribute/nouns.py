"""Attributions whose cue lies in a noun or adjective: "had a message", "expressed concern", "the claim that"."""

from sayso.attribute.content import fitted
from sayso.attribute.found import Found
from sayso.attribute.grammar import NOUNS, Phrase, child, coordinated, noun_phrase, span_between, subject_of, verb_group
from sayso.attribute.quotes import Quotes
from sayso.attribute.silence import silent_noun
from sayso.attribute.speakers import speakers_of
from sayso.attribute.vocabulary import words
from sayso.model import Act, Annotated, Sentence, Span, Token


def noun_attributions(a: Annotated, quotes: Quotes, sentence: Sentence) -> list[Found]:
    """All of them in one sentence."""
    found = []
    for token in a.tokens_of(sentence):
        rules = (silent_noun, _message, _feeling, _toll, _claim) if token.pos in ("NOUN", "PROPN") else (_worried,)
        for rule in rules:
            one = rule(a, quotes, sentence, token)
            if one is not None:
                found.append(one)
                break
    return found


def _governing_verb(a: Annotated, token: Token) -> Token | None:
    governor = a.tokens[token.head]
    return (
        governor if governor.tag.startswith("VB") and governor.i < token.i and token.dep in ("dobj", "attr") else None
    )


def _rest(a: Annotated, sentence: Sentence, noun: Token, verb: Token) -> tuple[int, int]:
    """What hangs on the noun or follows it under the verb, without its linking word."""
    below = [
        c
        for c in (*a.children(noun.i), *a.children(verb.i))
        if c.i > noun.i and c.dep in ("prep", "acl", "ccomp", "relcl", "advcl", "xcomp")
    ]
    if not below:
        return noun.i + 1, noun.i + 1
    first = min(a.subtree(c.i)[0] for c in below)
    last = min(max(a.subtree(c.i)[1] for c in below), sentence.last)
    while first < last and (
        a.tokens[first].lower in ("that", "about", "over", "on", "of", "for")
        and a.tokens[first].dep in ("mark", "prep")
    ):
        first += 1
    return max(first, noun.i + 1), last


def _speakers(a: Annotated, verb: Token) -> list[Phrase]:
    return speakers_of(a, verb.i) if subject_of(a, verb.i) is not None else []


def _message(a: Annotated, quotes: Quotes, sentence: Sentence, token: Token) -> Found | None:
    """ "The reporter had a stark message for them: '...'"."""
    vocabulary = words()
    verb = _governing_verb(a, token)
    if verb is None or token.lemma not in vocabulary["message_nouns"] or verb.lemma not in vocabulary["message_verbs"]:
        return None
    quote = next(
        (q for i in range(token.i + 1, sentence.last) if (q := quotes.at(a.tokens[i].start)) is not None), None
    )
    speakers = _speakers(a, verb)
    if (
        quote is None
        or len(quote.inner.of(a.text).split()) < 3
        or not speakers
        or quote.span.start <= a.tokens[verb.i].start
    ):
        return None
    cue = a.span_of(verb_group(a, verb.i)[0], token.i + 1)
    return Found(Act.SAYS, f'A "{token.lower}" with a quotation.', [cue], speakers, [quote.span])


def _feeling(a: Annotated, quotes: Quotes, sentence: Sentence, token: Token) -> Found | None:
    """ "expressed hope that ...", "has concerns about ..."."""
    vocabulary = words()
    verb = _governing_verb(a, token)
    if verb is None or token.lemma not in vocabulary["feeling_nouns"] or verb.lemma not in vocabulary["feeling_verbs"]:
        return None
    speakers = _speakers(a, verb)
    content = fitted(a, quotes, verb.i, span_between(a, *_rest(a, sentence, token, verb)))
    if not speakers or not content:
        return None
    cue = a.span_of(verb_group(a, verb.i)[0], token.i + 1)
    return Found(Act.BELIEVES, f'A speaker who has or voices "{token.lower}".', [cue], speakers, content)


def _worried(a: Annotated, quotes: Quotes, sentence: Sentence, token: Token) -> Found | None:
    """ "officials were worried that ..."."""
    if token.lower not in words()["feeling_adjectives"] or token.dep not in ("acomp", "ROOT", "conj", "oprd"):
        return None
    be = a.tokens[token.head] if token.dep in ("acomp", "oprd") else token
    if be.lemma not in ("be", "remain", "become", "seem", "worried"):
        return None
    speakers = speakers_of(a, be.i) if subject_of(a, be.i) is not None else []
    content = fitted(a, quotes, be.i, span_between(a, *_rest(a, sentence, token, token)))
    if not speakers or not content or a.tokens[speakers[0].head].lower in ("it", "there"):
        return None
    cue = a.span_of(min(verb_group(a, be.i)[0], token.i), token.i + 1)
    return Found(Act.BELIEVES, f'A speaker who is "{token.lower}".', [cue], speakers, content)


def _toll(a: Annotated, quotes: Quotes, sentence: Sentence, token: Token) -> Found | None:
    """ "put the toll at 40", "gave a toll of 40"."""
    vocabulary = words()
    verb = _governing_verb(a, token)
    if verb is None:
        return None
    put = verb.lemma in ("put", "place", "set") and token.lemma in vocabulary["putting"]
    gave = verb.lemma == "give" and token.lemma in vocabulary["giving"]
    at = any(
        c.dep == "prep" and c.lower in ("at", "on", "of") and c.i > token.i
        for c in (*a.children(verb.i), *a.children(token.i))
    )
    speakers = _speakers(a, verb)
    listed = _behind_colon(a, token) if gave or put or verb.lemma in ("have", "offer", "provide") else ()
    if speakers and listed:
        cue = a.span_of(*verb_group(a, verb.i))
        return Found(Act.SAYS, GIVES, [cue], speakers, list(listed), verb=verb.i, sure=True)
    if not (put or gave) or not at or not speakers:
        return None
    last = max(a.subtree(c.i)[1] for c in a.children(verb.i) if c.i > verb.i and c.dep in ("dobj", "prep"))
    ahead = [c.i + 1 for c in a.children(verb.i) if c.lower in ("at", "on") and verb.i < c.i < token.i]
    first = min([a.subtree(token.i)[0], *ahead])
    content = fitted(a, quotes, verb.i, span_between(a, first, min(last, sentence.last)))
    cue = a.span_of(*verb_group(a, verb.i))
    return Found(Act.SAYS, GIVES, [cue], speakers, content, verb=verb.i, sure=put)


def _author(a: Annotated, noun: Token) -> Token | None:
    """ "a claim by the union that ...", "the assertion of the governor that ...": who makes it."""
    for prep in a.children(noun.i):
        who = child(a, prep.i, "pobj") if prep.dep == "prep" and prep.lower in ("by", "from", "of") else None
        if who is None:
            continue
        can_speak = who.pos == "PROPN" or who.lemma in words()["people"] | words()["bodies"]
        if prep.lower != "of" or (can_speak and noun.lemma not in words()["documents"]):
            return who
    return None


def _named_before(a: Annotated, noun: Token) -> list[Phrase]:
    """ "a police statement that ...", "an Ahrar claim that ...": a body right before the noun."""
    before = [c for c in a.children(noun.i) if c.dep == "compound" and c.i < noun.i]
    if not before or before[-1].i != noun.i - 1:
        return []
    body = before[-1].lemma in words()["bodies"] or before[-1].pos == "PROPN"
    return [Phrase(a.subtree(before[0].i)[0], noun.i, before[-1].i)] if body else []


GIVES = "A speaker who gives a number."


def _behind_colon(a: Annotated, noun: Token) -> tuple[Span, ...]:
    """ "gave a lower count: fifteen dead in the province and 70 injured"."""
    at = noun.i + 1
    if noun.lemma not in words()["giving"] or at >= len(a.tokens) or a.tokens[at].text != ":":
        return ()
    follows = next((t for t in a.tokens[at + 1 : at + 3] if t.pos != "SPACE"), None)
    if follows is None or a.sentences[follows.sentence].block is not a.sentences[noun.sentence].block:
        return ()
    return span_between(a, follows.i, a.sentences[follows.sentence].last)


CLAUSAL = ("VBD", "VBZ", "VBN", "VBG", "VBP")


def _is_discourse(a: Annotated, token: Token) -> bool:
    """ "Claims", "allegations" or "reports" without a possessor who has filed them."""
    return not any(c.dep in ("poss", "nummod", "compound") for c in a.children(token.i)) or token.lemma != "report"


def _claim(a: Annotated, quotes: Quotes, sentence: Sentence, token: Token) -> Found | None:
    """ "the claim that ...", "calls for ...", with the one who makes it where the text has it."""
    act = words().nouns.get(token.lemma)
    if act is None or token.dep in ("compound", "ROOT"):
        return None
    clause = next((c for c in a.children(token.i) if c.dep in ("acl", "ccomp") and c.i > token.i), None)
    content: tuple[Span, ...] = ()
    cue_last = token.i + 1
    if clause is not None and any(c.lower == "that" and c.dep == "mark" for c in a.children(clause.i)):
        first, last = a.subtree(clause.i)
        that = next(c.i for c in a.children(clause.i) if c.lower == "that")
        content = span_between(a, max(first, that + 1), min(last, sentence.last))
    elif token.tag == "NNS" and token.lemma in ("call", "demand", "appeal", "plea"):
        prep = next((c for c in a.children(token.i) if c.dep == "prep" and c.lower == "for"), None)
        if prep is not None:
            cue_last = prep.i + 1
            content = span_between(a, cue_last, min(a.subtree(prep.i)[1], sentence.last))
    elif token.tag == "NNS" and act is not Act.CALLS and _is_discourse(a, token):
        prep = next((c for c in a.children(token.i) if c.dep == "prep" and c.lower in ("of", "about")), None)
        if prep is not None and any(t.tag in CLAUSAL for t in a.tokens[prep.i + 1 : a.subtree(prep.i)[1]]):
            content = span_between(a, prep.i + 1, min(a.subtree(prep.i)[1], sentence.last))
    if not content or (token.lemma == "report" and token.tag != "NNS"):
        return None
    if token.lemma == "report":
        return Found(
            act,
            "Reports of something.",
            [],
            [Phrase(token.i, token.i + 1, token.i)],
            fitted(a, quotes, token.i, content),
        )
    owner = child(a, token.i, "poss")
    head = owner or _author(a, token)
    speakers = [noun_phrase(a, h) for h in coordinated(a, head.i)] if head is not None and head.pos in NOUNS else []
    speakers = speakers or _named_before(a, token)
    if speakers and owner is not None:
        speakers = [Phrase(speakers[0].first, max(owner.i + 1, speakers[0].first + 1), owner.i)]
    cue = a.span_of(token.i, cue_last)
    reason, content = f'The noun "{token.lower}" with what is said.', tuple(fitted(a, quotes, token.i, content))
    return Found(act, reason, [cue], speakers, list(content), sure=bool(speakers))
