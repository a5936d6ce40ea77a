"""Quantities of which no rule says what happened, read by a network: `weights/figures.onnx`.

It starts from what the attribution's encoder sees half-way, and scores one window at a time, so that nothing depends
on a neighbour. Made by `training/figures`; its model card is docs/models/figures.md.
"""

from collections.abc import Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from sayso.claims.counted_types import Counted
from sayso.claims.harm_words import MODAL, Harm
from sayso.claims.lexicon import lexicon
from sayso.claims.person_words import is_person_word
from sayso.errors import KnowledgeError
from sayso.knowledge.patterns import word_pattern
from sayso.knowledge.seen import Seen, TokenReader
from sayso.knowledge.vocabulary import word_list
from sayso.model import Annotated, Measure

if TYPE_CHECKING:
    import numpy as np
    import onnxruntime
    from numpy.typing import NDArray

    from sayso.knowledge.seen import Vectors

WEIGHTS = Path(__file__).parent / "weights" / "figures.onnx"
MEASURES = (
    *(Measure.KILLED, Measure.INJURED, Measure.KILLED_OR_INJURED, Measure.MISSING, Measure.DISPLACED),
    *(Measure.EVACUATED, Measure.DETAINED, Measure.ABDUCTED, Measure.TRAPPED, Measure.BESIEGED, Measure.AFFECTED),
)
"""What the network tells apart, in its order, after "nobody harmed"; who was executed was killed."""
SURE = 0.8
"""The least share that a quantity must have of being people harmed. Set on invented reports that it had not seen."""
UNTOLD = 1.0
"""What a measure that the report has not told of weighs beside one of which all its figures tell. Set as SURE was."""
UNNAMED = 0.3
"""What a harm weighs that no word of the sentence names, where a word names another. Set as SURE was."""
_VERBS_ABOVE = 3
"""So many verbs up the tree are asked whether they only fear it."""
AROUND = 48
"""Tokens before the first and after the last quantity of a window that are read with them."""


class SecondReading:
    """What happened to people counted, where no rule tells."""

    def __init__(self, tokens: TokenReader, weights: Path = WEIGHTS) -> None:
        self.tokens = tokens
        self._weights = weights

    @cached_property
    def _session(self) -> "onnxruntime.InferenceSession":
        import onnxruntime

        if not self._weights.is_file():
            raise KnowledgeError(
                "The weights that read figures are missing.",
                str(self._weights),
                "Install sayso again, or set SAYSO_ATTRIBUTOR=rules to read without the models.",
            )
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = 1
        options.inter_op_num_threads = 1
        return onnxruntime.InferenceSession(str(self._weights), options, providers=["CPUExecutionProvider"])

    def over(self, annotated: Annotated, counted: Sequence[Counted]) -> "ReportReading":
        """The reading of all quantities of one report; a window is read when one of its quantities is asked about."""
        return ReportReading(self, annotated, counted)

    def shares(self, vectors: "Vectors", at: "NDArray[np.int64]") -> "Vectors":
        """Shape [quantities, 1 + measures]: how much the network gives to "nobody harmed" and to each measure."""
        import numpy as np

        (scores,) = self._session.run(["scores"], {"vectors": vectors, "at": at})
        grown = np.exp(scores - scores.max(axis=1, keepdims=True))
        shares: Vectors = grown / grown.sum(axis=1, keepdims=True)
        return shares


class ReportReading:
    """What the network reads of the quantities of one report."""

    def __init__(self, reading: SecondReading, annotated: Annotated, counted: Sequence[Counted]) -> None:
        self._reading = reading
        self._annotated = annotated
        self._counted = counted
        self._shares: dict[int, list[float]] = {}

    def of(self, counted: Counted, told: Sequence[Measure]) -> Harm | None:
        """What happened to the people counted; None where it may be nothing. `told`: what the report told so far."""
        if not _may_be_people(self._annotated, counted) or _is_imagined(self._annotated, counted):
            return None
        if counted.first not in self._shares:
            self._read_window(counted)
        none, *measures = self._shares[counted.first]
        if 1 - none < SURE:
            return None
        named = _named_harms(self._annotated, counted)
        share = {
            m: s * (UNTOLD + told.count(m) / max(1, len(told))) * (1.0 if m in named else UNNAMED)
            for m, s in zip(MEASURES, measures, strict=True)
        }
        best = max(share, key=share.__getitem__)
        if best is not Measure.BESIEGED and _live_there(self._annotated, counted):
            return None
        said = best.value.replace("_", " ")
        reason = (
            f"No rule tells what happened; the figures model reads people harmed ({1 - none:.0%}), likeliest {said}."
        )
        return Harm(best, points(self._annotated, counted)[2], reason)

    def _read_window(self, counted: Counted) -> None:
        noun = points(self._annotated, counted)[0]
        window = next(seen for seen in self._reading.tokens.seen(self._annotated) if noun in seen.core)
        mine = [(c, at) for c in self._counted if (at := points(self._annotated, c))[0] in window.core]
        shares = self._reading.shares(*cut(window, [at for _, at in mine]))
        self._shares.update({c.first: row.tolist() for (c, _), row in zip(mine, shares, strict=True)})


def _may_be_people(annotated: Annotated, counted: Counted) -> bool:
    """A noun for people, or none ("33", "eleven of my flock"); no date, no thing, no inhabitants of a town."""
    tokens, first, last = annotated.tokens, counted.first, counted.last
    before = annotated.text[max(0, counted.span.start - 40) : counted.span.start]
    if word_pattern("harm_patterns", "no_harm_before").search(before):
        return False
    if counted.noun is not None:
        return counted.known
    ahead = [t for t in tokens[last : last + 6] if t.sentence == tokens[first].sentence]
    if not ahead or ahead[0].lower != "of":
        return not ahead or ahead[0].pos not in ("NOUN", "PROPN", "ADJ", "NUM")
    named = next((t for t in ahead[1:] if t.pos in ("NOUN", "PROPN", "PRON")), None)
    return named is not None and (named.pos != "NOUN" or is_person_word(named))


def _live_there(annotated: Annotated, counted: Counted) -> bool:
    """ "40,000 people live in the district": inhabitants, or people at risk."""
    behind = annotated.text[counted.span.end : counted.span.end + 60]
    return word_pattern("harm_patterns", "no_harm_after").search(behind) is not None


def _is_imagined(annotated: Annotated, counted: Counted) -> bool:
    """ "40 could starve", "fears that nine drowned", "threatened to shoot ten": possible, feared or threatened."""
    tokens, at = annotated.tokens, points(annotated, counted)[2]
    imagined = (*word_list("harm", "imagined"), *word_list("harm", "fears"))
    for _ in range(_VERBS_ABOVE):
        if tokens[at].lemma in imagined:
            return True
        if any(c.dep == "aux" and c.lower in MODAL - {"can", "ca"} for c in annotated.children(at)):
            return True
        at = verb_above(annotated, at)
    return False


def _named_harms(annotated: Annotated, counted: Counted) -> frozenset[Measure]:
    """The harms that words of the sentence name; all where none does."""
    lex, sentence = lexicon(), annotated.sentences[annotated.tokens[counted.first].sentence]
    found: set[Measure | None] = set()
    for token in annotated.tokens[sentence.first : sentence.last]:
        verb = lex.verbs.get(token.lower)
        found |= {lex.people.get(token.lower), lex.states.get(token.lower), lex.nouns.get(token.lower)}
        found |= {verb.patient, verb.undergoer} if verb else set()
    named = frozenset(Measure.KILLED if m is Measure.EXECUTED else m for m in found if m is not None)
    return named or frozenset(MEASURES)


def points(annotated: Annotated, counted: Counted) -> tuple[int, ...]:
    """The tokens by which a quantity is read: noun, number, the verb above it, its first and its last token."""
    noun = counted.noun if counted.noun is not None else counted.number
    return noun, counted.number, verb_above(annotated, noun), counted.first, counted.last - 1


def verb_above(annotated: Annotated, i: int) -> int:
    """The nearest verb that the token hangs on; where there is none, the top of its sentence."""
    tokens = annotated.tokens
    while tokens[i].head != i:
        i = tokens[i].head
        if tokens[i].pos in ("VERB", "AUX"):
            return i
    return i


def cut(window: Seen, at: Sequence[tuple[int, ...]]) -> "tuple[Vectors, NDArray[np.int64]]":
    """The vectors around the quantities, shape [tokens, width], and their points counted from the first of them."""
    import numpy as np

    placed = np.clip(np.array(at, dtype=np.int64) - window.first, 0, len(window.vectors) - 1)
    first, last = max(0, int(placed.min()) - AROUND), int(placed.max()) + AROUND + 1
    return window.vectors[first:last], placed - first
