"""The figures of people harmed in a report, before anything is asked about them."""

from dataclasses import dataclass, replace

from sayso.claims.antecedents import means_others, plural_meant
from sayso.claims.counted import candidates
from sayso.claims.counted_types import Counted
from sayso.claims.harm import harm_of
from sayso.claims.harm_rivals import rival_count
from sayso.claims.harm_rows import part_of_a_row
from sayso.claims.harm_words import Harm, Scope
from sayso.claims.learned import ReportReading, SecondReading
from sayso.claims.subsets import Read, fits, inherited, whole_of
from sayso.claims.subsets_behind import with_wholes_behind
from sayso.model import Annotated, Measure, Sentence


@dataclass(frozen=True, slots=True)
class FigureRead:
    """A figure of people harmed before anything is asked about it."""

    counted: Counted
    harm: Harm
    sentence: Sentence
    whole: int | None
    """Index, among the report's figures, of the earlier one that the words beside this make it a part of."""
    summed: int | None
    """Index of the figure that it is a part of, also where only the rest of the report tells; it may stand behind."""
    summed_reason: str = ""
    """Why it is a part of that figure, in words."""


def figures_of(annotated: Annotated, second: SecondReading | None = None) -> tuple[FigureRead, ...]:
    """The figures of people harmed in a report, in order; `second` reads those of which no rule tells."""
    read: list[Read] = []
    where: list[Sentence] = []
    found = [candidates(annotated, sentence) for sentence in annotated.sentences]
    further = second.over(annotated, [c for counted in found for c in counted]) if second else None
    for at, (sentence, counted) in enumerate(zip(annotated.sentences, found, strict=True)):
        before = found[at - 1] if at else ()
        scope = Scope(annotated, sentence, starts=frozenset(c.first for c in counted), found=counted, before=before)
        _read_sentence(scope, further, read)
        where.extend([sentence] * (len(read) - len(where)))
    summed = with_wholes_behind(annotated, read)
    rows = zip(read, where, summed, strict=True)
    return tuple(
        FigureRead(counted, harm, s, whole, part.whole if part else None, part.reason if part else "")
        for (counted, harm, whole), s, part in rows
    )


def _read_sentence(scope: Scope, further: ReportReading | None, read: list[Read]) -> None:
    """Adds the figures of one sentence to those read before."""
    annotated, first = scope.annotated, scope.sentence.first
    for counted in scope.found:
        harm, whole = harm_of(scope, counted), None
        if harm is None:
            harm, whole = _of_others(scope, counted, read) or (None, None)
            harm = harm or rival_count(annotated, counted, read, scope.sentence)
            if harm is None and further is not None:
                harm = further.of(counted, [told.measure for _, told, _ in read])
                whole = whole_of(annotated, counted, harm, read, first) if harm is not None else None
        else:
            whole = whole_of(annotated, counted, harm, read, first)
            if whole is not None and read[whole][1].measure is Measure.EXECUTED and harm.measure is Measure.KILLED:
                harm = replace(harm, measure=Measure.EXECUTED)
        if harm is not None:
            read.append((counted, harm, whole))


def _of_others(scope: Scope, counted: Counted, read: list[Read]) -> tuple[Harm, int | None] | None:
    """What happened to people of whom only the words for others tell."""
    annotated, first = scope.annotated, scope.sentence.first
    if not means_others(annotated, counted, read, (*scope.before, *scope.found), first):
        told = inherited(annotated, counted, read, first) or part_of_a_row(scope, counted, read)
        too_small = told is not None and told[1] is not None and not fits(read[told[1]][0], counted)
        return None if too_small else told
    meant = plural_meant(annotated, counted, first)
    harm = harm_of(scope, meant) if meant is not None else None
    return (harm, None) if harm is not None else None
