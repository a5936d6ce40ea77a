"""Whether words name the report's own outlet, which is no link of a chain and no relay."""

import re

from sayso.attribute.vocabulary import words
from sayso.knowledge.source_words import fold, state_names
from sayso.model import Annotated

ITSELF = re.compile(
    r"(?i)(?:this|our) (?:own )?(?:news ?)?(?:paper|site|website|magazine|station|channel|reporters?|correspondents?"
    r"|agency|office|outlet|organi[sz]ation|newsroom|service|programme)(?:['’]s?)?"
)
BRACKETED = re.compile(r"\s*\([^()]*\)")


def is_own_outlet(a: Annotated, name: str) -> bool:
    """The words are the outlet's name, with or without "news agency" and the like, or "this newspaper"."""
    if ITSELF.fullmatch(name):
        return True
    given = BRACKETED.sub("", a.report.outlet or "")
    outlet = squashed(given)
    if not outlet:
        return False
    if _shortens(name, given):
        return True
    parts = [part for part in re.findall(r"\w+", name.lower()) if part not in words()["outlet_words"]]
    whole = "".join(parts)
    own = squashed(name)
    if len(own) > 3 and outlet.endswith(own):
        return True
    return outlet in (whole, whole.removesuffix("s"), whole.removeprefix("al"), own)


def _shortens(name: str, outlet: str) -> bool:
    """ "VNA" for "Valley News Agency", "Meridian" for "Meridian World Radio"; a word that names a people is no name."""
    whole = [part for part in outlet.split() if part.lower() != "the"]
    parts = [part for part in name.split() if part.lower() != "the"]
    if len(parts) == 1 and len(parts[0]) > 2 and parts[0].isupper() and len(whole) > 2:
        return parts[0] == "".join(part[0] for part in whole if part[0].isupper())
    if not parts or len(parts) >= len(whole) or parts != whole[: len(parts)] or not parts[0].istitle():
        return False
    plain = words()["outlet_words"] | {"national", "world", "international"}
    return any(part.lower() not in plain and fold(part) not in state_names() for part in parts)


def squashed(name: str) -> str:
    """The letters and digits of a name, lower-cased, without its article."""
    return "".join(re.findall(r"\w+", name.lower().removeprefix("the ")))
