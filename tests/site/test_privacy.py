"""What the guide's own pages promise beyond what `hooks/site_check/` proves of any copy."""

from __future__ import annotations

import re

from hooks.site_check.policy import POLICY
from tests.site.markup import words


def test_the_policy_is_the_same_on_every_page_byte_for_byte(site, pages):
    for name in pages:
        text = (site / name).read_text(encoding="utf-8")
        policies = re.findall(r'<meta http-equiv="Content-Security-Policy" content="([^"]*)">', text)
        assert policies == [POLICY], name


def test_every_page_has_the_title_that_is_set(pages, settings):
    titles = {title for page in pages.values() for title in page.xpath("//title/text()")}

    assert titles == {settings["neutral_title"]}


def test_the_way_out_leads_where_it_is_set_in_the_words_that_are_set(pages, settings):
    exits = [exit for page in pages.values() for exit in page.xpath("//a[@data-quick-exit]")]

    assert {exit.get("href") for exit in exits} == {settings["exit_url"]}
    assert {exit.text_content().strip() for exit in exits} == {settings["exit_label"]}


def test_each_page_says_once_what_leaving_does_but_sheets_and_the_page_about_it(pages, settings):
    notes = {name: page.xpath("//p[@class='leave-note']") for name, page in pages.items()}
    without = {"404.html", "reading.html"} | {name for name in pages if "/" in name}
    assert {name: len(found) for name, found in notes.items()} == {
        name: name not in without for name in pages
    }
    for name, (note,) in ((name, found) for name, found in notes.items() if found):
        assert len(note.xpath("./br")) == 2, name
        assert note.xpath("./strong/text()") == [settings["exit_label"]], name
        assert note.xpath(".//a/@href") == ["reading.html"], name
        assert not note.xpath("ancestor::template"), name
        if name in ("now.html", "numbers.html") or note.xpath("ancestor::*[@data-script]"):
            assert not note.xpath("following-sibling::*"), name
        elif name != "index.html":
            assert note.xpath("local-name(preceding-sibling::*[1])") == "h1", name


def test_the_first_page_says_how_to_leave_before_all_else_it_offers(pages, settings):
    (note,) = pages["index.html"].xpath("//p[@class='leave-note']")
    assert note.xpath("./strong/text()") == [settings["exit_label"]]
    assert note.xpath(".//a/@href") == ["reading.html"]
    assert note.xpath("preceding::a[contains(@class, 'danger')]")
    assert not note.xpath("preceding::h2")


def test_every_page_has_private_reading_among_the_first_of_its_menu(pages):
    for name, page in pages.items():
        links = [link.rpartition("/")[2] for link in page.xpath("//nav[@id='menu']//a/@href")]
        assert "reading.html" in links[:8], name


COVERED = (
    "The print window covers the exit button: to leave, first close it with Esc.",
    "That window covers the exit button. To leave, first close that window with Esc.",
    "The print window covers Leave now. If you need to leave, close that window first.",
    "Close that window first, with the Escape key, and then leave.",
)


def test_who_prints_is_told_how_to_get_at_the_way_out_again(pages):
    """The browser's print window covers it (measured in Chromium and Firefox)."""
    sheets = [name for name in pages if name.startswith("sheets/")]
    for name in [*sheets, "sheets.html", "plan.html", "reading.html"]:
        said = words(pages[name])
        assert any(sentence in said for sentence in COVERED), name
        assert "Esc" in said, name
