"""Claims, attributions, victims and failed inputs as lines."""

from dataclasses import dataclass

from sayso.publish.contexts.words import Link, Piece, Reason


@dataclass(frozen=True, slots=True)
class CopyLine:
    """A claim that is folded into another because a copy of the same text makes it."""

    id: str
    link: Link


@dataclass(frozen=True, slots=True)
class ClaimRow:
    """One claim as a line of the brief."""

    id: str
    kind: str
    words: str
    measure: str
    """What the figure counts ("killed"), or what kind of claim it is."""
    group: str
    actor: str
    """For kinds without figure: who says, denies, holds; empty where not stated."""
    status: str
    """A badge where the text is anything but a plain assertion; empty otherwise."""
    carried: bool
    sentence: tuple[Piece, ...]
    href: str
    """To the words in the report's text."""
    chain: tuple[str, ...]
    """Names, root first; empty for the outlet's own voice."""
    outlet: str
    report: Link
    published: str
    facts: tuple[Reason, ...]
    """When, where, blamed and the like: only what is stated."""
    reasons: tuple[Reason, ...]
    part_of: Link | None
    incident: Link | None
    copies: tuple[CopyLine, ...]
    remarks: tuple[Link, ...]
    """For messages: what the same report says about verification."""
    parts: tuple["ClaimRow", ...] = ()
    """Claims that count a part of the same people."""


@dataclass(frozen=True, slots=True)
class AttributionRow:
    """One place where a report lets someone else speak."""

    id: str
    act: str
    hedged: bool
    content: tuple[tuple[Piece, ...], ...]
    href: str
    chain: tuple[str, ...]
    outlet: str
    report: Link
    reason: str


@dataclass(frozen=True, slots=True)
class SpeakerBox:
    """What one speaker is reported to have said."""

    name: str
    count: str
    rows: tuple[AttributionRow, ...]
    claims: tuple[ClaimRow, ...]
    """Statements that no attribution covers."""
    is_open: bool
    """Shown at once: there are few enough to read on."""


@dataclass(frozen=True, slots=True)
class KindSection:
    """Claims of one kind across all reports."""

    id: str
    heading: str
    intro: str
    rows: tuple[ClaimRow, ...]


@dataclass(frozen=True, slots=True)
class VictimRow:
    """A person harmed, as a report names him or her."""

    name: str
    age: str
    sex: str
    words: str
    href: str
    report: Link


@dataclass(frozen=True, slots=True)
class NotReadRow:
    """An input that gave no report."""

    locator: str
    what: str
    do: str
