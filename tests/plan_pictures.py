"""Take pictures of three printed plans, of invented people: `contributing/pictures/plan-NAME-PAGE.png`."""

from __future__ import annotations

import io
import subprocess
from pathlib import Path
from tempfile import TemporaryDirectory

from PIL import Image
from playwright.sync_api import Browser, sync_playwright

from tests.bench.bench_pages import find_browser
from tests.browser.advocates import ADVOCATES, fill_in, print_plan, read_advocates_case
from tests.browser.support import FLAGS, ROOT, SITE, serve

PICTURES = ROOT / "contributing" / "pictures"
RESOLUTION = 90  # dots an inch: each word can be read
GREYS = 8
LIMIT = 60_000  # bytes for one page


def main() -> None:
    for old in PICTURES.glob("plan-*.png"):
        old.unlink()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_browser(), args=list(FLAGS))
        for site in serve(SITE):
            for path in ADVOCATES:
                take(path.stem, print_for(browser, site, path.stem))
        browser.close()


def print_for(browser: Browser, site: str, name: str) -> bytes:
    page = browser.new_page()
    page.goto(f"{site}plan.html")
    fill_in(page, read_advocates_case(name))
    pdf = print_plan(page)
    page.close()
    return pdf


def take(name: str, pdf: bytes) -> None:
    with TemporaryDirectory() as folder:
        command = ["pdftoppm", "-r", str(RESOLUTION), "-gray", "-", f"{folder}/page"]
        subprocess.run(command, input=pdf, check=True)
        for number, page in enumerate(sorted(Path(folder).iterdir()), 1):
            with Image.open(page) as picture:
                write(picture, PICTURES / f"plan-{name}-{number}.png")


def write(picture: Image.Image, path: Path) -> None:
    packed = io.BytesIO()
    picture.quantize(GREYS).save(packed, "PNG", optimize=True)
    size = len(packed.getvalue())
    if size > LIMIT:
        raise SystemExit(f"{path.name}: {size:,} bytes; possible: at most {LIMIT:,}")
    path.write_bytes(packed.getvalue())


if __name__ == "__main__":
    main()
