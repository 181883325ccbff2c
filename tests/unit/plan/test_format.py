"""What a plan is made of stands in one place; whoever says it again says the same."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from checklist.facts import ANSWERS
from checklist.sections import REVIEW
from checklist.validation import MARKS, REVIEW_DAYS
from tests.cases.files import RELEASED
from tests.unit.plan.conftest import Ask

ROOT = Path(__file__).parents[3]
PAGE = (ROOT / "theme/components/plan/plan.html").read_text(encoding="utf-8")
DOCUMENT = (ROOT / "contributing/plan-format.md").read_text(encoding="utf-8")
README = (ROOT / "theme/components/documents/form/README.md").read_text(encoding="utf-8")


@pytest.fixture
def plan_format(ask: Ask) -> dict[str, Any]:
    """The constants of `plan-format.js`, and an empty plan."""
    told: dict[str, Any] = ask("format")
    return told


def test_python_and_the_page_use_the_same_words(plan_format: dict[str, Any]) -> None:
    assert list(ANSWERS) == plan_format["ANSWERS"]
    assert list(MARKS) == plan_format["MARKS"]
    assert [REVIEW, *REVIEW_DAYS] == [plan_format["REVIEW"], *plan_format["REVIEW_DAYS"]]


def test_the_template_offers_those_answers_and_marks_and_no_others(plan_format: dict[str, Any]) -> None:
    (answers, _filters) = re.findall(r"for value, label in \((.+)\) %\}", PAGE)
    marks = re.findall(r'type="checkbox" value="([a-z-]+)"', PAGE)

    assert re.findall(r'\("([a-z]+)", _\("', answers) == plan_format["ANSWERS"]
    assert marks == plan_format["MARKS"]


def test_the_template_asks_who_and_when_as_a_plan_keeps_them(plan_format: dict[str, Any]) -> None:
    kept = plan_format["MINE_FIELDS"]
    fields = dict(re.findall(r'data-mine="([a-z]+)"[^>]*maxlength="(\d+)"', PAGE))

    assert fields == {id: str(field["most"]) for id, field in kept.items()}
    assert [field["label"] for field in kept.values() if f'{{{{ _("{field["label"]}") }}}}' not in PAGE] == []
    assert {field["kind"] for field in kept.values()} == {"line"}
    assert re.findall(r'data-mark="([a-z]+)" value="([a-z]+)"', PAGE) == [("mine", "mine")]


def test_a_note_takes_as_many_characters_as_a_plan_keeps(plan_format: dict[str, Any]) -> None:
    assert re.findall(r"<textarea[^>]*maxlength=\"(\d+)\"", PAGE) == [str(plan_format["MOST_IN_A_NOTE"])]


def test_the_description_of_the_format_says_the_same(plan_format: dict[str, Any]) -> None:
    empty = plan_format["empty"]
    released = sorted({path.name.split("-")[0] for path in RELEASED.iterdir()})
    rows = [row.split("|")[1] for row in DOCUMENT.split("## Versions")[0].splitlines() if "| `" in row]

    assert [name for row in rows for name in re.findall("`([a-z]+)`", row)] == list(empty)
    assert f'"kind": "{empty["kind"]}",\n  "version": {empty["version"]},' in DOCUMENT
    assert f"Released formats: {', '.join(released)}." in DOCUMENT
    assert f"at most {plan_format['MOST_IN_A_NOTE']:,} characters" in DOCUMENT
    assert f"a line of at most {plan_format['MINE_FIELDS']['who']['most']} characters" in DOCUMENT
    assert f"at most {plan_format['MOST_ENTRIES']} entries" in DOCUMENT
    assert f"at most {plan_format['MOST_UNKNOWN']} things" in DOCUMENT
    assert f"of {plan_format['MOST_LETTERS_UNKNOWN']:,} characters in all" in DOCUMENT
    assert " or ".join(f"`{word}`" for word in MARKS) in DOCUMENT
    assert "`yes`, `no` or `unsure`" in DOCUMENT


def test_the_readme_says_the_same(plan_format: dict[str, Any]) -> None:
    assert f"{plan_format['MOST_ENTRIES']} entries, {plan_format['MOST_IN_A_NOTE']:,} characters" in README
