"""The last word on origins and relays, whatever read them: nobody stands behind or carries themselves."""

from sayso.attribute.found import Found
from sayso.attribute.grammar import Phrase
from sayso.attribute.introduced import introduced
from sayso.attribute.outlets import is_own_outlet
from sayso.attribute.relays import is_medium, is_platform
from sayso.attribute.vocabulary import words
from sayso.model import Act, Annotated

CARRIED_ACTS = frozenset({Act.SAYS, Act.CALLS, Act.DENIES, Act.BELIEVES})
"""Words that can be carried on; a silence or a doubt belongs to whoever writes it."""


def settled(a: Annotated, found: list[Found]) -> list[Found]:
    """The attributions in the same order, with origins and relays as the guidelines have them.

    - a phrase that is the speaker is neither its own origin nor its own relay;
    - plain listeners ("told reporters", "told MPs") carry nothing;
    - where something was posted ("on YouTube") carries it and is no origin;
    - a network that somebody relies on at all times is the origin of no single statement;
    - an outlet that ends the sentence ("..., Harbour Radio reported") carries the words inside its own.
    """
    for one in found:
        introduced(a, one)
        _whole_origins(a, one)
        origin = [] if one.standing else [p for p in one.origin if not _among(p, one.speakers)]
        posted = [p for p in origin if is_platform(a, p)]
        one.origin = [p for p in origin if p not in posted]
        one.relay = [p for p in one.relay or posted if not _among(p, one.speakers) and not _listens(a, p)]
    for one in found:
        carrier = _carrier(a, one, found) if not one.relay else None
        if carrier is not None:
            one.relay = [carrier]
    return found


WITHIN = frozenset({"at", "of", "in", "from", "for", "within", "inside", "with"})


def _whole_origins(a: Annotated, one: Found) -> None:
    """ "a source at the police command": what a preposition ties to an origin belongs to it and carries nothing."""
    for r in list(one.relay):
        tie = a.tokens[max(r.first - 1, 0)]
        for n, o in enumerate(one.origin):
            if tie.lower in WITHIN and tie.i == o.last:
                one.origin[n] = Phrase(o.first, r.last, o.head)
                one.relay.remove(r)
                break


def _among(p: Phrase, speakers: list[Phrase]) -> bool:
    """The phrase is a speaker whole; a part of one ("footage on state television") may still carry it."""
    return any(s.head == p.head or (s.first, s.last) == (p.first, p.last) for s in speakers)


def _listens(a: Annotated, p: Phrase) -> bool:
    tokens = [t for t in a.tokens[p.first : p.last] if t.pos != "DET"]
    head = a.tokens[p.head]
    listeners = words()["listeners"]
    return head.lower in listeners and not any(t.pos == "PROPN" and t.lower not in listeners for t in tokens)


def _carrier(a: Annotated, one: Found, found: list[Found]) -> Phrase | None:
    """The outlet whose trailing words hold this attribution directly, with nobody in between."""
    if one.act not in CARRIED_ACTS or not one.speakers or not one.cue:
        return None
    holding = [other for other in found if other is not one and any(c.covers(one.cue[0]) for c in other.content)]
    holding.sort(key=lambda other: sum(len(c) for c in other.content))
    outer = holding[0] if holding else None
    if outer is None or len(outer.speakers) != 1 or not outer.cue or outer.cue[0].start < one.cue[-1].end:
        return None
    phrase = outer.speakers[0]
    own = is_own_outlet(a, a.span_of(phrase.first, phrase.last).of(a.text))
    trailing = a.tokens[phrase.first].start > one.cue[-1].end
    return phrase if trailing and not own and is_medium(a, phrase) else None
