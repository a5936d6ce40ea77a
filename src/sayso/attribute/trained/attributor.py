"""The attributor by a trained network, with the rules' knowledge of names and chains behind it."""

import re
from collections.abc import Iterable, Iterator

from sayso.attribute.floating import with_floating_quotes
from sayso.attribute.found import Found
from sayso.attribute.frozen import frozen
from sayso.attribute.grammar import Phrase
from sayso.attribute.outlets import is_own_outlet
from sayso.attribute.quotes import Quotes
from sayso.attribute.relays import with_origins_and_relays
from sayso.attribute.rules import found_by_rules
from sayso.attribute.trained.decode import Cue, Run, around, cues, runs, without_inner
from sayso.attribute.trained.features import Window, bands, branches
from sayso.attribute.trained.network import Network, Read
from sayso.attribute.trained.spans import found_at
from sayso.attribute.trained.tidy import apart, tidied
from sayso.knowledge.seen import Seen
from sayso.model import Act, Annotated, Attribution, Span

VERSION = "model 1 with rules 1"


CONTRAST = re.compile(r",? (?:while|whereas|although|though)\b")
"""Of 84 such clauses behind a statement in the training gold, the annotators took 62 as part of what was said."""


class TrainedAttributor:
    """Reads one window and one cue at a time."""

    def __init__(self, network: Network | None = None) -> None:
        self._network = network or Network()

    @property
    def version(self) -> str:
        """Name and version of the weights."""
        return VERSION

    def attribute(self, annotated: Iterable[Annotated]) -> Iterator[tuple[Attribution, ...]]:
        """One tuple for each report, in the same order."""
        for a in annotated:
            yield frozen(a, self.found(a))

    def seen(self, a: Annotated) -> tuple[Seen, ...]:
        """The report's tokens as the encoder sees them half-way, window by window, each token once."""
        return tuple(Seen(w.first, range(w.core_first, w.core_last), r.middle) for w, r in self._network.windows(a))

    def found(self, a: Annotated) -> list[Found]:
        """What the network reads in a report, with what the grammar shows beside it; names are not resolved.

        Where both see a cue of which the network is not sure by itself, the rules' reading of it is taken.
        """
        shown = {_tokens(a, one): one for one in found_by_rules(a)}
        read: list[tuple[Cue, list[Run]]] = []
        for window, seen in self._network.windows(a):
            read.extend(self._in_window(a, window, seen, list(shown)))
        taken = [one for cue, parts in without_inner(read) if (one := _taken(a, cue, parts, shown)) is not None]
        found = with_origins_and_relays(a, tidied(a, with_sure(a, taken, shown.values())))
        for one in found:
            one.relay = [p for p in one.relay if not is_own_outlet(a, a.span_of(p.first, p.last).of(a.text))]
            one.origin, one.relay = apart(a, one)
        return with_floating_quotes(a, Quotes(a), found)

    def _in_window(
        self, a: Annotated, window: Window, seen: Read, expected: list[range]
    ) -> Iterator[tuple[Cue, list[Run]]]:
        for cue in cues(window, seen.anchors, expected):
            first, last = around(window, cue.at)
            scores = self._network.marks(
                seen.narrow[first - window.first : last - window.first],
                seen.narrow[cue.at - window.first],
                branches(a, cue.at, first, last),
                bands(cue.at, first, last),
            )
            yield cue, runs(scores, cue, first)


def with_sure(a: Annotated, taken: list[Found], shown: Iterable[Found]) -> list[Found]:
    """What was taken, and what the grammar is sure of by itself and has no part in a cue that was taken."""
    sure = [one for one in shown if one.sure]
    for one in taken:
        _without_noun(a, one, [claim for claim in sure if claim.verb is None])
    cues_taken = [span for one in taken for span in one.cue]
    sure = [one for one in sure if not any(s.overlaps(t) for s in one.cue for t in cues_taken)]
    return sorted([*taken, *sure], key=lambda one: one.at)


def _without_noun(a: Annotated, one: Found, claims: list[Found]) -> None:
    """ "refuted a statement by the union that ...": the union states it, and the refusal ends before its noun."""
    for claim in claims:
        noun = claim.cue[0]
        if one.act not in (Act.DENIES, Act.UNVERIFIED) or one.verb is None or not any(s.covers(noun) for s in one.cue):
            continue
        last = a.tokens[one.verb]
        if last.end <= noun.start and one.cue[0].start < last.end:
            one.cue = [Span(one.cue[0].start, last.end)]
            one.relay, one.content = [], [Span(noun.start, claim.content[-1].end)]


def _taken(a: Annotated, cue: Cue, parts: list[Run], shown: dict[range, Found]) -> Found | None:
    """What the network reads at a cue; the rules' reading where it is unsure, and for a part that it leaves empty."""
    ruled = next((one for tokens, one in shown.items() if cue.at in tokens), None)
    if ruled is None:
        return found_at(a, cue, parts)
    found = found_at(a, cue, parts) if cue.likely else None
    if found is None:
        return ruled
    found.content = _to_its_end(a, found.content, ruled.content, sure=ruled.sure) or ruled.content
    found.speakers = _who(a, found, ruled)
    if ruled.origin:
        found.origin, found.standing = ruled.origin, ruled.standing
    found.relay = ruled.relay or found.relay
    return found


def _who(a: Annotated, found: Found, ruled: Found) -> list[Phrase]:
    """The speakers that the network reads; the rules' where it reads none or, though they are sure, others."""
    own = ruled.sure and len(ruled.speakers) == 1 and a.tokens[ruled.speakers[0].head].tag == "PRP$"
    if own or (ruled.sure and _owns(a, found.speakers, ruled.speakers)):  # "by his count": the network takes the whole
        return ruled.speakers
    heads = {p.head for p in ruled.speakers}
    same = any(p.first <= head < p.last for p in found.speakers for head in heads)
    return ruled.speakers if ruled.sure and ruled.speakers and not same else found.speakers or ruled.speakers


def _owns(a: Annotated, read: list[Phrase], ruled: list[Phrase]) -> bool:
    """ "by the agency's | latest count": the network takes more than whose count it is."""
    pairs = [(p, q) for p in read for q in ruled if p.first == q.first and q.last < p.last]
    return any(a.tokens[q.last].text in ("'s", "’s") for _, q in pairs)


def _to_its_end(a: Annotated, content: list[Span], ruled: list[Span], *, sure: bool) -> list[Span]:
    """The content with the end that the parse has inside: a contrasting clause ("..., while others fled"), a number."""
    if sure and len(ruled) > 1 and all(any(whole.covers(part) for whole in ruled) for part in content):
        return ruled
    if sure and ruled and not any(whole.overlaps(part) for whole in ruled for part in content):
        return ruled
    if content and sure and len(ruled) == 1 and Span(ruled[0].start, ruled[0].end).covers(content[0]):
        return ruled if ruled[0].end >= content[-1].end else content
    if not content or len(ruled) != 1 or ruled[0].start != content[0].start or ruled[0].end <= content[-1].end:
        return content
    if sure:
        return ruled
    if len(content) != 1:
        return content
    return ruled if CONTRAST.match(a.text, content[0].end) else content


def _tokens(a: Annotated, one: Found) -> range:
    """The tokens of a cue that the rules see; of the speaker, where they see no cue."""
    span = one.cue[0] if one.cue else a.span_of(one.speakers[0].first, one.speakers[0].last)
    tokens = a.tokens_in(span)
    return range(tokens[0].i, tokens[-1].i + 1) if tokens else range(0)
