"""The fields of the log: every problem of the list, the sheets and their templates, each as `file: field: …`."""
# ruff: noqa: E501 (a problem's sentence stays whole)

import pytest

from hooks.content.front_matter import load_yaml
from hooks.content.load import read_list, read_log
from hooks.content.log import places_of
from hooks.content.log_checks import problems_of_log
from hooks.content.model import Content
from hooks.content.records import Place, Sheet, Source

LOG = """\
kinds:
  - {id: call, label: Call, sheets: [calls]}
groups:
  - {id: happened, label: What happened}
fields:
  - {id: when, label: When it happened, takes: when, group: happened}
  - {id: what, label: What happened, takes: text, most: 80, group: happened, first: [call]}
  - {id: signs, label: Was there, takes: ticks, group: happened, options: [{id: child, label: A child}]}
  - {id: series, label: Each call, takes: rows, most: 5, columns: [when, what], group: happened, only: screen, why: A sheet is rows.}
  - {id: written, label: Written, takes: set, group: happened}
sheets:
  - id: calls
    places:
      - {id: when, label: Date, fields: [when]}
      - {id: what, label: "What, and who was there", fields: [what, signs]}
      - {id: child, label: A child, fields: [signs.child]}
      - {id: written, label: Written on, fields: [written]}
      - {id: signature, label: Signature, only: paper, why: It is made by hand.}
  - id: letter
    others: "yes"
    places:
      - {id: when, label: Day, fields: [when]}
police:
  - {id: uk, report_number: Crime reference, sources: [work]}
notes:
  - {id: late, says: A late entry counts., kinds: [call], fields: [when], sources: [work]}
words:
  - {id: always, avoid: Always., better: A number., fields: [what], sources: [work]}
"""
SHEETS = """\
- {id: calls, title: Calls, group: log, purpose: For calls., how: Write., heading: log, orientation: portrait, pages: {a4: 1, letter: 1}}
- {id: letter, title: Letter, group: log, purpose: A letter., how: Write., heading: fixed, orientation: portrait, pages: {a4: 1, letter: 1}}
"""
CALLS = """\
{%- set columns = [
  ("when", labels.when, 20),
  ("what", labels.what, 80),
] -%}
{{ macros.table(_("Rows"), columns) }}
{{ macros.box(labels.child) }}
{{ macros.reminder(_("The phone")) }}
{{ macros.field(labels.written) }}
{{ macros.lines(2, labels.signature) }}
"""
LETTER = '{{ macros.field(_("Ask for")) }}{{ macros.field(labels.when) }}'
FILE = "content/log.yml"


def problems_in(text=LOG, calls=CALLS, sheets=SHEETS):
    content = Content(
        sources=[Source(id="work", title="A work", by="Somebody", read="2026-11-22", how="read")],
        places={"content/places/uk.yml": Place(country="United Kingdom", emergency=(), helplines=(), law=())},
        templates={"theme/sheets/calls.html": calls, "theme/sheets/letter.html": LETTER},
    )
    content.sheets, _ = read_list("content/sheets.yml", load_yaml(sheets), Sheet)
    content.log, problems = read_log(load_yaml(text))
    return problems + list(problems_of_log(content))


def changed(text, old, new):
    assert old in text
    return text.replace(old, new, 1)


def test_a_sound_list_has_no_problem():
    assert problems_in() == []


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        pytest.param("kinds:", "sorts: []\nkinds:",
            "sorts: no such list; possible: kinds, groups, fields, items, sheets, police, notes, words", id="unknown-list"),
        pytest.param("id: call, label: Call,", "id: Call, label: Call,",
            "kinds: Call: id: got 'Call'; write a name in snake_case", id="id"),
        pytest.param("sheets: [calls]", "sheets: []", "kinds: call: sheets: no sheet holds it on paper; name at least one", id="kind-without-sheet"),
        pytest.param("sheets: [calls]", "sheets: [visits]",
            "kinds: call: sheets: visits is unknown; possible: an id in the list of sheets", id="unknown-sheet"),
        pytest.param(", first: [call]", "",
            "kinds: call: first: no field comes first; name this kind in the `first` of what it asks for", id="nothing-first"),
        pytest.param("first: [call]", "first: [call, visit]",
            "fields: what: first: visit is unknown; possible: an id in the list of kinds", id="unknown-kind"),
        pytest.param("\nsheets:\n", "\nitems:\n  - {id: visit}\nsheets:\n",
            "items: visit: id: unknown; possible: an id in the list of fields", id="unknown-field-of-item"),
        pytest.param("\nsheets:\n", "\nitems:\n  - {id: what, hint: A letter.}\nsheets:\n",
            "items: what: hint: it is for words of its own; write a label, too", id="hint-without-label"),
        pytest.param("takes: set", "takes: sound",
            "fields: written: takes: got 'sound'; possible: line, text, number, day, choice, ticks, rows, files, when, set", id="takes"),
        pytest.param("takes: when, group: happened", "takes: when, group: later",
            "fields: when: group: later is unknown; possible: an id in the list of groups", id="unknown-group"),
        pytest.param("groups:\n", "groups:\n  - {id: later, label: Later}\n",
            "groups: later: no field is in it; name it in a field's group, or remove it", id="empty-group"),
        pytest.param("takes: text, most: 80", "takes: text",
            "fields: what: most: lines, texts, numbers, rows and files need it, no others; possible: a number such as 80", id="no-most"),
        pytest.param("takes: set", "takes: set, most: 80",
            "fields: written: most: lines, texts, numbers, rows and files need it, no others; possible: a number such as 80", id="most"),
        pytest.param(", options: [{id: child, label: A child}]", ", options: []",
            "fields: signs: options: a choice and ticks need them, others take none; possible: a list of id and label", id="no-options"),
        pytest.param("{id: child, label: A child}]", "{id: child, label: A child, letter: ch}]",
            "fields: signs: options: entry 1: letter: got 'ch'; write one capital letter", id="letter"),
        pytest.param("{id: child, label: A child}]", "{id: child, label: A child}, {id: child, label: B}]",
            "fields: signs: options: child: this id is there twice; give each entry its own", id="option-twice"),
        pytest.param("columns: [when, what]", "columns: [when, series]",
            "fields: series: columns: series is unknown; possible: a field that takes no rows", id="rows-in-rows"),
        pytest.param("columns: [when, what], ", "",
            "fields: series: columns: rows need them, others take none; possible: a list of fields", id="no-columns"),
        pytest.param("takes: set", "takes: set, first: [call]",
            "fields: written: takes: the log sets it, so no kind asks for it and it stays in its entry; leave the other out", id="set-first"),
        pytest.param("takes: set", "takes: set, apart: 'yes'",
            "fields: written: takes: the log sets it, so no kind asks for it and it stays in its entry; leave the other out", id="set-apart"),
        pytest.param(", why: A sheet is rows.", "", "fields: series: why: `only` needs a reason; write it in a sentence", id="no-reason"),
        pytest.param("takes: set", "takes: set, why: It is.",
            "fields: written: why: it gives the reason for `only`, which is not there; leave it out", id="reason"),
        pytest.param("only: screen, why: A sheet", "only: paper, why: A sheet",
            "fields: series: only: got 'paper'; possible: screen", id="field-only-on-paper"),
        pytest.param("takes: set", "takes: set, only: screen, why: It is.",
            "fields: written: only: calls.written stands for it; leave out `only`, or take it out there", id="only-and-on-paper"),
        pytest.param("only: screen, why: A sheet is rows.", "apart: no",
            "fields: series: only: no sheet has it; name it in a place on paper, or write `only: screen` and why", id="not-on-paper"),
        pytest.param("fields: [signs.child]", "fields: [signs.dog]",
            "sheets: calls: child: fields: signs.dog is unknown; possible: a field, or field.option", id="unknown-option"),
        pytest.param("label: A child, fields: [signs.child]", "label: A child",
            "sheets: calls: child: fields: no field stands for it; name one, or write `only: paper` and why", id="not-on-the-screen"),
        pytest.param("only: paper,", "only: paper, fields: [when],",
            "sheets: calls: signature: only: fields stand for it; leave out one of the two", id="only-and-on-the-screen"),
        pytest.param(", why: It is made by hand.", "",
            "sheets: calls: signature: why: `only` needs a reason; write it in a sentence", id="place-without-reason"),
        pytest.param("{id: signature,", "{id: when,",
            "sheets: calls: when: this id is there twice; give each entry its own", id="place-twice"),
        pytest.param("- id: letter", "- id: notice", "sheets: notice: id: notice is unknown; possible: an id in content/sheets.yml", id="no-such-sheet"),
        pytest.param("{id: uk,", "{id: fr,", "police: fr: id: unknown; possible: a file's name in content/places", id="unknown-country"),
        pytest.param("reference, sources: [work]", "reference, sources: [dream]", "police: uk: sources: dream is unknown; possible: an id in content/sources.yml", id="unknown-source"),
        pytest.param("kinds: [call], fields: [when]", "kinds: [visit], fields: [when]",
            "notes: late: kinds: visit is unknown; possible: an id in the list of kinds", id="note-of-unknown-kind"),
        pytest.param("better: A number., fields: [what]", "better: A number., fields: [why]",
            "words: always: fields: why is unknown; possible: an id in the list of fields", id="words-of-unknown-field"),
        pytest.param("better: A number., fields: [what]", "better: A number., fields: []",
            "words: always: fields: the list is too short; name at least 1", id="words-of-no-field"),
        pytest.param("{id: late,", "{id: Late,", "notes: Late: id: got 'Late'; write a name in snake_case", id="note-id"),
    ],
)  # fmt: skip
def test_a_problem_names_file_field_and_what_is_possible(old, new, expected):
    assert f"{FILE}: {expected}" in problems_in(changed(LOG, old, new))


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        pytest.param("labels.child", '_("A child")', "line 6: content/log.yml does not name what is written here", id="box"),
        pytest.param("labels.written", '"Written"', "line 8: content/log.yml does not name what is written here", id="field"),
        pytest.param("2, labels.signature", "2", "line 9: content/log.yml does not name what is written here", id="lines"),
        pytest.param("labels.what", '_("What")', "line 3: content/log.yml does not name what is written here", id="column"),
        pytest.param('("what",', '("words",', "line 3: content/log.yml does not name what is written here", id="column-of-another-name"),
    ],
)  # fmt: skip
def test_words_that_a_template_says_itself_are_a_problem(old, new, expected):
    possible = "labels.NAME of a place of calls, or macros.reminder for what is only to tick off"
    assert f"theme/sheets/calls.html: {expected}; possible: {possible}" in problems_in(
        calls=changed(CALLS, old, new)
    )


def test_a_place_that_the_template_does_not_have_is_a_problem():
    assert problems_in(calls=changed(CALLS, "{{ macros.box(labels.child) }}\n", "")) == [
        f"{FILE}: sheets: calls: child: theme/sheets/calls.html does not use it; write labels.child, or remove it"
    ]


def test_a_place_that_the_list_does_not_have_is_a_problem():
    assert problems_in(calls=changed(CALLS, "labels.child", "labels.dog")) == [
        "theme/sheets/calls.html: labels.dog: no such place; possible: a place of calls in content/log.yml",
        f"{FILE}: sheets: calls: child: theme/sheets/calls.html does not use it; write labels.child, or remove it",
    ]


def test_a_sheet_of_the_log_that_the_list_does_not_have_is_a_problem():
    more = SHEETS + SHEETS.splitlines(keepends=True)[0].replace("id: calls", "id: visits")
    assert problems_in(sheets=more) == [
        f"content/sheets.yml: visits: heading: {FILE} does not list it; add it to its sheets"
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("- {id: call}", f"{FILE}: the file: got no lists by name; possible: kinds, groups, fields, items, sheets, police, notes, words"),
        ("kinds: call", f"{FILE}: kinds: got 'call'; write a list of entries"),
    ],
)  # fmt: skip
def test_a_file_of_another_form_is_one_problem(text, expected):
    _, problems = read_log(load_yaml(text))
    assert problems == [expected]


def test_every_problem_is_told_at_once():
    broken = LOG.replace("takes: set", "takes: sound").replace("sheets: [calls]", "sheets: [visits]")
    assert len(problems_in(broken)) >= 2


def test_the_list_says_what_comes_first_and_where_a_field_is_on_paper():
    log, _ = read_log(load_yaml(LOG))
    assert [field.id for field in log.first_for("call")] == ["what"]
    assert places_of(log.sheets, "signs") == ("calls.what", "calls.child")
    assert log.labels("calls").what == "What, and who was there"
    assert log.field_called("what").most == 80


def test_letters_on_paper_say_what_they_stand_for():
    options = "options: [{id: call, label: Call, letter: C}, {id: post, label: Post or comment, letter: P}, {id: visit, label: Visit}]"
    log, problems = read_log(load_yaml(changed(LOG, "options: [{id: child, label: A child}]", options)))
    assert problems == []
    assert log.letters("signs") == "C call, P post or comment"
