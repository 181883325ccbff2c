"""Problems become sentences that name their files, and a folder that is no guide is one problem."""

from __future__ import annotations

from pathlib import Path

import pytest

from hooks.site_check import problems_of_site
from hooks.site_check.__main__ import main
from hooks.site_check.check import sentences
from hooks.site_check.site import Problem

FEW = "title: it is another one; build again"
MANY = "exit: there is none; build again"


def test_what_holds_for_several_files_is_said_once():
    found = [
        *(Problem(f"{name}.html", MANY) for name in ("a", "b", "c", "d")),
        *(Problem(f"{name}.html", FEW) for name in ("c", "d")),
        Problem("a.html", MANY),
        Problem("a.html", "lang: it is missing; write one"),
    ]

    assert sentences(found) == [
        f"a.html, b.html and 2 more files: {MANY}",
        f"c.html and d.html: {FEW}",
        "a.html: lang: it is missing; write one",
    ]


def test_a_folder_that_is_no_guide_is_one_problem(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    problem = (
        f"{tmp_path}: index.html: there is none; possible: a folder that a build of the guide has written"
    )

    assert problems_of_site(tmp_path) == [problem]
    assert main([str(tmp_path)]) == 1
    assert capsys.readouterr().out == f"{problem}\n{tmp_path}: 1 problem.\n"


def test_without_a_folder_it_says_how_it_is_called(capsys: pytest.CaptureFixture[str]):
    assert main([]) == 2
    assert capsys.readouterr().out.startswith("python -m hooks.site_check SITE")


BROKEN = {
    "index.html": b"",
    "other.html": b"\xff\xfe\x00<html>",
    "404.html": (
        b'<head><link rel="stylesheet" href="http://["><script data-address="" data-second="http://["></script>'
        b'<link href="//[" rel="icon"></head><a data-quick-exit href="https://[">x</a>'
    ),
    "assets/guide.css": b"}{:root{--card:red",
    "assets/first.js": b"\xff",
    "assets/icon.svg": b"<svg",
    "assets/python/manifest.json": b"[]",
    "assets/python/catalogue.0.json": b"[1]",
    "files.json": b'{"format": 1, "guide": {"files": [[1]]}}',
    "worker.js": b"",
    "sitemap.xml": b"<",
    "sitemap.xml.gz": b"no gzip",
    "worker.js.br": b"no brotli",
    "sheets/plan-a4.pdf": b"%PDF-1.7",
    "sheets/plan.png": b"\x89PNG",
    "more.zip": b"no zip",
    "site.webmanifest": b"{",
    "CNAME": b"\xff[",
}


@pytest.mark.parametrize(
    "index", [b"", b"<p>", b'<html data-view="plan"><a href="http://[">x</a><li data-item>']
)
def test_broken_files_are_problems_and_stop_nothing(tmp_path: Path, index: bytes):
    for name, data in (BROKEN | {"index.html": index}).items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes(data)

    found = problems_of_site(tmp_path)

    for name in ("files.json", "sheets/plan-a4.pdf", "sitemap.xml.gz", "worker.js.br", "assets/icon.svg"):
        assert any(problem.startswith(name) or name in problem for problem in found), name
