"""A plan: what a reader answered and what they marked. Checked at the door, trusted inside."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from .catalogue import Catalogue
from .errors import ChecklistError
from .facts import ANSWERS

DONE, NOT_FOR_ME = MARKS = ("done", "not-for-me")


@dataclass(frozen=True)
class Plan:
    """Fact id to answer, and item id to mark. What is missing is not answered, not marked."""

    answers: Mapping[str, str]
    marks: Mapping[str, str]


def read_plan(data: Any, catalogue: Catalogue) -> Plan:
    """Build a plan from plain data, or raise `ChecklistError` with every problem found."""
    if problems := list(_problems(data, catalogue)):
        raise ChecklistError(problems)
    return Plan(answers=dict(data.get("answers", {})), marks=dict(data.get("marks", {})))


def _problems(data: Any, catalogue: Catalogue) -> Iterator[str]:
    if not isinstance(data, dict):
        yield "plan: not a set of fields; possible: answers, marks"
        return
    for name in data:
        if name not in ("answers", "marks"):
            yield f"{name}: no such field; possible: answers, marks"
    yield from _entry_problems("answers", data.get("answers", {}), catalogue.facts, ANSWERS)
    yield from _entry_problems("marks", data.get("marks", {}), catalogue.items, MARKS)


def _entry_problems(field: str, entries: Any, known: Mapping[str, Any], options: tuple[str, ...]) -> Iterator[str]:
    # A message never repeats a value: it could hold what a reader wrote.
    if not isinstance(entries, dict):
        yield f"{field}: not a set of entries; possible: id and one of {', '.join(options)}"
        return
    unknown = sum(id not in known for id in entries)
    if unknown:
        yield f"{field}: {unknown} unknown to this version of the guide; possible: the ids it lists"
    if any(value not in options for value in entries.values() if isinstance(value, str)) or not all(
        isinstance(value, str) for value in entries.values()
    ):
        yield f"{field}: a value that does not exist; possible: {', '.join(options)}"
