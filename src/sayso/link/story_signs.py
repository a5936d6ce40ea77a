"""Signs of whole reports: whether they tell one story, and whether it is what both of them tell most of."""

import math
from collections.abc import Collection, Iterator

from sayso.link.interface import Telling
from sayso.link.places import place_tokens
from sayso.link.rarity import UNLISTED
from sayso.link.sign import Sign
from sayso.link.where import BOTH_NAME, ONE_PLACE, OTHER_PLACE

_REPORT = 10
"""Fewer words than these may be shared by chance, as where a report is one sentence long."""
_MOST = 3.0
"""What shared names can count at most."""
_NAMED = ONE_PLACE | BOTH_NAME
"""Signs beside which two reports have a name in common, that of the place."""
_FEW = 3
"""With fewer names a report may well hold none of another one on the same."""


def room(shared: Collection[str], enough: int) -> float:
    """How much can be read into shared words: less where they are few."""
    return min(1.0, len(shared) / enough)


def story_signs(left: Telling, right: Telling) -> Iterator[Sign]:
    """Whether the two reports as wholes tell one story, and whether they open with these figures."""
    shared = left.story.words.keys() & right.story.words.keys()
    norm = (left.story.weight * right.story.weight) ** 0.5
    likeness = sum(sorted(left.story.words[word] ** 2 for word in shared)) / norm if norm else 0.0
    likeness *= room(shared, _REPORT)
    yield Sign("story", f"The reports share {likeness:.0%} of their telling words", likeness**0.5)
    leads = left.depth < 0.2, right.depth < 0.2
    if all(leads):
        yield Sign("both_lead", "Both reports open with it")
        yield Sign("lead_story", "Both reports open with it, and tell alike stories", likeness**0.5)
    elif any(leads):
        yield Sign("one_leads", "One report opens with it, the other has it further down")


def main_signs(left: Telling, right: Telling, places: Collection[Sign]) -> Iterator[Sign]:
    """Whether the reports name the same people and places, and whether the two are what each tells most of; `places`
    are the signs of how the places of the two stand to each other."""
    names = {
        key: min(weight, right.story.names[key]) for key, weight in left.story.names.items() if key in right.story.names
    }
    alike = min(_MOST, math.log1p(math.fsum(sorted(names.values())) / UNLISTED))
    if names:
        rare = sorted(names, key=lambda key: (-names[key], key))[:3]
        spelt = (sorted({left.story.spelt[key], right.story.spelt[key]}) for key in rare)
        said = f"Names that both reports hold: {', '.join('/'.join(words) for words in spelt)}"
        yield Sign("report_names", said, alike)
    elif min(len(left.story.names), len(right.story.names)) >= _FEW and _NAMED.isdisjoint(s.name for s in places):
        yield Sign("no_names", "The reports hold no name in common")
    if not (left.is_main or right.is_main):
        yield Sign("neither_main", "Neither is what its report tells most of")
    elif names and left.is_main and right.is_main:
        yield Sign("both_main", "Both are what their reports tell most of")
        yield Sign("main_names", "What both reports tell most of, and they hold the same names", alike)


def elsewhere_signs(left: Telling, right: Telling, time: Sign, place: Sign) -> Iterator[Sign]:
    """Whether a report tells another happening on the day, or at the place, of the one it is compared with."""
    sides = (left, right), (right, left)
    if time.name.startswith(("gap_", "next_day")):
        days = [one.date for one, other in sides if one.date and one.date.is_day and one.date.first in other.story.days]
        if days:
            said = " and ".join(sorted({str(day.first) for day in days}))
            yield Sign("day_elsewhere", f"The other report tells of another happening on {said}", float(len(days)))
    if place.name in OTHER_PLACE:
        places = [
            one.place for one, other in sides if one.place and place_tokens(one.place.words) in other.story.places
        ]
        if places:
            said = " and ".join(sorted({f'"{place.words}"' for place in places}))
            yield Sign("place_elsewhere", f"The other report tells of another happening at {said}", float(len(places)))
