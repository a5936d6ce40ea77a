"""Published methods over one base of evidence: records, and small functions whose docstrings are the reasons."""

from sayso.assess.methods.apply import apply, unread
from sayso.assess.methods.history import Entry, append, lines, news, read_history
from sayso.assess.methods.record import NAMES, chosen, own, shipped

__all__ = [
    "NAMES",
    "Entry",
    "append",
    "apply",
    "chosen",
    "lines",
    "news",
    "own",
    "read_history",
    "shipped",
    "unread",
]
