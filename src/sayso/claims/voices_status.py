# ruff: noqa: E501  word patterns are read in one go
"""How a text stands to a figure: asserted, alleged, unconfirmed or denied."""

import re

from sayso.model import Act, Annotated, Attribution, Sentence, Span, Status

_NEAR = 40
_AFTER = 160
"""Characters of the next sentence in which a remark on the figure may stand. Source: our choice."""
_HEDGE = re.compile(
    r"\b(?:allegedly|reportedly|purportedly|apparently|reported (?:dead|killed|missing))\b", re.IGNORECASE
)
_LEADING_HEDGE = re.compile(
    r"\b(?:(?:amid|by|on|of|to|about|from|are|were|was|with|unconfirmed|some|several|other) (?:\w+ )?reports (?:that|suggesting)|claims? (?:\w+ ){0,8}?that|(?:is|are|was|were) (?:said|alleged|claimed|rumou?red|reported) to have|it (?:is|was) (?:claimed|alleged|rumou?red) that"
    r"|claim(?:s|ed)? (?:to have|having|the (?:killing|beheading|execution))|(?:boast(?:s|ed)?|brag(?:s|ged)?) of|allegations? (?:that|of)|rumou?rs? (?:that|of)"
    r"|accus(?:e|ed|es|ing) [^.;]{2,80}? of (?:\w+ly )?\w+ing|alleged (?:killing|murder|execution|death)s? of|reported (?:execution|killing|murder)s? of)\b[^.;]*$",
    re.IGNORECASE,
)
_TRAILING_HEDGE = re.compile(
    r"^[^.;]*?(?:\bso (?:[\w']+ ){1,5}(?:alleges?|claims?|says?)\b|\b(?:[\w']+ ){1,4}claims?\.?$)", re.IGNORECASE
)
_UNVERIFIED = re.compile(
    r"\b(?:(?:could|can|cannot|has|have|had)(?: not|n't)? (?:yet )?(?:be|been)? ?(?:immediately |independently |yet )*(?:be |been )?(?:independently )?(?:verified|confirmed|corroborated)"
    r"|not (?:immediately |independently )?(?:able|possible) to (?:independently )?(?:verify|confirm|check)|unable to (?:independently )?(?:verify|confirm)|(?:could|can|did|does) not (?:immediately |independently )*(?:verify|confirm)"
    r"|no independent (?:confirmation|verification)|(?:neither|nor) (?:confirm|rule)\w*|nobody has been able to (?:check|verify|confirm)|not (?:yet )?(?:been )?(?:independently )?(?:verified|confirmed))\b",
    re.IGNORECASE,
)
_NEGATED = re.compile(r"\b(?:not|n't|cannot|no|neither|nobody|unable|nor)\b", re.IGNORECASE)
_UNVERIFIED_BEFORE = re.compile(
    r"\b(?:unverified|unconfirmed) (?:\w+ ){0,2}?(?:footage|video|videos|reports?|accounts?|posts?|pictures?|images?|claims?|figures?|toll)\b",
    re.IGNORECASE,
)
_FEARED = re.compile(
    r"\b(?:toll|number|figure)s? (?:could|may|might|can) (?:reach|rise to|climb to|exceed)[^.;]{0,20}$|\b(?:it is|was) feared that [^.;]*$",
    re.IGNORECASE,
)
_CAUSE = re.compile(
    r"\b(?:cause|identity|identities|motive|authenticity|who|whether|origin|responsib\w+)\b", re.IGNORECASE
)
_CLAIMS_DEED = re.compile(r"\bclaim\w*$", re.IGNORECASE)
_NO_ALLEGATION = re.compile(
    r"^\W*(?:responsibility|(?:the |another |\d+ |many )?lives\b|(?:the |a )?life\b)", re.IGNORECASE
)
_PLAIN_REPORT = re.compile(r"^(?:(?:is|are|was|were|has|have|had|been|being|also)\s+)*reported$", re.IGNORECASE)


def status_of(annotated: Annotated, holding: list[Attribution], figure: Span, sentence: Sentence) -> tuple[Status, str]:
    """The status of the words of a figure and why; `holding`: the attributions whose content holds it."""
    text = annotated.text
    if any(a.act is Act.DENIES for a in holding):
        return Status.DENIED, "The words that hold the figure are a denial."
    if any(a.act is Act.UNVERIFIED for a in holding) or _is_unverified(annotated, figure, sentence):
        return Status.UNCONFIRMED, "The report says that it could not be verified."
    if any(_keeps_distance(a, text) for a in holding):
        return Status.ALLEGED, "The outlet keeps its distance from the statement."
    if _is_hedged(text, figure, sentence.span):
        return Status.ALLEGED, "The words beside the figure keep their distance."
    return Status.ASSERTED, "Stated without distance."


def _is_unverified(annotated: Annotated, figure: Span, sentence: Sentence) -> bool:
    """The sentence says that the figure is not verified or only feared, or the next one says so of the account."""
    text = annotated.text
    before, own = text[sentence.span.start : figure.start], sentence.span.of(text)
    if _UNVERIFIED_BEFORE.search(before) or _FEARED.search(before) or _remarks(own):
        return True
    if sentence.i + 1 >= len(annotated.sentences):
        return False
    following = annotated.sentences[sentence.i + 1].span.of(text)[:_AFTER]
    return _remarks(following)


def _remarks(words: str) -> bool:
    """A remark that something could not be verified, other than who did it or why."""
    found = _UNVERIFIED.search(words)
    if found is None or not _NEGATED.search(found.group()):
        return False
    return not _CAUSE.search(words[max(0, found.start() - 60) : found.start()])


def _is_hedged(text: str, figure: Span, sentence: Span) -> bool:
    """ "apparently", "reports that", "claims to have" before or right beside the figure."""
    area = text[max(sentence.start, figure.start - _NEAR) : min(sentence.end, figure.end + _NEAR // 2)]
    before, after = text[sentence.start : figure.start], text[figure.end : sentence.end]
    return bool(_HEDGE.search(area) or _LEADING_HEDGE.search(before) or _TRAILING_HEDGE.search(after))


def _keeps_distance(attribution: Attribution, text: str) -> bool:
    """The outlet hedges the words; who claims responsibility claims the deed, and a war that claims lives claims nothing."""
    for cue in attribution.cue:
        if _CLAIMS_DEED.search(cue.of(text)) and _NO_ALLEGATION.match(text[cue.end :]):
            return False
        if _PLAIN_REPORT.match(cue.of(text)):
            return False
    return attribution.hedged
