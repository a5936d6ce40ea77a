"""Methods as records: every rule has its words, and a user's file is checked line by line."""

from pathlib import Path

import pytest

from sayso.assess.methods import NAMES, chosen, own, shipped
from sayso.assess.methods.rules import RULES
from sayso.errors import UsageError
from sayso.model import Known
from tests.assess.methods.cases import assessed, claim, origin

HEAD = "based_on: airwars\nname: our-desk\nversion: '3'\n"


def written(folder: Path, text: str) -> Path:
    path = folder / "desk.yaml"
    path.write_text(text, encoding="utf-8")
    return path


@pytest.mark.parametrize("name", NAMES)
def test_every_rule_that_a_method_applies_is_in_its_record_with_words_and_a_source(name: str) -> None:
    method = shipped(name)
    assert {rule.key for rule in method.rules} == set(RULES[name])
    assert all(rule.says and rule.source for rule in method.rules)
    assert method.version
    assert method.source


@pytest.mark.parametrize("name", NAMES)
def test_what_no_source_confirms_is_a_setting_with_words_of_its_own(name: str) -> None:
    for setting in shipped(name).settings:
        assert setting.help
        assert setting.known in Known


def test_every_rule_has_tests_named_after_it() -> None:
    folder = Path(__file__).parent
    for name in NAMES:
        text = (folder / f"test_{name.replace('-', '_')}.py").read_text(encoding="utf-8")
        for rule in RULES[name]:
            assert f"def test_{rule}" in text, f"{name}: {rule}"


def test_a_file_of_ones_own_changes_settings_and_words(tmp_path: Path) -> None:
    method = own(written(tmp_path, HEAD + "settings:\n  unnamed_adds: 1\nvague:\n  dozens: 12\n"))
    assert (method.base, method.setting("unnamed_adds"), dict(method.vague)["dozens"]) == ("airwars", 1, 12)
    a, b = claim("a", 60), claim("b", 80)
    origins = [origin("monitor", a), origin("unnamed", b)]
    assert assessed(method, origins, [a, b]).headline.shown == "Fair"
    assert assessed("airwars", origins, [a, b]).headline.shown == "Weak"


def test_a_changed_setting_changes_the_digest(tmp_path: Path) -> None:
    one = own(written(tmp_path, HEAD))
    other = own(written(tmp_path, HEAD + "settings: {unnamed_adds: 1}\n"))
    assert one.digest != other.digest


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("name: x\nversion: '1'\n", 1, 'needs "based_on"'),
        ("based_on: nobody\nname: x\nversion: '1'\n", 1, 'no method "nobody"'),
        ("based_on: airwars\nname: ucdp\nversion: '1'\n", 2, "comes with sayso"),
        (HEAD + "settings:\n  unamed_adds: 1\n", 5, '"unamed_adds" is not known'),
        (HEAD + "settings:\n  unnamed_adds: many\n", 5, "must be a whole number"),
        (HEAD + "settings:\n  unnamed_adds: 7\n", 5, "must be at most 1"),
        (HEAD + "settings:\n  strike_events: [thunder]\n", 5, "cannot be “thunder”"),
        (HEAD + "settings:\n  accused_may_contest: 1\n", 5, "must be true or false"),
        (HEAD + "vague:\n  dozens: a lot\n", 5, "must be a whole number"),
        (HEAD + "rules: []\n", 4, '"rules" is not known'),
        (HEAD + "name: again\n", 4, "given twice"),
        (HEAD + "settings: [\n", 4, "cannot be read"),
        ("", None, "empty"),
        ("- a\n- b\n", 1, "must be a mapping"),
    ],
)
def test_a_fault_in_a_file_is_named_with_its_line(tmp_path: Path, text: str, line: int | None, words: str) -> None:
    path = written(tmp_path, text)
    with pytest.raises(UsageError) as raised:
        own(path)
    assert words in str(raised.value)
    if line:
        assert f"{path}, line {line}" in str(raised.value) or f"{path}, line {line + 1}" in str(raised.value)


def test_a_name_that_is_no_method_and_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="no such method"):
        chosen("airwar")
    with pytest.raises(UsageError, match="cannot be read"):
        chosen(str(tmp_path / "absent.yaml"))
    assert chosen("Every Casualty").name == "every-casualty"
