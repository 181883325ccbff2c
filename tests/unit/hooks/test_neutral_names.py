"""With neutral names no address tells of a page, a sheet or a place; each link still leads where it led."""
# ruff: noqa: E501 (the pages stay whole)

from __future__ import annotations

import gzip
import re
from pathlib import Path

import pytest
from mkdocs.config import load_config

from hooks.content.load import load_content, nav_pages
from hooks.content.model import Content
from hooks.content.page_numbers import NUMBERS, neutral_names, numbered, problems_of_numbers
from hooks.content.records import Page
from hooks.site.neutral_names import KNOWN_BY_NAME, give_neutral_names, neutral_place
from hooks.site.pages import OutputError, Pages, read_pages, write_pages

ROOT = Path(__file__).parents[3]
NAMES = {
    "phone": "p-07",
    "police": "p-08",
    "sheets/witness": "sheets/p-41",
    "sheets/witness-letter": "sheets/p-42",
}
PLACE, OF_WORK = neutral_place("tell-the-police"), neutral_place("source-uk-refuge")
INDEX = """<head><link rel="stylesheet" href="assets/guide.css"></head><nav id="menu">
<a href="police.html" data-open="police">Police</a></nav>
<main id="content"><article data-view-id="start"><a href="#menu">Menu</a>
<a href="police.html?a=1#tell-the-police" data-open="police" data-anchor="tell-the-police">Tell</a>
<a href="police.html#place-uk">UK</a><a href="sheets/witness-letter.pdf" download="notes.pdf">PDF</a>
<a href="https://police.html/police.html#tell-the-police" data-external>Out</a><a href="tel:999">Call</a>
</article></main><template data-views><article data-view-id="police" data-page="police.html" data-empty>
</article></template>"""
POLICE = """<article data-view-id="police"><h1 id="police">Police</h1>
<section aria-labelledby="other tell-the-police"><h2 id="tell-the-police">Tell</h2></section>
<h2 id="other">Other</h2><h2 id="place-uk">UK</h2><h2 id="source-uk-refuge">Refuge</h2>
<a href="#source-uk-refuge">Work</a><a href="./">Start</a><a href="/guide/phone.html">Phone</a></article>"""
SHEET = """<article data-view-id="witness"><h1>Sheet</h1><img src="witness.svg"><a href="../police.html">Police</a>
<a href="witness-large-a4.pdf">Large</a></article>"""
FILES = ("witness-a4.pdf", "witness-large-a4.pdf", "witness.svg", "witness-letter.pdf")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "sheets").mkdir()
    for name in FILES:
        (tmp_path / "sheets" / name).write_text(name)
    pages = {"index.html": INDEX, "phone.html": POLICE.replace("olice", "hone"), "police.html": POLICE}
    pages |= {"404.html": '<a href="/guide/police.html">Police</a>', "other.html": "<p>No number</p>"}
    pages |= {"sheets/witness.html": SHEET, "sheets/witness-letter.html": "<p>Letter</p>"}
    for name, text in pages.items():
        (tmp_path / name).write_text(f"<!doctype html><html><body>{text}</body></html>")
    (tmp_path / "licences.txt").write_text(
        "In: police.html, sheets/witness.html, index.html\nOf: https://a/police.html\n"
    )
    sitemap = "".join(f"<url><loc>https://a.org/guide/{name}</loc></url>" for name in pages)
    (tmp_path / "sitemap.xml").write_text(sitemap)
    (tmp_path / "sitemap.xml.gz").write_bytes(gzip.compress(sitemap.encode()))
    return tmp_path


@pytest.fixture
def pages(folder: Path) -> Pages:
    pages = read_pages(folder)
    give_neutral_names(folder, pages, NAMES, "https://a.org/guide/")
    write_pages(folder, pages)
    return read_pages(folder)


def test_pages_and_all_files_of_a_sheet_get_their_numbers(folder: Path, pages: Pages) -> None:
    assert {*pages} == {
        *("404.html", "index.html", "other.html", "p-07.html", "p-08.html"),
        *("sheets/p-41.html", "sheets/p-42.html"),
    }
    moved = {path.name: path.read_text() for path in (folder / "sheets").iterdir() if path.suffix != ".html"}
    assert moved == {
        "p-41-a4.pdf": "witness-a4.pdf",
        "p-41-large-a4.pdf": "witness-large-a4.pdf",
        "p-41.svg": "witness.svg",
        "p-42.pdf": "witness-letter.pdf",
    }


def test_addresses_follow_and_all_others_stay(pages: Pages) -> None:
    links = {
        link.text: dict(link.attrib)
        for page in pages.values()
        for link in page.xpath("//article//a | //nav//a")
    }
    assert links == {
        "Police": {"href": "../p-08.html"},
        "Menu": {"href": "#menu"},
        "Tell": {"href": f"p-08.html?a=1#{PLACE}", "data-open": "police", "data-anchor": PLACE},
        "UK": {"href": "p-08.html#place-uk"},
        "PDF": {"href": "sheets/p-42.pdf", "download": "notes.pdf"},
        "Out": {"href": "https://police.html/police.html#tell-the-police", "data-external": ""},
        "Call": {"href": "tel:999"},
        "Work": {"href": f"#{OF_WORK}"},
        "Start": {"href": "./"},
        "Phone": {"href": "/guide/p-07.html"},
        "Large": {"href": "p-41-large-a4.pdf"},
    }
    assert pages["404.html"].xpath("//a/@href") == ["/guide/p-08.html"]
    assert pages["sheets/p-41.html"].xpath("//img/@src") == ["p-41.svg"]
    assert pages["index.html"].xpath("//nav/a/@href") == ["p-08.html"]
    assert pages["index.html"].xpath("//*[@data-page]/@data-page") == ["p-08.html"]
    assert pages["index.html"].xpath("//link/@href") == ["assets/guide.css"]


def test_places_that_links_lead_to_follow_with_all_that_names_them(pages: Pages) -> None:
    page = pages["p-08.html"]
    assert page.xpath("//*[@id]/@id") == ["police", PLACE, "other", "place-uk", OF_WORK]
    assert page.xpath("//section/@aria-labelledby") == [f"other {PLACE}"]
    assert re.fullmatch(r"p-\d+", PLACE)
    assert re.fullmatch(r"source-\d+", OF_WORK)


def test_lists_of_files_follow(folder: Path, pages: Pages) -> None:
    assert (folder / "licences.txt").read_text() == (
        "In: p-08.html, sheets/p-41.html, index.html\nOf: https://a/police.html\n"
    )
    sitemap = (folder / "sitemap.xml").read_text()
    assert {*re.findall("<loc>https://a.org/guide/(.*?)</loc>", sitemap)} == {*pages}
    assert gzip.decompress((folder / "sitemap.xml.gz").read_bytes()).decode() == sitemap


def test_two_places_with_one_neutral_name_are_refused(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("hooks.site.neutral_names.neutral_place", lambda id: "p-1")
    with pytest.raises(OutputError) as refused:
        give_neutral_names(folder, read_pages(folder), NAMES, "")
    assert refused.value.problems == [
        "tell-the-police: its neutral name is that of source-uk-refuge; possible: another name for one of them"
    ]


def test_no_script_and_no_style_looks_up_a_place_that_is_renamed() -> None:
    """What they look up has a name that `KNOWN_BY_NAME` keeps, or is no place that a link leads to."""
    found = set()
    for path in (ROOT / "theme").rglob("*.js"):
        script = re.sub(r"(?<!:)//.*", "", path.read_text("utf-8"))
        found |= {*re.findall(r"""['"`]#([a-z][a-z-]*)""", script)}
    for path in (ROOT / "theme/components").rglob("*.css"):
        found |= {*re.findall(r"^#([a-z-]*[a-z])\b", path.read_text("utf-8"), re.MULTILINE)}
    for path in (ROOT / "theme").rglob("*.html"):
        found -= {*re.findall(r"""<template id="([a-z-]+)\"""", path.read_text("utf-8"))}
    no_places = {"menu", "part-", "source-", "view-"}
    assert {name for name in found if not KNOWN_BY_NAME.fullmatch(name)} == no_places


def content(numbers: object) -> Content:
    pages = {f"{name}.md": None for name in ("index", "phone", "police", "sheets/witness")}
    return Content(pages=dict.fromkeys(pages, Page.__new__(Page)), data={NUMBERS: numbers})


def test_a_number_is_two_digits_at_least_and_stays_in_its_folder() -> None:
    sound = content({"phone": "7", "police": "108", "sheets/witness": "41", "gone": "9"})
    assert [*problems_of_numbers(sound)] == []
    assert neutral_names(sound) == {"phone": "p-07", "police": "p-108", "sheets/witness": "sheets/p-41"}


@pytest.mark.parametrize(
    ("numbers", "problems"),
    [
        (None, ["the file: got no pages by name; write a line for each, such as phone: 7"]),
        (
            {"phone": "7"},
            ["police: it has no number; possible: 8", "sheets/witness: it has no number; possible: 9"],
        ),
        (
            {"phone": "7", "police": "7", "sheets/witness": "3"},
            ["phone and police: they have one number, 7; possible: 8"],
        ),
        (
            {"phone": "07", "police": "0", "sheets/witness": "3"},
            [
                "phone: got '07'; write a number from 1 to 9999",
                "police: got '0'; write a number from 1 to 9999",
            ],
        ),
    ],
)
def test_a_missing_number_and_one_given_twice_are_told(numbers: object, problems: list[str]) -> None:
    assert [*problems_of_numbers(content(numbers))] == [f"{NUMBERS}: {problem}" for problem in problems]


def test_every_page_and_sheet_of_this_guide_has_its_number() -> None:
    loaded, _ = load_content(ROOT, nav_pages(load_config(str(ROOT / "mkdocs.yml"), hooks=[]).nav))
    assert [*problems_of_numbers(loaded)] == []
    assert {*neutral_names(loaded)} == {*numbered(loaded)}
