"""`words.po` of a language: what is said of it, and every problem of the file at once."""

import pytest

from checklist.translation import _, ngettext, use_words
from hooks.languages.words import read_words

HEAD = """msgid ""
msgstr ""
"Content-Type: text/plain; charset=utf-8\\n"
"Plural-Forms: nplurals={count}; plural={rule};\\n"
"""
ARABIC = "n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : n%100>=3 && n%100<=10 ? 3 : n%100>=11 ? 4 : 5"


@pytest.fixture
def folder(tmp_path):
    folder = tmp_path / "languages/es"
    folder.mkdir(parents=True)
    return folder


@pytest.fixture(autouse=True)
def english_again():
    yield
    use_words({})


def read(folder, entries, *, count=2, rule="n != 1"):
    (folder / "words.po").write_text(HEAD.format(count=count, rule=rule) + entries, encoding="utf-8")
    return read_words(folder)


def test_a_sentence_a_plural_and_a_text_at_its_place_are_told_apart(folder):
    entries = """
msgid "Open it"
msgstr "Abrir"

msgid "{count} step"
msgid_plural "{count} steps"
msgstr[0] "{count} paso"
msgstr[1] "{count} pasos"

msgctxt "content/facts.yml: ex-partner: about"
msgid "Open it"
msgstr "Ábrelo"

msgid "Not yet"
msgstr ""
"""

    words, problems = read(folder, entries)

    assert problems == []
    assert words.sentences == {"Open it": "Abrir"}
    assert words.plurals == {"{count} step": ("{count} paso", "{count} pasos")}
    assert words.texts == {("content/facts.yml: ex-partner: about", "Open it"): "Ábrelo"}
    assert words.rule == "n != 1"


def test_python_says_the_words_and_counts_by_the_rule_of_the_language(folder):
    forms = "".join(f'msgstr[{form}] "{form}: {{count}}"\n' for form in range(6))
    entries = f'\nmsgid "{{count}} step"\nmsgid_plural "{{count}} steps"\n{forms}'
    words, problems = read(folder, entries, count=6, rule=ARABIC)
    assert problems == []

    use_words(words.everywhere, words.kinds)

    counts = [0, 1, 2, 3, 10, 11, 99, 100, 103, 111, 200, 1002, 1003, 123_411]
    said = [ngettext("{count} step", "{count} steps", count) for count in counts]
    kinds = [0, 1, 2, 3, 3, 4, 4, 5, 3, 4, 5, 5, 3, 4]
    assert said == [f"{kind}: {count}" for kind, count in zip(kinds, counts, strict=True)]


def test_what_has_no_words_stays_english(folder):
    words, _problems = read(folder, '\nmsgid "Open it"\nmsgstr "Abrir"\n')

    use_words(words.everywhere, words.kinds)

    assert (_("Open it"), _("Close it")) == ("Abrir", "Close it")
    assert ngettext("{count} step", "{count} steps", 1) == "1 step"
    assert ngettext("{count} step", "{count} steps", 2) == "2 steps"


@pytest.mark.parametrize(
    ("entry", "problem"),
    [
        (
            'msgid "{count} of {most}"\nmsgstr "{count}"',
            '"{count} of {most}": gaps: got {count}; the English has {count}, {most}',
        ),
        (
            'msgid "Open <b>it</b>"\nmsgstr "Abrir <b>esto"',
            '"Open <b>it</b>": markup: got <b>; the English has </b>, <b>',
        ),
        (
            'msgid "Open it"\nmsgstr "\\"Abrir\\""',
            '"Open it": markup: got "; it is read as part of a page, so write other quotation marks',
        ),
        (
            'msgid "{count} step"\nmsgid_plural "{count} steps"\nmsgstr[0] "{count} paso"\nmsgstr[1] ""',
            '"{count} step": got 1 of its 2 forms; write all of them',
        ),
    ],
)
def test_what_no_build_could_use_is_a_problem(folder, entry, problem):
    _words, problems = read(folder, f"\n{entry}\n")

    assert problems == [f"languages/es/words.po: line 6: {problem}"]


def test_the_form_for_one_may_leave_a_gap_out_as_the_english_does(folder):
    entry = """
msgid "The step is done."
msgid_plural "All {count} steps are done."
msgstr[0] "El paso está hecho."
msgstr[1] "Los {count} pasos están hechos."
"""

    assert read(folder, entry)[1] == []


@pytest.mark.parametrize("rule", ["alert(n)", "n != ", "n % 0", "n"])
def test_a_rule_that_is_none_is_refused(folder, rule):
    words, problems = read(folder, "", rule=rule)

    assert words.everywhere == {}
    told = f"got {rule.strip()!r}, with 2 forms; write one such as n != 1"
    assert problems == [f"languages/es/words.po: Plural-Forms: {told}"]


def test_a_language_without_words_is_said_in_english(folder):
    words, problems = read_words(folder)

    assert (dict(words.everywhere), problems) == ({}, [])
