"""The words of harm, people and happenings as lookups over tokens, built from the vocabulary files."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from sayso.errors import KnowledgeError
from sayso.knowledge.vocabulary import load_vocabulary, word_list
from sayso.model import EventKind, Group, Measure

_STEMS = {"die": "dy", "lie": "ly"}


@dataclass(frozen=True, slots=True)
class VerbForm:
    """A verb of harm in one of its forms."""

    lemma: str
    form: str
    """"base", "s", "past" (also the participle) or "ing"."""
    patient: Measure | None
    """What happens to its object, or to the subject of its passive."""
    undergoer: Measure | None
    """What happens to the subject of its active."""
    needs_person: bool
    """Its object counts only where the words name people."""


@dataclass(frozen=True)
class Lexicon:
    """All lookups, by lower-case word."""

    verbs: Mapping[str, VerbForm]
    nouns: Mapping[str, Measure]
    people: Mapping[str, Measure]
    states: Mapping[str, Measure]
    phrases: tuple[tuple[tuple[str, ...], Measure], ...]
    toll: frozenset[str]
    toll_verbs: frozenset[str]
    groups: Mapping[str, Group]
    group_phrases: tuple[tuple[str, Group], ...]
    headed: frozenset[str]
    things: frozenset[str]
    armed: frozenset[str]
    """Words in the names of bodies that bear arms."""
    devices: frozenset[str]
    """Plurals in -ers and -ors that are no people."""
    events: tuple[tuple[str, EventKind], ...]


@cache
def lexicon() -> Lexicon:
    """The lexicon, built once for each process. Raises KnowledgeError where a vocabulary file is damaged."""
    return Lexicon(
        verbs=_verbs(),
        nouns=_by_word("nouns", plural=True),
        people=_by_word("people", plural=True),
        states=_by_word("state"),
        phrases=_phrases(),
        toll=_with_plurals(word_list("harm", "toll")),
        toll_verbs=frozenset(form for word in word_list("harm", "toll_verbs") for form in verb_forms(word))
        | _TOLL_IRREGULAR,
        groups=_groups(),
        group_phrases=_group_phrases(),
        headed=_with_plurals(word_list("people", "people_headed")),
        things=_with_plurals(word_list("people", "things")),
        armed=frozenset(word_list("people", "armed_bodies")),
        devices=_with_plurals(word_list("people", "devices")),
        events=_events(),
    )


_TOLL_IRREGULAR = frozenset(
    [
        "rose",
        "risen",
        "brought",
        "put",
        "stood",
        "stands",
        "was",
        "is",
        "were",
        "are",
        "been",
        "grew",
        "grown",
        "hit",
        "took",
        "taken",
        "set",
        "estimated",
        "ranging",
        "varying",
    ]
)


def verb_forms(lemma: str) -> dict[str, str]:
    """The written forms of a verb with the name of each form."""
    stem = lemma[:-1] if lemma.endswith("e") and not lemma.endswith("ee") else lemma
    doubled = stem + stem[-1] if lemma in _doubled() else stem
    if lemma.endswith("y") and lemma[-2] not in "aeiou":
        third, past = lemma[:-1] + "ies", lemma[:-1] + "ied"
    else:
        third = lemma + ("es" if lemma.endswith(("s", "sh", "ch", "x", "z")) else "s")
        past = doubled + "ed"
    forms = {lemma: "base", third: "s"}
    forms.update(dict.fromkeys(_irregular().get(lemma, (past,)), "past"))
    forms[_STEMS.get(lemma, doubled) + "ing"] = "ing"
    return forms


@cache
def body_parts() -> Mapping[str, Measure]:
    """What is told of people by what is done to a part of them."""
    return {word: measure for measure, word in _listed("harm", "parts")}


@cache
def _doubled() -> frozenset[str]:
    return frozenset(word_list("harm", "doubled"))


@cache
def _irregular() -> Mapping[str, tuple[str, ...]]:
    listed = _section("harm", "irregular").items()
    return {verb: tuple(map(str, forms)) for verb, forms in listed if isinstance(forms, list)}


def plural(noun: str) -> str:
    """The regular plural of an English noun."""
    if noun.endswith(("s", "sh", "ch", "x", "z")):
        return noun + "es"
    if noun.endswith("y") and noun[-2:-1] not in "aeiou":
        return noun[:-1] + "ies"
    return {"life": "lives", "thief": "thieves", "wife": "wives", "corps": "corps"}.get(noun, noun + "s")


def _with_plurals(words: tuple[str, ...]) -> frozenset[str]:
    return frozenset(words) | {plural(word) for word in words}


def _section(name: str, key: str) -> Mapping[str, object]:
    entry = load_vocabulary(name).get(key)
    if not isinstance(entry, Mapping):
        raise KnowledgeError(
            f'"{key}" must be a mapping.',
            f"sayso/knowledge/vocab/{name}.yaml",
            "Install sayso again, or mend the file if you have edited it.",
        )
    return entry


def _listed(name: str, key: str) -> list[tuple[Measure, str]]:
    pairs: list[tuple[Measure, str]] = []
    for measure, words in _section(name, key).items():
        if isinstance(words, list):
            pairs.extend((Measure(measure), str(word).lower()) for word in words)
    return pairs


def _verbs() -> dict[str, VerbForm]:
    patient = {word: measure for measure, word in _listed("harm", "transitive")}
    undergoer = {word: measure for measure, word in _listed("harm", "intransitive")}
    guarded = frozenset(word_list("harm", "needs_person"))
    forms: dict[str, VerbForm] = {}
    for lemma in sorted(patient.keys() | undergoer.keys()):
        for word, form in verb_forms(lemma).items():
            forms[word] = VerbForm(lemma, form, patient.get(lemma), undergoer.get(lemma), lemma in guarded)
    return forms


def _by_word(key: str, *, plural: bool = False) -> dict[str, Measure]:
    words: dict[str, Measure] = {}
    for measure, word in _listed("harm", key):
        words.setdefault(word, measure)
        if plural:
            words.setdefault(_plural(word), measure)
    return words


_plural = plural


def _phrases() -> tuple[tuple[tuple[str, ...], Measure], ...]:
    return tuple((tuple(words.split()), measure) for measure, words in _listed("harm", "phrases"))


def _groups() -> dict[str, Group]:
    groups: dict[str, Group] = {}
    for name in ("child", "woman", "medic", "journalist", "rescuer", "combatant", "civilian", "at_work", "person"):
        group = Group.UNSPECIFIED if name in ("at_work", "person") else Group(name)
        for word in word_list("people", name):
            groups.setdefault(word, group)
            groups.setdefault(plural(word), group)
    return groups


def _group_phrases() -> tuple[tuple[str, Group], ...]:
    pairs = [
        (phrase, Group(name))
        for name in ("child", "rescuer", "medic", "journalist", "combatant")
        for phrase in word_list("people", f"{name}_phrases")
    ]
    return tuple([(phrase, Group.UNSPECIFIED) for phrase in word_list("people", "open_phrases")] + pairs)


def _events() -> tuple[tuple[str, EventKind], ...]:
    pairs: list[tuple[str, EventKind]] = []
    for name in (kind.value for kind in EventKind):
        pairs.extend((str(word).lower(), EventKind(name)) for word in word_list("events", name))
    order = list(load_vocabulary("events"))
    return tuple(sorted(pairs, key=lambda pair: (order.index(pair[1].value), -len(pair[0]))))
