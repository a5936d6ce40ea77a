"""What happened to the people counted: small rules over the words around a figure and over the grammar above it."""

from dataclasses import dataclass, field

from sayso.claims.counted import Counted, is_person_word
from sayso.claims.lexicon import VerbForm, lexicon
from sayso.model import Annotated, Measure, Sentence, Token

_AUX = frozenset(
    "were was are is be been being had have has got get getting 'd 've 's also reportedly confirmed reported officially said remain remained remains went gone found still now later all already allegedly both each critically seriously severely slightly badly believed left themselves either temporarily currently "
    "fatally summarily brutally tragically".split()
)
_MORE = frozenset("more others other people persons additional".split())
_MODAL = frozenset("could may might would should can will shall must wo ca".split())
_NEGATION = frozenset("not n't never without".split())
_SKIP_BEFORE = frozenset(
    "the a an at another some least about around up to as many of more than over and/or only also both".split()
)


@dataclass(frozen=True, slots=True)
class Harm:
    """A measure with the words that give it."""

    measure: Measure
    trigger: int
    """Index of the token that says what happened."""
    reason: str
    agent: int | None = None
    """Head token of who did it, where the grammar says so."""
    passive: bool = False


@dataclass
class Scope:
    """One sentence under reading: which triggers earlier figures have used."""

    annotated: Annotated
    sentence: Sentence
    used_after: set[int] = field(default_factory=set)
    """Triggers that followed an earlier figure ("8 dead")."""
    used_before: set[int] = field(default_factory=set)
    starts: frozenset[int] = frozenset()
    """First tokens of all candidates in the sentence."""


def harm_of(scope: Scope, counted: Counted) -> Harm | None:
    """What happened to the people counted; None where the sentence does not say that they were harmed."""
    harm = _words_around(scope, counted)
    if harm is None and not is_opened_part(scope, counted):
        harm = _grammar(scope, counted)
    if harm is None or _is_unreal(scope.annotated, harm):
        return None
    return harm


def is_opened_part(scope: Scope, counted: Counted) -> bool:
    """ "including" right before the figure: what happened is told of the whole."""
    i = counted.first - 1
    earlier = any(start < counted.first for start in scope.starts)
    return earlier and i >= scope.sentence.first and scope.annotated.tokens[i].lower in {"including", "includes"}


def _words_around(scope: Scope, counted: Counted) -> Harm | None:
    own = _own_noun(scope, counted)
    if own is not None:
        return own
    after, bare = _after(scope, counted)
    before = _before(scope, counted)
    if after and before and bare and before.trigger not in scope.used_after:
        after = None
    chosen = after or before
    if chosen is None:
        return None
    (scope.used_after if chosen is after else scope.used_before).add(chosen.trigger)
    return chosen


def _own_noun(scope: Scope, counted: Counted) -> Harm | None:
    """ "35 deaths", "120 wounded": the counted noun itself says it; a state inside the figure too ("8 injured civilians")."""
    lex, tokens = lexicon(), scope.annotated.tokens
    if counted.noun is None or (counted.implied and tokens[counted.noun].lower in lex.nouns):
        return None
    if counted.pronoun and tokens[counted.noun].lower in lex.people:
        word = tokens[counted.noun].lower
        return Harm(lex.people[word], counted.noun, f'They are among the "{word}".')
    for i in range(counted.last - 1, counted.first - 1, -1):
        word = tokens[i].lower
        if (
            i == counted.noun
            and word in lex.people
            and not (counted.implied and word in {"death", "prisoner", "captive"})
        ):
            stronger = _after(scope, counted)[0] or _before(scope, counted)
            if stronger is not None and (word not in {"death", "deaths", "casualties", "fatalities"}):
                return stronger
            return Harm(lex.people[word], i, f'"{tokens[i].text}" names what happened to the people counted.')
        if (
            i < counted.noun
            and word in lex.states
            and i >= counted.number
            and not (counted.implied and word in {"ill", "sick", "lost"})
        ):
            stronger = _after(scope, counted)[0] or _before(scope, counted)
            if stronger is not None:
                return stronger
            return Harm(lex.states[word], i, f'"{tokens[i].text}" describes the people counted.')
    return None


def _after(scope: Scope, counted: Counted) -> tuple[Harm | None, bool]:
    """A participle, state or verb right after the figure; and whether it stands without an auxiliary."""
    tokens, sentence, lex = scope.annotated.tokens, scope.sentence, lexicon()
    i, aux = counted.last, False
    while i < sentence.last and i < counted.last + 7:
        word = tokens[i].lower
        if word in _MODAL or word in _NEGATION:
            return None, False
        if word in _AUX or word in _MORE or tokens[i].pos in {"ADV"} and word not in lex.states:
            aux = aux or tokens[i].pos == "AUX" or word in {"were", "was", "are", "have", "has", "had", "been"}
            i += 1
            continue
        if word in {"who", "that", "which"} and i == counted.last:
            i += 1
            continue
        break
    if i >= sentence.last:
        return None, False
    phrase = phrase_at(scope.annotated, i, sentence.last)
    if phrase is not None:
        return Harm(phrase, i, f'"{tokens[i].text} ..." says it of the people before it.'), not aux
    token = tokens[i]
    if aux and token.lower in {"among", "amongst"}:
        return _among(scope, i), False
    harm = _predicate(scope, counted, i, aux=aux)
    return harm, not aux


def _among(scope: Scope, i: int) -> Harm | None:
    """ "were among the dead", "was among those killed"."""
    tokens, lex = scope.annotated.tokens, lexicon()
    for j in range(i + 1, min(i + 9, scope.sentence.last)):
        word = tokens[j].lower
        measure = (
            lex.people.get(word) or lex.states.get(word) or (lex.verbs[word].patient if word in lex.verbs else None)
        )
        if measure:
            return Harm(measure, j, f'They are counted among the "{tokens[j].text}".')
    return None


def _predicate(scope: Scope, counted: Counted, i: int, *, aux: bool) -> Harm | None:
    tokens, lex = scope.annotated.tokens, lexicon()
    token = tokens[i]
    word = token.lower
    verb = lex.verbs.get(word)
    if verb is not None and verb.lemma == "catch" and i + 1 < len(tokens) and tokens[i + 1].lower in {"in", "up", "between"}:
        return None
    if verb is None or (word in lex.states and not verb.form == "past"):
        if word in lex.states:
            joined = _joined_measure(scope.annotated, i, lex.states[word])
            return Harm(joined, i, f'"{token.text}" is said of the people before it.')
        if word in {"dead", "injured"}:
            return Harm(lex.states[word], i, "")
        return None
    if verb.undergoer and verb.form in {"past", "base", "s", "ing"} and _undergoes(scope, verb, i):
        return Harm(verb.undergoer, i, f'"{token.text}" is what the people before it did or suffered.')
    if verb.patient is None or verb.form != "past" or (verb.needs_person and not _names_people(counted)):
        return None
    if not aux and _takes_object(scope, i):
        return None
    if aux and _perfect_active(scope, counted, i):
        return None
    joined = _joined_measure(scope.annotated, i, verb.patient)
    return Harm(joined, i, f'The people before "{token.text}" are those it happened to.', passive=True)


def _undergoes(scope: Scope, verb: VerbForm, i: int) -> bool:
    """Verbs that need a cause beside them ("fell to his death") count only with it; "evacuate" only without object."""
    tokens = scope.annotated.tokens
    near = {t.lower for t in tokens[i + 1 : min(i + 5, scope.sentence.last)]}
    if verb.lemma == "fall":
        return bool(near & {"death", "deaths"})
    if verb.lemma in {"drown", "suffocate", "starve"}:
        return not _takes_object(scope, i)
    return verb.lemma != "evacuate" or (verb.form != "past" and not _takes_object(scope, i))


def _names_people(counted: Counted) -> bool:
    return counted.known or counted.noun is None


def _takes_object(scope: Scope, i: int) -> bool:
    """What follows a bare past form is its object: "two rebels killed five civilians"; not "2 killed 9 injured"."""
    tokens, last = scope.annotated.tokens, scope.sentence.last
    j = i + 1
    while j < last and tokens[j].pos == "ADV":
        j += 1
    if j >= last:
        return False
    if tokens[j].lower in {"and", "or"} and j + 2 < last and tokens[j + 1].lower in lexicon().verbs:
        return _takes_object(scope, j + 1)
    if (
        j in scope.starts
        or tokens[j].lower in {"at", "some", "more", "over", "about", "around", "nearly"}
        and any(k in scope.starts for k in range(j, j + 1))
    ):
        k = j
        while k < last and k < j + 9:
            word = tokens[k].lower
            if k > j and (
                word in lexicon().states or (word in lexicon().verbs and lexicon().verbs[word].form == "past")
            ):
                return False
            if tokens[k].text in ",;." or (k > j + 1 and tokens[k].pos in {"ADP", "VERB"}):
                break
            k += 1
        return True
    return tokens[j].pos in {"DET", "PRON"} or tokens[j].dep == "dobj" and tokens[j].head == i


def _perfect_active(scope: Scope, counted: Counted, i: int) -> bool:
    """ "have killed", "had wounded": active although an auxiliary stands before it."""
    tokens = scope.annotated.tokens
    before = [t.lower for t in tokens[counted.last : i]]
    passive = {"were", "was", "are", "is", "be", "been", "being", "got", "get", "left"}
    return bool({"have", "has", "had"} & set(before)) and not passive & set(before)


def _joined_measure(annotated: Annotated, i: int, measure: Measure) -> Measure:
    """ "killed and wounded", "dead or injured": both at once."""
    lex, tokens = lexicon(), annotated.tokens
    for joint, other in ((i + 1, i + 2), (i - 1, i - 2)):
        if not (0 <= other < len(tokens) and tokens[joint].lower in {"and", "or", "&", "and/or", "/"}):
            continue
        if tokens[other].sentence != tokens[i].sentence:
            continue
        word = tokens[other].lower
        second = lex.states.get(word) or (lex.verbs[word].patient if word in lex.verbs else None) or lex.nouns.get(word)
        if second is not None and second is not measure:
            pair = {measure, second}
            if pair <= {Measure.KILLED, Measure.INJURED, Measure.EXECUTED}:
                return Measure.KILLED_OR_INJURED
    for other in (i + 1, i - 1):
        if 0 <= other < len(tokens) and tokens[other].sentence == tokens[i].sentence:
            words = {tokens[other].lower, tokens[i].lower}
            if words == {"killed", "injured"} or words == {"killed", "wounded"} or words == {"dead", "injured"}:
                return Measure.KILLED_OR_INJURED
    if (
        annotated.tokens[i].lower == "shot"
        and i + 2 < len(tokens)
        and tokens[i + 1].lower == "and"
        and tokens[i + 2].lower == "killed"
    ):
        return Measure.KILLED
    return measure


def phrase_at(annotated: Annotated, at: int, last: int) -> Measure | None:
    """A set phrase of harm that starts at a token, with up to two words between its words."""
    tokens = annotated.tokens
    first = tokens[at].lower
    for words, measure in lexicon().phrases:
        if words[0] != first:
            continue
        j, slack = at + 1, 2 if len(words) > 2 else 1
        for word in words[1:]:
            while j < last and tokens[j].lower != word and slack:
                j, slack = j + 1, slack - 1
            if j >= last or tokens[j].lower != word:
                break
            j += 1
        else:
            return measure
    return None


def _before(scope: Scope, counted: Counted) -> Harm | None:
    """A verb or noun of harm right before the figure: "killing 8", "death of one person", "toll to 35", "left 37 dead"."""
    tokens, first, lex = scope.annotated.tokens, scope.sentence.first, lexicon()
    i = counted.first - 1
    if i < first:
        return None
    word = tokens[i].lower
    left = _left_in_state(scope, counted, i)
    if left is not None:
        return left
    if word in {"of", "to", "by"} and word == "of" and i > first:
        return _genitive(scope, counted, i)
    toll = _toll(scope, counted, i)
    if toll is not None:
        return toll
    if tokens[i].pos == "ADV" or word in {":", "-", "off", "up", "down", "out", "dead"}:
        i -= 1
    if i < first:
        return None
    verb = lex.verbs.get(tokens[i].lower)
    if verb is None or verb.patient is None or (verb.needs_person and not _names_people(counted)):
        return None
    if (
        verb.needs_person
        and counted.noun is None
        and not counted.pronoun
        and verb.patient
        not in (Measure.DETAINED, Measure.INJURED, Measure.ABDUCTED, Measure.EVACUATED, Measure.EXECUTED)
    ):
        return None
    if i > first and verb.form == "past" and tokens[i - 1].lower in {"were", "was", "been", "be", "being", "are", "is"}:
        return None
    if word == "dead" and verb.lemma != "shoot":
        return None
    measure = Measure.KILLED if word == "dead" else _joined_measure(scope.annotated, i, verb.patient)
    if verb.lemma == "shoot" and {t.lower for t in tokens[max(first, i - 2) : i]} & {"fatally"}:
        measure = Measure.KILLED
    return Harm(measure, i, f'The people counted are the object of "{tokens[i].text}".')


def _left_in_state(scope: Scope, counted: Counted, i: int) -> Harm | None:
    """ "left at least 37 dead", "leaving dozens of people injured", "took 12 people hostage"."""
    tokens, lex = scope.annotated.tokens, lexicon()
    if tokens[i].lower not in {
        "left",
        "leaving",
        "leaves",
        "leave",
        "took",
        "taken",
        "take",
        "taking",
        "takes",
        "hold",
        "holding",
        "held",
        "forced",
        "forcing",
        "made",
        "find",
        "found",
        "with",
    }:
        return None
    for j in range(counted.last, min(counted.last + 5, scope.sentence.last)):
        word = tokens[j].lower
        if j in scope.starts or tokens[j].text in ",;":
            break
        if phrase_at(scope.annotated, j, scope.sentence.last):
            break
        measure = lex.states.get(word) or {
            "hostage": Measure.ABDUCTED,
            "hostages": Measure.ABDUCTED,
            "captive": Measure.ABDUCTED,
            "prisoner": Measure.DETAINED,
        }.get(word)
        if measure is None and word in lex.verbs and lex.verbs[word].form == "past":
            measure = lex.verbs[word].patient
        if word == "custody":
            measure = Measure.DETAINED
        if measure:
            return Harm(
                _joined_measure(scope.annotated, j, measure), j, f'They were "{tokens[i].text} ... {tokens[j].text}".'
            )
    if tokens[i].lower in {"held", "holding", "hold"} and counted.known and counted.noun is not None:
        return None
    return None


def _genitive(scope: Scope, counted: Counted, i: int) -> Harm | None:
    """ "the death of one person", "the killing or wounding of several militants", "the lives of 40 people"."""
    tokens, lex, first = scope.annotated.tokens, lexicon(), scope.sentence.first
    j = i - 1
    while j > first and tokens[j].lower in {")", "(", "'s"}:
        j -= 1
    word = tokens[j].lower
    toll = _toll(scope, counted, i) if word in lex.toll else None
    if toll is not None:
        return toll
    if word in lex.verbs and lex.verbs[word].form == "ing" and lex.verbs[word].patient:
        measure = lex.verbs[word].patient
    elif word in {"body", "bodies", "corpse", "corpses"}:
        measure = Measure.KILLED
    else:
        measure = lex.nouns.get(word)
        if word in {"toll", "tolls"}:
            measure = Measure.INJURED if j > first and tokens[j - 1].lower in {"injury", "injured"} else Measure.KILLED
        if word in {"loss", "losses"} or (word in {"life"} and not _life_lost(scope, j)):
            measure = None
        if word in {"lives"} and not _life_lost(scope, j):
            measure = None
    if measure is None or (
        not counted.known and counted.noun is not None and measure not in (Measure.KILLED, Measure.INJURED)
    ):
        return None
    return Harm(
        _joined_measure(scope.annotated, j, measure),
        j,
        f'"{tokens[j].text} of" says what happened to the people counted.',
    )


def _life_lost(scope: Scope, j: int) -> bool:
    near = {t.lower for t in scope.annotated.tokens[max(scope.sentence.first, j - 4) : j]}
    return bool(
        near
        & {
            "claimed",
            "claims",
            "claiming",
            "claim",
            "took",
            "taken",
            "takes",
            "taking",
            "take",
            "cost",
            "costing",
            "costs",
            "lost",
            "loss",
        }
    )


def _toll(scope: Scope, counted: Counted, i: int) -> Harm | None:
    """ "the death toll rose to 35", "bringing to 49 the number killed", "put the toll at six": the number that a toll reaches."""
    tokens, lex, first, last = scope.annotated.tokens, lexicon(), scope.sentence.first, scope.sentence.last
    word = tokens[i].lower
    if word not in {
        "to",
        "at",
        "of",
        "is",
        "was",
        "are",
        "were",
        "reached",
        "reaches",
        "reach",
        "stands",
        "stood",
        "hit",
        "passed",
        "topped",
        "exceeded",
        "exceeds",
        "surpassed",
        "from",
        ":",
        "reaching",
        "hits",
        "tops",
        "passes",
        "now",
        "than",
        "be",
    }:
        return None
    moving = tokens[i].lower in {"to", "at"} and tokens[i - 1].lower in lex.toll_verbs
    near = range(i, first - 1 if moving else max(first - 1, i - 14), -1)
    if word == "of" and not tokens[i - 1].lower.startswith("toll"):
        return None
    toll = next((j for j in near if tokens[j].lower in lex.toll), None)
    verb = next((j for j in near if tokens[j].lower in lex.toll_verbs), None)
    ahead = False
    if toll is None:
        toll = next((j for j in range(counted.last, min(counted.last + 4, last)) if tokens[j].lower in lex.toll), None)
        ahead = toll is not None
    if toll is None or (verb is None and word != "of"):
        return None
    measure = _toll_measure(scope, toll, ahead=ahead)
    if measure is None:
        return None
    return Harm(measure, toll, f'It is the "{tokens[toll].text}" of those harmed.')


def _toll_measure(scope: Scope, toll: int, *, ahead: bool) -> Measure | None:
    """What a toll counts: "death toll", "the number of injured", "the number killed"; a bare "toll" counts the dead."""
    tokens, lex, first, last = scope.annotated.tokens, lexicon(), scope.sentence.first, scope.sentence.last
    if toll > first:
        previous = tokens[toll - 1].lower
        found = lex.nouns.get(previous) or lex.people.get(previous)
        if found:
            return found
    j = toll + 1
    while j < min(toll + 10, last):
        word = tokens[j].lower
        found = (
            lex.people.get(word)
            or lex.states.get(word)
            or lex.nouns.get(word)
            or (lex.verbs[word].patient if word in lex.verbs else None)
        )
        if found:
            return _joined_measure(scope.annotated, j, found)
        if word in lex.toll_verbs and not ahead and word not in {"of"}:
            break
        j += 1
    return Measure.KILLED if tokens[toll].lower in {"toll", "tolls"} else None


def _grammar(scope: Scope, counted: Counted) -> Harm | None:
    """Climbs the dependency tree from the figure to a word of harm."""
    tokens = scope.annotated.tokens
    head = _syntactic_head(scope.annotated, counted)
    below = _modifier_harm(scope, counted, head)
    if below is not None:
        return below
    node, steps = head, 0
    while steps < 8:
        token = tokens[node]
        if token.head == node:
            return None
        above = tokens[token.head]
        harm = _relation(scope, counted, token, above)
        if harm is not None:
            return harm
        if token.dep not in {
            "conj",
            "appos",
            "nummod",
            "amod",
            "compound",
            "quantmod",
            "poss",
            "nmod",
            "prep",
            "pobj",
            "dep",
            "attr",
            "nsubj",
            "npadvmod",
            "advmod",
        }:
            return None
        if token.dep == "pobj" and above.lower not in {"of", "including", "among", "like", "with", "between"}:
            return None
        if token.dep == "pobj" and above.lower == "of" and not _is_of_people(scope, tokens[above.head]):
            return None
        if token.dep == "prep" and token.lower in {"with", "between"} and not (above.pos == "NOUN"):
            return None
        if token.dep == "prep" and token.lower in {"to", "by", "in", "on", "at", "from", "against", "for"}:
            return None
        if token.dep == "nsubj" and above.pos in {"VERB", "AUX"}:
            return None
        if token.dep in {"nsubj", "attr"} and above.lemma != "be":
            return None
        if token.dep == "conj" and above.pos == "VERB":
            return None
        node, steps = above.i, steps + 1
    return None


def _is_of_people(scope: Scope, noun: Token) -> bool:
    """ "a group of 12", "members of 6 families": the noun stands for people, not for a population or a thing."""
    if noun.lower in {"population", "populations", "inhabitants"}:
        return False
    return is_person_word(noun) or noun.lower in {"total", "group", "groups", "number", "rest", "crew", "party", "team", "dozens", "hundreds", "thousands", "scores", "bodies", "families", "convoy"}


def _syntactic_head(annotated: Annotated, counted: Counted) -> int:
    """The token of the figure that hangs on a token outside of it, nearest to the number or noun."""
    tokens = annotated.tokens
    preferred = [counted.number, *([counted.noun] if counted.noun is not None else [])]
    inside = range(counted.first, counted.last)
    for i in [*preferred, *inside]:
        if tokens[i].head not in inside or tokens[i].head == i:
            if tokens[i].dep not in {"punct", "det", "cc"}:
                return i
    return counted.noun if counted.noun is not None else counted.number


def _modifier_harm(scope: Scope, counted: Counted, head: int) -> Harm | None:
    """ "the 48 people who were executed", "a man shot dead": clauses and participles that hang on the figure."""
    annotated, lex = scope.annotated, lexicon()
    nodes = [head, *([counted.noun] if counted.noun is not None and counted.noun != head else [])]
    for node in nodes:
        for child in annotated.children(node):
            if child.dep not in {"acl", "relcl", "amod"} or child.i < counted.last:
                continue
            verb = lex.verbs.get(child.lower)
            if child.lower in lex.states and (verb is None or verb.form == "past") and child.dep != "relcl":
                return Harm(
                    _joined_measure(annotated, child.i, lex.states[child.lower]),
                    child.i,
                    f'"{child.text}" describes the people counted.',
                )
            if verb is None:
                continue
            objects = [c for c in annotated.children(child.i) if c.dep == "dobj"]
            passive = any(c.dep in {"auxpass", "nsubjpass"} for c in annotated.children(child.i))
            if verb.patient and verb.form == "past" and not objects and (child.dep == "acl" or passive):
                return Harm(
                    _joined_measure(annotated, child.i, verb.patient),
                    child.i,
                    f'"{child.text}" describes the people counted.',
                    passive=True,
                )
            if verb.undergoer and not objects and child.dep == "relcl" and _undergoes(scope, verb, child.i):
                return Harm(verb.undergoer, child.i, f'"{child.text}" is what the people counted did or suffered.')
    return None


def _relation(scope: Scope, counted: Counted, token: Token, above: Token) -> Harm | None:
    annotated, lex = scope.annotated, lexicon()
    word = above.lower
    verb = lex.verbs.get(word)
    if verb is not None and verb.lemma == "catch" and above.i + 1 < len(annotated.tokens):
        verb = None if annotated.tokens[above.i + 1].lower in {"in", "up", "between"} else verb
    kids = annotated.children(above.i)
    if token.dep == "dobj" and word in {"sustain", "sustained"}:
        return None
    if token.dep in {"nsubj", "nsubjpass"}:
        phrase = phrase_at(annotated, above.i, scope.sentence.last)
        if phrase is not None:
            return Harm(phrase, above.i, f'"{above.text} ..." is said of the people counted.')
    if verb is not None:
        if token.dep == "nsubjpass" and verb.patient and (not verb.needs_person or _names_people(counted)):
            return Harm(
                _joined_measure(annotated, above.i, verb.patient),
                above.i,
                f'The people counted are the subject of the passive "{above.text}".',
                passive=True,
            )
        if token.dep == "dobj" and verb.patient and (not verb.needs_person or (counted.known or counted.noun is None)):
            if not any(c.dep in {"auxpass", "nsubjpass"} for c in kids):
                measure = _joined_measure(annotated, above.i, verb.patient)
                if verb.lemma == "shoot" and any(c.lower in {"dead", "fatally"} for c in kids):
                    measure = Measure.KILLED
                return Harm(measure, above.i, f'The people counted are the object of "{above.text}".')
        if (
            token.dep == "nsubj"
            and verb.undergoer
            and _undergoes(scope, verb, above.i)
            and not any(c.dep == "dobj" for c in kids)
        ):
            return Harm(verb.undergoer, above.i, f'The people counted are the subject of "{above.text}".')
        if (
            token.dep == "nsubj"
            and verb.patient
            and verb.form == "past"
            and above.tag == "VBN"
            and not any(c.dep in {"dobj", "aux"} for c in kids)
        ):
            return Harm(
                _joined_measure(annotated, above.i, verb.patient),
                above.i,
                f'"{above.text}" is said of the people counted.',
                passive=True,
            )
    if token.dep in {"nsubj", "nsubjpass"} and word in lex.states:
        return Harm(lex.states[word], above.i, f'"{above.text}" is said of the people counted.')
    if token.dep in {"nsubj"} and above.lemma == "be":
        for child in kids:
            if child.dep in {"acomp", "attr", "prep"}:
                state = lex.states.get(child.lower)
                if state:
                    return Harm(state, child.i, f'"{child.text}" is said of the people counted.')
                if child.lower in {"among", "amongst"}:
                    return _among(scope, child.i)
    if token.dep in {"attr", "nsubj"} and above.lemma == "be":
        subject = [
            c
            for c in kids
            if c.dep in {"nsubj", "nsubjpass", "attr", "prep"} and c.i != token.i and c.i < counted.first
        ]
        for child in subject:
            if child.lower in {"among", "amongst"}:
                return _among(scope, child.i)
            hit = lex.people.get(child.lower) or _described(annotated, child.i)
            if hit:
                return Harm(hit, child.i, f'They are "{child.text}".')
    if token.dep == "pobj" and word in {"of", "including", "among"}:
        noun = annotated.tokens[above.head]
        if word == "of" and noun.pos in {"NOUN", "PROPN", "VERB"} and noun.i not in range(counted.first, counted.last):
            measure = lex.nouns.get(noun.lower) or (
                lex.people.get(noun.lower) if noun.lower in {"bodies", "body", "corpses"} else None
            )
            if measure is None and noun.lower in lex.verbs and lex.verbs[noun.lower].form == "ing":
                measure = lex.verbs[noun.lower].patient
            if noun.lower in {"lives", "life"} and not _life_lost(scope, noun.i):
                measure = None
            if noun.lower in {"toll", "loss"}:
                measure = Measure.KILLED if noun.lower == "toll" else None
            if measure and (counted.known or counted.noun is None):
                return Harm(
                    _joined_measure(annotated, noun.i, measure),
                    noun.i,
                    f'"{noun.text} of" says what happened to the people counted.',
                )
    return None


def _described(annotated: Annotated, i: int) -> Measure | None:
    """ "those killed", "the people killed": a participle under a subject."""
    lex = lexicon()
    for child in annotated.children(i):
        verb = lex.verbs.get(child.lower)
        if child.dep == "acl" and verb is not None and verb.form == "past" and verb.patient:
            return verb.patient
    return None


def _is_unreal(annotated: Annotated, harm: Harm) -> bool:
    """Modal, future, conditional or negated harm is no claim ("could kill hundreds", "threatened to kill ten")."""
    tokens = annotated.tokens
    trigger = tokens[harm.trigger]
    verb = trigger if trigger.pos in {"VERB", "AUX"} else tokens[trigger.head]
    if verb.sentence != trigger.sentence:
        return False
    kids = annotated.children(verb.i)
    if any(c.dep in {"aux", "neg"} and (c.lower in _MODAL - {"can"} or c.lower in _NEGATION) for c in kids):
        return trigger.lower not in lexicon().toll
    if any(c.dep == "aux" and c.lower == "to" for c in kids) and verb.dep in {"xcomp", "advcl", "acl"}:
        above = tokens[verb.head]
        return above.lemma not in {
            "manage",
            "succeed",
            "appear",
            "seem",
            "have",
            "continue",
            "begin",
            "start",
            "say",
            "know",
            "believe",
            "report",
            "lead",
            "understand",
            "think",
            "come",
            "go",
            "use",
            "cause",
        }
    return False
