"""What an organisation publishes beside the guide is copied as it is, and never in place of the guide."""
# ruff: noqa: E501 (a problem's sentence stays whole)

from __future__ import annotations

import logging

import pytest

from hooks.content.model import Content
from hooks.content.records import Page
from hooks.layers.public_files import copy_public, problems_of_public
from hooks.site.pages import OutputError


def write(folder, *names):
    for name in names:
        path = folder / "public" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(name, encoding="utf-8")


def content():
    return Content(pages={"now.md": Page(view="now", title="Now", summary="Now.")})


def test_files_are_copied_as_they_are(tmp_path):
    own, site = tmp_path / "own", tmp_path / "site"
    write(own, "CNAME", ".well-known/security.txt")
    site.mkdir()

    assert list(problems_of_public(own, content())) == []
    copy_public(own, site)

    copied = {
        path.relative_to(site).as_posix(): path.read_text() for path in site.rglob("*") if path.is_file()
    }
    assert copied == {"CNAME": "CNAME", ".well-known/security.txt": ".well-known/security.txt"}


def test_a_hidden_file_of_an_earlier_build_is_replaced(tmp_path):
    own, site = tmp_path / "own", tmp_path / "site"
    write(own, ".well-known/security.txt")
    site.mkdir()

    copy_public(own, site)
    write(own, ".well-known/security.txt")
    copy_public(own, site)

    assert (site / ".well-known/security.txt").is_file()


def test_without_such_a_folder_nothing_is_copied(tmp_path):
    copy_public(None, tmp_path)
    copy_public(tmp_path / "own", tmp_path)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("name", ["now.html", "NOW.html", "404.html", "files.json", "worker.js", "assets/a.js",
                                  "sheets/notes.pdf", "Assets/a.js", "now.html.gz"])  # fmt: skip
def test_nothing_takes_the_place_of_the_guides_own_files(tmp_path, name):
    write(tmp_path, name)
    assert list(problems_of_public(tmp_path, content())) == [
        f"public/{name}: the guide has a file of that name; possible: another name"
    ]


@pytest.mark.parametrize("name", ["index.html", "Index.HTML", "more/index.html", "index.html.br"])
def test_no_other_first_page_is_published(tmp_path, name):
    write(tmp_path, name)
    assert list(problems_of_public(tmp_path, content())) == [
        f"public/{name}: it would be a first page without a way out; possible: a page in docs/"
    ]


def test_a_link_to_somewhere_else_is_refused(tmp_path):
    write(tmp_path, "CNAME")
    (tmp_path / "secret").write_text("secret")
    (tmp_path / "public/shown").symlink_to(tmp_path / "secret")
    (tmp_path / "public/folder").symlink_to(tmp_path)

    assert list(problems_of_public(tmp_path, content())) == [
        f"public/{name}: it is a link to somewhere else; possible: the file itself"
        for name in ("folder", "shown")
    ]


def test_what_only_the_build_knows_is_refused_before_anything_is_copied(tmp_path):
    own, site = tmp_path / "own", tmp_path / "site"
    write(own, "CNAME", "p-21.html")
    site.mkdir()
    (site / "p-21.html").write_text("the guide's")

    with pytest.raises(OutputError, match=r"public/p-21\.html: the guide has a file of that name"):
        copy_public(own, site)
    assert [path.name for path in site.iterdir()] == ["p-21.html"]


def test_a_name_that_tells_is_said(tmp_path, caplog):
    own, site = tmp_path / "own", tmp_path / "site"
    write(own, "shelter.txt")
    site.mkdir()

    with caplog.at_level(logging.INFO):
        copy_public(own, site)

    assert caplog.messages == ['public/shelter.txt: "shelter" tells what this guide is about.']
    assert (site / "shelter.txt").is_file()
