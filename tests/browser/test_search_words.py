"""What people call it finds the page that says it, and nothing that is not there is made up."""

from __future__ import annotations

from typing import Any

import yaml
from playwright.sync_api import Page

from tests.browser.support import ROOT

ROWS = yaml.safe_load((ROOT / "tests/cases/search/words.yml").read_text(encoding="utf-8"))
SEARCH = """async (queries) => {
  const field = document.querySelector("input[type=search]")
  const ask = async (query) => {
    field.value = query
    field.dispatchEvent(new Event("input"))
    for (let waited = 0; waited < 3; waited++) await new Promise((resolve) => setTimeout(resolve))
    const first = document.querySelector("[data-result-view]")
    if (!first) return document.querySelector("[data-search-empty]") ? "nothing" : "no answer"
    const { resultView, anchor } = first.dataset
    return anchor ? `${resultView}#${anchor}` : resultView
  }
  field.focus()
  while ((await ask("police")) === "no answer");
  const found = {}
  for (const query of queries) found[query] = await ask(query)
  return found
}"""


def test_each_word_of_the_table_finds_what_it_must_first(page: Page) -> None:
    wanted = {str(word): place for place, words in ROWS.items() for word in words}
    found: dict[str, Any] = page.evaluate(SEARCH, list(wanted))

    assert len(wanted) >= 120
    assert {word: (found[word], place) for word, place in wanted.items() if found[word] != place} == {}
