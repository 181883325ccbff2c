"""One small style sheet is made of Material's and ours."""

from __future__ import annotations

from pathlib import Path

import pytest

from hooks.pages import OutputError
from hooks.styles import write_styles

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
:root { --search-icon: url(data:,x); --taken: 1px }
@media print { .used { margin: var(--taken) } .unused { margin: 0 } }
"""
OURS = '[data-reader="ready"] .ours { color: black } summary { color: navy }'
PAGE = (
    '<!doctype html><html><body class="md-typeset"><p class="used">only-a-word <a href="x">y</a></p>'
    "<details></details></body></html>"
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "assets/stylesheets").mkdir(parents=True)
    (tmp_path / "assets/stylesheets/main.1234.min.css").write_text(THEIRS)
    (tmp_path / "assets/own.css").write_text(OURS)
    (tmp_path / "assets/reader.js").write_text('(()=>{let e="set-by-script";document.body.className=e})();')
    (tmp_path / "index.html").write_text(PAGE)
    return tmp_path


@pytest.fixture
def styles(folder: Path) -> str:
    write_styles(folder, ROOT)
    return (folder / "assets/guide.css").read_text()


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
    "name", ["only-a-word", "md-search", "unused", "never", "--search-icon", "details summary", "\n\n"]
)
def test_a_rule_that_nothing_uses_is_gone(styles: str, name: str) -> None:
    assert name not in styles


def test_only_the_one_style_sheet_is_left(folder: Path, styles: str) -> None:
    assert sorted(path.name for path in folder.rglob("*.css*")) == ["guide.css"]


def test_the_same_input_gives_the_same_bytes(folder: Path, styles: str) -> None:
    (folder / "assets/stylesheets").mkdir()
    (folder / "assets/stylesheets/main.1234.min.css").write_text(THEIRS)
    (folder / "assets/own.css").write_text(OURS)
    write_styles(folder, ROOT)
    assert (folder / "assets/guide.css").read_text() == styles


def test_missing_npm_packages_are_named_with_the_line_to_type(folder: Path, tmp_path: Path) -> None:
    with pytest.raises(OutputError) as error:
        write_styles(folder, tmp_path)
    assert error.value.problems == [
        "assets/guide.css: purgecss and esbuild: not installed; possible: npm ci --ignore-scripts"
    ]


def test_a_broken_style_sheet_stops_the_build_and_says_why(folder: Path) -> None:
    (folder / "assets/own.css").write_text(".a { color: red")
    with pytest.raises(OutputError, match=r"assets/guide\.css: could not be made:"):
        write_styles(folder, ROOT)
