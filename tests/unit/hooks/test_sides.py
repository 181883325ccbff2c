"""Our style sheets say start and end, not left and right: a language read from the right turns the page."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

THEME = Path(__file__).resolve().parents[3] / "theme"
DECLARATION = re.compile(r"([\w-]+):\s+([^;{}]+);")
COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
EDGE = re.compile(r"@(?:top|bottom)-(?:left|right)\b")
LEFT_OR_RIGHT = re.compile(r"(?<![\w-])(?:left|right)(?![\w-])")

EDGES = "a screen's holes and round corners"
FOLDS = "paper folds at the same places in every language"
TURNED = "hooks/languages/styles.py swaps them, since the edge of a page has no names for start and end"
IN_SCRIPTS = ("components/log/exports/report/rules.js",)
"""Scripts that hold a style sheet."""
PHYSICAL = {
    "components/page/page.css: padding: 0 env(safe-area-inset-right)"
    " calc(var(--exit-room) + env(safe-area-inset-bottom)) env(safe-area-inset-left)": EDGES,
    "components/quick-exit/quick-exit.css: right: calc(0.4rem + env(safe-area-inset-right))": EDGES,
    "components/quick-exit/quick-exit.css: left: calc(0.4rem + env(safe-area-inset-left))": EDGES,
    "components/out-of-sight/sight.css: right: calc(0.4rem + env(safe-area-inset-right))": EDGES,
    "components/out-of-sight/sight.css: right: calc(5.8rem + env(safe-area-inset-right))": EDGES,
    "components/plan/plan-view.css: float: left": "a legend takes the whole width, so either side is right",
    "components/documents/take-away/take-away.css: float: left": "Chrome before 118 knows no inline-start",
    "components/documents/take-away/take-away.css: left: 50%": FOLDS,
    "components/documents/take-away/take-away.css: border-left-width: 0.3mm": FOLDS,
    "sheets/large-print.css: @bottom-left": TURNED,
    "sheets/large-print.css: @bottom-right": TURNED,
    "sheets/pocket-plan.css: border-left-width: 0.3mm": FOLDS,
    "sheets/pocket-plan.css: left: 0": FOLDS,
    "sheets/pocket-plan.css: right: 0": FOLDS,
    "sheets/pocket-plan.css: left: 25%": FOLDS,
    "sheets/pocket-plan.css: left: 50%": FOLDS,
    "sheets/pocket-plan.css: left: 75%": FOLDS,
}
"""The declarations that say left or right, and why each of them may."""


def physical_sides(css: str) -> list[str]:
    """List the declarations that mean the left or the right side, whichever way the text runs."""
    css = COMMENT.sub("", css)
    found = DECLARATION.findall(css)
    said = [f"{name}: {' '.join(value.split())}" for name, value in found if is_physical(name, value)]
    return [*EDGE.findall(css), *said]


def is_physical(name: str, value: str) -> bool:
    if name in ("margin", "padding", "inset", "border-width", "border-style", "border-color"):
        return sides_differ(value)
    if name == "border-radius":
        return len(split(value)) > 1
    return bool(re.search(r"(?:^|-)(?:left|right)(?:-|$)", name) or LEFT_OR_RIGHT.search(value))


def sides_differ(value: str) -> bool:
    """Tell whether a shorthand gives left another value than right, as only one of four values can."""
    values = split(value)
    return len(values) == 4 and values[1] != values[3]


def split(value: str) -> list[str]:
    """Split at spaces, but not at those inside brackets."""
    return re.findall(r"(?:[^\s()]|\((?:[^()]|\([^()]*\))*\))+", value)


def test_our_style_sheets_say_start_and_end_but_for_what_has_a_reason():
    sheets = [path for path in THEME.rglob("*.css") if "vendor" not in path.relative_to(THEME).parts]
    sheets += [THEME / name for name in IN_SCRIPTS]
    found = {
        f"{path.relative_to(THEME).as_posix()}: {said}"
        for path in sheets
        for said in physical_sides(path.read_text(encoding="utf-8"))
    }

    assert len(sheets) > 20
    assert found - {*PHYSICAL} == set(), "say start or end, or add the declaration and its reason to PHYSICAL"
    assert {*PHYSICAL} - found == set(), "nothing says this any more: take it out of PHYSICAL"


@pytest.mark.parametrize(
    "declaration",
    [
        "margin-left: 1px",
        "right: 0",
        "border-left: 1px solid",
        "border-top-right-radius: 1px",
        "scroll-margin-left: 1px",
        "float: right",
        "text-align: left",
        "background-position: top 1px right 2px",
        "padding: 0 1px 0 2px",
        "margin: 0 auto 0 calc(1px + (2px * 3))",
        "border-width: 0 0 0 1px",
        "border-radius: 0 1px 1px 0",
    ],
)
def test_a_physical_side_is_found(declaration):
    css = f"@media print {{\n  a:hover {{\n    color: red;\n    {declaration};\n  }}\n}}"
    assert physical_sides(css) == [declaration]


def test_a_physical_edge_of_a_page_is_found():
    assert physical_sides("@page {\n  @bottom-left {\n    content: none;\n  }\n}") == ["@bottom-left"]


@pytest.mark.parametrize(
    "declaration",
    [
        "margin-inline-start: 1px",
        "inset-inline: auto 1px",
        "text-align: start",
        "padding: 0 1px 2px",
        "padding: 1px calc(2px + 3px) 0 calc(2px + 3px)",
        "border-radius: 1px",
        "grid-template: 1fr / 1fr",
    ],
)
def test_what_turns_with_the_text_is_not_found(declaration):
    assert physical_sides(f".left-out:hover {{ {declaration}; /* left: 0; */ }}") == []
