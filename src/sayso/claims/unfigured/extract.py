"""Annotated and attributions -> claims without a figure."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from sayso.claims.unfigured.access import access_in
from sayso.claims.unfigured.attributed import attributed, is_bare, is_main_clause, speaker_of, whole_of
from sayso.claims.unfigured.context import HAPPENINGS, Surroundings
from sayso.claims.unfigured.control import control_in
from sayso.claims.unfigured.found import Found
from sayso.claims.unfigured.harm import harm_in
from sayso.claims.unfigured.messages import lone_quotations, messages_in, own_words, posts
from sayso.claims.unfigured.recruitment import recruitment_in
from sayso.claims.unfigured.remarks import remarks_in
from sayso.claims.unfigured.support import support_in
from sayso.claims.unfigured.verification import verification_in
from sayso.claims.unfigured.vocabulary import words
from sayso.model import Act, Annotated, Attribution, Claim, ClaimId, ClaimKind, Span, Status, digest, hull

if TYPE_CHECKING:
    from sayso.knowledge.gazetteer import Gazetteer

RULES = (harm_in, recruitment_in, control_in, support_in, access_in, verification_in, remarks_in, messages_in)
DOUBTFUL_WHEN_FEARED = frozenset(
    {ClaimKind.HARM, ClaimKind.DAMAGE, ClaimKind.CONTROL, ClaimKind.RECRUITMENT, ClaimKind.SUPPORT}
)
MIN_TOKENS = 2
TOLD_AFTER = frozenset({"after", "since", "because", "as", "when", "where"})
SHORT_SPEECH = 240
"""Characters: speech up to this length is shown whole where its main clause is the assertion."""


def unfigured_claims(
    annotated: Annotated, attributions: tuple[Attribution, ...], gazetteer: "Gazetteer | None" = None
) -> tuple[Claim, ...]:
    """The claims of one report that state no number, in order of position: who says what, denies, admits, keeps silent,
    needs help, holds territory, comes to harm, backs whom.

    A DENIAL has the status "denied" and a VERIFICATION remark "unconfirmed": the status is that of its target.
    """
    grammar = [*_by_rules(annotated), *lone_quotations(annotated), *posts(annotated), *own_words(annotated)]
    settled = [f for f in (_settled(annotated, found, attributions) for found in grammar) if f is not None]
    spoken = list(attributed(annotated, attributions, settled))
    surroundings = Surroundings(annotated, gazetteer)
    key = annotated.report.key()
    claims = (_claim(surroundings, found, key) for found in _unique(annotated, [*spoken, *settled]))
    return tuple(sorted(claims, key=lambda claim: (claim.span, claim.kind)))


def _by_rules(doc: Annotated) -> Iterator[Found]:
    for sentence in doc.sentences:
        if sentence.last - sentence.first > MIN_TOKENS:
            for rule in RULES:
                yield from rule(doc, sentence)


def _settled(doc: Annotated, found: Found, attributions: Iterable[Attribution]) -> Found | None:
    """The assertion with the attribution it stands in and what that does to its status; None if only feared."""
    around = innermost(doc, found, attributions)
    if around is None:
        return found
    if found.kind is ClaimKind.ACCESS and (found.actor or "").lower() == "we":
        # in someone else's speech "we could not reach the town" tells of their road, not of the outlet's work
        return None
    if found.kind is ClaimKind.MESSAGE and not any(piece.covers(found.span) for piece in around.content):
        # a passage that quotes someone in the middle stays the writer's own
        return found
    status, stance = found.status, found.stance
    if found.kind in DOUBTFUL_WHEN_FEARED:
        cue = {t.lemma for span in around.cue for t in doc.tokens_in(span)}
        unreal = around.act in (Act.CALLS, Act.BELIEVES) and cue & words("fearing_cues")
        if unreal and not _is_told(doc, found.anchor):
            return None
        if around.act is Act.DENIES:
            status, stance = Status.DENIED, "The speaker denies it."
        elif status is Status.ASSERTED and (around.act is Act.UNVERIFIED or around.act is Act.BELIEVES):
            status, stance = Status.UNCONFIRMED, "The speaker cannot confirm it, or only believes it."
        elif status is Status.ASSERTED and around.hedged:
            status, stance = Status.ALLEGED, "The outlet keeps its distance from what the speaker says."
    return Found(
        found.kind,
        found.anchor,
        _inside(doc, found, around),
        found.reason,
        _actor(doc, found, around),
        found.target,
        found.who,
        status,
        stance,
        around,
        found.topic,
    )


def _is_told(doc: Annotated, i: int) -> bool:
    """A past clause inside of what is feared or demanded: "asked for help AFTER THE FLOOD DESTROYED the mill"."""
    token = doc.tokens[i]
    told = any(t.dep in ("mark", "advmod") and t.lower in TOLD_AFTER for t in doc.children(i))
    return token.dep == "advcl" and told and token.tag in ("VBD", "VBN")


def innermost(doc: Annotated, found: Found, attributions: Iterable[Attribution]) -> Attribution | None:
    """The attribution with the shortest content around the word that carries the assertion."""
    at = doc.tokens[found.anchor].span
    around = [
        (sum(len(piece) for piece in a.content), n, a)
        for n, a in enumerate(attributions)
        if any(piece.covers(at) for piece in a.content)
    ]
    return min(around)[2] if around else None


def _actor(doc: Annotated, found: Found, around: Attribution) -> str | None:
    """Whoever speaks is the one that asks for help, and the "I" and "we" of the speech."""
    own = found.actor is not None and found.actor.lower() in ("i", "we")
    return speaker_of(doc, around) or found.actor if own or found.kind is ClaimKind.APPEAL else found.actor


def _inside(doc: Annotated, found: Found, around: Attribution) -> Span:
    """The words as far as they stand in the speech; the whole speech where they are its main clause."""
    span = found.span
    if doc.tokens[found.anchor].dep == "advcl":
        return _clipped(span, around)
    if (
        len(around.content) == 1
        and len(around.content[0]) <= SHORT_SPEECH
        and is_main_clause(doc, found.anchor, around)
    ):
        return around.content[0]
    if is_bare([t for piece in around.content for t in doc.tokens_in(piece)]):
        whole = whole_of(doc, around)
        return whole if whole is not None and whole.covers(span) and len(whole) <= SHORT_SPEECH else span
    return _clipped(span, around)


def _clipped(span: Span, around: Attribution) -> Span:
    for piece in around.content:
        if piece.overlaps(span):
            return Span(max(span.start, piece.start), min(span.end, piece.end))
    return span


def _unique(doc: Annotated, found: Iterable[Found]) -> Iterator[Found]:
    """Each assertion once: not the same words twice for one kind, and standing facts once for each report."""
    taken: dict[ClaimKind, list[Span]] = {}
    topics: set[str] = set()
    for one in _widened(doc, found):
        spans = taken.setdefault(one.kind, [])
        repeated = any(_same(one, span) for span in spans)
        scrap = one.kind in (ClaimKind.HARM, ClaimKind.DAMAGE) and " " not in one.span.of(doc.text).strip()
        if scrap or repeated or (one.topic is not None and one.topic in topics):
            continue
        spans.append(one.span)
        if one.topic is not None:
            topics.add(one.topic)
        yield one


def _widened(doc: Annotated, found: Iterable[Found]) -> Iterator[Found]:
    """Two denials by one speaker in one sentence are one: "never touched it, he said, rejecting the charge"."""
    listed = list(found)
    for n, one in enumerate(listed):
        if one.kind is not ClaimKind.DENIAL:
            yield one
            continue
        sentence = doc.tokens[one.anchor].sentence
        beside = [
            other.span
            for other in listed[n + 1 :]
            if other.kind is ClaimKind.DENIAL
            and doc.tokens[other.anchor].sentence == sentence
            and other.span.overlaps(one.span)
        ]
        yield replace(one, span=hull([one.span, *beside]))


def _same(one: Found, span: Span) -> bool:
    if one.kind is ClaimKind.STATEMENT:
        return one.span == span
    return one.span.overlaps(span)


def _claim(around: Surroundings, found: Found, key: str) -> Claim:
    doc, source = around.doc, found.attribution
    sentence = doc.sentences[doc.tokens[found.anchor].sentence]
    place, date = around.place(found, sentence), around.date(found, sentence)
    reasons = [("kind", found.reason)]
    if found.stance:
        reasons.append(("status", found.stance))
    reasons.append(
        ("sources", source.reason or "A cue of its own." if source else "No source is stated: the outlet's own voice.")
    )
    if place is not None:
        reasons.append(("place", place.reason or "Named in the same sentence."))
    if date.interval is not None or found.kind in HAPPENINGS:
        reasons.append(("date", date.reason))
    return Claim(
        id=ClaimId(
            digest(key, "unfigured", found.kind, found.span.start, found.span.end, source.id if source else None)
        ),
        report=doc.report.id,
        kind=found.kind,
        span=found.span,
        words=found.span.of(doc.text),
        sentence=hull([sentence.span, found.span]),
        status=found.status,
        who=found.who,
        place=place,
        date=date.interval,
        sources=source.chain if source else (),
        attribution=source.id if source else None,
        actor=found.actor,
        target=found.target,
        reasons=tuple(reasons),
    )
