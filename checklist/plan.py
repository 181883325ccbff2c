"""A plan: all that a reader answered, marked and wrote. Checked at the door, trusted inside.

`contributing/plan-format.md` describes it.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass, field
from typing import Any

from .catalogue import Catalogue
from .doors import (
    Check,
    check_answers,
    check_choices,
    check_marks,
    check_notes,
    check_parts,
    check_review,
    check_skipped,
    problems_of_fields,
)
from .errors import ChecklistError
from .migrations import KIND, VERSION, upgrade

CHECKS: dict[str, Check] = {
    "answers": check_answers,
    "choices": check_choices,
    "marks": check_marks,
    "notes": check_notes,
    "parts": check_parts,
    "skipped": check_skipped,
    "review": check_review,
}


@dataclass(frozen=True)
class Plan:
    """What is missing is not answered, not marked, not written."""

    answers: dict[str, str] = field(default_factory=dict)
    choices: dict[str, str | list[str]] = field(default_factory=dict)
    marks: dict[str, str] = field(default_factory=dict)
    notes: dict[str, str] = field(default_factory=dict)
    parts: dict[str, list[dict[str, Any]]] = field(default_factory=dict)
    skipped: list[str] = field(default_factory=list)
    review: dict[str, str] = field(default_factory=dict)

    def to_data(self) -> dict[str, Any]:
        """Return the plan as plain data, with every field, in today's format."""
        return {"kind": KIND, "version": VERSION, **asdict(self)}


def open_plan(data: Any, catalogue: Catalogue) -> Plan:
    """Read a plan of any released format, or raise `ChecklistError` with every problem found."""
    written = {name: value for name, value in upgrade(data).items() if name not in ("kind", "version")}
    if problems := list(problems_of_fields(written, catalogue, CHECKS)):
        raise ChecklistError(problems)
    return Plan(**written)
