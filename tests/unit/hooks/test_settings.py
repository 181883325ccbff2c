"""What an organisation sets: a guide without a way out, or with a name that tells its topic, is not built."""
# ruff: noqa: E501 (a problem's sentence stays whole)

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest
from jinja2 import Template
from mkdocs.config import load_config
from mkdocs.exceptions import Abort

from hooks import events
from hooks.content.settings import problems_of_settings, settings_of
from hooks.languages.language import OWN

ROOT = Path(__file__).parents[3]
SOUND = {
    "neutral_title": "Notes",
    "exit_url": "https://www.bbc.co.uk/weather",
    "second_exit_url": "https://www.wikipedia.org/",
    "exit_label": "Leave now",
    "exit_title": "Weather",
    "single_file_name": "notes",
}
OTHER = {"site_name": "Quiet Guide", "site_description": "A quiet guide.", "site_url": ""}

UNPROTECTED = "browsers would stay in this guide, or go unprotected; write https://, then the page's address"
UNKNOWN_SIGNS = "it has signs that an address cannot have; copy it out of a browser's address bar"
NOT_OPENED = "no browser can open it; write https://, then the page's address"
BEFORE_AT = "what stands before @ is no part of where it leads; leave it and the @ out"
NO_WORDS = "nothing in it can be read aloud; write some words"
BLANKS = "there are blanks around it; leave them out"
MARKUP = '<, > and " are read as part of the page; leave them out'
NO_TEXT = "write some text, in quotes"
NO_FILE = "not every system can write it; use up to 40 of a to z, 0 to 9, - and _, such as notes"
TELLS = "tells what this guide is about; use words that could be about anything"


def problems(changes=(), without=(), **names):
    extra = {name: value for name, value in {**SOUND, **dict(changes)}.items() if name not in without}
    return problems_of_settings(SimpleNamespace(extra=extra, **{**OTHER, **names}))


def no_name(host):
    return f"{host} is no name of a site; write one with a dot, as www.bbc.co.uk, not a number"


def test_sound_settings_have_no_problem():
    assert problems() == []
    assert problems(site_url="https://notes.example.org/guide/") == []
    assert problems(site_description=None, site_url=None) == []


@pytest.mark.parametrize(
    "address",
    [
        "https://www.metoffice.gov.uk/weather?city=Leeds&days=5#today",
        "https://xn--mnchen-3ya.de/",
        "https://a.co:8443",
    ],
)
def test_a_page_elsewhere_is_a_way_out(address):
    assert problems({"exit_url": address}) == []


@pytest.mark.parametrize(
    ("address", "wrong"),
    [
        ("", UNPROTECTED),
        (" ", UNPROTECTED),
        ("www.bbc.co.uk/weather", UNPROTECTED),
        ("//www.bbc.co.uk/weather", UNPROTECTED),
        ("/weather", UNPROTECTED),
        ("#", UNPROTECTED),
        ("http://www.bbc.co.uk/weather", UNPROTECTED),
        ("javascript:alert(1)", UNPROTECTED),
        ("data:text/html,weather", UNPROTECTED),
        ("about:blank", UNPROTECTED),
        ("https:www.bbc.co.uk", UNPROTECTED),
        ("https:/www.bbc.co.uk", UNPROTECTED),
        (" https://www.bbc.co.uk/weather", UNPROTECTED),
        ("https://www.bbc.co.uk/weather ", UNKNOWN_SIGNS),
        ("https://www.bbc.co.uk/wea\tther", UNKNOWN_SIGNS),
        ("https://www.bbc.co.uk\\@evil.com", UNKNOWN_SIGNS),
        ('https://www.bbc.co.uk/"onclick="', UNKNOWN_SIGNS),
        ("https://www.bbc.co.uk/<b>", UNKNOWN_SIGNS),
        ("https://www。bbc。co。uk", UNKNOWN_SIGNS),
        ("https://", NOT_OPENED),
        ("https:///www.bbc.co.uk", NOT_OPENED),
        ("https://?weather", NOT_OPENED),
        ("https://www.bbc.co.uk:99999/", NOT_OPENED),
        ("https://[::1", NOT_OPENED),
        ("https://me@www.bbc.co.uk", BEFORE_AT),
        ("https://www.bbc.co.uk:443@evil.com/", BEFORE_AT),
        ("https://192.0.2.7/", no_name("192.0.2.7")),
        ("https://2130706433/", no_name("2130706433")),
        ("https://a.0x7f/", no_name("a.0x7f")),
        ("https://[2001:db8::1]/", no_name("2001:db8::1")),
        ("https://weather/", no_name("weather")),
        ("https://www.bbc..uk/", no_name("www.bbc..uk")),
        ("https://-/", no_name("-")),
        ("https://printer.local/", "not everyone can open printer.local; name a page that many people open"),
        ("https://www.endabuse.org/", f'"abus" {TELLS}'),
        ("https://www.bbc.co.uk/she%6Cter", f'"shelter" {TELLS}'),
    ],
)  # fmt: skip
def test_what_does_not_lead_every_reader_away_is_no_way_out(address, wrong):
    assert problems({"exit_url": address}) == [f"mkdocs.yml: extra.exit_url: got {address!r}; {wrong}"]


@pytest.mark.parametrize(
    ("own", "address"),
    [
        ("https://house.org/notes/", "https://house.org/weather"),
        ("https://house.org/notes/", "https://HOUSE.org"),
        ("https://www.house.org/", "https://house.org/"),
        ("https://notes.house.org/", "https://www.house.org/"),
        ("https://house.org/", "https://news.house.org/"),
    ],
)
def test_the_way_out_does_not_lead_to_where_the_guide_stands(own, address):
    host = own.split("/")[2]
    assert problems({"exit_url": address}, site_url=own) == [
        f"mkdocs.yml: extra.exit_url: got {address!r}; leaving would not lead away from {host}, where this "
        "guide stands; name a page elsewhere"
    ]


def test_another_guide_on_the_same_large_host_is_elsewhere():
    assert problems({"exit_url": "https://weather.github.io/"}, site_url="https://notes.github.io/") == []


@pytest.mark.parametrize("name", ["neutral_title", "exit_label", "exit_title"])
@pytest.mark.parametrize(
    ("value", "wrong"),
    [
        ("", NO_WORDS),
        ("  ", NO_WORDS),
        ("…", NO_WORDS),
        ("\u200b", "it has a sign that cannot be seen, U+200B; leave it out"),
        ("No\u202etes", "it has a sign that cannot be seen, U+202E; leave it out"),
        ("No\ntes", "it has a sign that cannot be seen, U+000A; leave it out"),
        ("Notes ", BLANKS),
        ("</title><p>", MARKUP),
        ('Notes" id="x', MARKUP),
        (2026, NO_TEXT),
        (True, NO_TEXT),
        (None, NO_TEXT),
        (["Notes"], NO_TEXT),
    ],
)
def test_words_on_tabs_and_on_the_way_out_can_be_read(name, value, wrong):
    assert problems({name: value}) == [f"mkdocs.yml: extra.{name}: got {value!r}; {wrong}"]


@pytest.mark.parametrize("name", ["neutral_title", "exit_title", "site_name", "site_description"])
@pytest.mark.parametrize(
    ("value", "word"),
    [
        ("Stalking help", "Stalk"),
        ("My safety plan", "safety"),
        ("ｓｈｅｌｔｅｒ", "shelter"),
        ("vic\u200dtims", "victim"),
    ],
)
def test_words_that_others_see_do_not_tell_the_topic(name, value, word):
    if name in SOUND:
        found, field = problems({name: value}), f"extra.{name}"
    else:
        found, field = problems(**{name: value}), name
    assert found == [f'mkdocs.yml: {field}: got {value!r}; "{word}" {TELLS}']


def test_a_title_in_another_script_is_as_good():
    assert (
        problems({"neutral_title": "یادداشت\u200cها", "exit_title": "天気", "exit_label": "Quitter\u00a0!"})
        == []
    )


def test_a_label_is_as_long_as_a_small_screen_holds():
    assert problems({"exit_label": "a" * 24}) == []
    label = "Leave this page right now"
    assert problems({"exit_label": label}) == [
        f"mkdocs.yml: extra.exit_label: got {label!r}; it has 25 characters; use at most 24"
    ]
    assert len(problems({"neutral_title": "a" * 61})) == len(problems(site_name="a" * 61)) == 1


@pytest.mark.parametrize(
    "name",
    [
        "",
        " ",
        "my notes",
        "notes.html",
        "../notes",
        "/notes",
        "notes/",
        "-rf",
        "con",
        "LPT1",
        "nötes",
        "a" * 41,
        "$x",
    ],
)
def test_the_one_file_has_a_name_that_every_system_can_write(name):
    assert problems({"single_file_name": name}) == [
        f"mkdocs.yml: extra.single_file_name: got {name!r}; {NO_FILE}"
    ]


def test_neither_the_one_files_name_nor_the_sites_path_tells_the_topic():
    assert problems({"single_file_name": "safety-plan"}) == [
        f"mkdocs.yml: extra.single_file_name: got 'safety-plan'; \"safety\" {TELLS}"
    ]
    assert problems(site_url="https://house.org/anti-stalking/") == [
        f"mkdocs.yml: site_url: got '/anti-stalking/' in the address; \"stalk\" {TELLS}"
    ]


def test_missing_and_mistyped_settings_are_told_at_once():
    assert problems({"exit_adress": "https://a.co"}, without=("exit_url", "exit_label")) == [
        "mkdocs.yml: extra.exit_url: required, but missing; Where the exit leads: a page that many people open.",
        "mkdocs.yml: extra.exit_label: required, but missing; What the exit says.",
        "mkdocs.yml: extra.exit_adress: no such field; possible: neutral_title, exit_url, second_exit_url, "
        "exit_label, short_name, icon, exit_title, single_file_name, export_name, storage_name, "
        "former_storage_names, discreet, page_names",
    ]
    assert (
        len(problems(without=SOUND)) == len(problems_of_settings(SimpleNamespace(extra=None, **OTHER))) == 6
    )


NO_STORAGE = "it parts names from what follows; use up to 20 of a to z, 0 to 9 and -, such as notes"


@pytest.mark.parametrize(
    ("name", "value", "wrong"),
    [
        ("storage_name", "no:tes", NO_STORAGE),
        ("storage_name", "Notes", NO_STORAGE),
        ("storage_name", "", NO_STORAGE),
        ("storage_name", "a" * 21, NO_STORAGE),
        ("storage_name", "safety", f'"safety" {TELLS}'),
        ("former_storage_names", ["memo", "a b"], NO_STORAGE),
    ],
)
def test_a_name_of_storage_is_one_neutral_word(name, value, wrong):
    got = value[-1] if isinstance(value, list) else value
    assert problems({name: value}) == [f"mkdocs.yml: extra.{name}: got {got!r}; {wrong}"]


def test_former_names_of_storage_are_a_list_and_may_be_any_word():
    assert problems({"storage_name": "memo", "former_storage_names": ["safety-plan"]}) == []
    assert problems({"former_storage_names": "memo"}) == [
        "mkdocs.yml: extra.former_storage_names: got 'memo'; write a list, such as [notes, memo]"
    ]


@pytest.mark.parametrize(
    ("changes", "names", "stated"),
    [
        ({}, ("notes",), ""),
        ({"former_storage_names": ["notes"]}, ("notes",), ""),
        ({"storage_name": "memo"}, ("memo", "notes"), ' data-storage="memo" data-stored="notes"'),
        (
            {"storage_name": "notes", "former_storage_names": ["memo", "paper"]},
            ("notes", "memo", "paper"),
            ' data-storage="notes" data-stored="memo paper"',
        ),
    ],
)
def test_a_page_states_names_of_storage_only_where_they_are_not_the_usual_one(changes, names, stated):
    settings = settings_of(SimpleNamespace(extra=SOUND | changes))
    assert settings.storage_names == names
    (line,) = (
        line
        for line in (ROOT / "theme/base.html").read_text("utf-8").splitlines()
        if line.startswith("<html")
    )
    config = {"extra": {"settings": settings, "language": OWN}, "theme": {"language": "en"}}
    rendered = Template(line).render(config=config, view="now")
    assert rendered == (
        '<html lang="en" data-view="now" data-python="absent" data-vault="off" data-offline-state="off"'
        f"{stated}>"
    )


@pytest.fixture
def broken(tmp_path):
    """Lay out a guide whose settings and content both have problems."""
    for name in ("theme", "hooks", "checklist", "content", "docs", "tests"):
        (tmp_path / name).symlink_to(ROOT / name)
    settings = (ROOT / "mkdocs.yml").read_text("utf-8")
    settings = settings.replace("https://www.bbc.co.uk/weather", "www.bbc.co.uk/weather")
    settings = settings.replace("      - phone.md\n", "")
    (tmp_path / "mkdocs.yml").write_text(settings, "utf-8")
    return tmp_path


EXPECTED = [
    "The guide has 2 problems. Nothing was built.",
    f"mkdocs.yml: extra.exit_url: got 'www.bbc.co.uk/weather'; {UNPROTECTED}",
    "docs/phone.md: nav: the menu does not name it; add it to nav in mkdocs.yml",
]


def test_the_check_tells_problems_of_settings_and_content_together(broken):
    command = [sys.executable, "-m", "hooks.content"]
    done = subprocess.run(command, cwd=broken, capture_output=True, text=True, check=False)

    assert (done.returncode, done.stdout.splitlines()) == (1, EXPECTED)


def test_the_build_stops_with_the_same_problems(broken):
    config = load_config(str(broken / "mkdocs.yml"), hooks=[])

    with pytest.raises(Abort) as stopped:
        events.on_config(config)

    assert str(stopped.value).splitlines() == EXPECTED


SVG = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink">{}</svg>'
PLAIN = SVG.format('<defs><path id="a" d="M0 0"/></defs><use href="#a" fill="url(#a)"/>').encode()


def problems_of(tmp_path, icon, data=None):
    """Return what is said of an icon in a project's `docs/`, without the words that all of it has in common."""
    (tmp_path / "docs").mkdir()
    if data is not None:
        (tmp_path / "docs" / icon).write_bytes(data)
    places = {"docs_dir": str(tmp_path / "docs"), "config_file_path": str(tmp_path / "mkdocs.yml")}
    start = f"mkdocs.yml: extra.icon: got {icon!r}; "
    return [problem.removeprefix(start) for problem in problems({"icon": icon}, **places)]


@pytest.mark.parametrize(("icon", "data"), [("dot.svg", PLAIN), ("dot.png", b"\x89PNG\r\n\x1a\n...")])
def test_a_plain_picture_of_its_own_is_an_icon(tmp_path, icon, data):
    assert problems_of(tmp_path, icon, data) == []


NO_FILE_THERE = (
    "there is no such file; write the path of an SVG or PNG file in theme/ or docs/, such as assets/icon.svg"
)
ASKS = "asks for another file; leave it out"


@pytest.mark.parametrize(
    ("icon", "inside", "wrong"),
    [
        ("gone.svg", None, NO_FILE_THERE),
        (
            "safety.svg",
            "",
            '"safety" tells what this guide is about; give the file a name that could be about anything',
        ),
        ("a.svg", "<script>1</script>", "it has a <script>; leave it out"),
        ("a.svg", '<path onload="a()"/>', "it has a script in onload; leave it out"),
        ("a.svg", '<image href="https://a.org/a.png"/>', f"href {ASKS}"),
        ("a.svg", '<use xlink:href="other.svg#a"/>', f"href {ASKS}"),
        ("a.svg", '<path style="fill: URL(//a.org/a)"/>', f"style {ASKS}"),
        ("a.svg", "<style>@import 'a.css';</style>", "its style asks for another file; leave that out"),
        (
            "a.svg",
            "<?xml-stylesheet href='a.css'?>",
            "it has instructions before or in the picture; leave out <!DOCTYPE and <?xml-stylesheet",
        ),
        ("a.svg", "<!--" + "a" * 16_000 + "-->", "it has 16096 bytes; use at most 16000"),
    ],
)
def test_an_icon_that_is_not_there_or_asks_for_anything_is_refused(tmp_path, icon, inside, wrong):
    data = None if inside is None else SVG.format(inside).encode()
    assert problems_of(tmp_path, icon, data) == [wrong]


def test_a_text_is_no_picture(tmp_path):
    (told,) = problems_of(tmp_path, "a.svg", b"text")
    assert told.startswith("it is no SVG file (")


def test_what_is_no_picture_is_refused(tmp_path):
    assert problems_of(tmp_path, "a.png", PLAIN) == ["it is no PNG file; save it as one"]
    assert problems({"icon": "../icon.ico"}, docs_dir="", config_file_path="") == [
        "mkdocs.yml: extra.icon: got '../icon.ico'; write the path of an SVG or PNG file in theme/ or docs/, such as assets/icon.svg"
    ]


def test_names_of_files_and_of_the_header_are_neutral():
    assert problems({"export_name": "memo", "short_name": "Memo", "page_names": "neutral"}) == []
    assert problems({"export_name": "my notes", "short_name": "Safety plan", "page_names": "p"}) == [
        f"mkdocs.yml: extra.short_name: got 'Safety plan'; \"Safety\" {TELLS}",
        f"mkdocs.yml: extra.export_name: got 'my notes'; {NO_FILE}",
        "mkdocs.yml: extra.page_names: got 'p'; possible: topics, neutral",
    ]
