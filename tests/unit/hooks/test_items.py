from dataclasses import replace

from checklist.advice import AdviceItem
from hooks.site.items import item_markdown, place_items

ITEM = AdviceItem(
    id="lock", topic="phone", action="Change the code", horizon="today", caution="It may be noticed.",
    sources=("work",), reviewed="2026-11-02", body="Pick a code.",
)  # fmt: skip


def test_a_caution_stands_right_below_its_action():
    assert item_markdown(ITEM) == (
        "### Change the code { #lock }\n\n**Take care.** It may be noticed.\n{ .caution }\n\nPick a code.\n"
    )


def test_a_page_ends_with_the_way_to_its_sources():
    placed = place_items("# Phone\n\n<!-- advice: lock -->", {"lock": ITEM}, "phone")

    assert placed.startswith("# Phone\n\n### Change the code { #lock }")
    assert placed.endswith(
        '<p class="page-sources"><a href="method.html#works-phone">Where this page comes from</a>. '
        "Last read against its sources on 2 November 2026.</p>\n"
    )


def test_the_day_of_a_page_is_that_of_the_item_that_was_read_longest_ago():
    items = {day: replace(ITEM, id=day, reviewed=day) for day in ("2026-11-02", "2026-10-31", "2026-11-01")}
    placed = place_items("\n\n".join(f"<!-- advice: {day} -->" for day in items), items, "phone")

    assert "Last read against its sources on 31 October 2026." in placed


def test_a_page_without_items_stays_as_it_is():
    assert place_items("# Plan\n", {}, "plan") == "# Plan\n"


def test_a_page_whose_own_text_rests_on_works_leads_to_them():
    assert place_items("# Plan\n", {}, "plan", has_works=True) == (
        "# Plan\n\n\n"
        '<p class="page-sources"><a href="method.html#works-plan">Where this page comes from</a>.</p>\n'
    )
