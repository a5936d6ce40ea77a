"""What methods make of incidents stands in every format, with its reason, and without names for the public."""

import json
from dataclasses import replace
from functools import cache

import pytest

from sayso.assess.methods import NAMES, apply, shipped
from sayso.knowledge.sources import load_registry
from sayso.model import Analysis
from sayso.publish.by_method import with_methods
from sayso.publish.formats import BriefFormat, brief_bytes
from sayso.publish.leave_out import WITHHELD
from sayso.publish.records import claim_record
from sayso.publish.redact import Audience, release

from .factory import siege
from .test_formats import words_in


@cache
def assessed() -> Analysis:
    return apply(siege(), [shipped(name) for name in NAMES], load_registry())


@pytest.mark.parametrize("fmt", list(BriefFormat))
def test_every_format_says_the_grade_whose_rule_it_is_and_why(fmt: BriefFormat) -> None:
    found = words_in(brief_bytes(release(assessed(), Audience.INTERNAL), fmt), fmt)
    head = assessed().by_method[0].headline
    for wanted in (head.shown, head.reason, "by Airwars’ published rule", "by UCDP’s published rule"):
        assert words_in(json.dumps(wanted, ensure_ascii=False).encode(), BriefFormat.MD).strip('"') in found, wanted


@pytest.mark.parametrize("fmt", [BriefFormat.HTML, BriefFormat.MD, BriefFormat.JSON])
def test_without_methods_nothing_is_said_of_them(fmt: BriefFormat) -> None:
    assert "published rule" not in brief_bytes(release(siege(), Audience.INTERNAL), fmt).decode()


def test_a_method_says_no_withheld_name_to_the_public() -> None:
    first, *rest = assessed().by_method
    part = replace(first.headline, reason="Tadeusz Orlo says so.", values=(("notes", "Tadeusz Orlo"),))
    named = replace(assessed(), by_method=(replace(first, parts=(part,)), *rest))
    public = release(named, Audience.PUBLIC).analysis
    assert public.by_method[0].headline.reason == f"{WITHHELD} says so."
    assert public.by_method[0].value("notes") == WITHHELD
    assert "Orlo" not in brief_bytes(release(named, Audience.PUBLIC), BriefFormat.JSON).decode()


def test_claims_carry_what_each_method_says_of_them() -> None:
    analysis = assessed()
    records = [claim_record(claim, analysis) for claim in analysis.claims]
    (toll,) = [r for r in with_methods(records, analysis, plain=True) if r["words"] == "a total of 80"]
    methods = toll["methods"]
    assert isinstance(methods, dict)
    assert set(methods) == set(NAMES)
    code = methods["admiralty"]
    assert isinstance(code, dict)
    assert str(code["shown"]).startswith("F")
    rows = with_methods(records, analysis, plain=False)
    assert {"airwars", "acled"} <= rows[0].keys()
    assert with_methods(records, siege(), plain=True) == records
