"""The plan on paper, as text and as a file: without script, whole, folded and for a friend."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect
from pypdf import PdfReader

from tests.browser.lasting import Lasting
from tests.browser.plan_support import left_off, squeezed
from tests.browser.support import OpenPage, drawn_text, show_whole, text_of_pdf
from tests.browser.test_plan_parts import ARABIC, HINDI, LONG_NAME, entry, field, part, plan, said, saved_json

A4, LETTER = "A4", "Letter"
WIDTHS = {594: A4, 595: A4, 612: LETTER}  # points; a named page is a hair smaller
WORDS = " ".join(f"word{number}" for number in range(2_000))
SIGNAL = {"word": "Lamp in the window", "means": "I cannot speak.", "do": "Call the police for me."}
PEOPLE = [
    {"name": "Aunt Maryam", "reach": "0700 900 111", "do": "Come and get me.", "not": "Do not phone him."},
    {
        "name": "Bo the neighbour",
        "reach": "0700 900 222",
        "do": "Mind the dog.",
        "not": "Keep away from the door.",
    },
]
TITLE, DANGER = "Notes", "In danger"
TRUSTED, SIGNALS = "People I trust", "Code words and signals"
NUMBER = "The emergency number of my country"
NUMBERS = (
    "The guide has it under “Numbers by country”. "
    "On a mobile phone, 112 or 911 should work in many countries."
)
SIGN, MEANS, TO_DO, NOT_TO_DO = "Word or sign", "What it means", "What to do", "What not to do"
COPIED = (
    "Copied. Your device may keep a list of copied texts, even after you copy something else. "
    "You can clear that list on the device."
)


FILL = """(parts) => {
  for (const [part, values] of Object.entries(parts)) {
    const area = document.querySelector(`#part-${part}`)
    area.open = true
    for (const [name, value] of Object.entries(values)) {
      const field = area.querySelector(`[data-field="${name}"]`)
      field.value = value
      for (const type of ["input", "change"]) field.dispatchEvent(new Event(type, { bubbles: true }))
    }
  }
}"""


PARTS_OF_NUMBERS = """(template, country) =>
  [...template.content.querySelectorAll(`[data-numbers=${country}] p`)]
    .flatMap((line) => [...line.childNodes].map(({ textContent }) => textContent))"""


@pytest.fixture
def page(lasting: Lasting, site: str) -> Page:
    """A filled plan in a new document, without Python's files, whose print dialog is never opened."""
    page = lasting.lend(plan_without_python, lambda page: open_plan(page, site))
    page.evaluate(FILL, {"signal": SIGNAL, "people": PEOPLE[0]})
    return page


def plan_without_python(open_page: OpenPage) -> Page:
    page = open_page(None)
    page.context.route("**/assets/python/**", lambda route: None)
    page.context.add_init_script("window.print = () => { window.asked = (window.asked ?? 0) + 1 }")
    open_plan(page, "")
    return page


def open_plan(page: Page, site: str) -> None:
    page.context.clear_permissions()
    page.goto(f"{site}plan.html")
    show_whole(page)
    plan(page).locator(".take-tools").wait_for()
    assert page.evaluate("[...document.querySelectorAll('textarea')].every(({ value }) => !value)")


def write(of: Locator, number: int, values: dict[str, str]) -> None:
    for name, value in values.items():
        field(entry(of, number), name).fill(value)


def unfold(page: Page) -> None:
    plan(page).locator(".take details").evaluate_all("all => all.forEach((fold) => (fold.open = true))")


def take(page: Page, version: str) -> None:
    unfold(page)
    plan(page).locator(".take-what").select_option(version)


def printed(page: Page) -> tuple[list[str], str]:
    """Press Print; return the papers' formats, and all words on them without spaces."""
    unfold(page)
    plan(page).locator("[data-take=print]").click()
    return on_paper(page)


def on_paper(page: Page) -> tuple[list[str], str]:
    pdf = page.pdf(format="A4", prefer_css_page_size=True)
    return sizes_of(pdf), squeezed(drawn_text(pdf))


def sizes_of(pdf: bytes) -> list[str]:
    return [WIDTHS[int(sheet.mediabox.width)] for sheet in PdfReader(io.BytesIO(pdf)).pages]


def saved_text(page: Page) -> str:
    unfold(page)
    with page.expect_download() as download:
        plan(page).get_by_role("button", name="Save as text").click()
    return Path(download.value.path()).read_text(encoding="utf-8")


class TestWithoutScript:
    def test_each_list_has_three_entries_to_write_on(self, open_page: OpenPage) -> None:
        page = open_page("plan.html", scripts=False)
        text = on_paper(page)[1]

        for title in plan(page).locator(".parts [data-part] > summary").all():
            assert squeezed(title.text_content() or "") in text
        assert (
            text.count(squeezed("How to reach them")) == text.count(squeezed("What they should not do")) == 3
        )
        for unwanted in (
            "Not for me",
            "Ideas for steps",
            "Is the person a partner or a former partner?",
        ):
            assert squeezed(unwanted) not in text
        assert squeezed("Leave now") not in text


class TestTheWholePlan:
    @pytest.mark.parametrize("format", [A4, LETTER])
    def test_it_has_all_that_is_written_on_either_paper(self, page: Page, format: str) -> None:
        pdf = page.pdf(format=format)
        text = squeezed(drawn_text(pdf))

        for value in (*SIGNAL.values(), *PEOPLE[0].values()):
            assert squeezed(value) in text
        assert set(sizes_of(pdf)) == {format}
        assert squeezed("Safe places") not in text
        assert squeezed("Leave now") not in text

    def test_long_texts_and_other_scripts_flow_over_pages_and_lose_nothing(self, page: Page) -> None:
        step = plan(page).locator("[data-item]").first
        step.locator("details > summary").click()
        step.locator("textarea").evaluate("(field, text) => { field.value = text }", WORDS[:10_000])
        people = part(page, "people")
        people.get_by_role("button", name="Add one more").click()
        write(people, 1, {"name": LONG_NAME, "reach": ARABIC, "do": HINDI})
        unfold(page)
        plan(page).locator("[data-take=print]").click()
        pdf = page.pdf(format="A4", prefer_css_page_size=True)
        text, read = squeezed(drawn_text(pdf)), text_of_pdf(pdf)

        assert squeezed(WORDS[:10_000]) in text
        assert squeezed(LONG_NAME) in text
        assert ARABIC in read
        assert HINDI in read
        saved = saved_text(page)
        for value in (WORDS[:10_000], LONG_NAME, ARABIC, HINDI):
            assert value in saved

    def test_the_list_of_steps_can_be_left_out_and_lines_added(self, page: Page) -> None:
        action = squeezed(plan(page).locator("[data-item] > label").first.inner_text())
        assert action in printed(page)[1]
        plan(page).get_by_label("Without the list of steps").check()
        plan(page).get_by_label("With empty lines to write on").check()
        text = printed(page)[1]

        assert action not in text
        assert text.count(squeezed("How to get there")) == 3

    def test_a_part_that_is_not_for_me_is_left_out(self, page: Page) -> None:
        part(page, "people").get_by_label("Not for me").check()
        text = printed(page)[1]
        assert "AuntMaryam" not in text
        assert squeezed(SIGNAL["word"]) in text

    def test_the_title_is_neutral_and_can_be_changed_and_the_page_keeps_its_own(self, page: Page) -> None:
        title = page.title()
        assert printed(page)[1].startswith("Notes")
        plan(page).get_by_label("Title at the top").fill("Shopping")
        assert printed(page)[1].startswith("Shopping")
        assert page.title() == title

    def test_no_address_is_printed_at_the_edge(self, page: Page) -> None:
        unfold(page)
        pdf = page.pdf(format="A4", display_header_footer=True, prefer_css_page_size=True)
        assert "127.0.0.1" not in drawn_text(pdf)

    def test_nothing_of_the_paper_stays_in_the_page(self, page: Page) -> None:
        printed(page)
        expect(page.locator(".paper")).to_have_count(0)


class TestTheNumbersOfTheCountry:
    def test_they_stand_first_with_a_mark_where_one_was_not_checked(self, page: Page) -> None:
        choose_country(page, "au")
        text = printed(page)[1]

        emergency = "Emergency. No text messages."
        silent = "Cannot speak: say nothing, then press 55 when a recording asks you to."
        checked, _, _ = "Checked %(day)s".partition("%")
        not_checked = "Not checked"
        assert text.startswith(squeezed(f"{TITLE} {DANGER} 000: {emergency} ({checked}"))
        assert squeezed(f"{silent} ({not_checked}") in text
        assert squeezed(NUMBER) not in text

    @pytest.mark.every_language
    def test_all_that_the_guide_says_of_a_number_is_on_paper(self, page: Page) -> None:
        """Also what to say in English to somebody who answers, which is a part of its own."""
        choose_country(page, "au")
        parts = page.locator("#plan-numbers").evaluate(PARTS_OF_NUMBERS, "au")
        text = printed(page)[1]
        assert len(parts) > 4
        assert left_off(text, parts) == []

    @pytest.mark.parametrize("country", ["", "other"])
    def test_without_a_country_there_is_a_line_to_write_on(self, page: Page, country: str) -> None:
        choose_country(page, country)
        assert printed(page)[1].startswith(squeezed(f"{TITLE} {DANGER} {NUMBER}: {NUMBERS}"))

    def test_every_country_that_can_be_chosen_has_its_numbers_but_another_one(self, page: Page) -> None:
        options = (
            plan(page)
            .locator("[data-choice=country] option")
            .evaluate_all("all => all.map(({ value }) => value)")
        )
        places = page.locator("#plan-numbers").evaluate(
            "template => [...template.content.children].map((place) => place.dataset.numbers)"
        )
        assert {*options} == {"", "other", *places}

    def test_the_folded_sheet_has_them_when_they_are_ticked(self, page: Page) -> None:
        choose_country(page, "uk")
        take(page, "pocket")
        pick = plan(page).locator(".take-picks").get_by_label("In danger: the numbers of my country")
        pick.check()
        emergency = "Emergency."
        assert printed(page)[1].startswith(squeezed(f"{TITLE} {DANGER} 999: {emergency}"))
        choose_country(page, "other")
        expect(pick).to_have_count(0)
        assert "999" not in printed(page)[1]

    def test_a_friend_gets_neither_them_nor_who_can_be_called(self, page: Page) -> None:
        choose_country(page, "uk")
        take(page, "friend")
        text = printed(page)[1]
        assert "999" not in text
        assert "Maryam" not in text


def choose_country(page: Page, id: str) -> None:
    plan(page).locator("[data-choice=country]").evaluate(
        """(field, id) => {
          field.value = id
          field.dispatchEvent(new Event("change", { bubbles: true }))
        }""",
        id,
    )


class TestTheFoldedSheet:
    def test_it_holds_what_is_ticked_and_nothing_else(self, page: Page) -> None:
        take(page, "pocket")
        assert plan(page).locator(".take-picks input:checked").count() == 0
        plan(page).locator(".take-picks").get_by_label("Code words and signals").check()
        sizes, text = printed(page)

        assert sizes == [A4]
        assert squeezed(SIGNAL["do"]) in text
        assert "Maryam" not in text
        assert squeezed("Take care.") not in text
        expect(plan(page).locator(".take-fits")).to_have_text("It fits on one sheet.")

    def test_its_paper_follows_the_country_until_one_is_chosen(self, page: Page) -> None:
        take(page, "pocket")
        plan(page).locator("[data-choice=country]").evaluate(
            "field => { field.value = 'us'; field.dispatchEvent(new Event('change', { bubbles: true })) }"
        )
        plan(page).locator(".take-picks").get_by_label("People I trust").check()
        assert printed(page)[0] == [LETTER]
        plan(page).locator(".take-format select").select_option("a4")
        assert printed(page)[0] == [A4]

    def test_what_does_not_fit_goes_on_more_sheets_and_is_told_before(self, page: Page) -> None:
        numbers = part(page, "numbers")
        add = numbers.get_by_role("button", name="Add one more")
        add.evaluate("button => { for (let number = 0; number < 12; number++) button.click() }")
        expect(numbers.locator(".entry")).to_have_count(13)
        numbers.locator(".entry").evaluate_all(
            """([_, ...entries], what) => entries.forEach((entry, number) => {
              const values = { what, number: `Line ${number}` }
              for (const name in values) entry.querySelector(`[data-field=${name}]`).value = values[name]
            })""",
            LONG_NAME,
        )
        field(entry(part(page, "people"), 0), "not").evaluate(
            "(field, text) => { field.value = text }", WORDS
        )
        take(page, "pocket")
        plan(page).locator(".take-picks").get_by_label("Important numbers").check()
        plan(page).locator(".take-picks").get_by_label("People I trust").check()
        fits = plan(page).locator(".take-fits")
        expect(fits).to_contain_text("sheets. Tick fewer things to fit one sheet.")
        sizes, text = printed(page)

        expect(fits).to_have_text(f"It needs {len(sizes)} sheets. Tick fewer things to fit one sheet.")
        assert squeezed(WORDS) in text
        assert [number for number in range(12) if f"Line{number}" not in text] == []

    def test_no_text_stands_outside_its_panel(self, page: Page) -> None:
        field(entry(part(page, "people"), 0), "not").evaluate(
            "(field, text) => { field.value = text }", WORDS[:3_000]
        )
        plan(page).locator("[data-horizon] [data-mark=mine]").evaluate_all(
            "all => all.slice(0, 12).forEach((box) => box.click())"
        )
        take(page, "pocket")
        picks = plan(page).locator(".take-picks input")
        for number in range(picks.count()):
            picks.nth(number).evaluate("box => box.click()")
        assert picks.count() == plan(page).locator(".take-picks input:checked").count() > 4
        unfold(page)
        plan(page).locator("[data-take=print]").click()
        page.evaluate("dispatchEvent(new Event('beforeprint'))")
        over = page.locator(".pocket-panel > div").evaluate_all(
            "all => all.filter((panel) => panel.scrollHeight > panel.clientHeight + 1).length"
        )
        assert page.locator(".pocket-panel").count() > 4
        assert over == 0
        page.evaluate("dispatchEvent(new Event('afterprint'))")


class TestForAFriend:
    def test_one_friend_gets_signal_what_to_do_and_what_not(self, page: Page) -> None:
        take(page, "friend")
        sizes, text = printed(page)

        assert sizes == [A4]
        assert text == squeezed(
            f"{TITLE} {SIGN}: {SIGNAL['word']} {MEANS}: {SIGNAL['means']} {TO_DO}: {SIGNAL['do']}"
            f"{TO_DO}: {PEOPLE[0]['do']} {NOT_TO_DO}: {PEOPLE[0]['not']}"
        )

    def test_with_several_people_the_reader_says_which(self, page: Page) -> None:
        people = part(page, "people")
        people.get_by_role("button", name="Add one more").click()
        write(people, 1, PEOPLE[1])
        take(page, "friend")
        text = saved_text(page)
        assert "Come and get me." not in text
        plan(page).locator(".take-picks").get_by_label(f"{TO_DO}: Mind the dog.").check()
        text = saved_text(page)

        assert "Mind the dog." in text
        assert not [
            word for word in ("Come and get me.", "Maryam", "Bo", "0700", "Keep away") if word in text
        ]

    def test_a_tick_never_moves_to_another_entry(self, page: Page) -> None:
        people = part(page, "people")
        people.get_by_role("button", name="Add one more").click()
        write(people, 1, PEOPLE[1])
        take(page, "friend")
        plan(page).locator(".take-picks").get_by_label(f"{TO_DO}: Come and get me.").check()
        people.get_by_role("button", name="Remove Person 1").click()

        assert plan(page).locator(".take-picks input:checked").count() == 0
        assert "Mind the dog." not in saved_text(page)

    def test_with_nothing_to_hand_on_it_says_what_can_be(self, page: Page) -> None:
        for name in ("signal", "people"):
            part(page, name).get_by_label("Not for me").check()
        take(page, "friend")
        expect(plan(page).locator(".take-choice")).to_contain_text(
            "You have not written anything to pass on yet."
        )


class TestTextAndFiles:
    def test_each_way_says_first_what_stays_behind(self, page: Page) -> None:
        unfold(page)
        folds = plan(page).locator(".take-tools > section > details")
        expect(folds.nth(0)).to_contain_text("Paper can be found, and some printers keep a copy")
        expect(folds.nth(1)).to_contain_text("Other apps can read what you copy")
        for fold in folds.all()[2:]:
            expect(fold).to_contain_text(
                "The browser’s list of downloads keeps the file’s name, where you saved it and this site’s "
                "address, even after you delete the file."
            )
        assert folds.count() == 4
        for fold in folds.all():
            warning, button = (
                fold.locator("p").first.bounding_box(),
                fold.locator("button").first.bounding_box(),
            )
            assert warning
            assert button
            assert warning["y"] < button["y"]

    def test_the_plan_is_copied_as_text(self, page: Page) -> None:
        page.context.grant_permissions(["clipboard-read", "clipboard-write"])
        unfold(page)
        plan(page).locator("[data-take=copy]").click()
        expect(said(page)).to_have_text(COPIED)
        copied = page.evaluate("navigator.clipboard.readText()")
        assert copied.replace("\r\n", "\n").startswith(
            f"{TITLE}\n\n\n{DANGER}\n\n{NUMBER}:\n{NUMBERS}\n\n"
            f"{TRUSTED}\nAunt Maryam: 0700 900 111\n\n\n{SIGNALS}\n\n"
        )
        assert copied.replace("\r\n", "\n") == saved_text(page)

    def test_where_copying_is_not_allowed_the_text_can_be_selected(self, page: Page) -> None:
        page.evaluate("Object.defineProperty(navigator, 'clipboard', { value: undefined })")
        unfold(page)
        plan(page).locator("[data-take=copy]").click()
        text = plan(page).get_by_label("Select this text and copy it yourself")

        expect(text).to_be_focused()
        expect(text).not_to_be_editable()
        assert text.evaluate(
            "field => field.value.slice(field.selectionStart, field.selectionEnd)"
        ) == saved_text(page)

    def test_a_files_name_is_neutral_and_can_be_changed(self, page: Page) -> None:
        unfold(page)
        name, own_name = plan(page).locator(".take-name").all()
        for wish, endings in {
            "notes": "notes",
            "Recipes 2026": "Recipes 2026",
            "../../x\u202e": "x",
            "  ": "notes",
        }.items():
            name.fill(wish)
            with page.expect_download() as download:
                plan(page).get_by_role("button", name="Save as text").click()
            assert download.value.suggested_filename == f"{endings}.txt"
        own_name.fill("Recipes")
        with page.expect_download() as download:
            plan(page).get_by_role("button", name="Save my whole plan").click()
        assert download.value.suggested_filename == "Recipes.json"
        expect(said(page)).to_have_text("Your browser is saving “Recipes.json”. It may ask you where.")

    def test_json_holds_the_whole_plan_whatever_was_chosen(self, page: Page) -> None:
        take(page, "friend")
        assert saved_json(page)["parts"] == {"signal": [SIGNAL], "people": PEOPLE[:1]}
