"""Hashes of what makes a reading move whenever it changes, and only then."""

from pathlib import Path

import pytest

from sayso.knowledge import fingerprint


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(fingerprint, "files", lambda _: tmp_path)
    (tmp_path / "claims" / "weights").mkdir(parents=True)
    (tmp_path / "claims" / "reader.py").write_text("LEAST = 1\n")
    (tmp_path / "claims" / "weights" / "w.bin").write_bytes(b"\x00\x01")
    return tmp_path / "claims"


def of_part() -> str:
    fingerprint.of_part.cache_clear()
    made = fingerprint.of_part("claims")
    fingerprint.of_part.cache_clear()
    return made


@pytest.mark.parametrize("change", ["code", "weights", "name", "new", "gone"])
def test_a_part_is_known_by_all_of_its_files(package: Path, change: str) -> None:
    before = of_part()
    match change:
        case "code":
            (package / "reader.py").write_text("LEAST = 2\n")
        case "weights":
            (package / "weights" / "w.bin").write_bytes(b"\x00\x02")
        case "name":
            (package / "reader.py").rename(package / "other.py")
        case "new":
            (package / "words.yaml").write_text("")
        case _:
            (package / "weights" / "w.bin").unlink()
    assert of_part() != before


def test_what_python_compiled_is_no_part_of_it(package: Path) -> None:
    before = of_part()
    (package / "__pycache__").mkdir()
    (package / "__pycache__" / "reader.pyc").write_bytes(b"x")
    assert of_part() == before


def test_files_are_known_by_what_they_hold(tmp_path: Path) -> None:
    one, same, other = (tmp_path / name for name in "abc")
    one.write_text("x")
    same.write_text("x")
    other.write_text("y")
    assert fingerprint.of_files([one]) == fingerprint.of_files([same]) != fingerprint.of_files([other])
    assert fingerprint.of_files([one, other]) != fingerprint.of_files([other, one])
