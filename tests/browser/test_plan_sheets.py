"""Cards and half sheets have a fixed size: what they say has room in it, with the widest letters in use."""

from __future__ import annotations

import pytest

from tests.browser.support import OpenPage

LETTER = {"width": 816, "height": 1056}  # US Letter in pixels
PLACES = ("us", "uk", "ca", "au", "nz", "ie", "eu")
ROOM = """boxes => boxes.map(box => {
  const inside = [...box.querySelectorAll("p, .rule")].map(each => each.getBoundingClientRect());
  const most = side => Math.max(...inside.map(each => each[side]));
  const { bottom, right } = box.getBoundingClientRect();
  return [bottom - most("bottom"), right - most("right")];
})"""


@pytest.mark.parametrize("place", PLACES)
def test_what_is_on_a_card_fits_each_half(reopen: OpenPage, place: str) -> None:
    page = reopen(f"sheets/wallet-card-{place}.html", scripts=False, viewport=LETTER)
    page.emulate_media(media="print")
    halves = page.locator(".wallet-card .half").evaluate_all(ROOM)

    assert len(halves) == 8
    assert all(below > 0 and beside > 0 for below, beside in halves)


def test_what_is_on_a_half_sheet_fits_it(reopen: OpenPage) -> None:
    page = reopen("sheets/first-ten-minutes.html", scripts=False, viewport=LETTER)
    page.emulate_media(media="print")
    halves = page.locator(".half-sheet").evaluate_all(ROOM)

    assert len(halves) == 2
    assert all(below > 0 for below, _ in halves)
