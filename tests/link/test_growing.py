"""Linking one batch after the other gives what linking all at once gives, whatever the order."""

from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.knowledge.sources import load_registry
from sayso.link import Growing
from tests.link.cases import Case
from tests.link.test_incidents import cases

REGISTRY = load_registry()


@settings(max_examples=25, deadline=None)
@given(cases(), st.integers(1, 4), st.randoms(use_true_random=False))
def test_batches_give_what_all_at_once_gives(case: Case, size: int, shuffler: Random) -> None:
    whole = Growing(REGISTRY)
    expected = whole.add(case.claims, case.reports, ())
    reports = list(case.reports)
    shuffler.shuffle(reports)
    batched = Growing(REGISTRY)
    made = batched.add((), (), ())
    for start in range(0, len(reports), size):
        batch = reports[start : start + size]
        names = {report.id for report in batch}
        made = batched.add([claim for claim in case.claims if claim.report in names], batch, ())
    assert {i.id for i in made.incidents} == {i.id for i in expected.incidents}
    assert {(i.id, o.id, o.claims) for i in made.incidents for o in i.origins if len(o.claims) == 1} == {
        (i.id, o.id, o.claims) for i in expected.incidents for o in i.origins if len(o.claims) == 1
    }
