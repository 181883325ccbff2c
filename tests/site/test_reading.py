"""Every page is in an order that a screen reader can follow."""

from __future__ import annotations


def test_each_page_opens_with_one_view_that_it_names(pages, content):
    views = {source.removesuffix(".md") + ".html": meta.view for source, meta in content.pages.items()}
    for name, page in pages.items():
        assert page.get("data-view") == views.get(name, "not-found")
        assert page.xpath("//main//article[not(@hidden)]/@data-view-id") == [page.get("data-view")]
        assert page.get("data-python") == "absent"
        assert page.get("lang") == "en"


def test_the_menu_marks_the_page_that_is_open(pages, order):
    in_menu = {source.removesuffix(".md") + ".html" for source in order}
    for name, page in pages.items():
        current = page.xpath("//nav[@id='menu']//a[@aria-current='page']/@href")
        assert [address.rpartition("/")[2] for address in current] == (
            [name.rpartition("/")[2]] if name in in_menu else []
        ), name
