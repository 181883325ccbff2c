"""Set the checklist on sides of paper, so that every maker of paper begins a new side at the same step.

Heights are estimated with the widest letters in use. So a side may end early, and none runs over.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import groupby
from math import ceil
from typing import Any

from checklist.advice import HORIZONS, AdviceItem
from checklist.sections import LINE, TEXT, TICKS, Field, Section
from checklist.translation import _

ROOM = 236  # mm of one side: what US Letter leaves, less its title, a note and 5 mm of slack
ACTION_LINE = 5.0  # mm
CAUTION_LINE = 4.6  # mm
STEP_GAP = 2.0  # mm
TOPIC = 7.2  # mm
ACTION_LETTERS = 74  # on one line
CAUTION_LETTERS = 92  # on one line
SECTION_HEAD = 14  # mm
TABLE_HEAD = 10  # mm
ROWS = 4  # in a table with a column for texts
ROW = 16  # mm
NARROW_ROWS = 10  # in a table of lines alone
NARROW_ROW = 9  # mm
ENTRIES = 3
ENTRY_GAP = 4  # mm
FIELD = 9  # mm
TICKS_HEAD = 8  # mm
TICK = 6  # mm
TICK_LETTERS = 38  # in one of two columns
IDEAS_HEAD = 8  # mm
IDEA_GAP = 2  # mm


@dataclass(frozen=True, kw_only=True)
class Side:
    """One side of the checklist: a horizon, and steps by topic."""

    horizon: str
    topics: list[tuple[str, list[AdviceItem]]]


@dataclass(frozen=True, kw_only=True)
class BlankSection:
    """How a section of the plan is printed: as a table with empty rows, or as entries with lines."""

    section: Section
    columns: list[tuple[str, str, int]]
    rows: int
    row_height: int
    entries: int
    lines: list[list[Field]]
    """The fields of one entry: two one-line fields go side by side."""


def steps_on_sides(items: Iterable[AdviceItem]) -> list[Side]:
    """Set items on sides, by horizon and topic; each horizon begins a side, and no step is split."""
    known = list(items)
    sides = []
    for horizon in HORIZONS:
        soon = [item for item in known if item.horizon == horizon]
        topics = dict.fromkeys(item.topic for item in soon)
        wanted = [item for topic in topics for item in soon if item.topic == topic]
        sides += [Side(horizon=horizon, topics=by_topic(steps)) for steps in fill(wanted)]
    return sides


def fill(items: list[AdviceItem]) -> list[list[AdviceItem]]:
    """Begin a new side where the next step, or a topic's name with its first step, has no room."""
    sides: list[list[AdviceItem]] = []
    used: float = 0
    for item in items:
        is_first = not sides or sides[-1][-1].topic != item.topic
        height = height_of_step(item) + (TOPIC if is_first else 0)
        if not sides or used + height > ROOM:
            sides.append([])
            used = 0
            height = height_of_step(item) + TOPIC
        sides[-1].append(item)
        used += height
    return sides


def by_topic(items: list[AdviceItem]) -> list[tuple[str, list[AdviceItem]]]:
    return [(topic, list(steps)) for topic, steps in groupby(items, key=lambda item: item.topic)]


def height_of_step(item: AdviceItem) -> float:
    lead = _("First, take care.") if item.reaction == "yes" else _("Take care.")
    caution = lines_of(len(f"{lead} {item.caution}"), CAUTION_LETTERS) if item.caution else 0
    return lines_of(len(item.action), ACTION_LETTERS) * ACTION_LINE + caution * CAUTION_LINE + STEP_GAP


def lines_of(letters: int, on_a_line: int) -> int:
    return ceil(letters / on_a_line)


def sections_on_sides(sections: Iterable[Section]) -> list[list[BlankSection]]:
    """Set the sections of the plan on the first side that has room for each."""
    sides: list[list[BlankSection]] = []
    for section in (blank(section) for section in sections):
        for side in sides:
            if sum(map(height_of_section, [*side, section])) <= ROOM:
                side.append(section)
                break
        else:
            sides.append([section])
    return sides


def blank(section: Section) -> BlankSection:
    """Choose a section's form: a table if all its fields are words, otherwise entries of lines and boxes."""
    kinds = {field.kind for field in section.fields}
    is_table = section.takes_many and kinds <= {LINE, TEXT}
    rows, height = (ROWS, ROW) if TEXT in kinds else (NARROW_ROWS, NARROW_ROW)
    return BlankSection(
        section=section,
        columns=columns_of(section.fields) if is_table else [],
        rows=rows if is_table else 0,
        row_height=height if is_table else 0,
        entries=0 if is_table else ENTRIES if section.takes_many else 1,
        lines=[] if is_table else in_lines(section.fields),
    )


def columns_of(fields: Iterable[Field]) -> list[tuple[str, str, int]]:
    """Give each field a column, in percent of the width; a text gets half as much again as a line."""
    weights = {field.id: 3 if field.kind == TEXT else 2 for field in fields}
    return [(field.id, field.label, 100 * weights[field.id] // sum(weights.values())) for field in fields]


def in_lines(fields: Iterable[Field]) -> list[list[Field]]:
    lines: list[list[Field]] = []
    for field in fields:
        has_room = lines and len(lines[-1]) == 1 and lines[-1][0].kind == LINE
        if has_room and field.kind == LINE:
            lines[-1].append(field)
        else:
            lines.append([field])
    return lines


def height_of_section(blank: BlankSection) -> float:
    height: float = SECTION_HEAD + (TABLE_HEAD + blank.rows * blank.row_height if blank.rows else 0)
    height += blank.entries * (ENTRY_GAP + sum(map(height_of_line, blank.lines)))
    height += IDEAS_HEAD if blank.section.suggestions else 0
    ideas = (
        len(_("If {event}, I will {then}", event=idea.event, then=idea.then))
        for idea in blank.section.suggestions
    )
    return height + sum(lines_of(letters, CAUTION_LETTERS) * CAUTION_LINE + IDEA_GAP for letters in ideas)


def height_of_line(fields: list[Field]) -> float:
    field = fields[0]
    if field.kind != TICKS:
        return FIELD * (2 if field.kind == TEXT else 1)
    tallest = sorted(lines_of(len(option.label), TICK_LETTERS) for option in field.options)
    return TICKS_HEAD + sum(tallest[len(tallest) // 2 :]) * TICK


FILTERS: dict[str, Callable[..., Any]] = {
    "steps_on_sides": steps_on_sides,
    "sections_on_sides": sections_on_sides,
}
"""What `hooks/paper/sheets.py` gives to templates."""
