"""Signs of place: how the places of two tellings stand to each other, and whether their reports name both."""

from collections.abc import Iterator

from sayso.link.interface import Telling
from sayso.link.places import PlaceJudge, PlaceRelation, kilometres, opposed, place_tokens, relation
from sayso.link.sign import Sign
from sayso.model import Place

_WIDE = {"country", "province"}
_CLOSE_KM = 20.0
"""Two places nearer than this are mixed up by reports at times (a town and its suburb)."""
_NEIGHBOURING_KM = 75.0
"""One happening may be told of two towns nearer than this, as a storm, or one who is brought to a hospital."""
ONE_PLACE = {"same_place", "inside"}
"""Signs that two places, neither as wide as a province, are one, or one of them a part of the other."""
OTHER_PLACE = {"apart", "apart_near", "unrelated", "unrelated_known", "opposed", "close_places", "two_countries"}
"""Signs that two places are not found to be one."""
BOTH_NAME = {"place_named", "one_place_named", "place_named_by_both"}
"""Signs that one report names the place of the other."""
_OPEN = {*(OTHER_PLACE - {"opposed"}), "near_names", "one_place_unknown", "may_be_inside"}
"""Signs beside which it tells something that a report names the place of the other."""


def place_sign(left: Telling, right: Telling, gazetteer: PlaceJudge | None) -> Sign:
    """How the places stand to each other."""
    if left.place is None or right.place is None:
        both = left.place is None and right.place is None
        return Sign("no_places" if both else "one_place_unknown", "The place is unknown for at least one of them")
    pair = f'"{left.place.words}" and "{right.place.words}"'
    wide = left.place.precision in _WIDE or right.place.precision in _WIDE
    match relation(left.place, right.place, gazetteer):
        case PlaceRelation.SAME:
            return Sign("same_wide_place" if wide else "same_place", f"{pair} are one place")
        case PlaceRelation.INSIDE:
            return Sign("inside_wide" if wide else "inside", f"{pair}: one lies in the other or is named in it")
        case PlaceRelation.NEAR:
            return Sign("near_names", f"{pair} share a part of their names")
        case PlaceRelation.PERHAPS:
            return Sign("may_be_inside", f"{pair}: one may lie in the other")
        case PlaceRelation.APART:
            if opposed(left.place.words, right.place.words):
                return Sign("opposed", f"{pair} lie on opposite sides")
            apart = kilometres(left.place, right.place)
            if apart is not None and apart <= _CLOSE_KM:
                return Sign("close_places", f"{pair} are {apart:.0f} km apart")
            if apart is not None and apart <= _NEIGHBOURING_KM:
                return Sign("apart_near", f"{pair} are {apart:.0f} km apart")
            countries = {left.place.precision, right.place.precision} == {"country"}
            return Sign("two_countries" if countries else "apart", f"{pair} are two places")
        case PlaceRelation.UNRELATED:
            known = left.place.entry is not None and right.place.entry is not None
            return Sign("unrelated_known" if known else "unrelated", f"{pair} have no word in common")
    return Sign("one_place_unknown", "The places cannot be compared")


_RANK = (
    *("same_place", "same_wide_place", "inside", "inside_wide", "near_names", "close_places", "may_be_inside"),
    *(
        "no_places",
        "one_place_unknown",
        "unrelated",
        "unrelated_known",
        "apart_near",
        "apart",
        "two_countries",
        "opposed",
    ),
)
"""How the places may stand to each other, what speaks most for one happening first."""


def best_place_sign(left: Telling, right: Telling, gazetteer: PlaceJudge | None) -> Sign:
    """How the places stand to each other; for those not named those of the reports' like tellings count too."""
    found = (place_sign(mine, theirs, gazetteer) for mine in left.by_place for theirs in right.by_place)
    return min(found, key=lambda sign: (_RANK.index(sign.name), sign.reason))


def area_sign(left: Telling, right: Telling, gazetteer: PlaceJudge | None) -> Sign:
    """Whether two running totals count in one area; without a stated area a whole country may be meant."""
    if left.place is None and right.place is None:
        return Sign("no_places", "No area is stated")
    if left.place is None or right.place is None:
        stated = left.place or right.place
        wide = stated is not None and stated.precision == "country"
        return Sign("one_wide_area" if wide else "one_area", "Only one of them states an area")
    return place_sign(left, right, gazetteer)


def naming_signs(left: Telling, right: Telling, place: Sign) -> Iterator[Sign]:
    """Whether a report names the place of the other report, where the places are not found to be one."""
    if place.name not in _OPEN:
        return
    placed = [(mine.place, theirs) for mine, theirs in ((left, right), (right, left)) if mine.place is not None]
    named = [mine for mine, theirs in placed if _names(theirs, mine)]
    if not named:
        yield Sign("place_not_named", "Neither report names the other's place")
        return
    said = " and ".join(sorted({f'"{mine.words}"' for mine in named}))
    name = "place_named_by_both" if len(named) > 1 else "place_named" if len(placed) > 1 else "one_place_named"
    yield Sign(name, f"The other report names {said} too")


def _names(report: Telling, place: Place) -> bool:
    tokens = place_tokens(place.words)
    return bool(tokens) and tokens <= report.story.named
