"""Records as tables: every column, nothing that runs as a formula, words beside offsets."""

import csv
import io
import json

import openpyxl
import pytest

from sayso.errors import UsageError
from sayso.publish import write_table
from sayso.publish.records import Json, claim_record
from sayso.publish.tables import attribution_rows, checked_format, claim_rows

from .factory import siege


def records() -> list[dict[str, Json]]:
    analysis = siege()
    return [claim_record(claim, analysis) for claim in analysis.claims]


def test_json_lines_give_the_records_back() -> None:
    out = io.StringIO()
    write_table(records(), "jsonl", out)
    assert [json.loads(line) for line in out.getvalue().splitlines()] == records()


def test_json_lines_survive_what_utf_8_cannot_hold() -> None:
    out = io.BytesIO()
    write_table([{"words": "bad \ud800"}, {"words": "قتل"}], "jsonl", out)
    first, second = out.getvalue().decode("utf-8").splitlines()
    assert json.loads(first) == {"words": "bad \ud800"}
    assert second == '{"words": "قتل"}'


def test_csv_has_every_column_and_chains_read_root_first() -> None:
    out = io.StringIO()
    write_table(records(), "csv", out)
    rows = list(csv.DictReader(io.StringIO(out.getvalue())))
    assert set(rows[0]) == set(records()[0])
    assert "a doctor on the ground > Relief Council" in {row["sources"] for row in rows}
    assert rows[0]["sentence"].replace("-", "").isdigit()


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r"])
def test_nothing_in_a_csv_is_a_formula(start: str) -> None:
    out = io.StringIO()
    write_table([{"words": f"{start}HYPERLINK(1)", "sources": [f"{start}x"], "low": -1}], "csv", out)
    (row,) = csv.DictReader(io.StringIO(out.getvalue(), newline=""))
    assert row == {"words": f"'{start}HYPERLINK(1)", "sources": f"'{start}x", "low": "-1"}


def test_a_spreadsheet_holds_text_as_text_under_a_frozen_header() -> None:
    out = io.BytesIO()
    write_table([{"words": "=1+1", "low": 60, "high": None, "carried": True, "url": "https://x.example"}], "xlsx", out)
    sheet = openpyxl.load_workbook(out).active
    assert sheet.freeze_panes == "A2"
    assert [cell.value for cell in sheet[2]] == ["=1+1", 60, None, True, "https://x.example"]
    assert sheet["A2"].data_type == "s"
    assert sheet["E2"].hyperlink is None


def test_a_spreadsheet_says_what_it_had_to_cut() -> None:
    out = io.BytesIO()
    write_table([{"words": "x" * 40_000}], "xlsx", out)
    value = openpyxl.load_workbook(out).active["A2"].value
    assert len(value) == 32_767
    assert value.endswith("[cut: 40,000 characters in all, see the JSON lines]")


def test_the_same_records_give_the_same_spreadsheet() -> None:
    first, second = io.BytesIO(), io.BytesIO()
    write_table(records(), "xlsx", first)
    write_table(records(), "xlsx", second)
    assert first.getvalue() == second.getvalue()


def test_a_spreadsheet_needs_a_file() -> None:
    with pytest.raises(UsageError, match="Name a file"):
        write_table(records(), "xlsx", io.StringIO())


def test_a_terminal_table_shows_words_chain_and_place() -> None:
    out = io.StringIO()
    write_table(claim_rows(siege()), "table", out)
    assert "measure" in out.getvalue()
    assert "killed" in out.getvalue()
    assert "claim_id" not in out.getvalue()


def test_a_terminal_table_obeys_no_control_character() -> None:
    out = io.StringIO()
    write_table([{"claim_id": "1", "words": "\x1b[31mred \u202e [bold]x[/bold]"}], "table", out)
    assert "\x1b" not in out.getvalue()
    assert "\u202e" not in out.getvalue()
    assert "[bold]x[/bold]" in out.getvalue()


@pytest.mark.parametrize("fmt", ["jsonl", "csv", "table"])
def test_no_records_give_no_error(fmt: str) -> None:
    out = io.BytesIO()
    write_table([], fmt, out)
    assert out.getvalue().strip() == b""


def test_rows_for_people_carry_words_beside_offsets() -> None:
    said = attribution_rows(siege())[0]
    assert said["content_words"] == "At least 60 people, including 13 children, were killed"
    assert said["outlet"] == "Orvania Herald"
    assert str(claim_rows(siege())[0]["sentence_words"]).startswith("At least 60 people, including")


def test_an_unknown_format_names_the_known_ones() -> None:
    with pytest.raises(UsageError, match="jsonl, table, csv, xlsx"):
        checked_format("docx")


def test_a_terminal_keeps_ids_and_days_whole() -> None:
    record: dict[str, Json] = {
        "claim_id": "c",
        "article": "4373b63b58315f52",
        "words": "word " * 40,
        "date": "2025-08-08/2025-08-12",
    }
    page = io.StringIO()
    write_table([record] * 2, "table", page)
    assert "4373b63b58315f52" in page.getvalue()
    assert "2025-08-12" in page.getvalue()
