"""A sheet in two languages says each word in the reader's language and then in English."""

from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace

import pytest
from jinja2 import DictLoader, Environment

from checklist.translation import use_words
from hooks.content.log import Log, LogField, LogOption, LogSheet, PaperPlace
from hooks.content.records import PerPaper, Sheet
from hooks.paper.sheets import render_paper
from hooks.paper.two_languages import LogInBoth, in_both, is_in_both, styles_of_both
from hooks.site.templates import make_ready

ROOT = Path(__file__).parents[3]
SHEET = Sheet(
    id="log", title="Log", group="log", purpose="A log.", how="Write.", heading="log", orientation="portrait",
    pages=PerPaper(a4="1", letter="1"), two_languages="yes",
)  # fmt: skip
PAPER = """{%- set labels = config.extra.log.labels("log") -%}
{% block paper %}<section class="sheet"><p>{{ labels.when }}</p><p>{{ _("Page") }}</p>
{%- trans exit="100 %" %}Up to {{ exit }}{% endtrans %} {{ 3 if both else 4 }}</section>{% endblock %}"""


def log(when, call):
    options = (LogOption(id="call", label=call, letter="C"),)
    return Log(
        fields=(LogField(id="way", label="Way", takes="choice", group="contact", options=options),),
        sheets=(LogSheet(id="log", places=(PaperPlace(id="when", label=when, fields=("when",)),)),),
    )


ENGLISH, SPANISH = log("Date", "Call"), log("Fecha", "Llamada")


class Config(dict):
    """What a template and the paper need of MkDocs' settings."""

    extra = property(lambda self: self["extra"])
    theme = property(lambda self: self["theme"])
    __copy__ = lambda self: Config(self)  # noqa: E731


def config_in(language, own):
    return Config(theme={"language": language}, extra={"log": own, "log_in_english": ENGLISH})


@pytest.fixture
def env():
    use_words({"Page": "Página", "Up to %(exit)s": "Hasta %(exit)s"})
    yield make_ready(Environment(loader=DictLoader({"sheets/log.html": PAPER})))
    use_words({})


def test_words_that_are_the_same_are_said_once():
    assert in_both("Fecha", "Date") == 'Fecha <span class="also" lang="en" dir="ltr">Date</span>'
    assert in_both("Plan", "Plan") == "Plan"


def test_a_paper_says_labels_and_sentences_in_both_and_knows_that_they_need_room(env):
    paper = render_paper(env, SHEET, config_in("es", SPANISH))

    assert paper == (
        '<section class="sheet in-both"><p>Fecha <span class="also" lang="en" dir="ltr">Date</span></p>'
        '<p>Página <span class="also" lang="en" dir="ltr">Page</span></p>'
        'Hasta 100 % <span class="also" lang="en" dir="ltr">Up to 100 %</span> 3</section>'
    )


@pytest.mark.parametrize(
    ("sheet", "language"), [(SHEET, "en"), (replace(SHEET, two_languages="no"), "es")], ids=["en", "other"]
)
def test_in_english_and_on_other_sheets_it_says_one(env, sheet, language):
    paper = render_paper(env, sheet, config_in(language, SPANISH))

    assert not is_in_both(sheet, config_in(language, SPANISH))
    assert paper == '<section class="sheet"><p>Fecha</p><p>Página</p>Hasta 100 % 4</section>'


def test_letters_of_a_narrow_column_say_what_they_stand_for_in_both():
    both = LogInBoth(SPANISH, ENGLISH)

    assert SPANISH.letters("way") == "C llamada"
    assert both.letters("way") == 'C llamada <span class="also" lang="en" dir="ltr">call</span>'
    assert both.labels("log") == SimpleNamespace(when=in_both("Fecha", "Date"))


def test_only_papers_with_a_second_language_get_its_styles():
    assert styles_of_both(ROOT, "<p>Fecha</p>") == ""
    assert ".also" in styles_of_both(ROOT, in_both("Fecha", "Date"))
