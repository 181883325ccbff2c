"""Ten readers, written down as answers: their first ten steps, and what must and must not be in the plan."""

import json

import pytest
import yaml

from checklist import view
from checklist.order import Order, choose
from checklist.rules import Fit
from tests.cases.files import FOLDER
from tests.unit.checklist.test_guide import CATALOGUE, CONTENT, ITEMS

READERS = sorted((FOLDER / "readers").glob("*.yml"))
each_reader = pytest.mark.parametrize("path", READERS, ids=lambda path: path.stem)


def reader_and_order(path):
    reader = yaml.safe_load(path.read_text(encoding="utf-8"))
    view.load(CATALOGUE.to_json())
    return reader, json.loads(view.answer(json.dumps({"answers": reader["answers"]})))["result"]["first"]


@each_reader
def test_the_first_ten_steps_are_the_ones_that_an_advocate_would_take(path):
    reader, first = reader_and_order(path)

    assert first[:10] == reader["first_ten"]
    assert reader["because"].endswith(".")


@each_reader
def test_the_plan_holds_what_fits_the_reader_and_nothing_that_cannot(path):
    reader, first = reader_and_order(path)

    assert {*reader["must"], *reader["must_not"], *reader["never"]} <= set(ITEMS)
    assert set(reader["must"]) - set(first[:10]) == set()
    assert set(reader["must_not"]) & set(first[:10]) == set()
    assert set(reader["never"]) & set(first) == set()


@each_reader
def test_what_the_reader_said_put_the_first_five_steps_there(path):
    reader, first = reader_and_order(path)
    said = {c.item.id for c in choose(ITEMS.values(), reader["answers"], Order()) if c.fit is Fit.SAID}
    needed = {needed for id in said for needed in ITEMS[id].first}

    assert len(set(first[:5]) & (said | needed)) >= 4
    assert not any(CONTENT.items[id].topic == "now" for id in first)


@pytest.mark.parametrize("fact", CONTENT.facts, ids=lambda fact: fact.id)
def test_each_question_alone_changes_what_the_plan_says_of_two_steps(fact):
    def changed_by(answer):
        choices = choose(ITEMS.values(), {fact.id: answer}, Order())
        return {c.item.id for c in choices if c.fit is not Fit.OPEN and fact.id in c.facts}

    assert len(changed_by("yes") | changed_by("no")) >= 2


def test_there_are_ten_readers():
    assert len(READERS) == 10
