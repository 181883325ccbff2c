"""In a copy in another language, services that answer in it stand first, below the numbers for danger."""

from __future__ import annotations

import pytest
from lxml import html
from lxml.html import HtmlElement

from tests.browser.support import BELOW


@pytest.fixture(scope="module")
def united_states(site) -> HtmlElement:
    """The numbers of a country on the Spanish page, which lies beside every other."""
    spanish = (site.parent if BELOW else site) / "es"
    page = html.parse(str(spanish / "numbers.html")).getroot()
    return page.get_element_by_id("place-us").xpath("ancestor::section")[0]


def names_and_words(section: HtmlElement, heading: str) -> list[tuple[str, str]]:
    entries = section.xpath(f".//h3[@id='place-us-{heading}']/following-sibling::ul[1]/li")
    return [(entry.find("h4").text_content(), " ".join(entry.text_content().split())) for entry in entries]


def test_those_that_answer_in_spanish_come_first_and_say_so(united_states):
    lines = names_and_words(united_states, "helplines")
    spoken = ["Contesta en español." in words for _, words in lines]

    assert spoken == sorted(spoken, reverse=True)
    assert spoken.count(True) == 3
    assert "988" in lines[2][0] or "988" in " ".join(name for name, _ in lines[:3])
    assert [words for _, words in lines if "AYUDA" in words]


def test_the_number_for_danger_says_first_how_to_reach_an_interpreter(united_states):
    (first, *_others) = names_and_words(united_states, "emergency")

    assert "911" in first[1]
    assert "Di en inglés: “Spanish, please”." in first[1]
    assert united_states.xpath(".//span[@lang='en' and contains(., 'Spanish, please')]")


def test_english_pages_say_nothing_of_it(pages):
    numbers = pages["numbers.html"].text_content()

    assert "Answers in" not in numbers
    assert "interpreter" not in numbers
    assert pages["sheets/calls-log.html"].xpath("//*[@class='also']") == []
