"""What speaks for or against two tellings being one happening: each rule gives named signs with their reason.

A sign has no points of its own: `weights.py` gives them, learned from labelled reports of several wars and disasters.
"""

from collections.abc import Iterable, Iterator, Mapping
from functools import cache

from sayso.knowledge.vocabulary import load_vocabulary
from sayso.link.interface import Telling
from sayso.link.numbers import contradict, figure_sign, other_figures_sign, rare_signs
from sayso.link.places import PlaceJudge, PlaceRelation, relation
from sayso.link.sign import Sign
from sayso.link.story_signs import elsewhere_signs, main_signs, room, story_signs
from sayso.link.when import UNKNOWN_DAY, best_time_sign, time_sign
from sayso.link.where import ONE_PLACE, OTHER_PLACE, best_place_sign, naming_signs, place_sign
from sayso.model import EventKind

_NEAR_KINDS = (
    {EventKind.AIRSTRIKE, EventKind.SHELLING},
    {EventKind.AIRSTRIKE, EventKind.CHEMICAL},
    {EventKind.SHELLING, EventKind.CHEMICAL},
    {EventKind.EXECUTION, EventKind.SHOOTING},
    {EventKind.EXECUTION, EventKind.CLASH},
    {EventKind.CLASH, EventKind.SHOOTING},
    {EventKind.CLASH, EventKind.BOMBING},
    {EventKind.BOMBING, EventKind.LANDMINE},
    {EventKind.CLASH, EventKind.SHELLING},
    {EventKind.BOMBING, EventKind.SHELLING},
    {EventKind.BOMBING, EventKind.AIRSTRIKE},
    {EventKind.BOMBING, EventKind.SHOOTING},
)


def event_sign(left: Telling, right: Telling) -> Sign:
    """Whether what happened is of one kind, or of kinds that reports mix up."""
    if left.event is None or right.event is None:
        return Sign("event_unknown", "What happened is unknown for at least one of them")
    if left.event is right.event:
        name = "same_other" if left.event is EventKind.OTHER else "same_event"
        return Sign(name, f"Both: {left.event.value}")
    kinds, said = {left.event, right.event}, f"{left.event.value} and {right.event.value}"
    if EventKind.OTHER in kinds:
        return Sign("event_and_other", f"{said} need not differ")
    if kinds in _NEAR_KINDS:
        return Sign("near_events", f"{said} are told of one happening at times")
    return Sign("events_differ", f"{said} are two kinds of happening")


RARE_KINDS = {EventKind.CHEMICAL, EventKind.EXECUTION, EventKind.LANDMINE, EventKind.SIEGE}
"""Kinds of happening of which a place sees few."""


def rare_event_sign(left: Telling, right: Telling, time: Sign) -> Sign | None:
    """Whether both are of one kind that is rare, and the days leave room for one happening."""
    if left.event is right.event and left.event in RARE_KINDS and not time.name.startswith("gap"):
        return Sign("rare_event", f"{left.event.value.capitalize()} is a rare kind of happening")
    return None


def blamed_sign(left: Telling, right: Telling, time: Sign, place: Sign) -> Sign | None:
    """Whether the same party is blamed; None where nobody is in one of them.

    Who did it is what accounts of one happening dispute: of one place and day it tells less.
    """
    if not left.blamed or not right.blamed:
        return None
    shared = left.blamed & right.blamed
    if shared:
        return Sign("same_blamed", f"Both blame {' '.join(sorted(shared))}")
    mine, theirs = _sides(left.blamed), _sides(right.blamed)
    if mine & theirs:
        return Sign("blamed_alike", f"Both blame {' and '.join(sorted(mine & theirs))}")
    if place.name in ONE_PLACE and time.name in _ONE_DAY:
        return Sign("blamed_disputed", "Other words for who is blamed, of one place and day")
    if mine and theirs:
        return Sign("blamed_differ", f"{min(mine).capitalize()} are blamed, and {min(theirs)}")
    return Sign("blamed_other_words", "Other words for who is blamed")


def _sides(blamed: Iterable[str]) -> frozenset[str]:
    """Whose men are blamed, where the words say so: those of a state, or others under arms."""
    return frozenset(side for word in blamed if (side := _side_words().get(word)))


@cache
def _side_words() -> Mapping[str, str]:
    listed = load_vocabulary("link_words")["sides"]
    if not isinstance(listed, Mapping):
        return {}
    return {str(word): str(side) for side, words in listed.items() if isinstance(words, list) for word in words}


_SENTENCE = 4
"""Fewer words than these may be shared by chance, as where a report is one sentence long."""


def word_signs(left: Telling, right: Telling) -> Iterator[Sign]:
    """How many telling words, and names, the sentences share."""
    shared = left.words.keys() & right.words.keys()
    if shared:
        norm = (left.weight * right.weight) ** 0.5
        likeness = sum(sorted(left.words[word] ** 2 for word in shared)) / norm if norm else 0.0
        rare = sorted(shared, key=lambda word: (-left.words[word], word))[:3]
        yield Sign("words", f"Shared words: {', '.join(rare)}", (likeness * room(shared, _SENTENCE)) ** 0.5)
    names = left.names & right.names
    if names:
        yield Sign("names", f"Shared names: {', '.join(sorted(names)[:3])}", min(3.0, len(names)) ** 0.5)


def copy_sign(left: Telling, right: Telling) -> Sign | None:
    """Whether copies of one text tell the same figure in the same words."""
    if not _are_copies(left, right):
        return None
    told = {(c.measure, c.words.casefold()) for c in left.claims} & {
        (c.measure, c.words.casefold()) for c in right.claims
    }
    return Sign("copy_figure", "Copies of one text") if told else None


def _are_copies(left: Telling, right: Telling) -> bool:
    return left.copies is not None and left.copies == right.copies


def in_one_text(left: Telling, right: Telling) -> bool:
    """One report tells both, or copies of one text tell one each: what a text sets apart its copies do not join."""
    if left.report == right.report:
        return True
    return _are_copies(left, right) and copy_sign(left, right) is None


def position_sign(left: Telling, right: Telling) -> Sign:
    """How near to each other one report tells both."""
    if left.sentences & right.sentences:
        return Sign("one_sentence", "One sentence tells both")
    apart = min(a.distance(b) for a in left.sentences for b in right.sentences)
    if apart <= 3:
        return Sign("next_sentence", "One report tells both, in neighbouring sentences")
    name = "near_in_text" if apart <= 400 else "far_in_text"
    return Sign(name, "One report tells both")


def part_signs(left: Telling, right: Telling, gazetteer: PlaceJudge | None) -> Iterator[Sign]:
    """Whether a figure of one is stated as a part of a figure of the other, and how the whole is made up."""
    for whole, part in ((left, right), (right, left)):
        if part.wholes.isdisjoint(whole.ids):
            continue
        inside = relation(whole.place, part.place, gazetteer) not in (PlaceRelation.SAME, PlaceRelation.UNKNOWN)
        if whole.spread > 1 and inside:
            yield Sign("part_of_many", "A joint figure over several places, and the part of one place")
        else:
            yield Sign("part_elsewhere" if inside else "part", "One figure is a part of the other")
        return
    if left.wholes & right.wholes:
        same = relation(left.place, right.place, gazetteer) in (PlaceRelation.SAME, PlaceRelation.UNKNOWN)
        yield Sign("parts" if same else "parts_elsewhere", "Both figures are parts of one")


def account_signs(left: Telling, right: Telling) -> Iterator[Sign]:
    """How one report sets two tellings beside each other."""
    first, second = sorted((left, right), key=lambda telling: telling.claims[0].span)
    if not first.sentences & second.sentences:
        if second.another:
            yield Sign("another", "The later sentence tells of a further happening")
        if left.place_told and right.place_told:
            yield Sign("places_told", "Both sentences name their place")
        elif not left.place_told and not right.place_told:
            yield Sign("places_carried", "Neither sentence names its place")
    if left.sources == right.sources and any(
        contradict(mine, theirs) for mine in left.claims for theirs in right.claims
    ):
        yield Sign("one_source_two_numbers", "One source gives two numbers")


def joint_sign(left: Telling, right: Telling) -> Sign | None:
    """One of them counts over several places, the other in one."""
    if left.joint != right.joint:
        return Sign("joint", "One of them counts over several places")
    return Sign("both_joint", "Both count over several places") if left.joint else None


_ONE_PLACE, _ONE_DAY = {"same_place"}, {"same_day", "same_days", "overlap_3"}
_HARDLY = 0.4
"""Likeness (square root of the shared weight) below which two texts have hardly a word in common."""


def together_signs(time: Sign, place: Sign, event: Sign, figure: Sign) -> Iterator[Sign]:
    """What place, day, kind and figure say together beyond what each says alone."""
    if place.name in _ONE_PLACE and time.name in _ONE_DAY:
        yield Sign("place_and_day", f"{place.reason}; {time.reason[:1].lower()}{time.reason[1:]}")
        if event.name == "same_event":
            yield Sign("place_day_event", "Place, day and kind agree")
    elif place.name in _ONE_PLACE and event.name == "same_event":
        yield Sign("place_and_event", "Place and kind agree")
    if place.name in OTHER_PLACE and time.name in UNKNOWN_DAY:
        yield Sign("other_place_no_day", "Other places, and no day that could be the same")
    if place.name in OTHER_PLACE and figure.name == "no_same_measure":
        yield Sign("other_place_and_harm", "Other places and other harms")
    elif place.name in OTHER_PLACE and figure.name in {"number_20", "number_5"}:
        yield Sign("other_place_same_number", "Other places, the same number")


def single_signs(left: Telling, right: Telling, gazetteer: PlaceJudge | None) -> tuple[Sign, ...]:
    """All signs on two tellings of single happenings."""
    is_one_text = in_one_text(left, right)
    core = (
        time_sign(left, right) if is_one_text else best_time_sign(left, right),
        place_sign(left, right, gazetteer) if is_one_text else best_place_sign(left, right, gazetteer),
        event_sign(left, right),
        figure_sign(left, right),
    )
    found: list[Sign | None] = [
        *core,
        *together_signs(*core),
        *rare_signs(left, right),
        rare_event_sign(left, right, core[0]),
        other_figures_sign(left, right, core[-1]),
        blamed_sign(left, right, *core[:2]),
        joint_sign(left, right),
        *word_signs(left, right),
    ]
    if left.report == right.report:
        found.extend((position_sign(left, right), *part_signs(left, right, gazetteer), *account_signs(left, right)))
    elif not is_one_text:
        naming = tuple(naming_signs(left, right, core[1]))
        found.extend((copy_sign(left, right), *story_signs(left, right)))
        found.extend(
            (*main_signs(left, right, (core[1], *naming)), *naming, *elsewhere_signs(left, right, core[0], core[1]))
        )
        alike = max((sign.value for sign in found if sign and sign.name in ("words", "story")), default=0.0)
        if core[1].name in OTHER_PLACE and alike < _HARDLY:
            found.append(Sign("strangers", "Other places, and hardly a word in common"))
    return tuple(sign for sign in found if sign)
