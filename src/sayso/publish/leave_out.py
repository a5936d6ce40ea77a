"""What is left out of a text for the public: names in every spelling, and passages that sayso cannot read."""

import re
from collections.abc import Callable, Iterable, Sequence
from urllib.parse import unquote

from sayso.knowledge.vocabulary import word_list
from sayso.model import Span
from sayso.publish.contacts import contacts, links
from sayso.publish.letters import folded, other_scripts
from sayso.publish.moved import Gone, Moved
from sayso.publish.private import Withheld

WITHHELD = "[name withheld]"
PASSAGE = "[passage in another script withheld]"
CONTACT = "[contact withheld]"

_LETTERS = re.compile(r"[^\W_]+")
START, LONG = 3, 9
"""Letters by which the words of a text are looked up among the names; longer ones may hold a whole name."""


class LeftOut:
    """Finds what is to be left out, in any text."""

    def __init__(
        self, found: Withheld, kept: Sequence[str], is_public: Callable[[str], bool] = lambda _name: False
    ) -> None:
        self._is_public = is_public
        self._names = tuple(dict.fromkeys(folded(name).text for name in found.names))
        self._tokens = tuple(dict.fromkeys(token for name in self._names for token in _tokens(name)))
        self._starts = _starts(self._names)
        self._kept_names = frozenset(name.casefold() for name in kept)
        keep = "|".join(rf"\b{re.escape(folded(name).text)}\b" for name in kept)
        self._kept = re.compile(keep, re.IGNORECASE) if keep else None
        careful = {folded(word).text for word in found.careful}
        self._strict = {*word_list("privacy", "also_words"), *(word.casefold() for word in careful)}
        self._careful = careful
        self._patterns: dict[str, tuple[re.Pattern[str], re.Pattern[str] | None]] = {}

    def text(self, text: str) -> str:
        """The text with all of it replaced."""
        return Moved(text, self.gone(text)).text

    def gone(self, text: str) -> list[Gone]:
        """What is left out of the text, in order, without overlap."""
        passages = [span for span in other_scripts(text) if span.of(text).casefold() not in self._kept_names]
        gone = [Gone(span, PASSAGE) for span in passages]
        for spans, said in ((contacts(text, self._is_public), CONTACT), (self._names_in(text), WITHHELD)):
            free = (span for span in spans if not any(span.overlaps(one) for one, _ in gone))
            gone += [Gone(span, said) for span in _merged(free, text)]
        return sorted(gone)

    def is_named(self, address: str) -> bool:
        """An address, a file's name or an id holds a part of a name, in whatever case or encoding."""
        plain = unquote(address)
        words = {word for text in (plain, _joined(plain)) for word in _LETTERS.findall(folded(text).text.casefold())}
        return any(token.casefold() in words for token in self._tokens) or self._is_linked(plain)

    def _is_linked(self, address: str) -> bool:
        """It holds a whole name, a person's page on a platform, or words in another script."""
        is_page = any(True for _ in links(address, self._is_public))
        return is_page or bool(self._names_in(address)) or bool(other_scripts(address))

    def _names_in(self, text: str) -> list[Span]:
        """Stretches of the text that are names, those side by side as one."""
        plain = folded(text)
        found: list[Span] = []
        in_parts: set[Span] = set()
        for name in self._may_hold(plain.text):
            whole, parts = self._patterns_for(name)
            found += [Span(*match.span()) for match in whole.finditer(plain.text)]
            in_parts |= {Span(*match.span()) for match in parts.finditer(plain.text)} if parts else set()
        if in_parts:
            kept = [Span(*match.span()) for match in self._kept.finditer(plain.text)] if self._kept else []
            found += [span for span in in_parts if not any(keep.covers(span) for keep in kept)]
        return _merged((plain.span(span.start, span.end) for span in found), text)

    def _may_hold(self, text: str) -> tuple[str, ...]:
        """The names of which the text may hold a part, by how its words start; long words may be several in one."""
        words = set(_LETTERS.findall(text.casefold()))
        starts = {word[:START] for word in words} | {
            word[at : at + START] for word in words if len(word) > LONG for at in range(len(word) - START + 1)
        }
        held = {name for start in starts & self._starts.keys() for name in self._starts[start]}
        return tuple(name for name in self._names if name in held)

    def _patterns_for(self, name: str) -> tuple[re.Pattern[str], re.Pattern[str] | None]:
        """Patterns for the whole name and for its parts; those that are words too only with a capital."""
        if name not in self._patterns:
            tokens = tuple(dict.fromkeys(_tokens(name)))
            loose = [re.escape(t) for t in tokens if t.casefold() not in self._strict]
            strict = [f"{re.escape(t)}|{re.escape(t.upper())}" for t in tokens if t.casefold() in self._strict]
            parts = "|".join([*([f"(?i:{'|'.join(loose)})"] if loose else []), *strict])
            pattern = re.compile(rf"(?<![^\W_])(?:{parts})(?![^\W_])") if parts else None
            flag = re.NOFLAG if name in self._careful else re.IGNORECASE
            self._patterns[name] = re.compile("|".join(_whole(name)), flag), pattern
        return self._patterns[name]


def _merged(spans: Iterable[Span], text: str) -> list[Span]:
    """The spans in order, those that overlap or stand side by side as one."""
    merged: list[Span] = []
    for span in sorted(spans):
        if merged and (span.start <= merged[-1].end or not text[merged[-1].end : span.start].strip(" \u00a0-")):
            merged[-1] = Span(merged[-1].start, max(merged[-1].end, span.end))
        else:
            merged.append(span)
    return merged


def _joined(address: str) -> str:
    """An address with its words apart that are told apart by capitals alone ("HalimQasdar")."""
    return re.sub(r"(?<=[^\W_])(?=[A-Z][a-z])", " ", address)


def _starts(names: Iterable[str]) -> dict[str, set[str]]:
    """Names by the first letters of each of their words."""
    found: dict[str, set[str]] = {}
    for name in names:
        for word in _LETTERS.findall(name.casefold()):
            found.setdefault(word[:START], set()).add(name)
    return found


def _whole(name: str) -> Iterable[str]:
    """The whole name however it is set: over a line break, with hyphens, or run together in a tag."""
    words = [re.escape(word) for word in re.split(r"[\s\-_.]+", name) if word]
    if len(words) > 1:
        yield r"[\s\u00a0\-_.]*".join(words)
    elif words:
        yield rf"(?<![^\W_]){words[0]}(?![^\W_])"


def _tokens(name: str) -> Iterable[str]:
    """The parts of a name that stand for the person by themselves."""
    particles = set(word_list("privacy", "particles"))
    for word in re.split(r"[\s\-_.,]+", name):
        if len(word) > 1 and word.casefold() not in particles and (word[:1].isupper() or word[:1] > "\u0590"):
            yield word
