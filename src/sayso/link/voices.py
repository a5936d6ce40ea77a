"""Each source of a claim as a voice of its own, where several say the same side by side."""

from dataclasses import replace

from sayso.model import Claim, ClaimId


def voices(claim: Claim) -> tuple[Claim, ...]:
    """The claim by its first source, and once more for each source that says the same beside it."""
    beside = (
        replace(claim, id=ClaimId(f"{claim.id}+{n}"), sources=(name,), joint=())
        for n, name in enumerate(claim.joint, start=1)
    )
    return claim, *beside
