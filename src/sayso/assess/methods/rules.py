"""Every rule of every method by its key: the first paragraph of its function's docstring is what the user reads."""

import inspect
from collections.abc import Callable, Mapping
from types import ModuleType

from sayso.assess.methods import acled, admiralty, airwars, every_casualty, grades, ucdp


def _says(function: Callable[..., object]) -> str:
    """The docstring's first paragraph, on one line."""
    return " ".join((inspect.getdoc(function) or "").split("\n\n")[0].split())


def _of(module: ModuleType, *names: str) -> dict[str, str]:
    return {name: _says(getattr(module, name)) for name in names}


RULES: Mapping[str, Mapping[str, str]] = {
    "airwars": {
        **_of(grades, "scope", "discounted", "judged", "confirmed", "contested", "fair", "weak", "ungraded"),
        **_of(airwars, "minimum_and_maximum", "shown_range", "civilian_unless_shown_otherwise", "contested_status"),
        **_of(airwars, "belligerents", "totals"),
    },
    "ucdp": _of(
        ucdp,
        *("event_threshold", "low_best_high", "reliable", "best_when_split", "deaths_by_side", "date_precision"),
        "better_informed",
        *("place_precision", "clarity", "kind_of_violence", "sourcing"),
    ),
    "acled": _of(
        acled,
        *("conservative_figure", "vague_words", "no_number", "casualties_alone", "joint_toll", "time_precision"),
        *("geo_precision", "event_type", "notes", "scope"),
    ),
    "every-casualty": _of(
        every_casualty,
        *(
            "scope",
            "outcome",
            "judged",
            "coherence",
            "cross_check",
            "flag",
            "minimum_per_incident",
            "minimum_per_person",
        ),
        "disagreement",
    ),
    "admiralty": _of(
        admiralty,
        *("letter", "no_citation", "contradicted", "confirmed_by_others", "consistent_with_record", "soft_conflict"),
        "alone",
    ),
}
"""Method to rule key to the words of the rule."""
