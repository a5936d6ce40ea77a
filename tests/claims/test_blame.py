import pytest

import sayso


def blamed(text: str) -> set[str | None]:
    return {c.blamed for c in sayso.analyse(text, published="2021-05-03").claims if c.measure is not None}


@pytest.mark.parametrize(
    "text",
    [
        "Nine people died in the shelling of Belden reported by a British-based war monitor on Monday.",
        "Nine people died in the shelling of Belden reported by a Turkish-based network on Monday.",
    ],
)
def test_where_a_source_sits_blames_nobody(text: str) -> None:
    assert not any(words and ("British" in words or "Turkish" in words) for words in blamed(text))


def test_whoever_fired_is_blamed_without_what_the_shell_then_did() -> None:
    text = (
        "Five people died. Shells fired by regime troops hit the gate of a mill in Belden late on "
        "market day killing five people, a nurse said."
    )
    assert blamed(text) <= {"regime troops", None}
    assert "regime troops" in blamed(text)


def test_a_demonym_before_a_weapon_still_names_an_actor() -> None:
    assert blamed("British jets struck a depot near Belden on Monday, killing nine people, medics said.") == {
        "British jets"
    }
