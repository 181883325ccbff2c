"""What the scripts of the log know by name stands in `content/log.yml`."""

from __future__ import annotations

import json
import subprocess
from typing import Any

import pytest

from hooks.content.front_matter import load_yaml
from tests.conftest import ROOT

MEANINGS = "theme/components/log/model/meanings.js"
OF_KINDS = ("TOLD", "POLICE_KINDS", "ITEM")
OF_OPTIONS = ("PHOTO", "WORST", "HAVE")


@pytest.fixture(scope="module")
def meanings() -> dict[str, Any]:
    script = f'import * as all from "./{MEANINGS}"; console.log(JSON.stringify(all))'
    done = subprocess.run(
        ["node", "--input-type=module", "-e", script], cwd=ROOT, capture_output=True, text=True, check=True
    )
    told: dict[str, Any] = json.loads(done.stdout)
    return told


@pytest.fixture(scope="module")
def log() -> dict[str, Any]:
    return {
        name: {entry["id"]: entry for entry in entries}
        for name, entries in load_yaml((ROOT / "content/log.yml").read_text("utf-8")).items()
    }


def as_list(value: str | list[str]) -> list[str]:
    return [value] if isinstance(value, str) else value


def test_kinds_exist(meanings, log):
    assert {name for key in OF_KINDS for name in as_list(meanings[key])} - log["kinds"].keys() == set()


def test_fields_exist(meanings, log):
    others = (value for key, value in meanings.items() if key not in (*OF_KINDS, *OF_OPTIONS))
    assert {name for value in others for name in as_list(value)} - log["fields"].keys() == set()


@pytest.mark.parametrize("key", OF_OPTIONS)
def test_options_exist(key, meanings, log):
    options = log["fields"][meanings[key]["field"]]["options"]

    known = [option["id"] for option in options]

    assert set(meanings[key].get("options", [meanings[key].get("option")])) <= set(known)


def test_what_belongs_to_the_police_is_in_their_group(meanings, log):
    assert {log["fields"][id]["group"] for id in meanings["POLICE_FIELDS"]} == {"police"}


def test_there_is_one_field_of_rows_for_entries_and_one_for_items(log, meanings):
    fields = [id for id, field in log["fields"].items() if field["takes"] == "rows"]

    assert fields == ["series", meanings["CUSTODY"]]
    assert [id for id in fields if id in log["items"]] == [meanings["CUSTODY"]]
