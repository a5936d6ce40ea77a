"""Who speaks in a passage, and how each is named: in full first, then shorter."""

import random
import re
from dataclasses import dataclass, field

from training.augment.grammar import capitalised

REF = "⟦{}⟧"
"""Stands before a mention that a reader must look up; the tag around it gets the `ref`."""
RELATIVE = "⟦+{}⟧"
"""Stands after a name: a relative clause, or only the comma that ends an apposition; both belong behind the tag."""
NUMBER = {True: "⟦*p⟧", False: "⟦*s⟧"}
"""Stands after a speaker: plural or singular, for the verb of the cue."""
_HEAD = re.compile(
    r"^(?:an?|one|two|several|some) (.+?)(?= (?:at|in|on|of|for|from|to|by|who|whose|with|close|familiar|briefed|"
    r"reached|waiting|seen|caught)\b|$)"
)
_PLURAL = re.compile(
    r"^(?:two|three|several|some)\b|^(?:police|people|staff|management|counsel)\b|"
    r"^(?:[\w-]+ )*(?<!pres)(?<!bus)[\w-]+(?<![sui])s(?: (?:at|in|of|for|from|with|who|waiting)\b|$)"
)


@dataclass
class Speaker:
    """A person, a body, somebody unnamed or an outlet; `mention` names it as the text stands now."""

    kind: str
    full: str
    name: str
    """For a person the name without the office."""
    later: tuple[str, ...]
    """Shorter mentions that need no `ref`."""
    common: tuple[str, ...]
    """Shorter mentions that need one."""
    pronoun: str
    relative: str = ""
    plural: bool = False
    mentioned: bool = field(default=False)

    @property
    def ref(self) -> str:
        """The fullest name, as it stands in the passage."""
        return self.full if len(self.full.split()) < 9 else self.name

    def mention(self, rng: random.Random, *, is_last: bool) -> str:
        """The words that name the speaker here; a pronoun only where nobody else has spoken since."""
        if not self.mentioned:
            self.mentioned = True
            relative = RELATIVE.format(self.relative) if self.relative or "," in self.full else ""
            return self.full + relative + NUMBER[self.plural]
        forms = [(words, False) for words in self.later * 2] + [(words, True) for words in self.common]
        if is_last:
            forms += [(self.pronoun, True)] * 2
        words, needs_ref = rng.choice(forms) if forms else (self.full, False)
        before = REF.format(self.ref) if needs_ref else ""
        return before + words + NUMBER[self.plural or words == "they"]

    def pronouns(self) -> dict[str, str]:
        """Subject, object and possessive."""
        return _PRONOUNS[self.pronoun]

    def self_word(self) -> str:
        """What the speaker says of itself inside quotation marks."""
        return "we" if self.kind in ("body", "outlet") or self.plural else "I"


_PRONOUNS = {
    "he": {"HE": "he", "HIM": "him", "HIS": "his"},
    "she": {"HE": "she", "HIM": "her", "HIS": "her"},
    "it": {"HE": "it", "HIM": "it", "HIS": "its"},
    "they": {"HE": "they", "HIM": "them", "HIS": "their"},
}


def says_woman(line: str, otherwise: bool) -> bool:
    """Whether the words for an office or a trade are a woman's; `otherwise` where they tell nothing."""
    if re.search(r"\b(?:\w*woman|mother|widow|headmistress|actress|sister|aunt)\b", line):
        return True
    return otherwise and not re.search(r"\b(?:\w*sman|fisherman|\w*bishop|father|brother|uncle)\b", line)


def person(line: str, given: str, surname: str, pronoun: str, rng: random.Random) -> Speaker:
    """A person out of a domain's line: title before the name, apposition after it, common noun for later."""
    title, apposition, common = (part.strip() for part in line.split("|"))
    name = f"{given} {surname}"
    relative = apposition if apposition.startswith("who") else ""
    forms: list[str] = []
    if title:
        forms += [f"{title} {name}"] * 2
        if not title[0].isupper():
            forms += [f"{capitalised(title)} {name}", f"the {title}, {name}"]
    if apposition and not relative:
        forms += [f"{name}, {apposition}"] * 3 + [f"{apposition} {name}" if apposition[:2] != "a " else name]
    if not forms:
        forms = [name, f"{name}, {rng.randint(19, 81)}"]
    full = rng.choice(forms)
    later = (surname, surname, f"{'Mr' if pronoun == 'he' else 'Ms'} {surname}", name)
    commons = tuple(part.strip() for part in common.split("/")) if full != name else ()
    return Speaker("person", full, name, later, commons, pronoun, relative)


def body(line: str, rng: random.Random) -> Speaker:
    """A body out of a domain's line: the full name, and the short ones."""
    full, short = (part.strip() for part in line.split("|"))
    if rng.random() < 0.12:
        full = rng.choice((f"a spokesman for {full}", f"a spokeswoman for {full}", f"a statement from {full}"))
        return unnamed(full)
    commons = tuple(part.strip() for part in short.split("/"))
    later = tuple(word for word in commons if word.isupper())
    return Speaker("body", full, full, later, tuple(word for word in commons if not word.isupper()), "it")


def unnamed(words: str) -> Speaker:
    """Somebody without a name ("a nurse at the clinic", "residents")."""
    plural = bool(_PLURAL.search(words))
    head = _HEAD.search(words)
    common = (f"the {head[1]}",) if head else ()
    document = re.search(
        r"\b(?:sheet|statement|indictment|report|documents|memo|post|filing|paper|ruling|study|results)\b", words
    )
    pronoun = "they" if plural else "it" if document else ""
    return Speaker(
        "unnamed", words, words, (words,) if plural else (), common, pronoun or _any_pronoun(words), "", plural
    )


def _any_pronoun(words: str) -> str:
    """He or she, by the words alone, so that one speaker keeps one pronoun."""
    if re.search(r"(?:woman|mother|wife|sister|daughter|nurse)", words):
        return "she"
    return "it" if words.startswith(("the defence", "the prosecution", "the opposition", "management")) else "he"


def outlet(words: str) -> Speaker:
    """An outlet as a speaker."""
    short = words.split(" ", 1)[1] if words.startswith(("the daily", "the newspaper")) else words
    common: tuple[str, ...] = ("the broadcaster",) if "TV" in words or "Radio" in words else ("the agency",)
    if re.search(r"Times|Post|daily|newspaper|weekly|Guardian|Courier|Herald", words):
        common = ("the newspaper", "the paper")
    return Speaker("outlet", words, words, (short,), common, "it", "", words.endswith(" media"))
