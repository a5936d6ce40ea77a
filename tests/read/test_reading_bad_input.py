"""Inputs that cannot be read: each gets its line with what happened and what to do, and the rest goes on."""

import encodings
import json
import os
import pkgutil
from collections.abc import Callable
from pathlib import Path

import pytest

from sayso.errors import KnowledgeError
from sayso.model import NotRead, Report
from sayso.read import ReadOptions, read

WORDS = "Two medics said that at least 34 people had died in the attack."
MakePdf = Callable[..., bytes]
ReadOne = Callable[..., Report | NotRead]


def refused(outcome: Report | NotRead, what: str) -> None:
    assert isinstance(outcome, NotRead), outcome
    assert what in outcome.what
    assert outcome.do.endswith(".")
    assert outcome.locator


@pytest.mark.parametrize(
    ("contents", "name", "what"),
    [
        (b"", "a.txt", "empty"),
        (b"\xef\xbb\xbf", "a.txt", "no text"),
        (b" \n\t \n", "a.txt", "no text"),
        (bytes(range(256)) * 20, "a.txt", "no text"),
        (b"\x00\x01\x02\x03" * 100, "a", "no text"),
        (b"\x89PNG\r\n\x1a\n" + b"\x00" * 50, "a.png", "picture"),
        (b"PK\x03\x04" + b"\x00" * 50, "a.docx", "office document"),
        (b"%PDF-1.7 junk", "a.pdf", "damaged"),
        (b"%PDF-1.7 junk", "a.txt", "damaged"),
        (b"no pdf at all", "a.pdf", "not a PDF"),
        (b"<html><body></body></html>", "a.html", "no text"),
        (b"not json", "a.jsonl", "not JSON"),
        (b"\n\n", "a.jsonl", "no report"),
        (b"{", "a.json", "not JSON"),
        (b"a,b\n1,2\n", "a.csv", '".csv"'),
    ],
)
def test_a_file_that_holds_no_report_says_why(read_one: ReadOne, contents: bytes, name: str, what: str) -> None:
    refused(read_one(contents, name), what)


def test_a_file_that_is_too_large_is_never_loaded(tmp_path: Path) -> None:
    path = tmp_path / "large.txt"
    with path.open("wb") as stream:
        stream.truncate(200_000_000)
    [outcome] = read([path])
    refused(outcome, "200,000,000 bytes")


def test_a_text_that_is_too_long_says_so(read_one: ReadOne) -> None:
    refused(read_one("word " * 250_000), "1,250,000 characters")


CLOSING = (
    "How this brief was made\nRead by: sayso\nA hash shows that a file is unchanged since it was\n"
    "read, not that it is true.\n"
)


def test_a_brief_of_ours_saved_as_text_or_printed_is_refused(read_one: ReadOne, make_pdf: MakePdf) -> None:
    refused(read_one(f"{WORDS}\n{CLOSING}"), "a brief that sayso wrote")
    refused(read_one(make_pdf([[WORDS], CLOSING.splitlines()]), "brief.pdf"), "a brief that sayso wrote")
    refused(
        read_one(f"<html><head><meta content=sayso-brief name=generator></head><p>{WORDS}</p>", "a.html"),
        "a brief that sayso wrote",
    )


def test_a_report_that_quotes_a_brief_is_read(read_one: ReadOne) -> None:
    assert isinstance(read_one(f"{CLOSING}\n{WORDS * 150}"), Report)
    assert isinstance(read_one(f"{WORDS} A hash shows that a file is unchanged since it was read."), Report)


def test_a_few_nul_characters_do_not_lose_a_text(read_one: ReadOne) -> None:
    outcome = read_one(f"{WORDS}\x00 {WORDS} {WORDS}")
    assert isinstance(outcome, Report)
    assert any("NUL" in note for note in outcome.notes)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32", "cp1252"])
def test_text_is_decoded_and_its_encoding_gives_it_back(read_one: ReadOne, encoding: str) -> None:
    words = f"{WORDS} The café near the “old” market was hit, said Zoë – a baker – on Tuesday."
    body = words.encode(encoding)
    outcome = read_one(body)
    assert isinstance(outcome, Report)
    assert outcome.text == words
    assert outcome.encoding is not None
    assert body.decode(outcome.encoding) == outcome.text


def test_paths_that_are_not_there_are_named(tmp_path: Path) -> None:
    good = tmp_path / "good.txt"
    good.write_text(WORDS)
    missing, report = read([tmp_path / "none.txt", good])
    refused(missing, "no such file")
    assert isinstance(report, Report)
    [odd] = read([Path("a\x00b")])
    refused(odd, "cannot be opened")


def test_an_empty_folder_and_one_of_hidden_files_are_named(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    (tmp_path / "hidden").mkdir()
    (tmp_path / "hidden" / ".secret.txt").write_text(WORDS)
    for outcome in read([tmp_path / "empty", tmp_path / "hidden"]):
        refused(outcome, "empty")


def test_folders_are_read_by_name_with_what_lies_below(tmp_path: Path) -> None:
    for name in ("b.txt", "a/z.txt", "a/c.txt", "c.txt/inner.txt", ".git/x.txt"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(f"{WORDS} {name}")
    found = [Path(o.locator).relative_to(tmp_path).as_posix() for o in read([tmp_path]) if isinstance(o, Report)]
    assert found == ["a/c.txt", "a/z.txt", "b.txt", "c.txt/inner.txt"]


def test_links_that_loop_leave_or_dangle_are_named_and_not_followed(tmp_path: Path) -> None:
    folder, outside = tmp_path / "case", tmp_path / "outside.txt"
    folder.mkdir()
    outside.write_text(WORDS)
    (folder / "a.txt").write_text(WORDS)
    (folder / "back").symlink_to(folder)
    (folder / "dangling").symlink_to(tmp_path / "none")
    (folder / "out").symlink_to(outside)
    (folder / "round1").symlink_to(folder / "round2")
    (folder / "round2").symlink_to(folder / "round1")
    outcomes = {Path(o.locator).name: o for o in read([folder])}
    assert isinstance(outcomes.pop("a.txt"), Report)
    for name, what in (("back", "leads back"), ("dangling", "nothing"), ("out", "not followed"), ("round1", "circle"),
                       ("round2", "circle")):  # fmt: skip
        refused(outcomes[name], what)
    [named] = read([folder / "out"])
    assert isinstance(named, Report)
    [looping] = read([folder / "round1"])
    refused(looping, "cannot be opened")


def test_a_file_without_permission_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.txt"
    path.write_text(WORDS)

    def deny(self: Path, *_: object) -> bytes:
        raise PermissionError(13, "Permission denied", str(self))

    monkeypatch.setattr(Path, "read_bytes", deny)
    [outcome] = read([path])
    refused(outcome, "permission")


def test_a_folder_without_permission_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def deny(path: object) -> None:
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(os, "scandir", deny)
    [outcome] = read([tmp_path])
    refused(outcome, "permission")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="the system has no named pipes")
def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    [outcome] = read([tmp_path])
    refused(outcome, "neither")


def test_copies_are_two_reports_and_a_file_named_twice_is_one(tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(WORDS)
    first, second, again = read([tmp_path, tmp_path / "a.txt"])
    assert isinstance(first, Report)
    assert isinstance(second, Report)
    assert second.id == f"{first.id}#{first.text_sha256()[:8]}"
    assert first.sha256 == second.sha256
    refused(again, "named twice")


def test_a_record_per_line_without_the_right_name_is_seen(read_one: ReadOne) -> None:
    outcome = read_one(f'{{"id": "a", "text": "{WORDS}"}}\n', "export.txt")
    assert isinstance(outcome, Report)
    assert outcome.id == "a"


def test_a_page_saved_as_text_is_read_as_a_page(read_one: ReadOne) -> None:
    outcome = read_one(f"<!DOCTYPE html><html><body><p>{WORDS}</p></body></html>", "page.txt")
    assert isinstance(outcome, Report)
    assert outcome.media_type == "text/html"
    assert outcome.text == WORDS


def test_html_with_a_broken_charset_is_read_with_a_note(read_one: ReadOne) -> None:
    body = f'<html><head><meta charset="utf-8"></head><body><p>{WORDS} Zo\xeb saw it.</p></body></html>'.encode(
        "latin-1"
    )
    outcome = read_one(body, "page.html")
    assert isinstance(outcome, Report)
    assert any("utf-8" in note for note in outcome.notes)


def test_options_hold_for_lines_too(read_one: ReadOne) -> None:
    refused(read_one(f'{{"text": "{WORDS}"}}\n', "a.jsonl", ReadOptions(max_chars=10)), "more than the 10 ")


CODECS = sorted(module.name for module in pkgutil.iter_modules(encodings.__path__))


@pytest.mark.parametrize("charset", [*CODECS, "base64", "xn--a", "utf-7", "x-user-defined"])
def test_whatever_encoding_a_page_declares_its_words_are_read(read_one: ReadOne, charset: str) -> None:
    page = f'<html><head><meta charset="{charset}"></head><body><p>{WORDS} \\u0041 +AEE- was left.</p></body></html>'
    outcome = read_one(page, "page.html")
    assert isinstance(outcome, Report)
    assert WORDS in outcome.text
    assert "+AEE-" in outcome.text, "an encoding that no page is in would read other words"


@pytest.mark.parametrize(
    ("charset", "encoding"), [("iso-8859-9", "cp1254"), ("gb2312", "gbk"), ("x-sjis", "cp932"), ("koi8-r", "koi8-r")]
)
def test_a_declared_encoding_is_read_as_browsers_read_it(read_one: ReadOne, charset: str, encoding: str) -> None:
    outcome = read_one(f'<html><head><meta charset="{charset}"></head><body><p>{WORDS}</p></body></html>', "a.html")
    assert isinstance(outcome, Report)
    assert outcome.encoding == encoding


def test_an_input_that_breaks_a_reader_is_told_and_the_others_are_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from sayso.read import html_page, records
    from sayso.read.layout import lay_out

    def breaks(*_: object) -> None:
        raise IndexError("out of range")

    monkeypatch.setattr(html_page, "report_from_html", breaks)
    monkeypatch.setattr(
        records, "lay_out", lambda text, title: breaks() if "odd" in text else lay_out(text, title=title)
    )
    (tmp_path / "a.html").write_text(f"<p>{WORDS}</p>")
    lines = [json.dumps({"text": text}) for text in ("odd words", WORDS)]
    (tmp_path / "b.jsonl").write_text("\n".join(lines))
    (tmp_path / "c.txt").write_text(WORDS)
    page, line, *others = read([tmp_path])
    refused(page, "sayso failed on it (IndexError: out of range)")
    refused(line, "sayso failed")
    assert [type(outcome) for outcome in others] == [Report, Report]


def test_damaged_knowledge_is_no_fault_of_an_input(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from sayso.read import inputs

    def damaged(*_: object) -> None:
        raise KnowledgeError("It is damaged.", "a vocabulary", "Mend it.")

    monkeypatch.setattr(inputs, "report_from_bytes", damaged)
    (tmp_path / "a.txt").write_text(WORDS)
    with pytest.raises(KnowledgeError):
        list(read([tmp_path]))
