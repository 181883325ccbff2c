"""Links to what is left out become plain words, and what only points there goes."""

import pytest

from hooks.layers.plain_words import PAGE, SHEET, without_links, without_pointers

GONE = {"away.md": PAGE, "home.md#locks": PAGE, "sheets/list.md": SHEET}


def gone(target):
    return GONE.get(target, "")


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("Be safe [when you travel](away.md) too.", "Be safe when you travel too."),
        ("Look at [the locks](home.md#locks) at [home](home.md).", "Look at the locks at [home](home.md)."),
        ("You can print it. [This sheet](sheets/list.md) has room.", "You can print it."),
        ("**Tell one person.** See [work](away.md).", "**Tell one person.**"),
        ("Stay calm. [Car and travel](away.md) says more about parking.", "Stay calm."),
        ("Save it. [How to save it](away.md).", "Save it."),
        ("You can wait: see [no contact](away.md). Then call.", "You can wait. Then call."),
        ("Ask first: [law](away.md) says how. Then write.", "Ask first. Then write."),
        ("If they are free, see [courts](away.md).", ""),
        ("[A service](away.md) can help you.", "A service can help you."),
        (
            "Take [a list](sheets/list.md) and [labels](labels.md).",
            "Take a list and [labels](labels.md).",
        ),
        ("Take [a list](sheets/list.md) with you. It helps.", "It helps."),
        ("## [Away](away.md) { #x }", "## Away { #x }"),
    ],
)
def test_a_sentence_keeps_its_words_and_one_that_only_leads_there_goes(text, rest):
    assert without_pointers(text, gone) == rest


def test_an_entry_of_a_list_that_only_leads_there_goes():
    doors = "- [**Go** by car](away.md){ .door .icon-car }\n- [**Stay**](home.md){ .door }\n"
    assert without_pointers(f"Choose:\n\n{doors}", gone) == "Choose:\n\n- [**Stay**](home.md){ .door }\n"
    titled = "- [Away](away.md): what to take.\n- [one way](away.md) to write\n"
    assert without_pointers(titled, gone) == "- one way to write\n"


def test_a_row_of_links_keeps_its_points_and_its_end():
    row = "[One](one.md) · [away](away.md) ·\n[two](two.md).\n"
    assert without_pointers(row, gone) == "[One](one.md) ·\n[two](two.md).\n"
    assert without_pointers("[One](one.md) · [away](away.md).", gone) == "[One](one.md)."


def test_a_paragraph_that_only_leads_there_goes_with_its_space():
    text = "First.\n\n**[Open the sheet](sheets/list.md)**\n\nLast."
    assert without_pointers(text, gone) == "First.\n\nLast."


def test_a_text_without_such_links_stays_as_it_is():
    text = "See [home](home.md).\n\n  - odd   spaces\n\n\n[x](y.md) · z ."
    assert without_pointers(text, gone) == text
    assert without_links("Call [us](tel:112) and [away](away.md).", gone) == "Call [us](tel:112) and away."
