"""Participles that go on with a speech: "..., adding that ..." has the speaker of the cue before it."""

from sayso.attribute.found import Found
from sayso.attribute.vocabulary import words
from sayso.model import Act, Annotated, Span

GOING_ON = frozenset(
    {"add", "stress", "note", "explain", "emphasize", "emphasise", "warn", "claim", "call", "say", "accuse", "blame"}
)


def with_shared_speakers(a: Annotated, found: list[Found]) -> list[Found]:
    """The attributions; bare participles and speakerless cues take the speaker of the statement they continue."""
    by_sentence: dict[int, list[Found]] = {}
    for one in found:
        if one.verb is not None:
            by_sentence.setdefault(a.tokens[one.verb].sentence, []).append(one)
    for group in by_sentence.values():
        group.sort(key=lambda one: one.at)
        for position, one in enumerate(group):
            _share(a, one, group[:position])
            _take_over(a, one, group[:position])
            _same_words(a, one, group[:position])
    return found


def _share(a: Annotated, one: Found, earlier: list[Found]) -> None:
    verb = a.tokens[one.verb or 0]
    if verb.tag != "VBG" or verb.pos == "AUX" or any(c.dep == "aux" for c in a.children(verb.i)):
        return
    if verb.lemma != "add" and any(c.dep == "nsubj" for c in a.children(verb.i)):
        return
    if (verb.dep == "acl" and verb.lemma not in ("add", "stress")) or not (
        words().act("clause", verb.lemma) or verb.lemma in GOING_ON
    ):
        return
    spoken = [e for e in earlier if e.speakers and e.verb is not None]
    if not spoken or one.act.value in ("unverified", "declines"):
        return
    finite = [e for e in spoken if a.tokens[e.verb or 0].tag != "VBG"] or spoken
    best = finite[-1]
    if verb.lemma == "add" or verb.dep in ("advcl", "conj"):
        outer = [e for e in finite if any(s.start <= best.at < s.end for s in e.content)]
        best = outer[0] if outer and verb.lemma == "add" else best
    one.speakers = list(best.speakers)


def _same_words(a: Annotated, one: Found, earlier: list[Found]) -> None:
    """ "..., the owner said and the mayor confirmed": both say the words that stand before the first."""
    if one.verb is None or a.tokens[one.verb].dep != "conj":
        return
    for other in earlier:
        around = any(s.start <= other.at < s.end for s in one.content)
        if around and other.verb == a.tokens[one.verb].head and all(s.end <= other.at for s in other.content):
            one.content = list(other.content)
            return


def _take_over(a: Annotated, one: Found, earlier: list[Found]) -> None:
    """ "The agency said ... but did not say ...": who is silent is who spoke, and the silence is not what was said."""
    first = a.token_at(one.at)
    if one.act not in (Act.DECLINES, Act.UNVERIFIED) or first is None or first == 0:
        return
    joint = first - 1
    while joint > 0 and a.tokens[joint].pos in ("ADV", "AUX"):
        joint -= 1
    if a.tokens[joint].lower not in ("but", "and", "although", "though"):
        return
    for outer in reversed(earlier):
        around = [s for s in outer.content if s.start < a.tokens[joint].start < s.end]
        if outer.speakers and around and outer.verb is not None:
            one.speakers = list(outer.speakers)
            cut = Span(around[0].start, a.tokens[joint].start).trimmed(a.text, " ,")
            outer.content = [cut if s == around[0] else s for s in outer.content]
            return
