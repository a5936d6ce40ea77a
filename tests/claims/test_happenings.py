"""What kind of happening did the harm: invented reports of several wars, crimes and disasters."""

import pytest

from sayso.claims.happening_head import Head, is_pointed_at, load_head, said
from sayso.claims.happening_words import word_forms
from sayso.claims.lexicon import lexicon
from sayso.knowledge.patterns import word_pattern
from sayso.model import EventKind
from tests.claims.test_figures import read


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Shelling killed 14 people in Ostrel.", "shelling"),
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
    ],
)
def test_a_word_of_attack_counts_only_where_it_is_one(text: str, kind: str) -> None:
    found, _ = read(text)
    assert {str(claim.event) for claim in found} == {kind}


def test_those_whom_a_disaster_drove_out_did_not_leave_over_time() -> None:
    text = "An earthquake shook Belden. Aftershocks went on for days. Some 14,000 people fled to higher ground."
    found, _ = read(text)
    assert {str(claim.event) for claim in found} == {"other"}


def test_the_head_leaves_kinds_that_it_has_not_learned_to_the_rules() -> None:
    assert EventKind.LANDMINE not in load_head().learned
    assert EventKind.SHELLING in load_head().learned
