"""Golden files: how briefs read, in each format, as lines that a person can review; `make golden` writes them anew.

The hand-built siege stands whole. Of the example case what stands above the statements by speaker and the reports'
texts; ids that hash what was read are left out, so that a change shows where it is and nowhere else.
"""

import difflib
import io
import json
import re
import sys
from collections.abc import Iterable
from html.parser import HTMLParser
from pathlib import Path

import pypdfium2
from docx import Document
from docx.text.hyperlink import Hyperlink
from docx.text.paragraph import Paragraph

from sayso.publish.formats import BriefFormat, brief_bytes
from sayso.publish.redact import Audience, release

from .deciding import open_siege
from .example import released
from .factory import siege

FOLDER = Path(__file__).parent / "golden"
NAMES = (
    *("siege.md", "siege.json", "siege.docx.txt", "siege.public.md", "siege.excerpts.md", "siege.open.md"),
    *("example.html.txt", "example.md", "example.json", "example.docx.txt", "example.pdf.txt", "example.public.md"),
)
LINES = 80
"""Of a difference that are shown."""

_HASH = re.compile(r"(?<![0-9a-f])[0-9a-f]{16}(?![0-9a-f])(?:-\d+)?")
_READER_HASH = re.compile(r"(?<=\()[0-9a-f]{12}(?=\))")
"""Of what made a reading: it moves with every change of code."""
_REST = re.compile(r"^(?:## [^\n]*|Heading \d: )?Who said what$[\s\S]*\Z", re.MULTILINE)
_HEADS = re.compile(
    r"(?<= )(?:Incident When|Report Published|Origin Published Figure|Place How exactly known Incidents"
    r"|Incident Reported Origins Findings|Finding How many What it means) "
)
_OTHER_LETTERS = re.compile("[^\x00-\u024f\u2000-\u22ff]+")


def made(name: str) -> str:
    """The text that a golden file should hold, by its name ("siege.public.md")."""
    audience = Audience.PUBLIC if "public" in name else Audience.INTERNAL
    is_example = name.startswith("example")
    by_hand = open_siege if "open" in name else siege
    given = released(audience) if is_example else release(by_hand(), audience)
    fmt = BriefFormat(name.removesuffix(".txt").rsplit(".", 1)[-1])
    body = brief_bytes(given, fmt, excerpts="excerpts" in name)
    match fmt:
        case BriefFormat.DOCX:
            text = docx_text(body)
        case BriefFormat.PDF:
            text = pdf_text(body)
        case BriefFormat.HTML:
            text = _Lines(body.decode("utf-8")).text()
        case BriefFormat.JSON if is_example:
            text = _json_text(body)
        case _:
            text = body.decode("utf-8")
    return _READER_HASH.sub("*", _HASH.sub("*", _REST.sub("", text))) if is_example else text


def difference(name: str) -> str:
    """How the brief differs from its golden file, as lines to read; empty where it does not."""
    kept = (FOLDER / name).read_text(encoding="utf-8") if (FOLDER / name).exists() else ""
    lines = list(difflib.unified_diff(kept.splitlines(), made(name).splitlines(), "golden", "now", n=1, lineterm=""))
    more = [f"... and {len(lines) - LINES} more lines"] if len(lines) > LINES else []
    return "\n".join([line[:400] for line in lines[:LINES]] + more)


def docx_text(body: bytes) -> str:
    """A Word document as lines: style, words, and in angle brackets where they lead."""
    lines = []
    for block in Document(io.BytesIO(body)).iter_inner_content():
        if isinstance(block, Paragraph):
            lines.append(f"{block.style.name if block.style else ''}: {_words(block)}".rstrip())
        else:
            rows = (" | ".join(" ".join(map(_words, cell.paragraphs)) for cell in row.cells) for row in block.rows)
            lines += [f"row: {row}" for row in rows]
    return "\n".join(lines) + "\n"


def pdf_text(body: bytes) -> str:
    """A PDF's words, a sentence a line: where lines and pages break is the typesetter's affair.

    Letters that need a font of the system are left out, and so is the note that there is none.
    """
    lines: list[str] = []
    for page in pypdfium2.PdfDocument(body):
        lines += page.get_textpage().get_text_range().splitlines()
    kept = [line for line in lines if not re.match(r"INTERNAL — |\d+ / \d+$", line)]
    whole = "\n".join(kept)
    whole = re.sub(r"\nWho said what\n.*\Z", "", whole, flags=re.DOTALL)
    flowing = " ".join(_OTHER_LETTERS.sub("", whole.replace("\ufffe", "-")).split())
    flowing = re.sub(r"No font with Arabic letters .*? use the HTML brief\. ", "", flowing)
    return re.sub(r"(?<=[.:;)”]) (?=[A-Z“•])", "\n", _HEADS.sub("", flowing)) + "\n"


def _words(paragraph: Paragraph) -> str:
    parts = []
    for part in paragraph.iter_inner_content():
        to = f"<{part.fragment or part.address}>" if isinstance(part, Hyperlink) else ""
        parts.append(f"{part.text}{to}")
    return "".join(parts)


def _json_text(body: bytes) -> str:
    """The record without the reports' texts; of claims and attributions how many there are."""
    record = json.loads(body)
    for name in ("claims", "attributions"):
        record[name] = len(record[name])
    for report in record["reports"]:
        report["text"] = len(report["text"])
    return json.dumps(_short(record), ensure_ascii=False, indent=1) + "\n"


def _short(value: object) -> object:
    """Lists of ids, and spans, on one line each."""
    if isinstance(value, list):
        if value and all(isinstance(one, str) and _HASH.fullmatch(one) for one in value):
            return f"{len(value)} ids"
        return [_short(one) for one in value]
    if isinstance(value, dict):
        if set(value) == {"article", "start", "end", "words"}:
            return f"{value['article'][:8]} {value['start']}-{value['end']} {value['words'][:60]}"
        if set(value) == {"start", "end", "words", "original"}:
            return f"{value['start']}-{value['end']} {value['words'][:60]}"
        return {name: _short(one) for name, one in value.items()}
    return value


class _Lines(HTMLParser):
    """A page as lines: the element, its id or class, its words, and in angle brackets where they lead."""

    BREAKS = frozenset(
        ["p", "li", "h1", "h2", "h3", "h4", "tr", "dt", "section", "article", "summary", "caption", "text"]
    )
    SKIPPED = frozenset(["style", "script", "title"])

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self._lines: list[str] = []
        self._skips = 0
        self.feed(html)

    def text(self) -> str:
        """The lines that hold words."""
        lines = (" ".join(line.split()) for line in self._lines)
        return "\n".join(line for line in lines if not re.fullmatch(r"[\w.#*-]*:?", line)) + "\n"

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        held = dict(attrs)
        self._skips += tag in self.SKIPPED
        if tag in self.BREAKS or not self._lines:
            at = f"#{held['id']}" if held.get("id") else f".{held['class']}" if held.get("class") else ""
            self._lines.append("" if tag == "h2" else f"{tag}{at.replace(' ', '.')}: ")
        elif tag == "a" and (held.get("href") or "").startswith("#"):
            self._lines[-1] += f"<{held['href']}>"
        elif tag in ("td", "th"):
            self._lines[-1] += " | "
        elif tag == "path":
            self._lines[-1] += "~"

    def handle_endtag(self, tag: str) -> None:
        self._skips -= tag in self.SKIPPED

    def handle_data(self, data: str) -> None:
        if not self._skips and self._lines:
            self._lines[-1] += data


def write(names: Iterable[str]) -> None:
    """Write golden files anew."""
    for name in names:
        (FOLDER / name).write_text(made(name), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    write(sys.argv[1:] or NAMES)
