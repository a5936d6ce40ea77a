"""The ids that decisions are made about, for `sayso judge --in` to find in the page that a user has at hand."""

import json

from sayso.model import Analysis


def handles(analysis: Analysis) -> str:
    """One JSON object that can stand in a page: incidents with their claims that have a measure, origins, reports."""
    figures = {claim.id for claim in analysis.claims if claim.measure is not None}
    held = {
        "incidents": {i.id: [claim for claim in i.claims if claim in figures] for i in analysis.incidents},
        "claims": [claim.id for claim in analysis.claims if claim.id not in figures],
        "origins": {origin.id: origin.name for i in analysis.incidents for origin in i.origins},
        "sources": {source.id: source.name for i in analysis.incidents for o in i.origins for source in o.sources},
        "reports": [report.id for report in analysis.reports],
    }
    text = json.dumps(held, separators=(",", ":"))
    # nothing in it may be markup; escaped it is the same JSON
    return text.replace("&", "\\u0026").replace("<", "\\u003c").replace(">", "\\u003e")
