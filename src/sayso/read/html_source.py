"""The tags and words of an HTML page with their places in the source.

An own scanner, because `html.parser` takes quadratic time on damaged pages and parsers with trees keep no offsets.
Here every step moves forward; nothing a page holds can make it slow.
"""

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

TAG_LENGTH = 4096
"""Characters in which quotation marks inside a tag are minded; a longer tag ends at its first ">"."""
RAW = frozenset({"script", "style", "textarea", "title", "xmp", "noembed", "noframes", "iframe"})
"""Elements whose content holds no tags."""
_TAG = re.compile(r"<(/?)([A-Za-z][^\s/>]*+)((?:[^>\"']++|\"[^\"]*+\"|'[^']*+')*+)>")
_TAG_START = re.compile(r"<(/?)([A-Za-z][^\s/><]*+)")
_ATTRIBUTE = re.compile(r"([^\s=/>\"']++)(?:\s*=\s*(?:\"([^\"]*+)\"|'([^']*+)'|([^\s>\"']++)))?")
_ENTITY = re.compile(r"&(?:#[0-9]{1,8}|#[xX][0-9a-fA-F]{1,8}|[A-Za-z][A-Za-z0-9]{1,31});?")


@dataclass(frozen=True)
class Tag:
    """A start or end tag."""

    name: str
    is_end: bool
    inside: str
    """What stands between the name and the ">"."""

    @cached_property
    def attributes(self) -> dict[str, str]:
        """Names in lower case with decoded values; the first of a name counts."""
        found: dict[str, str] = {}
        for match in _ATTRIBUTE.finditer(self.inside):
            value = next((v for v in match.groups()[1:] if v is not None), "")
            found.setdefault(match[1].lower(), html.unescape(value))
        return found


@dataclass(frozen=True, slots=True)
class Data:
    """Words between tags, undecoded; `inside` names the raw element that they are the content of."""

    start: int
    end: int
    inside: str | None = None


def scan(source: str) -> Iterator[Tag | Data]:
    """The tags and words of a page in order; comments and declarations are passed over."""
    at, end = 0, len(source)
    while at < end:
        opening = source.find("<", at)
        if opening < 0:
            opening = end
        if opening > at:
            yield Data(at, opening)
        if opening == end:
            return
        if source.startswith(("<!", "<?"), opening):
            at = _after_declaration(source, opening)
            continue
        found = _tag(source, opening)
        if found is None:
            yield Data(opening, opening + 1)
            at = opening + 1
            continue
        tag, at = found
        yield tag
        if tag.name in RAW and not tag.is_end:
            closing = _closing(tag.name).search(source, at)
            stop = closing.start() if closing else end
            yield Data(at, stop, tag.name)
            at = stop


def _after_declaration(source: str, opening: int) -> int:
    mark = "-->" if source.startswith("<!--", opening) else ">"
    closing = source.find(mark, opening + 2)
    return len(source) if closing < 0 else closing + len(mark)


def _tag(source: str, opening: int) -> tuple[Tag, int] | None:
    match = _TAG.match(source, opening, opening + TAG_LENGTH)
    if match:
        return Tag(match[2].lower(), match[1] == "/", match[3]), match.end()
    start = _TAG_START.match(source, opening)
    if not start:
        return None
    closing = source.find(">", start.end())
    stop = len(source) if closing < 0 else closing
    return Tag(start[2].lower(), start[1] == "/", source[start.end() : stop]), min(stop + 1, len(source))


_CLOSING = {name: re.compile(rf"</{name}\b", re.IGNORECASE) for name in RAW}


def _closing(name: str) -> re.Pattern[str]:
    return _CLOSING[name]


def decoded(source: str, data: Data) -> Iterator[tuple[str, int, int | None]]:
    """The words of the data in pieces: words, where they start in the source, and, for entities, their length there."""
    at = data.start
    for match in _ENTITY.finditer(source, data.start, data.end):
        words = html.unescape(match[0])
        if words == match[0]:
            continue
        if match.start() > at:
            yield source[at : match.start()], at, None
        yield words, match.start(), len(match[0])
        at = match.end()
    if at < data.end:
        yield source[at : data.end], at, None
