"""HTML -> Report: trafilatura tells which words are the article's; our own pass keeps them with their places."""

import logging
import re
from dataclasses import dataclass

import trafilatura
from lxml.etree import LxmlError  # type: ignore[import-untyped]

from sayso.model import BlockKind, Report, Stamp
from sayso.read.decode import decode
from sayso.read.finish import check_text, finish, hash_of, report_id
from sayso.read.furniture import byline_of, closing_credit, credit_of, ends_as_sentence, is_boilerplate, opens_links
from sayso.read.html_blocks import Page, PageBlock, page_of
from sayso.read.html_meta import Head, best, disagreement, head_of
from sayso.read.interface import ReadOptions
from sayso.read.times_line import Times, lead_of, times_of
from sayso.read.weave import Weave

# Without a handler of its own its complaints about damaged pages would go to the user's terminal.
logging.getLogger("trafilatura").addHandler(logging.NullHandler())

MEDIA_TYPE = "text/html"
LEAST_PARAGRAPH = 40
"""Characters: shorter paragraphs are not kept where the main text could not be told apart."""
LEAST_TITLE = 12
"""Letters: a shorter heading must be the stated title, not only part of it."""
WINDOW = 16
"""Letters that must be found before a whole block is looked for in the main text."""
SURE = 25
"""Letters: a block of so many that stands in the main text is part of it; a shorter one must be a line of its own."""
_STANDFIRST = re.compile(
    r"standfirst|sub-?title|sub-?head|\bdeck\b|\bdek\b|article[-_]+(?:summary|intro|lead)|\bkicker-text"
)
_CAPTION = re.compile(r"caption")
_CREDIT = re.compile(r"credit|copyright|photographer")
_BYLINE = re.compile(r"byline|author|writer|contributor")


@dataclass(slots=True)
class _Choice:
    """A block of the page and what it is in the report; None for what is left out."""

    block: PageBlock
    words: str
    kind: BlockKind | None = None


def report_from_html(body: bytes, options: ReadOptions, locator: str) -> Report:
    """The report that a page holds; raises ReadError where it holds no words, or too many."""
    decoded = decode(body, locator, is_html=True)
    source = decoded.text
    page = page_of(source)
    head = head_of(page)
    notes = [*decoded.notes, *head.notes]
    choices = _choose(source, page, head, notes)
    if not any(choice.kind in (BlockKind.PARAGRAPH, BlockKind.QUOTE) for choice in choices):
        notes.append("No paragraph was found; the page may show its text only in a browser. Save it from there.")
    woven = _woven(choices)
    text = woven.text
    check_text(text, locator, options)
    shown = _shown_times(choices)
    published = best([*head.published, *([shown.published] if shown.published else [])]) or _lead(choices)
    updated = best([*head.updated, *([shown.updated] if shown.updated else [])])
    sha256 = hash_of(body)
    report = Report(
        id=report_id(sha256),
        text=text,
        blocks=woven.blocks,
        sha256=sha256,
        locator=locator,
        media_type=MEDIA_TYPE,
        encoding=decoded.encoding,
        segments=woven.segments,
        title=_first(choices, BlockKind.TITLE) or head.title,
        standfirst=_first(choices, BlockKind.STANDFIRST) or head.description,
        byline=_byline(choices) or shown.byline or head.byline,
        credits=_credits(choices),
        outlet=head.outlet,
        url=head.url,
        published=published,
        updated=updated,
        notes=(*notes, *disagreement([*head.published, *([shown.published] if shown.published else [])])),
    )
    return finish(report, options)


def _choose(source: str, page: Page, head: Head, notes: list[str]) -> list[_Choice]:
    """The page's blocks with what each is in the report."""
    choices = [_Choice(block, block.words) for block in page.blocks if "head" not in block.tags or block.own == "title"]
    is_main = _main(source, choices)
    if not any(is_main):
        is_main = [_is_paragraph(choice) for choice in choices]
        if any(is_main):
            notes.append("The main text could not be told apart; all paragraphs of the page were kept.")
    if any(_is_cell(c.block) and not main for c, main in zip(choices, is_main, strict=True)):
        notes.append("The page holds a table; its short cells are not read.")
    for choice, main in zip(choices, is_main, strict=True):
        if main and choice.block.own != "title":
            choice.kind = _kind(choice)
    _mark_title(choices, head)
    _mark_around(choices)
    _leave_out_links(choices)
    return choices


def _is_cell(block: PageBlock) -> bool:
    """A cell of a table that holds data, not of one that lays out a menu."""
    return block.own in ("td", "th") and not block.has_link and not block.is_aside


def _main(source: str, choices: list[_Choice]) -> list[bool]:
    """For each block, whether trafilatura holds it for the article's; its words are only looked for, never used."""
    try:
        extracted = trafilatura.extract(source.replace("\x00", "\ufffd"), include_comments=False, include_tables=True)
    except (ValueError, TypeError, AttributeError, RecursionError, LxmlError):
        extracted = None  # damaged trees; the caller notes that no main text was told apart
    lines = [_folded(line) for line in (extracted or "").splitlines()]
    known, joined = set(lines), "".join(lines)
    windows = {joined[at : at + WINDOW] for at in range(max(len(joined) - WINDOW + 1, 0))}
    used: set[str] = set()
    tail = ""
    found: list[bool] = []
    for choice in choices:
        letters = _folded(choice.words)
        is_cell = choice.block.own in ("td", "th") and len(letters) < SURE
        main = letters not in used and not is_cell and _stands_in(letters, known, joined, windows, tail)
        if main and len(letters) >= SURE:
            used.add(letters)
        tail = letters[-WINDOW:] if main else ""
        found.append(main)
    return found


def _stands_in(letters: str, known: set[str], joined: str, windows: set[str], tail: str) -> bool:
    if not letters:
        return False
    if letters in known:
        return True
    if len(letters) >= SURE:
        return letters[:WINDOW] in windows and letters in joined
    return len(tail) == WINDOW and tail in windows and tail + letters in joined


def _folded(words: str) -> str:
    return "".join(c for c in words.casefold() if c.isalnum())


def _is_paragraph(choice: _Choice) -> bool:
    """A paragraph by its element and its words, on a page whose main text could not be told apart."""
    block, words = choice.block, choice.words
    if block.is_aside or block.own == "title":
        return False
    if block.own in ("p", "pre", "blockquote"):
        return len(words) >= LEAST_PARAGRAPH or ends_as_sentence(words)
    return block.own == "h1" or (len(words) >= LEAST_PARAGRAPH and ends_as_sentence(words))


def _kind(choice: _Choice) -> BlockKind | None:
    """What a block of the main text is; None for furniture inside it."""
    words, block = choice.words, choice.block
    if is_boilerplate(words):
        return None
    if around := _kind_around(choice):
        return around
    if block.own in ("h2", "h3", "h4", "h5", "h6"):
        return BlockKind.HEADING
    return BlockKind.QUOTE if "blockquote" in block.tags else BlockKind.PARAGRAPH


def _kind_around(choice: _Choice) -> BlockKind | None:
    """What a block is by its element or its words, where it is no body text; None where it may be that."""
    words, block = choice.words, choice.block
    if "figcaption" in block.tags or (_CAPTION.search(block.cues) and len(words) < 500):
        return BlockKind.CREDIT if credit_of(words) or _CREDIT.search(block.cues) else BlockKind.CAPTION
    if credit_of(words) or (_CREDIT.search(block.cues) and len(words) < 120 and not ends_as_sentence(words)):
        return BlockKind.CREDIT
    if times := times_of(words):
        return BlockKind.BYLINE if times.byline else BlockKind.TIMES
    if byline_of(words) or (_BYLINE.search(block.cues) and len(words) < 100 and not ends_as_sentence(words)):
        return BlockKind.BYLINE
    if _STANDFIRST.search(block.cues) and 20 <= len(words) <= 500:
        return BlockKind.STANDFIRST
    return None


def _mark_title(choices: list[_Choice], head: Head) -> None:
    """The first heading that fits the stated title, else the first `h1`, else the `title` element."""
    elements = [c for c in choices if c.block.own == "title"]
    stated = _folded(head.title or "") or _folded(_without_site(elements[0].words) if elements else "")
    headings = [c for c in choices if c.block.own in ("h1", "h2") and not c.block.is_aside]
    first = [c for c in headings if c.block.own == "h1"]
    fitting = [c for c in headings if _fits(_folded(c.words), stated)]
    chosen = next(iter(fitting or first or elements), None)
    for choice in choices:
        if choice is chosen:
            choice.kind = BlockKind.TITLE
        elif choice.block.own in ("h1", "title"):
            choice.kind = None


def _fits(heading: str, stated: str) -> bool:
    if not stated or len(heading) < LEAST_TITLE:
        return bool(heading) and heading == stated
    return heading in stated or stated in heading


def _mark_around(choices: list[_Choice]) -> None:
    """What stands around the main text: standfirst, byline, times, captions, credits, and paragraphs left out of it."""
    body = [n for n, c in enumerate(choices) if c.kind in (BlockKind.PARAGRAPH, BlockKind.QUOTE)]
    if not body:
        return
    title = next((n for n, c in enumerate(choices) if c.kind is BlockKind.TITLE and c.block.own != "title"), body[0])
    first = max(0, min(title, body[0]) - 4)
    siblings = {choices[n].block.cues for n in body if choices[n].block.own == "p"}
    seen = {_folded(c.words) for c in choices if c.kind is not None}
    for n in range(first, body[-1] + 1):
        choice = choices[n]
        if choice.kind is not None or choice.block.is_aside or choice.block.own in ("h1", "title"):
            continue
        if is_boilerplate(choice.words) or _folded(choice.words) in seen:
            continue
        kind = _kind_around(choice)
        if kind is not None:
            choice.kind = kind if n < body[0] or kind in (BlockKind.CAPTION, BlockKind.CREDIT) else None
        elif title < n < body[0] and _is_key_point(choice):
            choice.kind = BlockKind.STANDFIRST
        elif body[0] < n and choice.block.own == "p" and choice.block.cues in siblings and not choice.block.has_link:
            choice.kind = BlockKind.PARAGRAPH


def _is_key_point(choice: _Choice) -> bool:
    """An item of the list of main points that some outlets put over the text."""
    return choice.block.own == "li" and not choice.block.has_link and len(choice.words.split()) >= 5


def _leave_out_links(choices: list[_Choice]) -> None:
    """Leave out headings over lists of links, and the short lines under them."""
    in_links = False
    for choice in choices:
        if choice.kind is None or choice.kind is BlockKind.TITLE:
            continue
        if opens_links(choice.words):
            in_links, choice.kind = True, None
        elif in_links and not ends_as_sentence(choice.words) and len(choice.words) <= 160:
            choice.kind = None
        else:
            in_links = False


def _woven(choices: list[_Choice]) -> Weave:
    woven = Weave()
    for choice in choices:
        if choice.kind is None:
            continue
        pieces = choice.block.pieces
        left = len(_without_site(choice.words)) if choice.block.own == "title" else None
        for piece in pieces:
            if left is None:
                woven.add(piece.words, piece.start, length=piece.length)
            elif left > 0:
                woven.add(piece.words[: left + _leading(piece.words)], piece.start, length=piece.length)
                left -= len(piece.words) - _leading(piece.words)
        woven.close(choice.kind)
    return woven


def _leading(words: str) -> int:
    return len(words) - len(words.lstrip())


def _without_site(title: str) -> str:
    """A `title` element without the site's name at its end ("Headline | Site", "Headline - Site")."""
    match = re.match(r"(.{15,}?)\s+[|–—·»«-]\s+[^|–—·»«]{2,40}$", title)
    return match[1] if match else title


def _shown_times(choices: list[_Choice]) -> Times:
    """The times that the page shows in words."""
    published: Stamp | None = None
    updated: Stamp | None = None
    name: str | None = None
    for choice in choices:
        if choice.kind in (BlockKind.TIMES, BlockKind.BYLINE) and (times := times_of(choice.words)):
            published, updated = published or times.published, updated or times.updated
            name = name or times.byline
    return Times(published, updated, name)


def _lead(choices: list[_Choice]) -> Stamp | None:
    first = next((c for c in choices if c.kind is BlockKind.PARAGRAPH), None)
    lead = lead_of(first.words) if first else None
    return lead.times.published if lead else None


def _first(choices: list[_Choice], kind: BlockKind) -> str | None:
    found = next((c for c in choices if c.kind is kind), None)
    return (_without_site(found.words) if found.block.own == "title" else found.words) if found else None


def _byline(choices: list[_Choice]) -> str | None:
    words = next((c.words for c in choices if c.kind is BlockKind.BYLINE and not times_of(c.words)), None)
    return (byline_of(words) or words) if words else None


def _credits(choices: list[_Choice]) -> tuple[str, ...]:
    found: list[str] = []
    for choice in choices:
        if choice.kind is BlockKind.CREDIT:
            found.append(credit_of(choice.words) or choice.words)
        elif choice.kind is BlockKind.CAPTION and (closing := closing_credit(choice.words)):
            found.append(closing)
    return tuple(dict.fromkeys(found))
