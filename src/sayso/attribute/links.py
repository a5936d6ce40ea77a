"""Whom a speaker counts as in a chain: spokesmen and heads are their body, an outlet's staff is the outlet."""

import re
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import pairwise

from sayso.attribute.bodies import bodies_of
from sayso.attribute.found import Found
from sayso.attribute.grammar import Phrase, child, noun_phrase
from sayso.attribute.hearing import HEARINGS
from sayso.attribute.mentions import content_words
from sayso.attribute.names import Names
from sayso.attribute.outlets import is_own_outlet
from sayso.attribute.quotes import Quotes
from sayso.attribute.relays import is_medium, is_platform
from sayso.attribute.together import each_source
from sayso.attribute.vocabulary import words
from sayso.knowledge.patterns import word_pattern
from sayso.knowledge.source_words import fold, state_names
from sayso.knowledge.vocabulary import word_list
from sayso.model import Act, Annotated, Token

LEADING = frozenset({"head", "lead", "run", "direct", "chair", "manage", "oversee", "found", "represent"})
"""Verbs whose subject speaks for the body that is their object."""
OURSELVES = frozenset({"we", "us", "i", "me", "our", "my"})
WITH_BODY = frozenset({"for", "of", "at", "with", "from"})
INSTITUTIONS = frozenset({"police", "army", "military", "navy", "government", "ministry", "gendarmerie", "coastguard"})
"""Bodies that a spokesman stands for even where no name is given ("police spokesman A B")."""


class Links:
    """The links of the chains of one report."""

    def __init__(self, annotated: Annotated, names: Names, found: Iterable[Found]) -> None:
        self._a = annotated
        self._names = names
        self._found = tuple(found)
        self._quotes = Quotes(annotated)
        self._spokespeople: list[tuple[frozenset[str], str]] | None = None
        self._told: list[tuple[int, str | None, list[str]]] | None = None

    def chain(self, one: Found) -> tuple[str, ...]:
        """Origin, speaker, relay, root first; the report's own outlet and unnamed staff of it are left out."""
        origin, speakers = self._behind(one)
        links = self._names_of((*origin, *speakers, *self._through(one)))
        if not one.relay:
            links += [name for name in self._told_before(one) if name not in links]
        return tuple(links)

    def joint(self, one: Found) -> tuple[str, ...]:
        """The links that are roots beside the first: "the union and police said" has two roots."""
        origin, speakers = self._behind(one)
        return tuple(self._names_of(origin or speakers)[1:])

    def _behind(self, one: Found) -> tuple[list[Phrase], list[Phrase]]:
        """Origins and speakers, each of several that speak together apart."""
        origin = [] if one.standing else [p for whole in one.origin for p in each_source(self._a, whole)]
        if self._is_hearing(one):
            return origin, []
        each = [p for whole in one.speakers for p in each_source(self._a, whole)]
        return origin, [p for p in each if not origin or not self._is_document(p)]

    def _is_hearing(self, one: Found) -> bool:
        """ "An inquest heard that nine died": what is said before a court or an inquiry is said by no court."""
        verb = self._a.tokens[one.verb] if one.verb is not None else None
        return (
            verb is not None
            and verb.lemma == "hear"
            and any(self._a.tokens[p.head].lower in HEARINGS for p in one.speakers)
        )

    def _names_of(self, phrases: Iterable[Phrase]) -> list[str]:
        names = (self.name(p) for p in phrases)
        return list(dict.fromkeys(name for name in names if name is not None and not is_own_outlet(self._a, name)))

    def _is_document(self, p: Phrase) -> bool:
        """A picture or a paper without a name is no link of its own where whoever made it is named."""
        tokens = self._a.tokens[p.first : p.last]
        return self._a.tokens[p.head].lemma in words()["documents"] and not any(t.pos == "PROPN" for t in tokens)

    def _through(self, one: Found) -> list[Phrase]:
        """Who carried the words; the platform that they were posted on is nobody."""
        return [p for p in one.relay if not is_platform(self._a, p)]

    def _told_before(self, one: Found) -> list[str]:
        """The outlet that the same source, now a pronoun or a noun, spoke to before ("told the agency. He said")."""
        if len(one.speakers) != 1 or one.origin:
            return []
        for other in self._found:
            if other.at < one.at and other.relay and other.speakers == one.speakers:
                return self._names_of(self._through(other))
        if not self._points_back(one.speakers[0]):
            return []
        if self._told is None:
            self._told = [(x.at, self.name(x.speakers[0]), who) for x, who in self._told_whom()]
        name = self.name(one.speakers[0])
        before = [through for at, teller, through in self._told if at < one.at and teller == name]
        return before[-1] if before and name is not None else []

    def _points_back(self, p: Phrase) -> bool:
        head = self._a.tokens[p.head]
        return head.pos == "PRON" or (head.pos == "NOUN" and not head.text[:1].isupper())

    def _told_whom(self) -> Iterator[tuple[Found, list[str]]]:
        for one in self._found:
            silent = one.act in (Act.DENIES, Act.DECLINES, Act.UNVERIFIED)
            through = self._names_of(self._through(one)) if len(one.speakers) == 1 and not silent else []
            if through:
                yield one, through

    def name(self, p: Phrase) -> str | None:
        """What the phrase counts as; None where it is the report's own outlet."""
        if p.last - p.first > 1 and self._a.tokens[p.last - 1].text in ("'s", "’s"):
            p = Phrase(p.first, p.last - 1, min(p.head, p.last - 2))
        if self._is_ours(p):
            return None
        staff = self._outlet_of_staff(p)
        if staff is not None:
            return None if is_own_outlet(self._a, staff) else staff
        name = self._body(p) or self._issuer(p) or self._known(p) or self._same_paper(p) or self._names.name(p)
        employed = STAFF_OF.match(name)
        if employed is None:
            return name
        return None if is_own_outlet(self._a, employed[1]) else employed[1]

    def _is_ours(self, p: Phrase) -> bool:
        """ "we", "our volunteers", outside of what others say: the outlet itself, or its staff."""
        first = self._a.tokens[p.first].lower
        ours = first == "our" or (first in OURSELVES and p.last - p.first == 1)
        if not ours or self._quotes.at(self._a.tokens[p.first].start) is not None:
            return False
        staff = any(t.lemma in words()["staff"] for t in self._a.tokens[p.first : p.last])
        return staff or self._names.around(p) is None

    def _outlet_of_staff(self, p: Phrase) -> str | None:
        """ "SANA's correspondent in the city", "an AFP photographer": the outlet, where the person has no name."""
        a, head = self._a, self._a.tokens[p.head]
        tokens = a.tokens[p.first : p.last]
        staff = next((t for t in tokens if t.lemma in words()["staff"]), None)
        if staff is None or (staff.i != p.head and head.pos != "PROPN"):
            return None
        if any(n.label == "PERSON" and p.first <= n.first < p.last and n.first > staff.i for n in a.names):
            return None
        run = staff.i
        while run > p.first and (a.tokens[run - 1].pos == "PROPN" or a.tokens[run - 1].lower in MEDIUM_PARTS):
            run -= 1
        while run < staff.i and a.tokens[run].pos != "PROPN":
            run += 1
        before = a.span_of(run, staff.i).of(a.text) if run < staff.i else self._after_staff(staff, p)
        return re.sub(r"['’]s$|(?<=[A-Z]{2})s$", "", before).strip() if before else None

    def _after_staff(self, staff: Token, p: Phrase) -> str | None:
        """ "a reporter for the Daily Belden"."""
        for prep in self._a.children(staff.i):
            below = child(self._a, prep.i, "pobj") if prep.lower in ("of", "for", "from", "with") else None
            if below is not None and below.i < p.last and below.pos == "PROPN":
                inner = noun_phrase(self._a, below.i)
                return self._a.span_of(inner.first, min(inner.last, p.last)).of(self._a.text)
        return None

    def _body(self, p: Phrase) -> str | None:
        body = self._names.body_of(p) or self._led(p) or self._institution(p) or self._named_head(p)
        body = body or self._bare_spokesman(p)
        return _with_its_own_s(body) if body else self._possessed(p) or self._titled_before(p) or self._own(p)

    def _bare_spokesman(self, p: Phrase) -> str | None:
        """ "spokesman A B", "the spokesman": whose he is was said by whoever spoke before him."""
        tokens = self._a.tokens[p.first : p.last]
        bare = tokens[0].lower.startswith("spokes") or (len(tokens) == 2 and tokens[1].lower.startswith("spokes"))
        if not bare or tokens[0].lower in ("a", "an", "one") or any(t.lower in WITH_BODY for t in tokens):
            return None
        return self._names.body_before(p)

    def _own(self, p: Phrase) -> str | None:
        """ "its volunteers", "its president, A B", "RWA's A B": whose they are, where that is a body."""
        a = self._a
        owner = next((t for t in a.tokens[p.first : p.head + 1] if t.dep == "poss"), None)
        if owner is None or a.tokens[owner.head].i >= p.last:
            return None
        owned = a.tokens[owner.head]
        if owner.tag == "PRP$":
            fits = owned.lemma in words()["officers"] or owned.lower in _own_people()
            return self._body_of_pronoun(owner) if owner.lower in ("its", "their") and fits else None
        if not self._is_named_body(owner):
            return None
        person = any(n.label == "PERSON" and n.first <= owned.i < n.last for n in a.names)
        if not (person or owned.lemma in words()["officers"] or owned.lower in _own_people()):
            return None
        inner = noun_phrase(a, owner.i)
        return self._names.name(Phrase(max(p.first, inner.first), owner.i + 1, owner.i))

    def _body_of_pronoun(self, owner: Token) -> str | None:
        name = self._names.name(Phrase(owner.i, owner.i + 1, owner.i))
        return None if name.lower() in ("its", "their", "his", "her") else name

    def _is_named_body(self, owner: Token) -> bool:
        """A body by its form or its initials, no state and no person."""
        label = next((n.label for n in self._a.names if n.first <= owner.i < n.last), "")
        if label in ("GPE", "PERSON", "NORP", "LOC", "DATE") or fold(owner.text) in state_names():
            return False
        form = any(b.first <= owner.i < b.last for b in bodies_of(self._a))
        return form or (len(owner.text) > 2 and owner.text.isupper())

    def _same_paper(self, p: Phrase) -> str | None:
        """ "The document also says": whose it was where it spoke before."""
        a, head = self._a, self._a.tokens[p.head]
        papers = words()["documents"] | words()["issued"]
        if head.lemma not in papers or a.tokens[p.first].lower not in ("the", "this", "it") or p.last - p.first > 2:
            return None
        before = [
            q for one in self._found for q in one.speakers if q.head < p.head and a.tokens[q.head].lemma in papers
        ]
        owner = self._issuer(before[-1]) if before else None
        return owner if owner is not None else None

    def _possessed(self, p: Phrase) -> str | None:
        """ "the Observatorys A B": a body whose apostrophe is lost, before the name of its person."""
        a = self._a
        person = next((n for n in a.names if n.label == "PERSON" and p.first <= n.first and n.last <= p.last), None)
        if person is not None and person.last < p.last and a.tokens[person.last].lower == "for":
            return self._body_at(person.last + 1)
        for i in range(p.first, p.last - 1):
            stem = re.sub(r"['’]?s$", "", a.tokens[i].lower)
            if stem == a.tokens[i].lower or stem not in words()["body_names"] or not a.tokens[i].text[:1].isupper():
                continue
            if person is not None and person.last > i + 1:
                return self._names.fuller(a.span_of(p.first, i + 1).of(a.text))
        return None

    def _titled_before(self, p: Phrase) -> str | None:
        """ "Valley police spokesman Const. | A B said": the title, which an abbreviation cut off as a sentence."""
        start = self._a.tokens[p.first].start
        title = TITLE_CUT.search(self._a.text, max(0, start - 90), start)
        return title[1] if title else None

    def _named_head(self, p: Phrase) -> str | None:
        """ "the Observatory's chief A B": other heads count as the body only where it has a name."""
        body = self._names.body_of(p, words()["leaders"] | words()["officers"])
        if body is None or fold(body) in state_names() or not (body[:1].isupper() or body[4:5].isupper()):
            return None
        known = content_words(body) & words()["body_names"] or any(
            self._a.span_of(b.first, b.last).of(self._a.text) == body for b in bodies_of(self._a)
        )
        return body if known or re.fullmatch(r"(?:the )?[A-Z]{2,6}", body) else None

    def _led(self, p: Phrase) -> str | None:
        """ "A B, who heads the Valley Observatory, said", "A B the manager of the Valley hospital said"."""
        a = self._a
        at = p.last
        if at < len(a.tokens) and a.tokens[at].text == ",":
            at += 1
        if at + 2 >= len(a.tokens) or a.tokens[at].sentence != a.tokens[p.head].sentence:
            return None
        if a.tokens[at].lower == "who" and a.tokens[at + 1].lemma in LEADING:
            return self._body_at(at + 2)
        if not any(n.label == "PERSON" and n.first < p.last and n.last > p.first for n in a.names):
            return None
        if a.tokens[at].lower in ("speaking", "spokesman", "spokeswoman") and a.tokens[at + 1].lower == "for":
            return self._body_at(at + 2)
        for i in range(at, min(at + 5, len(a.tokens) - 2)):
            if a.tokens[i].lemma in words()["heads"] | words()["leaders"]:
                if a.tokens[i + 1].lower in WITH_BODY:
                    return self._body_at(i + 2)
                return None
            if a.tokens[i].pos not in ("DET", "ADJ", "NOUN", "PROPN"):
                return None
        return None

    def _body_at(self, i: int) -> str | None:
        """The named body that begins at the token, with or without its article."""
        a = self._a
        if i >= len(a.tokens):
            return None
        end = i + 1
        while end < len(a.tokens) and end < i + 4 and a.tokens[end - 1].pos in ("DET", "ADJ") and end - i < 3:
            end += 1
        for phrase in bodies_of(a):
            if i <= phrase.first <= end:
                return self._names.name(phrase)
        for name in a.names:
            if i <= name.first <= end and name.label == "ORG":
                return self._names.name(Phrase(name.first, name.last, name.last - 1))
        return None

    def _institution(self, p: Phrase) -> str | None:
        """ "police spokesman A B", "an army spokeswoman", "Superintendent of Police A B"."""
        tokens = self._a.tokens[p.first : p.last]
        initials = self._a.tokens[p.head].text.isupper()
        called = self._names.name(p) if initials else self._a.span_of(p.first, p.last).of(self._a.text)
        force = word_pattern("accounts", "police_titles").match(called)
        if force is not None:
            return "police"
        for before, token in pairwise(tokens):
            if token.lemma.startswith("spokes") and before.lower in INSTITUTIONS:
                first = before.i
                while first > p.first and self._a.tokens[first - 1].text.istitle():
                    first -= 1
                return self._a.span_of(first, before.i + 1).of(self._a.text)
        return None

    def _issuer(self, p: Phrase) -> str | None:
        """ "a toll from the observatory", "a statement released on Monday by the council": who stands behind it."""
        a, head = self._a, self._a.tokens[p.head]
        if head.lower not in words()["issued"]:
            return None
        for prep in a.tokens[p.head + 1 : p.last]:
            wanted = prep.lower in ("from", "by", "of") or (prep.lower == "on" and self._is_aired(prep))
            if wanted and self._ties(prep, p) and (body := self._party(prep, p)) is not None:
                return body
        owner = child(a, p.head, "poss")
        if owner is not None and owner.tag == "PRP$" and owner.lower not in OURSELVES:
            return self._body_of_pronoun(owner)
        if owner is not None and p.first <= owner.i and (owner.pos == "PROPN" or owner.lemma in words()["bodies"]):
            inner = noun_phrase(a, owner.i)
            return self.name(Phrase(max(p.first, inner.first), owner.i + 1, owner.i))
        before = a.tokens[p.head - 1].text if p.head > p.first else ""
        if re.fullmatch(r"[A-Z]{2,6}s", before):
            return self._names.fuller(before[:-1])
        if re.fullmatch(r"[A-Z]{3,8}", before) and self._is_named_body(a.tokens[p.head - 1]):
            return self._names.fuller(before)
        at = p.last
        if at < len(a.tokens) and a.tokens[at].lemma in ISSUING and a.tokens[at].tag in ("VBN", "VBD"):
            by = next((t for t in a.tokens[at + 1 : at + 5] if t.lower == "by"), None)
            return self._party(by, p) if by is not None else None
        return None

    def _ties(self, prep: Token, p: Phrase) -> bool:
        """The preposition hangs on the paper itself, or on its having been issued; not on another word behind it."""
        above = self._a.tokens[prep.head]
        return above.i == p.head or (above.head == p.head and above.lemma in ISSUING) or above.i < p.head

    def _is_aired(self, prep: Token) -> bool:
        """ "a report on state television": an outlet, not what the report is about."""
        noun = child(self._a, prep.i, "pobj")
        return noun is not None and is_medium(self._a, noun_phrase(self._a, noun.i))

    def _party(self, prep: Token, p: Phrase) -> str | None:
        noun = child(self._a, prep.i, "pobj")
        if noun is None:
            return None
        who = noun_phrase(self._a, noun.i)
        vocabulary = words()
        named = any(n.label == "ORG" and n.first <= noun.i < n.last for n in self._a.names)
        body = named or noun.lemma in vocabulary["bodies"] | vocabulary["people"]
        if prep.lower == "of" and not (body or any(b.head == noun.i for b in bodies_of(self._a))):
            return None
        if not (body or noun.pos == "PROPN" or noun.lower in vocabulary["unnamed"]) or noun.i == p.head:
            return None
        return self.name(who)

    def _known(self, p: Phrase) -> str | None:
        """The body of somebody who was introduced as speaking for it, by full name, surname or pronoun."""
        own = self._person(p) or content_words(self._names.name(p))
        for person, body in self._introduced():
            if own <= person or person <= content_words(self._names.name(p)):
                return body
        return None

    def _introduced(self) -> list[tuple[frozenset[str], str]]:
        if self._spokespeople is None:
            self._spokespeople = []
            for one in self._found:
                for p in (*one.speakers, *one.origin):
                    person, body = self._person(p), self._body(p)
                    if person and body is not None:
                        self._spokespeople.append((person, body))
            for p in self._spokesmen_named():
                body = self._body(p)
                if body is not None:
                    self._spokespeople.append((self._person(p), body))
        return self._spokespeople

    def _spokesmen_named(self) -> Iterator[Phrase]:
        """ "Spokesman A B sent the message": named with his office, though he says nothing there."""
        for n in self._a.names:
            if n.label == "PERSON" and n.first and self._a.tokens[n.first - 1].lower.startswith("spokes"):
                yield Phrase(n.first - 1, n.last, n.last - 1)

    def _person(self, p: Phrase) -> frozenset[str]:
        """The words of a person's name in the phrase; empty where it names nobody."""
        a = self._a
        named = [n for n in a.names if n.label == "PERSON" and p.first <= n.first and n.last <= p.last]
        if named:
            return content_words(named[-1].span.of(a.text))
        heads = [t.i for t in a.tokens[p.first : p.last] if t.lemma in words()["heads"] | words()["leaders"]]
        rest = a.tokens[heads[-1] + 1 : p.last] if heads else ()
        if rest and all(t.pos == "PROPN" for t in rest):
            return content_words(a.span_of(rest[0].i, rest[-1].i + 1).of(a.text))
        return frozenset()


@cache
def _own_people() -> frozenset[str]:
    return frozenset(word_list("accounts", "own_people"))


ISSUING = frozenset({"issue", "release", "publish", "post", "compile", "make", "provide", "put"})
MEDIUM_PARTS = frozenset({"tv", "news", "agency", "'s", "’s", "state", "television", "radio", "newspaper", "-"})


STAFF_OF = re.compile(
    r"(?:(?:[Tt]he|[Aa]n?) )?([A-Z][\w’'-]*?(?: (?:[A-Z]\w*|news|agency|tv))*?)(?:['’]s|(?<=[A-Z])s)? "
    r"(?:correspondent|reporter|photographer|cameraman)s?\b(?! [A-Z])"
)
TITLE_CUT = re.compile(
    r"((?:[Tt]he )?(?:[\w’'-]+ ){0,3}?[\w’'-]+) spokes(?:man|woman|person)(?: [A-Z][a-z]{1,6}\.)+ ?$"
)


def _with_its_own_s(body: str) -> str:
    """The body without the "s" of a lost apostrophe ("armys")."""
    stem = body[:-1].split()[-1].lower() if len(body) > 2 else ""
    lost = body.endswith("s") and not body.endswith("ss") and stem in words()["bodies"] | words()["body_names"]
    return body[:-1] if lost and f"{stem}s" not in words()["body_names"] else body


__all__ = ["Links"]
