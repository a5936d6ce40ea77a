"""After a decision everything is worked out anew: incidents, origins, ranges, findings, methods, copies, questions."""

import json
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from sayso.cli import app

A = "Shells killed at least 30 people in the market of Dorrin on Monday, the Dorrin Monitor said.\n"
B = "Shells killed 12 people in the market of Dorrin on Monday, the Relief Council said.\n"
GIVEN = ["--published", "2024-05-08", "--workers", "1", "-q"]
runner = CliRunner()


@pytest.fixture
def case(tmp_path: Path) -> Path:
    folder = tmp_path / "reports"
    folder.mkdir()
    (folder / "a.txt").write_text(A, encoding="utf-8")
    (folder / "b.txt").write_text(B, encoding="utf-8")
    return folder


def brief(case: Path, *more: str) -> dict[str, Any]:
    result = runner.invoke(app, ["brief", str(case), "--format", "json", *GIVEN, *more])
    assert result.exit_code == 0, result.output
    found: dict[str, Any] = json.loads(result.stdout)
    return found


def judged(tmp_path: Path, *call: str) -> str:
    kept = tmp_path / "decided.jsonl"
    result = runner.invoke(app, ["judge", *call, "--because", "Seen.", "--by", "A. Editor", "-o", str(kept)])
    assert result.exit_code == 0, result.output
    return str(kept)


def ends(incident: dict[str, Any]) -> list[tuple[str, str]]:
    return [(line["low"]["words"], line["high"]["words"]) for line in incident["ranges"]]


def kinds(incident: dict[str, Any]) -> set[str]:
    return {finding["kind"] for finding in incident["findings"]}


def test_a_split_happening_has_two_ranges_and_one_origin_each(case: Path, tmp_path: Path) -> None:
    before = brief(case, "--method", "airwars")
    (incident,) = before["incidents"]
    assert ends(incident) == [("12 people", "at least 30 people")]
    assert "disputed" in kinds(incident)
    figures = [claim["claim_id"] for claim in before["claims"] if claim["measure"]]
    kept = judged(tmp_path, "split", *figures)
    after = brief(case, "--judgements", kept, "--method", "airwars")
    assert sorted(ends(incident)[0] for incident in after["incidents"]) == [
        ("12 people", "12 people"),
        ("at least 30 people", "at least 30 people"),
    ]
    assert all("single origin" in kinds(incident) for incident in after["incidents"])
    assert [len(incident["origins"]) for incident in after["incidents"]] == [1, 1]
    inputs = [i["methods"][0]["inputs"] for found in (before, after) for i in found["incidents"]]
    assert len(set(inputs)) == 3
    assert after["judged"].keys() == {incident["id"] for incident in after["incidents"]}
    joined = judged(tmp_path, "join", *(incident["id"] for incident in after["incidents"]))
    again = brief(case, "--judgements", joined, "--method", "airwars")
    assert ends(again["incidents"][0]) == ends(incident)
    assert len(again["incidents"]) == 1


def test_joined_origins_no_longer_agree_or_differ(case: Path, tmp_path: Path) -> None:
    kept = judged(tmp_path, "join", "Dorrin Monitor", "Relief Council", "--of", "origins")
    (incident,) = brief(case, "--judgements", kept)["incidents"]
    assert len([origin for origin in incident["origins"] if origin["counted"]]) == 1
    assert "disputed" not in kinds(incident)
    assert "single origin" in kinds(incident)


def test_copies_that_a_person_splits_count_as_two_reports(case: Path, tmp_path: Path) -> None:
    (case / "c.txt").write_text(A + "\nA long line that only this one has, about the weather of the week.\n")
    before = brief(case)
    (group,) = before["copies"]
    kept = judged(tmp_path, "split", *group["reports"], "--of", "copies")
    assert brief(case, "--judgements", kept)["copies"] == []


def test_ids_of_the_page_are_taken_and_a_grade_is_shown_at_its_incident(case: Path, tmp_path: Path) -> None:
    page = tmp_path / "brief.html"
    assert runner.invoke(app, ["brief", str(case), *GIVEN, "-o", str(page)]).exit_code == 0
    (incident,) = brief(case)["incidents"]
    kept = judged(tmp_path, "grade", incident["id"], "--value", "Discounted", "--in", str(page))
    judged(tmp_path, "reliability", "Relief Council", "--value", "B", "--in", str(page))
    more = ["--judgements", kept, "--method", "airwars", "--method", "admiralty"]
    (graded,) = brief(case, *more)["incidents"]
    assert graded["methods"][0]["parts"][0]["shown"] == "Discounted"
    assert any(part["shown"].startswith("B") for part in graded["methods"][1]["parts"])
    assert runner.invoke(app, ["brief", str(case), *GIVEN, *more, "-o", str(page)]).exit_code == 0
    html = page.read_text(encoding="utf-8")
    assert "Graded Discounted by A. Editor on" in html
    assert "Reliability judged B by A. Editor on" in html
    assert "going by 2 decisions of persons" in html


def test_a_grade_stays_with_its_words_and_is_said_to_be_about_nothing_where_they_are_gone(tmp_path: Path) -> None:
    path = tmp_path / "wire.jsonl"

    def handed_in(text: str) -> dict[str, Any]:
        path.write_text(json.dumps({"id": "r1", "outlet": "Monitor", "text": text}), encoding="utf-8")
        return brief(path, "--method", "airwars", *(("--judgements", kept) if kept else ()))

    kept = ""
    first = handed_in("Shells killed 14 people in the market of Dorrin on Monday.")
    kept = judged(tmp_path, "grade", first["claims"][0]["claim_id"], "--value", "Discounted")
    again = handed_in("Shells killed 14 people in the market of Dorrin on Monday.")
    assert again["incidents"][0]["methods"][0]["judgements"]
    other = handed_in("Shells killed 80 people in the market of Karsel on Monday.")
    assert other["claims"][0]["start"] == first["claims"][0]["start"]
    assert not other["incidents"][0]["methods"][0]["judgements"]
    result = runner.invoke(app, ["brief", str(path), "--judgements", kept, "--method", "airwars", *GIVEN])
    assert "is about nothing here" in result.stderr
