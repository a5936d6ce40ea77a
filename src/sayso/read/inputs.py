"""The loop over inputs: what each file is, which reader takes it, and what becomes of failures."""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from sayso.errors import ReadError, SaysoError
from sayso.model import NotRead, Report
from sayso.read.finish import OWN_BRIEF
from sayso.read.interface import ReadOptions, broke_us
from sayso.read.names import told_apart
from sayso.read.plain import report_from_bytes
from sayso.read.records import reports_from_json, reports_from_lines
from sayso.read.walk import Found, not_opened, walk

HEAD = 4096
"""Bytes that are looked at to tell what a file is."""
TEXT_SUFFIXES = frozenset({"", ".txt", ".text", ".md", ".asc", ".article", ".story"})
LINE_SUFFIXES = frozenset({".jsonl", ".ndjson", ".jsonlines"})
HTML_SUFFIXES = frozenset({".html", ".htm", ".xhtml", ".shtml"})
_HTML = re.compile(rb"<(?:!doctype\s+html|html|head|body|article|meta|title|main|div|p)\b", re.IGNORECASE)
_MAGIC = (
    (b"%PDF-", "PDF"),
    (b"PK\x03\x04", "a Zip archive or an office document"),
    (b"\xd0\xcf\x11\xe0", "an old office document"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"RIFF", "a picture or a film"),
    (b"\x1f\x8b", "a compressed file"),
    (b"BZh", "a compressed file"),
    (b"7z\xbc\xaf", "a compressed file"),
    (b"SQLite format 3", "a database"),
    (b"WARC/", "a web archive"),
)
_OWN_BRIEF = re.compile(rb'<meta\s[^>]*content=["\']?sayso-brief\b|\A<!-- sayso-brief -->|"format":\s*"sayso-brief"')
_KINDS = "text, HTML, PDF with text, JSON lines"


def read_paths(paths: Iterable[Path], options: ReadOptions) -> Iterator[Report | NotRead]:
    """Every report that the paths hold, each with an id of its own; a failure becomes a NotRead.

    All is read before the first is given: which of several reports keeps an id follows from all of them.
    """
    yield from told_apart([outcome for found in walk(paths) for outcome in _outcomes(found, options)])


def _outcomes(found: Found | NotRead, options: ReadOptions) -> Iterator[Report | NotRead]:
    if isinstance(found, NotRead):
        yield found
        return
    try:
        yield from _read_file(found, options)
    except ReadError as refused:
        yield NotRead(refused.subject, refused.what, refused.do)
    except OSError as fault:
        yield not_opened(found.locator, fault)
    except SaysoError:
        raise
    except Exception as fault:  # noqa: BLE001  the stage loop: one input that breaks us must not lose the others
        yield broke_us(found.locator, fault)


def _read_file(found: Found, options: ReadOptions) -> Iterator[Report | NotRead]:
    """The reports of one file; raises ReadError where it holds none, OSError where it cannot be read."""
    path, locator, suffix = found.path, found.locator, found.path.suffix.lower()
    if not found.size:
        raise ReadError("The file is empty.", locator, "Check that it was saved or downloaded completely.")
    with path.open("rb") as stream:
        head = stream.read(HEAD)
    start = head.removeprefix(b"\xef\xbb\xbf").lstrip()
    if _OWN_BRIEF.search(start):
        raise ReadError(OWN_BRIEF, locator, "Keep briefs in another folder.")
    if _is_lines(suffix, start):
        yield from reports_from_lines(path, options, locator)
        return
    if found.size > options.max_bytes:
        raise ReadError(
            f"The file has {found.size:,} bytes, more than the {options.max_bytes:,} that one may have.",
            locator,
            "Split it into its reports, or raise the limit (SAYSO_MAX_BYTES).",
        )
    yield from _read_whole(path.read_bytes(), start, suffix, options, locator)


def _is_lines(suffix: str, start: bytes) -> bool:
    """One JSON record a line, by the name or by the first line."""
    if suffix in LINE_SUFFIXES:
        return not start.startswith(b"[")
    first = start.split(b"\n", 1)[0].rstrip()
    one_a_line = b"\n" in start and first.startswith(b"{") and first.endswith(b"}")
    return one_a_line and suffix in TEXT_SUFFIXES | {".json"} and re.search(rb'"text"\s*:', first) is not None


def _read_whole(
    body: bytes, start: bytes, suffix: str, options: ReadOptions, locator: str
) -> Iterator[Report | NotRead]:
    kind = next((kind for magic, kind in _MAGIC if start.startswith(magic)), None)
    if kind == "PDF":
        from sayso.read.pdf import report_from_pdf

        yield report_from_pdf(body, options, locator)
    elif kind:
        raise ReadError(f"It is {kind}.", locator, f"Save the report as one of: {_KINDS}.")
    elif suffix in HTML_SUFFIXES or (suffix in TEXT_SUFFIXES and _HTML.match(start)):
        from sayso.read.html_page import report_from_html

        yield report_from_html(body, options, locator)
    elif suffix in LINE_SUFFIXES or suffix == ".json" or (not suffix and start[:1] in b"[{" and b'"text"' in start):
        yield from reports_from_json(body, options, locator)
    elif suffix in TEXT_SUFFIXES:
        yield report_from_bytes(body, options, locator)
    elif suffix == ".pdf":
        raise ReadError("It is not a PDF, though its name says so.", locator, "Download it again.")
    else:
        raise ReadError(
            f'Files named "{suffix}" are not read.', locator, f"Read are {_KINDS}. Name it .txt if it holds plain text."
        )
