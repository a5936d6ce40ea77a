"""Who says a figure: the innermost attribution whose words hold it, and what that does to its status."""

from dataclasses import dataclass
from functools import cache

from sayso.claims.counted_types import Counted
from sayso.claims.voices_denied import who_claimed
from sayso.claims.voices_status import is_of_guilt, status_of
from sayso.knowledge.patterns import word_pattern
from sayso.knowledge.times import find_times
from sayso.knowledge.vocabulary import word_list
from sayso.model import Act, Annotated, Attribution, AttributionId, Sentence, Span, Status

BESIDE = "The sentence goes on with what its speaker says."
_SILENT = frozenset({Act.DECLINES})
_MARKS = frozenset("\"”’»'")


@dataclass(frozen=True, slots=True)
class Voice:
    """Sources root first, how the text stands to the words, and why."""

    sources: tuple[str, ...]
    status: Status
    attribution: AttributionId | None
    carried: bool
    reason: str
    status_reason: str
    joint: tuple[str, ...] = ()
    """Those of the sources that are roots beside the first."""


@dataclass(frozen=True)
class Voices:
    """The attributions of one report, asked for the words at a place."""

    annotated: Annotated
    attributions: tuple[Attribution, ...]

    def of(self, counted: Counted, sentence: Sentence, *, background: bool = False) -> Voice:
        """The voice of a figure; the outlet's own where nothing holds it.

        `background`: the figure is the toll of a war or campaign, which outlets add in their own voice.
        """
        holding = [a for a in self._holding(counted.span) if not is_of_guilt(a, self.annotated.text)]
        speaking = [a for a in holding if a.chain and a.act not in _SILENT]
        status, why = status_of(self.annotated, holding, counted.span, sentence)
        if status is Status.DENIED and (who := self._claimant(counted, sentence)) is not None:
            told = speaking[0].id if speaking else None
            return Voice((who,), status, told, False, "The account that is denied is somebody else's.", why)
        if speaking:
            inner = speaking[0]
            reason = inner.reason or "The statement's words hold the figure."
            return Voice(inner.chain, status, inner.id, False, reason, why, inner.joint)
        if holding and holding[0].speaker and not holding[0].chain and holding[0].act is Act.SAYS:
            return Voice((), status, None, False, "The outlet's own people saw it: the outlet's own voice.", why)
        beside = self._beside(counted.span, sentence)
        carried = beside or (None if background else self._carried(sentence))
        if carried is not None:
            reason = BESIDE if beside else "The sentence goes on with the account of the statement before it."
            return Voice(carried.chain, status, carried.id, True, reason, why, carried.joint)
        return Voice((), status, None, False, "No statement holds the figure: the outlet's own voice.", why)

    def _claimant(self, counted: Counted, sentence: Sentence) -> str | None:
        return who_claimed(self.annotated.text, self.attributions, counted.span, sentence)

    def _holding(self, span: Span) -> list[Attribution]:
        """Attributions whose content holds the figure, innermost first."""
        holding = [
            a for a in self.attributions if any(c.start <= span.start and span.end <= c.end + 1 for c in a.content)
        ]
        if not holding:
            holding = [a for a in self.attributions if any(c.overlaps(span) for c in a.content)]
        return sorted(holding, key=lambda a: (sum(len(c) for c in a.content), a.act is Act.DENIES))

    def _beside(self, span: Span, sentence: Sentence) -> Attribution | None:
        """ "Two died, police said, while a dozen were hurt": the speaker set into the sentence before the figure."""
        before = [
            a
            for a in self.attributions
            if a.chain and a.act is Act.SAYS and a.cue and sentence.span.start <= a.cue[0].start < span.start
        ]
        if not before or not before[-1].content:
            return None
        last = before[-1]
        end = max(part.end for part in (*last.cue, *last.speaker) if part.start < span.start)
        between = self.annotated.text[end : span.start]
        inserted = all(part.start < last.cue[0].start for part in last.content)
        goes_on = word_pattern("status_patterns", "goes_on_after").match(between) and "," in between[:2]
        counted = word_pattern("status_patterns", "by_his_count").search(between)
        later = word_pattern("status_patterns", "goes_on_later").match(between)
        return last if inserted and (goes_on or counted or later) else None

    def _heading_list(self, sentence: Sentence) -> Attribution | None:
        """ "According to the agency:" and the entries below it, each a line or block of its own."""
        text = self.annotated.text
        start = text.rfind("\n", 0, sentence.span.start) + 1
        if not _is_entry(text[start : start + 80]):
            return None
        end = start
        while start > 0 and (_is_entry(text[start : start + 80]) or not text[start:end].strip()):
            end, start = start - 1, text.rfind("\n", 0, start - 1) + 1
        head = Span(start, max(start, end)).trimmed(text)
        if not len(head) or text[head.end - 1] != ":":
            return None
        given = [a for a in self.attributions if a.chain and a.cue and head.covers(a.cue[0])]
        return given[-1] if given else None

    def _carried(self, sentence: Sentence) -> Attribution | None:
        """The statement whose account a sentence without a cue goes on with; a new paragraph begins another
        account unless it counts on ("Nine others").

        Source: of seven such openings in four files of invented reports, none went on with the account before.
        """
        if any(a.chain and self._touches(a, sentence.span) for a in self.attributions):
            return None
        if sentence.i == 0:
            return None
        heading = self._heading_list(sentence)
        if heading is not None:
            return heading
        before = self.annotated.sentences[sentence.i - 1]
        last = [a for a in self.attributions if a.chain and self._touches(a, before.span) and a.act is Act.SAYS]
        counts_on = word_pattern("status_patterns", "counts_on").match(sentence.span.of(self.annotated.text))
        if not last or not (before.block is sentence.block or counts_on) or not self._goes_on(sentence):
            return None
        nearest = max(last, key=lambda a: max(c.end for c in [*a.content, *a.cue, *a.speaker]))
        if any(self._touches(a, sentence.span) for a in self.attributions) and not self._counts(nearest):
            return None
        return None if self._ends_quoted(nearest) else nearest

    def _counts(self, attribution: Attribution) -> bool:
        """The statement speaks of numbers itself; an account of something else does not go on with a figure."""
        return any(t.pos == "NUM" for part in attribution.content for t in self.annotated.tokens_in(part))

    def _goes_on(self, sentence: Sentence) -> bool:
        """It opens as the same account goes on ("Another nine", "Among the dead"), with no time or place of its own."""
        words = sentence.span.of(self.annotated.text)
        if word_pattern("status_patterns", "anaphora").match(words):
            return True
        opening = words.split(maxsplit=1)[0].strip("\"“'‘").lower() if words.split() else ""
        first = self.annotated.tokens[sentence.first]
        if (
            opening not in _going_on()
            and first.pos != "NUM"
            and not word_pattern("status_patterns", "same_deed").match(words)
        ):
            return False
        return not find_times(self.annotated.text, sentence.span)

    def _ends_quoted(self, attribution: Attribution) -> bool:
        """A speech in quotation marks ends with its marks; what follows is somebody else's."""
        last = max(attribution.content, key=lambda c: c.end, default=None)
        return last is not None and last.of(self.annotated.text).rstrip(" .,")[-1:] in _MARKS

    def _touches(self, attribution: Attribution, span: Span) -> bool:
        return any(c.overlaps(span) for c in [*attribution.content, *attribution.cue])


def _is_entry(line: str) -> bool:
    """The line is an entry of a list."""
    return any(word_pattern("status_patterns", key).match(line) is not None for key in ("listed", "labelled"))


@cache
def _going_on() -> frozenset[str]:
    return frozenset(word_list("status_patterns", "going_on"))
