"""A brief as headings, paragraphs, lists and tables: what Markdown, word processors and PDF have in common."""

from collections.abc import Iterable, Iterator, Sequence

from sayso.publish.blocks import (
    Block,
    Drawing,
    Heading,
    Item,
    Paragraph,
    Run,
    Runs,
    Table,
    heading,
    link,
    links,
    note,
    plain,
)
from sayso.publish.contexts import (
    AttributionRow,
    Brief,
    ClaimRow,
    IncidentSheet,
    IndexRow,
    MethodCard,
    MethodNote,
    OriginBox,
    Piece,
    ProseLine,
    RangeLine,
    Reason,
    ReportSheet,
    SpeakerBox,
    TextBlock,
)
from sayso.publish.deciding_blocks import list_blocks, sheet_blocks
from sayso.publish.drawn_blocks import chart_blocks, map_blocks, time_blocks
from sayso.publish.version_blocks import version_blocks
from sayso.publish.wording import visible


def outline(brief: Brief) -> tuple[Block, ...]:
    """The brief in reading order; a link whose place is not in the document is left as plain words."""
    blocks = tuple(_blocks(brief))
    ids = {run.id for run in _runs(blocks) if run.id} | {b.id for b in blocks if isinstance(b, Heading)}
    return tuple(_linked(block, ids) for block in blocks)


def _runs(blocks: Iterable[Block]) -> Iterator[Run]:
    for block in blocks:
        if isinstance(block, Table | Drawing):
            table = block.table if isinstance(block, Drawing) else block
            yield from (run for row in table.rows for cell in row for run in cell)
        else:
            yield from block.runs


def _linked(block: Block, ids: set[str]) -> Block:
    def only_to(runs: Runs) -> Runs:
        lost = [run.href.startswith("#") and run.href[1:] not in ids for run in runs]
        return tuple(
            Run(visible(run.text), "" if is_lost else run.href, run.id, run.bold, run.marked)
            for run, is_lost in zip(runs, lost, strict=True)
        )

    match block:
        case Heading():
            return Heading(block.level, only_to(block.runs), block.id)
        case Paragraph():
            return Paragraph(only_to(block.runs), block.style)
        case Item():
            return Item(block.level, only_to(block.runs))
        case Table():
            return Table(block.head, tuple(tuple(only_to(cell) for cell in row) for row in block.rows))
        case Drawing():
            rows = tuple(tuple(only_to(cell) for cell in row) for row in block.table.rows)
            return Drawing(block.svg, block.alt, Table(block.table.head, rows))


def _blocks(brief: Brief) -> Iterator[Block]:
    yield Paragraph(plain(brief.marking), "marking")
    yield heading(1, brief.title)
    yield Paragraph(plain(brief.glance.sentence))
    yield Paragraph((Run(brief.read_by, bold=True),))
    if brief.caution:
        yield note(brief.caution)
    yield note(f"Made: {brief.generated}. Read by: {brief.readers}. Assessed by: {brief.methods or 'not assessed'}.")
    yield from _overview(brief)
    yield from _index(brief)
    yield from time_blocks(brief.time_line)
    yield from map_blocks(brief.place_map)
    yield from list_blocks(brief)
    yield from _sheets(brief)
    yield from _method_notes(brief.method_notes)
    yield from _kinds(brief)
    yield from _speakers(brief.speakers)
    yield from _victims(brief)
    yield from version_blocks(brief.versions)
    yield from _reports(brief.reports)


def _overview(brief: Brief) -> Iterator[Block]:
    if brief.summary:
        yield heading(2, "In short", "summary")
        for box in brief.summary:
            head = Run(box.incident.text, box.incident.href, bold=True)
            yield Paragraph((head, Run(". "), *_told(box.lines)))
    yield heading(2, "At a glance", "glance")
    lines = brief.glance.findings
    rows = tuple((plain(line.label), plain(line.count), plain(line.meaning)) for line in lines)
    yield Table(("Finding", "How many", "What it means"), rows)
    if brief.glance.unknown:
        yield heading(3, "What is not known")
        yield from (Item(0, plain(line)) for line in brief.glance.unknown)
    if brief.not_read:
        yield heading(2, "Not read", "not-read")
        for row in brief.not_read:
            yield Item(0, (Run(row.locator, bold=True), Run(f": {row.what} {row.do}")))


def _told(lines: Sequence[ProseLine]) -> Iterator[Run]:
    """Sentences, each with the reports in which its words stand."""
    for i, line in enumerate(lines):
        more = f" and {line.more} more" if line.more else ""
        yield Run(f"{' ' if i else ''}{line.text} (")
        yield from links(line.links, ", ")
        yield Run(f"{more})")


def _index(brief: Brief) -> Iterator[Block]:
    if not brief.incidents:
        return
    yield heading(2, "Incidents", "incidents")
    yield note(
        "Ordered by the number of independent named origins, then by the highest stated floor. A range is the range of "
        "reports, in the words of its ends; different measures and groups stand side by side and are never added up."
    )
    if brief.index:
        rows = tuple(
            (
                (link(row.incident),),
                plain("; ".join(row.figures)),
                plain(row.origins),
                plain(_record_of(row)),
            )
            for row in brief.index
        )
        yield Table(("Incident", "Reported", "Origins", "Findings"), rows)
        if brief.index_rest:
            yield note(brief.index_rest)


def _sheets(brief: Brief) -> Iterator[Block]:
    if brief.incidents:
        yield heading(2, "Incident by incident", "sheets")
        yield note("Ranges are ranges of reports: nothing is added up and nothing is averaged.")
    for sheet in brief.incidents:
        yield from _incident(sheet)


def _record_of(row: IndexRow) -> str:
    decided, asked = ["decided by a person"] * row.is_decided, ["open question"] * row.is_open
    return ", ".join([*(line.kind for line in row.findings), *decided, *asked])


def _incident(sheet: IncidentSheet) -> Iterator[Block]:
    yield heading(3, f"{sheet.number}. {sheet.label}", sheet.id)
    if sheet.prose:
        yield Paragraph(tuple(_told(sheet.prose)))
    yield note(sheet.support)
    yield from sheet_blocks(sheet)
    if not sheet.is_single:
        yield Paragraph(tuple(_facts(sheet.facts)), "note")
        for blamed in sheet.blamed:
            yield note(f"Blamed: “{blamed.words}” ({blamed.by})")
        yield from (block for line in sheet.ranges for block in _range(line))
        for finding in sheet.findings:
            rests = (Run(" Rests on "), *links(finding.claims), Run(".")) if finding.claims else ()
            yield Item(0, (Run(finding.kind.capitalize(), bold=True), Run(f": {_closed(finding.reason)}"), *rests))
        if sheet.unknown:
            yield note(f"Not known: {'; '.join(sheet.unknown)}.")
    yield from method_blocks(sheet.methods)
    for box in sheet.origins:
        yield from _origin(box)
    if sheet.accused:
        yield heading(4, "The accused party’s own account")
        yield from _claims(sheet.accused)


def method_blocks(found: Sequence[MethodCard]) -> Iterator[Block]:
    """By published methods: each with its reason, then its other parts."""
    if not found:
        return
    yield heading(4, "By published methods")
    for card in found:
        rests = (Run(" Rests on "), *links(card.links), Run(".")) if card.links else ()
        head = Run(f"{card.title}, {card.what.lower()}: {card.shown}", bold=True)
        yield Item(0, (head, Run(f" ({card.by}). {_closed(card.reason)}"), *rests))
        for part in card.parts:
            yield Item(1, (Run(f"{part.label}: {part.shown}", bold=True), Run(f". {_closed(part.reason)}")))


def _method_notes(found: Sequence[MethodNote]) -> Iterator[Block]:
    if not found:
        return
    yield heading(2, "The methods, and their totals", "methods")
    yield note("Each method is applied by machine to the same claims. Totals are of what is reported and recorded.")
    for method in found:
        yield heading(3, method.title)
        yield note(f"Its results read “{method.by}”. Source: {method.source}")
        yield from (Item(0, (Run(t.field, bold=True), Run(f": {t.why}"))) for t in method.totals)
        yield from (Item(0, plain(f"Not confirmed at a source: {line}")) for line in method.unconfirmed)


def _closed(sentence: str) -> str:
    return sentence if sentence.endswith((".", "!", "?", "”")) else f"{sentence}."


def _facts(facts: Sequence[Reason]) -> Iterator[Run]:
    for i, fact in enumerate(facts):
        yield Run(f"{'; ' if i else ''}{fact.field}: {fact.why}")


def _range(line: RangeLine) -> Iterator[Block]:
    ends: list[Run] = []
    for end in line.ends:
        ends += [Run(f" {end.label.lower()} "), Run(f"“{end.words}”", end.href), Run(f" ({end.origin});")]
    yield Item(0, (Run(line.what, bold=True), Run(":"), *ends, Run(f" {line.note}.")))
    for stated in line.stated:
        yield Item(1, (Run(f"{stated.origin}: "), *links(stated.figures, ", ")))
    if line.chart:
        yield from chart_blocks(line.chart)


def _origin(box: OriginBox) -> Iterator[Block]:
    yield heading(4, box.name)
    sources = f" Sources: {'; '.join(box.sources)}." if box.sources else ""
    yield note(f"{box.note}{sources}")
    yield from (note(words) for words in box.judged)
    yield from _claims(box.rows)


def _claims(rows: Sequence[ClaimRow], level: int = 0) -> Iterator[Block]:
    for row in rows:
        yield Item(level, tuple(_claim(row)))
        yield from _claims(row.parts, level + 1)


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
        yield from _facts(row.facts)
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


def _kinds(brief: Brief) -> Iterator[Block]:
    for section in brief.kinds:
        yield heading(2, section.heading, section.id)
        yield note(section.intro)
        yield from _claims(section.rows)


def _speakers(boxes: Sequence[SpeakerBox]) -> Iterator[Block]:
    if not boxes:
        return
    yield heading(2, "Who said what", "speakers")
    for box in boxes:
        yield heading(3, f"{box.name} ({box.count})")
        for row in box.rows:
            yield Item(0, tuple(_attribution(row)))
        yield from _claims(box.claims)


def _attribution(row: AttributionRow) -> Iterator[Run]:
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


def _victims(brief: Brief) -> Iterator[Block]:
    if not brief.victims:
        return
    yield heading(2, "Victims named", "victims")
    yield note("Internal only: names as reports give them.")
    rows = tuple(
        ((Run(row.name, row.href),), plain(row.age), plain(row.sex), plain(row.words), (link(row.report),))
        for row in brief.victims
    )
    yield Table(("Name", "Age", "Sex", "Words", "Report"), rows)


def _reports(sheets: Sequence[ReportSheet]) -> Iterator[Block]:
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
