"""When a publication was made: from what is built, never from the clock."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from hooks.site.pages import OutputError
from hooks.site.publication import publication_time, read_publication

DAY = 1_795_824_000  # 2026-11-28
UNFILLED = "archive: $Format:%cI$\nday: 2026-11-28\n"


def project(root: Path, text: str) -> Path:
    (root / "content").mkdir()
    (root / "content/publication.yml").write_text(text, "utf-8")
    return root


def commit(root: Path, when: str) -> None:
    run = ["git", "-C", str(root), "-c", "user.name=A", "-c", "user.email=a@b.c"]
    date = {"GIT_COMMITTER_DATE": when, "GIT_AUTHOR_DATE": when, "PATH": "/usr/bin:/bin"}
    subprocess.run([*run, "init", "-q"], check=True)
    subprocess.run([*run, "add", "."], check=True)
    subprocess.run([*run, "commit", "-q", "-m", "one"], check=True, env=date)


def test_without_git_it_is_the_day_or_the_time_of_the_archive(tmp_path: Path) -> None:
    assert read_publication(UNFILLED) == [DAY, None]
    assert read_publication("archive: 2026-11-29T01:00:00+01:00\nday: 2026-11-28\n") == [DAY, DAY + 86_400]
    assert read_publication("archive: 2026-11-29T00:00:00Z\nday: 2026-11-28\n") == [DAY, DAY + 86_400]
    assert publication_time(project(tmp_path, UNFILLED)) == DAY


def test_with_git_it_is_the_time_of_the_newest_commit_if_that_is_later(tmp_path: Path) -> None:
    root = project(tmp_path, UNFILLED)
    commit(root, f"{DAY + 7} +0000")
    assert publication_time(root) == DAY + 7
    (root / "content/publication.yml").write_text("archive: $Format:%cI$\nday: 2026-11-29\n", "utf-8")
    assert publication_time(root) == DAY + 86_400


def test_a_repository_around_the_project_says_nothing_of_it(tmp_path: Path) -> None:
    (tmp_path / "inner").mkdir()
    root = project(tmp_path / "inner", UNFILLED)
    commit(tmp_path, f"{DAY + 7} +0000")
    assert publication_time(root) == DAY


def test_a_newer_commit_of_an_organisations_folder_counts_and_no_other_of_its_repository(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = project(tmp_path, UNFILLED)
    own = tmp_path / "theirs/copy"
    own.mkdir(parents=True)
    monkeypatch.setenv("QUIET_GUIDE_ORGANISATION", str(own))
    assert publication_time(root) == DAY, "without git"
    (own / "organisation.yml").write_text("", "utf-8")
    commit(own.parent, f"{DAY + 7} +0000")
    (own.parent / "other.txt").write_text("", "utf-8")
    commit(own.parent, f"{DAY + 9} +0000")
    assert publication_time(root) == DAY + 7


def test_an_archive_carries_the_time_of_its_commit(tmp_path: Path) -> None:
    root = project(tmp_path, UNFILLED)
    (root / ".gitattributes").write_bytes((Path(__file__).parents[3] / ".gitattributes").read_bytes())
    commit(root, f"{DAY + 7} +0000")
    archive = subprocess.run(
        ["git", "-C", str(root), "archive", "HEAD", "content"], check=True, capture_output=True
    ).stdout
    assert b"$Format" not in archive
    assert b"2026-11-28T00:00:07" in archive


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "it must hold a day and an archive's time"),
        ("[]", "it must hold a day and an archive's time"),
        ("day: 2026-11-28\n", "it must hold a day and an archive's time"),
        ("archive: $Format:%cI$\nday: 28 November\n", "there is no such day or time"),
        ("archive: yesterday\nday: 2026-11-28\n", "there is no such day or time"),
        ("archive: 2026-11-28T01:00:00\nday: 2026-11-28\n", "there is no such day or time"),
    ],
)
def test_what_cannot_be_read_stops_the_build(text: str, said: str) -> None:
    with pytest.raises(OutputError) as raised:
        read_publication(text)
    assert str(raised.value) == (
        f"content/publication.yml: {said}; possible: day: 2026-11-28, and archive: as it came"
    )
