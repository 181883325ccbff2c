"""What the page gives of a log to be counted: days, hours, names and numbers, never what a reader wrote."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple

from .errors import ChecklistError
from .schema import is_day

HAPPENED, WRITTEN = WAYS = ("happened", "written")
"""Whether an entry counts when it happened, or when it was written."""


class Point(NamedTuple):
    """One time that an entry stands for, on the clock of its own zone."""

    day: int
    """Days since the year 1, as `date.toordinal` counts them."""
    hour: int | None
    times: int


@dataclass(frozen=True)
class Row:
    """One entry."""

    number: int
    """The number by which the page names it."""
    kind: str
    day: int
    hour: int | None
    written_day: int
    written_hour: int
    times: int
    """How many it stands for."""
    points: tuple[tuple[int, int | None], ...]
    """Day and hour of each row of a series."""
    signs: frozenset[str]
    """What is ticked: who was there, what was hurt or broken."""
    has: frozenset[str]
    """The fields that are filled."""

    def counted(self, by: str) -> Iterator[Point]:
        """Yield what to count. Together it is `times`."""
        if by == WRITTEN:
            yield Point(self.written_day, self.written_hour, self.times)
            return
        yield from (Point(day, hour, 1) for day, hour in self.points)
        if rest := self.times - len(self.points):
            yield Point(self.day, None if self.points else self.hour, rest)


@dataclass(frozen=True)
class LogRequest:
    """What is asked about a log."""

    rows: tuple[Row, ...]
    by: str
    today: int


def read_log_request(data: Any) -> LogRequest:
    """Build a request from plain data, or raise `ChecklistError` with every problem found."""
    if not isinstance(data, dict) or set(data) != {"rows", "by", "today"}:
        raise ChecklistError(["log: not what is asked about a log; possible: rows, by, today"])
    problems = []
    if data["by"] not in WAYS:
        problems.append(f"by: a value that does not exist; possible: {', '.join(WAYS)}")
    if not is_day(data["today"]):
        problems.append("today: not a day; possible: YYYY-MM-DD")
    rows = data["rows"]
    if not isinstance(rows, list):
        problems.append("rows: not a list; possible: one row for each entry")
    elif wrong := sum(not _is_row(row) for row in rows):
        problems.append(
            f"rows: {wrong} that cannot be counted; possible: rows of whole numbers, days and names"
        )
    if problems:
        raise ChecklistError(problems)
    return LogRequest(tuple(_row(row) for row in rows), data["by"], _ordinal(data["today"]))


def _row(data: dict[str, Any]) -> Row:
    return Row(
        number=data["number"],
        kind=data["kind"],
        day=_ordinal(data["day"]),
        hour=data["hour"],
        written_day=_ordinal(data["written_day"]),
        written_hour=data["written_hour"],
        times=max(data["times"], len(data["points"])),
        points=tuple((_ordinal(point["day"]), point["hour"]) for point in data["points"]),
        signs=frozenset(data["signs"]),
        has=frozenset(data["has"]),
    )


def _is_row(data: Any) -> bool:
    return (
        isinstance(data, dict)
        and _is_count(data.get("number"))
        and isinstance(data.get("kind"), str)
        and is_day(data.get("day"))
        and _is_hour_or_none(data.get("hour"))
        and is_day(data.get("written_day"))
        and _is_hour(data.get("written_hour"))
        and _is_count(data.get("times"))
        and isinstance(data.get("points"), list)
        and all(_is_point(point) for point in data["points"])
        and _are_names(data.get("signs"))
        and _are_names(data.get("has"))
    )


def _is_point(data: Any) -> bool:
    return isinstance(data, dict) and is_day(data.get("day")) and _is_hour_or_none(data.get("hour"))


def _is_count(value: Any) -> bool:
    return type(value) is int and value >= 1


def _is_hour(value: Any) -> bool:
    return type(value) is int and 0 <= value < 24


def _is_hour_or_none(value: Any) -> bool:
    return value is None or _is_hour(value)


def _are_names(value: Any) -> bool:
    return isinstance(value, list) and all(isinstance(name, str) for name in value)


def _ordinal(day: str) -> int:
    return date.fromisoformat(day).toordinal()
