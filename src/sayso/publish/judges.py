"""Who judged what, and why, stays inside: of a judgement the public sees that a person made it."""

import re
from collections.abc import Sequence

from sayso.model import Judgement

PERSON, REASON = "a person", "the reason is kept inside"


class Judges:
    """The tellings of judgements, wherever a sentence holds one: who, when, a colon, and why."""

    def __init__(self, judgements: Sequence[Judgement]) -> None:
        # longer reasons first: of two that begin alike, the whole one goes
        told = sorted(judgements, key=lambda judgement: -len(judgement.reason))
        self._tellings = list(dict.fromkeys(map(_telling, told)))

    def hidden(self, text: str) -> str:
        """The text, in each telling a person for who judged and no reason; all other words stay as they are."""
        for telling in self._tellings:
            text = telling.sub(lambda found: f"{PERSON}{found.group(1)}: {REASON}", text)
        return text


def _telling(judgement: Judgement) -> re.Pattern[str]:
    """The whole telling ("A. Editor on 2031-05-06: two streets"); a reason by itself may be any word of a sentence."""
    reason = judgement.reason.strip()
    bare = reason.rstrip(".") or reason
    ends = r"(?!\w)" if bare[-1:].isalnum() else ""
    return re.compile(
        rf"(?<!\w){re.escape(judgement.by.strip())}([^:\n]{{0,60}}): {re.escape(bare)}{ends}", re.IGNORECASE
    )
