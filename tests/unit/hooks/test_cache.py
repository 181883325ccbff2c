"""The cache that builds share: what was not used for long goes, whatever another build does meanwhile."""

from __future__ import annotations

import os
import time
from pathlib import Path
from threading import Thread

import pytest

from hooks.cache import LONGEST_UNUSED, make_folder_once, one_at_a_time, remove_old


def test_what_was_not_used_for_long_is_removed_though_another_build_renames_a_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    old, new, renamed = (tmp_path / name for name in ("old", "new", "a.tmp"))
    for path in (old, new):
        path.touch()
    before = time.time() - LONGEST_UNUSED - 60
    os.utime(old, (before, before))
    monkeypatch.setattr(Path, "iterdir", lambda folder: iter([renamed, old, new]))

    remove_old(tmp_path)

    assert (old.exists(), new.exists()) == (False, True)


def test_two_builds_do_what_is_long_one_after_the_other(tmp_path: Path) -> None:
    told: list[str] = []

    def build(name: str) -> None:
        with one_at_a_time(tmp_path / "lock"):
            told.append(f"{name} begins")
            told.append(f"{name} ends")

    with one_at_a_time(tmp_path / "lock"):
        other = Thread(target=build, args=["other"])
        other.start()
        told.append("this ends")
    other.join(10)

    assert told == ["this ends", "other begins", "other ends"]


def test_a_folder_is_made_whole_and_once(tmp_path: Path) -> None:
    made = tmp_path / "cache" / "made"

    def fail(new: Path) -> None:
        (new / "half").touch()
        raise RuntimeError

    with pytest.raises(RuntimeError):
        make_folder_once(made, fail)
    assert [path.name for path in made.parent.iterdir()] == ["lock"]
    for text in ("first", "second"):
        make_folder_once(made, lambda new, text=text: (new / "file").write_text(text))  # type: ignore[misc]
    assert (made / "file").read_text() == "first"
