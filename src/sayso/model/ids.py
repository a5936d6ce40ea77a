"""Ids as hashes over length-prefixed parts, so ("ab", "c") and ("a", "bc") never share one."""

import hashlib
import re
from collections.abc import Sequence
from typing import NewType

ReportId = NewType("ReportId", str)
AttributionId = NewType("AttributionId", str)
ClaimId = NewType("ClaimId", str)
CopyGroupId = NewType("CopyGroupId", str)
OriginId = NewType("OriginId", str)
IncidentId = NewType("IncidentId", str)

ID_LENGTH = 16
"""Hex digits kept of the SHA-256: 64 bits, collision odds below 1e-7 at a million ids."""


_NUMBER = re.compile(r"R([1-9]\d*)", re.IGNORECASE)


def is_report_number(name: str) -> bool:
    """The way in which briefs number reports ("R3")."""
    return _NUMBER.fullmatch(name) is not None


def report_named(name: str, ids: Sequence[str]) -> str | None:
    """The id of the report that has this id, or this number in a brief of these reports ("R3"); None where none has."""
    if name in ids:
        return name
    found = _NUMBER.fullmatch(name)
    return ids[int(found.group(1)) - 1] if found and int(found.group(1)) <= len(ids) else None


def digest(*parts: str | int | bytes | None) -> str:
    """The first `ID_LENGTH` hex digits of the SHA-256 over the parts, each with its length and type before it.

    None, "" and a missing part all give different ids.
    """
    hasher = hashlib.sha256()
    for part in parts:
        match part:
            case None:
                kind, body = b"n", b""
            case bytes():
                kind, body = b"b", part
            case int():
                kind, body = b"i", str(part).encode()
            case _:
                kind, body = b"s", part.encode("utf-8", "surrogatepass")
        hasher.update(kind + len(body).to_bytes(8, "big") + body)
    return hasher.hexdigest()[:ID_LENGTH]
