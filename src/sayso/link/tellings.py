"""Puts the claims of a report that share event, place and time into tellings, with the words that tell them apart."""

import re
from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping, Sequence
from functools import cache

from sayso.knowledge.source_words import fold
from sayso.knowledge.vocabulary import word_list
from sayso.link.interface import Story, Telling
from sayso.link.numbers import greatest, stated_numbers
from sayso.link.places import place_tokens
from sayso.link.rarity import rarity, rarity_words
from sayso.link.stories import story_of
from sayso.link.totals import is_total
from sayso.model import Claim, ClaimId, CopyGroup, Place, Report, ReportId, digest

_LIST = re.compile(r"\w\W* (?:and|or|&) \W*[A-Z]|[^\W\d_]{3,}, [A-Z][^,]*,? (?:and|or|&) ")


def tell(
    claims: Sequence[Claim],
    reports: Sequence[Report],
    copies: Sequence[CopyGroup],
    marks: Mapping[ClaimId, Hashable] | None = None,
) -> list[Telling]:
    """The tellings of all claims with a measure, by key; claims with different marks never share one."""
    teller = Teller(claims, reports, copies, marks or {})
    return sorted((teller.telling(members) for members in teller.grouped), key=lambda telling: telling.key)


class Teller:
    """What tellings are made of: texts, weights of words, places of parts."""

    def __init__(
        self,
        claims: Sequence[Claim],
        reports: Sequence[Report],
        copies: Sequence[CopyGroup],
        marks: Mapping[ClaimId, Hashable],
    ) -> None:
        measured = [claim for claim in claims if claim.measure is not None]
        told = {claim.report for claim in measured}
        self._reports = {report.id: report for report in reports if report.id in told}
        self._copies = {rid: group.id for group in copies for rid in group.reports}
        self._parts = _places_of_parts(measured)
        together: dict[tuple[object, ...], list[Claim]] = defaultdict(list)
        for claim in measured:
            together[_place_in_report(claim)].append(claim)
        self._stories = _stories(self._reports, together.values())
        self.grouped = [kept for told in together.values() for kept in _by_mark(told, marks)]

    def telling(self, members: Sequence[Claim]) -> Telling:
        """The telling that claims of one event, place and time make."""
        ordered = tuple(sorted(members, key=lambda claim: (claim.span, claim.id)))
        first = ordered[0]
        report = self._reports.get(first.report)
        day_told = any(_says(c.date.words if c.date else None, c, report) for c in ordered)
        sentences = " ".join(dict.fromkeys(c.sentence.of(report.text) if report else c.words for c in ordered))
        return Telling(
            key=digest("telling", *sorted(claim.id for claim in ordered)),
            report=first.report,
            copies=self._copies.get(first.report),
            claims=ordered,
            event=first.event,
            place=first.place,
            date=first.date,
            published=report.published.first if report and report.published else None,
            cumulative=is_total(first),
            words={word: rarity(word) for word in sorted(rarity_words(sentences))},
            names=_names(sentences, [claim.place for claim in ordered]),
            blamed=frozenset(word for claim in ordered if claim.blamed for word in _plain(claim.blamed)),
            story=self._stories.get(first.report) or Story({}, 0.0),
            depth=first.span.start / max(1, len(report.text)) if report else 0.0,
            spread=max(len(self._parts.get(claim.id, ())) for claim in ordered),
            joint=first.place is not None and _LIST.search(first.place.words) is not None,
            day_told=day_told,
            deed_dated=not day_told and any(_dates_the_deed(c, report) for c in ordered),
            place_told=any(_says(c.place.words if c.place else None, c, report) for c in ordered),
            another=not _another().isdisjoint(_PLAIN_WORD.findall(sentences.casefold())),
            numbers=stated_numbers(ordered),
            greatest=greatest(ordered),
            sources=frozenset(" ".join(fold(c.sources[0])) for c in ordered if c.sources),
        )


def _stories(reports: Mapping[ReportId, Report], tellings: Iterable[Sequence[Claim]]) -> dict[ReportId, Story]:
    told: dict[ReportId, list[Sequence[Claim]]] = defaultdict(list)
    for claims in tellings:
        told[claims[0].report].append(claims)
    return {name: story_of(report, told[name]) for name, report in reports.items()}


def _by_mark(claims: Sequence[Claim], marks: Mapping[ClaimId, Hashable]) -> list[list[Claim]]:
    """Claims with different marks never share a telling."""
    found: dict[Hashable, list[Claim]] = defaultdict(list)
    for claim in claims:
        found[marks.get(claim.id)].append(claim)
    return list(found.values())


_PLAIN_WORD = re.compile(r"[a-z]+")


@cache
def _another() -> frozenset[str]:
    return frozenset(word_list("link_words", "another"))


def _says(words: str | None, claim: Claim, report: Report | None) -> bool:
    """The claim's own sentence holds the words."""
    return words is not None and (report is None or words.casefold() in claim.sentence.of(report.text).casefold())


_TELLING = re.compile(
    r"\b(?:sa(?:id|ys?|ying)|told|tells|announc\w+|report(?:s|ed)|confirm\w+|stat(?:es?|ed|ement)|add(?:s|ed)"
    r"|post(?:s|ed)|wr(?:ites|ote)|tweeted|updated|published|issued|declared|put)\b[^.;]{0,40}$"
)
"""Before a day: it is that on which somebody spoke."""
_BEFORE_DAY = 70
"""Code points before a day in which a verb of telling makes it one of telling. Our own choice."""


def _dates_the_deed(claim: Claim, report: Report | None) -> bool:
    """The words of the day stand somewhere in the report where nobody is said to speak on it."""
    words = claim.date.words if claim.date else None
    if not words or report is None:
        return False
    found = re.finditer(rf"(?<!\w){re.escape(words)}(?!\w)", report.text, re.IGNORECASE)
    return any(not _TELLING.search(report.text[max(0, day.start() - _BEFORE_DAY) : day.start()]) for day in found)


def _place_in_report(claim: Claim) -> tuple[object, ...]:
    """What claims of one telling share; cumulative tolls of different measures stay apart at first."""
    cumulative = is_total(claim)
    place = place_tokens(claim.place.words) if claim.place else None
    when = (claim.date.first, claim.date.last) if claim.date else None
    alone = claim.id if place is None and when is None and claim.event is None else None
    return claim.report, claim.event, cumulative, place, when, claim.measure if cumulative else None, alone


def _places_of_parts(claims: Sequence[Claim]) -> dict[ClaimId, set[frozenset[str]]]:
    """For each whole the different places that its parts state."""
    found: dict[ClaimId, set[frozenset[str]]] = defaultdict(set)
    for claim in claims:
        if claim.subset_of and claim.place:
            found[claim.subset_of].add(place_tokens(claim.place.words))
    return found


_NAME = re.compile(r"(?<![.!?:\"“] )(?<!^)\b[^\W\d_]{4,}")


def _names(text: str, places: Sequence[Place | None]) -> frozenset[str]:
    """Capitalised words inside sentences that are no part of a place's name."""
    placed = {token for place in places if place for token in place_tokens(place.words)}
    common = frozenset(word_list("link_words", "common"))
    found = {word for word in _NAME.findall(text) if word[0].isupper() and word.casefold() not in common}
    return frozenset(word.casefold() for word in found if not place_tokens(word) & placed)


def _plain(words: str) -> set[str]:
    """The words of a name without endings: who is "pro-government" fights on the government's side, who is
    "anti-government" does not, so only the first is taken apart."""
    folded = words.casefold().replace("'", "").replace("’", "")
    return {w.removeprefix("pro-").rstrip("s") for w in folded.split() if len(w) > 2 and w != "the"}
