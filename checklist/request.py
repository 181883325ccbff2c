"""What the page asks for: answers, marks and counts, never what a reader wrote."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from .catalogue import Catalogue
from .errors import ChecklistError
from .sections import REVIEW
from .validation import (
    LAST,
    NEXT,
    Check,
    check_answers,
    check_choices,
    check_filled,
    check_marks,
    check_mine,
    check_review,
    check_skipped,
    check_today,
    problems_of_fields,
)

CHECKS: dict[str, Check] = {
    "answers": check_answers,
    "choices": check_choices,
    "marks": check_marks,
    "mine": check_mine,
    "filled": check_filled,
    "skipped": check_skipped,
    "review": check_review,
    "today": check_today,
    "before": check_answers,
}

AT_A_TIME = 5
"""How many steps the page shows before it is asked for more."""


@dataclass(frozen=True)
class Request:
    """A plan without its texts, and what the page knows besides."""

    answers: dict[str, str] = field(default_factory=dict)
    choices: dict[str, str | list[str]] = field(default_factory=dict)
    marks: dict[str, str] = field(default_factory=dict)
    mine: list[str] = field(default_factory=list)
    """The steps that the reader chose for their plan."""
    filled: dict[str, int] | None = None
    """`section.field` to the number of entries in which it is not empty. None: the page did not say."""
    skipped: list[str] = field(default_factory=list)
    review: dict[str, str] = field(default_factory=dict)
    today: str = ""
    before: dict[str, str] | None = None
    """The answers before the last change. None: no answer was changed."""

    @property
    def next_review(self) -> str:
        return self.review.get(NEXT, "")

    @property
    def last_review(self) -> str:
        return self.review.get(LAST, "")

    def count(self, path: str) -> int:
        """Return how many entries have a field or a tick."""
        if path == f"{REVIEW}.{NEXT}":
            return int(self.next_review != "")
        return (self.filled or {}).get(path, 0)


def read_request(data: Any, catalogue: Catalogue) -> Request:
    """Build a request from plain data, or raise `ChecklistError` with every problem found."""
    if problems := list(problems_of_fields(data, catalogue, CHECKS)):
        raise ChecklistError(problems)
    return Request(**data)
