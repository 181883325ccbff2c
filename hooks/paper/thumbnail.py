"""Draw a small picture of a sheet's first side: its lines and boxes, and bars in place of words."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

PIXELS_A_MILLIMETRE = 96 / 25.4
SIDES = ("top", "right", "bottom", "left")


def draw_picture(page: Any) -> str:
    """Return an SVG of a page that WeasyPrint has laid out, in whole millimetres."""
    lines: dict[str, None] = {}  # in the order found, each once: cells share their borders
    bars: dict[str, None] = {}
    for box in boxes_in(page._page_box):
        if hasattr(box, "text"):
            bars.update(dict.fromkeys(bars_of(box)))
        elif box.element_tag not in ("html", "body") and hasattr(box, "border_box_x"):
            lines.update(dict.fromkeys(lines_of(box)))
    width, height = (round(side / PIXELS_A_MILLIMETRE) for side in (page.width, page.height))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}">'
        f'<path fill="#fff" d="M0 0h{width}v{height}H0z"/>'
        f'<path stroke="#777" stroke-width="2" d="{"".join(bars)}"/>'
        f'<path fill="none" stroke="#333" d="{"".join(lines)}"/></svg>\n'
    )


def boxes_in(box: Any) -> Iterator[Any]:
    """Walk through a box and all below it; those out of the flow are in wrappers."""
    box = getattr(box, "_box", box)
    yield box
    for child in getattr(box, "children", ()):
        yield from boxes_in(child)


def bars_of(box: Any) -> Iterator[str]:
    left, top, width, height = millimetres(box.position_x, box.position_y, box.width, box.height)
    if box.text.strip(" _") and width:
        yield f"M{left} {top + height // 2}h{width}"


def lines_of(box: Any) -> Iterator[str]:
    left, top, width, height = millimetres(
        box.border_box_x(), box.border_box_y(), box.border_width(), box.border_height()
    )
    drawn = {side for side in SIDES if getattr(box, f"border_{side}_width", 0)}
    if drawn == set(SIDES):
        yield f"M{left} {top}h{width}v{height}h-{width}z"
        return
    if "top" in drawn:
        yield f"M{left} {top}h{width}"
    if "bottom" in drawn:
        yield f"M{left} {top + height}h{width}"
    if "left" in drawn:
        yield f"M{left} {top}v{height}"
    if "right" in drawn:
        yield f"M{left + width} {top}v{height}"


def millimetres(*lengths: float) -> tuple[int, ...]:
    return tuple(round(length / PIXELS_A_MILLIMETRE) for length in lengths)
