"""What a person can decide with `sayso judge`: what each act is about, the values it takes, and who reads it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from sayso.errors import UsageError
from sayso.knowledge.judgements import READ_BY
from sayso.model import is_report_number

if TYPE_CHECKING:
    from sayso.cli.seen import Seen


class Act(StrEnum):
    """What is decided."""

    JOIN = "join"
    SPLIT = "split"
    GRADE = "grade"
    OUTCOME = "outcome"
    DISAGREEMENT = "disagreement"
    RELIABILITY = "reliability"
    RECORD = "record"


class Linked(StrEnum):
    """What is joined or split."""

    HAPPENINGS = "happenings"
    ORIGINS = "origins"
    COPIES = "copies"


LINKS = (Act.JOIN, Act.SPLIT)


@dataclass(frozen=True, slots=True)
class Rule:
    """What an act asks for."""

    method: str
    """The published method that reads it."""
    values: tuple[str, ...] = ()
    """What it can decide for; empty where it needs no value."""


def rule_of(act: Act) -> Rule:
    """What an act that a published method reads asks for; its values are those of the method itself."""
    from sayso.assess.methods import admiralty, every_casualty, grades

    values = {
        Act.GRADE: grades.GRADES,
        Act.OUTCOME: every_casualty.OUTCOMES,
        Act.DISAGREEMENT: every_casualty.CHOICES,
        Act.RELIABILITY: admiralty.LETTERS,
    }
    return Rule(READ_BY[act.value], values.get(act, ()))


def value_for(act: Act, value: str | None) -> str | None:
    """The value as the method spells it; raises UsageError where the act takes none, or another one."""
    allowed = rule_of(act).values if act not in LINKS else ()
    if not allowed:
        if value is not None:
            raise UsageError(f"{act.value} takes no value.", f"--value {value}", "Leave it out.")
        return None
    shown = ", ".join(f'"{one}"' for one in allowed)
    if value is None:
        raise UsageError(f"{act.value} needs a value.", "--value", f"Choose one of {shown}.")
    wanted, colon, rest = (part.strip() for part in value.partition(":"))
    found = next((one for one in allowed if one.casefold() == wanted.casefold()), None)
    if found is None:
        raise UsageError(f"{act.value} does not know this value.", f"--value {value}", f"Choose one of {shown}.")
    needs_name = found == "prefer a source"
    if needs_name and not rest:
        raise UsageError("The preferred source is not named.", f"--value {value}", f'Say "{found}: NAME".')
    if rest and not needs_name:
        raise UsageError("Nothing stands after this value.", f"--value {value}", f'Say "{found}".')
    return f"{found}{colon} {rest}" if rest else found


def method_for(act: Act, method: str | None) -> str | None:
    """The name of the method that the decision speaks for; raises UsageError where that method does not read it."""
    if method is None:
        return None
    if act in LINKS:
        raise UsageError(f"A {act.value} holds for all methods.", f"--method {method}", "Leave it out.")
    from sayso.assess.methods import chosen

    found, reads = chosen(method), rule_of(act).method
    if found.base != reads:
        raise UsageError(f"{found.name} does not read {act.value}.", f"--method {method}", f"{reads} does.")
    return found.name


def named(act: Act, of: Linked, about: Sequence[str], seen: "Seen | None") -> list[str]:
    """The ids to write: as given, or as the file that was seen knows them; raises UsageError where they do not fit."""
    ids = [name.strip() for name in about]
    if not all(ids):
        raise UsageError("An id is empty.", " ".join(about), "Copy it from the brief or from the claims.")
    numbers = [name for name in ids if is_report_number(name)] if of is Linked.COPIES and seen is None else []
    if numbers:
        raise UsageError(
            "Which report has this number depends on the brief.", numbers[0], "Name that brief: --in brief.html"
        )
    found = [_known(name, n, act, of, seen) for n, name in enumerate(ids)] if seen else [(name,) for name in ids]
    listed = list(dict.fromkeys(name for names in found for name in names))
    if act in LINKS and (len(set(ids)) < 2 or len(listed) < 2):
        raise UsageError(
            "A judgement joins or splits two things or more.", " ".join(about), "Name at least two different ones."
        )
    return listed


def _known(name: str, at: int, act: Act, of: Linked, seen: "Seen") -> tuple[str, ...]:
    """What the file knows under a name. Joined are all claims of an incident; where one stands for it, the first."""
    if act not in LINKS:
        look: dict[Act, Callable[[str], tuple[str, ...]]] = {
            Act.RELIABILITY: seen.origin,
            Act.RECORD: seen.any_claim,
        }
        return look.get(act, seen.claim)(name)[:1]
    if of is Linked.COPIES:
        return seen.report(name)
    if of is Linked.ORIGINS:
        return seen.source(name)
    claims = seen.claim(name)
    return claims[:1] if act is Act.SPLIT and at == 0 else claims
