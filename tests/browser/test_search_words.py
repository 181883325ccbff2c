"""What people call it finds the page that says it, and nothing that is not there is made up."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

import pytest
import yaml

from tests.browser.support import ROOT, SITE, OpenPage

TABLES = ROOT / "tests/cases/search"
ENGLISH = "en"
LANGUAGES = [path.stem for path in sorted(TABLES.glob("*.yml"))]
BUILT = [language for language in LANGUAGES if language == ENGLISH or (SITE / language).is_dir()]
ELSEWHERE = re.compile(r"nothing$|numbers#|sheet-")
"""Places of a table that no page of `docs/` names."""
FIRST_OF_OTHERS = 3
"""Among how many results a place must be in a translation, whose words weigh differently."""
SEARCH = """async ([queries, first]) => {
  const field = document.querySelector("input[type=search]")
  const ask = async (query) => {
    field.value = query
    field.dispatchEvent(new Event("input"))
    for (let waited = 0; waited < 3; waited++) await new Promise((resolve) => setTimeout(resolve))
    const results = [...document.querySelectorAll("[data-result-view]")].slice(0, first)
    if (!results.length) return document.querySelector("[data-search-empty]") ? ["nothing"] : ["no answer"]
    return results.map(({ dataset }) => dataset.resultView + (dataset.anchor ? "#" + dataset.anchor : ""))
  }
  field.focus()
  while ((await ask("112"))[0] === "no answer");
  const found = {}
  for (const query of queries) found[query] = await ask(query)
  return found
}"""


@pytest.mark.parametrize("language", BUILT)
def test_each_word_of_the_table_finds_what_it_must_first(language: str, open_page: OpenPage) -> None:
    page = open_page("index.html" if language == ENGLISH else f"{language}/index.html")
    wanted = {word: place for place, words in table_of(language).items() for word in words}
    first = 1 if language == ENGLISH else FIRST_OF_OTHERS
    found: dict[str, list[str]] = page.evaluate(SEARCH, [list(wanted), first])

    places = {word: found[word] + ([] if first == 1 else views_of(found[word])) for word in wanted}
    assert {word: (found[word], place) for word, place in wanted.items() if place not in places[word]} == {}


def views_of(places: list[str]) -> list[str]:
    """Return the view of each place: a translation may find a step where the table names its page."""
    return [place.partition("#")[0] for place in places]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_table_asks_for_many_words_each_once_and_for_places_that_exist(language: str) -> None:
    rows = table_of(language)
    words = [word for words in rows.values() for word in words]

    assert len(words) >= 120
    assert [word for word in words if not isinstance(word, str)] == []
    assert [word for word, times in Counter(words).items() if times > 1] == []
    assert {place for place in rows if not ELSEWHERE.match(place)} - set(places_of_the_guide()) == set()


def table_of(language: str) -> dict[str, list[str]]:
    rows: dict[str, list[str]] = yaml.safe_load((TABLES / f"{language}.yml").read_text(encoding="utf-8"))
    return rows


def places_of_the_guide() -> Iterator[str]:
    """Name each view, and each item in it, as the table does."""
    for path in (ROOT / "docs").glob("*.md"):
        text = path.read_text(encoding="utf-8")
        for view in re.findall(r"^view: (.+)$", text, re.MULTILINE):
            yield view
            yield from (f"{view}#{id}" for id in re.findall(r"<!-- advice: (\S+) -->", text))
