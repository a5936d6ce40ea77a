"""Attaches denials, admissions, silences and harm without a number to the incident that they plainly speak of."""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import cache

from sayso.knowledge.vocabulary import load_vocabulary, word_list
from sayso.link.places import PlaceJudge, PlaceRelation, relation
from sayso.link.when import gap_days
from sayso.model import Claim, ClaimKind, EventKind, Measure, ReportId

ATTACHED = {ClaimKind.HARM, ClaimKind.DENIAL, ClaimKind.ADMISSION, ClaimKind.SILENCE, ClaimKind.VERIFICATION}
"""Kinds of claim without figure that may belong to an incident."""
_NEAR_CHARACTERS = 400
"""A remark within a few sentences of an incident's figures is taken to speak of them."""
_BESIDE_CHARACTERS = 200
"""A remark on what cannot be verified speaks of the sentence beside it."""
_BODILY = {Measure.KILLED, Measure.INJURED, Measure.KILLED_OR_INJURED, Measure.EXECUTED}
_ABOUT_A_DEED = {ClaimKind.DENIAL, ClaimKind.ADMISSION, ClaimKind.SILENCE}
_WORD = re.compile(r"\w+")


def attach(
    claims: Sequence[Claim], told: Sequence[Sequence[Claim]], gazetteer: PlaceJudge | None
) -> Mapping[int, list[Claim]]:
    """Index of the incident to the claims without measure that go with it; doubtful ones are left out."""
    in_report: dict[ReportId, list[int]] = defaultdict(list)
    for i, members in enumerate(told):
        for report in sorted({claim.report for claim in members}):
            in_report[report].append(i)
    found: dict[int, list[Claim]] = defaultdict(list)
    for claim in claims:
        if claim.measure is None and claim.kind in ATTACHED:
            chosen = _choose(claim, [(i, told[i]) for i in in_report.get(claim.report, ())], gazetteer)
            if chosen is not None:
                found[chosen].append(claim)
    return found


def _choose(claim: Claim, options: Sequence[tuple[int, Sequence[Claim]]], gazetteer: PlaceJudge | None) -> int | None:
    """The one incident of the report that fits: the harm that the words name, else the nearest in the text."""
    fitting, named = [], []
    counts_its_own = [i for i, members in options if _own_figures(claim, members)]
    for i, members in options:
        if claim.kind is ClaimKind.ADMISSION and _admits_another_deed(claim, members, counts_its_own, i):
            continue
        mine = [m for m in members if m.report == claim.report and m.event is not EventKind.CUMULATIVE]
        if claim.kind is ClaimKind.HARM:
            mine = [m for m in mine if _tells_the_same(claim, m, gazetteer)]
        mine = [m for m in mine if _fits(claim, m, gazetteer)]
        if mine:
            distance = min(claim.span.distance(m.span) for m in mine)
            fitting.append((distance, i))
            if claim.kind in _ABOUT_A_DEED and any(_names_harm(claim, m) for m in mine):
                named.append((distance, i))
    if len(named) == 1:
        return named[0][1]
    if not fitting:
        return None
    distance, chosen = min(named or fitting)
    reach = _BESIDE_CHARACTERS if claim.kind is ClaimKind.VERIFICATION else _NEAR_CHARACTERS
    alone = len(fitting) == 1 and claim.kind in _ABOUT_A_DEED
    return chosen if distance <= (3 * reach if alone else reach) else None


def _own_figures(claim: Claim, members: Sequence[Claim]) -> list[Claim]:
    """The figures that the words of a remark hold themselves ("we killed nine of them")."""
    return [m for m in members if m.report == claim.report and claim.span.overlaps(m.span)]


def _admits_another_deed(claim: Claim, members: Sequence[Claim], counted_in: Sequence[int], i: int) -> bool:
    """Who boasts of tanks destroyed or men captured admits no deaths beside them.

    An admission with figures of its own goes with these alone; where they count the captured only, it says nothing of
    those killed; one that names material but no harm to people says nothing of people.
    """
    if counted_in:
        own = {m.measure for m in _own_figures(claim, members)}
        others = {m.measure for m in members} & _BODILY
        return i not in counted_in or (bool(others) and not own & _BODILY)
    words = set(_WORD.findall(claim.words.casefold()))
    harm = any(word.startswith(stem) for word in words for stems in _stems().values() for stem in stems)
    return not harm and bool(words & set(word_list("link_words", "war_material")))


def _tells_the_same(claim: Claim, member: Claim, gazetteer: PlaceJudge | None) -> bool:
    """Harm without a number is told in the figure's own sentence, or of the same place, day and kind of event."""
    if claim.sentence == member.sentence:
        return True
    stated = claim.event is not None and claim.event is member.event and claim.date and member.date
    return bool(stated) and relation(claim.place, member.place, gazetteer) is PlaceRelation.SAME


def _names_harm(claim: Claim, member: Claim) -> bool:
    """The words, or what they are said to be about, name the harm that the figure counts."""
    about = (claim.target or claim.words).casefold()
    return member.measure is not None and any(
        word.startswith(stem) for word in _WORD.findall(about) for stem in _stems().get(member.measure.value, ())
    )


@cache
def _stems() -> Mapping[str, tuple[str, ...]]:
    listed = load_vocabulary("link_words")["harm_stems"]
    if not isinstance(listed, Mapping):
        return {}
    return {measure: tuple(map(str, stems)) for measure, stems in listed.items() if isinstance(stems, list)}


def _fits(claim: Claim, member: Claim, gazetteer: PlaceJudge | None) -> bool:
    """Nothing that both state speaks against it."""
    if claim.date and member.date and gap_days(claim.date, member.date) > 0:
        return False
    if claim.event and member.event and claim.event is not member.event and EventKind.OTHER is not claim.event:
        return False
    return relation(claim.place, member.place, gazetteer) not in (PlaceRelation.APART, PlaceRelation.UNRELATED)
