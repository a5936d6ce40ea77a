"""Found -> Attribution: names resolved, chains made, ids taken; the same whatever found them."""

from sayso.attribute.carriers import settled
from sayso.attribute.chains import chained
from sayso.attribute.found import Found
from sayso.attribute.grammar import Phrase
from sayso.attribute.links import Links
from sayso.attribute.names import Names
from sayso.model import Annotated, Attribution, AttributionId, Span, digest


def frozen(a: Annotated, found: list[Found]) -> tuple[Attribution, ...]:
    """The attributions of one report in the order of the text."""
    found = settled(a, sorted(found, key=lambda one: (one.at, one.cue)))
    names = Names(a, found)
    links = Links(a, names, found)
    key = a.report.key()
    return chained(a.text, tuple(_one(a, key, names, links, one) for one in found))


def _one(a: Annotated, key: str, names: Names, links: Links, one: Found) -> Attribution:
    def spans(phrases: list[Phrase]) -> tuple[Span, ...]:
        return tuple(sorted({a.span_of(p.first, p.last) for p in phrases}))

    speaker, origin, relay = spans(one.speakers), spans(one.origin), spans(one.relay)
    content = tuple(sorted(set(one.content)))
    cue = tuple(sorted(set(one.cue)))
    parts = [f"{s.start}-{s.end}" for group in (speaker, cue, content, origin, relay) for s in (*group, Span(0, 0))]
    return Attribution(
        id=AttributionId(digest(key, one.act.value, *parts)),
        report=a.report.id,
        act=one.act,
        speaker=speaker,
        cue=cue,
        content=content,
        origin=origin,
        relay=relay,
        speaker_name=names.name(one.speakers[0]) if one.speakers else None,
        origin_name=names.name(one.origin[0]) if one.origin else None,
        relay_name=names.name(one.relay[0]) if one.relay else None,
        chain=links.chain(one),
        joint=links.joint(one),
        hedged=one.hedged,
        reason=one.reason,
    )
