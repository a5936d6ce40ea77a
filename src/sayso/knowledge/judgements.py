"""A file of judgements: JSON lines, one decision of a person each. Lines are added, never changed or taken away."""

import json
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from sayso.errors import UsageError
from sayso.model import Judgement, JudgementId, digest

JOIN, SPLIT = "join", "split"
HAPPENINGS, ORIGINS, COPIES = "happenings", "origins", "copies"
LINK_ACTS = (JOIN, SPLIT)
_DONE = {
    JOIN: "joined",
    SPLIT: "split",
    "grade": "graded",
    "outcome": "outcome judged:",
    "disagreement": "disagreement decided:",
    "reliability": "reliability judged",
    "record": "fitted to an authoritative record",
}
READ_BY = {
    "grade": "airwars",
    "outcome": "every-casualty",
    "disagreement": "every-casualty",
    "reliability": "admiralty",
    "record": "admiralty",
}
"""What published methods leave to a person, and which of them reads it."""
_FIELDS = ("at", "by", "act", "about", "reason")


def make_judgement(
    act: str,
    about: Sequence[str],
    *,
    by: str,
    reason: str,
    at: datetime,
    value: str | None = None,
    method: str | None = None,
) -> Judgement:
    """A judgement with its id; raises UsageError where it lacks a name, a reason, or things that it is about.

    The same for words that are no text, as of a command line in another encoding.
    """
    if not by.strip():
        raise UsageError("A judgement needs the name of who decides.", act, "Say --by NAME.")
    if not reason.strip():
        raise UsageError("A judgement needs a reason.", act, 'Say --because "...".')
    if not about:
        raise UsageError("A judgement needs what it is about.", act, "Name claims, incidents, sources or reports.")
    for words in filter(None, (by, reason, value, method, *about)):
        if not _is_text(words):
            raise UsageError("A judgement holds bytes that are no text.", repr(words), "Write it in UTF-8.")
    told = [by, act, reason, value, *about, *(("method", method) if method else ())]
    made = digest("judgement", at.isoformat(), *told)
    return Judgement(JudgementId(made), at, by.strip(), act, tuple(about), reason.strip(), value, method)


def _is_text(words: str) -> bool:
    """No halves of characters, which no file can hold."""
    return not any("\ud800" <= c <= "\udfff" for c in words)


def read_judgements(paths: Sequence[Path]) -> tuple[Judgement, ...]:
    """The judgements of all the files, in order of time; raises UsageError naming the line that does not fit."""
    found: dict[JudgementId, Judgement] = {}
    for path in paths:
        try:
            # not splitlines: a reason may hold U+2028 and other characters that it takes for ends of lines
            lines = path.read_text(encoding="utf-8").split("\n")
        except (OSError, UnicodeDecodeError) as fault:
            raise UsageError(
                f"The judgements cannot be read ({fault}).", str(path), "Check the path, and save the file as UTF-8."
            ) from fault
        for n, line in enumerate(lines, start=1):
            if line.strip():
                judgement = _read_line(line, f"{path}, line {n}")
                found.setdefault(judgement.id, judgement)
    return tuple(sorted(found.values(), key=lambda judgement: (judgement.at, judgement.id)))


def _read_line(line: str, subject: str) -> Judgement:
    repair = "Mend the line; `sayso judge` writes lines that fit."
    try:
        record = json.loads(line)
    except ValueError as fault:
        raise UsageError("The line is no JSON.", subject, repair) from fault
    if not isinstance(record, dict) or any(not record.get(name) for name in _FIELDS):
        raise UsageError(f"A judgement needs {', '.join(_FIELDS)}.", subject, repair)
    about = [record["about"]] if isinstance(record["about"], str) else record["about"]
    if not isinstance(about, list) or not all(isinstance(item, str) for item in about):
        raise UsageError("`about` must be a list of ids or names.", subject, repair)
    value, method = record.get("value"), record.get("method")
    return Judgement(
        id=JudgementId(str(record.get("id") or digest("judgement", line))),
        at=_time(str(record["at"]), subject),
        by=str(record["by"]),
        act=str(record["act"]),
        about=tuple(about),
        reason=str(record["reason"]),
        value=None if value is None else str(value),
        method=None if method is None else str(method),
    )


def _time(written: str, subject: str) -> datetime:
    repair = "Write it like 2031-05-06T14:30:00+00:00."
    try:
        at = datetime.fromisoformat(written)
    except ValueError as fault:
        raise UsageError(f'"{written}" is no time.', subject, repair) from fault
    if at.tzinfo is None:
        raise UsageError(f'"{written}" has no zone.', subject, repair)
    return at


def append_judgement(judgement: Judgement, path: Path) -> None:
    """Add one line to the file, which need not exist yet; what stands in it stays as it is.

    Raises UsageError where the file can't be written.
    """
    record = {
        "id": judgement.id,
        "at": judgement.at.isoformat(),
        "by": judgement.by,
        "act": judgement.act,
        "value": judgement.value,
        "about": list(judgement.about),
        "reason": judgement.reason,
        "method": judgement.method,
    }
    line = json.dumps({k: v for k, v in record.items() if v is not None}, ensure_ascii=False) + "\n"
    try:
        torn = path.exists() and path.stat().st_size > 0 and not path.read_bytes().endswith(b"\n")
        with path.open("ab") as file:
            file.write((("\n" if torn else "") + line).encode("utf-8"))
    except OSError as fault:
        raise UsageError(
            f"The judgement could not be written ({fault.strerror}).", str(path), "Choose another place."
        ) from fault


def said(judgement: Judgement) -> str:
    """The judgement as a reader sees it ("split by A. Editor on 2031-05-06: two different streets")."""
    return f"{_done(judgement)} by {judgement.by} on {judgement.at.date().isoformat()}: {judgement.reason}"


def sentence(judgement: Judgement) -> str:
    """The same as a sentence ("Split by A. Editor on 2031-05-06: two different streets.")."""
    words = said(judgement)
    return words[:1].upper() + words[1:] + ("" if words.endswith((".", "!", "?")) else ".")


def _done(judgement: Judgement) -> str:
    """What was done, with what was decided for ("graded Discounted", "reliability judged B")."""
    verb = _DONE.get(judgement.act, judgement.act)
    value = judgement.value if judgement.act not in LINK_ACTS else None
    return f"{verb} {value}" if value else verb
