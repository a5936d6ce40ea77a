"""Whether a predicate is said to be so: asserted, denied, unconfirmed, alleged, or not asserted at all."""

from dataclasses import dataclass

from sayso.claims.unfigured.grammar import child, subject
from sayso.claims.unfigured.vocabulary import words
from sayso.model import Annotated, Status, Token


@dataclass(frozen=True, slots=True)
class Stance:
    """How the words stand to what the predicate says."""

    status: Status
    reason: str = ""
    """As a sentence for the user; empty for a plain assertion."""


PLAIN = Stance(Status.ASSERTED)
MODALS = frozenset(
    {"will", "would", "shall", "should", "must", "can", "could", "may", "might", "'ll", "’ll", "ca", "wo"}
)
DOUBT = frozenset({"may", "might", "could"})
CONDITIONS = frozenset({"if", "whether", "unless", "lest"})
NOT_YET = frozenset({"once", "until", "till", "before", "when"})
PRESENT = frozenset({"VBZ", "VBP", "VB"})


def stance(doc: Annotated, i: int) -> Stance | None:
    """How the words stand to the predicate at `i`; None where they only wish, plan, fear, ask or suppose it."""
    sentence = doc.sentences[doc.tokens[i].sentence]
    if doc.tokens[sentence.last - 1].text == "?":
        return None
    found = _of_chain(doc, i)
    if found is PLAIN and _is_distanced(doc, i):
        return Stance(Status.ALLEGED, "The words keep their distance (allegedly, reportedly).")
    return found


def _of_chain(doc: Annotated, i: int) -> Stance | None:
    """The stance of the predicate and of what governs it, nearest first."""
    result: Stance = PLAIN
    for _ in range(8):
        own = _own(doc, i)
        if own is None:
            return None
        result = own if result is PLAIN else result
        above = _governor(doc, i)
        if above is None:
            return result
        passed = _through(doc, i, above)
        if passed is None:
            return None
        result = passed if result is PLAIN else result
        i = above
        if doc.tokens[i].pos not in ("VERB", "AUX"):
            return result
    return result


def _own(doc: Annotated, i: int) -> Stance | None:
    below = doc.children(i)
    lowers = {t.lower for t in below}
    if lowers & CONDITIONS and any(t.dep == "mark" and t.lower in CONDITIONS for t in below):
        return None
    mark = child(doc, i, "mark", "advmod")
    if mark is not None and mark.lower in NOT_YET and _is_present(doc, i):
        return None
    modals = [t.lower for t in below if t.dep == "aux" and t.lower in MODALS]
    if modals:
        doubtful = modals[0] in DOUBT and any(t.dep == "aux" and t.lemma in ("have", "be") for t in below)
        if not doubtful or is_negated(doc, i):
            return None
        return Stance(Status.UNCONFIRMED, f'The words only say that it is possible ("{modals[0]}").')
    if is_negated(doc, i):
        return Stance(Status.DENIED, "The words say that it is not so.")
    return PLAIN


def _is_present(doc: Annotated, i: int) -> bool:
    auxiliaries = [t for t in doc.children(i) if t.dep in ("aux", "auxpass")]
    return (auxiliaries[0].tag if auxiliaries else doc.tokens[i].tag) in PRESENT


def is_negated(doc: Annotated, i: int) -> bool:
    """The predicate, its subject or its object carries a "not", "no", "never", "nobody" or the like."""
    for below in doc.children(i):
        if below.dep == "neg" or below.lower in ("never", "neither", "nor", "without", "hardly"):
            return True
        if below.dep in ("nsubj", "nsubjpass", "dobj", "attr") and _is_none(doc, below):
            return True
    above = subject(doc, i) if doc.tokens[i].dep in ("conj", "xcomp") else None
    return above is not None and _is_none(doc, above)


def _is_none(doc: Annotated, token: Token) -> bool:
    return token.lower in ("nobody", "none", "nothing", "noone") or any(
        t.dep in ("det", "neg", "preconj") and t.lower in ("no", "neither") for t in doc.children(token.i)
    )


def _governor(doc: Annotated, i: int) -> int | None:
    """The word whose truth decides on the predicate's; None where it stands on its own."""
    token = doc.tokens[i]
    if token.head == i:
        return None
    if token.dep == "conj":
        has_own = child(doc, i, "nsubj", "nsubjpass", "aux") is not None
        return None if has_own and not _is_complement(doc, token.head) else token.head
    if token.dep in ("xcomp", "ccomp", "pcomp", "pobj", "dobj", "attr", "acomp", "oprd"):
        above = doc.tokens[token.head]
        return above.head if above.pos in ("ADP", "SCONJ") and above.head != above.i else above.i
    if token.dep in ("acl", "advcl", "relcl"):
        return token.head
    return None


def _is_complement(doc: Annotated, i: int) -> bool:
    return doc.tokens[i].dep in ("ccomp", "xcomp", "pcomp", "conj")


def _through(doc: Annotated, i: int, above: int) -> Stance | None:
    """What the governing word makes of the predicate below it."""
    token, governor = doc.tokens[i], doc.tokens[above]
    lemma = governor.lemma
    if _is_infinitive(doc, i):
        return _of_infinitive(token, governor)
    if token.dep in ("ccomp", "xcomp") and lemma == "deny":
        return Stance(Status.DENIED, "It is said to be denied.")
    if governor.lower == "considering" and governor.dep == "advcl":
        return PLAIN
    if token.dep in ("ccomp", "acl") and lemma in words("unreal_governors"):
        return None
    if token.dep == "pcomp":
        if lemma in words("accusing_verbs") or lemma in words("accusing_nouns"):
            return Stance(Status.ALLEGED, f'It stands as an accusation ("{lemma}").')
        preposition = doc.tokens[token.head].lower
        if preposition == "of" and governor.pos == "NOUN" and lemma not in words("factual_nouns"):
            return None
        if preposition == "without":
            return Stance(Status.DENIED, "The words say that it is not so.")
        if lemma in words("unreal_governors") or preposition in ("for", "against", "at", "from", "instead", "toward"):
            return None
    return PLAIN


def _is_infinitive(doc: Annotated, i: int) -> bool:
    return any(t.dep == "aux" and t.lower == "to" for t in doc.children(i)) or (
        doc.tokens[i].dep == "xcomp" and doc.tokens[i].tag == "VB"
    )


def _of_infinitive(token: Token, governor: Token) -> Stance | None:
    if token.dep not in ("xcomp", "ccomp", "conj", "advcl"):
        return None
    if token.dep == "conj":
        return PLAIN
    if governor.lemma in words("appearing_verbs"):
        return Stance(Status.UNCONFIRMED, f'The words only say how it looks ("{governor.lemma}").')
    if token.dep == "advcl":
        return None
    if governor.lemma in words("alleging_verbs"):
        return Stance(Status.ALLEGED, f'It is only said to be so ("{governor.lemma} to").')
    return PLAIN if governor.lemma in words("factual_governors") else None


def _is_distanced(doc: Annotated, i: int) -> bool:
    marks = words("distancing_adverbs")
    token = doc.tokens[i]
    nearby = (*doc.children(i), *doc.children(token.head)) if token.head != i else doc.children(i)
    return any(t.lower in marks for t in nearby)
