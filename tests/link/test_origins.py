from sayso.dedupe import copy_groups
from sayso.knowledge.sources import load_registry
from sayso.link import link
from sayso.model import NO_ORIGIN, UNNAMED_ORIGIN, Incident, OriginGroup, OriginKind
from tests.link.cases import DAY, Case, on

REGISTRY = load_registry()


def told_by(*sources: tuple[str, ...], outlets: dict[int, str] | None = None, text: str = "") -> Incident:
    """One incident, told once by each chain of sources, each in a report of its own."""
    case = Case()
    for n, chain in enumerate(sources):
        case.add(
            f"report{n}",
            f"In Marrow 14 people were killed by a bomb.{text}",
            "14 people",
            14,
            when=on(DAY),
            sources=chain,
        )
        if outlets and n in outlets:
            case.outlets[f"report{n}"] = outlets[n]
    (incident,) = link(case.claims, case.reports, copy_groups(case.reports), REGISTRY)
    return incident


def ids(incident: Incident) -> list[str]:
    return [origin.id for origin in incident.origins]


def only(incident: Incident) -> OriginGroup:
    (origin,) = incident.origins
    return origin


def test_two_names_of_one_body_are_one_origin() -> None:
    origin = only(told_by(("Human Rights Watch",), ("HRW",)))
    assert origin.id == "hrw"
    assert [join.reason for join in origin.joins] == ["Both names mean Human Rights Watch."] or not origin.joins


def test_bodies_of_one_family_join_with_the_reason() -> None:
    origin = only(told_by(("Unicef",), ("the UN",)))
    assert (origin.id, origin.name) == ("un", "United Nations")
    assert "United Nations" in origin.joins[0].reason


def test_organs_of_one_party_are_one_origin() -> None:
    origin = only(told_by(("the Kenyan army",), ("Kenya's interior ministry",), ("Kenyan state television",)))
    assert (origin.id, origin.kind) == ("party:kenya-government", OriginKind.PARTY)
    assert all("organs of one party" in join.reason for join in origin.joins)


def test_a_body_that_publishes_its_own_findings_is_their_origin() -> None:
    incident = told_by((), ("HRW",), outlets={0: "Human Rights Watch"})
    assert ids(incident) == ["hrw"]
    assert len(incident.standing()) == 1
    assert ids(told_by((), outlets={0: "OCHA"})) == ["un"]


def test_a_medium_in_its_own_voice_is_no_origin_even_where_it_is_a_partys() -> None:
    assert ids(told_by((), (), outlets={0: "SANA", 1: "Reuters"})) == [NO_ORIGIN]


def test_sources_without_a_name_add_one_origin_that_is_not_counted() -> None:
    incident = told_by(("activists",), ("a doctor",), ("residents",))
    assert ids(incident) == [UNNAMED_ORIGIN]
    assert {source.name for source in incident.origins[0].sources} == {"activists", "a doctor", "residents"}
    assert len(incident.standing()) == 0


def test_outlets_in_their_own_voice_are_one_group_that_is_not_counted() -> None:
    incident = told_by((), ())
    assert ids(incident) == [NO_ORIGIN]
    assert len(incident.standing()) == 0


def test_a_relay_is_no_origin() -> None:
    assert ids(told_by(("Amnesty International", "Reuters"), ("Amnesty International", "AFP"))) == ["amnesty"]


def test_named_origins_come_first() -> None:
    incident = told_by((), ("activists",), ("Amnesty International",))
    assert ids(incident) == ["amnesty", UNNAMED_ORIGIN, NO_ORIGIN]
    assert len(incident.standing()) == 1


def test_a_copy_without_source_has_the_source_of_the_others() -> None:
    rest = (
        " The bomb went off beside a queue of vans at the ferry landing shortly after the noon prayer had ended there."
    )
    incident = told_by(("Amnesty International",), (), text=rest)
    assert ids(incident) == ["amnesty"]
    assert "copies of one text" in incident.origins[0].joins[0].reason


def test_a_report_that_cites_an_outlet_goes_back_to_that_outlets_source() -> None:
    incident = told_by(("CNN",), ("Amnesty International",), outlets={1: "CNN"})
    assert ids(incident) == ["amnesty"]


def test_an_outlet_that_names_itself_speaks_in_its_own_voice() -> None:
    assert ids(told_by(("CNN",), outlets={0: "CNN"})) == [NO_ORIGIN]


def test_the_army_belongs_to_the_country_that_the_report_speaks_of() -> None:
    incident = told_by(("the army",), text=" Chad said Chad would send help to eastern Chad.")
    assert ids(incident) == ["party:chad-government"]


def test_the_army_of_an_unknown_country_stays_unknown() -> None:
    assert ids(told_by(("the army",))) == ["party:government"]


def test_an_unlisted_person_has_one_id_in_every_incident() -> None:
    assert ids(told_by(("Sister Ina Tolvar",), ("Ina Tolvar",))) == ["name:ina tolvar"]


def test_a_states_own_outlet_means_its_own_state_by_the_police_command() -> None:
    incident = told_by(("a source at Marrow Police Command",), outlets={0: "xinhua"})
    assert ids(incident) == ["party:china-government"]


def test_a_reporter_of_a_partys_media_speaks_for_the_party() -> None:
    assert ids(told_by(("a Xinhua reporter in Marrow",), ("the Chinese army",))) == ["party:china-government"]


def test_a_monitoring_group_is_the_one_monitor_that_the_report_names() -> None:
    case = Case()
    for words, source in (("14 people", "a monitoring group"), ("14 dead", "the Airwars project Airwars")):
        case.add("a", f"In Marrow {words} after a bomb.", words, 14, when=on(DAY), sources=(source,))
    (incident,) = link(case.claims, case.reports, (), REGISTRY)
    assert ids(incident) == ["airwars"]
    assert any("the one monitor that this report names" in join.reason for join in incident.origins[0].joins)


def test_a_monitoring_group_stays_unnamed_where_no_monitor_is_named() -> None:
    assert ids(told_by(("a monitoring group",), ("Airwars",))) == ["airwars", UNNAMED_ORIGIN]
