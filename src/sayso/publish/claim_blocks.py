"""Claims, attributions and the reports' texts as lines of a document, each with the way to its words."""

from collections.abc import Iterable, Iterator, Sequence

from sayso.publish.blocks import Block, Item, Paragraph, Run, heading, link, links, plain
from sayso.publish.contexts import AttributionRow, ClaimRow, Piece, Reason, ReportSheet, TextBlock


def claim_blocks(rows: Sequence[ClaimRow], level: int = 0) -> Iterator[Block]:
    """One item for each claim, what counts a part of its people below it."""
    for row in rows:
        yield Item(level, tuple(_claim(row)))
        yield from claim_blocks(row.parts, level + 1)


def _claim(row: ClaimRow) -> Iterator[Run]:
    head = f"“{row.words}”" if row.kind == "figure" else row.actor or row.measure
    yield Run(head, row.href, bold=True)
    told = [row.measure if row.kind == "figure" or row.actor else "", row.group, row.status]
    yield Run("".join(f", {one}" for one in told if one) + ": ")
    yield from _words(row.sentence, leads=False)
    yield Run(f" — {_chain(row.chain, row.outlet)} ")
    yield link(row.report)
    carried = "; source carried over from a sentence nearby" if row.carried else ""
    yield Run(f", {row.published}{carried}.")
    if row.facts:
        yield Run(" ")
        yield from fact_runs(row.facts)
        yield Run(".")
    if row.copies:
        yield Run(" The same words in copies: ")
        yield from links([copy.link for copy in row.copies])
        yield Run(".")
    for remark in row.remarks:
        yield Run(" On verification, the same report says ")
        yield link(remark)
        yield Run(".")


def _chain(names: Sequence[str], outlet: str) -> str:
    return " > ".join([*names, outlet]) if names else f"in its own words: {outlet}"


def _words(pieces: Sequence[Piece], *, leads: bool) -> Iterator[Run]:
    """The words of a marked text; with `leads`, marks keep their ids, so that links find them."""
    depth, at = 0, ""
    for piece in pieces:
        if piece.kind == "open":
            if at and leads:
                yield Run("", id=at, marked=True)
            depth, at = depth + 1, piece.id or ""
        elif piece.kind == "close":
            depth -= 1
        elif piece.kind in ("words", "control"):
            text = piece.text if piece.kind == "words" else f"[{piece.text}]"
            yield Run(text, id=at if leads else "", marked=depth > 0)
            at = ""
    if at and leads:
        yield Run("", id=at)


def attribution_runs(row: AttributionRow) -> Iterator[Run]:
    """Who is said to have said what."""
    yield Run(row.act, row.href, bold=True)
    yield Run(": ")
    for i, content in enumerate(row.content):
        if i:
            yield Run(" … ")
        yield from (Run(run.text) for run in _words(content, leads=False))
    hedged = "; the report keeps its distance" if row.hedged else ""
    yield Run(f" — {_chain(row.chain, row.outlet)} ")
    yield link(row.report)
    yield Run(f"{hedged}.")


def fact_runs(facts: Sequence[Reason]) -> Iterator[Run]:
    """Fields with their values, side by side."""
    for i, fact in enumerate(facts):
        yield Run(f"{'; ' if i else ''}{fact.field}: {fact.why}")


def report_blocks(sheets: Sequence[ReportSheet]) -> Iterator[Block]:
    """The reports with what is known of them, and their texts with the words that links lead to."""
    yield heading(2, "Reports and their texts", "reports")
    for sheet in sheets:
        yield heading(3, f"R{sheet.number} {sheet.title}", sheet.id)
        facts = [*sheet.facts, Reason("Read from it", sheet.claims)]
        yield from (Item(0, plain(f"{fact.field}: {fact.why}")) for fact in facts)
        if sheet.url:
            yield Item(0, (Run("Address: "), Run(sheet.url, sheet.url if sheet.safe_url else "")))
        if sheet.copies:
            reasons = "".join(f" {reason}." for reason in sheet.copy_reasons)
            judged = "".join(f" {words}" for words in sheet.copy_judged)
            yield Item(
                0, (Run("Taken to be the same text as "), *links(sheet.copies, ", "), Run(f".{reasons}{judged}"))
            )
        if sheet.changes:
            yield Item(0, (Run("What was changed: "), *links(sheet.changes), Run(".")))
        yield from (Item(0, plain(f"Note: {note}")) for note in sheet.notes)
        yield from (Paragraph(tuple(_words(block.pieces, leads=True)), "block") for block in _texts(sheet.blocks))


def _texts(blocks: Iterable[TextBlock]) -> Iterator[TextBlock]:
    """Stretches with words; white space between blocks is the format's own affair."""
    for block in blocks:
        if any(piece.kind != "words" or piece.text.strip() for piece in block.pieces):
            yield block
