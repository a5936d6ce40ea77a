"""Figures of people harmed: golden cases over invented sentences, and what must hold for any text."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import cast

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sayso import annotate, claims
from sayso.claims.reader import ReportClaimReader
from sayso.knowledge.numbers import spell
from sayso.model import (
    Act,
    Attribution,
    AttributionId,
    Block,
    BlockKind,
    Claim,
    ClaimKind,
    Report,
    ReportId,
    Span,
    Stamp,
    Victim,
)

Case = Mapping[str, object]
CASES: list[Case] = yaml.safe_load((Path(__file__).parent / "figures.yaml").read_text(encoding="utf-8"))
ANNOTATOR = annotate.load()
READER = claims.load()


def report_of(text: str, published: object = None) -> Report:
    blocks, at = [], 0
    for line in text.split("\n"):
        if line.strip():
            blocks.append(Block(BlockKind.PARAGRAPH, Span(at, at + len(line))))
        at += len(line) + 1
    day = published if isinstance(published, date) else None
    stamp = Stamp(day, day, None, None, None, day.isoformat(), "given") if day else None
    return Report(ReportId("r"), text, tuple(blocks), "0" * 64, "test", published=stamp)


def attribution_of(text: str, given: Mapping[str, object], number: int) -> Attribution:
    def spans(key: str) -> tuple[Span, ...]:
        words = given.get(key)
        at = text.index(str(words)) if words else -1
        return (Span(at, at + len(str(words))),) if words else ()

    speaker = str(given["speaker"]) if "speaker" in given else None
    chain = given.get("chain", [speaker] if speaker else [])
    return Attribution(
        AttributionId(f"a{number}"),
        ReportId("r"),
        Act(str(given.get("act", "says"))),
        speaker=spans("speaker"),
        content=spans("content"),
        speaker_name=speaker,
        chain=tuple(str(name) for name in cast("Sequence[object]", chain)),
        hedged=bool(given.get("hedged")),
    )


def read(
    text: str, published: object = None, says: Sequence[Mapping[str, object]] = ()
) -> tuple[list[Claim], tuple[Victim, ...]]:
    annotated = next(iter(ANNOTATOR.annotate([report_of(text, published)])))
    attributions = tuple(attribution_of(text, given, n) for n, given in enumerate(says))
    found = next(iter(READER.read([(annotated, attributions)])))
    return [claim for claim in found.claims if claim.kind is ClaimKind.FIGURE], found.victims


def told(claim: Claim, words: Mapping[str, str]) -> dict[str, object]:
    """A claim as the cases write it."""
    assert claim.figure is not None
    assert claim.measure is not None
    return {
        "words": claim.words,
        "measure": claim.measure.value,
        "low": claim.figure.low,
        "high": claim.figure.high,
        "modifier": claim.figure.modifier.value,
        "group": claim.group.value if claim.group else None,
        "event": claim.event.value if claim.event else None,
        "place": claim.place.words if claim.place else None,
        "date": claim.date.iso() if claim.date else None,
        "blamed": claim.blamed,
        "part_of": words.get(claim.subset_of or ""),
        "status": claim.status.value,
        "sources": list(claim.sources),
    }


@pytest.mark.parametrize("case", CASES, ids=[str(case["why"]) for case in CASES])
def test_every_figure_and_no_other_is_read(case: Case) -> None:
    says = cast("Sequence[Mapping[str, object]]", case.get("says", ()))
    found, _ = read(str(case["text"]), case.get("published"), says)
    words = {str(claim.id): claim.words for claim in found}
    expected = cast("Sequence[Mapping[str, object]]", case["claims"])
    actual = [told(claim, words) for claim in found]
    assert [(a["words"], a["measure"]) for a in actual] == [(e["words"], e["measure"]) for e in expected]
    for have, want in zip(actual, expected, strict=True):
        assert {key: have[key] for key in want} == dict(want)


def test_every_field_has_a_reason() -> None:
    found, _ = read("Rebel shelling killed 12 people in Donvale on Friday.", date(2022, 3, 7))
    assert {field for field, _ in found[0].reasons} >= {
        "figure",
        "measure",
        "group",
        "event",
        "place",
        "date",
        "blamed",
        "sources",
        "status",
    }
    assert all(why for _, why in found[0].reasons)


def test_a_source_carries_on_only_to_a_sentence_without_a_cue() -> None:
    text = "The monitor said 12 people were killed in Donvale. Nine others were wounded.\n\nThe city is old."
    found, _ = read(text, says=[{"speaker": "The monitor", "content": "12 people were killed in Donvale"}])
    assert [(claim.sources, claim.carried) for claim in found] == [(("The monitor",), False), (("The monitor",), True)]


def test_the_outlets_own_voice_has_no_source() -> None:
    found, _ = read("A bus crash killed 12 people.")
    assert found[0].sources == ()
    assert found[0].attribution is None


def test_a_named_victim_keeps_age_and_sex() -> None:
    _, victims = read("Ahmed Karim, 12, was killed by a sniper as he fetched water.")
    assert [(v.name, v.age, v.sex) for v in victims] == [("Ahmed Karim", 12, "male")]


def test_an_age_in_commas_is_no_figure() -> None:
    found, _ = read("Peter Hall, 46, was injured in the crash.")
    assert found == []


@given(number=st.integers(2, 999_999))
@settings(max_examples=25, deadline=None)
def test_changing_the_number_changes_exactly_that_figure(number: int) -> None:
    text = f"The flood killed {number} people and injured 31 others."
    found, _ = read(text)
    assert [(c.figure.low, c.figure.high) for c in found if c.figure] == [(number, number), (31, 31)]
    assert found[0].words == f"{number} people"


@given(number=st.integers(2, 9_999))
@settings(max_examples=15, deadline=None)
def test_a_spelled_number_is_read_like_its_digits(number: int) -> None:
    found, _ = read(f"The flood killed {spell(number)} people.")
    assert [(c.figure.low, c.figure.high) for c in found if c.figure] == [(number, number)]


PIECES = st.sampled_from(
    [
        "killed",
        " 12 people",
        " were",
        " at least",
        " dozens of",
        " \u0645\u0646",
        "\n",
        ". ",
        " \U0001f600",
        " of them",
        " including",
        " a man",
        " 2.5",
        "\u0301",
        " the dead",
        ", 12,",
        " who",
        " and",
    ]
)


@given(text=st.one_of(st.lists(PIECES, max_size=14).map("".join), st.text(max_size=60)))
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_spans_give_back_the_words_and_ids_are_unique(text: str) -> None:
    found, victims = read(text)
    assert all(claim.span.of(text) == claim.words for claim in found)
    assert len({claim.id for claim in found}) == len(found)
    assert [claim.span.start for claim in found] == sorted(claim.span.start for claim in found)
    assert all(victim.span.of(text) == victim.name for victim in victims)


def test_a_report_is_read_the_same_beside_others() -> None:
    reports = [report_of("A fire killed 3 people in Oran."), report_of("A quake killed 40 people on Sunday.")]
    items = [(annotated, ()) for annotated in ANNOTATOR.annotate(reports)]
    together = list(ReportClaimReader().read(items))
    apart = [next(iter(ReportClaimReader().read([item]))) for item in reversed(items)][::-1]
    assert together == apart


def test_an_ambiguous_publication_day_gives_an_interval() -> None:
    report = report_of("03/04/2019\n\nNine people were killed in the harbour.")
    both = Stamp(date(2019, 3, 4), date(2019, 4, 3), None, None, None, "03/04/2019", "text")
    annotated = next(iter(ANNOTATOR.annotate([replace(report, published=both)])))
    found = next(iter(READER.read([(annotated, ())])))
    assert [c.date.iso() for c in found.claims if c.figure and c.date] == ["2019-03-04/2019-04-03"]


def test_a_weekday_in_an_undated_report_is_no_day() -> None:
    found, _ = read("Nine people were killed on Sunday.")
    assert found[0].date is None
    assert "no date" in dict(found[0].reasons)["date"]


def test_the_next_day_counts_from_the_day_told_before() -> None:
    found, _ = read("A bomb on 8 November did no harm. The next day a second one killed 20 people.", date(2022, 11, 14))
    assert found[0].date is not None
    assert found[0].date.iso() == "2022-11-09"


def test_the_day_of_an_announcement_is_not_that_of_the_harm() -> None:
    found, _ = read("A plaque was unveiled yesterday to the 58 people killed in the fire of 1998.", date(2024, 3, 13))
    assert found[0].date is not None
    assert found[0].date.iso() == "1998"
