"""When a harm happened, through the whole reader of claims."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.model import Interval
from tests.claims.test_figures import read

MONDAY = date(2021, 6, 7)
DAYS = st.dates(date(1995, 1, 1), date(2035, 12, 31))
RELATIVE = (
    "Yesterday {n} people were killed in the flood.",
    "A fire killed {n} people two days ago.",
    "The ferry sank overnight and {n} passengers drowned.",
    "In the past 48 hours shelling has wounded {n} people.",
    "Three days ago gunmen abducted {n} villagers.",
    "A quake killed {n} people. Another nine were injured in the town.",
    "On Tuesday a blast killed {n} people.",
    "Since last Friday {n} villagers have been detained.",
)


def days_of(text: str, published: date) -> list[Interval]:
    return [claim.date for claim in read(text, published=published)[0] if claim.figure and claim.date]


@pytest.mark.parametrize("template", RELATIVE)
@settings(max_examples=4, deadline=None)
@given(published=DAYS, weeks=st.integers(-60, 60), days=st.integers(-6, 6), number=st.integers(5, 900))
def test_relative_days_move_with_the_report(template: str, published: date, weeks: int, days: int, number: int) -> None:
    by_weekday = "Tuesday" in template or "Friday" in template
    move = 7 * weeks + (0 if by_weekday else days)
    text = template.format(n=number)
    before, after = days_of(text, published), days_of(text, published + timedelta(days=move))
    assert before
    assert [interval.shifted(move) for interval in before] == after


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("In April last year a quake killed 31 people.", "2020-04"),
        ("On 3 May last year a quake killed 31 people.", "2020-05-03"),
        ("A mudslide killed 14 people in a valley devastated by the floods of 2004.", "2021-06-06/2021-06-07"),
        ("A blast left 40 soldiers dead on Sunday in a blow to an advance launched earlier this month.", "2021-06-06"),
        ("It was the first death since a blast on Friday that killed 14 people.", "2021-06-04"),
        ("A raid killed 31 people. Envoys will meet on Friday.", "2021-06-06/2021-06-07"),
        ("Envoys who are due to meet on Friday deplored a raid that killed 31 people.", "2021-06-06/2021-06-07"),
        ("On Friday 150 people were evacuated from the valley.", "2021-06-04"),
    ],
)
def test_day_of_a_harm(text: str, day: str) -> None:
    found = [interval.iso() for interval in days_of(text, MONDAY)]
    assert day in found


def test_the_day_told_for_the_same_kind_of_happening_is_taken() -> None:
    text = (
        "On Sunday a car bomb killed 14 people in Ostrel. On Friday soldiers shelled the port and killed 9 people. "
        "The driver of the car bomb killed two women."
    )
    assert [interval.iso() for interval in days_of(text, MONDAY)] == ["2021-06-06", "2021-06-04", "2021-06-06"]


def test_the_same_toll_happened_on_the_same_day() -> None:
    text = "A blast killed 57 people on Sunday. A fire hurt 8 people on Friday. That blast killed 57 people in all."
    assert [interval.iso() for interval in days_of(text, MONDAY)] == ["2021-06-06", "2021-06-04", "2021-06-06"]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("The death toll from Saturday's bombing rose to 112 on Monday.", "2021-06-05"),
        (
            "The number of people killed in Friday's ferry disaster climbed on Sunday to 48, rescuers said.",
            "2021-06-04",
        ),
        ("The storm that struck the islands in 2013 killed more than 600 people.", "2013"),
        (
            "Police accused the rebels of killing 41 villagers in an overnight raid at the weekend.",
            "2021-06-05/2021-06-06",
        ),
        ("At least 64 people were killed during the night of 2 to 3 June, the mayor said.", "2021-06-02/2021-06-03"),
        ("As to the fighting earlier in the week, 13 guerrillas were killed.", "2021-06-01/2021-06-07"),
        ("Situation as of 6 June, 12:00. A strike on 4 June killed 31 people.", "2021-06-04"),
    ],
)
def test_the_day_of_the_happening_stands_before_that_of_its_telling(text: str, day: str) -> None:
    assert [interval.iso() for interval in days_of(text, MONDAY)] == [day]


@pytest.mark.parametrize(
    "telling",
    [
        "A note dated Sunday lists 33 bodies.",
        "A count of 33 dead, released by Governor Luis Ortega on Sunday night, is wrong.",
        "Speaking to reporters on Sunday, the minister disclosed that 33 people had died.",
        "A man was charged on Sunday with murdering 33 people.",
        "The toll rose on Sunday to 33.",
        "Divers recovered 33 bodies on Sunday.",
        "In a letter of 6 June the ministry said that 33 people had died.",
        "When the search was called off on Sunday the toll stood at 33.",
    ],
)
def test_the_day_of_telling_or_finding_is_not_that_of_the_harm(telling: str) -> None:
    text = f"A blast hit the market on Friday, killing eight people. {telling}"
    assert [interval.iso() for interval in days_of(text, MONDAY)][-1] == "2021-06-04"


def test_a_happening_met_again_keeps_its_day() -> None:
    told = "A strong quake shook the valley on Wednesday, killing 14 people. An aftershock on Friday killed two people."
    for again, day in (
        ("The first quake injured 60 people.", "2021-06-02"),
        ("The aftershock injured 60.", "2021-06-04"),
    ):
        assert [interval.iso() for interval in days_of(f"{told} {again}", MONDAY)][-1] == day


def test_a_stretch_told_in_passing_dates_no_harm() -> None:
    text = "A couple who had moved in only in May were found dead in a house hit on Friday. Nine people are missing."
    assert days_of(text, MONDAY)[-1].iso() != "2021-05"


@pytest.mark.parametrize(
    ("text", "days"),
    [
        (  # counted back from what came after it
            "Gunmen raided a camp on Saturday, a day after a bomb in the bazaar killed 14 people.",
            {"14 people": "2021-06-04"},
        ),
        (
            "A strike hit the port on Sunday, less than two weeks after gunmen killed 30 miners.",
            {"30 miners": "2021-05-23/2021-06-05"},
        ),
        (  # the day of the part, told within its own phrase, is not that of the whole
            "Period covered: 1 to 6 June. By district: Velm, 13 deaths, ten of them in the landslide of 3 June; "
            "Orro, 11 deaths.",
            {"13 deaths": "2021-06-01/2021-06-06", "ten of them": "2021-06-03", "11 deaths": "2021-06-01/2021-06-06"},
        ),
        (  # "by" names the doer
            "An aftershock shook the valley on Monday, felling walls cracked by Saturday's earthquake and killing "
            "four people. The count for the first quake now stands at 31 deaths.",
            {"four people": "2021-06-07", "31 deaths": "2021-06-05"},
        ),
        (
            "A missile killed 19 people in a block of flats on Friday. Another killed seven workers at a tram depot "
            "on Saturday. Rescuers went on digging. A monitor could not confirm that 70 soldiers died in the first "
            "attack. At the depot 26 people were wounded.",
            {"70 soldiers": "2021-06-04", "26 people": "2021-06-05"},
        ),
        (
            "Troops shot 48 people in a village earlier this month, they said. The killings took place on Tuesday.",
            {"48 people": "2021-06-01"},
        ),
        (  # the day of the count
            "A raid on Friday killed 90 people. On Sunday the death toll rose to 115.",
            {"115": "2021-06-04"},
        ),
        (
            "The agency has recorded 1,163 deaths at sea since January, compared with 1,702 in the whole of 2020.",
            {"1,702": "2020"},
        ),
        (
            "Fighters took the hills on Saturday. 7 June 2021. Two days on, the town counts its dead: 31 people were "
            "killed in the fire.",
            {"31 people": "2021-06-05"},
        ),
        (
            "The catastrophe of the 3rd has cost 36 lives.",
            {"36 lives": "2021-06-03"},
        ),
    ],
)
def test_days_of_several_happenings(text: str, days: dict[str, str]) -> None:
    found = {claim.words: claim.date.iso() if claim.date else None for claim in read(text, published=MONDAY)[0]}
    assert {words: found.get(words) for words in days} == days


@pytest.mark.parametrize(
    ("text", "days"),
    [
        (  # a death in hospital is one of what happened before
            "A fire swept through a mill on Friday night. Another 14 weavers died in hospital on Sunday.",
            {"14 weavers": "2021-06-04"},
        ),
        (
            "Villagers buried 16 people on Sunday, a day after militants attacked a mosque.",
            {"16 people": "2021-06-05"},
        ),
        ("Hospitals treated 210 wounded on Friday and Saturday.", {"210": "2021-06-04/2021-06-05"}),
        (
            "The ministry has confirmed 31 deaths from cholera since the outbreak was declared on 4 May.",
            {"31 deaths": "2021-05-04/2021-06-07"},
        ),
        (  # a day that only names a thing
            "At least 41 people were crushed early on Monday at a fair. The crowd had come for Sunday's main bathing "
            "day. Dozens more people were hurt.",
            {"Dozens more people": "2021-06-07"},
        ),
    ],
)
def test_days_that_are_not_those_of_the_harm(text: str, days: dict[str, str]) -> None:
    found = {claim.words: claim.date.iso() if claim.date else None for claim in read(text, published=MONDAY)[0]}
    assert {next(w for w in found if words in w): day for words, day in days.items()}.items() <= found.items()


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("Period covered: 3 to 27 May. The clinics in Velm lost 31 people.", "2021-05-03/2021-05-27"),
        ("Since 3 May the road to Velm has been cut. In Orro 31 people were killed.", "2021-05-03/2021-06-07"),
        ("The slide killed 31 people, up from 14 on Saturday.", "2021-06-06/2021-06-07"),
        ("The storm killed 31 people this year, according to the coast guard.", "2021-01-01/2021-06-07"),
        ("The fire of 3 June killed 31 people, as of Sunday.", "2021-06-03"),
        ("In Saturday's report on the fire of 3 June we said that it killed 31 people.", "2021-06-03"),
    ],
)
def test_stretches_and_days_of_counting(text: str, days: str) -> None:
    assert next(interval.iso() for interval in days_of(text, MONDAY)) == days


@settings(max_examples=6, deadline=None)
@given(published=DAYS, move=st.integers(-400, 400))
def test_the_day_of_an_undated_harm_moves_with_the_report(published: date, move: int) -> None:
    text = "A raid killed 31 people."
    before, after = days_of(text, published), days_of(text, published + timedelta(days=move))
    assert [interval.shifted(move) for interval in before] == after
    assert (before[0].first, before[0].last) == (published - timedelta(days=1), published)


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("The raid killed 31 people, the ministry said on Saturday.", ["2021-06-04/2021-06-05"]),
        ("Four days after the cyclone crossed Orro, 31 people are missing.", ["2021-06-02/2021-06-03"]),
        ("Two months after the killing of 19 road workers at Velm, the road is shut.", ["2021-03-23/2021-04-22"]),
        ("Two days after the quake, an ambush killed 31 porters.", []),
        ("Seventeen people died in Orro on Friday and 6 in Velm on Saturday.", ["2021-06-04", "2021-06-05"]),
        ("Friday's mutiny killed 27 inmates, 11 bodies being brought in on Sunday.", ["2021-06-04", "2021-06-04"]),
        ("Bandits killed 310 people in the first half of 2019.", ["2019-01-01/2019-06-30"]),
    ],
)
def test_days_of_statements_rows_and_what_came_after(text: str, days: list[str]) -> None:
    assert [interval.iso() for interval in days_of(text, MONDAY)] == days


@settings(max_examples=6, deadline=None)
@given(published=DAYS, move=st.integers(-400, 400))
def test_days_counted_from_a_happening_move_with_the_report(published: date, move: int) -> None:
    text = "Four days after the cyclone crossed Orro, 31 people are missing."
    before, after = days_of(text, published), days_of(text, published + timedelta(days=move))
    assert [interval.shifted(move) for interval in before] == after
    assert before[0].last == published - timedelta(days=4)
