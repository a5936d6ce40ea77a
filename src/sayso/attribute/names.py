"""Whom a pronoun, a short name or a common noun stands for: the fullest name in the report, never an invented one."""

import re
from bisect import bisect_left
from collections.abc import Iterable

from sayso.attribute.bodies import bodies_of
from sayso.attribute.edges import bare_name
from sayso.attribute.found import Found
from sayso.attribute.grammar import Phrase, noun_phrase
from sayso.attribute.just_named import identified, is_field, person_just_named
from sayso.attribute.longer_names import LongerNames, is_field_of_work, office_of
from sayso.attribute.mentions import (
    ANYBODY,
    BROADCASTERS,
    FAMILY_ANYWHERE,
    KINDS_OF_MEDIA,
    LEAD,
    LONGEST_NAME,
    MEDIA_NOUNS,
    MEMORY,
    OF_ONE_KIND,
    PLURAL,
    RANKS,
    SINGULAR,
    THING,
    Mention,
    content_words,
)
from sayso.attribute.vocabulary import words
from sayso.model import Annotated, Token


class Names:
    """The people and bodies of one report; resolution looks at what stands before a mention first."""

    def __init__(self, annotated: Annotated, found: Iterable[Found] = ()) -> None:
        self._a = annotated
        self._found = sorted(found, key=lambda one: one.at)
        self._labels = {i: name.label for name in annotated.names for i in range(name.first, name.last)}
        self._surnames = frozenset(
            annotated.tokens[name.last - 1].text
            for name in annotated.names
            if name.label == "PERSON" and name.last - name.first > 1
        )
        named = [
            self._of_name(bare_name(annotated, Phrase(name.first, name.last, name.last - 1)), name.label)
            for name in annotated.names
            if name.label in ("PERSON", "ORG")
        ]
        spoken = [self._of_phrase(p) for one in self._found for p in (*one.speakers, *one.origin, *one.relay)]
        named.extend(self._of_body(p) for p in bodies_of(annotated))
        self._spoken = sorted(spoken, key=lambda m: m.at)
        self._spoken_at = {m.at: m for m in self._spoken}
        self._mentions = sorted([*named, *spoken], key=lambda m: m.at)
        self._resolved: dict[Phrase, str] = {}
        self._families: dict[str, list[Mention]] = {}
        self._phrase_at = {p.head: p for one in reversed(self._found) for p in one.speakers}
        self._longer_names = LongerNames(annotated, self._mentions)

    def _of_name(self, p: Phrase, label: str) -> Mention:
        text = self._text(p)
        return Mention(
            p.last - 1, text, content_words(text), label == "PERSON", label == "ORG", None, False, True, False
        )

    def _of_body(self, p: Phrase) -> Mention:
        text = self._text(p)
        return Mention(p.head, text, content_words(text), False, True, None, False, True, False)

    def _of_phrase(self, p: Phrase) -> Mention:
        vocabulary = words()
        tokens = self._a.tokens[p.first : p.last]
        text = self._text(p)
        head, nouns = self._a.tokens[p.head], {t.lower for t in tokens}
        person = (
            any(self._labels.get(t.i) == "PERSON" for t in tokens)
            or head.lemma in vocabulary["people"]
            or any(t.lemma in vocabulary["people"] and t.dep == "appos" for t in tokens)
            or (head.pos == "PROPN" and head.text in self._surnames)
            or (head.text.isupper() and office_of(self._a.text, head.text) is not None)
        )
        body = (len(tokens) == 1 and head.pos == "PROPN") or (
            not person
            and (
                self._labels.get(p.head) in ("ORG", "GPE", "NORP")
                or head.lemma in vocabulary["bodies"] | BROADCASTERS
                or head.pos == "PROPN"
            )
        )
        female = True if nouns & vocabulary["women"] else False if nouns & vocabulary["men"] else None
        proper = any(t.pos == "PROPN" for t in tokens if t.i <= p.head)
        return Mention(
            p.head, text, content_words(text), person, body, female, head.tag in ("NNS", "NNPS"), proper, True
        )

    def _text(self, p: Phrase) -> str:
        return self._a.span_of(p.first, p.last).of(self._a.text)

    def name(self, phrase: Phrase) -> str:
        """The fullest name of the phrase in the report; its own words where none is known."""
        if phrase not in self._resolved:
            self._resolved[phrase] = self._text(phrase)
            self._resolved[phrase] = self._resolve(phrase) or self._text(phrase)
        return self._resolved[phrase]

    def _resolve(self, p: Phrase) -> str | None:
        head = self._a.tokens[p.head]
        if head.pos == "PRON" or head.lower in SINGULAR | PLURAL | THING:
            return self._pronoun(p, head.lower)
        tokens = self._a.tokens[p.first : p.last]
        if any(self._labels.get(t.i) == "PERSON" for t in tokens) and len(content_words(self._text(p))) > 1:
            return None
        if head.lemma in words()["heads"] and not any(self._labels.get(t.i) == "PERSON" for t in tokens):
            body = self.body_of(p)
            if body is not None and not self._is_proper_inside(p) and body.lower() not in self._text(p).lower():
                return body
        given = identified(self._a, p)
        if given is not None:
            return given
        family = self._family({t.lower for t in tokens} | {head.lemma}, p)
        if family is not None:
            return family
        if head.pos == "PROPN":
            return self._fuller(p)
        return self._common(p, head.lemma, head.lower)

    def _is_proper_inside(self, p: Phrase) -> bool:
        return sum(t.pos == "PROPN" for t in self._a.tokens[p.first : p.last]) > 1

    def _pronoun(self, p: Phrase, word: str) -> str | None:
        if word in ("i", "me", "we", "us", "my", "our"):
            around = self.around(p)
            return self.name(around.speakers[0]) if around is not None else None
        plural, thing = word in PLURAL, word in THING
        if not plural and not thing and word not in SINGULAR:
            return None
        female = True if word in ("she", "her") else False if word in ("he", "him", "his") else None
        owned = self._owner_by_grammar(p) if thing and self._a.tokens[p.head].tag == "PRP$" else None
        if owned is not None:
            return owned
        if not plural and not thing and (named := self._just_named(p, female=female)) is not None:
            return named
        around = self.around(p)
        outer = [self._spoken_at[q.head] for q in around.speakers] if around is not None else []
        before = [m for m in self._earlier(self._spoken, p) if m.words and not self._is_pronoun(m)] + outer
        for m in reversed(before[-12:]):
            if thing and (m.body or (not m.person and not m.plural and (m.proper or self._is_near(m, p)))):
                return self._full(m)
            if plural and (m.plural or m.body):
                return self._full(m)
            if thing or plural or m.plural or m.female not in (None, female):
                continue
            if m.person or (self._is_near(m, p) and not self._is_body(m)):
                return self._full(m)
        if not thing and not plural:
            people = [m for m in self._earlier(self._mentions, p) if m.person and m.proper and not self._is_place(m)]
            return self._full(people[-1]) if people else self._subject_before(p)
        return self._body_called(p) if thing else None

    def _just_named(self, p: Phrase, *, female: bool | None) -> str | None:
        """The person who is the subject before a pronoun, where nobody has spoken since and none speaks around it."""
        named = person_just_named(self._a, p)
        if named is None or self.around(p) is not None:
            return None
        since = [m for m in self._earlier(self._spoken, p)[-4:] if m.at > named.head and m.person]
        mention = self._of_phrase(named)
        return None if since or mention.female not in (None, female) else self.name(named)

    def _body_called(self, p: Phrase) -> str | None:
        """ "It": the subject here or one sentence before, else the last body named by its form or its initials."""
        owner = self._owner_by_grammar(p)
        if owner is not None:
            return owner
        forms = {b.head for b in bodies_of(self._a)}
        bodies = [m for m in self._earlier(self._mentions, p) if m.body and m.proper and self._can_speak(m)]
        sure = [m for m in bodies if m.at in forms or m.text.isupper() or self._a.tokens[m.at].dep == "nsubj"]
        return self._full((sure or bodies)[-1]) if bodies else None

    def _can_speak(self, m: Mention) -> bool:
        """No place and no storm or other happening that has a name."""
        return m.spoke or not (self._stands_for_place(m) or m.words & words()["named_happenings"])

    def _is_body(self, m: Mention) -> bool:
        """A body by its noun, its form or its initials, whatever a tagger called it; so are a place and a paper."""
        head = self._a.tokens[m.at]
        listed = words()["bodies"] | words()["body_names"] | words()["documents"] | words()["issued"]
        formed = any(b.head == m.at for b in bodies_of(self._a))
        return formed or head.lemma in listed or head.text.isupper() or self._labels.get(m.at) in ("GPE", "NORP", "LOC")

    def _is_near(self, m: Mention, p: Phrase) -> bool:
        """It spoke, and carried nobody else's words, in this sentence or the one before."""
        here, there = (self._a.tokens[i].sentence for i in (p.head, m.at))
        return here - there < 2 and m.at in self._phrase_at

    def _owner_by_grammar(self, p: Phrase) -> str | None:
        """ "The hospital took in nine, its director said": the body that is the subject here or one sentence before."""
        a, here = self._a, self._a.sentences[self._a.tokens[p.head].sentence]
        for sentence in (here, *a.sentences[max(0, here.i - 1) : here.i]):
            for token in a.tokens_of(sentence):
                if token.i >= p.first or token.dep not in ("nsubj", "nsubjpass") or token.pos == "PRON":
                    continue
                if sentence is not here and a.tokens[token.head].dep != "ROOT":
                    continue
                whole = noun_phrase(a, token.i)
                mention = self._of_phrase(whole)
                if mention.body and not mention.person and not mention.plural:
                    return self.name(whole)
                break
        return None

    def _is_place(self, m: Mention) -> bool:
        """A tagger's person that is a place elsewhere, or stands behind a word of place ("in Upper Belden")."""
        tokens = self._a.tokens
        if not m.spoke and tokens[m.at].dep == "compound" and tokens[tokens[m.at].head].pos == "NOUN":
            return True
        return self._stands_for_place(m)

    def _stands_for_place(self, m: Mention) -> bool:
        places = {n.span.of(self._a.text) for n in self._a.names if n.label in ("GPE", "LOC", "FAC")}
        first = m.at - len(m.text.split()) + 1
        before = self._a.tokens[first - 1].lower if first > 0 else ""
        return m.text in places or (not m.spoke and before in ("in", "at", "near", "outside", "around"))

    def _subject_before(self, p: Phrase) -> str | None:
        """The proper name that opens the sentence before and is its subject, where no tagger knew the person."""
        a, here = self._a, self._a.tokens[p.head].sentence
        for sentence in reversed(a.sentences[max(0, here - 2) : here]):
            for token in a.tokens_of(sentence):
                person = token.pos == "PROPN" or token.lemma in words()["people"]
                whole = noun_phrase(a, token.i) if token.dep == "nsubj" and person else None
                named = whole is not None and a.tokens[whole.first].pos in ("PROPN", "DET")
                if whole is not None and named and whole.first == sentence.first:
                    return self._text(whole)
        return None

    def _earlier(self, mentions: list[Mention], p: Phrase) -> list[Mention]:
        """The mentions before the phrase, the last of them last."""
        end = bisect_left(mentions, p.head, key=lambda m: m.at)
        return mentions[max(0, end - MEMORY) : end]

    def _is_pronoun(self, m: Mention) -> bool:
        token = self._a.tokens[m.at]
        return token.pos == "PRON" and not (token.text.isupper() and len(token.text) > 1)

    def around(self, p: Phrase) -> Found | None:
        """The innermost attribution inside whose words the phrase stands."""
        at = self._a.tokens[p.head].start
        end = bisect_left(self._found, at, key=lambda f: f.at)
        holders = [
            f
            for f in self._found[max(0, end - 20) : end + 20]
            if f.speakers and p not in f.speakers and any(s.start <= at < s.end for s in f.content)
        ]
        return min(holders, key=lambda f: sum(len(s) for s in f.content), default=None)

    def _full(self, m: Mention) -> str:
        """A mention's fullest form: through its own resolution where it is short or common."""
        spoken = self._phrase_at.get(m.at) if m.spoke else None
        return self.name(spoken) if spoken is not None else self._longer_names.holding(m.words) or m.text

    def _fuller(self, p: Phrase) -> str | None:
        """ "the Observatory", "Rahman", "SOHR": the longest name in the report that it shortens."""
        return self._longer_names.meant(self._text(p))

    def fuller(self, text: str) -> str:
        """The longest name in the report that the words shorten; the words themselves where there is none."""
        bare = re.sub(r"(?<=\w)['’]?s$", "", text)
        return self._longer_names.meant(bare) or bare

    def _common(self, p: Phrase, lemma: str, lower: str) -> str | None:
        vocabulary = words()
        tokens = self._a.tokens[p.first : p.last]
        definite = tokens[0].lower in ("the", "its", "this", "that", "both") or len(tokens) == 1
        if not definite:
            return self._named_below(p)
        based = any(t.lower in ("based", "run") for t in tokens)
        if any(t.text[:1].isupper() and t.i > p.first for t in tokens) and not (
            based and lemma in vocabulary["generic_bodies"]
        ):
            return self._fuller(p)
        if self._is_proper_inside(p):
            return self._fuller(p)
        own_words = {t.lower for t in tokens}
        if "same" in own_words and (lemma in vocabulary["unnamed"] or lemma in vocabulary["people"]):
            before = [m for m in self._earlier(self._spoken, p) if not self._is_pronoun(m)]
            return self._full(before[-1]) if before else None
        same = self._same_noun(p, lemma, lower) if len(tokens) > 1 and "same" not in own_words else None
        if same is not None:
            return self._full(same)
        if len(tokens) == 1:
            return None
        if lemma in vocabulary["documents"] or lemma in vocabulary["bodies"]:
            if self._is_special(p, own_words) or self._is_another(p, lemma):
                return None
            return self._last_body(p, "broadcaster" if own_words & {"news", "media"} else lemma)
        if lemma in vocabulary["people"]:
            return self._last_person(p)
        return None

    def _is_special(self, p: Phrase, own: set[str]) -> bool:
        """ "the road safety agency": words enough to be told from every body that shares none of them."""
        tokens = [t for t in self._a.tokens[p.first : p.head] if t.dep in ("compound", "amod") and t.pos != "PROPN"]
        if len(tokens) < 2 or own & {"news", "media", "based", "same", "run", "linked", "backed"}:
            return False
        kinds = {t.lower for t in tokens}
        return not any(m.body and m.proper and m.words & kinds for m in self._earlier(self._mentions, p))

    def _is_another(self, p: Phrase, lemma: str) -> bool:
        """ "the rescue agency" beside "the health agency" or "the navy": nothing named before shares its modifier."""
        kinds = {t.lower for t in self._a.tokens[p.first : p.head] if t.dep in ("compound", "amod") and t.pos == "NOUN"}
        if not kinds or lemma not in OF_ONE_KIND or kinds & KINDS_OF_MEDIA:
            return False
        return not any(m.body and m.words & kinds for m in self._earlier(self._mentions, p))

    def _named_below(self, p: Phrase) -> str | None:
        """ "a local police official" in the lead, "A B, a police official" further down: one person, named once."""
        tokens = self._a.tokens[p.first : p.last]
        if (
            tokens[0].lower not in ("a", "an")
            or p.first > LEAD
            or self._a.tokens[p.head].lemma not in words()["people"]
        ):
            return None
        own = content_words(self._text(p)) - {"local", "senior", "one"}
        following = [m for m in self._spoken if m.at > p.head]
        if following and self._is_bare_name(following[0]) and following[0].at - p.head < LEAD:
            return following[0].text
        if len(own) < 2:
            return None
        named = {m.text: m for m in self._spoken if m.at > p.head and m.person and m.proper and own < m.words}
        return next(iter(named)) if len(named) == 1 else None

    def _is_bare_name(self, m: Mention) -> bool:
        """A person's name of two or three words without a title, not written before: the reader knows who it is."""
        named = m.person and m.proper and 2 <= len(m.words) <= 3 and m.text.istitle()
        return named and self._a.text.find(m.text.split()[-1]) >= self._a.tokens[m.at].start

    def _same_noun(self, p: Phrase, lemma: str, lower: str) -> Mention | None:
        """ "the source" after "a source at the port"."""
        own = len(content_words(self._text(p)))
        people = lemma in words()["people"]
        for m in reversed(self._earlier(self._spoken, p)):
            same = self._a.tokens[m.at].lemma == lemma or (m.person and people)
            if same and (lower in m.words or lemma in m.words) and len(m.words) > own:
                return m
        return None

    def _family(self, own: set[str], p: Phrase) -> str | None:
        """ "the monitor", "a rights group": a speaker with a proper name of that family, wherever it stands."""
        if self._a.tokens[p.head].tag in ("NNS", "NNPS"):
            return None
        definite = self._a.tokens[p.first].lower in ("the", "its")
        for key, family in words().families.items():
            if not set(key.split()) <= own or not (definite or key in FAMILY_ANYWHERE or len(own) < 2):
                continue
            members = [m for m in self._members(key) if m.at != p.head and not m.words <= own]
            before = [m for m in members if m.at < p.head][-3:]
            before = before or (members[:3] if key in FAMILY_ANYWHERE else [])
            if before:
                best = max(before, key=lambda m: (len(m.words & family), len(m.words) if len(m.words) < 8 else 0))
                return self._longer_family(best, family)
        return None

    def _members(self, key: str) -> list[Mention]:
        """The speakers with a proper name of a family, each name once; bodies before those who speak for them."""
        if key not in self._families:
            family = words().families[key]
            found: dict[str, Mention] = {}
            for m in self._spoken:
                if m.proper and m.words & family and len(m.words) > 1:
                    found.setdefault(m.text, m)
            bodies = [m for m in found.values() if not m.person and not m.words & words()["heads"]]
            self._families[key] = bodies or self._bodies_named(family) or list(found.values())
        return self._families[key]

    def _bodies_named(self, family: frozenset[str]) -> list[Mention]:
        """The bodies of a family that are named but do not speak, each name once."""
        found: dict[str, Mention] = {}
        for m in self._mentions:
            if m.body and not m.spoke and m.words & family and 1 < len(m.words) <= LONGEST_NAME:
                found.setdefault(m.text, m)
        return list(found.values())

    def _longer_family(self, m: Mention, family: frozenset[str]) -> str:
        """The body's fullest name, also where only a person who speaks for it was found."""
        if m.person or m.words & words()["heads"]:
            bodies = self._bodies_named(family)
            if bodies:
                return max(bodies, key=lambda n: len(n.words)).text
        return self._longer_names.holding(m.words) or m.text

    def _last_body(self, p: Phrase, lemma: str) -> str | None:
        before = [m for m in self._earlier(self._spoken, p) if not self._is_pronoun(m)]
        called = [] if lemma in words()["documents"] else self._earlier(self._mentions, p)
        named = [m for m in called if (lemma in m.words or f"{lemma}s" in m.words) and m.proper and m.body]
        spoken = [m for m in before[-6:] if m.body and m.proper and self._can_be(m, lemma)]
        if named and not (spoken and lemma in words()["generic_bodies"] and not named[-1].spoke):
            return self._full(named[-1])
        for m in reversed(before[-6:]):
            if lemma in words()["documents"] and m.proper:
                return self._full(m)
            if m.body and m.proper and self._can_be(m, lemma):
                return self._full(m)
        if lemma not in words()["generic_bodies"]:
            return None
        earlier = [m for m in self._earlier(self._mentions, p) if m.body and m.proper and self._can_speak(m)]
        bodies = [m for m in earlier if self._can_be(m, lemma)]
        return self._full(bodies[-1]) if bodies else None

    def _of_other_kind(self, m: Mention, lemma: str) -> bool:
        """The name says what it is ("the Harbour Council"), and it is something else ("the union")."""
        kinds = m.words & (words()["bodies"] | words()["body_names"])
        return bool(kinds) and not any(k in (lemma, f"{lemma}s") for k in kinds)

    def _can_be(self, m: Mention, lemma: str) -> bool:
        """ "the group" is no news agency, "the ministry" only what is called one."""
        vocabulary = words()
        if lemma not in vocabulary["generic_bodies"]:
            return False
        if lemma in OF_ONE_KIND and self._of_other_kind(m, lemma):
            return False
        medium = self._is_medium(m)
        if lemma in MEDIA_NOUNS:
            return medium or lemma == "agency"
        return not medium and (m.spoke or self._labels.get(m.at) not in ("GPE", "NORP", "LOC", "DATE"))

    def _last_person(self, p: Phrase) -> str | None:
        """ "the judge" after "Judge Ann Poe"; "the man", "the official": the last person who spoke."""
        head = self._a.tokens[p.head]
        for m in reversed(self._earlier(self._mentions, p)):
            if m.person and m.proper and not m.spoke and m.at > 0:
                title = self._a.tokens[m.at - len(m.text.split())]
                if title.lemma == head.lemma or title.lower == head.lower:
                    return f"{title.text} {m.text}" if f"{title.text} {m.text}" in self._a.text else m.text
        if head.lemma not in ANYBODY:
            return None
        before = [m for m in self._earlier(self._spoken, p) if m.person and m.proper]
        return self._full(before[-1]) if before else None

    def body_before(self, p: Phrase) -> str | None:
        """The body that spoke last before the phrase and not long ago."""
        for m in reversed(self._earlier(self._spoken, p)[-6:]):
            if m.body and not m.person and not m.plural and not self._is_pronoun(m) and not self._is_medium(m):
                return self._full(m)
        return None

    def _is_medium(self, m: Mention) -> bool:
        """An outlet or an agency by its name."""
        bare = m.text.lower().removeprefix("the ")
        return bool(m.words & words()["media_words"]) or bare in words()["media_names"]

    def body_of(self, p: Phrase, heads: frozenset[str] | None = None) -> str | None:
        """The body that a spokesman or head speaks for: "its spokesman", "a spokesman for the group"."""
        a = self._a
        tokens = a.tokens[p.first : p.last]
        listed = words()["heads"] if heads is None else heads
        at = next((t.i for t in tokens if t.lemma in listed or t.lower in listed), None)
        if at is None:
            return None
        if (led := self._led_before(p, a.tokens[at])) is not None:
            return led
        for child in a.children(at):
            if child.dep == "poss" and p.first <= child.i < p.last:
                inner = noun_phrase(a, child.i)
                return self.name(Phrase(max(inner.first, p.first), min(inner.last, p.last, child.i + 1), child.i))
            if child.dep == "prep" and child.lower in ("for", "of", "at", "with", "from") and child.i < p.last:
                for below in a.children(child.i):
                    if below.dep == "pobj" and below.i < p.last and not is_field(a, below, a.tokens[at]):
                        inner = noun_phrase(a, below.i)
                        return self.name(Phrase(inner.first, min(inner.last, p.last), below.i))
        return self._body_before(p, at)

    def _led_before(self, p: Phrase, head: Token) -> str | None:
        """ "The head of the group", after "Ann Poe, head of the Harbour Watch": the body that the person leads."""
        a = self._a
        own = {t.lemma for t in a.tokens[head.i + 1 : p.last] if t.pos == "NOUN"}
        if own.isdisjoint(words()["generic_bodies"]):
            return None
        for m in reversed(self._earlier(self._spoken, p)[-12:]):
            spoken = self._phrase_at.get(m.at) if m.person and m.proper else None
            if spoken and any(t.lemma == head.lemma for t in a.tokens[spoken.first : spoken.last]):
                return self.body_of(spoken, frozenset({head.lemma}))
        return None

    def _body_before(self, p: Phrase, at: int) -> str | None:
        """ "Observatory head", "Foreign Ministry spokesman": the names right before the noun."""
        run = at
        while run > p.first and (
            self._a.tokens[run - 1].pos == "PROPN" or self._a.tokens[run - 1].lemma in words()["bodies"]
        ):
            run -= 1
        if all(t.lower in RANKS for t in self._a.tokens[run:at]) and run < at:
            return None
        if not any(t.pos == "PROPN" for t in self._a.tokens[run:at]):
            return self._family({t.lemma for t in self._a.tokens[run:at]}, p) if run < at else None
        text = self._a.span_of(run, at).of(self._a.text)
        longer = self._longer_names.holding(content_words(text))
        return longer if longer is not None and not is_field_of_work(text, longer) else text
