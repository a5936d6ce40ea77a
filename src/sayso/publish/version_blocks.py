"""Versions and copies side by side, for documents."""

from collections.abc import Iterator, Sequence

from sayso.publish.blocks import Block, Heading, Item, Run, heading, link, note
from sayso.publish.contexts import ChangeLine, VersionBox


def version_blocks(boxes: Sequence[VersionBox]) -> Iterator[Block]:
    """What was changed between versions of a report, and between copies of one text."""
    if not boxes:
        return
    yield heading(2, "Versions and copies", "versions")
    yield note(
        "What was changed between versions of a report, and between copies of one text. FIGURE: a number, or what "
        "bounds it, differs. Case and marks are not compared."
    )
    for box in boxes:
        yield Heading(3, (link(box.earlier), Run(" to "), link(box.later), Run(f": {box.count.rstrip('.')}")), box.id)
        yield note(f"{box.names[0]}; then {box.names[1]}. {box.reason}")
        yield from (Item(0, tuple(_change(line))) for line in box.changes)
        if box.more:
            yield note(box.more)


def _change(line: ChangeLine) -> Iterator[Run]:
    yield Run(f"{'FIGURE, ' if line.figures else ''}{line.kind}: ", bold=line.figures)
    yield Run(line.before)
    if line.old:
        yield Run("was “")
        yield Run(line.old, line.old_href)
        yield Run("”")
    if line.old and line.new:
        yield Run(", ")
    if line.new:
        yield Run("is “")
        yield Run(line.new, line.new_href, bold=True)
        yield Run("”")
    yield Run(line.after)
