"""Claim: one assertion with its spans, and what it is made of. Value lists: `GUIDELINES.md` of the gold."""

from dataclasses import dataclass
from enum import StrEnum

from sayso.model.ids import AttributionId, ClaimId, ReportId
from sayso.model.span import Span
from sayso.model.times import Interval


class ClaimKind(StrEnum):
    """FIGURE counts people and has a measure; the others have a figure only in their words."""

    FIGURE = "figure"
    STATEMENT = "statement"
    DENIAL = "denial"
    ADMISSION = "admission"
    SILENCE = "silence"
    VERIFICATION = "verification"
    """A remark on what cannot be, or has been, verified."""
    APPEAL = "appeal"
    """A need or a demand for help."""
    CONTROL = "control"
    """Who holds or takes which territory."""
    HARM = "harm"
    """People harmed, number unstated."""
    DAMAGE = "damage"
    RECRUITMENT = "forced recruitment"
    SUPPORT = "support"
    """One actor backs or opposes another."""
    MESSAGE = "message"
    """First-person words from the ground."""
    ACCESS = "access"
    """A witness was reached (or could not be)."""


class Measure(StrEnum):
    """What happened to the people counted."""

    KILLED = "killed"
    INJURED = "injured"
    KILLED_OR_INJURED = "killed_or_injured"
    MISSING = "missing"
    DISPLACED = "displaced"
    EVACUATED = "evacuated"
    DETAINED = "detained"
    ABDUCTED = "abducted"
    TRAPPED = "trapped"
    BESIEGED = "besieged"
    AFFECTED = "affected"
    EXECUTED = "executed"


class Modifier(StrEnum):
    """How the words bound the number."""

    EXACT = "exact"
    AT_LEAST = "at_least"
    MORE_THAN = "more_than"
    ABOUT = "about"
    UP_TO = "up_to"
    FEWER_THAN = "fewer_than"
    RANGE = "range"
    VAGUE = "vague"


class Group(StrEnum):
    """Whom the figure counts; child beats woman beats civilian, "people" is unspecified."""

    CIVILIAN = "civilian"
    CHILD = "child"
    WOMAN = "woman"
    COMBATANT = "combatant"
    MEDIC = "medic"
    JOURNALIST = "journalist"
    RESCUER = "rescuer"
    UNSPECIFIED = "unspecified"


class EventKind(StrEnum):
    """What kind of happening did the harm; CUMULATIVE for the toll of a campaign, month, battle or war."""

    AIRSTRIKE = "airstrike"
    SHELLING = "shelling"
    BOMBING = "bombing"
    CLASH = "clash"
    CHEMICAL = "chemical"
    EXECUTION = "execution"
    LANDMINE = "landmine"
    SIEGE = "siege"
    SHOOTING = "shooting"
    OTHER = "other"
    CUMULATIVE = "cumulative"


class Status(StrEnum):
    """How the text stands to the claim."""

    ASSERTED = "asserted"
    DENIED = "denied"
    UNCONFIRMED = "unconfirmed"
    ALLEGED = "alleged"


@dataclass(frozen=True, slots=True)
class Figure:
    """How many people a source says were harmed, as the source put it."""

    low: int | None
    """Persons, inclusive. None when the words state no lower bound."""
    high: int | None
    """Persons, inclusive. None when the words state no upper bound."""
    modifier: Modifier
    words: str

    def __post_init__(self) -> None:
        if self.low is not None and self.high is not None and self.low > self.high:
            raise ValueError(f"A figure needs low <= high, got {self.low} and {self.high} for {self.words!r}.")


@dataclass(frozen=True, slots=True)
class Place:
    """A place as named in a report, and what the gazetteer makes of it."""

    words: str
    """As written."""
    name: str | None = None
    """The gazetteer's name; None where it is not resolved."""
    entry: str | None = None
    """The gazetteer's id; None where it is not resolved."""
    precision: str | None = None
    """point, neighbourhood, town, city, district, province, country; None where it is not resolved."""
    latitude: float | None = None
    longitude: float | None = None
    """Degrees WGS 84; None where not resolved, and for countries, whose centre is not a place."""
    within: tuple[str, ...] = ()
    """Names of the places that contain it, innermost first ("Aleppo", "Syria")."""
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Victim:
    """A person harmed, as a report names him or her. Left out of what is made for the public."""

    report: ReportId
    name: str
    """As written."""
    span: Span
    age: int | None = None
    """Years as stated at the time; None where not stated."""
    sex: str | None = None
    """"female" or "male" where the words tell; None otherwise."""
    claim: ClaimId | None = None
    words: str = ""


@dataclass(frozen=True, slots=True)
class Claim:
    """One assertion as one report makes it."""

    id: ClaimId
    report: ReportId
    kind: ClaimKind
    span: Span
    """The figure's words for FIGURE, the words that carry the assertion for the other kinds."""
    words: str
    sentence: Span
    """The sentence, or the sentences, that hold the span."""
    status: Status = Status.ASSERTED
    figure: Figure | None = None
    measure: Measure | None = None
    who: str | None = None
    """The people counted or spoken of, as the text says."""
    group: Group | None = None
    subset_of: ClaimId | None = None
    event: EventKind | None = None
    place: Place | None = None
    date: Interval | None = None
    """When it happened; None where it can't be worked out (the reason says why)."""
    blamed: str | None = None
    sources: tuple[str, ...] = ()
    """Names root first; empty for the outlet's own voice."""
    joint: tuple[str, ...] = ()
    """Names of the sources that say it beside the first ("the union and police said"): each is a root of its own."""
    carried: bool = False
    """The source is inherited from a neighbouring sentence: weaker than a cue of its own."""
    attribution: AttributionId | None = None
    """The attribution that gives the sources; None for the outlet's own voice."""
    actor: str | None = None
    """For kinds without figure: who says, denies, keeps silent, holds, backs; as written."""
    target: str | None = None
    """For kinds without figure: whom or what it is about, as written (the backed party, the place held, the killings
    not commented on)."""
    reasons: tuple[tuple[str, str], ...] = ()
    """(field, why it has its value) pairs, as sentences for the user."""
