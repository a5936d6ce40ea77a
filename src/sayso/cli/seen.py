"""What a user saw when he or she decided: the claims, incidents, origins and reports of a file that sayso wrote."""

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from sayso.errors import UsageError
from sayso.model import report_named

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
    sources: frozenset[str]
    """Ids and names of the sources that are cited."""
    reports: tuple[str, ...]
    is_numbered: bool
    """A brief: it calls them R1, R2 and so on, in this order."""

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

    def source(self, name: str) -> tuple[str, ...]:
        """A claim, or whoever is known by this name: as a source by any of its names, as an origin by its id."""
        if name in self.claims | self.others or _bare(name) in {_bare(source) for source in self.sources}:
            return (name,)
        found = self.origins.get(name) or self.origins.get(_bare(name))
        if found or self._is_alias(name):
            return (found or name,)
        return self._lost(name, "source, origin or claim", (*self.sources, *self.origins))

    def _is_alias(self, name: str) -> bool:
        """Another name of a source that is cited, by the registry."""
        from sayso.knowledge.sources import load_registry
        from sayso.settings import settings

        registry = load_registry(settings().sources)
        told = registry.resolve(name)
        return told.is_named and told.id in {registry.resolve(source).id for source in self.sources}

    def report(self, name: str) -> tuple[str, ...]:
        """The report of this id, or of this number in a brief."""
        found = report_named(name, self.reports) if self.is_numbered or name in self.reports else None
        return (found,) if found else self._lost(name, "report", self.reports)

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
    sources = {text for source in held.get("sources", {}).items() for text in source}
    return Seen(
        path,
        incidents,
        figures,
        frozenset(held["claims"]),
        _by_name(names),
        frozenset(sources),
        tuple(held["reports"]),
        is_numbered=True,
    )


def _of_brief(path: Path, record: Mapping[str, Any]) -> Seen:
    names = {o["id"]: o["name"] for i in record["incidents"] for o in i["origins"]}
    sources = [s["name"] for i in record["incidents"] for o in i["origins"] for s in o["sources"]]
    reports = tuple(report["id"] for report in record["reports"])
    return _of_claims(path, record["claims"], names, sources, reports)


def _of_claims(
    path: Path,
    records: Iterable[Mapping[str, Any]],
    names: Mapping[str, str] | None = None,
    sources: Iterable[str] = (),
    reports: tuple[str, ...] = (),
) -> Seen:
    incidents: dict[str, list[str]] = {}
    figures: set[str] = set()
    others: set[str] = set()
    origins: dict[str, str] = {}
    cited, articles = set(sources), dict.fromkeys(reports)
    for record in records:
        claim = str(record["claim_id"])
        (figures if record["measure"] else others).add(claim)
        articles[str(record["article"])] = None
        cited.update(map(str, record["sources"]))
        if record["origin"]:
            origins[str(record["origin"])] = ""
        if record["incident"] and record["measure"]:
            incidents.setdefault(str(record["incident"]), []).append(claim)
    found = {incident: tuple(claims) for incident, claims in incidents.items()}
    return Seen(
        path,
        found,
        frozenset(figures),
        frozenset(others),
        _by_name({**origins, **(names or {})}),
        frozenset(cited),
        tuple(articles),
        is_numbered=bool(reports),
    )


def _by_name(names: Mapping[str, str]) -> dict[str, str]:
    """Origins by their ids, and by the names that belong to one alone."""
    found = {origin: origin for origin in names}
    told = [_bare(name) for name in names.values() if name]
    return found | {_bare(n): o for o, n in names.items() if n and told.count(_bare(n)) == 1}


def _bare(name: str) -> str:
    """The name without case, and without an article before it."""
    return name.strip().casefold().removeprefix("the ")
