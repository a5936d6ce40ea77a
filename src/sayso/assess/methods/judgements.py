"""A file of judgements, one JSON object a line; what other parts decide by is left to them."""

import json
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from sayso.errors import UsageError
from sayso.model import Judgement, JudgementId, digest

_FIELDS = "at (time with zone), by, act, about (list of ids), reason"


def read_judgements(path: Path) -> tuple[Judgement, ...]:
    """The judgements in the order of the file; raises UsageError with the line where one does not fit."""
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as fault:
        raise UsageError(
            f"The judgements cannot be read ({fault}).", str(path), "Check the path, and save the file as UTF-8."
        ) from fault
    return tuple(_judgements(text, path))


def _judgements(text: str, path: Path) -> Iterator[Judgement]:
    for number, line in enumerate(text.splitlines(), 1):
        if line.strip():
            yield _judgement(line, f"{path}, line {number}")


def _judgement(line: str, where: str) -> Judgement:
    try:
        held = json.loads(line)
    except json.JSONDecodeError as fault:
        raise UsageError(f"This is no JSON ({fault.msg}).", where, "Mend that line.") from fault
    if not isinstance(held, dict):
        raise UsageError("A judgement must be one JSON object.", where, f"It needs: {_FIELDS}.")
    about = held.get("about")
    ids = [about] if isinstance(about, str) else about
    if not isinstance(ids, list) or not ids or not all(isinstance(one, str) for one in ids):
        raise UsageError("A judgement needs “about”, a list of ids.", where, f"It needs: {_FIELDS}.")
    words = {key: _words(held, key, where) for key in ("at", "by", "act", "reason")}
    value, method = held.get("value"), held.get("method")
    return Judgement(
        id=JudgementId(str(held["id"]) if held.get("id") else digest("judgement", line)),
        at=_moment(words["at"], where),
        by=words["by"],
        act=words["act"],
        about=tuple(ids),
        reason=words["reason"],
        value=None if value is None else str(value),
        method=None if method is None else str(method),
    )


def _words(held: dict[str, object], key: str, where: str) -> str:
    value = held.get(key)
    if not isinstance(value, str) or not value.strip():
        raise UsageError(f"A judgement needs “{key}”.", where, f"It needs: {_FIELDS}.")
    return value.strip()


def _moment(words: str, where: str) -> datetime:
    try:
        moment = datetime.fromisoformat(words)
    except ValueError as fault:
        raise UsageError(f"“{words}” is no time.", where, "Write it as 2031-05-04T12:00:00+00:00.") from fault
    if moment.tzinfo is None:
        raise UsageError(f"“{words}” has no zone.", where, "Add one: 2031-05-04T12:00:00+00:00.")
    return moment
