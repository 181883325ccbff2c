"""What every template may ask for: sentences by gettext, days, choices, and countries in order."""

import pytest
from jinja2 import Environment, FileSystemLoader

from checklist.translation import _
from hooks.content.records import Contact, Place
from hooks.site.templates import either, make_ready

KNOWN = {"id": "emergency", "name": "Emergency", "source": "work", "checked": "yes", "day": "2026-11-22"}


@pytest.fixture(scope="module")
def env():
    return make_ready(Environment(loader=FileSystemLoader("theme")))


def written(env, macro, country="Ireland", **fields):
    module = env.get_template("components/places/dial.html").module
    return getattr(module, macro)(Contact(**KNOWN, **fields), *([country] if country else []))


def test_each_of_two_numbers_is_a_link_of_its_own(env):
    assert written(env, "call", number=("112", "999")) == (
        '<a class="dial" aria-label="112, Ireland" href="tel:112">112</a> or '
        '<a class="dial" aria-label="999, Ireland" href="tel:999">999</a>'
    )


def test_a_call_dials_only_what_comes_first(env):
    assert written(env, "call", number=("999",), then="55") == (
        '<a class="dial" aria-label="999, then 55, Ireland" href="tel:999">999, then 55</a>'
    )


def test_a_number_for_messages_is_a_link_and_one_with_a_word_is_not(env):
    assert written(env, "message", text="085 133 77") == (
        '<a class="dial" aria-label="085 133 77, text message, Ireland" href="sms:08513377">085 133 77</a>'
    )
    assert written(env, "message", text="88788", word="START") == "START to 88788"


def test_paper_shows_the_same_words_without_links(env):
    assert written(env, "shown", country="", number=("112", "999")) == "112 or 999"
    assert written(env, "shown", country="", number=("111",), then="55") == "111, then 55"
    assert written(env, "message_shown", country="", text="88788", word="START") == "START to 88788"


def test_a_number_keeps_the_order_of_its_digits_in_a_line_from_the_right():
    """Groups of digits with spaces between them would swap. What is dialled does not change."""
    from_the_right = make_ready(Environment(loader=FileSystemLoader("theme")), "rtl")

    assert written(from_the_right, "call", number=("0808 802 0300",), then="55") == (
        '<a class="dial" aria-label="\u20660808 802 0300\u2069, then 55, Ireland" href="tel:08088020300">'
        "\u20660808 802 0300\u2069, then 55</a>"
    )
    assert written(from_the_right, "shown", country="", number=("112", "999")) == (
        "\u2066112\u2069 or \u2066999\u2069"
    )
    assert written(from_the_right, "message_shown", country="", text="50 808") == "\u206650 808\u2069"
    assert written(from_the_right, "message_shown", country="", text="50 808", word="START") == (
        "START to \u206650 808\u2069"
    )


def test_the_word_between_two_numbers_is_not_in_the_data(monkeypatch):
    spanish = {"{first} or {second}": "{first} o {second}"}
    monkeypatch.setattr("hooks.site.templates._", lambda key, **values: _(spanish[key], **values))

    assert either(["112", "999", "911"]) == "112 o 999 o 911"


def test_templates_say_sentences_with_gaps_and_plurals(env):
    text = '{{ _("%(a)s and %(b)s", a=1, b=2) }}, {{ ngettext("%(num)s step", "%(num)s steps", n) }}'

    assert env.from_string(text).render(n=1) == "1 and 2, 1 step"
    assert env.from_string(text).render(n=3) == "1 and 2, 3 steps"


def test_templates_write_days_in_words(env):
    assert env.from_string("{{ d | long_day }}, {{ d | short_day }}").render(d="2026-11-02") == (
        "2 November 2026, 2 Nov 2026"
    )


def test_countries_stand_where_a_reader_looks_for_them_whatever_their_accents(env):
    names = ("Österreich", "Éire", "Zypern", "Åland", "España", "Estland", "Andorra")
    places = {f"{name}.yml": Place(country=name, emergency=(), helplines=(), law=()) for name in names}
    text = "{% for file, place in places | by_country %}{{ file }} {{ place.country }}, {% endfor %}"

    assert env.from_string(text).render(places=places) == "".join(
        f"{name}.yml {name}, "
        for name in ("Åland", "Andorra", "Éire", "España", "Estland", "Österreich", "Zypern")
    )
