"""`sayso judge`: one decision of a person, added to a file of judgements."""

import json
from collections.abc import Mapping
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from sayso.errors import UsageError


class LinkAct(StrEnum):
    """What is decided."""

    JOIN = "join"
    SPLIT = "split"


class LinkValue(StrEnum):
    """What is joined or split."""

    HAPPENINGS = "happenings"
    ORIGINS = "origins"
    COPIES = "copies"


def judge(
    act: Annotated[LinkAct, typer.Argument(help="join: they are one. split: the first stays, the others go together.")],
    about: Annotated[
        list[str],
        typer.Argument(
            metavar="ID...",
            help="Claims or incidents (happenings), sources, origins or claims (origins), reports (copies).",
        ),
    ],
    because: Annotated[str, typer.Option(help="Why, in words that readers will see.")],
    by: Annotated[str, typer.Option(help="Who decides, as he or she wishes to be known.")],
    output: Annotated[
        Path, typer.Option("-o", "--output", metavar="FILE", help="The file of judgements; a line is added to it.")
    ],
    of: Annotated[LinkValue, typer.Option(help="What is joined or split.")] = LinkValue.HAPPENINGS,
    seen_in: Annotated[
        Path | None,
        typer.Option(
            "--in", metavar="FILE", help="The claims (.jsonl) or brief (.json) that the ids of incidents come from."
        ),
    ] = None,
) -> None:
    """Add one decision to a file that `--judgements` reads; nothing that stands in it is changed."""
    from sayso.knowledge.judgements import append_judgement, make_judgement, sentence

    known = _first_claims(seen_in) if seen_in else {}
    named = list(dict.fromkeys(known.get(name, name) for name in about))
    if len(named) < 2:
        raise UsageError(
            "A judgement joins or splits two things or more.", " ".join(about), "Name at least two different ones."
        )
    judgement = make_judgement(act.value, named, by=by, reason=because, at=datetime.now(UTC), value=of.value)
    append_judgement(judgement, output)
    print(f"{sentence(judgement)} -> {output}")


def _first_claims(path: Path) -> Mapping[str, str]:
    """Incidents to one of their claims, by which they are found again when more reports are read."""
    try:
        text = path.read_text(encoding="utf-8")
        whole = json.loads(text) if path.suffix == ".json" else [json.loads(ln) for ln in text.splitlines() if ln]
        records = whole["claims"] if isinstance(whole, dict) else whole
        told = [(r["incident"], r["claim_id"]) for r in records if r.get("incident") and r.get("measure")]
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as fault:
        raise UsageError(
            f"The claims cannot be read ({type(fault).__name__}: {fault}).",
            str(path),
            "Name a file that `sayso claims` or `sayso brief --format json` wrote.",
        ) from fault
    found: dict[str, str] = {}
    for incident, claim in told:
        found.setdefault(str(incident), str(claim))
    return found
