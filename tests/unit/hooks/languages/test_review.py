"""The sheets by which people who speak a language review it say what the guide says today."""

from __future__ import annotations

from pathlib import Path

import pytest

from checklist.errors import ChecklistError
from hooks.languages.folders import FOLDER, codes
from hooks.languages.review import review_sheet
from tests.unit.hooks.languages.test_translating import LOCK, folder, root, say_lock
from tests.unit.hooks.layers.guides import write

ROOT = Path(__file__).parents[4]
__all__ = ["folder", "root"]  # fixtures


@pytest.mark.parametrize("code", codes(ROOT))
def test_the_sheet_has_60_passages_as_they_stand_in_the_guide(code):
    sheet = (ROOT / f"contributing/review-{code}.md").read_text("utf-8")

    assert sheet == review_sheet(ROOT, ROOT / FOLDER / code), f"make review LANGUAGE={code} writes it anew"
    assert sheet.count(". [ ]") == 60


def test_a_passage_stands_in_both_languages_with_a_box(root, folder):
    say_lock(root, folder)
    write(root, {"contributing/review.yml": f'Steps:\n  - "{LOCK}: body: 1"\n  - "mkdocs.yml: exit_label"\n'})

    assert review_sheet(root, folder).partition("## Steps\n\n")[2] == (
        f"1. [ ] `{LOCK}: body: 1`\n"
        "    - English: Pick a new one. See the page.\n"
        "    - Español: Elige uno nuevo. Mira la página.\n"
        "    - Better:\n\n"
        "2. [ ] `mkdocs.yml: exit_label`\n"
        "    - English: Leave now\n"
        "    - Español: Salir ya\n"
        "    - Better:\n"
    )


def test_a_passage_that_is_gone_or_not_translated_stops_the_sheet(root, folder):
    write(root, {"contributing/review.yml": f'Steps:\n  - "{LOCK}: body: 1"\n  - "docs/gone.md: a: 1"\n'})

    with pytest.raises(ChecklistError) as error:
        review_sheet(root, folder)
    assert error.value.problems == [
        f"languages/es: {LOCK}: body: 1: it has no words for the English of today; translate it first",
        "contributing/review.yml: docs/gone.md: a: 1: the guide has no such text; "
        "possible: a place that `make po` writes",
    ]
