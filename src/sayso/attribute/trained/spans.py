"""Runs of tokens -> Found: noun phrases with their heads, words without white space at their edges."""

from itertools import pairwise

from sayso.attribute.found import Found
from sayso.attribute.grammar import Phrase
from sayso.attribute.trained.alphabet import ANCHORS
from sayso.attribute.trained.decode import WITHOUT_CUE, Cue, Run
from sayso.attribute.vocabulary import words
from sayso.model import Act, Annotated, Span

AT_EDGES = " \t\r\n\u00a0,;"
RELYING = frozenset({"rely", "depend", "draw", "network"})
"""What a standing network of sources is governed by: these give no root to a single statement."""
DISTANCING = frozenset({"allegedly", "reportedly", "supposedly", "purportedly"})


def found_at(a: Annotated, cue: Cue, parts: list[Run]) -> Found | None:
    """The attribution at a cue; None where no words are left of what was read."""
    spans: dict[str, list[Span]] = {"cue": [], "content": []}
    phrases: dict[str, list[Phrase]] = {"speaker": [], "origin": [], "relay": []}
    for run in (piece for whole in parts for piece in _by_block(a, whole, cue.at)):
        trimmed = _without_space(a, run)
        if trimmed is None:
            continue
        if run.role in phrases:
            phrases[run.role].append(Phrase(*trimmed, _head(a, *trimmed)))
        else:
            spans[run.role].append(_span(a, run.role, *trimmed))
    if not spans["cue"] and not (phrases["speaker"] and spans["content"]):
        return None
    act = Act.SAYS if cue.kind == WITHOUT_CUE else Act(ANCHORS[cue.kind])
    verb = _verb(a, spans["cue"])
    return Found(
        act=act,
        reason=_reason(a, cue, spans["cue"]),
        cue=spans["cue"],
        speakers=phrases["speaker"],
        content=spans["content"],
        origin=phrases["origin"],
        relay=phrases["relay"],
        hedged=_hedged(a, act, spans["cue"]),
        standing=any(_standing(a, p) for p in phrases["origin"]),
        verb=verb,
    )


def _by_block(a: Annotated, run: Run, at: int) -> list[Run]:
    """The run cut where a block ends; of a phrase only the piece nearest to the cue."""
    blocks = [a.sentences[t.sentence].block for t in a.tokens[run.first : run.last]]
    cuts = [run.first, *(run.first + n for n in range(1, len(blocks)) if blocks[n] is not blocks[n - 1]), run.last]
    pieces = [Run(run.role, first, last) for first, last in pairwise(cuts)]
    if run.role == "content" or len(pieces) == 1:
        return pieces
    return [min(pieces, key=lambda r: max(r.first - at, at - r.last + 1, 0))]


def _without_space(a: Annotated, run: Run) -> tuple[int, int] | None:
    first, last = run.first, run.last
    edges = AT_EDGES if run.role != "cue" else " \t\r\n\u00a0"
    while first < last and not a.tokens[first].text.strip(edges):
        first += 1
    while last > first and not a.tokens[last - 1].text.strip(edges):
        last -= 1
    return (first, last) if first < last else None


def _span(a: Annotated, role: str, first: int, last: int) -> Span:
    span = a.span_of(first, last)
    return span.trimmed(a.text, AT_EDGES) if role == "content" else span


def _head(a: Annotated, first: int, last: int) -> int:
    """The token of the phrase that hangs on something outside of it; the last such noun where there are several."""
    outside = [t for t in a.tokens[first:last] if t.head == t.i or not first <= t.head < last]
    nouns = [t for t in outside if t.pos in ("NOUN", "PROPN", "PRON")]
    return (nouns or outside or list(a.tokens[first:last]))[0].i


def _verb(a: Annotated, cue: list[Span]) -> int | None:
    """The main verb of a cue."""
    tokens = [t for span in cue for t in a.tokens_in(span)]
    verbs = [t for t in tokens if t.pos in ("VERB", "AUX")]
    return verbs[-1].i if verbs else None


def _hedged(a: Annotated, act: Act, cue: list[Span]) -> bool:
    tokens = [t for span in cue for t in a.tokens_in(span)]
    verb = next((t.lemma for t in reversed(tokens) if t.pos == "VERB"), "")
    adverb = any(t.lower in DISTANCING for t in tokens)
    return adverb or (act is Act.SAYS and verb in words()["hedging_verbs"])


def _standing(a: Annotated, origin: Phrase) -> bool:
    """The origin is a network that the speaker relies on at all times."""
    if any(t.lemma == "network" for t in a.tokens[origin.first : origin.last]):
        return True
    at = a.tokens[origin.head]
    for _ in range(3):
        if at.lemma in RELYING or at.lower == "using":
            return True
        at = a.tokens[at.head]
    return False


def _reason(a: Annotated, cue: Cue, spans: list[Span]) -> str:
    share = f"{100 * cue.probability:.0f} %"
    if not spans:
        return f"The attribution model reads a source without a cue ({share})."
    quoted = " ... ".join(span.of(a.text) for span in spans)
    return f'The attribution model reads "{quoted}" as a cue ({share}).'
