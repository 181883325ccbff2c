"""The page for missing addresses: whole by itself, and no link of it leads where the guide may not stand."""

from __future__ import annotations

import hashlib
from base64 import b64encode
from pathlib import Path

import pytest
from lxml import html
from mkdocs.commands.build import _build_template
from mkdocs.config import load_config
from mkdocs.structure.files import Files
from mkdocs.structure.nav import get_navigation

from hooks import events
from hooks.content.load import load_content
from hooks.site.not_found import lead_into_folder, pin_files
from hooks.site.pages import read_page
from hooks.site.templates import make_ready
from tests.site.numbers import number_of

ROOT = Path(__file__).parents[3]
MAY_BE_WRONG = (
    "//a[not(@data-quick-exit) and not(starts-with(@href, '#'))"
    " and not(starts-with(@href, 'tel:')) and not(starts-with(@href, 'sms:'))]"
)
HELD_BACK = "ancestor::*[@hidden and @data-if-found]"


@pytest.fixture(scope="module")
def not_found():
    """Return a function that writes the page for a guide published at an address."""
    config = load_config(str(ROOT / "mkdocs.yml"), hooks=[])
    events.on_config(config)
    files = Files([])

    def write(site_url):
        config.site_url = site_url
        config.nav = None
        template = make_ready(config.theme.get_env()).get_template("404.html")
        text = _build_template("404.html", template, files, config, get_navigation(files, config))
        return html.document_fromstring(text)

    return write


@pytest.mark.parametrize("site_url", ["", None])
def test_without_the_guides_address_every_link_into_it_waits_until_it_is_known_to_hold(not_found, site_url):
    page = not_found(site_url)

    assert page.xpath(f"{MAY_BE_WRONG}[{HELD_BACK}]")
    assert page.xpath(f"{MAY_BE_WRONG}[not({HELD_BACK})]/@href") == []
    assert page.xpath(f"//a[@href='#menu'][not({HELD_BACK})]") == []


@pytest.mark.parametrize("path", ["/", "/notes/", "/a/b/"])
def test_with_the_guides_address_every_link_begins_at_its_path(not_found, path):
    page = not_found(f"https://example.org{path}")
    links = page.xpath(f"{MAY_BE_WRONG}/@href")

    assert {link for link in links if not link.startswith(path)} == set()
    assert {f"{path}index.html", f"{path}now.html"} <= set(links)
    assert page.xpath("//*[@data-if-found]") == []
    assert page.xpath("//script/@src") == [f"{path}assets/{name}.js" for name in ("first", "page")]


@pytest.mark.parametrize("site_url", ["", "https://example.org/notes/"])
def test_it_holds_numbers_and_the_way_out_by_itself(not_found, site_url):
    page = not_found(site_url)
    places = load_content(ROOT, [])[0].places.values()
    text = " ".join(page.xpath("string(//main)").split())

    for place in places:
        assert f"{place.country}: {number_of(place.emergency[0])}" in text
    assert len(page.xpath("//a[@data-quick-exit]")) == 2
    assert not page.xpath("//*[@class='alone']"), "it did not come out of an archive"


def test_script_and_styles_are_named_by_their_hash(tmp_path):
    (tmp_path / "assets").mkdir()
    (tmp_path / "assets/page.js").write_text("1")
    (tmp_path / "assets/guide.css").write_text("a{}")
    (tmp_path / "404.html").write_text(
        '<!doctype html><html><head><link rel="icon" href="/i.svg">'
        '<link rel="stylesheet" href="/assets/guide.css">'
        '</head><body><p>Not here</p><script defer src="/assets/page.js"></script></body></html>'
    )

    page = read_page(tmp_path, "404.html")
    pin_files(tmp_path, page)

    assert page.xpath("//script/@integrity") == [hash_of(b"1")]
    assert page.xpath("//link/@integrity") == [hash_of(b"a{}")]


def hash_of(data):
    return f"sha256-{b64encode(hashlib.sha256(data).digest()).decode()}"


def test_in_another_language_it_leads_into_the_folder_of_that_language():
    page = html.fromstring(
        '<html><link href="/assets/guide.css"><script src="/assets/first.js"></script>'
        '<a href="/now.html#call">1</a><a href="/../index.html">2</a>'
        '<a href="#top">3</a><a href="tel:911">4</a>'
    )

    lead_into_folder(page, "es")

    assert page.xpath("//@href | //@src") == [
        *(
            "/es/assets/guide.css",
            "/es/assets/first.js",
            "/es/now.html#call",
            "/index.html",
            "#top",
            "tel:911",
        )
    ]
