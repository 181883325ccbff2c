"""The guide itself, with an organisation's folder laid over it."""

from __future__ import annotations

import runpy
from pathlib import Path

import pytest
from mkdocs.config import load_config

from hooks.content.front_matter import split_front_matter
from hooks.content.load import load_guide
from hooks.layers.text_hash import text_hash

ROOT = Path(__file__).parents[4]
LOCK = "content/advice/phone/change-your-screen-lock.md"
IRELAND = "content/places/ie.yml"


def write(folder: Path, files: dict[str, str]) -> None:
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, "utf-8")


@pytest.fixture
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("QUIET_GUIDE_ORGANISATION", str(tmp_path))
    return tmp_path


def test_a_changed_step_and_a_new_contact_are_read_as_the_guides_own_are(own: Path) -> None:
    hash = text_hash(LOCK, (ROOT / LOCK).read_text("utf-8"))
    contact = (
        "helplines:\n- {id: casa, name: Casa Clara, number: ['1800 000 111'], source: ie-112, "
        "checked: 'yes', day: 2026-11-28}\n"
    )
    write(own, {LOCK: f"---\nof: {hash}\naction: Change your code with us\n---\n", IRELAND: contact})
    config = load_config(str(ROOT / "mkdocs.yml"), hooks=[])
    content, problems = load_guide(config)
    assert problems == []
    item = content.items["change-your-screen-lock"]
    assert item.action == "Change your code with us"
    assert item.body == split_front_matter((ROOT / LOCK).read_text("utf-8"))[1].strip()
    assert [contact.id for contact in content.places[IRELAND].helplines][:2] == ["casa", "womens-aid"]
    assert content.behind == {}


def test_each_problem_of_a_layer_is_told_with_those_of_the_guides_checks(own: Path) -> None:
    write(own, {LOCK: "---\naction: A code of ours\ncolour: red\n---\n"})
    _, problems = load_guide(load_config(str(ROOT / "mkdocs.yml"), hooks=[]))
    assert [problem.partition("; ")[0] for problem in problems] == [
        f"{LOCK}: of: required, but missing: of which text of the guide this was made",
        f"{LOCK}: colour: no such field",
        "docs/phone.md: advice: there is no item change-your-screen-lock",
    ]


def test_the_check_says_what_is_behind_and_passes(
    own: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    write(own, {LOCK: "---\nof: 00000000\n---\nCome to us.\n"})
    monkeypatch.chdir(ROOT)
    with pytest.raises(SystemExit) as done:
        runpy.run_module("hooks.content", run_name="__main__")
    first, second = capsys.readouterr().out.splitlines()
    assert done.value.code == 0
    assert first.endswith(": no problems.")
    assert second.startswith(f"{LOCK}: of: the guide's text changed on ")


def test_a_folder_that_is_not_there_is_told_and_builds_no_guide_of_nobody(
    own: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("QUIET_GUIDE_ORGANISATION", str(own / "mistyped"))
    _, problems = load_guide(load_config(str(ROOT / "mkdocs.yml"), hooks=[]))
    assert problems == [
        f"{own}/mistyped: folder: it holds nothing of a guide; "
        "possible: organisation.yml, content, docs, words.po, logo.svg, public, languages"
    ]
