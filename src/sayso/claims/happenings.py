"""What kind of happening did the harm."""

from dataclasses import dataclass, field

from sayso.claims.counted_types import Counted
from sayso.claims.happening_rules import event_by_rule
from sayso.claims.happening_words import HappeningWords
from sayso.claims.harm_words import Harm
from sayso.model import Annotated, EventKind, Sentence


@dataclass
class Happenings:
    """The happenings of one report, asked figure by figure."""

    annotated: Annotated
    words: HappeningWords = field(init=False)

    def __post_init__(self) -> None:
        self.words = HappeningWords(self.annotated)

    def of(self, counted: Counted, harm: Harm, sentence: Sentence) -> tuple[EventKind, str]:
        """The kind and why."""
        return event_by_rule(self.words, counted, harm, sentence)
