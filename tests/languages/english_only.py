"""The tests that run in English alone, each with its reason: what they show does not depend on a language."""

from __future__ import annotations

import pytest

from hooks.languages.folders import ENGLISH, language_of_build

ENGLISH_ONLY: dict[str, str] = {
    "tests/site/test_build.py": "builds copies of the project in English",
    "tests/site/test_adding_a_view.py": "builds copies of the project in English",
    "tests/site/test_without_mkdocs.py": "builds the guide once more in English",
    "tests/site/test_planted_faults.py": "plants faults into the English copy",
    "tests/site/test_bom.py": "the list of parts stands once, for all languages",
    "tests/site/test_licences.py": "the licences of all parts are the same in every language",
    "tests/dist/test_licences.py": "the licences of all parts are the same in every language",
    "tests/dist/test_same_bytes.py": "builds the guide once more",
    "tests/site/test_reading.py": "measures English; each language has a measure of its own",
    "tests/site/test_own_words.py": "an organisation's own words are laid over English",
    "tests/browser/test_organisation_slots.py": "an organisation's guide is built in English",
    "tests/browser/test_behind.py": "an organisation's guide is built in English",
    "tests/browser/test_neutral_names.py": "builds the guide in English with other names",
    "tests/browser/test_search.py": "types English words; test_search_words.py types each language's own",
}
"""File, or name of a test as pytest writes it, to why it says nothing about other languages."""


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line("markers", "every_language: `make test` runs it in each language too")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    if language_of_build() == ENGLISH:
        return
    for item in items:
        names = (item.nodeid, item.nodeid.partition("[")[0], item.nodeid.partition("::")[0])
        if reason := next((ENGLISH_ONLY[name] for name in names if name in ENGLISH_ONLY), None):
            item.add_marker(pytest.mark.skip(reason=reason))
