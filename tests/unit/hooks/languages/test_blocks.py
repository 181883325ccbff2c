"""A body is split into what a person translates, and is the same again when put together."""

from hooks.languages.blocks import split_body
from hooks.languages.form import problems_of_form

BODY = """# In danger { #danger }

Call.
{ #call }

<!-- numbers -->

- [One](a.md){ .door }
- Two, on
  two lines
  <!-- tested: tests/a.py -->

| A | B |
| --- | --- |
| 1 | 2 |
"""


def test_each_heading_paragraph_and_point_is_a_block_without_what_surrounds_it():
    assert [(block.where, block.words) for block in split_body(BODY).blocks] == [
        ("danger: heading", "In danger"),
        ("danger: 1", "Call."),
        ("danger: 2", "[One](a.md){ .door }"),
        ("danger: 3", "Two, on two lines"),
        ("danger: 4", "| A | B |\n| --- | --- |\n| 1 | 2 |"),
    ]


def test_the_same_words_leave_every_byte_as_it_is():
    body = split_body(BODY)

    assert body.with_words([block.words for block in body.blocks]) == BODY


def test_other_words_stand_between_the_same_signs():
    body = split_body(BODY)
    words = ["En peligro", "Llama.", *(block.words for block in body.blocks[2:])]

    assert body.with_words(words) == BODY.replace("In danger", "En peligro").replace("Call.", "Llama.")


def test_another_text_may_differ_in_its_words_alone():
    assert [*problems_of_form(BODY, BODY.replace("Call.", "Llama."))] == []
    assert [*problems_of_form(BODY, BODY.replace("#call", "#llama"))] == [
        "body: ids: missing: {#call}; too many: {#llama}; a translation has those of the English"
    ]
    assert [*problems_of_form(BODY, BODY.replace("a.md", "b.md"))] == [
        "body: links: missing: ](a.md); too many: ](b.md); a translation has those of the English"
    ]
    (number,) = problems_of_form("Call 1800 341 900.", "Llama al 1800 341 901.")
    assert number.startswith("body: phone numbers: missing: 1800341900; too many: 1800341901; ")


def test_ids_stay_in_their_order():
    english = "## A { #a }\n\n## B { #b }\n"

    assert [*problems_of_form(english, "## B { #b }\n\n## A { #a }\n")] == [
        "body: ids: they are in another order; possible: that of the English"
    ]


def test_the_country_that_is_read_aloud_of_a_number_is_translated():
    english = '[03](tel:03){ aria-label="03, United Kingdom" }'

    assert [*problems_of_form(english, english.replace("United Kingdom", "Reino Unido"))] == []
    assert [*problems_of_form(english, english.replace('"03,', '"04,'))] != []
