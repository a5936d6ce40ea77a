"""Plain text -> Report: the text exactly as it stands, with blocks that say what its lines are."""

from sayso.errors import ReadError
from sayso.model import Report
from sayso.read.decode import decode
from sayso.read.finish import check_text, finish, hash_of, report_id, without_surrogates
from sayso.read.interface import ReadOptions
from sayso.read.layout import lay_out


def report_from_bytes(body: bytes, options: ReadOptions, locator: str) -> Report:
    """The report that a text file holds; raises ReadError where it is empty, no text or too long."""
    decoded = decode(body, locator)
    return _report(decoded.text, options, locator, hash_of(body), decoded.encoding, decoded.notes)


def report_from_text(text: str, options: ReadOptions, locator: str) -> Report:
    """The report that a string holds; raises ReadError where it is empty or too long."""
    if not text.strip():
        raise ReadError("It holds no text.", locator, "Give the report's words.")
    mended, notes = without_surrogates(text)
    return _report(mended, options, locator, hash_of(mended.encode()), "utf-8", notes)


def _report(
    text: str, options: ReadOptions, locator: str, sha256: str, encoding: str, notes: tuple[str, ...]
) -> Report:
    check_text(text, locator, options)
    layout = lay_out(text)
    report = Report(
        id=report_id(sha256),
        text=text,
        blocks=tuple(layout.blocks),
        sha256=sha256,
        locator=locator,
        encoding=encoding,
        title=layout.title,
        standfirst=layout.standfirst,
        byline=layout.byline,
        credits=tuple(layout.credits),
        published=layout.published,
        updated=layout.updated,
        notes=notes,
    )
    return finish(report, options)
