"""Parts that their own words, or those around them, show to be parts: "two of the children", "which makes six"."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sayso.claims.counted_types import Counted
from sayso.claims.lexicon import lexicon
from sayso.claims.subsets import Read, same_harm
from sayso.knowledge.patterns import word_pattern
from sayso.knowledge.vocabulary import word_list
from sayso.model import Annotated, Measure

_FILE = "subsets_patterns"
_AHEAD = 90
"""Code points before a figure in which words that make it a part are looked for. Source: our choice."""
_BACK = 4
"""Sentences before in which the people stand of whom some are told of. Source: our choice."""
_FAR = 10
"""Sentences before in which the toll stands whose dead are told of. Source: our choice."""
_SECOND = 2
_KILLED = frozenset({Measure.KILLED, Measure.EXECUTED})
Part = tuple[int, int, str]
"""A part, its whole, and why, in words."""


@dataclass(frozen=True)
class Told:
    """The figures of a report with the wholes known so far."""

    annotated: Annotated
    read: Sequence[Read]
    wholes: Sequence[int | None]

    def counted(self, at: int) -> Counted:
        """The figure at an index."""
        return self.read[at][0]

    def measure(self, at: int) -> Measure:
        """What befell its people."""
        return self.read[at][1].measure

    def sentence(self, at: int) -> int:
        """The index of its sentence."""
        return self.annotated.tokens[self.counted(at).first].sentence

    def words(self, at: int) -> str:
        """The figure as written."""
        return self.counted(at).span.of(self.annotated.text)

    def ahead(self, at: int) -> str:
        """The words of the sentence right before a figure."""
        start = self.annotated.sentences[self.sentence(at)].span.start
        end = self.counted(at).span.start
        return self.annotated.text[max(start, end - _AHEAD) : end]

    def behind(self, at: int) -> str:
        """The words of the sentence right behind a figure."""
        end = self.annotated.sentences[self.sentence(at)].span.end
        return self.annotated.text[self.counted(at).span.end : end]

    def between(self, left: int, right: int) -> str | None:
        """The words between two figures of one sentence."""
        if self.sentence(left) != self.sentence(right):
            return None
        start, end = self.counted(left).span.end, self.counted(right).span.start
        return self.annotated.text[start:end] if start <= end else None

    def holds(self, whole: int, part: int) -> bool:
        """The whole is larger than the part."""
        low, size = self.counted(whole).figure.low, self.counted(part).figure.low
        return low is not None and size is not None and size < low

    def before(self, at: int) -> list[int]:
        """The earlier figures of the sentence, the nearest last."""
        return [n for n in range(at) if self.sentence(n) == self.sentence(at)]


def parts_told(annotated: Annotated, read: Sequence[Read], wholes: Sequence[int | None]) -> Iterator[Part]:
    """Every part that words show, with its whole and the reason; the surest signs first."""
    told = Told(annotated, read, wholes)
    for rule, reason in _RULES:
        for at in (n for n in range(len(read)) if read[n][0].figure.high != 0):
            whole = rule(told, at)
            if whole is not None and whole != at:
                yield at, whole, reason


def _of_the_number(told: Told, at: int) -> int | None:
    """its words take it from a number ("41 of the 476 patients")."""
    if at + 1 >= len(told.read) or not told.holds(at + 1, at):
        return None
    between = told.between(at, at + 1)
    return at + 1 if between is not None and word_pattern(_FILE, "of_the_number").search(between) else None


def _of_whom(told: Told, at: int) -> int | None:
    """some of those counted right before ("27 injured, of whom, he said, three died")."""
    if not word_pattern(_FILE, "of_whom").search(told.ahead(at)):
        return None
    return next((n for n in reversed(told.before(at)) if told.holds(n, at)), None)


def _of_people(told: Told, at: int) -> int | None:
    """its words name those of whom it counts some ("two of the children", "seven of the victims")."""
    found = word_pattern(_FILE, "of_people").search(" ".join(told.words(at).split()))
    if found is None:
        return None
    named = next(word for word in reversed(found.groups()) if word).lower()
    earlier = [n for n in range(at) if told.holds(n, at) and told.wholes[n] != at]
    alike = [n for n in earlier if _is_named(told, n, named) and told.sentence(at) - told.sentence(n) <= _BACK]
    if alike:
        return alike[-1]
    if not word_pattern(_FILE, "any_victims").search(named):
        return None
    befell = lexicon().people.get(named) or lexicon().states.get(named) or told.measure(at)
    return _toll(told, at, befell)


def _is_named(told: Told, n: int, noun: str) -> bool:
    """The figure counts people by that noun."""
    at = told.counted(n).noun
    if at is None:
        return False
    token = told.annotated.tokens[at]
    return noun in (token.lower, token.lemma, f"{token.lemma}s")


def _toll(told: Told, at: int, measure: Measure) -> int | None:
    """The toll of a harm that can hold these people: the last whole before, or the first behind."""
    fitting = [
        n
        for n in range(len(told.read))
        if n != at and same_harm(told.measure(n), measure) and told.holds(n, at) and told.wholes[n] is None
    ]
    earlier = [n for n in fitting if n < at]
    return earlier[-1] if earlier else next(iter(fitting), None)


def _included(told: Told, at: int) -> int | None:
    """it is said to be included ("two field commanders included")."""
    if not word_pattern(_FILE, "included_behind").match(told.behind(at)):
        return None
    near = [n for n in told.before(at) if told.holds(n, at) and _alike(told, n, at)]
    return max(near, key=lambda n: told.counted(n).figure.low or 0, default=None)


def _alike(told: Told, left: int, right: int) -> bool:
    return same_harm(told.measure(left), told.measure(right))


def _makes(told: Told, at: int) -> int | None:
    """it brings about the total told behind it ("six more died, taking the toll to 21")."""
    for n in range(at + 1, min(at + 3, len(told.read))):
        between = told.between(at, n)
        if between is None:
            return None
        if told.holds(n, at) and _alike(told, n, at) and word_pattern(_FILE, "makes").search(between):
            return n
    return None


def _because(told: Told, at: int) -> int | None:
    """the total told before it went up by it ("the toll rose to nine after two passengers died")."""
    for n in reversed(told.before(at)):
        between = told.between(n, at)
        if between is None or not told.holds(n, at) or not _alike(told, n, at):
            continue
        rose = word_pattern(_FILE, "reached_after").search(told.ahead(n))
        if rose and word_pattern(_FILE, "because").search(between):
            return n
    return None


def _in_a_state(told: Told, at: int) -> int | None:
    """it tells in which state some of those counted before are ("34 were admitted, three on ventilators")."""
    counted = told.counted(at)
    if counted.noun is not None or counted.implied or not word_pattern(_FILE, "in_a_state").match(told.behind(at)):
        return None
    near = [n for n in told.before(at) if told.holds(n, at) and told.measure(n) not in _KILLED]
    return near[-1] if near else None


def _one_of_them(told: Told, at: int) -> int | None:
    """a bare number right behind theirs says more of some of them ("three adults, one wearing a uniform")."""
    counted = told.counted(at)
    if at == 0 or counted.noun is not None or counted.implied or not told.holds(at - 1, at):
        return None
    between = told.between(at - 1, at)
    if between is None or between.strip(" ,–—-"):
        return None
    return at - 1 if word_pattern(_FILE, "says_more").match(told.behind(at)) else None


def _caseload(told: Told, at: int) -> int | None:
    """so many of the sick died ("670 cases, with 17 fatalities")."""
    if at == 0 or told.measure(at) not in _KILLED or told.measure(at - 1) is not Measure.AFFECTED:
        return None
    between = told.between(at - 1, at)
    if between is None or not told.holds(at - 1, at):
        return None
    return at - 1 if word_pattern(_FILE, "caseload").search(between) else None


def _worst(told: Told, at: int) -> int | None:
    """one of several happenings that the total counts ("the bloodiest day was Monday, when 163 died")."""
    if told.before(at) or not word_pattern(_FILE, "worst").search(told.ahead(at)):
        return None
    here = told.sentence(at)
    near = [n for n in range(at) if _alike(told, n, at) and told.holds(n, at) and told.wholes[n] is None]
    near = [n for n in near if 0 < here - told.sentence(n) <= _BACK]
    return near[-1] if near else None


def _of_those(told: Told, at: int) -> int | None:
    """some of the number that opens the sentence ("Of 48 in all, twelve are still in hospital")."""
    near = told.before(at)
    if not near or told.counted(at).noun is not None or not told.holds(near[0], at):
        return None
    opening = word_pattern(_FILE, "of_opens").search(told.ahead(near[0]))
    return near[0] if opening and word_pattern(_FILE, "joined").search(told.ahead(at)) else None


def _listed(told: Told, at: int) -> int | None:
    """it stands in the list behind the total ("18 deaths: six in Lenda, five in Moro")."""
    for n in told.before(at):
        between = told.between(n, at)
        shared = sum(told.counted(m).figure.low or 0 for m in range(n + 1, at + 1) if _alike(told, n, m))
        low = told.counted(n).figure.low or 0
        listed = between is not None and word_pattern(_FILE, "listed").search(between)
        if listed and shared <= low and told.holds(n, at) and _alike(told, n, at):
            return n
    return None


def _the_dead_were(told: Told, at: int) -> int | None:
    """the sentence says who the dead were ("the dead were a couple and a student")."""
    if told.counted(at).noun is None or not word_pattern(_FILE, "the_dead_were").search(told.ahead(at)):
        return None
    here = told.sentence(at)
    near = [n for n in range(at) if _alike(told, n, at) and told.holds(n, at) and told.wholes[n] is None]
    near = [n for n in near if 0 < here - told.sentence(n) <= _FAR]
    return near[-1] if near else None


def _ordinal(told: Told, at: int) -> int | None:
    """one more of a number that grows ("a ninth man died" beside "nine men")."""
    words = told.words(at).lower().split()
    ordinals = word_list(_FILE, "ordinals")
    number = next((ordinals.index(word) + 1 for word in words if word in ordinals), 0)
    if number < _SECOND or told.counted(at).figure.low != 1:
        return None
    here = told.sentence(at)
    near = [n for n in range(len(told.read)) if n != at and _alike(told, n, at) and told.wholes[n] is None]
    made = [n for n in near if told.counted(n).figure.low == number and abs(told.sentence(n) - here) <= _FAR]
    return min(made, key=lambda n: abs(n - at), default=None)


_RULES = (
    (_of_the_number, "as its words take it from that number"),
    (_of_whom, "as it counts some of those counted right before"),
    (_of_people, "as its words name those of whom it counts some"),
    (_of_those, "as it counts some of the number that opens the sentence"),
    (_included, "as it is said to be included"),
    (_makes, "as it brings that total about"),
    (_because, "as that total went up by it"),
    (_listed, "as it stands in the list behind that total"),
    (_in_a_state, "as it tells in which state some of those counted are"),
    (_one_of_them, "as its words say more of some of them"),
    (_caseload, "as so many of the sick died"),
    (_the_dead_were, "as the sentence says who they were"),
    (_ordinal, "as it is told as one more of that number"),
    (_worst, "as one of several happenings that the total counts"),
)
"""The surest first, each with the reason that the user reads."""
