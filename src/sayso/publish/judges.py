"""Who judged what, and why, stays inside: of a judgement the public sees that a person made it."""

import re
from collections.abc import Sequence

from sayso.model import Judgement

PERSON, REASON = "a person", "the reason is kept inside"


class Judges:
    """The words of judgements, wherever a reason repeats them."""

    def __init__(self, judgements: Sequence[Judgement]) -> None:
        self._told = [
            (_words(j.reason), re.compile(rf"(?<!\w){re.escape(j.by)}(?!\w)", re.IGNORECASE)) for j in judgements
        ]

    def hidden(self, text: str) -> str:
        """The text, with a person for the name of who judged, and without the reason."""
        for reason, name in self._told:
            if reason.search(text):
                text = name.sub(PERSON, reason.sub(REASON, text))
        return text


def _words(reason: str) -> re.Pattern[str]:
    """The reason as it may be set into a sentence: in whatever case, with or without its full stop."""
    return re.compile(re.escape(reason.strip().rstrip(".")), re.IGNORECASE)


def _name(by: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){re.escape(by)}(?!\w)", re.IGNORECASE)
