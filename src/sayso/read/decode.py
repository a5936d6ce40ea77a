"""Bytes -> text: which encoding they are in, and what had to be given up to read them."""

import codecs
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from sayso.errors import ReadError
from sayso.knowledge.vocabulary import load_vocabulary

SAMPLE = 65_536
"""Bytes that are looked at to tell an encoding."""
CONTROL_SHARE = 0.02
"""Of the characters: more control characters than that, and the bytes are no text."""
_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_META = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_:.\-]{2,40})", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Decoded:
    """The text of some bytes, with the encoding that gives it back and notes for the user."""

    text: str
    encoding: str
    notes: tuple[str, ...] = ()


def decode(body: bytes, locator: str, *, is_html: bool = False) -> Decoded:
    """The bytes as text: by byte-order mark, by what a page declares, as UTF-8, else by a guess that is noted.

    Raises ReadError where the bytes are no text.
    """
    decoded = _by_mark(body) or (_by_declaration(body) if is_html else None) or _strict(body, "utf-8")
    if decoded is None:
        if b"\x00" in body:
            raise _not_text(locator)
        decoded = _by_guess(body)
    if is_html:
        decoded = _with_declaration_note(decoded, body)
    controls = len(_CONTROL.findall(decoded.text[:SAMPLE]))
    if controls > CONTROL_SHARE * min(len(decoded.text), SAMPLE):
        raise _not_text(locator)
    return decoded


def _not_text(locator: str) -> ReadError:
    return ReadError(
        "It holds bytes that are no text.", locator, "Give the report as text, HTML, PDF with text or JSON lines."
    )


def _strict(body: bytes, encoding: str, notes: tuple[str, ...] = ()) -> Decoded | None:
    try:
        return Decoded(body.decode(encoding), encoding, notes)
    except (UnicodeError, LookupError):
        return None


def _by_mark(body: bytes) -> Decoded | None:
    for mark, encoding in _BOMS:
        if body.startswith(mark):
            return _strict(body, encoding)
    return None


def _declared(body: bytes) -> str | None:
    """The encoding that a page declares, under Python's name; "" for one that pages cannot be in."""
    match = _META.search(body[:8192])
    if not match:
        return None
    label, names = match[1].decode("ascii").casefold(), _web_names()
    try:
        return names.get(label) or names.get(codecs.lookup(label).name, "")
    except LookupError:
        return ""


@cache
def _web_names() -> dict[str, str]:
    """Names and labels of the encodings that pages are in, to Python's name for what browsers read under them."""
    listed = load_vocabulary("encodings")["encodings"]
    found: dict[str, str] = {}
    for name, others in listed.items() if isinstance(listed, Mapping) else ():
        found |= {str(other): str(name) for other in (name, *(others if isinstance(others, list) else ()))}
    return found


def _by_declaration(body: bytes) -> Decoded | None:
    declared = _declared(body)
    return _strict(body, declared) if declared else None


def _with_declaration_note(decoded: Decoded, body: bytes) -> Decoded:
    match = _META.search(body[:8192])
    if not match or _declared(body) == decoded.encoding or decoded.encoding.startswith("utf-8-sig"):
        return decoded
    declared = match[1].decode("ascii")
    note = f'The page says it is in "{declared}", but its bytes are not; they were read as {decoded.encoding}.'
    return Decoded(decoded.text, decoded.encoding, (note, *decoded.notes))


def _by_guess(body: bytes) -> Decoded:
    from charset_normalizer import from_bytes

    best = from_bytes(body[:SAMPLE]).best()
    if best is not None:
        guessed = _strict(body, best.encoding, (f"No encoding is stated; the bytes look like {best.encoding}.",))
        if guessed:
            return guessed
    text = body.decode("utf-8", errors="replace")
    lost = text.count("\ufffd")
    note = f"{lost} characters could not be decoded as UTF-8 and are shown as \ufffd."
    return Decoded(text, "utf-8", (note,))
