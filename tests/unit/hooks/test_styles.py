"""Small style sheets are made of Material's and ours: one for every page, others for views that need more."""

from __future__ import annotations

from pathlib import Path

import pytest

from hooks.assets.styles import write_styles
from hooks.site.pages import OutputError, read_pages

ROOT = Path(__file__).resolve().parents[3]
THEIRS = """
.md-typeset .used { color: red }
.set-by-script { color: green }
.only-a-word { color: blue }
.md-search { background: var(--search-icon) }
.md-typeset .used a[href]:focus-visible { outline: 1px solid }
details summary { color: pink }
@page { margin: 25mm }
@keyframes turn { to { rotate: 1turn } }
@keyframes never { to { rotate: 2turn } }
.used { animation: turn 1s }
[dir=rtl] .used { padding-right: 6px }
:root { --search-icon: url(data:,x); --taken: 1px }
@media print { .used { margin: var(--taken) } .unused { margin: 0 } }
.plan-only, .used { padding: 1px }
.plan-script { padding: 2px }
.keeping-script { padding: 5px }
.word-of-a-worker { padding: 3px }
:root { --for-the-plan: 4px }
"""
OURS = '[data-reader="ready"] .ours { color: black } summary { color: navy }'
OUR_PLAN = ".ours-too { margin: var(--for-the-plan) }"
PAGE = (
    '<!doctype html><html dir="rtl"><body class="md-typeset">'
    '<p class="used">only-a-word <a href="x">y</a></p><details></details></body></html>'
)
PLAN = (
    '<!doctype html><html><body><article data-styles="plan" data-script="keeping plan">'
    '<p class="plan-only used"></p></article></body></html>'
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return lay_out(tmp_path)


@pytest.fixture(scope="module")
def finished(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same folder with its style sheets made; tests only read it."""
    folder = lay_out(tmp_path_factory.mktemp("styles"))
    write_styles(folder, ROOT, read_pages(folder))
    return folder


@pytest.fixture
def styles(finished: Path) -> str:
    return (finished / "assets/guide.css").read_text()


def lay_out(tmp_path: Path) -> Path:
    (tmp_path / "assets/stylesheets").mkdir(parents=True)
    (tmp_path / "assets/stylesheets/main.1234.min.css").write_text(THEIRS)
    (tmp_path / "assets/own").mkdir()
    (tmp_path / "assets/own/guide.css").write_text(OURS)
    (tmp_path / "assets/own/plan.css").write_text(OUR_PLAN)
    (tmp_path / "assets/reader.js").write_text('(()=>{let e="set-by-script";document.body.className=e})();')
    (tmp_path / "assets/plan.js").write_text('document.body.className="plan-script"')
    (tmp_path / "assets/keeping.js").write_text('document.body.className="keeping-script"')
    (tmp_path / "assets/words.js").write_text('const list="word-of-a-worker"')
    (tmp_path / "index.html").write_text(PAGE)
    (tmp_path / "plan.html").write_text(PLAN)
    return tmp_path


@pytest.mark.parametrize(
    "rule",
    [
        ".md-typeset .used{",
        ".set-by-script{",
        ":focus-visible{",
        "@page{margin:25mm}",
        "@keyframes turn{",
        "--taken: 1px",
        "[data-reader=ready] .ours{",
        "summary{color:navy}",
    ],
)
def test_a_rule_that_something_can_use_survives(styles: str, rule: str) -> None:
    assert rule in styles


@pytest.mark.parametrize(
    "name",
    [
        "only-a-word",
        "md-search",
        "unused",
        "never",
        "--search-icon",
        "details summary",
        "word-of-a-worker",
        "plan-only",
        "plan-script",
        "keeping-script",
        "ours-too",
        "padding-right",
    ],
)
def test_a_rule_that_nothing_uses_is_gone(styles: str, name: str) -> None:
    assert name not in styles


def test_a_view_with_styles_of_its_own_gets_what_the_common_sheet_does_not_say(
    finished: Path, styles: str
) -> None:
    plan = (finished / "assets/plan.css").read_text()
    assert plan == (
        ".plan-only{padding:1px}.plan-script{padding:2px}.keeping-script{padding:5px}"
        ".ours-too{margin:var(--for-the-plan)}\n"
    )
    assert "--for-the-plan: 4px" in styles


def test_a_style_sheet_that_is_not_there_is_an_error_naming_the_page(folder: Path) -> None:
    (folder / "plan.html").write_text(PLAN.replace('"plan"', '"plam guide"'))
    with pytest.raises(OutputError) as error:
        write_styles(folder, ROOT, read_pages(folder))
    assert error.value.problems == ["plan.html: styles: plam is no style sheet; possible: plan"]


def test_only_the_finished_style_sheets_are_left(finished: Path) -> None:
    assert sorted(path.relative_to(finished).as_posix() for path in finished.rglob("*.css*")) == [
        "assets/guide.css",
        "assets/plan.css",
    ]


def test_the_same_input_gives_the_same_bytes(folder: Path, styles: str, new_root: Path) -> None:
    write_styles(folder, new_root, read_pages(folder))
    assert (folder / "assets/guide.css").read_text() == styles


@pytest.fixture
def new_root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make a project that has cached nothing yet."""
    root = tmp_path_factory.mktemp("root")
    (root / "node_modules").symlink_to(ROOT / "node_modules")
    return root


def test_changed_words_ask_for_no_new_sheet_and_a_changed_class_does(
    folder: Path, new_root: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    write_styles(folder, new_root, read_pages(folder))
    (cached,) = (new_root / ".cache/styles").iterdir()

    for old, new, count in (("only-a-word", "another word", 1), ('"used"', '"used unused"', 2)):
        other = lay_out(tmp_path_factory.mktemp("other"))
        (other / "index.html").write_text(PAGE.replace(old, new))
        write_styles(other, new_root, read_pages(other))
        assert ("unused" in (other / "assets/guide.css").read_text()) == ("unused" in new)
        assert len([*cached.parent.iterdir()]) == count


def test_missing_npm_packages_are_named_with_the_line_to_type(folder: Path, tmp_path: Path) -> None:
    with pytest.raises(OutputError) as error:
        write_styles(folder, tmp_path, read_pages(folder))
    assert error.value.problems == [
        "styles: purgecss and esbuild: not installed; possible: npm ci --ignore-scripts"
    ]


def test_a_broken_style_sheet_stops_the_build_and_says_why(folder: Path) -> None:
    (folder / "assets/own/guide.css").write_text(".a { color: red")
    with pytest.raises(OutputError, match=r"styles: could not be made:"):
        write_styles(folder, ROOT, read_pages(folder))


def test_what_a_rule_of_ours_with_the_same_selector_says_anew_is_left_out_of_theirs(folder: Path) -> None:
    (folder / "assets/own/guide.css").write_text(".set-by-script { color: navy } .used { padding: 9px }")
    write_styles(folder, ROOT, read_pages(folder))
    styles = (folder / "assets/guide.css").read_text()

    assert "green" not in styles
    assert "navy" in styles
    assert "animation:turn 1s" in styles, "ours says nothing about it"
    assert ".md-typeset .used{color:red}" in styles, "another selector"


def test_what_theirs_says_for_lists_in_lists_and_on_the_way_to_another_colour_is_left_out(
    folder: Path,
) -> None:
    theirs = folder / "assets/stylesheets/main.1234.min.css"
    theirs.write_text(
        ".used ul ol { margin: 7px } .used { color: red; transition: color 1s } .used[hidden] { top: 0 }"
    )
    (folder / "index.html").write_text(PAGE.replace("<details>", "<ul><li><ol></ol></li></ul><details>"))
    write_styles(folder, ROOT, read_pages(folder))
    styles = (folder / "assets/guide.css").read_text()

    assert ".used{color:red}" in styles
    assert "7px" not in styles
    assert "top:0" not in styles


@pytest.mark.parametrize(
    ("markup", "script", "is_there"),
    [
        ('<table class="used"></table>', "", False),
        ("<table></table>", "", True),
        ('<table class="used"></table>', 'document.createElement("table")', True),
    ],
)
def test_rules_for_a_table_without_a_class_are_there_where_one_can_be(
    folder: Path, markup: str, script: str, is_there: bool
) -> None:
    theirs = folder / "assets/stylesheets/main.1234.min.css"
    theirs.write_text(
        ".used{color:red} table:not([class]){margin:7px} @media print{table:not([class]){top:0}}"
    )
    (folder / "index.html").write_text(PAGE.replace("<details>", f"{markup}<details>"))
    (folder / "assets/reader.js").write_text(script)
    write_styles(folder, ROOT, read_pages(folder))
    styles = (folder / "assets/guide.css").read_text()

    assert ("7px" in styles, "top:0" in styles) == (is_there, is_there)
    assert ".used{color:red}" in styles
