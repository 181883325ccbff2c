"""Which folders a build reads and writes: the guide's, an organisation's, and the one for caches."""

from __future__ import annotations

import os
from pathlib import Path

ORGANISATION = "organisation"
"""The folder of a checkout that holds an organisation's layer, where there is one."""
VARIABLE = "QUIET_GUIDE_ORGANISATION"
"""Names an organisation's folder that lies elsewhere; `quiet-guide` sets it."""
PARTS = ("organisation.yml", "content", "docs", "words.po", "logo.svg", "public", "languages")
"""What an organisation's folder holds for a build. What a build writes there is none of it."""


def own_folder(root: Path) -> Path | None:
    """Return the organisation's folder that is laid over the guide in `root`, or None where there is none."""
    if named := os.environ.get(VARIABLE):
        return Path(named).resolve()
    folder = root / ORGANISATION
    return folder if folder.is_dir() else None


def cache_folder(root: Path) -> Path:
    """Return the folder for what the next build may use again: an installed guide is not written to."""
    own = own_folder(root)
    return (own if own and not own.is_relative_to(root) else root) / ".cache"


def parts_of(own: Path | None) -> list[Path]:
    """List what an organisation's folder has of `PARTS`; nothing where there is no such folder."""
    return [path for name in PARTS if (path := own / name).exists()] if own else []
