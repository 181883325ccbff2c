"""Every pair of colours that stand on each other can be told apart, in the light and in the dark."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

COLOURS = Path(__file__).resolve().parents[3] / "theme/components/page/colours.css"
TEXT, SHAPE = 4.5, 3.0  # WCAG 1.4.3 and 1.4.11
GROUNDS = ("md-default-bg-color", "card", "quiet-bg")
PAIRS = {
    **{(text, ground): TEXT for ground in GROUNDS for text in ("md-default-fg-color", "md-primary-fg-color")},
    **{("md-default-fg-color--light", ground): TEXT for ground in GROUNDS},
    **{("danger-fg", ground): TEXT for ground in GROUNDS},
    **{(mark, ground): SHAPE for ground in GROUNDS[:2] for mark in ("edge", "focus", "caution-line")},
    ("md-default-fg-color", "caution-bg"): TEXT,
    ("md-primary-fg-color", "caution-bg"): TEXT,
    ("caution-line", "caution-bg"): SHAPE,
    ("card", "md-primary-fg-color"): TEXT,  # the words of a filled button
    ("white", "danger-bg"): TEXT,
    ("danger-bg", "white"): SHAPE,
    ("exit-fg", "exit-bg"): TEXT,
}


def colours_of(part: str) -> dict[str, str]:
    return dict(re.findall(r"--([\w-]+): (#[0-9a-f]{3,6});", part))


def themes() -> dict[str, dict[str, str]]:
    paper, screen, dark = COLOURS.read_text(encoding="utf-8").split("@media screen")
    light = colours_of(paper) | colours_of(screen)
    return {"paper": colours_of(paper), "light": light, "dark": light | colours_of(dark)}


def brightness(colour: str) -> float:
    """Return the relative luminance that WCAG defines."""
    digits = colour.lstrip("#")
    digits = digits if len(digits) == 6 else "".join(digit * 2 for digit in digits)
    parts = [int(digits[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    dark, bright = sorted(map(brightness, (one, other)))
    return (bright + 0.05) / (dark + 0.05)


def test_black_on_white_has_the_contrast_that_wcag_says():
    assert contrast("#000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#fff") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("theme", ["paper", "light", "dark"])
def test_each_pair_of_colours_can_be_told_apart(theme):
    colours = {"white": "#fff"} | themes()[theme]
    found = {pair: round(contrast(*(colours[name] for name in pair)), 2) for pair in PAIRS}

    assert {pair: value for pair, value in found.items() if value < PAIRS[pair]} == {}


def test_dark_is_dark():
    """Nothing that fills a part of the screen is bright in a dark room."""
    dark = themes()["dark"]
    filled = [name for name in dark if name.endswith("-bg") or name in ("md-default-bg-color", "card")]

    assert {"exit-bg", "danger-bg", "quiet-bg", "caution-bg", "card"} <= {*filled}
    assert {name: dark[name] for name in filled if brightness(dark[name]) > 0.15} == {}


def test_every_colour_of_the_light_has_its_own_in_the_dark_but_for_white_words():
    light, dark = themes()["light"], colours_of(COLOURS.read_text(encoding="utf-8").split("@media screen")[2])
    assert {*light} - {*dark} == {"exit-fg"}
