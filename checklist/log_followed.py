"""What came before and after words to the person, an order, or a report. It counts, and claims no cause."""

from __future__ import annotations

from typing import Any

from .log_counts import Counts, day_text, marks_of
from .log_rows import HAPPENED, LogRequest

WINDOW = 28
"""Days before, and days after."""
OWN = ("told", "police", "code_given")
"""Kinds that tell what the writer did."""


def followed(request: LogRequest) -> list[dict[str, Any]]:
    """Count around each mark: `[{mark, number, day, before, that_day, after, next, is_over}]`, by day.

    `before`, `that_day` and `after`: `{times, entries}`, without the entry itself; `next`: `{day, days,
    entries}` of the first later day with anything, or None; `is_over`: whether all days after have passed.
    """
    counts = Counts()
    for row in request.rows:
        for point in row.counted(HAPPENED):
            if row.kind not in OWN:
                counts.add(point.day, point.times, row.number)
    days = sorted(counts.by_key)
    later = 0
    told = []
    for day, number, mark in sorted(
        (row.day, row.number, mark) for row in request.rows for mark in marks_of(row)
    ):
        while later < len(days) and days[later] <= day:
            later += 1
        told.append(
            {
                "mark": mark,
                "number": number,
                "day": day_text(day),
                "before": counts.at(*range(day - WINDOW, day), without=number),
                "that_day": counts.at(day, without=number),
                "after": counts.at(*range(day + 1, day + WINDOW + 1), without=number),
                "next": _first(counts, days, later, day, number),
                "is_over": request.today > day + WINDOW,
            }
        )
    return told


def _first(counts: Counts, days: list[int], start: int, day: int, number: int) -> dict[str, Any] | None:
    for index in range(start, len(days)):
        if entries := counts.at(days[index], without=number)["entries"]:
            return {"day": day_text(days[index]), "days": days[index] - day, "entries": entries}
    return None
