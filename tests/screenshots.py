"""Take the pictures of the README, from the built site."""

from __future__ import annotations

from base64 import b64decode, b64encode
from dataclasses import dataclass

from playwright.sync_api import Page, sync_playwright

from tests.bench.bench_pages import find_browser
from tests.browser.support import DESKTOP, FLAGS, PHONE, ROOT, SITE, serve

PICTURES = ROOT / "contributing" / "pictures"
LIMIT = 150_000  # bytes for all pictures
# The browser is the only tool here that writes small pictures.
TO_WEBP = """async (png) => {
  const image = new Image()
  image.src = `data:image/png;base64,${png}`
  await image.decode()
  const canvas = Object.assign(document.createElement('canvas'), { width: image.width, height: image.height })
  canvas.getContext('2d').drawImage(image, 0, 0)
  return canvas.toDataURL('image/webp', 0.8).split(',')[1]
}"""


@dataclass(frozen=True)
class Picture:
    name: str
    address: str
    size: dict[str, int]
    scroll_to: str = "body"


ALL = (
    Picture("phone-start", "index.html", PHONE),
    Picture("phone-plan", "plan.html", PHONE, "#plan-today"),
    Picture("desktop-topic", "phone.html", DESKTOP),
)


def main() -> None:
    PICTURES.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_browser(), args=list(FLAGS))
        for site in serve(SITE):
            for picture in ALL:
                page = browser.new_page(viewport=picture.size)  # type: ignore[arg-type]
                take(page, site, picture)
                page.close()
        browser.close()
    size = sum((PICTURES / f"{picture.name}.webp").stat().st_size for picture in ALL)
    if size > LIMIT:
        raise SystemExit(f"contributing/pictures: {size:,} bytes; possible: at most {LIMIT:,}")


def take(page: Page, site: str, picture: Picture) -> None:
    page.goto(site + picture.address)
    page.wait_for_load_state("networkidle")
    page.locator(picture.scroll_to).evaluate("element => element.scrollIntoView({ behavior: 'instant' })")
    shot = page.screenshot()
    page.goto("about:blank")
    (PICTURES / f"{picture.name}.webp").write_bytes(
        b64decode(page.evaluate(TO_WEBP, b64encode(shot).decode()))
    )


if __name__ == "__main__":
    main()
