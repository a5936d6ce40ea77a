"""What a page's head says about the report: times with clock and zone, title, outlet, author, address.

Readers of article text give days only, so this reads JSON-LD, OpenGraph, `<time>` and other meta elements itself.
"""

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime

from sayso.knowledge.stamps import parse_stamp
from sayso.model import Stamp
from sayso.read.html_blocks import Page

_ARTICLE = re.compile(r"article|posting|report|webpage|videoobject", re.IGNORECASE)
_PUBLISHED_META = (
    "datepublished", "date_published", "pubdate", "publishdate", "publish-date", "publish_date", "publication_date",
    "article.published", "article-published", "parsely-pub-date", "sailthru.date", "dc.date.issued", "dcterms.issued",
    "dcterms.created", "dc.date", "dcterms.date", "dc.date.created", "cxenseparse:recs:publishtime", "ptime", "date",
)  # fmt: skip
"""Source: the attribute lists of schema.org, Dublin Core, Parse.ly and Sailthru, and names that news sites use."""
_UPDATED_META = (
    "datemodified", "date_modified", "lastmod", "last-modified", "article.updated", "dc.date.modified",
    "dcterms.modified", "dc.modified", "utime",
)  # fmt: skip
DAY_APART = 1
MOST_OFFSET = 14 * 60
"""Minutes: no zone lies further from UTC."""


@dataclass(slots=True)
class Head:
    """The facts of a page's head; None where it does not state them."""

    title: str | None = None
    description: str | None = None
    outlet: str | None = None
    byline: str | None = None
    url: str | None = None
    published: list[Stamp] = field(default_factory=list)
    """All that were found, the most trusted place first."""
    updated: list[Stamp] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)


def head_of(page: Page) -> Head:
    """What the head of a page states, JSON-LD before OpenGraph before `<time>` before other meta elements."""
    head = Head()
    for node in _nodes(page, head):
        _take_node(node, head)
    meta = dict(reversed(page.meta))  # the first of a name counts
    _take_times(head, meta, ("article:published_time", "og:article:published_time"), "OpenGraph", head.published)
    _take_times(head, meta, ("article:modified_time", "og:updated_time"), "OpenGraph", head.updated)
    _take_time_elements(page, head)
    _take_times(head, meta, _PUBLISHED_META, "meta", head.published)
    _take_times(head, meta, _UPDATED_META, "meta", head.updated)
    head.title = meta.get("og:title") or head.title or meta.get("twitter:title")
    head.description = meta.get("og:description") or head.description or meta.get("description")
    head.outlet = meta.get("og:site_name") or head.outlet or meta.get("application-name")
    author = meta.get("author") or meta.get("article:author") or ""
    head.byline = head.byline or (author if author and "://" not in author else None)
    head.url = _address(page.canonical) or _address(meta.get("og:url")) or head.url
    return head


def best(stamps: Sequence[Stamp]) -> Stamp | None:
    """The first stamp, or one of the same instant or day that says more: a clock, or the outlet's own zone, not UTC."""
    if not stamps:
        return None
    chosen = stamps[0]
    for other in stamps[1:]:
        if chosen.clock is None and other.clock is not None and other.first == chosen.first == chosen.last:
            chosen = other
        elif chosen.offset_min == 0:
            chosen = _in_own_zone(chosen, other) or chosen
    return chosen


def _in_own_zone(utc: Stamp, other: Stamp) -> Stamp | None:
    """The other stamp where it gives the same instant by the outlet's own clock; None where it does not.

    A clock without a zone that is off by whole half hours, up to 14 hours, is taken for the same instant.
    """
    moment = utc.moment()
    if moment is None or other.clock is None or other.is_ambiguous:
        return None
    if other.offset_min is not None:
        return other if other.offset_min and other.moment() == moment else None
    shown = datetime.combine(other.first, other.clock, UTC)
    off = round((shown - moment.replace(second=0)).total_seconds() / 60)
    return replace(other, offset_min=off) if off and off % 30 == 0 and abs(off) <= MOST_OFFSET else None


def disagreement(stamps: Sequence[Stamp]) -> tuple[str, ...]:
    """A note where the places in the page give publication days more than a day apart."""
    apart = [s for s in stamps[1:] if abs((s.first - stamps[0].first).days) > DAY_APART and s.day and stamps[0].day]
    if not apart:
        return ()
    first, other = stamps[0], apart[0]
    told = [f'"{stamp.words}" ({stamp.found_in})' for stamp in (first, other)]
    return (f"The page gives two publication times: {told[0]} and {told[1]}.",)


def _nodes(page: Page, head: Head) -> Iterator[dict[str, object]]:
    """The objects of the JSON-LD scripts that describe the report, also those in lists and graphs."""
    for script in page.linked_data:
        try:
            loaded = json.loads(script.strip().removeprefix("<!--").removesuffix("-->"), strict=False)
        except (ValueError, RecursionError):
            head.notes.append("The page's JSON-LD is damaged and was left aside.")
            continue
        waiting = [loaded]
        for _ in range(200):
            if not waiting:
                break
            node = waiting.pop(0)
            if isinstance(node, list):
                waiting.extend(node)
            elif isinstance(node, dict):
                waiting.extend(node[key] for key in ("@graph", "mainEntity") if key in node)
                if _ARTICLE.search(str(node.get("@type", ""))):
                    yield node


def _take_node(node: dict[str, object], head: Head) -> None:
    for key, stamps in (("datePublished", head.published), ("dateModified", head.updated)):
        value = node.get(key)
        if isinstance(value, str):
            _take(value, "JSON-LD", stamps, head)
    head.title = head.title or _words(node.get("headline"))
    head.description = head.description or _words(node.get("description"))
    head.outlet = head.outlet or _name(node.get("publisher"))
    head.byline = head.byline or _name(node.get("author"))
    head.url = head.url or _address(_words(node.get("url")))


def _name(value: object) -> str | None:
    if isinstance(value, list):
        names = [name for entry in value[:20] if (name := _words(entry) or _entity_name(entry))]
        return ", ".join(names) or None
    return _words(value) or _entity_name(value)


def _entity_name(value: object) -> str | None:
    return _words(value.get("name")) if isinstance(value, dict) else None


def _words(value: object) -> str | None:
    return " ".join(value.split()) or None if isinstance(value, str) else None


def _address(value: str | None) -> str | None:
    """A web address; anything else, `javascript:` above all, is none."""
    return value.strip() if value and re.match(r"https?://[^\s]+$", value.strip()) else None


def _take_times(head: Head, meta: dict[str, str], names: Sequence[str], found_in: str, stamps: list[Stamp]) -> None:
    for name in names:
        if name in meta:
            _take(meta[name], found_in, stamps, head)


def _take_time_elements(page: Page, head: Head) -> None:
    for element in page.times:
        if element.is_aside or not element.value:
            continue
        is_update = re.search(r"modif|updat", element.cues)
        is_other = re.search(r"related|comment|teaser|card|promo|sidebar|more", element.cues)
        if is_other and not re.search(r"datepublished|datemodified", element.cues):
            continue
        stamps = head.updated if is_update else head.published
        if not any(stamp.found_in == "time element" for stamp in stamps):
            _take(element.value, "time element", stamps, head)


def _take(words: str, found_in: str, stamps: list[Stamp], head: Head) -> None:
    stamp = parse_stamp(words, found_in=found_in)
    if stamp:
        stamps.append(stamp)
    else:
        head.notes.append(f'{found_in} says "{words[:60]}", which is no day that exists or can be read.')
