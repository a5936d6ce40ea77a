"""What every report gets at the end, whatever it was read from: the user's own facts, its language, its notes."""

import hashlib
import re
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from sayso.errors import ReadError
from sayso.knowledge.vocabulary import word_list
from sayso.model import Report, ReportId, digest
from sayso.read.interface import ReadOptions

if TYPE_CHECKING:
    from collections.abc import Callable

LANGUAGE_SAMPLE = 2_000
"""Characters that are looked at to tell the language."""
LANGUAGE_LEAST = 40
"""Letters: fewer do not tell a language."""
READS_AS_ENGLISH = frozenset({"en", "pcm"})
"""English, and what short English texts are sometimes taken for (Nigerian Pidgin)."""
OWN_BRIEF = "It is a brief that sayso wrote, and no report."
_CLOSING = 6_000
"""Characters at the end of a text that hold the closing lines of a brief, with the names of all that read it."""
_DIRECTION = re.compile("[\u202a-\u202e\u2066-\u2069]")
_SURROGATE = re.compile("[\ud800-\udfff]")


def report_id(sha256: str) -> ReportId:
    """The id of a report that brings none: of its bytes, so that it is the same wherever they lie."""
    return ReportId(digest("report", sha256))


def hash_of(body: bytes) -> str:
    """The SHA-256 of the preserved bytes."""
    return hashlib.sha256(body).hexdigest()


def without_surrogates(text: str) -> tuple[str, tuple[str, ...]]:
    """The text with U+FFFD for each half of a broken pair, which no file can hold; offsets stay. And a note of it."""
    mended, count = _SURROGATE.subn("\ufffd", text)
    return mended, (f"{count} broken characters (lone surrogates) are shown as \ufffd.",) if count else ()


def finish(report: Report, options: ReadOptions) -> Report:
    """The report with what the user gave for what it does not tell, with its language, and with notes on both.

    Raises ReadError where its text is empty or too long.
    """
    check_text(report.text, report.locator, options)
    published = report.published or options.published
    notes = list(report.notes)
    if published is None:
        only = " Only an update time was found." if report.updated else ""
        notes.append(f"No publication time found.{only}")
    elif published.is_ambiguous:
        notes.append(f'The order of day and month in "{published.words}" is not plain; both readings are kept.')
    language = report.language or language_of(report.text)
    if language is not None and language.split("-")[0].lower() not in READS_AS_ENGLISH:
        notes.append(f'The text seems to be in the language "{language}"; claims are read from English only.')
    if _DIRECTION.search(report.text):
        notes.append("The text holds marks that change the direction of writing.")
    if "\x00" in report.text:
        notes.append("The text holds NUL characters.")
    return replace(
        report,
        published=published,
        outlet=report.outlet or options.outlet,
        language=language,
        notes=tuple(dict.fromkeys(notes)),
    )


def check_text(text: str, locator: str, options: ReadOptions) -> None:
    """Raises ReadError where the text is empty, a brief of ours, or longer than the options allow."""
    if _closes_as_brief(text):
        raise ReadError(OWN_BRIEF, locator, "Keep briefs in another folder.")
    if not any(c.isalnum() for c in text):
        raise ReadError("It holds no text.", locator, "Check that it was saved or downloaded completely.")
    if len(text) > options.max_chars:
        raise ReadError(
            f"Its text has {len(text):,} characters, more than the {options.max_chars:,} that one report may have.",
            locator,
            "Split it into its reports, or raise the limit (SAYSO_MAX_CHARS).",
        )


def _closes_as_brief(text: str) -> bool:
    """The text ends as our briefs end, whatever it was saved or printed as: the file's own mark is lost then."""
    closing = " ".join(text[-_CLOSING:].split())
    return all(line in closing for line in word_list("read_furniture", "own_brief_closing"))


def language_of(text: str) -> str | None:
    """The language of the text as ISO 639; None where it is too short to tell."""
    sample = text[:LANGUAGE_SAMPLE]
    if sum(c.isalpha() for c in sample) < LANGUAGE_LEAST:
        return None
    return _classifier()(sample)


@cache
def _classifier() -> "Callable[[str], str]":
    import py3langid

    def classify(sample: str) -> str:
        language, _ = py3langid.classify(sample)
        return str(language)

    return classify
