"""What was changed between two versions of a text."""

from dataclasses import dataclass

from sayso.publish.contexts.words import Link


@dataclass(frozen=True, slots=True)
class ChangeLine:
    """One change with a few words around it."""

    kind: str
    figures: bool
    """A number differs."""
    before: str
    """Words in front of it, in the later text; of what was taken out, in the earlier one."""
    old: str
    """The words as they were; empty where they were added."""
    old_href: str
    """To them in the earlier report; empty where there are none, or where that text is not given whole."""
    new: str
    new_href: str
    after: str


@dataclass(frozen=True, slots=True)
class VersionBox:
    """Two reports side by side."""

    id: str
    earlier: Link
    later: Link
    names: tuple[str, str]
    """Outlet and time of each."""
    reason: str
    count: str
    """How many changes, and how many of them touch a figure, as a sentence."""
    changes: tuple[ChangeLine, ...]
    more: str
    """What is not shown, and why; empty where all is."""
