"""Own words take the place of the guide's sentences in templates, Python and finished scripts."""
# ruff: noqa: E501 (a problem's sentence stays whole)

from __future__ import annotations

import json
import subprocess

import pytest
from jinja2 import Environment

from checklist import translation
from checklist.catalogue import Catalogue
from checklist.translation import _, ngettext, use_words
from checklist.view import load
from hooks.layers.own_words import OwnWords, put_into_scripts, quoted, read_words
from hooks.site.templates import make_ready
from tests.conftest import ROOT

TEMPLATE = '{{ _("Menu") }} {% trans %}Text {{ number }}{% endtrans %} {{ _("<b>Call.</b>") }}'
SCRIPT = """say(_("Open a file")); const kind = "Print"; say(_("Print"));
say(ngettext("{count} line", "{count} lines", 2));"""


@pytest.fixture(autouse=True)
def no_words():
    yield
    use_words({})


@pytest.fixture
def root(tmp_path):
    (tmp_path / "theme").mkdir()
    (tmp_path / "theme/base.html").write_text(TEMPLATE, encoding="utf-8")
    (tmp_path / "theme/page.js").write_text(SCRIPT, encoding="utf-8")
    return tmp_path


def read(root, *entries):
    own = root / "own"
    own.mkdir(exist_ok=True)
    text = "\n\n".join(f'msgid "{english}"\nmsgstr "{words}"' for english, words in entries)
    (own / "words.po").write_text(text + "\n", encoding="utf-8")
    return read_words(own, root)


def test_without_the_file_there_are_no_words(tmp_path):
    assert read_words(tmp_path, ROOT) == (OwnWords(), [])


def test_words_are_read_by_the_guides_sentence(root):
    words, problems = read(root, ("Menu", "Pages"), ("Open a file", "Choose a file"))

    assert problems == []
    assert words.everywhere == {"Menu": "Pages", "Open a file": "Choose a file"}
    assert words.in_scripts == {"Open a file": "Choose a file"}


def test_both_forms_of_a_plural_are_read(root):
    (root / "words.po").write_text(
        'msgid "{count} line"\nmsgid_plural "{count} lines"\nmsgstr[0] "{count} row"\nmsgstr[1] "{count} rows"\n'
    )

    words, problems = read_words(root, root)

    assert problems == []
    assert words.everywhere == {"{count} line": "{count} row", "{count} lines": "{count} rows"}


def test_what_gettext_leaves_out_stays_english(root):
    (root / "words.po").write_text('msgid "Menu"\nmsgstr ""\n\n#, fuzzy\nmsgid "Open a file"\nmsgstr "X"\n')

    assert read_words(root, root) == (OwnWords(), [])


def test_every_wrong_entry_is_told_at_once(root):
    _words, problems = read(
        root,
        ("Meny", "Pages"),
        ("Text %(number)s", "Write to us"),
        ("{count} line", "{n} row"),
        ("<b>Call.</b>", "Call."),
        ("Menu", "Pages <script>"),
        ("Print", "On paper"),
    )

    same = "and own words have the same"
    assert problems == [
        'words.po: line 1: "Meny": stands nowhere in the guide; possible: "Menu"',
        f'words.po: line 4: "Text %(number)s": gaps: got none; the guide\'s sentence has %(number)s, {same}',
        f'words.po: line 7: "{{count}} line": gaps: got {{n}}; the guide\'s sentence has {{count}}, {same}',
        f'words.po: line 10: "<b>Call.</b>": markup: got none; the guide\'s sentence has <b>, </b>, {same}',
        f'words.po: line 13: "Menu": markup: got <script>; the guide\'s sentence has none, {same}',
        'words.po: line 16: "Print": scripts have it for something else too, so it stays as it is; '
        "leave the entry out",
    ]


def test_a_file_that_is_none_of_gettext_is_told(root):
    (root / "words.po").write_text("Menu: Pages\n")
    assert read_words(root, root)[1] == [
        'words.po: line 1: it is no entry of gettext; write msgid "…", then msgstr "…"'
    ]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ('msgid "Menu\nmsgstr Pages\n', ["line 1: it is no entry of gettext", "line 2: it is no entry"]),
        (
            'msgid "Menu"\nmsgstr ""\n"Pages"\n\nmsgid ""\n"Menu"\nmsgstr "X"\n',
            ['line 5: "Menu" is also in line 1;'],
        ),
        ('msgid "Menu"\nmsgstr "  "\n', ['line 1: "Menu": nothing can be seen of it;']),
        (
            'msgid "Menu"\nmsgstr "Pa\u202eges"\n',
            ['line 1: "Menu": it has a sign that cannot be seen, U+202E;'],
        ),
        (
            'msgid "{count} line"\nmsgid_plural "{count} lines"\nmsgstr[0] "{count} row"\n',
            ['line 1: "{count} line": one of its two forms is missing;'],
        ),
        (
            'msgid ""\nmsgstr "Language: x_Y_z_1\\n"\n',
            ["the file: its first entry, whose msgid is empty, cannot"],
        ),
    ],
)
def test_what_gettext_would_take_in_silence_is_told(root, text, told):
    (root / "words.po").write_text(text, encoding="utf-8")

    problems = read_words(root, root)[1]

    assert len(problems) == len(told)
    assert all(
        problem.startswith(f"words.po: {start}") for problem, start in zip(problems, told, strict=True)
    )


@pytest.mark.parametrize(
    "head", ["", "\ufeff", 'msgid ""\nmsgstr "Content-Type: text/plain; charset=nothing\\n"\n\n']
)
def test_the_file_is_utf_8_whatever_its_head_says(root, head):
    (root / "words.po").write_text(f'{head}msgid "Menu"\nmsgstr "Páginas"\n', encoding="utf-8")

    assert read_words(root, root) == (OwnWords({"Menu": "Páginas"}, {}), [])


def test_python_and_templates_say_them():
    use_words(
        {"Take care.": "Careful.", "{count} step": "{count} thing", "%(count)s steps": "%(count)s things"}
    )
    template = """{{ _("Take care.") }} {% trans count=2 %}{{ count }} step{% pluralize %}{{ count }} steps{% endtrans %}"""

    assert _("Take care.") == "Careful."
    assert ngettext("{count} step", "{count} steps", 1) == "1 thing"
    assert ngettext("{count} step", "{count} steps", 2) == "2 steps"
    assert make_ready(Environment()).from_string(template).render() == "Careful. 2 things"


def test_python_in_the_browser_gets_them_with_the_catalogue():
    usual, own = Catalogue({}, {}), Catalogue({}, {}, words={"Take care.": "Careful."})

    assert "words" not in json.loads(usual.to_json())
    load(own.to_json())
    assert translation.say("Take care.") == "Careful."
    load(usual.to_json())
    assert translation.say("Take care.") == "Take care."


def test_a_finished_script_says_them_whatever_its_quotes_are(tmp_path):
    (tmp_path / "assets").mkdir()
    script = tmp_path / "assets/plan.js"
    script.write_text('a("Open it");b(\'Open it\');c(`Open it`);d(`Open it now`);e("Say \\"no\\"")')

    put_into_scripts(tmp_path, {"Open it": "It's `new` ${x}", 'Say "no"': "No"})

    assert script.read_text() == (
        "a(\"It's `new` ${x}\");b('It\\'s `new` ${x}');c(`It's \\`new\\` \\${x}`);d(`Open it now`);e(\"No\")"
    )


def test_own_words_are_not_replaced_once_more(tmp_path):
    (tmp_path / "assets").mkdir()
    (tmp_path / "assets/a.js").write_text('a("One","Two")')

    put_into_scripts(tmp_path, {"One": "Two", "Two": "One"})

    assert (tmp_path / "assets/a.js").read_text() == 'a("Two","One")'


def test_esbuild_writes_every_sentence_so_that_it_is_found(tmp_path):
    """A sentence that scripts say is one literal of the bundle, whatever is in it."""
    sentences = ["It is “new”.", 'Say "no"', "Don't", "One\\ntwo", "A longer one, over lines"]
    written = [*map(json.dumps, sentences[:-1]), '"A longer one, " +\n "over lines"']
    (tmp_path / "a.js").write_text("\n".join(f"say({words});" for words in written))
    command = [ROOT / "node_modules/.bin/esbuild", "a.js", "--bundle", "--minify", "--charset=utf8"]

    made = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=True).stdout

    assert [
        sentence for sentence in sentences if not any(quoted(sentence, quote) in made for quote in "\"'`")
    ] == []
