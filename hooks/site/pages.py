"""Read and write the HTML pages of an output folder."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Iterator
from pathlib import Path
from urllib.parse import unquote, urlsplit

from lxml import html
from lxml.html import HtmlElement

INDEX = "index.html"
NOT_FOUND = "404.html"
"""It answers for every missing address, so it is no view of the reader."""


LISTED = "files.json"
"""Every finished guide has it: that in English, and each language in its folder."""

Pages = dict[str, HtmlElement]
"""Every HTML page of an output folder, by its path from the folder."""


class OutputError(Exception):
    """Carry every problem found, each as `page: field: what is wrong; what is possible`."""

    def __init__(self, problems: Iterable[str]) -> None:
        self.problems = list(problems)
        super().__init__("\n".join(self.problems))


def read_pages(folder: Path) -> Pages:
    """Read every HTML page, by its path from the folder, in an order no file system decides.

    Pages in other languages, each of which is a guide in a folder of its own, are not among them.
    """
    names = sorted(name for name in file_names(folder) if name.endswith(".html"))
    return {name: read_page(folder, name) for name in names}


def language_folders(folder: Path) -> list[Path]:
    """List the folders of a finished guide that hold it in other languages, in alphabetical order."""
    return [path.parent for path in sorted(folder.glob(f"*/{LISTED}")) if (path.parent / INDEX).is_file()]


def read_page(folder: Path, name: str) -> HtmlElement:
    return html.document_fromstring((folder / name).read_bytes(), html.HTMLParser(encoding="utf-8"))


def write_page(folder: Path, name: str, page: HtmlElement) -> None:
    text: str = html.tostring(page, encoding="unicode", doctype="<!doctype html>")
    (folder / name).write_text(text + "\n", encoding="utf-8")


def write_pages(folder: Path, pages: Pages) -> None:
    for name, page in pages.items():
        write_page(folder, name, page)


def file_names(folder: Path) -> set[str]:
    """Return the path of every file, from the folder, except those of other languages."""
    languages = language_folders(folder)
    paths = (path for part in folder.iterdir() if part not in languages for path in (part, *part.rglob("*")))
    return {path.relative_to(folder).as_posix() for path in paths if path.is_file()}


def view_elements(page: HtmlElement) -> list[HtmlElement]:
    found: list[HtmlElement] = page.xpath("//*[@data-view-id]")
    return found


def ids_in(element: HtmlElement) -> Iterator[str]:
    for child in element.iter():
        if isinstance(child.tag, str) and child.get("id"):
            yield child.get("id", "")


def target_path(name: str, address: str, site_path: str = "/") -> str:
    """Return the path from the output folder that an internal address on a page leads to.

    A path that leaves the folder begins with `..`.
    """
    path = unquote(urlsplit(address).path)
    if not path:
        return name
    if path.startswith("/"):
        full = posixpath.relpath(path, site_path or "/")
    else:
        full = posixpath.normpath(posixpath.join(posixpath.dirname(name), path))
    return posixpath.normpath(posixpath.join(full, "index.html")) if path.endswith("/") else full
