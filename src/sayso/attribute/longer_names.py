"""The longest name in a report that a short one stands for: "the Observatory", "Rahman", "SOHR"."""

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise

from sayso.attribute.mentions import LONGEST_NAME, Mention, content_words
from sayso.attribute.vocabulary import words
from sayso.model import Annotated


class LongerNames:
    """The names of one report, to be found by a part of them or by their initials."""

    def __init__(self, annotated: Annotated, mentions: Sequence[Mention]) -> None:
        self._a = annotated
        self._mentions = mentions
        self._short: dict[frozenset[str], str | None] = {}

    def meant(self, text: str) -> str | None:
        """The name that the words shorten; None where there is none."""
        return self.expanded(text) or self.holding(content_words(text))

    def holding(self, own: frozenset[str]) -> str | None:
        """The longest name in the report that holds these words and more."""
        if not own or len(own) > 3:
            return None
        if own not in self._short:
            self._short[own] = self._search_longer(own)
        return self._short[own]

    def _search_longer(self, own: frozenset[str]) -> str | None:
        tail = own - words()["monitoring_words"]
        base = tail or own
        best: Mention | None = None
        for m in self._mentions:
            if (m.spoke and (m.person or len(m.words) > 6)) or ", the " in m.text:
                continue
            if m.text.split()[-1].lower() in words()["issued"] or _names_a_head(m.text):
                continue
            fuller = base < m.words and len(m.words) <= LONGEST_NAME and m.proper
            if fuller and (best is None or len(m.words) > len(best.words)):
                best = m
        return best.text if best is not None else None

    def expanded(self, text: str) -> str | None:
        """An acronym's expansion: in brackets beside it, or by the initials of a name in the report."""
        letters = re.sub(r"[^A-Za-z]", "", text.removeprefix("the ").removeprefix("The "))
        if not (2 <= len(letters) <= 7 and letters.isupper()):
            return None
        for m in self._mentions:
            name = re.sub(r"^[Tt]he ", "", m.text)
            initials = "".join(w[0] for w in re.findall(r"[A-Za-z]\w*", name) if w[0].isupper())
            every = "".join(w[0].upper() for w in re.findall(r"[A-Za-z]\w*", name))
            if letters in (initials, every) and len(m.text) > len(text) + 3:
                return m.text
        return self._bracketed(letters) or office_of(self._a.text, letters)

    def _bracketed(self, letters: str) -> str | None:
        """The words right before "(RW)" whose capitals spell it."""
        text = self._a.text
        at = max(text.find(f"({letters})"), text.find(f"[{letters}]"))
        if at < 0:
            return None
        for m in self._mentions:
            start = self._a.tokens[m.at].start
            if m.body and at - 60 < start < at and text[start - len(m.text) : at].rstrip().endswith(m.text):
                return m.text
        before = [(w[0], w.start()) for w in re.finditer(r"[^\s]+", text[max(0, at - 120) : at])]
        for word, start in reversed(before[-10:]):
            whole = text[max(0, at - 120) + start : at].rstrip()
            capitals = "".join(w[0] for w in whole.split() if w[0].isupper())
            if word[0].isupper() and capitals == letters:
                return whole
        return None


def _names_a_head(text: str) -> bool:
    """ "RWA Deputy Director A B": a person's name with an office, not the body's."""
    parts = text.split()
    titles = words()["heads"] | words()["leaders"] | words()["officers"]
    return any(part.lower() in titles and after[:1].isupper() for part, after in pairwise(parts))


@lru_cache(maxsize=256)
def office_of(text: str, letters: str) -> str | None:
    """ "the SP" after "Superintendent of Police A B": the office whose initials they are, with its holder's name.

    None where the text names none, or names a body by these initials.
    """
    if not (2 <= len(letters) <= 4 and letters.isupper()):
        return None
    joint = r"(?: (?:of|for|the|and))*[ -]"
    whole = re.search(rf"\b{joint.join(rf'{c}[a-z]+' for c in letters)}\b(?:(?:,? [A-Z][\w.’'-]*)+)?", text)
    if whole is None:
        return None
    named = whole[0].rstrip(".,")
    return named if {w.lower() for w in named.split()} & words()["initialled_offices"] else None


def is_field_of_work(text: str, longer: str) -> bool:
    """ "Health Minister A B" beside "the World Health Organization": a field, and no short form of the body's name."""
    bare = text.lower()
    if " " in text or text.isupper() or bare in words()["body_names"] | words()["bodies"]:
        return False
    return not longer.lower().removeprefix("the ").startswith(bare)
