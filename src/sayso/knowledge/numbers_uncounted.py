"""Numbers that count nothing: dates, ages, money, distances, ordinals, model numbers."""

from collections.abc import Sequence

from sayso.knowledge.numbers_bounds import modifier_before
from sayso.knowledge.numbers_cores import YEARS
from sayso.knowledge.numbers_pieces import Core, Piece, lower_at
from sayso.knowledge.numbers_words import number_words
from sayso.model import Modifier


def may_count(pieces: Sequence[Piece], core: Core) -> bool:
    """The number may count people: it is no date, age, money, distance, ordinal or model number."""
    first, after = pieces[core.first], lower_at(pieces, core.last)
    before = lower_at(pieces, core.first - 1)
    words = number_words()
    named = before in words.not_before and not (
        before == "number" and lower_at(pieces, core.first - 2) in words.before_number_verb
    )
    if named or (after in words.not_people and not _is_noun_no(core)):
        return False
    if _glued(pieces, core) or _is_compound(pieces, core):
        return False
    if (
        core.low == 1 == core.high
        and first.lower == "one"
        and (before in {"no", "this", "the"} or _points(pieces, core) or after in {"another", "side", "-"})
    ):
        return False
    if before in {"and", "or", ",", "to", "&"} and _is_age_too(pieces, core):
        return False
    if before == "under" and lower_at(pieces, core.first - 2) in number_words().under_age:
        return False
    return not (first.kind == "digits" and (_is_date(pieces, core) or _is_year(pieces, core)))


def _points(pieces: Sequence[Piece], core: Core) -> bool:
    """ "that one": it points at somebody, where "that" does not open what is said."""
    said = lower_at(pieces, core.first - 2) in number_words().before_that_one
    return lower_at(pieces, core.first - 1) == "that" and not said


def _is_age_too(pieces: Sequence[Piece], core: Core) -> bool:
    """ "aged eight and eleven", "ages 4, 6 and 9": the words before it are ages."""
    for at in range(core.first - 2, max(-1, core.first - 10), -1):
        word = pieces[at].lower
        if word in number_words().before_ages:
            return True
        if pieces[at].kind != "digits" and word not in number_words().between_ages and not _spells(word):
            return False
    return False


def _spells(word: str) -> bool:
    return word in number_words().units or word in number_words().tens


def _is_noun_no(core: Core) -> bool:
    return core.low == 0


def _glued(pieces: Sequence[Piece], core: Core) -> bool:
    """Letters or marks that touch a number make it something else: "12th", "AK-47", "5sq", "7:30", "1/2"."""
    first, last = pieces[core.first], pieces[core.last - 1]
    if first.kind != "digits" and last.kind != "digits":
        return False
    after = pieces[core.last] if core.last < len(pieces) else None
    before = pieces[core.first - 1] if core.first else None
    if after and after.start == last.end and last.kind == "digits" and (after.kind == "word" or after.text in "%/°"):
        return True
    ahead = pieces[core.last + 1] if core.last + 1 < len(pieces) else None
    if after and after.text == ":" and after.start == last.end and ahead is not None and ahead.kind == "digits":
        return True  # a time; "at least 126: monitor" is none
    if before is None or before.end != first.start:
        return False
    if before.kind == "word" or before.text in "$€£¥/:#":
        return True
    earlier = pieces[core.first - 2] if core.first > 1 else None
    touching = earlier is not None and earlier.end == before.start
    return before.text in "-–." and touching


def _is_compound(pieces: Sequence[Piece], core: Core) -> bool:
    """ "12-year-old", "three - day", "5-storey": the number qualifies a thing."""
    if lower_at(pieces, core.last) not in {"-", "–"} or core.last + 1 >= len(pieces):
        return False
    mark, word = pieces[core.last], pieces[core.last + 1]
    if word.kind != "word" or word.lower == "odd":
        return False
    return word.lower in number_words().compound_units or (
        mark.start == pieces[core.last - 1].end and word.start == mark.end
    )


def _is_date(pieces: Sequence[Piece], core: Core) -> bool:
    months = number_words().months
    number, after = core.high or 0, lower_at(pieces, core.last)
    if number > 31 or core.modifier is not Modifier.EXACT:
        return "." in pieces[core.first].text and core.last - core.first == 1
    if after in months or (after == "of" and lower_at(pieces, core.last + 1) in months):
        return True
    return lower_at(pieces, core.first - 1).rstrip(".") in months and after not in number_words().counted_after_month


def _is_year(pieces: Sequence[Piece], core: Core) -> bool:
    """Four bare digits between 1900 and 2100, where no modifier and no noun makes them a count."""
    digits = pieces[core.first]
    if core.last - core.first != 1 or not digits.text.isdigit() or int(digits.text) not in YEARS:
        return False
    before = lower_at(pieces, core.first - 1)
    months = number_words().months
    if before in number_words().before_year or before in months or before in {",", "-", "/", "("}:
        return True
    if before == "the" and lower_at(pieces, core.last) not in number_words().counted_after_month:
        return True
    if modifier_before(pieces, core.first) is not None:
        return False
    after = pieces[core.last] if core.last < len(pieces) else None
    return after is None or after.kind != "word" or not after.text.islower() or len(after.text) < 4
