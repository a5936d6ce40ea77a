"""Who stands behind a speaker ("citing a doctor") and who carried the words ("told AFP", "as cited by CNN")."""

import re

from sayso.attribute.bodies import bodies_of
from sayso.attribute.found import Found
from sayso.attribute.grammar import Phrase, child, coordinated, noun_phrase
from sayso.attribute.outlets import is_own_outlet
from sayso.attribute.vocabulary import words
from sayso.knowledge.vocabulary import word_list
from sayso.model import Annotated, Sentence, Token

CITING = frozenset({"citing", "quoting"})
TALKS = frozenset(
    {"interview", "comment", "comments", "statement", "remarks", "conversation", "call", "email", "letter", "message"}
)


def with_origins_and_relays(a: Annotated, found: list[Found]) -> list[Found]:
    """The attributions with their origins and relays, where their sentences name them."""
    groups: dict[int, list[Found]] = {}
    for one in found:
        at = a.token_at(one.at)
        if at is not None:
            groups.setdefault(a.tokens[at].sentence, []).append(one)
    for sentence, group in groups.items():
        group.sort(key=lambda one: one.at)
        _origins(a, a.sentences[sentence], group)
        _relays(a, a.sentences[sentence], group)
    return found


def _origins(a: Annotated, sentence: Sentence, group: list[Found]) -> None:
    for token in a.tokens_of(sentence):
        cited = _cited(a, token) or _referred(a, token)
        phrases = cited or _relied_on(a, token) or _network(a, token)
        if not phrases:
            continue
        owner = _owner(a, token, group)
        if owner is not None and not owner.origin:
            owner.origin, owner.standing = phrases, not cited
    for token in a.tokens_of(sentence):
        told = _informed(a, token)
        holding = [one for one in group if any(s.start <= token.start < s.end for s in one.content)] if told else []
        if holding and not (inner := min(holding, key=lambda one: sum(len(s) for s in one.content))).origin:
            inner.origin = told
    for one in group:
        if not one.origin and one.speakers:
            one.origin = _issuer(a, one)


def _cited(a: Annotated, token: Token) -> list[Phrase]:
    if token.lower not in CITING:
        return []
    noun = child(a, token.i, "dobj", "pobj")
    if noun is None or not (_can_speak(noun) or _is_person(noun)):
        return []
    return [_with_name(a, noun_phrase(a, head)) for head in coordinated(a, noun.i)]


def _informed(a: Annotated, token: Token) -> list[Phrase]:
    """ "a toll collated from clinics", "the information we have had from the ministry": inside of what is said."""
    if token.lower != "from" or token.dep != "prep":
        return []
    verb = a.tokens[token.head]
    noun = child(a, token.i, "pobj")
    if noun is None or verb.lemma not in word_list("citing", "informed") or not verb.tag.startswith("VB"):
        return []
    before = a.tokens[a.sentences[token.sentence].first : token.i]
    if not any(t.lemma in word_list("citing", "information") for t in before) or not _can_speak(noun):
        return []
    return [noun_phrase(a, head) for head in coordinated(a, noun.i)]


def _with_name(a: Annotated, p: Phrase) -> Phrase:
    """ "the insurers Marsden Re": the name right after the noun, which the parser hung elsewhere."""
    last = p.last
    while (
        last < len(a.tokens) and a.tokens[last].pos == "PROPN" and a.tokens[p.head].pos == "NOUN" and last - p.last < 4
    ):
        last += 1
    return Phrase(p.first, last, p.head)


REFERRING = {"reference": ("with", "to"), "authority": ("the", "of"), "basis": ("the", "of"), "strength": ("the", "of")}
"""Nouns to the words before and behind them: "with reference to", "on the strength of"."""


def _referred(a: Annotated, token: Token) -> list[Phrase]:
    """ "with reference to a medic", "on the authority of a pilot", "relaying a plea from the elders"."""
    before = a.tokens[token.i - 1].lower if token.i else ""
    wanted = REFERRING.get(token.lower)
    if wanted is not None:
        if before != wanted[0]:
            return []
        prep = next((c for c in a.children(token.i) if c.lower == wanted[1]), None)
    elif token.lower in ("relying", "drawing") and not _at_all_times(a, token):
        prep = next((c for c in a.children(token.i) if c.lower in ("on", "upon")), None)
    elif token.lower in ("relaying", "echoing", "repeating"):
        prep = next((t for t in a.tokens[token.i + 1 : a.subtree(token.i)[1]] if t.lower in ("from", "by", "of")), None)
    else:
        return []
    noun = child(a, prep.i, "pobj") if prep is not None else None
    if noun is not None and noun.lemma in word_list("citing", "calls"):
        by = next((c for c in a.children(noun.i) if c.lower in ("from", "by", "with", "of")), None)
        noun = child(a, by.i, "pobj") if by is not None else None
    if noun is None or not (_can_speak(noun) or _is_person(noun) or noun.lemma in words()["issued"]):
        return []
    return [noun_phrase(a, noun.i)]


def _at_all_times(a: Annotated, token: Token) -> bool:
    """ "a monitor relying on a network of sources": not for this statement alone."""
    standing = word_list("citing", "standing")
    return any(t.lower in standing for t in a.tokens[token.i + 1 : a.subtree(token.i)[1]])


PERSONS = re.compile(r"(?:[^aeiou]er|eer|or|ist|ian|man|men|woman|women|wife|girl|boy|folk|mate|smith|master|ee)s?$")
"""Endings of nouns that name people. Source: the agent suffixes of English (Quirk et al. 1985, appendix I.33-36)."""


def _is_person(noun: Token) -> bool:
    """By its form a noun for people ("a midwife", "insurers"), with an article or in the plural."""
    return noun.pos == "NOUN" and len(noun.text) > 4 and PERSONS.search(noun.lower) is not None


def _relied_on(a: Annotated, token: Token) -> list[Phrase]:
    """ "which relies on activists on the ground", "using sources inside the country"."""
    if token.lemma == "rely":
        prep = next((c for c in a.children(token.i) if c.dep == "prep" and c.lower in ("on", "upon")), None)
        noun = child(a, prep.i, "pobj") if prep is not None else None
    elif token.lower == "using":
        noun = child(a, token.i, "dobj")
    else:
        return []
    if noun is None or not _can_speak(noun):
        return []
    return [noun_phrase(a, head) for head in coordinated(a, noun.i)]


def _network(a: Annotated, token: Token) -> list[Phrase]:
    """ "a group with a network of contacts on the ground"."""
    if token.lemma != "network" or token.dep not in ("dobj", "pobj"):
        return []
    of = next((c for c in a.children(token.i) if c.dep == "prep" and c.lower == "of"), None)
    noun = child(a, of.i, "pobj") if of is not None else None
    governor = a.tokens[token.head]
    if noun is None or not _can_speak(noun) or governor.lemma not in ("have", "with", "from", "maintain", "through"):
        return []
    return [noun_phrase(a, token.i)]


def _can_speak(noun: Token) -> bool:
    vocabulary = words()
    lists = ("people", "bodies", "unnamed", "documents", "headline_sources")
    if noun.pos == "PROPN" or noun.lower in ("network", "sources", "contacts") or noun.lemma in ("network", "contact"):
        return True
    return any(noun.lemma in vocabulary[name] or noun.lower in vocabulary[name] for name in lists)


def _owner(a: Annotated, token: Token, group: list[Found]) -> Found | None:
    """The attribution whose verb or speaker the citing words hang on; else the nearest that leaves them out."""
    verbs = {one.verb: one for one in group if one.verb is not None}
    at, steps = token, 0
    while at.head != at.i and steps < 6:
        at, steps = a.tokens[at.head], steps + 1
        if at.i in verbs:
            return verbs[at.i]
        for one in group:
            if any(p.head == at.i for p in one.speakers):
                return one
    outside = [one for one in group if not any(s.start <= token.start < s.end for s in one.content) and one.speakers]
    return min(outside, key=lambda one: abs(one.at - token.start), default=None)


ISSUING = frozenset({"issue", "release", "publish", "post", "upload", "share", "circulate", "distribute"})


def _issuer(a: Annotated, one: Found) -> list[Phrase]:
    """ "A report issued by the network said": who is behind a document or a picture."""
    head = a.tokens[one.speakers[0].head]
    if head.lemma not in words()["documents"]:
        return []
    for below in a.children(head.i):
        if below.dep == "acl" and below.lemma in ISSUING:
            by = next((c for c in a.children(below.i) if c.lower == "by"), None)
            noun = child(a, by.i, "pobj") if by is not None else None
            if noun is not None:
                return [noun_phrase(a, h) for h in coordinated(a, noun.i)]
    return []


def _relays(a: Annotated, sentence: Sentence, group: list[Found]) -> None:
    for one in group:
        if one.relay:
            continue
        relay = _told(a, one) or _posted(a, one) or _carried(a, one)
        if relay is not None:
            one.relay = [relay]
    for i in range(sentence.first, sentence.last):
        noun = _cited_by(a, i) or _spoke_to(a, i)
        owner = _owner(a, a.tokens[i], group) if noun is not None else None
        if noun is None or owner is None or owner.verb == i or any(p.head == noun.head for p in owner.relay):
            continue
        if not owner.relay or a.tokens[i].tag in ("VBN", "VBD"):
            owner.relay = [*owner.relay, noun]


def _told(a: Annotated, one: Found) -> Phrase | None:
    """ "told AFP", "said to AFP"."""
    if one.verb is None:
        return None
    verb = a.tokens[one.verb]
    to = next((c for c in a.children(verb.i) if c.dep in ("prep", "dative") and c.lower == "to" and c.i > verb.i), None)
    noun = child(a, to.i, "pobj") if to is not None else None
    if noun is None and verb.lemma == "tell":
        noun = child(a, verb.i, "dobj", "dative", "iobj")
        following = a.tokens[verb.i + 1] if verb.i + 1 < len(a.tokens) else None
        named = following is not None and following.lower in words()["media_names"]
        if following is not None and (noun is None or noun.i > verb.i + 5) and (named or following.pos == "PROPN"):
            noun = following
            while noun.dep == "compound" and noun.i < noun.head <= verb.i + 5:
                noun = a.tokens[noun.head]
    if noun is None or noun.i < verb.i:
        return None
    phrase = noun_phrase(a, noun.i)
    phrase = Phrase(max(phrase.first, verb.i + 1), max(phrase.last, noun.i + 1), noun.i)
    return phrase if is_medium(a, phrase) or (verb.lemma == "tell" and _may_be_medium(a, phrase)) else None


def _may_be_medium(a: Annotated, phrase: Phrase) -> bool:
    """A name that is no person's, no place's and no known body's: whoever is told the news for others is an outlet."""
    tokens = a.tokens[phrase.first : phrase.last]
    if any(t.pos not in ("PROPN", "DET", "ADP") and t.text != "-" for t in tokens) or len(tokens) > 5:
        return False
    text = a.span_of(phrase.first, phrase.last).of(a.text)
    if is_own_outlet(a, text) or any(p.head == phrase.head for p in bodies_of(a)):
        return False
    if any(t.lower in words()["listeners"] or t.lower in words()["bodies"] for t in tokens):
        return False
    labels = {n.label for n in a.names if n.first <= phrase.head < n.last}
    if labels & {"GPE", "NORP", "LOC", "DATE"}:
        return False
    last = a.tokens[phrase.head].text
    if len(last) < 3:
        return False
    people = [n.span.of(a.text).split() for n in a.names if n.label == "PERSON" and n.last - 1 != phrase.head]
    elsewhere = any(last in person for person in people)
    titled = len(tokens) > 1 and tokens[0].lower.rstrip(".") in words()["people"] | words()["men"] | words()["women"]
    return not elsewhere and not titled


def is_medium(a: Annotated, phrase: Phrase) -> bool:
    """The phrase names a news agency or an outlet that is not this report's own."""
    vocabulary = words()
    tokens = a.tokens[phrase.first : phrase.last]
    text = a.span_of(phrase.first, phrase.last).of(a.text).lower().removeprefix("the ")
    if is_own_outlet(a, text) or text == "people":
        return False
    if not text or text.split()[-1] in vocabulary["listeners"] or len(tokens) > 9:
        return False
    names = vocabulary["media_names"]
    if text in names or any(text.startswith(f"{n} ") or text.endswith(f" {n}") for n in names if len(n) > 2):
        return True
    return any(
        t.lower in vocabulary["media_words"] or t.lower.removesuffix("s") in names for t in tokens if len(t.text) > 1
    )


def is_platform(a: Annotated, p: Phrase) -> bool:
    """The phrase is no more than a place where anybody posts ("YouTube", "social media", "his Facebook page")."""
    parts = a.span_of(p.first, p.last).of(a.text).lower().rstrip(".").removeprefix("the ").split()
    owned = len(parts) > 1 and a.tokens[p.first].tag == "PRP$"
    bare = parts[1:] if owned else parts
    if len(bare) > 1 or owned:
        bare = bare[:-1] if bare[-1] in words()["platform_nouns"] else bare
    return " ".join(bare) in words()["platforms"] or (owned and bare in ([], ["web"]))


def _platform(a: Annotated, prep: Token) -> Phrase | None:
    if prep.dep != "prep" or prep.lower not in ("on", "via", "through", "over"):
        return None
    pobj = child(a, prep.i, "pobj")
    if pobj is None:
        return None
    phrase = noun_phrase(a, pobj.i)
    text = a.span_of(phrase.first, phrase.last).of(a.text).lower()
    listed = words()["platforms"] - {"x"}
    return phrase if any(p in text.split() or (" " in p and p in text) for p in listed) else None


def _posted(a: Annotated, one: Found) -> Phrase | None:
    """ "wrote on Twitter", "a commentator on Twitter", "a video posted on YouTube"."""
    heads = [p.head for p in one.speakers] + ([one.verb] if one.verb is not None else [])
    for head in heads:
        below = [*a.children(head), *(c for acl in a.children(head) if acl.dep == "acl" for c in a.children(acl.i))]
        for prep in below:
            found = _platform(a, prep)
            if found is not None:
                return found
    return None


def _carried(a: Annotated, one: Found) -> Phrase | None:
    """ "in a statement carried by state television", "the statement carried by ..."."""
    heads = (
        [c.i for c in a.children(one.verb) if c.dep == "prep" and c.lower != "according"]
        if one.verb is not None
        else []
    )
    for top in [*heads, *(p.head for p in one.speakers)]:
        for i in range(*a.subtree(top)):
            token = a.tokens[i]
            if token.lemma not in words()["carrying"] or token.tag not in ("VBN", "VBD") or token.dep != "acl":
                continue
            if top == token.head and a.tokens[top].lemma in words()["documents"] and one.origin:
                continue
            for by in a.children(i):
                noun = child(a, by.i, "pobj") if by.lower in ("by", "on") else None
                if noun is not None:
                    phrase = noun_phrase(a, noun.i)
                    return phrase if is_medium(a, phrase) or by.lower == "by" else None
    return None


def _cited_by(a: Annotated, i: int) -> Phrase | None:
    """ "as cited by CNN", "quoted by AFP"."""
    token = a.tokens[i]
    if token.lemma not in ("cite", "quote", "report", "carry", "monitor") or token.tag not in ("VBN", "VBD"):
        return None
    by = next((c for c in a.children(i) if c.lower == "by" and c.i > i), None)
    noun = child(a, by.i, "pobj") if by is not None else None
    if noun is None:
        return None
    phrase = noun_phrase(a, noun.i)
    after_as = i > 0 and a.tokens[i - 1].lower in ("as", ",") and token.dep != "ROOT"
    return phrase if is_medium(a, phrase) or (after_as and _may_be_medium(a, phrase)) else None


def _spoke_to(a: Annotated, i: int) -> Phrase | None:
    """ "Speaking to AFP", "in an interview with AFP"."""
    token = a.tokens[i]
    if token.lower not in ("speaking", "talking") and token.lemma not in TALKS:
        return None
    prep = next((c for c in a.children(i) if c.dep == "prep" and c.lower in ("to", "with", "on")), None)
    noun = child(a, prep.i, "pobj") if prep is not None else None
    if noun is None:
        return None
    phrase = noun_phrase(a, noun.i)
    return phrase if is_medium(a, phrase) or (token.tag == "VBG" and _may_be_medium(a, phrase)) else None
