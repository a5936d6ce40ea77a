"""Each rule of Airwars: where it fires, and where it must not."""

from dataclasses import replace
from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from sayso.assess.methods import apply, shipped, unread
from sayso.assess.methods.airwars import shown_range
from sayso.knowledge.sources import load_registry
from sayso.model import ClaimKind, EventKind, Group, Measure, Modifier
from tests.assess.methods.cases import DAY, analysis, assessed, claim, days, judged, origin, parts, set_to, value

A, B = claim("a", 60), claim("b", 80)
TWO = [origin("monitor", A), origin("council", B)]
ADMITS = claim("adm", None, measure=None, kind=ClaimKind.ADMISSION, actor="The Syrian army", words="it was our shell")


def blamed(name: str, number: int, whom: str) -> object:
    return claim(name, number, blamed=whom)


def test_confirmed_where_the_accused_admits() -> None:
    a = claim("a", 60, blamed="the Syrian army")
    found = assessed("airwars", [origin("monitor", a)], [a, ADMITS])
    assert found.headline.shown == "Confirmed"
    assert "it was our shell" in found.headline.reason


def test_confirmed_not_where_somebody_else_than_the_accused_admits() -> None:
    a = claim("a", 60, blamed="Russian warplanes")
    assert assessed("airwars", [origin("monitor", a)], [a, ADMITS]).headline.shown == "Weak"


def test_fair_where_two_independent_origins_and_action_that_day() -> None:
    found = assessed("airwars", TWO, [A, B])
    assert (found.headline.shown, found.headline.rule) == ("Fair", "fair")
    assert "monitor" in found.headline.reason
    assert set(found.headline.claims) == {"a", "b"}


def test_fair_not_without_action_or_without_a_day() -> None:
    assert assessed("airwars", TWO, [A, B], event=EventKind.LANDMINE).headline.rule == "ungraded"
    assert "the day is not known" in assessed("airwars", TWO, [A, B], date=None).headline.reason
    week = days(DAY, DAY + timedelta(days=6))
    assert assessed("airwars", TWO, [A, B], date=week).headline.rule == "ungraded"


def test_weak_where_one_source_however_often_repeated() -> None:
    again = claim("a2", 60, report="other")
    found = assessed("airwars", [origin("monitor", A, again)], [A, again])
    assert found.headline.shown == "Weak"
    assert "one source: monitor" in found.headline.reason


def test_weak_where_only_unnamed_sources_and_outlets_speak() -> None:
    found = assessed("airwars", [origin("unnamed", A), origin("none", B)], [A, B])
    assert found.headline.shown == "Weak"
    assert "No source is named" in found.headline.reason


def test_weak_not_where_two_sources_speak() -> None:
    assert assessed("airwars", TWO, [A, B]).headline.shown != "Weak"


def test_contested_where_independent_origins_name_different_perpetrators() -> None:
    a, b = claim("a", 60, blamed="Syrian government jets"), claim("b", 80, blamed="rebels")
    found = assessed("airwars", [origin("monitor", a), origin("council", b)], [a, b])
    assert found.headline.shown == "Contested"
    assert "the government of Syria" in found.headline.reason


def test_contested_not_where_the_words_may_mean_the_same_or_one_origin_leaves_it_open() -> None:
    a, b = claim("a", 60, blamed="Syrian or Russian jets"), claim("b", 80, blamed="Russian warplanes")
    assert assessed("airwars", [origin("monitor", a), origin("council", b)], [a, b]).headline.shown == "Fair"
    c = claim("c", 60, blamed="gunmen")
    assert assessed("airwars", [origin("monitor", c), origin("council", b)], [b, c]).headline.shown == "Fair"


def test_contested_not_through_the_accused_partys_own_account_unless_set_so() -> None:
    a = claim("a", 60, blamed="the Syrian army")
    own = claim("own", 9, blamed="rebels")
    origins = [origin("monitor", a), origin("party:syria-government", own)]
    assert assessed("airwars", origins, [a, own]).headline.shown == "Weak"
    assert assessed(set_to("airwars", accused_may_contest=True), origins, [a, own]).headline.shown == "Contested"


def test_discounted_by_a_person_alone() -> None:
    fighters = claim("a", 60, group=Group.COMBATANT)
    assert assessed("airwars", [origin("monitor", fighters)], [fighters]).headline.shown == "Weak"
    found = assessed("airwars", TWO, [A, B], judged("grade", "a", "Discounted"))
    assert (found.headline.shown, found.headline.judgement) == ("Discounted", "j-grade")
    assert "M. Orr" in found.headline.reason


def test_judged_for_another_method_changes_nothing() -> None:
    assert assessed("airwars", TWO, [A, B], judged("grade", "a", "Weak", "ucdp")).headline.shown == "Fair"
    assert assessed("airwars", TWO, [A, B], judged("grade", "a", "Weak")).headline.rule == "judged"
    assert assessed("airwars", TWO, [A, B], judged("grade", "elsewhere", "Weak")).headline.shown == "Fair"


def test_scope_leaves_out_the_toll_of_a_war_and_harm_that_killed_nobody() -> None:
    assert assessed("airwars", TWO, [A, B], event=EventKind.CUMULATIVE).headline.rule == "scope"
    fled = claim("f", 900, measure=Measure.DISPLACED)
    found = assessed("airwars", [origin("monitor", fled)], [fled])
    assert [part.rule for part in found.parts] == ["scope"]
    assert value(found, "killed_min") is None


def test_ungraded_where_only_the_accused_speaks() -> None:
    own = claim("own", 9)
    denial = claim("d", None, measure=None, kind=ClaimKind.DENIAL, actor="The Syrian army", words="denied it")
    found = assessed("airwars", [origin("party:syria-government", own)], [own, denial])
    assert (found.headline.shown, found.headline.rule) == ("not graded", "ungraded")
    assert found.headline.values == ()


def test_minimum_and_maximum_run_from_the_lowest_to_the_highest_claim_with_whose_they_are() -> None:
    found = assessed("airwars", TWO, [A, B])
    assert (value(found, "killed_min"), value(found, "killed_max")) == (60, 80)
    (range_,) = parts(found, "minimum_and_maximum")
    assert "“60 people” (monitor)" in range_.reason
    assert range_.shown == "60–80"


def test_minimum_and_maximum_leave_out_the_accused_the_denied_and_are_blank_where_unknown() -> None:
    a = claim("a", 60, blamed="the Syrian army")
    own = claim("own", 9)
    found = assessed("airwars", [origin("monitor", a), origin("party:syria-government", own)], [a, own])
    assert (value(found, "killed_min"), value(found, "killed_max")) == (60, 60)
    number = claim("n", None, words="a number of people", modifier=Modifier.VAGUE)
    assert value(assessed("airwars", [origin("monitor", number)], [number]), "killed_min") is None


def test_minimum_and_maximum_by_category() -> None:
    child = claim("c", 5, group=Group.CHILD, words="five children", subset_of="a")
    found = assessed("airwars", [origin("monitor", A, child)], [A, child])
    assert (value(found, "children_killed_min"), value(found, "children_killed_max")) == (5, 5)
    assert value(found, "women_killed_min") is None


@given(st.none() | st.integers(0, 9), st.none() | st.integers(0, 9))
def test_shown_range(low: int | None, high: int | None) -> None:
    shown = shown_range(low, high)
    assert (shown == "unknown") == (low is None and high is None)
    if low is not None and high is not None:
        assert shown == (str(low) if low == high else f"{low}–{high}")


def test_civilian_unless_shown_otherwise() -> None:
    assert value(assessed("airwars", [origin("monitor", A)], [A]), "killed_min") == 60


def test_civilian_unless_shown_otherwise_not_for_fighters_counted_among_them() -> None:
    fighters = claim("f", 8, group=Group.COMBATANT, words="eight fighters", subset_of="a")
    found = assessed("airwars", [origin("monitor", A, fighters)], [A, fighters])
    assert (value(found, "killed_min"), value(found, "belligerents_killed_min")) == (52, 8)


def test_contested_status_makes_both_minimums_zero() -> None:
    fighters = claim("f", 14, group=Group.COMBATANT, words="14 fighters")
    civilians = claim("c", 14, group=Group.CIVILIAN, words="14 civilians")
    found = assessed("airwars", [origin("monitor", fighters), origin("council", civilians)], [fighters, civilians])
    assert (value(found, "killed_min"), value(found, "belligerents_killed_min")) == (0, 0)
    assert (value(found, "killed_max"), value(found, "belligerents_killed_max")) == (14, 14)


def test_contested_status_not_where_one_origin_counts_both_or_only_the_perpetrator_says_so() -> None:
    fighters = claim("f", 6, group=Group.COMBATANT, words="six fighters")
    civilians = claim("c", 14, group=Group.CIVILIAN, words="14 civilians", blamed="the Syrian army")
    found = assessed("airwars", [origin("monitor", fighters, civilians)], [fighters, civilians])
    assert (value(found, "killed_min"), value(found, "belligerents_killed_min")) == (14, 6)
    origins = [origin("party:syria-government", fighters), origin("council", civilians)]
    assert value(assessed("airwars", origins, [fighters, civilians]), "killed_min") == 14


def test_belligerents_stand_in_rows_of_their_own_with_what_they_concede() -> None:
    a = claim("a", 60, blamed="the Syrian army")
    own = claim("own", 9)
    found = assessed("airwars", [origin("monitor", a), origin("party:syria-government", own)], [a, own, ADMITS])
    (row,) = parts(found, "belligerents")
    told = dict(row.values)
    assert told["belligerent_1_type"] == "Known"
    assert (told["belligerent_1_deaths_conceded_min"], told["belligerent_1_deaths_conceded_max"]) == (9, 9)
    assert value(found, "killed_min") == 60


def test_belligerents_concede_nothing_without_an_admission_and_there_is_no_row_without_blame() -> None:
    a = claim("a", 60, blamed="the Syrian army")
    own = claim("own", 9)
    found = assessed("airwars", [origin("monitor", a), origin("party:syria-government", own)], [a, own])
    told = dict(parts(found, "belligerents")[0].values)
    assert (told["belligerent_1_type"], told["belligerent_1_deaths_conceded_min"]) == ("Suspected", None)
    assert not parts(assessed("airwars", TWO, [A, B]), "belligerents")


def test_totals_add_up_minimums_of_fair_and_confirmed_and_never_a_maximum() -> None:
    found = apply(analysis(TWO, [A, B]), (shipped("airwars"),), load_registry())
    assert next((t.label, t.shown) for t in found.totals) == ("Civilians killed, minimum, Confirmed and Fair", "60")
    weak = apply(analysis([origin("monitor", A)], [A]), (shipped("airwars"),), load_registry())
    assert weak.totals[0].shown == "unknown"


def test_a_machines_grade_reads_by_the_published_rule() -> None:
    assert shipped("airwars").by == "by Airwars’ published rule"


def test_a_judgement_is_told_with_each_name_that_was_not_read() -> None:
    here = judged("grade", A.id, "Weak")
    partly = replace(here, about=(A.id, "gone"))
    wholly = replace(here, about=("gone", "lost"))
    elsewhere = replace(here, act="split", about=("gone",))
    found = unread([here, partly, wholly, elsewhere], analysis(TWO, [A, B]))
    assert [judgement.about for judgement in found] == [("gone",), ("gone", "lost")]
