"""JSON lines and JSON files -> Reports: one for each record with a `text`, which is kept exactly as given."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from sayso.errors import ReadError, SaysoError
from sayso.knowledge.stamps import parse_stamp
from sayso.model import NotRead, Report, ReportId, Stamp
from sayso.read.decode import decode
from sayso.read.finish import check_text, finish, hash_of, report_id, without_surrogates
from sayso.read.interface import ReadOptions, broke_us
from sayso.read.layout import Layout, lay_out

MEDIA_TYPE = "application/json"
_WHITE = " \t\r\n,"
_SHAPE = 'Write each report as a JSON object with at least "text".'


def reports_from_lines(path: Path, options: ReadOptions, locator: str) -> Iterator[Report | NotRead]:
    """The reports of a JSON-lines file, one line at a time; a line that is none gives a NotRead. Raises OSError."""
    count = 0
    with path.open("rb") as lines:
        number = 0
        while line := lines.readline(options.max_bytes + 1):
            number += 1
            where = f"{locator}:{number}"
            if len(line) > options.max_bytes:
                while line and not line.endswith(b"\n"):
                    line = lines.readline(options.max_bytes)
                yield NotRead(where, f"The line has more than {options.max_bytes:,} bytes.", "Split it into reports.")
                count += 1
            elif line.strip(b"\xef\xbb\xbf \t\r\n"):
                yield _from_line(line, options, where)
                count += 1
    if not count:
        yield NotRead(locator, "The file holds no report.", _SHAPE)


def _from_line(line: bytes, options: ReadOptions, locator: str) -> Report | NotRead:
    body = line.rstrip(b"\r\n")
    try:
        record = _loaded(body.decode("utf-8-sig"), locator)
    except UnicodeDecodeError as fault:
        return NotRead(locator, f"The line is not in UTF-8 ({fault.reason}).", "Save the file as UTF-8.")
    except ReadError as refused:
        return NotRead(locator, refused.what, refused.do)
    return _outcome(record, options, locator, hash_of(body))


def _outcome(record: object, options: ReadOptions, locator: str, sha256: str) -> Report | NotRead:
    try:
        return report_from_record(record, options, locator, sha256)
    except ReadError as refused:
        return NotRead(locator, refused.what, refused.do)
    except SaysoError:
        raise
    except Exception as fault:  # noqa: BLE001  the stage loop: one record that breaks us must not lose the others
        return broke_us(locator, fault)


def reports_from_json(body: bytes, options: ReadOptions, locator: str) -> Iterator[Report | NotRead]:
    """The reports of a JSON file: a list of records, one record, or several one after the other.

    A report's bytes are those of its own record in the file.
    """
    decoded = decode(body, locator)
    text, at, number = decoded.text, 0, 0
    decoder = json.JSONDecoder()
    at = _skip(text, 0)
    is_list = text[at : at + 1] == "["
    at = _skip(text, at + 1) if is_list else at
    while at < len(text) and not (is_list and text[at] == "]"):
        number += 1
        where = f"{locator}:{number}"
        try:
            record, end = decoder.raw_decode(text, at)
        except (ValueError, RecursionError) as fault:
            yield NotRead(where, f"It is not JSON from here on ({_fault(fault)}).", _SHAPE)
            return
        raw = text[at:end].encode("utf-8", "surrogatepass")
        yield _outcome(record, options, where, hash_of(raw))
        at = _skip(text, end)
    if not number:
        yield NotRead(locator, "The file holds no report.", _SHAPE)
    yield from _rest(text, at, is_list, locator)


def _rest(text: str, at: int, is_list: bool, locator: str) -> Iterator[NotRead]:
    """What is wrong with the end of a file: a list that is not closed, or something after the list."""
    if is_list and at == len(text):
        yield NotRead(locator, "The list of reports has no end.", "Check that the file is complete.")
    rest = text[at + 1 :].strip(_WHITE) if is_list else ""
    if rest:
        yield NotRead(
            f"{locator}, from character {text.index(rest, at + 1) + 1}",
            "The list of reports ends before this, and it was not read.",
            "Put all reports into one list, or each on a line of a .jsonl file.",
        )


def _skip(text: str, at: int) -> int:
    while at < len(text) and text[at] in _WHITE:
        at += 1
    return at


def _loaded(line: str, locator: str) -> object:
    try:
        return json.loads(line)
    except (ValueError, RecursionError) as fault:  # ValueError: bad JSON, or a number of thousands of digits
        raise ReadError(f"The line is not JSON ({_fault(fault)}).", locator, _SHAPE) from fault


def _fault(fault: Exception) -> str:
    return "nested too deeply" if isinstance(fault, RecursionError) else str(fault)


def report_from_record(record: object, options: ReadOptions, locator: str, sha256: str) -> Report:
    """The report that one record holds; raises ReadError where it is no object or has no text."""
    if not isinstance(record, dict):
        raise ReadError("It is JSON, but no object.", locator, _SHAPE)
    text = record.get("text")
    if not isinstance(text, str):
        what = 'It has no "text".' if text is None else f'Its "text" is no string but {type(text).__name__}.'
        raise ReadError(what, locator, _SHAPE)
    if not text.strip():
        raise ReadError('Its "text" is empty.', locator, "Fill it in, or take the record out.")
    text, notes = without_surrogates(text)
    check_text(text, locator, options)
    fields = _Fields(record)
    title = fields.words("title")
    layout = lay_out(text, title=title)
    published, updated = fields.stamp("published"), fields.stamp("updated")
    given_id = fields.words("id")
    report = Report(
        id=ReportId(given_id) if given_id else report_id(sha256),
        text=text,
        blocks=tuple(layout.blocks),
        sha256=sha256,
        locator=locator,
        media_type=MEDIA_TYPE,
        title=title or layout.title,
        standfirst=layout.standfirst,
        byline=fields.words("byline") or fields.words("author") or layout.byline,
        credits=tuple(layout.credits),
        outlet=fields.words("outlet"),
        url=fields.words("url"),
        published=published or layout.published,
        updated=updated or layout.updated,
        notes=(*notes, *fields.notes, *_disagreement(published, layout)),
    )
    return finish(report, options)


def _disagreement(published: Stamp | None, layout: Layout) -> tuple[str, ...]:
    """A note where the record's day and the day that its text opens with lie more than a day apart."""
    stated = layout.published
    if not published or not stated or abs((stated.first - published.first).days) <= 1:
        return ()
    if stated.last == published.last or stated.last == published.first:
        return ()
    return (f'The record gives "{published.words}" as its publication time, the text "{stated.words}".',)


class _Fields:
    """The named fields of one record, with a note for each that could not be used."""

    def __init__(self, record: Mapping[object, object]) -> None:
        self._record = record
        self.notes: list[str] = []

    def words(self, name: str) -> str | None:
        """The field as words; None where it is absent or empty. Whole numbers are taken as they are written."""
        value = self._record.get(name)
        if value is None:
            return None
        if isinstance(value, int) and not isinstance(value, bool):
            return str(value)
        if not isinstance(value, str):
            self.notes.append(f'The field "{name}" is no string and was left aside.')
            return None
        mended, broken = without_surrogates(value)
        self.notes.extend(broken)
        return (mended if name == "id" else mended.strip()) if mended.strip() else None

    def stamp(self, name: str) -> Stamp | None:
        """The field as a time; None where it is absent, or states no day that exists."""
        words = self.words(name)
        if words is None:
            return None
        stamp = parse_stamp(words, found_in="field")
        if stamp is None:
            self.notes.append(f'The field "{name}" says "{words[:60]}", which is no day that exists or can be read.')
        return replace(stamp, words=words) if stamp else None
