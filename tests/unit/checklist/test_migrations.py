"""The door for plans of earlier formats."""

import json

import pytest

from checklist import migrations
from checklist.errors import ChecklistError
from checklist.migrations import VERSION, upgrade
from tests.cases.files import RELEASED

FILES = sorted(RELEASED.glob("*.json"))


def test_every_released_format_keeps_a_real_file():
    assert {int(path.name.split("-")[0]) for path in FILES} == set(range(1, VERSION + 1))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_released_plan_is_of_the_format_its_name_says(path):
    assert json.loads(path.read_text(encoding="utf-8"))["version"] == int(path.name.split("-")[0])


def test_a_plan_of_todays_format_stays_as_it_is():
    plan = {"kind": "plan", "version": VERSION, "answers": {"a": "yes"}}

    assert upgrade(plan) == plan


def test_an_old_plan_goes_through_each_migration_in_turn(monkeypatch):
    def rename_steps_to_marks(plan):
        return {"marks" if name == "steps" else name: value for name, value in plan.items()}

    def begin_notes(plan):
        return {**plan, "notes": {}}

    monkeypatch.setattr(migrations, "VERSION", 3)
    monkeypatch.setattr(migrations, "MIGRATIONS", {1: rename_steps_to_marks, 2: begin_notes})
    old = {"kind": "plan", "version": 1, "steps": {"one": "done"}}

    assert upgrade(old) == {"kind": "plan", "version": 3, "marks": {"one": "done"}, "notes": {}}
    assert old == {"kind": "plan", "version": 1, "steps": {"one": "done"}}


def test_every_version_before_todays_has_a_migration():
    assert set(migrations.MIGRATIONS) == set(range(1, VERSION))


@pytest.mark.parametrize("version", [VERSION + 1, 10**400])
def test_a_newer_plan_is_refused_with_its_own_sentence(version):
    with pytest.raises(ChecklistError) as error:
        upgrade({"kind": "plan", "version": version})

    assert error.value.problems == [
        "plan: made by a newer version of this guide; possible: load the guide anew, then open it again"
    ]


@pytest.mark.parametrize("version", [0, -1, 1.0, "1", True, None, [1]])
def test_what_is_no_version_is_refused(version):
    with pytest.raises(ChecklistError) as error:
        upgrade({"kind": "plan", "version": version})

    assert error.value.problems == ["plan: not a plan of this guide; possible: a file that this guide saved"]
