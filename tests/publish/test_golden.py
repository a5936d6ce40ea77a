"""Every format of the hand-built siege and of the example case reads as its golden file does."""

import pytest

from . import golden


@pytest.mark.parametrize("name", golden.NAMES)
def test_a_brief_reads_as_its_golden_file(name: str) -> None:
    found = golden.difference(name)
    if found:
        pytest.fail(f"{name} reads differently. If that is what you want: make golden\n{found}", pytrace=False)


@pytest.mark.parametrize("name", [name for name in golden.NAMES if name.startswith("example")])
def test_a_golden_file_is_small_enough_to_be_read(name: str) -> None:
    assert (golden.FOLDER / name).stat().st_size < 170_000


def test_golden_files_are_those_that_are_tested() -> None:
    assert {path.name for path in golden.FOLDER.iterdir()} == set(golden.NAMES)
