"""Golden files: what the hand-built siege reads like in text formats; `python -m tests.publish.golden` writes them."""

import io
from pathlib import Path

from docx import Document
from docx.text.hyperlink import Hyperlink
from docx.text.paragraph import Paragraph

from sayso.publish.formats import BriefFormat, brief_bytes
from sayso.publish.redact import Audience, release

from .factory import siege

FOLDER = Path(__file__).parent / "golden"


def made(name: str) -> str:
    """The text that a golden file should hold, by its name ("siege.public.md")."""
    is_public, is_cut = "public" in name, "excerpts" in name
    given = release(siege(), Audience.PUBLIC if is_public else Audience.INTERNAL)
    fmt = BriefFormat.DOCX if name.endswith(".docx.txt") else BriefFormat(name.rsplit(".", 1)[-1])
    body = brief_bytes(given, fmt, excerpts=is_cut)
    return docx_text(body) if fmt is BriefFormat.DOCX else body.decode("utf-8")


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


def _words(paragraph: Paragraph) -> str:
    parts = []
    for part in paragraph.iter_inner_content():
        to = f"<{part.fragment or part.address}>" if isinstance(part, Hyperlink) else ""
        parts.append(f"{part.text}{to}")
    return "".join(parts)


NAMES = ("siege.md", "siege.json", "siege.docx.txt", "siege.public.md", "siege.excerpts.md")

if __name__ == "__main__":
    for wanted in NAMES:
        (FOLDER / wanted).write_text(made(wanted), encoding="utf-8", newline="\n")
