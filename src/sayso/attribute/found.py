"""Found: an attribution while it is being put together, before names are resolved."""

from dataclasses import dataclass, field

from sayso.attribute.grammar import Phrase
from sayso.model import Act, Span


@dataclass
class Found:
    """Changed by the rules of one report only; never leaves the stage."""

    act: Act
    reason: str
    cue: list[Span] = field(default_factory=list)
    speakers: list[Phrase] = field(default_factory=list)
    content: list[Span] = field(default_factory=list)
    origin: list[Phrase] = field(default_factory=list)
    relay: list[Phrase] = field(default_factory=list)
    hedged: bool = False
    standing: bool = False
    """The origin is a network that the speaker always relies on, so it is no link of this statement's chain."""
    sure: bool = False
    """The grammar is enough: it is taken whether or not a network sees it too."""
    verb: int | None = None
    """The token of the cue's main verb."""

    @property
    def at(self) -> int:
        """Where it stands in the text, by its cue, else its speaker."""
        return self.cue[0].start if self.cue else self.content[0].start
