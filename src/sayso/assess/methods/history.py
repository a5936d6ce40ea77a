"""The history of assessments: a file that is only added to, each line linked to the one before by its hash."""

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field
from datetime import datetime
from pathlib import Path

from sayso.errors import UsageError
from sayso.model import Analysis, Incident, MethodAssessment, digest


@dataclass(frozen=True, slots=True)
class Entry:
    """What a method made of an incident at one time, from what, and how it differs from before."""

    id: str
    at: str
    method: str
    version: str
    incident: str
    label: str
    inputs: str
    claims: Mapping[str, str]
    """Claim to report."""
    judgements: tuple[str, ...]
    shown: Mapping[str, str]
    """Each part's label and what it says."""
    reasons: Mapping[str, str]
    follows: tuple[str, ...] = ()
    """The entries that it takes the place of: several where incidents were merged; none for a new one."""
    causes: tuple[str, ...] = ()
    """Why it was made anew, in words."""
    changed: tuple[tuple[str, str, str], ...] = field(default=())
    """Label, what it said, what it says now."""
    is_gone: bool = False
    """None of its claims is in the reports any more."""


def read_history(path: Path) -> tuple[Entry, ...]:
    """The entries of a file, oldest first; none where there is no file yet.

    Raises UsageError with the line where one is damaged, or was changed or taken out after it was written.
    """
    if not path.exists():
        return ()
    entries, last = [], ""
    for number, line in enumerate(_text(path).splitlines(), 1):
        where = f"{path}, line {number}"
        try:
            held = json.loads(line)
            previous = held.pop("previous")
            entry = _entry(held)
        except (ValueError, TypeError, KeyError, AttributeError) as fault:
            raise UsageError("This line is no entry of a history.", where, "Take the file from a backup.") from fault
        if previous != last:
            raise UsageError(
                "The line before was changed, taken out or put in after it was written.",
                where,
                "Take the file from a backup; a history is only added to.",
            )
        last = _hash(line)
        entries.append(entry)
    return tuple(entries)


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as fault:
        raise UsageError(f"The history cannot be read ({fault}).", str(path), "Check the path.") from fault


def _entry(held: dict[str, object]) -> Entry:
    lists = {key: tuple(map(str, _list(held[key]))) for key in ("judgements", "follows", "causes")}
    mappings = {key: {str(k): str(v) for k, v in _mapping(held[key]).items()} for key in ("claims", "shown", "reasons")}
    words = {key: str(held[key]) for key in ("id", "at", "method", "version", "incident", "label", "inputs")}
    changed = tuple((str(a), str(b), str(c)) for a, b, c in map(_list, _list(held["changed"])))
    return Entry(**words, **mappings, **lists, changed=changed, is_gone=bool(held["is_gone"]))  # type: ignore[arg-type]


def _list(value: object) -> list[object]:
    if not isinstance(value, list):
        raise TypeError(type(value).__name__)
    return value


def _mapping(value: object) -> dict[object, object]:
    if not isinstance(value, dict):
        raise TypeError(type(value).__name__)
    return value


def _hash(line: str) -> str:
    return hashlib.sha256(line.encode("utf-8", "surrogatepass")).hexdigest()


def append(path: Path, entries: Sequence[Entry]) -> None:
    """Add the entries to the file; with none it is left as it is. Raises UsageError where it cannot be written."""
    if not entries:
        return
    lines = _text(path).splitlines() if path.exists() else []
    last = _hash(lines[-1]) if lines else ""
    written = []
    for entry in entries:
        line = json.dumps({**asdict(entry), "previous": last}, ensure_ascii=True, sort_keys=True)
        written.append(line + "\n")
        last = _hash(line)
    try:
        with path.open("a", encoding="utf-8") as file:
            file.write("".join(written))
    except OSError as fault:
        raise UsageError(
            f"The history could not be written ({fault.strerror}).", str(path), "Choose another place."
        ) from fault


def news(entries: Sequence[Entry], analysis: Analysis, at: datetime) -> tuple[Entry, ...]:
    """What is to be added: assessments made from inputs that the history does not hold yet, and those that are gone.

    The same inputs give nothing new.
    """
    followed = {one for entry in entries for one in entry.follows}
    standing = _Standing([entry for entry in entries if entry.id not in followed], analysis)
    incidents = {incident.id: incident for incident in analysis.incidents}
    found: list[Entry] = []
    matched: set[str] = set()
    for assessment in analysis.by_method:
        incident = incidents[assessment.incident]
        before = standing.before(assessment, incident)
        matched |= {entry.id for entry in before}
        if len(before) == 1 and before[0].inputs == assessment.inputs and not before[0].is_gone:
            continue
        found.append(_made(assessment, incident, before, analysis, at))
    methods = {method.name for method in analysis.methods}
    gone = [e for e in standing.entries if e.id not in matched and not e.is_gone and e.method in methods]
    return (*found, *(_gone(entry, at) for entry in gone))


class _Standing:
    """The entries that no other takes the place of yet, by their claims and labels."""

    def __init__(self, entries: Sequence[Entry], analysis: Analysis) -> None:
        self.entries = entries
        now = {str(claim) for assessment in analysis.by_method for claim in assessment.claims}
        self._by_claim: dict[tuple[str, str], list[Entry]] = {}
        self._by_label: dict[tuple[str, str], list[Entry]] = {}
        for entry in entries:
            for claim in entry.claims:
                self._by_claim.setdefault((entry.method, claim), []).append(entry)
            if not now & entry.claims.keys():
                self._by_label.setdefault((entry.method, entry.label), []).append(entry)

    def before(self, assessment: MethodAssessment, incident: Incident) -> list[Entry]:
        """The entries that this one takes the place of: those that share a claim, else one of the same label."""
        shared = {e.id: e for c in assessment.claims for e in self._by_claim.get((assessment.method, c), [])}
        return list(shared.values()) or self._by_label.get((assessment.method, incident.label), [])[:1]


def _made(
    assessment: MethodAssessment, incident: Incident, before: Sequence[Entry], analysis: Analysis, at: datetime
) -> Entry:
    claims = {str(c): str(analysis.claim_by_id[c].report) for c in assessment.claims if c in analysis.claim_by_id}
    shown = {part.label: part.shown for part in assessment.parts}
    old = before[0].shown if before else {}
    labels = dict.fromkeys((*old, *shown)) if before else {}
    changed = tuple(
        (label, old.get(label, "not said"), shown.get(label, "not said"))
        for label in labels
        if old.get(label) != shown.get(label)
    )
    stamp = at.isoformat(timespec="seconds")
    return Entry(
        id=digest("entry", assessment.inputs, assessment.incident, assessment.method, *(e.id for e in before), stamp),
        at=stamp,
        method=assessment.method,
        version=assessment.version,
        incident=assessment.incident,
        label=incident.label,
        inputs=assessment.inputs,
        claims=claims,
        judgements=tuple(assessment.judgements),
        shown=shown,
        reasons={part.label: part.reason for part in assessment.parts},
        follows=tuple(entry.id for entry in before),
        causes=tuple(_causes(assessment, claims, before, analysis)),
        changed=changed,
    )


def _causes(
    assessment: MethodAssessment, claims: Mapping[str, str], before: Sequence[Entry], analysis: Analysis
) -> list[str]:
    """Why the assessment was made anew."""
    if not before:
        return ["first assessed"]
    causes = []
    if any(entry.is_gone for entry in before):
        causes.append("its reports are there again")
    if len(before) > 1:
        causes.append(f"merged of {len(before)} incidents")
    old = {claim: report for entry in before for claim, report in entry.claims.items()}
    reports = {str(report.id) for report in analysis.reports}
    withdrawn = sorted({report for report in old.values() if report not in reports})
    if withdrawn:
        causes.append(f"withdrawn, or not given this time: {', '.join(withdrawn)}")
    reread = sorted({report for claim, report in old.items() if report in reports and claim not in claims})
    if reread:
        causes.append(f"read anew, or claims now in another incident: {', '.join(reread)}")
    added = sorted({report for claim, report in claims.items() if claim not in old and report not in reread})
    if added:
        causes.append(f"new claims from: {', '.join(added)}")
    if {entry.version for entry in before} != {assessment.version}:
        causes.append(f"version {assessment.version} of the method")
    if {j for entry in before for j in entry.judgements} != {*assessment.judgements}:
        causes.append("a person’s judgement")
    return causes or ["the same claims, read or joined otherwise, or changed settings"]


def _gone(entry: Entry, at: datetime) -> Entry:
    stamp = at.isoformat(timespec="seconds")
    return Entry(
        id=digest("gone", entry.id, stamp),
        at=stamp,
        method=entry.method,
        version=entry.version,
        incident=entry.incident,
        label=entry.label,
        inputs=entry.inputs,
        claims=entry.claims,
        judgements=entry.judgements,
        shown={},
        reasons={},
        follows=(entry.id,),
        causes=("withdrawn, or not given this time: every report that it rests on",),
        changed=tuple((label, said, "gone") for label, said in list(entry.shown.items())[:1]),
        is_gone=True,
    )


def lines(entries: Sequence[Entry]) -> list[str]:
    """The history as a reader follows it: each change with its time, its cause and what it said before."""
    told = []
    for entry in entries:
        head = next(iter(entry.shown.items()), None)
        what = f"{head[0]}: {head[1]}" if head else "gone"
        told.append(f"{entry.at}  {entry.method} {entry.version}  {entry.label}  {what}")
        told.append(f"    because: {'; '.join(entry.causes)}")
        told += [f"    {label}: {old} -> {new}" for label, old, new in entry.changed]
    return told
