"""Count a log: by week, by hour and weekday, and along a line of time.

Each count is `{times, entries}`: how many, and the numbers of the entries in it. Nothing is ranked.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from typing import Any

from .log_rows import LogRequest, Point, Row

WEEK = 7
MOST_EMPTY_WEEKS = 26
"""Longer runs of weeks without anything are one."""
MOST_WEEKS = 1000
MOST_STARTS = 80
"""What fits next to each other."""
MOST_DAYS = 45

TOLD, ORDER, BROKEN, REPORT = "told", "order", "order_broken", "police"
MARKS = (TOLD, ORDER, BROKEN, REPORT)


class Counts:
    """Counts by a key, each by the numbers of its entries."""

    def __init__(self) -> None:
        self.by_key: dict[Any, dict[int, int]] = {}

    def add(self, key: Any, times: int, number: int) -> None:
        entries = self.by_key.setdefault(key, {})
        entries[number] = entries.get(number, 0) + times

    def times(self, key: Any) -> int:
        return sum(self.by_key.get(key, {}).values())

    def at(self, *keys: Any, without: int = 0) -> dict[str, Any]:
        """Return `{times, entries}` of all these keys together, without one entry."""
        found = [
            (number, times)
            for key in keys
            for number, times in self.by_key.get(key, {}).items()
            if number != without
        ]
        return {
            "times": sum(times for _number, times in found),
            "entries": sorted({number for number, _times in found}),
        }


def points_of(request: LogRequest) -> list[tuple[Row, Point]]:
    return [(row, point) for row in request.rows for point in row.counted(request.by)]


def total(request: LogRequest) -> dict[str, Any]:
    """Count all: `{times, entries}`; `entries` is their number here."""
    return {"times": sum(row.times for row in request.rows), "entries": len(request.rows)}


def weeks(request: LogRequest) -> list[dict[str, Any]]:
    """Count by week: `[{start, weeks, times, entries, days}]`, from the first to the last.

    `start` is a Monday, `days` counts its seven days. A long run without anything is one, of `weeks` weeks,
    and has no days.
    """
    counts, days = Counts(), Counts()
    for row, point in points_of(request):
        counts.add(_monday(point.day), point.times, row.number)
        days.add(point.day, point.times, row.number)
    filled = sorted(counts.by_key)
    all_weeks = (filled[-1] - filled[0]) // WEEK + 1 if filled else 0
    longest = MOST_EMPTY_WEEKS if all_weeks <= MOST_WEEKS else 0
    return [
        {
            "start": day_text(start),
            "weeks": length,
            **counts.at(start),
            "days": [days.at(start + day) for day in range(WEEK if length == 1 else 0)],
        }
        for start, length in _with_empty_weeks(filled, longest)
    ]


def _with_empty_weeks(filled: list[int], longest: int) -> Iterator[tuple[int, int]]:
    """Yield `(Monday, number of weeks)`, with the weeks between in which nothing was."""
    for index, start in enumerate(filled):
        if index:
            after = filled[index - 1] + WEEK
            empty = (start - after) // WEEK
            if empty > longest:
                yield after, empty
            else:
                yield from ((after + WEEK * week, 1) for week in range(empty))
        yield start, 1


def hours(request: LogRequest) -> dict[str, Any]:
    """Count by weekday (0 is Monday) and hour: `{cells: [{weekday, hour, times, entries}], unknown}`.

    `unknown` counts what has no hour. Together it is the total.
    """
    counts = Counts()
    for row, point in points_of(request):
        key = None if point.hour is None else ((point.day - 1) % WEEK, point.hour)
        counts.add(key, point.times, row.number)
    cells = sorted(key for key in counts.by_key if key is not None)
    return {
        "cells": [
            {"weekday": weekday, "hour": hour, **counts.at((weekday, hour))} for weekday, hour in cells
        ],
        "unknown": counts.at(None),
    }


def timeline(request: LogRequest) -> dict[str, Any]:
    """Count along a line of time: `{step, starts, lanes, marks}`.

    `step` is day, week, month or year, `starts` the first day of each; `lanes`: `[{kind, cells: [{at, times,
    entries}]}]`, in the order of the kinds' first entries; `marks`: `[{mark, day, at, entries}]`. `at` is a
    place in `starts`.
    """
    points = points_of(request)
    if not points:
        return {"step": "day", "starts": [], "lanes": [], "marks": []}
    days = [point.day for _row, point in points]
    step, starts = _steps(min(days), max(days), days)
    place = {start: index for index, start in enumerate(starts)}
    lanes: dict[str, Counts] = {}
    for row, point in points:
        lanes.setdefault(row.kind, Counts()).add(place[STARTS[step](point.day)], point.times, row.number)
    marks = Counts()
    for row in request.rows:
        for mark in marks_of(row):
            day = next(row.counted(request.by)).day
            marks.add((day, mark), row.times, row.number)
    return {
        "step": step,
        "starts": [day_text(start) for start in starts],
        "lanes": [
            {"kind": kind, "cells": [{"at": at, **counts.at(at)} for at in sorted(counts.by_key)]}
            for kind, counts in lanes.items()
        ],
        "marks": [
            {
                "mark": mark,
                "day": day_text(day),
                "at": place[STARTS[step](day)],
                "entries": marks.at((day, mark))["entries"],
            }
            for day, mark in sorted(marks.by_key)
        ],
    }


def marks_of(row: Row) -> Iterator[str]:
    """Name what an entry marks: words to the person, an order, an order that was broken, a report."""
    if row.kind == TOLD:
        yield TOLD
    if row.kind == BROKEN:
        yield BROKEN
    if row.kind == REPORT:
        yield ORDER if "order" in row.has else REPORT


def _steps(first: int, last: int, days: Iterable[int]) -> tuple[str, list[int]]:
    """Choose the shortest step with which all fits, and return its starts, also those without anything."""
    if last - first < MOST_DAYS:
        return "day", list(range(first, last + 1))
    starts = list(range(_monday(first), last + 1, WEEK))
    if len(starts) <= MOST_STARTS:
        return "week", starts
    months = range(_month(first), _month(last) + 1)
    if len(months) <= MOST_STARTS:
        return "month", [date(month // 12, month % 12 + 1, 1).toordinal() for month in months]
    years = range(date.fromordinal(first).year, date.fromordinal(last).year + 1)
    if len(years) <= MOST_STARTS:
        return "year", [date(year, 1, 1).toordinal() for year in years]
    return "year", sorted({_year_start(day) for day in days})


def _monday(day: int) -> int:
    return day - (day - 1) % WEEK


def _month(day: int) -> int:
    """Return how many months there were before a day's own."""
    at = date.fromordinal(day)
    return at.year * 12 + at.month - 1


def _month_start(day: int) -> int:
    return date.fromordinal(day).replace(day=1).toordinal()


def _year_start(day: int) -> int:
    return date.fromordinal(day).replace(month=1, day=1).toordinal()


STARTS: dict[str, Callable[[int], int]] = {
    "day": int,
    "week": _monday,
    "month": _month_start,
    "year": _year_start,
}


def day_text(day: int) -> str:
    return date.fromordinal(day).isoformat()
