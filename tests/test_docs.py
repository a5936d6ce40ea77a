"""The manual names every command, option, setting and field there is."""

import json
import re
from pathlib import Path

import pytest
import typer.main

from sayso.cli import app
from sayso.knowledge.place_entries import KINDS
from sayso.model import Analysis, Claim, ClaimId, ClaimKind, ReportId, SourceKind, Span
from sayso.publish.records import claim_record
from sayso.settings import Settings

ROOT = Path(__file__).parent.parent
USAGE = (ROOT / "docs" / "usage.md").read_text(encoding="utf-8")
README = (ROOT / "README.md").read_text(encoding="utf-8")
commands = typer.main.get_command(app).commands  # type: ignore[attr-defined]


@pytest.mark.parametrize("command", sorted(commands))
def test_every_command_and_its_options_are_in_the_manual(command: str) -> None:
    assert f"sayso {command}" in USAGE
    for parameter in commands[command].params:
        for flag in parameter.opts:
            if flag.startswith("--") and flag != "--help":
                assert f"`{flag}`" in USAGE, f"{command} {flag}"


@pytest.mark.parametrize("name", sorted(Settings.model_fields))
def test_every_setting_has_help_and_stands_in_the_manual(name: str) -> None:
    assert Settings.model_fields[name].description
    assert f"`SAYSO_{name.upper()}`" in USAGE


def test_every_field_of_a_claims_record_is_explained() -> None:
    claim = Claim(ClaimId("c"), ReportId("r"), ClaimKind.HARM, Span(0, 1), "a", Span(0, 1))
    nothing = Analysis((), (), (), (claim,), (), (), (), (), ())
    for field in claim_record(claim, nothing):
        assert f"`{field}`" in USAGE, field


def test_the_readme_names_the_two_commands_and_its_picture_is_there() -> None:
    assert "make brief" in README
    assert "make check" in README
    assert "docs/images/brief.png" in README
    assert (ROOT / "docs" / "images" / "brief.png").stat().st_size > 10_000


def test_no_source_file_is_longer_than_500_lines_without_saying_why() -> None:
    for source in (ROOT / "src").rglob("*.py"):
        text = source.read_text(encoding="utf-8")
        if text.count("\n") > 500:
            assert re.search(r"\b(?:long|lines)\b[^.]*\b(?:because|so that|since|: )", text[:1500]), (
                f"{source} is long, and why?"
            )


CARD = {
    "linked": "linked.f1",
    "speaker": "speaker.exact",
    "cue": "cue.exact",
    "content": "content.exact",
    "characters": "content.characters.f1",
    "act": "act",
    "speaker's name": "speaker_name",
    "origin": "origin.on_pairs",
    "relay": "relay.on_pairs",
}


@pytest.mark.parametrize("name", CARD)
def test_the_models_card_gives_the_pinned_scores(name: str) -> None:
    card = (ROOT / "docs" / "models" / "attribution.md").read_text(encoding="utf-8").split("## Scores")[1]
    told = re.search(rf"\b{name} (\.\d+)", " ".join(card.split("By outlet")[0].split()))
    pinned = json.loads((ROOT / "tests" / "gold" / "floors.json").read_text(encoding="utf-8"))["floors"]
    assert told, name
    rounding = 0.5 * 10 ** -(len(told.group(1)) - 1)
    assert float(told.group(1)) == pytest.approx(pinned[f"attributions {CARD[name]}"], abs=rounding + 1e-9)


def test_the_kinds_of_places_and_of_sources_are_in_the_manual() -> None:
    for kind in (*KINDS, *(kind.value for kind in SourceKind)):
        assert f"`{kind}`" in USAGE, kind
