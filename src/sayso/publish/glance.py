"""The overview: how much was read, what agrees, what is disputed, who denies, who is silent, what is not known."""

from collections import Counter

from sayso.model import Analysis, Claim, ClaimKind, FindingKind
from sayso.publish import wording
from sayso.publish.contexts import Glance, GlanceLine
from sayso.publish.order import accused_in

KINDS_OF_FINDING = {
    FindingKind.DENIED: (ClaimKind.DENIAL, "denial"),
    FindingKind.ADMITTED: (ClaimKind.ADMISSION, "admission"),
    FindingKind.SILENT: (ClaimKind.SILENCE, "silence"),
    FindingKind.UNVERIFIED: (ClaimKind.VERIFICATION, "remark"),
}
SHOWN = (
    FindingKind.AGREED,
    FindingKind.DISPUTED,
    FindingKind.SINGLE_ORIGIN,
    FindingKind.NO_ORIGIN,
    FindingKind.SUPERSEDED,
    FindingKind.DENIED,
    FindingKind.ADMITTED,
    FindingKind.SILENT,
    FindingKind.UNVERIFIED,
    FindingKind.UNKNOWN,
)


def copies(analysis: Analysis) -> int:
    """Reports that are copies of another: all but the first of each group."""
    return sum(len(group.reports) - 1 for group in analysis.copies)


def named_origins(analysis: Analysis) -> int:
    """Different named origins over all incidents; an accused party's own account makes none."""
    accused = accused_in(analysis)
    return len({origin.id for incident in analysis.incidents for origin in incident.standing(accused)})


def sentence(analysis: Analysis) -> str:
    """The overview as one sentence."""
    folded = copies(analysis)
    same = f" ({folded:,} of them {'a copy' if folded == 1 else 'copies'} of another)" if folded else ""
    read = f"{wording.count(len(analysis.reports), 'report')} read{same}"
    found = (
        f"{wording.count(len(analysis.claims), 'claim')} about {wording.count(len(analysis.incidents), 'incident')}, "
        f"with {wording.count(named_origins(analysis), 'named origin')} behind them"
    )
    missed = len(analysis.not_read)
    unread = f"; {wording.count(missed, 'input')} could not be read" if missed else ""
    return f"{read}: {found}{unread}."


def glance(analysis: Analysis) -> Glance:
    """The overview."""
    return Glance(sentence(analysis), _totals(analysis), _findings(analysis), _unknown(analysis))


def _totals(analysis: Analysis) -> tuple[GlanceLine, ...]:
    attributions = len(analysis.attributions)
    numbers = (
        (len(analysis.reports), "report", "reports", "read", "#reports"),
        (copies(analysis), "copy", "copies", "the same text again", "#reports"),
        (len(analysis.incidents), "incident", "incidents", "claims about one happening", "#incidents"),
        (named_origins(analysis), "named origin", "named origins", "over all incidents", "#incidents"),
        (len(analysis.claims), "claim", "claims", "each with its words", "#incidents"),
        (attributions, "attribution", "attributions", "someone is let to speak", "#speakers"),
        (len(analysis.not_read), "input not read", "inputs not read", "with reasons", "#not-read"),
    )
    shown = numbers if analysis.not_read else numbers[:-1]
    return tuple(
        GlanceLine(f"{n:,}", one if n == 1 else many, meaning, href if n else "")
        for n, one, many, meaning, href in shown
    )


def _findings(analysis: Analysis) -> tuple[GlanceLine, ...]:
    incidents = Counter(kind for a in analysis.assessments for kind in {finding.kind for finding in a.findings})
    kinds = Counter(claim.kind for claim in analysis.claims)
    lines = []
    for finding in SHOWN:
        number = wording.count(incidents[finding], "incident")
        href = "#incidents" if incidents[finding] else ""
        if finding in KINDS_OF_FINDING:
            kind, noun = KINDS_OF_FINDING[finding]
            number += f"; {wording.count(kinds[kind], noun)} in all"
            href = f"#k-{kind.value}" if kinds[kind] else href
        if not href:
            number = "none"
        lines.append(GlanceLine(number, finding.value, wording.FINDINGS[finding], href))
    return tuple(lines)


def _unknown(analysis: Analysis) -> tuple[str, ...]:
    figures = [claim for claim in analysis.claims if claim.kind is ClaimKind.FIGURE]
    undated = sum(report.published is None for report in analysis.reports)
    unlocated = len({claim.place.words for claim in figures if claim.place and claim.place.name is None})
    gaps = (
        (undated, "report has", "reports have", "no publication time, so that relative days stay unknown"),
        (_missing(figures, "date"), "figure has", "figures have", "no day that could be worked out"),
        (_missing(figures, "place"), "figure has", "figures have", "no place"),
        (unlocated, "place name", "place names", "could not be found in the gazetteer"),
        (_missing(figures, "sources"), "figure has", "figures have", "no source stated: the outlet's own voice"),
        (_missing(figures, "blamed"), "figure names", "figures name", "nobody as responsible"),
    )
    return tuple(f"{wording.count(n, one, many)} {rest}." for n, one, many, rest in gaps if n)


def _missing(claims: list[Claim], field: str) -> int:
    return sum(not getattr(claim, field) for claim in claims)
