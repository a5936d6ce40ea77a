"""Phrases that the network reads as speakers and that cannot speak: times, places where people were counted."""

from sayso.attribute.found import Found
from sayso.attribute.grammar import Phrase, is_time, noun_phrase
from sayso.attribute.speakers import speakers_of
from sayso.knowledge.vocabulary import word_list
from sayso.model import Act, Annotated

NO_NAME = frozenset({"DATE", "TIME", "CARDINAL", "QUANTITY", "PERCENT", "MONEY"})


def without_mute(a: Annotated, found: list[Found]) -> list[Found]:
    """The attributions in the same order; those gone in which only a place spoke, or that tell of a contact made."""
    for one in found:
        speaking = [p for p in one.speakers if not _is_when(a, p)]
        if one.speakers and not speaking and one.verb is not None:
            speaking = [p for p in speakers_of(a, one.verb) if not _is_when(a, p)]
        one.speakers = [q for p in speaking for q in _with_neither(a, p, speaking)]
    return [one for one in found if not _is_where(a, one) and not _is_contact(a, one)]


def _with_neither(a: Annotated, p: Phrase, others: list[Phrase]) -> list[Phrase]:
    """ "Neither the airline nor its insurer": the first is as silent as the second."""
    second = a.tokens[p.head]
    first = a.tokens[second.head]
    joined = second.dep == "conj" and first.i < p.first and a.tokens[p.first - 1].lower == "nor"
    if not joined or first.pos not in ("NOUN", "PROPN") or any(q.first <= first.i < q.last for q in others):
        return [p]
    whole = noun_phrase(a, first.i)
    start = whole.first + (a.tokens[whole.first].lower == "neither")
    return [Phrase(start, min(whole.last, p.first - 1), first.i), p]


def _is_when(a: Annotated, p: Phrase) -> bool:
    """ "had confirmed by Thursday night": a time is nobody."""
    label = next((n.label for n in a.names if n.first <= p.head < n.last), "")
    return label in NO_NAME and (is_time(a, p.head) or label not in ("DATE", "TIME") or p.last - p.first < 3)


def _is_where(a: Annotated, one: Found) -> bool:
    """ "The district has recorded nine deaths": it is where they died; nobody is said to have said so."""
    verb = a.tokens[one.verb] if one.verb is not None else None
    if verb is None or verb.lemma not in word_list("accounts", "seen_by_places") or len(one.speakers) != 1:
        return False
    return a.tokens[one.speakers[0].head].lemma in word_list("accounts", "counted_places")


def _is_contact(a: Annotated, one: Found) -> bool:
    """ "Northlight managed to speak to Lio": nobody declined, who asked was answered."""
    if one.act is not Act.DECLINES or one.verb is None or one.content:
        return False
    words = {t.lemma for span in one.cue for t in a.tokens_in(span)}
    sentence = a.sentences[a.tokens[one.verb].sentence]
    beside = {t.lemma for t in a.tokens[sentence.first : sentence.last]} | {
        t.lower for t in a.tokens[sentence.first : sentence.last]
    }
    return not words.isdisjoint(word_list("accounts", "contacts")) and beside.isdisjoint(
        {*word_list("accounts", "silence_signs"), "n't", "n’t"}
    )
