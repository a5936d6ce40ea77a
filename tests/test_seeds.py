"""The two founding reports: everything a careful reader would list is there, and nothing is invented."""

from collections.abc import Callable
from pathlib import Path

import pytest

from sayso.model import Act, Analysis, Attribution, Claim, ClaimKind, Measure
from sayso.pipeline import analyse_paths

SHARED = Path(__file__).resolve().parents[2] / "shared"
pytestmark = pytest.mark.shared


@pytest.fixture(scope="module")
def seeds() -> Analysis:
    if not SHARED.is_dir():
        pytest.skip("the shared folder with the founding reports is not beside this checkout")
    return analyse_paths([SHARED / "seeds"])


def figures(seeds: Analysis, low: int) -> list[Claim]:
    return [c for c in seeds.claims if c.figure and c.figure.low == low]


def names(claim: Claim) -> str:
    return " > ".join(claim.sources)


def of_kind(seeds: Analysis, kind: ClaimKind, *wanted: str) -> list[Claim]:
    """The claims of a kind whose sentence, actor, target or sources hold all the wanted words."""
    found = []
    for claim in seeds.claims:
        text = seeds.report_by_id[claim.report].text
        about = " ".join([claim.sentence.of(text), claim.actor or "", claim.target or "", *claim.sources]).lower()
        if claim.kind is kind and all(w.lower() in about for w in wanted):
            found.append(claim)
    return found


def said(seeds: Analysis, **wanted: str) -> list[Attribution]:
    """The attributions whose named parts hold the wanted words."""
    found = []
    for attribution in seeds.attributions:
        text = seeds.report_by_id[attribution.report].text
        parts = {
            "speaker": " ".join(s.of(text) for s in attribution.speaker) + " " + (attribution.speaker_name or ""),
            "content": " ".join(s.of(text) for s in attribution.content),
            "origin": " ".join(s.of(text) for s in attribution.origin),
            "relay": " ".join(s.of(text) for s in attribution.relay) + " " + (attribution.relay_name or ""),
        }
        if all(words.lower() in parts[part].lower() for part, words in wanted.items()):
            found.append(attribution)
    return found


def test_both_reports_are_read_and_one_has_no_date(seeds: Analysis) -> None:
    undated, dated = sorted(seeds.reports, key=lambda r: r.locator)
    assert undated.published is None
    assert dated.published is not None
    assert dated.updated is not None
    assert dated.published.iso() == "2016-12-13T08:26+11:00"
    assert dated.updated.iso() == "2016-12-13T09:28+11:00"


def test_the_dated_report_has_its_title_standfirst_and_photo_credit(seeds: Analysis) -> None:
    dated = max(seeds.reports, key=lambda r: r.locator)
    assert "Heartbreaking" in (dated.title or "")
    assert "evacuating" in (dated.standfirst or "")
    assert any("Reuters" in credit for credit in dated.credits)


def test_the_uns_eighty_executed_with_thirteen_children(seeds: Analysis) -> None:
    [whole] = figures(seeds, 80)
    assert whole.measure is Measure.EXECUTED
    assert names(whole) == "The UN"
    assert "pro-government" in (whole.blamed or "")
    [children] = figures(seeds, 13)
    assert children.subset_of == whole.id
    assert children.figure
    assert children.figure.high is None
    assert names(children) == "The UN"


def test_unicefs_hundred_children_come_from_a_doctor(seeds: Analysis) -> None:
    [claim] = figures(seeds, 100)
    assert claim.measure is Measure.TRAPPED
    assert [s.lower() for s in claim.sources] == ["a doctor on the ground", "unicef"]


def test_the_medias_sixty_rebels(seeds: Analysis) -> None:
    [claim] = figures(seeds, 60)
    assert claim.measure is Measure.EXECUTED
    assert "media" in names(claim).lower()
    assert "rebels" in (claim.who or "")


def test_the_observatorys_ten_thousand_in_the_last_day(seeds: Analysis) -> None:
    [claim] = figures(seeds, 10_001)
    assert claim.measure is Measure.DISPLACED
    assert "Observatory" in names(claim)
    assert claim.date
    assert claim.date.iso() == "2016-12-12/2016-12-13"


def test_the_observatory_is_one_origin_across_both_reports(seeds: Analysis) -> None:
    roots = {a.speaker_name for a in said(seeds, speaker="Observatory")}
    assert roots
    from sayso.knowledge.sources import load_registry

    assert {load_registry().resolve(name).id for name in roots if name} == {"sohr"}


def test_untold_thousands_is_vague_and_no_claim_comes_from_the_population(seeds: Analysis) -> None:
    [vague] = figures(seeds, 2_000)
    assert vague.measure is Measure.KILLED
    assert not figures(seeds, 2_500_000)
    assert len([c for c in seeds.claims if c.kind is ClaimKind.FIGURE]) == 6


def test_nothing_in_the_undated_report_gets_a_day(seeds: Analysis) -> None:
    undated = min(seeds.reports, key=lambda r: r.locator)
    for claim in seeds.claims:
        if claim.report == undated.id and claim.date:
            assert not claim.date.is_day, claim.words


CHAINS: dict[str, Callable[[Analysis], object]] = {
    "the Observatory, through CNN": lambda s: said(s, speaker="Observatory", content="butcheries", relay="CNN"),
    "CNN's own description": lambda s: said(s, speaker="CNN", content="wasteland"),
    "the UN's Rupert Colville": lambda s: said(s, speaker="Rupert Colville", content="meltdown"),
    "Unicef's spokesman": lambda s: said(s, speaker="Unicef", content="stand up for"),
    "humanitarian groups": lambda s: said(s, speaker="humanitarian groups", content="meltdown"),
    "a commentator on Twitter": lambda s: said(s, speaker="commentator", relay="Twitter"),
    "Russian state media": lambda s: said(s, speaker="Russian state media", content="5sq km"),
    "the UK parliament": lambda s: said(s, speaker="UK parliament", content="needed immediately"),
    "media on people forced to take up arms": lambda s: said(s, speaker="Media", content="forced to take up arms"),
    "journalists who could not reach sources": lambda s: said(s, speaker="ournalists", content="difficulties"),
    "Bilal Abdul Kareem": lambda s: said(s, speaker="Bilal Abdul Kareem", content="you blew it"),
    "celebrations by other sources": lambda s: said(s, speaker="other sources", content="celebrations"),
}


@pytest.mark.parametrize("who", CHAINS)
def test_who_said_what_through_whom(seeds: Analysis, who: str) -> None:
    assert CHAINS[who](seeds)


def test_the_governments_silence_and_the_remark_on_authenticity(seeds: Analysis) -> None:
    acts = {a.act for a in said(seeds, speaker="Syrian government")}
    assert Act.DECLINES in acts
    assert of_kind(seeds, ClaimKind.SILENCE, "government")
    assert of_kind(seeds, ClaimKind.VERIFICATION, "authenticity")


KINDS = {
    "territory by Russian state media": (ClaimKind.CONTROL, ("russian state media", "5sq")),
    "the city being retaken": (ClaimKind.CONTROL, ("final stages",)),
    "Russia backs the president": (ClaimKind.SUPPORT, ("russia", "assad")),
    "Turkey props up the rebels": (ClaimKind.SUPPORT, ("turkey",)),
    "world powers backed the fighters": (ClaimKind.SUPPORT, ("france",)),
    "people forced to take up arms": (ClaimKind.RECRUITMENT, ("arms",)),
    "help is needed": (ClaimKind.APPEAL, ("needed",)),
    "a message in the standfirst": (ClaimKind.MESSAGE, ("evacuating me",)),
    "a witness reached": (ClaimKind.ACCESS, ("cnn", "bana")),
    "sources hard to reach": (ClaimKind.ACCESS, ("difficulties",)),
    "districts in rubble": (ClaimKind.DAMAGE, ("rubble",)),
}


@pytest.mark.parametrize("what", KINDS)
def test_what_is_claimed_without_a_figure(seeds: Analysis, what: str) -> None:
    kind, wanted = KINDS[what]
    assert of_kind(seeds, kind, *wanted)


def test_the_childs_messages_are_on_the_record(seeds: Analysis) -> None:
    assert of_kind(seeds, ClaimKind.MESSAGE, "bana") or of_kind(seeds, ClaimKind.MESSAGE, "tweets")


def test_the_battle_began_in_2012(seeds: Analysis) -> None:
    began = [c for c in seeds.claims if c.date and c.date.first and c.date.first.year == 2012]
    assert began


def test_every_span_gives_back_its_words(seeds: Analysis) -> None:
    for claim in seeds.claims:
        assert claim.span.of(seeds.report_by_id[claim.report].text) == claim.words
