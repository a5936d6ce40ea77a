"""The names that stay in what is made for the public, for the person who checks it before release."""

import re
import textwrap
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from sayso.knowledge.sources import SourceRegistry, load_registry
from sayso.model import Report
from sayso.publish.public_names import NAME, PublicNames
from sayso.publish.redact import Release
from sayso.publish.wording import count

KNOWN = 60
"""Bodies and places that are listed, the most frequent ones; the others are counted."""
WIDTH = 118
_LOWER = re.compile(r"(?<![\w’'-])[^\W\d_]+(?![\w’'-])")
_STARTS = re.compile(r"(?:^|[.!?:;\n\"“”‘(\[*•–—-])\s*$")


@dataclass(frozen=True, slots=True)
class LeftIn:
    """Names in the texts of a release, each once, in alphabetical order."""

    in_office: tuple[str, ...]
    """Persons whom a report names with an office, or whom the registry knows as speaking in public."""
    unsorted: tuple[str, ...]
    """What reads like a name and is known neither as a body nor as a place."""
    known: tuple[str, ...]
    """Bodies and places; the most frequent first."""


def left_in(release: Release, registry: SourceRegistry | None = None) -> LeftIn:
    """The names in the texts of a release, sorted by what is known of them."""
    analysis = release.analysis
    public = PublicNames(analysis, registry or load_registry())
    common = {word for r in analysis.reports for word in _LOWER.findall(r.text) if word.islower()}
    names = Counter(name for report in analysis.reports for name in _names(report, public, common))
    in_office = {name for name in names if _is_in_office(name, public)}
    known = {name for name in names if name not in in_office and _is_known(name, public)}
    return LeftIn(
        tuple(sorted(in_office)),
        tuple(sorted(name for name in names if name not in in_office and name not in known)),
        tuple(sorted(known, key=lambda name: (-names[name], name))),
    )


def left_in_lines(found: LeftIn) -> Iterable[str]:
    """The names as lines for a terminal; none where no name is left."""
    listed = (
        ("with an office", found.in_office, 0),
        ("known neither as a body nor as a place", found.unsorted, 0),
        ("bodies and places", found.known[:KNOWN], len(found.known) - KNOWN),
    )
    for what, names, more in listed:
        if names:
            rest = f"; and {more:,} more" if more > 0 else ""
            told = f"left in, {what} ({count(len(names) + max(0, more), 'name')}): {'; '.join(names)}{rest}."
            yield from textwrap.wrap(told, WIDTH, subsequent_indent="    ", break_on_hyphens=False)


def _names(report: Report, public: PublicNames, common: set[str]) -> Iterable[str]:
    """Runs of capitals, without what only starts a sentence."""
    for block in report.blocks:
        text = block.span.of(report.text)
        for found in NAME.finditer(text):
            name = public.stripped(" ".join(found.group().split()))
            is_start = _STARTS.search(text[: found.start()]) is not None
            if name and not (is_start and name.casefold() in common) and not public.is_a_state(name):
                yield name


def _is_in_office(name: str, public: PublicNames) -> bool:
    is_body = public.has_body_word(name) or public.is_place(name)
    return not is_body and (public.has_office(name) or public.holds_office(name) or public.rules(name))


def _is_known(name: str, public: PublicNames) -> bool:
    return public.is_public(name) or public.is_body(name) or public.is_where(name)
