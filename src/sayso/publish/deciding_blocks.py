"""Open questions and decisions of persons, at the incidents and in lists, for documents."""

from collections.abc import Iterator, Sequence

from sayso.publish.blocks import Block, Item, Paragraph, Run, heading, link, links, note, plain
from sayso.publish.contexts import Brief, DecisionLine, IncidentSheet, QuestionBox, ReadingLine


def list_blocks(brief: Brief) -> Iterator[Block]:
    """What is open, and what was decided, each in one list."""
    questions, decisions = brief.questions, brief.decisions
    if questions:
        yield heading(2, "Open questions", "questions")
        yield note(
            "Links that could be read the other way. What speaks for each reading, and the command that decides it, "
            "stand with the incident."
        )
    for asked in questions:
        first, *others = asked.incidents
        rest = [run for other in others for run in (Run(" "), link(other))]
        yield Item(0, (link(first), Run(f" {asked.between}"), *rest, Run(". "), link(asked.link)))
    if decisions:
        yield heading(2, "Decisions of persons", "decisions")
        yield note("Of two that contradict each other the later counts. Everything after is worked out anew.")
    for line in decisions:
        yield Item(0, tuple(_decision(line, "Counts in")))
    yield from (Item(0, plain(f"Note: {notice}")) for notice in brief.notices)


def sheet_blocks(sheet: IncidentSheet) -> Iterator[Block]:
    """What was decided about an incident, and what is open."""
    if sheet.decisions:
        yield heading(4, "Decided by a person")
        yield from (Item(0, tuple(_decision(line, "About"))) for line in sheet.decisions)
    for asked in sheet.questions:
        yield from _question(asked)


def _decision(line: DecisionLine, of: str) -> Iterator[Run]:
    yield Run(line.words)
    if line.about:
        yield Run(f" {of} ")
        yield from links(line.about)
        yield Run(".")
    if line.note:
        yield Run(f" {line.note}")


def _question(asked: QuestionBox) -> Iterator[Block]:
    others = [run for other in asked.others for run in (Run(" "), link(other))]
    yield Paragraph((Run("Open: ", id=asked.id, bold=True), Run(asked.asked, bold=True), *others, Run(".")))
    for told, points in (("For one happening", asked.for_one), ("For two", asked.for_two)):
        yield Item(0, (Run(told, bold=True), Run(f": {'; '.join(points)}.")))
    yield Item(0, (Run("It hangs on "), *links(asked.hinges, " and "), Run(".")))
    if asked.then:
        yield from _readings("As it stands", asked.now)
        yield from _readings(asked.then_label, asked.then)
        yield from ([Item(0, plain(asked.then_note))] if asked.then_note else [])
    yield Item(0, (Run(asked.then_label, bold=True), Run(f": {asked.change}")))
    yield Item(0, (Run(asked.keep_label, bold=True), Run(f": {asked.keep}")))


def _readings(told: str, lines: Sequence[ReadingLine]) -> Iterator[Block]:
    yield Item(0, (Run(told, bold=True), Run(":")))
    for line in lines:
        origins = f" Origins: {line.origins}." if line.origins else ""
        ranges = "".join(f" {told}." for told in line.ranges)
        yield Item(1, plain(f"{line.label}.{ranges} {line.support}{origins}"))
