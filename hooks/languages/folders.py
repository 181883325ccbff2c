"""Which languages there are, and in which one this build is."""

from __future__ import annotations

import os
from pathlib import Path

VARIABLE = "GUIDE_LANGUAGE"
"""Names the language of a build by its folder in `languages/`; `tools/build` sets it for each but English.

It can also be the path of a folder elsewhere: of a language that no publication has (`pseudo.py`).
"""
ENGLISH = "en"
FOLDER = "languages"
SETTINGS = "language.yml"


def language_of_build() -> str:
    return Path(os.environ.get(VARIABLE) or ENGLISH).name


def language_folder(root: Path) -> Path | None:
    """Return the folder of the language of this build; None for English, which is the guide's own."""
    if language_of_build() == ENGLISH:
        return None
    return root / FOLDER / os.environ[VARIABLE]  # of which a whole path stays as it is


def address_of_build(address: str) -> str:
    """Return where this build is published, if the guide in English is at `address`; empty without one."""
    code = language_of_build()
    return address if code == ENGLISH or not address else f"{address.rstrip('/')}/{code}/"


def codes(root: Path) -> list[str]:
    """List the languages that the guide in `root` has besides English, in alphabetical order."""
    return sorted(path.parent.name for path in (root / FOLDER).glob(f"*/{SETTINGS}"))
