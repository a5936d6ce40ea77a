"""What is taken for a refusal to speak, and is none."""

import pytest

from sayso import attribute
from sayso.annotate import Annotator
from sayso.model import Act
from tests.conftest import make_report


@pytest.mark.parametrize(
    ("text", "silent"),
    [
        ("The Herald managed to speak to Lio and her mother Marit yesterday.", []),
        ("The mayor could not be reached. The bank has yet to respond.", ["The mayor", "The bank"]),
    ],
)
def test_a_contact_that_came_about_is_nobodys_silence(annotator: Annotator, text: str, silent: list[str]) -> None:
    [annotated] = annotator.annotate([make_report(text)])
    [found] = attribute.load().attribute([annotated])
    assert [s.of(annotated.text) for one in found if one.act is Act.DECLINES for s in one.speaker] == silent
