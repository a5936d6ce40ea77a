"""Reads a brief back as a browser would, far enough for tests: elements by id, their texts, links, nesting."""

from dataclasses import dataclass, field
from html.parser import HTMLParser

VOID = {"meta", "input", "br", "hr", "img", "link"}
ROOT = "#root"


def character(name: str) -> str:
    """The character that "U+202E" names."""
    return chr(int(name.replace("U+", "0x"), 0))


@dataclass
class Element:
    tag: str
    attributes: dict[str, str | None]
    parts: list["Element | str"] = field(default_factory=list)

    @property
    def id(self) -> str | None:
        return self.attributes.get("id")

    @property
    def classes(self) -> set[str]:
        return set((self.attributes.get("class") or "").split())

    @property
    def text(self) -> str:
        """The words below, a control character that is written out read back as itself."""
        if "control" in self.classes:
            return character("".join(part for part in self.parts if isinstance(part, str)))
        return "".join(part if isinstance(part, str) else part.text for part in self.parts)

    def walk(self) -> list["Element"]:
        found = [self]
        for part in self.parts:
            if isinstance(part, Element):
                found.extend(part.walk())
        return found


class Page(HTMLParser):
    """A parsed page; raises AssertionError where an element is closed that is not the innermost open one."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.root = Element(ROOT, {})
        self._open = [self.root]
        self.feed(html)
        self.close()
        assert self._open == [self.root], f"never closed: {[element.tag for element in self._open[1:]]}"
        self.elements = self.root.walk()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = Element(tag, dict(attrs))
        self._open[-1].parts.append(element)
        if tag not in VOID:
            self._open.append(element)

    def handle_endtag(self, tag: str) -> None:
        assert self._open[-1].tag == tag, f"</{tag}> closes <{self._open[-1].tag}> at {self.getpos()}"
        self._open.pop()

    def handle_data(self, data: str) -> None:
        self._open[-1].parts.append(data)

    @property
    def ids(self) -> list[str]:
        return [element.id for element in self.elements if element.id is not None]

    def by_id(self, wanted: str) -> Element:
        return next(element for element in self.elements if element.id == wanted)

    def tagged(self, *tags: str) -> list[Element]:
        return [element for element in self.elements if element.tag in tags]

    def classed(self, name: str) -> list[Element]:
        return [element for element in self.elements if name in element.classes]

    @property
    def hrefs(self) -> list[str]:
        return [element.attributes.get("href") or "" for element in self.tagged("a")]

    def marked(self, wanted: str) -> str:
        """The words of a mark with what it goes on with after breaks."""
        pieces = [e for e in self.tagged("mark") if e.id == wanted or e.attributes.get("data-of") == wanted]
        return "".join(piece.text for piece in pieces)
