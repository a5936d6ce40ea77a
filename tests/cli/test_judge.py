"""Decisions of persons by command: what each act takes, what is refused, and that the line is read back as it was."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from sayso.cli import app
from sayso.errors import UsageError
from sayso.knowledge.judgements import read_judgements
from sayso.model import Judgement

REASONED = ["--because", "Two streets.", "--by", "A. Editor"]
CLAIMS: tuple[dict[str, object], ...] = (
    {
        "claim_id": "c1",
        "incident": "i1",
        "measure": "killed",
        "origin": "monitor",
        "article": "r1",
        "sources": ["River Monitor"],
    },
    {
        "claim_id": "c2",
        "incident": "i1",
        "measure": "killed",
        "origin": "monitor",
        "article": "r2",
        "sources": ["River Monitor"],
    },
    {
        "claim_id": "c3",
        "incident": "i2",
        "measure": "injured",
        "origin": "council",
        "article": "r2",
        "sources": ["UNICEF"],
    },
    {"claim_id": "d1", "incident": "i1", "measure": None, "origin": None, "article": "r1", "sources": []},
)
runner = CliRunner()


@pytest.fixture
def kept(tmp_path: Path) -> Path:
    return tmp_path / "decided.jsonl"


@pytest.fixture
def seen(tmp_path: Path) -> Path:
    path = tmp_path / "claims.jsonl"
    path.write_text("".join(json.dumps(claim) + "\n" for claim in CLAIMS), encoding="utf-8")
    return path


def judged(kept: Path, *call: str) -> Judgement:
    result = runner.invoke(app, ["judge", *call, *REASONED, "-o", str(kept)])
    assert result.exit_code == 0, result.output
    return read_judgements([kept])[-1]


def refused(kept: Path, *call: str) -> str:
    result = runner.invoke(app, ["judge", *call, *REASONED, "-o", str(kept)])
    assert isinstance(result.exception, UsageError), result.output
    assert not kept.exists()
    return str(result.exception)


@pytest.mark.parametrize(
    ("act", "value", "held"),
    [
        ("grade", "discounted", "Discounted"),
        ("outcome", "No conclusion possible", "no conclusion possible"),
        ("disagreement", "keep it pending", "keep it pending"),
        ("disagreement", "prefer a source:the Relief Council", "prefer a source: the Relief Council"),
        ("reliability", "b", "B"),
    ],
)
def test_a_value_is_written_as_the_method_spells_it(kept: Path, act: str, value: str, held: str) -> None:
    assert judged(kept, act, "x", "--value", value).value == held


def test_a_record_needs_no_value(kept: Path) -> None:
    made = judged(kept, "record", "c1", "--method", "admiralty")
    assert (made.act, made.about, made.value, made.method) == ("record", ("c1",), None, "admiralty")


@pytest.mark.parametrize(
    ("call", "said"),
    [
        (["grade", "c1"], "needs a value"),
        (["grade", "c1", "--value", "True"], "Discounted"),
        (["reliability", "o", "--value", "G"], '"F"'),
        (["record", "c1", "--value", "x"], "takes no value"),
        (["join", "c1", "c2", "--value", "x"], "takes no value"),
        (["disagreement", "c1", "--value", "prefer a source"], "is not named"),
        (["outcome", "c1", "--value", "rejected: by us"], "Nothing stands after"),
        (["grade", "c1", "--value", "Weak", "--of", "origins"], "goes with join and split"),
        (["grade", "c1", "--value", "Weak", "--method", "ucdp"], "does not read grade"),
        (["grade", "c1", "--value", "Weak", "--method", "nobody"], "no such method"),
        (["split", "a", "b", "--method", "ucdp"], "holds for all methods"),
        (["join", "c1", "c1"], "two things or more"),
        (["grade", " ", "--value", "Weak"], "empty"),
    ],
)
def test_what_does_not_fit_is_refused_and_nothing_is_written(kept: Path, call: list[str], said: str) -> None:
    assert said in refused(kept, *call)


def test_a_joined_incident_is_all_of_its_claims_with_a_measure(kept: Path, seen: Path) -> None:
    assert judged(kept, "join", "i1", "i2", "--in", str(seen)).about == ("c1", "c2", "c3")


def test_of_a_split_the_first_stays(kept: Path, seen: Path) -> None:
    assert judged(kept, "split", "i2", "i1", "--in", str(seen)).about == ("c3", "c1", "c2")


def test_a_graded_incident_is_found_again_by_its_first_claim(kept: Path, seen: Path) -> None:
    assert judged(kept, "grade", "i1", "--value", "Weak", "--in", str(seen)).about == ("c1",)


@pytest.mark.parametrize(
    ("call", "said"),
    [
        (["join", "c1", "c9"], "No claim with a figure or incident"),
        (["join", "c1", "d1"], "No claim with a figure or incident"),
        (["record", "i1"], "No claim"),
        (["reliability", "monitors", "--value", "B"], "Is it monitor?"),
        (["split", "r1", "r7", "--of", "copies"], "No report"),
        (["split", "c1", "nobody", "--of", "origins"], "No source, origin or claim"),
        (["split", "River Monitors", "UNICEF", "--of", "origins"], "Is it River Monitor?"),
        (["join", "i1", "UNICEF", "--of", "origins"], "No source, origin or claim"),
    ],
)
def test_ids_that_are_not_in_the_file_are_refused(kept: Path, seen: Path, call: list[str], said: str) -> None:
    assert said in refused(kept, *call, "--in", str(seen))


@pytest.mark.parametrize("name", ["River Monitor", "the river monitor", "monitor", "c2"])
def test_sources_that_the_file_knows_are_split(kept: Path, seen: Path, name: str) -> None:
    made = judged(kept, "split", "UN Children's Fund", name, "--of", "origins", "--in", str(seen))
    assert made.about == ("UN Children's Fund", name)


def test_reports_go_by_their_number_in_a_brief(kept: Path, tmp_path: Path) -> None:
    path = tmp_path / "brief.json"
    brief = {"incidents": [], "claims": [], "reports": [{"id": "morning"}, {"id": "R1"}, {"id": "night"}]}
    path.write_text(json.dumps(brief), encoding="utf-8")
    assert judged(kept, "join", "r3", "R1", "--of", "copies", "--in", str(path)).about == ("night", "R1")


def test_the_number_of_a_report_without_its_brief_is_refused(kept: Path, seen: Path) -> None:
    assert "--in brief.html" in refused(kept, "join", "R1", "R2", "--of", "copies")
    assert "No report" in refused(kept, "join", "R1", "R2", "--of", "copies", "--in", str(seen))


def test_a_file_that_sayso_did_not_write_is_named(kept: Path, tmp_path: Path) -> None:
    for name, text in (("notes.html", "<p>hello</p>"), ("x.json", "[]"), ("y.jsonl", "hello"), ("z.jsonl", "{}")):
        (tmp_path / name).write_text(text, encoding="utf-8")
        assert name in refused(kept, "join", "c1", "c2", "--in", str(tmp_path / name))


def test_what_was_decided_is_told_with_the_call_that_uses_it(kept: Path) -> None:
    call = ["judge", "grade", "c1", "--value", "Weak", *REASONED, "-o", str(kept)]
    said = runner.invoke(app, call).stdout
    assert "Graded Weak by A. Editor on 20" in said
    assert "Two streets." in said
    assert f"--judgements {kept} --method airwars" in said


def test_ids_are_found_in_claims_whose_words_hold_ends_of_lines(kept: Path, tmp_path: Path) -> None:
    path = tmp_path / "claims.jsonl"
    lines = (json.dumps({**claim, "words": "14\u2028people\x85"}, ensure_ascii=False) for claim in CLAIMS)
    path.write_text("\n".join(lines), encoding="utf-8")
    assert judged(kept, "join", "c1", "c2", "--in", str(path)).about == ("c1", "c2")
