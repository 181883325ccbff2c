"""Count the sides of sheets with the guide's own texts: an organisation and a language have other ones."""

from __future__ import annotations

from dataclasses import replace

from hooks.content.model import Content
from hooks.content.records import PerPaper, Sheet
from hooks.paper.sides import sections_on_sides, steps_on_sides

WHOLE_PLAN = "safety-plan"
"""The template with every section and every step."""
PAPERS = ("a4", "letter")
BEFORE_HELD = 2  # sides of a booklet: its cover and its contents


def with_counted_sides(content: Content) -> list[Sheet]:
    """Return all sheets, where the plan and booklets fill what this copy of the guide needs."""
    counted = [with_sides_of_plan(sheet, content) for sheet in content.sheets]
    known = {sheet.id: sheet for sheet in counted}
    return [with_sides_of_booklet(sheet, known) if sheet.holds else sheet for sheet in counted]


def with_sides_of_plan(sheet: Sheet, content: Content) -> Sheet:
    if sheet.template != WHOLE_PLAN:
        return sheet
    sides = len(sections_on_sides(content.plan)) + len(steps_on_sides(content.items.values()))
    return replace(sheet, pages=PerPaper(a4=str(sides), letter=str(sides)))


def with_sides_of_booklet(sheet: Sheet, known: dict[str, Sheet]) -> Sheet:
    held = [(known[part.sheet].pages, part.copies) for part in sheet.holds if part.sheet in known]
    a4, letter = (BEFORE_HELD + sum(pages[paper] * copies for pages, copies in held) for paper in PAPERS)
    return replace(sheet, pages=PerPaper(a4=str(a4), letter=str(letter)))
