"""Ways to a person that are no name: numbers to call, addresses, handles, papers. The public does not see them."""

import re
from collections.abc import Callable, Iterable

from sayso.knowledge.vocabulary import word_list
from sayso.model import Span
from sayso.publish.letters import CAPITAL, INNER
from sayso.publish.public_names import alternatives

_MAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_HANDLE = re.compile(r"(?<![\w@.])@(\w[\w.]*\w)")
_PROFILE = re.compile(
    rf"(?:https?://)?(?:[\w-]+\.)*(?:{alternatives('privacy', 'profiles')})"
    r"/(?:@|in/|user/|channel/|c/)?([\w.%-]+)[^\s<>\"”’)\],]*",
    re.IGNORECASE,
)
_ABROAD = re.compile(r"(?<![\w.,+-])(?:\+|00)[1-9][\d ().-]{6,17}\d(?!\w)")
_AT_HOME = re.compile(r"(?<![\w.,+-])0\d{1,4}[ -]\d{3,4}[ -]?\d{3,4}(?!\w|,\d)")
_CALLED = re.compile(
    rf"\b(?i:{alternatives('privacy', 'call_words')})\b(?! of)[^.\n\d]{{0,30}}([\d(][\d ().-]{{5,16}}\d)(?!\w|,\d)"
)
_PAPER = re.compile(
    rf"\b(?i:{alternatives('privacy', 'papers')}|(?-i:ID))\b[^.\n\d]{{0,25}}?"
    r"\b((?:[A-Z]{1,3}[ -]?)?\d{3,}(?:[ -]?(?:[A-Z]{1,3}|\d{2,})\b)*)(?!\w|,\d)"
)
_YEAR_OR_DAY = re.compile(r"(?:19|20)\d\d(?:-\d\d(?:-\d\d)?)?")
_STREETS, _WAYS = alternatives("privacy", "streets"), alternatives("privacy", "street_first")
_C = rf"{CAPITAL}{INNER}*"
_ADDRESS = re.compile(
    rf"\b\d{{1,4}}[A-Za-z]?,? (?:{_C} ){{1,3}}(?:{_STREETS})\b"
    rf"|\b(?:{_C} ){{1,3}}(?:{_STREETS}),? (?:[Nn]o\.? ?|[Nn]umber )?\d{{1,4}}\b"
    rf"|\b\d{{1,4}},? (?:{_WAYS}) (?:[a-z]{{1,4}} ){{0,2}}{_C}(?: {_C})*"
    rf"|\b(?:{_WAYS}) (?:[a-z]{{1,4}} ){{0,2}}{_C}(?: {_C})*,? (?:[Nn]o\.? ?)?\d{{1,4}}\b"
    rf"|\b(?i:{alternatives('privacy', 'rooms')})(?: number| no\.?)? \d{{1,4}}[A-Z]?\b"
)
_DWELLING = re.compile(rf"\b(?:{alternatives('privacy', 'dwelling')})\b", re.IGNORECASE)
_DIGITS = 7
"""The fewest digits of a number to call that is only told by the words before it."""


def contacts(text: str, is_public: Callable[[str], bool]) -> Iterable[Span]:
    """Where the text tells how to reach or find a person; `is_public` knows the handles of bodies and outlets."""
    if any(mark in text for mark in "@/"):
        yield from links(text, is_public)
    if not any(c.isdigit() for c in text):
        return
    for pattern in (_ABROAD, _AT_HOME):
        yield from (Span(*found.span()) for found in pattern.finditer(text))
    for found in _CALLED.finditer(text):
        if sum(c.isdigit() for c in found.group(1)) >= _DIGITS and not _YEAR_OR_DAY.match(found.group(1)):
            yield Span(*found.span(1))
    for found in _PAPER.finditer(text):
        if not _YEAR_OR_DAY.fullmatch(found.group(1)):
            yield Span(*found.span(1))
    for found in _ADDRESS.finditer(text):
        if _DWELLING.search(_sentence(text, found.start(), found.end())):
            yield Span(*found.span())


def links(text: str, is_public: Callable[[str], bool]) -> Iterable[Span]:
    """Addresses of mail, handles, and pages of persons on platforms."""
    yield from (Span(*found.span()) for found in _MAIL.finditer(text))
    for pattern in (_HANDLE, _PROFILE):
        for found in pattern.finditer(text):
            name = found.group(1).casefold()
            if name not in word_list("privacy", "profile_paths") and not is_public(re.sub(r"[_.]+", " ", name)):
                yield Span(*found.span())


def _sentence(text: str, start: int, end: int) -> str:
    """The words around, to the next full stops or line breaks."""
    first = max(text.rfind(mark, 0, start) for mark in (". ", "\n", "? ", "! ")) + 1
    lasts = [at for mark in (". ", "\n", "? ", "! ") if (at := text.find(mark, end)) >= 0]
    return text[first : min(lasts, default=len(text))]
