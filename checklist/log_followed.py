"""What came before and after words to the person, an order, or a report. It counts, and claims no cause."""

from __future__ import annotations

from typing import Any

from .log_counts import Counts, day_text, marks_of
from .log_rows import HAPPENED, LogRequest

WINDOW = 28
"""Days before, and days after."""
OWN = ("told", "police", "code_given")
"""Kinds that tell what the writer did."""
MOST_MARKS = 50
"""More of them are no table that anyone reads."""


def followed(request: LogRequest) -> dict[str, Any]:
    """Count around each mark.

    `{marks: [{mark, number, day, before, that_day, after, next, is_over}], left_out}`: `before`, `that_day`
    and `after` are `{times, entries}`, without the entry itself; `next` is `{day, days, entries}` of the
    first later day with anything, or None; `is_over` says whether all days after have passed. The latest
    marks are told, by day; `left_out` is how many earlier ones there are.
    """
    counts = Counts()
    for row in request.rows:
        for point in row.counted(HAPPENED):
            if row.kind not in OWN:
                counts.add(point.day, point.times, row.number)
    days = sorted(counts.by_key)
    marks = sorted((row.day, row.number, mark) for row in request.rows for mark in marks_of(row))
    return {
        "marks": [_around(request, counts, days, *mark) for mark in marks[-MOST_MARKS:]],
        "left_out": max(0, len(marks) - MOST_MARKS),
    }


def _around(
    request: LogRequest, counts: Counts, days: list[int], day: int, number: int, mark: str
) -> dict[str, Any]:
    return {
        "mark": mark,
        "number": number,
        "day": day_text(day),
        "before": counts.at(*range(day - WINDOW, day), without=number),
        "that_day": counts.at(day, without=number),
        "after": counts.at(*range(day + 1, day + WINDOW + 1), without=number),
        "next": _next(counts, days, day, number),
        "is_over": request.today > day + WINDOW,
    }


def _next(counts: Counts, days: list[int], day: int, number: int) -> dict[str, Any] | None:
    for later in days:
        if later > day and (entries := counts.at(later, without=number)["entries"]):
            return {"day": day_text(later), "days": later - day, "entries": entries}
    return None
