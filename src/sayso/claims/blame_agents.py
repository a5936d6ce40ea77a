"""The doer by grammar: the agent of the words of harm, the subject of an attack, the one who is charged or owns up."""

from collections.abc import Iterator
from dataclasses import dataclass

from sayso.claims.blame_deeds import Deeds
from sayso.claims.blame_names import Names
from sayso.claims.blame_words import actors, captures, deeds, pattern, words
from sayso.claims.counted_types import Counted
from sayso.claims.harm_words import Harm
from sayso.claims.lexicon import lexicon
from sayso.model import Annotated, Sentence, Span, Token

_CLIMB = 4
_SIDES = frozenset({"ORG", "NORP", "PERSON"})
_RELATIVE = frozenset({"who", "which", "that"})
_UPWARD = frozenset({"advcl", "conj", "xcomp", "acl", "pcomp", "prep", "acomp", "oprd"})
_HARM_DEPS = frozenset({"acl", "advcl", "relcl", "conj", "ROOT", "ccomp"})


@dataclass(frozen=True)
class Agents:
    """The doers that the grammar of one report gives."""

    annotated: Annotated
    names: Names
    deeds: Deeds

    def of(self, harm: Harm, counted: Counted) -> Span | None:
        """The agent of the word of harm: "by X" of a passive, the subject of an active, who is charged with it."""
        verb = self.annotated.tokens[harm.trigger]
        form = lexicon().verbs.get(verb.lower)
        if verb.lower in words("losing") or verb.lower in words("listing"):
            return None
        if verb.pos in {"NOUN", "PROPN"} and (form is None or verb.dep not in _HARM_DEPS):
            return self._charged_over(verb)
        if form is not None and form.patient is None:
            return None
        if form is None and (verb.lower in lexicon().states or not self._has_object(verb, harm)):
            return None
        if verb.pos not in {"VERB", "AUX"} and verb.dep not in _HARM_DEPS:
            return None
        return self._climb(verb, counted)

    def opponent(self, sentence: Sentence) -> Span | None:
        """ "killed in clashes with X": those whom the harmed fought."""
        match = captures("fought")[0].search(self.annotated.text, sentence.span.start, sentence.span.end)
        if match is None:
            return None
        span = self.names.cut(Span(*match.span(1)))
        named = span is not None and any(n.span.overlaps(span) and n.label in _SIDES for n in self.annotated.names)
        return span if span is not None and (named or actors().search(match[1])) else None

    def attacker(self, sentence: Sentence, counted: Counted) -> Span | None:
        """The subject of a word of attack ("rebels fired rockets"), where the grammar gives one."""
        for token in self.annotated.tokens_of(sentence):
            if token.pos != "VERB" or not self._attacks(token):
                continue
            if token.lower == "carried" and not any(k.lower == "out" for k in self.annotated.children(token.i)):
                continue
            for head in self._doing(token):
                if not counted.first <= head.i < counted.last:
                    found = self._doer(self._spoken_of(head, token), sure=self._is_meant(token))
                    if found is not None:
                        return found
        return None

    def _attacks(self, verb: Token) -> bool:
        """A word of attack, or one that becomes so by what follows ("set fire to", "used live ammunition")."""
        if verb.lower in words("attacking"):
            return True
        return pattern("attack_phrase").match(self.annotated.text, verb.start) is not None

    def _is_meant(self, verb: Token) -> bool:
        """ "opened fire", "detonated": only somebody can do it, on purpose."""
        return (
            verb.lower in words("deliberate")
            or verb.lower not in words("attacking")
            or any(k.dep == "dobj" and deeds().search(k.text) for k in self.annotated.children(verb.i))
        )

    def by_after(self, harm: Harm, sentence: Sentence) -> Span | None:
        """ "executed by advancing government forces": what stands after "by", where the grammar is no help."""
        tokens = self.annotated.tokens
        near = [t for t in tokens[harm.trigger : min(harm.trigger + 8, sentence.last)] if t.lower == "by"]
        if not near or (not harm.passive and tokens[harm.trigger].lower not in lexicon().states):
            return None
        match = captures("by_whom")[0].match(self.annotated.text, near[0].end, sentence.span.end)
        if match is None or not actors().search(match[1]):
            return None
        return self.deeds.clean(Span(*match.span(1)))

    def perpetrator(self, sentence: Sentence) -> Span | None:
        """ "The mob, said the constable, had come from the stadium": those of whom a report speaks as the doers."""
        for token in self.annotated.tokens_of(sentence):
            if token.lower not in words("perpetrators") or token.dep not in {"nsubj", "nsubjpass"}:
                continue
            if any(c.lower == "the" for c in self.annotated.children(token.i)):
                return self.names.of(token, sure=True)
        return None

    def captor(self, counted: Counted) -> Span | None:
        """ "freed 16 girls whom traffickers had locked up": who did it to those who were freed."""
        for verb in (k for i in range(counted.first, counted.last) for k in self.annotated.children(i)):
            if verb.dep == "relcl":
                for kid in self.annotated.children(verb.i):
                    if kid.dep == "nsubj" and kid.lower not in words("pronouns"):
                        return self.names.of(kid, sure=True)
        return None

    def _doing(self, verb: Token) -> Iterator[Token]:
        for kid in self.annotated.children(verb.i):
            if kid.dep == "nsubj":
                yield kid
            if kid.dep == "agent":
                yield from (c for c in self.annotated.children(kid.i) if c.dep == "pobj")

    def _climb(self, verb: Token, counted: Counted) -> Span | None:
        """From the verb of harm upward to whoever is said to do it."""
        tokens, node = self.annotated.tokens, verb
        own = True
        for _ in range(_CLIMB):
            kids = self.annotated.children(node.i)
            by = self._by(kids) or self._by_later(node, kids)
            if by is not None:
                return self._doer(by, sure=True)
            passive = any(k.dep in {"nsubjpass", "auxpass"} for k in kids)
            subject = next((k for k in reversed(kids) if k.dep == "nsubj" and k.i < node.i), None)
            if subject is not None and self._stands_before(subject, node):
                subject = None
            if subject is not None and not passive:
                return self._subject(subject, node, counted, own=own, verb=verb)
            charged = next((k for k in kids if k.dep in {"nsubjpass", "nsubj"}), None)
            if charged is not None and node.lower in words("charged"):
                return self._doer(charged, sure=True, anyone=charged.dep == "nsubjpass")
            if node.dep not in _UPWARD or node.head == node.i or passive:
                return None
            own = own and node.dep == "conj"
            node = tokens[node.head]
            if node.pos in {"NOUN", "PROPN"}:
                return self._above(node, counted)
        return None

    def _stands_before(self, noun: Token, verb: Token) -> bool:
        """ "hit a car in Belden killing two": the place before a participle does not do it."""
        first, _ = self.annotated.subtree(noun.i)
        if verb.tag != "VBG" or any(k.dep == "aux" for k in self.annotated.children(verb.i)) or first == 0:
            return False
        return self.annotated.tokens[first - 1].pos == "ADP"

    def _by_later(self, verb: Token, kids: tuple[Token, ...]) -> Token | None:
        """ "were robbed and expelled by X": the agent that a passive shares with the verbs joined to it."""
        if not any(k.dep == "auxpass" for k in kids):
            return None
        for joined in (k for k in kids if k.dep == "conj" and k.i > verb.i and k.tag == "VBN"):
            own = self.annotated.children(joined.i)
            if not any(k.dep in {"nsubj", "nsubjpass", "dobj"} for k in own):
                return self._by(own) or self._by_later(verb, own)
        return None

    def _has_object(self, verb: Token, harm: Harm) -> bool:
        """Somebody else suffers it: not the subject ("the residents had left")."""
        return harm.passive or any(k.dep in {"dobj", "agent"} for k in self.annotated.children(verb.i))

    def _by(self, kids: tuple[Token, ...]) -> Token | None:
        for kid in kids:
            if kid.dep == "agent" or (kid.dep == "prep" and kid.lower == "by"):
                return next((c for c in self.annotated.children(kid.i) if c.dep == "pobj"), None)
        return None

    def _subject(self, subject: Token, node: Token, counted: Counted, *, own: bool, verb: Token) -> Span | None:
        """The subject as doer: of the verb of harm itself, or of what led to it."""
        form = lexicon().verbs.get(node.lower)
        kids = self.annotated.children(node.i)
        if node.i == verb.i and form is not None and form.undergoer and not any(k.dep == "dobj" for k in kids):
            return None
        if counted.first <= subject.i < counted.last or node.lower in words("helping"):
            return None
        return self._doer(self._spoken_of(subject, node), sure=own)

    def _spoken_of(self, subject: Token, verb: Token) -> Token:
        """Whom a pronoun stands for: "the navy said it had arrested them", "a cook admitted that he had"."""
        tokens = self.annotated.tokens
        if subject.lower in _RELATIVE and verb.dep == "relcl":
            return tokens[verb.head]
        if subject.lower not in words("referring"):
            return subject
        node = verb
        for _ in range(_CLIMB):
            if node.head == node.i:
                break
            node = tokens[node.head]
            found = self._plain_subject(node, subject)
            if found is not None:
                return found
        return self._named_before(subject)

    def _plain_subject(self, node: Token, pronoun: Token) -> Token | None:
        kids = self.annotated.children(node.i)
        return next(
            (
                k
                for k in kids
                if k.dep in {"nsubj", "nsubjpass"} and k.i < pronoun.i and k.lower not in words("pronouns")
            ),
            None,
        )

    def _named_before(self, pronoun: Token) -> Token:
        """ "Nichols fled. He shot two": the subject of the sentence before, where it is a person by name."""
        if pronoun.lower not in words("persons") or pronoun.sentence == 0:
            return pronoun
        before = self.annotated.sentences[pronoun.sentence - 1]
        people = [n for n in self.annotated.names if n.label == "PERSON" and before.first <= n.first < before.last]
        for token in self.annotated.tokens_of(before):
            if token.dep in {"nsubj", "nsubjpass"} and any(n.first <= token.i < n.last for n in people):
                return token
        return pronoun

    def _charged_over(self, noun: Token) -> Span | None:
        """ "jailed for the murder of two", "expressed regret over the death of two": the subject of the verb above."""
        tokens, node = self.annotated.tokens, noun
        told = False
        kids = self.annotated.children(noun.i)
        by = self._by(kids) or next((k for k in kids if k.dep in {"compound", "poss", "nmod"}), None)
        if by is not None and (found := self._doer(by, sure=by.dep == "pobj")) is not None:
            return found
        for _ in range(_CLIMB + 2):
            if node.head == node.i or node.dep in {"nsubj", "nsubjpass"}:
                return None
            node = tokens[node.head]
            if node.lower in words("granting") and noun.lower in words("plain_harm"):
                return None
            taking = noun.lower in words("taking_nouns") and node.lower in words("announcing")
            told = told or taking or any(node.lower in words(key) for key in ("charged", "owning", "doing"))
            if node.pos in {"VERB", "AUX"}:
                kids = self.annotated.children(node.i)
                subject = next((k for k in kids if k.dep in {"nsubj", "nsubjpass"}), None)
                if subject is not None:
                    active = taking or node.lower in words("owning") | words("doing") or node.pos == "AUX"
                    regrets = any(k.lower in words("owning") for k in kids)
                    known = told and (subject.dep == "nsubjpass" or active or regrets)
                    return self._doer(self._spoken_of(subject, node), sure=True, anyone=True) if known else None
        return None

    def _above(self, noun: Token, counted: Counted) -> Span | None:
        """For "rebels fired rockets at the town killing three": whose deed, not the thing or town that was hit."""
        found = self._doer(noun, sure=False) if noun.dep in {"nsubj", "nsubjpass", "ROOT"} else None
        node, steps = noun, 0
        while found is None and node.head != node.i and steps < 5:
            node, steps = self.annotated.tokens[node.head], steps + 1
            if node.lower in words("telling"):
                return None
            subject = next((k for k in self.annotated.children(node.i) if k.dep == "nsubj"), None)
            if node.pos == "VERB" and subject is not None and not counted.first <= subject.i < counted.last:
                return self._doer(subject, sure=False)
        return found

    def _doer(self, head: Token, *, sure: bool, anyone: bool = False) -> Span | None:
        """The one named, or whose deed it names."""
        if self.names.is_deed(head):
            return self.deeds.owner(self.annotated.subtree_span(head.i))
        return self.names.of(head, sure=sure, anyone=anyone)
