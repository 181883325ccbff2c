"""Every sentence that a reader can meet stands where `make words` finds it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.bare_sentences import (
    bare_in_python,
    bare_in_script,
    bare_in_template,
    broken,
    calls_without_a_sentence,
    tokens_of,
)

ROOT = Path(__file__).parents[3]
TRANSLATOR = "theme/components/common/gettext.js"
SCRIPTS = [
    path.relative_to(ROOT).as_posix()
    for path in sorted((ROOT / "theme").rglob("*.js"))
    if path != ROOT / TRANSLATOR
]
NO_SENTENCES = {
    "theme/components/documents/take-away/folded-sheet.js": [
        "pocket-sheet pocket-${format}",
        "fold fold-${side}",
    ],
    "theme/components/languages/other-page.js": [
        "<!doctype html>${page.documentElement.outerHTML}"
    ],  # a page
    "theme/components/log/exports/model/read-me.js": [  # what is typed to check an export
        "python3 data/check_log.py .",
        'python3 data/check_log.py --code "…" .',
        "python3 data/check_log.py --older older.zip .",
    ],
    "theme/components/log/exports/model/zip.js": [  # what tools/check_log.py looks for
        "SHA-256 of all before its 64 digits: "
    ],
    "theme/components/log/imports/formats/imazing.js": [  # headings of a list, as in the next one
        "Call type",
        "Chat Session",
        "Deleted Date",
        "Edited Date",
        "Message Date",
        "Sender ID",
        "Sender Name",
        "Sent Date",
    ],
    "theme/components/log/imports/formats/refused.js": ["SQLite format 30", "Rar!"],  # how files begin
    "theme/components/log/imports/formats/t-mobile.js": ["Date Time"],
    "theme/components/menu/menu.js": ["${link.className} menu-button"],  # as above: names of classes
    "theme/components/python/python-client.js": [  # a script
        "${trustOnly(folder)}; try { importScripts(${script}) } catch "
        "{ postMessage({ id: ${START_ID}, error: '${NETWORK}' }) }"
    ],
    "theme/components/quick-exit/other-tabs.js": ["left ${new URL(guide).pathname}"],  # a channel
    "theme/components/search/instead.js": [  # for those who read Spanish, whatever the language of the guide
        "¿Estás en peligro? Llama al número de emergencia de tu país."
    ],
    "theme/components/trusted-types/trust-own-files.js": [  # what browsers call the places of an address
        "Worker constructor",
        "HTMLScriptElement src",
        "ServiceWorkerContainer register",
        "DOMParser parseFromString",
    ],
    "theme/service-worker.js": ["bytes ${start}-${end - 1}/${size}"],  # a header
}
"""What reads as a sentence and is none."""
OTHER_WORDS = "theme/components/vault/passphrase/easy-words.js"
"""A list of words that passphrases are made of; for another language it is another list."""
RULES = "theme/components/log/exports/report/rules.js"
"""Rules of a style sheet."""
UNREADABLE = {
    "theme/components/offline/list.js",
    "theme/components/vault/age-header.js",
    "theme/components/vault/passphrase/known-phrases.js",
}
"""Scripts with `/` in the brackets of a regular expression, where Babel loses its way: they say nothing."""

TEMPLATES = sorted(path.relative_to(ROOT).as_posix() for path in (ROOT / "theme").rglob("*.html"))
NO_WORDS = {"theme/components/places/dial.html": ["place-"]}
"""What a template writes that is for no reader: the beginning of an id."""
FOR_WRITERS = {"advice", "facts", "log_rows", "questions", "schema", "sections", "validation"}
"""Modules of `checklist/` that say what belongs in a file, or what is wrong in one: no reader meets it."""
CODE = [
    *(f"checklist/{path.name}" for path in (ROOT / "checklist").glob("*.py") if path.stem not in FOR_WRITERS),
    *(
        "hooks/content/traces_told.py",
        "hooks/site/items.py",
        "hooks/site/templates.py",
        "hooks/paper/sides.py",
    ),
]


@pytest.mark.parametrize("name", SCRIPTS)
def test_each_sentence_of_a_script_can_be_translated(name):
    text = (ROOT / name).read_text(encoding="utf-8")

    if name in UNREADABLE:
        assert "gettext.js" not in text
        return
    assert not broken(tokens_of(text)), "Babel loses its way here, so that `make words` would miss sentences"
    assert list(calls_without_a_sentence(text)) == []
    if name not in (OTHER_WORDS, RULES):
        assert [told for _line, told in bare_in_script(text)] == NO_SENTENCES.get(name, [])


def test_only_what_babel_cannot_read_is_left_out():
    assert all(broken(tokens_of((ROOT / name).read_text(encoding="utf-8"))) for name in UNREADABLE)


@pytest.mark.parametrize(
    "bare",
    [
        'status.textContent = "Your plan is open.";',
        'const NOT_KEPT = "Last changes not kept";',
        "say('One moment…');",
        'say(late ? _("In time.") : "Too late.");',
        'note("Stay here");',
        "say(`${name} is taken out.`);",
        "say(`Remove ${name}`);",
        "say(`${count} results`);",
        "label.textContent = `Back to “${name}”`;",
        "label.textContent = `Source of: ${name}`;",
        'made.textContent = "New";',
        'region.setAttribute("aria-label", "results");',
        'say(fill(_("{entry} is back."), { entry: "Your step" }));',
    ],
)
def test_a_bare_sentence_is_found(bare):
    assert len(list(bare_in_script(bare))) == 1


@pytest.mark.parametrize(
    "fine",
    [
        'status.textContent = _("Your plan is open.");',
        'say(fill(_("{entry} is back."), { entry }));',
        'say(ngettext("{count} result", "{count} results", count));',
        'say(`${_("Done.")} ${next}`);',
        "// This is a comment.",
        "throw new Error(`${name}: this page does not carry it`);",
        'import { note } from "./Notes on steps.js";',
        "link.href = `#part-${part}`;",
        'event.key === "Escape"',
    ],
)
def test_what_is_no_bare_sentence_is_left_alone(fine):
    assert list(bare_in_script(fine)) == []


def test_a_call_that_hides_its_sentence_is_found():
    script = """say(_(sentence));
say(_(`Remove ${name}`));
say(ngettext("{count} result", "{count} results", _("one")));"""

    assert list(calls_without_a_sentence(script)) == [
        (1, "a call has no plain sentence"),
        (2, "a call has no plain sentence"),
        (3, "a call stands inside another"),
    ]


def test_a_script_that_babel_cannot_read_is_found():
    assert broken(tokens_of("const FORBIDDEN = /[/(]/g;\nsay();"))
    assert not broken(tokens_of("const FORBIDDEN = /\\/|[(]/g;\nsay();"))


@pytest.mark.parametrize("name", TEMPLATES)
def test_each_sentence_of_a_template_can_be_translated(name):
    text = (ROOT / name).read_text(encoding="utf-8")

    assert [told for _line, told in bare_in_template(text)] == NO_WORDS.get(name, [])


def test_bare_words_of_a_template_are_found_in_text_attributes_and_code():
    template = """{# A comment. #}<p class="take-more">{{ _("Done.") }}
Not done.</p>
<input aria-label="Your name" placeholder="{{ _("Name") }}" autocomplete="off">
<button title="{{ label }}">{% trans %}Open <b>it</b>{% endtrans %}</button>
{{ field("Home address") }} {{ field(_("Home address")) }}
{% trans count=steps %}{{ count }} step{% pluralize %}{{ count }} steps{% endtrans %} steps
<script>const sentence = "No sentence of the page.";</script>"""

    assert list(bare_in_template(template)) == [
        (2, "Not done."),
        (3, "aria-label: Your name"),
        (6, "steps"),
        (5, "Home address"),
    ]


@pytest.mark.parametrize("name", sorted(CODE))
def test_each_sentence_of_python_can_be_translated(name):
    assert list(bare_in_python((ROOT / name).read_text(encoding="utf-8"))) == []


def test_a_bare_sentence_of_python_is_found():
    code = """def reason(this, count):
    \"\"\"Say why it is in the list.\"\"\"
    if not this:
        raise ValueError("This is told to no reader.")
    return f"You said that {this}." if count else "You said that."

told = _("You said that {this}.", this="you left")
"""

    assert list(bare_in_python(code)) == [(5, "You said that {}."), (5, "You said that.")]


def test_a_call_inside_an_f_string_is_found():
    code = "def f(x):\n    return f\"<b>{_('Take care.')}</b>\"\n"
    assert list(bare_in_python(code)) == [(2, "a call stands inside an f-string, where it is not found")]
