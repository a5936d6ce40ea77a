"""A brief as PDF, set by typst: words of reports stand in string literals only, so nothing in them is markup."""

import re
from collections.abc import Iterable
from functools import lru_cache

import typst

from sayso.errors import TypesettingError
from sayso.publish.blocks import Block, Drawing, Heading, Item, Paragraph, Run, Runs, Table
from sayso.publish.contexts import Brief
from sayso.publish.outline import outline

FACES = ("Libertinus Serif",)
"""Comes with typst; has Latin, Greek, Cyrillic and Hebrew letters."""

ARABIC_FACES = (
    *("Noto Naskh Arabic", "Noto Sans Arabic", "Amiri", "Scheherazade New", "Vazirmatn", "Geeza Pro", "Al Bayan"),
    *("Times New Roman", "Arial", "Segoe UI", "Tahoma", "DejaVu Sans", "FreeSerif", "FreeSans"),
)
"""Faces with Arabic letters that systems have; the first one that is installed is used."""

_ARABIC = re.compile("[\u0600-\u06ff\u0750-\u077f\u08a0-\u08ff\ufb50-\ufdff\ufe70-\ufefc]")
_UNSET = re.compile(
    "[\u0700-\u074f\u0780-\u089f\u0900-\u1dff\u2e80-\ua63f\uac00-\ud7ff\uf900-\ufaff\U00010000-\U0010ffff]"
)
_NOT_TEXT = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]")

_STYLE = """
#set document(title: TITLE, author: "sayso", date: none)
#set page(paper: "a4", margin: (x: 2cm, y: 2.2cm), numbering: "1 / 1",
  header: align(center, text(size: 8pt, weight: "bold", MARKING)))
#set text(size: 10pt, lang: "en", font: FONTS, fallback: true)
#set par(justify: false)
#set table(stroke: 0.4pt + luma(70%), inset: 4pt)
#show heading: set block(above: 1.2em, below: 0.6em)
#show link: set text(fill: rgb("#1a4480"))
#show list: set block(spacing: 0.55em)
#show table: set text(size: 8.5pt)
"""


def brief_pdf(brief: Brief) -> bytes:
    """The PDF's bytes. Letters for which no installed font has a shape are said to be missing on the first page."""
    blocks = outline(brief)
    text = "".join(run.text for block in blocks for run in _runs(block))
    note = _missing(text)
    arabic = _arabic_face()
    fonts = ", ".join(_literal(face) for face in (*FACES, *((arabic,) if arabic else ())))
    style = _STYLE.replace("FONTS", f"({fonts},)")
    style = style.replace("TITLE", _literal(brief.title)).replace("MARKING", _literal(brief.marking))
    body = [_block(block) for block in blocks]
    if note:
        body.insert(1, _block(Paragraph((Run(note, bold=True),))))
    try:
        return bytes(typst.compile("\n\n".join([style, *body]).encode("utf-8")))
    except typst.TypstError as fault:
        raise TypesettingError(
            f"The brief could not be set as PDF ({str(fault).splitlines()[0]}).",
            brief.title,
            "Use --format docx or html.",
        ) from fault


def _runs(block: Block) -> Iterable[Run]:
    if isinstance(block, Table | Drawing):
        table = block.table if isinstance(block, Drawing) else block
        return [run for row in table.rows for cell in row for run in cell]
    return block.runs


@lru_cache(maxsize=1)
def _arabic_face() -> str | None:
    """The first installed face with Arabic letters; None where there is none."""
    installed = set(typst.Fonts().families())
    return next((face for face in ARABIC_FACES if face in installed), None)


def _missing(text: str) -> str:
    """Which letters cannot be shown, in words; empty where all can."""
    if _ARABIC.search(text) and _arabic_face() is None:
        return (
            "No font with Arabic letters is installed here: Arabic words are shown as boxes in this file. "
            "Install one (for example Noto Naskh Arabic) or use the HTML brief."
        )
    if _UNSET.search(text):
        return "Letters of some scripts may be shown as boxes for want of a font; the HTML brief shows them."
    return ""


def _block(block: Block) -> str:
    match block:
        case Heading():
            label = f" <{block.id}>" if block.id else ""
            return f"#heading(level: {block.level})[{_inline(block.runs)}]{label}"
        case Item():
            return f"#pad(left: {block.level * 1.2 + 0.4:.1f}em)[#list([{_inline(block.runs)}])]"
        case Table():
            return _table(block)
        case Drawing():
            drawn = f'#image(bytes({_literal(block.svg)}), format: "svg", width: 100%, alt: {_literal(block.alt)})'
            return f"{drawn}\n\n{_table(block.table)}" if block.table.head else drawn
        case Paragraph():
            return _paragraph(block)


def _paragraph(block: Paragraph) -> str:
    inline = _inline(block.runs)
    match block.style:
        case "marking":
            return ""  # stands at the head of every page
        case "note":
            return f"#text(size: 9pt, fill: luma(30%))[{inline}]"
        case "block":
            text = "".join(run.text for run in block.runs)
            is_rtl = len(_ARABIC.findall(text)) > len(re.findall("[A-Za-z]", text))
            side = "right" if is_rtl else "left"
            inline = f'#set text(dir: rtl, lang: "ar")\n{inline}' if is_rtl else inline
            return f"#block(width: 100%, inset: ({side}: 8pt), stroke: ({side}: 1pt + luma(70%)))[{inline}]"
        case _:
            return inline


def _table(table: Table) -> str:
    head = ", ".join(f"[*#{_literal(text)}*]" for text in table.head)
    cells = ", ".join(f"[{_inline(cell)}]" for row in table.rows for cell in row)
    columns = "(" + "1fr, " * len(table.head) + ")"
    return f"#table(columns: {columns}, table.header({head}), {cells})"


def _inline(runs: Runs) -> str:
    return "".join(_run(run) for run in runs)


def _run(run: Run) -> str:
    words = f"#text({_literal(run.text)})"
    if run.bold:
        words = f"#strong[{words}]"
    if run.marked:
        words = f"#highlight[{words}]"
    if run.href.startswith("#"):
        words = f"#link(<{run.href[1:]}>)[{words}]"
    elif run.href:
        words = f"#link({_literal(run.href)})[{words}]"
    return f"#box(width: 0pt, height: 0pt)<{run.id}>{words}" if run.id else words


def _literal(text: str) -> str:
    """The text as a typst string: quotes and backslashes escaped, on one line."""
    line = re.sub(r"\s*\n\s*", " ", _NOT_TEXT.sub("\ufffd", text))
    return '"' + line.replace("\\", "\\\\").replace('"', '\\"') + '"'
