"""Words of harm further on in the sentence: "fell on 11 men, killing them all", "11 people, 3 of them boys, died"."""

from collections.abc import Sequence

from sayso.claims.counted_types import Counted
from sayso.claims.harm_aboard import aboard
from sayso.claims.harm_after import after_figure
from sayso.claims.harm_frames import come_upon, framed_deed, framed_participle
from sayso.claims.harm_listed import listed, lived
from sayso.claims.harm_siege import siege_or_deal
from sayso.claims.harm_victims import named_victims
from sayso.claims.harm_words import Harm, Scope, joined_measure, undergoes
from sayso.claims.lexicon import lexicon
from sayso.knowledge.vocabulary import word_list
from sayso.model import Annotated, Measure, Token

_JOINTS = frozenset(["and", "&", ",", "plus", "as", "well", "including", "among", "them", "amongst", "whom", "of"])
_PAUSES = frozenset({",", "-", "--", ";", "–", "—"})
_KILLING = (Measure.KILLED, Measure.EXECUTED)


def further_on(scope: Scope, counted: Counted) -> Harm | None:
    """What is told of the people counted behind other figures, through a pronoun, or by a second verb."""
    if not counted.known and counted.noun is not None:
        return None
    return (
        _severely(scope, counted)
        or siege_or_deal(scope, counted)
        or _with_the_next(scope, counted)
        or second_verb(scope, counted)
        or after_being(scope, counted)
        or all_of_them(scope, counted)
        or _to_the_last(scope, counted)
        or come_upon(scope, counted)
        or named_victims(scope, counted)
        or aboard(scope, counted)
        or listed(scope, counted)
    )


def _with_the_next(scope: Scope, counted: Counted) -> Harm | None:
    """ "40 civilians and 25 fighters killed", "11 people, among them 3 children, were killed"."""
    ahead = next((c for c in scope.found if c.first >= counted.last), None)
    if ahead is None or (ahead.implied != counted.implied and ahead.first - counted.last > 2):
        return None
    between = scope.annotated.tokens[counted.last : ahead.first]
    if len(between) > 4 or not all(t.lower in _JOINTS for t in between):
        return None
    if scope.annotated.tokens[ahead.first].lower == "whose":
        return None  # "a driver, whose niece was crushed"
    if ahead.pronoun and not _closed(scope, ahead):
        return None  # "65 servicemen, 12 of them gravely wounded": told of the 12 alone
    fresh = Scope(scope.annotated, scope.sentence, starts=scope.starts, found=scope.found)
    harm, _ = after_figure(fresh, ahead)
    if harm is None:
        further = next((c for c in scope.found if c.first >= ahead.last), None)
        return _with_the_next(fresh, ahead) if further is not None else None
    return Harm(harm.measure, harm.trigger, harm.reason, harm.agent, passive=harm.passive)


def _closed(scope: Scope, part: Counted) -> bool:
    """ "11 people, three of them boys, were killed": a comma behind the part, and the verb of all behind that."""
    tokens = scope.annotated.tokens
    ahead = range(part.last, min(part.last + 5, scope.sentence.last))
    stop = next((i for i in ahead if tokens[i].text == "," or tokens[i].pos == "AUX"), None)
    whom = tokens[part.last - 1].lower in {"whom", "which"}
    return not whom and stop is not None and tokens[stop].text == ","


def second_verb(scope: Scope, counted: Counted) -> Harm | None:
    """ "two nurses caught the virus and died": another verb of the same subject."""
    annotated = scope.annotated
    subject = annotated.tokens[counted.noun if counted.noun is not None else counted.number]
    if subject.dep not in {"nsubj", "nsubjpass"}:
        return None
    for second in annotated.children(subject.head):
        kids = annotated.children(second.i)
        if second.dep != "conj" or any(c.dep in {"nsubj", "nsubjpass", "neg"} for c in kids):
            continue
        if _others_before(scope, second.i, subject.head):
            continue
        past = second.tag == "VBN" or (second.tag == "VBD" and not any(c.dep == "dobj" for c in kids))
        shared = subject.dep == "nsubjpass" and past and not any(c.dep == "aux" for c in kids)
        harm = _second(scope, counted, second, passive=shared or any(c.dep == "auxpass" for c in kids))
        if harm is not None:
            return harm
    return None


def _others_before(scope: Scope, verb: int, first_verb: int) -> bool:
    """ "on the night a roofer died": other people stand right before the verb, and the grammar missed it."""
    at = verb
    while at - 1 > first_verb and scope.annotated.tokens[at - 1].pos in {"AUX", "ADV", "PUNCT"}:
        at -= 1
    return any(c.last == at and c.first > first_verb + 1 for c in scope.found)


def _second(scope: Scope, counted: Counted, second: Token, *, passive: bool) -> Harm | None:
    annotated, verb = scope.annotated, lexicon().verbs.get(second.lower)
    if passive:
        if verb is not None and verb.patient:
            why = f'The people counted are the subject of the passive "{second.text}" too.'
            return Harm(joined_measure(annotated, second.i, verb.patient), second.i, why, passive=True)
        return framed_participle(scope, counted, second.i)
    if verb is not None and verb.undergoer in _KILLING and undergoes(scope, verb, second.i):
        return Harm(verb.undergoer, second.i, f'The people counted are the subject of "{second.text}" too.')
    return framed_deed(scope, counted, second.i)


def _severely(scope: Scope, counted: Counted) -> Harm | None:
    """ "44 passengers were hurt, nine seriously": the verb is told once."""
    tokens, i = scope.annotated.tokens, counted.last
    if i >= scope.sentence.last or tokens[i].lower not in word_list("harm", "severely") or counted.first == 0:
        return None
    ends = i + 1 == scope.sentence.last or tokens[i + 1].text in ".,;)" or tokens[i + 1].lower == "and"
    earlier = any(c.first < counted.first for c in scope.found)
    if not ends or not earlier or tokens[counted.first - 1].lower not in {",", "and", "(", "-", "–"}:
        return None
    measure = Measure.KILLED if tokens[i].lower == "fatally" else Measure.INJURED
    return Harm(measure, i, f'"{tokens[i].text}" says how badly they were hurt.')


def after_being(scope: Scope, counted: Counted) -> Harm | None:
    """ "two youths are in a serious condition after being stabbed"."""
    annotated, lex, tokens = scope.annotated, lexicon(), scope.annotated.tokens
    if any(c.first < counted.first for c in scope.found):
        return None
    for i in range(counted.last, scope.sentence.last - 2):
        if i in scope.starts:
            return None
        if tokens[i].lower != "after" or tokens[i + 1].lower not in {"being", "getting"}:
            continue
        at = i + 2
        while at < scope.sentence.last - 1 and tokens[at].pos == "ADV":
            at += 1
        verb = lex.verbs.get(tokens[at].lower)
        framed = framed_participle(scope, counted, at)
        if framed is not None:
            return framed
        if verb is not None and verb.patient and verb.form == "past":
            why = f'It happened to them before: "{annotated.span_of(i, at + 1).of(annotated.text)}".'
            return Harm(joined_measure(annotated, at, verb.patient), at, why, passive=True)
    return None


def all_of_them(scope: Scope, counted: Counted) -> Harm | None:
    """ "fell on 11 labourers, killing them all": the pronoun stands for the people counted last."""
    tokens, lex, annotated = scope.annotated.tokens, lexicon(), scope.annotated
    if counted.pronoun or counted.figure.high == 0:
        return None
    later = [c.first for c in scope.found if c.first >= counted.last and not _is_all(annotated, c)]
    stop = later[0] if later else scope.sentence.last
    for i in range(counted.last, stop - 1):
        verb = lex.verbs.get(tokens[i].lower)
        if verb is None or verb.patient is None or verb.form == "base" or tokens[i].pos != "VERB":
            continue
        if any(c.dep in {"neg", "auxpass"} for c in annotated.children(i)):
            continue
        words = " ".join(t.lower for t in tokens[i + 1 : min(i + 6, scope.sentence.last)])
        pronoun = "them" if not counted.implied else _one_pronoun(tokens[i + 1 : i + 3])
        anaphor = words.startswith(pronoun) and _is_object_of_head(annotated, counted, i)
        if anaphor or words.startswith(
            ("them all", "all of them", "every one of them", "each of them", "them both", "both of them")
        ):
            why = f'"{tokens[i].text} ..." says it of all the people counted before.'
            return Harm(joined_measure(annotated, i, verb.patient), i, why)
    return None


def _one_pronoun(ahead: Sequence[Token]) -> str:
    """ "seized a woman and shot her": the word for one person counted; not "her brother"."""
    owned = len(ahead) > 1 and ahead[1].pos in {"NOUN", "ADJ", "PROPN", "NUM"}
    return ahead[0].lower if ahead[0].lower in {"him", "her"} and not owned else "them"


def _is_object_of_head(annotated: Annotated, counted: Counted, verb: int) -> bool:
    """ "dragged five men out and shot them": the second verb has the people counted as its object too."""
    tokens = annotated.tokens
    head = tokens[counted.noun if counted.noun is not None else counted.number]
    above = tokens[verb]
    for _ in range(3):
        if above.head == above.i:
            return False
        above = tokens[above.head]
        if head.head == above.i:
            return head.dep == "dobj"
        if head.dep == "conj" and tokens[head.head].dep == "dobj" and tokens[head.head].head == above.i:
            return True  # "dragged my uncle and four other men out and shot them"
    return False


def _to_the_last(scope: Scope, counted: Counted) -> Harm | None:
    """ "with five crew, none of whom lived", "30 patients inside, every one of them killed"."""
    tokens, lex, last = scope.annotated.tokens, lexicon(), scope.sentence.last
    at = next((i for i in range(counted.last, min(counted.last + 4, last)) if tokens[i].text in _PAUSES), None)
    if at is None or at + 2 >= last or tokens[at + 1].lower not in {"all", "both", "none", "every", "each"}:
        return None
    nobody = tokens[at + 1].lower == "none"
    for i in range(at + 2, min(at + 8, last)):
        verb = lex.verbs.get(tokens[i].lower)
        if nobody and lived(scope, i):
            return Harm(Measure.KILLED, i, f'"none ... {tokens[i].text}" says it of all of them.')
        if not nobody and verb is not None and verb.form == "past" and (verb.patient or verb.undergoer):
            measure = verb.patient or verb.undergoer or Measure.KILLED
            return Harm(measure, i, f'"{tokens[at + 1].text} ... {tokens[i].text}" says it of all of them.')
        if tokens[i].text in ",;":
            return None
    return None


def _is_all(annotated: Annotated, counted: Counted) -> bool:
    """ "every one of them": no figure of its own."""
    at = counted.first
    return counted.pronoun and at > 0 and annotated.tokens[at - 1].lower in {"every", "each"}
