"""Logs, evidence and police sheets of the Spanish guide are in Spanish and English, on as many sides."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import Any

import pytest
import yaml

from hooks.languages.words import read_words
from tests.browser.support import BELOW, ROOT, SITE
from tests.paper.pdf import EDGE, Paper

SPANISH = (SITE.parent if BELOW else SITE) / "es"
"""The guide in Spanish lies beside every other, whichever language is tested."""
LISTED: list[dict[str, Any]] = yaml.safe_load((ROOT / "content/sheets.yml").read_text(encoding="utf-8"))
IN_BOTH = {sheet["id"]: sheet for sheet in LISTED if sheet.get("two_languages") == "yes"}
LOG: list[dict[str, Any]] = yaml.safe_load((ROOT / "content/log.yml").read_text(encoding="utf-8"))["sheets"]
LABELS = {sheet["id"]: {place["id"]: place["label"] for place in sheet["places"]} for sheet in LOG}


HYPHEN = "-"


def paper_of(id: str, size: str) -> Paper:
    return Paper((SPANISH / f"sheets/{id}-{size}.pdf").read_bytes())


@pytest.mark.parametrize("id", IN_BOTH)
@pytest.mark.parametrize("size", ["a4", "letter"])
def test_it_fills_as_many_sides_as_in_english_and_is_not_cut(id: str, size: str) -> None:
    paper = paper_of(id, size)

    assert len(paper.pages) == IN_BOTH[id]["pages"][size]
    assert [
        word.text
        for page in paper.pages
        for word in page.words
        if min(word.left, word.top, page.width - word.right, page.height - word.bottom) < EDGE
    ] == []


@pytest.mark.parametrize("id", sorted(LABELS.keys() & IN_BOTH.keys()))
def test_it_asks_in_both_languages_for_all_that_the_list_of_fields_says(id: str) -> None:
    own = read_words(ROOT / "languages/es")[0].texts
    words = Counter(word.text for page in paper_of(id, "letter").pages for word in page.words)

    for place, english in LABELS[id].items():
        spanish = own[f"content/log.yml: sheets: {id}: places: {place}: label", english]
        assert not Counter(english.split()) - words, english
        assert [word for word in spanish.split() if not is_there(word, words)] == []


def is_there(word: str, words: Iterable[str]) -> bool:
    """Return whether a word is there, or its beginning: narrow columns hyphenate."""
    begun = (piece[:-1] for piece in words if piece.endswith(HYPHEN))
    return word in words or any(word.startswith(piece) for piece in begun)
