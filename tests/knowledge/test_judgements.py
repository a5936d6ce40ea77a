"""A file of judgements gives back what was written, whatever the words hold."""

from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from sayso.errors import UsageError
from sayso.knowledge.judgements import append_judgement, make_judgement, read_judgements

AT = datetime(2031, 5, 6, 12, tzinfo=UTC)
WORDS = st.text(min_size=1).filter(str.strip)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(WORDS, WORDS, WORDS), min_size=1, max_size=3))
@example([("same street\u2028second line", "A. Editor\u2029", "c1\x85"), ("one\x0b\x0c\x1c\x1d\x1etwo", "B", "c2")])
def test_judgements_are_read_as_they_were_written(told: list[tuple[str, str, str]]) -> None:
    made = {make_judgement("join", [about], by=by, reason=reason, at=AT) for reason, by, about in told}
    with TemporaryDirectory() as folder:
        path = Path(folder) / "decided.jsonl"
        for judgement in made:
            append_judgement(judgement, path)
        assert set(read_judgements([path])) == made


@pytest.mark.parametrize("field", ["by", "reason", "value"])
def test_words_that_no_file_can_hold_are_refused(field: str) -> None:
    told = {"by": "A. Editor", "reason": "seen", "value": "copies", field: "half \udcff"}
    with pytest.raises(UsageError, match="no text"):
        make_judgement("join", ["a"], by=told["by"], reason=told["reason"], value=told["value"], at=AT)
