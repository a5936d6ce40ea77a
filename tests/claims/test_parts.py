"""Parts and the wholes that only the rest of the report tells; numbers that count nobody."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso import annotate, claims
from sayso.model import Claim, ClaimKind, Status
from tests.claims.test_figures import report_of


def figures(text: str) -> list[Claim]:
    [annotated] = annotate.load().annotate([report_of(text)])
    [found] = claims.load().read([(annotated, ())])
    return [claim for claim in found.claims if claim.kind is ClaimKind.FIGURE]


def parts(text: str) -> dict[str, str | None]:
    read = figures(text)
    words = {claim.id: claim.words for claim in read}
    return {claim.words: words[claim.subset_of] if claim.subset_of else None for claim in read}


@pytest.mark.parametrize(
    ("text", "part", "whole"),
    [
        ("Three nurses were among at least 40 people killed in Lenda.", "Three nurses", "at least 40 people"),
        ("Another 640 were admitted to hospital with heatstroke, 41 of whom later died.", "41 of whom", "Another 640"),
        ("Thirty were wounded, one clerk among them.", "one clerk", "Thirty"),
    ],
)
def test_a_part_points_at_its_whole_wherever_it_stands(text: str, part: str, whole: str) -> None:
    assert parts(text)[part] == whole


@pytest.mark.parametrize(
    ("text", "part", "whole"),
    [
        ("Fever killed 33 people: 20 in Lenda, seven in Moro and six in Quell.", "six", "33 people"),
        ("Raids killed 19 men. Eleven died in Lenda. Six died in Moro, and two died in Quell.", "Six", "19 men"),
        ("A truck injured 16 pupils in Lenda. Two of the pupils died later.", "Two of the pupils", "16 pupils"),
        ("Doctors treated 27 wounded, of whom, they said, three died.", "three", "27"),
        ("Six more people died overnight, taking the toll in the town's worst flood to 21.", "Six more people", "21"),
        ("The death toll climbed to nine on Friday after two passengers died.", "two passengers", "nine"),
        ("Fire killed two people on a train near Lenda. The dead were a nurse and a clerk.", "a clerk", "two people"),
        ("At least four pupils were among eight people killed in Lenda.", "At least four pupils", "eight people"),
        ("The flood killed 70 people, ten women and three infants among them.", "three infants", "70 people"),
        ("Nine men were shot in Lenda, police said. A ninth man was shot in Moro.", "A ninth man", "Nine men"),
        ("In Lenda lay the bodies of three adults, one wearing a uniform.", "one", "three adults"),
        ("The raid killed 60 guards, two captains included.", "two captains", "60 guards"),
    ],
)  # fmt: skip
def test_a_part_told_in_other_words_points_at_its_whole(text: str, part: str, whole: str) -> None:
    told = {claim.words: claim for claim in figures(text)}
    assert told[part].subset_of == told[whole].id
    assert told[whole].subset_of is None
    assert f'"{whole}"' in dict(told[part].reasons)["subset_of"]


@pytest.mark.parametrize(
    ("text", "toll"),
    [
        ("Two people have died so far in Lenda. By evening the toll was nine.", "Two people"),
        ("A bomb killed 12 guards in Lenda. The rebels admitted to losing five of their own.", "five"),
        ("Hail killed nine. The ministry, however, admits six deaths and the union three deaths.", "six deaths"),
        ("No child was among the 14 people killed.", "14 people"),
        ("Guards fought them off in Lenda, killing scores of them.", "scores of them"),
    ],
)  # fmt: skip
def test_an_earlier_or_rival_toll_is_no_part(text: str, toll: str) -> None:
    assert parts(text).get(toll) is None


@settings(max_examples=8, deadline=None)
@given(st.integers(20, 60), st.integers(70, 95))
def test_numbers_that_sum_to_a_total_are_its_parts_and_others_are_not(men: int, women: int) -> None:
    right = parts(f"Some {men + women} people were killed, it said. The raid killed {men} men and {women} women.")
    wrong = parts(f"Some {men + women + 1} people were killed, it said. The raid killed {men} men and {women} women.")
    assert right[f"{men} men"] == right[f"{women} women"] == f"Some {men + women} people"
    assert wrong[f"{men} men"] is None


@settings(max_examples=8, deadline=None)
@given(st.integers(10, 99), st.integers(10, 99))
def test_changing_a_number_changes_exactly_that_claim(old: int, new: int) -> None:
    text = "The flood killed {} people in Lenda and injured 14 in Moro, where 7 are missing."
    before, after = figures(text.format(old)), figures(text.format(new))
    assert [c.figure and c.figure.low for c in before] == [old, 14, 7]
    assert [c.figure and c.figure.low for c in after] == [new, 14, 7]
    assert all(text.format(new)[c.span.start : c.span.end] == c.words for c in after)


@pytest.mark.parametrize(
    "text",
    [
        "No bodies have been found since Thursday.",
        "Guards shot down 61 of 74 drones.",
        "The youngest victim was 19.",
        "The flood drowned 5,000 head of cattle.",
    ],
)
def test_numbers_that_count_nobody_make_no_figure(text: str) -> None:
    assert figures(text) == []


def test_what_an_earlier_version_said_is_taken_back() -> None:
    [claim] = figures("An earlier version of this article said 19 bodies had been found.")
    assert claim.status is Status.DENIED
