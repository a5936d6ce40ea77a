"""What goes to the public holds no name of a victim or a private person, in any part; all else is as it was."""

import io
import re
import zipfile
from dataclasses import replace
from datetime import UTC, datetime
from functools import cache

import pypdfium2
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.knowledge.judgements import make_judgement, said
from sayso.knowledge.sources import load_registry
from sayso.model import (
    Analysis,
    BlockKind,
    Claim,
    ClaimId,
    ClaimKind,
    Join,
    MethodAssessment,
    Part,
    Place,
    ReportId,
    Span,
    Victim,
)
from sayso.publish.brief import page_html
from sayso.publish.content import content
from sayso.publish.formats import BriefFormat, brief_bytes
from sayso.publish.leave_out import PASSAGE, WITHHELD
from sayso.publish.private import withheld
from sayso.publish.redact import Audience, left_out, release

from .factory import HERALD, report_of, siege, span_in
from .page import Page

EMPTY = Analysis((), (), (), (), (), (), (), (), ())


@cache
def public() -> Analysis:
    return release(siege(), Audience.PUBLIC).analysis


def of(text: str, *victims: str, **fields: object) -> Analysis:
    """An analysis of one report with these victims."""
    report = report_of("Hill Gazette", text, **fields)  # type: ignore[arg-type]
    named = tuple(Victim(report.id, name, span_in(report, name)) for name in victims)
    return replace(EMPTY, reports=(report,), victims=named)


def shown(text: str, *victims: str, **fields: object) -> str:
    return release(of(text, *victims, **fields), Audience.PUBLIC).analysis.reports[0].text


def test_for_internal_use_nothing_changes() -> None:
    assert release(siege(), Audience.INTERNAL).analysis == siege()


def test_no_name_of_a_victim_or_a_private_person_is_in_the_page() -> None:
    page = page_html(content(release(siege(), Audience.PUBLIC)))
    for name in ("Tadeusz", "Orlo", "Lena", "tadeusz", "orlo"):
        assert name not in page
    assert "FOR PUBLICATION: names of victims and private persons left out by machine; check before release" in page
    assert "INTERNAL" not in page
    assert page.count(WITHHELD) >= 3


def test_bodies_officials_outlets_and_credits_stay() -> None:
    page = page_html(content(release(siege(), Audience.PUBLIC)))
    for name in ("Relief Council", "Karsun Monitor", "Orvania Herald", "Ana Mirel / Northlight Pictures", "Karsun"):
        assert name in page


def test_the_hash_stays_that_of_the_original() -> None:
    assert public().reports[0].sha256 == HERALD.sha256
    assert public().reports[0].text != HERALD.text


def test_every_link_of_a_public_page_leads_to_a_place_in_it() -> None:
    page = Page(page_html(content(release(siege(), Audience.PUBLIC))))
    assert {href[1:] for href in page.hrefs if href.startswith("#")} <= set(page.ids)
    assert len(page.ids) == len(set(page.ids))


def test_every_span_still_gives_back_its_words() -> None:
    for claim in public().claims:
        text = public().report_by_id[claim.report].text
        assert claim.span.of(text) == claim.words
        assert claim.sentence.covers(claim.span)
    kept = [c for c in siege().claims if "Tadeusz" not in c.words]
    assert [c.words for c in public().claims][: len(kept)] == [c.words for c in kept]


def test_the_words_that_stay_point_to_where_they_were_read() -> None:
    report = public().reports[0]
    assert report.segments
    for segment in report.segments:
        assert segment.text.of(report.text) == segment.original.of(HERALD.text)


@pytest.mark.parametrize(
    "text",
    [
        "Mira Tovel was killed. Tovel was a baker.",
        "Mira\nTovel was killed.",
        "MIRA TOVEL was killed; #MiraTovel was seen everywhere, and @mira_tovel fell silent.",
        "Mira  Tovel’s brother wept. mira tovel was thirty.",
        "A funeral for Mira was held. Mrs Tovel, they said.",
    ],
)
def test_a_name_is_left_out_however_it_is_written(text: str) -> None:
    whole = f"Mira Tovel died.\n\n{text}"
    left = shown(whole, "Mira Tovel").casefold()
    assert "mira" not in left
    assert "tovel" not in left


def test_accents_written_apart_are_the_same_name() -> None:
    left = shown("Zoé Béranger died. Zoe\u0301 Be\u0301ranger was nine.", "Zoé Béranger")
    assert "ranger" not in left


def test_an_arabic_name_is_left_out() -> None:
    assert "يوسف" not in shown("قتل يوسف حداد في المدينة. يوسف كان خبازا.", "يوسف حداد")


@pytest.mark.parametrize(
    "text", ["قتل يوسف حداد في المدينة", "Убита Олена Петренко, 12 лет", "李小明死了", "अमिता शर्मा"]
)
def test_a_passage_in_another_script_is_left_out_and_that_is_said(text: str) -> None:
    found = release(of(f"On the wall stood “{text}”, he said.", title=text), Audience.PUBLIC)
    report = found.analysis.reports[0]
    assert report.text == f"On the wall stood “{PASSAGE}”, he said."
    assert report.title == PASSAGE
    assert found.passages == 1
    assert "1 passage in other scripts than the Latin one left out" in left_out(found)


def test_an_outlet_in_another_script_keeps_its_name() -> None:
    analysis = of("It fell.", outlet="صوت كرسون")
    assert release(analysis, Audience.PUBLIC).analysis.reports[0].outlet == "صوت كرسون"


def test_spellings_of_a_withheld_name_are_withheld_too() -> None:
    left = shown("Łukasz Żak died. Lukasz, LUKASZ ŻAK and Lu\u00adkasz were one.", "Łukasz Żak")
    assert "kasz" not in left.casefold()
    assert "ak " not in left.casefold()


@pytest.mark.parametrize(
    "address", ["https://x.example/%C5%81ukasz", "https://x.example/lukaszZak", "https://x.com/zak_1/status/7"]
)
def test_an_address_is_read_as_it_would_be_by_a_person(address: str) -> None:
    analysis = of("Łukasz Żak died.", "Łukasz Żak", url=address)
    assert "withheld" in (release(analysis, Audience.PUBLIC).analysis.reports[0].url or "")


def of_places(text: str, *places: Place) -> Analysis:
    """An analysis of one report whose claims name these places."""
    analysis = of(text)
    report = analysis.reports[0]
    claims = (
        Claim(ClaimId(f"c{i}"), report.id, ClaimKind.HARM, Span(0, 3), text[:3], Span(0, 3), place=p)
        for i, p in enumerate(places)
    )
    return replace(analysis, claims=tuple(claims))


@pytest.mark.parametrize("name", ["Oleksandr", "Ibrahim", "Medina"])
@pytest.mark.parametrize("entry", [None, "inv:9"])
def test_whoever_was_reached_is_no_place_though_a_claim_misreads_it(name: str, entry: str | None) -> None:
    text = f"Reporters spoke to {name}, who hid in a cellar."
    analysis = of_places(text, Place(name, entry=entry))
    assert name not in release(analysis, Audience.PUBLIC).analysis.reports[0].text


def test_a_place_that_no_gazetteer_holds_keeps_no_name_in() -> None:
    analysis = of_places("Oleksandr Bondar, 41, hid. They came to Oleksandr.", Place("Oleksandr"))
    assert "Oleksandr" not in release(analysis, Audience.PUBLIC).analysis.reports[0].text


def test_a_name_that_is_also_a_word_leaves_the_word_alone() -> None:
    left = shown("Will Grace died. They will say grace, he said.", "Will Grace")
    assert left == f"{WITHHELD} died. They will say grace, he said."


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Nine-year-old Mira Tovel wrote on Tuesday.", "Mira Tovel"),
        ("We managed to speak to Mira and her mother Oda yesterday.", "Mira"),
        ("We managed to speak to Mira and her mother Oda yesterday.", "Oda"),
        ("Davit Sorm, 54, saw it.", "Davit Sorm"),
        ("Davit Sorm (54) saw it.", "Davit Sorm"),
        ("It was told by a nurse, Ina Kell, that night.", "Ina Kell"),
        ("State media identified the pilot as Captain Davit Sorm.", "Davit Sorm"),
        ("Ina Kell was shot dead near the bridge.", "Ina Kell"),
    ],
)
def test_private_persons_are_found_by_age_kin_calling_and_contact(text: str, name: str) -> None:
    assert name in withheld(of(text), load_registry()).names


@pytest.mark.parametrize(
    "text",
    [
        "On Tuesday, 12, the town fell.",
        "The Red Cross spoke to Unicef.",
        "The mother City was silent.",
        "It was named in the list as Red Cross property.",
    ],
)
def test_what_is_no_private_person_stays(text: str) -> None:
    assert {"Tuesday", "Unicef", "The Red Cross", "Red Cross"}.isdisjoint(withheld(of(text), load_registry()).names)


def test_an_address_that_holds_a_name_is_withheld_whole() -> None:
    address = "https://gazette.example/2031/tovel-funeral"
    analysis = of("Mira Tovel died.", "Mira Tovel", url=address, locator="/home/x/mira.txt", kinds={0: BlockKind.TITLE})
    page = page_html(content(release(analysis, Audience.PUBLIC)))
    assert "tovel" not in page.casefold()
    assert "mira" not in page.casefold()
    assert "address withheld" in page


def test_the_title_that_a_user_gives_is_redacted_too() -> None:
    assert release(of("Mira Tovel died.", "Mira Tovel"), Audience.PUBLIC, title="Who killed Mira?").title == (
        f"Who killed {WITHHELD}?"
    )


@given(
    st.lists(st.sampled_from(["Mira Tovel", "Tovel", "the town", "fell.", "Nobody", "said", "\n", "née"]), min_size=1)
)
def test_whatever_the_text_no_name_stays_and_offsets_hold(parts: list[str]) -> None:
    text = "Mira Tovel " + " ".join(parts)
    left = release(of(text, "Mira Tovel"), Audience.PUBLIC).analysis.reports[0]
    assert "Mira" not in left.text
    assert "Tovel" not in left.text
    for segment in left.segments:
        assert segment.text.of(left.text) == segment.original.of(text)
    assert sum(len(s.text) for s in left.segments) + left.text.count(WITHHELD) * len(WITHHELD) == len(left.text)
    assert all(Span(0, len(left.text)).covers(block.span) for block in left.blocks)


@pytest.mark.parametrize("fmt", list(BriefFormat))
def test_no_format_holds_a_name(fmt: BriefFormat) -> None:
    analysis = siege()
    named = {HERALD.id: ReportId("herald-tadeusz-orlo")}
    moved = replace(
        analysis,
        reports=tuple(replace(r, id=named.get(r.id, r.id)) for r in analysis.reports),
        claims=tuple(replace(c, report=named.get(c.report, c.report)) for c in analysis.claims),
        attributions=tuple(replace(a, report=named.get(a.report, a.report)) for a in analysis.attributions),
        victims=tuple(replace(v, report=named.get(v.report, v.report)) for v in analysis.victims),
        copies=tuple(replace(g, reports=tuple(named.get(r, r) for r in g.reports)) for g in analysis.copies),
    )
    body = brief_bytes(release(moved, Audience.PUBLIC, title="Tadeusz Orlo and others"), fmt)
    text = words_of(body, fmt).casefold()
    assert WITHHELD in text.replace("\\", "")
    for name in ("tadeusz", "orlo", "lena"):
        assert not re.search(rf"\b{name}\b", text)


def words_of(body: bytes, fmt: BriefFormat) -> str:
    """All the text in a file, that of its properties too."""
    if fmt is BriefFormat.DOCX:
        with zipfile.ZipFile(io.BytesIO(body)) as parts:
            return " ".join(
                parts.read(name).decode("utf-8", "replace")
                for name in parts.namelist()
                if "docProps" in name or "word/" in name
            )
    if fmt is BriefFormat.PDF:
        pdf = pypdfium2.PdfDocument(body)
        return " ".join(" ".join(page.get_textpage().get_text_range().split()) for page in pdf) + str(
            pdf.get_metadata_dict()
        )
    return body.decode("utf-8")


def test_who_judged_what_stays_inside() -> None:
    analysis = siege()
    told = ("split by A. Editor on 2031-05-06: Mira Tovel’s brother said so",)
    incidents = tuple(
        replace(i, judged=told, origins=tuple(replace(o, judged=told) for o in i.origins)) for i in analysis.incidents
    )
    judged = replace(analysis, incidents=incidents, copies=tuple(replace(g, judged=told) for g in analysis.copies))
    assert "Editor" not in repr(release(judged, Audience.PUBLIC).analysis)


@pytest.mark.parametrize(
    "told",
    [
        "Judged by {by} on 2031-05-06: {reason}",
        "Reliability B: judged by {by} on 2031-05-06: {reason}.",
        "Decided by {by}: {reason}: at least 5.",
        "Digit 2: a. editor names a record that it fits: {reason}",
    ],
)
def test_the_reasons_of_methods_and_joins_tell_nobody_who_judged(told: str) -> None:
    at = datetime(2031, 5, 6, tzinfo=UTC)
    judgement = make_judgement("grade", ["i1"], by="A. Editor", reason="They were Orlo’s cousins.", at=at, value="Weak")
    words = told.format(by=judgement.by, reason=judgement.reason)
    part = Part("Grade", "Weak", words, "judged", judgement=judgement.id)
    first = siege().incidents[0]
    found = MethodAssessment(first.id, "airwars", "1", (part,), first.claims, (judgement.id,), "x")
    incidents = (replace(first, joins=(Join("a", "b", words),)), *siege().incidents[1:])
    held = replace(siege(), judgements=(judgement,), by_method=(found,), incidents=incidents)
    public = release(held, Audience.PUBLIC).analysis
    assert "ditor" not in repr(public)
    assert "cousins" not in repr(public)
    assert "a person" in public.by_method[0].parts[0].reason
    assert "a person" in public.incidents[0].joins[0].reason


@pytest.mark.parametrize("reason", ["no", "...", "a", "e.g.", "north", "a (b) [c] \\d"])
def test_a_short_reason_garbles_no_other_word(reason: str) -> None:
    at = datetime(2031, 5, 6, tzinfo=UTC)
    judgement = make_judgement("join", ["i1"], by="A. Editor", reason=reason, at=at, value="happenings")
    joins = (Join("a", "b", said(judgement)), Join("b", "c", "Same northern day, no other A. Editor near."))
    first = replace(siege().incidents[0], joins=joins)
    held = replace(siege(), judgements=(judgement,), incidents=(first, *siege().incidents[1:]))
    left = [join.reason for join in release(held, Audience.PUBLIC).analysis.incidents[0].joins]
    assert left[0].rstrip(".") == "joined by a person on 2031-05-06: the reason is kept inside"
    assert left[1] == "Same northern day, no other A. Editor near."


def test_no_field_of_what_is_released_holds_a_name() -> None:
    assert not re.search(r"\b(?:tadeusz|orlo|lena)\b", repr(public()), re.IGNORECASE)
