"""Every page is in plain words, and in an order that a screen reader can follow."""

from __future__ import annotations

import pytest

from hooks.content.load import CITATION
from hooks.site.items import item_markdown
from tests.reading_grade import plain_text, reading_grade, sentences_of

GRADE = 6  # years of school


def test_the_measure_agrees_with_published_examples():
    assert reading_grade("The cat sat on the mat.") == pytest.approx(-1.45, abs=0.01)
    hard = "The Australian platypus is seemingly a hybrid of a mammal and reptilian creature."
    assert reading_grade(hard) == pytest.approx(11.3, abs=1)


def test_a_sentence_ends_neither_at_a_colon_nor_at_a_list_entry():
    markdown = "## Go\n\nGo to one of these:\n\n- a shop\n- a café\n\nStay. Call."

    assert plain_text(markdown) == "Go.\n\nGo to one of these:, a shop, a café\n\nStay. Call."
    assert sentences_of(plain_text(markdown)) == 4


def test_a_list_entry_that_is_a_sentence_ends_as_one():
    assert sentences_of(plain_text("Two steps.\n\n1. Go in.\n2. Say “Help me.”\n3. Stay.")) == 4


def test_every_page_can_be_read_after_six_years_of_school(content):
    grades = {}
    for page in content.citations:
        placed = CITATION.sub(
            lambda cited: item_markdown(content.items[cited["id"]]), content.files[f"docs/{page}"]
        )
        grades[page] = reading_grade(plain_text(placed))

    assert {page: grade for page, grade in grades.items() if grade > GRADE} == {}


def test_every_item_can_be_read_after_six_years_of_school(content):
    grades = {item.id: reading_grade(plain_text(item_markdown(item))) for item in content.items.values()}

    assert {id: grade for id, grade in grades.items() if grade > GRADE} == {}


def test_every_question_can_be_read_after_six_years_of_school(content):
    grades = {fact.id: reading_grade(f"{fact.question} {fact.why}") for fact in content.facts}

    assert {id: grade for id, grade in grades.items() if grade > GRADE} == {}


def test_each_page_opens_with_one_view_that_it_names(pages, content):
    views = {source.removesuffix(".md") + ".html": meta.view for source, meta in content.pages.items()}
    for name, page in pages.items():
        assert page.get("data-view") == views.get(name, "not-found")
        assert page.xpath("//main//article[not(@hidden)]/@data-view-id") == [page.get("data-view")]
        assert page.get("data-python") == "absent"
        assert page.get("lang") == "en"


def test_the_menu_marks_the_page_that_is_open(pages, order):
    in_menu = {source.removesuffix(".md") + ".html" for source in order}
    for name, page in pages.items():
        current = page.xpath("//nav[@id='menu']//a[@aria-current='page']/@href")
        assert [address.rpartition("/")[2] for address in current] == (
            [name.rpartition("/")[2]] if name in in_menu else []
        ), name
