"""What persons decided, and what is open for them to decide."""

from dataclasses import dataclass

from sayso.publish.contexts.words import Link


@dataclass(frozen=True, slots=True)
class DecisionLine:
    """One decision of a person, with its reason."""

    words: str
    """Who decided what, when and why, as a sentence."""
    about: tuple[Link, ...]
    """The claims and reports that it names; for the list of all decisions the incidents and reports where it counts."""
    note: str = ""
    """What a reader has to know of its effect; empty where it counts as it stands."""


@dataclass(frozen=True, slots=True)
class ReadingLine:
    """One incident as it stands, or as it would stand."""

    label: str
    support: str
    ranges: tuple[str, ...]
    """The range of reports for each measure, in the words of its ends, with the origin of each."""
    origins: str
    """The named origins; empty where there is none."""


@dataclass(frozen=True, slots=True)
class QuestionBox:
    """An uncertain link: both readings, what each comes to, and the call that decides it."""

    id: str
    asked: str
    """The question in a few words ("May be the same happening as")."""
    others: tuple[Link, ...]
    """The other incident; empty where one may be two."""
    hinges: tuple[Link, ...]
    """The two claims that it hangs on."""
    for_one: tuple[str, ...]
    for_two: tuple[str, ...]
    now: tuple[ReadingLine, ...]
    then: tuple[ReadingLine, ...]
    """What the record would be; empty where that was not worked out, or nothing would change."""
    then_note: str
    """What it leaves out; empty where nothing."""
    then_label: str
    """("If they are one")."""
    change: str
    """The command that decides against the present reading."""
    keep_label: str
    keep: str
    """The command that decides for it, so that it is not asked again."""


@dataclass(frozen=True, slots=True)
class OpenQuestion:
    """A question as a line of the list."""

    link: Link
    incidents: tuple[Link, ...]
    between: str
    """What stands between the incidents ("may be one with"), or behind the one ("may be two happenings")."""
