"""Bodies and offices that are named by what they are, and those who speak for them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.knowledge.source_names import institution_of
from sayso.knowledge.source_organs import organ_of
from sayso.knowledge.sources import load_registry
from sayso.model import SourceKind

REGISTRY = load_registry()


@pytest.mark.parametrize(
    ("name", "source_id"),
    [
        ("the road safety agency", "name:road safety agency"),
        ("the search and rescue agency", "name:search and rescue agency"),
        ("Chad's rail committee", "name:rail committee"),
        ("The town's crisis centre", "name:crisis centre"),
        ("the union", "name:union"),
        ("the civil society of Sandal district", "name:civil society sandal"),
        ("the contractor, Tolvar and Sons", "name:tolvar and sons"),
        ("the 9th Brigade", "name:9th brigade"),
    ],
)
def test_a_definite_body_is_named_by_what_it_is(name: str, source_id: str) -> None:
    source = REGISTRY.resolve(name)
    assert (source.is_named, source.id) == (True, source_id)


@pytest.mark.parametrize(
    "name",
    [
        "a hospital",
        "a school in Marrow",
        "local committees",
        "the aid group",
        "the agency",
        "hospital sources",
        "depot staff",
        "No group",
        "the shadow government",
        "a surgeon at Marrow North Hospital",
        "an official of the district administration",
    ],
)
def test_an_indefinite_body_stays_unnamed(name: str) -> None:
    assert not REGISTRY.resolve(name).is_named


@pytest.mark.parametrize(
    ("name", "person"),
    [
        ("A survivor, Agnes Tolvar", "Agnes Tolvar"),
        ("the teacher who drove the truck, Sheikh Ivo Tolvar", "Ivo Tolvar"),
        ("a baker who asked to give only the name Ivo", "Ivo"),
    ],
)
def test_a_person_named_beside_a_description_is_named(name: str, person: str) -> None:
    source = REGISTRY.resolve(name)
    assert (source.id, source.name, source.kind) == (f"name:{person.casefold()}", person, SourceKind.PERSON)


@pytest.mark.parametrize(
    "name", ["residents, Northern Province", "A doctor in Marrow, Eastern Province", "activists, state media"]
)
def test_a_place_beside_a_description_is_no_person(name: str) -> None:
    assert not REGISTRY.resolve(name).is_named


@pytest.mark.parametrize(
    ("name", "source_id"),
    [
        ("Marrow Eye Hospital deputy director Ina Tolvar", "name:marrow eye hospital"),
        ("the dean of Sandal College", "name:sandal college"),
        ("Volunteers of the Marrow Relief Network", "name:marrow relief network"),
        ("the union's president, Ina Tolvar", "name:union"),
        ("an Iron Front spokesman", "name:iron front"),
        ("Ina Tolvar, a spokeswoman for the rail union", "name:rail union"),
    ],
)
def test_who_speaks_for_a_body_is_the_body(name: str, source_id: str) -> None:
    assert REGISTRY.resolve(name).id == source_id


@pytest.mark.parametrize(
    ("name", "source_id"),
    [
        ("the interior minister", "organ:peru:ministry interior"),
        ("the Ministry of the Interior", "organ:peru:ministry interior"),
        ("Minister of Home Affairs Ina Tolvar", "organ:peru:ministry home"),
        ("the Secretariat of Public Security", "organ:peru:ministry security"),
        ("regional governor Ina Tolvar", "organ:peru:governor:ina tolvar"),
        ("the governor of Marrow", "organ:peru:governor:marrow"),
        ("Marrow police", "organ:peru:police:marrow"),
        ("police headquarters", "organ:peru:police"),
        ("the regional prosecutor's office", "organ:peru:prosecutor"),
        ("the directorate of health in Marrow province", "organ:peru:health directorate:marrow"),
        ("The State Emergency Service", "organ:peru:emergency service"),
        ("the municipal relief unit", "organ:peru:relief unit"),
        ("the customs service", "organ:peru:customs service"),
        ("the penitentiary service", "organ:peru:prison service"),
        ("state television", "organ:peru:state television"),
        ("a junta spokesman", "organ:peru:government"),
        ("the foreign ministry in Madrid", "organ:spain:ministry foreign"),
        ("the US State Department", "organ:united-states:government"),
    ],
)
def test_offices_are_organs_of_the_state_told_apart_by_what_they_are(name: str, source_id: str) -> None:
    assert REGISTRY.resolve(name, country="Peru").id == source_id


@pytest.mark.parametrize("name", ["Ina Tolvar, the former mayor of London", "the rebel governor", "its president"])
def test_who_holds_no_office_of_the_state_is_no_organ(name: str) -> None:
    assert REGISTRY.resolve(name, country="Peru").party is None


def test_a_name_that_means_a_body_in_one_country_only_means_it_there() -> None:
    assert REGISTRY.resolve("Civil Defence").id == "civil-defence"
    assert REGISTRY.resolve("Civil Defence", country="Syria").id == "civil-defence"
    assert REGISTRY.resolve("Civil Defence", country="Lebanon").party == "lebanon-government"


def test_a_longer_name_around_a_listed_one_is_another_body() -> None:
    assert REGISTRY.resolve("the Marrow Institute of Civil Defence").id != "civil-defence"


def test_missions_of_a_listed_body_belong_to_its_family() -> None:
    source = REGISTRY.resolve("UN Rights Mission in Chad (URMC)")
    assert (source.family, source.kind) == ("un", SourceKind.UN_BODY)


def test_a_short_name_in_brackets_does_not_change_the_body() -> None:
    assert REGISTRY.resolve("the Rapid Support Forces (RSF)").id == "rsf-sudan"


@given(st.sampled_from(["police", "governor", "mayor", "health minister", "prosecutor"]), st.sampled_from(["", "s"]))
def test_an_organ_tells_what_it_is(office: str, ending: str) -> None:
    source = REGISTRY.resolve(f"Peru'{ending} {office}")
    organ = organ_of(source)
    assert organ is not None
    assert organ.state == "peru"
    assert institution_of(source) is None


@given(st.text(alphabet="abcdefgh AN-',.()", max_size=40))
def test_any_words_give_a_body_or_none(name: str) -> None:
    source = REGISTRY.resolve(name)
    told = institution_of(source, name)
    assert told is None or told[0]
