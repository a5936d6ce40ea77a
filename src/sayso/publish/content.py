"""The content of a brief, the same for every format: typed values in which everything is decided."""

from datetime import datetime

from sayso.publish import wording
from sayso.publish.by_method import notes
from sayso.publish.contexts import Brief
from sayso.publish.decisions import Decisions
from sayso.publish.excerpts import Excerpts
from sayso.publish.glance import glance
from sayso.publish.handles import handles
from sayso.publish.index import index
from sayso.publish.places import place_map
from sayso.publish.prose import Prose
from sayso.publish.questions import Questions
from sayso.publish.redact import Audience, Release, left_out
from sayso.publish.registers import Library, kind_sections, not_read, speakers, victims
from sayso.publish.rows import Rows
from sayso.publish.sheets import sheets
from sayso.publish.timeline import time_line
from sayso.publish.versions import Versions

MARKINGS = {
    Audience.INTERNAL: "INTERNAL — not for publication",
    Audience.PUBLIC: (
        "FOR PUBLICATION: names of victims and private persons left out by machine; check before release"
    ),
}


def content(release: Release, *, generated: datetime | None = None, excerpts: bool = False) -> Brief:
    """The whole brief; `excerpts` keeps of each report only the sentences that are cited.

    `generated` is the moment to print, with its zone; None prints that it is not recorded, so that the same
    analysis gives the same brief.
    """
    analysis = release.analysis
    rows = Rows(analysis, with_ids=release.audience is Audience.INTERNAL)
    incidents = sheets(analysis, rows)
    listed = index(incidents)
    cited = Excerpts(analysis) if excerpts else None
    versions = Versions(analysis, rows, cited)
    decided = Decisions(analysis, rows).all()
    return Brief(
        title=release.title or f"What {wording.count(len(analysis.reports), 'report')} say{_s(len(analysis.reports))}",
        generated=wording.moment(generated) if generated else "not recorded",
        readers=wording.listed([wording.reader(*reader) for reader in analysis.readers]) or "not recorded",
        methods=wording.listed(list(dict.fromkeys(f"{a.method} {a.version}" for a in analysis.assessments))),
        glance=glance(analysis),
        summary=Prose(analysis, rows).summary_boxes(),
        not_read=not_read(analysis),
        time_line=time_line(analysis, rows),
        place_map=place_map(analysis),
        index=listed,
        index_rest=_rest(len(incidents) - len(listed)),
        incidents=incidents,
        kinds=kind_sections(analysis, rows),
        speakers=speakers(analysis, rows),
        victims=victims(analysis, rows),
        reports=Library(analysis, rows, excerpts=cited, versions=versions).sheets(),
        versions=versions.boxes(),
        audience=release.audience.value,
        marking=MARKINGS[release.audience],
        caution=_caution(release, excerpts=excerpts),
        method_notes=notes(analysis),
        read_by=_read_by(len(decided)),
        decisions=decided,
        notices=analysis.notices,
        questions=Questions(analysis, rows).all(),
        ids=handles(analysis) if release.audience is Audience.INTERNAL else "",
    )


def _read_by(decisions: int) -> str:
    """What is machine-read, and what persons decided."""
    if not decisions:
        return "All of this was machine-read; nothing has been checked by a person."
    told = wording.count(decisions, "decision of a person", "decisions of persons")
    return f"All of this was machine-read, going by {told}; nothing else has been checked by a person."


def _rest(number: int) -> str:
    return f"{wording.count(number, 'more incident')} below." if number else ""


def _s(number: int) -> str:
    return "s" if number == 1 else ""


def _caution(release: Release, *, excerpts: bool) -> str:
    """What has been left out, in words; empty where nothing has."""
    parts = []
    if release.audience is Audience.PUBLIC:
        parts.append(left_out(release))
    if excerpts:
        parts.append("Of each report only the sentences that are cited are given; “[…]” stands for the rest.")
    return " ".join(parts)
