"""What an attribution is: a statement, a denial, an admission, a silence, an appeal, a message."""

from collections.abc import Iterable, Iterator

from sayso.claims.unfigured.found import Found
from sayso.claims.unfigured.grammar import child, clause, doer, words_of
from sayso.claims.unfigured.messages import is_first_person
from sayso.claims.unfigured.nouns import has_number, is_actor, is_person
from sayso.claims.unfigured.substance import cue_lemmas, denied_thing, is_admission, is_toll, root_of
from sayso.claims.unfigured.vocabulary import words
from sayso.model import Act, Annotated, Attribution, ClaimKind, Span, Status, Token, hull

JOINING = frozenset({"and", "but", "or", ",", "while"})
OPENING = '"“«„'
LONG = 700
"""Characters: a hull over several pieces of content longer than this gives way to the longest piece."""
SHORT = 4
"""Tokens: shorter content without quotation marks says too little to keep ("said so")."""
COVERED = 0.5
"""Share of an indirect statement's words that another kind must cover to stand for it."""


def attributed(doc: Annotated, attributions: Iterable[Attribution], others: Iterable[Found]) -> Iterator[Found]:
    """One assertion for each attribution that no more telling kind stands for.

    `others` are the assertions that the grammar gave: an indirect statement that they mostly cover is not kept twice.
    """
    listed, known = list(attributions), list(others)
    for attribution in listed:
        found = _special(doc, attribution)
        if found is None and attribution.content:
            found = _spoken(doc, attribution, listed, known)
        if found is not None:
            yield found


def speaker_of(doc: Annotated, attribution: Attribution) -> str | None:
    """The speaker's fullest name, or as written; None where nobody is named."""
    if attribution.speaker_name:
        return attribution.speaker_name
    return _flat(attribution.speaker[0].of(doc.text)) if attribution.speaker else None


def content_words(attribution: Attribution) -> Span | None:
    """The hull of what is said, or its longest piece where the pieces lie far apart; None without content."""
    pieces = [span for span in attribution.content if len(span)]
    if not pieces:
        return None
    whole = hull(pieces)
    return whole if len(whole) <= LONG else max(pieces, key=len)


def is_main_clause(doc: Annotated, i: int, a: Attribution) -> bool:
    """The token is the one verb of the speech that nothing else in it governs, and no second sentence follows."""
    said = [t for span in a.content for t in doc.tokens_in(span)]
    inside = {t.i for t in said}
    roots = [t.i for t in said if t.pos in ("VERB", "AUX") and (t.head not in inside or t.head == t.i)]
    joined = any(t.dep == "conj" and t.pos in ("VERB", "AUX") and t.head == i for t in said)
    return roots == [i] and not joined


def _flat(text: str) -> str:
    return " ".join(text.split())


def _made(
    doc: Annotated,
    a: Attribution,
    kind: ClaimKind,
    span: Span,
    reason: str,
    status: Status = Status.ASSERTED,
    why: str = "",
    target: str | None = None,
) -> Found | None:
    tokens = doc.tokens_in(span)
    while len(tokens) > 1 and (tokens[-1].lower in JOINING or not tokens[-1].text.strip()):
        tokens = tokens[:-1]
        span = Span(span.start, max(span.start, tokens[-1].end))
    if not tokens or not span.of(doc.text).strip():
        return None
    return Found(kind, tokens[0].i, span, reason, _speaker(doc, a), target, None, status, why, a)


def _speaker(doc: Annotated, a: Attribution) -> str | None:
    """Who speaks, by the attribution or else by the grammar of its cue."""
    named = speaker_of(doc, a)
    if named is not None or not a.cue:
        return named
    verb = next((t for t in doc.tokens_in(a.cue[0]) if t.pos in ("VERB", "AUX")), None)
    by = doer(doc, verb.i) if verb is not None else None
    if by is None or by.lower in ("it", "there") or any(piece.overlaps(by.span) for piece in a.content):
        return None
    return words_of(doc, by) if is_actor(doc, by) or is_person(doc, by) or by.pos == "PRON" else None


def whole_of(doc: Annotated, a: Attribution) -> Span | None:
    """Speaker, cue and content as far as they stand in the sentence of the cue."""
    parts = [*a.cue, *a.speaker, *a.content]
    if not parts:
        return None
    if a.cue and not a.speaker:
        verb = next((t for t in doc.tokens_in(a.cue[0]) if t.pos == "VERB"), None)
        said = child(doc, verb.i, "nsubj") if verb is not None else None
        parts += [said.span] if said is not None else []
    sentence = doc.sentence_at(parts[0].start)
    if sentence is None:
        return hull(parts)
    near = [
        Span(max(p.start, sentence.span.start), min(p.end, sentence.span.end))
        for p in parts
        if p.overlaps(sentence.span)
    ]
    return hull(near) if near else hull(parts)


def _target(doc: Annotated, a: Attribution) -> str | None:
    span = content_words(a)
    return _flat(span.of(doc.text)) if span is not None else None


def _special(doc: Annotated, a: Attribution) -> Found | None:
    """The acts that have a kind of their own whatever is said."""
    span = whole_of(doc, a)
    if span is None:
        return None
    target = _target(doc, a)
    denied = denied_thing(doc, a)
    if denied is not None:
        return _made(
            doc,
            a,
            ClaimKind.DENIAL,
            span,
            "The speaker says that it is untrue, or that they did no such thing.",
            Status.DENIED,
            "What stands as the target is denied.",
            denied,
        )
    match a.act:
        case Act.DENIES:
            return _made(
                doc,
                a,
                ClaimKind.DENIAL,
                span,
                "The speaker denies it.",
                Status.DENIED,
                "What stands as the target is denied.",
                target,
            )
        case _ if _is_nobody(doc, a) and "responsibility" in span.of(doc.text):
            return _made(doc, a, ClaimKind.SILENCE, span, "Nobody is said to have claimed it.", target=_deed(target))
        case Act.DECLINES if _speaker(doc, a) is None:
            return None
        case Act.DECLINES:
            return _made(
                doc, a, ClaimKind.SILENCE, span, "The speaker does not comment, answer or claim it.", target=target
            )
        case Act.UNVERIFIED if (target or "").lower() in ("it", "this", "that"):
            # "it is not known who fired": the grammar gives what is asked
            return None
        case Act.UNVERIFIED:
            return _made(
                doc,
                a,
                ClaimKind.VERIFICATION,
                span,
                "The speaker cannot confirm it.",
                Status.UNCONFIRMED,
                "The words say that it is not confirmed.",
                target,
            )
        case _:
            if is_admission(doc, a):
                return _made(
                    doc,
                    a,
                    ClaimKind.ADMISSION,
                    span,
                    "A party admits, accepts or claims the deed.",
                    target=_deed(target),
                )
    return None


def _deed(target: str | None) -> str | None:
    """What responsibility is taken for."""
    return target.removeprefix("responsibility for ") if target else target


def _is_nobody(doc: Annotated, a: Attribution) -> bool:
    tokens = [t for span in (*a.speaker, *a.cue) for t in doc.tokens_in(span)]
    return any(t.dep == "neg" or t.lower in ("no", "nobody", "none", "neither") for t in tokens)


def _spoken(doc: Annotated, a: Attribution, listed: list[Attribution], known: list[Found]) -> Found | None:
    span = content_words(a)
    if span is None:
        return None
    direct = any(piece.of(doc.text).lstrip()[:1] in OPENING for piece in a.content)
    if _appeals(doc, a):
        return _made(
            doc,
            a,
            ClaimKind.APPEAL,
            whole_of(doc, a) or span,
            "The speaker demands or asks for something.",
            target=_target(doc, a),
        )
    if _from_the_ground(doc, a, direct=direct):
        if any(f.kind is ClaimKind.MESSAGE and f.span.overlaps(span) for f in known):
            return None
        return _made(doc, a, ClaimKind.MESSAGE, span, "First-person words of someone on the ground.")
    if not _worth_keeping(doc, a, span, listed, known, direct=direct):
        return None
    bare = is_bare([t for piece in a.content for t in doc.tokens_in(piece)])
    if not direct and (bare or a.act is not Act.SAYS):
        span = whole_of(doc, a) or span
    status = Status.ALLEGED if a.hedged else Status.ASSERTED
    reason = "What the speaker is quoted as saying." if direct else "What the speaker is reported to say."
    if a.act is Act.BELIEVES:
        reason = "What the speaker is said to think, fear, hope or expect."
    return _made(
        doc, a, ClaimKind.STATEMENT, span, reason, status, "The outlet keeps its distance from it." if a.hedged else ""
    )


def _appeals(doc: Annotated, a: Attribution) -> bool:
    cue = cue_lemmas(doc, a)
    if a.act is not Act.CALLS or not cue & words("appealing") or _speaker(doc, a) is None:
        return False
    wanted = words("needs") | words("demanded")
    return any(t.lemma in wanted for span in a.content for t in doc.tokens_in(span))


def _from_the_ground(doc: Annotated, a: Attribution, *, direct: bool) -> bool:
    if (
        a.act not in (Act.SAYS, Act.BELIEVES, Act.CALLS)
        or cue_lemmas(doc, a) & words("crying")
        or not any(is_first_person(doc, piece) for piece in a.content)
    ):
        return False
    speakers = [t for span in a.speaker for t in doc.tokens_in(span)]
    civilian = any(t.lemma in words("civilians") and t.dep not in ("amod", "pobj") for t in speakers)
    posted = bool(cue_lemmas(doc, a) & words("post_cues"))
    official = any(t.lemma in words("officials") for t in speakers)
    return (direct and civilian and not official) or (posted and not official)


def _worth_keeping(
    doc: Annotated, a: Attribution, span: Span, listed: list[Attribution], known: list[Found], *, direct: bool
) -> bool:
    said = [t for piece in a.content for t in doc.tokens_in(piece)]
    if any(_stands_for(inner, a, span) for inner in listed if inner is not a):
        return False
    if any(f.kind is ClaimKind.MESSAGE and f.span.overlaps(span) and 2 * len(f.span) > len(span) for f in known):
        return False
    covering = [f.span for f in known if span.covers(f.span)]
    if any(f.span in (span, whole_of(doc, a)) for f in known):
        return False
    if _counts_people(doc, said, 0.7 if direct else 0.45):
        return False
    if direct:
        return len(said) > 2
    if is_toll(said):
        return False
    told = is_bare(said) and any(t.pos in ("NOUN", "PROPN") for t in said)
    if sum(t.pos not in ("PUNCT", "SPACE") for t in said) < SHORT and not told:
        return False
    size = max(1, sum(len(piece) for piece in a.content))
    return sum(len(s) for s in covering) / size <= COVERED


def _stands_for(inner: Attribution, outer: Attribution, span: Span) -> bool:
    """The inner attribution takes up nearly all of what the outer one says, and is kept in its stead."""
    parts = [*inner.cue, *inner.content]
    if not parts or not inner.content:
        return False
    whole = hull([*parts, *inner.speaker])
    if whole == span and inner.id > outer.id:
        return False
    return span.covers(whole) and len(whole) > 0.8 * len(span)


def _counts_people(doc: Annotated, said: list[Token], share: float) -> bool:
    """At least that share of the speech is about a number of people harmed, which a claim with a figure covers."""
    harmful = (
        words("harm_done_to")
        | words("harm_undergone")
        | words("harm_needs_force")
        | {"be", "leave", "claim", "evacuate"}
    )
    size = sum(len(t.text) for t in said) or 1
    for verb in said:
        if verb.pos not in ("VERB", "AUX") or verb.lemma not in harmful:
            continue
        heads = [t for t in doc.children(verb.i) if t.dep in ("nsubj", "nsubjpass", "dobj", "attr")]
        if any(has_number(doc, t) for t in heads) and len(clause(doc, verb.i)) / size >= share:
            return True
    return False


def is_bare(said: list[Token]) -> bool:
    """The content is no sentence of its own: it says little without its cue ("condemned THE ATTACK")."""
    root = root_of(said)
    if said and said[0].lower in ("to", "as", "for", "of"):
        return True
    return root is None or (said[0].i <= root.i and root.dep in ("relcl", "acl", "pcomp", "amod"))
