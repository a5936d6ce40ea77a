"""Reports -> CopyGroups: syndicated, reposted, lightly edited copies. The hashing library loads at the first call."""

from collections.abc import Sequence

from sayso.dedupe.interface import Parameters, Signature, Signer
from sayso.dedupe.judged import judged_copies
from sayso.dedupe.passages import shared_passages
from sayso.dedupe.versions import beside, version_diffs
from sayso.model import CopyGroup, Report

__all__ = [
    "Parameters",
    "Signature",
    "Signer",
    "beside",
    "copy_groups",
    "judged_copies",
    "shared_passages",
    "version_diffs",
]


def copy_groups(reports: Sequence[Report], parameters: Parameters | None = None) -> tuple[CopyGroup, ...]:
    """Groups of two or more reports that are the same text, with the reason for each join."""
    from sayso.dedupe.copies import find_copies
    from sayso.dedupe.rensa_signer import RensaSigner

    return find_copies(reports, RensaSigner(), parameters or Parameters())
