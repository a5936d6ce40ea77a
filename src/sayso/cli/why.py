"""Why each field of a claim is as it is: for people as a block of lines, for programs as a field of the record."""

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from sayso.cli.run import write_whole

if TYPE_CHECKING:
    from sayso.model import Analysis, Claim
    from sayso.publish.records import Json

_SHOWN = 100
"""Characters of a sentence that are shown around the words."""
_VALUE = 28
"""Width of a field's value; a longer one takes a line of its own."""


def with_reasons(records: "Sequence[dict[str, Json]]", found: "Analysis") -> "list[dict[str, Json]]":
    """The claims' records, in the same order, each with a field `why`: for each field its value and the reason."""
    return [
        record | {"why": {field: {"value": _value(field, record), "reason": why} for field, why in claim.reasons}}
        for claim, record in zip(found.claims, records, strict=True)
    ]


def write_reasons(found: "Analysis", out: Path | None) -> None:
    """The claims with their reasons as lines to read, to the file or to standard output."""
    text = "".join(f"{line}\n" for line in reason_lines(found))
    if out is None:
        sys.stdout.write(text)
    else:
        write_whole(out, text.encode("utf-8", "backslashreplace"))


def reason_lines(found: "Analysis") -> Iterator[str]:
    """The claims as text for a terminal: the words, where they stand, and a line for each field."""
    from sayso.publish.records import claim_record

    for claim in found.claims:
        report, record = found.report_by_id[claim.report], claim_record(claim, found)
        where = f"{report.outlet or report.locator}, {claim.span.start}-{claim.span.end}"
        yield f'"{_one_line(claim.words)}"  [{claim.kind.value}]  {where}'
        yield f"  {_around(report.text, claim)}"
        for field, reason in claim.reasons:
            value = _shown(_value(field, record))
            long = len(value) > _VALUE
            yield f"  {field:<9} {value}" if long else f"  {field:<9} {value:<{_VALUE}} {_one_line(reason)}"
            if long:
                yield f"  {'':<9} {'':<{_VALUE}} {_one_line(reason)}"
        yield ""


def _value(field: str, record: "dict[str, Json]") -> "Json":
    """The value that a reason is about; a figure's is its bounds."""
    return [record["low"], record["high"]] if field == "figure" else record.get(field)


def _shown(value: "Json") -> str:
    if value is None or value == []:
        return "unknown"
    if isinstance(value, list):
        if all(part is None or isinstance(part, int) for part in value):
            low, high = (*value, None)[:2]
            return str(low) if low == high and low is not None else f"{_bound(low)} to {_bound(high)}"
        return " > ".join(str(part) for part in value)
    return _one_line(str(value))


def _bound(number: "Json") -> str:
    return "no bound" if number is None else str(number)


def _around(text: str, claim: "Claim") -> str:
    """The sentence as far as it stands close to the words."""
    start = max(claim.sentence.start, claim.span.start - _SHOWN)
    end = min(claim.sentence.end, claim.span.end + _SHOWN)
    return (
        ("… " if start > claim.sentence.start else "")
        + _one_line(text[start:end])
        + (" …" if end < claim.sentence.end else "")
    )


def _one_line(words: str) -> str:
    return " ".join(words.split())
