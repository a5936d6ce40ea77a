"""Found: an assertion as a rule found it in the grammar, before its source, place and date are known."""

from dataclasses import dataclass

from sayso.model import Attribution, ClaimKind, Span, Status


@dataclass(frozen=True, slots=True)
class Found:
    """One assertion in one sentence."""

    kind: ClaimKind
    anchor: int
    """Index of the token that carries it."""
    span: Span
    reason: str
    """The rule that found it, as a sentence for the user."""
    actor: str | None = None
    target: str | None = None
    who: str | None = None
    status: Status = Status.ASSERTED
    stance: str = ""
    """Why the status is not "asserted", as a sentence for the user."""
    attribution: Attribution | None = None
    """Set where the assertion IS an attribution; otherwise the innermost one around it is looked up."""
    topic: str | None = None
    """What makes a standing fact the same in another sentence ("rebels hold Aleppo"): kept once for each report."""
