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
from sayso.publish.content import content
from sayso.publish.contexts import Brief, Summary
from sayso.publish.glance import sentence
from sayso.publish.redact import Audience, release
from sayso.publish.registers import not_read
from sayso.publish.rows import Rows
from sayso.publish.sheets import sheets

SUMMARY_INCIDENTS = 5
"""Incidents listed in a notebook; the rest is counted."""


def brief_html(analysis: Analysis, *, title: str | None = None, generated: datetime | None = None) -> str:
    """One self-contained HTML page for internal use; see `page_html` and `sayso.publish.content`."""
    return page_html(content(release(analysis, Audience.INTERNAL, title=title), generated=generated))


def page_html(brief: Brief) -> str:
    """The content as a page: what is claimed, who stands behind it, and the words in the reports' texts."""
    script, style = _asset("brief.js"), _asset("brief.css")
    page = _environment().get_template("brief.html.j2")
    return page.render(
        brief=brief,
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
