"""What cannot be left out is refused with a reason, and a name of nothing with those that are possible."""
# ruff: noqa: E501 (a problem's sentence stays whole)

import pytest

from hooks.layers.leave_out import leave_out
from hooks.layers.left_out import read_left_out
from hooks.layers.organisation import Organisation
from tests.unit.hooks.layers.small import DANGER, IRELAND, LOCK, PHONE, guide
from tests.unit.hooks.layers.whole_guide import fresh

LED_TO = "other parts of this guide lead to it, and do not work without it"
OTHERS = "possible: other topics, steps, sheets"


def problems(*names, countries=()):
    return leave_out(fresh(), Organisation(leave_out=names, countries=countries))


@pytest.mark.parametrize(
    ("name", "why"),
    [
        ("now", "it says what to do in danger"),
        ("call-your-emergency-number", "it says what to do in danger"),
        ("exit", "readers leave this guide by it, from every page"),
        ("caution", "it says what may go wrong. Leave out the step that it belongs to"),
        ("reading", "it says what this guide leaves on a device, and how to remove it"),
        ("Private reading", "it says what this guide leaves on a device, and how to remove it"),
        ("numbers", "readers find there whom to call, in danger and besides"),
        *(
            (name, LED_TO)
            for name in ("index", "begin", "plan", "log", "sheets", "offline", "method", "about")
        ),
    ],
)
def test_what_readers_depend_on_stays(name, why):
    assert problems(name) == [f"organisation.yml: leave_out: {name} cannot be left out: {why}; {OTHERS}"]


def test_each_name_of_nothing_is_told_at_once():
    assert problems("travle", "qqq", countries=("ie", "fr", "xx")) == [
        "organisation.yml: leave_out: travle is unknown; possible: travel",
        "organisation.yml: leave_out: qqq is unknown; possible: a topic, as travel, a step or a sheet, as its file is called",
        "organisation.yml: countries: fr is unknown; possible: au, ca, eu, ie, nz, uk, us",
        "organisation.yml: countries: xx is unknown; possible: au, ca, eu, ie, nz, uk, us",
    ]


def test_where_something_is_refused_nothing_is_left_out():
    content = fresh()
    leave_out(content, Organisation(leave_out=("now", "travel"), countries=("ie",)))
    assert content.files == fresh().files
    assert content.left_out == frozenset()


def test_a_topic_is_a_page_with_its_steps_and_one_step_is_itself():
    left, found = read_left_out(guide(), Organisation(leave_out=("phone",)))
    assert (left.pages, left.steps, found) == ({"phone"}, {"lock"}, [])
    left, found = read_left_out(guide(), Organisation(leave_out=("lock",)))
    assert (left.pages, left.steps, found) == (frozenset(), {"lock"}, [])


def test_a_page_stays_without_the_line_of_a_step_that_is_gone():
    content = guide()
    leave_out(content, Organisation(leave_out=("lock",)))
    assert LOCK not in content.files
    assert DANGER in content.files
    assert "<!-- advice" not in content.files[PHONE]


def test_an_own_country_stays_though_it_is_not_named():
    content = guide(**{"content/places/fr.yml": "country: France\n"})
    content.own_texts = {"content/places/fr.yml"}
    leave_out(content, Organisation(countries=("ie",)))
    assert {"content/places/fr.yml", IRELAND} <= content.files.keys()


@pytest.mark.parametrize(
    "name",
    [
        "content/sheets.yml",
        "content/log.yml",
        "content/questions.yml",
        "content/plan.yml",
        "content/facts.yml",
    ],
)
@pytest.mark.parametrize("broken", [None, "broken YAML (x)", ["a"], {"a": "b"}, [{"id": "x", "holds": "y"}]])
def test_what_is_broken_is_left_for_the_checks_that_follow(name, broken):
    content = fresh()
    content.data[name] = broken
    assert leave_out(content, Organisation(leave_out=("travel",), countries=("ie",))) == []
    assert content.data[name] == broken
