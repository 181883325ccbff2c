"""Colours are read from the style sheet as browsers do: the last rule that holds sets them."""

from __future__ import annotations

import pytest

from hooks.site_check.contrast import colours_of, problem_of_pair, value_of

STYLES = """
:root{--card: #fff;--words: #20292e;--link:var(--words);--icons: url("data:x;y}{")}
@media screen{:root{--card: #f7f6f2}}
@media screen and (prefers-color-scheme:dark){:root{--card: #14181b;--words:#e6eaec}.a{--card: red}}
@media print{:root{--words: #000}}
@media (forced-colors:active){:root{--words: #123}}
@media screen{:root{--words:#14506b}}
"""


def test_each_theme_has_what_the_last_rule_sets_that_holds_in_it():
    found = {
        theme: (colours["card"], colours["words"], value_of("link", colours))
        for theme, colours in colours_of(STYLES).items()
    }

    assert found == {
        "paper": ("#fff", "#000", "#000"),
        "light": ("#f7f6f2", "#14506b", "#14506b"),
        "dark": ("#14181b", "#14506b", "#14506b"),
    }


@pytest.mark.parametrize(
    ("colours", "says"),
    [
        ({"words": "#777777", "card": "#fff"}, "--words (#777777) on --card (#fff) is 4.4 to 1, which many"),
        ({"words": "#767676", "card": "#fff"}, None),
        (
            {"words": "var(--words)", "card": "#fff"},
            "--words is var(--words); write a colour such as #14506b",
        ),
        ({"card": "#fff"}, "--words is not set; write a colour such as #14506b"),
        ({"words": "rebeccapurple", "card": "white"}, "--words is rebeccapurple; write a colour such as"),
    ],
)
def test_a_pair_that_cannot_be_read_is_named_with_both_colours(colours, says):
    found = problem_of_pair(colours, "words", "card", 4.5)
    assert found is None if says is None else found.startswith(says)
