from datetime import date, timedelta
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.dedupe import copy_groups
from sayso.knowledge.sources import load_registry
from sayso.link import link
from sayso.link.attach import ATTACHED
from sayso.model import ClaimId, ClaimKind, EventKind, Incident, Interval, Measure, Place, Precision
from tests.link.cases import DAY, Case, on

REGISTRY = load_registry()


def incidents(case: Case) -> tuple[Incident, ...]:
    return link(case.claims, case.reports, copy_groups(case.reports), REGISTRY)


def together(case: Case, *claims: ClaimId) -> bool:
    found = [i.id for i in incidents(case) for claim in i.claims if claim in claims]
    assert len(found) == len(claims)
    return len(set(found)) == 1


def test_one_bombing_told_by_two_reports_is_one_incident() -> None:
    case = Case()
    a = case.add("a", "A car bomb killed 12 people at the grain market in Marrow.", "12 people", 12, when=on(DAY))
    b = case.add("b", "The blast in Marrow left at least 14 dead.", "at least 14", 14, high=None, when=on(DAY))
    assert together(case, a, b)


def test_two_bombings_in_one_city_in_one_week_stay_two() -> None:
    case = Case()
    a = case.add("a", "A car bomb killed 12 people in Marrow.", "12 people", 12, when=on(DAY))
    b = case.add("b", "A bomb killed 12 people in Marrow.", "12 people", 12, when=on(DAY + timedelta(days=3)))
    assert not together(case, a, b)


def test_a_running_total_never_joins_a_single_happening() -> None:
    case = Case()
    a = case.add("a", "A car bomb killed 12 people in Marrow.", "12 people", 12, when=on(DAY))
    b = case.add(
        "a",
        "In all 12 people have died in Marrow since the morning.",
        "12 people",
        12,
        when=on(DAY),
        event=EventKind.CUMULATIVE,
    )
    assert not together(case, a, b)


def test_running_totals_of_a_war_join_over_months_but_not_over_measures() -> None:
    case = Case()
    start = date(2029, 3, 1)

    def total(report: str, words: str, number: int, until: date, measure: Measure) -> ClaimId:
        return case.add(
            report,
            f"The war has cost {words}.",
            words,
            number,
            measure=measure,
            event=EventKind.CUMULATIVE,
            place="Ostravia",
            when=Interval(start, until, Precision.LONGER),
        )

    early = total("a", "40000 lives", 40000, date(2031, 1, 1), Measure.KILLED)
    late = total("b", "52000 lives", 52000, date(2031, 9, 1), Measure.KILLED)
    fled = total("b", "900000 homes", 900000, date(2031, 9, 1), Measure.DISPLACED)
    assert together(case, early, late)
    assert not together(case, late, fled)


def test_an_unknown_day_is_compatible_when_figure_and_words_agree() -> None:
    case = Case()
    a = case.add("a", "Shells hit the Velna bakery in Marrow and killed 23 people.", "23 people", 23, when=on(DAY))
    b = case.add("b", "At the Velna bakery in Marrow 23 people were killed by shells.", "23 people", 23)
    assert together(case, a, b)


def test_unknown_place_and_day_alone_join_nothing() -> None:
    case = Case()
    a = case.add("a", "Two people died.", "Two people", 2, place=None, event=None)
    b = case.add("b", "Officials spoke of 2 wounded nurses.", "2 wounded nurses", 2, place=None, event=None)
    assert not together(case, a, b)


def test_spellings_of_one_place_meet() -> None:
    case = Case()
    a = case.add("a", "Jets killed 31 people in Tel Sharuq.", "31 people", 31, place="Tel Sharuq", when=on(DAY))
    b = case.add("b", "A raid on Tell Shaarouk killed 31.", "31", 31, place="the town of Tell Shaarouk", when=on(DAY))
    assert together(case, a, b)


def test_east_and_west_of_a_city_are_two_places() -> None:
    case = Case()
    a = case.add("a", "Shells killed 9 people in eastern Marrow.", "9 people", 9, place="eastern Marrow", when=on(DAY))
    b = case.add("b", "Shells killed 9 people in western Marrow.", "9 people", 9, place="western Marrow", when=on(DAY))
    assert not together(case, a, b)


def test_a_gazetteer_that_tells_two_places_apart_wins_over_alike_figures() -> None:
    class Apart:
        def same_place(self, a: Place, b: Place) -> bool | None:
            return False

        def contains(self, outer: Place, inner: Place) -> bool | None:
            return False

    case = Case()
    a = case.add("a", "Shells killed 19 people in Sidon Mor.", "19 people", 19, place="Sidon Mor", when=on(DAY))
    b = case.add("b", "Shells killed 19 people in Sidon Tal.", "19 people", 19, place="Sidon Tal", when=on(DAY))
    made = link(case.claims, case.reports, (), REGISTRY, Apart())
    assert len(made) == 2
    assert {a, b} == {claim for incident in made for claim in incident.claims}


def test_a_denial_beside_the_figure_goes_with_its_incident_and_is_no_origin() -> None:
    case = Case()
    case.add("a", "Rockets killed 8 people in Marrow, monitors said.", "8 people", 8, when=on(DAY))
    denial = case.add(
        "a",
        "The Ostravian army denied the attack.",
        "denied the attack",
        None,
        measure=None,
        kind=ClaimKind.DENIAL,
        sources=("the Ostravian army",),
        place=None,
        event=None,
    )
    (incident,) = incidents(case)
    assert denial in incident.claims
    assert all(denial not in origin.claims for origin in incident.origins)


def test_vague_harm_told_elsewhere_is_no_origin_of_an_incident() -> None:
    case = Case()
    case.add(
        "a", "Rockets killed 8 people in Marrow, residents said.", "8 people", 8, when=on(DAY), sources=("residents",)
    )
    harm = case.add(
        "a",
        "Amnesty International spoke of daily horrors.",
        "daily horrors",
        None,
        measure=None,
        kind=ClaimKind.HARM,
        sources=("Amnesty International",),
        place=None,
        event=None,
    )
    (incident,) = incidents(case)
    assert harm not in incident.claims
    assert len(incident.standing()) == 0


def test_a_silence_goes_with_the_harm_that_it_names() -> None:
    case = Case()
    fled = case.add(
        "a",
        "Some 900 people fled Marrow.",
        "900 people",
        900,
        measure=Measure.DISPLACED,
        event=EventKind.OTHER,
        when=on(DAY),
    )
    shot = case.add(
        "a",
        "Soldiers shot 8 men in Tel Sharuq.",
        "8 men",
        8,
        place="Tel Sharuq",
        event=EventKind.EXECUTION,
        when=on(DAY),
    )
    silence = case.add(
        "a",
        "People fled in carts. The government has yet to comment on the deaths.",
        "has yet to comment on the deaths",
        None,
        measure=None,
        kind=ClaimKind.SILENCE,
        place=None,
        event=None,
    )
    assert together(case, shot, silence)
    assert not together(case, fled, silence)


def test_an_appeal_joins_no_incident() -> None:
    case = Case()
    case.add("a", "Rockets killed 8 people in Marrow.", "8 people", 8, when=on(DAY))
    appeal = case.add("a", "Doctors asked for blood.", "asked for blood", None, measure=None, kind=ClaimKind.APPEAL)
    assert all(appeal not in incident.claims for incident in incidents(case))


def test_label_says_what_is_unknown() -> None:
    case = Case()
    case.add("a", "A blast killed 8 people.", "8 people", 8, place=None)
    (incident,) = incidents(case)
    assert incident.label == "Bombing, place unknown, day unknown"
    assert incident.place is None
    assert incident.date is None


def test_every_join_of_an_incident_says_why() -> None:
    case = Case()
    case.add("a", "A car bomb killed 12 people in Marrow.", "12 people", 12, when=on(DAY))
    case.add("b", "In Marrow a car bomb killed 12 people.", "12 people", 12, when=on(DAY))
    (incident,) = incidents(case)
    assert incident.joins
    assert all("2031-05-04" in join.reason for join in incident.joins)


def test_no_claims_give_no_incidents() -> None:
    assert link((), (), (), REGISTRY) == ()


PLACES = ("Marrow", "Tel Sharuq", "Port Ilyan", None)


@st.composite
def cases(draw: st.DrawFn) -> Case:
    case = Case()
    for n in range(draw(st.integers(1, 14))):
        number = draw(st.integers(1, 30))
        day = draw(st.one_of(st.none(), st.integers(0, 6)))
        place = draw(st.sampled_from(PLACES))
        kind = draw(st.sampled_from((ClaimKind.FIGURE, ClaimKind.FIGURE, ClaimKind.FIGURE, *sorted(ATTACHED))))
        case.add(
            f"report{draw(st.integers(0, 4))}",
            f"Item {n}: {number} people were killed in {place}.",
            f"{number} people",
            number,
            place=place,
            kind=kind,
            measure=Measure.KILLED if kind is ClaimKind.FIGURE else None,
            event=draw(st.sampled_from((EventKind.BOMBING, EventKind.SHELLING, EventKind.CUMULATIVE, None))),
            when=on(DAY + timedelta(days=day)) if day is not None else None,
            sources=draw(st.sampled_from(((), ("Amnesty International",), ("residents",), ("Unicef",), ("the army",)))),
        )
    return case


@settings(max_examples=60, deadline=None)
@given(cases(), st.randoms(use_true_random=False))
def test_incidents_do_not_depend_on_the_order_of_claims_and_reports(case: Case, shuffler: Random) -> None:
    def told(made: tuple[Incident, ...]) -> list[tuple[object, ...]]:
        return [(i.id, i.label, i.origins and [(o.id, sorted(o.claims)) for o in i.origins], i.joins) for i in made]

    shuffled_claims, shuffled_reports = list(case.claims), case.reports
    shuffler.shuffle(shuffled_claims)
    shuffler.shuffle(shuffled_reports)
    assert told(incidents(case)) == told(
        link(shuffled_claims, shuffled_reports, copy_groups(shuffled_reports), REGISTRY)
    )


@settings(max_examples=60, deadline=None)
@given(cases())
def test_every_claim_with_a_measure_is_in_exactly_one_incident_and_one_origin(case: Case) -> None:
    made = incidents(case)
    figures = {claim.id for claim in case.claims if claim.measure}
    held = [c for i in made for c in i.claims]
    assert len(held) == len(set(held))
    assert figures <= set(held)
    assert figures <= {c for i in made for o in i.origins for c in o.claims}
    for incident in made:
        members = [claim for claim in case.claims if claim.id in incident.claims and claim.measure]
        assert len({claim.event is EventKind.CUMULATIVE for claim in members}) == 1


def test_a_side_and_those_who_fight_for_it_are_one_and_its_enemies_another() -> None:
    def told(blamed: str) -> bool:
        case = Case()
        first = {"event": EventKind.EXECUTION, "measure": Measure.EXECUTED, "blamed": "advancing government forces"}
        a = case.add("a", "Media said 60 rebels had been put to death.", "60 rebels", 60, group=None, **first)  # type: ignore[arg-type]
        second = first | {"blamed": blamed}
        b = case.add("b", "The relief office said some 80 were shot in their homes.", "some 80", 80, **second)  # type: ignore[arg-type]
        return together(case, a, b)

    assert told("pro-government fighters")
    assert not told("anti-government fighters")
