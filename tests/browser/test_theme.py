"""The frame of every page, and the components that are read only: menu, numbers, method."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from checklist.translation import say
from tests.browser.support import BELOW, DESKTOP, EXIT_URL, EXTRA, PHONE, OpenPage, Seen, until

POLICY = (
    "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; worker-src 'self' blob:; connect-src 'self'; "
    "style-src 'self'; img-src 'self' blob: data:; media-src blob:; form-action 'none'; base-uri 'none'; "
    "require-trusted-types-for 'script'; trusted-types default language"
)
ZOOMED = {"width": 320, "height": 200}  # 1280 by 800 at 400 %
FRAME = """() => {
  const all = (selector) => [...document.querySelectorAll(selector)];
  const shown = (selector) => all(selector).filter((element) => element.checkVisibility());
  const { left, top, right, bottom } = document.querySelector(".exit").getBoundingClientRect();
  return {
    title: document.title,
    policies: all("meta[http-equiv='Content-Security-Policy']").map((meta) => meta.content),
    referrers: all("meta[name=referrer]").map((meta) => meta.content),
    inline: all("script:not([src]), style, [style], [href^='javascript:']").length,
    handlers: all("[onclick], [onload], [onerror]").length,
    view: document.documentElement.dataset.view,
    shown: shown("main > article").map((view) => view.dataset.viewId),
    python: document.documentElement.dataset.python,
    headings: shown("main h1").length,
    exits: all("[data-quick-exit]").map((link) => link.getAttribute("href")),
    exitIsInside: 0 <= left && left < right && right <= innerWidth,
    exitIsInHeight: 0 <= top && top < bottom && bottom <= innerHeight,
  };
}"""
LEAVING = "%(exit_label)s opens an everyday page, and Back does not return here.".replace(
    "%(exit_label)s", EXTRA["exit_label"]
)
DAY = r"\d{1,2} de [a-z]+ de 20\d\d" if BELOW else r"\d{1,2} [A-Z][a-z]+ 20\d\d"
SAYS_WHETHER_CHECKED = (
    r"Checked on \d{1,2} \w.*20\d\d · ",
    r"Not checked, looked for on \d{1,2} \w.*20\d\d · ",
    r"Seen on a page from \d{4} · ",
    r"Not checked, seen on a page from \d{4} · ",
)
SAYS_WHEN_READ = ("Read on %(day)s.", "Reported; looked at on %(day)s.")
UNDERLINED = "link => getComputedStyle(link).textDecorationLine"


# Without script


def test_every_page_has_the_same_frame_and_both_exits(
    reopen: OpenPage, page_files: list[str], site: str
) -> None:
    page = reopen(scripts=False)
    for file in page_files:
        page.goto(site + file)
        frame = page.evaluate(FRAME)
        assert frame.pop("shown") == [frame.pop("view")], file
        assert frame == {
            "title": EXTRA["neutral_title"],
            "policies": [POLICY],
            "referrers": ["no-referrer"],
            "inline": 0,
            "handlers": 0,
            "python": "absent",
            "headings": 1,
            "exits": [EXIT_URL, EXIT_URL],
            "exitIsInside": True,
            "exitIsInHeight": True,
        }, file


def test_a_missing_address_gets_a_page_with_exit_and_menu(open_page: OpenPage, site: str, seen: Seen) -> None:
    page = open_page("404.html", scripts=False)
    expect(page.locator("h1")).to_have_text("This page is not here")
    page.goto(site + "no/such/page.html")
    until(page, "view", "not-found")
    expect(page.locator(".exit")).to_be_visible()
    expect(page.locator("#menu a").first).to_be_visible()
    assert [error for error in seen.errors if "404 (Not Found)" not in error] == []
    seen.errors.clear()
    page.locator("article a[href$='index.html']").click()
    until(page, "view", "start")


def test_the_first_page_offers_help_in_danger_and_seven_doors_on_two_screens(reopen: OpenPage) -> None:
    page = reopen(scripts=False, viewport=PHONE)
    doors = page.locator(".door")
    assert [door.get_attribute("data-open") for door in doors.all()] == [
        *("reading", "is-this-stalking", "contact", "plan", "log", "numbers", "sheets"),
    ]
    for choice in [*doors.all(), page.locator(".danger")]:
        box = choice.bounding_box()
        assert box
        assert box["height"] >= 64
        assert box["width"] > 300
    expect(page.locator(".danger")).to_be_in_viewport(ratio=1)
    expect(doors.first).to_be_in_viewport(ratio=1)
    end = page.locator("article").bounding_box()
    assert end
    assert end["y"] + end["height"] <= (2.1 if BELOW else 2) * PHONE["height"]


def test_the_first_page_says_how_to_leave(reopen: OpenPage) -> None:
    page = reopen(viewport=DESKTOP)
    note = page.locator(".leave-note")
    expect(note).to_be_in_viewport()
    expect(note).to_have_text(
        f"{LEAVING} You can press Shift three times instead. "
        "It does not delete your history. It cannot stop someone who watches this device. "
        "Private reading says more."
    )
    page = reopen(scripts=False, viewport=DESKTOP)
    expect(page.locator(".leave-note")).not_to_contain_text("Shift", use_inner_text=True)
    expect(page.locator(".leave-note")).not_to_contain_text("Back", use_inner_text=True)


def test_what_leaving_does_is_said_once_in_a_page_whatever_is_opened_first(reopen: OpenPage) -> None:
    page = reopen("home.html", viewport=PHONE)
    said = page.locator(".leave-note")
    expect(said).to_contain_text(LEAVING.removesuffix("."))
    for view in ("phone", "about"):  # one that the reader holds, and one that is fetched
        page.locator(f"nav [data-open={view}]").first.evaluate("link => link.click()")
        expect(page.locator(f"[data-view-id={view}] h1")).to_be_visible()
        assert said.filter(visible=True).count() == 0
    assert said.count() == 1


def test_the_only_filled_block_of_the_first_page_is_the_one_for_danger(reopen: OpenPage) -> None:
    page = reopen(scripts=False, viewport=PHONE)
    colours = page.locator("main a").evaluate_all(
        "all => all.map((link) => [link.className.split(' ')[0], getComputedStyle(link).backgroundColor])"
    )
    assert {name for name, colour in colours if colour != "rgba(0, 0, 0, 0)"} == {"danger"}


def test_the_menu_stands_after_the_text_and_names_every_page(reopen: OpenPage, page_files: list[str]) -> None:
    page = reopen("phone.html", scripts=False, viewport=PHONE)
    links = page.locator("#menu a")
    assert sorted(str(link.get_attribute("href")) for link in links.all()) == [
        f for f in page_files if f != "404.html" and not f.startswith("sheets/")
    ]
    expect(page.locator("#menu [aria-current=page]")).to_have_text("Phone")
    page.locator("header").get_by_role("link", name="Menu").click()
    expect(page.locator("#menu")).to_be_in_viewport()
    assert top(page, "#menu") > top(page, "main")


def test_the_menu_is_a_column_on_the_left_of_a_wide_screen(reopen: OpenPage) -> None:
    page = reopen("phone.html", scripts=False, viewport=DESKTOP)
    menu, text = page.locator("#menu").bounding_box(), page.locator("main").bounding_box()
    assert menu
    assert text
    assert menu["x"] + menu["width"] <= text["x"]
    assert abs(menu["y"] - text["y"]) < 40


def test_a_caution_stands_right_below_its_step_and_says_what_it_is(reopen: OpenPage) -> None:
    page = reopen("phone.html", scripts=False)
    cautions = page.locator("h3[id] + .caution")
    assert cautions.count() >= 3
    assert cautions.count() == page.locator("article .caution").count()
    assert all(text.startswith("Take care.") for text in cautions.all_inner_texts())


@pytest.mark.parametrize("view", ["phone.html", "numbers.html", "method.html", "plan.html"])
def test_text_can_be_read_at_four_times_its_size(reopen: OpenPage, view: str) -> None:
    page = reopen(view, scripts=False, viewport=ZOOMED)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    exit = page.locator(".exit").bounding_box()
    assert exit
    assert exit["height"] <= ZOOMED["height"] / 3, "most of the screen is left for the text"


def test_numbers_begin_with_the_countries_and_can_be_dialled(reopen: OpenPage) -> None:
    page = reopen("numbers.html", scripts=False)
    page.locator(".countries summary").get_by_text("United Kingdom").first.click()
    place = page.locator(".place").filter(has=page.get_by_role("heading", level=2, name="United Kingdom"))
    expect(place.get_by_role("heading", level=2)).to_be_in_viewport()
    dialled = place.locator(".dial").evaluate_all(
        "all => all.map((link) => [link.innerText, link.getAttribute('href')])"
    )
    assert dialled[0] == ["999", "tel:999"]
    then_55 = say("%(number)s, then %(then)s") % {"number": "999", "then": "55"}
    assert [then_55, "tel:999"] in dialled, "only what is dialled first"
    assert ["999", "sms:999"] in dialled
    assert ["0808 802 0300", "tel:08088020300"] in dialled
    assert page.locator("[href='sms:88788'], [href='tel:88788']").count() == 0, "words to send stay text"
    addresses = page.locator(".dial:not([href$='#every-country'])").evaluate_all(
        "all => all.map((link) => link.getAttribute('href'))"
    )
    assert all(re.fullmatch(r"(tel|sms):[+*\d]+", str(address)) for address in addresses)


@pytest.mark.parametrize("view", ["numbers", "now"])
def test_each_number_that_can_be_dialled_says_its_country_and_is_not_broken(
    reopen: OpenPage, view: str
) -> None:
    page = reopen(f"{view}.html", scripts=False, viewport=PHONE)
    links = page.locator(".dial:is([href^='tel:'], [href^='sms:'])")
    names = links.evaluate_all(
        """all => all.map((link) => {
          const country = link.closest('.place')?.querySelector('h2') ?? link.closest('li').firstElementChild
          return [link.textContent, link.ariaLabel, link.protocol, country.textContent]
        })"""
    )
    assert len(names) > (50 if view == "numbers" else 6)
    for text, name, scheme, country in names:
        by_text = scheme == "sms:"
        country = country.removesuffix(":")
        assert name == (f"{text}, text message, {country}" if by_text else f"{text}, {country}")
    for width in (320, 360):
        page.set_viewport_size({"width": width, "height": 740})
        broken = links.evaluate_all(
            """all => all.filter((link) => {
              const words = document.createRange()
              words.selectNodeContents(link)
              return new Set([...words.getClientRects()].map(({ top }) => top)).size > 1
            }).map((link) => link.textContent)"""
        )
        assert broken == [], width


def test_each_number_and_law_note_says_whether_it_was_checked(reopen: OpenPage) -> None:
    page = reopen("numbers.html", scripts=False)
    entries = page.locator(".place-list > li")
    assert entries.count() > 50
    for text in page.locator(".place-list > li .checked").all_text_contents():
        assert any(re.match(pattern, text) for pattern in SAYS_WHETHER_CHECKED), text
        when, source, *_ = text.split(" · ")
        assert re.search(rf"{DAY}$| \d{{4}}$", when), text
        assert source.startswith("Source"), text
    assert page.locator(".place-list > li .checked").count() == entries.count()
    assert page.locator(".checked strong", has_text="Not checked").count() > 0


def test_each_claim_says_what_became_of_it_and_links_to_the_step(reopen: OpenPage) -> None:
    page = reopen("method.html", scripts=False)
    claims = page.locator(".claims > li")
    assert claims.count() == 67
    for text in page.locator(".claims h3").all_inner_texts():
        number, verdict = text.split(": ")
        assert re.fullmatch(r"S\d\d", number)
        assert verdict in {"Kept", "Updated", "Kept with a warning", "Corrected", "Left out"}
    claims.first.locator("a").first.click()
    expect(page.locator("h3:target")).to_be_visible()


def test_each_source_says_who_and_when_and_what_cites_it(reopen: OpenPage) -> None:
    page = reopen("method.html", scripts=False)
    sources = page.locator(".sources > li")
    told = sources.evaluate_all(
        "all => all.map((each) => [each.innerText, each.querySelectorAll('a[data-open]').length])"
    )
    assert len(told) > 20
    assert page.locator(".sources > li[id^='source-']").count() == len(told)
    for text, citing in told:
        read = "|".join(re.escape(sentence.partition("%")[0]) for sentence in SAYS_WHEN_READ)
        assert re.search(rf"\. ({read}){DAY}\.", text), text
        assert citing > 0
    page.goto(page.url.replace("method", "phone"))
    page.locator(".page-sources a").click()
    expect(page.locator("h3:target")).to_have_text("Phone")
    expect(page.locator("h3:target")).to_be_in_viewport()


def test_a_link_that_leads_away_says_where(reopen: OpenPage) -> None:
    page = reopen("method.html", scripts=False)
    link = page.locator("a[data-host]").first
    after = link.evaluate("link => getComputedStyle(link, '::after').content")
    assert "".join(re.findall(r'"([^"]*)"', after)) == f" ({link.get_attribute('data-host')})"


# Ways of seeing


def test_links_are_known_by_more_than_colour(reopen: OpenPage) -> None:
    page = reopen("phone.html", scripts=False)
    for part in ("article p a", "footer p a"):
        assert page.locator(part).first.evaluate(UNDERLINED) == "underline"
    page = reopen(scripts=False)
    for part in (".leave-note a", ".door strong"):
        assert page.locator(part).first.evaluate(UNDERLINED) == "underline"


def test_borders_show_what_is_what_where_colours_are_the_readers_own(reopen: OpenPage) -> None:
    page = reopen("phone.html", scripts=False, forced_colors="active")
    for part in (".exit", ".caution"):
        style = page.locator(part).first.evaluate(
            "e => [getComputedStyle(e).borderLeftStyle, e.clientLeft > 0]"
        )
        assert style == ["solid", True]


@pytest.mark.parametrize("colours", ["none", "active"])
def test_icons_stand_in_the_style_sheet_and_have_the_colour_of_words(reopen: OpenPage, colours: str) -> None:
    """A browser shows no mask from a file of a folder; one that is not drawn leaves a filled square."""
    page = reopen(scripts=False, viewport={"width": 430, "height": 740}, forced_colors=colours)
    icons = page.locator("[class*=icon-]")
    assert icons.count() == 9, "danger, seven doors and the menu"
    found = icons.evaluate_all(
        """all => all.map((each) => {
          const { maskImage, backgroundColor, width } = getComputedStyle(each, '::before')
          const isFilled = backgroundColor !== 'rgba(0, 0, 0, 0)'
          return [maskImage.slice(0, 19), isFilled, width, each.innerText.length > 3]
        })"""
    )
    assert found == [['url("data:image/svg', True, "24px", True]] * 9


def test_icons_come_once_the_first_frame_is_drawn(reopen: OpenPage) -> None:
    page = reopen(viewport=PHONE)
    until(page, "painted", "")
    mask = "e => getComputedStyle(e, '::before').maskImage.slice(0, 19)"
    door = page.locator(".door").first
    assert door.evaluate(mask) == 'url("data:image/svg'
    page.evaluate("() => delete document.documentElement.dataset.painted")
    assert door.evaluate(mask) == "none"


def test_the_skip_link_is_second_and_leads_to_the_text(reopen: OpenPage) -> None:
    page = reopen("phone.html", scripts=False)
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    expect(page.locator(".skip-link")).to_be_focused()
    expect(page.locator(".skip-link")).to_be_in_viewport(ratio=1)
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("#content$"))
    page.keyboard.press("Tab")
    expect(page.locator("main :focus")).to_have_count(1)


def test_nothing_moves_for_readers_who_asked_for_less_motion(reopen: OpenPage) -> None:
    page = reopen("phone.html", reduced_motion="reduce")
    moving = page.locator("*").evaluate_all(
        """all => all.map((each) => getComputedStyle(each))
          .filter((style) => style.transitionDuration !== '0s' || style.animationName !== 'none').length"""
    )
    assert moving == 0


# Print


def test_a_page_prints_its_text_and_nothing_around_it(open_page: OpenPage) -> None:
    page = open_page("phone.html")
    page.emulate_media(media="print", color_scheme="dark")
    for part in ("header", "footer", "#menu", ".exit"):
        expect(page.locator(part)).to_be_hidden()
    expect(page.locator("h1")).to_be_visible()
    assert page.evaluate("getComputedStyle(document.querySelector('h1')).color") == "rgb(32, 41, 46)", (
        "dark on white"
    )


def top(page: Page, selector: str) -> float:
    box = page.locator(selector).bounding_box()
    assert box
    return box["y"]
