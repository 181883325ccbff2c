"""Every pair of colours that stand on each other can be told apart, in the light and in the dark."""

from __future__ import annotations

from pathlib import Path

import pytest

from hooks.layers.colours import contrast, luminance
from hooks.site_check.contrast import DECLARED, PAIRS, colours_of, rules_in

COLOURS = Path(__file__).resolve().parents[3] / "theme/components/page/colours.css"


def themes() -> dict[str, dict[str, str]]:
    return colours_of(COLOURS.read_text(encoding="utf-8"))


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
    assert {name: dark[name] for name in filled if luminance(dark[name]) > 0.15} == {}


def test_every_colour_of_the_light_has_its_own_in_the_dark_but_for_white_words():
    light = {name for name, value in themes()["light"].items() if value.startswith("#")}
    rules = rules_in(COLOURS.read_text(encoding="utf-8"))
    dark = {name for media, _, body in rules if "dark" in media for name, _ in DECLARED.findall(body)}
    assert light - dark == {"exit-fg"}
