"""What an organisation publishes beside the guide, copied as it is: `public/`, such as CNAME or robots.txt.

None of it is part of a kept copy.
"""

from __future__ import annotations

import logging
import shutil
from collections.abc import Collection, Iterator
from pathlib import Path

from hooks.content.model import Content
from hooks.content.wording import shown_word
from hooks.hosting.compress import SUFFIXES
from hooks.site.pages import INDEX, NOT_FOUND, OutputError

log = logging.getLogger("mkdocs.hooks.layers.public_files")

PUBLIC = "public"
FOLDERS = ("assets", "sheets")
"""Folders of the guide's own files."""
FILES = (NOT_FOUND, "files.json", "worker.js", "bom.cdx.json", "licences.txt", "sitemap.xml")
"""The guide's own files beside its pages."""


def problems_of_public(own: Path, content: Content) -> Iterator[str]:
    """Yield each file in `public/` of an organisation's folder that cannot be published."""
    pages = (f"{page.removesuffix('.md')}.html" for page in content.pages)
    yield from problems_of_names(own, {*FILES, *pages})


def problems_of_names(own: Path, taken: Collection[str]) -> Iterator[str]:
    """Yield what is wrong with the files in `public/`, where the guide has those that are `taken`."""
    folded = {name.casefold() for name in taken}
    for path in entries_of(own):
        name = path.relative_to(own / PUBLIC).as_posix()
        plain = name.casefold()
        for suffix in SUFFIXES:
            plain = plain.removesuffix(suffix)
        if path.is_symlink():
            yield f"{PUBLIC}/{name}: it is a link to somewhere else; possible: the file itself"
        elif path.is_dir():
            continue
        elif Path(plain).name == INDEX:
            yield f"{PUBLIC}/{name}: it would be a first page without a way out; possible: a page in docs/"
        elif plain in folded or plain.split("/")[0] in FOLDERS:
            yield f"{PUBLIC}/{name}: the guide has a file of that name; possible: another name"


def copy_public(own: Path | None, folder: Path) -> None:
    """Copy `public/` into the built `folder`, and log names that tell. Raises OutputError before that."""
    if own is None:
        return
    built = (path.relative_to(folder) for path in folder.rglob("*") if path.is_file())
    # MkDocs leaves hidden files of an earlier build where they are; the guide itself has none.
    if problems := list(problems_of_names(own, {path.as_posix() for path in built if not is_hidden(path)})):
        raise OutputError(problems)
    for path in entries_of(own):
        name = path.relative_to(own / PUBLIC)
        if path.is_file():
            if word := shown_word(name.as_posix()):
                log.info(f'{PUBLIC}/{name.as_posix()}: "{word}" tells what this guide is about.')
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(path, folder / name)


def is_hidden(path: Path) -> bool:
    return any(part.startswith(".") for part in path.parts)


def entries_of(own: Path) -> list[Path]:
    return sorted((own / PUBLIC).rglob("*"))
