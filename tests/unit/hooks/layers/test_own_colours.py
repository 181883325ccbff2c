"""An organisation's own colours can be read in both themes, or the nearest that can is named."""

from __future__ import annotations

import pytest

from hooks.layers.colours import (
    NEEDED,
    contrast,
    grounds_of_themes,
    nearest,
    problems_of_colours,
    rules_of_colours,
)
from hooks.layers.organisation import Colours

SOUND = Colours(main="#7a1f5c", main_dark="#e7a9d2")


def test_colours_that_can_be_read_have_no_problem():
    assert list(problems_of_colours(SOUND)) == []
    assert list(problems_of_colours(None)) == []


def test_the_guides_own_colours_can_be_read():
    assert list(problems_of_colours(Colours(main="#14506b", main_dark="#9ad0ea"))) == []


def test_the_grounds_are_those_of_the_guide():
    assert grounds_of_themes() == {
        "main": ["#f7f6f2", "#fff", "#e4edf0", "#fdf5df"],
        "main_dark": ["#14181b", "#1c2226", "#20323b", "#2d2614"],
    }


def test_a_colour_that_cannot_be_read_is_named_with_the_nearest_that_can():
    assert list(problems_of_colours(Colours(main="#2a7de1", main_dark="#7a1f5c"))) == [
        "colours: main: got '#2a7de1'; 3.4 to 1 on #e4edf0; at least 4.5 is needed, such as \"#246ac0\"",
        "colours: main_dark: got '#7a1f5c'; 1.3 to 1 on #20323b; at least 4.5 is needed, such as \"#b888a8\"",
    ]


def test_the_colour_of_the_other_theme_is_named_where_it_is_missing():
    assert list(problems_of_colours(Colours(main="#7a1f5c"))) == [
        'colours: main_dark: required, but missing; both themes have one, such as "#b888a8"'
    ]


@pytest.mark.parametrize("colour", ["#ffffff", "#808080", "#00ff00", "#123456", "#ff8800"])
@pytest.mark.parametrize(("name", "end"), [("main", "#000000"), ("main_dark", "#ffffff")])
def test_what_is_named_can_be_read_on_every_ground(colour, name, end):
    grounds = grounds_of_themes()[name]
    assert min(contrast(nearest(colour, end, grounds), ground) for ground in grounds) >= NEEDED


def test_a_colour_that_can_be_read_is_its_own_nearest():
    assert nearest("#7a1f5c", "#000000", grounds_of_themes()["main"]) == "#7a1f5c"


def test_the_rules_leave_paper_as_it_is():
    assert rules_of_colours(SOUND) == (
        "@media screen{:root{--md-primary-fg-color:#7a1f5c}}"
        "@media screen and (prefers-color-scheme:dark){:root{--md-primary-fg-color:#e7a9d2}}"
    )
