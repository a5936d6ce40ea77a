"""Quotation marks of one style put in place of those of another, or taken out."""

import re
from enum import StrEnum

from training.augment.markup import Edit, edited, untag


class QuoteStyle(StrEnum):
    """How a newsroom sets quotations."""

    DOUBLE = "double"
    """"so" and 'so' inside"""
    SINGLE = "single"
    """'so' and "so" inside"""
    CURLY = "curly"
    CURLY_SINGLE = "curly-single"
    GUILLEMETS = "guillemets"
    LOW = "low"
    """„so“, as papers of central and eastern Europe set it."""
    NONE = "none"
    """Lost, as in scraped text; a comma or full stop before a lost mark moves out of the content."""


_MARKS = {
    QuoteStyle.DOUBLE: ('"', '"', "'", "'"),
    QuoteStyle.SINGLE: ("'", "'", '"', '"'),
    QuoteStyle.CURLY: ("“", "”", "‘", "’"),
    QuoteStyle.CURLY_SINGLE: ("‘", "’", "“", "”"),
    QuoteStyle.GUILLEMETS: ("«", "»", "“", "”"),
    QuoteStyle.LOW: ("„", "“", "‚", "‘"),
    QuoteStyle.NONE: ("", "", "", ""),
}
"""Outer opening, outer closing, inner opening and inner closing mark."""
_CURLY = (QuoteStyle.CURLY, QuoteStyle.CURLY_SINGLE)
_INNER = re.compile(r"(?<![\w'’])['‘](?=\w)([^'‘’\"“”\n]{2,200}?)(?<=[\w.,!?])['’](?!\w)")
_SPACE = " \t\n\u00a0([-–—/"
_STOPS = " \t\n\u00a0.,;:!?)]-–—/"


def swap_quotes(tagged: str, style: QuoteStyle | str) -> str:
    """The same tags and words with quotation marks in another style; apostrophes turn curly only with curly marks."""
    style = QuoteStyle(style)
    text = untag(tagged)
    outer_open, outer_close, inner_open, inner_close = _MARKS[style]
    edits: dict[int, str] = {}
    for inner in _INNER.finditer(text):
        edits[inner.start()], edits[inner.end() - 1] = inner_open, inner_close
    for at, opening in outer_marks(text):
        edits[at] = outer_open if opening else outer_close
    if style in _CURLY:
        for apostrophe in re.finditer(r"(?<=\w)'(?=\w)", text):
            edits.setdefault(apostrophe.start(), "’")
    changed = edited(tagged, [Edit(at, at + 1, mark) for at, mark in edits.items()])
    return _stops_moved_out(tagged, changed) if style is QuoteStyle.NONE else changed


def outer_marks(text: str) -> list[tuple[int, bool]]:
    """Where double quotation marks stand, and whether each opens.

    A straight mark opens before a word and closes after one; between two of a kind it is the other of the last.
    """
    found: list[tuple[int, bool]] = []
    is_open, low = False, "„" in text
    for mark in re.finditer(r'["“”«»„]', text):
        before = text[mark.start() - 1 : mark.start()] or " "
        after = text[mark.end() : mark.end() + 1] or " "
        if low and mark[0] == "“":
            is_open = False
        elif mark[0] in "“«„":
            is_open = True
        elif mark[0] in "”»":
            is_open = False
        elif before in _SPACE and after not in _STOPS:
            is_open = True
        elif before not in _SPACE and after in _STOPS:
            is_open = False
        else:
            is_open = not is_open
        found.append((mark.start(), is_open))
    return found


def _stops_moved_out(before: str, tagged: str) -> str:
    """Commas and full stops that stood before a closing mark at the end of a content stand after the content."""
    if not re.search(r'["”»]\s*</c', before):
        return tagged
    return re.sub(r"([,.])((?:</[cs]\d+>)+)(?![,.\w])", r"\2\1", tagged)


def comma_outside(tagged: str) -> str:
    """British habit: the comma that a speaker's tag asks for stands after the closing mark."""
    return re.sub(r",([\"”’'»])((?:</c\d+>)+)", r"\1\2,", tagged)
