"""Ids as hashes over length-prefixed parts, so ("ab", "c") and ("a", "bc") never share one."""

import hashlib
from typing import NewType

ReportId = NewType("ReportId", str)
AttributionId = NewType("AttributionId", str)
ClaimId = NewType("ClaimId", str)
CopyGroupId = NewType("CopyGroupId", str)
OriginId = NewType("OriginId", str)
IncidentId = NewType("IncidentId", str)

ID_LENGTH = 16
"""Hex digits kept of the SHA-256: 64 bits, collision odds below 1e-7 at a million ids."""


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
