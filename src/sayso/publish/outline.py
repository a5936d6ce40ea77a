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
from sayso.publish.claim_blocks import attribution_runs, claim_blocks, fact_runs, report_blocks
from sayso.publish.contexts import (
    Brief,
    IncidentSheet,
    IndexRow,
    MethodCard,
    MethodNote,
    OriginBox,
    ProseLine,
    RangeLine,
    SpeakerBox,
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
    yield note(f"Made: {brief.generated}.")
    yield from _glance(brief)
    yield from _not_read(brief)
    yield from _index(brief)
    yield from _record(brief)
    yield from time_blocks(brief.time_line)
    yield from map_blocks(brief.place_map)
    yield from list_blocks(brief)
    yield from _sheets(brief)
    yield from _method_notes(brief.method_notes)
    yield from _kinds(brief)
    yield from _speakers(brief.speakers)
    yield from _victims(brief)
    yield from version_blocks(brief.versions)
    yield from report_blocks(brief.reports)
    yield from _made(brief)


def _glance(brief: Brief) -> Iterator[Block]:
    yield heading(2, "At a glance", "glance")
    for box in brief.summary:
        head = Run(box.incident.text, box.incident.href, bold=True)
        yield Paragraph((head, Run(". "), *_told(box.lines)))
    for line in brief.glance.totals:
        yield Item(0, (Run(line.count, bold=True), Run(f" {line.label}: {line.meaning}")))


def _not_read(brief: Brief) -> Iterator[Block]:
    if brief.not_read:
        yield heading(2, "Not read", "not-read")
        for row in brief.not_read:
            yield Item(0, (Run(row.locator, bold=True), Run(f": {row.what} {row.do}")))


def _record(brief: Brief) -> Iterator[Block]:
    yield heading(2, "What the record supports", "record")
    yield note("An incident can be in more than one row; copies are included in what is counted “in all”.")
    lines = brief.glance.findings
    rows = tuple((plain(line.label), plain(line.count), plain(line.meaning)) for line in lines)
    yield Table(("Finding", "How many", "What it means"), rows)
    if brief.glance.unknown:
        yield heading(3, "What is not known")
        yield from (Item(0, plain(line)) for line in brief.glance.unknown)


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
    yield heading(2, "List of incidents", "incidents")
    yield note(
        "In order of how many named origins stand behind them, then of the highest number that is stated as a floor. "
        "The order says nothing about what is true. A range is the range of reports, in the words of its ends; "
        "different measures and groups stand side by side and are never added up."
    )
    if brief.index:
        rows = tuple(
            (
                (link(row.incident),),
                plain("; ".join(row.figures) or "no number stated"),
                plain(row.origins),
                plain(_record_of(row)),
            )
            for row in brief.index
        )
        yield Table(("Incident", "Reported", "Behind it", "Record"), rows)
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
    yield note(f"{sheet.support} Id: {sheet.handle}." if sheet.handle else sheet.support)
    yield from sheet_blocks(sheet)
    if not sheet.is_single:
        yield Paragraph(tuple(fact_runs(sheet.facts)), "note")
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
        yield from claim_blocks(sheet.accused)


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
    yield from claim_blocks(box.rows)


def _kinds(brief: Brief) -> Iterator[Block]:
    for section in brief.kinds:
        yield heading(2, section.heading, section.id)
        yield note(section.intro)
        yield from claim_blocks(section.rows)


def _speakers(boxes: Sequence[SpeakerBox]) -> Iterator[Block]:
    if not boxes:
        return
    yield heading(2, "Who said what", "speakers")
    for box in boxes:
        yield heading(3, f"{box.name} ({box.count})")
        for row in box.rows:
            yield Item(0, tuple(attribution_runs(row)))
        yield from claim_blocks(box.claims)


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


def _made(brief: Brief) -> Iterator[Block]:
    yield heading(2, "How this brief was made", "made")
    stated = (("Read by", brief.readers), ("Assessed by", brief.methods or "not assessed"), ("Made", brief.generated))
    yield from (Item(0, plain(f"{field}: {value}")) for field, value in stated)
    yield note("A hash shows that a file is unchanged since it was read, not that it is true.")
