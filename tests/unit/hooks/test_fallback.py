"""What is in another language than its page says so: steps, pages, short texts and titles of sources."""

from __future__ import annotations

import pytest
from lxml import html

from hooks.content.model import Content
from hooks.content.records import Page, Source
from hooks.languages.fallback import mark_languages, mark_texts
from hooks.languages.language import Language
from hooks.layers.behind import Behind

SPANISH = Language(lang="es", name="Español", formats="es-US")
STEP = "content/advice/phone/lock.md"
LOCK = "---\naction: Change the code\ncaution: It may be noticed.\n---\nPick a code.\n"
PHONE = (
    "---\nview: phone\ntitle: Phones\nsummary: About phones.\n---\n# Phones { #phones }\n\nAbout phones.\n"
)


def content(**given):
    made = Content(**given)
    made.language = SPANISH
    made.pages = {"phone.md": Page(view="phone", title="Phones", summary="About phones.", words=())}
    return made


def page(body, view="phone"):
    return html.document_fromstring(
        f'<html lang="es" data-view="{view}"><title>x</title><main><article>{body}</article></main></html>'
    )


def written(root):
    article = root.xpath("//article")[0]
    return html.tostring(article, encoding="unicode")[len("<article>") : -len("</article>")]


def test_a_step_in_english_is_marked_up_to_the_next_one_and_said_to_be_so():
    root = page(
        '<h3 id="lock">Change the code</h3>'
        '<p class="caution"><strong>Cuidado.</strong> It may be noticed.</p>'
        '<p>Pick a code.</p><h3 id="other">Otro paso</h3><p>Texto.</p>'
    )

    mark_languages({"phone.html": root}, content(files={STEP: LOCK}, english={STEP}))

    assert written(root) == (
        '<p class="not-translated">This step is not in this language yet.</p>'
        '<h3 id="lock" lang="en" dir="ltr">Change the code</h3>'
        '<p class="caution" lang="en" dir="ltr"><strong lang="es" dir="ltr">Cuidado.</strong> '
        "It may be noticed.</p>"
        '<p lang="en" dir="ltr">Pick a code.</p><h3 id="other">Otro paso</h3><p>Texto.</p>'
    )


def test_a_step_in_english_is_marked_in_the_plan_and_on_paper():
    root = page(
        '<ul><li data-item="lock"><label><input type="checkbox"> Change the code</label>'
        '<p class="caution"><strong>Cuidado.</strong> It may be noticed.</p></li></ul><p>Change the code</p>',
        view="plan",
    )

    mark_languages({"plan.html": root}, content(files={STEP: LOCK}, english={STEP}))

    assert written(root) == (
        '<ul><li data-item="lock"><label><input type="checkbox"> '
        '<span lang="en" dir="ltr">Change the code</span></label>'
        '<p class="caution"><strong>Cuidado.</strong> <span lang="en" dir="ltr">It may be noticed.</span></p>'
        '</li></ul><p lang="en" dir="ltr">Change the code</p>'
    )


def test_a_text_that_is_never_shown_behind_is_in_english_too():
    root = page('<h3 id="lock">Change the code</h3><p>Pick a code.</p>')
    made = content(files={STEP: LOCK})
    made.behind = {STEP: Behind(STEP, "0" * 8, "1" * 8, "", LOCK, "guide", is_translation=True)}

    mark_languages({"phone.html": root}, made)

    assert root.xpath("//h3/@lang") == ["en"]


def test_the_caution_of_an_older_translation_is_in_english():
    root = page(
        '<h3 id="lock">Cambia el código</h3><p class="caution"><b>Cuidado.</b> It may be noticed.</p>'
    )
    made = content(files={STEP: "---\naction: Cambia el código\n---\nElige un código.\n"})
    made.behind = {STEP: Behind(STEP, "0" * 8, "1" * 8, "", LOCK, "shown", is_translation=True)}

    mark_languages({"phone.html": root}, made)

    assert root.xpath("//*[@lang='en' and ancestor::article]/text()") == ["It may be noticed."]


def test_a_page_in_english_is_marked_without_what_templates_say():
    root = page("<h1>Phones</h1><p>About phones.</p><p>Lo que dice la plantilla.</p>")

    mark_languages({"phone.html": root}, content(files={"docs/phone.md": PHONE}, english={"docs/phone.md"}))

    assert written(root) == (
        '<h1 lang="en" dir="ltr">Phones</h1>'
        '<p class="not-translated">This page is not in this language yet.</p>'
        '<p lang="en" dir="ltr">About phones.</p><p>Lo que dice la plantilla.</p>'
    )


def test_short_texts_and_sentences_without_words_are_marked_wherever_they_stand_whole():
    root = page("<p>Call them. <b>Sí</b> Other words </p><p>Call them. Y más.</p>", view="now")

    mark_languages({"now.html": root}, content(english_texts={"Call them."}), ["Other words"])

    assert written(root) == (
        '<p><span lang="en" dir="ltr">Call them.</span> <b>Sí</b> '
        '<span lang="en" dir="ltr">Other words</span> </p>'
        "<p>Call them. Y más.</p>"
    )


def test_a_part_that_says_its_language_already_is_left_as_it_is():
    root = page('<div lang="en"><p>Call them.</p></div>')

    mark_texts(root, {"Call them.": "en"})

    assert written(root) == '<div lang="en"><p>Call them.</p></div>'


@pytest.mark.parametrize(("language", "marked"), [("en", ["en"] * 3), ("es", [])])
def test_titles_of_sources_are_in_their_own_language(language, marked):
    source = Source(id="law", title="A Law", by="X", read="2026-01-01", how="read", language=language)
    root = page(
        '<ul><li id="source-law"><h3>A Law</h3><p><a href="x">Abrir “A Law”</a></p></li></ul><a>A Law</a>',
        view="method",
    )

    mark_languages({"method.html": root}, content(sources=[source]))

    assert root.xpath("//article//*/@lang") == marked
