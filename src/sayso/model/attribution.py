"""Attribution: a place where a report lets someone else speak."""

from dataclasses import dataclass
from enum import StrEnum

from sayso.model.ids import AttributionId, ReportId
from sayso.model.span import Span


class Act(StrEnum):
    """What the speaker does with the words (`ATTRIBUTION.md` of the gold)."""

    SAYS = "says"
    DENIES = "denies"
    DECLINES = "declines"
    UNVERIFIED = "unverified"
    CALLS = "calls"
    BELIEVES = "believes"


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who is said to have said which words, from whom, through whom."""

    id: AttributionId
    report: ReportId
    act: Act
    speaker: tuple[Span, ...] = ()
    """The whole noun phrase, one span for each coordinated speaker; empty for "reportedly"."""
    cue: tuple[Span, ...] = ()
    """The words that make it an attribution; empty only for a headline that ends in a source."""
    content: tuple[Span, ...] = ()
    origin: tuple[Span, ...] = ()
    """Whom the speaker cites."""
    relay: tuple[Span, ...] = ()
    """Who carried the words to this outlet."""
    speaker_name: str | None = None
    """The speaker's fullest name in the report; for several speakers that of the first; None without speaker."""
    origin_name: str | None = None
    relay_name: str | None = None
    chain: tuple[str, ...] = ()
    """Names root first: origin, speaker, relay; then whoever quotes this attribution inside a statement of their own.
    The outlet itself is left out."""
    joint: tuple[str, ...] = ()
    """Names of the chain that stand beside its first and not behind it ("the union and police said"): roots as well."""
    hedged: bool = False
    """The outlet keeps its distance: "allegedly", "claimed", "reportedly"."""
    reason: str = ""
    """The rule that found it, as a sentence for the user."""
