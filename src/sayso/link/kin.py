"""Tellings of one report that look like one happening: where one states no place or day, theirs may be meant."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from sayso.link.clusters import Known, cluster
from sayso.link.interface import Telling
from sayso.link.places import PlaceJudge
from sayso.model import ReportId

_MOST = 40
"""A report with more tellings is a list, in which each states what it means. Our own choice."""


def with_kin(tellings: Sequence[Telling], gazetteer: PlaceJudge | None, known: Known | None = None) -> list[Telling]:
    """The same tellings, in the same order, each with those of its report that look like its happening.

    What pairs come to is looked up in `known`, and added to it, where it is given.
    """
    in_report: dict[ReportId, list[int]] = defaultdict(list)
    for i, telling in enumerate(tellings):
        if not telling.cumulative:
            in_report[telling.report].append(i)
    found = list(tellings)
    for members in in_report.values():
        if not 1 < len(members) <= _MOST:
            continue
        clusters, _ = cluster([tellings[i] for i in members], gazetteer, known=known)
        for together in (c.members for c in clusters if len(c.members) > 1):
            for n in together:
                kin = tuple(tellings[members[other]] for other in together if other != n)
                found[members[n]] = replace(tellings[members[n]], kin=kin)
    return found
