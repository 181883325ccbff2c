"""An organisation's line is on sheets that are given to others, and never where it could betray a reader."""

from __future__ import annotations

from types import SimpleNamespace

import pytest
from lxml import html

from hooks.content.records import GROUPS
from hooks.layers.fields import PAPERS
from hooks.layers.organisation import Line, Organisation, Paper
from hooks.layers.paper_line import foot_of, foot_styles, write_foot
from tests.conftest import ROOT

PAPER = Paper(line="Casa Clara · 1800 000 111", on=PAPERS)
LINE = Line(name="Casa Clara", number=("1800 000 111",))


def sheet(group="handouts", heading="fixed"):
    return SimpleNamespace(id="one", group=group, heading=heading)


def test_the_line_is_at_the_foot_of_the_groups_that_are_named():
    organisation = Organisation(paper=Paper(line="Casa Clara"))
    assert foot_of(sheet("handouts"), organisation) == "Casa Clara"
    assert foot_of(sheet("now"), organisation) == ""


@pytest.mark.parametrize("group", sorted({*GROUPS} - {*PAPERS}))
def test_no_log_evidence_plan_or_police_sheet_has_one(group):
    on_all = Paper(line="Casa Clara", on=GROUPS)
    assert foot_of(sheet(group), Organisation(paper=on_all, line=(LINE,))) == ""


def test_no_sheet_that_can_be_headed_as_a_log_has_one():
    assert foot_of(sheet("checks", heading="log"), Organisation(paper=PAPER, line=(LINE,))) == ""


def test_handouts_have_ones_own_numbers_where_the_line_does_not_say_them():
    other = Line(name="Text line", number=("50 808",))
    assert foot_of(sheet(), Organisation(line=(LINE,))) == "Casa Clara 1800 000 111"
    assert foot_of(sheet(), Organisation(paper=PAPER, line=(LINE, other))) == (
        "Casa Clara · 1800 000 111 · Text line 50 808"
    )
    assert foot_of(sheet("now"), Organisation(line=(LINE,))) == ""


def test_what_has_no_room_on_the_line_is_left_out():
    long = Paper(line="x" * 80)
    assert foot_of(sheet(), Organisation(paper=long, line=(LINE,))) == "x" * 80


def test_each_side_has_it_and_each_half_that_is_cut_off():
    sides = html.fromstring("<div><section class='sheet'>a</section><section class='sheet'>b</section></div>")
    halves = html.fromstring("<div><section class='sheet'><section class='half-sheet'>a</section>"
                             "<section class='half-sheet'>b</section></section></div>")  # fmt: skip
    for paper in (sides, halves):
        write_foot(paper, sheet(), Organisation(line=(LINE,)))
        assert paper.xpath("count(.//p[@class='sheet-foot'])") == 2
        assert paper.xpath("string(.//p)") == "Casa Clara 1800 000 111"
    assert halves.xpath("./section/p") == []


def test_the_guides_own_sheets_are_as_they_were():
    sides = html.fromstring("<div><section class='sheet'>a</section></div>")
    write_foot(sides, sheet(), None)
    markup = html.tostring(sides, encoding="unicode")
    assert markup == '<div><section class="sheet">a</section></div>'
    assert foot_styles(ROOT, markup) == ""
