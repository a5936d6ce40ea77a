"""An analysis as one HTML page that needs nothing else: no network, no JavaScript, no file beside it."""

import base64
import hashlib
from datetime import datetime
from functools import lru_cache
from importlib.resources import files

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from sayso.model import Analysis
from sayso.publish import wording
from sayso.publish.contexts import Brief, Summary
from sayso.publish.glance import glance, sentence
from sayso.publish.index import index
from sayso.publish.places import place_map
from sayso.publish.prose import Prose
from sayso.publish.registers import Library, kind_sections, not_read, speakers, victims
from sayso.publish.rows import Rows
from sayso.publish.sheets import sheets
from sayso.publish.timeline import time_line

SUMMARY_INCIDENTS = 5
"""Incidents listed in a notebook; the rest is counted."""


def brief_html(analysis: Analysis, *, title: str | None = None, generated: datetime | None = None) -> str:
    """One self-contained HTML page: what is claimed, who stands behind it, and the words in the reports' texts.

    `generated` is the moment to print, with its zone; None prints that it is not recorded, so that the same
    analysis gives the same page. The page holds names of victims: it is for internal use.
    """
    script, style = _asset("brief.js"), _asset("brief.css")
    page = _environment().get_template("brief.html.j2")
    return page.render(
        brief=_context(analysis, title, generated),
        style=Markup(style),  # noqa: S704  shipped with the package
        script=Markup(script),  # noqa: S704  shipped with the package
        script_hash=_csp_hash(script),
    )


def summary_html(analysis: Analysis) -> str:
    """A short HTML fragment for notebooks: the overview and the first incidents, without links."""
    listed = sheets(analysis, Rows(analysis))
    more = len(listed) - SUMMARY_INCIDENTS
    context = Summary(
        sentence=sentence(analysis),
        incidents=listed[:SUMMARY_INCIDENTS],
        more=f"{wording.count(more, 'more incident')} in the brief." if more > 0 else "",
        not_read=not_read(analysis),
    )
    return _environment().get_template("summary.html.j2").render(summary=context)


def _context(analysis: Analysis, title: str | None, generated: datetime | None) -> Brief:
    rows = Rows(analysis)
    incidents = sheets(analysis, rows)
    listed = index(incidents)
    return Brief(
        title=title or f"What {wording.count(len(analysis.reports), 'report')} say{_s(len(analysis.reports))}",
        generated=wording.moment(generated) if generated else "not recorded",
        readers=wording.listed([f"{part} {version}" for part, version in analysis.readers]) or "not recorded",
        methods=wording.listed(list(dict.fromkeys(f"{a.method} {a.version}" for a in analysis.assessments))),
        glance=glance(analysis),
        summary=Prose(analysis, rows).summary_boxes(),
        not_read=not_read(analysis),
        time_line=time_line(analysis, rows),
        place_map=place_map(analysis),
        index=listed,
        index_rest=_rest(len(incidents) - len(listed)),
        incidents=incidents,
        kinds=kind_sections(analysis, rows),
        speakers=speakers(analysis, rows),
        victims=victims(analysis, rows),
        reports=Library(analysis, rows).sheets(),
    )


def _rest(number: int) -> str:
    return f"{wording.count(number, 'more incident')} below." if number else ""


def _s(number: int) -> str:
    return "s" if number == 1 else ""


def _show(value: object) -> object:
    """Every value on its way into the page: nothing untrusted can reorder what a reader sees."""
    return wording.visible(value) if isinstance(value, str) and not isinstance(value, Markup) else value


@lru_cache(maxsize=1)
def _environment() -> Environment:
    return Environment(
        loader=PackageLoader("sayso.publish"),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_show,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def _asset(name: str) -> str:
    return files("sayso.publish").joinpath("templates", name).read_text(encoding="utf-8").strip()


def _csp_hash(script: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(script.encode("utf-8")).digest()).decode("ascii")
