"""Source: a person or body that says things."""

from dataclasses import dataclass
from enum import StrEnum


class SourceKind(StrEnum):
    """What kind of source it is, as documenters sort them; UNKNOWN until something tells."""

    EYEWITNESS = "eyewitness"
    MEDIC = "medic"
    MONITOR = "monitor"
    UN_BODY = "UN body"
    NGO = "NGO"
    OFFICIAL = "official"
    ARMED_ACTOR = "armed actor"
    PARTY_MEDIA = "party's media"
    INDEPENDENT_MEDIA = "independent media"
    PERSON = "person"
    """A named person who speaks for himself or herself."""
    UNNAMED = "unnamed"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Source:
    """A person or body, one across reports."""

    id: str
    """A registry key ("sohr"), or "name:" and the folded name for one that the registry does not hold."""
    name: str
    """The name to show."""
    kind: SourceKind = SourceKind.UNKNOWN
    party: str | None = None
    """The party to the conflict that it belongs to ("syrian-government"); None where none or unknown."""
    family: str | None = None
    """The family of bodies it belongs to ("un"); None where none."""

    @property
    def is_named(self) -> bool:
        """Only named sources are counted as origins."""
        return self.kind is not SourceKind.UNNAMED
