"""Attributions and chains on texts by someone who had not seen the program; the reached share cannot drop unnoticed."""

import json
import re
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from sayso import annotate, attribute
from sayso.model import Attribution, Block, BlockKind, Report, ReportId, Span

HERE = Path(__file__).parent
ATTRIBUTIONS = yaml.safe_load((HERE / "attributions.yaml").read_text(encoding="utf-8"))
CHAINS = yaml.safe_load((HERE / "chains.yaml").read_text(encoding="utf-8"))
SMALL = frozenset({"the", "a", "an", "of", "in", "at", "and", "for", "s", "to", "by", "from", "on"})
EDGE = " \t\n\r\"'“”‘’«»,.:;"
SAME_CONTENT = 0.7
"""Intersection over union of the characters, as the gold's scorer asks."""


@cache
def read() -> dict[str, tuple[Attribution, ...]]:
    """The attributions of every case of both sets by its id."""
    reports = [_report(case) for case in (*ATTRIBUTIONS, *CHAINS)]
    found = attribute.load().attribute(annotate.load().annotate(reports))
    return {str(report.id): attributions for report, attributions in zip(reports, found, strict=True)}


def _report(case: dict[str, Any]) -> Report:
    text, blocks, at = str(case["text"]), [], 0
    for line in text.split("\n"):
        if line.strip():
            blocks.append(Block(BlockKind.PARAGRAPH, Span(at, at + len(line))))
        at += len(line) + 1
    return Report(ReportId(case["id"]), text, tuple(blocks), "", "test", outlet=case.get("outlet"))


def attribution_faults(case: dict[str, Any], found: tuple[Attribution, ...]) -> list[str]:
    """What is missing or must not be there."""
    text, left, faults = case["text"], list(found), []
    for wanted in case["expect"]:
        fitting = [one for one in left if _fits(text, one, wanted)]
        if fitting:
            left.remove(fitting[0])
        else:
            faults.append(f"missing: {wanted['cue']!r} by {wanted['speaker']!r}")
    forbidden = [spot for words in case.get("forbid", ()) for spot in _spots(text, words)]
    wrong = [one for one in found if not case["expect"] or any(c.overlaps(f) for c in one.cue for f in forbidden)]
    return faults + [f"came out: {[cue.of(text) for cue in one.cue]}" for one in wrong]


def _fits(text: str, one: Attribution, wanted: dict[str, Any]) -> bool:
    cue = _spots(text, wanted["cue"]) if wanted["cue"] else []
    return (
        (any(mine.overlaps(spot) for mine in one.cue for spot in cue) if cue else not one.cue)
        and one.act.value == wanted["act"]
        and _half(one.speaker, _places(text, wanted["speaker"]), text)
        and _shared(text, one.content, _places(text, wanted["content"])) >= SAME_CONTENT
        and (not wanted["origin"] or _half(one.origin, _places(text, wanted["origin"]), text))
        and (not wanted["relay"] or _half(one.relay, _places(text, wanted["relay"]), text))
    )


def _spots(text: str, words: str) -> list[Span]:
    return [Span(at.start(), at.end()) for at in re.finditer(re.escape(words), text)]


def _places(text: str, words: str | list[str] | None) -> list[list[Span]]:
    """For each of the words, the spans that it may be."""
    listed = [] if words is None else [words] if isinstance(words, str) else words
    return [_spots(text, one) for one in listed]


def _characters(text: str, spans: Iterable[Span]) -> set[int]:
    return {i for span in spans for i in range(*_ends(span.trimmed(text, EDGE)))}


def _ends(span: Span) -> tuple[int, int]:
    return span.start, span.end


def _nearest(text: str, mine: Iterable[Span], places: list[list[Span]]) -> set[int]:
    """The characters of the wanted words; where they stand several times, at the place that we chose."""
    own = _characters(text, mine)
    chosen = [max(spots, key=lambda spot: len(own & _characters(text, [spot]))) for spots in places if spots]
    return _characters(text, chosen)


def _half(mine: tuple[Span, ...], places: list[list[Span]], text: str) -> bool:
    if not mine or not places:
        return not mine and not places
    own, wanted = _characters(text, mine), _nearest(text, mine, places)
    return len(own & wanted) * 2 >= min(len(own), len(wanted)) > 0


def _shared(text: str, mine: tuple[Span, ...], places: list[list[Span]]) -> float:
    own, wanted = _characters(text, mine), _nearest(text, mine, places)
    return len(own & wanted) / len(own | wanted) if own and wanted else float(not own and not wanted)


def misnamed(case: dict[str, Any], found: tuple[Attribution, ...]) -> list[str]:
    """The names that came out otherwise, of the attributions that were found."""
    faults = []
    for wanted in case["expect"]:
        fitting = [one for one in found if wanted["name"] and _fits(case["text"], one, wanted)]
        if fitting and not any(similar(one.speaker_name or "", wanted["name"]) for one in fitting):
            faults.append(f"{fitting[0].speaker_name!r} is not {wanted['name']!r}")
    return faults


def chain_of(case: dict[str, Any], found: tuple[Attribution, ...]) -> tuple[str, ...]:
    """The chain of the innermost attribution around the words that are asked about."""
    start = case["text"].index(case["about"])
    asked = Span(start, start + len(case["about"]))
    holding = [one for one in found if one.chain and any(part.overlaps(asked) for part in one.content)]
    return min(holding, key=lambda one: sum(map(len, one.content))).chain if holding else ()


def similar(mine: str, wanted: str) -> bool:
    """Half of the shorter name's words are shared, as the gold's scorer asks."""
    left, right = (set(re.findall(r"\w+", name.lower())) - SMALL for name in (mine, wanted))
    if not left or not right:
        return mine.strip().lower() == wanted.strip().lower()
    return len(left & right) * 2 >= min(len(left), len(right))


def chain_is_right(case: dict[str, Any], found: tuple[Attribution, ...]) -> bool:
    chain = chain_of(case, found)
    return len(chain) == len(case["chain"]) and all(map(similar, chain, case["chain"]))


def floor(group: str, name: str) -> float:
    return float(json.loads((HERE / "floors.json").read_text(encoding="utf-8"))[group][name])


def test_attributions_do_not_fall_below_what_was_reached() -> None:
    faults = {c["id"]: found for c in ATTRIBUTIONS if (found := attribution_faults(c, read()[c["id"]]))}
    assert 1 - len(faults) / len(ATTRIBUTIONS) >= floor("attributions", "cases"), faults


def test_names_of_speakers_do_not_fall_below_what_was_reached() -> None:
    named = sum(bool(wanted["name"]) for case in ATTRIBUTIONS for wanted in case["expect"])
    faults = {c["id"]: found for c in ATTRIBUTIONS if (found := misnamed(c, read()[c["id"]]))}
    assert 1 - sum(map(len, faults.values())) / named >= floor("attributions", "names"), faults


def test_chains_do_not_fall_below_what_was_reached() -> None:
    wrong = {c["id"]: chain_of(c, read()[c["id"]]) for c in CHAINS if not chain_is_right(c, read()[c["id"]])}
    assert 1 - len(wrong) / len(CHAINS) >= floor("chains", "cases"), wrong
