"""Annotated -> the numbers that the network reads: pieces, their tokens, and what the parse says of each token."""

from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

from sayso.attribute.trained.alphabet import BRANCHES, DEP, FEATURES, NAME, POS, TAG
from sayso.model import Annotated, Token

Numbers = NDArray[np.int64]
PIECES = 320
"""Pieces of a window, with its two end marks; the encoder was trained on windows of at most this length."""
OVERLAP = 96
"""Pieces that neighbouring windows share: what lies in between is read from the window in whose middle it stands."""
REACH = 128
"""Tokens before and after a cue among which its speaker and its words are looked for."""
FIRST, LAST = 101, 102
"""The pieces [CLS] and [SEP]."""
UNKNOWN = 100
STEPS = (0, 1, 2, 3, 4, 5, 6, 8, 10, 13, 17, 22, 29, 38, 50, 66, 87, 115)
"""Distances from the cue in tokens at which a new band begins; the same on both sides."""
BANDS = 2 * len(STEPS)
OPENING, CLOSING, EITHER = frozenset("“«„‘"), frozenset("”»’"), frozenset("\"'`")


@dataclass(frozen=True)
class Window:
    """A run of tokens that is read at once."""

    first: int
    last: int
    """Tokens of the window, last exclusive."""
    core_first: int
    core_last: int
    """Tokens whose cues are taken from this window."""
    pieces: Numbers
    """Shape [pieces]; with the two end marks."""
    owner: Numbers
    """Shape [pieces]; the token of each piece, counted from the window's first; end marks count as its ends."""
    head: Numbers
    """Shape [tokens]; the first piece of each token."""
    features: Numbers
    """Shape [tokens, kinds of feature]."""


def windows(annotated: Annotated, tokenizer: Tokenizer) -> list[Window]:
    """The windows of a report in the order of the text; none for a report without tokens."""
    if not annotated.tokens:
        return []
    ids = _pieces(annotated, tokenizer)
    features = token_features(annotated)
    runs = _runs(annotated, [len(i) for i in ids])
    found = []
    for n, (first, last) in enumerate(runs):
        core_first = first if n == 0 else (first + runs[n - 1][1]) // 2
        core_last = last if n + 1 == len(runs) else (runs[n + 1][0] + last) // 2
        pieces, owner, head = [FIRST], [0], []
        for i in range(first, last):
            head.append(len(pieces))
            pieces.extend(ids[i])
            owner.extend([i - first] * len(ids[i]))
        pieces.append(LAST)
        owner.append(last - first - 1)
        found.append(
            Window(
                first,
                last,
                core_first,
                core_last,
                np.array(pieces, dtype=np.int64),
                np.array(owner, dtype=np.int64),
                np.array(head, dtype=np.int64),
                features[first:last],
            )
        )
    return found


def _pieces(annotated: Annotated, tokenizer: Tokenizer) -> list[list[int]]:
    """The pieces of every token, at least one and at most eight each."""
    words = list(dict.fromkeys(t.text for t in annotated.tokens))
    encoded = tokenizer.encode_batch_fast(words, add_special_tokens=False)
    pieces = {word: e.ids[:8] or [UNKNOWN] for word, e in zip(words, encoded, strict=True)}
    return [pieces[t.text] for t in annotated.tokens]


def _runs(annotated: Annotated, lengths: list[int]) -> list[tuple[int, int]]:
    """First and last token of each window: whole sentences as long as they fit."""
    room = PIECES - 2
    total = len(lengths)
    starts = {s.first for s in annotated.sentences}
    runs: list[tuple[int, int]] = []
    first = 0
    while True:
        last, used = first, 0
        while last < total and used + lengths[last] <= room:
            used += lengths[last]
            last += 1
        if last < total:
            end = last
            while end > first and end not in starts:
                end -= 1
            last = end if end > first and sum(lengths[first:end]) > room // 2 else last
        runs.append((first, last))
        if last >= total:
            return runs
        back, shared = last, 0
        while back > first + 1 and shared + lengths[back - 1] <= OVERLAP:
            back -= 1
            shared += lengths[back]
        ahead = back
        while ahead < last and ahead not in starts:
            ahead += 1
        first = ahead if ahead < last else back


def token_features(annotated: Annotated) -> Numbers:
    """Shape [tokens, kinds of feature]: part of speech, dependency, tag, name, shape, quotation marks, place."""
    table = np.zeros((len(annotated.tokens), len(FEATURES)), dtype=np.int64)
    pos, dep, tag, name = _index(POS), _index(DEP), _index(TAG), _index(NAME)
    quoted = _quotation(annotated)
    for t in annotated.tokens:
        table[t.i, 0] = pos.get(t.pos, 0)
        table[t.i, 1] = dep.get(t.dep, 0)
        table[t.i, 2] = tag.get(t.tag, 0)
        table[t.i, 4] = _shape(t)
        table[t.i, 5] = quoted[t.i]
    for n in annotated.names:
        table[n.first : n.last, 3] = name.get(n.label, len(NAME) - 1)
    block = None
    for s in annotated.sentences:
        if s.block is not block:
            if s.first:
                table[s.first - 1, 6] = 2
            table[s.first, 6] = 1
            block = s.block
    return table


@lru_cache(maxsize=16)
def _index(names: tuple[str, ...]) -> dict[str, int]:
    return {name: i for i, name in enumerate(names)}


def _shape(token: Token) -> int:
    text = token.text
    if text[:1].isdigit():
        return 3
    if not any(c.isalpha() for c in text):
        return 4
    if text.isupper() and len(text) > 1:
        return 2
    return 1 if text[:1].isupper() else 0


def _quotation(annotated: Annotated) -> list[int]:
    """For each token whether it stands in quotation marks, by alternation inside a block."""
    found = [0] * len(annotated.tokens)
    inside, block = False, None
    for sentence in annotated.sentences:
        if sentence.block is not block:
            inside, block = False, sentence.block
        for t in annotated.tokens_of(sentence):
            if not (mark := _mark(t)):
                found[t.i] = 1 if inside else 0
                continue
            opens = mark == "open" or (mark == "either" and not inside)
            found[t.i] = 2 if opens else 3
            inside = opens
    return found


def _mark(token: Token) -> str:
    """Whether the token is a quotation mark that opens, closes, or may do either; empty for an apostrophe."""
    text = token.text
    if text in ("''", "``") or (len(text) == 1 and text in '"`'):
        return "either"
    if len(text) != 1 or text not in OPENING | CLOSING | EITHER:
        return ""
    if text in "'’" and token.tag == "POS":
        return ""
    if text in OPENING:
        return "open"
    return "close" if text in CLOSING else "either"


def branches(annotated: Annotated, cue: int, first: int, last: int) -> Numbers:
    """Shape [last - first]: where each token stands in the tree as seen from the token of the cue."""
    index, tokens = _index(BRANCHES), annotated.tokens
    sentence = tokens[cue].sentence
    found = np.zeros(last - first, dtype=np.int64)
    above = _above(annotated, cue)
    below = {t.i: index.get(f"under {t.dep}", index["sentence"]) for t in annotated.children(cue)}
    for i in range(first, last):
        distance = tokens[i].sentence - sentence
        if distance == 0:
            found[i - first] = index["above"] if i in above else _branch(annotated, i, above, below, index["sentence"])
        elif abs(distance) == 1:
            found[i - first] = index["sentence after" if distance > 0 else "sentence before"]
    if first <= cue < last:
        found[cue - first] = index["itself"]
    return found


def _above(annotated: Annotated, cue: int) -> frozenset[int]:
    """The cue's token and all that it hangs on."""
    above, at = {cue}, cue
    while annotated.tokens[at].head != at:
        at = annotated.tokens[at].head
        above.add(at)
    return frozenset(above)


def _branch(annotated: Annotated, i: int, above: frozenset[int], below: dict[int, int], other: int) -> int:
    """The branch of the cue under which the token hangs; `other` where it hangs elsewhere in the sentence."""
    at = i
    while at not in below:
        head = annotated.tokens[at].head
        if head in above or head == at:
            return other
        at = head
    return below[at]


def bands(cue: int, first: int, last: int) -> Numbers:
    """Shape [last - first]: the band of distance of each token from the cue; those after it in the upper half."""
    distance = np.arange(first, last, dtype=np.int64) - cue
    band = np.searchsorted(np.array(STEPS), np.abs(distance), side="right") - 1
    return np.where(distance > 0, band + len(STEPS), band)
