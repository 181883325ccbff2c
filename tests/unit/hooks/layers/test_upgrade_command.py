"""What `quiet-guide` says of texts that an organisation changes."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from hooks.layers.folders import VARIABLE
from hooks.layers.text_hash import text_hash
from hooks.version import VERSION
from quiet_guide.command import main
from tests.conftest import ROOT
from tests.unit.hooks.layers.guides import edit

STEP = "content/advice/phone/change-your-screen-lock.md"
Command = Callable[..., tuple[int, str, str]]


@pytest.fixture
def quiet_guide(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Command:
    """Run the command here, and return its exit code and what it said. What it sets is set back."""
    monkeypatch.setattr(sys, "path", [*sys.path])
    for name in (VARIABLE, "NO_MKDOCS_2_WARNING", "SOURCE_DATE_EPOCH"):
        monkeypatch.setenv(name, "1")
        monkeypatch.delenv(name)

    def run(*arguments: str | Path) -> tuple[int, str, str]:
        code = main([str(argument) for argument in arguments])
        return (code, *capsys.readouterr())

    return run


def test_a_text_is_copied_listed_and_taken_note_of(tmp_path: Path, quiet_guide: Command) -> None:
    own = tmp_path / "own"
    quiet_guide("new", own, "--defaults")
    assert (own / ".was/guide.json").is_file()

    code, said, _ = quiet_guide("change", "change-your-screen-lock", own)
    assert code == 0
    assert said.startswith(f"Written: {own / STEP}. Edit it; ")

    hash = text_hash(STEP, (ROOT / STEP).read_text("utf-8"))
    edit(own, STEP, f"of: {hash}", "of: 0123abcd")
    code, said, _ = quiet_guide("behind", own)
    assert code == 0
    assert said.startswith("1 text of yours to read again")

    code, said, _ = quiet_guide("upgrade", own)
    assert code == 0
    assert f"Yours was made from `0123abcd`; it is `{hash}` now." in said

    assert quiet_guide("change", "--same", "change-your-screen-lock", own) == (
        0,
        f"Written: {own / STEP}\n",
        "",
    )
    assert quiet_guide("behind", own) == (0, "No text of yours is behind.\n", "")

    edit(own, "organisation.yml", VERSION, "0.0.1")
    code, said, _ = quiet_guide("upgrade", "--write", "--done", own)
    assert code == 0
    assert said == (
        f"Written: {own / 'organisation.yml'}. Texts that are behind stay behind: "
        "quiet-guide behind lists them.\n"
    )
    assert f"\nguide: {VERSION}\n" in (own / "organisation.yml").read_text("utf-8")


def test_a_name_that_the_guide_does_not_have_is_a_sentence_and_no_traceback(
    tmp_path: Path, quiet_guide: Command
) -> None:
    (tmp_path / "organisation.yml").write_text("name: Casa Clara\n", "utf-8")
    possible = "phone.md, online.md, home.md"
    assert quiet_guide("change", "fone.md", tmp_path) == (
        1,
        "",
        f"fone.md: the guide has no such step or page; possible: {possible}\n",
    )
