"""The publication and update times that a report's own words state: in a line of their own, or at its very start."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from sayso.knowledge.stamps import find_stamps
from sayso.knowledge.vocabulary import word_list
from sayso.model import Span, Stamp
from sayso.read.furniture import byline_of, is_agency, is_name

LINE_LENGTH = 200
LEAD = 200
"""Characters from the start of a text in which its own date may stand."""
_MARKS = re.compile(r"[\s|·•,;:()\[\]/–—\-.]+")
_AGO = re.compile(r"(?i)(?:published|posted|updated|last updated|modified)\b.{1,40}\bago\W*$")
_GOES_ON = re.compile(r"\)?\s*(?:[|:–—\-·•]\s*)?(?:$|[A-Z0-9\"'“‘«(\[\u00c0-\u00de]|[\r\n])")
_DATELINE = re.compile(r"[A-Z][A-Z .,/'’\-]{2,60}[,(]?\s*\(?$")
_PLACE = re.compile(r"(?:(?:[A-Z][a-z][\w.'’\-]*|[A-Z]{6,})[\s,]+){0,2}")  # no abbreviations: "NGO" ends a headline


@dataclass(frozen=True, slots=True)
class Times:
    """What a line says about when the report was published and updated."""

    published: Stamp | None = None
    updated: Stamp | None = None
    byline: str | None = None
    """The name that stands beside the times; None where none does."""


@dataclass(frozen=True, slots=True)
class Lead:
    """The time that stands at the start of a text, and how far the words go that say nothing else."""

    times: Times
    cut: int
    """Characters that are only the times line, run into the text; 0 where the words belong to a sentence."""


def times_of(line: str) -> Times | None:
    """The times of a line that says no more than that; None for any other line."""
    if len(line) > LINE_LENGTH:
        return None
    if _AGO.fullmatch(line.strip()):
        return Times()
    found = find_stamps(line)
    if not found:
        return None
    rest = _without_labels(_cut_out(line, (span for span, _ in found)))
    if not rest:
        return _by_role(line, found)
    name = byline_of(rest) or (rest if is_agency(rest) else None) or _beside(line, found[0][0])
    if name is None:
        return None
    told = _by_role(line, found)
    return Times(told.published, told.updated, name)


def lead_of(text: str) -> Lead | None:
    """The time that a text opens with, where that plainly is its own and not that of a happening; None elsewhere."""
    head = text[:LEAD]
    for span, stamp in find_stamps(head):
        before, after = head[: span.start], text[span.end : span.end + 40]
        if not _GOES_ON.match(after):
            continue
        bare = before.strip()
        if _is_label(before) or _is_place_and_agency(bare):
            role = _role(before) or "published"
            times = Times(updated=stamp) if role == "updated" else Times(published=stamp)
            return Lead(times, span.end + len(after) - len(after.lstrip(" \t)|:–—-·•")))
        if _DATELINE.fullmatch(before) or _stands_apart(before, stamp):
            return Lead(Times(published=stamp), 0)
    return None


def _is_label(before: str) -> bool:
    bare = before.strip(" \t:|-–—(")
    if not bare:
        return True
    rest = _without_labels(bare)
    return not rest and _role(before) is not None


def _is_place_and_agency(bare: str) -> bool:
    last = bare.rsplit(maxsplit=1)[-1] if bare else ""
    return bool(last) and is_agency(last) and _PLACE.fullmatch(bare[: -len(last)]) is not None


def _stands_apart(before: str, stamp: Stamp) -> bool:
    """A day with its weekday or a clock, between a headline and the first sentence of a text without line ends."""
    bare = before.rstrip()
    if "\n" in before or not bare:
        return False
    last = bare.split()[-1]
    full = stamp.clock is not None or re.match(r"(?i)(?:mon|tue|wed|thu|fri|sat|sun)", stamp.words) is not None
    return full and (is_agency(last) or bare[-1] in ".!?")


def _by_role(line: str, found: Iterable[tuple[Span, Stamp]]) -> Times:
    published: Stamp | None = None
    updated: Stamp | None = None
    last = 0
    for span, stamp in found:
        role = _role(line[last : span.start])
        last = span.end
        if role == "updated":
            updated = updated or stamp
        elif published is None and (role == "published" or updated is None):
            published = stamp
    return Times(published, updated)


def _role(before: str) -> str | None:
    """ "published" or "updated" as the words before a time say; None where they say neither."""
    words = before.casefold()
    if _pattern("updated_labels").search(words):
        return "updated"
    return "published" if _pattern("published_labels").search(words) else None


def _without_labels(words: str) -> str:
    rest = words.casefold()
    for key in ("updated_labels", "published_labels", "times_fillers"):
        rest = _pattern(key).sub(" ", rest)
    rest = re.sub(r"\b\d{1,4}\b", " ", rest) if len(rest) < 20 else rest
    kept = {word for word in _MARKS.split(rest) if word}
    return " ".join(word for word in _MARKS_KEEPING_NAMES.split(words) if word.casefold().strip(".") in kept).strip()


_MARKS_KEEPING_NAMES = re.compile(r"[\s|·•,;:()\[\]/–—]+")


@cache
def _pattern(key: str) -> re.Pattern[str]:
    words = sorted(word_list("read_furniture", key), key=len, reverse=True)
    return re.compile(r"\b(?:" + "|".join(re.escape(word) for word in words) + r")(?!\w)")


def _cut_out(line: str, spans: Iterable[Span]) -> str:
    rest, last = [], 0
    for span in spans:
        rest.append(line[last : span.start])
        last = span.end
    return " | ".join([*rest, line[last:]])


def _beside(line: str, stamp: Span) -> str | None:
    """A name before the time with a bar between them ("Jane Doe | 13 December 2016")."""
    match = re.match(r"(?P<name>[^|·•]{3,60}?)\s*[|·•]", line[: stamp.start])
    return match["name"] if match and is_name(match["name"]) and len(match["name"].split()) >= 2 else None
