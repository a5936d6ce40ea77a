# ruff: noqa: E501  word patterns are read in one go
"""Who is said to have done it: the agent of the words of harm, or whose attack it was."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from sayso.claims.blame_cues import blamed_by_cue
from sayso.claims.counted_types import Counted
from sayso.claims.happening_words import kinds_in
from sayso.claims.harm_words import Harm
from sayso.claims.lexicon import lexicon
from sayso.knowledge.vocabulary import word_list
from sayso.model import Annotated, EventKind, Group, Sentence, Span, Token

_CARRIER = re.compile(r"(?:war)?planes?|jets?|helicopters?|drones?|aircraft|warships?|tanks?|snipers?", re.IGNORECASE)
_NO_ONE = re.compile(
    r"\b(?:cholera|ebola|disease|epidemic|outbreak|virus|fever|storm|hurricane|cyclone|typhoon|earthquake|quake|tsunami|floods?|flooding|fire|landslide|avalanche|eruption|volcano|famine|drought|heatwave|accident|crash|war|conflict|battle|fighting|violence|clashes|explosion|blast|\w+itis|\w+theria|\w+osis|\w*pox|measles|malaria|dengue|plague|flu|influenza|covid\S*|frost|heat|cold|snow|rain|poison\w*)$",
    re.IGNORECASE,
)
_WEB = re.compile(r"^.*\b(?:URL|Tags|Topic|Related|AFP|AP|Reuters|Photo|Image)\b[\d\s]*")
_LONGEST = 8
"""Words that the name of a doer may have; more is a run of several things."""
_NOT_WHERE_BASED = r"(?![- ](?:based|born|registered)\b)"
"""A demonym that says where somebody sits ("a British-based monitor") names no actor."""
_DOERS = frozenset({"PERSON", "ORG", "NORP", "GPE"})
_NEW_PHRASE = re.compile(r"\b(?:a|an|the|this|another|two|three|several)\b", re.IGNORECASE)
_DETERMINER = re.compile(r"\b(?:a|an|the)\b", re.IGNORECASE)
_COUNT = re.compile(
    r"(?:at least |more than |over |about |some )?(?:\d|two\b|three\b|four\b|five\b|six\b|seven\b|eight\b|nine\b|ten\b|several\b|dozens\b|scores\b|many\b|most\b)",
    re.IGNORECASE,
)
_NO_ACTOR = re.compile(
    r"\b(?:Observatory|Tags|monitor|northern|southern|eastern|western|province|city|war|conflict|people|civilians|children|victims|others)\b|\n",
    re.IGNORECASE,
)
_BY_WHOM = re.compile(
    r"\s+((?:the |a |an )?[\w' ’.-]{3,60}?)(?=$|[,.;]| (?:on|in|at|near|that|which|who|as|and|against|targeting|during|after|while|when|said)\b)"
)
_ATTACKING = frozenset(
    ["fired", "fire", "launched", "dropped", "shelled", "bombed", "bombarded", "pounded", "targeted", "attacked", "ambushed",
     "stormed", "strafed", "struck", "hit", "detonated", "planted", "mined", "raided", "blew", "opened", "massacred", "executed",
     "carried", "unleashed", "rammed", "threw", "hurled"]
)  # fmt: skip
_NO_DOER = re.compile(
    r"^(?:the |an? |two |three |four |five |another )?(?:[\w-]+ )?(?:suicide |motor\w+ |car |truck )?(?:bombers?|attackers?|assailants?|explosions?|shells?|rockets?)$"
    r"|^(?:the |an? |fresh |heavy |intense )*(?:air(?:craft|strikes?)?|helicopters?|(?:war)?planes?|jets?|fighter jets?|artillery|drones?|mortars?|tanks?)(?: (?:and|or|strikes?|raids?|artillery|air)\b.*)?$"
    r"|\b(?:towns?|villages?|city|cities|areas?|neighbou?rhoods?|districts?|after|killing|killed|strikes?|Photo|Number|over|more than|double|-held|-controlled)\b|-(?:held|controlled) ",
    re.IGNORECASE,
)
_DATELINE = re.compile(r"^.*\)\s*[-\u2013\u2014]+\s*|^[A-Z][A-Z .,'-]{3,}.*?\s[-\u2013\u2014]+\s+")
_HELPED = frozenset(["rescued", "freed", "saved", "airlifted", "released", "treated", "liberated", "evacuated"])
_PERSON_FORM = re.compile(
    r"(?:ers?|ors?|ists?|m[ae]n|gans?|agents?|thugs?|thie(?:f|ves)|boys|crooks?|spies|spy|traffickers?|vandals?)$"
)
_THING_FORM = re.compile(
    r"(?:generator|elevator|water|fever|river|weather|disaster|cancer|error|factor|tremor|reactor|tower|boiler|trailer|tanker|copter|tractor|motor|power|thunder|monster|cluster|number|order|winter|summer|hunger|danger|border|paper|matter|shelter|transporter|freighter|loader|container|crater|powder|former|other|officer|worker|villager|teacher|farmer|prisoner|passenger|reporter|protester|soldier)s?$"
)
_CHARGED = frozenset(
    ["convicted", "accused", "charged", "suspected", "guilty", "alleged", "believed", "said", "reported"]
)
_DATED = re.compile(r"^.*\b\d{4}\b\s+")
_ADJECTIVES = frozenset(["terrorist", "rebel", "militant", "insurgent", "jihadist", "extremist"])
_EDGES = re.compile(
    r"^(?:(?:multiple|several|numerous|occasional|heavy|intense|repeated|fresh|further) )+"
    r"|(?: (?:also|then|later|again|reportedly|allegedly|meanwhile))+$"
)
_EVENT = re.compile(r"\b(?:blasts?|explosions?|quakes?|earthquakes?)\b", re.IGNORECASE)
"""Happenings that do not do themselves."""
_PRONOUNS = frozenset(
    ["it", "he", "she", "they", "this", "that", "which", "who", "we", "i", "you", "people", "others", "one", "victims"]
)


@dataclass
class Blame:
    """Who is blamed in one report, figure by figure in order."""

    annotated: Annotated
    _last: tuple[EventKind, int, str] | None = None
    _actor: re.Pattern[str] = field(init=False)
    _deed: re.Pattern[str] = field(init=False)

    def __post_init__(self) -> None:
        self._actor = re.compile(
            r"\b(?:" + "|".join(map(re.escape, word_list("events_actors", "actors"))) + rf")\b{_NOT_WHERE_BASED}",
            re.IGNORECASE,
        )
        self._deed = re.compile(
            r"\b(?:" + "|".join(map(re.escape, word_list("events_actors", "deeds"))) + r")s?\b", re.IGNORECASE
        )

    def of(self, counted: Counted, harm: Harm, sentence: Sentence, event: EventKind) -> tuple[str | None, str]:
        """The words for who did it and why; None where nobody is blamed."""
        if self.annotated.tokens[harm.trigger].lower in _HELPED:
            return None, "They were helped: nobody is blamed."
        direct = self._first_doer(
            blamed_by_cue(self.annotated.text, sentence.span),
            self._agent(harm, counted),
            self._by_after(harm, sentence),
            self._deed_by(sentence, counted),
            self._doer(sentence, counted),
        )
        if direct is not None:
            direct = self._told(direct)
            self._last = (event, sentence.i, direct)
            return direct, f'"{direct}" is said to have done it.'
        if event in (EventKind.CUMULATIVE, EventKind.OTHER):
            after = self.annotated.sentences[sentence.i + 1 : sentence.i + 2] if event is EventKind.OTHER else ()
            cued = self._first_doer(*(blamed_by_cue(self.annotated.text, s.span) for s in after))
            if cued is not None:
                return cued, f'"{cued}" is blamed for it in the next sentence.'
            return None, "Nobody is blamed for it."
        if self._last is not None and (self._last[0] is event or sentence.i - self._last[1] <= 1):
            return self._last[2], f'"{self._last[2]}" is blamed where the account tells of it.'
        for other in self._told_elsewhere(sentence, event):
            found = self._first_doer(
                self._deed_by(other, None), blamed_by_cue(self.annotated.text, other.span), self._doer(other, counted)
            )
            if found is not None:
                return self._told(found), f'"{found}" is blamed where the report tells of it.'
        return None, "Nobody is blamed for it."

    def _first_doer(self, *found: str | None) -> str | None:
        """The first that says whose deed it was: no weapon, no place, no bomber without a side."""
        bare = (_EDGES.sub("", _DATELINE.sub("", words)) for words in found if words is not None)
        return next((w for w in bare if w and not _NO_DOER.search(w) and not _EVENT.search(w)), None)

    def _told_elsewhere(self, sentence: Sentence, event: EventKind) -> Iterator[Sentence]:
        """The sentences beside it and the report's first ones, where they speak of the same kind of happening."""
        listed = self.annotated.sentences
        for i in dict.fromkeys((sentence.i - 1, sentence.i + 1, 0, 1, 2, 3)):
            if 0 <= i < len(listed) and i != sentence.i:
                kinds = kinds_in(self.annotated.text, listed[i].span)
                if event in kinds or (abs(i - sentence.i) == 1 and not kinds):
                    yield listed[i]

    def _doer(self, sentence: Sentence, counted: Counted) -> str | None:
        """The subject of a word of attack ("rebels fired rockets"), where the grammar gives one."""
        for token in self.annotated.tokens_of(sentence):
            if token.lower not in _ATTACKING or token.pos != "VERB":
                continue
            for kid in self.annotated.children(token.i):
                if kid.dep == "nsubj" and not counted.first <= kid.i < counted.last:
                    found = self._words(kid)
                    if found is not None:
                        return found
                if kid.dep == "agent":
                    for owner in self.annotated.children(kid.i):
                        found = self._words(owner) if owner.dep == "pobj" else None
                        if found is not None:
                            return found
        return None

    def _told(self, words: str) -> str:
        """As the report writes it elsewhere where it says more: "terrorist" attacks are those of "terrorists"."""
        words = re.sub(r" (?:who|which|that)$", "", _DATED.sub("", words))
        if words.lower().split()[-1] in _ADJECTIVES:
            plural = re.search(rf"\b(?i:{words.split()[-1]})s\b", self.annotated.text)
            return plural.group() if plural else words
        return re.sub(r"^(?:a|an) (?=[A-Z]\w+(?:an|ish|ese|eli|i)$)", "", words, flags=re.IGNORECASE)

    def _agent(self, harm: Harm, counted: Counted) -> str | None:
        """The agent of the verb of harm: "by X" of a passive, the subject of an active."""
        tokens = self.annotated.tokens
        verb = tokens[harm.trigger]
        form = lexicon().verbs.get(verb.lower)
        if form is None or form.patient is None:
            return None
        if verb.pos not in {"VERB", "AUX"} and verb.dep not in {"acl", "advcl", "relcl", "conj", "ROOT", "ccomp"}:
            return None
        seen = 0
        node: Token = verb
        while seen < 4:
            kids = self.annotated.children(node.i)
            for kid in kids:
                if kid.dep == "agent" or (kid.dep == "prep" and kid.lower == "by"):
                    objects = [c for c in self.annotated.children(kid.i) if c.dep == "pobj"]
                    if objects:
                        return self._words(objects[0])
            passive = any(k.dep in {"nsubjpass", "auxpass"} for k in kids)
            subject = next((k for k in kids if k.dep == "nsubj"), None)
            if subject is not None and not passive:
                lex = lexicon().verbs.get(node.lower)
                if node.i == verb.i and lex is not None and lex.undergoer and not any(k.dep == "dobj" for k in kids):
                    return None
                subject = self._spoken_of(subject, node)
                return None if counted.first <= subject.i < counted.last else self._words(subject)
            charged = next((k for k in kids if k.dep == "nsubjpass"), None)
            if charged is not None and node.lower in _CHARGED:
                return self._words(charged)
            if node.dep not in {"advcl", "conj", "xcomp", "acl", "pcomp", "prep"} or node.head == node.i or passive:
                return None
            node = tokens[node.head]
            if node.pos in {"NOUN", "PROPN"}:
                return self._above(node, counted)
            seen += 1
        return None

    def _spoken_of(self, subject: Token, verb: Token) -> Token:
        """For "the navy said it had arrested them": the one who says so, not "it"."""
        if subject.lower not in {"it", "they", "he", "she", "we", "i"} or verb.dep != "ccomp":
            return subject
        saying = self.annotated.children(verb.head)
        return next((k for k in saying if k.dep == "nsubj" and k.lower not in _PRONOUNS), subject)

    def _above(self, noun: Token, counted: Counted) -> str | None:
        """For "rebels fired rockets at the town killing three": whose deed, not the thing or town that was hit."""
        found = self._words(noun) if noun.dep in {"nsubj", "nsubjpass", "ROOT"} else None
        node, steps = noun, 0
        while found is None and node.head != node.i and steps < 5:
            node, steps = self.annotated.tokens[node.head], steps + 1
            subject = next((k for k in self.annotated.children(node.i) if k.dep == "nsubj"), None)
            if node.pos == "VERB" and subject is not None and not counted.first <= subject.i < counted.last:
                return self._words(subject)
        return found

    def _by_after(self, harm: Harm, sentence: Sentence) -> str | None:
        """ "executed by advancing government forces": what stands after "by", where the grammar is no help."""
        tokens = self.annotated.tokens
        near = [t for t in tokens[harm.trigger : min(harm.trigger + 8, sentence.last)] if t.lower == "by"]
        if not near or (not harm.passive and tokens[harm.trigger].lower not in lexicon().states):
            return None
        match = _BY_WHOM.match(self.annotated.text, near[0].end, sentence.span.end)
        return self._clean(match[1]) if match and self._actor.search(match[1]) else None

    def _words(self, head: Token) -> str | None:
        """The noun phrase as the one who did it, where it names somebody or somebody's deed."""
        first, last = self.annotated.subtree(head.i)
        stop = next(
            (
                c.i
                for c in self.annotated.children(head.i)
                if c.i > head.i and c.dep in {"relcl", "acl", "prep", "punct"} and c.lower != "of"
            ),
            last,
        )
        words = self.annotated.span_of(first, max(stop, head.i + 1)).of(self.annotated.text)
        carrier = bool(_CARRIER.fullmatch(head.text)) and len(words.split()) > 1
        if (not carrier and self._deed.search(head.text)) or (not carrier and lexicon().things & {head.lower}):
            whole = self.annotated.span_of(first, last).of(self.annotated.text)
            return self._owner(whole)
        words = words.strip(" ,-")
        armed = lexicon().groups.get(head.lower) is Group.COMBATANT
        if (
            (_COUNT.match(words) and not armed)
            or _NO_ACTOR.search(words)
            or head.lower in _PRONOUNS
            or _NO_ONE.search(head.lower)
        ):
            return None
        named = any(n.label in _DOERS and n.first <= head.i < n.last for n in self.annotated.names)
        if self._actor.search(words) or named or armed or self._is_person(head):
            return words
        return None

    def _is_person(self, head: Token) -> bool:
        """By the form of the word ("agents", "gunners"), where it is no victim's word and no thing."""
        if head.pos != "NOUN" or head.lower in lexicon().groups or head.lower in lexicon().things:
            return False
        return bool(_PERSON_FORM.search(head.lower)) and not _THING_FORM.search(head.lower)

    def _owner(self, phrase: str) -> str | None:
        """Whose attack: "a US-led coalition air strike" -> "a US-led coalition"; "shelling by rebels" -> "rebels"."""
        by = re.search(
            r"\bby ((?:the |a |an )?.{3,60}?)(?:$|[,.;]| (?:on|in|at|near|that|which|as|and|against|targeting)\b)",
            phrase,
        )
        if by and (self._actor.search(by[1]) or by[1][:1].isupper()):
            return by[1]
        deed = self._deed.search(phrase)
        head = phrase[: deed.start()] if deed else phrase
        hit = list(self._actor.finditer(head))
        return self._clean(head[: hit[-1].end()]) if hit and not _NEW_PHRASE.search(head, hit[-1].end()) else None

    def _deed_by(self, sentence: Sentence, counted: Counted | None) -> str | None:
        """Whose attack the sentence speaks of ("in Russian airstrikes", "rebel shelling", "a bombing by the army")."""
        text, area = self.annotated.text, sentence.span
        best: tuple[int, str] | None = None
        for deed in self._deed.finditer(text, area.start, area.end):
            window = text[max(area.start, deed.start() - 70) : deed.end() + 80]
            at = deed.start() - max(area.start, deed.start() - 70)
            owner = self._before_deed(window[:at]) or self._after_deed(window[at + len(deed.group()) :])
            if owner is None:
                continue
            away = Span(deed.start(), deed.end()).distance(counted.span) if counted else deed.start()
            if best is None or away < best[0]:
                best = (away, owner)
        return best[1] if best else None

    def _before_deed(self, before: str) -> str | None:
        run = re.search(r"(?:[\w'’.-]+[ -]){0,6}$", before)
        if run is None:
            return None
        words = re.split(
            r"\b(?:in|by|of|from|and (?=the)|when|after|during|with|to|on|at|against|for|since|near|targeting|hit|as|while|that|were|was|are|had|have|has|where|amid|killed|wounded|injured)\b",
            run.group(),
        )[-1]
        hits = list(self._actor.finditer(words))
        if not hits or len(words) - hits[-1].end() > 25 or _NEW_PHRASE.search(words, hits[-1].end()):
            return None
        return self._clean(words[: hits[-1].end()])

    def _clean(self, words: str) -> str | None:
        """The owner's words from the last determiner on; None where they are a count or a word that is no actor."""
        opening = list(_DETERMINER.finditer(words))
        words = words[opening[-1].start() :] if opening else words
        words = _WEB.sub("", words).strip(" -.,")
        words = re.sub(r" (?:who|which|that|and)$", "", words)
        if not words or len(words.split()) > _LONGEST or _COUNT.match(words) or _NO_ACTOR.search(words):
            return None
        return words

    def _after_deed(self, after: str) -> str | None:
        by = re.match(
            r"(?:\s+(?!held|controlled|run|besieged|captured|seized|claimed|and|backed|led)\w+){0,7}?\s+(?:carried out |conducted |launched |fired |waged |staged )?(?:by|from) ((?:the |a |an )?[\w' ’.-]{3,60}?)(?=$|[,.;]| (?:on|in|at|near|that|which|as|and|against|targeting|killed|left|has|have|had|hit|hits|struck|tore|landed|fell|was|were)\b)",
            after,
        )
        return by[1] if by and self._actor.search(by[1]) else None
