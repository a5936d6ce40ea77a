"""PDF with text -> Report: pages joined by form feeds are the original, lines joined to paragraphs are the text."""

import re
from collections import Counter
from dataclasses import dataclass, replace
from itertools import pairwise

import pypdfium2

from sayso.errors import ReadError
from sayso.knowledge.stamps import parse_stamp
from sayso.knowledge.vocabulary import word_list
from sayso.model import BlockKind, Report, Stamp
from sayso.read.finish import check_text, finish, hash_of, report_id, without_surrogates
from sayso.read.furniture import ends_as_sentence
from sayso.read.interface import ReadOptions
from sayso.read.layout import Layout, lay_out
from sayso.read.weave import SOFT_HYPHENS, Weave

MEDIA_TYPE = "application/pdf"
PAGE_BREAK = "\f"
SHORT_LINE = 0.75
"""Of the usual width: a shorter line that ends a sentence ends its paragraph."""
_PAGE_NUMBER = re.compile(r"(?i)(?:page\s*)?[-–]?\s*\d{1,4}(?:\s*(?:/|of)\s*\d{1,4})?\s*[-–]?")
_HYPHEN_END = re.compile(r"\w[-\u2010\u00ad\x02\ufffe]$")
_BROKEN = re.compile(r"(\w+)[\x02\ufffe](?=(\w+))")
_WHITE = re.compile(r"\s+")
_ITEM = re.compile(r"[•·▪–*-]\s|\(?\d{1,2}[.)]\s")


@dataclass(frozen=True, slots=True)
class _Line:
    words: str
    start: int
    """In the page texts joined by form feeds."""
    gap: bool
    """An empty line or a page break stands before it."""


def report_from_pdf(body: bytes, options: ReadOptions, locator: str) -> Report:
    """The report that a PDF holds; raises ReadError where it is damaged, locked, without text or too long."""
    original, metadata, notes = _contents(body, locator)
    if not any(c.isalnum() for c in original):
        raise ReadError(
            "The PDF holds no text (scanned?).", locator, "Run OCR on it (for example with ocrmypdf) and try again."
        )
    check_text(original, locator, options)
    woven = _weave(original)
    text = woven.text
    check_text(text, locator, options)
    title = _title(metadata.get("Title", ""), text)
    layout = lay_out(text, title=title)
    published, made = _published(layout, metadata, options)
    sha256 = hash_of(body)
    report = Report(
        id=report_id(sha256),
        text=text,
        blocks=tuple(layout.blocks),
        sha256=sha256,
        locator=locator,
        media_type=MEDIA_TYPE,
        encoding=None,
        segments=woven.segments,
        title=layout.title,
        standfirst=layout.standfirst,
        byline=layout.byline,
        credits=tuple(layout.credits),
        published=published,
        updated=layout.updated,
        notes=(*notes, *made),
    )
    return finish(report, options)


def _contents(body: bytes, locator: str) -> tuple[str, dict[str, str], tuple[str, ...]]:
    """The page texts joined by form feeds, the metadata, and notes; raises ReadError for a damaged or locked file."""
    try:
        document = pypdfium2.PdfDocument(body)
    except pypdfium2.PdfiumError as fault:
        if "password" in str(fault).lower():
            raise ReadError("The PDF is locked by a password.", locator, "Save it without one.") from fault
        raise ReadError(f"The PDF is damaged ({fault}).", locator, "Download it again.") from fault
    pages: list[str] = []
    lost = 0
    try:
        for number in range(len(document)):
            try:
                page = document[number]
                pages.append(page.get_textpage().get_text_range())
            except pypdfium2.PdfiumError:
                lost += 1
                pages.append("")
        metadata = {key: str(value) for key, value in document.get_metadata_dict(skip_empty=True).items()}
    finally:
        document.close()
    original, notes = without_surrogates(PAGE_BREAK.join(pages))
    return original, metadata, (*notes, *((f"{lost} of {len(pages)} pages could not be read.",) if lost else ()))


def _title(given: str, text: str) -> str | None:
    """The title from the metadata, where the text opens with it (most such titles are names of files)."""
    words = " ".join(given.split())
    return words if len(words.split()) >= 2 and words.casefold() in text[:600].casefold() else None


def _published(layout: Layout, metadata: dict[str, str], options: ReadOptions) -> tuple[Stamp | None, tuple[str, ...]]:
    """What the text states, else what the user gave, else when the file was made, with a note that says so."""
    if layout.published or options.published:
        return layout.published, ()
    made = parse_stamp(metadata.get("CreationDate", ""), found_in="PDF metadata")
    if made is None:
        return None, ()
    return made, (f"The publication time is the time when the PDF was made ({made.iso()}); its text states none.",)


def _weave(original: str) -> Weave:
    lines = _without_edges(_lines(original))
    widths = sorted(len(line.words) for line in lines)
    width = widths[int(len(widths) * 0.9)] if widths else 0
    whole = _BROKEN.sub(" ", original.casefold())
    known = frozenset(re.findall(r"\w+(?:[-\u2010]\w+)*", whole))
    woven = Weave()
    for line, below in pairwise([*lines, None]):
        if line is None:
            continue
        _add_words(woven, line, known)
        if below is None or _ends_paragraph(line, below, width):
            woven.close(BlockKind.PARAGRAPH)
        elif not _HYPHEN_END.search(line.words):
            white = _WHITE.match(original, line.start + len(line.words))
            woven.add(white[0] if white else "", line.start + len(line.words))
    return woven


def _add_words(woven: Weave, line: _Line, known: frozenset[str]) -> None:
    """The line's words; where PDFium joined a word over a line end, with its hyphen or without.

    PDFium shows both the hyphen of "at-tack" and that of "pro-government" as U+FFFE. It is kept where the document
    has the word with a hyphen, or its second part as a word, elsewhere.
    """
    last = 0
    for match in _BROKEN.finditer(line.words):
        at = match.end(1)
        woven.add(line.words[last:at], line.start + last)
        if _keeps_hyphen(match[1].casefold(), match[2].casefold(), known):
            woven.add("-", line.start + at)
        last = at + 1
    woven.add(line.words[last:], line.start + last)


def _keeps_hyphen(left: str, right: str, known: frozenset[str]) -> bool:
    if left + right in known:
        return False
    is_compound = left in word_list("read_furniture", "hyphen_prefixes") or (len(right) > 3 and right in known)
    return f"{left}-{right}" in known or is_compound or not right.isalpha()


def _lines(original: str) -> list[_Line]:
    lines: list[_Line] = []
    gap = True
    for match in re.finditer(r"[^\r\n\f]+|\r\n|[\r\n\f]", original):
        words = match[0].strip()
        if words and not match[0].isspace():
            start = match.start() + len(match[0]) - len(match[0].lstrip())
            lines.append(_Line(words, start, gap))
            gap = False
        elif match[0] == PAGE_BREAK or original[match.end() : match.end() + 1] in "\r\n":
            gap = match[0] == PAGE_BREAK or bool(lines)
    return lines


def _without_edges(lines: list[_Line]) -> list[_Line]:
    """The lines without page numbers, and without what three or more pages repeat at their heads or feet."""
    repeated = Counter(re.sub(r"\d+", "0", line.words) for line in lines)
    kept: list[_Line] = []
    gap = False
    for line, below in pairwise([*lines, None]):
        if line is None:
            continue
        gap = gap or line.gap
        if not ((line.gap or below is None or below.gap) and _is_edge(line.words, repeated)):
            kept.append(replace(line, gap=gap))
            gap = False
    return kept


def _is_edge(words: str, repeated: Counter[str]) -> bool:
    return _PAGE_NUMBER.fullmatch(words) is not None or repeated[re.sub(r"\d+", "0", words)] >= 3


def _ends_paragraph(line: _Line, below: _Line, width: int) -> bool:
    """The paragraph ends here: by a short line, a blank one, or an item of a list below.

    PDFs keep no paragraphs, only lines: a last line that is as wide as the others is not seen, and two paragraphs
    become one (accepted: sentences are found all the same).
    """
    if _ITEM.match(below.words):
        return True
    runs_on = below.words[:1].islower() or line.words.endswith((",", "-", *SOFT_HYPHENS))
    if runs_on:
        return False
    first_below = len(below.words.split(maxsplit=1)[0])
    is_short = len(line.words) + first_below < SHORT_LINE * width
    return is_short or (below.gap and ends_as_sentence(line.words))
