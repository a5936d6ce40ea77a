"""When a war began, where a report speaks of "the war" and names its country but no start."""

import re
from datetime import date
from functools import cache

from sayso.knowledge.patterns import word_pattern
from sayso.knowledge.vocabulary import load_vocabulary
from sayso.model import Annotated, Sentence


@cache
def _starts() -> tuple[tuple[re.Pattern[str], str, date], ...]:
    listed = load_vocabulary("events_conflicts").get("conflicts")
    rows = []
    for row in listed if isinstance(listed, list) else []:
        if isinstance(row, dict):
            names = "|".join(re.escape(str(name)) for name in row["names"])
            rows.append((re.compile(rf"\b(?:{names})s?\b"), str(row["label"]), date.fromisoformat(str(row["start"]))))
    return tuple(rows)


def conflict_since(annotated: Annotated, sentence: Sentence, until: date | None) -> tuple[date, str] | None:
    """The start of the conflict that the sentence speaks of and why; None where none is known.

    `until`: the report's day, None where it has none.
    """
    words = sentence.span.of(annotated.text)
    if not word_pattern("events_patterns", "of_a_war").search(words):
        return None
    for text in (words, annotated.text):
        hits = [(len(pattern.findall(text)), start, label) for pattern, label, start in _starts()]
        hits = [hit for hit in hits if hit[0] and (until is None or hit[1] <= until)]
        if hits:
            _, start, label = max(hits)
            return start, f"{label} began on {start.isoformat()}, by the list of conflicts; the report states no start."
    return None
