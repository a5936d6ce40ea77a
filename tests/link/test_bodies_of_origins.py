"""Which bodies are one origin: short names, bare names, offices, organs of a state that is a party or is none."""

from hypothesis import given
from hypothesis import strategies as st

from sayso.knowledge.sources import load_registry
from sayso.link import link
from sayso.link.short_names import ShortNames
from sayso.model import UNNAMED_ORIGIN, EventKind, Incident, OriginKind
from tests.link.cases import DAY, Case, on

REGISTRY = load_registry()
FLOOD = "In Marrow, Chad, 14 people died when Chad's river rose."


def told_by(
    *chains: tuple[str, ...], event: EventKind = EventKind.OTHER, text: str = FLOOD, blamed: str | None = None
) -> Incident:
    case = Case()
    for n, chain in enumerate(chains):
        case.add(f"r{n}", text, "14 people", 14, when=on(DAY), event=event, sources=chain, blamed=blamed)
    (incident,) = link(case.claims, case.reports, (), REGISTRY)
    return incident


def ids(incident: Incident) -> set[str]:
    return {origin.id for origin in incident.origins}


def test_organs_of_a_state_are_bodies_of_their_own_in_a_disaster() -> None:
    incident = told_by(("the health ministry",), ("police",), ("the Minister of Health",))
    assert ids(incident) == {"organ:chad:ministry health", "organ:chad:police"}
    assert all(origin.kind is OriginKind.NAMED for origin in incident.origins)


def test_officials_of_a_state_are_no_body_in_a_disaster() -> None:
    assert ids(told_by(("Chadian officials",), ("the authorities in Marrow",))) == {UNNAMED_ORIGIN}


def test_organs_of_a_state_are_one_party_where_arms_are_used() -> None:
    incident = told_by(("the health ministry",), ("police",), ("the governor",), event=EventKind.SHELLING)
    assert ids(incident) == {"party:chad-government"}


def test_organs_of_a_state_that_is_blamed_are_one_party() -> None:
    assert ids(told_by(("the health ministry",), ("police",), blamed="Chad's government")) == {"party:chad-government"}


def test_organs_of_a_state_whose_people_an_armed_group_attacks_are_one_party() -> None:
    assert ids(told_by(("the governor",), ("police",), blamed="gunmen")) == {"party:chad-government"}


def test_a_short_name_is_the_body_that_a_report_gives_it_to() -> None:
    text = f"{FLOOD} The Marrow Relief Institute (CIRAM) sent boats."
    incident = told_by(("CIRAM",), ("the Marrow Relief Institute",), text=text)
    assert ids(incident) == {"name:marrow relief institute"}


def test_a_bare_name_means_the_one_body_of_that_kind() -> None:
    incident = told_by(("the union",), ("the Marrow Boatmen's Union",), ("Union chairman Ina Tolvar",))
    assert ids(incident) == {"name:marrow boatmens union"}
    assert any("is the one union that the reports name" in join.reason for join in incident.origins[0].joins)


def test_a_bare_name_stays_apart_where_there_are_several_such_bodies() -> None:
    incident = told_by(("the union",), ("the Boatmen's Union",), ("the Teachers' Union",))
    assert len(incident.origins) == 3


def test_another_word_means_another_body() -> None:
    assert len(told_by(("the disaster agency",), ("the Search and Rescue Agency",)).origins) == 2


def test_a_person_with_a_role_at_the_one_body_speaks_for_it() -> None:
    incident = told_by(("A civil society leader, Ina Tolvar",), ("the civil society of Marrow",), ("Ina Tolvar",))
    assert ids(incident) == {"name:civil society marrow"}


def test_its_president_speaks_for_the_body_named_before() -> None:
    case = Case()
    for words, source in (("14 people", "the Boatmen's Union"), ("14 dead", "Its president, Ina Tolvar")):
        sentence = f"In Marrow, Chad, {words} were counted."
        case.add("a", sentence, words, 14, when=on(DAY), event=EventKind.OTHER, sources=(source,))
    (incident,) = link(case.claims, case.reports, (), REGISTRY)
    assert ids(incident) == {"name:boatmens union"}
    assert ids(told_by(("Its president, Ina Tolvar",))) == {"name:ina tolvar"}


def test_police_of_a_town_and_the_police_are_one_where_no_other_town_speaks() -> None:
    assert ids(told_by(("police",), ("Marrow police",))) == {"organ:chad:police:marrow"}
    assert len(told_by(("police",), ("Marrow police",), ("Sandal police",)).origins) == 3


def joint(first: str, *beside: str) -> Incident:
    case = Case()
    case.add("r0", FLOOD, "14 people", 14, when=on(DAY), event=EventKind.OTHER, sources=(first,), joint=beside)
    (incident,) = link(case.claims, case.reports, (), REGISTRY)
    return incident


def test_each_of_several_who_say_it_together_is_an_origin() -> None:
    incident = joint("Oxfam", "police")
    claims = {origin.id: (len(origin.claims), len(origin.joint)) for origin in incident.origins}
    assert claims == {"oxfam": (1, 0), "organ:chad:police": (0, 1)}
    assert len(incident.standing()) == 2


def test_two_of_one_family_that_say_it_together_are_one_origin() -> None:
    (origin,) = joint("Unicef", "the UN").origins
    assert (len(origin.told), origin.joint) == (1, ())


@given(st.permutations(["the union", "the Marrow Boatmen's Union", "police", "Marrow police", "Oxfam"]))
def test_origins_do_not_depend_on_the_order(names: list[str]) -> None:
    incident = told_by(*((name,) for name in names))
    assert ids(incident) == {"name:marrow boatmens union", "organ:chad:police:marrow", "oxfam"}


@given(st.lists(st.sampled_from(["Oxfam", "police", "residents", "Unicef", "the UN", "the union"]), max_size=4))
def test_every_claim_stands_in_exactly_one_group_by_its_first_source(beside: list[str]) -> None:
    incident = joint("Amnesty International", *beside)
    assert sorted(claim for origin in incident.origins for claim in origin.claims) == sorted(incident.claims)
    assert all(set(origin.claims).isdisjoint(origin.joint) for origin in incident.origins)


def test_a_short_name_that_two_reports_give_to_two_bodies_means_neither_elsewhere() -> None:
    case = Case()
    case.add("a", "The Marrow Relief Union (MRU) counted 14 people.", "14 people", 14)
    case.add("b", "The Marsh Rowers Union (MRU) counted 14 people.", "14 people", 14)
    names = ShortNames(case.reports)
    first, second = (report.id for report in case.reports)
    assert names.meant("MRU", first) != names.meant("MRU", second)
    assert names.meant("MRU", type(first)("elsewhere")) is None


def test_a_body_is_one_whatever_the_order_of_the_words_that_name_it() -> None:
    full = ("the National Institute for Flood Management",)
    assert len(told_by(full, ("the national flood institute",)).origins) == 1
    assert len(told_by(full, ("the national health institute",)).origins) == 2
