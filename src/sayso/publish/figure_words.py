"""How a figure becomes a clause: its own words, and a verb that is no stronger than that of its sentence."""

import re

from sayso.model import Claim, Group, Measure, Modifier, Report, Span
from sayso.publish import wording

_NUMBER = re.compile(
    r"^(?:[\d.,]*\d(?:st|nd|rd|th)?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen"
    r"|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|thousand|million"
    r"|hundreds|thousands|dozens?|scores|tens|millions|more|others?|[a-z]+ty-[a-z]+)$",
    re.IGNORECASE,
)
"""The last word of a figure that names nobody ("35", "at least twenty", "dozens more")."""

_OPENING = re.compile(
    r"(?:a|an|the|at|some|about|around|roughly|approximately|more|over|up|no|nobody|none|nearly|almost|close|between|fewer|less"
    r"|only|just|under|several|many|most|all|both|every|another|other|untold|countless|dozens?|scores|tens|as|an?|its|his"
    r"|her|their|our|my|people|men|women|children|civilians|[a-z]+s of|" + _NUMBER.pattern[4:-2] + r")\b",
    re.IGNORECASE,
)
"""Words that a figure starts with and that carry a capital only at the head of a sentence."""

_HAPPENINGS = {
    Measure.KILLED: r"deaths?|fatalit(?:y|ies)|bod(?:y|ies)|corpses?|dead|killings?|remains",
    Measure.INJURED: r"injur(?:y|ies)|(?:wounded|injured)(?: \w+)?",
    Measure.KILLED_OR_INJURED: r"casualt(?:y|ies)",
    Measure.EXECUTED: r"executions?",
    Measure.DETAINED: r"arrests?|detainees|prisoners",
    Measure.DISPLACED: r"refugees|displaced(?: \w+)?",
    Measure.MISSING: r"missing(?: \w+)?",
    Measure.ABDUCTED: r"hostages|kidnappings|abductions",
    Measure.EVACUATED: r"evacuees",
}
"""What is counted is the harm itself ("13 deaths"), or the people after it ("22 wounded"): it takes no verb of harm."""

_PART_OF = re.compile(r"\bof (?:them|those|these|the (?:dead|victims|killed|wounded|injured|people))$", re.IGNORECASE)
_ONE = re.compile(
    r"^(?:(?:at least|up to|about|around|more than|only|just|another) )?(?:an?|one|1)\b"
    r"(?! (?:few|couple|number|total|hundred|thousand|dozen|million|handful))"
)
_UNREAL = re.compile(
    r"\b(?:will|would|could|may|might|can|should|must|shall|to|not|never|n[’']t|if|unless)"
    r"(?: (?:be|have|have been|also|all|soon|even|yet))?\s*$",
    re.IGNORECASE,
)
_NOBODY = re.compile(r"^(?:nobody|no ?-? ?one|none)\b", re.IGNORECASE)

_VERBS: dict[Measure, tuple[tuple[str, str], ...]] = {
    Measure.KILLED: (
        (r"kill\w*|slain|slaughter\w*|massacr\w*|murder\w*|shot dead", "{were} killed"),
        (r"die|dies|died|dying|perish\w*|lost their li(?:fe|ves)", "died"),
        (r"martyr\w*", "died"),
        (r"dead|deaths?|bod(?:y|ies)|fatalit\w+|toll", "died"),
    ),
    Measure.INJURED: (
        (r"wound\w*", "{were} wounded"),
        (r"injur\w*", "{were} injured"),
        (r"hurt|maim\w*", "{were} hurt"),
    ),
    Measure.KILLED_OR_INJURED: ((r"casualt\w+", "{were} killed or injured"),),
    Measure.MISSING: ((r"missing|unaccounted", "{were} missing"),),
    Measure.DISPLACED: (
        (r"flee\w*|fled", "fled"),
        (r"displac\w*", "{were} displaced"),
        (r"homeless", "{were} made homeless"),
        (r"left|leav\w+", "left"),
    ),
    Measure.EVACUATED: ((r"evacuat\w*", "{were} evacuated"),),
    Measure.DETAINED: (
        (r"arrest\w*", "{were} arrested"),
        (r"detain\w*|detention", "{were} detained"),
        (r"captur\w*", "{were} captured"),
        (r"imprison\w*|jail\w*", "{were} jailed"),
    ),
    Measure.ABDUCTED: ((r"kidnap\w*", "{were} kidnapped"), (r"abduct\w*", "{were} abducted")),
    Measure.TRAPPED: ((r"trap\w*", "{were} trapped"), (r"strand\w*", "{were} stranded")),
    Measure.BESIEGED: ((r"besieg\w*|siege", "{were} under siege"),),
    Measure.AFFECTED: ((r"affect\w*", "{were} affected"),),
    Measure.EXECUTED: ((r"execut\w*", "{were} executed"), (r"shot dead|kill\w*", "{were} killed")),
}
"""For each measure the source's word and the verb that goes no further; the word nearest to the figure decides."""

_SPOKEN = {Measure.KILLED: "dead", Measure.KILLED_OR_INJURED: "dead or injured"}
_FURTHER = re.compile(r"^(?:another|a further)\b|\b(?:more|others)$", re.IGNORECASE)
_AS_MANY = re.compile(r"^as (?:many|few|high|low|much) as\b", re.IGNORECASE)


def figure_words(claim: Claim) -> str:
    """The figure as written, on one line."""
    return " ".join((claim.figure.words if claim.figure else claim.words).split())


def inside(words: str) -> str:
    """The words as they stand inside a sentence: a capital that only the head of a sentence gave is taken off."""
    return words[:1].lower() + words[1:] if _OPENING.match(words) else words


def opening(words: str) -> str:
    """The words as they stand at the head of a sentence."""
    return words[:1].upper() + words[1:]


def is_further(words: str) -> bool:
    """The words add to another figure ("another five bodies", "two others"): no end of a range in a sentence."""
    return bool(_FURTHER.search(words))


def is_bare(claim: Claim) -> bool:
    """The words are a number alone ("35", "more than 90", "dozens more")."""
    words = figure_words(claim)
    return bool(_NUMBER.match(words.rsplit(" ", 1)[-1])) and not _NOBODY.match(words)


def counts_harm(claim: Claim) -> bool:
    """The words count deaths, bodies, arrests, or the people by their harm."""
    nouns = _HAPPENINGS.get(claim.measure) if claim.measure else None
    return nouns is not None and bool(re.search(rf"\b(?:{nouns})$", figure_words(claim), re.IGNORECASE))


def is_part_of(claim: Claim) -> bool:
    """The words point back at a whole ("at least 11 of them")."""
    return bool(_PART_OF.search(figure_words(claim)))


def happened(claim: Claim, report: Report) -> str:
    """What happened to the people counted, as a verb that agrees with the figure ("were killed", "died")."""
    verb = _verb(claim, report)
    return verb.format(were="was" if is_one(claim) else "were")


def _verb(claim: Claim, report: Report) -> str:
    measure = claim.measure or Measure.AFFECTED
    if measure is Measure.KILLED and claim.words.casefold().endswith(("lives", "life")):
        return "{were} lost"
    found = _nearest(claim, report)
    return found[1] if found else f"{{were}} {wording.MEASURES[measure]}"


def _nearest(claim: Claim, report: Report) -> tuple[Span, str] | None:
    """The word of harm that stands nearest to the figure in its sentence, and the verb that goes with it."""
    best: tuple[int, int, Span, str] | None = None
    for i, (pattern, verb) in enumerate(_VERBS[claim.measure or Measure.AFFECTED]):
        for found in re.finditer(rf"\b(?:{pattern})\b", claim.sentence.of(report.text), re.IGNORECASE):
            at = Span(claim.sentence.start + found.start(), claim.sentence.start + found.end())
            key = (at.distance(claim.span), i, at, verb)
            best = min(best, key) if best else key
    return best[2:] if best else None


def is_said_to_have_happened(claim: Claim, report: Report) -> bool:
    """The word of harm is no threat, fear or denial ("will die", "could be killed", "did not kill")."""
    found = _nearest(claim, report)
    if found is None:
        return True
    before = report.text[claim.sentence.start : found[0].start]
    return not _UNREAL.search(before)


def has_verb(claim: Claim, report: Report) -> bool:
    """The sentence has a word for what happened."""
    return _nearest(claim, report) is not None


def is_one(claim: Claim) -> bool:
    """The verb is singular: one person, or nobody."""
    words, figure = figure_words(claim).casefold(), claim.figure
    if _NOBODY.match(words) or (figure is not None and figure.low == figure.high == 1):
        return True
    return figure is not None and bool(_ONE.match(words)) and (figure.high or figure.low or 0) <= 2


def counted(claim: Claim) -> str:
    """Whom or what a bare number counts, after "put … at": "the toll", "the number of children killed"."""
    group = claim.group or Group.UNSPECIFIED
    measure = claim.measure or Measure.AFFECTED
    if measure is Measure.KILLED and group is Group.UNSPECIFIED:
        return "the toll"
    return f"the number of {wording.GROUPS[group]} {_participle(measure)}"


def spoken(claim: Claim) -> str:
    """A bare number with a bound, after "spoke of": "at least 17 dead", "more than 90 civilians injured"."""
    measure = claim.measure or Measure.AFFECTED
    participle = _SPOKEN.get(measure) or _participle(measure)
    group = "" if claim.group in (None, Group.UNSPECIFIED) else f" {wording.GROUPS[claim.group]}"
    words = inside(figure_words(claim))
    words = words.removesuffix("s") if group and words.endswith("others") else words
    return f"{words}{group} {participle}"


def is_plain(claim: Claim) -> bool:
    """A number without a bound, so that "put the toll at …" reads well."""
    if _AS_MANY.match(figure_words(claim)):
        return True
    is_exact = claim.figure is not None and claim.figure.modifier is Modifier.EXACT
    return is_exact and not figure_words(claim).endswith(("more", "other", "others"))


_DEEDS = {
    Measure.KILLED: "the killing of",
    Measure.EXECUTED: "the execution of",
    Measure.INJURED: "the wounding of",
    Measure.DISPLACED: "the displacement of",
    Measure.DETAINED: "the detention of",
    Measure.ABDUCTED: "the abduction of",
    Measure.BESIEGED: "the siege of",
}


def deed(claim: Claim) -> str:
    """What somebody is blamed for, in the words of the figure ("the killing of 12 people"); "this" without a figure."""
    noun = _DEEDS.get(claim.measure) if claim.measure else None
    words = inside(figure_words(claim))
    return words if counts_harm(claim) else f"{noun} {words}" if noun else "this"


def row(measure: Measure | None, group: Group | None) -> str:
    """A measure and a group as the object of a sentence ("people killed")."""
    return f"{wording.GROUPS[group or Group.UNSPECIFIED]} {_participle(measure or Measure.AFFECTED)}"


def _participle(measure: Measure) -> str:
    return "under siege" if measure is Measure.BESIEGED else wording.MEASURES[measure]
