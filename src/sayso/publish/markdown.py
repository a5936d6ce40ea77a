"""A brief as Markdown: words of reports are escaped, so that nothing in them becomes markup."""

import re
from collections.abc import Iterable

from sayso.publish.blocks import Block, Drawing, Heading, Item, Paragraph, Run, Runs, Table
from sayso.publish.contexts import Brief
from sayso.publish.outline import outline

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>|~^#&$])")
_LINE_START = re.compile(r"^(\d{0,9})([-+=.)])(?=\s|$)")


MADE_BY = "<!-- sayso-brief -->"
"""By this a brief is told from a report when it lies among reports."""


def brief_markdown(brief: Brief) -> str:
    """CommonMark with tables; links lead to `<a id>` anchors in the same file."""
    parts: list[str] = []
    last: Block | None = None
    for block in outline(brief):
        if isinstance(block, Drawing) and not block.table.head:
            continue
        is_list = isinstance(block, Item) and isinstance(last, Item)
        parts.append(("\n" if is_list else "\n\n") if last else "")
        parts.append(_block(block))
        last = block
    return f"{MADE_BY}\n\n{''.join(parts)}\n"


def _block(block: Block) -> str:
    match block:
        case Heading():
            anchor = f'<a id="{block.id}"></a>' if block.id else ""
            return f"{'#' * block.level} {anchor}{_inline(block.runs)}"
        case Item():
            return f"{'  ' * block.level}- {_inline(block.runs)}"
        case Table():
            return _table(block)
        case Drawing():
            return _table(block.table)
        case Paragraph():
            return _paragraph(block)


def _paragraph(block: Paragraph) -> str:
    text = _inline(block.runs)
    match block.style:
        case "marking":
            return f"**{text}**"
        case "note":
            return f"*{text}*" if not any(run.href or run.bold for run in block.runs) else text
        case "block":
            return f"> {text}"
        case _:
            return text


def _table(table: Table) -> str:
    lines = [_row(escaped(cell) for cell in table.head), _row("---" for _ in table.head)]
    lines += [_row(_inline(cell) for cell in row) for row in table.rows]
    return "\n".join(lines)


def _row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _inline(runs: Runs) -> str:
    text = "".join(_run(run) for run in runs).strip()
    return _LINE_START.sub(r"\1\\\2", text)


def _run(run: Run) -> str:
    text = escaped(run.text)
    anchor = f'<a id="{run.id}"></a>' if run.id else ""
    if not run.text.strip():
        return anchor + text
    bare = text.strip()
    before, after = text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :]
    if run.bold:
        bare = f"**{bare}**"
    if run.href:
        bare = f"[{bare}](<{_address(run.href)}>)" if not run.href.startswith("#") else f"[{bare}]({run.href})"
    if run.marked:
        bare = f"<mark>{bare}</mark>"
    return f"{before}{anchor}{bare}{after}"


def _address(href: str) -> str:
    return re.sub(r"[<>\\\s]", lambda found: f"%{ord(found.group()):02X}", href)


def escaped(text: str) -> str:
    """The text on one line, as itself: marks of Markdown and HTML are escaped."""
    line = re.sub(r"\s*\n\s*", " ", text)
    return _SPECIAL.sub(r"\\\1", line)
