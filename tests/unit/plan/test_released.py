"""Saved plans of every released format open in this guide, and nothing of them is lost."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from checklist.catalogue import Catalogue
from tests.cases.files import RELEASED
from tests.unit.checklist.test_guide import CATALOGUE
from tests.unit.plan.conftest import ask_all

FILES = sorted(RELEASED.glob("*.json"))
CHANGES: dict[str, dict[str, Any]] = {
    "1-empty": {"version": 2, "mine": {}},
    "1-everything": {"version": 2, "mine": {}},
    "1-filled": {"version": 2, "mine": {"choose-who-to-tell": {}, "change-locks-and-codes": {}}},
    "2-everything": {},
}
"""What migrations make of each file; all else stays as it was saved."""


def shape_of(catalogue: Catalogue) -> dict[str, Any]:
    """Describe what the plan of this guide can hold, as its page does."""
    return {
        "facts": {id: fact.question for id, fact in catalogue.facts.items()},
        "choices": {
            id: {"label": question.question, "many": question.takes_many, "options": labels(question.options)}
            for id, question in catalogue.questions.items()
        },
        "items": {id: item.action for id, item in catalogue.items.items()},
        "parts": {
            id: {
                "title": section.title,
                "many": section.many == "yes",
                "entry": section.entry,
                "fields": {
                    field.id: {
                        "label": field.label,
                        "kind": field.kind,
                        "most": field.most,
                        "options": labels(field.options),
                    }
                    for field in section.fields
                },
            }
            for id, section in catalogue.sections.items()
            if id != "review"
        },
    }


def labels(options: Any) -> dict[str, str]:
    return {option.id: option.label for option in options}


@pytest.fixture(scope="module")
def answers() -> dict[str, dict[str, Any]]:
    """What the page makes of each file, and what of it this guide could not show."""
    shape = shape_of(CATALOGUE)
    texts = [path.read_text(encoding="utf-8") for path in FILES]
    opened = ask_all(*(("open", text, shape) for text in texts))
    unknown = ask_all(*(("unknown", answer["plan"], shape) for answer in opened))
    return {
        path.stem: {**answer, "unknown": rest}
        for path, answer, rest in zip(FILES, opened, unknown, strict=True)
    }


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_released_plan_opens_and_nothing_of_it_is_unknown(
    path: Path, answers: dict[str, dict[str, Any]]
) -> None:
    saved = json.loads(path.read_text(encoding="utf-8"))

    assert answers[path.stem] == {
        "plan": {**saved, **CHANGES[path.stem]},
        "unknown": {"answers": {}, "choices": {}, "marks": {}, "mine": {}, "notes": {}, "others": []},
    }


def test_marks_and_notes_on_what_is_done_in_danger_are_kept_though_no_step_shows_them() -> None:
    """Plans were saved while these were steps of the list."""
    marks, notes = {"call-your-emergency-number": "done"}, {"keep-the-door-shut": "The back door too."}
    saved = {"kind": "plan", "version": 1, "marks": marks, "notes": notes}
    opened, unknown = ask_all(
        ("open", json.dumps(saved), shape_of(CATALOGUE)), ("unknown", saved, shape_of(CATALOGUE))
    )

    assert (opened["plan"]["marks"], opened["plan"]["notes"]) == (marks, notes)
    assert (unknown["marks"], unknown["notes"]) == (marks, notes)
