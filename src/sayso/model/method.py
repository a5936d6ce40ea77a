"""Method: a published way to assess incidents; MethodAssessment: what it makes of one, each part with its reason."""

from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias

from sayso.model.ids import ClaimId, IncidentId
from sayso.model.judgement import JudgementId

Value: TypeAlias = int | float | str | None
"""What stands in a column; None is unknown, never 0."""
SettingValue: TypeAlias = bool | int | float | str | tuple[str, ...]


class Known(StrEnum):
    """How a rule is known to be the method's own."""

    PUBLISHED = "published"
    """Read in the method's own publication."""
    CODE = "code or schema"
    """Read in the project's own code or data."""
    GENERAL = "general knowledge"
    """Not confirmed at a source: kept as a setting with a note."""


@dataclass(frozen=True, slots=True)
class Setting:
    """Something in a method that a user may decide differently."""

    name: str
    value: SettingValue
    help: str
    known: Known
    note: str = ""
    """Why it is so, where the source does not say."""
    choices: tuple[str, ...] = ()
    """The values that fit; empty where any value of the kind does."""
    least: float | None = None
    most: float | None = None


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule, in the words that the user reads as its reason."""

    key: str
    says: str
    known: Known
    source: str
    """Where it was read."""


@dataclass(frozen=True, slots=True)
class Method:
    """A published method as data: versioned, so that every result can say what it was made by."""

    name: str
    title: str
    version: str
    by: str
    """How a machine's result reads: "by Airwars' published rule", never "by Airwars"."""
    source: str
    base: str
    """The shipped method whose rules it applies: its own name, or that of the method that a user's file is based on."""
    definitions: tuple[tuple[str, str], ...]
    vague: tuple[tuple[str, int], ...]
    """Words without a number and the number that the method reads for them."""
    vague_note: str
    rules: tuple[Rule, ...]
    settings: tuple[Setting, ...]
    digest: str
    """Over everything above: two methods that differ anywhere never share it."""

    def setting(self, name: str) -> SettingValue:
        """The value in force; raises KeyError where there is no such setting."""
        for setting in self.settings:
            if setting.name == name:
                return setting.value
        raise KeyError(name)

    def rule(self, key: str) -> Rule:
        """The rule with this key; raises KeyError where there is none."""
        for rule in self.rules:
            if rule.key == key:
                return rule
        raise KeyError(key)


@dataclass(frozen=True, slots=True)
class Part:
    """One thing that a method says of an incident, with its reason."""

    label: str
    shown: str
    """As a reader sees it ("Fair", "17–40", "unknown")."""
    reason: str
    """The facts of this incident that it follows from."""
    rule: str
    """The key of the rule that was applied."""
    claims: tuple[ClaimId, ...] = ()
    values: tuple[tuple[str, Value], ...] = ()
    """Columns of the method's tables and what stands in them."""
    judgement: JudgementId | None = None
    """The person's decision that it rests on; None where a machine applied the rule."""


@dataclass(frozen=True, slots=True)
class MethodAssessment:
    """What one method makes of one incident."""

    incident: IncidentId
    method: str
    version: str
    parts: tuple[Part, ...]
    """The first is what the method is known for: a grade, a number, an outcome."""
    claims: tuple[ClaimId, ...]
    """All that it was made from."""
    judgements: tuple[JudgementId, ...]
    inputs: str
    """Digest of method, claims as read, their origins and judgements: the same inputs give the same digest."""

    @property
    def headline(self) -> Part:
        return self.parts[0]

    def value(self, column: str) -> Value:
        """What stands in a column of the method's tables; None where unknown or not said."""
        for part in self.parts:
            for name, value in part.values:
                if name == column:
                    return value
        return None


@dataclass(frozen=True, slots=True)
class MethodTotal:
    """A total over all incidents as the method makes it, of what is reported and recorded, never an estimate."""

    method: str
    label: str
    shown: str
    reason: str
    incidents: tuple[IncidentId, ...] = ()
