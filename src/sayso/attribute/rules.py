"""The attributor by rules: verbs, phrases, quotations, then names and chains."""

from collections.abc import Iterable, Iterator

from sayso.attribute.floating import with_floating_quotes
from sayso.attribute.found import Found
from sayso.attribute.frozen import frozen
from sayso.attribute.givers import given_by_phrase
from sayso.attribute.headlines import headline_attributions, without_headline
from sayso.attribute.labels import labelled
from sayso.attribute.listed import sources_of_lists
from sayso.attribute.nouns import noun_attributions
from sayso.attribute.phrases import phrase_attributions
from sayso.attribute.quotes import Quotes
from sayso.attribute.reckoning import reckonings
from sayso.attribute.relays import with_origins_and_relays
from sayso.attribute.shared import with_shared_speakers
from sayso.attribute.standing import standing_by
from sayso.attribute.tails import without_tails
from sayso.attribute.topics import without_topics
from sayso.attribute.verbs import verb_attribution
from sayso.model import Annotated, Attribution

VERSION = "rules 1"


class RuleAttributor:
    """Reads the parse and the quotation marks of one report at a time."""

    @property
    def version(self) -> str:
        """Name and version of the rules."""
        return VERSION

    def attribute(self, annotated: Iterable[Annotated]) -> Iterator[tuple[Attribution, ...]]:
        """One tuple for each report, in the same order."""
        for a in annotated:
            yield frozen(a, found_by_rules(a))


def found_by_rules(a: Annotated) -> list[Found]:
    """What the rules find in a report, before names are resolved."""
    quotes = Quotes(a)
    found: list[Found] = []
    for sentence in a.sentences:
        for token in a.tokens_of(sentence):
            one = verb_attribution(a, quotes, token)
            if one is not None:
                found.append(one)
        found.extend(phrase_attributions(a, quotes, sentence))
        found.extend(noun_attributions(a, quotes, sentence))
        found.extend(reckonings(a, quotes, sentence))
        found.extend(standing_by(a, quotes, sentence))
        found.extend(given_by_phrase(a, quotes, sentence))
        found.extend(labelled(a, quotes, sentence))
    found.extend(sources_of_lists(a))
    headlines = headline_attributions(a)
    without_headline(a, found, headlines)
    found.extend(headlines)
    without_tails(found)
    found = without_topics(a, found)
    found = with_shared_speakers(a, _without_doubles(found))
    found = with_origins_and_relays(a, found)
    return with_floating_quotes(a, quotes, found)


def _without_doubles(found: list[Found]) -> list[Found]:
    """One attribution for each cue: the longer cue wins where two share words."""
    kept: list[Found] = []
    taken: set[int] = set()
    for one in sorted(found, key=lambda f: (-sum(len(s) for s in f.cue), not f.sure)):
        characters = {i for span in one.cue for i in range(span.start, span.end)}
        if taken.isdisjoint(characters):
            kept.append(one)
            taken |= characters
    return kept
