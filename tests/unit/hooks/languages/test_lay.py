"""A language laid over the guide: its words and texts, what stays English, and every problem at once."""

import shutil
from pathlib import Path

import pytest
from mkdocs.config import load_config

from checklist.translation import use_words
from hooks.content.load import load_guide
from hooks.languages.folders import VARIABLE, codes
from hooks.layers.text_hash import text_hash

ROOT = Path(__file__).resolve().parents[4]
STEP = "content/advice/phone/keep-your-phone-within-reach.md"


@pytest.fixture
def guide(tmp_path, monkeypatch):
    """Lay out the guide with one language that has nothing yet."""
    for name in ("theme", "hooks", "checklist", "content", "docs", "tests", "mkdocs.yml"):
        (tmp_path / name).symlink_to(ROOT / name)
    folder = tmp_path / "languages/xx"
    folder.mkdir(parents=True)
    (folder / "language.yml").write_text("lang: xx\nname: Exe\nformats: en-GB\n")
    monkeypatch.setenv(VARIABLE, "xx")
    yield tmp_path
    use_words({})


def write(guide, name, text):
    path = guide / "languages/xx" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def load(guide):
    config = load_config(str(guide / "mkdocs.yml"))
    return (*load_guide(config), config)


def hash_of(name):
    return text_hash(name, (ROOT / name).read_text("utf-8"))


def test_a_language_that_has_nothing_yet_is_all_english_and_says_what_is_missing(guide):
    content, problems, config = load(guide)

    assert problems == []
    assert (content.language.name, config.theme["language"]) == ("Exe", "xx")
    assert content.english == {name for name in content.files if name.endswith(".md")}
    assert "Is the person a partner or a former partner?" in content.english_texts
    assert config.extra["exit_label"] == "Leave now"


def test_texts_of_data_settings_and_steps_are_said_in_the_language(guide):
    write(
        guide,
        "words.po",
        'msgctxt "mkdocs.yml: exit_label"\nmsgid "Leave now"\nmsgstr "Salir ya"\n\n'
        'msgctxt "mkdocs.yml: nav"\nmsgid "Tools"\nmsgstr "Herramientas"\n\n'
        'msgctxt "content/facts.yml: ex-partner: about"\n'
        'msgid "a partner or ex-partner"\nmsgstr "una pareja o expareja"\n',
    )
    write(
        guide,
        STEP,
        f"---\naction: Ten tu teléfono a mano\nof: {hash_of(STEP)}\n---\nAsí puedes [llamar](numbers.md).\n",
    )

    content, problems, config = load(guide)

    assert problems == []
    assert config.extra["exit_label"] == "Salir ya"
    assert "Herramientas" in [name for entry in config.nav if isinstance(entry, dict) for name in entry]
    (about,) = (fact.about for fact in content.facts if fact.id == "ex-partner")
    assert about == "una pareja o expareja"
    step = content.items["keep-your-phone-within-reach"]
    assert (step.action, step.body) == ("Ten tu teléfono a mano", "Así puedes [llamar](numbers.md).")
    assert step.sources
    assert STEP not in content.english


def test_words_for_another_english_are_not_said(guide):
    write(guide, "words.po", 'msgctxt "mkdocs.yml: exit_label"\nmsgid "Leave"\nmsgstr "Salir"\n')

    _content, _problems, config = load(guide)

    assert config.extra["exit_label"] == "Leave now"


def test_what_is_no_words_is_refused_and_named_by_the_languages_own_file(guide):
    write(guide, STEP, f"---\naction: Otro\nhorizon: later\nof: {hash_of(STEP)}\n---\nOtro texto.\n")
    write(guide, "docs/new.md", "---\ntitle: Nuevo\n---\n# Nuevo\n")

    _content, problems, _config = load(guide)

    assert (
        f"languages/xx/{STEP}: horizon: a translation cannot change horizon; leave the field out" in problems
    )
    assert "languages/xx/docs/new.md: file: a translation cannot add a file; leave it out" in problems


def test_a_language_that_is_not_there_stops_the_build(guide, monkeypatch):
    shutil.rmtree(guide / "languages/xx")

    _content, problems, _config = load(guide)

    assert problems == ["languages/xx/language.yml: file: there is none; possible: en"]


def test_the_languages_of_the_guide_are_listed():
    assert codes(ROOT) == ["es"]


def test_each_problem_is_named_by_the_file_of_the_language(guide):
    body = "".join(f"{line}\n" for line in ("Llama.", "", "Es tu culpa. Mira [los números](numbers.md)."))
    write(guide, STEP, f"---\nof: {hash_of(STEP)}\naction: Ten tu teléfono\nbecause: Uno. Dos.\n---\n{body}")
    write(guide, "banned-words.yml", "- {term: tu culpa, instead: quítala}\n- {term: loca}\n")
    write(
        guide,
        "words.po",
        'msgctxt "mkdocs.yml: exit_label"\nmsgid "Leave now"\nmsgstr "Salir de esta guía ahora mismo ya"\n\n'
        'msgid "Skip to the text"\nmsgstr "Es tu culpa"\n\n'
        'msgctxt "content/facts.yml: ex-partner: about"\n'
        'msgid "a partner or ex-partner"\nmsgstr "Una pareja."\n',
    )

    _, problems, _ = load(guide)

    starts = (
        f"languages/xx/{STEP}: because: a translation cannot change because",
        "languages/xx/words.po: mkdocs.yml: extra.exit_label: got 'Salir de esta guía ahora mismo ya'",
        "languages/xx/banned-words.yml: 2: instead: required, but missing",
        "languages/xx/words.po: content/facts.yml: ex-partner: about: got 'Una pareja.'",
        f'languages/xx/{STEP}: line 8: "tu culpa" is a word this guide does not use; possible: quítala',
        'languages/xx/words.po: "Skip to the text": "tu culpa" is a word this guide does not use',
    )
    for start in starts:
        assert [problem for problem in problems if problem.startswith(start)], (start, problems)


def test_a_translated_text_may_differ_in_its_words_alone(guide):
    write(
        guide, STEP, f"---\naction: Ten tu teléfono\nof: {hash_of(STEP)}\n---\nLlama al 1800 341 900.\u202e\n"
    )

    _, problems, _ = load(guide)

    assert problems == [
        f"languages/xx/{STEP}: text: it has a sign that cannot be seen, U+202E; leave it out",
        f"languages/xx/{STEP}: body: links: missing: ](numbers.md); a translation has those of the English",
        f"languages/xx/{STEP}: body: phone numbers: too many: 1800341900; "
        "a translation has those of the English",
    ]


def test_who_has_read_a_language_is_named_with_the_day(guide):
    write(guide, "language.yml", "lang: xx\nname: Exe\nformats: en-GB\nread_by: Casa Clara\n")

    (problem,) = load(guide)[1]

    assert problem == (
        "languages/xx/language.yml: read_by, read_on: one of them is missing; "
        "write who read it, and on which day"
    )


def test_a_translation_without_a_text_of_its_own_has_the_english_one(guide):
    write(guide, STEP, f"---\naction: Ten tu teléfono\nof: {hash_of(STEP)}\n---\n")

    content, problems, _ = load(guide)

    step = content.items["keep-your-phone-within-reach"]
    assert problems == []
    assert (step.action, "[your emergency number](numbers.md)" in step.body) == ("Ten tu teléfono", True)
