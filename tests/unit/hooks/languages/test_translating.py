"""A translator's way: what is next, what is behind, a PO file out and in, and a new language."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from babel import Locale

from checklist.errors import ChecklistError
from hooks.languages.behind import keep_same, show_behind
from hooks.languages.long_texts import long_texts
from hooks.languages.plural_rule import plural_forms
from hooks.languages.po import whole_po
from hooks.languages.po_file import Entry, PoFile, read_po_file, written
from hooks.languages.po_in import read_back, take
from hooks.languages.refresh import words_of_folder
from hooks.languages.short_texts import short_texts
from hooks.languages.start import start_language, start_text
from hooks.languages.table import next_things, report, standing_of
from hooks.languages.words import is_rule
from hooks.layers.text_hash import text_hash
from tests.unit.hooks.layers.guides import commit, edit, write

ROOT = Path(__file__).parents[4]
CALL = "content/advice/now/call.md"
LOCK = "content/advice/phone/lock.md"
PAGE = "docs/now.md"
GUIDE = {
    "mkdocs.yml": "site_name: Quiet Guide\nextra: {exit_label: Leave now}\nnav: [now.md]\n",
    "theme/base.html": '{{ _("Skip to the text") }}',
    "theme/plan.html": '{{ _("Your plan is empty.") }}',
    CALL: "---\naction: Call\nhorizon: now\n---\nSay where you are.\n\nStay on the line.\n",
    LOCK: "---\naction: Change the code\nwords: [pin, code]\nhorizon: today\nreaction: 'yes'\n"
    "caution: It may be noticed.\n---\nPick a new one. See [the page](now.md).\n",
    PAGE: "---\nview: now\ntitle: Now\nsummary: What to do.\n---\n# Now { #now }\n\nCall.\n",
}
WORDS = """msgid ""
msgstr ""
"Language: es\\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\\n"

msgctxt "mkdocs.yml: exit_label"
msgid "Leave now"
msgstr "Salir ya"

"""
SPANISH_LOCK = {
    "action": "Cambia el código",
    "words": "[pin, clave]",
    "caution": "Puede notarse.",
    "body": "Elige uno nuevo. Mira [la página](now.md).\n",
}


@pytest.fixture
def root(tmp_path):
    write(tmp_path, GUIDE)
    folder = tmp_path / "languages/es"
    write(folder, {"language.yml": "lang: es\nname: Español\nformats: es-US\n", "words.po": WORDS})
    commit(tmp_path, "2026-11-20")
    return tmp_path


@pytest.fixture
def folder(root):
    return root / "languages/es"


def say_lock(root, folder, **changed):
    said = SPANISH_LOCK | changed
    fields = "".join(f"{name}: {said[name]}\n" for name in ("action", "words", "caution"))
    of = text_hash(LOCK, (root / LOCK).read_text("utf-8"))
    write(folder, {LOCK: f"---\n{fields}of: {of}\n---\n{said['body']}"})


def standing(root, folder):
    return standing_of(root, folder, short_texts(root))


def test_the_table_counts_and_names_the_most_dangerous_first(root, folder):
    say_lock(root, folder)

    lines = [*report([standing(root, folder)])]

    assert lines[2] == "| es Español | 1 of 2 | 0 of 1 | 1 of 4      | 0      | 5       |"
    assert next_things(standing(root, folder)) == [
        'languages/es/words.po: 2 short texts on every page, and the way out, such as "Quiet Guide"',
        "languages/es/docs/now.md: it is missing",
        "languages/es/content/advice/now/call.md: it is missing",
        'languages/es/words.po: 1 short text of the rest, such as "Your plan is empty."',
    ]


def test_what_changed_is_shown_by_words_and_may_be_called_the_same(root, folder):
    say_lock(root, folder)
    edit(root, LOCK, "Pick a new one.", "Pick a long new one.")
    commit(root, "2026-11-24")

    assert show_behind(root, "es", "lock") == [
        "languages/es/content/advice/phone/lock.md: the English changed on 24 November 2026",
        "  body:",
        "    Pick a {+long+} new one. See [the page](now.md).",
        f"  Change the words where the meaning changed, then: make same LANGUAGE=es ITEM={LOCK}",
    ]
    hash = text_hash(LOCK, (root / LOCK).read_text("utf-8"))
    assert keep_same(root, "", "lock") == [f"languages/es/{LOCK}: of: {hash}"]
    assert show_behind(root, "es", "") == ["es: nothing is behind."]
    assert keep_same(root, "", "lock") == [f"languages/es/{LOCK}: it is not behind."]


def test_a_short_text_that_was_reworded_is_shown_and_kept(root, folder):
    edit(root, "mkdocs.yml", "Leave now", "Leave at once")

    assert show_behind(root, "es", "") == [
        'languages/es/words.po: mkdocs.yml: exit_label: "Leave at once"',
        "    Leave [-now-] {+at once+}",
        "    = Salir ya",
        "  Change its words where the meaning changed, and take the line `#, fuzzy` out.",
    ]
    assert keep_same(root, "es", "Leave at once") == ['languages/es/words.po: "Leave at once": Salir ya']
    assert show_behind(root, "es", "") == ["es: nothing is behind."]


def test_a_language_or_a_text_that_is_not_there_is_named(root):
    with pytest.raises(ChecklistError, match="LANGUAGE: got pt; possible: es"):
        show_behind(root, "pt", "")
    with pytest.raises(ChecklistError, match="lok: the guide has no such step or page; possible: lock"):
        keep_same(root, "", "lok")


def po_with(root, folder, **said):
    """Return the PO file of the language with other words, by the end of a place: `lock.md: body: 1`."""
    file = whole_po(root, folder)
    entries = []
    for entry in file.entries:
        own = next((words for place, words in said.items() if f"{entry.context}".endswith(place)), None)
        if own != "MISSING":
            entries.append(entry if own is None else entry.with_words(own))
    return PoFile(file.head, tuple(entries))


def test_a_po_file_without_changes_gives_every_byte_back(root, folder):
    say_lock(root, folder, body="Elige uno\nnuevo. Mira [la página](now.md).\n")
    text = written(whole_po(root, folder))

    taken = take(root, folder, read_po_file(text, "es.po"), "es.po")

    assert taken.problems == []
    assert taken.files[LOCK] == (folder / LOCK).read_text("utf-8")
    assert set(taken.files) == {LOCK, "words.po"}


def test_the_whole_of_each_language_comes_back_from_its_po_file():
    for folder in (ROOT / "languages").iterdir():
        file = read_po_file(written(whole_po(ROOT, folder)), "all.po")
        taken = take(ROOT, folder, file, "all.po")

        assert taken.problems == []
        for name, text in taken.files.items():
            assert text == (folder / name).read_text("utf-8"), name


def test_new_words_make_a_new_file_with_its_hash(root, folder):
    said = {
        "call.md: action": "Llama",
        "call.md: body: 1": "Di dónde estás.",
        "call.md: body: 2": "No cuelgues.",
    }

    taken = take(root, folder, po_with(root, folder, **said), "es.po")

    of = text_hash(CALL, GUIDE[CALL])
    assert taken.files[CALL] == f"---\naction: Llama\nof: {of}\n---\nDi dónde estás.\n\nNo cuelgues.\n"


def test_a_text_that_is_half_done_stays_as_it_is(root, folder):
    taken = take(root, folder, po_with(root, folder, **{"call.md: action": "Llama"}), "es.po")

    assert taken.problems == []
    assert CALL not in taken.files
    assert taken.unfinished == [f"{CALL}: 1 of 3 texts have words"]


@pytest.mark.parametrize(
    ("said", "problem"),
    [
        (
            {"lock.md: body: 1": "# Uno [la](now.md)"},
            'body: 1: got "# Uno [la](now.md)"; write its words alone',
        ),
        ({"lock.md: body: 1": "Uno\n\n[dos](now.md)"}, "write it on one line"),
        (
            {"lock.md: body: 1": "MISSING"},
            'body: 1 of its 4 texts are missing, the first is body: 1: "Pick a new',
        ),
    ],
)
def test_what_is_no_translation_is_refused_by_its_place(root, folder, said, problem):
    say_lock(root, folder)

    taken = take(root, folder, po_with(root, folder, **said), "es.po")

    assert LOCK not in taken.files
    assert [told for told in taken.problems if problem in told] == taken.problems != []


def test_a_file_of_another_rule_or_of_another_guide_is_refused(root, folder):
    file = whole_po(root, folder)
    other = PoFile(file.head.replace("n != 1", "n > 1"), file.entries)
    assert take(root, folder, other, "es.po").problems == [
        "es.po: Plural-Forms: got (n>1); languages/es/words.po has (n!=1)"
    ]

    more = PoFile(file.head, (*file.entries, Entry(("Hello",), ("Hola",))))
    assert take(root, folder, more, "es.po").problems == [
        'es.po: "Hello": the guide has no such text today; write it anew with `make po`'
    ]


def test_where_a_check_of_the_guide_finds_something_nothing_is_written(tmp_path):
    folder = tmp_path / "languages/es"
    shutil.copytree(ROOT / "languages/es", folder)
    said = {"docs/now.md: later-on: 2": "Es tu culpa.", "mkdocs.yml: exit_label": "Irse"}
    po = tmp_path / "es.po"
    po.write_text(written(po_with(ROOT, folder, **said)), "utf-8")

    with pytest.raises(ChecklistError) as error:
        read_back(ROOT, folder, po)

    (problem,) = error.value.problems
    assert problem.startswith("languages/es/docs/now.md: line ")
    assert '"tu culpa" is a word this guide does not use' in problem
    for path in (ROOT / "languages/es").rglob("*.*"):
        assert (folder / path.relative_to(ROOT / "languages/es")).read_bytes() == path.read_bytes()


def test_what_is_behind_goes_out_with_the_english_it_was_made_from(root, folder):
    say_lock(root, folder)
    edit(root, LOCK, "Pick a new one.", "Pick a long new one.")
    commit(root, "2026-11-24")

    entries = {
        entry.context: entry for entry in whole_po(root, folder).entries if entry.context.startswith(LOCK)
    }

    assert entries[f"{LOCK}: action"].is_there
    block = entries[f"{LOCK}: body: 1"]
    assert (block.is_behind, block.was) == (True, ("Pick a new one. See [the page](now.md).",))


def test_a_new_language_has_every_short_text_and_its_plural_rule(root):
    folder = start_language(root, "ar", "العربية")

    file = read_po_file((folder / "words.po").read_text("utf-8"), "words.po")
    assert (folder / "language.yml").read_text("utf-8") == "lang: ar\nname: العربية\ndir: rtl\nformats: ar\n"
    assert (len(file.entries), file.forms) == (4, 6)
    assert all(entry.is_missing for entry in file.entries)
    assert [text.state for text in long_texts(root, folder)] == ["missing"] * 3


@pytest.mark.parametrize("code", ["es", "pt", "fr", "ar", "ru", "pl", "cy", "ja", "he", "ht", "vi"])
def test_each_plural_rule_can_be_used_by_a_build(code):
    count, _, rule = plural_forms(Locale.parse(code)).partition("; plural=")

    assert is_rule(rule.rstrip(";"), int(count.removeprefix("nplurals=")))


def test_a_language_without_a_file_of_words_has_none_yet(folder):
    (folder / "words.po").unlink()

    assert words_of_folder(folder).rule == "(n!=1)"
    with pytest.raises(ChecklistError, match="no plural rule of the language is known"):
        words_of_folder(folder.with_name("xx"))


def test_zero_is_one_thing_in_portuguese_of_brazil():
    assert plural_forms(Locale.parse("pt")) == "nplurals=2; plural=(((n >= 0 && n <= 1)) ? 0 : 1);"


@pytest.mark.parametrize(
    ("code", "name", "problem"),
    [
        ("es", "Español", "languages/es/: folder: it is there already"),
        ("xx", "X", "CODE: got xx, of which no plural rule is known"),
        ("../x", "X", "CODE: got '../x'; write a tag of BCP 47"),
        ("en", "English", "CODE: got en; the guide is written in it"),
        ("pt", "<b>", 'NAME: <, > and " are read as part of the page'),
    ],
)
def test_a_language_that_cannot_be_started_is_refused(root, code, name, problem):
    with pytest.raises(ChecklistError) as error:
        start_language(root, code, name)
    assert error.value.problems[0].startswith(problem)


def test_a_text_is_started_with_what_a_translation_says_of_it(root, folder):
    path = start_text(root, folder, "lock")

    of = text_hash(LOCK, GUIDE[LOCK])
    assert path.read_text("utf-8") == (
        f"---\naction: Change the code\nwords: [pin, code]\ncaution: It may be noticed.\nof: {of}\n---\n"
        "Pick a new one. See [the page](now.md).\n"
    )
    with pytest.raises(ChecklistError, match="it is there already; edit it"):
        start_text(root, folder, "lock")
