"""What every page promises: a neutral title, a way out, one policy, and nothing from anywhere else."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

import pytest

from hooks.content.wording import TELLING
from tests.site.markup import words

POLICY = (
    "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; worker-src 'self' blob:; connect-src 'self'; "
    "style-src 'self'; img-src 'self' blob: data:; media-src blob:; form-action 'none'; base-uri 'none'; "
    "require-trusted-types-for 'script'; trusted-types default"
)
LOADING = {
    "script": "src", "link": "href", "img": "src", "iframe": "src", "source": "src", "video": "src",
    "audio": "src", "object": "data", "embed": "src", "track": "src", "input": "src", "use": "href",
}  # fmt: skip


def test_the_policy_is_the_same_on_every_page_byte_for_byte(site, pages):
    for name in pages:
        text = (site / name).read_text(encoding="utf-8")
        policies = re.findall(r'<meta http-equiv="Content-Security-Policy" content="([^"]*)">', text)
        assert policies == [POLICY], name
        assert text.index("Content-Security-Policy") < min(text.index("<script"), text.index("<link")), name


def test_no_page_tells_another_where_the_reader_came_from(pages):
    for name, page in pages.items():
        assert page.xpath("//meta[@name='referrer']/@content") == ["no-referrer"], name


def test_no_page_lets_a_browser_look_up_the_hosts_of_its_links(pages):
    for name, page in pages.items():
        assert page.xpath("//meta[@http-equiv='x-dns-prefetch-control']/@content") == ["off"], name


def test_no_page_hands_what_is_typed_to_a_service_for_spelling(pages):
    for name, page in pages.items():
        assert page.xpath("//body/@spellcheck | //body/@writingsuggestions") == ["false", "false"], name
        assert not page.xpath("//*[@spellcheck and @spellcheck != 'false'] | //*[@contenteditable]"), name


def test_every_page_has_the_same_neutral_title(pages, settings):
    titles = {name: page.xpath("//title/text()") for name, page in pages.items()}

    assert set(map(tuple, titles.values())) == {(settings["neutral_title"],)}
    assert not TELLING.search(str(settings["neutral_title"]))
    assert not [name for name, page in pages.items() if page.xpath("//svg//title | //*[@title]")]


def test_no_address_tells_what_the_site_is_about(site):
    names = [path.relative_to(site).as_posix() for path in site.rglob("*")]

    assert [name for name in names if TELLING.search(name)] == []


def test_no_head_describes_the_page_to_anyone(pages):
    for name, page in pages.items():
        named = set(page.xpath("//meta/@name | //meta/@property | //meta/@http-equiv"))
        quiet = {"referrer", "Content-Security-Policy", "x-dns-prefetch-control", "robots"}
        assert named <= quiet | {"viewport", "color-scheme"}, name


def test_the_way_out_stands_first_and_once_more_on_every_page(pages, settings):
    for name, page in pages.items():
        exits = page.xpath("//a[@data-quick-exit]")
        focusable = page.xpath("//body//*[self::a[@href] or self::button or self::input or self::summary]")
        assert len(exits) == 2, name
        assert focusable[0] is exits[0], name
        for exit in exits:
            assert exit.get("href") == settings["exit_url"], name
            assert {"nofollow", "noreferrer"} <= set(exit.get("rel").split()), name
            assert exit.text_content().strip() == settings["exit_label"], name
            assert exit.get("target") == "_top", name  # inside a frame the outer page is left
            assert not exit.xpath("ancestor::*[@hidden or self::details or self::nav or self::main]"), name


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


def test_no_page_holds_inline_script_or_style(pages):
    for name, page in pages.items():
        assert not page.xpath("//style | //@style | //script[not(@src)]"), name
        assert not [s for s in page.xpath("//script") if (s.text or "").strip()], name
        assert not page.xpath("//@*[starts-with(name(), 'on')]"), name
        assert not page.xpath("//*[starts-with(@href, 'javascript:')]"), name


def test_nothing_is_loaded_from_another_origin(pages):
    for name, page in pages.items():
        for tag, attribute in LOADING.items():
            for address in page.xpath(f"//{tag}/@{attribute} | //{tag}/@srcset"):
                parts = urlsplit(address)
                assert not parts.netloc, f"{name}: {address}"
                assert parts.scheme in ("", "data"), f"{name}: {address}"
        assert not page.xpath("//iframe | //object | //embed | //base | //a[@ping]"), name


def test_styles_and_our_scripts_name_no_other_origin(site):
    ours = [*(site / "assets").glob("*.js"), site / "assets/python/worker.js"]
    for path in [*ours, *site.rglob("*.css"), *site.rglob("*.svg")]:
        text = path.read_text(encoding="utf-8").replace("http://www.w3.org/", "")
        text = text.replace("http://json-schema.org/", "")  # as above, the name of a form
        text = text.replace("\\//i.test(", "")  # the end of a pattern
        assert not re.findall(r"(?:https?:)?//[\w.-]+\.\w+", text.replace("data:", "")), path.name
        assert "@import" not in text, path.name
        assert "sourceMappingURL" not in text, path.name


def test_nothing_typed_can_be_sent_or_remembered(pages):
    for name, page in pages.items():
        assert not page.xpath("//form[not(@method='dialog')] | //form/@action | //@form | //@formaction"), (
            name
        )
        assert not page.xpath("//input[@type='submit' or @type='image']"), name
        for field in page.xpath("//input | //textarea | //select"):
            assert field.get("autocomplete") == "off", name
        assert not page.xpath("//button[not(@type='button')]"), name


def test_no_browser_keeps_a_tick_in_its_session(pages):
    """Firefox does, for any box that stands in no form, or in one that lets the browser complete it."""
    for name, page in pages.items():
        fields = page.xpath("//input | //textarea | //select")
        outside = [field for field in fields if not field.xpath("ancestor::form[@autocomplete='off']")]
        assert not outside, name
        assert not page.xpath("//form//form"), name


REMEMBER = ["localStorage", "sessionStorage", "pushState", "replaceState", "innerHTML", "sendBeacon"]
RECORD = ["MediaRecorder", "getUserMedia"]


@pytest.mark.parametrize("word", [*REMEMBER, *RECORD])
def test_our_scripts_do_not_even_name(site, word):
    """B8.56: none records. The worker's own file too; Pyodide's core files are left as published."""
    for script in [*(site / "assets").glob("*.js"), site / "assets/python/worker.js"]:
        assert word not in script.read_text(encoding="utf-8"), script.name


def test_who_prints_is_told_how_to_get_at_the_way_out_again(pages):
    """The browser's print window covers it (measured in Chromium and Firefox)."""
    sheets = [name for name in pages if name.startswith("sheets/")]
    for name in [*sheets, "sheets.html", "plan.html", "reading.html"]:
        said = words(pages[name])
        assert re.search(r"window[^.]* covers", said), name
        assert "Esc" in said, name
