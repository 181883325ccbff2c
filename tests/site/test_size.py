"""What a page loads, and what is not shipped. `hooks/site_check/sizes.py` says what pages may weigh."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import material
import pytest

from hooks.assets.python_bundle import MANIFEST
from hooks.content.views import View

COMMON_STYLES = 4_900  # bytes, gzip -9
SHEET = 20_000
FIRST_SCRIPT = 2_600
PYTHON = 590_000  # bytes, Brotli
PAGE_FILES = ("assets/guide.css", "assets/first.js", "assets/page.js", "assets/icon.svg")
LOADED = "//script/@src | //link[@rel='stylesheet' or @rel='icon']/@href"


def test_the_styles_of_every_page_weigh_at_most_4_point_9_kilobytes(site):
    assert gzipped(site, "assets/guide.css") <= COMMON_STYLES


def test_a_sheet_weighs_at_most_20_kilobytes(site):
    sheets = [path.relative_to(site).as_posix() for path in (site / "sheets").glob("*.html")]
    weights = {name: gzipped(site, name) for name in sheets}

    assert len(sheets) > 0
    assert {name: weight for name, weight in weights.items() if weight > SHEET} == {}


def test_a_page_loads_what_is_counted_and_what_its_view_needs_and_nothing_else(pages, content):
    for name, page in pages.items():
        (own, *_) = page.xpath("//*[@data-view-id]")
        view = content.views.get(own.get("data-view-id"), View())
        assert styles_of(own) == [f"assets/{view.styles_name}.css"] * bool(view.styles), name
        wanted = [*PAGE_FILES, *view.scripts, *styles_of(own)]
        assert sorted(address.lstrip("./") for address in page.xpath(LOADED)) == sorted(wanted), name
        assert len(page.xpath("//link")) == 2 + len(styles_of(own)), name


def test_the_first_script_is_small_and_knows_where_to_leave_to(site, pages):
    assert gzipped(site, "assets/first.js") <= FIRST_SCRIPT
    for name, page in pages.items():
        (script,), (link, *_) = page.xpath("//head/script"), page.xpath("//a[@data-quick-exit]")
        assert script.get("data-address") == link.get("href"), name
        assert script.get("data-title"), name


def test_all_of_python_that_a_first_visit_loads_has_a_budget(site):
    folder = site / "assets/python"
    manifest = json.loads((folder / MANIFEST).read_bytes())
    names = {entry["name"] for entry in (manifest["files"] | manifest["slim"]).values()}
    weights = {name: as_sent(folder / name) for name in (MANIFEST, "worker.js", *names)}

    assert len(weights) == 7
    assert sum(weights.values()) <= PYTHON, weights


def test_only_the_list_of_sheets_shows_pictures(pages):
    assert {name for name, page in pages.items() if page.xpath("//img | //picture | //object")} <= {
        "sheets.html"
    }


def test_the_styles_of_every_page_stand_before_those_of_a_view(pages):
    for name, page in pages.items():
        found = page.xpath("//link[@rel='stylesheet']/@href")
        assert found[0].endswith("assets/guide.css"), name


def test_the_reader_knows_the_styles_of_each_view_and_loads_none_before_it_is_opened(pages):
    reader = pages["index.html"]
    for name, page in pages.items():
        (own, *_) = page.xpath("//*[@data-view-id]")
        for view in reader.xpath(f"//*[@data-view-id='{own.get('data-view-id')}']"):
            assert view.get("data-styles") == own.get("data-styles"), name
    assert reader.xpath("//link[@rel='stylesheet']/@href") == ["assets/guide.css"]


def test_the_way_to_leave_stands_before_all_text_that_is_not_shown(pages):
    reader = pages["index.html"]
    places = {element: at for at, element in enumerate(reader.iter())}
    exits = reader.xpath("//a[@data-quick-exit]")
    hidden = reader.xpath("//*[@data-view-id and @hidden]")

    assert len(exits) == 2
    assert len(hidden) > 20
    assert max(places[exit] for exit in exits) < min(places[view] for view in hidden)
    scripts = reader.xpath("//body//script")
    assert min(places[script] for script in scripts) > max(places[view] for view in hidden)


def test_the_first_paint_waits_for_the_way_to_leave_and_for_no_view_that_is_hidden(pages):
    """Decision 3: the exit works from the first frame on. Other scripts there would delay the styles."""
    for name, page in pages.items():
        (body,), (first,) = page.xpath("//body"), page.xpath("//head//script")
        scripts = body.xpath("./script")
        assert first.get("src").endswith("assets/first.js"), name
        assert first.getprevious().get("href").endswith("assets/guide.css"), name
        assert not {"async", "defer", "type"} & {*first.attrib}, name
        assert [child.tag for child in body[-len(scripts) - 1 :]] == ["script"] * len(scripts) + ["template"]
        assert scripts == page.xpath("//body//script"), name
        assert "data-end" in body[-1].attrib, name
    hidden = pages["index.html"].xpath("//*[@data-view-id and @hidden]")
    assert all(view.getparent().tag == "template" for view in hidden)


@pytest.mark.parametrize("kind", ["js", "css", "map", "woff2"])
def test_no_file_of_materials_is_shipped(site, kind):
    theirs = {path.read_bytes() for path in Path(material.__file__).parent.rglob(f"*.{kind}")}

    assert [path.name for path in site.rglob(f"*.{kind}") if path.read_bytes() in theirs] == []
    assert not (site / "assets" / "javascripts").exists()
    assert not (site / "search").exists()


def test_no_source_of_ours_is_shipped(site):
    names = {path.relative_to(site).parts[0] for path in site.rglob("*")}

    assert not names & {"components", "partials", "hooks", "content", "README.html"}
    assert not names & {"first.js", "page.js", "reader.js", "where.js", "plan.js", "guide.css", "plan.css"}
    assert not [*site.rglob("*.md"), *site.rglob("*.yml"), *site.rglob("*.py"), *site.rglob("own")]


def styles_of(view) -> list[str]:
    return [f"assets/{name}.css" for name in view.get("data-styles", "").split()]


def as_sent(file: Path) -> int:
    """Return how many bytes a file has as hosts send it: `tools/build` puts its Brotli beside it."""
    packed = file.with_name(f"{file.name}.br")
    return (packed if packed.is_file() else file).stat().st_size


def gzipped(site: Path, *names: str) -> int:
    """Return what the files weigh on the wire, each compressed by itself."""
    return sum(len(gzip.compress((site / name).read_bytes(), 9, mtime=0)) for name in names)
