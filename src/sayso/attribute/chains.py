"""Chains: the people and bodies that a statement passed through, root first."""

from dataclasses import replace

from sayso.attribute.outlets import squashed
from sayso.knowledge.patterns import word_pattern
from sayso.model import Act, Attribution

NEIGHBOURS = 20
"""Attributions before and after, in the order of the text, among which an outer one is looked for."""

PASSING_ON = frozenset({Act.SAYS, Act.BELIEVES})
"""Acts that carry on what they hold; who denies, doubts or demands something does not report it."""


def chained(text: str, attributions: tuple[Attribution, ...]) -> tuple[Attribution, ...]:
    """The attributions, each with whoever quotes it inside a statement of their own at the end of its chain."""
    return tuple(
        _with_outer(text, one, attributions[max(0, i - NEIGHBOURS) : i + NEIGHBOURS])
        for i, one in enumerate(attributions)
    )


def _with_outer(text: str, one: Attribution, attributions: tuple[Attribution, ...]) -> Attribution:
    own = one.cue or one.speaker
    if not own:
        return one
    outer = [
        other
        for other in attributions
        if other.id != one.id
        and other.act in PASSING_ON
        and any(span.covers(own[0]) for span in other.content)
        and other.chain
        and not _rejects(text, other, one)
    ]
    outer.sort(key=lambda other: sum(len(span) for span in other.content))
    chain = list(one.chain)
    for other in outer:
        known = {squashed(name) for name in chain}
        chain += [name for name in other.chain if squashed(name) not in known]
    return replace(one, chain=tuple(chain))


def _rejects(text: str, outer: Attribution, inner: Attribution) -> bool:
    """ "The figure given by the rebels is an invention, the army said": who calls it false does not carry it on."""
    parts = (*outer.content, *outer.cue)
    start, end = min(part.start for part in parts), max(part.end for part in parts)
    words = text[start:end]
    for held in sorted(inner.content, reverse=True):
        if start <= held.start and held.end <= end:
            words = words[: held.start - start] + " … " + words[held.end - start :]
    return bool(word_pattern("status_patterns", "rejected").search(words))
