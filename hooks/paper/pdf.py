"""Make a PDF from one sheet's paper."""

from __future__ import annotations

from copy import deepcopy
from dataclasses import dataclass
from html import escape
from pathlib import Path

from lxml import html
from lxml.html import HtmlElement

from hooks.assets.licence_texts import FONTS
from hooks.assets.ready import packages_folder
from hooks.languages.language import Language
from hooks.paper.part_languages import tell_languages
from hooks.paper.postprocess import postprocess
from hooks.paper.thumbnail import draw_picture

PAPERS = {"a4": "A4", "letter": "US Letter"}
LARGE = "theme/sheets/large-print.css"
"""What a PDF in large print is set with besides the styles of all sheets: no page of the site needs it."""
WEIGHTS = (400, 700)
PAGE_STYLE = (
    "body{{margin:0}}h2,h3,h4{{bookmark-level:none}}"
    "@page sheet-portrait{{size:{paper} portrait}}@page sheet-landscape{{size:{paper} landscape}}"
)


@dataclass(frozen=True)
class Job:
    """What decides the bytes of one PDF, besides the fonts and WeasyPrint itself."""

    html: str
    css: str
    paper: str


@dataclass(frozen=True)
class Made:
    """A PDF, and what was seen when it was laid out."""

    pdf: bytes
    pages: int
    picture: str
    """Its first page, small, as SVG."""


def document_of(sides: HtmlElement, paper: str, title: str, language: Language) -> str:
    """Write the HTML document that a PDF is made from: the paper alone."""
    sides = deepcopy(sides)
    sides.tail = None
    for name in ("role", "aria-label", "tabindex"):
        sides.attrib.pop(name, None)
    said = f'lang="{language.lang}"' + (' dir="rtl"' if language.dir == "rtl" else "")
    return (
        f'<!doctype html><html {said} class="paper-{paper}"><head><meta charset="utf-8">'
        f"<title>{escape(title)}</title></head><body>{html.tostring(sides, encoding='unicode')}</body></html>"
    )


def font_files(root: Path) -> dict[int, Path]:
    return {
        weight: packages_folder(root) / FONTS / f"files/atkinson-hyperlegible-latin-{weight}-normal.woff2"
        for weight in WEIGHTS
    }


def make_pdf(job: Job, root: Path) -> Made:
    """Make a tagged PDF with embedded fonts; the same bytes each time."""
    from weasyprint import CSS, HTML  # type: ignore[import-untyped]
    from weasyprint.text.fonts import FontConfiguration  # type: ignore[import-untyped]

    tell_languages()
    fonts = FontConfiguration()
    faces = "".join(
        f'@font-face{{font-family:"Atkinson Hyperlegible";font-weight:{weight};src:url({path.as_uri()})}}'
        for weight, path in font_files(root).items()
    )
    texts = (faces, job.css, PAGE_STYLE.format(paper=job.paper))
    styles = [CSS(string=text, font_config=fonts) for text in texts]
    options = {"pdf_variant": "pdf/ua-1", "pdf_identifier": b"sheet"}
    document = HTML(string=job.html).render(stylesheets=styles, font_config=fonts, **options)
    pdf: bytes = document.write_pdf(finisher=postprocess, **options)
    return Made(pdf, len(document.pages), draw_picture(document.pages[0]))
