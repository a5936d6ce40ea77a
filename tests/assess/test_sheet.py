from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.assess.ranges import compatible
from sayso.model import ClaimKind, Figure, FindingKind, Group, Measure, Modifier, Status
from tests.assess.cases import DAY, claim, of_kind, origin, sheet


def test_the_range_names_both_ends_with_words_and_origin_and_averages_nothing() -> None:
    a, b = claim("a", 60, words="60 rebels"), claim("b", 80, words="some 80 people", modifier=Modifier.ABOUT, high=80)
    (found,) = sheet([origin("monitor", a), origin("council", b)], [a, b]).ranges
    assert found.low
    assert found.high
    assert (found.low.bound, found.low.words, found.low.origin) == (60, "60 rebels", "monitor")
    assert (found.high.bound, found.high.words, found.high.origin) == (80, "some 80 people", "council")
    assert found.origins == ("monitor", "council")


def test_at_least_sixty_and_eighty_are_agreed() -> None:
    a, b = claim("a", 60, modifier=Modifier.AT_LEAST, words="at least 60"), claim("b", 80)
    made = sheet([origin("monitor", a), origin("council", b)], [a, b])
    (agreed,) = of_kind(made, FindingKind.AGREED)
    assert set(agreed.claims) == {"a", "b"}
    assert "at least 60" in agreed.reason
    assert not of_kind(made, FindingKind.DISPUTED)


def test_sixty_and_eighty_are_a_difference_between_origins() -> None:
    a, b = claim("a", 60), claim("b", 80)
    made = sheet([origin("monitor", a), origin("council", b)], [a, b])
    (disputed,) = of_kind(made, FindingKind.DISPUTED)
    assert '"60 people"' in disputed.reason
    assert not of_kind(made, FindingKind.AGREED)


@pytest.mark.parametrize("field", ["measure", "group"])
def test_a_difference_of_scope_is_no_contradiction(field: str) -> None:
    a = claim("a", 60)
    b = claim("b", 80, measure=Measure.EXECUTED) if field == "measure" else claim("b", 13, group=Group.CHILD)
    made = sheet([origin("monitor", a), origin("council", b)], [a, b])
    assert not of_kind(made, FindingKind.DISPUTED)
    assert len(made.ranges) == 2


def test_a_part_of_a_whole_moves_no_range() -> None:
    whole, part = claim("a", 22), claim("b", 9, subset_of="a")
    (found,) = sheet([origin("monitor", whole, part)], [whole, part]).ranges
    assert found.low
    assert found.low.bound == 22


def test_relatives_singled_out_set_no_end_of_a_range_of_tolls() -> None:
    toll, kin = claim("a", 17, words="17 people"), claim("b", 2, words="the two sons")
    (found,) = sheet([origin("monitor", toll), origin("none", kin)], [toll, kin]).ranges
    assert found.low
    assert found.low.words == "17 people"
    (alone,) = sheet([origin("none", kin)], [kin]).ranges
    assert alone.low
    assert alone.low.words == "the two sons"


def test_one_person_and_those_on_top_of_others_set_no_end_beside_a_toll() -> None:
    toll, guard, further = (
        claim("a", 17, words="17 people"),
        claim("b", 1, words="a guard"),
        claim("c", 9, words="9 more"),
    )
    origins = [origin("monitor", toll, further), origin("none", guard)]
    (found,) = sheet(origins, [toll, guard, further]).ranges
    assert found.low
    assert found.low.words == "17 people"


def test_one_stated_as_a_number_and_more_than_some_are_tolls() -> None:
    first, second = claim("a", 1, words="one person"), claim("b", 41, words="more than 40 people")
    third = claim("c", 60, words="60 people")
    (found,) = sheet([origin("monitor", first, second, third)], [first, second, third]).ranges
    assert found.low
    assert found.low.words == "one person"
    assert second.id in found.claims


def test_vague_words_set_no_low_end_beside_a_number() -> None:
    toll = claim("a", 43, words="43 people")
    several = claim("b", 3, high=None, modifier=Modifier.VAGUE, words="several bodies")
    hundreds = claim("c", 200, high=None, modifier=Modifier.VAGUE, words="hundreds")
    (found,) = sheet([origin("monitor", toll), origin("none", several, hundreds)], [toll, several, hundreds]).ranges
    assert found.low
    assert found.high
    assert (found.low.words, found.high.words) == ("43 people", "hundreds")
    (alone,) = sheet([origin("none", several)], [several]).ranges
    assert alone.low
    assert alone.low.words == "several bodies"


def test_a_later_higher_figure_of_one_origin_is_a_running_total() -> None:
    a, b = claim("a", 17, report="early"), claim("b", 24, report="late")
    made = sheet([origin("monitor", a, b)], [a, b], {"early": DAY, "late": DAY + timedelta(days=1)})
    (grown,) = of_kind(made, FindingKind.SUPERSEDED)
    assert grown.claims == ("a", "b")
    assert made.ranges[0].low
    assert made.ranges[0].low.bound == 24
    assert made.ranges[0].claims == ("a", "b")


def test_without_times_nothing_is_called_a_running_total() -> None:
    a, b = claim("a", 17, report="early"), claim("b", 24, report="late")
    assert not of_kind(sheet([origin("monitor", a, b)], [a, b]), FindingKind.SUPERSEDED)


def test_another_origins_higher_figure_is_no_running_total() -> None:
    a, b = claim("a", 17, report="early"), claim("b", 24, report="late")
    days = {"early": DAY, "late": DAY + timedelta(days=1)}
    made = sheet([origin("monitor", a), origin("council", b)], [a, b], days)
    assert not of_kind(made, FindingKind.SUPERSEDED)
    assert of_kind(made, FindingKind.DISPUTED)


def test_the_accused_partys_own_account_never_moves_the_range() -> None:
    a = claim("a", 24, blamed="the Peruvian army")
    b = claim("b", 3)
    made = sheet([origin("monitor", a), origin("party:peru-government", b)], [a, b])
    assert made.accused == ("b",)
    assert made.ranges[0].low
    assert made.ranges[0].low.bound == 24
    assert of_kind(made, FindingKind.SINGLE_ORIGIN)


def test_an_admission_alone_is_the_accused_partys_account() -> None:
    a = claim("a", 5, blamed="Peruvian jets")
    b = claim("b", None, measure=None, kind=ClaimKind.ADMISSION, words="we fired", actor="the Peruvian army")
    made = sheet([origin("party:peru-government", a)], [a, b])
    assert set(made.accused) == {"a", "b"}
    assert not made.ranges
    assert of_kind(made, FindingKind.ADMITTED)
    (found,) = of_kind(made, FindingKind.NO_ORIGIN)
    assert "accused party's own account is not counted" in found.reason


def test_who_denies_a_deed_is_accused_of_it() -> None:
    a, b = claim("a", 5), claim("b", 24)
    c = claim("c", None, measure=None, kind=ClaimKind.DENIAL, words="we did not fire", actor="the Peruvian army")
    made = sheet([origin("party:peru-government", a), origin("monitor", b)], [a, b, c])
    assert set(made.accused) == {"a", "c"}


def test_a_party_that_the_registry_does_not_hold_is_blamed_by_its_name() -> None:
    a, b = claim("a", 24, blamed="Quelmish jets"), claim("b", 3)
    made = sheet([origin("monitor", a), origin("party:quelmish", b)], [a, b])
    assert made.accused == ("b",)


def test_a_remark_repeated_by_copies_is_one_row() -> None:
    a = claim("a", 4)
    told = [claim(n, None, measure=None, kind=ClaimKind.SILENCE, words="No reply", actor="the army") for n in "bc"]
    (found,) = of_kind(sheet([origin("monitor", a)], [a, *told]), FindingKind.SILENT)
    assert found.claims == ("b", "c")


def test_unnamed_sources_and_own_voice_are_no_named_origin() -> None:
    a, b = claim("a", 4), claim("b", 4)
    made = sheet([origin("unnamed", a), origin("none", b)], [a, b])
    assert of_kind(made, FindingKind.NO_ORIGIN)
    assert not of_kind(made, FindingKind.AGREED)


@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        (ClaimKind.DENIAL, FindingKind.DENIED),
        (ClaimKind.SILENCE, FindingKind.SILENT),
        (ClaimKind.VERIFICATION, FindingKind.UNVERIFIED),
    ],
)
def test_remarks_are_rows_with_who_made_them(kind: ClaimKind, expected: FindingKind) -> None:
    a = claim("a", 4)
    b = claim("b", None, measure=None, kind=kind, words="its own words", actor="the harbour office")
    (found,) = of_kind(sheet([origin("monitor", a)], [a, b]), expected)
    assert found.reason == "The harbour office: its own words"


def test_a_denied_figure_is_a_denial_and_no_end_of_a_range() -> None:
    a, b = claim("a", 4), claim("b", 40, status=Status.DENIED)
    made = sheet([origin("monitor", a), origin("council", b)], [a, b])
    assert made.ranges[0].high
    assert made.ranges[0].high.bound == 4
    assert of_kind(made, FindingKind.DENIED)


def test_a_figure_without_number_has_a_row_without_ends() -> None:
    a = claim("a", None, words="a number of people", modifier=Modifier.VAGUE)
    made = sheet([origin("monitor", a)], [a])
    assert (made.ranges[0].low, made.ranges[0].high) == (None, None)
    assert any("any number" in finding.reason for finding in of_kind(made, FindingKind.UNKNOWN))


def test_up_to_a_hundred_prints_its_own_words_at_both_ends() -> None:
    a = claim("a", None, 100, words="up to 100 people", modifier=Modifier.UP_TO)
    (found,) = sheet([origin("monitor", a)], [a]).ranges
    assert found.low
    assert found.high
    assert (found.low.words, found.high.words) == ("up to 100 people", "up to 100 people")


def test_method_and_version_are_named() -> None:
    a = claim("a", 4)
    made = sheet([origin("monitor", a)], [a])
    assert (made.method, made.version) == ("sayso incident sheet", "1")


NUMBERS = st.one_of(st.none(), st.integers(0, 500))


@st.composite
def figures(draw: st.DrawFn) -> Figure:
    low, high = draw(NUMBERS), draw(NUMBERS)
    if low is not None and high is not None and low > high:
        low, high = high, low
    return Figure(low, high, draw(st.sampled_from(list(Modifier))), "said so")


@given(figures(), figures())
def test_compatible_is_symmetric_and_a_figure_agrees_with_itself(left: Figure, right: Figure) -> None:
    assert compatible(left, right) == compatible(right, left)
    assert compatible(left, left) in (True, None)


@given(st.lists(figures(), min_size=1, max_size=6), st.permutations(range(6)))
def test_the_ends_are_stated_figures_whatever_the_order(told: list[Figure], order: list[int]) -> None:
    claims = [claim(f"c{n}", f.low, f.high, modifier=f.modifier, words=f.words) for n, f in enumerate(told)]
    origins = [origin(f"body{n}", c) for n, c in enumerate(claims)]
    made = sheet(origins, claims)
    shuffled = [claims[n] for n in order if n < len(claims)]
    again = sheet(origins, shuffled)
    assert (again.ranges, again.findings) == (made.ranges, made.findings)
    stated = {n for f in (c.figure for c in claims) if f for n in (f.low, f.high) if n is not None}
    for row in made.ranges:
        assert {end.bound for end in (row.low, row.high) if end} <= stated
        assert not (row.low and row.high) or row.low.bound <= row.high.bound


def test_a_claim_that_two_make_together_stands_with_both() -> None:
    a, b = claim("a", 60), claim("b", 60, report="other")
    union = origin("union", a)
    police = replace(origin("police"), joint=(a.id,))
    made = sheet([union, police, origin("council", b)], [a, b])
    (agreed,) = of_kind(made, FindingKind.AGREED)
    assert "police" in agreed.reason
    assert made.ranges[0].origins == ("union", "police", "council")
    assert not of_kind(made, FindingKind.SINGLE_ORIGIN)
