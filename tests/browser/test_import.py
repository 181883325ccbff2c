"""Any file offered for opening: a bad one gets a sentence and changes nothing, a good one waits."""

from __future__ import annotations

import json
import random
import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from playwright.sync_api import Page, expect

from tests.browser.import_support import EMPTY, HOLDS, good_plan, offer, open_filled, panel, said
from tests.browser.plan_vault import VALUES, OpenPlan
from tests.browser.support import stored
from tests.cases.files import FOLDER
from tests.cases.mutated import content_of, mutated
from tests.languages.translate import in_language, pattern_in_language

pytest_plugins = ["tests.browser.plan_fixtures"]
PLANS = sorted((FOLDER / "imports").glob("*.yml"))
"""`plan` or `raw`: what a file says; `problems`: the sentences, without any it opens."""
FILES = sorted((FOLDER / "imports/files").glob("*.yml"))
"""`file`: `name`, and `hex`, `text` or `json`; `repeat` says what a letter stands for. `says` or `opens`."""
STRANGE = [path for path in FILES if "opens: true" in path.read_text(encoding="utf-8")]
NO_CHANGE = re.compile(r"Your own plan has not changed yet\.|Nothing was changed\.|This file is locked\.")
FUZZ_FILES = 60
# Everything that a file could have put into the document, except the message about it. It stays in the
# page: a plan's whole document is too large to pass on after each file.
REMEMBER = f"""() => {{
  window.look = () => {{
    const page = document.documentElement.cloneNode(true)
    for (const told of page.querySelectorAll('.said, .plan-said, [data-slot=files]')) told.replaceChildren()
    return {{ values: JSON.stringify(({VALUES})()), frame: page.outerHTML }}
  }}
  window.before = look()
}}"""
CHANGED = "() => { const now = look(); return Object.keys(now).filter((kind) => now[kind] !== before[kind]) }"


@pytest.fixture
def page(open_plan: OpenPlan) -> Page:
    return open_filled(open_plan, before="window.ran = 0; window.alert = () => { window.ran += 1 }")


def described(case: dict[str, Any]) -> tuple[str, bytes, str | re.Pattern[str]]:
    """Return the name, the content and the sentence of a case; no sentence when it opens."""
    if "file" in case:
        return (
            case["file"].get("name", "notes.json"),
            content_of(case["file"]),
            in_language(case.get("says", "")),
        )
    text = case["raw"] if "raw" in case else json.dumps(case["plan"])
    problems = case.get("problems", [])
    if problems and text:
        pattern = " ".join(map(without_title, problems))
        return "notes.json", text.encode(), re.compile(f"^{pattern} Nothing was changed\\.$")
    return "notes.json", text.encode(), "" if text else EMPTY


def without_title(problem: str) -> str:
    """Write a pattern of a sentence: the cases name the parts of a smaller plan."""
    _, colon, rest = problem.rpartition(": ")
    return pattern_in_language(("[^:]+: " if colon else "") + re.escape(rest))


def read(path: Path) -> tuple[str, str, bytes, str | re.Pattern[str]]:
    return path.stem, *described(yaml.safe_load(path.read_text(encoding="utf-8")))


class TestPlainFiles:
    def test_every_bad_file_gets_its_sentence_and_changes_nothing(self, page: Page) -> None:
        page.evaluate(REMEMBER)
        for name, file, content, sentence in [*map(read, PLANS), *map(read, FILES)]:
            if not sentence:
                continue
            offer(page, content, file)
            expect(said(page), name).to_have_text(sentence)
            expect(page.locator(".plan-said"), name).to_have_text(sentence)
            expect(panel(page).locator(".compare, [data-passphrase]:visible")).to_have_count(0)
            assert page.evaluate(CHANGED) == [], name
        assert page.evaluate("({}).polluted === undefined && window.ran === 0 && document.title") == "Notes"
        assert {kind: found for kind, found in stored(page).items() if found} == {}

    def test_every_good_file_waits_for_a_word(self, page: Page) -> None:
        page.evaluate(REMEMBER)
        for path in PLANS:
            case = yaml.safe_load(path.read_text(encoding="utf-8"))
            if "problems" in case:
                continue
            compare = panel(page).locator(".compare")
            compare.evaluate_all("all => all.forEach((old) => (old.dataset.old = ''))")
            offer(page, described(case)[1])
            waits = panel(page).locator(".compare:not([data-old]) [data-focus]")
            expect(waits, path.stem).to_have_text(HOLDS)
            expect(compare, path.stem).to_have_count(1)
            assert "values" not in page.evaluate(CHANGED), path.stem

    def test_strange_text_is_shown_as_text(self, page: Page) -> None:
        count = "document.querySelectorAll('script, img, h1, a, iframe, template').length"
        elements = page.evaluate(count)
        for path in STRANGE:
            case = yaml.safe_load(path.read_text(encoding="utf-8"))
            offer(page, content_of(case["file"]))
            expect(panel(page).locator("[data-focus]"), path.stem).to_have_text(HOLDS)
            panel(page).get_by_role("button", name="Replace my plan with it").click()
            (text,) = case["file"]["json"]["notes"].values()
            expect(page.locator("[data-item=choose-who-to-tell] textarea"), path.stem).to_have_value(text)
            assert page.evaluate(count) == elements, path.stem
            assert page.evaluate("window.ran === 0 && document.title") == "Notes", path.stem

    def test_a_fuzz_run_changes_nothing_and_always_says_something(self, page: Page) -> None:
        """A few: tests/unit/plan/test_imports.py offers thousands to the same scripts, without a page."""
        draw = random.Random(20261122)
        good = json.dumps(good_plan(), ensure_ascii=False).encode()
        page.evaluate(REMEMBER)
        opened = 0
        for _ in range(FUZZ_FILES):
            offer(page, mutated(draw, good), draw.choice(["notes.json", "x.txt", "", "a" * 200]) or "n")
            expect(panel(page).locator(":is(.said, [data-focus]):visible").first).to_have_text(NO_CHANGE)
            opened += panel(page).locator(".compare").count()
            assert "values" not in page.evaluate(CHANGED)
        panel(page).locator("[type=file]").set_input_files([])
        assert page.evaluate(CHANGED) == []
        assert page.evaluate("window.ran === 0 && document.title") == "Notes"
        assert 0 < opened < FUZZ_FILES
