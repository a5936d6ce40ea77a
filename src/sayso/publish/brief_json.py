"""A brief as JSON for other programs; the fields are explained in `docs/usage.md`."""

import json

from sayso.model import Analysis, Incident, RangeEnd, Report, ReportedRange
from sayso.publish.by_method import assessment_records, method_records
from sayso.publish.contexts import Brief
from sayso.publish.deciding_json import for_a_person
from sayso.publish.excerpts import Excerpts
from sayso.publish.order import ordered
from sayso.publish.prose import Paragraph, Prose, Sentence
from sayso.publish.records import Json, attribution_record, claim_record
from sayso.publish.redact import Release
from sayso.publish.registers import is_web_address
from sayso.publish.rows import Rows
from sayso.publish.versions import records as version_records
from sayso.publish.wording import file_name

FORMAT, VERSION = "sayso-brief", 1


def brief_json(brief: Brief, release: Release, *, excerpts: bool = False) -> str:
    """One JSON object with everything the brief says; unknown is null."""
    analysis = release.analysis
    prose = Prose(analysis, Rows(analysis))
    record: dict[str, Json] = {
        "format": FORMAT,
        "version": VERSION,
        "title": brief.title,
        "audience": brief.audience,
        "marking": brief.marking,
        "caution": brief.caution or None,
        "generated": None if brief.generated == "not recorded" else brief.generated,
        "readers": [{"part": part, "version": version} for part, version in analysis.readers],
        "overview": brief.glance.sentence,
        "findings": [
            {"finding": line.label, "count": line.count, "meaning": line.meaning} for line in brief.glance.findings
        ],
        "not_known": list(brief.glance.unknown),
        "summary": [_paragraph(paragraph, analysis) for paragraph in prose.summary()],
        "incidents": [_incident(incident, analysis, prose) for incident in ordered(analysis)],
        "claims": [claim_record(claim, analysis) for claim in analysis.claims],
        "attributions": [attribution_record(attribution) for attribution in analysis.attributions],
        "victims": [
            {"article": v.report, "name": v.name, "age": v.age, "sex": v.sex, "start": v.span.start, "end": v.span.end}
            for v in analysis.victims
        ],
        "reports": [_report(report, analysis, excerpts=excerpts) for report in analysis.reports],
        "copies": [
            {
                "reports": list(group.reports),
                "reasons": [join.reason for join in group.joins],
                **({"judged": list(group.judged)} if group.judged else {}),
            }
            for group in analysis.copies
        ],
        "not_read": [{"input": file_name(n.locator), "what": n.what, "do": n.do} for n in analysis.not_read],
    }
    changed = version_records(analysis)
    if changed and not excerpts:
        record["versions"] = [*changed]
    if analysis.methods:
        record["methods"] = method_records(analysis)
    if brief.audience == "internal":
        record |= for_a_person(analysis, Rows(analysis))
    return json.dumps(record, ensure_ascii=False, indent=1) + "\n"


def _paragraph(paragraph: Paragraph, analysis: Analysis) -> dict[str, Json]:
    return {
        "incident": paragraph.incident,
        "label": paragraph.label,
        "sentences": [_sentence(sentence, analysis) for sentence in paragraph.sentences],
    }


def _sentence(sentence: Sentence, analysis: Analysis) -> dict[str, Json]:
    return {
        "text": sentence.text,
        "claims": list(sentence.links),
        "spans": [
            {
                "article": cited.report,
                "start": cited.span.start,
                "end": cited.span.end,
                "words": cited.span.of(analysis.report_by_id[cited.report].text),
            }
            for cited in sentence.cited
        ],
    }


def _incident(incident: Incident, analysis: Analysis, prose: Prose) -> dict[str, Json]:
    assessments = [a for a in analysis.assessments if a.incident == incident.id]
    place = incident.place
    return {
        "id": incident.id,
        "label": incident.label,
        "event": incident.event.value if incident.event else None,
        "date": incident.date.iso() if incident.date else None,
        "date_precision": incident.date.precision.value if incident.date else None,
        "place": place.words if place else None,
        "place_name": place.name if place else None,
        "place_precision": place.precision if place else None,
        "latitude": place.latitude if place else None,
        "longitude": place.longitude if place else None,
        "sentences": [_sentence(sentence, analysis) for sentence in prose.paragraph(incident).sentences],
        "origins": [
            {
                "id": origin.id,
                "kind": origin.kind.value,
                "name": origin.name,
                "counted": origin.is_counted,
                "sources": [{"name": source.name, "kind": source.kind.value} for source in origin.sources],
                "claims": list(origin.told),
            }
            for origin in incident.origins
        ],
        "claims": list(incident.claims),
        "ranges": [_range(line) for a in assessments for line in a.ranges],
        "findings": [
            {"kind": finding.kind.value, "reason": finding.reason, "claims": list(finding.claims)}
            for a in assessments
            for finding in a.findings
        ],
        "accused": [claim for a in assessments for claim in a.accused],
        **({"methods": assessment_records(analysis, incident)} if analysis.methods else {}),
    }


def _range(line: ReportedRange) -> dict[str, Json]:
    return {
        "measure": line.measure.value,
        "group": line.group.value,
        "low": _end(line.low),
        "high": _end(line.high),
        "claims": list(line.claims),
    }


def _end(end: RangeEnd | None) -> Json:
    return {"words": end.words, "claim": end.claim, "origin": end.origin} if end else None


def _report(report: Report, analysis: Analysis, *, excerpts: bool) -> dict[str, Json]:
    kept = Excerpts(analysis).spans(report) if excerpts else ()
    return {
        "id": report.id,
        "title": report.title,
        "outlet": report.outlet,
        "published": report.published.iso() if report.published else None,
        "updated": report.updated.iso() if report.updated else None,
        "byline": report.byline,
        "url": report.url if is_web_address(report.url) else None,
        "file": file_name(report.locator),
        "sha256": report.sha256,
        "language": report.language,
        "notes": list(report.notes),
        "text": None if excerpts else report.text,
        "excerpts": [{"start": s.start, "end": s.end, "words": s.of(report.text)} for s in kept] if excerpts else None,
    }
