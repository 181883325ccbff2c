"""The first page becomes the reader: it holds the views of all pages."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import html
from lxml.html import HtmlElement

from hooks.site.one_document import leave_words_out, reader_document
from hooks.site.pages import INDEX, OutputError, read_pages, write_page

MENU = (
    '<nav id="menu"><a href="index.html">S</a><a href="phone.html">P</a><a href="sheets/log.html">L</a></nav>'
)


def write(folder: Path, name: str, view: str, body: str, more: str = "") -> None:
    text = (
        f'<!doctype html><html lang="en"><head><title>Notes</title></head><body><main id="content">'
        f'<article class="a" data-view-id="{view}"{more}>{body}</article></main>{MENU}'
        f"<footer>Leave</footer><script></script></body></html>"
    )
    path = folder / name
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, encoding="utf-8")


def compose_reader(folder: Path) -> None:
    """Compose the first page of a folder as `finish` does: read its pages, and write that one."""
    write_page(folder, INDEX, reader_document(read_pages(folder)))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    write(tmp_path, "index.html", "start", '<h1 id="start">Start</h1>')
    write(tmp_path, "about.html", "about", '<h1 id="about">About</h1>')
    write(tmp_path, "phone.html", "phone", '<h1 id="phone">Phone</h1><h3 id="lock">Lock</h3>')
    write(tmp_path, "sheets/log.html", "log-sheet", '<h1 id="log">Log</h1>')
    write(tmp_path, "404.html", "not-found", "<h1>Not here</h1>")
    return tmp_path


def views_of(folder: Path) -> list[HtmlElement]:
    page = html.document_fromstring((folder / "index.html").read_text(encoding="utf-8"))
    views: list[HtmlElement] = page.xpath("//*[@data-view-id]")
    return views


def test_only_the_one_document_has_the_words_that_find_its_views(tmp_path: Path) -> None:
    write(tmp_path, "index.html", "start", '<h1 id="start">Start</h1>')
    body = '<h1>Phone</h1><h3 id="lock" data-words="pin">Lock</h3>'
    write(tmp_path, "phone.html", "phone", body, ' data-words="mobile"')
    write(tmp_path, "keep.html", "keep", "<h1>Keep</h1>", ' data-words="proof" data-later')
    pages = read_pages(tmp_path)
    before = [html.tostring(view) for view in reader_document(pages, whole=True).xpath("//article")]
    pages[INDEX] = reader_document(pages)
    leave_words_out(pages)
    assert pages["phone.html"].xpath("//@data-words") == []
    assert pages["keep.html"].xpath("//@data-words") == ["proof"]
    assert set(pages[INDEX].xpath("//@data-words")) == {"mobile", "pin", "proof"}
    assert [html.tostring(view) for view in reader_document(pages, whole=True).xpath("//article")] == before


def test_the_views_stand_in_the_order_of_the_menu_then_the_rest(folder: Path) -> None:
    compose_reader(folder)
    assert [(view.get("data-view-id"), view.get("data-page")) for view in views_of(folder)] == [
        ("start", "index.html"),
        ("phone", "phone.html"),
        ("log-sheet", "sheets/log.html"),
        ("about", "about.html"),
    ]


def test_only_the_first_view_is_shown(folder: Path) -> None:
    compose_reader(folder)
    assert ["hidden" in view.attrib for view in views_of(folder)] == [False, True, True, True]


def test_the_other_pages_stay_as_they_are(folder: Path) -> None:
    before = {path: path.read_bytes() for path in folder.rglob("*.html") if path.name != "index.html"}
    compose_reader(folder)
    assert {path: path.read_bytes() for path in before} == before


@pytest.mark.parametrize(
    ("element", "expected"),
    [
        ('<a href="../phone.html#lock">x</a>', "phone.html#lock"),
        ('<a href="log-2.html?a=b">x</a>', "sheets/log-2.html?a=b"),
        ('<a href="#log">x</a>', "sheets/log.html#log"),
        ('<img src="../assets/a.svg" alt="">', "assets/a.svg"),
        ('<a href="https://example.org/../a">x</a>', "https://example.org/../a"),
        ('<a href="tel:112">x</a>', "tel:112"),
        ('<a href="/guide/phone.html">x</a>', "/guide/phone.html"),
    ],
)
def test_addresses_hold_from_the_first_page(folder: Path, element: str, expected: str) -> None:
    write(folder, "sheets/log.html", "log-sheet", f'<h1 id="log">Log</h1><p>{element}</p>')
    compose_reader(folder)
    (found,) = views_of(folder)[2].xpath(".//p/*")
    assert (found.get("href") or found.get("src")) == expected


def test_the_copies_leave_it_to_the_script_to_name_views_but_for_templates(folder: Path) -> None:
    link = '<a href="phone.html#lock" data-open="phone" data-anchor="lock">x</a>'
    write(folder, "about.html", "about", f"<h1>About</h1>{link}<template>{link}</template>")
    compose_reader(folder)
    in_text, in_template = views_of(folder)[3].xpath(".//a")
    assert dict(in_text.attrib) == {"href": "phone.html#lock"}
    assert dict(in_template.attrib) == {
        "href": "phone.html#lock",
        "data-open": "phone",
        "data-anchor": "lock",
    }


def test_they_stand_unread_behind_the_way_to_leave_and_before_the_script(folder: Path) -> None:
    compose_reader(folder)
    page = html.document_fromstring((folder / "index.html").read_text(encoding="utf-8"))
    (body,) = page.xpath("//body")
    assert [child.tag for child in body] == ["main", "nav", "footer", "template", "script"]
    assert [view.get("data-view-id") for view in body.xpath("template[@data-views]/*")] == [
        "phone",
        "log-sheet",
        "about",
    ]


def test_a_view_for_later_is_only_named(folder: Path) -> None:
    write(folder, "about.html", "about", "Words <h1>Long</h1>", ' data-styles="sheets" data-later')
    compose_reader(folder)
    about = views_of(folder)[3]
    assert about.attrib == {
        "class": "a",
        "data-title": "Long",
        "data-view-id": "about",
        "data-styles": "sheets",
        "data-page": "about.html",
        "hidden": "",
        "data-empty": "",
    }
    assert len(about) == 0
    assert not about.text


def test_a_whole_document_holds_every_view_in_full_from_a_finished_folder_too(folder: Path) -> None:
    caution = '<p class="caution">Take care.</p>'
    body = f'<h1>Long</h1><ul><li data-item="lock"><b>Lock</b>{caution}</li></ul>'
    write(folder, "about.html", "about", body, ' data-styles="sheets" data-later')
    compose_reader(folder)
    before = (folder / "index.html").read_bytes()
    whole = reader_document(read_pages(folder), whole=True)
    about = whole.xpath("//main/*")[3]
    assert [view.get("data-view-id") for view in whole.xpath("//*[@data-view-id]")] == [
        "start",
        "phone",
        "log-sheet",
        "about",
    ]
    assert about.text_content() == "LongLockTake care."
    assert set(about.attrib) == {"class", "data-view-id", "data-page", "data-title", "hidden"}
    assert (folder / "index.html").read_bytes() == before


def test_composing_twice_gives_the_same_bytes(folder: Path) -> None:
    compose_reader(folder)
    before = (folder / "index.html").read_bytes()
    compose_reader(folder)
    assert (folder / "index.html").read_bytes() == before


def test_a_caution_is_sent_once_with_the_items_own_heading(folder: Path) -> None:
    caution = '<p class="caution">Take care.</p>'
    write(folder, "phone.html", "phone", f'<h1>Phone</h1><h3 id="lock">Lock</h3>{caution}')
    write(
        folder, "about.html", "plan", f'<h1>Plan</h1><ul><li data-item="lock"><b>Lock</b>{caution}</li></ul>'
    )
    compose_reader(folder)
    views = {view.get("data-view-id"): view for view in views_of(folder)}
    assert len(views["phone"].xpath(".//p[@class='caution']")) == 1
    assert views["plan"].xpath(".//p[@class='caution']") == []
    assert "Take care." in (folder / "about.html").read_text(encoding="utf-8")


def test_a_step_keeps_the_caution_of_an_item_whose_page_is_fetched_later(folder: Path) -> None:
    caution = '<p class="caution" id="caution-lock">Take care.</p>'
    box = '<label><input type="checkbox" aria-describedby="caution-lock"> Lock</label>'
    write(folder, "phone.html", "phone", '<h1>Phone</h1><h3 id="lock">Lock</h3>', " data-later")
    write(folder, "about.html", "plan", f'<h1>Plan</h1><ul><li data-item="lock">{box}{caution}</li></ul>')
    compose_reader(folder)
    (plan,) = [view for view in views_of(folder) if view.get("data-view-id") == "plan"]
    assert [p.text_content() for p in plan.xpath(".//p[@class='caution']")] == ["Take care."]
    assert plan.xpath(".//input/@aria-describedby") == ["caution-lock"]


def test_an_id_that_stands_twice_is_an_error_naming_both_pages(folder: Path) -> None:
    write(folder, "about.html", "about", '<h2 id="lock">Lock</h2><h2 id="menu">Menu</h2>')
    with pytest.raises(OutputError) as error:
        compose_reader(folder)
    assert error.value.problems == [
        "about.html and phone.html: id: lock stands twice; possible: { #lock-2 } in one place",
        "about.html and index.html: id: menu stands twice; possible: { #menu-2 } in one place",
    ]


def test_a_view_that_stands_twice_is_an_error_naming_both_pages(folder: Path) -> None:
    write(folder, "about.html", "phone", "<h1>About</h1>")
    with pytest.raises(OutputError) as error:
        compose_reader(folder)
    (problem,) = error.value.problems
    assert problem == (
        "about.html and phone.html: view: phone stands twice; "
        "possible: another name in one page's front matter"
    )


def test_the_same_pages_give_the_same_bytes(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    other = tmp_path_factory.mktemp("other")
    for path in sorted(folder.rglob("*.html"), reverse=True):
        copy = other / path.relative_to(folder)
        copy.parent.mkdir(exist_ok=True)
        copy.write_bytes(path.read_bytes())
    compose_reader(folder)
    compose_reader(other)
    assert (folder / "index.html").read_bytes() == (other / "index.html").read_bytes()
