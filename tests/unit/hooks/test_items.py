from checklist.advice import AdviceItem
from hooks.items import item_markdown, long_day, place_items
from hooks.records import Source

ITEM = AdviceItem(
    id="lock", topic="phone", action="Change the code", horizon="today", caution="It may be noticed.",
    sources=("work",), reviewed="2026-11-02", body="Pick a code.",
)  # fmt: skip
WORK = Source(id="work", title="A <work>", by="Somebody", read="2026-11-22", how="read")


def test_a_caution_stands_right_below_its_action():
    assert item_markdown(ITEM) == (
        "### Change the code { #lock }\n\n**Take care.** It may be noticed.\n{ .caution }\n\nPick a code.\n"
    )


def test_a_page_ends_with_the_works_it_rests_on():
    placed = place_items("# Phone\n\n<!-- advice: lock -->", {"lock": ITEM}, {"work": WORK})

    assert placed.startswith("# Phone\n\n### Change the code { #lock }")
    assert '<li><a href="method.html#source-work">A &lt;work&gt;</a></li>' in placed
    assert "<p>Last read against its sources on 2 November 2026.</p>" in placed


def test_a_page_without_sources_stays_as_it_is():
    assert place_items("# Plan\n", {}, {}) == "# Plan\n"


def test_a_page_can_rest_on_works_of_its_own():
    placed = place_items("# Reading\n", {}, {"work": WORK}, ["work"])

    assert "source-work" in placed
    assert "Last read" not in placed


def test_a_day_is_written_in_words():
    assert long_day("2026-11-22") == "22 November 2026"
