"""What `import sayso` offers, behind a door that loads the engines only when they are needed."""

from sayso.errors import ReadError
from sayso.knowledge.stamps import require_stamp
from sayso.pipeline import Analysed, analyse_text
from sayso.read import ReadOptions
from sayso.settings import settings


def analyse(text: str, *, published: str | None, outlet: str | None) -> Analysed:
    """See `sayso.analyse`."""
    if not text.strip():
        raise ReadError("The text is empty.", "text", "Give the report's words.")
    chosen = settings()
    options = ReadOptions(
        published=require_stamp(published, found_in="given") if published else None,
        outlet=outlet,
        max_bytes=chosen.max_bytes,
        max_chars=chosen.max_chars,
    )
    return analyse_text(text, options, chosen=chosen)
