"""The table of what each part brings switches off parts that the reader has."""

import pytest

from ablate import PARTS, without


@pytest.mark.parametrize("part", PARTS)
def test_every_part_that_is_switched_off_is_a_part_of_the_reader(part: str) -> None:
    with without(part):
        pass
