"""What kind of happening did the harm: invented reports of several wars, crimes and disasters."""

import pytest

from sayso.claims import happenings
from sayso.claims.happening_head import Head, is_pointed_at, load_head, said
from sayso.claims.happening_senses import senses
from sayso.claims.happening_words import word_forms
from sayso.claims.lexicon import lexicon
from sayso.knowledge.patterns import word_pattern
from sayso.model import EventKind
from tests.claims.test_figures import read


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Shelling killed 14 people in Ostrel.", "shelling"),
        ("The parish of Lume has recorded seven murders since January.", "cumulative"),
        ("The death toll from cholera in Lume has climbed to 38.", "cumulative"),
        ("Ministry data show that elephants killed 61 people in the province in 2022.", "cumulative"),
        ("Nine inmates died in a mutiny at the prison of Lume, the warden said.", "clash"),
        ("Jets came over at noon. They bombed the ward by the river. Thirteen people were injured.", "airstrike"),
        ("Artillery fire wounded nine farmers near the river.", "shelling"),
        ("A car bomb killed 14 people outside the bank.", "bombing"),
        ("Warplanes bombed the market, killing 14 people.", "airstrike"),
        ("A drone strike killed three fighters.", "airstrike"),
        ("Gunmen opened fire on a minibus and killed six nurses.", "shooting"),
        ("Soldiers and rebels clashed at the pass; 20 fighters died.", "clash"),
        ("Twelve villagers were killed when a landmine went off under their cart.", "landmine"),
        ("Chlorine gas was released on the quarter, and 40 people suffocated to death.", "chemical"),
        ("Militants beheaded four captives.", "execution"),
        ("Some 900 people were evacuated from the besieged town under a deal.", "siege"),
        ("About 30,000 people are besieged in the valley.", "siege"),
        ("An earthquake struck the coast and killed 31 people.", "other"),
        ("Thirty-one passengers drowned when a ferry capsized.", "other"),
        ("Nine people were killed in the harbour.", "other"),
        ("The war has killed more than 90,000 people since 2014.", "cumulative"),
        ("In October 2023, 121 people were killed by two car bombs outside the ministry.", "bombing"),
        ("In October 2023, 121 people were killed in the province.", "cumulative"),
        ("A car bomb went off. Police ended the siege at the hotel, in which 15 people were killed.", "bombing"),
        ("Shells hit Lume. Eleven people were injured and flown to hospital by military aircraft.", "shelling"),
    ],
)
def test_kind_of_a_happening(text: str, kind: str) -> None:
    found, _ = read(text)
    assert {str(claim.event) for claim in found} == {kind}


def test_a_whole_and_its_parts_have_the_same_kind() -> None:
    found, _ = read("A rocket attack killed 14 people, including three children hurt earlier by a bomb.")
    assert len({claim.event for claim in found if claim.subset_of or (claim.figure and claim.figure.low == 14)}) == 1


def test_the_reason_names_the_word() -> None:
    found, _ = read("Shelling killed 14 people in Ostrel.")
    assert "Shelling" in dict(found[0].reasons)["event"]


def test_the_head_chooses_only_among_kinds_that_something_points_at() -> None:
    signs = {"always": 1.0, "rule: other": 1.0, "frame war": 1.0}
    assert set(load_head().scores(signs)) == {EventKind.OTHER, EventKind.CUMULATIVE}
    assert not is_pointed_at(EventKind.SHELLING, signs)


def test_signs_that_point_at_a_kind_weigh_alike_for_all_kinds() -> None:
    head = Head({"title": 2.0}, {})
    for kind in (EventKind.SHELLING, EventKind.SIEGE):
        assert sum(head.added({f"title: {kind}": 0.5}, kind).values()) == 1.0


def test_signs_are_said_in_words() -> None:
    assert said("silent title: shelling") == "the title"
    assert said("title word shells") == '"shells" in the title'
    assert said("word shells") == '"shells"'
    assert said("always") is None


def test_weights_know_only_words_of_the_vocabulary() -> None:
    known = {form for word, _ in lexicon().events for form in word_forms(word)}
    for sign in load_head().own:
        if "word " in sign:
            assert sign.rpartition("word ")[2] in known


def test_a_strike_of_workers_is_no_attack() -> None:
    assert word_pattern("events_patterns", "no_attack").search("a general ")
    found, _ = read("Two people were injured during a general strike in the port.")
    assert {str(claim.event) for claim in found} == {"other"}


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Two people were hurt when buses burned amid a nationwide strike over wages in Belden.", "other"),
        ("A hiker died on Mount Tarn. He had been dropped off by helicopter with a guide.", "other"),
        ("Government helicopters bombed a camp, killing nine herders.", "airstrike"),
        ("Nine clerks died after rioters threw a petrol bomb into their office.", "bombing"),
        ("Mines left in the fields of Belden have killed 140 farmers.", "cumulative"),
        ("A mine killed two farmers in a field near Belden.", "landmine"),
        ("A bomb killed 126 people in Belden in the deadliest such attack in almost a year.", "bombing"),
        ("It was a horror not seen since 3,000 villagers were gassed by the army in 1988.", "chemical"),
        ("Artillery hit Belden. A video shot in the clinic showed 90 bodies.", "shelling"),
        ("Artillery hit Belden and killed 14 people, one of them in combat fatigues.", "shelling"),
        ("Warplanes pounded the front. The bombers had hit the barracks on Sunday, killing 90 soldiers.", "airstrike"),
    ],
)
def test_a_word_of_attack_counts_only_where_it_is_one(text: str, kind: str) -> None:
    found, _ = read(text)
    assert {str(claim.event) for claim in found} == {kind}


def test_those_whom_a_disaster_drove_out_did_not_leave_over_time() -> None:
    text = "An earthquake shook Belden. Aftershocks went on for days. Some 14,000 people fled to higher ground."
    found, _ = read(text)
    assert {str(claim.event) for claim in found} == {"other"}


@pytest.mark.parametrize(("learned", "kind"), [({EventKind.CLASH}, "clash"), (set(), "shelling")])
def test_the_head_leaves_kinds_that_it_has_not_learned_to_the_rules(
    learned: set[EventKind], kind: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(happenings, "load_head", lambda: Head({"rule": -50.0}, {}, frozenset(learned)))
    found, _ = read("Shelling killed 14 people in Ostrel. Soldiers and rebels clashed there.")
    assert {str(claim.event) for claim in found} == {kind}


@pytest.mark.parametrize(("lead", "kind"), [(0.5, "shelling"), (2.0, "clash")])
def test_the_head_overrules_the_words_of_a_sentence_only_where_it_is_sure(
    lead: float, kind: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(happenings, "load_head", lambda: Head({"next": lead}, {}))
    found, _ = read("Shelling killed 14 people in Ostrel. Soldiers and rebels clashed there.")
    assert {str(claim.event) for claim in found} == {kind}


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("A gallery fell in at a coal mine near Belden, killing nine miners.", "other"),
        ("A gas explosion in a colliery killed nine miners.", "other"),
        ("A boiler exploded in a laundry in Belden, killing nine women.", "other"),
        ("An ammonia tank leaked toxic gas at a factory and killed nine workers.", "other"),
        ("Nine divers died in a rescue operation off Belden.", "other"),
        ("Storms killed nine people in the hills around Belden.", "other"),
        ("Firefighters battled the blaze for hours; nine tenants died.", "other"),
        ("An airliner crashed on landing at Belden. All 90 people on board were killed.", "other"),
        ("Nine people died in a pay strike at the docks when a wall fell on a picket line.", "other"),
        ("Police fired on striking dockers in Belden, killing nine.", "shooting"),
        ("Armed men raided a hamlet near Belden and shot dead nine herders.", "shooting"),
        ("Gunboats fired on the harbour of Belden, killing nine fishermen.", "shelling"),
        ("Two ballistic missiles hit a school in Belden, killing nine pupils.", "airstrike"),
        ("A plane dropped three bombs on the market in Belden, killing nine people.", "airstrike"),
        ("A parcel bomb killed nine clerks in Belden.", "bombing"),
        ("A blast in a field near Belden killed nine farmers. They had driven over an anti-tank mine.", "landmine"),
        ("The marines killed nine guerrillas near Belden.", "clash"),
        ("Shells filled with poison gas killed nine people in Belden.", "chemical"),
        ("Avalanches have claimed 28 lives in the canton this winter.", "cumulative"),
        ("Between 2003 and 2019 landslides killed 140 people in the valley.", "cumulative"),
        ("Cholera has killed 204 people in the delta since early May.", "cumulative"),
        ("A flood killed 40 people in Belden, the worst in the valley this year.", "other"),
        ("Police detained 51 people in Belden after shots were fired at a rally.", "other"),
    ],
)
def test_the_words_around_tell_the_sense_of_a_word(text: str, kind: str) -> None:
    found, _ = read(text)
    assert {str(claim.event) for claim in found} == {kind}


def test_every_sense_can_be_read() -> None:
    assert all(sense.where or sense.unless or sense.reads is None for sense in senses())


def test_all_the_cases_of_an_epidemic_are_a_toll_over_time() -> None:
    found = kinds_of("A patient died of cholera in Velm. In all, 42 people have been infected.")
    assert found["42 people"] == "cumulative"


def kinds_of(text: str) -> dict[str, str]:
    return {claim.words: str(claim.event) for claim in read(text)[0]}


@pytest.mark.parametrize(
    ("text", "words", "kind"),
    [
        ("Floods swept the hills. Seven people died in the gem-mining district of Velm.", "Seven people", "other"),
        ("A man was charged over last week's shooting with murdering 16 pupils.", "16 pupils", "shooting"),
        ("In March 2016, suicide bombers killed 32 people at an airport.", "32 people", "bombing"),
        (
            "Police opened fire on miners at the gate. Officers had used tear gas. The union put the dead at nine men.",
            "nine men",
            "shooting",
        ),
    ],
)
def test_what_only_sets_the_scene_names_no_kind(text: str, words: str, kind: str) -> None:
    assert kinds_of(text)[words] == kind


def test_a_count_right_behind_one_over_time_goes_on_with_it() -> None:
    text = "The floods in Lume have cost 210 lives since mid-March. Ninety people are missing."
    assert [claim.event for claim in read(text)[0]] == [EventKind.CUMULATIVE, EventKind.CUMULATIVE]


def test_a_count_behind_one_over_time_with_a_day_of_its_own_stands_alone() -> None:
    text = "The floods in Lume have cost 210 lives since mid-March. On Tuesday nine people drowned at the ford."
    assert [claim.event for claim in read(text)[0]] == [EventKind.CUMULATIVE, EventKind.OTHER]


def test_what_is_added_to_a_growing_toll_is_not_the_toll() -> None:
    text = "Three further deaths from measles brought the toll of the outbreak to 41."
    assert [claim.event for claim in read(text)[0]] == [EventKind.OTHER, EventKind.CUMULATIVE]
