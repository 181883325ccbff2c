"""What readers are told where a text is behind."""

from __future__ import annotations

from dataclasses import replace

from checklist.advice import AdviceItem
from hooks.content.records import Page
from hooks.site.behind import notes_of, with_note
from hooks.site.items import item_markdown, place_items
from tests.unit.hooks.layers.small import FILES, LOCK, OLD, PHONE, guide, laid

ITEM = AdviceItem(
    id="lock", topic="phone", action="Change the code", horizon="today", caution="It may be noticed.",
    sources=("work",), reviewed="2026-11-02", body="Pick a code.",
)  # fmt: skip


def note_of(name: str, fields: str = "", body: str = "", guide_text: str = "") -> str:
    """Return the note of a text that was made from an older one of the guide; empty where it has none."""
    content, problems = laid(
        {name: f"---\nof: {OLD}\n{fields}---\n{body}"}, guide(**{name: guide_text or FILES[name]})
    )
    assert problems == []
    content.items = {"lock": ITEM}
    content.pages = {"phone.md": Page(view="phone", title="Phone", summary="About phones.")}
    notes = notes_of(content)
    return notes.get("lock" if name == LOCK else name.removeprefix("docs/"), "")


def test_a_step_says_on_which_day_the_guides_own_text_changed_and_has_it_folded() -> None:
    assert note_of(LOCK, "action: Change your code\n", "Come to us.\n") == (
        "<div data-behind><p>The guide's own text of this step changed on 22 November 2026.</p>"
        "<details><summary>The guide's own text</summary><p><strong>Change the code</strong></p> "
        "<p>Pick a code.</p></details></div>"
    )


def test_the_fold_has_only_what_differs() -> None:
    assert "<summary>The guide's own text</summary><p>Pick a code.</p></details>" in note_of(
        LOCK, "", "Ours.\n"
    )
    assert "Pick a code." not in note_of(LOCK, "action: Change your code\n")


def test_a_page_has_no_day_of_its_own_and_its_fold_no_heading_and_no_step() -> None:
    note = note_of(PHONE, "", "# Ours { #ours }\n\n<!-- advice: lock -->\n")
    assert note == (
        "<div data-behind><p>The guide's own text of this page has changed since.</p>"
        "<details><summary>The guide's own text</summary><p><strong>Your phone</strong></p></details></div>"
    )
    assert with_note("# Ours { #ours }\n\nText.\n", note) == f"# Ours {{ #ours }}\n\n{note}\n\nText.\n"
    assert with_note("# Ours { #ours }\n", "") == "# Ours { #ours }\n"


def test_a_link_to_what_this_copy_leaves_out_is_plain_words() -> None:
    text = FILES[LOCK].replace(
        "Pick a code.",
        "[One](phone.md), [two](phone.md#your-phone), [three](phone.md#lock), [four](phone.md#gone), "
        "[five](travel.md), [six](https://example.org/a.md) and [seven](tel:112).",
    )
    assert (
        '<p><a href="phone.html">One</a>, <a href="phone.html#your-phone">two</a>, '
        '<a href="phone.html#lock">three</a>, four, five, <a href="https://example.org/a.md">six</a> and '
        '<a href="tel:112">seven</a>.</p>'
    ) in note_of(LOCK, "", "Ours.\n", text)


def test_a_text_in_whose_place_the_guides_own_is_shown_has_no_note() -> None:
    content, _ = laid({LOCK: f"---\nof: {OLD}\naction: Ours\n---\n"})
    content.behind[LOCK] = replace(content.behind[LOCK], state="withdrawn")
    assert notes_of(content) == {}


def test_a_text_that_is_left_out_has_no_note() -> None:
    content, _ = laid({LOCK: f"---\nof: {OLD}\naction: Ours\n---\n"})
    del content.files[LOCK]
    assert notes_of(content) == {}


def test_the_note_of_a_step_is_below_its_text() -> None:
    note = "<div data-behind></div>"
    assert item_markdown(ITEM, note) == f"{item_markdown(ITEM)}\n{note}\n"
    assert place_items("<!-- advice: lock -->", {"lock": ITEM}, "phone", notes={"lock": note}).startswith(
        item_markdown(ITEM, note)
    )
