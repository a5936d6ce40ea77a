"""Copy groups after what persons decided: reports that are copies of one text, or that are not."""

from collections.abc import Iterable, Mapping, Sequence

from sayso.dedupe.copies import group_of, in_order
from sayso.knowledge.judgements import COPIES, JOIN, LINK_ACTS, said, sentence
from sayso.model import CopyGroup, Join, Judgement, Report, ReportId


def judged_copies(
    groups: Sequence[CopyGroup], reports: Sequence[Report], judgements: Sequence[Judgement]
) -> tuple[tuple[CopyGroup, ...], tuple[str, ...]]:
    """The groups after the judgements about copies, in order of time, and a notice for each report not there."""
    by_id = {report.id: report for report in reports}
    made, notices = list(groups), []
    for judgement in sorted(judgements, key=lambda j: (j.at, j.id)):
        if judgement.act not in LINK_ACTS or judgement.value != COPIES:
            continue
        there = [ReportId(name) for name in judgement.about if name in by_id]
        notices += [
            f'What was {said(judgement)} names the report "{name}", which was not read; it changes nothing there.'
            for name in judgement.about
            if name not in by_id
        ]
        if len(there) > 1:
            made = (_joined if judgement.act == JOIN else _split)(made, there, judgement, by_id)
    return tuple(sorted(made, key=lambda group: group.id)), tuple(notices)


def _joined(
    groups: Sequence[CopyGroup], told: Sequence[ReportId], judgement: Judgement, by_id: Mapping[ReportId, Report]
) -> list[CopyGroup]:
    """One group of all the reports and of the groups that they are in."""
    touched = [group for group in groups if not set(told).isdisjoint(group.reports)]
    members = {*told, *(report for group in touched for report in group.reports)}
    joins = [join for group in touched for join in group.joins]
    joins += [Join(told[0], other, sentence(judgement)) for other in told[1:]]
    judged = _words(touched, judgement)
    return [*(g for g in groups if g not in touched), group_of(in_order(members, by_id), joins, judged)]


def _split(
    groups: Sequence[CopyGroup], told: Sequence[ReportId], judgement: Judgement, by_id: Mapping[ReportId, Report]
) -> list[CopyGroup]:
    """The reports after the first go, together, out of the group that the first is in."""
    made: list[CopyGroup] = []
    goes = set(told[1:])
    for group in groups:
        inside = goes & set(group.reports)
        if told[0] not in group.reports or not inside:
            made.append(group)
            continue
        for part in (set(group.reports) - inside, inside):
            if len(part) > 1:
                joins = [join for join in group.joins if join.left in part and join.right in part]
                made.append(group_of(in_order(part, by_id), joins, _words([group], judgement)))
    return made


def _words(touched: Iterable[CopyGroup], judgement: Judgement) -> tuple[str, ...]:
    return (*dict.fromkeys(words for group in touched for words in group.judged), said(judgement))
