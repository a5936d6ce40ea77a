"""Two texts word by word: what was added, taken out, altered or moved, with the places of the words in both."""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, islice, takewhile

from sayso.dedupe.matching import Gap, Steps, gaps
from sayso.knowledge.numbers import find_quantities
from sayso.model import READ_FOR_CLAIMS, Change, ChangeKind, Report, Span

_SENTENCE = re.compile(r"(?<=[.!?…؟。])[\"”’')\]]*\s+")
_WORD = re.compile(r"\d+(?:[.,:]\d+)*|[^\W\d_]+(?:[’'-][^\W\d_]+)*|\w+")
_GAP = 2
"""Changes so few words apart are one, where neither is a single word: "of the" is kept by chance."""
_MOVED = 5
"""Words from which on a stretch that is gone here and new there has been moved."""

Quantity = tuple[int | None, int | None, str]


@dataclass(frozen=True, slots=True)
class _Word:
    key: str
    """Without case, with one kind of apostrophe: a change of these is no change of words."""
    span: Span
    block: int
    """Which of the blocks it stands in."""


@dataclass(frozen=True, slots=True)
class _Text:
    """A report as the sentences, roughly cut, of those of its blocks that hold any."""

    sentences: tuple[tuple[_Word, ...], ...]
    """None of them without a word."""
    quantities: tuple[tuple[Span, Quantity], ...]
    """In order of the text."""

    def words(self, first: int, last: int) -> list[_Word]:
        """The words of a run of sentences."""
        return [word for sentence in self.sentences[first:last] for word in sentence]

    def end_before(self, sentence: int) -> int:
        """Where the text before a sentence ends."""
        return self.sentences[sentence - 1][-1].span.end if sentence else 0


@dataclass(frozen=True, slots=True)
class _Stretch:
    """Words that differ; either side may be empty."""

    before: tuple[_Word, ...]
    after: tuple[_Word, ...]
    at_before: int
    """Where words of the earlier text would stand, if there are none."""
    at_after: int

    @property
    def size(self) -> int:
        return max(len(self.before), len(self.after))


def compare(earlier: Report, later: Report) -> tuple[tuple[Change, ...], bool]:
    """All that differs in what is read for claims, in the order of the later text; and whether word by word.

    The steps are bounded: where they do not suffice, as for long rows of few words, a stretch is altered as a whole.
    """
    one, other = _text(earlier), _text(later)
    stretches: list[_Stretch] = []
    is_whole, steps = True, Steps()
    for first, last, other_first, other_last in _regions(one, other):
        left, right = one.words(first, last), other.words(other_first, other_last)
        ends = one.end_before(first), other.end_before(other_first)
        found = gaps([word.key for word in left], [word.key for word in right], steps)
        if found is None:
            is_whole = False
            stretches.append(_Stretch(tuple(left), tuple(right), *ends))
        else:
            for stretch in _together(list(_differing(left, right, ends, found)), left, right):
                stretches += _by_block(stretch)
    numbers = [(_numbers(one, _before(stretch)), _numbers(other, _after(stretch))) for stretch in stretches]
    changed = _changed(numbers)
    changes = [_change(stretch, is_changed) for stretch, is_changed in zip(stretches, changed, strict=True)]
    return tuple(sorted(_with_moves(changes, stretches), key=lambda c: (c.later, c.earlier))), is_whole


def _text(report: Report) -> _Text:
    sentences = tuple(
        words
        for n, block in enumerate(report.blocks)
        if block.kind in READ_FOR_CLAIMS
        for span in _sentences(report.text, block.span)
        if (words := _words(report.text, span, n))
    )
    quantities = ((q.span, (q.low, q.high, q.modifier.value)) for q in find_quantities(report.text))
    return _Text(sentences, tuple(sorted(quantities, key=lambda held: held[0])))


def _sentences(text: str, block: Span) -> Iterator[Span]:
    at = block.start
    for found in _SENTENCE.finditer(text, block.start, block.end):
        yield Span(at, found.start())
        at = found.end()
    yield Span(at, block.end)


def _words(text: str, span: Span, block: int) -> tuple[_Word, ...]:
    return tuple(
        _Word(found.group().casefold().replace("’", "'"), Span(*found.span()), block)
        for found in _WORD.finditer(text, span.start, span.end)
    )


def _regions(one: _Text, other: _Text) -> Sequence[Gap]:
    """Runs of sentences that are not the same in both; all of them as one where that cannot be told."""
    keys = [[tuple(word.key for word in sentence) for sentence in text.sentences] for text in (one, other)]
    found = gaps(keys[0], keys[1], Steps())
    return [(0, len(keys[0]), 0, len(keys[1]))] if found is None else found


def _differing(
    left: Sequence[_Word], right: Sequence[_Word], ends: tuple[int, int], found: Sequence[Gap]
) -> Iterator[_Stretch]:
    for first, last, other_first, other_last in found:
        at = left[first - 1].span.end if first else ends[0]
        other_at = right[other_first - 1].span.end if other_first else ends[1]
        yield _Stretch(tuple(left[first:last]), tuple(right[other_first:other_last]), at, other_at)


def _together(found: Sequence[_Stretch], left: Sequence[_Word], right: Sequence[_Word]) -> list[_Stretch]:
    """The stretches, those that only a word or two keep apart as one: a sentence written anew is one change."""
    at = {word.span.start: n for n, word in enumerate(left)}
    other_at = {word.span.start: n for n, word in enumerate(right)}
    made: list[_Stretch] = []
    for stretch in found:
        last = made[-1] if made else None
        if last is None or min(last.size, stretch.size) < _GAP or not (_has_both(last) and _has_both(stretch)):
            made.append(stretch)
            continue
        first, end = at[last.before[0].span.start], at[stretch.before[-1].span.start]
        other_first, other_end = other_at[last.after[0].span.start], other_at[stretch.after[-1].span.start]
        if at[stretch.before[0].span.start] - at[last.before[-1].span.start] - 1 > _GAP:
            made.append(stretch)
            continue
        before, after = tuple(left[first : end + 1]), tuple(right[other_first : other_end + 1])
        made[-1] = _Stretch(before, after, last.at_before, last.at_after)
    return made


def _by_block(stretch: _Stretch) -> Iterator[_Stretch]:
    """The stretch in parts that run across no two blocks; where both sides have several, the last ones belong together.

    What stands between two blocks (a credit, a line of times) was not compared.
    """
    sides = [
        [tuple(words) for _, words in groupby(side, key=lambda word: word.block)]
        for side in (stretch.before, stretch.after)
    ]
    most = max(map(len, sides))
    before, after = ([()] * (most - len(side)) + side for side in sides)
    at, other_at = stretch.at_before, stretch.at_after
    for one, other in zip(before, after, strict=True):
        yield _Stretch(one, other, at, other_at)
        at, other_at = (one[-1].span.end if one else at), (other[-1].span.end if other else other_at)


def _has_both(stretch: _Stretch) -> bool:
    return bool(stretch.before and stretch.after)


def _change(stretch: _Stretch, figures: bool) -> Change:
    kind = ChangeKind.ALTERED
    if not stretch.before or not stretch.after:
        kind = ChangeKind.ADDED if stretch.after else ChangeKind.REMOVED
    return Change(kind, _before(stretch), _after(stretch), figures)


def _changed(numbers: Sequence[tuple[list[Quantity], list[Quantity]]]) -> list[bool]:
    """Which stretches change a figure.

    A number that is gone from a stretch without any, and stands anew in another such one, was only set elsewhere;
    of a stretch with numbers on both sides that differ, nothing is taken for granted.
    """
    gone = Counter(q for before, after in numbers if not after for q in before)
    new = Counter(q for before, after in numbers if not before for q in after)
    elsewhere = gone & new
    return [
        before != after and (bool(before and after) or not all(q in elsewhere for q in (*before, *after)))
        for before, after in numbers
    ]


def _before(stretch: _Stretch) -> Span:
    return _span(stretch.before, stretch.at_before)


def _after(stretch: _Stretch) -> Span:
    return _span(stretch.after, stretch.at_after)


def _span(words: Sequence[_Word], at: int) -> Span:
    return Span(words[0].span.start, words[-1].span.end) if words else Span(at, at)


def _numbers(text: _Text, span: Span) -> list[Quantity]:
    """The numbers that a stretch touches, with what bounds them: "at least 12" is another than "12"."""
    first = bisect_left(text.quantities, span.start, key=lambda held: held[0].end)
    near = takewhile(lambda held: held[0].start <= span.end, islice(text.quantities, first, None))
    return [quantity for at, quantity in near if at.overlaps(span)]


def _with_moves(changes: Sequence[Change], stretches: Sequence[_Stretch]) -> Iterator[Change]:
    """The changes, with words that are gone in one place and new in another as moved."""
    gone: dict[tuple[str, ...], int] = {}
    for n, stretch in enumerate(stretches):
        if not stretch.after and len(stretch.before) >= _MOVED:
            gone.setdefault(tuple(word.key for word in stretch.before), n)
    moved: set[int] = set()
    for n, stretch in enumerate(stretches):
        home = gone.pop(tuple(word.key for word in stretch.after), None) if not stretch.before else None
        if home is not None:
            moved |= {n, home}
            yield Change(ChangeKind.MOVED, changes[home].earlier, changes[n].later, figures=False)
    yield from (change for n, change in enumerate(changes) if n not in moved)
