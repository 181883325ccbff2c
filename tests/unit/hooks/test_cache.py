"""The cache that builds share: what was not used for long goes, whatever another build does meanwhile."""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest

from hooks.cache import LONGEST_UNUSED, remove_old


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
