"""Put a picture of every page of every sheet's PDFs into `previews/`, and all of them on one contact sheet.

`python -m tests.sheets_preview [SITE]`; it needs pdftoppm.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import yaml
from PIL import Image, ImageDraw

ROOT = Path(__file__).resolve().parents[1]
OUT = ROOT / "previews"
SIZES = ("a4", "letter", "large-a4", "large-letter")
RESOLUTION = 60  # dots an inch: words can be read, and the whole set can be looked at
SMALL = (170, 170)  # pixels
COLUMNS = 10


def main(site: Path) -> None:
    shutil.rmtree(OUT, ignore_errors=True)
    OUT.mkdir()
    sheets = yaml.safe_load((ROOT / "content/sheets.yml").read_text(encoding="utf-8"))
    pages = [
        picture
        for sheet in sheets
        for size in SIZES
        if (pdf := site / "sheets" / f"{sheet['id']}-{size}.pdf").is_file()
        for picture in pictures_of(pdf)
    ]
    contact_sheet(pages).save(OUT / "contact-sheet.png")
    print(f"{len(pages)} pages of {len(sheets)} sheets: {OUT}/contact-sheet.png")


def pictures_of(pdf: Path) -> list[Path]:
    subprocess.run(["pdftoppm", "-r", str(RESOLUTION), "-png", pdf, OUT / pdf.stem], check=True)
    return sorted(OUT.glob(f"{pdf.stem}-[0-9]*.png"))


def contact_sheet(pages: list[Path]) -> Image.Image:
    """Set small pictures in rows, each above its file's name."""
    width, height = SMALL[0] + 8, SMALL[1] + 20
    rows = -(-len(pages) // COLUMNS)
    contact = Image.new("RGB", (width * COLUMNS, height * rows), "grey")
    draw = ImageDraw.Draw(contact)
    for number, page in enumerate(pages):
        place = (number % COLUMNS * width + 4, number // COLUMNS * height + 4)
        with Image.open(page) as picture:
            small = picture.convert("RGB")
            small.thumbnail(SMALL)
            contact.paste(small, place)
        draw.text((place[0], place[1] + SMALL[1]), page.stem, fill="white")
    return contact


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "site")
