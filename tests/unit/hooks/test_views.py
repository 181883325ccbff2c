"""The table of views: every problem at once, and what the build reads from it."""

from pathlib import Path

import pytest

from hooks.assets.bundles import BUNDLES, WORKERS
from hooks.content.records import PerPaper, Sheet
from hooks.content.views import (
    FILE,
    OWN_NAMES,
    View,
    bundles_of,
    not_carried,
    problems_of_names,
    read_views,
    styles_on_request,
    views_of_pages,
)
from hooks.single_file.editions import editions_of

ROOT = Path(__file__).parents[3]
SOURCES = ("log.html", "components/log/log.js", "components/log/log.css", "reader.js", "page.js")
ROWS = {
    "start": View(page_script="reader.js"),
    "now": View(page_script="where.js"),
    "log": View(template="log.html", script="components/log/log.js", styles="components/log/log.css"),
    "host": View(script="host.js", styles="host.css", on_request="yes", one_file="no"),
    "sheet": View(styles="sheets/sheets.css", on_request="yes"),
}
SHEET = Sheet(
    id="incidents",
    title="Log",
    group="log",
    purpose="One line.",
    how="Write.",
    heading="log",
    orientation="portrait",
    pages=PerPaper(a4="1", letter="1"),
)


@pytest.fixture
def read(tmp_path):
    """Return a function that writes a table beside some sources, and reads it."""
    for name in SOURCES:
        path = tmp_path / "theme" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("", encoding="utf-8")

    def read(text):
        (tmp_path / FILE).write_text(text, encoding="utf-8")
        return read_views(tmp_path)

    return read


def test_a_row_says_what_a_view_needs_and_the_rest_is_as_plain_as_can_be(read):
    views, problems = read("log: {template: log.html, script: components/log/log.js, on_request: yes}\n")

    assert problems == []
    assert views == {
        "log": View(template="log.html", script="components/log/log.js", on_request="yes"),
    }
    log = views["log"]
    assert (log.scripts, log.script_names, log.styles_name) == (("assets/log.js",), "log", "")
    assert (log.one_file, log.in_offline_copy, View().on_request) == ("whole", "always", "no")


def test_what_keeps_comes_before_the_script_of_a_view_that_can_keep():
    log = View(script="components/log/log.js", page_script="page.js", keeps="yes")

    assert log.scripts == ("assets/keeping.js", "assets/log.js", "assets/page.js")
    assert log.script_names == "keeping log"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", "the file: got no rows; write a view's name, and its fields below"),
        ("[log]", "the file: got no rows; write a view's name, and its fields below"),
        ("log: yes", "log: got 'yes'; write fields as `name: value`"),
        ("log: {on_request: 'true'}", "log: on_request: got 'true'; possible: yes, no"),
        ("log: {one_file: small}", "log: one_file: got 'small'; possible: whole, packed, no"),
        (
            "log: {script: log}",
            "log: script: got 'log'; write the path of a file in theme/ that ends in .js, "
            "such as components/log/log.js",
        ),
        (
            "log: {later_scripts: log.js}",
            "log: later_scripts: got 'log.js'; write a list, such as [one, two]",
        ),
        (
            "log: {later_scripts: [lost.js]}",
            "log: later_scripts: there is no theme/lost.js; write it, or name another",
        ),
        ("log: {script: lost.js}", "log: script: there is no theme/lost.js; write it, or name another"),
        (
            "log: {script: page.js}",
            "log: script: got 'page.js'; the guide has a file of that name; "
            "possible: any but first, first-again, language, page, guide, keeping, attachments, vault, "
            "vault-files, words, strength, log-reading",
        ),
        (
            "log: {colour: red}",
            "log: colour: no such field; "
            "possible: template, script, page_script, keeps, later_scripts, styles, on_request, one_file, "
            "in_offline_copy",
        ),
        (
            "log: {keeps: yes, page_script: reader.js}",
            "log: keeps: got 'yes' without a script; name it, or leave keeps out",
        ),
    ],
)
def test_a_problem_names_the_view_what_is_wrong_and_what_is_possible(read, text, expected):
    assert read(text)[1] == [f"theme/views.yml: {expected}"]


def test_all_problems_are_told_at_once(read):
    _, problems = read("log: {on_request: maybe, script: lost}\nsigns: {styles: lost.css}\n")

    assert [problem.split(": ")[1:3] for problem in problems] == [
        ["log", "script"],
        ["log", "on_request"],
        ["signs", "styles"],
    ]


def test_two_files_of_one_name_would_be_one_in_the_site(read, tmp_path):
    (tmp_path / "theme/log.js").write_text("", encoding="utf-8")
    _, problems = read("log: {script: log.js}\nother: {script: components/log/log.js}\n")

    assert problems == [
        "theme/views.yml: components/log/log.js and log.js have one name in assets/; give one another"
    ]


def test_a_row_of_a_view_that_no_page_has_is_a_problem():
    assert [*problems_of_names(ROWS, ["start", "now", "log", "hosts"])] == [
        "theme/views.yml: host: no page in docs/ has this view; possible: hosts, start, now"
    ]


def test_each_page_has_a_view_and_each_sheet_that_of_sheets_with_its_own_template():
    views = views_of_pages(ROWS, ["phone", "start"], [SHEET])

    assert [*views] == ["start", "phone", "sheet-incidents"]
    assert views == {
        "start": ROWS["start"],
        "phone": View(),
        "sheet-incidents": View(
            template="sheets/incidents.html", styles="sheets/sheets.css", on_request="yes"
        ),
    }


def test_scripts_and_styles_are_bundled_once_under_their_own_name():
    assert bundles_of([ROWS["log"], ROWS["log"], ROWS["now"]]) == {
        "assets/log.js": "theme/components/log/log.js",
        "assets/where.js": "theme/where.js",
        "assets/own/log.css": "theme/components/log/log.css",
    }


def test_the_one_file_carries_all_but_what_needs_a_host_or_stands_alone():
    assert not_carried(ROWS) == ("assets/host.js", "assets/host.css", "assets/where.js")


def test_only_the_small_file_unpacks_the_styles_of_views_on_request_first():
    whole, small = editions_of({**ROWS, "plan": View(one_file="packed")})

    assert (whole.unpacks_first, small.unpacks_first) == (
        (),
        ("assets/reader.js", "assets/host.css", "assets/sheets.css"),
    )
    for edition in (whole, small):
        assert (edition.views_left_out, edition.views_packed) == ({"host"}, {"plan"})
        assert edition.has("assets/log.js")
        assert not edition.has("assets/host.js")


def test_styles_come_packed_where_no_view_needs_them_at_once():
    assert styles_on_request(ROWS) == ("assets/host.css", "assets/sheets.css")
    assert styles_on_request({**ROWS, "list": View(styles="sheets/sheets.css")}) == ("assets/host.css",)


def test_names_that_the_guide_takes_are_those_of_its_own_files():
    own = [Path(uri).stem for uri in (*BUNDLES, *WORKERS) if not uri.startswith("assets/python/")]

    assert sorted(own) == sorted(OWN_NAMES)


def test_the_table_of_this_guide_has_no_problem():
    views, problems = read_views(ROOT)

    assert problems == []
    assert views["plan"].one_file == "packed"
