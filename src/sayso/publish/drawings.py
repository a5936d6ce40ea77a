"""The brief's drawings as SVG that stands by itself, for formats that have no style sheet; the words are escaped."""

import re
from collections.abc import Iterable
from xml.sax.saxutils import escape, quoteattr

from sayso.publish.contexts import Chart, MapDrawing, PlaceMap, TimeBar, TimeLine
from sayso.publish.wording import shortened, visible

INK, SOFT, LINE, FILL = "#1b1b1b", "#555555", "#cccccc", "#1a4480"
FACE = "Libertinus Serif"
"""Comes with typst; viewers that lack it take a serif of their own."""

WIDTH, BAR_ROW, BAR, AXIS = 760, 34, 9, 26
"""Units of the time line: a row, a bar in it, the days above."""

LABEL = 100
"""Characters of a label on the time line."""

_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")


def chart_svg(chart: Chart) -> str:
    """Figures by origin and day of publication."""
    parts = []
    for tick in chart.numbers:
        parts.append(f'<path d="M{tick.at} 8V{chart.bottom}" stroke="{LINE}"/>')
        parts.append(_text(tick.at, chart.bottom, tick.label, "middle", 18))
    parts += [_text("12", head.at, head.label) for head in chart.heads]
    for row in chart.rows:
        parts.append(_text("12", row.y, row.day, dy=4, fill=SOFT))
        parts.append(f'<path d="{row.path}" fill="{FILL}" stroke="{FILL}" stroke-width="2"/>')
        parts.append(_text(row.words_x, row.y, row.words, row.words_anchor, 4))
    return _svg(chart.width, chart.height, parts)


def map_svg(drawing: MapDrawing, place_map: PlaceMap) -> str:
    """Places as wide as they are imprecise, with a scale."""
    bottom = int(place_map.height)
    parts = []
    for shape in drawing.shapes:
        opacity = ".13" if "area" in shape.classes else "1"
        circle = f'cx="{shape.x}" cy="{shape.y}" r="{shape.radius}"'
        parts.append(f'<circle {circle} fill="{FILL}" fill-opacity="{opacity}" stroke="{FILL}"/>')
    parts += [f'<path d="{shape.leader}" fill="none" stroke="{SOFT}"/>' for shape in drawing.shapes if shape.leader]
    parts += [_text(s.label_x, s.label_y, s.label, s.label_anchor) for s in drawing.shapes if s.label]
    bar = f"M16 {bottom - 22}v8h{drawing.scale_width}v-8"
    parts.append(f'<path d="{bar}" fill="none" stroke="{INK}" stroke-width="2"/>')
    parts.append(_text("16", str(bottom - 28), drawing.scale_label))
    return _svg(place_map.width, place_map.height, parts)


def time_svg(line: TimeLine, bars: Iterable[TimeBar]) -> str:
    """Bars as long as the time that the words leave open, below the days."""
    listed = tuple(bars)
    height = AXIS + BAR_ROW * len(listed)
    parts = []
    for tick in line.ticks:
        x = _across(tick.at)
        parts.append(f'<path d="M{x:.1f} {AXIS - 6}V{height}" stroke="{LINE}"/>')
        parts.append(_text(f"{x:.1f}", "13", tick.label, fill=SOFT))
    for i, bar in enumerate(listed):
        top = AXIS + i * BAR_ROW
        when = f"{'' if bar.when.startswith('(') else ','} {bar.when}" if bar.when else ""
        parts.append(_text("0", str(top + 13), shortened(f"{bar.label}{when}", LABEL)))
        parts.append(_bar(bar, top + 18))
    return _svg(str(WIDTH), str(height), parts)


def _across(share: str) -> float:
    return WIDTH * float(share.rstrip("%")) / 100


def _bar(bar: TimeBar, top: int) -> str:
    classes = bar.classes.split()
    start = min(_across(bar.left), WIDTH - 5.0)
    end = min(max(start + _across(bar.width), start + 5), float(WIDTH))
    middle, bottom = top + BAR / 2, top + BAR
    left = f"{start:.1f} {middle}L{start + 6:.1f} {top}" if "from-before" in classes else f"{start:.1f} {top}"
    right = f"{end - 6:.1f} {top}L{end:.1f} {middle}L{end - 6:.1f} {bottom}" if "goes-on" in classes else ""
    path = f"M{left}L{right or f'{end:.1f} {top}L{end:.1f} {bottom}'}"
    path += f"L{start + 6:.1f} {bottom}Z" if "from-before" in classes else f"L{start:.1f} {bottom}Z"
    open_ = ' fill-opacity=".25" stroke-dasharray="4 2"' if "imprecise" in classes else ""
    return f'<path d="{path}" fill="{FILL}" stroke="{FILL}"{open_}/>'


def _text(x: str, y: str, words: str, anchor: str = "start", dy: int = 0, fill: str = INK) -> str:
    shown = escape(_NOT_XML.sub("\ufffd", visible(words)))
    return f'<text x="{x}" y="{y}" dy="{dy}" text-anchor={quoteattr(anchor)} fill="{fill}">{shown}</text>'


def _svg(width: str, height: str, parts: Iterable[str]) -> str:
    face = f'font-family="{FACE}" font-size="13"'
    box = f'width="{width}" height="{height}" viewBox="0 0 {width} {height}"'
    return f'<svg xmlns="http://www.w3.org/2000/svg" {box} {face}>{"".join(parts)}</svg>'
