"""The nouns: frozen values that flow through the stages. This folder imports nothing else of ours."""

from sayso.model.analysis import Analysis
from sayso.model.annotated import Annotated, Name, Sentence, Token
from sayso.model.assessment import Assessment, Finding, FindingKind, RangeEnd, ReportedRange
from sayso.model.attribution import Act, Attribution
from sayso.model.claim import (
    Claim,
    ClaimKind,
    EventKind,
    Figure,
    Group,
    Measure,
    Modifier,
    Place,
    Status,
    Victim,
)
from sayso.model.ids import (
    AttributionId,
    ClaimId,
    CopyGroupId,
    IncidentId,
    OriginId,
    ReportId,
    digest,
)
from sayso.model.incident import (
    NO_ORIGIN,
    UNNAMED_ORIGIN,
    CopyGroup,
    Incident,
    Join,
    OriginGroup,
    OriginKind,
)
from sayso.model.report import READ_FOR_CLAIMS, Block, BlockKind, MapSegment, NotRead, Report
from sayso.model.source import Source, SourceKind
from sayso.model.span import Span, hull
from sayso.model.times import Interval, Precision, Stamp

__all__ = [
    "NO_ORIGIN",
    "READ_FOR_CLAIMS",
    "UNNAMED_ORIGIN",
    "Act",
    "Analysis",
    "Annotated",
    "Assessment",
    "Attribution",
    "AttributionId",
    "Block",
    "BlockKind",
    "Claim",
    "ClaimId",
    "ClaimKind",
    "CopyGroup",
    "CopyGroupId",
    "EventKind",
    "Figure",
    "Finding",
    "FindingKind",
    "Group",
    "Incident",
    "IncidentId",
    "Interval",
    "Join",
    "MapSegment",
    "Measure",
    "Modifier",
    "Name",
    "NotRead",
    "OriginGroup",
    "OriginId",
    "OriginKind",
    "Place",
    "Precision",
    "RangeEnd",
    "Report",
    "ReportId",
    "ReportedRange",
    "Sentence",
    "Source",
    "SourceKind",
    "Span",
    "Stamp",
    "Status",
    "Token",
    "Victim",
    "digest",
    "hull",
]
