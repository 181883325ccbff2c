"""The test of words that are left in English finds one in a text, and in an attribute."""

from __future__ import annotations

import re

from lxml import html

from tests.languages.english_left import left_in


def test_a_word_that_is_left_is_found():
    page = html.document_fromstring(
        '<html><body><p title="Keep it">Sí <b lang="en">the</b> now</p></body></html>'
    )
    left = left_in(page)
    assert [re.split(" in ", line)[0] for line in left] == ["p.: title: Keep it", "p.: now"]
