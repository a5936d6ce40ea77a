"""The invented reports that the networks learn from: every mark can be read, and a wrong one is told."""

import json
from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from marked import MarkError, marked, marked_reports, story_files, write_marked


def record(text: str, *claims: dict[str, object], **more: object) -> dict[str, object]:
    return {
        "id": "x_01",
        "outlet": "Kafue Courier",
        "published": date(2025, 2, 11),
        "text": text,
        "claims": list(claims),
    } | more


KILLED = {"measure": "killed", "n": 9, "group": "unspecified", "event": "other", "sources": []}


def test_every_report_is_marked_as_the_guidelines_say() -> None:
    reports = list(marked_reports())
    assert len(reports) > 1000
    assert not [name for name, times in Counter(r.id for r in reports).items() if times > 1]


def test_marks_give_back_the_words_that_they_enclose() -> None:
    report = marked(record("<s1>The mayor</s1> <q1>said</q1> <c1>[[nine people]] had drowned in [ice]</c1>.", KILLED))
    assert report.text == "The mayor said nine people had drowned in [ice]."
    (claim,), (attribution,) = report.claims, report.attributions
    assert claim["span"].of(report.text) == claim["figure"] == "nine people"  # type: ignore[attr-defined]
    assert (claim["low"], claim["high"], claim["modifier"], claim["status"]) == (9, 9, "exact", "asserted")
    assert [span.of(report.text) for span in attribution.content] == ["nine people had drowned in [ice]"]


def test_a_claim_takes_what_its_report_gives_for_all_and_may_share_a_figure() -> None:
    report = marked(
        record(
            "Hundreds of dead and wounded lay in Lume. [[Hundreds]].",
            KILLED,
            {**KILLED, "measure": "injured", "also": True},
            defaults={"place": "Lume", "date": date(2025, 2, 1)},
        )
    )
    assert [(c["measure"], c["place"], c["date"]) for c in report.claims] == [
        ("killed", "Lume", "2025-02-01"),
        ("injured", "Lume", "2025-02-01"),
    ]
    assert len({str(c["span"]) for c in report.claims}) == 1


@pytest.mark.parametrize(
    ("text", "claims", "what"),
    [
        ("[[Nine died.", (KILLED,), "do not match"),
        ("[[Nine]] died.", (), "1 figures are marked, 0 claims"),
        ("<s1>A nurse <q1>said</s1></q1> so.", (), "tags cross"),
        ("<c1>Nine died</c1>.", (), "neither cue nor speaker"),
        ("<s1>A nurse said so.", (), "left open"),
        ("[[Nine]] died.", ({**KILLED, "measure": "hurt"},), "measure"),
        ("[[Nine]] died.", ({**KILLED, "place": "Lume"},), "place"),
        ("[[Nine]] died.", ({**KILLED, "date": "last week"},), "date"),
        ("[[Nine]] died.", ({**KILLED, "gruop": "child"},), "gruop"),
    ],
)
def test_a_wrong_mark_is_told_with_the_report_that_holds_it(
    text: str, claims: tuple[dict[str, object], ...], what: str
) -> None:
    with pytest.raises(MarkError, match=f"x_01.*{what}"):
        marked(record(text, *claims))


def test_claims_of_a_story_tell_their_incident_and_origin_and_others_do_not() -> None:
    told = {**KILLED, "incident": "lume-ferry", "origin": "none"}
    assert marked(record("[[Nine]] died.", told, story="lume")).story == "lume"
    assert marked(record("[[Nine]] died.", KILLED)).story is None
    for claim, more in ((told, {}), (KILLED, {"story": "lume"}), ({**told, "origin": "mayor"}, {"story": "lume"})):
        with pytest.raises(MarkError, match=r"incident and origin|origin is none"):
            marked(record("[[Nine]] died.", claim, **more))


def test_stories_are_written_as_the_gold_keeps_them(tmp_path: Path) -> None:
    articles, claims = write_marked(tmp_path, stories=True)
    texts = {one["id"]: one["text"] for one in map(json.loads, articles.read_text(encoding="utf-8").splitlines())}
    told = [json.loads(line) for line in claims.read_text(encoding="utf-8").splitlines()]
    assert {one["article"] for one in told} == set(texts)
    incidents: dict[str, set[str]] = {}
    for one in told:
        for claim in one["claims"]:
            assert claim["figure"] in claim["context"]
            assert claim["context"] in texts[one["article"]]
            incidents.setdefault(claim["incident"], set()).add(one["article"])
    assert any(len(tellers) > 3 for tellers in incidents.values())


def test_nothing_is_learned_from_the_stories_that_are_measured(tmp_path: Path) -> None:
    learned = {report.text for report in marked_reports()}
    for unseen in (False, True):
        articles, _ = write_marked(tmp_path, paths=story_files(unseen=unseen))
        told = [json.loads(line) for line in articles.read_text(encoding="utf-8").splitlines()]
        assert len(told) >= 25
        assert learned.isdisjoint(one["text"] for one in told)


def test_a_report_by_itself_is_one_incident(tmp_path: Path) -> None:
    _, claims = write_marked(tmp_path)
    told = [json.loads(line) for line in claims.read_text(encoding="utf-8").splitlines()]
    alone = {report.id for report in marked_reports() if report.story is None}
    assert all({c["incident"] for c in one["claims"]} <= {one["article"]} for one in told if one["article"] in alone)
    assert alone < {one["article"] for one in told}


def test_the_context_of_a_figure_leads_to_it_and_not_to_an_equal_one_before() -> None:
    text = "On 26 April a lorry was swept off. Dead: [[2]]. Rescued: 5. In 2020 it was worse."
    report = marked(record(text, {**KILLED, "n": 2}))
    (claim,) = report.claims
    context = str(claim["context"])
    assert report.text.count(context) == 1
    assert report.text[report.text.index(context) + context.index("2") - 6 :].startswith("Dead: 2.")
