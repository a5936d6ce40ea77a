"""Published methods: what they make of an incident, and what they are."""

from dataclasses import dataclass

from sayso.publish.contexts.words import Link, Reason


@dataclass(frozen=True, slots=True)
class MethodPart:
    """One thing that a published method says of an incident."""

    label: str
    shown: str
    reason: str
    rule: str
    """The rule in words."""


@dataclass(frozen=True, slots=True)
class MethodCard:
    """What one published method makes of an incident: what it is known for first, with its reason."""

    title: str
    by: str
    """Whose rule was applied, or that a person judged."""
    what: str
    shown: str
    reason: str
    rule: str
    links: tuple[Link, ...]
    more: int
    """How many further claims it rests on."""
    parts: tuple[MethodPart, ...]


@dataclass(frozen=True, slots=True)
class MethodNote:
    """What a method is, for the end of the brief."""

    title: str
    by: str
    source: str
    base: str
    """The method that a user's own is based on; empty otherwise."""
    unconfirmed: tuple[str, ...]
    """Settings that no source confirms, with their notes."""
    totals: tuple[Reason, ...]
