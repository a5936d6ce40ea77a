"""Chains as the brief shows them."""

from sayso.publish.rows import told_together


def test_sources_side_by_side_are_one_step_of_a_chain() -> None:
    assert told_together(("activists", "lawyers", "Reuters"), ("lawyers",)) == ("activists and lawyers", "Reuters")
    assert told_together(("a doctor", "Unicef"), ()) == ("a doctor", "Unicef")
    assert told_together((), ()) == ()
