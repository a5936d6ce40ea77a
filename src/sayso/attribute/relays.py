"""Who stands behind a speaker ("citing a doctor") and who carried the words ("told AFP", "as cited by CNN")."""

from sayso.attribute.found import Found
from sayso.attribute.grammar import Phrase, child, noun_phrase
from sayso.attribute.quotes import Quotes
from sayso.attribute.vocabulary import words
from sayso.model import Annotated, Token

CITING = frozenset({"citing", "quoting"})


def with_origin_and_relay(a: Annotated, quotes: Quotes, one: Found) -> Found:
    """The attribution with its origin and relay, where the sentence names them."""
    if not one.cue:
        return one
    at = a.token_at(one.cue[0].start)
    if at is None:
        return one
    sentence = a.sentences[a.tokens[at].sentence]
    for token in a.tokens_of(sentence):
        if token.lower in CITING and not one.origin and _belongs(a, one, token):
            noun = child(a, token.i, "dobj") or next(
                (t for t in a.tokens[token.i + 1 : token.i + 6] if t.pos in ("NOUN", "PROPN")), None
            )
            if noun is not None:
                one.origin = [noun_phrase(a, noun.i)]
    if one.verb is not None and not one.relay:
        relay = _told(a, one.verb) or _posted(a, one.verb) or _carried(a, one.verb)
        if relay is not None:
            one.relay = [relay]
    if not one.relay:
        cited = _cited_by(a, sentence.first, sentence.last, one)
        if cited is not None:
            one.relay = [cited]
    return one


def _belongs(a: Annotated, one: Found, token: Token) -> bool:
    """The citing word does not lie inside what is said."""
    return not any(span.start <= token.start < span.end for span in one.content)


def _told(a: Annotated, verb: int) -> Phrase | None:
    if a.tokens[verb].lemma != "tell":
        return None
    noun = child(a, verb, "dobj", "dative", "iobj")
    if noun is None:
        following = a.tokens[verb + 1] if verb + 1 < len(a.tokens) else None
        noun = following if following is not None and following.pos == "PROPN" else None
        while noun is not None and noun.dep == "compound" and noun.head > noun.i:
            noun = a.tokens[noun.head]
    if noun is None:
        return None
    phrase = noun_phrase(a, noun.i)
    phrase = Phrase(max(phrase.first, verb + 1), max(phrase.last, noun.i + 1), noun.i)
    return phrase if is_medium(a, phrase) else None


def is_medium(a: Annotated, phrase: Phrase) -> bool:
    """The phrase names a news agency, an outlet, or a platform that is not this report's own outlet."""
    vocabulary = words()
    text = a.span_of(phrase.first, phrase.last).of(a.text).lower().removeprefix("the ")
    outlet = (a.report.outlet or "").lower()
    if outlet and text == outlet.removeprefix("the "):
        return False
    if text.split() and text.split()[-1] in vocabulary["listeners"]:
        return False
    names = vocabulary["media_names"]
    if text in names or any(text.startswith(f"{n} ") or text.endswith(f" {n}") for n in names if len(n) > 2):
        return True
    tokens = a.tokens[phrase.first : phrase.last]
    return any(t.lower in vocabulary["media_words"] or t.lower.removesuffix("s") in names for t in tokens)


def _posted(a: Annotated, verb: int) -> Phrase | None:
    """ "wrote on Twitter", "said on its Facebook page"."""
    vocabulary = words()
    for prep in a.children(verb):
        if prep.dep == "prep" and prep.lower in ("on", "via", "in", "through"):
            pobj = child(a, prep.i, "pobj")
            if pobj is None:
                continue
            inside = " ".join(t.lower for t in a.tokens[slice(*a.subtree(pobj.i))])
            if any(p in inside.split() or (" " in p and p in inside) for p in vocabulary["platforms"] if p != "x"):
                return noun_phrase(a, pobj.i)
    return None


def _carried(a: Annotated, verb: int) -> Phrase | None:
    """ "in a statement carried by state television"."""
    for prep in a.children(verb):
        if prep.dep != "prep":
            continue
        for i in range(*a.subtree(prep.i)):
            token = a.tokens[i]
            if token.lemma in words()["carrying"] and token.tag == "VBN":
                by = child(a, i, "agent", "prep")
                noun = child(a, by.i, "pobj") if by is not None else None
                if noun is not None:
                    return noun_phrase(a, noun.i)
    return None


def _cited_by(a: Annotated, first: int, last: int, one: Found) -> Phrase | None:
    """ "as cited by CNN", "quoted by AFP"."""
    for i in range(first, last - 2):
        token = a.tokens[i]
        if (
            token.lemma in ("cite", "quote", "report", "carry")
            and token.tag in ("VBN", "VBD")
            and a.tokens[i + 1].lower == "by"
        ):
            if any(s.start <= token.start < s.end for s in one.content) or one.verb == i:
                continue
            noun = child(a, i + 1, "pobj")
            if noun is not None and one.cue[0].start < token.start:
                phrase = noun_phrase(a, noun.i)
                return phrase if is_medium(a, phrase) else None
    return None
