"""An installed guide takes ready assets where a checkout makes them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from lxml import html
from mkdocs.exceptions import PluginError

from hooks.assets.bundles import Bundle, bundle_once, make_bundle, state_of_sources
from hooks.assets.python_bundle import bundle_files, slim_files
from hooks.assets.ready import is_ready, packages_folder
from hooks.assets.styles import has_more, names_of, write_styles
from hooks.site.pages import read_pages
from hooks.site.version_line import put_version
from hooks.version import VERSION

ROOT = Path(__file__).resolve().parents[3]
THEIRS = ".md-typeset blockquote,.md-typeset p{color:red}@media print{.md-typeset table:not([class]){top:0}}"
PAGE = '<!doctype html><html><body class="md-typeset">{}</body></html>'
STYLES = {
    "names": {"guide": ["class", "md-typeset", "p"]},
    "made": {"guide": "made"},
    "wide": {"guide": "wide"},
}


@pytest.fixture
def guide(tmp_path: Path) -> Path:
    ready = tmp_path / "guide/ready"
    ready.mkdir(parents=True)
    bundles = {"theme/page.js": {"text": "go();", "packages": ["idb"]}}
    (ready / "bundles.json").write_text(json.dumps(bundles), encoding="utf-8")
    (ready / "styles.json").write_text(json.dumps(STYLES), encoding="utf-8")
    return tmp_path / "guide"


def test_a_checkout_has_no_ready_assets():
    assert not is_ready(ROOT)
    assert packages_folder(ROOT) == ROOT / "node_modules"


def test_a_ready_bundle_is_taken_and_says_whose_work_is_in_it(guide):
    bundle = bundle_once(guide, "theme/page.js", state_of_sources(guide))

    assert bundle == make_bundle(guide, "theme/page.js") == Bundle("go();", frozenset({"idb"}))
    assert [path.name for path in guide.iterdir()] == ["ready"]


def test_a_bundle_that_is_not_ready_would_need_esbuild(guide):
    with pytest.raises(PluginError, match=r"theme/other\.js: esbuild is not installed"):
        make_bundle(guide, "theme/other.js")


def test_python_is_taken_ready_with_pyodides_core_and_the_smaller_one(guide):
    assert [path.relative_to(guide).as_posix() for path in slim_files(guide)] == [
        "ready/python/slim/pyodide.js",
        "ready/python/slim/pyodide.asm.js",
        "ready/python/slim/pyodide.asm.wasm",
    ]
    assert [path.relative_to(guide).as_posix() for path in bundle_files(guide)] == [
        "ready/python/pyodide.js",
        "ready/python/pyodide.asm.js",
        "ready/python/pyodide.asm.wasm",
        "ready/python/python.bin",
        "ready/python/pyodide-lock.json",
    ]


@pytest.mark.parametrize(
    ("body", "taken"),
    [
        ("<p>One</p>", "made"),
        ('<p id="unknown-name" class="unknown">One</p>', "made"),
        ("<blockquote>One</blockquote>", "wide"),
        ("<table><tr><td>One</td></tr></table>", "wide"),
        ('<table class="own"><tr><td>One</td></tr></table>', "wide"),
    ],
)
def test_pages_with_more_than_the_guides_get_the_wide_style_sheets(guide, tmp_path, body, taken):
    folder = tmp_path / "site"
    for name, text in {"own/guide.css": "p{top:0}", "stylesheets/main.css": THEIRS}.items():
        (folder / "assets" / name).parent.mkdir(parents=True)
        (folder / "assets" / name).write_text(text, encoding="utf-8")
    (folder / "index.html").write_text(PAGE.format(body), encoding="utf-8")

    write_styles(folder, guide, read_pages(folder))

    assert (folder / "assets/guide.css").read_text("utf-8") == taken
    assert [path.name for path in (folder / "assets").iterdir()] == ["guide.css"]


def test_only_names_in_selectors_count():
    names = names_of("@media print{.md-a>b:not([c]){color:red}}d,e{margin:0}")

    assert {"md-a", "b", "c", "d", "e"} <= names
    assert not {"color", "red", "margin"} & names
    given = {"theirs": "b{top:0}", "used": {"guide": {"names": ["b", "z"]}}}
    assert has_more(given, {})
    assert not has_more(given, {"guide": ["b"]})


def test_a_page_that_asks_for_it_says_which_version_this_is():
    page = html.document_fromstring("<p>One</p><!-- version --><p>Two</p>")

    put_version(ROOT, {"about.html": page})

    said = page.xpath("string(//p[2])")
    assert said.startswith(f"This is version {VERSION}, published on ")
    assert said.endswith(".")
    assert page.xpath("//comment()") == []
