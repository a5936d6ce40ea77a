"""People under siege, and people who leave under a deal: told by words all over the sentence."""

from sayso.claims.counted_types import Counted
from sayso.claims.harm_words import MODAL, NEGATION, Harm, Scope, near_words
from sayso.model import Measure

_SIEGE = frozenset(["siege", "besieged", "besieging", "blockade", "blockaded", "encircled", "encirclement"])
_PLACES_OF_MANY = frozenset(["town", "city", "enclave", "village", "district", "neighbourhood", "neighborhood", "camp"])
_LIVING = frozenset(["live", "lived", "living", "remain", "remained", "reside", "resided", "trapped"])
_LEAVING = frozenset(["left", "leave", "leaving", "moved", "departed", "exited", "quit"])
_DEAL = frozenset(["deal", "agreement", "evacuation", "evacuations", "evacuated", "evacuate", "truce", "swap"])
_CARRIERS = frozenset(["convoy", "convoys", "bus", "buses", "ferry", "ferries", "train", "trains", "coaches"])
_CARRYING = frozenset(["carrying", "carried", "carry", "transporting", "transported", "bringing"])


def is_under_siege(scope: Scope, counted: Counted) -> bool:
    """ "trapped under siege" right after the figure."""
    words = [t.lower for t in scope.annotated.tokens[counted.last : min(counted.last + 6, scope.sentence.last)]]
    return "siege" in words


def is_hemmed_in(scope: Scope, trapped: int) -> bool:
    """ "Food is short in the besieged town. Some 30,000 are trapped in the town": in a place of many, under siege."""
    tokens = scope.annotated.tokens
    after = tokens[trapped + 1 : min(trapped + 6, scope.sentence.last)]
    if not after or after[0].lower not in {"in", "inside"} or not {t.lower for t in after} & _PLACES_OF_MANY:
        return False
    words = near_words(scope)
    return bool(words & _SIEGE) or {"cut", "off"} <= words


def siege_or_deal(scope: Scope, counted: Counted) -> Harm | None:
    """What happened to people who live where the sentence tells of a siege, or who leave where it tells of a deal."""
    if not counted.known and counted.noun is not None:
        return None
    return _freed(scope, counted) or _besieged(scope, counted) or _let_out(scope, counted) or _in_convoy(scope, counted)


def _freed(scope: Scope, counted: Counted) -> Harm | None:
    """ "900 people who had lived under siege left the two towns": what the sentence tells of them comes first."""
    tokens = scope.annotated.tokens
    if counted.noun is None or counted.implied or tokens[counted.noun].dep != "nsubj":
        return None
    told = tokens[tokens[counted.noun].head]
    lived = [t for t in scope.annotated.children(counted.noun) if t.dep == "relcl" and t.lower in _LIVING]
    words = {t.lower for t in tokens[lived[0].i : told.i]} if lived else set()
    if told.lower not in _LEAVING or not words & _SIEGE:
        return None
    return Harm(Measure.EVACUATED, told.i, f'"{told.text}" is told of people who had been under siege.')


def _besieged(scope: Scope, counted: Counted) -> Harm | None:
    """ "a siege of the town, where 12,000 people live"."""
    near = _verb_after(scope, counted, _LIVING)
    words = {t.lower for t in scope.annotated.tokens_of(scope.sentence)}
    if near is None or counted.implied or not words & _SIEGE:
        return None
    return Harm(Measure.BESIEGED, near, "They live where the sentence tells of a siege.")


def _let_out(scope: Scope, counted: Counted) -> Harm | None:
    """ "900 people left the two towns under a deal"."""
    near = _verb_after(scope, counted, _LEAVING)
    if near is None or counted.implied:
        return None
    words = {t.lower for t in scope.annotated.tokens_of(scope.sentence)}
    if not words & _DEAL:
        return None
    return Harm(Measure.EVACUATED, near, "They left where the sentence tells of a deal or an evacuation.")


def _in_convoy(scope: Scope, counted: Counted) -> Harm | None:
    """ "a convoy carrying 300 people", in a report of an evacuation."""
    tokens, i = scope.annotated.tokens, counted.first - 1
    if i < scope.sentence.first or counted.implied or tokens[i].lower not in _CARRYING:
        return None
    before = {t.lower for t in tokens[scope.sentence.first : i]}
    if not before & _CARRIERS or "evacuat" not in scope.annotated.text.lower():
        return None
    return Harm(Measure.EVACUATED, i, "They are in a convoy of a report that tells of an evacuation.")


def _verb_after(scope: Scope, counted: Counted, verbs: frozenset[str]) -> int | None:
    tokens = scope.annotated.tokens
    for i in range(counted.last, min(counted.last + 8, scope.sentence.last)):
        word = tokens[i].lower
        if i in scope.starts or word in MODAL or word in NEGATION or tokens[i].text in ";:":
            return None
        if word in verbs:
            return i
    return None
