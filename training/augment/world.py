"""The setting of one passage: a domain, a region, and the speakers that its templates draw."""

import random
import re
from collections.abc import Callable, Mapping

from training.augment import people
from training.augment.grammar import Expander, capitalised, domains, lists, rules
from training.augment.people import NUMBER, REF, Speaker

_KINDS = {"S": None, "P": "person", "B": "body", "A": "unnamed", "O": "outlet"}
_NEW = {"person": 5, "body": 4, "unnamed": 4}
_NEW_IN_QUOTES = {"person": 11, "body": 2, "unnamed": 6}
_REPORTED = frozenset({"says", "after", "according"})
"""Kinds of sentence in which an outlet may be who says it though the template does not ask for one."""
_GOES_ON = 0.55
"""How often a sentence goes on with the speaker of the last."""


class World:
    """Expands sentences of one passage; remembers who has spoken."""

    def __init__(self, rng: random.Random) -> None:
        self.rng = rng
        self.names = lists("names")[rng.choice(sorted(lists("names")))]
        others = lists("names")[rng.choice(sorted(lists("names")))]
        self.abroad = others["country"]
        self.country = rng.choice(self.names["country"])
        domain = rules(f"domains/{rng.choice(domains())}")
        sources = [domain, rules("phrases"), rules("spoken"), rules("outlets"), rules("slots")]
        self.expander = Expander(rng, sources, self._special)
        self.spoken: list[Speaker] = []
        self.roles: dict[str, Speaker] = {}
        self.named: set[str] = set()

    def rule(self, name: str) -> str:
        """One line of a rule, expanded."""
        return self.expander.rule(name)

    def sentence(self, kind: str) -> str:
        """A sentence (or a few that belong together) of one kind."""
        self.roles = {}
        if kind == "narration":
            return self.rule(self.rng.choice(("narr", "narr", "narr_made", "narr_made", "narr_common")))
        template = self.expander.line(kind, rules("frames")[kind])
        self._cast(template, kind)
        words = self.expander.expand(self.expander.numbered(template))
        if "S" in self.roles:
            self._spoke(self.roles["S"])
        return words

    def headline(self) -> str:
        """A title, often with its source."""
        self.roles = {}
        return self.rule("headline")

    def dateline(self) -> str:
        """A place, a day or an agency before the first words."""
        place, agency = self.rng.choice(self.names["places"]), self.rule("agency")
        return self.rng.choice(
            (
                f"{place.upper()}, {self.rule('month')} {self.rng.randint(1, 28)} ({agency}) - ",
                f"{place.upper()} ({agency}) - ",
                f"{place.upper()}: ",
                f"{place} - ",
                f"({agency}) - ",
                f"{self.rng.randint(1, 28)} {self.rule('month')} 20{self.rng.randint(10, 26)} ",
            )
        )

    def _cast(self, template: str, sentence: str) -> None:
        """Choose who S is: whoever the template asks for, or whoever spoke last."""
        asked = next((letter for letter in re.findall(r"\{([SPBAO])\}", template)), None)
        if asked is None:
            return
        kind = _KINDS[asked]
        if kind is None and sentence in _REPORTED and self.rng.random() < 0.08:
            kind = "outlet"
        fitting = [one for one in self.spoken if one.kind == kind or (kind is None and one.kind != "outlet")]
        last = self.spoken[-1] if self.spoken else None
        if last is not None and last in fitting and self.rng.random() < _GOES_ON:
            self.roles["S"] = last
        elif fitting and self.rng.random() < 0.25:
            self.roles["S"] = self.rng.choice(fitting)
        else:
            self.roles["S"] = self._new(kind, _NEW_IN_QUOTES if "{Quote" in template else _NEW)
        self.roles[asked] = self.roles["S"]

    def _spoke(self, speaker: Speaker) -> None:
        if speaker in self.spoken:
            self.spoken.remove(speaker)
        self.spoken.append(speaker)

    def _new(self, kind: str | None, weights: Mapping[str, int] = _NEW) -> Speaker:
        kind = kind or self.rng.choices(list(weights), list(weights.values()))[0]
        if kind == "outlet":
            return people.outlet(self.rule("agency" if self.rng.random() < 0.4 else "outlet"))
        if kind == "unnamed":
            return people.unnamed(self.rule("anonymous"))
        if kind == "body":
            return people.body(self.rule("bodies"), self.rng)
        line = self.rule("persons")
        woman = people.says_woman(line, self.rng.random() < 0.4)
        given = self.rng.choice(self.names["women" if woman else "men"])
        surname = self._fresh(self.names["surnames"])
        return people.person(line, given, surname, "she" if woman else "he", self.rng)

    def _fresh(self, choices: list[str]) -> str:
        """A name that no speaker of this passage has yet."""
        left = [choice for choice in choices if choice not in self.named] or choices
        chosen = self.rng.choice(left)
        self.named.add(chosen)
        return chosen

    def _special(self, name: str, rng: random.Random) -> str | None:
        """Slots that speakers and names fill."""
        if name in self.roles and name in _KINDS:
            speaker = self.roles[name]
            return speaker.mention(rng, is_last=bool(self.spoken) and self.spoken[-1] is speaker)
        if name in _KINDS or name in ("T", "U"):
            return self._other(name)
        if name in ("HE", "HIM", "HIS", "I"):
            return self._pronoun(name)
        if name in _FILLERS:
            return _FILLERS[name](self)
        return self._word(name)

    def _other(self, name: str) -> str:
        """Somebody else than S; the same letter means the same one within a sentence."""
        if name not in self.roles:
            taken = {one.full for one in self.roles.values()}
            tried = (self._new(_KINDS.get(name)) for _ in range(6))
            self.roles[name] = next((one for one in tried if one.full not in taken), self._new(_KINDS.get(name)))
        return self.roles[name].mention(self.rng, is_last=False)

    def _pronoun(self, name: str) -> str:
        speaker = self.roles.get("S")
        if speaker is None:
            return {"HE": "he", "HIM": "him", "HIS": "his", "I": "I"}[name]
        words = speaker.self_word() if name == "I" else speaker.pronouns()[name]
        number = NUMBER[words == "they"] if name == "HE" else ""
        return REF.format(speaker.ref) + words + number

    def _relay(self) -> str:
        kind = self.rng.choices(("agency", "outlet", "reporter"), (6, 4, 1))[0]
        return self.rule(kind)

    def _possessive(self) -> str:
        """Somebody else's name before a claim of theirs."""
        speaker = self._new(self.rng.choice(("person", "body")))
        words = speaker.name
        return words + ("'" if words.endswith("s") else "'s")

    def _person(self) -> str:
        given = self.rng.choice(self.names["men"] + self.names["women"])
        return f"{given} {self._fresh(self.names['surnames'])}"

    def _split(self, line: str, part: int) -> str:
        return line.split("|")[part].strip()

    def _body(self) -> str:
        return self._split(self.rule("bodies"), 0)

    def _quote(self) -> str:
        """Something said, of the domain or put together."""
        return self.expander.rule("quote" if self.rng.random() < 0.45 else "quote_made")

    def _quote_of_other(self) -> str:
        """A quotation inside one, in which "I" is whoever is quoted by S."""
        outer = self.roles.get("S")
        self.roles["S"] = self.roles["T"]
        words = self._quote()
        if outer is not None:
            self.roles["S"] = outer
        return words

    def _word(self, name: str) -> str | None:
        """Names of the region."""
        if name in ("place", "place2"):
            return self.rng.choice(self.names["places"])
        if name == "country":
            return self.country
        if name == "country2":
            return self.rng.choice([one for one in self.abroad if one != self.country] or self.abroad)
        if name in ("surname", "surname2"):
            return self.rng.choice(self.names["surnames"])
        if name == "given":
            return self.rng.choice(self.names["men"] + self.names["women"])
        if name == "team2":
            return self.rule("team")
        return None


_FILLERS: dict[str, Callable[[World], str]] = {
    "quote": World._quote,
    "quote_t": World._quote_of_other,
    "V": World._relay,
    "R": lambda world: world.rule("origins"),
    "T_poss": World._possessive,
    "person": World._person,
    "body": World._body,
    "Sh": lambda world: world.rule("source_short"),
    "Sh_cap": lambda world: capitalised(world.rule("source_short")),
    "unnamed": lambda world: world.rule("anonymous"),
    "head_low": lambda world: world.rule("head"),
}
"""Slots that the world fills by a rule of another name, or by more than a rule."""
