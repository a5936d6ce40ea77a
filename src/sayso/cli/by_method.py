"""What `brief`, `claims` and `export` share about methods: choose them, apply them, keep their history."""

import sys
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from sayso.cli.run import Call, registry_of
from sayso.errors import UsageError
from sayso.publish.counting import count

if TYPE_CHECKING:
    from sayso.model import Analysis, Method

ALL = "all"


@dataclass(frozen=True)
class Chosen:
    """The methods of one call, read and found to fit."""

    methods: "tuple[Method, ...]"
    history: Path | None


def choose(names: Sequence[str] | None, history: Path | None) -> Chosen:
    """The methods by name or file, each once; raises UsageError, before any report is read, where one does not fit."""
    if not names:
        if history:
            raise UsageError("A history is kept of methods, and none is chosen.", "--history", "Add --method airwars.")
        return Chosen((), None)
    from sayso.assess.methods import NAMES, chosen, read_history

    wanted = [each for name in names for each in (NAMES if name.strip().casefold() == ALL else (name,))]
    methods = {method.name: method for method in map(chosen, dict.fromkeys(wanted))}
    if history:
        read_history(history)
    return Chosen(tuple(methods.values()), history)


def by_methods(found: "Analysis", chosen: Chosen, call: Call) -> "Analysis":
    """The analysis with what the methods make of it; what is new goes to the history."""
    if not chosen.methods:
        return found
    from sayso.assess.methods import append, apply, news, read_history, unread

    assessed = apply(found, chosen.methods, registry_of(call), found.judgements)
    for judgement in unread(found.judgements, assessed):
        about = ", ".join(judgement.about)
        print(f"sayso: judgement {judgement.id} is about nothing here ({about}).", file=sys.stderr)
    if chosen.history:
        entries = news(read_history(chosen.history), assessed, datetime.now(UTC))
        append(chosen.history, entries)
        if not call.quiet:
            print(f"sayso: {count(len(entries), 'new line')} in {chosen.history}.", file=sys.stderr)
    return assessed
