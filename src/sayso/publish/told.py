"""Persons whom a text tells of: with an age, kin or a calling, as harmed or reached, or listed with such a person."""

import re
from collections.abc import Iterable

from sayso.knowledge.source_words import state_names
from sayso.knowledge.vocabulary import word_list
from sayso.publish.public_names import NAME, PublicNames, alternatives

_N = NAME.pattern
_NOT_MANY = rf"(?! (?:{alternatives('unnamed', 'nouns')})s?\b)"
"""Not "spoke to Aleppo residents"."""
_AGE = r"(?:aged )?\d{1,3}"
_AGED = re.compile(
    rf"({_N}),? (?:(?<=, ){_AGE}(?=[,;.)\n](?!\d)|$| years?\b| months?\b| [A-Z]{{2,}})"
    rf"|(?<=, )an? \d{{1,3}}-|aged \d+\b)"
    rf"|({_N}) \(aged \d{{1,3}}\b"
)
_BRACKETS = re.compile(rf"({_N}) \(\d{{1,3}}[,)]")
"""An age, or the number of a place ("Karsun (5), Old Ford (12)")."""
_SPOKEN_TO = re.compile(rf"\b(?i:{alternatives('privacy', 'spoken_to')}),? ({_N}){_NOT_MANY}")
_BY_PHONE = re.compile(rf"\b[Rr]eached (?:by|via|over|on|through|at) [^.,\n]{{1,40}}, ({_N})")
_REACHED = re.compile(rf"\breached ({_N})")
_CIVIL = re.compile(rf"\b(?:{alternatives('privacy', 'civil_titles')})\.? ({_N})")
_KIN = re.compile(rf"(?:\b(?i:{alternatives('privacy', 'kin')}),?|[ -]years?[ -]old,?) ({_N})")
_SOMEBODY = "|".join(alternatives(*key) for key in (("privacy", "kin"), ("unnamed", "nouns"), ("privacy", "someone")))
_NAMED = re.compile(rf"\b(?i:{_SOMEBODY}),? (?i:{alternatives('privacy', 'named_as')}) [\"“‘']?({_N})")
_GAVE = re.compile(rf"\b(?i:{'|'.join(word_list('privacy', 'gave_name'))}),? [\"“‘']?({_N}){_NOT_MANY}")
_CLOSE = re.compile(rf"\b(?i:{alternatives('privacy', 'close_kin')}),?(?: named| called)? ({_N}){_NOT_MANY}")
"""Whoever bears the name of a state after these is a person ("her son Jordan")."""
_NICKNAMED = re.compile(rf"({_N}) [\"“‘']({_N})[\"”’'] ({_N})")
_DONE_TO = re.compile(
    rf"\b(?:{alternatives('privacy', 'done_to_persons')}) ({_N})(?=[^\w\s]|$| (?:{alternatives('privacy', 'go_on')})\b)"
)
_OWNS = re.compile(rf"({_N})[’']s? (?:{alternatives('privacy', 'kin')}|{alternatives('privacy', 'owned')})\b")
_OF_FAMILY = re.compile(rf"\b[Tt]he ({_N}) (?:{alternatives('privacy', 'kindred')})\b")
_SUFFERED = re.compile(rf"({_N}),? (?:{alternatives('privacy', 'suffered')})\b")
_IDENTIFIED = re.compile(
    rf"\b(?:identified|named)\b[^.\n]{{0,60}}?\bas (?:[a-z][\w-]* ){{0,3}}({_N})"
    rf"|({_N}) (?:was|were|has been|had been) (?:killed|shot dead|executed|beheaded|murdered|hanged)\b"
)
"""The dead and the accused whom a sentence names: withheld whatever their rank."""
_BETWEEN = rf"(?:,? \(?{_AGE}\)?)?(?:[,;] (?:and )?|[,;]? (?:and|or) )(?:[a-z]+ )?"
_LIST = re.compile(rf"{_N}(?:{_BETWEEN}{_N})+")


class Told:
    """Goes through one text after the other."""

    def __init__(self, public: PublicNames) -> None:
        self._public = public

    def names(self, text: str) -> Iterable[str]:
        """The names, as often as they are found; each may stand in the text with more before or behind it."""
        yield from self._aged_and_reached(text)
        yield from self._identified(text)
        yield from self._as_persons_are(text)
        yield from self.after_kin(text)

    def after_kin(self, text: str) -> Iterable[str]:
        """Names that follow a word for kin or for a private calling ("her mother Fatma")."""
        for found, bare in self._found(text, _KIN, _NAMED, _GAVE):
            # what a gazetteer takes for a place is a person here, but never a state or a registered body
            is_body = self._public.is_registered(bare) or self._public.is_body(bare)
            if not is_body and (bare.casefold(),) not in state_names() and not self._is_initials(bare, found):
                yield bare
        for found in _CLOSE.finditer(text):
            name = found.group(1).removesuffix("’s").removesuffix("'s")
            if self._public.is_a_state(name) and not self._public.is_a_people(name):
                yield name

    def beside(self, text: str, private: frozenset[str]) -> Iterable[str]:
        """Names that stand in one list with a private person's."""
        for found in _LIST.finditer(text):
            members = [name for name in map(self._public.stripped, NAME.findall(found.group())) if name]
            if any(ending in private for name in members for ending in _endings(name)):
                yield from (name for name in members if not self._is_known(name) and not self._public.is_where(name))

    def _as_persons_are(self, text: str) -> Iterable[str]:
        """Who has a title that anybody has ("Ms Lee"), a nickname, kin or a grave, or suffers what persons suffer."""
        for _, bare in self._found(text, _CIVIL):
            if not self._is_known(bare) and not self._public.is_listed(bare):
                yield bare
        for _, bare in self._found(text, _DONE_TO, _OWNS):
            if not (self._is_known(bare) or self._public.is_place(bare) or self._public.is_where(bare)):
                yield bare
        for _, bare in self._found(text, _OF_FAMILY):
            public = self._public
            is_place = public.is_place(bare) or public.is_where(bare)
            if not (is_place or public.rules(bare) or public.has_body_word(bare) or public.is_public_body(bare)):
                yield bare
        for found in _NICKNAMED.finditer(text):
            first, nickname, last = found.groups()
            if not self._is_known(whole := f"{self._public.bare(first)} {last}".strip()):
                yield from (whole, nickname)

    def _aged_and_reached(self, text: str) -> Iterable[str]:
        for found, bare in self._found(text, _AGED, _SPOKEN_TO, _BY_PHONE):
            is_place = self._public.is_a_state(bare) or self._stands_for_a_place(text, found, bare)
            if not is_place and not self._is_known(bare) and not self._is_initials(bare, found):
                yield bare
        for found, bare in self._found(text, _BRACKETS, _REACHED):
            is_place = self._public.is_place(bare) or self._public.is_on_the_map(bare)
            if not is_place and not self._is_known(bare) and not self._is_initials(bare, found):
                yield bare

    def _identified(self, text: str) -> Iterable[str]:
        """A rank is no office here, but bodies, places and those whom a register knows in public stay."""
        for _, bare in self._found(text, _IDENTIFIED):
            if " " in bare and not (self._public.is_public(bare) or self._public.is_body(bare)):
                yield bare
        for _, bare in self._found(text, _SUFFERED):
            public = self._public
            if not (public.is_place(bare) or public.is_where(bare) or public.is_outlet(bare) or public.is_body(bare)):
                yield bare

    def _found(self, text: str, *patterns: re.Pattern[str]) -> Iterable[tuple[re.Match[str], str]]:
        for pattern in patterns:
            for found in pattern.finditer(text):
                bare = self._public.bare(next(filter(None, found.groups()), ""))
                if bare:
                    yield found, bare

    def _is_known(self, name: str) -> bool:
        public = self._public
        return public.is_public_body(name) or public.is_body(name) or public.holds_office(name)

    def _stands_for_a_place(self, text: str, found: re.Match[str], bare: str) -> bool:
        """The words around say that it is a place here ("in Medina, 12, ...")."""
        at = text.index(bare, found.start())
        return self._public.is_located(text[max(0, at - 40) : at], text[at + len(bare) : found.end() + 20])

    def _is_initials(self, bare: str, found: re.Match[str]) -> bool:
        """Initials of a body, unless the whole passage is in capitals."""
        return bare.isupper() and len(bare) < 6 and not found.group().isupper()


def _endings(name: str) -> Iterable[str]:
    """The name, and what is left of it without its first words ("Mira" of "Six-year-old Mira")."""
    words = name.split()
    return (" ".join(words[at:]) for at in range(len(words)))
