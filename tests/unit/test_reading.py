"""Every text is in plain words, in English and in each language of the guide, by that language's measure."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from hooks.content.model import Content
from hooks.languages.check import guide_in, in_language
from hooks.languages.folders import ENGLISH, FOLDER, codes
from hooks.languages.refresh import words_of_folder
from tests.readable import changes_of, facts_of, items_of, lists_of, pages_of, sentences
from tests.reading_grade import (
    fernandez_huerta,
    line_of,
    measure_of,
    perspicuity,
    plain_text,
    reading_grade,
    sentences_of,
)
from tests.syllables import in_spanish

ROOT = Path(__file__).parents[2]
CODES = [ENGLISH, *codes(ROOT)]
FOLDERS = {code: None if code == ENGLISH else ROOT / FOLDER / code for code in CODES}
OF_ONE_FILE = "theme/components/single-file/"


@cache
def guide(code: str) -> Content:
    return guide_in(ROOT, FOLDERS[code])[0]


each_language = pytest.mark.parametrize("code", CODES)


def test_the_grade_agrees_with_published_examples():
    assert reading_grade("The cat sat on the mat.") == pytest.approx(-1.45, abs=0.01)
    hard = "The Australian platypus is seemingly a hybrid of a mammal and reptilian creature."
    assert reading_grade(hard) == pytest.approx(11.3, abs=1)


def test_the_measures_of_spanish_are_their_formulas():
    text = "La casa es roja. El perro duerme en la cama."  # 10 words, 2 sentences, 15 syllables

    assert perspicuity(text) == pytest.approx(206.835 - 62.3 * 1.5 - 5)
    assert fernandez_huerta(text) == pytest.approx(206.84 - 60 * 1.5 - 1.02 * 5)


def test_a_language_without_a_measure_counts_words_of_a_sentence():
    measure = measure_of("pt-BR")

    assert measure.of("Vá a um lugar com gente. Ligue.") == 3.5
    assert measure.misses({"long": "um " * 13 + ".", "short": "um " * 12 + "."}, "page") == {"long": 13}


def test_a_sentence_ends_neither_at_a_colon_nor_at_a_list_entry():
    markdown = "## Go\n\nGo to one of these:\n\n- a shop\n- a café\n\nStay. Call."

    assert plain_text(markdown) == "Go.\n\nGo to one of these:, a shop, a café\n\nStay. Call."
    assert sentences_of(plain_text(markdown)) == 4


def test_a_list_entry_that_is_a_sentence_ends_as_one():
    assert sentences_of(plain_text("Two steps.\n\n1. Go in.\n2. Say “Help me.”\n3. Stay.")) == 4


def test_sentences_end_in_other_scripts_too():
    assert sentences_of("هل أنت بخير؟ اتصل الآن.") == 2
    assert sentences_of("¿Estás bien? Llama ya.") == 2


def test_the_command_prints_the_numbers_of_a_file():
    english = line_of(ROOT / "docs/now.md")
    spanish = line_of(ROOT / "languages/es/docs/now.md")

    assert float(english.split()[0]) <= 6
    assert float(spanish.split()[0]) >= 65
    assert "(" in spanish
    assert spanish.endswith("languages/es/docs/now.md")


@each_language
def test_every_page_is_in_plain_words(code):
    with in_language(FOLDERS[code]):
        assert measure_of(code).misses(pages_of(guide(code)), "page") == {}


@each_language
def test_every_item_is_in_plain_words(code):
    assert measure_of(code).misses(items_of(guide(code)), "item") == {}


@each_language
def test_every_question_is_in_plain_words(code):
    assert measure_of(code).misses(facts_of(guide(code)), "questions") == {}


@each_language
def test_what_the_plan_and_the_log_say_is_in_plain_words(code):
    with in_language(FOLDERS[code]):
        texts = lists_of(guide(code))

    assert len(texts) == 10
    assert measure_of(code).misses(texts, "questions") == {}


@each_language
def test_what_an_answer_changes_is_said_in_plain_words(code):
    with in_language(FOLDERS[code]):
        sentences_of_changes = changes_of(guide(code))

    assert len(sentences_of_changes) == len(guide(code).facts)
    assert measure_of(code).misses(sentences_of_changes, "change") == {}


SYLLABLES = """
    sol-1 muy-1 rey-1 ley-1 hoy-1 buey-1 bien-1 quien-1 y-1 que-1 voy-1
    queja-2 guerra-2 país-2 leer-2 ciudad-2 ahí-2 día-2 oír-2 aún-2 búho-2 agua-2 mayo-2 leyes-2 reír-2
    video-3 correo-3 acoso-3 área-3 ayuda-3 leído-3 actúa-3 rehúsa-3 oeste-3 pingüino-3 construido-3 cuídate-3
    teléfono-4 policía-4 aérea-4 averigüe-4 vehículo-4 situación-3 prohíbe-3 continúa-4 cigüeña-3 guitarra-3
    evidencia-4 Uruguay-3 juicio-2 viuda-2 chiita-3 huida-2 héroe-3 psicología-5
"""


@pytest.mark.parametrize("entry", SYLLABLES.split())
def test_syllables_of_spanish_are_counted_by_rule(entry):
    word, _, count = entry.partition("-")

    assert in_spanish(word) == int(count)


@pytest.mark.parametrize("code", CODES[1:])
def test_what_only_the_one_file_says_is_in_plain_words(code):
    entries = words_of_folder(FOLDERS[code]).entries
    said = [
        own for one in entries if any(name.startswith(OF_ONE_FILE) for name in one.files) for own in one.own
    ]

    assert len(said) > 15
    assert measure_of(code).misses({"file": plain_text(sentences(said))}, "page") == {}
