"""Tells what a whole line is: page furniture, a byline, a credit. Word lists: `vocab/read_furniture.yaml`.

Every answer is for the line as a whole, and errs towards "a paragraph": what is left out cannot be cited.
"""

import re
from functools import cache

from sayso.knowledge.vocabulary import word_list

LINK_LENGTH = 160
"""Characters: a link to another article is about as long as a headline."""
NOTICE_LENGTH = 500
CREDIT_LENGTH = 140
BYLINE_LENGTH = 120
_EDGES = " \t\u00a0.:!?…»›>→←-–—|•·*▶►▼+\u200b\u200e\u200f"
_SENTENCE_END = re.compile(r"[.!?…][\"'”’»)\]]*$")
_CAPITAL = r"[A-Z\u00c0-\u00de\u0100-\u024f]"
_NAME_WORD = re.compile(rf"(?:{_CAPITAL}|[’']{_CAPITAL})[\w.’'\-]*$")


@cache
def _words(key: str) -> frozenset[str]:
    return frozenset(word.casefold() for word in word_list("read_furniture", key))


@cache
def _openings(key: str) -> tuple[str, ...]:
    return tuple(word.casefold() for word in word_list("read_furniture", key))


def ends_as_sentence(line: str) -> bool:
    """The line ends with the mark of a sentence, quotation marks and brackets after it left aside."""
    return bool(_SENTENCE_END.search(line))


def is_boilerplate(line: str) -> bool:
    """The whole line is a share button, a link to something else, or a notice."""
    if len(line) > NOTICE_LENGTH:
        return False
    folded = line.casefold().strip()
    if folded.strip(_EDGES) in _words("lines") or not any(c.isalnum() for c in folded):
        return True
    if folded.startswith(_openings("notice_openings")) or _is_menu(folded):
        return True
    return len(line) <= LINK_LENGTH and not ends_as_sentence(line) and folded.startswith(_openings("link_openings"))


def _is_menu(folded: str) -> bool:
    """Three or more short parts between bars, two of them sections of a site ("Home | World | Sport")."""
    parts = [part.strip() for part in re.split(r"[|·•>/»]", folded) if part.strip()]
    if len(parts) < 3 or any(len(part.split()) > 3 for part in parts):
        return False
    return sum(part in _words("sections") or part in _words("lines") for part in parts) >= 2


def opens_links(line: str) -> bool:
    """The line is a heading over a list of links to other articles."""
    return len(line) <= 60 and line.casefold().strip(_EDGES) in _words("related_headings")


def is_agency(words: str) -> bool:
    """The words are the name of a news agency or a picture service."""
    return words.strip(" .()[]©").casefold() in _words("agencies")


def is_name(words: str, most: int = 5) -> bool:
    """The words could be a person's or a body's name: a few words, all with capitals but for small ones between."""
    parts = words.split()
    if not 1 <= len(parts) <= most or not _NAME_WORD.match(parts[0]):
        return False
    joins = _words("name_joins")
    return all(_NAME_WORD.match(part) or part.casefold().rstrip(".") in joins for part in parts)


def credit_of(line: str) -> str | None:
    """Whom the line credits for a picture or a film, where that is all that the line says; None elsewhere."""
    bare = line.strip().strip("[]()").strip()
    if not 2 <= len(bare) <= CREDIT_LENGTH or _byline_opening().match(bare):
        return None
    labelled = _picture_label().match(bare)
    if labelled and not ends_as_sentence(bare):
        named = bare[labelled.end() :].strip(" :-–—/|")
        if not named or len(named.split()) > 10:
            return None
        return bare if "/" in labelled[0] else named
    parts = [part.strip() for part in re.split(r"\s*(?:/|\||;|\bvia\b|,(?= *[A-Z]{2,}))\s*", bare.lstrip("© ")) if part]
    if len(parts) < 2:
        copyright_of = bare[0] == "©" and is_agency(re.sub(r"\b\d{4}\b", "", bare))
        return bare.lstrip("© ") if copyright_of or bare.casefold() in ("getty images", "ap photo") else None
    if not all(is_agency(part) or is_name(part, 6) for part in parts):
        return None
    return bare if any(is_agency(part) for part in parts) or _is_person_and_service(bare) else None


def _is_person_and_service(line: str) -> bool:
    """A name of two to four words, a stroke, and a short name: the usual form for services that no list knows."""
    person, stroke, service = line.partition("/")
    names = person.split()
    capitals = all(word[0].isupper() for word in names)
    return bool(stroke) and "/" not in service and capitals and 2 <= len(names) <= 4 and len(service.split()) <= 3


@cache
def _picture_label() -> re.Pattern[str]:
    words = "|".join(sorted((re.escape(word) for word in _words("picture_words")), key=len, reverse=True))
    return re.compile(
        rf"(?i)(?:file |ap |afp |reuters |stock |handout )?(?:{words})"
        r"(?:(?: credits?| courtesy(?: of)?| source| copyright| via| provided)?\s*[:/|]|\s+(?:by|courtesy of|credit)\b)"
    )


_IN_BRACKETS = re.compile(r"[\[(]([^\[\]()]{3,90})[\])]\.?$")
_AFTER_SENTENCE = re.compile(r"[.!?”\"’]\s+([^.!?]{3,90})$")


def closing_credit(line: str) -> str | None:
    """The picture credit that a caption ends with ("... on Tuesday. (AP Photo/Jane Doe)"); None where there is none."""
    tail = line[-200:]
    bracketed = _IN_BRACKETS.search(tail)
    if bracketed:
        return credit_of(bracketed[1])
    after = _AFTER_SENTENCE.search(tail)
    is_credit = after is not None and ("/" in after[1] or _picture_label().match(after[1]) is not None)
    return credit_of(after[1]) if after and is_credit else None


def byline_of(line: str) -> str | None:
    """Who wrote it, where the line says that and no more; None elsewhere."""
    bare = line.strip().strip("()[]").strip(" .|•·–—-")
    if not 2 <= len(bare) <= BYLINE_LENGTH:
        return None
    if is_agency(bare) or bare.casefold() in _words("byline_roles"):
        return bare
    opening = _byline_opening().match(bare)
    if not opening:
        return None
    names = re.split(r"\s*(?:,|;|/|\||\band\b|&)\s*", bare[opening.end() :])
    listed = [re.sub(rf"(?i)^{_byline_opening().pattern}", "", name).strip() for name in names if name.strip()]
    return bare[opening.end() :].strip() if listed and all(_is_author(name) for name in listed) else None


def _is_author(name: str) -> bool:
    first = name.split()[0].casefold().rstrip(",.") if name.split() else ""
    if name.casefold() in _words("byline_roles") or is_agency(name):
        return True
    return first not in _words("no_authors") and is_name(name, 7)


@cache
def _byline_opening() -> re.Pattern[str]:
    listed = "|".join(re.escape(word) for word in sorted(_words("byline_openings"), key=len, reverse=True))
    return re.compile(rf"(?i:{listed})(?::\s*|\s+)")
