"""The tests that run in English alone, each with its reason: what they show does not depend on a language."""

from __future__ import annotations

import pytest

from hooks.languages.folders import ENGLISH, language_of_build

BY_REASON = {
    "it builds the guide once more, in English": (
        "tests/site/test_build.py",
        "tests/site/test_adding_a_view.py",
        "tests/site/test_without_mkdocs.py",
        "tests/site/test_planted_faults.py",
        "tests/site/test_own_words.py",
        "tests/site/test_sheets.py::test_a_pdf_made_anew_from_its_page_is_the_same_byte_for_byte",
        "tests/dist/test_same_bytes.py",
        "tests/browser/test_organisation_slots.py",
        "tests/browser/test_behind.py",
        "tests/browser/test_neutral_names.py",
    ),
    "parts of others and their licences are the same in every language": (
        "tests/site/test_bom.py",
        "tests/site/test_licences.py",
        "tests/dist/test_licences.py",
    ),
    "it lays the guide in folders where one in another language never lies by itself": (
        "tests/browser/test_offline.py::TestRemoval::test_two_guides_on_one_host_are_kept_and_removed_apart",
        "tests/browser/test_offline_restart.py"
        "::test_the_plan_is_fitted_kept_locked_and_opened_and_nothing_is_reported",
        "tests/browser/test_other_tabs.py::test_another_guide_on_the_same_host_is_left_alone",
        "tests/engines/test_offline_trouble_engines.py"
        "::test_an_unfinished_copy_is_told_of_the_next_time_and_can_be_removed",
    ),
    "Python and its worker are the same files for every language": ("tests/browser/test_python.py",),
    "what a host gets holds all languages, and stands once beside the English files": (
        "tests/browser/test_servers.py",
        "tests/dist/test_folder.py",
        "tests/engines/test_one_file_trouble_engines.py"
        "::test_the_first_page_of_the_archive_can_be_read_without_the_files_beside_it_and_says_so",
    ),
    "it is about English pages, which say of no service that it answers in English": (
        "tests/site/test_spoken.py::test_english_pages_say_nothing_of_it",
    ),
    "it measures English; each language has a measure of its own": (
        "tests/site/test_reading.py",
        "tests/dist/test_files.py::test_what_only_the_one_file_says_is_read_after_seven_years_of_school",
    ),
    "it types English words; test_search_words.py asks each language for its own": (
        "tests/browser/test_search.py",
        "tests/browser/test_search_on_phones.py",
        "tests/browser/test_search_words.py",
        "tests/browser/test_history.py::test_reading_needs_neither_a_new_browser_nor_a_host_that_passes_on_every_byte",
    ),
    "it starts from the English guide, and looks at every language by itself": (
        "tests/site/test_site_check.py",
        "tests/site/test_links.py::test_every_link_that_opens_a_view_names_it",
        "tests/site/test_offline.py",
        "tests/site/test_size.py",
        "tests/dist/test_files.py",
        "tests/browser/test_languages.py",
        "tests/engines/test_language_engines.py",
        "tests/browser/test_offline.py::test_removing_the_guide_in_one_language_removes_it_in_every_language",
        "tests/browser/test_offline.py::test_a_copy_in_another_language_alone_is_told_and_can_be_removed",
        "tests/browser/test_offline_restart.py::test_the_plan_is_fitted_in_another_language_by_the_python_of_all",
    ),
    "its pages are made of the English scripts": (
        "tests/browser/vault",
        "tests/browser/test_documents.py",
        "tests/browser/test_log_pictures.py",
    ),
    "it is about a browser that translates English": ("tests/browser/test_translated.py",),
    "it has words of its own": (
        "tests/languages/test_translate.py",
        "tests/languages/test_words.py::test_a_word_that_is_left_is_found",
    ),
}
"""Why a test says nothing about other languages, to folders, files, or names of tests as in pytest."""
ENGLISH_ONLY = {name: reason for reason, names in BY_REASON.items() for name in names}

MARKERS = (
    "every_language: `make test` runs it in each language too",
    "other_languages: it looks for English that is left, so that it has nothing to look at in English",
    "spoken: it reads a file that a language has which somebody speaks",
)


def pytest_configure(config: pytest.Config) -> None:
    for line in MARKERS:
        config.addinivalue_line("markers", line)


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave out of this run what says nothing about the language of the guide that it looks at."""
    left_out = [item for item in items if is_left_out(item)]
    if left_out:
        config.hook.pytest_deselected(items=left_out)
        items[:] = [item for item in items if item not in left_out]


def is_left_out(item: pytest.Item) -> bool:
    language = language_of_build()
    if language == ENGLISH:
        return bool(item.get_closest_marker("other_languages"))
    if language.startswith("qps") and item.get_closest_marker("spoken"):
        return True
    return is_english_only(item.nodeid)


def is_english_only(test: str) -> bool:
    """Return whether a test, by its name as pytest writes it, says nothing about other languages."""
    file = test.partition("::")[0]
    return any(name in ENGLISH_ONLY for name in (test, test.partition("[")[0], file, file.rpartition("/")[0]))
