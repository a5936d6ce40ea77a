"""One brief in each of its formats, all from the same content."""

from datetime import datetime
from enum import StrEnum

from sayso.publish.content import content
from sayso.publish.redact import Release


class BriefFormat(StrEnum):
    """How a brief is written."""

    HTML = "html"
    MD = "md"
    JSON = "json"
    DOCX = "docx"
    PDF = "pdf"


def brief_bytes(
    release: Release, fmt: BriefFormat, *, generated: datetime | None = None, excerpts: bool = False
) -> bytes:
    """The brief as a file's bytes; text formats in UTF-8."""
    brief = content(release, generated=generated, excerpts=excerpts)
    match fmt:
        case BriefFormat.HTML:
            from sayso.publish.brief import page_html

            return page_html(brief).encode("utf-8", "replace")
        case BriefFormat.MD:
            from sayso.publish.markdown import brief_markdown

            return brief_markdown(brief).encode("utf-8", "replace")
        case BriefFormat.JSON:
            from sayso.publish.brief_json import brief_json

            return brief_json(brief, release, excerpts=excerpts).encode("utf-8", "replace")
        case BriefFormat.DOCX:
            from sayso.publish.word import brief_docx

            return brief_docx(brief)
        case BriefFormat.PDF:
            from sayso.publish.pdf import brief_pdf

            return brief_pdf(brief)
