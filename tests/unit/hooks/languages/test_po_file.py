"""A PO file keeps its bytes, and a changed English keeps its older words."""

from dataclasses import replace
from pathlib import Path

import pytest

from checklist.errors import ChecklistError
from hooks.languages.po_file import Entry, PoFile, read_po_file, written
from hooks.languages.short_texts import gone_texts, refreshed, short_texts

ROOT = Path(__file__).parents[4]
HEAD = 'msgid ""\nmsgstr ""\n"Plural-Forms: nplurals=2; plural=(n != 1);\\n"\n"Date: 2026-11-30\\n"'
FUZZY = frozenset({"fuzzy"})
LEAVE = Entry(("Leave now",), ("Salir ya",), context="mkdocs.yml: exit_label")
OPEN = Entry(("Open the guide in a new tab.",), ("Abrir la guía en otra pestaña.",), files=("theme/a.html",))
STEPS = Entry(
    ("{count} step", "{count} steps"),
    ("{count} paso", "{count} pasos"),
    flags=frozenset({"python-brace-format"}),
)


def empty(entry, **changed):
    return replace(entry, own=(), **changed)


def file_of(*entries, gone=()):
    return PoFile(HEAD, entries, tuple(gone))


def test_what_is_written_reads_the_same():
    long = 'A "quoted" text\nof more lines, ' + "with many words " * 20
    entry = Entry(
        (long,),
        ("Uno",),
        "docs/a.md: b",
        ("theme/a.html",),
        ("For a button.",),
        ("Mine.",),
        FUZZY,
        (long + "!",),
    )
    text = written(file_of(entry, STEPS, gone=[OPEN]))

    read = read_po_file(text, "words.po")

    assert read.entries[0] == entry
    assert read.entries[1].own == STEPS.own
    assert [one.english for one in read.gone] == [OPEN.english]
    assert written(read) == text


@pytest.mark.parametrize(
    "path", sorted((ROOT / "languages").glob("*/words.po")), ids=lambda path: path.parent.name
)
def test_a_refresh_of_each_language_changes_no_byte(path):
    text = path.read_text("utf-8")

    assert written(refreshed(read_po_file(text, "words.po"), short_texts(ROOT))) == text


def test_a_broken_file_is_named_with_its_line():
    with pytest.raises(ChecklistError) as problem:
        read_po_file('msgid "One"\nmsgstr "Uno"\nwords\n', "languages/es/words.po")
    assert problem.value.problems[0].startswith("languages/es/words.po: line 3: it is no entry of gettext; ")


def test_new_texts_come_in_empty_and_in_the_order_of_the_guide():
    file = refreshed(file_of(OPEN, LEAVE), [empty(LEAVE), empty(STEPS), empty(OPEN)])

    assert [(one.english[0], one.own) for one in file.entries] == [
        ("Leave now", ("Salir ya",)),
        ("{count} step", ()),
        (OPEN.english[0], OPEN.own),
    ]
    assert file.head == HEAD


def test_a_text_that_changed_keeps_its_older_words_marked_with_their_english():
    new = empty(LEAVE, english=("Leave at once",))

    (entry,) = refreshed(file_of(LEAVE), [new]).entries

    assert (entry.own, entry.was, entry.is_behind) == (("Salir ya",), ("Leave now",), True)


def test_a_sentence_that_changed_is_found_by_its_likeness():
    new = empty(OPEN, english=("Open this guide in a new tab.",))
    other = Entry(("Delete everything here.",))

    entries = refreshed(file_of(OPEN), [other, new]).entries

    assert [entry.own for entry in entries] == [(), OPEN.own]


def test_older_words_are_right_again_when_their_english_comes_back():
    changed = refreshed(file_of(LEAVE), [empty(LEAVE, english=("Leave at once",))])

    (entry,) = refreshed(changed, [empty(LEAVE)]).entries

    assert entry == LEAVE


def test_words_of_what_is_gone_go_to_the_end_and_come_back_with_it():
    gone = refreshed(file_of(LEAVE, STEPS), [empty(LEAVE)])
    assert ([one.key for one in gone.entries], [one.key for one in gone.gone]) == ([LEAVE.key], [STEPS.key])

    back = refreshed(read_po_file(written(gone), "words.po"), [empty(LEAVE), empty(STEPS)])
    assert [one.own for one in back.entries] == [LEAVE.own, STEPS.own]
    assert back.gone == ()


def test_what_nothing_has_any_more_is_named_with_what_it_may_be_now():
    new = empty(OPEN, english=("Open this guide in a new tab.",))

    assert gone_texts(file_of(OPEN, LEAVE), [empty(LEAVE), new]) == {
        OPEN.key: ["Open this guide in a new tab."]
    }
