"""A new view touches two files that are there: `mkdocs.yml` and `theme/views.yml`. The rest is its own."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from lxml import html
from lxml.html import HtmlElement

from hooks.content.views import read_views
from hooks.single_file import embed
from hooks.single_file.document import make_document
from hooks.single_file.editions import editions_of
from hooks.site.leave_notes import take_leave_notes
from hooks.site.pages import read_pages, view_elements
from tests.site.test_build import LINKED, build, files_of

CHANGED = ("mkdocs.yml", "theme", "docs")
MENU = "  - This guide:\n"
PAGE = """---
view: {0}
title: Trial {0}
summary: A page to try.
---
# Trial {0} {{ #trial-{0} }}

Words of {0}.
"""
ROW = """
moon:
  template: moon.html
  script: components/moon/moon.js
  styles: components/moon/moon.css
"""
NEW = {
    "docs/sun.md": PAGE.format("sun"),
    "docs/moon.md": PAGE.format("moon"),
    "theme/moon.html": '{% extends "main.html" %}\n'
    '{% block after %}{% include "components/moon/moon.html" %}{% endblock %}\n',
    "theme/components/moon/moon.html": '<p class="moon-only">It has a part of its own.</p>',
    "theme/components/moon/moon.js": "document.querySelector('.moon-only').dataset.shone = '';",
    "theme/components/moon/moon.css": ".moon-only { color: red; }",
}
"""`sun` is text alone, `moon` has a template, a script and styles."""


@pytest.fixture(scope="module")
def project(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Add both views to the project in another folder, and build it."""
    folder = tmp_path_factory.mktemp("project")
    for name in {"content", *LINKED} - {*CHANGED, "languages"}:  # each takes as long as English
        (folder / name).symlink_to(root / name)
    for name in ("theme", "docs"):
        shutil.copytree(root / name, folder / name)
    for name, text in NEW.items():
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    settings = (root / "mkdocs.yml").read_text(encoding="utf-8")
    assert MENU in settings
    (folder / "mkdocs.yml").write_text(
        settings.replace(MENU, f"  - sun.md\n  - moon.md\n{MENU}"), encoding="utf-8"
    )
    with (folder / "theme/views.yml").open("a", encoding="utf-8") as table:
        table.write(ROW)
    done = build(folder)
    assert done.returncode == 0, done.stdout + done.stderr
    return folder


@pytest.fixture(scope="module")
def built(project: Path) -> dict[str, HtmlElement]:
    return read_pages(project / "site")


def test_two_files_change_and_all_others_are_new(project: Path, root: Path) -> None:
    found = {"mkdocs.yml": (project / "mkdocs.yml").read_bytes()}
    for folder in ("theme", "docs"):
        found |= {f"{folder}/{name}": data for name, data in files_of(project / folder).items()}

    there = {name for name in found if (root / name).is_file()}
    assert {name for name in there if found[name] != (root / name).read_bytes()} == {
        "mkdocs.yml",
        "theme/views.yml",
    }
    assert {*found} - there == {*NEW}


@pytest.mark.parametrize("name", ["sun", "moon"])
def test_it_is_built_in_the_menu_of_every_page_and_in_the_reader(
    built: dict[str, HtmlElement], name: str
) -> None:
    (own,) = view_elements(built[f"{name}.html"])
    assert f"Words of {name}." in own.text_content()
    for page_name, page in built.items():
        assert page.xpath(f"//nav[@id='menu']//a[.='Trial {name}']"), page_name
    (view,) = built["index.html"].xpath(f"//template[@data-views]/*[@data-view-id='{name}']")
    assert view.get("data-page") == f"{name}.html"
    take_leave_notes(own)
    assert view.text_content().split() == own.text_content().split()
    assert (view.get("data-script"), view.get("data-styles")) == {
        "sun": (None, None),
        "moon": ("moon", "moon"),
    }[name]


def test_its_script_and_styles_come_with_it_alone(built: dict[str, HtmlElement], project: Path) -> None:
    site = project / "site"
    for name, page in built.items():
        loaded = [*page.xpath("//script/@src"), *page.xpath("//link/@href")]
        found = sorted(address for address in loaded if "moon" in address)
        assert found == (["assets/moon.css", "assets/moon.js"] if name == "moon.html" else []), name
    assert "moon-only" in (site / "assets/moon.js").read_text("utf-8")
    assert "moon-only" in (site / "assets/moon.css").read_text("utf-8")
    assert "moon-only" not in (site / "assets/guide.css").read_text("utf-8")
    listed = (site / "files.json").read_text("utf-8")
    assert all(
        f'"{name}"' in listed for name in ("sun.html", "moon.html", "assets/moon.js", "assets/moon.css")
    )


@pytest.mark.parametrize("size", ["whole", "small"])
def test_it_is_in_both_single_files(project: Path, size: str, monkeypatch: pytest.MonkeyPatch) -> None:
    # To pack files well takes half a minute, and says nothing about a view.
    monkeypatch.setattr(embed, "packed", lambda data, smallest=False: f"{len(data)}")
    views, problems = read_views(project)
    (edition,) = (edition for edition in editions_of(views) if edition.size == size)
    site = project / "site"
    document = make_document(read_pages(site), site, project, edition)
    page = html.document_fromstring(embed.embed(document, site, project, edition))

    assert problems == []
    for name in ("sun", "moon"):
        (view,) = page.xpath(f"//main/*[@data-view-id='{name}']")
        assert f"Words of {name}." in view.text_content()
        assert page.xpath(f"//nav[@id='menu']//a[@href='#view-{name}']")
    assert page.xpath("//main/*[@data-view-id='moon']/@data-script") == ["moon"]
    carried = " ".join(page.xpath("//script/@data-file")).split()
    assert carried.count("assets/moon.js") == 1
    assert "moon-only" in page.xpath("string(//style)")
