"""Which languages there are, and in which one this build is."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from hooks.content.front_matter import load_yaml
from hooks.layers.folders import own_folder

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


def offered(root: Path) -> list[str]:
    """List the languages besides English in which the guide in `root` is published: all that it has.

    A copy of an organisation offers those of them that `languages` of its `organisation.yml` names.
    """
    own = own_folder(root)
    return [code for code in codes(root) if own is None or code in wanted_in(own)]


def wanted_in(own: Path) -> list[str]:
    """Return what an organisation's folder names as its languages; nothing where that cannot be read."""
    path = own / "organisation.yml"
    try:
        data = load_yaml(path.read_text("utf-8-sig")) if path.is_file() else None
    except UnicodeDecodeError:
        return []
    names = data.get("languages") if isinstance(data, dict) else None
    return [name for name in names if isinstance(name, str)] if isinstance(names, list) else []


@contextmanager
def building_in(code: str) -> Iterator[None]:
    """Let all that is read meanwhile be in a language."""
    before = os.environ.get(VARIABLE)
    os.environ[VARIABLE] = code
    try:
        yield
    finally:
        os.environ.pop(VARIABLE)
        if before is not None:
            os.environ[VARIABLE] = before
