"""What happened to the people counted: small rules over the words around a figure, then over its grammar."""

from dataclasses import replace

from sayso.claims.captors import held_by_captors, taken_by_outlaws
from sayso.claims.counted_types import Counted
from sayso.claims.harm_after import after_figure
from sayso.claims.harm_before import before_figure
from sayso.claims.harm_frames import framed
from sayso.claims.harm_further import after_being, all_of_them, further_on, second_verb
from sayso.claims.harm_grammar import described, grammar_of
from sayso.claims.harm_illness import is_of_illness
from sayso.claims.harm_listed import among_the_lost
from sayso.claims.harm_rows import in_a_row
from sayso.claims.harm_siege import is_hemmed_in, is_under_siege, siege_or_deal
from sayso.claims.harm_victims import cases, tells_of_illness, told_apart
from sayso.claims.harm_words import MODAL, NEGATION, POSSIBLY, Harm, Scope, is_feared, near_words
from sayso.claims.lexicon import lexicon
from sayso.claims.person_words import is_trigger
from sayso.knowledge.patterns import word_pattern
from sayso.knowledge.vocabulary import word_list
from sayso.model import Annotated, Group, Measure, Span, Token

_WEAKER = frozenset({Measure.AFFECTED, Measure.INJURED, Measure.ABDUCTED, Measure.DETAINED})
_KILLING = frozenset({Measure.KILLED, Measure.EXECUTED, Measure.KILLED_OR_INJURED})
_OPEN_ENDED = frozenset({Measure.EVACUATED, Measure.TRAPPED, Measure.KILLED_OR_INJURED})
"""What was done to people who may have died of it: "carried out a girl, who died"."""
_HELD = frozenset({Measure.DETAINED, Measure.ABDUCTED})
"""What may end in a killing: "seized a clerk from his shop and shot him"."""
_ROLES = frozenset({Measure.EVACUATED, Measure.DISPLACED, Measure.DETAINED, Measure.ABDUCTED})
"""What people were before the sentence: another harm told of them comes first."""

_SAME_DAY = (("the", "same"), ("the", "next"), ("the", "following"))
"""Behind "buried": a funeral."""
_SOUGHT = frozenset({Measure.TRAPPED, Measure.MISSING})
"""What may be so of people is told of those who are sought: "forty are feared trapped"."""


def harm_of(scope: Scope, counted: Counted) -> Harm | None:
    """What happened to the people counted; None where the sentence does not say that they were harmed."""
    headed = in_a_row(scope, counted) or _dragged_out(scope, counted)
    if headed is not None:
        return headed
    harm = None if _is_apposed_part(scope, counted) else _words_around(scope, counted)
    if harm is None and not is_opened_part(scope, counted) and not _is_apposed_part(scope, counted):
        harm = grammar_of(scope, counted) or further_on(scope, counted)
    if harm is not None and _is_unreal(scope.annotated, harm):
        # "to dig out a man buried in the rubble", "the dead, two men, will be buried"
        harm = told_apart(scope, counted) or described(scope, counted)
    if harm is None or _is_unreal(scope.annotated, harm) or _is_lost_trade(scope.annotated, harm):
        return None
    if harm.measure in _HELD:
        then = _whose_end(scope, counted, harm) or all_of_them(scope, counted)
        harm = then if then is not None and then.measure in _KILLING else harm
    if _is_verdict(scope, harm) or _are_drones(scope, counted, harm):
        return None
    if harm.measure is Measure.KILLED_OR_INJURED and (
        _is_execution(scope, harm) or _are_captives(scope, counted, harm)
    ):
        return replace(harm, measure=Measure.EXECUTED)
    if harm.measure is Measure.INJURED and is_of_illness(scope, harm):
        return replace(harm, measure=Measure.AFFECTED)
    if harm.measure is Measure.AFFECTED and _are_patients(scope, counted):
        return replace(harm, measure=Measure.INJURED)
    buried = _burial(scope, harm)
    if buried is not None and (_laid_to_rest(scope) or _is_funeral(scope, buried)):
        return replace(harm, measure=Measure.KILLED)
    if harm.measure is Measure.TRAPPED and (is_under_siege(scope, counted) or is_hemmed_in(scope, harm.trigger)):
        return replace(harm, measure=Measure.BESIEGED)
    if harm.measure is Measure.ABDUCTED and _is_prisoner_of_war(scope, counted, harm):
        return replace(harm, measure=Measure.DETAINED)
    if (
        harm.measure is Measure.DETAINED
        and not _is_prisoner_of_war(scope, counted, harm)
        and (
            taken_by_outlaws(scope.annotated, harm)
            or held_by_captors(scope.annotated, harm, counted.first, counted.last)
        )
    ):
        return replace(harm, measure=Measure.ABDUCTED)
    return harm


def _whose_end(scope: Scope, counted: Counted, harm: Harm) -> Harm | None:
    """ "a man captured alive on Thursday had died": the verb of the clause tells how it ended."""
    tokens = scope.annotated.tokens
    noun = tokens[counted.noun if counted.noun is not None else counted.number]
    verb = lexicon().verbs.get(tokens[noun.head].lower)
    if noun.dep not in {"nsubj", "nsubjpass"} or noun.head <= harm.trigger or verb is None:
        return None
    died = verb.undergoer if noun.dep == "nsubj" else verb.patient
    reason = f'The people counted are the subject of "{tokens[noun.head].text}".'
    return Harm(died, noun.head, reason, passive=noun.dep == "nsubjpass") if died in _KILLING else None


def _are_patients(scope: Scope, counted: Counted) -> bool:
    """ "97 patients from the earthquake": hurt, where the report names no illness."""
    words = {t.lower for t in scope.annotated.tokens[counted.first : counted.last]}
    return bool(words & {"patients", "patient", "victims", "victim"}) and not tells_of_illness(scope)


def _laid_to_rest(scope: Scope) -> bool:
    """ "his office had buried eight": nothing tells of earth or rubble that fell on them."""
    return near_words(scope).isdisjoint(word_list("harm", "burying"))


def _burial(scope: Scope, harm: Harm) -> int | None:
    """Where the words that say what happened hold "buried"."""
    near = range(harm.trigger, min(harm.trigger + 3, scope.sentence.last))
    found = (i for i in near if scope.annotated.tokens[i].lemma == "bury")
    return next(found, None) if harm.measure is Measure.TRAPPED else None


def _is_funeral(scope: Scope, buried: int) -> bool:
    """ "nine were buried the same day": when or where is said, and nothing of the sentence fell on them."""
    tokens = scope.annotated.tokens
    told = {t.lower for t in tokens[scope.sentence.first : scope.sentence.last]}
    if not told.isdisjoint(word_list("harm", "fallen_on")):
        return False
    after = tuple(t.lower for t in tokens[buried + 1 : min(buried + 4, scope.sentence.last)])
    stops = not after or after[0] in word_list("harm", "behind_funerals") or after[0] in ".,;"
    return stops or after[:2] in _SAME_DAY or not told.isdisjoint(word_list("harm", "graves_of"))


def _is_prisoner_of_war(scope: Scope, counted: Counted, harm: Harm) -> bool:
    """ "rebels captured two soldiers", "taking eleven captive": fighters in the hands of their enemy are detained."""
    tokens = scope.annotated.tokens
    taken = {t.lemma for t in tokens[harm.trigger : min(harm.trigger + 4, scope.sentence.last)]}
    captured = tokens[harm.trigger].lemma == "capture" or taken & {"prisoner", "captive"}
    armed = (lexicon().groups.get(t.lower) is Group.COMBATANT for t in tokens[counted.first : counted.last])
    return bool(captured) and any(armed)


def _dragged_out(scope: Scope, counted: Counted) -> Harm | None:
    """ "were dragged from their home and shot": told by the words, as the grammar takes "shot" for a noun."""
    annotated = scope.annotated
    behind = annotated.text[counted.span.end : scope.sentence.span.end]
    found = word_pattern("harm_patterns", "dragged_and_shot").match(behind)
    if found is None or not (counted.known or counted.noun is None):
        return None
    end = counted.span.end + found.end()
    shot = annotated.tokens_in(Span(end - 1, end))[0].i
    return Harm(Measure.EXECUTED, shot, f'They were led away: "{found.group().strip()}".', passive=True)


def is_opened_part(scope: Scope, counted: Counted) -> bool:
    """ "including" right before the figure: what happened is told of the whole."""
    i = counted.first - 1
    earlier = any(start < counted.first for start in scope.starts)
    if not earlier or i < scope.sentence.first:
        return False
    tokens = scope.annotated.tokens
    if tokens[i].lower in {"including", "includes"}:
        return True
    ahead = tokens[counted.last] if counted.last < scope.sentence.last else None
    if counted.known and (ahead is None or ahead.text in {",", ";", ")", "."}) and tokens[i].lower in {"whom", "which"}:
        return tokens[i - 1].lower in {"of", "among"}
    closed = counted.last < scope.sentence.last and tokens[counted.last].text == ","
    if closed and tokens[i].lower in {"and", ","}:
        # "including six women and four children, and 70 were hurt"
        beside = next((c for c in scope.found if c.last == i or (c.last == i - 1 and tokens[i - 1].text == ",")), None)
        return beside is not None and is_opened_part(scope, beside)
    return closed and tokens[i].lower in {"them", "whom"} and tokens[i - 1].lower in {"among", "amongst"}


def _is_apposed_part(scope: Scope, counted: Counted) -> bool:
    """ "2,300 displaced people, 900 of them minors": what happened is told of the whole."""
    tokens, at, last = scope.annotated.tokens, counted.first - 1, counted.last
    if not counted.pronoun or not any(start < counted.first for start in scope.starts) or last >= scope.sentence.last:
        return False
    after = tokens[last]
    return (
        tokens[at].text in {",", "(", "–", "-"}
        and after.pos in {"NOUN", "PROPN"}
        and not is_trigger(scope.annotated, last)
    )


def _words_around(scope: Scope, counted: Counted) -> Harm | None:
    own = _whose_bodies(scope, counted) or cases(scope, counted) or _own_noun(scope, counted)
    if own is not None and (own.trigger == counted.noun or own.trigger < counted.first):
        return own
    told = framed(scope, counted)
    if told is not None and told.measure is Measure.AFFECTED:
        told = after_figure(scope, counted)[0] or told  # "received 29 killed and 31 wounded"
    if told is not None and told.measure is Measure.DISPLACED:
        told = siege_or_deal(scope, counted) or told
    if told is not None and told.measure in _WEAKER | _OPEN_ENDED:
        told = _stronger(scope, counted) or told
    if told is not None or own is not None:
        return own if own is not None and told is not None and told.measure is Measure.AFFECTED else told or own
    after, bare = after_figure(scope, counted)
    before = before_figure(scope, counted)
    if after and before and bare and before.trigger not in scope.used_after:
        after = None
    chosen = after or before
    if chosen is None:
        return None
    (scope.used_after if chosen is after else scope.used_before).add(chosen.trigger)
    if chosen.measure in (Measure.INJURED, Measure.KILLED_OR_INJURED) and chosen is after:
        died = second_verb(scope, counted)  # "was stabbed and later died"
        return died if died is not None and died.measure in _KILLING else chosen
    return chosen


def _whose_bodies(scope: Scope, counted: Counted) -> Harm | None:
    """ "the bodies of two servicemen had been taken away": the dead."""
    tokens, at = scope.annotated.tokens, counted.first - 2
    if at < scope.sentence.first or tokens[at + 1].lower != "of" or not (counted.known or counted.noun is None):
        return None
    if (
        tokens[at].lower not in {"bodies", "body", "corpses", "corpse", "remains", "coffins", "coffin"}
        or counted.figure.high == 0
    ):
        return None
    return Harm(Measure.KILLED, at, f'"{tokens[at].text} of" says what happened to the people counted.')


def _own_noun(scope: Scope, counted: Counted) -> Harm | None:
    """ "35 deaths", "120 wounded", "8 injured civilians": the counted words themselves say it."""
    lex, tokens = lexicon(), scope.annotated.tokens
    if counted.noun is None or (counted.implied and tokens[counted.noun].lower in lex.nouns):
        return None
    if counted.pronoun and tokens[counted.noun].lower in lex.people:
        word = tokens[counted.noun].lower
        since = _since(scope, counted)
        return since or Harm(lex.people[word], counted.noun, f'They are among the "{word}".')
    for i in range(counted.last - 1, counted.first - 1, -1):
        word = tokens[i].lower
        if (
            i == counted.noun
            and word in lex.people
            and not (counted.implied and word in {"death", "prisoner", "captive", "evacuee", "refugee", "detainee"})
        ):
            stronger = after_figure(scope, counted)[0] or before_figure(scope, counted)
            if stronger is None and lex.people[word] in _ROLES:
                stronger = grammar_of(scope, counted)
            if stronger is not None and (word not in {"death", "deaths", "casualties", "fatalities"}):
                return stronger
            return Harm(lex.people[word], i, f'"{tokens[i].text}" names what happened to the people counted.')
        if (
            i < counted.noun
            and word in lex.states
            and i >= (counted.first if counted.implied else counted.number)
            and not (counted.implied and word in {"ill", "sick", "lost"})
        ):
            stronger = after_figure(scope, counted)[0] or before_figure(scope, counted) or _since(scope, counted)
            if stronger is None and lex.states[word] in _ROLES:
                stronger = among_the_lost(scope, counted)
            if stronger is not None:
                return stronger
            return Harm(lex.states[word], i, f'"{tokens[i].text}" describes the people counted.')
    return _participle(scope, counted)


def _since(scope: Scope, counted: Counted) -> Harm | None:
    """ "nine of the wounded have since died": what became of them."""
    later = after_figure(scope, counted)[0] or grammar_of(scope, counted) or second_verb(scope, counted)
    return later if later is not None and later.measure in _KILLING and later.trigger != counted.noun else None


def _stronger(scope: Scope, counted: Counted) -> Harm | None:
    """What the sentence goes on to tell of the same people: "dragged five men out and shot them"."""
    then = all_of_them(scope, counted)
    killed = then is not None and then.measure in _KILLING
    below = described(scope, counted)
    if below is not None and below.measure in _KILLING:
        return below
    return second_verb(scope, counted) or after_being(scope, counted) or (then if killed else None)


def _participle(scope: Scope, counted: Counted) -> Harm | None:
    """ "20 bruised commuters", "23 arrested pirates": a participle before the noun."""
    tokens = scope.annotated.tokens
    if counted.noun is None or not counted.known:
        return None
    for i in range(counted.noun - 1, counted.number, -1):
        verb = lexicon().verbs.get(tokens[i].lower)
        if tokens[i].head == counted.noun and verb is not None and verb.form == "past" and verb.patient:
            stronger = after_figure(scope, counted)[0] or before_figure(scope, counted)
            return stronger or Harm(verb.patient, i, f'"{tokens[i].text}" describes the people counted.')
    return None


def _is_unreal(annotated: Annotated, harm: Harm) -> bool:
    """Modal, future, conditional or negated harm is no claim ("could kill hundreds", "threatened to kill ten")."""
    tokens = annotated.tokens
    trigger = tokens[harm.trigger]
    verb = trigger if trigger.pos in {"VERB", "AUX"} else tokens[trigger.head]
    if verb.sentence != trigger.sentence:
        return False
    if trigger.pos not in {"VERB", "AUX"} and verb.lemma in word_list("harm", "imagined") and trigger.dep == "dobj":
        return True
    if harm.measure not in _SOUGHT and is_feared(annotated, harm.trigger):
        return True
    kids = annotated.children(verb.i)
    modal = MODAL - {"can"} - (POSSIBLY if harm.measure in _SOUGHT else frozenset())
    if any(c.dep in {"aux", "neg"} and (c.lower in modal or _negates(c, trigger)) for c in kids):
        return trigger.lower not in lexicon().toll
    if (
        trigger.pos in {"VERB", "AUX"}
        and any(c.dep == "aux" and c.lower == "to" for c in kids)
        and not any(c.dep == "aux" and c.lower == "have" for c in kids)  # "claimed to have killed": said to be done
        and verb.dep in {"xcomp", "advcl", "acl"}
    ):
        above = tokens[verb.head]
        return above.lemma not in word_list("harm", "implicative")
    return False


def _is_execution(scope: Scope, harm: Harm) -> bool:
    """ "lined up nine men and shot them": they were in the hands of who shot them."""
    shot = scope.annotated.tokens[harm.trigger].lemma == "shoot"
    return (
        shot
        and word_pattern("harm_patterns", "execution").search(scope.sentence.span.of(scope.annotated.text)) is not None
    )


def _are_captives(scope: Scope, counted: Counted, harm: Harm) -> bool:
    """ "about 40 prisoners were shot": in the hands of who shot them."""
    tokens = scope.annotated.tokens
    named = {t.lemma for t in tokens[counted.first : counted.last]}
    return tokens[harm.trigger].lemma == "shoot" and bool(named & {"prisoner", "captive", "detainee", "hostage"})


def _is_verdict(scope: Scope, harm: Harm) -> bool:
    """ "a court held two men guilty"."""
    tokens = scope.annotated.tokens
    near = {t.lower for t in tokens[harm.trigger + 1 : min(harm.trigger + 8, scope.sentence.last)]}
    return tokens[harm.trigger].lemma == "hold" and bool(near & set(word_list("harm", "verdicts")))


def _are_drones(scope: Scope, counted: Counted, harm: Harm) -> bool:
    """ "36 drones came over, of which 31 were shot down"."""
    tokens, at = scope.annotated.tokens, harm.trigger
    down = at + 1 < scope.sentence.last and tokens[at + 1].lower == "down"
    bare = counted.noun is None and tokens[at].lemma in {"shoot", "bring", "take"}
    return bare and down and not near_words(scope).isdisjoint(word_list("harm", "in_the_air"))


def _is_lost_trade(annotated: Annotated, harm: Harm) -> bool:
    """ "the bank lost 300 customers": they went elsewhere."""
    verb = annotated.tokens[harm.trigger]
    if verb.lemma != "lose":
        return False
    losers = word_list("harm", "losers_of_trade")
    return any(c.dep == "nsubj" and c.lower in losers for c in annotated.children(harm.trigger))


def _negates(word: Token, trigger: Token) -> bool:
    """A negation that is no part of the words of harm themselves ("never came out")."""
    return word.lower in NEGATION and word.i != trigger.i
