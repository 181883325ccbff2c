"""Each made-up copy is upgraded to a made-up newer guide, in which all that it changed was changed too."""

from __future__ import annotations

import re
import shutil
from datetime import date
from pathlib import Path

import pytest
from mkdocs.config import load_config

from hooks.content.load import load_guide
from hooks.content.model import Content
from hooks.layers.change import keep_was
from hooks.layers.changed import changed_texts
from hooks.layers.copy_of_guide import copy_of
from hooks.layers.folders import VARIABLE
from hooks.layers.front_matter_lines import with_fields
from hooks.layers.layer import read_texts
from hooks.layers.snapshot import is_text
from hooks.layers.text_hash import text_hash
from hooks.layers.upgrade import finish, remember, report, write_merges
from tests.conftest import ROOT
from tests.organisations.build_copy import CASES
from tests.organisations.conftest import HELPLINE, SHELTER, UNIVERSITY

VERSION, NEXT, TODAY = "0.1.0", "0.2.0", date(2027, 1, 4)
NEW = "You can ask for help with this step."
CHANGED_RECORD = "victim-support-scotland"


@pytest.fixture(params=[SHELTER, HELPLINE, pytest.param(UNIVERSITY, marks=pytest.mark.long)])
def name(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def own(name: str, tmp_path: Path) -> Path:
    """An organisation's folder that was made from the guide as it is, and remembers it."""
    own = shutil.copytree(CASES / name, tmp_path / name)
    for text in changed(own):
        path = own / text
        hash = text_hash(text, (ROOT / text).read_text("utf-8"))
        path.write_text(with_fields(path.read_text("utf-8"), {"of": hash}), "utf-8")
        keep_was(ROOT, own, text)
    remember(ROOT, own, VERSION)
    return own


@pytest.fixture
def newer(own: Path, tmp_path: Path) -> Path:
    """The guide with a new last paragraph in each text that the organisation changed, and another number."""
    root = tmp_path / "guide"
    for part in ("content", "docs"):
        shutil.copytree(ROOT / part, root / part)
    shutil.copy(ROOT / "mkdocs.yml", root)
    for part in ("theme", "checklist", "hooks", "CHANGELOG.md"):
        (root / part).symlink_to(ROOT / part)
    for text in changed(own):
        with (root / text).open("a", encoding="utf-8") as file:
            file.write(f"\n{NEW}\n")
    places = root / "content/places/uk.yml"
    written = places.read_text("utf-8").replace(
        f"- id: {CHANGED_RECORD}\n", f"- id: {CHANGED_RECORD}\n    then: '1'\n"
    )
    places.write_text(written, "utf-8")
    return root


def changed(own: Path) -> list[str]:
    """List the texts of the guide that an organisation changes."""
    return [text for text in read_texts(own).files if is_text(text) and (ROOT / text).is_file()]


def load(root: Path, own: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[Content, list[str]]:
    monkeypatch.setenv(VARIABLE, str(own))
    return load_guide(load_config(str(root / "mkdocs.yml"), hooks=[]))


def test_the_report_names_each_text_that_is_behind_once(own: Path, newer: Path) -> None:
    told = report(newer, own, NEXT, TODAY).partition("\n## 2. ")[2].partition("\n## 3. ")[0]
    assert sorted(re.findall(r"^`([^`]+\.md)`", told, re.MULTILINE)) == sorted(changed(own))
    assert (CHANGED_RECORD in told) == (own.name == HELPLINE)


def test_an_upgrade_has_no_conflict_and_leaves_texts_behind(
    own: Path, newer: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert {text.name for text in changed_texts(copy_of(newer, own))} == {*changed(own)}
    finish(newer, own, NEXT)
    assert f"guide: {NEXT}" in (own / "organisation.yml").read_text("utf-8").replace('"', "")
    content, problems = load(newer, own, monkeypatch)
    assert problems == []
    assert sorted(content.behind) == sorted(changed(own))


def test_what_one_side_alone_changed_is_merged(own: Path, newer: Path) -> None:
    mergeable = {text.name for text in changed_texts(copy_of(newer, own)) if text.merged is not None}
    assert {*write_merges(newer, own)} == mergeable
    for text in mergeable:
        assert NEW in (own / text).read_text("utf-8")
