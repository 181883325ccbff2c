"""Whatever comes in, the answer is a result or problems: never an exception, never a repeated value."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checklist import view
from checklist.catalogue import Catalogue
from tests.cases.runner import catalogue_of

SECRET = "Zq7secret"
CONTENT = {
    "items": [{"id": "one"}, {"id": "two", "when": {"any_of": ["a"]}}],
    "questions": [
        {"id": "country", "many": "no", "options": [{"id": "uk"}]},
        {"id": "matters", "many": "yes", "options": [{"id": "home"}]},
    ],
    "parts": [
        {
            "id": "people",
            "many": "yes",
            "fields": [
                {"id": "name", "kind": "line", "most": 8},
                {"id": "knows", "kind": "ticks", "options": [{"id": "word"}]},
                {"id": "since", "kind": "day"},
            ],
        }
    ],
}
NAMES = [
    "answers", "choices", "marks", "mine", "filled", "skipped", "review", "today", "before", "open", "kind",
    "version", "notes", "parts", "people", "name", "knows", "since", "word", "one", "two", "a",
    "country", "matters", "people.name", "people.knows.word", "next", "last", SECRET,
]  # fmt: skip
VALUES = ["yes", "no", "unsure", "done", "plan", "uk", "home", "people", "word", "2026-11-22", "", SECRET]
scalars = st.one_of(
    st.sampled_from(VALUES), st.none(), st.booleans(), st.integers(), st.floats(), st.text(max_size=3)
)
anything = st.recursive(
    scalars,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(NAMES), inner, max_size=5),
    max_leaves=12,
)


@pytest.fixture(autouse=True)
def _catalogue():
    view.load(json.dumps(catalogue_of(CONTENT)))


def answered(request_text):
    answer = json.loads(view.answer(request_text))
    assert len(answer) == 1
    assert list(answer) in (["result"], ["problems"])
    return answer


def assert_sound(answer):
    if "problems" in answer:
        assert answer["problems"]
        assert all(isinstance(problem, str) and SECRET not in problem for problem in answer["problems"])


@given(anything)
def test_any_json_is_answered(data):
    assert_sound(answered(json.dumps(data)))


@given(st.dictionaries(st.sampled_from(NAMES), anything, max_size=6))
def test_any_set_of_fields_is_answered(data):
    assert_sound(answered(json.dumps(data)))


@given(st.text())
def test_any_text_is_answered(text):
    assert_sound(answered(text))


@given(st.binary(max_size=40))
def test_any_bytes_are_answered(data):
    assert_sound(answered(data))


@pytest.mark.parametrize("text", ["[" * 100_000, "1" * 10_000, "NaN", '{"today": Infinity}', "{}{}", None])
def test_json_that_is_no_plan_is_refused(text):
    assert "problems" in answered(text)


def test_after_bad_input_the_next_request_is_answered_as_before():
    before = answered("{}")
    answered('{"review": {"next": "2026-02-30"}}')

    assert answered("{}") == before


def test_a_catalogue_survives_being_written_and_read():
    # What nobody reads is left out the first time.
    catalogue = Catalogue.from_json(Catalogue.from_json(json.dumps(catalogue_of(CONTENT))).to_json())

    assert Catalogue.from_json(catalogue.to_json()) == catalogue
