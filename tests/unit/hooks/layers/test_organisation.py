"""What `organisation.yml` says becomes MkDocs' settings, and each mistake in it is named, all at once."""
# ruff: noqa: E501 (a problem's sentence stays whole)

from __future__ import annotations

import pytest
from mkdocs.config import load_config

from hooks.content.settings import problems_of_settings, settings_of
from hooks.layers.folders import VARIABLE
from hooks.layers.organisation import Colours, Line, Organisation, Paper, read_organisation
from hooks.layers.settle import named_by_organisation, settle, settled
from tests.conftest import ROOT

WHOLE = """
guide: 0.1.0
name: Casa Clara guide
address: https://casaclara.example/guide/
language: en
countries: [ie]
line: {name: Casa Clara, number: "1800 000 111", hours: Day and night, languages: [English], checked: 2026-11-28}
colours: {main: "#7a1f5c", main_dark: "#e7a9d2"}
logo: house.svg
paper: {line: Casa Clara, on: [handouts, now]}
menu: {People: [house.md]}
leave_out: [travel]
exit_url: https://www.met.ie/
exit_label: Weather now
discreet: strict
"""
LOGO = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8"><path d="M0 0h8v8"/></svg>'


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.setenv(VARIABLE, str(tmp_path))
    (tmp_path / "house.svg").write_text(LOGO, encoding="utf-8")
    return tmp_path


def told(folder, text):
    """List the problems of a file that holds `text`: its own, and those of the settings that it makes."""
    (folder / "organisation.yml").write_text(text, encoding="utf-8")
    organisation, settings, problems = read_organisation(folder)
    config = load_config(str(ROOT / "mkdocs.yml"), hooks=[])
    problems += settle(config, organisation, settings)
    return problems + named_by_organisation(problems_of_settings(config))


def test_every_field_is_read(folder):
    (folder / "organisation.yml").write_text(WHOLE, encoding="utf-8")

    organisation, settings, problems = read_organisation(folder)

    assert problems == []
    assert organisation == Organisation(
        guide="0.1.0",
        name="Casa Clara guide",
        address="https://casaclara.example/guide/",
        countries=("ie",),
        line=(
            Line(
                name="Casa Clara",
                number=("1800 000 111",),
                hours="Day and night",
                languages=("English",),
                checked="2026-11-28",
            ),
        ),
        colours=Colours(main="#7a1f5c", main_dark="#e7a9d2"),
        logo="house.svg",
        paper=Paper(line="Casa Clara", on=("handouts", "now")),
        menu={"People": ("house.md",)},
        leave_out=("travel",),
    )
    assert settings == {
        "exit_url": "https://www.met.ie/",
        "exit_label": "Weather now",
        "discreet": "strict",
    }


def test_it_becomes_the_settings_of_mkdocs_and_the_rest_stays(folder):
    (folder / "organisation.yml").write_text(WHOLE, encoding="utf-8")
    usual = settings_of(load_config(str(ROOT / "mkdocs.yml"), hooks=[]))

    config = settled(load_config(str(ROOT / "mkdocs.yml"), hooks=[]))
    settings = settings_of(config)

    assert (config.site_name, config.site_url) == ("Casa Clara guide", "https://casaclara.example/guide/")
    assert (settings.exit_url, settings.exit_label) == ("https://www.met.ie/", "Weather now")
    assert (settings.discreet, settings.short_name) == ("strict", "")
    assert settings.second_exit_url == usual.second_exit_url
    assert settings.neutral_title == usual.neutral_title


@pytest.mark.parametrize("text", ["", "# nothing yet\n"])
def test_every_field_may_be_left_out(folder, text):
    assert told(folder, text) == []
    assert read_organisation(folder)[0] == Organisation()


def test_without_the_file_nothing_is_set(tmp_path):
    assert read_organisation(tmp_path) == (Organisation(), {}, [])


def test_while_mkdocs_serves_the_guide_here_its_address_stays(folder):
    config = load_config(str(ROOT / "mkdocs.yml"), hooks=[])
    config.site_url = "http://127.0.0.1:8000/"

    settle(config, Organisation(address="https://casaclara.example/"), {})

    assert config.site_url == "http://127.0.0.1:8000/"


WRONG = {
    "line: {name: Casa Clara, number: '1', languages: [English, <i>]}": (
        "line: entry 1: languages: got '<i>'; <, > and \" are read as part of the page; leave them out"
    ),
    "exit_url: https://www.wikipedia.org/x": (
        "second_exit_url: got 'https://www.wikipedia.org/'; it is on the same site as exit_url, "
        "https://www.wikipedia.org/x; name a page on another site"
    ),
    "name: Notes\nname: Memo": "the file: got 'broken YAML (line 2: name is there twice)'; write fields as `name: value`",
    "line: {name: Casa Clara, number: '((('}": (
        "line: entry 1: number: got '((('; write a number as it is dialled, such as 999 or 1800 341 900"
    ),
    "adress: https://a.example/": "adress: no such field; possible: address",
    "colors: {}": "colors: no such field; possible: colours",
    "[name, address]": "the file: got ['name', 'address']; write fields as `name: value`",
    "name: ''": "name: got ''; write some text",
    "name: A <b>bold</b> name": (
        "name: got 'A <b>bold</b> name'; <, > and \" are read as part of the page; leave them out"
    ),
    "name: The shelter's guide": (
        "name: got \"The shelter's guide\"; \"shelter\" tells what this guide is about; "
        "use words that could be about anything"
    ),
    "name: A guide of twenty-five li": (
        "short_name: required, but missing; the name has 25 characters, and the top of a page has room for 24"
    ),
    "address: https://casaclara.example": (
        "address: got 'https://casaclara.example'; write an address that begins with https:// and ends with a slash"
    ),
    "address: https://a.example/shelter/": (
        "address: got '/shelter/' in the address; \"shelter\" tells what this guide is about; "
        "use words that could be about anything"
    ),
    "exit_url: http://www.met.ie/": (
        "exit_url: got 'http://www.met.ie/'; browsers would stay in this guide, or go unprotected; "
        "write https://, then the page's address"
    ),
    "{address: https://www.met.ie/, exit_url: https://met.ie/}": (
        "exit_url: got 'https://met.ie/'; leaving would not lead away from www.met.ie, where this guide stands; "
        "name a page elsewhere"
    ),
    "exit_label: Leave this page and go somewhere": (
        "exit_label: got 'Leave this page and go somewhere'; it has 32 characters; use at most 24"
    ),
    "page_names: own": "page_names: got 'own'; possible: topics, neutral",
    "language: es": "language: got 'es'; possible: en",
    "line: {name: A}": (
        "line: entry 1: number: required, but missing; Its number as it is dialled, or two in a list."
    ),
    "line: {name: A, number: call us}": (
        "line: entry 1: number: got 'call us'; write a number as it is dialled, such as 999 or 1800 341 900"
    ),
    "line: {name: A, number: '1', checked: today}": (
        "line: entry 1: checked: got 'today'; write a day as YYYY-MM-DD"
    ),
    f"line: {{name: A, number: '1', hours: {'x' * 80}}}": (
        "line: entry 1: card: its name and hours have 84 characters, and a wallet card has room for 80; "
        "write a few words for it here"
    ),
    "colours: {main: purple, main_dark: '#fff000'}": (
        "colours: main: got 'purple'; write six digits of 0 to 9 and a to f, in quotes, such as \"#14506b\""
    ),
    "logo: house.png": "logo: got 'house.png'; write the name of an SVG file beside this one, such as logo.svg",
    "logo: none.svg": "logo: there is no none.svg beside this file; put it there, or leave the field out",
    "paper: {line: Us, on: [evidence]}": (
        "paper: on: got 'evidence'; a person who finds such a sheet must not learn from it where its writer "
        "looked for help; possible: handouts, now, checks"
    ),
    "paper: {line: Us, on: [all]}": "paper: on: got 'all'; possible: handouts, now, checks",
    f"paper: {{line: {'x' * 91}}}": "paper: line: it has 91 characters; use at most 90",
    "menu: [house.md]": (
        "menu: got ['house.md']; write pages by their group, such as {People: [house.md]}"
    ),
}  # fmt: skip


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        (b"name: Caf\xe9", "the file: it is not in UTF-8; save it so"),
        (b"name: [", "the file: got 'broken YAML ("),
    ],
)
def test_a_file_that_cannot_be_read_is_told(tmp_path, data, problem):
    (tmp_path / "organisation.yml").write_bytes(data)
    (told,) = read_organisation(tmp_path)[2]
    assert told.startswith(f"organisation.yml: {problem}")


@pytest.mark.parametrize("text", WRONG)
def test_each_mistake_is_named_by_its_field(folder, text):
    assert told(folder, text) == [f"organisation.yml: {WRONG[text]}"]


def test_all_mistakes_are_told_at_once(folder):
    text = "adress: a\nname: ''\nlogo: none.svg\nexit_title: ' '\ncolours: {main: '#777777'}\n"
    assert [problem.split(": ")[1] for problem in told(folder, text)] == [
        "name", "adress", "colours", "colours", "logo", "exit_title",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("picture", "problem"),
    [
        (LOGO.replace("<path", "<script/><path"), "it has a <script>; leave it out"),
        (LOGO.replace("<path", "<style><!-- -->@import 'x'</style><path"), "its style asks for another file; leave that out"),
        (LOGO.replace("<path", r"<style>a{fill:u\72l(//a.b)}</style><path"), "its style asks for another file; leave that out"),
        (LOGO.replace("<path", "<set attributeName='href'/><path"), "its <set> changes where href leads; leave it out"),
        (LOGO.replace(' viewBox="0 0 8 8"', ""), "it has no viewBox, so it cannot be drawn at the size of a name; "
         'write one, such as "0 0 64 64"'),
        (LOGO.replace("</svg>", " " * 16_000 + "</svg>"), "it has 16084 bytes; use at most 16000"),
        ("no picture", "it is no SVG file (Start tag expected, '<' not found, line 1, column 1); save it as one"),
    ],
)  # fmt: skip
def test_a_logo_that_could_run_or_cannot_be_drawn_is_refused(folder, picture, problem):
    (folder / "house.svg").write_text(picture, encoding="utf-8")
    assert told(folder, "logo: house.svg") == [f"organisation.yml: logo: house.svg: {problem}"]


def test_a_logo_in_another_encoding_hides_no_instructions(folder):
    picture = f'<?xml version="1.0" encoding="utf-16"?><!DOCTYPE svg [<!ENTITY a "b">]>{LOGO}'
    (folder / "house.svg").write_bytes(picture.encode("utf-16"))
    instructions = "it has instructions before or in the picture; leave out <!DOCTYPE and <?xml-stylesheet"
    assert told(folder, "logo: house.svg") == [f"organisation.yml: logo: house.svg: {instructions}"]


def test_a_wallet_card_says_the_name_and_hours_unless_there_are_other_words():
    line = Line(name="Casa Clara", number=("1",), hours="Day and night", countries=("ie",))
    own = Line(name="B", number=("2",), card="Call B.")
    organisation = Organisation(line=(line, own))

    assert [entry.card for entry in organisation.lines_in("ie")] == ["Casa Clara. Day and night.", "Call B."]
    assert [entry.card for entry in organisation.lines_in("uk")] == ["Call B."]
