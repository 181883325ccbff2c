"""What must hold for the questions that the guide asks next, whatever a reader has answered."""

import json

import pytest
from hypothesis import given, settings

from checklist import view
from checklist.next_questions import ASKED_AFTER, DANGERS
from tests.unit.checklist.test_guide import CATALOGUE, CONTENT, answers

HELPING = "helping-someone"


@pytest.fixture(autouse=True)
def _guide():
    view.load(CATALOGUE.to_json())


def asked(answers):
    result = json.loads(view.next_questions(json.dumps({"answers": answers})))["result"]
    assert list(result) == ["questions"]
    return result["questions"]


@settings(max_examples=30)
@given(answers)
def test_three_open_questions_are_named_once_or_all_dangers_which_come_first(answers):
    named = [question["id"] for question in asked(answers)]
    dangers = [id for id in DANGERS if id not in answers]

    assert len(named) == len(set(named)) <= max(3, len(dangers))
    assert set(named).isdisjoint({*answers, HELPING})
    assert named[: len(dangers)] == dangers


@settings(max_examples=30)
@given(answers)
def test_each_reason_names_what_the_question_is_about(answers):
    about = {fact.id: fact.about for fact in CONTENT.facts}
    for question in asked(answers):
        assert f" steps about {about[question['id']]} come" in question["reason"]


def test_when_all_is_answered_nothing_is_asked():
    assert asked({fact.id: "unsure" for fact in CONTENT.facts}) == []


def test_after_each_answer_there_is_a_next_question_until_none_changes_the_list():
    """As the page asks them, of a reader who is not sure of anything."""
    given: dict[str, str] = {}
    while questions := asked(given):
        given[questions[0]["id"]] = "unsure"

    assert tuple(given)[:4] == DANGERS
    assert len(given) > 20


def test_the_questions_that_wait_for_others_are_in_the_guide():
    known = {fact.id for fact in CONTENT.facts}

    assert {*DANGERS, *ASKED_AFTER, *(id for after in ASKED_AFTER.values() for id in after)} <= known


def test_a_problem_of_the_request_is_told_as_for_an_answer():
    assert json.loads(view.next_questions('{"answers": 1}')) == json.loads(view.answer('{"answers": 1}'))
