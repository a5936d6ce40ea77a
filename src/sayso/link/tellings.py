"""Puts the claims of a report that share event, place and time into tellings, with the words that tell them apart."""

import math
import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from datetime import date

from sayso.knowledge.vocabulary import word_list
from sayso.link.interface import Telling
from sayso.link.places import place_tokens
from sayso.model import Claim, CopyGroup, CopyGroupId, EventKind, Report, ReportId, digest

_WORD = re.compile(r"\w{4,}")


def tell(claims: Sequence[Claim], reports: Sequence[Report], copies: Sequence[CopyGroup]) -> list[Telling]:
    """The tellings of all claims with a measure, by key."""
    by_id = {report.id: report for report in reports}
    copy_of = {rid: group.id for group in copies for rid in group.reports}
    grouped: dict[tuple[object, ...], list[Claim]] = defaultdict(list)
    for claim in claims:
        if claim.measure is not None:
            grouped[_place_in_report(claim)].append(claim)
    words = {key: _words(members, by_id) for key, members in grouped.items()}
    weights = _weights(list(words.values()))
    made = [_telling(members, by_id, copy_of, {w: weights[w] for w in words[key]}) for key, members in grouped.items()]
    return sorted(made, key=lambda telling: telling.key)


def _place_in_report(claim: Claim) -> tuple[object, ...]:
    """What claims of one telling share; cumulative tolls of different measures stay apart at first."""
    cumulative = claim.event is EventKind.CUMULATIVE
    place = place_tokens(claim.place.words) if claim.place else None
    when = (claim.date.first, claim.date.last) if claim.date else None
    alone = claim.id if place is None and when is None and claim.event is None else None
    return claim.report, claim.event, place, when, claim.measure if cumulative else None, alone


def _telling(
    members: Sequence[Claim],
    reports: Mapping[ReportId, Report],
    copy_of: Mapping[ReportId, CopyGroupId],
    words: Mapping[str, float],
) -> Telling:
    ordered = tuple(sorted(members, key=lambda claim: (claim.span, claim.id)))
    first = ordered[0]
    report = reports.get(first.report)
    return Telling(
        key=digest("telling", *sorted(claim.id for claim in ordered)),
        report=first.report,
        copies=copy_of.get(first.report),
        claims=ordered,
        event=first.event,
        place=first.place,
        date=first.date,
        published=_published(report),
        cumulative=first.event is EventKind.CUMULATIVE,
        words=words,
        first=first.span.start,
    )


def _published(report: Report | None) -> date | None:
    return report.published.first if report and report.published else None


def _words(members: Sequence[Claim], reports: Mapping[ReportId, Report]) -> frozenset[str]:
    """The words of the claims' sentences that are long enough to mean something, shortened to their stems."""
    common = frozenset(word_list("link_words", "common"))
    found: set[str] = set()
    for claim in members:
        report = reports.get(claim.report)
        text = claim.sentence.of(report.text) if report else claim.words
        found.update(w[:7] for w in _WORD.findall(text.casefold()) if w not in common and not w.isdigit())
    return frozenset(found)


def _weights(sets: Sequence[frozenset[str]]) -> dict[str, float]:
    """Inverse document frequency of each word over all tellings."""
    counts = Counter(word for words in sets for word in words)
    return {word: math.log(1 + len(sets) / count) for word, count in counts.items()}
