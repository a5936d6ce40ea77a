"""What kind of happening did each figure's harm: rules first, then the trained head that weighs them with the rest."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from sayso.claims.figures import FigureRead
from sayso.claims.happening_carry import carried_over
from sayso.claims.happening_head import CAUTION, FIRM_CAUTION, load_head, said
from sayso.claims.happening_rules import event_by_rule
from sayso.claims.happening_signs import Told, signs_of
from sayso.claims.happening_words import HappeningWords
from sayso.model import Annotated, EventKind

_GIVEN = 2
"""How many signs a reason names."""


@dataclass
class Happenings:
    """The happenings of one report, asked figure by figure."""

    annotated: Annotated
    words: HappeningWords = field(init=False)
    _told: list[Told] = field(default_factory=list)
    _families: dict[int, tuple[int, ...]] = field(default_factory=dict)
    """For each figure itself and the figures of its sentence that are one whole and its parts."""
    _signs: dict[int, dict[str, float]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.words = HappeningWords(self.annotated)

    def tell(self, figures: Sequence[FigureRead]) -> None:
        """Take all figures of the report, in order, before the first of them is asked for."""
        self._told = [
            Told(f.counted, f.harm, f.sentence, event_by_rule(self.words, f.counted, f.harm, f.sentence))
            for f in figures
        ]
        self._told = carried_over(self.words, self._told)
        self._families = _families(figures)

    def of(self, at: int) -> tuple[EventKind, str]:
        """The kind of the happening of the figure at an index, and why; a whole and its parts had the same one."""
        ruling = self._told[at].ruling
        if ruling.sure:
            return ruling.kind, ruling.reason
        totals: Counter[EventKind] = Counter()
        for member in self._families[at]:
            totals.update(load_head().scores(self.signs(member)))
        kind = max(totals, key=lambda one: (totals[one], one is ruling.kind, one.value))
        lead = totals[kind] - totals[ruling.kind]
        caution = FIRM_CAUTION if ruling.firm else CAUTION
        if kind is ruling.kind or kind not in load_head().learned or lead <= caution:
            return ruling.kind, ruling.reason
        return kind, _reason(self.signs(at), kind, ruling.kind)

    def signs(self, at: int) -> dict[str, float]:
        """The signs of the figure at an index, as the head sees them."""
        if at not in self._signs:
            self._signs[at] = signs_of(self.words, self._told, at)
        return self._signs[at]

    def family(self, at: int) -> tuple[int, ...]:
        """The figure and those of its sentence that are one whole and its parts, by index."""
        return self._families[at]

    def ruled(self, at: int) -> EventKind:
        """What the rules alone say."""
        return self._told[at].ruling.kind


def _families(figures: Sequence[FigureRead]) -> dict[int, tuple[int, ...]]:
    root: list[int] = []
    for at, figure in enumerate(figures):
        whole = figure.whole
        joined = whole is not None and figures[whole].sentence.i == figure.sentence.i
        root.append(root[whole] if joined and whole is not None else at)
    return {at: tuple(n for n, other in enumerate(root) if other == root[at]) for at in range(len(figures))}


def _reason(signs: dict[str, float], kind: EventKind, ruled: EventKind) -> str:
    """The signs that tip the scale from the kind of the rules to the kind found."""
    head = load_head()
    for_it, against = head.added(signs, kind), head.added(signs, ruled)
    tipping = sorted(signs, key=lambda sign: (against[sign] - for_it[sign], sign))
    words = dict.fromkeys(w for sign in tipping if for_it[sign] > against[sign] and (w := said(sign)))
    given = " and ".join(list(words)[:_GIVEN])
    if not given:
        return f"All signs together speak for {kind.value} rather than {ruled.value}."
    speak = "speaks" if len(words) == 1 else "speak"
    return f"{given[0].upper()}{given[1:]} {speak} for {kind.value} rather than {ruled.value}."
