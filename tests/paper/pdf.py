"""What is on printed paper, and where: words by Poppler, lines by looking at the picture of a page."""

from __future__ import annotations

import io
import subprocess
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from lxml import etree
from PIL import Image
from pypdf import PdfReader

POINT = 25.4 / 72  # millimetres
DOTS = 100  # an inch, of the pictures that lines are looked for in
DARK = 190  # of 255: a thin line is grey in a coarse picture
SAME_ROW = 4  # millimetres
EDGE = 4.0  # millimetres at the edge that common printers cannot print on
XHTML = "{http://www.w3.org/1999/xhtml}"


@dataclass(frozen=True)
class Word:
    """A word's box, in millimetres from the top left corner of its page."""

    text: str
    left: float
    top: float
    right: float
    bottom: float


@dataclass(frozen=True)
class Page:
    width: float  # millimetres
    height: float
    words: list[Word]


@dataclass(frozen=True)
class Drawn:
    """What a picture of a page shows, in millimetres."""

    margin: float
    """How much is white at the edge where the least is."""
    lines: list[float]
    """How far from its top level lines cross nearly all of it."""


@dataclass(frozen=True)
class Paper:
    content: bytes

    @cached_property
    def pages(self) -> list[Page]:
        command = ["pdftotext", "-bbox", "-", "-"]
        found = subprocess.run(command, input=self.content, capture_output=True, check=True).stdout
        tree = etree.fromstring(found, etree.XMLParser(recover=True))
        return [_read_page(page) for page in tree.iter(f"{XHTML}page")]

    @cached_property
    def text(self) -> str:
        return "\n".join(" ".join(word.text for word in page.words) for page in self.pages)

    @cached_property
    def drawn(self) -> list[Drawn]:
        with TemporaryDirectory() as folder:
            command = ["pdftoppm", "-r", str(DOTS), "-gray", "-", f"{folder}/page"]
            subprocess.run(command, input=self.content, check=True)
            pictures = (Image.open(path) for path in sorted(Path(folder).iterdir()))
            return [_look(picture.point(lambda value: 0 if value < DARK else 255)) for picture in pictures]

    def fonts_left_out(self) -> list[str]:
        """Name every font that the file uses and does not hold."""
        fonts = [font for page in PdfReader(io.BytesIO(self.content)).pages for font in _fonts_of(page)]
        return sorted({str(font["/BaseFont"]) for font in fonts if not _is_embedded(font)})


def font_sizes(content: bytes) -> set[float]:
    """Return the sizes of all letters, in points. Chromium writes 11 as 10.99."""
    found: set[float] = set()

    def look(text: str, page: list[float], line: list[float], _font: object, size: float) -> None:
        if text.strip():
            found.add(round(abs(size * line[3] * page[3]), 1))

    for page in PdfReader(io.BytesIO(content)).pages:
        page.extract_text(visitor_text=look)
    return found


def _read_page(page: Any) -> Page:
    size = float(page.get("width")) * POINT, float(page.get("height")) * POINT
    words = [
        Word(word.text or "", *(float(word.get(edge)) * POINT for edge in ("xMin", "yMin", "xMax", "yMax")))
        for word in page.iter(f"{XHTML}word")
    ]
    return Page(*size, words)


def _look(picture: Image.Image) -> Drawn:
    """Read a picture of black (0) and white (255)."""
    box = picture.point(lambda value: 255 - value).getbbox()
    assert box, "a page is blank"
    left, top, right, bottom = box
    margin = min(left, top, picture.width - right, picture.height - bottom)
    dots = picture.tobytes()
    long = bytes(picture.width * 21 // 25)  # of black dots: a table, and not a line next to a label
    rows = [y for y in range(picture.height) if long in dots[y * picture.width : (y + 1) * picture.width]]
    # A thick line is one line.
    lines = [y for i, y in enumerate(rows) if not i or y > rows[i - 1] + 1]
    return Drawn(margin * 25.4 / DOTS, [y * 25.4 / DOTS for y in lines])


def _fonts_of(part: Any) -> list[Any]:
    """Return the fonts of a page, and of the drawings in it."""
    resources = part.get("/Resources", {})
    fonts = [font.get_object() for font in resources.get("/Font", {}).values()]
    for drawing in resources.get("/XObject", {}).values():
        fonts += _fonts_of(drawing.get_object())
    return fonts


def _is_embedded(font: Any) -> bool:
    if font["/Subtype"] == "/Type3":  # its letters are drawings in the file
        return True
    if font["/Subtype"] == "/Type0":
        font = font["/DescendantFonts"][0].get_object()
    descriptor = font.get("/FontDescriptor", {})
    return any(name in descriptor for name in ("/FontFile", "/FontFile2", "/FontFile3"))


def rows_of(paper: Paper, mark: str) -> list[tuple[int, int, float]]:
    """Return the page of each row of marks, how many are in it, and how far down (in millimetres)."""
    rows: list[tuple[int, int, float]] = []
    for number, page in enumerate(paper.pages):
        tops = sorted(word.top for word in page.words if word.text == mark)
        firsts = [top for i, top in enumerate(tops) if not i or top > tops[i - 1] + SAME_ROW]
        rows += [(number, sum(first <= top < first + SAME_ROW for top in tops), first) for first in firsts]
    return rows
