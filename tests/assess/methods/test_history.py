"""The history of assessments: only added to, with the cause of each change."""

import json
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from sayso.assess.methods import append, apply, lines, news, read_history, shipped
from sayso.errors import UsageError
from sayso.knowledge.sources import load_registry
from sayso.model import Analysis, Judgement
from tests.assess.methods.cases import analysis, claim, judged, origin

AT = datetime(2031, 6, 1, 12, tzinfo=UTC)
A, B = claim("a", 60, report="one"), claim("b", 80, report="two")
ONE = analysis([origin("monitor", A)], [A])
BOTH = analysis([origin("monitor", A), origin("council", B)], [A, B])


def made(found: Analysis, *judgements: Judgement, version: str = "1") -> Analysis:
    method = replace(shipped("airwars"), version=version, digest=f"airwars {version}")
    return apply(found, (method,), load_registry(), judgements)


def kept(path: Path, *steps: Analysis) -> Path:
    for step in steps:
        append(path, news(read_history(path), step, AT))
    return path


def test_computing_twice_on_the_same_inputs_appends_nothing(tmp_path: Path) -> None:
    path = kept(tmp_path / "h.jsonl", made(BOTH))
    before = path.read_bytes()
    assert kept(path, made(BOTH)).read_bytes() == before


def test_a_grade_that_changes_is_added_with_what_it_was_and_why(tmp_path: Path) -> None:
    first, second = read_history(kept(tmp_path / "h.jsonl", made(ONE), made(BOTH)))
    assert second.follows == (first.id,)
    assert ("Grade", "Weak", "Fair") in second.changed
    assert second.causes == ("new claims from: two",)
    assert "    Grade: Weak -> Fair" in lines((first, second))


def test_a_withdrawn_report_is_named(tmp_path: Path) -> None:
    entries = read_history(kept(tmp_path / "h.jsonl", made(BOTH), made(ONE)))
    assert entries[-1].causes == ("withdrawn, or not given this time: two",)
    assert ("Grade", "Fair", "Weak") in entries[-1].changed


def test_an_incident_whose_reports_are_all_gone_is_said_to_be_gone_once(tmp_path: Path) -> None:
    nothing = made(Analysis((), (), (), (), (), (), (), (), ()))
    path = kept(tmp_path / "h.jsonl", made(ONE), nothing, nothing)
    first, gone = read_history(path)
    assert gone.is_gone
    assert gone.follows == (first.id,)
    assert read_history(kept(path, made(ONE)))[-1].causes == ("its reports are there again",)


def test_merged_incidents_follow_both(tmp_path: Path) -> None:
    other = analysis([origin("council", B)], [B])
    apart = replace(
        ONE, reports=(*ONE.reports, *other.reports), claims=(A, B), incidents=(*ONE.incidents, *other.incidents)
    )
    entries = read_history(kept(tmp_path / "h.jsonl", made(apart), made(BOTH)))
    assert len(entries[-1].follows) == 2
    assert "merged of 2 incidents" in entries[-1].causes


def test_a_report_read_anew_a_judgement_and_a_new_version_are_causes(tmp_path: Path) -> None:
    again = replace(A, figure=replace(A.figure, low=61, high=61))  # type: ignore[type-var]
    read = analysis([origin("monitor", again)], [again])
    steps = (made(ONE), made(read), made(read, judged("grade", "a", "Discounted")), made(read, version="2"))
    causes = [entry.causes for entry in read_history(kept(tmp_path / "h.jsonl", *steps))]
    assert causes[1] == ("the same claims, read or joined otherwise, or changed settings",)
    assert causes[2] == ("a person’s judgement",)
    assert "version 2 of the method" in causes[3]


@pytest.mark.parametrize("damage", ["changed", "removed", "garbled"])
def test_a_history_that_was_tampered_with_is_told(tmp_path: Path, damage: str) -> None:
    path = kept(tmp_path / "h.jsonl", made(ONE), made(BOTH), made(ONE))
    held = path.read_text(encoding="utf-8").splitlines()
    if damage == "changed":
        held[0] = json.dumps({**json.loads(held[0]), "label": "Elsewhere"}, sort_keys=True)
    elif damage == "removed":
        del held[1]
    else:
        held[1] = held[1][:40]
    path.write_text("\n".join(held) + "\n", encoding="utf-8")
    with pytest.raises(UsageError, match="line 2"):
        read_history(path)
