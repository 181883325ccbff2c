"""What proves a text about traces: what a marker names is there, and says what the text says."""
# ruff: noqa: E501 (a problem's sentence stays whole)

from __future__ import annotations

import pytest

from hooks.content.front_matter import load_yaml
from hooks.content.load import read_list
from hooks.content.markers import NO_PROOF, blocks_of, problems_of_markers, without_markers
from hooks.content.model import Content
from hooks.content.records import Trace
from hooks.content.traces import TRACES

RECORD = """- {{id: {id}, journey: {journey}, browser: chromium, version: "1", host: strict, window: normal, end: closed,
   rows: [{rows}], listed: {listed}, day: 2026-11-30, {more}}}
"""
FILE = (
    RECORD.format(id="plan-leave-chromium", journey="plan-leave", rows="Weather", listed="no", more="typed: 0, content: 0, back: before")
    + RECORD.format(id="plan-leave-plain-chromium", journey="plan-leave-plain", rows="Weather", listed="no", more="typed: 0, content: 12")
    + RECORD.format(id="read-back-chromium", journey="read-back", rows="Notes", listed="yes", more="content: 0")
)  # fmt: skip
TRACES_FOUND = read_list(TRACES, load_yaml(FILE), Trace)[0]


def problems_of(text, tmp_path, name="docs/reading.md"):
    content = Content(traces=TRACES_FOUND, files={name: f"---\nview: reading\n---\n{text}\n"})
    return [problem.removeprefix(f"{name}: ") for problem in problems_of_markers(content, tmp_path)]


def test_blocks_are_paragraphs_and_entries_with_the_markers_below_them():
    text = "---\nview: x\n---\n# Title { #title }\n\nOne\ntwo.\n<!-- measured: a -->\n\n- Three\n  four.\n  <!-- measured: b -->\n  <!-- not measured -->\n- Five.\n\n<!-- advice: lock -->\n\n<!-- not measured -->\n"

    assert [(block.line, block.text, [marker["kind"] for marker in block.markers]) for block in blocks_of(text)] == [
        (6, "One two.", ["measured"]),
        (10, "- Three four.", ["measured", "not measured"]),
        (14, "- Five.", []),
        (18, "", ["not measured"]),
    ]  # fmt: skip


def test_readers_see_no_marker_and_all_else():
    text = "One.\n<!-- measured: plan-leave-chromium typed=0 -->\n<!-- tested: tests/x.py -->\n\n- Two.\n  <!-- not measured -->\n  <!-- measured by hand: 2026-11-28 -->\n- Three.\n\n<!-- advice: lock -->\n"

    assert without_markers(text) == "One.\n\n- Two.\n- Three.\n\n<!-- advice: lock -->\n"


@pytest.mark.parametrize(
    "text",
    [
        "The history lists it.\n<!-- measured: plan-leave-chromium -->",
        "Nothing stays.\n<!-- measured: plan-leave-chromium plan-leave-plain-chromium typed=0 listed=no rows=1 -->",
        "A copy stays.\n<!-- measured: plan-leave-plain-chromium content=some -->\n<!-- measured: plan-leave-chromium content=0 -->",
        "It may stay. We have not tested this.\n<!-- not measured -->",
        "You can delete it.\n<!-- not measured: advice -->",
        "Somebody may look at the history.\n<!-- not measured: beyond -->",
        "In our test, the list was empty.\n<!-- measured by hand: 2026-11-28 -->",
        "It locks, and nothing is stored.\n<!-- tested: tests/browser/test_lock.py -->",
        "## What stays { #what-stays }\n\nCall a friend.",
        "You can go back to the start.",
    ],
)
def test_a_text_with_its_proof_is_sound(text, tmp_path):
    (tmp_path / "tests/browser").mkdir(parents=True)
    (tmp_path / "tests/browser/test_lock.py").touch()

    assert problems_of(text, tmp_path) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Then press Back.", f'it speaks of traces ("Back") and names no proof; {NO_PROOF}'),
        ("- Call.\n- Nothing is kept.", f'it speaks of traces ("kept") and names no proof; {NO_PROOF}'),
        ("It stays.\n<!-- measured: plan-leve-chromium -->",
         "measured: plan-leve-chromium is unknown; possible: an id in content/traces.yml"),
        ("It stays.\n<!-- measured: -->", "measured: it names no journey; possible: an id in content/traces.yml"),
        ("It stays.\n<!-- measured: listed=no -->", "measured: it names no journey; possible: an id in content/traces.yml"),
        ("It stays.\n<!-- measured: plan-leave-plain-chromium content=0 -->",
         "measured: plan-leave-plain-chromium: content: it is 12, and the text rests on 0; mend what leaves it, or the text"),
        ("It stays.\n<!-- measured: plan-leave-chromium content=some -->",
         "measured: plan-leave-chromium: content: it is 0, and the text rests on some; mend what leaves it, or the text"),
        ("It stays.\n<!-- measured: plan-leave-chromium read-back-chromium listed=no -->",
         "measured: read-back-chromium: listed: it is yes, and the text rests on no; mend what leaves it, or the text"),
        ("It stays.\n<!-- measured: read-back-chromium typed=0 -->",
         "measured: read-back-chromium: typed: nothing was measured, and the text rests on 0; mend what leaves it, or the text"),
        ("It stays.\n<!-- measured: plan-leave-chromium back=guide -->",
         "measured: plan-leave-chromium: back: it is before, and the text rests on guide; mend what leaves it, or the text"),
        ("It stays.\n<!-- measured: plan-leave-chromium colour=red -->",
         f"measured: colour: no such field; possible: {', '.join(Trace.__dataclass_fields__)}"),
        ("It may stay.\n<!-- not measured -->",
         "not measured: the text does not say so to readers; possible: We have not tested …, or <!-- not measured: advice or beyond -->"),
        ("It may stay.\n<!-- not measured: later -->", "not measured: got 'later'; possible: advice, beyond, or nothing"),
        ("It stays.\n<!-- tested: tests/browser/test_gone.py -->",
         "tested: there is no tests/browser/test_gone.py; possible: a file in tests"),
        ("It stays.\n<!-- tested: ../tests/a.py -->", "tested: there is no ../tests/a.py; possible: a file in tests"),
        ("It stays.\n<!-- tested: -->", "tested: it names no file; possible: a file in tests"),
        ("In our test it stays.\n<!-- measured by hand: in November -->",
         "measured by hand: got 'in November'; write the day as YYYY-MM-DD"),
        ("It stays.\n<!-- measured by hand: 2026-11-28 -->",
         'measured by hand: the text does not say so to readers; possible: "In our test …"'),
        ("Call a friend.\n\n<!-- not measured: advice -->",
         "a marker belongs to no text; write it right below what it proves, without an empty line"),
    ],
)  # fmt: skip
def test_a_text_without_a_sound_proof_stops_the_build(text, expected, tmp_path):
    (tmp_path / "tests").mkdir()
    (problem,) = problems_of(text, tmp_path)

    assert problem.partition(": ")[0].startswith("line ")
    assert problem.partition(": ")[2] == expected


def test_other_pages_need_no_proof_and_what_they_name_is_looked_at(tmp_path):
    assert problems_of("The history lists it.", tmp_path, "docs/phone.md") == []
    assert problems_of("It stays.\n<!-- measured: lost -->", tmp_path, "docs/phone.md") == [
        "line 4: measured: lost is unknown; possible: an id in content/traces.yml"
    ]
