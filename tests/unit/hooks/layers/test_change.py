"""A text is copied to be changed, with the hash of what it was made from, and the guide's text is kept."""

from __future__ import annotations

from pathlib import Path

import pytest

from checklist.errors import ChecklistError
from hooks.layers.change import about_change, change, keep_as_it_is
from hooks.layers.text_hash import text_hash
from tests.unit.hooks.layers.guides import GUIDE, PAGE, STEP, edit, write


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return write(tmp_path / "guide", GUIDE)


@pytest.fixture
def own(tmp_path: Path) -> Path:
    return write(tmp_path / "own", {"organisation.yml": "name: Casa Clara\n"})


@pytest.mark.parametrize("name", ["change-your-code", "phone/change-your-code.md", STEP])
def test_a_copy_of_a_step_holds_what_one_edits_and_the_hash_of_the_guides_text(
    root: Path, own: Path, name: str
) -> None:
    assert change(root, own, name) == own / STEP
    body = GUIDE[STEP].partition("2026-11-22\n---\n")[2]
    assert (own / STEP).read_text("utf-8") == (
        f"---\nof: {text_hash(STEP, GUIDE[STEP])}\naction: Change your code\n"
        f'caution: "The person may notice: plan first."\n---\n{body}'
    )
    assert (own / ".was" / STEP).read_text("utf-8") == GUIDE[STEP]


@pytest.mark.parametrize("name", ["phone", "phone.md", "docs/phone.md"])
def test_a_copy_of_a_page_holds_its_title_its_summary_and_its_text(root: Path, own: Path, name: str) -> None:
    assert change(root, own, name) == own / PAGE
    assert (own / PAGE).read_text("utf-8") == (
        f"---\nof: {text_hash(PAGE, GUIDE[PAGE])}\ntitle: Phone\nsummary: Keep it close.\n---\n"
        "# Your phone\n\nKeep it close.\n"
    )
    assert (own / ".was" / PAGE).read_text("utf-8") == GUIDE[PAGE]


@pytest.mark.parametrize(
    ("name", "problem"),
    [
        ("change-code", "change-code: the guide has no such step or page; possible: change-your-code"),
        ("fone.md", "fone.md: the guide has no such step or page; possible: phone.md"),
        (
            "../../etc/passwd",
            "../../etc/passwd: the guide has no such step or page; "
            "possible: the name of a step's file, or of a page, such as phone.md",
        ),
    ],
)
def test_an_unknown_name_is_refused_with_the_closest_ones(
    root: Path, own: Path, name: str, problem: str
) -> None:
    for refuse in (change, keep_as_it_is):
        with pytest.raises(ChecklistError) as error:
            refuse(root, own, name)
        assert error.value.problems == [problem]
    assert [path.name for path in own.rglob("*") if path.is_file()] == ["organisation.yml"]


def test_what_is_changed_already_is_not_copied_over(root: Path, own: Path) -> None:
    change(root, own, "phone.md")
    edit(own, PAGE, "# Your phone\n\nKeep it close.", "Ours.")
    with pytest.raises(ChecklistError) as error:
        change(root, own, "phone.md")
    assert error.value.problems == ["docs/phone.md: your folder has it already; edit it there"]
    assert (own / PAGE).read_text("utf-8").endswith("Ours.\n")


def test_an_own_text_that_still_says_the_same_gets_the_new_hash_and_nothing_else(
    root: Path, own: Path
) -> None:
    change(root, own, "change-your-code")
    edit(own, STEP, "Pick a new one.", "Come to us, and pick a new one.")
    edit(own, STEP, "action:", "# Asked Maria.\naction:")
    before = (own / STEP).read_text("utf-8")
    edit(root, STEP, "Pick a new one.", "Choose a new one.")
    keep_as_it_is(root, own, "change-your-code")
    old, new = text_hash(STEP, GUIDE[STEP]), text_hash(STEP, (root / STEP).read_text("utf-8"))
    assert old != new
    assert (own / STEP).read_text("utf-8") == before.replace(old, new)
    assert (own / ".was" / STEP).read_bytes() == (root / STEP).read_bytes()


def test_an_own_text_without_a_hash_gets_one(root: Path, own: Path) -> None:
    write(own, {STEP: "---\nhorizon: today\n---\n"})
    keep_as_it_is(root, own, "change-your-code")
    hash = text_hash(STEP, GUIDE[STEP])
    assert (own / STEP).read_text("utf-8") == f"---\nof: {hash}\nhorizon: today\n---\n"


def test_what_nobody_changed_does_not_say_the_same(root: Path, own: Path) -> None:
    with pytest.raises(ChecklistError) as error:
        keep_as_it_is(root, own, "phone.md")
    assert error.value.problems == [
        "docs/phone.md: your folder does not change it; possible: quiet-guide change phone.md"
    ]


def test_whoever_changes_a_step_about_danger_is_told_that_it_is_never_shown_behind(
    root: Path, own: Path
) -> None:
    call, phone = (about_change(own, change(root, own, name)) for name in ("call", "phone.md"))
    assert call == (
        f"Written: {own}/content/advice/now/call.md. Edit it; leave any of action, because, before and "
        "caution out where the guide's is right. When the guide changes this text, readers see the guide's "
        "own words, until you have read them and changed yours."
    )
    assert phone == (
        f"Written: {own}/docs/phone.md. Edit it; leave any of title and summary out where the guide's "
        "is right."
    )
