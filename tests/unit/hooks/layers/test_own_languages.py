"""An organisation offers its copy in other languages: what each says, and what is wrong, by its file."""

from __future__ import annotations

from pathlib import Path

import pytest
from mkdocs.config import load_config

from hooks.content.load import load_guide
from hooks.languages.folders import offered
from hooks.layers.text_hash import text_hash
from tests.unit.hooks.layers.test_load import IRELAND, LOCK, ROOT, write

SETTINGS = """\
languages: [es]
line: {name: Casa Clara, number: 1800 000 111, hours: Day and night, for_whom: Anyone}
"""
OWN_STEP = "content/advice/phone/ask-us.md"
CONTACT = (
    "helplines:\n- {id: casa, name: Casa Clara, number: ['1800 000 111'], how: We listen., source: ie-112, "
    "checked: 'yes', day: 2026-11-28}\n"
)


@pytest.fixture
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("QUIET_GUIDE_ORGANISATION", str(tmp_path))
    return tmp_path


def test_its_texts_are_in_english_until_its_folder_says_them(
    own: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GUIDE_LANGUAGE", "es")
    lock = f"---\nof: {text_hash(LOCK, (ROOT / LOCK).read_text('utf-8'))}\naction: A code of ours\n---\n"
    words = 'msgid ""\nmsgstr "Plural-Forms: nplurals=2; plural=(n != 1);\\n"\n\n'
    words += 'msgid "Day and night"\nmsgstr "Día y noche"\n\n'
    place = f"{IRELAND}: helplines: casa: how"
    words += f'msgctxt "{place}"\nmsgid "We listen."\nmsgstr "Te escuchamos."\n'
    write(
        own,
        {
            "organisation.yml": SETTINGS,
            "words.po": 'msgid "Skip to the text"\nmsgstr "Go to the text"\n',
            LOCK: lock,
            IRELAND: CONTACT,
            "languages/es/words.po": words,
        },
    )

    content, problems = load_guide(load_config(str(ROOT / "mkdocs.yml"), hooks=[]))

    assert problems == []
    assert content.items["change-your-screen-lock"].action == "A code of ours"
    assert "pin" in content.items["change-your-screen-lock"].words
    assert content.english == {LOCK}
    assert content.organisation is not None
    assert [line.hours for line in content.organisation.line] == ["Día y noche"]
    assert content.places[IRELAND].helplines[0].how == "Te escuchamos."
    assert {"Casa Clara", "Anyone"} <= content.english_texts
    assert "Day and night" not in content.english_texts
    assert content.own_words.everywhere == {}


def test_its_folder_can_say_a_step_of_its_own_in_the_language(
    own: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GUIDE_LANGUAGE", "es")
    lock = f"---\nof: {text_hash(LOCK, (ROOT / LOCK).read_text('utf-8'))}\naction: A code of ours\n---\n"
    body = (ROOT / LOCK).read_text("utf-8").partition("\n---\n")[2]
    ours = text_hash(
        LOCK, f"{(ROOT / LOCK).read_text('utf-8').partition('action:')[0]}action: A code of ours\n"
    )
    write(
        own,
        {
            "organisation.yml": "languages: [es]\n",
            LOCK: lock,
            f"languages/es/{LOCK}": f"---\nof: {ours}\naction: Un código nuestro\n---\n{body}",
        },
    )

    content, _problems = load_guide(load_config(str(ROOT / "mkdocs.yml"), hooks=[]))

    assert content.items["change-your-screen-lock"].action == "Un código nuestro"
    assert content.english == set()


def test_a_language_that_the_guide_does_not_have_is_a_problem(own: Path) -> None:
    write(own, {"organisation.yml": "languages: [es, xx]\n"})

    _content, problems = load_guide(load_config(str(ROOT / "mkdocs.yml"), hooks=[]))

    assert problems == ["organisation.yml: languages: xx: the guide is not in this language; possible: es"]


@pytest.mark.parametrize(
    ("settings", "languages"),
    [("languages: [es, xx]\n", ["es"]), ("name: Notes\n", []), ("languages: es\n", []), ("- a\n", [])],
)
def test_a_copy_is_in_english_alone_unless_it_says_otherwise(
    own: Path, settings: str, languages: list[str]
) -> None:
    write(own, {"organisation.yml": settings})

    assert offered(ROOT) == languages
