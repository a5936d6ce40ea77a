"""What published methods make of the incidents, for every format of a brief and for the records of claims."""

from collections.abc import Sequence

from sayso.model import Analysis, ClaimId, Incident, Method, MethodAssessment, Part, SettingValue
from sayso.publish.contexts import MethodCard, MethodNote, MethodPart, Reason
from sayso.publish.records import Json
from sayso.publish.rows import Rows

RESTS = 6
"""Claims that a result is linked to; the rest is counted."""


def cards(analysis: Analysis, incident: Incident, rows: Rows) -> tuple[MethodCard, ...]:
    """One card for each method, in the order in which the user chose them."""
    methods = {method.name: method for method in analysis.methods}
    return tuple(
        _card(assessment, methods[assessment.method], rows)
        for assessment in analysis.by_method
        if assessment.incident == incident.id
    )


def _card(assessment: MethodAssessment, method: Method, rows: Rows) -> MethodCard:
    head, *rest = assessment.parts
    links = rows.links(head.claims)
    return MethodCard(
        title=method.title,
        by="judged by a person" if head.judgement else method.by,
        what=head.label,
        shown=head.shown,
        reason=head.reason,
        rule=method.rule(head.rule).says,
        links=links[:RESTS],
        more=max(0, len(links) - RESTS),
        parts=tuple(_part(part, method) for part in rest),
    )


def _part(part: Part, method: Method) -> MethodPart:
    return MethodPart(part.label, part.shown, part.reason, method.rule(part.rule).says)


def notes(analysis: Analysis) -> tuple[MethodNote, ...]:
    """What each method is, where its rules are from, what a user changed, and its totals."""
    return tuple(
        MethodNote(
            title=f"{method.title}, version {method.version}",
            by=method.by,
            source=method.source,
            base=method.base if method.base != method.name else "",
            unconfirmed=tuple(
                f"{setting.name} = {_value(setting.value)}: {setting.note or setting.help}"
                for setting in method.settings
                if setting.known.value == "general knowledge"
            ),
            totals=tuple(
                Reason(total.label, f"{total.shown}. {total.reason}")
                for total in analysis.totals
                if total.method == method.name
            ),
        )
        for method in analysis.methods
    )


def _value(value: SettingValue) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return ", ".join(value) if isinstance(value, tuple) else str(value)


def method_records(analysis: Analysis) -> list[Json]:
    """The methods as they were applied, so that the data can be published with what made them."""
    return [
        {
            "name": method.name,
            "title": method.title,
            "version": method.version,
            "based_on": method.base,
            "by": method.by,
            "source": method.source,
            "digest": method.digest,
            "definitions": dict(method.definitions),
            "rules": [
                {"rule": rule.key, "says": rule.says, "known": rule.known.value, "source": rule.source}
                for rule in method.rules
            ],
            "settings": [
                {
                    "setting": setting.name,
                    "value": list(setting.value) if isinstance(setting.value, tuple) else setting.value,
                    "known": setting.known.value,
                    "note": setting.note or setting.help,
                }
                for setting in method.settings
            ],
            "words_without_number": dict(method.vague),
            "totals": [
                {"label": total.label, "shown": total.shown, "reason": total.reason}
                for total in analysis.totals
                if total.method == method.name
            ],
        }
        for method in analysis.methods
    ]


def assessment_records(analysis: Analysis, incident: Incident) -> list[Json]:
    """What the methods make of one incident: each part with its reason, its rule and its claims."""
    return [
        {
            "method": assessment.method,
            "version": assessment.version,
            "inputs": assessment.inputs,
            "judgements": list(assessment.judgements),
            "parts": [
                {
                    "label": part.label,
                    "shown": part.shown,
                    "reason": part.reason,
                    "rule": part.rule,
                    "claims": list(part.claims),
                    "judgement": part.judgement,
                    "values": {name: value for name, value in part.values if not name.startswith(("code:", "share_"))},
                }
                for part in assessment.parts
            ],
        }
        for assessment in analysis.by_method
        if assessment.incident == incident.id
    ]


def with_methods(records: Sequence[dict[str, Json]], analysis: Analysis, *, plain: bool) -> list[dict[str, Json]]:
    """The records of claims with what each method says of their incident, and the code of the claim itself.

    One object by method in JSON lines; in tables for people one column for each method.
    """
    if not analysis.methods:
        return list(records)
    held: dict[str, dict[str, MethodAssessment]] = {}
    for assessment in analysis.by_method:
        held.setdefault(assessment.incident, {})[assessment.method] = assessment
    made = []
    for record in records:
        own = held.get(str(record["incident"]), {})
        claim = ClaimId(str(record["claim_id"]))
        told = {method.name: _of_claim(own[method.name], claim) for method in analysis.methods if method.name in own}
        if plain:
            by_name: dict[str, Json] = {name: {**one} for name, one in told.items()}
            made.append({**record, "methods": by_name})
        else:
            made.append({**record, **{m.name: told.get(m.name, {}).get("shown") for m in analysis.methods}})
    return made


def _of_claim(assessment: MethodAssessment, claim: ClaimId) -> dict[str, Json]:
    head = assessment.headline
    code = assessment.value(f"code:{claim}")
    return {
        "version": assessment.version,
        "what": "Code" if code else head.label,
        "shown": code or head.shown,
        "reason": head.reason,
        "rule": head.rule,
        "inputs": assessment.inputs,
    }
