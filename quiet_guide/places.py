"""Where things are: the guide, an organisation's folder, and what is built of both."""

from __future__ import annotations

import os
import sys
from pathlib import Path

VARIABLE = "QUIET_GUIDE_ORGANISATION"
"""`hooks/layers/folders.py` reads it."""
SETTINGS = "organisation.yml"


class UsersError(Exception):
    """What a user can put right; its text is shown to them, without a traceback."""


def guide_folder() -> Path:
    """Return the folder of `mkdocs.yml`, `content/` and all that a build reads."""
    package = Path(__file__).resolve().parent
    installed = package / "guide"
    return installed if installed.is_dir() else package.parent


def use_guide() -> Path:
    """Let `hooks` and `checklist` be those of the guide's folder, and return it."""
    guide = guide_folder()
    if str(guide) not in sys.path:
        sys.path.insert(0, str(guide))
    os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")
    os.environ.setdefault("SOURCE_DATE_EPOCH", "315532800")
    return guide


def use_folder(folder: Path) -> Path:
    """Lay the organisation's folder over the guide, and return it whole. Raises UsersError."""
    own = folder.resolve()
    if not own.is_dir():
        raise UsersError(f"{folder}: there is no such folder; possible: quiet-guide new {folder}")
    if not (own / SETTINGS).is_file():
        raise UsersError(f"{folder}: there is no {SETTINGS} in it; possible: quiet-guide new FOLDER")
    os.environ[VARIABLE] = str(own)
    return own
