"""Whatever a copy of this guide leaves out: it is sound, and nothing in it leads to what is gone."""

import pytest

from hooks.content.records import PerPaper
from hooks.content.territories import in_short, territories_of
from hooks.layers.dead_links import empty_sections
from tests.unit.hooks.layers.whole_guide import (
    countries,
    fresh,
    sheets,
    steps,
    topics,
    whole,
    without,
)

ALONE = [pytest.param(name, marks=pytest.mark.long) for name in [*topics(), *sheets()]]
"""All of them at once, and some of them, are left out on every change."""


@pytest.fixture(scope="module")
def irish():
    """The copy of an Irish shelter without two topics and a sheet."""
    content, problems = without("travel", "pictures", "car-and-home-check", "booklet", countries=("ie",))
    assert problems == []
    return content


@pytest.mark.parametrize(
    "names",
    [
        pytest.param(topics(), id="all topics"),
        pytest.param([*topics()[::2], *sheets()[::2]], id="every second topic and sheet"),
        pytest.param([*topics()[1::3], *steps()[::3]], id="some topics and steps"),
        pytest.param([*sheets(), *steps()], id="all sheets and steps"),
    ],
)
def test_much_can_be_left_out_at_once(names):
    assert without(*names, countries=("nz",))[1] == []


@pytest.mark.parametrize("name", ["work", *ALONE])
def test_each_topic_and_each_sheet_can_be_left_out_alone(name):
    assert without(name)[1] == []


@pytest.mark.parametrize(
    "country", ["ie", *(pytest.param(name, marks=pytest.mark.long) for name in countries())]
)
def test_each_country_can_be_the_only_one(country):
    content, problems = without(countries=(country,))
    assert problems == []
    assert [*content.places] == [f"content/places/{country}.yml"]


def test_pages_steps_and_their_views_are_gone(irish):
    assert not {"travel.md", "pictures.md", "sheets/car-and-home-check.md"} & irish.pages.keys()
    assert not {item.topic for item in irish.items.values()} & {"travel", "pictures"}
    assert not {"travel", "images", "sheet-car-and-home-check"} & irish.views.keys()
    assert {"travel", "images", "look-your-car-over", "uk"} < irish.left_out


def test_the_first_page_names_what_is_left(irish):
    row = irish.files["docs/index.md"].partition("#what-you-can-read-about }")[2]
    assert "[home](home.md) ·\n[work and study](work.md)" in row
    assert "travel" not in row


def test_a_link_in_the_middle_of_a_sentence_becomes_words(irish):
    assert "safe at [home](home.md) and when you travel." in irish.files["docs/law.md"]


def test_a_claim_says_that_this_copy_leaves_it_out_and_a_work_that_nothing_cites_goes(irish):
    claims = {claim.id: claim.retired for claim in irish.claims}
    assert claims["S48"] == "This copy of the guide leaves it out."
    before = {claim["id"]: claim.get("retired", "") for claim in whole().data["content/claims.yml"]}
    assert claims["S07"] == before["S07"]
    assert "sparc-log" in {source.id for source in irish.sources}
    assert len(irish.sources) < len(whole().data["content/sources.yml"])


def test_the_plan_asks_and_suggests_nothing_about_it(irish):
    assert not {"uses-car", "images"} & {fact.id for fact in irish.facts}
    ids = {idea.id for section in irish.plan for idea in section.suggestions}
    assert "my-car-was-touched" not in ids
    assert "i-find-a-tracker" in ids
    (matters,) = (question for question in irish.questions if question.id == "matters")
    assert next(option.topics for option in matters.options if option.id == "safety") == ("home",)


def test_an_answer_about_nothing_else_goes():
    content, _ = without("family")
    (matters,) = (question for question in content.questions if question.id == "matters")
    assert "children" not in {option.id for option in matters.options}


def test_a_country_is_chosen_among_those_that_are_left(irish):
    (question,) = (question for question in irish.questions if question.id == "country")
    assert [(option.id, option.label) for option in question.options] == [
        ("ie", "Ireland"),
        ("other", "Another country"),
    ]
    assert {sheet.place for sheet in irish.sheets} == {"", "ie"}
    assert [words.id for words in irish.log.police] == ["ie"]


def test_without_ireland_the_union_is_not_another_country_of_it():
    content, _ = without(countries=("eu", "uk"))
    (question,) = (question for question in content.questions if question.id == "country")
    assert [option.label for option in question.options] == [
        "United Kingdom",
        "A country in the European Union",
        "Another country",
    ]


def test_every_territory_keeps_its_numbers(irish):
    there = {territory.code: territory for territory in territories_of(irish)}
    assert (there["GB"].place, there["GB"].numbers) == ("", ("112", "999"))
    assert there["IE"].place == "ie"
    assert "glasgow" in there["GB"].words
    lines = [line.split(":") for line in in_short([*there.values()]).split("|")]
    assert [numbers for numbers, codes in lines if "GB" in codes] == ["112 999"]


def test_a_field_without_a_place_on_paper_is_only_on_the_screen():
    content, _ = without("police-reports")
    (station,) = (field for field in content.log.fields if field.id == "station")
    assert (station.only, station.why) == (
        "screen",
        "This copy of the guide leaves out the sheet that has it.",
    )
    (kind,) = (kind for kind in content.log.kinds if kind.id == "police")
    assert kind.sheets == ()


def test_a_booklet_holds_what_is_left_and_counts_its_sides():
    content, _ = without("incident-log")
    (booklet,) = (sheet for sheet in content.sheets if sheet.id == "booklet")
    assert "incident-log" not in {part.sheet for part in booklet.holds}
    assert booklet.pages == PerPaper(a4="11", letter="11")


def test_a_copy_that_leaves_nothing_out_fills_as_many_sides_as_the_guide():
    content, problems = without()
    assert problems == []
    assert {sheet.id: [sheet.pages["a4"], sheet.pages["letter"]] for sheet in content.sheets} == {
        sheet["id"]: [int(sheet["pages"]["a4"]), int(sheet["pages"]["letter"])]
        for sheet in whole().data["content/sheets.yml"]
    }


def test_nothing_left_out_changes_nothing():
    content, _ = without()
    assert content.files == whole().files
    assert content.data == whole().data
    assert content.left_out == frozenset()


def test_no_text_of_the_guide_has_a_heading_with_nothing_below_it():
    assert [
        name for name, text in fresh().files.items() if name.endswith(".md") and [*empty_sections(text)]
    ] == []


def test_a_heading_goes_with_the_last_of_what_is_below_it():
    content, problems = without("rights")
    assert problems == []
    assert "#if-you-may-have-to-move" in whole().files["docs/home.md"]
    assert "#if-you-may-have-to-move" not in content.files["docs/home.md"]


def test_a_step_that_waited_for_what_is_gone_waits_for_nothing():
    first = {
        name: data["first"]
        for name, data in whole().data.items()
        if isinstance(data, dict) and "first" in data
    }
    content, problems = without(*{id for ids in first.values() for id in ids})
    assert problems == []
    left = [item for item in content.items.values() if f"content/advice/{item.topic}/{item.id}.md" in first]
    assert left
    assert {(item.first, item.before) for item in left} == {((), "")}
