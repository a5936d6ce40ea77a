"""The rule reader of claims: figures of people harmed, with who says so, where, when and by whom."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from sayso.claims.counted import Counted, candidates
from sayso.claims.happenings import event_of
from sayso.claims.harm import Harm, Scope, harm_of
from sayso.claims.interface import ClaimsFound
from sayso.claims.people import group_of, is_open
from sayso.claims.subsets import Read, inherited, whole_of
from sayso.claims.voices import Voices
from sayso.model import Annotated, Attribution, Claim, ClaimId, ClaimKind, Group, Sentence, digest


class RuleClaimReader:
    """Reads figures of people harmed by rules over words and grammar."""

    version = "claims rules 1"

    def read(self, items: Iterable[tuple[Annotated, tuple[Attribution, ...]]]) -> Iterator[ClaimsFound]:
        """One ClaimsFound for each report, in the same order."""
        for annotated, attributions in items:
            yield ClaimsFound(_figures(annotated, attributions), ())


def _figures(annotated: Annotated, attributions: tuple[Attribution, ...]) -> tuple[Claim, ...]:
    voices = Voices(annotated, attributions)
    read: list[Read] = []
    claims: list[Claim] = []
    for sentence in annotated.sentences:
        for counted, harm, whole in _read_sentence(annotated, sentence, read):
            claim = _claim(annotated, sentence, counted, harm, voices)
            if whole is not None:
                claim = replace(claim, subset_of=claims[whole].id)
            claims.append(_inheriting(annotated, counted, claim, claims))
    return tuple(claims)


def _read_sentence(annotated: Annotated, sentence: Sentence, read: list[Read]) -> Iterator[Read]:
    """The figures of one sentence; each is added to `read` before it is handed out."""
    found = candidates(annotated, sentence)
    scope = Scope(annotated, sentence, starts=frozenset(c.first for c in found))
    for counted in found:
        harm = harm_of(scope, counted)
        whole = None
        if harm is not None:
            whole = whole_of(annotated, counted, harm, read, sentence.first)
        else:
            taken = inherited(annotated, counted, read, sentence.first)
            if taken is None:
                continue
            harm, whole = taken
        read.append((counted, harm, whole))
        yield read[-1]


def _claim(annotated: Annotated, sentence: Sentence, counted: Counted, harm: Harm, voices: Voices) -> Claim:
    report = annotated.report
    group, group_reason = group_of(annotated, counted)
    event, event_reason = event_of(annotated, counted, harm, sentence)
    voice = voices.of(counted, sentence)
    return Claim(
        id=ClaimId(digest(report.id, "figure", counted.span.start, counted.span.end)),
        report=report.id,
        kind=ClaimKind.FIGURE,
        span=counted.span,
        words=counted.span.of(report.text),
        sentence=sentence.span,
        status=voice.status,
        figure=counted.figure,
        measure=harm.measure,
        who=counted.who,
        group=group,
        event=event,
        sources=voice.sources,
        carried=voice.carried,
        attribution=voice.attribution,
        reasons=(
            ("measure", harm.reason),
            ("group", group_reason),
            ("event", event_reason),
            ("sources", voice.reason),
            ("status", voice.status_reason),
        ),
    )


def _inheriting(annotated: Annotated, counted: Counted, claim: Claim, earlier: list[Claim]) -> Claim:
    """A bare number counts the people of the figure before it in the sentence, where their group is plain."""
    before = [c for c in earlier if c.sentence == claim.sentence]
    if not is_open(annotated, counted) or not before:
        return claim
    if before[-1].group in (Group.CIVILIAN, Group.COMBATANT):
        return replace(claim, group=before[-1].group, who=claim.who or before[-1].who)
    return claim
