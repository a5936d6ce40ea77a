"""The order of reports and of incidents, and which named origins stand behind them."""

from datetime import date, time

from sayso.model import Analysis, ClaimId, Incident, Report, Status


def by_publication(report: Report) -> tuple[bool, date, time, str]:
    """Earliest published first; those without a time last, by id: no order of arrival shows."""
    when = report.published
    if when is None:
        return True, date.max, time.max, report.id
    return False, when.first, when.clock or time.max, report.id


def accused_in(analysis: Analysis) -> frozenset[ClaimId]:
    """The claims that are an accused party's own account."""
    return frozenset(claim for assessment in analysis.assessments for claim in assessment.accused)


def ordered(analysis: Analysis) -> list[Incident]:
    """Incidents by number of named origins, then by the highest stated floor; ties keep the order of the reports."""
    accused = accused_in(analysis)

    def floor(incident: Incident) -> int:
        claims = (analysis.claim_by_id[claim] for claim in incident.claims if claim not in accused)
        figures = (claim.figure for claim in claims if claim.status is not Status.DENIED)
        return max((figure.low for figure in figures if figure and figure.low is not None), default=-1)

    return sorted(analysis.incidents, key=lambda incident: (-len(incident.standing(accused)), -floor(incident)))
