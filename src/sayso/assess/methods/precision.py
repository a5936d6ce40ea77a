"""How long a time is and what the words of a place say of its closeness: what the precision codes are made of."""

import re

from sayso.assess.methods.basis import words_in
from sayso.model import Interval, Place, SettingValue


def days_of(date: Interval | None) -> int | None:
    """Days from the first to the last possible one; None where an end is not known."""
    if date is None or date.first is None or date.last is None:
        return None
    return (date.last - date.first).days + 1


def place_words_hold(place: Place, words: SettingValue) -> bool:
    """The words before the place's own name, or beside it, hold one of the list ("near Marrow", "northern Marrow").

    A word that belongs to the name itself ("East Harbour") says nothing.
    """
    said = place.words.casefold()
    rest = said.replace(place.name.casefold(), " ") if place.name else said
    return any(re.search(rf"\b{re.escape(word.casefold())}\b", rest) for word in words_in(words))
