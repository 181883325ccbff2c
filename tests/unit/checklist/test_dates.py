"""Days in words: names of months stand in one place, whatever the locale of the machine."""

import locale
import re
from pathlib import Path

import pytest

from checklist.dates import long_day, short_day
from checklist.translation import use_words
from hooks.languages.words import read_words

ROOT = Path(__file__).resolve().parents[3]
MONTHS = re.compile(r"\b(?:January|February|Jan|Feb)\b.*\b(?:March|Mar)\b|strftime|:%[a-zA-Z]")


def test_a_day_is_written_in_words():
    assert long_day("2026-11-22") == "22 November 2026"
    assert long_day("2027-01-01") == "1 January 2027"


def test_a_day_is_written_shortly():
    assert short_day("2026-11-02") == "2 Nov 2026"
    assert short_day("2027-12-31") == "31 Dec 2027"


def test_a_language_has_its_own_months_and_an_order_of_its_own_for_each_length(spanish):
    assert long_day("2026-11-22") == "22 de noviembre de 2026"
    assert short_day("2026-11-22") == "22 nov 2026"
    assert long_day("2027-01-01") == "1 de enero de 2027"


@pytest.fixture
def spanish():
    words, _problems = read_words(ROOT / "languages/es")
    use_words(words.everywhere, words.kinds)
    yield
    use_words({})


def test_the_language_of_the_machine_changes_no_day():
    before = locale.setlocale(locale.LC_ALL)
    names = [name for name in ("de_DE.UTF-8", "es_ES.UTF-8", "fr_FR.UTF-8") if set_locale(name)]
    try:
        assert long_day("2026-03-09") == "9 March 2026", names
    finally:
        locale.setlocale(locale.LC_ALL, before)


def set_locale(name: str) -> bool:
    try:
        locale.setlocale(locale.LC_ALL, name)
    except locale.Error:
        return False
    return True


@pytest.mark.parametrize("folder", ["checklist", "hooks", "theme"])
def test_names_of_months_stand_in_one_place(folder):
    files = [path for path in (ROOT / folder).rglob("*") if path.suffix in (".py", ".html")]

    assert [
        path.name for path in files if MONTHS.search(path.read_text("utf-8")) and path.name != "dates.py"
    ] == []
