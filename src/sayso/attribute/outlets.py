"""Whether words name the report's own outlet, which is no link of a chain and no relay."""

import re

from sayso.attribute.vocabulary import words
from sayso.model import Annotated

ITSELF = re.compile(
    r"(?i)(?:this|our) (?:news)?(?:paper|site|website|magazine|station|channel|reporters?|correspondents?)"
)


def is_own_outlet(a: Annotated, name: str) -> bool:
    """The words are the outlet's name, with or without "news agency" and the like, or "this newspaper"."""
    if ITSELF.fullmatch(name):
        return True
    outlet = squashed(a.report.outlet or "")
    if not outlet:
        return False
    parts = [part for part in re.findall(r"\w+", name.lower()) if part not in words()["outlet_words"]]
    whole = "".join(parts)
    own = squashed(name)
    if len(own) > 3 and outlet.endswith(own):
        return True
    return outlet in (whole, whole.removesuffix("s"), whole.removeprefix("al"), own)


def squashed(name: str) -> str:
    """The letters and digits of a name, lower-cased, without its article."""
    return "".join(re.findall(r"\w+", name.lower().removeprefix("the ")))
