"""Short names that a report gives in brackets behind the full one ("the Marrow Rescue Union (MRU)")."""

import re
from collections.abc import Sequence

from sayso.model import Report, ReportId

_SHORT = re.compile(r"\(([A-Z][A-Za-z]*[A-Z][A-Za-z]*)\)")
_LONGEST = 12
"""Words of a full name at most."""
_REACH = 160
"""Characters before the bracket in which the full name is looked for."""
_SMALL = frozenset(
    {"of", "for", "the", "and", "in", "on", "to", "de", "du", "des", "la", "le", "el", "del", "e", "y", "et"}
)
_END = re.compile(r"[.!?;:,)\]\"”\n]$")


class ShortNames:
    """What short names stand for: as their own report says, else as all the others that say it agree."""

    def __init__(self, reports: Sequence[Report] = ()) -> None:
        self._own: dict[tuple[ReportId, str], str] = {}
        self._all: dict[str, set[str]] = {}
        for report in reports:
            for match in _SHORT.finditer(report.text):
                full = _before(report.text[max(0, match.start() - _REACH) : match.start()])
                if full:
                    short = match.group(1).casefold()
                    self._own.setdefault((report.id, short), full)
                    self._all.setdefault(short, set()).add(full)

    def meant(self, name: str, report: ReportId) -> str | None:
        """The full name as written; None where nothing tells it, or several do."""
        short = name.casefold()
        told = self._all.get(short, set())
        return self._own.get((report, short)) or (next(iter(told)) if len(told) == 1 else None)


def _before(text: str) -> str | None:
    """The name that ends a text: words with capitals and the small ones between them."""
    kept: list[str] = []
    for word in reversed(text.split()[-_LONGEST:]):
        is_name = word[0].isupper() or word.casefold() in _SMALL
        if not is_name or (kept and _END.search(word)):
            break
        kept.insert(0, word)
    while kept and (kept[0].casefold() in _SMALL):
        kept = kept[1:]
    return " ".join(kept) if len(kept) > 1 else None
