"""Ten readers, written down as answers: what must and must not be in their first ten steps, or anywhere."""

import json

import pytest
import yaml

from checklist import view
from checklist.rules import Fit, choose
from tests.cases.files import FOLDER
from tests.unit.checklist.test_guide import CATALOGUE, CONTENT, ITEMS

READERS = sorted((FOLDER / "readers").glob("*.yml"))
FIRST = 10


@pytest.mark.parametrize("path", READERS, ids=lambda path: path.stem)
def test_the_first_steps_fit_the_reader(path):
    reader = yaml.safe_load(path.read_text(encoding="utf-8"))
    view.load(CATALOGUE.to_json())
    groups = json.loads(view.answer(json.dumps({"answers": reader["answers"]})))["result"]["groups"]
    shown = [entry["id"] for group in groups for entry in group["items"]]
    in_danger = [id for id in shown if ITEMS[id].topic == "now"]
    # What is done in danger stands before every plan, the same for all: it tells nothing of this reader.
    first = [id for id in shown if id not in in_danger][:FIRST]

    assert {*reader["must"], *reader["must_not"], *reader["never"]} <= set(ITEMS)
    assert set(reader["must"]) - set(first) == set()
    assert set(reader["must_not"]) & set(first) == set()
    assert set(reader["never"]) & set(shown) == set()
    assert in_danger[0] == reader.get("first_in_danger", "call-your-emergency-number")


@pytest.mark.parametrize("fact", CONTENT.facts, ids=lambda fact: fact.id)
def test_each_question_alone_changes_what_the_plan_says_of_two_steps(fact):
    def changed_by(answer):
        choices = choose(ITEMS.values(), {fact.id: answer})
        return {c.item.id for c in choices if c.fit in (Fit.SAID, Fit.LEFT_OUT) and fact.id in c.facts}

    assert len(changed_by("yes") | changed_by("no")) >= 2


def test_there_are_ten_readers():
    assert len(READERS) == 10
