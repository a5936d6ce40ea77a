"""`sayso judge`: one decision of a person, added to a file of judgements."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer

from sayso.cli.acts import LINKS, Act, Linked, method_for, named, rule_of, value_for
from sayso.errors import UsageError


def judge(
    act: Annotated[
        Act,
        typer.Argument(
            help="join: they are one. split: the first stays, the others go together. grade, outcome, disagreement, "
            "reliability, record: what a published method leaves to a person."
        ),
    ],
    about: Annotated[
        list[str],
        typer.Argument(
            metavar="ID...",
            help="Claims or incidents (happenings, grade, outcome, disagreement), claims (record), origins "
            "(reliability), sources, origins or claims (origins), reports (copies).",
        ),
    ],
    because: Annotated[str, typer.Option(help="Why, in words that readers will see.")],
    by: Annotated[str, typer.Option(help="Who decides, as he or she wishes to be known.")],
    output: Annotated[
        Path, typer.Option("-o", "--output", metavar="FILE", help="The file of judgements; a line is added to it.")
    ],
    of: Annotated[
        Linked | None, typer.Option(help="What is joined or split.", show_default=Linked.HAPPENINGS.value)
    ] = None,
    value: Annotated[
        str | None,
        typer.Option(help='What is decided for: "Discounted" (grade), "rejected" (outcome), "B" (reliability) ...'),
    ] = None,
    method: Annotated[
        str | None,
        typer.Option(
            "--method", metavar="NAME_OR_FILE", help="The one method that it speaks for; else all that read it."
        ),
    ] = None,
    seen_in: Annotated[
        Path | None,
        typer.Option(
            "--in",
            metavar="FILE",
            help="The claims (.jsonl) or brief (.json, .html) that the ids come from: they are checked against it.",
        ),
    ] = None,
) -> None:
    """Add one decision to a file that `--judgements` reads; nothing that stands in it is changed."""
    from sayso.cli.seen import read_seen
    from sayso.knowledge.judgements import append_judgement, make_judgement, sentence

    if of is not None and act not in LINKS:
        raise UsageError("--of goes with join and split.", f"--of {of.value}", "Leave it out.")
    kind = of or Linked.HAPPENINGS
    judgement = make_judgement(
        act.value,
        named(act, kind, about, read_seen(seen_in) if seen_in else None),
        by=by,
        reason=because,
        at=datetime.now(UTC),
        value=value_for(act, value) or (kind.value if act in LINKS else None),
        method=method_for(act, method),
    )
    append_judgement(judgement, output)
    print(f"{sentence(judgement)} -> {output}")
    uses = "" if act in LINKS else f" --method {judgement.method or rule_of(act).method}"
    print(f"It counts from now on in: sayso brief PATH... --judgements {output}{uses}")
