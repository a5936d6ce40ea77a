"""sayso sets out, claim by claim, who says so, through whom, in which words.

import sayso
found = sayso.analyse("The ministry said at least nine people were killed.", published="2024-05-02")
found.claims, found.attributions, found.incidents
"""

from typing import TYPE_CHECKING

from sayso.version import __version__

if TYPE_CHECKING:
    from sayso.pipeline import Analysed

__all__ = ["__version__", "analyse"]


def analyse(text: str, *, published: str | None = None, outlet: str | None = None) -> "Analysed":
    """What one report holds: attributions, claims, victims, incidents, each with spans that point into `text`.

    published: when the outlet published it, in the outlet's own calendar ("2016-12-13", "13 Dec 2016 8:26 AM AEDT").
    Without it, and where the text itself does not tell, relative days ("on Tuesday") stay unknown.

    Raises UsageError for a date that does not exist and ReadError for a text that holds nothing to read.
    """
    from sayso.api import analyse as run

    return run(text, published=published, outlet=outlet)
