"""The figures of people harmed in a report, before anything is asked about them."""

from dataclasses import dataclass, replace

from sayso.claims.counted import candidates
from sayso.claims.counted_types import Counted
from sayso.claims.harm import harm_of
from sayso.claims.harm_rivals import rival_count
from sayso.claims.harm_words import Harm, Scope
from sayso.claims.subsets import Read, inherited, whole_of
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


def figures_of(annotated: Annotated) -> tuple[FigureRead, ...]:
    """The figures of people harmed in a report, in order."""
    read: list[Read] = []
    where: list[Sentence] = []
    for sentence in annotated.sentences:
        _read_sentence(annotated, sentence, read)
        where.extend([sentence] * (len(read) - len(where)))
    summed = with_wholes_behind(annotated, read)
    rows = zip(read, where, summed, strict=True)
    return tuple(FigureRead(counted, harm, s, whole, total) for (counted, harm, whole), s, total in rows)


def _read_sentence(annotated: Annotated, sentence: Sentence, read: list[Read]) -> None:
    """Adds the figures of one sentence to those read before."""
    found = candidates(annotated, sentence)
    scope = Scope(annotated, sentence, starts=frozenset(c.first for c in found), found=found)
    for counted in found:
        harm = harm_of(scope, counted)
        whole = None
        if harm is not None:
            whole = whole_of(annotated, counted, harm, read, sentence.first)
            if whole is not None and read[whole][1].measure is Measure.EXECUTED and harm.measure is Measure.KILLED:
                harm = replace(harm, measure=Measure.EXECUTED)
        else:
            harm, whole = inherited(annotated, counted, read, sentence.first) or (None, None)
            harm = harm or rival_count(annotated, counted, read, sentence)
            if harm is None:
                continue
        read.append((counted, harm, whole))
