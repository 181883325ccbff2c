"""Ten readers, written down as answers: what must and what must not be among their first ten steps."""

import json

import pytest
import yaml

from checklist import view
from tests.cases.files import FOLDER
from tests.unit.checklist.test_guide import CATALOGUE, ITEMS

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

    assert {*reader["must"], *reader["must_not"]} <= set(ITEMS)
    assert set(reader["must"]) - set(first) == set()
    assert set(reader["must_not"]) & set(first) == set()
    assert in_danger[0] == reader.get("first_in_danger", "call-your-emergency-number")


def test_there_are_ten_readers():
    assert len(READERS) == 10
