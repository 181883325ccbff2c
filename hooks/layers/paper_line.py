"""A line at the foot of sheets that are given to others: who publishes this copy, and its number."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from lxml import html
from lxml.html import HtmlElement

from hooks.content.records import Sheet
from hooks.layers.fields import PAPERS
from hooks.layers.organisation import LONGEST_ON_PAPER, Organisation
from hooks.paper.sheets import page_address, sides_on
from hooks.site.pages import Pages

STYLES = "theme/sheets/foot.css"
CLASS = "sheet-foot"
SIDES = "./section"
HALVES = ".//section[@class='half-sheet']"
"""They are cut apart, so each has the line."""
WRITTEN_ON = ("description-sheet", "advocate-letter")
"""Of the handouts: a reader writes on these about somebody, and others may find them."""
WITH_NUMBERS = "handouts"
"""The group that has one's own numbers too, where the line does not say them already."""


def write_feet(pages: Pages, sheets: Iterable[Sheet], organisation: Organisation | None) -> None:
    """Write the line on every side of each sheet that has it."""
    for sheet in sheets if organisation else ():
        write_foot(sides_on(pages[page_address(sheet)]), sheet, organisation)


def write_foot(sides: HtmlElement, sheet: Sheet, organisation: Organisation | None) -> None:
    """Write the line on every side of a sheet's paper, where it has one."""
    words = foot_of(sheet, organisation) if organisation else ""
    parts = sides.xpath(HALVES) or sides.xpath(SIDES)
    for side in parts if words else ():
        foot = html.Element("p", {"class": CLASS})
        foot.text = words
        side.append(foot)


def foot_of(sheet: Sheet, organisation: Organisation) -> str:
    """Return the words at the foot of a sheet; empty where it has none: every log, plan or evidence sheet.

    What readers may head as a log is never among those that have it, nor what they write on about somebody,
    whatever its group is.
    """
    if sheet.group not in PAPERS or sheet.heading == "log" or sheet.id in WRITTEN_ON:
        return ""
    paper = organisation.paper
    words = paper.line if paper and sheet.group in paper.on else ""
    for line in organisation.line if sheet.group == WITH_NUMBERS else ():
        number = line.number[0]
        longer = " · ".join(filter(None, (words, f"{line.name} {number}")))
        if digits(number) not in digits(words) and len(longer) <= LONGEST_ON_PAPER:
            words = longer
    return words


def digits(text: str) -> str:
    return "".join(sign for sign in text if sign.isdigit())


def foot_styles(root: Path, markup: str) -> str:
    """Return the rules for such a line where the markup has one; `root` holds the theme."""
    return (root / STYLES).read_text(encoding="utf-8") if f'class="{CLASS}"' in markup else ""
