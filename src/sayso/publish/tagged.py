"""Persons whom the annotator found in the texts: each is private unless a report shows that the name stays."""

import re
from collections.abc import Iterable
from functools import cached_property

from sayso.knowledge.vocabulary import word_list
from sayso.model import Analysis, BlockKind, Person, Span
from sayso.publish.letters import CAPITAL
from sayso.publish.public_names import NAME, PublicNames

_AUTHORS = (BlockKind.BYLINE, BlockKind.CREDIT, BlockKind.TIMES)
_WORD = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*")
_ACTS = re.compile(rf" (?:{'|'.join(word_list('privacy', 'persons_do'))})\b|,? \(?(?:aged )?\d{{1,3}}[,;.)]")
_INSIDE = re.compile(rf"(?!{CAPITAL})[\w,] $")
_TITLE = "|".join((*word_list("privacy", "learned_titles"), *word_list("privacy", "civil_titles")))
_AMONG = re.compile(
    r"\b(?:among|including|names? of|list of) (?:the |those )?(?:dead|killed|victims|wounded|injured|slain"
    r"|casualties|detained|arrested|executed|missing|abducted|kidnapped)\b"
    rf"(?:[^.\n]|\b(?:{_TITLE})\.)*$",
    re.IGNORECASE,
)
_LOWER = re.compile(r"(?<![\w’'-])[^\W\d_]+(?![\w’'-])")


BEFORE, AFTER = 600, 40
"""Characters around a name that are looked at: lists of the dead are long."""


class Tagged:
    """Sorts the tagged names of one analysis into those that stay and those that are left out."""

    def __init__(self, analysis: Analysis, public: PublicNames) -> None:
        self._analysis = analysis
        self._public = public

    def private(self) -> Iterable[str]:
        """Names to leave out, each once."""
        return dict.fromkeys(name for name in self._names if not self._stays(name) and not self.is_no_name(name))

    def officials(self) -> Iterable[str]:
        """Full names of persons who are named with an office."""
        return (name for name in self._names if " " in name and self._is_official(name))

    def is_common_word(self, word: str) -> bool:
        """The texts use the word without a capital too."""
        return word.casefold() in self._lower_case

    def is_no_name(self, name: str) -> bool:
        """Nothing but common words, places and peoples with capitals, as headlines have them ("Deadly Russian")."""
        if self._acts(name):
            return False
        return all(self._public.is_no_persons_word(word) or self._is_no_names_word(word) for word in name.split())

    def _is_no_names_word(self, word: str) -> bool:
        """A common word, and no name that is also a word: those have their capital inside sentences too."""
        is_common = self.is_common_word(word) and word.casefold() not in word_list("privacy", "also_words")
        return is_common and not any(_INSIDE.search(before) for before, _ in self._names.get(word, ()))

    @cached_property
    def _lower_case(self) -> frozenset[str]:
        texts = (report.text for report in self._analysis.reports)
        return frozenset(word for text in texts for word in _LOWER.findall(text) if word.islower())

    @cached_property
    def _names(self) -> dict[str, list[tuple[str, str]]]:
        """The names without what is not theirs, with what stands around each place."""
        found: dict[str, list[tuple[str, str]]] = {}
        for person in self._analysis.people:
            text = self._analysis.report_by_id[person.report].text
            if not self._is_author(person):
                start, end = _whole(text, person.span)
                around = text[max(0, start - BEFORE) : start], text[end : end + AFTER]
                name = self._bare(" ".join(text[start:end].split()))
                if name:
                    found.setdefault(name, []).append(around)
        return found

    def _is_author(self, person: Person) -> bool:
        blocks = self._analysis.report_by_id[person.report].blocks
        return any(block.kind in _AUTHORS and block.span.covers(person.span) for block in blocks)

    def _bare(self, name: str) -> str:
        """The name without titles before it, and without places, peoples and bodies at its ends, if more is left."""
        whole = [part.strip("\"'“”‘’().,;:-–—") for part in name.split()]
        parts = [part for part in self._public.stripped(" ".join(whole)).split() if part]
        while parts and self._is_beside(parts[0]):
            parts = parts[1:]
        while parts and self._is_beside(parts[-1]):
            parts = parts[:-1]
        left = parts or (whole if len(whole) == 1 and _WORD.search(whole[0]) else [])
        return " ".join(left).removesuffix("’s").removesuffix("'s")

    def _is_beside(self, part: str) -> bool:
        """What the annotator took along with a name."""
        return not _WORD.search(part) or self._public.is_no_persons_word(part)

    @cached_property
    def _officials_words(self) -> frozenset[str]:
        return frozenset(word for name in self.officials() for word in _words(name))

    def _is_official(self, name: str) -> bool:
        public = self._public
        is_named_so = public.holds_office(name) or public.has_office(name) or public.rules(name)
        return public.is_listed(name) or (is_named_so and not self._is_harmed(name))

    def _stays(self, name: str) -> bool:
        public = self._public
        forms = tuple(dict.fromkeys((name, name.removesuffix("s"))))
        words = _words(name)
        is_of_official = len(words) == 1 and words <= self._officials_words and not self._is_harmed(name)
        if is_of_official or any(public.has_body_word(form) or self._is_official(form) for form in forms):
            return True
        if self._acts(name) or self._is_harmed(name):
            return public.is_outlet(name)
        return any(map(public.is_public, forms)) or public.is_body(name) or public.is_where(name)

    def _acts(self, name: str) -> bool:
        """Somewhere the name does or suffers what only persons do or suffer."""
        return any(_ACTS.match(after) for _, after in self._names.get(name, ()))

    def _is_harmed(self, name: str) -> bool:
        """Some sentence counts the person among the dead, the wounded or the taken: withheld whatever the office."""
        return any(_AMONG.search(before) for before, _ in self._names.get(name, ()))


def _whole(text: str, span: Span) -> tuple[int, int]:
    """Start and end of the name with the capitals beside it, where the annotator took "Guest" for "Guest Ann Lee"."""
    runs = [run.span() for run in NAME.finditer(text, max(0, span.start - AFTER), span.end + AFTER)]
    beside = [
        (start, end) for start, end in runs if start < span.end and span.start < end and span.start - start < AFTER
    ]
    return min([span.start, *(start for start, _ in beside)]), max([span.end, *(end for _, end in beside)])


def _words(name: str) -> frozenset[str]:
    particles = set(word_list("privacy", "particles"))
    found = (word.casefold() for part in name.split() for word in _WORD.findall(part.split("-")[-1]))
    return frozenset(word.removesuffix("'s").removesuffix("’s").removesuffix("s") for word in found) - particles
