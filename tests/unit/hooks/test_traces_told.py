"""What readers are told of traces: the worst that was measured, and where browsers differ."""

from __future__ import annotations

from dataclasses import replace

import pytest

from hooks.content.load import read_files, read_list
from hooks.content.records import Trace
from hooks.content.traces import TRACES, problems_of_traces
from hooks.content.traces_told import groups, table_of, when_measured
from tests.unit.hooks.test_traces import PLAN, ROOT, load_yaml

(CHROMIUM,) = read_list(TRACES, load_yaml(PLAN), Trace)[0]
FIREFOX = replace(CHROMIUM, id="plan-leave-firefox", browser="firefox", version="153.8.0esr")


def row_of(*traces):
    (row,) = table_of(traces)
    return row


def test_what_both_browsers_do_is_said_once():
    row = row_of(CHROMIUM, FIREFOX)

    assert row.did == "You wrote in the plan or the log, and pressed Leave now."
    assert (row.note, row.history, row.back, row.files) == (
        "",
        ["The history list does not show this site."],
        ["Back shows what you had open before."],
        ["No text of this guide and nothing you wrote can be read in the browser’s files."],
    )


def test_what_one_browser_does_is_said_of_it():
    row = row_of(CHROMIUM, replace(FIREFOX, listed="yes", content=3, back="guide-typed", reopened="blank"))

    assert row.history == [
        "Chromium: The history list does not show this site.",
        "Firefox: The history list shows this site.",
    ]
    assert row.back == [
        "Chromium: Back shows what you had open before.",
        "Firefox: Back shows this guide, with what you wrote.",
        "Firefox: A tab that is opened again is empty.",
    ]
    assert row.files == [
        "Chromium: No text of this guide and nothing you wrote can be read in the browser’s files.",
        "Firefox: The text of this guide can be read in the browser’s files, but nothing you wrote.",
    ]


def test_a_browser_in_which_nothing_was_measured_is_named():
    row = row_of(FIREFOX)

    assert row.note == "We did not test this in Chromium."
    assert row.history == ["The history list does not show this site."]


def test_a_row_says_the_worst_of_its_journeys_and_that_it_was_not_so_in_each():
    worse = replace(
        CHROMIUM,
        journey="log-leave",
        listed="yes",
        rows=("Notes",) * 3,
        typed=1,
        back="guide",
        reopened="none",
    )
    row = row_of(CHROMIUM, worse)

    assert row.history == ["The history list shows this site, in 3 lines. This was not so in every test."]
    assert row.back == [
        "Back shows this guide, and it may show what you wrote. This was not so in every test.",
        "The tab cannot be opened again.",
    ]
    assert row.files == [
        "Something you wrote can be read in the browser’s files. This was not so in every test."
    ]
    assert row_of(worse, CHROMIUM) == row


@pytest.mark.parametrize(
    ("changes", "files"),
    [
        ({"typed": None}, ["No text of this guide can be read in the browser’s files."]),
        ({"typed": None, "content": 2}, ["The text of this guide can be read in the browser’s files."]),
        (
            {"typed": 2, "content": 2},
            ["The text of this guide and something you wrote can be read in the browser’s files."],
        ),
        ({"typed": 2}, ["Something you wrote can be read in the browser’s files."]),
        (
            {"files": 2},
            [
                "No text of this guide and nothing you wrote can be read in the browser’s files.",
                "The browser or the system keeps the names of files that you saved or added.",
            ],
        ),
        (
            {"content": None, "files": 0},
            ["The names of files that you saved or added are not in the browser’s files."],
        ),
    ],
)
def test_what_the_browsers_files_hold_is_said_whole(changes, files):
    assert row_of(replace(CHROMIUM, **changes)).files == files


def test_of_a_file_its_name_is_what_the_history_shows():
    opened = replace(CHROMIUM, journey="file-leave", host="file", listed="yes", back="", reopened="")

    assert row_of(opened).history == ["The history list shows the file."]
    assert row_of(replace(opened, listed="no")).history == ["The history list does not show the file."]
    assert row_of(opened).back == ["We did not test what comes back."]


def test_versions_and_days_are_those_of_the_records():
    later = replace(CHROMIUM, day="2026-12-02")

    assert when_measured([later, CHROMIUM, FIREFOX]) == [
        "We tested Chromium 156 on 30 November 2026.",
        "We tested Firefox 153 on 30 November 2026.",
    ]


def test_what_no_row_shows_is_reported():
    (problem,) = problems_of_traces([replace(CHROMIUM, id="swim-chromium", journey="swim")])

    assert problem == (
        "content/traces.yml: swim: journey: no row of the readers' table shows it; "
        "name it in `groups` of hooks/content/traces_told.py"
    )


def test_each_journey_is_in_one_row():
    journeys = [journey for _did, journeys in groups() for journey in journeys]

    assert len(journeys) == len({*journeys})


def test_the_table_of_today_has_no_problem():
    traces, problems = read_list(TRACES, read_files(ROOT).data[TRACES], Trace)
    rows = table_of(traces)

    assert problems == []
    assert len(rows) >= 10
