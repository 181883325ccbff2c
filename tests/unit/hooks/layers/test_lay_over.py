"""What a layer makes of the guide's files, and what it cannot do."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from hooks.layers.layer import read_layer
from hooks.layers.text_hash import text_hash
from tests.unit.hooks.layers.small import DANGER, FILES, IRELAND, LOCK, PHONE, guide, laid, of

WORDS = "Come to us. We do it with you.\n"


def changed(name: str, fields: str = "", body: str = "", hash: str = "") -> dict[str, str]:
    return {name: f"---\nof: {hash or of(name)}\n{fields}---\n{body}"}


def test_an_empty_layer_changes_nothing() -> None:
    content, problems = laid({})
    assert problems == []
    assert replace(content, own_folder=None) == guide()


def test_a_changed_field_takes_the_place_of_the_guides_and_all_others_stay() -> None:
    content, problems = laid(changed(LOCK, "action: Change your code\n"))
    assert problems == []
    assert content.data[LOCK] == guide().data[LOCK] | {"action": "Change your code"}
    assert content.files[LOCK].endswith("---\nPick a code.\n")
    assert content.behind == {}
    assert content.own == {LOCK}


def test_a_text_below_the_front_matter_takes_the_place_of_the_guides() -> None:
    content, problems = laid(changed(LOCK, body=WORDS))
    assert problems == []
    assert content.data[LOCK] == guide().data[LOCK]
    assert content.files[LOCK].endswith(f"---\n{WORDS}")


def test_lists_of_words_stay_on_one_line_as_the_check_of_the_wording_reads_them() -> None:
    content, _ = laid(changed(LOCK, body=WORDS))
    assert "\nwords: [pin, passcode]\n" in content.files[LOCK]


def test_a_new_page_a_new_step_and_a_new_country_are_added() -> None:
    new = {
        "docs/house.md": "---\nview: house\n---\n",
        "content/advice/phone/own.md": "---\naction: Ours\n---\n",
        "content/places/fr.yml": "country: France\n",
    }
    content, problems = laid(new)
    assert problems == []
    assert content.files == FILES | new
    assert content.data["content/places/fr.yml"] == {"country": "France"}
    assert content.own == content.own_texts == {*new}


def test_a_new_record_stands_first_and_a_changed_one_keeps_what_the_layer_does_not_say() -> None:
    content, problems = laid(
        {IRELAND: "note: Ours.\nhelplines:\n- {id: aid, how: Ask for us.}\n- {id: casa, name: Casa}\n"}
    )
    assert problems == []
    assert content.data[IRELAND] == {
        "country": "Ireland",
        "helplines": [
            {"id": "casa", "name": "Casa"},
            {"id": "aid", "name": "Aid", "number": ["1800 341 900"], "how": "Ask for us."},
        ],
        "note": "Ours.",
    }


def test_a_file_of_a_layer_that_says_nothing_changes_nothing() -> None:
    content, problems = laid({IRELAND: "# nothing yet\n"})
    assert (content.files, problems) == (FILES, [])


def test_every_problem_is_named_at_once_by_the_layers_own_file() -> None:
    content, problems = laid(
        {
            LOCK: "---\nreaction: 'no'\ncaution: ''\n---\nOurs.\n",
            DANGER: "---\nof: soon\naction: Run\n---\n",
            PHONE: "# No front matter\n",
            IRELAND: "helplines:\n- {name: Casa}\n- {id: casa}\n- {id: casa}\n",
            "content/sources.yml": "work: A work\n",
            "content/house.yml": "- {id: house}\n",
            "content/advice/own.md": "---\naction: Ours\n---\n",
        }
    )
    own = "content/places/COUNTRY.yml, content/advice/TOPIC/STEP.md, docs/PAGE.md"
    assert problems == [
        f"{LOCK}: of: required, but missing: of which text of the guide this was made; "
        f"write of: {of(LOCK)}, the text as it is now",
        f"{LOCK}: caution: a caution cannot be taken away; leave the field out, or warn in other words",
        f"{LOCK}: reaction: the person may react to this step, so its caution is read first; "
        "leave the field out",
        f"{DANGER}: of: got 'soon'; write 8 digits of 0 to 9 and a to f; {of(DANGER)} is the guide's text "
        "as it is now",
        f"{PHONE}: front matter: missing or broken; begin with ---, fields as `name: value`, then ---",
        f"{IRELAND}: helplines: entry 1: id: required, but missing; a record is found by it",
        f"{IRELAND}: helplines: casa: this id is there twice; give each entry its own",
        "content/sources.yml: got {'work': 'A work'}; write a list of entries",
        *(
            f"{name}: file: the guide has none of this name; possible: its own names, or {own}"
            for name in ("content/house.yml", "content/advice/own.md")
        ),
    ]
    assert content.data[LOCK]["caution"] == "It may be noticed."


def test_a_change_of_what_is_no_text_needs_no_hash() -> None:
    content, problems = laid({LOCK: "---\nhorizon: later\nwords: [code]\n---\n"})
    assert problems == []
    assert (content.data[LOCK]["horizon"], content.data[LOCK]["words"]) == ("later", ["code"])


@pytest.mark.parametrize(
    ("files", "expected"),
    [
        (changed(LOCK, "horizon: later\n"),
         f"{LOCK}: horizon: a translation cannot change horizon; leave the field out"),
        ({IRELAND: "helplines:\n- {id: aid, number: ['1']}\n"},
         f"{IRELAND}: helplines: aid: number: a translation cannot change number; leave the field out"),
        ({IRELAND: "helplines:\n- {id: aid, url: 'https://example.org/'}\n"},
         f"{IRELAND}: helplines: aid: url: a translation cannot change url; leave the field out"),
        ({IRELAND: "helplines:\n- {id: casa, name: Casa}\n"},
         f"{IRELAND}: helplines: casa: a translation cannot add an entry; leave it out"),
        ({"docs/house.md": "---\nview: house\n---\n"},
         "docs/house.md: file: a translation cannot add a file; leave it out"),
        ({"content/sources.yml": "- {id: work, title: Ein Werk}\n"},
         "content/sources.yml: work: title: a translation cannot change title; leave the field out"),
    ],
)  # fmt: skip
def test_a_translation_changes_nothing_but_words(files: dict[str, str], expected: str) -> None:
    content, problems = laid(files, kind="language")
    assert problems == [expected]
    assert content.data == guide().data


def test_a_translation_changes_the_words_of_a_step_and_of_a_record() -> None:
    content, problems = laid(
        {
            **changed(LOCK, "action: Cambia el código\nwords: [clave]\n", "Elige un código.\n"),
            IRELAND: "helplines:\n- {id: aid, name: Aid, number: ['1800 341 900'], how: Es gratis.}\n",
        },
        kind="language",
    )
    assert problems == []
    assert content.data[LOCK]["action"] == "Cambia el código"
    assert content.data[IRELAND]["helplines"][0]["how"] == "Es gratis."


def test_a_file_that_nothing_reads_or_that_is_no_text_is_a_problem(tmp_path: Path) -> None:
    for name, data in {
        "content/places/ie.yaml": b"country: Ireland\n",
        "content/places/uk.yml": "how: caf\xe9\n".encode("latin-1"),
        "content/.DS_Store": b"\0",
        "docs/house.png": b"\x89PNG",
        "docs/with-mark.md": "\ufeff---\nview: mark\n---\n".encode(),
        "notes.txt": b"Ours alone.",
    }.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes(data)
    layer = read_layer(tmp_path, "organisation")
    assert layer.texts.problems == [
        "content/places/uk.yml: file: it is not in UTF-8; save it in that encoding",
        "content/places/ie.yaml: file: nothing reads it; possible: a name that ends in .md or .yml",
    ]
    assert layer.texts.data == {"docs/with-mark.md": {"view": "mark"}}
    assert layer.texts.other_files == ["docs/house.png"]


@pytest.mark.parametrize("nothing", ["", "' '", ".", "'<!-- nothing -->'", "'<br>'", '"\\u200b"'])
def test_a_caution_that_nobody_can_read_takes_none_away(nothing: str) -> None:
    _, problems = laid({LOCK: f"---\nof: {of(LOCK)}\ncaution: {nothing}\n---\nOurs.\n"})
    stays = "a caution cannot be taken away; leave the field out, or warn in other words"
    assert problems == [f"{LOCK}: caution: {stays}"]


def test_a_changed_page_stays_the_view_that_others_lead_to() -> None:
    _, problems = laid({PHONE: "---\nview: house\n---\n"})
    assert problems == [f"{PHONE}: view: got 'house'; the guide finds the page as phone; leave the field out"]


NUMBERS = FILES[PHONE] + "\n<!-- emergency numbers -->\n\n<!-- tested: tests/a.py -->\n"


@pytest.mark.parametrize("body", ["Ours.", "<!-- emergency numbers -->\n\n<!-- emergency numbers -->"])
def test_a_changed_page_has_each_part_that_the_guide_puts_there(body: str) -> None:
    content = guide(**{PHONE: NUMBERS})
    _, problems = laid({PHONE: f"---\nof: {text_hash(PHONE, NUMBERS)}\n---\n{body}\n"}, content)
    write = "write <!-- emergency numbers --> once, on its own line"
    assert problems == [f"{PHONE}: text: a part of the page is missing, or there twice; {write}"]


def test_notes_of_those_who_write_are_not_published() -> None:
    body = "Ours. <!-- ask Mary -->\n\n<!-- emergency numbers -->\n\n<!-- advice: lock -->\n<!-- x\ny -->\n"
    content, problems = laid(
        {
            PHONE: f"---\nof: {text_hash(PHONE, NUMBERS)}\n---\n{body}",
            "docs/house.md": f"---\ntitle: House\n---\n{body}",
        },
        guide(**{PHONE: NUMBERS}),
    )
    assert problems == []
    texts = content.files[PHONE] + content.files["docs/house.md"]
    assert ("Mary" in texts, "x\ny" in texts, texts.count("<!-- advice: lock -->")) == (False, False, 2)
    assert texts.count("<!-- emergency numbers -->") == 1


def test_the_guides_own_number_for_danger_stays_before_an_organisations() -> None:
    under = f"{FILES[IRELAND]}emergency:\n- {{id: emergency, name: Emergency, number: ['112']}}\n"
    added = "emergency:\n- {id: campus, name: Campus police, number: ['1800 000 222']}\n"
    content, problems = laid({IRELAND: added}, guide(**{IRELAND: under}))
    assert [entry["id"] for entry in content.data[IRELAND]["emergency"]] == ["emergency", "campus"]
    assert problems == []
