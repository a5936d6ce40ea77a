"""From an expanded passage to the one that is written: refs, verbs that agree, marks of one style, noise."""

import random
import re

from training.augment.markup import TAG, Edit, edited, renumbered, spans, untag
from training.augment.noise import lower_noise
from training.augment.quotes import QuoteStyle, comma_outside, swap_quotes

_REF = re.compile(r"((?:<[so]\d+>)*)⟦([^⟧+*][^⟧]*)⟧")
_RELATIVE = re.compile(r"⟦\+([^⟧]*)⟧(⟦\*[ps]⟧)?((?:</[a-z]\d+>)*)(?=(.?))")
_NUMBER = re.compile(r"(?=<s(\d+)(?: ref=\"[^\"]*\")?>(?:<s\d+(?: ref=\"[^\"]*\")?>)*[^⟦<]*⟦(?:\+[^⟧]*⟧⟦)?\*([ps])⟧)")
_SENTENCE = re.compile(r"(?:^|[.!?]\s+|\.[”’)]\s+|\n)[“‘(]*([a-z])")
_PLURALS = {
    "has": "have",
    "was": "were",
    "is": "are",
    "says": "say",
    "denies": "deny",
    "disputes": "dispute",
    "relies": "rely",
}
_STYLES = {
    QuoteStyle.DOUBLE: 32,
    QuoteStyle.CURLY: 24,
    QuoteStyle.SINGLE: 12,
    QuoteStyle.CURLY_SINGLE: 12,
    QuoteStyle.GUILLEMETS: 6,
    QuoteStyle.LOW: 2,
    QuoteStyle.NONE: 12,
}


def finished(words: str, rng: random.Random) -> str:
    """The passage with what belongs to the generator taken out, tags checked and numbered from 1."""
    words = words.replace("¶", "\n")
    words = _RELATIVE.sub(_behind, words)
    words = _REF.sub(_with_ref, words)
    words = _agreeing(words)
    words = re.sub(r"⟦[^⟧]*⟧", "", words)
    words = _tidy(words)
    words = _in_style(words, rng)
    spans(words)
    return renumbered(words)


def _behind(match: re.Match[str]) -> str:
    """A relative clause stands behind the speaker's tag, between commas."""
    relative, number, closing, after = match.groups()
    comma = "" if after in ("", ".", ",", ":", ";") else ","
    return f"{number or ''}{closing}{', ' + relative if relative else ''}{comma}"


def _with_ref(match: re.Match[str]) -> str:
    tags, ref = match.groups()
    plain = TAG.sub("", ref).replace('"', "")
    return re.sub(r"<([so]\d+)>", rf'<\1 ref="{plain}">', tags) if tags else ""


def _agreeing(words: str) -> str:
    """Cues whose verb goes with a plural or a singular speaker."""
    numbers = dict(_NUMBER.findall(words))
    singular = {plural: one for one, plural in _PLURALS.items() if one not in ("was", "is", "says")}

    def agree(cue: re.Match[str]) -> str:
        number, attributes, verb = cue.groups()
        mark = numbers.get(number)
        if mark is None:
            return cue[0]
        first, _, rest = verb.partition(" ")
        first = _PLURALS.get(first, _plain(first)) if mark == "p" else singular.get(first, first)
        return f"<q{number}{attributes}>{first}{' ' + rest if rest else ''}</q{number}>"

    return re.sub(r"<q(\d+)((?: act=\"\w+\")?)>([^<]*)</q\1>", agree, words)


def _plain(verb: str) -> str:
    """ "claims" as "claim"; what is no verb of the present stays."""
    if verb.endswith("s") and verb not in ("was", "this", "its") and len(verb) > 4 and verb.islower():
        return verb[:-1]
    return verb


def _tidy(words: str) -> str:
    """Sentences begin in upper case; no mark stands twice; no space before a stop."""
    words = re.sub(r"([!?])[,.]([”’])", r"\1\2", words)
    words = re.sub(r"\.((?:</[a-z]\d+>|[”’])*)\.", r".\1", words)
    words = re.sub(r" +([.,])", r"\1", words)
    words = re.sub(r",((?:</[a-z]\d+>)*),", r"\1,", words)
    words = re.sub(r" {2,}", " ", words)
    plain = untag(words)
    starts = [match.start(1) for match in _SENTENCE.finditer(plain)]
    return edited(words, [Edit(at, at + 1, plain[at].upper()) for at in starts])


def _in_style(words: str, rng: random.Random) -> str:
    style = rng.choices(list(_STYLES), list(_STYLES.values()))[0]
    if rng.random() < (0.7 if style in (QuoteStyle.SINGLE, QuoteStyle.CURLY_SINGLE) else 0.2):
        words = comma_outside(words)
    words = swap_quotes(words, style)
    if " - " in words:
        words = words.replace(" - ", rng.choice((" - ", " - ", " – ", " — ", " -- ")))
    return lower_noise(words, rng) if rng.random() < 0.12 else words
