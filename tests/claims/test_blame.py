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


def blame_of(text: str, figure: str) -> str | None:
    found = [c for c in sayso.analyse(text, published="2021-05-03").claims if c.measure is not None]
    return next(c.blamed for c in found if figure in c.words)


@pytest.mark.parametrize(
    ("text", "figure", "doer"),
    [
        ("Nine ferrymen were stabbed to death by river bandits near Belden.", "Nine", "river bandits"),
        ("The governor admitted that his patrols had wounded 14 hawkers.", "14", "his patrols"),
        ("A dismissed porter confessed that he had poisoned four guests.", "four", "A dismissed porter"),
        ("It was Major Tarn's own driver who strangled two clerks.", "two", "Major Tarn's own driver"),
        ("The landlord was convicted over the deaths of six tenants.", "six", "The landlord"),
        ("The marines denied that 12 villagers had died under their shells.", "12", "The marines"),
        ("Eleven militiamen were killed in clashes with Crimson Front rebels near Belden.", "Eleven", "Crimson Front"),
        ("Greenwood residents hold the dam authority responsible: 31 people drowned.", "31", "the dam authority"),
        ("General Tarn's gunners shelled a mill. His artillery killed nine millers.", "nine", "General Tarn's gunners"),
        ("Some 60 weavers were beaten and driven out by the Ashen Brigade.", "60", "the Ashen Brigade"),
        ("A former cadet opened fire in a canteen; 9 classmates were shot.", "9", "A former cadet"),
        ("Border police have freed 16 boys whom smugglers had kept locked in a barn.", "16", "smugglers"),
        ("Protests followed the police killing of a student.", "a student", "police"),
    ],
)
def test_whoever_the_words_make_the_doer_is_blamed(text: str, figure: str, doer: str) -> None:
    words = blame_of(text, figure)
    assert words is not None
    assert doer.lower() in words.lower()


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("The rebels lost 13 fighters as they took the ridge near Belden.", "13"),
        ("A tank shell hit the central square, killing one baker.", "one baker"),
        ("Two gardeners were killed when lightning hit a hut.", "Two"),
        ("Nine people died in an air raid on Monday. It was not clear who had flown the planes.", "Nine"),
        ("Eight people fear a possible Ruritanian attack. A car bomb killed six clerks in Belden.", "six"),
    ],
)
def test_nobody_is_blamed_where_no_doer_is_named(text: str, figure: str) -> None:
    found = [c for c in sayso.analyse(text, published="2021-05-03").claims if c.measure is not None]
    assert all(c.blamed is None for c in found if figure in c.words)


@pytest.mark.parametrize(
    "text",
    [
        "Soldiers raided a camp near Belden killing ten rebels and wounding four rebels.",
        "Over 20 rebels were killed near Belden. Police shot dead two rebels on Monday.",
    ],
)
def test_the_harmed_are_never_the_doers(text: str) -> None:
    assert not any(words and "rebel" in words for words in blamed(text))


def test_a_day_or_a_dateline_is_no_part_of_a_name() -> None:
    words = blame_of("On Tuesday army artillery killed four porters in Belden, medics said.", "four")
    assert words == "army"


def test_blame_is_written_as_the_report_writes_it() -> None:
    text = "Gunmen of the Crimson Front shot dead five drivers. Four more people died in rebel shelling."
    found = [c for c in sayso.analyse(text, published="2021-05-03").claims if c.measure is not None]
    assert found
    assert all(c.blamed is None or c.blamed in text for c in found)


def test_a_suspect_goes_by_the_name_that_the_report_gives() -> None:
    text = (
        "The gunman who killed four people in a court in Belden was jailed for life on Monday. Aldo Brenner, 37, was "
        "convicted of murder in March."
    )
    assert blame_of(text, "four people") == "Aldo Brenner"


def test_a_report_with_two_suspects_names_neither_for_a_bare_man() -> None:
    text = (
        "A man shot dead four people in Belden on Monday. Aldo Brenner was charged with fraud. Carla Diaz was charged "
        "with theft."
    )
    assert blame_of(text, "four people") == "A man"


@pytest.mark.parametrize(
    ("text", "figure", "doer"),
    [
        ("Ruritanian jets bombed a camp near Belden, killing nine herders.", "nine", "Ruritanian jets"),
        ("A bomb killed nine clerks in Belden. The Ember Front said it had planted it.", "nine", "Ember Front"),
        (
            "A blast killed nine clerks in Belden. The governor said the Ember Front was behind it.",
            "nine",
            "Ember Front",
        ),
        ("Nine people were killed when shells fired by Ruritanian forces hit a granary.", "Nine", "Ruritanian forces"),
        ("The air force denied that its aircraft killed nine villagers near Belden.", "nine", "air force"),
    ],
)
def test_who_owns_up_or_is_said_to_be_behind_it_is_blamed(text: str, figure: str, doer: str) -> None:
    words = blame_of(text, figure)
    assert words is not None
    assert doer.lower() in words.lower()


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("The health office has confirmed 33 deaths, 204 people injured and five missing after the quake.", "204"),
        ("A sailors' charity lists 48 people as missing after the wreck off Belden.", "48"),
        ("Firefighters rescued nine tenants trapped under a fallen roof in Belden.", "nine"),
        ("Cyclone Tarnia killed 18 people near Belden.", "18"),
        ("A helicopter came down in fog near Belden, killing its crew of three.", "three"),
        ("Government troops shot dead 14 rebels near Belden. Two soldiers were killed.", "Two"),
        ("Ruritanian drones killed six clerks. Elsewhere, a drone strike killed nine drivers near Belden.", "nine"),
    ],
)
def test_those_who_tell_help_or_fall_are_not_blamed(text: str, figure: str) -> None:
    assert blame_of(text, figure) is None


def test_whoever_attacked_is_blamed_for_the_captives_too() -> None:
    text = "Masked bandits shot dead nine millers near Belden on Monday. Four girls were abducted."
    assert blame_of(text, "Four girls") == "Masked bandits"


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("BELDEN, June 8 (XYZ) - Mudslides have killed 16 people, the relief centre said.", "16"),
        ("The union said nine pickers died, while the ministry acknowledged only three deaths.", "three"),
        ("The Harbour Guild lists 48 sailors as missing.", "48"),
        ("The Ministry of Roads said four officers were killed when their patrol was ambushed near Belden.", "four"),
    ],
)
def test_whoever_tells_counts_or_is_hit_is_not_blamed(text: str, figure: str) -> None:
    assert blame_of(text, figure) is None


@pytest.mark.parametrize(
    ("text", "figure", "doer"),
    [
        ("Howitzers of the Tarsk brigade shelled Belden, where six weavers were killed.", "six", "the Tarsk brigade"),
        ("Militants set fire to a lorry near Belden, killing nine weavers.", "nine", "Militants"),
        ("The Harbour Police announced the arrest of five smugglers in Belden.", "five", "The Harbour Police"),
    ],
)
def test_more_ways_of_naming_the_doer(text: str, figure: str, doer: str) -> None:
    assert doer in (blame_of(text, figure) or "")
