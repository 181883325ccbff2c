"""The command answers in sentences, asks in plain words, and refuses to overwrite what is somebody's."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import pytest
import yaml

from hooks.layers.folders import VARIABLE
from hooks.layers.organisation import read_organisation
from hooks.version import VERSION
from quiet_guide import build, command, new, places
from quiet_guide.command import main
from quiet_guide.hosts import FILES, PANGO
from quiet_guide.places import UsersError
from quiet_guide.serve import watched

ROOT = Path(__file__).resolve().parents[3]


@pytest.fixture(autouse=True)
def _environment(monkeypatch, tmp_path):
    """Each call lays a folder over the guide for the rest of its process."""
    monkeypatch.setenv(VARIABLE, "")
    monkeypatch.chdir(tmp_path)


def answering(monkeypatch, *answers: str) -> None:
    given = iter(answers)

    def answer(prompt: str) -> str:
        try:
            return next(given)
        except StopIteration:
            raise EOFError from None

    monkeypatch.setattr("builtins.input", answer)


def test_a_folder_with_defaults_has_nothing_but_the_version(tmp_path, capsys):
    assert main(["new", "copy", "--defaults"]) == 0

    assert yaml.safe_load(Path("copy/organisation.yml").read_text("utf-8")) == {"guide": VERSION}
    assert sorted(path.name for path in Path("copy").iterdir()) == [
        ".gitignore",
        ".was",
        "README.md",
        "organisation.yml",
    ]
    assert capsys.readouterr().out.endswith("Next: quiet-guide serve copy\n")


def test_what_comments_show_is_valid_once_it_is_no_comment(tmp_path):
    text = new.settings_of(new.Answers(), VERSION)
    shown = [line.removeprefix("# ") for line in text.splitlines() if ": " in line or line == "# line:"]
    lines = [line for line in shown if not line[0].isupper()]
    (tmp_path / "organisation.yml").write_text("\n".join(lines), "utf-8")

    organisation, settings, problems = read_organisation(tmp_path)

    assert problems == []
    assert organisation.line[0].number == ("1800 000 111",)
    assert settings == {"exit_url": new.EXIT, "exit_title": "Weather"}


def test_six_questions_write_what_was_answered(monkeypatch, capsys):
    answering(
        monkeypatch,
        'A "quiet" place',
        "http://example.org",
        "https://example.org/notes/",
        "fr, ie",
        "IE, uk",
        "Casa Clara",
        "Casa Clara, 1800 000 111",
        "https://www.met.ie/",
        "pages",
    )

    assert main(["new", "copy"]) == 0

    assert yaml.safe_load(Path("copy/organisation.yml").read_text("utf-8")) == {
        "guide": VERSION,
        "name": 'A "quiet" place',
        "address": "https://example.org/notes/",
        "countries": ["ie", "uk"],
        "line": [{"name": "Casa Clara", "number": "1800 000 111"}],
        "exit_url": "https://www.met.ie/",
    }
    said = capsys.readouterr().out
    assert "Please begin with https://" in said
    assert "fr: not known. Possible: au, ca, eu, ie, nz, uk, us." in said
    assert "Please write its name, a comma and its number" in said
    assert Path("copy/.github/workflows/publish.yml").is_file()


def test_where_nobody_answers_a_sentence_says_what_to_do(monkeypatch, capsys):
    answering(monkeypatch)

    assert main(["new", "copy"]) == 1

    assert capsys.readouterr().err == "Nobody answers here; possible: quiet-guide new FOLDER --defaults\n"
    assert not Path("copy").exists()


def test_a_folder_that_is_not_empty_is_left_as_it_is(capsys):
    Path("copy").mkdir()
    Path("copy/mine.txt").write_text("mine", "utf-8")

    assert main(["new", "copy", "--defaults"]) == 1

    assert capsys.readouterr().err == "copy: there is something already; possible: a new or an empty folder\n"
    assert [path.name for path in Path("copy").iterdir()] == ["mine.txt"]


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        ([], 2, "COMMAND"),
        (["build", "--nothing"], 2, "unrecognized arguments"),
        (["build", "nowhere"], 1, "nowhere: there is no such folder; possible: quiet-guide new nowhere"),
        (["check", "."], 1, "there is no organisation.yml in it"),
        (["upgrade", "nowhere"], 1, "nowhere: there is no such folder"),
        (["change", "no-such-step", "nowhere"], 1, "nowhere: there is no such folder"),
    ],
)
def test_a_wrong_call_ends_in_a_sentence(arguments, code, words, capsys):
    try:
        ended: object = main(arguments)
    except SystemExit as error:
        ended = error.code

    assert ended == code
    said = capsys.readouterr().err
    assert words in said
    assert "Traceback" not in said


def test_check_names_every_problem_of_the_folder(capsys):
    Path("copy").mkdir()
    Path("copy/organisation.yml").write_text("exit_url: http://x.example/\ncolours: {main: red}\n", "utf-8")

    assert main(["check", "copy"]) == 1

    said = capsys.readouterr().err
    assert "organisation.yml: exit_url: got 'http://x.example/'" in said
    assert "organisation.yml: colours: main: got 'red'" in said


def test_a_fault_of_the_program_is_told_apart_and_written_down(monkeypatch, capsys):
    monkeypatch.setattr(command.new, "make_folder", lambda *_, **__: {}["missing"])

    assert main(["new", "copy"]) == 1

    assert capsys.readouterr().err.startswith("This is a fault of quiet-guide, not of your files.")
    assert "KeyError: 'missing'" in Path("traceback.txt").read_text("utf-8")

    Path("traceback.txt").unlink()
    Path("traceback.txt").mkdir()
    assert main(["new", "copy", "--defaults"]) == 1
    assert "KeyError: 'missing'" in capsys.readouterr().err


def test_a_file_that_cannot_be_written_is_named(capsys):
    Path("file").write_text("", "utf-8")

    assert main(["new", "file/copy", "--defaults"]) == 1

    assert capsys.readouterr().err == "file/copy: Not a directory.\n"


@pytest.mark.parametrize("name", ["mine.txt", "index.html"])
def test_a_build_replaces_no_folder_that_is_somebodys(name, tmp_path):
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / name).write_text("mine", "utf-8")

    with pytest.raises(UsersError, match="out holds files that no build has written"):
        build.build_site(ROOT, tmp_path / "out")

    assert (tmp_path / "out" / name).read_text("utf-8") == "mine"


@pytest.mark.parametrize(
    ("out", "told"),
    [
        ("/", "holds"),
        (".", "holds"),
        ("copy", "holds"),
        ("copy/docs", "is in"),
        ("copy/docs/site", "is in"),
        ("copy/.was/site", "is in"),
    ],
)
def test_a_build_is_not_written_over_what_it_is_made_of(out, told, tmp_path, capsys):
    assert main(["new", "copy", "--defaults"]) == 0
    Path("copy/docs").mkdir()
    Path("files.json").write_text("{}", "utf-8")

    assert main(["build", "copy", "--out", out]) == 1

    assert capsys.readouterr().err.startswith(f"--out: {Path(out).resolve()} {told} ")
    assert Path("copy/organisation.yml").is_file()


def test_a_build_replaces_no_repository(tmp_path):
    for name in ("out/.git/config", "out/files.json"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("", "utf-8")

    with pytest.raises(UsersError, match="out is a repository of git"):
        build.build_site(ROOT, tmp_path / "out")


def test_a_new_folder_takes_the_place_of_the_old_one(tmp_path):
    for name in ("out/old.html", "scratch/site/new.html"):
        (tmp_path / name).parent.mkdir(parents=True)
        (tmp_path / name).write_text("", "utf-8")

    build.put_in_place(tmp_path / "scratch/site", tmp_path / "out")

    assert [path.name for path in (tmp_path / "out").iterdir()] == ["new.html"]


def test_the_check_of_a_folder_says_what_is_behind(capsys):
    assert main(["new", "copy", "--defaults"]) == 0
    text = Path("copy/content/advice/phone/change-your-screen-lock.md")
    text.parent.mkdir(parents=True)
    text.write_text("---\nof: 00000000\n---\nCome to us.\n", "utf-8")

    assert main(["check", "copy"]) == 0

    assert "change-your-screen-lock.md: of: the guide's text changed" in capsys.readouterr().out


@pytest.mark.parametrize("name", ["organisation.yml", "docs/phone.md"])
@pytest.mark.parametrize(
    "arguments", [["behind"], ["upgrade"], ["upgrade", "--done"], ["change", "--same", "phone.md"]]
)
def test_what_cannot_be_read_is_named_and_left_as_it_is(name, arguments, capsys):
    assert main(["new", "copy", "--defaults"]) == 0
    path = Path("copy", name)
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(b"name: \xff")

    assert main([*arguments, "copy"]) == 1

    said = capsys.readouterr().err
    assert said.startswith(f"{name}: ")
    assert "it is not in UTF-8" in said
    assert path.read_bytes() == b"name: \xff"


def test_an_upgrade_that_writes_nothing_says_so(capsys):
    assert main(["new", "copy", "--defaults"]) == 0
    assert main(["upgrade", "copy", "--write"]) == 0

    assert "Nothing to write" in capsys.readouterr().out


def test_an_empty_address_is_no_published_guide(capsys):
    assert main(["check", "--host", ""]) == 1

    assert "'' is no address of a guide" in capsys.readouterr().out


def test_serving_watches_what_a_person_writes(tmp_path):
    for name in ("organisation.yml", "logo.svg"):
        (tmp_path / name).write_text("", "utf-8")
    for name in ("docs", "site", "site-hosting", "dist", ".cache", ".git"):
        (tmp_path / name).mkdir()

    assert [Path(path).name for path in watched(tmp_path)] == ["docs", "logo.svg", "organisation.yml"]


def test_a_language_that_the_copy_does_not_have_is_not_served(capsys):
    main(["new", "copy", "--defaults"])

    assert main(["serve", "copy", "--language", "es"]) == 1

    told = "--language: es: your copy does not have it; possible: en"
    assert told in capsys.readouterr().err


@pytest.mark.parametrize("host", FILES)
def test_each_host_gets_a_file_with_the_version_pinned_where_it_installs(host):
    assert main(["new", "copy", "--defaults", "--host", host]) == 0

    for name in FILES[host]:
        text = (Path("copy") / name).read_text("utf-8")
        assert re.findall(r"\{(?:version|pango|server|file)\}|\{{3,}", text) == []
        assert ("pip install" in text) == (f"pip install ./quiet_guide-{VERSION}-py3-none-any.whl" in text)
        assert "quiet-guide build" in text


def test_the_workflow_for_pages_has_the_rights_it_needs_and_no_more():
    assert main(["new", "copy", "--defaults", "--host", "pages"]) == 0

    workflow = yaml.safe_load(Path("copy/.github/workflows/publish.yml").read_text("utf-8"))
    assert workflow["permissions"] == {"contents": "read", "pages": "write", "id-token": "write"}
    steps = workflow["jobs"]["publish"]["steps"]
    assert steps[0]["with"] == {"fetch-depth": 0, "persist-credentials": False}
    commands = [step["run"] for step in steps if "run" in step]
    assert commands[1:] == [
        f"pip install ./quiet_guide-{VERSION}-py3-none-any.whl",
        "quiet-guide build --out site",
        "quiet-guide check --site site",
    ]
    assert commands[0].endswith(PANGO)


def test_the_guide_is_found_in_the_checkout():
    assert places.guide_folder() == ROOT
    assert str(ROOT) in sys.path
