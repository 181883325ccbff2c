"""Languages that nobody speaks: of every text, other words, and nothing that is no word."""

import pytest

from hooks.content.load import read_files
from hooks.languages.pseudo import PSEUDO, said, words_in, write_language
from hooks.languages.words import problems_of_words, read_words
from hooks.layers.changed_text import OF
from hooks.layers.layer import read_layer
from tests.conftest import ROOT

ACCENTS, FROM_RIGHT = PSEUDO


@pytest.mark.parametrize(
    ("english", "other"),
    [
        ("Leave now", "«Léávééñ ñówé»"),
        ("small words", "smálléñ wórdséñ"),
        ("Call {number}, or go.", "«Cállé {number}, óré góé»."),
        ("Save a PDF", "«Sávéé á PDF»"),
        ("**Read** [the law](law.md#top){ .door }", "**«Réádé** [théé láwé»](law.md#top){ .door }"),
        ("%(count)s of them", "%(count)s ófé thémé"),
        ("Open lila.help", "«Ópéñé» lila.help"),
        ("", ""),
        ("112", "112"),
    ],
)
def test_a_text_gets_accents_and_marks_and_keeps_what_is_no_word(english, other):
    assert said(ACCENTS, english) == other


def test_the_other_one_is_read_from_right_to_left_and_no_two_letters_become_one():
    letters = "abcdefghijklmnopqrstuvwxyz"
    assert len(set(said(FROM_RIGHT, letters)[:26])) == 26
    assert said(FROM_RIGHT, "Call {number} now") == "«כאללע {number} נושע»"


def test_texts_are_a_third_longer():
    texts = [text for text in read_files(ROOT).files.values() if text.startswith("---")]
    before, after = sum(map(len, texts)), sum(len(said(ACCENTS, text)) for text in texts)
    assert 1.2 < after / before < 1.5


def test_no_sentence_loses_a_gap_or_a_tag():
    assert list(problems_of_words(words_in(ACCENTS, ROOT), "words.po")) == []


def test_all_of_the_guide_is_in_it_and_none_is_behind(tmp_path):
    folder = tmp_path / ACCENTS.lang
    write_language(ACCENTS, ROOT, folder)
    words, problems = read_words(folder)
    assert problems == []
    assert len(words.sentences) > 800
    texts = read_layer(folder, "language").texts
    guide = read_files(ROOT)
    assert texts.files.keys() == {name for name in guide.files if name.endswith(".md") and guide.data[name]}
    assert all(data[OF] for data in texts.data.values())
