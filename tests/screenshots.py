"""Take pictures of the built site: some for the README, and every main view as readers may have it."""

from __future__ import annotations

from base64 import b64decode, b64encode
from dataclasses import dataclass
from typing import Any

from playwright.sync_api import Browser, Page, sync_playwright

from tests.bench.bench_pages import find_browser
from tests.browser.support import DESKTOP, FLAGS, ROOT, SITE, TOUCH, serve, until

PICTURES = ROOT / "contributing" / "pictures"
PREVIEWS = ROOT / "previews" / "views"
"""Git ignores this folder."""
LIMIT = 150_000  # bytes for all pictures
VIEWS = (
    "index",
    "now",
    "begin",
    "plan",
    "log",
    "numbers",
    "sheets",
    "reading",
    "offline",
    "devices",
    "method",
)
WAYS: dict[str, dict[str, Any]] = {
    "phone": TOUCH,
    "phone-dark": {**TOUCH, "color_scheme": "dark"},
    "phone-contrast": {**TOUCH, "forced_colors": "active"},
    "phone-large-text": TOUCH,
    "zoomed": {"viewport": {"width": 320, "height": 256}},
    "desktop": {"viewport": DESKTOP},
    "desktop-dark": {"viewport": DESKTOP, "color_scheme": "dark"},
}
TWICE = "document.documentElement.style.fontSize = '250%'"  # the guide's own is 125 % of the browser's
# The browser is the only tool here that writes small pictures.
TO_WEBP = """async (png) => {
  const image = new Image()
  image.src = `data:image/png;base64,${png}`
  await image.decode()
  const canvas = Object.assign(document.createElement('canvas'), { width: image.width, height: image.height })
  canvas.getContext('2d').drawImage(image, 0, 0)
  return canvas.toDataURL('image/webp', 0.7).split(',')[1]
}"""


@dataclass(frozen=True)
class Picture:
    name: str
    address: str
    follow: str = ""
    """A link of the page to follow once Python is ready."""
    is_dark: bool = False


ALL = (
    Picture("phone-start", "index.html"),
    Picture("phone-now", "now.html"),
    Picture("phone-plan", "plan.html", follow=".hub [data-to-screen=steps]"),
    Picture("phone-dark", "numbers.html", is_dark=True),
)


def main() -> None:
    PICTURES.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_browser(), args=list(FLAGS))
        for site in serve(SITE):
            for picture in ALL:
                page = browser.new_page(**WAYS["phone-dark" if picture.is_dark else "phone"])
                take(page, site, picture)
                page.close()
            for way in WAYS:
                look(browser, site, way)
        browser.close()
    size = sum((PICTURES / f"{picture.name}.webp").stat().st_size for picture in ALL)
    if size > LIMIT:
        raise SystemExit(f"contributing/pictures: {size:,} bytes; possible: at most {LIMIT:,}")


def look(browser: Browser, site: str, way: str) -> None:
    """Write what the first screen of every main view shows, to `previews/views/`."""
    PREVIEWS.mkdir(parents=True, exist_ok=True)
    context = browser.new_context(**WAYS[way])
    page = context.new_page()
    for view in VIEWS:
        page.goto(f"{site}{view}.html")
        page.wait_for_load_state("networkidle")
        if "large-text" in way:
            page.evaluate(TWICE)
        page.screenshot(path=PREVIEWS / f"{view}-{way}.png")
    context.close()


def take(page: Page, site: str, picture: Picture) -> None:
    page.goto(site + picture.address)
    page.wait_for_load_state("networkidle")
    if picture.follow:
        until(page, "python", "ready")
        page.locator(picture.follow).last.click()
        page.wait_for_load_state("networkidle")
    shot = page.screenshot()
    page.goto("about:blank")
    (PICTURES / f"{picture.name}.webp").write_bytes(
        b64decode(page.evaluate(TO_WEBP, b64encode(shot).decode()))
    )


if __name__ == "__main__":
    main()
