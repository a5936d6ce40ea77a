"""Reports in order of time."""

from datetime import UTC, date

from sayso.model import Report, Stamp


def published_key(report: Report) -> tuple[int, date, str]:
    """Earliest published first; unknown last."""
    return (1, date.max, "") if report.published is None else stamp_key(report.published)


def stamp_key(stamp: Stamp) -> tuple[int, date, str]:
    """In order of time: by the moment where the zone is stated; a day without a clock after those with one."""
    moment = stamp.moment()
    if moment is not None:
        moment = moment.astimezone(UTC)
        return 0, moment.date(), moment.time().isoformat()
    return 0, stamp.first, stamp.clock.isoformat() if stamp.clock else "99"
