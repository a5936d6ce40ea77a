"""JSON lines and JSON files: records become reports, their text exactly as given."""

import hashlib
import itertools
import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.model import BlockKind, NotRead, Report
from sayso.read import ReadOptions, read
from sayso.read.records import report_from_record

WORDS = "Two medics said that at least 34 people had died in the attack."


def outcomes(path: Path, contents: str | bytes, options: ReadOptions | None = None) -> list[Report | NotRead]:
    path.write_bytes(contents.encode() if isinstance(contents, str) else contents)
    return list(read([path], options or ReadOptions()))


def only(report: Report | NotRead) -> Report:
    assert isinstance(report, Report), report
    return report


def record(**fields: object) -> Report:
    return report_from_record({"text": WORDS, **fields}, ReadOptions(), "x.jsonl:1", "0" * 64)


def test_a_record_gives_its_fields(tmp_path: Path) -> None:
    line = {"id": " A/7 ", "text": f" {WORDS}\r\n\r\nMore words. ", "title": "Rockets hit market", "outlet": "Ledger",
            "url": "https://ledger.example/7", "published": "2031-03-05T08:26+11:00"}  # fmt: skip
    [outcome] = outcomes(tmp_path / "a.jsonl", json.dumps(line) + "\n")
    report = only(outcome)
    assert (report.id, report.text, report.title) == (" A/7 ", line["text"], "Rockets hit market")
    assert (report.outlet, report.url) == ("Ledger", "https://ledger.example/7")
    assert report.published is not None
    assert (report.published.iso(), report.published.found_in) == ("2031-03-05T08:26+11:00", "field")
    assert report.locator.endswith("a.jsonl:1")
    assert report.notes == ()


def test_a_bad_line_is_named_and_the_rest_goes_on(tmp_path: Path) -> None:
    lines = ['{"text": "' + WORDS + '"}', "no json", "{}", '{"text": ""}', '{"text": 7}', "[1]", "", '{"text": null}',
             '{"text": "Another report, in which nobody died."}', '{"text": "cut o']  # fmt: skip
    found = outcomes(tmp_path / "a.jsonl", "\n".join(lines))
    assert [type(o).__name__[0] for o in found] == list("RNNNNNNRN")
    whats = [f"{o.locator.rsplit(':', 1)[1]} {o.what}" for o in found if isinstance(o, NotRead)]
    expected = ["2 The line is not JSON", '3 It has no "text"', '4 Its "text" is empty', "5 Its"]
    expected += ["6 It is JSON, but no object", '8 It has no "text"', "10 The line"]
    for said, start in zip(whats, expected, strict=True):
        assert said.startswith(start)
    assert all(o.do for o in found if isinstance(o, NotRead))


@pytest.mark.parametrize("published", ["2016-02-31", "soon", 1481617680.5, ["2016"], "31/02/2016"])
def test_a_day_that_does_not_exist_stays_unknown_and_is_noted(published: object) -> None:
    report = record(published=published)
    assert report.published is None
    assert any('"published"' in note for note in report.notes)


def test_a_whole_number_is_an_id() -> None:
    assert record(id=17).id == "17"


def test_the_texts_own_day_is_used_where_the_record_has_none_and_compared_where_it_has() -> None:
    dated = report_from_record({"text": f"Published March 5 2031 {WORDS}"}, ReadOptions(), "x:1", "0" * 64)
    assert dated.published is not None
    assert (dated.published.iso(), dated.published.found_in) == ("2031-03-05", "text")
    other = report_from_record(
        {"text": f"Published March 5 2031 {WORDS}", "published": "2031-01-05"}, ReadOptions(), "x:1", "0" * 64
    )
    assert other.published is not None
    assert other.published.iso() == "2031-01-05"
    assert any("the text" in note for note in other.notes)


def test_a_title_that_runs_into_the_text_is_a_block_of_its_own() -> None:
    report = record(title="Rockets hit market in Varosh", text=f"Tue 05 Mar 2031 Rockets hit market in Varosh. {WORDS}")
    assert [(b.kind, report.words(b.span)) for b in report.blocks] == [
        (BlockKind.TIMES, "Tue 05 Mar 2031"),
        (BlockKind.TITLE, "Rockets hit market in Varosh."),
        (BlockKind.PARAGRAPH, WORDS),
    ]


def test_ids_that_come_twice_are_told_apart(tmp_path: Path) -> None:
    name = f"a#{hashlib.sha256(WORDS.encode()).hexdigest()[:8]}"
    lines = "\n".join(json.dumps({"id": given, "text": WORDS}) for given in ("a", "a", name, "a"))
    found = [only(o) for o in outcomes(tmp_path / "a.jsonl", lines)]
    assert [r.id for r in found] == ["a", f"{name}-2", name, f"{name}-3"]
    assert [any("more than once" in note for note in r.notes) for r in found] == [False, True, False, True]
    assert len({r.key() for r in found}) == 4, "the same words handed in twice are two reports"


VERSIONS = (
    {"id": "a", "text": f"{WORDS} Nine people died.", "published": "2031-03-05", "updated": "2031-03-07"},
    {"id": "a", "text": f"{WORDS} Ten people died.", "published": "2031-03-05"},
    {"id": "a", "text": f"{WORDS} Six people died."},
)


@pytest.mark.parametrize("order", list(itertools.permutations(VERSIONS)))
def test_which_version_keeps_an_id_follows_from_the_versions_and_not_from_their_order(
    tmp_path: Path, order: tuple[dict[str, str], ...]
) -> None:
    found = [only(o) for o in outcomes(tmp_path / "a.jsonl", "\n".join(map(json.dumps, order)))]
    named = {r.text: r.id for r in found}
    assert [r.text for r in found] == [version["text"] for version in order]
    assert named[VERSIONS[1]["text"]] == "a"
    assert all(r.id == f"a#{r.text_sha256()[:8]}" for r in found if r.id != "a")
    assert {r.given_id for r in found} == {None, "a"}


def test_the_key_of_a_report_stands_when_versions_come_in_and_moves_with_the_words(tmp_path: Path) -> None:
    alone, late, early = VERSIONS[1], VERSIONS[0], {**VERSIONS[2], "published": "2031-01-01"}
    keys = []
    for n, records in enumerate(([alone], [alone, late], [early, alone, late])):
        found = [only(o) for o in outcomes(tmp_path / f"{n}.jsonl", "\n".join(map(json.dumps, records)))]
        keys.append({r.text: r.key() for r in found})
    assert len({held[alone["text"]] for held in keys}) == 1
    assert len(set(keys[-1].values())) == 3


def test_a_json_list_one_record_and_records_in_a_row_are_read(tmp_path: Path) -> None:
    one = json.dumps({"id": "a", "text": WORDS}, indent=1)
    assert [only(o).id for o in outcomes(tmp_path / "a.json", one)] == ["a"]
    named = [only(o).id for o in outcomes(tmp_path / "b.json", f"[{one}, {one}]")]
    assert named[0] == "a"
    assert named[1].startswith("a#")
    assert [only(o).id for o in outcomes(tmp_path / "c.jsonl", f"[{one}]")] == ["a"]
    found = outcomes(tmp_path / "d.json", f"[{one}, oops]")
    assert [type(o) for o in found] == [Report, NotRead]
    assert [type(o) for o in outcomes(tmp_path / "e.json", "[]")] == [NotRead]


@pytest.mark.parametrize(
    ("after", "said"),
    [
        ('] {"text": "one more"}', "ends before this"),
        ("] ]", "ends before this"),
        ("] // a remark", "ends before this"),
        ("", "has no end"),
        (",", "has no end"),
    ],
)
def test_what_stands_after_a_list_is_told(tmp_path: Path, after: str, said: str) -> None:
    one = json.dumps({"id": "a", "text": WORDS})
    report, rest = outcomes(tmp_path / "a.json", f"[{one}{after}")
    assert only(report).id == "a"
    assert isinstance(rest, NotRead)
    assert said in rest.what
    assert WORDS not in rest.what


@pytest.mark.parametrize("after", ["]", "]\n\n", "] , \n", ", ]"])
def test_the_end_of_a_list_is_no_rest(tmp_path: Path, after: str) -> None:
    (report,) = outcomes(tmp_path / "a.json", f"[{json.dumps({'id': 'a', 'text': WORDS})}{after}")
    assert only(report).id == "a"


def test_lone_surrogates_are_replaced_in_place_with_a_note(tmp_path: Path) -> None:
    [outcome] = outcomes(tmp_path / "a.jsonl", '{"id": "\\ud800", "text": "Two medics \\ud800 said so, and more."}')
    report = only(outcome)
    assert report.text == "Two medics \ufffd said so, and more."
    report.id.encode()
    assert any("surrogate" in note for note in report.notes)


def test_numbers_and_nesting_beyond_all_bounds_are_only_a_bad_line(tmp_path: Path) -> None:
    lines = ['{"text": ' + "9" * 5000 + "}", "[" * 100_000, json.dumps({"text": WORDS})]
    assert [type(o) for o in outcomes(tmp_path / "a.jsonl", "\n".join(lines))] == [NotRead, NotRead, Report]


def test_a_line_that_is_too_long_is_left_out_and_the_next_one_read(tmp_path: Path) -> None:
    lines = [json.dumps({"text": WORDS * 100}), json.dumps({"id": "b", "text": WORDS})]
    found = outcomes(tmp_path / "a.jsonl", "\n".join(lines), ReadOptions(max_bytes=500))
    assert [type(o) for o in found] == [NotRead, Report]
    assert only(found[1]).locator.endswith(":2")


def test_a_line_that_is_not_in_utf_8_is_named(tmp_path: Path) -> None:
    found = outcomes(tmp_path / "a.jsonl", '{"text": "café"}'.encode("latin-1") + b"\n")
    assert isinstance(found[0], NotRead)
    assert "UTF-8" in found[0].what


def test_a_long_file_is_read_as_it_goes(tmp_path: Path) -> None:
    path = tmp_path / "long.jsonl"
    with path.open("w") as lines:
        for number in range(20_000):
            lines.write(json.dumps({"id": str(number), "text": WORDS}) + "\n")
    stream: Iterator[Report | NotRead] = read([path])
    assert [only(next(stream)).id for _ in range(3)] == ["0", "1", "2"]


@given(st.text(max_size=200).filter(lambda text: any(c.isalnum() for c in text)))
def test_the_text_is_kept_exactly(text: str) -> None:
    assert report_from_record({"text": text}, ReadOptions(), "x:1", "0" * 64).text == text
