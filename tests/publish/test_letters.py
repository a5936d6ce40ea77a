"""Names begin with a capital of any Latin spelling; passages in other scripts are found whole."""

import unicodedata
from typing import Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.publish.letters import folded, other_scripts
from sayso.publish.public_names import NAME


@pytest.mark.parametrize(
    "name", ["Łukasz", "Ömer", "Đorđe", "Åsa", "İbrahim", "Žaneta", "Şirin Öz", "Ḥasan", "Nguyễn Văn"]
)
@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_a_capital_is_one_in_every_latin_spelling(name: str, form: Literal["NFC", "NFD"]) -> None:
    written = unicodedata.normalize(form, name)
    found = NAME.search(f"the girl {written} hid")
    assert found
    assert found.group() == written


@pytest.mark.parametrize(
    ("text", "passages"),
    [
        ("It reads “قال يوسف، 12، ثم” there.", ["قال يوسف، 12، ثم"]),
        ("李小明 and 王芳 hid.", ["李小明", "王芳"]),
        ("अमिता शर्मा hid.", ["अमिता शर्मा"]),
        ("“Олена, 12 років”", ["Олена, 12 років"]),
        ("one line: יוסי\nnext: דנה", ["יוסי", "דנה"]),
        ("The name H\u0430lim holds a Cyrillic letter.", ["H\u0430lim"]),
        ("It weighs 5 μg, less than π by Δ.", []),
        ("Zażółć gęślą jaźń, ʻOkina and naïve.", []),
        ("", []),
    ],
)
def test_passages_in_other_scripts_are_found(text: str, passages: list[str]) -> None:
    assert [span.of(text) for span in other_scripts(text)] == passages


@given(st.text(alphabet="aŁö\u0308é\u00adıÆ’ﬁ يم李1 \n", max_size=30), st.data())
def test_a_folded_stretch_leads_back_to_its_letters(text: str, data: st.DataObject) -> None:
    plain = folded(text)
    start = data.draw(st.integers(0, len(plain.text)))
    end = data.draw(st.integers(start, len(plain.text)))
    span = plain.span(start, end) if start < len(plain.text) else plain.span(len(plain.text), len(plain.text))
    assert 0 <= span.start <= span.end <= len(text)
    if start == 0 and end == len(plain.text):
        assert plain.text == folded(text[span.start :]).text


def test_spellings_of_one_name_fold_alike() -> None:
    forms = ["Lukasz", "Łukasz", "Lu\u00adkasz", "Lúkasz", "Lu\u0301kasz"]
    assert {folded(form).text for form in forms} == {"Lukasz"}
