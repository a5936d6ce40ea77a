"""Incidents in the tables of Airwars, UCDP and ACLED: exactly their columns, blank where unknown, never 0."""

import csv
import io
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from urllib.parse import urlsplit

from sayso.model import (
    Analysis,
    Incident,
    IncidentId,
    MethodAssessment,
    Precision,
    Report,
    Value,
    Victim,
)
from sayso.publish.exports import columns
from sayso.publish.tables import FORMULA_STARTS

Row = Mapping[str, Value]
METHODS = ("airwars", "ucdp", "acled")


@dataclass(frozen=True, slots=True)
class Exported:
    """The files of one export by their path in the folder, and what was left out of them and why."""

    files: tuple[tuple[str, str], ...]
    left_out: tuple[str, ...]


def export(analysis: Analysis, method: str, base: str, made: datetime) -> Exported:
    """The tables of the method that the analysis was assessed by; `base` gives the columns."""
    incidents = {incident.id: incident for incident in analysis.incidents}
    pairs = [(incidents[a.incident], a) for a in analysis.by_method if a.method == method and a.incident in incidents]
    if base == "airwars":
        return _airwars(analysis, pairs)
    kept = [(i, a) for i, a in pairs if _is_event(a)]
    left_out = tuple(f"{i.label}: {_why(a)}" for i, a in pairs if not _is_event(a))
    if base == "ucdp":
        rows = [_ucdp(analysis, incident, assessment) for incident, assessment in kept]
        return Exported((("events.csv", csv_text(columns.UCDP, rows)),), left_out)
    rows = [row for incident, assessment in kept for row in _acled(analysis, incident, assessment, made)]
    return Exported((("events.csv", csv_text(columns.ACLED, rows)),), left_out)


def _is_event(assessment: MethodAssessment) -> bool:
    return all(part.shown == "yes" for part in assessment.parts if part.label == "Event")


def _why(assessment: MethodAssessment) -> str:
    return next(part.reason for part in assessment.parts if part.label == "Event")


def csv_text(names: Sequence[str], rows: Iterable[Row]) -> str:
    """A table with a head; None is a blank, and no words can run as a formula in a spreadsheet."""
    page = io.StringIO(newline="")
    writer = csv.writer(page)
    writer.writerow(names)
    for row in rows:
        unknown = set(row) - set(names)
        if unknown:
            raise ValueError(f"No such column: {', '.join(sorted(unknown))}")
        writer.writerow([_cell(row.get(name)) for name in names])
    return page.getvalue()


def _cell(value: Value) -> str:
    if value is None:
        return ""
    if isinstance(value, str):
        plain = " ".join(value.split()).encode("utf-8", "replace").decode("utf-8")
        return f"'{plain}" if plain.startswith(FORMULA_STARTS) else plain
    return f"{value:g}" if isinstance(value, float) else str(value)


def _values(assessment: MethodAssessment, names: Iterable[str]) -> dict[str, Value]:
    wanted = set(names)
    return {name: value for part in assessment.parts for name, value in part.values if name in wanted}


def _reports(analysis: Analysis, incident: Incident) -> list[Report]:
    ids = dict.fromkeys(analysis.claim_by_id[c].report for c in incident.claims if c in analysis.claim_by_id)
    return [analysis.report_by_id[report] for report in ids]


def _within(incident: Incident) -> dict[str, str]:
    """Country and first-order division of the place, where the gazetteer knows them."""
    place = incident.place
    if place is None or place.name is None:
        return {}
    chain = (place.name, *place.within)
    found = {"country": chain[-1]} if place.within or place.precision == "country" else {}
    if len(chain) > 2 or (len(chain) == 2 and place.precision == "province"):
        found["admin1"] = chain[-2]
    return found


def _point(incident: Incident) -> tuple[float | None, float | None]:
    """A point for places that are one; a country's or a province's centre is no place."""
    place = incident.place
    if place is None or place.precision in (None, "country", "province"):
        return None, None
    return place.latitude, place.longitude


def _day(report: Report) -> str | None:
    return report.published.day.isoformat() if report.published and report.published.day else None


def _listed(words: Iterable[str | None], between: str = "; ") -> str | None:
    return between.join(dict.fromkeys(word for word in words if word)) or None


def _ucdp(analysis: Analysis, incident: Incident, assessment: MethodAssessment) -> Row:
    reports, date = _reports(analysis, incident), incident.date
    latitude, longitude = _point(incident)
    within = _within(incident)
    articles = [", ".join(filter(None, (r.outlet, _day(r), r.title))) for r in reports]
    year = date.first.year if date and date.first and date.last and date.first.year == date.last.year else None
    return {
        **_values(assessment, columns.UCDP),
        "id": f"sayso-{incident.id}",
        "year": year,
        "source_article": _listed(articles),
        "source_office": _listed(r.outlet for r in reports),
        "source_date": _listed(_day(r) for r in reports),
        "source_headline": _listed(r.title for r in reports),
        "where_coordinates": incident.place.name if incident.place else None,
        "where_description": incident.place.words if incident.place else None,
        "adm_1": within.get("admin1"),
        "country": within.get("country"),
        "latitude": latitude,
        "longitude": longitude,
        "geom_wkt": f"POINT ({longitude:g} {latitude:g})" if latitude is not None and longitude is not None else None,
    }


def _acled(analysis: Analysis, incident: Incident, assessment: MethodAssessment, made: datetime) -> list[Row]:
    """One row, or one for each part of a joint toll."""
    latitude, longitude = _point(incident)
    within, date = _within(incident), incident.date
    first = date.first if date and date.first else None
    origins = [origin.name for origin in incident.origins if origin.is_counted]
    row: dict[str, Value] = {
        **_values(assessment, columns.ACLED),
        "event_id_cnty": f"sayso-{incident.id}",
        "event_date": first.isoformat() if first else None,
        "year": first.year if first else None,
        "country": within.get("country"),
        "admin1": within.get("admin1"),
        "location": (incident.place.name or incident.place.words) if incident.place else None,
        "latitude": latitude,
        "longitude": longitude,
        "source": _listed((*(r.outlet for r in _reports(analysis, incident)), *origins)),
        "timestamp": int(made.timestamp()),
    }
    shares = [str(v) for part in assessment.parts for name, v in part.values if name.startswith("share_")]
    if not shares:
        return [row]
    made_rows: list[Row] = []
    for n, share in enumerate(shares, 1):
        day, _, number = share.partition("=")
        note = f"{row['notes']} Part {n} of {len(shares)} of a joint toll, divided evenly."
        own: dict[str, Value] = {
            "event_id_cnty": f"sayso-{incident.id}-{n}",
            "notes": note,
            "fatalities": int(number),
            "time_precision": 2,
        }
        made_rows.append(
            {**row, **own, "event_date": day or row["event_date"], "year": int(day[:4]) if day else row["year"]}
        )
    return made_rows


def _airwars(analysis: Analysis, pairs: Sequence[tuple[Incident, MethodAssessment]]) -> Exported:
    kept = [(i, a) for i, a in pairs if a.headline.rule != "scope"]
    most = max((sum(part.rule == "belligerents" for part in a.parts) for _, a in kept), default=0)
    names = columns.airwars(most)
    named = _victims(analysis)
    rows = [
        _airwars_row(analysis, incident, assessment, names, len(named[incident.id])) for incident, assessment in kept
    ]
    files = [("incidents.csv", csv_text(names, rows))]
    for incident, _ in kept:
        code = f"sayso-{incident.id}"
        sources = [_airwars_source(report) for report in _reports(analysis, incident)]
        files.append((f"sources/{code}.csv", csv_text(columns.AIRWARS_SOURCES, sources)))
        victims = [_airwars_victim(v, analysis) for v in named[incident.id]]
        if victims:
            files.append((f"victims/{code}.csv", csv_text(columns.AIRWARS_VICTIMS, victims)))
    return Exported(
        tuple(files), tuple(f"{i.label}: {a.headline.reason}" for i, a in pairs if a.headline.rule == "scope")
    )


def _victims(analysis: Analysis) -> Mapping[IncidentId, list[Victim]]:
    """The victims of each incident, in the order of the reports."""
    found: dict[IncidentId, list[Victim]] = defaultdict(list)
    for victim in analysis.victims:
        if victim.claim in analysis.incident_of:
            found[analysis.incident_of[victim.claim]].append(victim)
    return found


_STRIKES = {"airstrike": "Airstrike", "shelling": "Artillery", "bombing": "Bomb", "chemical": "Chemical weapon"}


def _airwars_row(
    analysis: Analysis, incident: Incident, assessment: MethodAssessment, names: Sequence[str], victims: int
) -> Row:
    place, date, reports = incident.place, incident.date, _reports(analysis, incident)
    latitude, longitude = _point(incident)
    exact = date.iso() if date and date.precision in (Precision.DAY, Precision.DAYS) else None
    known = [part for part in assessment.parts if part.rule == "belligerents" and part.shown.endswith("(known)")]
    graded = dict(assessment.headline.values).get("civilian_harm_status")
    platforms = [_platform(report.url) for report in reports]
    counts: dict[str, Value] = {}
    if all(platforms):
        counts = {f"num_sources_{name}": platforms.count(name) for name in (*columns.PLATFORMS, "other")}
    arabic = place is not None and any("\u0600" <= c <= "\u06ff" for c in place.words)
    return {
        **_values(assessment, names),
        "code": f"sayso-{incident.id}",
        "date": exact,
        "location_en": None if place is None else place.name or (None if arabic else place.words),
        "location_ar": place.words if place and arabic else None,
        "latitude": latitude,
        "longitude": longitude,
        "geolocation_accuracy": place.precision if place else None,
        "geolocation_notes": place.reason or None if place else None,
        "strike_status": "declared" if known else "alleged",
        "strike_type": _STRIKES.get(incident.event.value) if incident.event else None,
        "civilian_harm_reported": "yes",
        "civilian_harm_status": graded,
        "num_sources": len(reports),
        **counts,
        "num_victims_named": victims or None,
    }


def _platform(url: str | None) -> str | None:
    """The platform of an address; None where there is none, so that nothing is counted wrong."""
    if not url:
        return None
    host = (urlsplit(url).hostname or "").removeprefix("www.")
    return next((name for name, hosts in columns.PLATFORMS.items() if host in hosts), "other")


def _airwars_source(report: Report) -> Row:
    return {"name": report.outlet, "url": report.url, "language": report.language, "date": _day(report)}


def _airwars_victim(victim: Victim, analysis: Analysis) -> Row:
    script = "name_en"
    for name, first, last in (
        ("name_ar", "\u0600", "\u06ff"),
        ("name_he", "\u0590", "\u05ff"),
        ("name_uk", "\u0400", "\u04ff"),
    ):
        if any(first <= c <= last for c in victim.name):
            script = name
    claim = analysis.claim_by_id.get(victim.claim) if victim.claim else None
    harm = claim.measure.value if claim and claim.measure and claim.measure.value in ("killed", "injured") else None
    return {
        script: victim.name,
        "age": victim.age,
        "exact_age": victim.age,
        "gender": victim.sex,
        "killed_or_injured": harm,
    }
