"""List where a built site shows its topic to who does not open it: `python -m hooks.site.discreet SITE`.

That is what a history, a tab, a home screen, and lists of files, downloads and stored data show. What the
pages themselves say is not looked at. `contributing/decisions/0028-discreet-names.md` has the reasons.
"""

from __future__ import annotations

import gzip
import json
import re
import struct
import sys
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from lxml import etree
from lxml.html import HtmlElement
from mkdocs.config import load_config
from pypdf import PdfReader

from hooks.content.settings import settings_of
from hooks.content.wording import shown_word
from hooks.hosting.compress import SUFFIXES
from hooks.layers.settle import settled
from hooks.site.offline import GROUPS
from hooks.site.pages import OutputError, file_names, language_folders, read_pages

ROOT = Path(__file__).resolve().parents[2]
STRICT = "strict"


class Shown(NamedTuple):
    """A place where somebody else can read a word of the topic."""

    where: str
    what: str
    word: str

    def __str__(self) -> str:
        return ": ".join(self)


Place = tuple[str, str]
"""What a text is, such as `title`, and the text."""

TITLES = "//head/title | //svg/title | //svg/desc"
NAMES_OF_DOWNLOADS = (
    "//a[@download] | //input[contains(@class, 'take-name') or contains(@class, 'file-name')]"
)
STATED = ("storage", "exports", "address", "second", "title", "name", "icon")
"""Attributes `data-…` in the head by which a page tells its scripts a name."""

LITERAL = re.compile(r"""(["'`])(?=([^"'`\s\\]{1,80})\1)""")
"""A text without blanks. Each quote may begin one: where a script's own end is known to a parser alone."""

STORED = re.compile(r"[\w.-]+:(?:\$\{|[^/\s]*$)")
"""A name of a database, cache, channel or lock: one word, a colon, and what tells guides apart."""

OWN_EVENT = re.compile(r"(guide|node|blob|data|https?):")
SAVED = re.compile(r"[\w${}().-]+\.(age|csv|html|jpe?g|jsonl?|pdf|png|tar|txt|zip)")
TEXT_FILES = re.compile(r"(.*/)?(robots\.txt|CNAME|_headers|_redirects|.*\.webmanifest)")
SITEMAP_NAMES = re.compile(r"sitemap\.xml.*")
PNG_TEXT = (b"tEXt", b"zTXt", b"iTXt")


def shown_places(folder: Path) -> list[Shown]:
    """List every place of a built folder that shows a word of the topic, sorted, each once."""
    found = set(places_in(folder))
    for language in language_folders(folder):
        shown = places_in(language)
        found.update(one._replace(where=f"{language.name}/{one.where}") for one in shown)
    return sorted(found)


def places_in(folder: Path) -> set[Shown]:
    """List the places of a guide in one language."""
    pages = read_pages(folder)
    found: set[Shown] = set()
    for name in sorted(name for name in file_names(folder) if not is_packed(folder / name)):
        path = folder / name
        texts = [("file name", name), *texts_of_file(path)]
        texts += texts_of_page(pages[name]) if name in pages else []
        found.update(Shown(name, what, word) for what, text in texts if (word := shown_word(text)))
    return found


def is_packed(path: Path) -> bool:
    """Return whether a file is what a server sends in place of the one beside it."""
    return path.suffix in SUFFIXES and path.with_suffix("").is_file()


def texts_of_page(page: HtmlElement) -> Iterator[Place]:
    """Yield what a page hands to the browser and to its scripts, and the addresses that it opens."""
    for element in page.xpath(TITLES):
        yield "title", element.text_content()
    for element in page.xpath("//meta[@content][@name or @property or @itemprop]"):
        yield "description", element.get("content")
    for element in page.xpath("//head/link"):
        yield element.get("rel", "link"), f"{element.get('href', '')} {element.get('title', '')}"
    for element in page.xpath("/html | //head/script"):
        yield from (("name", element.get(f"data-{name}", "")) for name in STATED)
    for element in page.xpath("//a[contains(@class, 'home')]"):
        yield "short name", element.text_content()
    for element in page.xpath(NAMES_OF_DOWNLOADS):
        yield "download", element.get("download") or element.get("value", "")
    for address in page.xpath("//a[not(@data-external)]/@href"):
        yield f"address {address}", address


def texts_of_file(path: Path) -> Iterator[Place]:
    """Yield what a file that is no page shows by itself."""
    kind = path.suffix
    if kind == ".js":
        yield from texts_of_script(path.read_text("utf-8"))
    elif kind == ".svg":
        yield from (("icon", text) for text in texts_of_svg(path))
    elif kind == ".png":
        yield from (("icon", text) for text in texts_of_png(path.read_bytes()))
    elif kind == ".pdf":
        yield from (("PDF", text) for text in texts_of_pdf(path))
    elif kind == ".zip":
        yield from (("file name", name) for name in zipfile.ZipFile(path).namelist())
    elif path.name == "files.json":
        groups = json.loads(path.read_bytes())
        names = (file[0] for group in GROUPS for file in groups.get(group, {}).get("files", ()))
        yield from (("list of files", name) for name in names if not (path.parent / name).is_file())
    elif path.name in ("manifest.json", "site.webmanifest"):
        yield from (("manifest", text) for text in strings_in(json.loads(path.read_bytes())))
    elif SITEMAP_NAMES.fullmatch(path.name):
        data = path.read_bytes()
        sitemap = etree.fromstring(gzip.decompress(data) if kind == ".gz" else data)
        addresses = (str(text).strip() for text in sitemap.itertext())
        yield from ((f"address {address}", address) for address in addresses)
    elif TEXT_FILES.fullmatch(path.name):
        yield from (("text", line) for line in path.read_text("utf-8").splitlines())


def texts_of_script(script: str) -> Iterator[Place]:
    """Yield the names in a script under which something is stored or saved."""
    for match in LITERAL.finditer(script):
        text = match[2]
        if STORED.match(text) and not OWN_EVENT.match(text):
            yield "storage name", text
        elif SAVED.fullmatch(text):
            yield "download", text


def texts_of_svg(path: Path) -> Iterator[str]:
    for element in etree.parse(path).iter(etree.Element):
        name = etree.QName(element).localname
        if name in ("title", "desc", "metadata"):
            yield "".join(map(str, element.itertext()))
        yield from (element.get(attribute, "") for attribute in ("id", "aria-label"))


def texts_of_png(data: bytes) -> Iterator[str]:
    """Yield the texts that a picture carries unseen."""
    at = 8
    while at + 8 <= len(data):
        length, kind = struct.unpack(">I4s", data[at : at + 8])
        chunk = data[at + 8 : at + 8 + length]
        at += length + 12
        if kind not in PNG_TEXT:
            continue
        name, _, text = chunk.partition(b"\0")
        packed = text[1:] if kind == b"zTXt" else text[2:] if kind == b"iTXt" and text[:1] == b"\1" else b""
        if kind == b"iTXt" and packed:
            packed = packed.split(b"\0", 2)[2]
        plain = zlib.decompressobj().decompress(packed, 1_000_000) if packed else text
        yield f"{name.decode('latin-1')} {plain.decode('utf-8', 'replace')}"


def texts_of_pdf(path: Path) -> Iterator[str]:
    """Yield what a list of documents shows of a PDF: its information, its outline, what is attached."""
    with PdfReader(path) as pdf:
        yield from (str(value) for value in (pdf.metadata or {}).values())
        if pdf.xmp_metadata and pdf.xmp_metadata.dc_title:
            yield from pdf.xmp_metadata.dc_title.values()
        yield from _titles_in(pdf.outline)
        yield from pdf.attachments


def _titles_in(outline: Any) -> Iterator[str]:
    for entry in outline:
        if isinstance(entry, list):
            yield from _titles_in(entry)
        else:
            yield str(entry.title)


def strings_in(value: Any) -> Iterator[str]:
    """Yield every text in a JSON value, keys too."""
    if isinstance(value, dict):
        for key, inside in value.items():
            yield key
            yield from strings_in(inside)
    elif isinstance(value, list):
        for inside in value:
            yield from strings_in(inside)
    elif isinstance(value, str):
        yield value


def refuse_shown(folder: Path) -> None:
    """Stop where the site shows its topic anywhere. Raises OutputError."""
    if shown := shown_places(folder):
        raise OutputError(map(str, shown))


def main(folder: Path, discreet: str) -> int:
    """Print each place in a line; return 1 where there is one and `mkdocs.yml` allows none."""
    shown = shown_places(folder)
    for place in shown:
        print(place)
    how_many = "1 place shows" if len(shown) == 1 else f"{len(shown)} places show"
    print(f"{how_many} what the guide is about." if shown else "Nothing shows what it is about.")
    return 1 if shown and discreet == STRICT else 0


if __name__ == "__main__":
    settings = settings_of(settled(load_config(str(ROOT / "mkdocs.yml"), hooks=[])))
    sys.exit(main(Path(sys.argv[1]), settings.discreet))
