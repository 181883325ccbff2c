"""Every link of the built pages is checked, and says what it opens."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import html

from hooks.site import links
from hooks.site.pages import OutputError, file_names, read_pages, write_pages

FRAME = (
    '<a class="skip-link" href="#content">Skip</a>'
    '<a data-quick-exit href="https://weather.example/" rel="nofollow">Leave</a>'
)


def write(folder: Path, name: str, view: str | None, body: str) -> None:
    attribute = f' data-view-id="{view}"' if view else ""
    text = (
        f'<!doctype html><html lang="en"><head><title>Notes</title></head><body>{FRAME}<main id="content">'
        f'<article{attribute}>{body}</article></main><nav id="menu"></nav></body></html>'
    )
    path = folder / name
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, encoding="utf-8")


def mark_links(folder: Path, site_path: str = "/") -> None:
    """Mark the links of a folder as `finish` does: read its pages, and write them."""
    pages = read_pages(folder)
    links.mark_links(pages, file_names(folder), site_path)
    write_pages(folder, pages)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    write(tmp_path, "index.html", "start", "<h1>Start</h1>")
    write(tmp_path, "phone.html", "phone", '<h1>Phone</h1><h3 id="lock">Lock</h3>')
    write(tmp_path, "sheets/log.html", "log-sheet", "<h1>Log</h1>")
    write(tmp_path, "404.html", "not-found", "<h1>Not here</h1>")
    return tmp_path


def links_of(folder: Path, name: str) -> list[dict[str, str]]:
    page = html.document_fromstring((folder / name).read_text(encoding="utf-8"))
    return [dict(link.attrib) for link in page.xpath("//article//a")]


@pytest.mark.parametrize(
    ("page", "address", "view", "anchor"),
    [
        ("index.html", "phone.html", "phone", None),
        ("index.html", "phone.html#lock", "phone", "lock"),
        ("index.html", "sheets/log.html", "log-sheet", None),
        ("sheets/log.html", "../phone.html#lock", "phone", "lock"),
        ("sheets/log.html", "../", "start", None),
        ("phone.html", "#lock", "phone", "lock"),
        ("phone.html", "phone.html#lock", "phone", "lock"),
        ("404.html", "/phone.html#lock", "phone", "lock"),
    ],
)
def test_an_internal_link_says_which_view_and_anchor_it_opens(
    folder: Path, page: str, address: str, view: str, anchor: str | None
) -> None:
    own = {"phone.html": "phone", "sheets/log.html": "log-sheet", "404.html": "not-found"}.get(page, "start")
    write(folder, page, own, f'<h3 id="lock">Lock</h3><a href="{address}">x</a>')
    mark_links(folder)
    expected = {"href": address, "data-open": view} | ({"data-anchor": anchor} if anchor else {})
    assert links_of(folder, page) == [expected]


def test_an_address_from_the_top_counts_from_the_sites_own_path(folder: Path) -> None:
    write(folder, "404.html", "not-found", '<a href="/guide/phone.html">x</a>')
    mark_links(folder, "/guide/")
    assert links_of(folder, "404.html") == [{"href": "/guide/phone.html", "data-open": "phone"}]


def test_links_to_the_frame_stay_as_they_are(folder: Path) -> None:
    write(folder, "index.html", "start", '<a href="#menu">Menu</a>')
    mark_links(folder)
    page = html.document_fromstring((folder / "index.html").read_text(encoding="utf-8"))
    assert [dict(link.attrib) for link in page.xpath("//a")] == [
        {"class": "skip-link", "href": "#content"},
        {"data-quick-exit": "", "href": "https://weather.example/", "rel": "nofollow"},
        {"href": "#menu"},
    ]


def test_an_external_link_names_its_host_and_hides_where_the_reader_comes_from(folder: Path) -> None:
    write(
        folder,
        "index.html",
        "start",
        '<a href="https://help.example.org/a?b=c#d" rel="nofollow">x</a><a href="tel:112">112</a>',
    )
    mark_links(folder)
    assert links_of(folder, "index.html") == [
        {
            "href": "https://help.example.org/a?b=c#d",
            "rel": "noreferrer noopener",
            "data-external": "",
            "data-host": "help.example.org",
        },
        {"href": "tel:112"},
    ]


def test_a_link_to_a_file_that_is_no_page_opens_no_view(folder: Path) -> None:
    (folder / "sheet.pdf").write_bytes(b"%PDF")
    write(folder, "index.html", "start", '<a href="sheet.pdf">x</a><a href="404.html">y</a>')
    mark_links(folder)
    assert links_of(folder, "index.html") == [{"href": "sheet.pdf"}, {"href": "404.html"}]


def test_all_broken_links_are_reported_at_once_and_nothing_is_written(folder: Path) -> None:
    write(
        folder,
        "index.html",
        "start",
        '<a href="phnoe.html">x</a><a href="phone.html#lok">x</a><a href="#">x</a>',
    )
    write(folder, "sheets/log.html", "log-sheet", '<a href="../../phone">x</a>')
    before = (folder / "phone.html").read_bytes()
    with pytest.raises(OutputError) as error:
        mark_links(folder)
    assert error.value.problems == [
        "index.html: link: phnoe.html: no such page; possible: phone.html, index.html, sheets/log.html",
        "index.html: link: phone.html#lok: no such anchor; possible: #lock",
        "index.html: link: #: leads nowhere; possible: sheets/log.html, phone.html, index.html",
        "sheets/log.html: link: ../../phone: no such page; possible: phone.html, 404.html, index.html",
    ]
    assert (folder / "phone.html").read_bytes() == before


def test_marking_twice_changes_nothing(folder: Path) -> None:
    write(
        folder,
        "index.html",
        "start",
        '<p>A&nbsp;b &amp; “c” <a href="phone.html#lock">x</a></p><template><li></li></template>',
    )
    mark_links(folder)
    once = {path: path.read_bytes() for path in folder.rglob("*.html")}
    mark_links(folder)
    assert {path: path.read_bytes() for path in folder.rglob("*.html")} == once


@pytest.mark.parametrize(
    ("address", "problem"),
    [
        ("javascript:alert(1)", "not a link for this guide"),
        ("JaVaScRiPt:alert(1)", "not a link for this guide"),
        ("data:text/html,a", "not a link for this guide"),
        ("https:evil.example", "not a link for this guide"),
        ("http:///evil", "not a link for this guide"),
        ("//evil.example", "it leads to another host"),
        ("https://evil.example\\@good.org", "browsers read a blank"),
        ("https://good.org@evil.example", "what stands before @ is no part"),
        ("java&#9;script:alert(1)", "browsers read a blank"),
    ],
)
def test_an_address_that_leads_elsewhere_than_it_says_stops_the_build(
    folder: Path, address: str, problem: str
) -> None:
    write(folder, "index.html", "start", f'<a href="{address}">x</a>')
    with pytest.raises(OutputError) as error:
        mark_links(folder)
    assert [told.partition("': ")[2].startswith(problem) for told in error.value.problems] == [True]
