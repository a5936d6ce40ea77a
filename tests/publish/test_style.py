"""The style sheet: enough contrast in light and dark, nothing that loads."""

import re
from importlib.resources import files

import pytest

CSS = files("sayso.publish").joinpath("templates", "brief.css").read_text(encoding="utf-8")
LIGHT, DARK = (
    dict(re.findall(r"--([a-z-]+): (#[0-9a-f]{6});", part)) for part in re.split("prefers-color-scheme", CSS)[:2]
)
TEXT_ON = [
    *((text, ground) for text in ("ink", "soft", "link", "bad", "good", "alarm") for ground in ("paper", "sheet")),
    *(("ink", ground) for ground in ("figure", "claim", "speaker", "victim")),
    *((text, "claim") for text in ("soft", "link", "bad")),
]


def luminance(colour: str) -> float:
    channels = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return sum(share * channel for share, channel in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def contrast(one: str, other: str) -> float:
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize(("text", "ground"), TEXT_ON)
def test_text_has_the_contrast_that_wcag_asks_for(text: str, ground: str, colours: dict[str, str]) -> None:
    assert contrast(colours[text], colours[ground]) >= 4.5


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
def test_edges_of_controls_can_be_seen(colours: dict[str, str]) -> None:
    assert contrast(colours["rule"], colours["paper"]) >= 3
    assert contrast("#ffffff", LIGHT["banner"]) >= 4.5
