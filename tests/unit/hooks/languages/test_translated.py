"""The page about the guide says how much of it is in a language, who translated it, and who has read it."""

from types import SimpleNamespace

import pytest
from jinja2 import Environment, FileSystemLoader

from hooks.content.model import Content
from hooks.languages.language import OWN, Language
from hooks.site.templates import make_ready

SPANISH = {"lang": "es", "name": "Español", "formats": "es-US"}


def said(language):
    content = Content(
        items=dict.fromkeys("abc"),
        english={"content/advice/phone/a.md", "docs/phone.md"},
        language=language,
    )
    env = make_ready(Environment(loader=FileSystemLoader("theme")))
    config = SimpleNamespace(extra={"language": language, "content": content})
    return env.get_template("components/languages/translated.html").render(config=config)


@pytest.mark.parametrize("language", [OWN, Language(**SPANISH)])
def test_it_says_nothing_where_nobody_is_named(language):
    assert said(language) == ""


def test_it_says_that_no_advocate_has_read_it():
    assert said(Language(**SPANISH, translated_by="quienes la hacen")) == (
        "\n<p>2 of 3 steps are in this language. Translated by quienes la hacen. "
        "No advocate who speaks this language has read it yet.</p>"
    )


def test_it_says_who_has_read_it_and_when():
    language = Language(**SPANISH, translated_by="A", read_by="Casa Clara", read_on="2026-12-08")

    assert said(language).endswith("Translated by A. Read by Casa Clara on 8 December 2026.</p>")
