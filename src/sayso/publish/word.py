"""A brief as a Word document: headings, tables, and links from each line to its words in the reports' texts."""

import re
from datetime import datetime
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from docx import Document
from docx.document import Document as Doc
from docx.enum.text import WD_COLOR_INDEX
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Pt
from docx.text.paragraph import Paragraph as DocParagraph
from docx.text.run import Run as DocRun

from sayso.publish.blocks import Block, Drawing, Heading, Item, Paragraph, Run, Runs, Table
from sayso.publish.contexts import Brief
from sayso.publish.outline import outline

_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_RTL = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
_LATIN = re.compile("[A-Za-z]")
_EPOCH = datetime(2000, 1, 1)  # noqa: DTZ001  Word's fields hold no zone; a fixed time keeps equal briefs equal
_PACKED = (1980, 1, 1, 0, 0, 0)
"""The first moment that the format can hold."""
_LISTS = ("List Bullet", "List Bullet 2", "List Bullet 3")


def brief_docx(brief: Brief) -> bytes:
    """The document's bytes: the same for the same content."""
    writer = _Writer(brief)
    for block in outline(brief):
        writer.add(block)
    return writer.bytes()


class _Writer:
    """Adds blocks to one document."""

    def __init__(self, brief: Brief) -> None:
        self._document: Doc = Document()
        self._bookmarks = 0
        self._styles: dict[str, str] = {}
        properties = self._document.core_properties
        properties.title, properties.author, properties.comments = _clean(brief.title), "sayso", brief.marking
        properties.created = properties.modified = _EPOCH
        self._document.styles["Normal"].font.size = Pt(10)
        for section in self._document.sections:
            section.header.paragraphs[0].text = brief.marking

    def bytes(self) -> bytes:
        """The finished file; packed without the time of packing, so that the same brief gives the same bytes."""
        saved, out = BytesIO(), BytesIO()
        self._document.save(saved)
        with ZipFile(saved) as parts, ZipFile(out, "w", ZIP_DEFLATED) as packed:
            for name in parts.namelist():
                packed.writestr(ZipInfo(name, _PACKED), parts.read(name), ZIP_DEFLATED)
        return out.getvalue()

    def add(self, block: Block) -> None:
        """One block at the end of the document."""
        match block:
            case Heading():
                self._heading(block)
            case Item():
                style = _LISTS[min(block.level, len(_LISTS) - 1)]
                self._runs(self._add(style), block.runs)
            case Table():
                self._table(block)
            case Drawing() if block.table.head:
                self._table(block.table)
            case Drawing():
                return
            case Paragraph():
                self._paragraph(block)

    def _add(self, style: str) -> DocParagraph:
        """An empty paragraph; styles are looked up once, because each look-up goes through all of them."""
        paragraph = self._document.add_paragraph()
        if style not in self._styles:
            self._styles[style] = self._document.styles[style].style_id
        paragraph._p.style = self._styles[style]
        return paragraph

    def _heading(self, block: Heading) -> None:
        heading = self._add("Title" if block.level == 1 else f"Heading {block.level - 1}")
        if block.id:
            self._bookmark(heading, block.id)
        self._runs(heading, block.runs)

    def _paragraph(self, block: Paragraph) -> None:
        style = {"block": "Quote", "marking": "Intense Quote"}.get(block.style, "Normal")
        paragraph = self._add(style)
        text = "".join(run.text for run in block.runs)
        if _RTL.search(text) and len(_RTL.findall(text)) > len(_LATIN.findall(text)):
            paragraph._p.get_or_add_pPr().append(OxmlElement("w:bidi"))
        self._runs(paragraph, block.runs)

    def _table(self, block: Table) -> None:
        table = self._document.add_table(rows=1, cols=len(block.head), style="Light Grid Accent 1")
        for cell, text in zip(table.rows[0].cells, block.head, strict=True):
            cell.paragraphs[0].add_run(text).bold = True
        table.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
        for row in block.rows:
            for cell, runs in zip(table.add_row().cells, row, strict=True):
                self._runs(cell.paragraphs[0], runs)
        self._document.add_paragraph()

    def _runs(self, paragraph: DocParagraph, runs: Runs) -> None:
        for run in runs:
            if run.id:
                self._bookmark(paragraph, run.id)
            if run.text:
                self._run(paragraph, run)

    def _run(self, paragraph: DocParagraph, run: Run) -> None:
        words = paragraph.add_run(_clean(run.text))
        words.bold = True if run.bold else None
        if run.marked:
            words.font.highlight_color = WD_COLOR_INDEX.YELLOW
        if _RTL.search(run.text):
            words._r.get_or_add_rPr().append(OxmlElement("w:rtl"))
        if run.href:
            self._link(paragraph, words, run.href)

    def _link(self, paragraph: DocParagraph, words: DocRun, href: str) -> None:
        link = OxmlElement("w:hyperlink")
        if href.startswith("#"):
            link.set(qn("w:anchor"), _name(href[1:]))
        else:
            link.set(qn("r:id"), paragraph.part.relate_to(href, RELATIONSHIP_TYPE.HYPERLINK, is_external=True))
        words.underline = True
        paragraph._p.remove(words._r)
        link.append(words._r)
        paragraph._p.append(link)

    def _bookmark(self, paragraph: DocParagraph, name: str) -> None:
        self._bookmarks += 1
        start, end = OxmlElement("w:bookmarkStart"), OxmlElement("w:bookmarkEnd")
        start.set(qn("w:id"), str(self._bookmarks))
        start.set(qn("w:name"), _name(name))
        end.set(qn("w:id"), str(self._bookmarks))
        paragraph._p.append(start)
        paragraph._p.append(end)


def _name(wanted: str) -> str:
    """A bookmark's name: letters, digits and "_", a letter first, at most 40 characters."""
    return re.sub(r"\W", "_", wanted)[:40]


def _clean(text: str) -> str:
    """Text without what no XML can hold."""
    return re.sub(r"\s*\n\s*", " ", _NOT_XML.sub("�", text))
