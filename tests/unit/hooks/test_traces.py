"""What was measured in browsers: each record, and the list of them."""
# ruff: noqa: E501 (a problem's sentence stays whole)

from __future__ import annotations

from pathlib import Path

import pytest

from hooks.content.front_matter import load_yaml
from hooks.content.load import read_list
from hooks.content.records import Source, Trace
from hooks.content.traces import TRACES, as_measured, problems_of_traces

ROOT = Path(__file__).parents[3]
PLAN = """- id: plan-leave-chromium
  journey: plan-leave
  browser: chromium
  version: "156.0"
  host: strict
  window: normal
  end: closed
  rows: ["Weather"]
  listed: no
  suggested: yes
  content: 0
  typed: 0
  named: 14
  back: before
  day: 2026-11-30
"""
READ = PLAN.replace("plan-leave", "read-leave").replace("  typed: 0\n", "")


def problems_of(text):
    traces, problems = read_list(TRACES, load_yaml(text), Trace)
    return [*problems, *problems_of_traces(traces)]


def test_counts_are_numbers_and_what_was_left_out_is_none():
    (trace,), problems = read_list(TRACES, load_yaml(READ), Trace)

    assert problems == []
    assert (trace.rows, trace.content, trace.typed, trace.named) == (("Weather",), 0, None, 14)
    assert (trace.back, trace.reopened, trace.suggested) == ("before", "", "yes")


def test_the_guide_can_have_several_rows_of_one_title():
    assert problems_of(PLAN.replace('["Weather"]', '["Notes", "Notes"]')) == []
    assert problems_of(PLAN.replace('["Weather"]', "[]")) == []


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        pytest.param("listed: no", "listed: maybe", "listed: got 'maybe'; possible: yes, no", id="listed"),
        pytest.param("browser: chromium", "browser: safari", "browser: got 'safari'; possible: chromium, firefox", id="browser"),
        pytest.param("content: 0", "content: none", "content: got 'none'; write a number such as 80", id="count"),
        pytest.param("back: before", "back: weather", "back: got 'weather'; possible: before, guide, guide-typed, blank, none", id="back"),
        pytest.param("  day: 2026-11-30\n", "", "day: required, but missing; The day it was measured.", id="no-day"),
        pytest.param("  day:", "  weather: fine\n  day:", f"weather: no such field; possible: {', '.join(Trace.__dataclass_fields__)}", id="unknown-field"),
        pytest.param("journey: plan-leave", "journey: plan-close", "id: it is named after its journey and its browser; write plan-close-chromium", id="id"),
    ],
)  # fmt: skip
def test_a_wrong_record_is_reported_with_what_is_possible(old, new, expected):
    assert old in PLAN
    assert problems_of(PLAN.replace(old, new)) == [f"content/traces.yml: plan-leave-chromium: {expected}"]


def test_the_list_is_sorted_and_names_each_once():
    assert problems_of(PLAN + READ) == []
    assert problems_of(READ + PLAN) == [
        "content/traces.yml: plan-leave-chromium: order: it stands behind read-leave-chromium; sort the list by id"
    ]
    assert problems_of(PLAN + PLAN) == [
        "content/traces.yml: plan-leave-chromium: this id is there twice; give each entry its own"
    ]


def test_every_problem_of_the_file_is_told_at_once():
    assert problems_of(
        PLAN.replace("end: closed", "end: open") + READ.replace("host: strict", "host: ours")
    ) == [
        "content/traces.yml: plan-leave-chromium: end: got 'open'; possible: closed, killed",
        "content/traces.yml: read-leave-chromium: host: got 'ours'; possible: strict, plain, file",
    ]


def test_the_work_of_our_own_carries_the_versions_and_the_newest_day_that_were_measured():
    ours = Source(id="own-measurements", title="What stays", by="us", read="2026-11-22", how="read")
    other = Source(id="work", title="A work", by="them", read="2026-11-22", how="read")
    traces = read_list(TRACES, load_yaml(PLAN + READ.replace("11-30", "12-01")), Trace)[0]

    found, unchanged = as_measured([ours, other], traces)

    assert (found.title, found.read, unchanged) == ("What stays: Chromium 156", "2026-12-01", other)
    assert as_measured([ours], []) == [ours]
