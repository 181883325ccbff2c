from dataclasses import replace

import pytest

from checklist.advice import AdviceItem
from checklist.sections import Field, Option, Section, Suggestion
from hooks.paper.sides import (
    ROOM,
    Side,
    blank,
    height_of_section,
    height_of_step,
    sections_on_sides,
    steps_on_sides,
)

ITEM = AdviceItem(
    id="lock", topic="phone", action="Change the code", horizon="today", caution="It may be noticed.",
    sources=("work",), reviewed="2026-11-02", body="Pick a code.",
)  # fmt: skip
WORD = Field(id="word", label="Word", kind="line", most=80)
MEANS = Field(id="means", label="What it means", kind="text", most=500)
KNOWS = Field(id="knows", label="This person …", kind="ticks", options=(Option(id="it", label="knows it"),))
SECTION = Section(
    id="signal", title="Words", why="They help.", many="yes", entry="Word", fields=(WORD, MEANS)
)


def steps(number, **changes):
    return [replace(ITEM, id=f"{changes.get('topic', 'phone')}-{n}", **changes) for n in range(number)]


def height_of(side: Side) -> float:
    return sum(height_of_step(item) for _, items in side.topics for item in items)


def test_each_horizon_begins_a_side_and_the_most_urgent_comes_first():
    items = [replace(ITEM, id=h, horizon=h) for h in ("later", "today", "now", "this-week")]

    assert [side.horizon for side in steps_on_sides(items)] == ["now", "today", "this-week", "later"]


def test_steps_of_one_topic_stand_together_in_the_order_of_the_guide():
    items = [*steps(1), *steps(1, topic="home"), replace(ITEM, id="phone-late")]
    (side,) = steps_on_sides(items)

    assert [(topic, [item.id for item in items]) for topic, items in side.topics] == [
        ("phone", ["phone-0", "phone-late"]),
        ("home", ["home-0"]),
    ]


def test_every_step_stands_on_one_side_once_and_no_side_runs_over():
    items = [*steps(25), *steps(25, topic="home", caution="It may be noticed. " * 12)]
    sides = steps_on_sides(items)

    assert [item for side in sides for _, steps in side.topics for item in steps] == items
    assert len(sides) > 2
    assert max(map(height_of, sides)) <= ROOM


def test_a_topic_goes_on_under_its_name_on_the_next_side():
    first, second = steps_on_sides(steps(25))

    assert [topic for side in (first, second) for topic, _ in side.topics] == ["phone", "phone"]


def test_a_longer_caution_takes_more_room():
    assert height_of_step(replace(ITEM, caution="")) < height_of_step(ITEM)
    assert height_of_step(ITEM) < height_of_step(replace(ITEM, caution="It may be noticed. " * 12))


def test_entries_of_words_alone_are_a_table_whose_widths_fill_it():
    found = blank(SECTION)

    assert found.columns == [("word", "Word", 40), ("means", "What it means", 60)]
    assert (found.rows, found.entries, found.lines) == (4, 0, [])


def test_entries_with_boxes_to_tick_have_lines_and_short_fields_share_one():
    reach = replace(WORD, id="reach")
    found = blank(replace(SECTION, fields=(WORD, reach, MEANS, KNOWS)))

    assert (found.columns, found.rows, found.entries) == ([], 0, 3)
    assert found.lines == [[WORD, reach], [MEANS], [KNOWS]]


def test_a_section_with_one_entry_is_there_once():
    assert blank(replace(SECTION, many="no")).entries == 1


def test_a_section_goes_where_there_is_room_and_none_is_lost():
    idea = Suggestion(id="idea", event="this happens", then="do something about it. " * 6)
    tall = replace(SECTION, id="tall", suggestions=(idea,) * 11)
    small = replace(SECTION, id="small")
    sides = sections_on_sides([small, tall, replace(small, id="third")])

    assert [[found.section.id for found in side] for side in sides] == [["small", "third"], ["tall"]]
    assert all(sum(map(height_of_section, side)) <= ROOM for side in sides)


@pytest.mark.parametrize("item", [replace(ITEM, caution="It may be noticed. " * 300)])
def test_a_step_that_no_side_has_room_for_gets_one_of_its_own(item):
    assert len(steps_on_sides([*steps(1), item, *steps(1)])) == 3
