"""Services of the reader's language stand first, and say so; English changes nothing."""

from dataclasses import replace

import pytest
from jinja2 import Environment, FileSystemLoader

from checklist.translation import use_words
from hooks.content.records import Answers, Contact, WayInLanguage
from hooks.content.spoken import answers_in_words, english_name, for_readers_of, to_say
from hooks.languages.language import OWN, Language
from hooks.layers.organisation import Line
from hooks.site.templates import make_ready

SPANISH = Language(lang="es", name="Español", formats="es-US")
PLAIN = Contact(id="plain", name="Plain", number=("1",), source="work", checked="yes", day="2026-11-30")


def contact(id, **answers):
    known = Answers(**{"source": "work", "checked": "yes", "day": "2026-11-30", **answers})
    return replace(PLAIN, id=id, text="2", answers=known)


SPEAKS = contact(
    "speaks", languages=("en", "es"), ways=(WayInLanguage(language="es", then="3", word="AYUDA"),)
)
INTERPRETS = contact("interprets", languages=("en",), interpreters="yes", say=("Police", "Help. {language}."))
OTHERS = contact("others", languages=("en", "fr"))


@pytest.fixture
def said():
    """Say a few sentences in Spanish."""
    names = {"Spanish": "español", "English": "inglés", "French": "francés"}
    use_words({**names, "Answers in {languages}.": "Contesta en {languages}."})
    yield
    use_words({})


def test_those_that_speak_the_language_come_first_then_those_with_interpreters():
    listed = for_readers_of([PLAIN, OTHERS, INTERPRETS, SPEAKS], SPANISH)

    assert [one.id for one in listed] == ["speaks", "interprets", "plain", "others"]


def test_what_is_dialled_and_written_for_the_language_replaces_the_general_way():
    (known,) = for_readers_of([SPEAKS], SPANISH)

    assert (known.number, known.then, known.text, known.word) == (("1",), "3", "2", "AYUDA")


def test_a_kind_of_a_language_counts_as_the_language():
    assert SPEAKS.answers.speaks("es-MX")
    assert not SPEAKS.answers.speaks("et")


def test_english_changes_neither_order_nor_ways_and_says_nothing():
    contacts = [PLAIN, INTERPRETS, SPEAKS]

    assert for_readers_of(contacts, OWN) == contacts
    assert [answers_in_words(one, OWN) for one in contacts] == ["", "", ""]
    assert to_say(INTERPRETS, OWN) == []


@pytest.mark.usefixtures("said")
def test_each_says_in_which_language_it_answers_or_nothing_where_that_is_unknown():
    assert answers_in_words(SPEAKS, SPANISH) == "Contesta en español."
    assert answers_in_words(INTERPRETS, SPANISH) == "An interpreter can join the call."
    assert answers_in_words(OTHERS, SPANISH) == "Contesta en inglés, francés."
    assert answers_in_words(PLAIN, SPANISH) == ""


def test_what_is_said_to_reach_an_interpreter_is_english_with_the_english_name():
    assert to_say(INTERPRETS, SPANISH) == ["Police", "Help. Spanish."]
    assert to_say(PLAIN, SPANISH) == []
    assert english_name(Language(lang="qps", name="Pseudo", formats="en-GB")) == "Pseudo"


@pytest.mark.parametrize("languages", [("en", "es"), ("English", "Español")])
def test_a_line_of_an_organisation_may_name_its_languages_or_tag_them(languages):
    spanish = Line(name="Casa", number=("1",), languages=languages)
    other = Line(name="House", number=("2",), languages=("en",))

    assert for_readers_of([other, spanish], SPANISH) == [spanish, other]
    assert answers_in_words(spanish, SPANISH) == "Answers in Spanish."


@pytest.fixture
def dial():
    env = make_ready(Environment(loader=FileSystemLoader("theme"), autoescape=False))
    return env.get_template("components/places/dial.html").module


def test_words_to_say_are_marked_as_english_and_carry_how_far_they_can_be_trusted(dial):
    unsure = replace(INTERPRETS, answers=replace(INTERPRETS.answers, checked="no"))

    assert dial.spoken(unsure, SPANISH, {"work": "2016"}) == (
        'Say in English: <span lang="en" dir="ltr">“Police”</span>. '
        'When you are put through: <span lang="en" dir="ltr">“Help. Spanish.”</span>. '
        "Stay on the line, even if it is silent: an interpreter can join. (Not checked: page from 2016)"
    )
    assert dial.briefly_spoken(unsure, SPANISH) == ""
    assert dial.spoken(SPEAKS, SPANISH, {}) == "Answers in Spanish."
    assert dial.spoken(SPEAKS, OWN, {}) == dial.spoken(PLAIN, SPANISH, {}) == ""
