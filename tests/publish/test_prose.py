"""The sentences of a brief: each rests on words, says no number that these do not say, and reads like an editor's."""

import re
from dataclasses import replace
from pathlib import Path

import pytest

from sayso.model import (
    Analysis,
    Claim,
    ClaimId,
    ClaimKind,
    Figure,
    Group,
    Measure,
    Modifier,
    OriginKind,
    Source,
    Status,
)
from sayso.publish.order import ordered
from sayso.publish.prose import Prose, Sentence
from sayso.publish.rows import Rows
from sayso.publish.voices import inside_name

from .example import example
from .factory import HERALD, MONITOR, Case, report_of, siege, span_in

ROOT = Path(__file__).resolve().parents[2]
SEEDS = ROOT.parent / "shared" / "seeds"
NUMBER_WORDS = (
    "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen"
    "|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|thousand|million|dozen|dozens"
    "|hundreds|thousands|scores|couple"
)
NUMBER = re.compile(rf"\d[\d,.]*\d|\d|\b(?:{NUMBER_WORDS})\b", re.IGNORECASE)


def sentences(analysis: Analysis) -> list[Sentence]:
    """Every sentence that a brief of this analysis can hold."""
    prose = Prose(analysis, Rows(analysis))
    told = [one for incident in ordered(analysis) for one in prose.paragraph(incident).sentences]
    told += [one for box in prose.summary() for one in box.sentences]
    return told + [prose.line(claim) for claim in analysis.claims if claim.kind is not ClaimKind.FIGURE]


def check(analysis: Analysis) -> None:
    found = sentences(analysis)
    assert found
    for sentence in found:
        assert sentence.cited, sentence.text
        assert sentence.links, sentence.text
        words = " ".join(cited.span.of(analysis.report_by_id[cited.report].text).casefold() for cited in sentence.cited)
        said = set(NUMBER.findall(words))
        for number in NUMBER.findall(sentence.text.casefold()):
            assert number in said, (number, sentence.text)
        assert sentence.text[:1] == sentence.text[:1].upper(), sentence.text
        assert re.search(r"[.!?]$", sentence.text), sentence.text
        assert "  " not in sentence.text
        assert "\n" not in sentence.text
        assert " ,," not in sentence.text
        assert not re.search(r"\b(?:at at|the the|of of|None)\b", sentence.text), sentence.text


def test_each_sentence_of_a_hand_built_case_rests_on_its_words() -> None:
    check(siege())


def test_each_sentence_of_the_example_case_rests_on_its_words() -> None:
    check(example())


@pytest.mark.shared
def test_each_sentence_of_the_founding_reports_rests_on_its_words() -> None:
    if not SEEDS.is_dir():
        pytest.skip("the shared folder with the founding reports is not beside this checkout")
    from sayso.pipeline import analyse_paths

    check(analyse_paths([SEEDS]))


@pytest.mark.parametrize("words", ["verified", "proved", "in fact"])
def test_no_template_is_stronger_than_saying(words: str) -> None:
    composed = [s.text for s in sentences(siege()) if "“" not in s.text and "‘" not in s.text]
    assert not [text for text in composed if words in text and words not in HERALD.text + MONITOR.text]


def texts(analysis: Analysis, incident: int = 0) -> list[str]:
    prose = Prose(analysis, Rows(analysis))
    return [one.text for one in prose.paragraph(ordered(analysis)[incident]).sentences]


def test_a_siege_is_told_by_origin_with_its_range_denial_silence_and_admission() -> None:
    told = texts(siege())
    assert told[
        0
    ] == "Figures for people killed run from “At least 60 people” (the Relief Council) to “a total of 80” " + (
        "(the Karsun Monitor)."
    )
    assert "At least 60 people were killed, among them 13 children, the Relief Council said" in " ".join(told)
    assert "By the accused party’s own account, some 20 people were killed, state television said." in told
    assert "The Orvanian army denied that it had fired on the quarter, Orvania Herald reported." in told
    assert "The ministry of defence has yet to comment on the cellar, Orvania Herald reported." in told
    assert "Thirty people were wounded, Northern Wire reported with reserve and in its own voice." in told
    assert "A spokesman for the army admitted that one shell had gone astray, Northern Wire reported." in told


def test_who_is_cited_stands_behind_the_speaker() -> None:
    trapped = [t for i in range(1, 4) for t in texts(siege(), i) if "trapped" in t]
    assert any("the Relief Council said, citing a doctor on the ground" in text for text in trapped)


def test_a_source_taken_over_from_a_neighbouring_sentence_is_said_to_be_so() -> None:
    trapped = [t for i in range(1, 4) for t in texts(siege(), i) if "trapped" in t]
    assert any("as Orvania Herald appears to mean" in text for text in trapped)


def test_what_no_report_states_is_one_sentence_in_words() -> None:
    from sayso.model import Finding, FindingKind

    analysis = siege()
    kind = FindingKind.UNKNOWN
    gaps = tuple(Finding(kind, f"The record does not state {part}.") for part in ("the day", "the place", "who did it"))
    changed = replace(analysis, assessments=tuple(replace(a, findings=gaps) for a in analysis.assessments))
    assert texts(changed)[-1] == "No report here states the day, the place or who did it."


def one(sentence: str, words: str, figure: Figure, **fields: object) -> str:
    """The first sentence for a report that holds one figure."""
    report = report_of("Hill Gazette", sentence)
    case = Case()
    held: dict[str, object] = {"figure": figure, "sources": ("the Relief Council",), "event": None}
    claim = case.toll(report, words, figure.low, figure.high, **(held | fields))
    analysis = replace(siege(), reports=(report,), claims=(claim,), attributions=(), victims=(), copies=())
    incident = analysis.incidents[-1]
    from sayso.model import OriginGroup, OriginId, OriginKind

    origin = OriginGroup(OriginId("o"), OriginKind.NAMED, "Relief Council", (claim.id,))
    incident = replace(incident, claims=(claim.id,), origins=(origin,), joins=())
    changed = replace(analysis, incidents=(incident,), assessments=(), not_read=())
    check(changed)
    return texts(changed)[0]


CASES = [
    (
        "Nine people died, the Relief Council said.",
        "Nine people",
        9,
        9,
        {},
        "Nine people died, the Relief Council said.",
    ),
    (
        "A man was killed, the Relief Council said.",
        "A man",
        1,
        1,
        {},
        "A man was killed, the Relief Council said.",
    ),
    (
        "The Relief Council put the toll at 35 people killed.",
        "35",
        35,
        35,
        {},
        "The Relief Council put the toll at 35.",
    ),
    (
        "The Relief Council spoke of at least 40 killed.",
        "at least 40",
        40,
        None,
        {},
        "The Relief Council spoke of at least 40 dead.",
    ),
    (
        "The Relief Council counted 13 deaths.",
        "13 deaths",
        13,
        13,
        {},
        "The Relief Council reported 13 deaths.",
    ),
    (
        "Soldiers arrested 20 women, the Relief Council said.",
        "20 women",
        20,
        20,
        {"measure": Measure.DETAINED, "group": Group.WOMAN},
        "The Relief Council said that 20 women were arrested.",
    ),
    (
        "The Relief Council claimed 12 children had been killed.",
        "12 children",
        12,
        12,
        {"status": Status.ALLEGED, "group": Group.CHILD},
        "The Relief Council claimed that 12 children were killed.",
    ),
    (
        "The Relief Council denied that 12 people had been killed.",
        "12 people",
        12,
        12,
        {"status": Status.DENIED},
        "The Relief Council denied that 12 people were killed.",
    ),
    (
        "Nobody was killed, the Relief Council said.",
        "Nobody",
        0,
        0,
        {},
        "Nobody was killed, the Relief Council said.",
    ),
    (
        "Thousands could be killed, the Relief Council said.",
        "Thousands",
        2000,
        None,
        {},
        "The Relief Council said: “Thousands could be killed, the Relief Council said”.",
    ),
    (
        "Six people were killed.",
        "Six people",
        6,
        6,
        {"sources": ()},
        "Six people were killed, Hill Gazette reported in its own voice.",
    ),
    (
        "Dozens fled, the Relief Council said.",
        "Dozens",
        24,
        None,
        {"measure": Measure.DISPLACED},
        "The Relief Council spoke of dozens displaced.",
    ),
]


@pytest.mark.parametrize(("sentence", "words", "low", "high", "fields", "wanted"), CASES)
def test_a_figure_reads_as_an_editor_would_put_it(
    sentence: str, words: str, low: int, high: int | None, fields: dict[str, object], wanted: str
) -> None:
    modifier = Modifier.EXACT if low == high else Modifier.AT_LEAST
    assert one(sentence, words, Figure(low, high, modifier, words), **fields) == wanted


def line(sentence: str, words: str, kind: ClaimKind, **fields: object) -> str:
    report = report_of("Hill Gazette", sentence)
    claim: Claim = Case().claim(report, words, kind, **fields)
    analysis = replace(siege(), reports=(report,), claims=(claim,), attributions=(), incidents=(), assessments=())
    assert span_in(report, words) == claim.span
    return Prose(analysis, Rows(analysis)).line(claim).text


def test_a_silence_is_told_by_the_outlet() -> None:
    told = line("The ministry has yet to comment.", "has yet to comment", ClaimKind.SILENCE, actor="The ministry")
    assert told == "The ministry has yet to comment, Hill Gazette reported."


def test_words_whose_subject_is_a_pronoun_are_quoted_not_told() -> None:
    told = line("He gives no figure.", "He gives no figure", ClaimKind.SILENCE, actor="He", sources=("He",))
    assert told == "Hill Gazette wrote: “He gives no figure”."


def test_a_remark_on_verification_stays_in_the_words_of_the_outlet() -> None:
    told = line("It could not be verified.", "It could not be verified", ClaimKind.VERIFICATION)
    assert told == "On verification, Hill Gazette wrote: “It could not be verified”."


def test_quotation_marks_inside_words_get_other_ones_outside() -> None:
    told = line(
        "The town called it “a wasteland” again.", "called it “a wasteland”", ClaimKind.STATEMENT, sources=("The town",)
    )
    assert told == "Hill Gazette cites the town: ‘The town called it “a wasteland” again’."


def test_an_outlet_that_is_not_known_is_said_to_be_so() -> None:
    report = replace(report_of("x", "The army holds the ridge."), outlet=None)
    claim = Case().claim(report, "The army holds the ridge", ClaimKind.CONTROL, actor="The army")
    analysis = replace(siege(), reports=(report,), claims=(claim,), attributions=(), incidents=(), assessments=())
    told = Prose(analysis, Rows(analysis)).line(claim).text
    assert told == "The army holds the ridge, a report of unknown outlet said."


def case_of(*tolls: tuple[str, str, dict[str, object]]) -> Analysis:
    """An analysis with one incident: for each (outlet, text, fields) a report with a toll; `words` is the figure."""
    from sayso.model import OriginGroup, OriginId, OriginKind

    case, reports = Case(), []
    groups: dict[str, list[ClaimId]] = {}
    for outlet, text, fields in tolls:
        report = report_of(outlet, text)
        reports.append(report)
        held = {"event": None, **fields}
        words, number = str(held.pop("words")), held.pop("number")
        claim = case.toll(report, words, number, number, **held)  # type: ignore[arg-type]
        groups.setdefault(str(claim.sources[0]) if claim.sources else "none", []).append(claim.id)
    origins = tuple(
        OriginGroup(OriginId(name), OriginKind.NONE if name == "none" else OriginKind.NAMED, name, tuple(claims))
        for name, claims in groups.items()
    )
    claims = tuple(case.claims)
    incident = replace(siege().incidents[-1], claims=tuple(c.id for c in claims), origins=origins, joins=())
    found = replace(siege(), reports=tuple(reports), claims=claims, attributions=(), victims=(), copies=())
    made = replace(found, incidents=(incident,), assessments=(), not_read=())
    check(made)
    return made


def test_outlets_in_their_own_voice_share_a_sentence_that_says_so_once() -> None:
    found = case_of(
        ("nna", "Six people were killed.", {"words": "Six people", "number": 6}),
        ("hill gazette", "Nine people were killed.", {"words": "Nine people", "number": 9}),
    )
    wanted = "In their own voice, Hill gazette reported that nine people were killed; NNA reported that six people were"
    assert texts(found)[0] == f"{wanted} killed."


def test_who_is_blamed_by_several_stands_in_one_sentence_with_what_for() -> None:
    found = case_of(
        (
            "A",
            "Gunners killed six people, the Relief Council said.",
            {"words": "six people", "number": 6, "blamed": "Gunners", "sources": ("the Relief Council",)},
        ),
        (
            "B",
            "Bandits killed two nurses, the Watch said.",
            {"words": "two nurses", "number": 2, "blamed": "Bandits", "sources": ("the Watch",)},
        ),
    )
    [told] = [text for text in texts(found) if "attributed" in text]
    assert told == (
        "The Relief Council attributed the killing of six people to Gunners; the Watch attributed the killing of two "
        "nurses to Bandits."
    )


def test_a_part_that_cannot_be_one_stands_for_itself() -> None:
    report = report_of("Hill Gazette", "Dozens of children died; the 126 people were killed, the Relief Council said.")
    case, source = Case(), ("the Relief Council",)
    whole = case.toll(report, "Dozens of children", 24, None, sources=source, group=Group.CHILD, event=None)
    case.toll(report, "the 126 people", 126, 126, sources=source, subset_of=whole.id, event=None)
    incident = replace(siege().incidents[-1], claims=tuple(c.id for c in case.claims), origins=(), joins=())
    found = replace(siege(), reports=(report,), claims=tuple(case.claims), attributions=(), copies=(), victims=())
    told = texts(replace(found, incidents=(incident,), assessments=(), not_read=()))
    assert not [text for text in told if "among them" in text]
    assert [text for text in told if "126 people died" in text]


def test_the_same_words_are_quoted_once() -> None:
    text = "There was no claim of responsibility though the gunners denied that they had fired any shell at all."
    report = report_of("Hill Gazette", f"Six people were killed. {text}")
    case = Case()
    case.toll(report, "Six people", 6, 6, event=None)
    case.claim(report, "no claim of responsibility", ClaimKind.SILENCE)
    case.claim(report, "denied that they had fired", ClaimKind.DENIAL)
    incident = replace(siege().incidents[-1], claims=tuple(c.id for c in case.claims), origins=(), joins=())
    found = replace(siege(), reports=(report,), claims=tuple(case.claims), attributions=(), copies=(), victims=())
    told = texts(replace(found, incidents=(incident,), assessments=(), not_read=()))
    assert sum(text.count("no claim of responsibility") for text in told) == 1


def test_a_part_told_by_somebody_else_says_who_tells_it() -> None:
    report = report_of("Hill Gazette", "The Relief Council counted 12 dead; seven children died, the police said.")
    case = Case()
    whole = case.toll(report, "12 dead", 12, 12, sources=("the Relief Council",), event=None)
    case.toll(
        report, "seven children", 7, 7, sources=("the police",), subset_of=whole.id, group=Group.CHILD, event=None
    )
    incident = replace(siege().incidents[-1], claims=tuple(c.id for c in case.claims), origins=(), joins=())
    found = replace(siege(), reports=(report,), claims=tuple(case.claims), attributions=(), copies=(), victims=())
    told = " ".join(texts(replace(found, incidents=(incident,), assessments=(), not_read=())))
    assert "among them seven children (the police)" in told


def test_lives_are_lost_not_killed() -> None:
    told = one(
        "The war killed 30, and 91 lives were claimed, the monitor said.",
        "91 lives",
        Figure(91, 91, Modifier.EXACT, "91 lives"),
    )
    assert "91 lives were lost" in told


def told_of(analysis: Analysis) -> str:
    return " ".join(sentence.text for sentence in sentences(analysis))


def renamed(name: str, kind: OriginKind, source: str) -> Analysis:
    """The siege, whose Karsun Monitor goes by another name as an origin and as a source."""
    analysis = siege()
    incident = analysis.incidents[-1]
    sources = (Source("x", source),)
    origins = tuple(
        replace(o, name=name, kind=kind, sources=sources) if o.name == "Karsun Monitor" else o for o in incident.origins
    )
    claims = tuple(replace(c, sources=(source,)) if c.sources == ("Karsun Monitor",) else c for c in analysis.claims)
    return replace(analysis, claims=claims, incidents=(*analysis.incidents[:-1], replace(incident, origins=origins)))


def test_a_verdict_names_the_figures_that_it_is_about() -> None:
    told = told_of(siege())
    assert "the Relief Council (“At least 60 people”) and the Karsun Monitor (“a total of 80”) can all hold." in told


def test_who_says_we_is_told_by_the_outlet() -> None:
    told = told_of(renamed("We", OriginKind.NAMED, "We"))
    assert "Northern Wire (“We”) (“a total of 80”)" in told
    assert "Northern Wire (“We”) put the toll at" in told
    assert not re.search(r"(?<![“(])\bWe put", told)


def test_kin_of_whoever_speaks_stand_in_quotation_marks() -> None:
    assert "“My cousin” put the toll at" in told_of(renamed("My cousin", OriginKind.NAMED, "My cousin"))


def test_a_government_without_a_country_is_told_by_its_organs() -> None:
    told = told_of(renamed("Government", OriginKind.PARTY, "The health ministry"))
    assert "and the health ministry (“a total of 80”) can all hold." in told
    assert "Government" not in told.replace("Government gunners", "")


def test_a_body_without_a_name_of_its_own_has_no_capital_inside_a_sentence() -> None:
    assert [inside_name(name) for name in ("Police", "Army", "Police Service of Karsun")] == [
        "the police",
        "the army",
        "the Police Service of Karsun",
    ]
