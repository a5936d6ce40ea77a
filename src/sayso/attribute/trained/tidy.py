"""What grammar rules out in what the network read: crumbs of phrases, one phrase in two roles, two speakers at once."""

import itertools

from sayso.attribute.edges import whole_name
from sayso.attribute.found import Found
from sayso.attribute.grammar import Phrase, child, has_child, noun_phrase
from sayso.attribute.quotes import Quotes
from sayso.attribute.speakers import speakers_of
from sayso.attribute.topics import without_topics
from sayso.attribute.trained.mute import without_mute
from sayso.attribute.vocabulary import words
from sayso.model import Act, Annotated, Span, Token

CRUMBS = frozenset({"DET", "ADP", "PUNCT", "CCONJ", "SCONJ", "PART", "SPACE", "AUX"})
JOINING = frozenset({",", "and", "or", "&", "as", "well", "both", "with", "together", "along", "/", ";"})
QUOTING = frozenset({"quote", "cite"})
INTRODUCING = frozenset({"citing", "quoting", "cite", "quote", "cited", "quoted", "reference", "authority", "relaying"})
CARRIED = frozenset({"cited", "quoted", "carried", "reported", "published", "aired", "broadcast", "relayed", "run"})
CARRYING = frozenset({"by", "to", "with", "on", "in", "via", "through"})


def tidied(a: Annotated, found: list[Found]) -> list[Found]:
    """The attributions in the same order; those of which nothing sensible is left are gone."""
    cues = {(span.start, span.end) for one in found for span in one.cue[:1]}
    for one in found:
        others = cues - {(span.start, span.end) for span in one.cue[:1]}
        one.cue = [s for s in one.cue if not any(s.start < end and start < s.end for start, end in others)] or one.cue
        one.content = _with_its_object(a, _without_crumbs(a, one.content))
        one.speakers = [_who_was_reached(a, one, p) for p in one.speakers]
        one.speakers = [whole_name(a, p) for p in _one_speaker(a, one, _whole(a, one.speakers))]
        one.content = _said_to_be(a, one)
        one.origin, one.relay = apart(a, one)
        _named_beside(a, one)
        _subject_from_origin(a, one)
        _who_quotes(a, one)
    _shared_with_others(a, found)
    _same_subject(a, found)
    _before_next_voice(a, found)
    found = without_mute(a, without_topics(a, found))
    found = [one for one in found if not _numbers_only(a, one.speakers) and not _is_a_deed(a, one)]
    return [one for one in found if one.cue or (one.speakers and one.content)]


ELSE = frozenset({"while", "whereas", "but", "although", "though", "and"})
"""Words behind which another speaker, with a cue of his own, is no part of what was said before: 29 of 31 such clauses
in the training gold."""


def _before_next_voice(a: Annotated, found: list[Found]) -> None:
    """ "The army said two died while the rebels put the toll at nine": what the army says ends before "while"."""
    quotes = Quotes(a)
    for inner in found:
        if not inner.speakers or not inner.cue or not inner.speakers[0].first:
            continue
        first, joint = inner.speakers[0].first, a.tokens[inner.speakers[0].first - 1]
        start = a.tokens[first].start
        if joint.lower not in ELSE or start > inner.cue[0].start or quotes.at(start) is not None:
            continue
        for outer in found:
            if outer is not inner and outer.cue and outer.cue[-1].end < start and outer.speakers != inner.speakers:
                outer.content = _until(a, outer.content, joint, a.sentences[joint.sentence].span.end)


def _until(a: Annotated, spans: list[Span], joint: Token, end: int) -> list[Span]:
    """The content without what stands between a joining word and the end of its sentence."""
    held = [s for s in spans if s.start < joint.start < s.end]
    if not held:
        return spans
    kept = [s for s in spans if s not in held and not joint.start <= s.start < end]
    cut = Span(held[0].start, joint.start).trimmed(a.text, " \t\r\n,;")
    return sorted([*kept, cut]) if len(cut) else spans


def _same_subject(a: Annotated, found: list[Found]) -> None:
    """ "The priest counted twelve bodies, two of them children, and says ...": the priest says so."""
    for one in found:
        verb = a.tokens[one.verb] if one.verb is not None else None
        first = a.token_at(one.cue[0].start) if one.cue else None
        if verb is None or first is None or first == 0 or verb.dep != "conj" or a.tokens[first - 1].pos != "CCONJ":
            continue
        if not one.speakers or one.speakers[0].last > first:
            continue
        before = [x for x in found if x.verb == verb.head and x.speakers and x is not one]
        if before:
            one.speakers = list(before[0].speakers)


def _is_a_deed(a: Annotated, one: Found) -> bool:
    """ "told jokes", "observed a minute of silence": a verb of saying whose object makes it a deed."""
    verb = a.tokens[one.verb] if one.verb is not None else None
    thing = child(a, verb.i, "dobj") if verb is not None else None
    if verb is None or thing is None or has_child(a, verb.i, "ccomp", "xcomp") or one.act is not Act.SAYS:
        return False
    if any(mark in span.of(a.text) for span in one.content for mark in '"“”«»‘'):
        return False
    spoken = verb.lemma in ("tell", "say") and thing.lemma in words()["spoken_things"]
    return spoken or f"{verb.lemma} {thing.lemma}" in words()["no_statements"]


def _numbers_only(a: Annotated, speakers: list[Phrase]) -> bool:
    """ "27 injured admitted": a number is nobody."""
    inside = [t for p in speakers for t in a.tokens[p.first : p.last]]
    return any(t.pos == "NUM" for t in inside) and all(t.pos in ("NUM", "ADV", "PUNCT") for t in inside)


def _who_was_reached(a: Annotated, one: Found, p: Phrase) -> Phrase:
    """ "A clerk reached by telephone said", "survivors interviewed by our staff say": who was reached says it."""
    by, verb = (a.tokens[p.first - 1], a.tokens[p.first - 2]) if p.first > 1 else (None, None)
    if by is None or verb is None or by.lower != "by" or verb.tag != "VBN" or verb.dep != "acl":
        return p
    reached = a.tokens[verb.head]
    cued = any(span.start <= verb.start < span.end for span in one.cue)
    after = one.cue and one.cue[0].start > a.tokens[p.last - 1].start
    if cued or not after or reached.i > verb.i or reached.pos not in ("NOUN", "PROPN", "PRON"):
        return p
    return p if reached.lemma in words()["documents"] | words()["issued"] else noun_phrase(a, reached.i)


def _without_crumbs(a: Annotated, spans: list[Span]) -> list[Span]:
    """Content without pieces that are no more than an article or a preposition, where more was read."""
    full = [s for s in spans if any(t.pos not in CRUMBS for t in a.tokens_in(s))]
    return full or spans


def _with_its_object(a: Annotated, spans: list[Span]) -> list[Span]:
    """Content that breaks off behind a preposition ("the death toll at"), with what the preposition governs."""
    tokens = a.tokens_in(spans[-1]) if spans else ()
    if not tokens or tokens[-1].pos != "ADP":
        return spans
    governed = [t for t in a.children(tokens[-1].i) if t.dep == "pobj" and a.subtree(t.i)[0] == tokens[-1].i + 1]
    after = a.tokens[tokens[-1].i + 1 : tokens[-1].i + 2]
    ends = [a.tokens[a.subtree(t.i)[1] - 1].end for t in governed] or [t.end for t in after if t.pos == "NUM"]
    return [*spans[:-1], Span(spans[-1].start, ends[0])] if ends else spans


def _said_to_be(a: Annotated, one: Found) -> list[Span]:
    """ "What medics said was a gas attack that killed dozens": the pronoun, and all that it is said to be."""
    if len(one.content) != 1 or not one.speakers or not one.cue:
        return one.content
    first = one.speakers[0].first
    pronoun = a.tokens[first - 1] if first else None
    cue = a.tokens_in(one.cue[-1])
    after = cue[-1].i + 1
    if pronoun is None or pronoun.lower not in ("what", "which") or after >= len(a.tokens):
        return one.content
    inside = a.tokens_in(one.content[0])
    if not inside or a.tokens[after].lemma not in ("be", "to") or not after <= inside[0].i <= after + 1:
        return one.content
    last = inside[-1]
    clauses = [c for t in inside for c in a.children(t.i) if c.dep == "relcl" and a.subtree(c.i)[0] == last.i + 1]
    end = a.tokens[a.subtree(clauses[0].i)[1] - 1].end if clauses else one.content[0].end
    return [Span(pronoun.start, pronoun.end), Span(a.tokens[after].start, end)]


def _whole(a: Annotated, phrases: list[Phrase]) -> list[Phrase]:
    """Phrases that follow each other without a word between them are one; crumbs are none."""
    joined: list[Phrase] = []
    for p in sorted(phrases, key=lambda p: p.first):
        if joined and joined[-1].last == p.first and _one_block(a, joined[-1].head, p.head):
            joined[-1] = Phrase(joined[-1].first, p.last, p.head)
        else:
            joined.append(p)
    return [p for p in joined if any(t.pos not in CRUMBS for t in a.tokens[p.first : p.last])]


def _one_block(a: Annotated, i: int, j: int) -> bool:
    return a.sentences[a.tokens[i].sentence].block is a.sentences[a.tokens[j].sentence].block


def _one_speaker(a: Annotated, one: Found, speakers: list[Phrase]) -> list[Phrase]:
    """One speaker, or several that are joined by "and"; whoever is quoted by the other stands behind it."""
    if len(speakers) == 2 and [t.text for t in a.tokens[speakers[0].last : speakers[1].first]] == [","]:
        return [_described(a, *speakers)]
    if len(speakers) < 2 or all(_joined(a, x.last, y.first) for x, y in itertools.pairwise(speakers)):
        return speakers
    verb = a.tokens[one.verb] if one.verb is not None else None
    if verb is not None and verb.lemma in QUOTING:
        if not one.origin:
            one.origin = [p for p in speakers if p.first > verb.i]
        return [p for p in speakers if p.first < verb.i][:1] or speakers[:1]
    agents = [p for p in speakers if p.first and a.tokens[p.first - 1].lower == "by"]
    if agents and verb is not None and any(t.dep in ("auxpass", "nsubjpass") for t in a.children(verb.i)):
        return agents[:1]
    at = one.verb if one.verb is not None else a.token_at(one.at) or 0
    return [min(speakers, key=lambda p: min(abs(p.last - 1 - at), abs(p.first - at)))]


def _described(a: Annotated, first: Phrase, second: Phrase) -> Phrase:
    """ "the priest there, Father B": one speaker and what he is; "In Belden, the mayor": the second alone."""
    before = a.tokens[first.first - 1] if first.first else None
    placed = before is not None and before.lower in ("in", "at", "from", "near")
    return second if placed else Phrase(first.first, second.last, first.head)


def _joined(a: Annotated, first: int, last: int) -> bool:
    between = a.tokens[first:last]
    return len(between) <= 4 and all(t.lower in JOINING or t.pos == "SPACE" for t in between)


def apart(a: Annotated, one: Found) -> tuple[list[Phrase], list[Phrase]]:
    """A phrase that was read as origin and as relay is what the word before it makes it."""
    origin, relay = ([whole_name(a, p) for p in _whole(a, phrases)] for phrases in (one.origin, one.relay))
    for o in list(origin):
        if _carried([t.lower for t in a.tokens[max(0, o.first - 2) : o.first]]):
            origin.remove(o)
            relay += [o] if not any(r.first < o.last and o.first < r.last for r in relay) else []
    for o in list(origin):
        for r in list(relay):
            if o.first < r.last and r.first < o.last:
                before = [t.lower for t in a.tokens[max(0, o.first - 3) : o.first]]
                cited = bool(before) and before[-1] not in CARRYING and bool(INTRODUCING & set(before))
                (relay if cited or _by_reference(before) else origin).remove(r if cited or _by_reference(before) else o)
                break
    return origin, relay


def _carried(before: list[str]) -> bool:
    """ "as cited by", "in remarks carried by"."""
    return before[-1:] == ["by"] and bool(CARRIED & set(before))


def _by_reference(before: list[str]) -> bool:
    """ "with reference to", "on the authority of"."""
    return bool({"reference", "authority"} & set(before))


def _subject_from_origin(a: Annotated, one: Found) -> None:
    """ "According to the Daily, quoting villagers": the source next to the cue is the speaker, where none was read."""
    if one.speakers or not one.origin or not one.cue:
        return
    end = one.cue[-1].end
    following = [p for p in one.origin if 0 <= a.tokens[p.first].start - end <= 2]
    subjects = [p for p in one.origin if one.verb is not None and a.tokens[p.head].head == one.verb]
    chosen = (following or [p for p in subjects if a.tokens[p.head].dep == "nsubj"])[:1]
    if chosen:
        one.speakers = chosen
        one.origin = [p for p in one.origin if p not in chosen]
        one.relay = [p for p in one.relay if p.first != chosen[0].first]


def _named_beside(a: Annotated, one: Found) -> None:
    """ "according to the council's health minister, A B": a name in apposition is the speaker, nobody behind it."""
    for origin in list(one.origin):
        for n, p in enumerate(one.speakers):
            comma = p.last + 1 == origin.first and a.tokens[p.last].text == ","
            if comma and a.tokens[origin.head].dep == "appos" and p.first <= a.tokens[origin.head].head < p.last:
                one.speakers[n] = Phrase(p.first, origin.last, p.head)
                one.origin.remove(origin)


def _who_quotes(a: Annotated, one: Found) -> None:
    """ "The Daily quoted the mayor as saying": who quotes is the speaker, and who is quoted stands behind."""
    verb = a.tokens[one.verb] if one.verb is not None else None
    if verb is None or verb.lemma not in QUOTING or not one.speakers or any(p.first < verb.i for p in one.speakers):
        return
    if any(t.dep in ("auxpass", "nsubjpass") for t in a.children(verb.i)) or verb.tag not in ("VBD", "VBZ", "VBP"):
        return
    quoting = speakers_of(a, verb.i)
    if quoting:
        one.origin = one.origin or one.speakers
        one.speakers = quoting


def _shared_with_others(a: Annotated, found: list[Found]) -> None:
    """ "According to the Daily, the navy said it left": the navy is who says so; the Daily carries the whole."""
    for one in found:
        if len(one.speakers) < 2:
            continue
        for other in found:
            own = other.speakers[0] if len(other.speakers) == 1 and other is not one else None
            if own is None or len(one.speakers) < 2 or own.first not in {p.first for p in one.speakers}:
                continue
            one.speakers = [p for p in one.speakers if p.first != own.first]
            start = a.tokens[own.first].start
            if one.content and other.content and one.content[0].start == other.content[0].start > start:
                one.content[0] = Span(start, one.content[0].end)
