from pathlib import Path

import pytest
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files

from hooks.assets import bundles
from hooks.assets.bundles import bundle, bundle_once, make_bundle, remove_sources, state_of_sources

ROOT = Path(__file__).parents[3]


def test_a_missing_tool_says_what_to_type(tmp_path):
    with pytest.raises(PluginError) as error:
        bundle(tmp_path, "theme/page.js")

    assert str(error.value) == "theme/page.js: esbuild is not installed; possible: npm ci --ignore-scripts"


def test_a_bundle_is_one_classic_script(tmp_path):
    (tmp_path / "node_modules").symlink_to(ROOT / "node_modules")
    (tmp_path / "a.js").write_text('import { b } from "./b.js"; document.title = b;')
    (tmp_path / "b.js").write_text('export const b = "Notes";')

    assert bundle(tmp_path, "a.js") == '(()=>{var t="Notes";document.title=t;})();\n'


def test_a_broken_source_stops_the_build_with_its_place(tmp_path):
    (tmp_path / "node_modules").symlink_to(ROOT / "node_modules")
    (tmp_path / "a.js").write_text("import './gone.js';")

    with pytest.raises(PluginError, match=r"a\.js: esbuild could not bundle it"):
        bundle(tmp_path, "a.js")


def test_of_the_theme_only_what_is_listed_is_published(tmp_path):
    docs, theme, site = (str(tmp_path / name) for name in ("docs", "theme", "site"))
    published = ["assets/icon.svg"]
    sources = [
        *("log.css", "log.js", "views.yml", "README.md", "components/log/log.js", "assets/guide.css"),
        *("assets/stylesheets/main.1234.min.css", "assets/stylesheets/main.1234.min.css.map"),
    ]
    files = Files([File(name, theme, site, use_directory_urls=False) for name in [*sources, *published]])
    files.append(File("picture.svg", docs, site, use_directory_urls=False))
    files.append(File("assets/made.js", None, site, use_directory_urls=False))

    remove_sources(files, docs, "assets/icon.svg")

    assert sorted(files.src_uris) == sorted([*published, "picture.svg", "assets/made.js"])


@pytest.fixture
def project(tmp_path):
    """A project with one script that imports another, and a list of what npm installed."""
    (tmp_path / "theme").mkdir()
    (tmp_path / "theme/a.js").write_text('import { b } from "./b.js"; document.title = b;')
    (tmp_path / "theme/b.js").write_text('export const b = "Notes";')
    (tmp_path / "node_modules/.bin").mkdir(parents=True)
    (tmp_path / "node_modules/.bin/esbuild").symlink_to(ROOT / "node_modules/.bin/esbuild")
    (tmp_path / "node_modules/.package-lock.json").write_text("{}")
    return tmp_path


@pytest.mark.parametrize("changed", ["theme/b.js", "theme/new.js", "node_modules/.package-lock.json"])
def test_a_bundle_is_made_anew_when_the_theme_or_a_package_has_changed_and_only_then(
    project, monkeypatch, changed
):
    made = []
    monkeypatch.setattr(
        bundles,
        "make_bundle",
        lambda root, source, base: made.append(source) or make_bundle(root, source, base),
    )

    def make():
        return bundle_once(project, "theme/a.js", state_of_sources(project))

    first, second = make(), make()
    (project / changed).write_text('export const b = "Other";')
    third = make()

    assert made == ["theme/a.js"] * 2
    assert first == second
    assert ("Other" in third.text) == (changed == "theme/b.js")
    assert third == make_bundle(project, "theme/a.js")


def test_without_what_npm_installs_no_bundle_is_cached(tmp_path):
    with pytest.raises(PluginError) as error:
        state_of_sources(tmp_path)

    assert str(error.value) == "esbuild is not installed; possible: npm ci --ignore-scripts"
