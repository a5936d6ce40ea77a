"""What a speech amounts to: a deed admitted, a charge denied without the word."""

from sayso.claims.unfigured.factuality import stance
from sayso.claims.unfigured.grammar import child, key, patient, subject, words_of
from sayso.claims.unfigured.nouns import is_armed, is_person, lemma
from sayso.claims.unfigured.vocabulary import words
from sayso.model import Act, Annotated, Attribution, Status, Token

NEAR = 8
"""Tokens: how far into what is admitted the deed must be named."""
FLYING = frozenset(
    {"drone", "missile", "rocket", "projectile", "uav", "jet", "warplane", "bomber", "helicopter", "gunship"}
)
TOLL = 90
"""Characters: a number of people harmed fills indirect speech up to this length, and is a claim with a figure."""
TOLL_WORDS = frozenset(
    {"dead", "death", "toll", "body", "casualty", "injury", "life", "fatality", "arrest", "capture", "missing", "leave"}
)
OWN = frozenset({"we", "i", "it", "they", "he", "she"})
OWNED = frozenset({"our", "my", "its", "their", "his", "her"})
DEEDS_BESIDE = frozenset(
    {
        "fly",
        "operate",
        "commit",
        "order",
        "open",
        "set",
        "touch",
        "take",
        "fire",
        "use",
        "participate",
        "involve",
        "employ",
        "harm",
    }
)
"""Verbs besides those of the lists that a denial may turn down ("no aircraft had FLOWN", "never TOUCHED it")."""


def cue_lemmas(doc: Annotated, a: Attribution) -> set[str]:
    """The base forms of the words that make it an attribution."""
    return {t.lemma for span in a.cue for t in doc.tokens_in(span)}


def is_admission(doc: Annotated, a: Attribution) -> bool:
    """The speaker admits a deed, takes responsibility for it, or as a party says to have done it."""
    cue = cue_lemmas(doc, a)
    said = [t for span in a.content for t in doc.tokens_in(span)]
    if _owns(doc, said, cue):
        return True
    harmful = words("deeds") | words("deed_verbs") | words("harm_done_to") | words("damage_done_to")
    if cue & words("admitting"):
        return any(t.lemma in harmful for t in said[:NEAR])
    root = root_of(said)
    if (
        root is None
        or a.act is not Act.SAYS
        or _is_defence(doc, root)
        or key(doc, root.i).split()[0] not in words("deed_verbs")
    ):
        return False
    by = subject(doc, root.i)
    own = by is not None and (
        by.lower in ("we", "it", "they", "i")
        or any(t.dep == "poss" and t.lower in ("our", "its", "their") for t in doc.children(by.i))
    )
    if lemma(caught) in words("wrongdoers") if (caught := patient(doc, root.i)) is not None else False:
        return False
    past = root.tag in ("VBD", "VBN") and not any(
        t.dep in ("neg", "auxpass") or t.tag == "MD" for t in doc.children(root.i)
    )
    return own and past and by is not None and _speaks_for_arms(doc, a)


def _is_defence(doc: Annotated, root: Token) -> bool:
    """Shooting down what flies in harms nobody."""
    return root.lemma == "shoot" and any(t.lemma in FLYING for t in doc.tokens[root.i : root.i + 8])


def _owns(doc: Annotated, said: list[Token], cue: set[str]) -> bool:
    """ "Claimed responsibility", "said it accepted responsibility"."""
    owning = words("owning")
    for token in said:
        if token.lower != "responsibility":
            continue
        if cue & owning and token in said[:NEAR]:
            return True
        held = stance(doc, token.head)
        bearer = subject(doc, token.head)
        if bearer is None or bearer.lower not in OWN:
            continue
        if doc.tokens[token.head].lemma in owning and held is not None and held.status is Status.ASSERTED:
            return True
    return False


def _speaks_for_arms(doc: Annotated, a: Attribution) -> bool:
    return any(
        is_armed(doc, t) and t.lemma not in ("security", "side") for span in a.speaker for t in doc.tokens_in(span)
    )


def root_of(said: list[Token]) -> Token | None:
    """The verb of the content that no other word of the content governs."""
    inside = {t.i for t in said}
    return next((t for t in said if t.pos in ("VERB", "AUX") and (t.head not in inside or t.head == t.i)), None)


def is_toll(said: list[Token]) -> bool:
    """Short speech that only gives a number of people harmed, which a claim with a figure covers."""
    if not said or said[-1].end - said[0].start > TOLL:
        return False
    harmed = TOLL_WORDS | words("harm_done_to") | words("harm_undergone")
    return any(t.pos == "NUM" for t in said) and any(t.lemma in harmed for t in said)


def denied_thing(doc: Annotated, a: Attribution) -> str | None:
    """What the speech turns down, though the outlet only calls it said; None where it turns nothing down.

    Either a charge is called untrue, or those accused say that they, or theirs, did no such thing.
    """
    said = [t for span in a.content for t in doc.tokens_in(span)]
    root = root_of(said)
    if root is None or a.act is not Act.SAYS:
        return None
    by = subject(doc, root.i)
    if by is None:
        return None
    if _calls_untrue(doc, root, by):
        return words_of(doc, by)
    if not _speaks_for_arms(doc, a) and not _is_official(doc, a) and not _is_body(doc, a):
        return None
    whole = " ".join(" ".join(span.of(doc.text) for span in a.content).split())
    return whole if _turned_down(doc, root, by) else None


def _calls_untrue(doc: Annotated, root: Token, by: Token) -> bool:
    """ "The claims are pure invention", "reports of a raid were false"."""
    what = child(doc, root.i, "attr", "acomp")
    if root.lemma != "be" or what is None or any(t.dep == "neg" or t.tag == "MD" for t in doc.children(root.i)):
        return False
    charge = lemma(by) in words("accusations") or lemma(by) == "story"
    negated = any(t.dep == "neg" for t in doc.children(root.i))
    return charge and not negated and lemma(what) in words("untrue")


def _turned_down(doc: Annotated, root: Token, by: Token) -> bool:
    """The speaker's side, or nothing that could have done it, did the deed; what will not be done is no denial."""
    below = doc.children(root.i)
    if any(t.tag == "MD" for t in below) or root.tag in ("VB", "VBP", "VBZ", "VBG"):
        past = any(t.dep == "aux" and t.lower in ("did", "had", "have", "has", "'ve", "’ve") for t in below)
        if not past or any(t.tag == "MD" for t in below):
            return False
    nothing = by.lower == "none" or any(t.dep in ("det", "neg") and t.lower == "no" for t in doc.children(by.i))
    negated = nothing or any(t.dep == "neg" or t.lower == "never" for t in below)
    own = by.lower in OWN or any(t.dep == "poss" and t.lower in OWNED for t in doc.children(by.i))
    force = lemma(by) in words("armed") | words("weapons") or by.lower == "none"
    deeds = words("deed_verbs") | words("harm_done_to") | words("damage_done_to") | DEEDS_BESIDE
    return negated and (own or (nothing and force)) and key(doc, root.i).split()[0] in deeds


def _is_body(doc: Annotated, a: Attribution) -> bool:
    """A named body speaks, and no person: "the General Staff"."""
    speakers = [t for span in a.speaker for t in doc.tokens_in(span)]
    return any(t.pos == "PROPN" for t in speakers) and not any(is_person(doc, t) for t in speakers)


def _is_official(doc: Annotated, a: Attribution) -> bool:
    return any(lemma(t) in words("officials") for span in a.speaker for t in doc.tokens_in(span))
