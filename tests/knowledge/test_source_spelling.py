import pytest

from sayso.knowledge.sources import load_registry

REGISTRY = load_registry()


@pytest.mark.parametrize(
    ("name", "source_id"),
    [
        ("UNCIEF", "unicef"),
        ("Amnesty Internatonal", "amnesty"),
        ("Human Rihgts Watch", None),
        ("Doctors without Bordres", "msf"),
        ("Amnesty Nationals", None),
        ("UNHRC", None),
        ("uncief", None),
    ],
)
def test_one_slip_in_a_long_word_is_no_other_source(name: str, source_id: str | None) -> None:
    source = REGISTRY.resolve(name)
    assert source.id == source_id if source_id else source.id.startswith(("name:", "unnamed:"))
