"""What stays inside of a brief's JSON: open questions with what they would come to, lifted passages, decisions."""

from sayso.model import Analysis, Judgement, Proposal, SharedPassage
from sayso.publish.contexts import ReadingLine
from sayso.publish.questions import Questions, commands
from sayso.publish.records import Json
from sayso.publish.rows import Rows


def for_a_person(analysis: Analysis, rows: Rows) -> dict[str, Json]:
    """Uncertain links, passages lifted from other reports, judgements; each only where there are any."""
    questions = Questions(analysis, rows)
    found: dict[str, Json] = {
        "proposals": [_proposal(p, questions) for p in analysis.proposals],
        "passages": [_passage(p) for p in analysis.passages],
        "judgements": [_judgement(j) for j in analysis.judgements],
        "notices": list(analysis.notices),
        "judged": {i.id: list(i.judged) for i in analysis.incidents if i.judged},
    }
    return {name: value for name, value in found.items() if value}


def _proposal(proposal: Proposal, questions: Questions) -> dict[str, Json]:
    decide, keep = commands(proposal)
    return {
        "kind": proposal.kind.value,
        "incidents": list(proposal.incidents),
        "claims": list(proposal.claims),
        "for_one": proposal.one,
        "for_two": proposal.two,
        "now": [_reading(line) for line in questions.now(proposal)],
        "then": [_reading(line) for line in questions.then(proposal)] or None,
        "decide": decide,
        "keep": keep,
    }


def _reading(line: ReadingLine) -> dict[str, Json]:
    return {"label": line.label, "support": line.support, "ranges": list(line.ranges), "origins": line.origins or None}


def _passage(passage: SharedPassage) -> dict[str, Json]:
    return {
        "earlier": passage.earlier,
        "later": passage.later,
        "earlier_span": [passage.earlier_span.start, passage.earlier_span.end],
        "later_span": [passage.later_span.start, passage.later_span.end],
        "reason": passage.reason,
    }


def _judgement(judgement: Judgement) -> dict[str, Json]:
    told: dict[str, Json] = {
        "id": judgement.id,
        "at": judgement.at.isoformat(),
        "by": judgement.by,
        "act": judgement.act,
        "value": judgement.value,
        "about": list(judgement.about),
        "reason": judgement.reason,
    }
    return told | {"method": judgement.method} if judgement.method else told
