"""An analysis of an invented siege, built by hand: the city of Karsun, its outlets and bodies do not exist."""

import hashlib
import re
from dataclasses import dataclass, field, replace
from datetime import date, time

from sayso.model import (
    NO_ORIGIN,
    UNNAMED_ORIGIN,
    Act,
    Analysis,
    Assessment,
    Attribution,
    AttributionId,
    Block,
    BlockKind,
    Claim,
    ClaimId,
    ClaimKind,
    CopyGroup,
    CopyGroupId,
    EventKind,
    Figure,
    Finding,
    FindingKind,
    Group,
    Incident,
    IncidentId,
    Interval,
    Join,
    Measure,
    Modifier,
    NotRead,
    OriginGroup,
    OriginId,
    OriginKind,
    Place,
    Precision,
    RangeEnd,
    Report,
    ReportedRange,
    ReportId,
    Source,
    SourceKind,
    Span,
    Stamp,
    Status,
    Victim,
    digest,
)

KARSUN = Place("Karsun", "Karsun", "inv:1", "city", 10.0, 20.0, ("Orvania",))
MILL_QUARTER = Place("the Mill Quarter", "Mill Quarter", "inv:2", "neighbourhood", 10.01, 20.02, ("Karsun", "Orvania"))
OLD_FORD = Place("Old Ford")
FOURTH = Interval(date(2031, 3, 4), date(2031, 3, 4), Precision.DAY, "Tuesday")
WEEK = Interval(date(2031, 2, 25), date(2031, 3, 4), Precision.WEEK, "in the past week")
WAR = Interval(date(2029, 6, 1), date(2031, 3, 5), Precision.LONGER, "since the war began")


def stamp(day: int, clock: time | None = None, zone: str | None = None, offset_min: int | None = None) -> Stamp:
    when = date(2031, 3, day)
    return Stamp(when, when, clock, offset_min, zone, f"{day} March 2031", "text")


def report_of(name: str, text: str, *, kinds: dict[int, BlockKind] | None = None, **fields: object) -> Report:
    """A report whose blocks are the paragraphs of its text; `kinds` names the kind of a paragraph by its index."""
    blocks = tuple(
        Block((kinds or {}).get(i, BlockKind.PARAGRAPH), Span(*found.span()))
        for i, found in enumerate(re.finditer(r"[^\n]+", text))
    )
    raw = text.encode("utf-8", "surrogatepass")
    report = Report(
        ReportId(name), text, blocks, hashlib.sha256(raw).hexdigest(), f"/home/someone/karsun/{name}.txt", outlet=name
    )
    return replace(report, **fields)  # type: ignore[arg-type]


def span_in(report: Report, words: str, after: int = 0) -> Span:
    start = report.text.index(words, after)
    return Span(start, start + len(words))


def sentence_around(report: Report, span: Span) -> Span:
    start = max(report.text.rfind(mark, 0, span.start) for mark in ("\n", ". ")) + 1
    ends = [at + 1 for mark in (".", "\n") if (at := report.text.find(mark, span.end)) >= 0]
    return Span(start, min(ends, default=len(report.text))).trimmed(report.text)


@dataclass
class Case:
    """Collects claims and attributions while it builds them."""

    claims: list[Claim] = field(default_factory=list)
    attributions: list[Attribution] = field(default_factory=list)

    def claim(self, report: Report, words: str, kind: ClaimKind = ClaimKind.FIGURE, **fields: object) -> Claim:
        span = span_in(report, words)
        claim = Claim(
            id=ClaimId(digest("claim", report.id, span.start, span.end, kind.value)),
            report=report.id,
            kind=kind,
            span=span,
            words=words,
            sentence=sentence_around(report, span),
            reasons=(("measure", "The verb of the sentence tells what happened."),),
        )
        self.claims.append(replace(claim, **fields))  # type: ignore[arg-type]
        return self.claims[-1]

    def toll(self, report: Report, words: str, low: int | None, high: int | None, **fields: object) -> Claim:
        modifier = Modifier.EXACT if low == high else Modifier.AT_LEAST
        held: dict[str, object] = {
            "measure": Measure.KILLED,
            "group": Group.UNSPECIFIED,
            "who": "people",
            "event": EventKind.SHELLING,
            "place": MILL_QUARTER,
            "date": FOURTH,
            "figure": Figure(low, high, modifier, words),
        }
        return self.claim(report, words, **(held | fields))  # type: ignore[arg-type]

    def said(self, report: Report, speaker: str, cue: str, content: str, **fields: object) -> Attribution:
        spans = {"speaker": speaker, "cue": cue, "content": content}
        at = {name: (span_in(report, words),) if words else () for name, words in spans.items()}
        start = min(found[0].start for found in at.values() if found)
        attribution = Attribution(
            AttributionId(digest("attribution", report.id, start, speaker, cue)),
            report.id,
            Act.SAYS,
            speaker_name=speaker or None,
            chain=(speaker,) if speaker else (),
            reason=f"“{cue}” is a word of saying.",
            speaker=at["speaker"],
            cue=at["cue"],
            content=at["content"],
        )
        self.attributions.append(replace(attribution, **fields))  # type: ignore[arg-type]
        return self.attributions[-1]


HERALD = report_of(
    "Orvania Herald",
    "4 March 2031 8:26 AM OVT | Updated 4 March 2031 9:28 AM OVT\n\n"
    "Dozens feared dead as shells hit Karsun mill\n\n"
    "Ana Mirel / Northlight Pictures\n\n"
    "Residents carry water through the Mill Quarter\n\n"
    "At least 60 people, including 13 children, were killed on Tuesday when shells struck the Mill Quarter of Karsun, "
    "the Relief Council said. Government gunners were to blame, it added.\n\n"
    "Citing a doctor on the ground, the Relief Council said around 100 children were trapped in a cellar.\n\n"
    "The Orvanian army denied that it had fired on the quarter. The ministry of defence has yet to comment on the "
    "cellar.\n\n"
    "“We have no water left,” wrote Lena, 9, in a message that could not be verified independently.\n\n"
    "Tadeusz Orlo, 34, a baker, was among the dead, his brother said.",
    kinds={0: BlockKind.TIMES, 1: BlockKind.TITLE, 2: BlockKind.CREDIT, 3: BlockKind.CAPTION},
    title="Dozens feared dead as shells hit Karsun mill",
    url="https://herald.example/karsun-mill",
    published=stamp(4, time(8, 26), "OVT", 180),
    updated=stamp(4, time(9, 28), "OVT", 180),
    credits=("Ana Mirel / Northlight Pictures",),
    language="en",
)
COPY = replace(
    HERALD,
    id=ReportId("Valley Post"),
    outlet="Valley Post",
    locator="posts.jsonl:7",
    url="javascript:alert(1)",
    published=stamp(5),
    updated=None,
    sha256=hashlib.sha256(b"copy").hexdigest(),
)
MONITOR = report_of(
    "Northern Wire",
    "Toll of Karsun mill put at 80\n\n"
    "The Karsun Monitor put the number of dead at a total of 80 on Wednesday, up from 45 a day before. "
    "Some 20 people were killed by the shelling, state television said, and insurgents had fired the shells.\n\n"
    "More than 10,000 people have fled Karsun in the past week, activists said. "
    "Thirty people were wounded.\n\n"
    "A spokesman for the army admitted that one shell had gone astray. "
    "Insurgents hold the east bank, the ministry said. Neighbouring Trasvia backs the insurgents.\n\n"
    "The Relief Council called for a corridor. The bakery in Old Ford was destroyed. "
    "Men were forced to join the militia. Our reporter reached one doctor by telephone.\n\n"
    "More than 9,000 people have been killed since the war began.",
    kinds={0: BlockKind.TITLE},
    title="Toll of Karsun mill put at 80",
    url="https://wire.example/2031/03/05/karsun?a=1&b=2",
    published=stamp(5, time(17, 5)),
    language="en",
)
ARABIC = report_of(
    "صوت كرسون",
    "قالت مصادر إن قذائف سقطت على المدينة.\n\nقتل 12 شخصا في الحي القديم.",
    title="قذائف على كرسون",
    language="ar",
    notes=("No publication time found", "The language is not one that claims are read from"),
)


def _herald_claims(case: Case, report: Report) -> dict[str, Claim]:
    council, army = ("Relief Council",), ("Orvanian army",)
    said = case.said(report, "the Relief Council", "said", "At least 60 people, including 13 children, were killed")
    toll = case.toll(report, "At least 60 people", 60, None, sources=council, blamed="Government gunners")
    toll = case.claims[-1] = replace(toll, attribution=said.id)
    children = case.toll(
        report, "13 children", 13, 13, sources=council, who="children", group=Group.CHILD, subset_of=toll.id
    )
    trapped = case.toll(
        report,
        "around 100 children",
        100,
        100,
        sources=("a doctor on the ground", "Relief Council"),
        measure=Measure.TRAPPED,
        group=Group.CHILD,
        date=None,
        event=EventKind.SIEGE,
        carried=True,
        place=KARSUN,
    )
    denial = case.claim(
        report, "denied that it had fired on the quarter", ClaimKind.DENIAL, actor="The Orvanian army", sources=army
    )
    silence = case.claim(
        report, "has yet to comment", ClaimKind.SILENCE, actor="The ministry of defence", target="the cellar"
    )
    remark = case.claim(report, "could not be verified independently", ClaimKind.VERIFICATION, target="a message")
    case.claim(
        report, "We have no water left", ClaimKind.MESSAGE, actor="Lena", sources=("Lena",), status=Status.UNCONFIRMED
    )
    case.said(report, "The Orvanian army", "denied", "that it had fired on the quarter", act=Act.DENIES)
    return {"toll": toll, "children": children, "trapped": trapped, "denial": denial, "silence": silence, "r": remark}


def _monitor_claims(case: Case) -> dict[str, Claim]:
    wire = MONITOR
    monitor = ("Karsun Monitor",)
    early = case.toll(wire, "45", 45, 45, sources=monitor)
    late = case.toll(wire, "a total of 80", 80, 80, sources=monitor)
    party = case.toll(wire, "Some 20 people", 20, 20, sources=("state television",), blamed="insurgents")
    wounded = case.toll(wire, "Thirty people", 30, 30, measure=Measure.INJURED, status=Status.ALLEGED)
    fled = case.toll(
        wire,
        "More than 10,000 people",
        10001,
        None,
        measure=Measure.DISPLACED,
        sources=("activists",),
        date=WEEK,
        place=KARSUN,
        event=EventKind.SIEGE,
    )
    war = case.toll(wire, "More than 9,000 people", 9001, None, date=WAR, place=None, event=EventKind.CUMULATIVE)
    admission = case.claim(
        wire, "admitted that one shell had gone astray", ClaimKind.ADMISSION, actor="A spokesman for the army"
    )
    case.claim(wire, "hold the east bank", ClaimKind.CONTROL, actor="Insurgents", target="the east bank")
    case.claim(wire, "backs the insurgents", ClaimKind.SUPPORT, actor="Trasvia", target="the insurgents")
    case.claim(wire, "called for a corridor", ClaimKind.APPEAL, actor="The Relief Council")
    case.claim(wire, "The bakery in Old Ford was destroyed", ClaimKind.DAMAGE, place=OLD_FORD)
    case.claim(wire, "Men were forced to join the militia", ClaimKind.RECRUITMENT, who="Men")
    case.claim(wire, "reached one doctor by telephone", ClaimKind.ACCESS, actor="Our reporter")
    case.claim(wire, "Toll of Karsun mill", ClaimKind.STATEMENT, actor="Northern Wire")
    case.said(wire, "The Karsun Monitor", "put", "the number of dead at a total of 80 on Wednesday")
    case.said(wire, "state television", "said", "Some 20 people were killed by the shelling", hedged=True)
    case.said(wire, "The Relief Council", "called for", "a corridor", act=Act.CALLS)
    return {
        "early": early,
        "late": late,
        "party": party,
        "wounded": wounded,
        "fled": fled,
        "war": war,
        "admission": admission,
    }


def _shelling(h: dict[str, Claim], c: dict[str, Claim], m: dict[str, Claim]) -> tuple[Incident, Assessment]:
    council, monitor, state = OriginId("relief-council"), OriginId("karsun-monitor"), OriginId("party:orvania")
    tolls = (h["toll"].id, h["children"].id, c["toll"].id, c["children"].id)
    others = (h["denial"].id, h["silence"].id, c["denial"].id, c["silence"].id)
    state_claims = (m["party"].id, h["denial"].id, c["denial"].id, m["admission"].id)
    origins = (
        OriginGroup(
            council,
            OriginKind.NAMED,
            "Relief Council",
            tolls,
            (Source("relief-council", "Relief Council", SourceKind.NGO),),
            (Join(tolls[0], tolls[2], "The reports are the same text"),),
        ),
        OriginGroup(monitor, OriginKind.NAMED, "Karsun Monitor", (m["early"].id, m["late"].id)),
        OriginGroup(state, OriginKind.PARTY, "Orvanian government and army", state_claims),
        OriginGroup(
            NO_ORIGIN, OriginKind.NONE, "no source stated", (m["wounded"].id, h["silence"].id, c["silence"].id)
        ),
    )
    claims = (*tolls, *others, m["early"].id, m["late"].id, m["party"].id, m["wounded"].id, m["admission"].id)
    incident = Incident(
        IncidentId("i1"),
        "Shelling, Mill Quarter, Karsun, 4 March 2031",
        EventKind.SHELLING,
        MILL_QUARTER,
        FOURTH,
        claims,
        origins,
        (Join(tolls[0], m["late"].id, "Same quarter, same day, same kind of event"),),
    )
    ranges = (
        ReportedRange(
            Measure.KILLED,
            Group.UNSPECIFIED,
            RangeEnd(60, "At least 60 people", tolls[0], council),
            RangeEnd(80, "a total of 80", m["late"].id, monitor),
            (tolls[0], m["early"].id, m["late"].id),
            (council, monitor),
        ),
        ReportedRange(Measure.INJURED, Group.UNSPECIFIED, None, None, (m["wounded"].id,), ()),
    )
    findings = (
        Finding(
            FindingKind.AGREED, "“At least 60 people” and “a total of 80” are compatible.", (tolls[0], m["late"].id)
        ),
        Finding(
            FindingKind.SUPERSEDED, "The Karsun Monitor raised its toll from “45” to “a total of 80”.", (m["early"].id,)
        ),
        Finding(FindingKind.DENIED, "The Orvanian army is reported to deny it.", (h["denial"].id,)),
        Finding(FindingKind.ADMITTED, "A spokesman is reported to admit one shell.", (m["admission"].id,)),
        Finding(FindingKind.SILENT, "The ministry of defence is reported not to have commented.", (h["silence"].id,)),
    )
    return incident, Assessment(incident.id, "incident sheet", "1", ranges, findings, (m["party"].id,))


def _small(name: str, label: str, claim: Claim, kind: OriginKind, origin: OriginId) -> tuple[Incident, Assessment]:
    group = OriginGroup(origin, kind, "unnamed" if kind is OriginKind.UNNAMED else "no source stated", (claim.id,))
    incident = Incident(IncidentId(name), label, claim.event, claim.place, claim.date, (claim.id,), (group,), ())
    finding = Finding(FindingKind.NO_ORIGIN, "No source with a name stands behind it.", (claim.id,))
    return incident, Assessment(incident.id, "incident sheet", "1", (), (finding,))


def siege() -> Analysis:
    """Four reports (one a copy), one input not read, four incidents, every kind of claim."""
    case = Case()
    h, c, m = _herald_claims(case, HERALD), _herald_claims(case, COPY), _monitor_claims(case)
    pairs = [
        _small("i3", "People killed, place not known, since 1 June 2029", m["war"], OriginKind.NONE, NO_ORIGIN),
        _small("i2", "People displaced, Karsun, week to 4 March 2031", m["fled"], OriginKind.UNNAMED, UNNAMED_ORIGIN),
        _small("i4", "Children trapped, Karsun, day not known", h["trapped"], OriginKind.UNNAMED, UNNAMED_ORIGIN),
        _shelling(h, c, m),
    ]
    baker = span_in(HERALD, "Tadeusz Orlo")
    return Analysis(
        reports=(HERALD, COPY, MONITOR, ARABIC),
        not_read=(NotRead("/home/someone/karsun/scan.pdf", "The file holds no text.", "Run it through OCR first."),),
        attributions=tuple(case.attributions),
        claims=tuple(case.claims),
        victims=(Victim(HERALD.id, "Tadeusz Orlo", baker, 34, "male", words="Tadeusz Orlo, 34, a baker"),),
        copies=(
            CopyGroup(
                CopyGroupId("g1"), (HERALD.id, COPY.id), (Join(HERALD.id, COPY.id, "100 % of the text is the same"),)
            ),
        ),
        incidents=tuple(incident for incident, _ in pairs),
        assessments=tuple(assessment for _, assessment in pairs),
        readers=(("sayso", "0.1.0"), ("en_core_web_sm", "3.8.0")),
    )
