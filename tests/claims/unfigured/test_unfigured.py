"""Claims without a figure: golden cases over invented sentences, and what must hold for any text."""

from pathlib import Path

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sayso import annotate
from sayso.claims.unfigured import unfigured_claims
from sayso.knowledge.gazetteer import load_gazetteer
from sayso.model import (
    Act,
    Annotated,
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
    digest,
)

CASES = yaml.safe_load((Path(__file__).parent / "cases.yaml").read_text(encoding="utf-8"))
ANNOTATOR = annotate.load()


def report(text: str, kind: BlockKind = BlockKind.PARAGRAPH, published: Stamp | None = None) -> Report:
    blocks, at = [], 0
    for line in text.split("\n"):
        if line.strip():
            blocks.append(Block(kind, Span(at, at + len(line))))
        at += len(line) + 1
    return Report(ReportId("r1"), text, tuple(blocks), "", "test", published=published)


def annotated(text: str, kind: BlockKind = BlockKind.PARAGRAPH) -> Annotated:
    return next(iter(ANNOTATOR.annotate([report(text, kind)])))


def attribution(text: str, given: dict[str, object]) -> Attribution:
    def spans(part: str) -> tuple[Span, ...]:
        words = given.get(part)
        if words is None:
            return ()
        start = text.index(str(words))
        return (Span(start, start + len(str(words))),)

    speaker = str(given["speaker"]) if "speaker" in given else None
    chain = given.get("chain") or ([speaker] if speaker else [])
    assert isinstance(chain, list)
    return Attribution(
        id=AttributionId(digest(text, str(given))),
        report=ReportId("r1"),
        act=Act(str(given["act"])),
        speaker=spans("speaker"),
        cue=spans("cue"),
        content=spans("content"),
        speaker_name=speaker,
        chain=tuple(chain),
        hedged=bool(given.get("hedged", False)),
        reason="A cue of its own.",
    )


def claims_of(case: dict[str, object]) -> tuple[Claim, ...]:
    text = str(case["text"])
    listed = case.get("attributions") or []
    assert isinstance(listed, list)
    return unfigured_claims(annotated(text), tuple(attribution(text, given) for given in listed))


def fits(claim: Claim, wanted: dict[str, object]) -> bool:
    for field, value in wanted.items():
        match field:
            case "words":
                matches = str(value) in claim.words
            case "sources":
                matches = list(claim.sources) == value
            case "count":
                matches = True
            case _:
                matches = getattr(claim, field) == value
        if not matches:
            return False
    return True


@pytest.mark.parametrize("case", CASES, ids=[case["why"] for case in CASES])
def test_golden_case(case: dict[str, object]) -> None:
    claims = claims_of(case)
    shown = [(c.kind.value, c.status.value, c.actor, c.target, c.words) for c in claims]
    for wanted in case.get("expect") or []:  # type: ignore[attr-defined]
        found = [claim for claim in claims if fits(claim, wanted)]
        assert found, f"{wanted} is not among {shown}"
        assert len(found) == wanted.get("count", len(found)), shown
    never = {ClaimKind(kind) for kind in case.get("never") or []}  # type: ignore[attr-defined]
    assert not never & {claim.kind for claim in claims}, shown


def test_a_first_person_standfirst_is_a_message() -> None:
    doc = annotated("“We are still here and we are hungry”", BlockKind.STANDFIRST)
    assert [claim.kind for claim in unfigured_claims(doc, ())] == [ClaimKind.MESSAGE]


def test_every_claim_says_why_and_has_no_figure() -> None:
    doc = annotated("Rebels seized the town of Karam. Civilians were killed. The school was destroyed by shells.")
    claims = unfigured_claims(doc, ())
    assert {claim.kind for claim in claims} == {ClaimKind.CONTROL, ClaimKind.HARM, ClaimKind.DAMAGE}
    for claim in claims:
        assert claim.figure is None
        assert claim.measure is None
        assert dict(claim.reasons)["kind"]
        assert dict(claim.reasons)["sources"]


def test_without_a_date_of_the_report_a_weekday_stays_unknown() -> None:
    doc = annotated("Norland troops seized the port of Karam on Monday.")
    (claim,) = unfigured_claims(doc, ())
    assert claim.date is None
    assert "Monday" in dict(claim.reasons)["date"]


def test_the_innermost_speaker_is_the_source() -> None:
    text = "The agency said a medic told it that civilians were wounded."
    outer = attribution(
        text, {"act": "says", "speaker": "The agency", "cue": "said", "content": text[16:-1], "chain": ["The agency"]}
    )
    inner = attribution(
        text,
        {
            "act": "says",
            "speaker": "a medic",
            "cue": "told",
            "content": "civilians were wounded",
            "chain": ["a medic", "The agency"],
        },
    )
    harm = [c for c in unfigured_claims(annotated(text), (outer, inner)) if c.kind is ClaimKind.HARM]
    assert [claim.sources for claim in harm] == [("a medic", "The agency")]


def test_a_thread_from_the_ground_gives_one_message_for_each_passage() -> None:
    doc = annotated("I am Noor. My street is dark. I count the steps.\nBread costs nine crowns.\nMy uncle went out.")
    found = [claim for claim in unfigured_claims(doc, ()) if claim.kind is ClaimKind.MESSAGE]
    assert [(claim.actor, claim.words) for claim in found] == [
        ("Noor", "I am Noor. My street is dark. I count the steps."),
        ("Noor", "My uncle went out."),
    ]


def test_one_sentence_with_i_does_not_make_a_report_personal() -> None:
    doc = annotated("The river rose.\nThe bridge closed.\nI have no figure.\nThe mayor left.\nThe rain stopped.")
    assert not [claim for claim in unfigured_claims(doc, ()) if claim.kind is ClaimKind.MESSAGE]


def test_that_messages_are_sent_is_kept_once() -> None:
    doc = annotated("Residents are posting desperate messages.\nOthers shared messages from inside the city.")
    assert len([claim for claim in unfigured_claims(doc, ()) if claim.kind is ClaimKind.MESSAGE]) == 1


def test_a_person_is_no_place() -> None:
    doc = annotated("The Courier managed to speak to Ana Marsh and her mother Georgia in Lisbon on Monday.")
    claims = unfigured_claims(doc, (), load_gazetteer())
    assert [claim.place.words for claim in claims if claim.place] == ["Lisbon"]


SCRAPS = st.lists(
    st.sampled_from(
        [
            "civilians were killed", "the army seized Karam", "\"we", "”", "no one", "could not be verified", "\n", ".",
            "yet to comment", "الجيش", "\u0301", "\U0001f600", "-held areas", "backed by", "reached", "if", "denied it",
            "said", "\u202e", " ", ",", "'", "and", "claimed responsibility for", "it is time for", "in need of water",
        ]
    ),
    max_size=14,
).map(" ".join)  # fmt: skip


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(text=st.one_of(st.text(max_size=60), SCRAPS), data=st.data())
def test_claims_point_at_their_own_words_and_have_ids_of_their_own(text: str, data: st.DataObject) -> None:
    doc = annotated(text)
    ends = st.tuples(st.integers(0, len(text)), st.integers(0, len(text))).map(lambda pair: Span(min(pair), max(pair)))
    attributions = tuple(
        Attribution(
            AttributionId(f"a{n}"), ReportId("r1"), act, (data.draw(ends),), (data.draw(ends),), (data.draw(ends),)
        )
        for n, act in enumerate(data.draw(st.lists(st.sampled_from(Act), max_size=3)))
    )
    claims = unfigured_claims(doc, attributions)
    assert len({claim.id for claim in claims}) == len(claims)
    for claim in claims:
        assert claim.span.of(text) == claim.words
        assert claim.words.strip()
        assert claim.kind is not ClaimKind.FIGURE
    assert claims == unfigured_claims(doc, attributions)
