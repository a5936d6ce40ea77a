"""What a user saw when he or she decided: the claims, incidents, origins and reports of a file that sayso wrote."""

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from sayso.errors import UsageError

_IDS = re.compile(r'<div id="sayso-ids" hidden>(.*?)</div>', re.DOTALL)


@dataclass(frozen=True, slots=True)
class Seen:
    """The things that one file names."""

    path: Path
    incidents: Mapping[str, tuple[str, ...]]
    """Ids to those of their claims with a measure: by them an incident is found again when more reports are read."""
    claims: frozenset[str]
    """All claims with a measure."""
    others: frozenset[str]
    """Claims without one."""
    origins: Mapping[str, str]
    """Ids, and the names that the file gives for them, to ids."""
    reports: frozenset[str]

    def claim(self, name: str) -> tuple[str, ...]:
        """The claim, or the claims of the incident."""
        if name in self.claims:
            return (name,)
        return self.incidents.get(name) or self._lost(name, "claim with a figure or incident", self.incidents)

    def any_claim(self, name: str) -> tuple[str, ...]:
        """A claim, whatever its kind."""
        return (name,) if name in self.claims | self.others else self._lost(name, "claim", self.claims)

    def origin(self, name: str) -> tuple[str, ...]:
        """The origin of this id or name."""
        found = self.origins.get(name) or self.origins.get(_bare(name))
        return (found,) if found else self._lost(name, "origin", self.origins)

    def report(self, name: str) -> tuple[str, ...]:
        """The report of this id."""
        return (name,) if name in self.reports else self._lost(name, "report", self.reports)

    def _lost(self, name: str, what: str, known: Iterable[str]) -> tuple[str, ...]:
        near = get_close_matches(name, list(known), 1)
        hint = f"Is it {near[0]}?" if near else "Copy the id from there."
        raise UsageError(f"No {what} of this name is in {self.path}.", repr(name), hint)


def read_seen(path: Path) -> Seen:
    """The ids in claims (.jsonl) or in a brief (.json, .html); raises UsageError where the file holds none."""
    try:
        text = path.read_text(encoding="utf-8")
        if path.suffix.casefold() in (".html", ".htm"):
            return _of_page(path, text)
        if path.suffix.casefold() == ".json":
            return _of_brief(path, json.loads(text))
        return _of_claims(path, [json.loads(line) for line in text.split("\n") if line.strip()])
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as fault:
        raise UsageError(
            f"The ids cannot be read ({type(fault).__name__}: {fault}).",
            str(path),
            "Name claims (.jsonl) or an internal brief (.json, .html) that sayso wrote.",
        ) from fault


def _of_page(path: Path, text: str) -> Seen:
    found = _IDS.search(text)
    if found is None:
        raise ValueError("the page holds no ids; a brief for the public never does")
    held = json.loads(found.group(1))
    incidents = {str(i): tuple(map(str, claims)) for i, claims in held["incidents"].items()}
    figures = frozenset(claim for claims in incidents.values() for claim in claims)
    names = {str(origin): str(name) for origin, name in held["origins"].items()}
    return Seen(path, incidents, figures, frozenset(held["claims"]), _by_name(names), frozenset(held["reports"]))


def _of_brief(path: Path, record: Mapping[str, Any]) -> Seen:
    names = {o["id"]: o["name"] for i in record["incidents"] for o in i["origins"]}
    reports = frozenset(report["id"] for report in record["reports"])
    return _of_claims(path, record["claims"], names, reports)


def _of_claims(
    path: Path,
    records: Iterable[Mapping[str, Any]],
    names: Mapping[str, str] | None = None,
    reports: frozenset[str] = frozenset(),
) -> Seen:
    incidents: dict[str, list[str]] = {}
    figures: set[str] = set()
    others: set[str] = set()
    origins: dict[str, str] = {}
    articles = set(reports)
    for record in records:
        claim = str(record["claim_id"])
        (figures if record["measure"] else others).add(claim)
        articles.add(str(record["article"]))
        if record["origin"]:
            origins[str(record["origin"])] = ""
        if record["incident"] and record["measure"]:
            incidents.setdefault(str(record["incident"]), []).append(claim)
    found = {incident: tuple(claims) for incident, claims in incidents.items()}
    return Seen(
        path, found, frozenset(figures), frozenset(others), _by_name({**origins, **(names or {})}), frozenset(articles)
    )


def _by_name(names: Mapping[str, str]) -> dict[str, str]:
    """Origins by their ids, and by the names that belong to one alone."""
    found = {origin: origin for origin in names}
    told = [_bare(name) for name in names.values() if name]
    return found | {_bare(n): o for o, n in names.items() if n and told.count(_bare(n)) == 1}


def _bare(name: str) -> str:
    """The name without case, and without an article before it."""
    return name.strip().casefold().removeprefix("the ")
