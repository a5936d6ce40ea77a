from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.errors import KnowledgeError
from sayso.knowledge.sources import SourceRegistry, load_registry
from sayso.model import SourceKind

REGISTRY = load_registry()
CASES = [
    # name, id, kind
    ("Human Rights Watch", "hrw", SourceKind.NGO),
    ("the U.N.", "un", SourceKind.UN_BODY),
    ("a spokesman for Unicef", "unicef", SourceKind.UN_BODY),
    ("Unicef's country director, Ada Brandt", "unicef", SourceKind.UN_BODY),
    ("Médecins Sans Frontières", "msf", SourceKind.NGO),
    ("Doctors without borders", "msf", SourceKind.NGO),
    ("the Britain-based monitor", "sohr", SourceKind.MONITOR),
    ("المرصد السوري لحقوق الإنسان", "sohr", SourceKind.MONITOR),
    ("Agence France-Presse", "afp", SourceKind.INDEPENDENT_MEDIA),
    ("state news agency Xinhua", "xinhua", SourceKind.PARTY_MEDIA),
    ("Al-Shabab", "al-shabaab", SourceKind.ARMED_ACTOR),
]


@pytest.mark.parametrize(("name", "source_id", "kind"), CASES)
def test_names_of_one_body_meet(name: str, source_id: str, kind: SourceKind) -> None:
    source = REGISTRY.resolve(name)
    assert (source.id, source.kind) == (source_id, kind)


@pytest.mark.parametrize(
    "name",
    [
        "the Colombian army",
        "Colombia's defence ministry",
        "Colombian state television",
        "Bogota",
        "Colombia",
        "Colombian officials",
        "a spokesman for the Colombian foreign ministry",
    ],
)
def test_organs_of_a_state_belong_to_its_party(name: str) -> None:
    assert REGISTRY.resolve(name).party == "colombia-government"


@pytest.mark.parametrize(
    "name",
    [
        "activists",
        "a doctor",
        "residents",
        "a military source",
        "local media",
        "officials",
        "rebels",
        "sources",
        "witnesses",
        "medics",
        "activists in the town of Marrow",
        "a nurse at the Northgate hospital",
        "two fishermen",
        "Reports",
        "a video posted online",
        "an AFP photographer",
        "Opposition activists",
        "Ugandan activists",
        "a rebel spokesman",
        "journalists and activists",
    ],
)
def test_descriptions_without_a_name_stay_unnamed_and_keep_their_words(name: str) -> None:
    source = REGISTRY.resolve(name)
    assert source.kind is SourceKind.UNNAMED
    assert source.name == name


@pytest.mark.parametrize("name", ["the army", "the government", "the military", "state television", "the police"])
def test_an_organ_without_a_country_has_one_only_where_it_is_told(name: str) -> None:
    assert REGISTRY.resolve(name).party == "government"
    assert REGISTRY.resolve(name, country="Peru").party == "peru-government"


def test_a_source_at_a_police_command_is_the_organ() -> None:
    assert REGISTRY.resolve("a source at Marrow Police Command", country="Peru").party == "peru-government"


def test_the_opposition_of_a_state_is_not_its_organ() -> None:
    assert REGISTRY.resolve("the Peruvian opposition").party == "peru-opposition"


def test_an_ambassador_to_the_un_is_not_the_un() -> None:
    assert REGISTRY.resolve("the Danish ambassador to the UN").party == "denmark-government"


@pytest.mark.parametrize(
    "name", ["Ina Tolvar", "Sister Ina Tolvar", "Ina Tolvar, a baker", "ina tolvar", "Dr. Ina Tolvar"]
)
def test_an_unlisted_person_keeps_one_id(name: str) -> None:
    source = REGISTRY.resolve(name)
    assert source.id == "name:ina tolvar" or (name.islower() and not source.is_named)


def test_a_long_name_that_starts_like_a_listed_one_is_not_that_body() -> None:
    assert REGISTRY.resolve("Oxfam Street Bakery").id != "oxfam"


def test_short_acronyms_need_their_capitals() -> None:
    assert REGISTRY.resolve("WHO").id == "who"
    assert REGISTRY.resolve("who").id != "who"


def test_a_users_file_adds_sources_and_wins(tmp_path: Path) -> None:
    path = tmp_path / "sources.yaml"
    path.write_text(
        "sources:\n- {id: lamp, name: Lamplight Desk, kind: monitor, aliases: [the Lamp]}\n"
        "- {id: army, name: Quelmish army, kind: armed actor, party: quelmish-government, also: [the army]}\n"
    )
    registry = load_registry([path])
    assert registry.resolve("a researcher for Lamplight Desk").id == "lamp"
    assert registry.resolve("the army").party == "quelmish-government"
    assert registry.resolve("Quelmish jets").party == "quelmish-government"
    assert registry.resolve("Unicef").id == "unicef"


@pytest.mark.parametrize(
    ("text", "line", "word"),
    [
        ("- {id: a, name: A}\n- {id: b}\n", "line 2", "name"),
        ("- {id: a, name: A, kind: wizard}\n", "line 1", "wizard"),
        ("- {id: a, name: A}\n- {id: b, nmae: B}\n", "line 2", "nmae"),
        ("- {id: a, name: A\n- b: [\n", "line 2", "damaged"),
        ("- {id: a, name: A, aliases: {x: y}}\n", "line 1", "aliases"),
        ("just words\n", "", "list"),
    ],
)
def test_a_damaged_file_is_an_error_with_its_line(tmp_path: Path, text: str, line: str, word: str) -> None:
    path = tmp_path / "mine.yaml"
    path.write_text(text)
    with pytest.raises(KnowledgeError) as caught:
        load_registry([path])
    assert "mine.yaml" in str(caught.value)
    assert line in str(caught.value)
    assert word in str(caught.value)


def test_a_missing_file_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(KnowledgeError, match="cannot be read"):
        load_registry([tmp_path / "absent.yaml"])


def test_an_empty_registry_still_tells_named_from_unnamed() -> None:
    registry = SourceRegistry(())
    assert registry.resolve("Ina Tolvar").is_named
    assert not registry.resolve("residents").is_named


@given(st.text(max_size=40))
def test_any_words_give_a_source(name: str) -> None:
    source = REGISTRY.resolve(name)
    assert source.id
    assert source == REGISTRY.resolve(name)
