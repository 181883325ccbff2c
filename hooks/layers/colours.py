"""An organisation's own colours: whether they can be read in both themes, and the rules that set them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from hooks.layers.organisation import Colours

STYLES = Path(__file__).resolve().parents[2] / "theme/components/page/colours.css"
NEEDED = 4.5  # WCAG 1.4.3, for words
GROUNDS = ("md-default-bg-color", "card", "quiet-bg", "caution-bg")
"""What words in this colour stand on, and what stands on a button that it fills: `card`."""
END = {"main": "#000000", "main_dark": "#ffffff"}
"""Where a colour is moved to until it can be read."""
STEPS = 256
DECLARED = re.compile(r"--([\w-]+): (#[0-9a-f]{3,6});")


def problems_of_colours(colours: Colours | None) -> Iterator[str]:
    """Yield each colour that is missing or cannot be read on one of the grounds, and the nearest that can."""
    if colours is None:
        return
    for name, grounds in grounds_of_themes().items():
        colour = getattr(colours, name)
        if not colour:
            near = nearest(colours.main or colours.main_dark or END[name], END[name], grounds)
            yield f'colours: {name}: required, but missing; both themes have one, such as "{near}"'
            continue
        worst = min(grounds, key=lambda ground: contrast(colour, ground))
        if (found := contrast(colour, worst)) < NEEDED:
            near = nearest(colour, END[name], grounds)
            yield (
                f"colours: {name}: got {colour!r}; {rounded(found)} to 1 on {worst}; "
                f'at least {NEEDED} is needed, such as "{near}"'
            )


def rules_of_colours(colours: Colours) -> str:
    """Write what follows the common style sheet. Paper stays as it is."""
    rule = ":root{{--md-primary-fg-color:{}}}"
    light, dark = (rule.format(colour) for colour in (colours.main, colours.main_dark))
    return f"@media screen{{{light}}}@media screen and (prefers-color-scheme:dark){{{dark}}}"


def grounds_of_themes() -> dict[str, list[str]]:
    """Return the grounds of the light theme and of the dark one, by the field whose colour stands on them."""
    paper, screen, dark = map(declared_in, STYLES.read_text(encoding="utf-8").split("@media screen"))
    light = paper | screen
    return {
        "main": [light[name] for name in GROUNDS],
        "main_dark": [(light | dark)[name] for name in GROUNDS],
    }


def declared_in(styles: str) -> dict[str, str]:
    return dict(DECLARED.findall(styles))


def nearest(colour: str, end: str, grounds: list[str]) -> str:
    """Return the first colour on the way from `colour` to `end` that can be read on every ground."""
    mixed = (mix(colour, end, step / STEPS) for step in range(STEPS + 1))
    return next(one for one in mixed if min(contrast(one, ground) for ground in grounds) >= NEEDED)


def mix(one: str, other: str, share: float) -> str:
    parts = zip(channels(one), channels(other), strict=True)
    return "#" + "".join(f"{round(a + (b - a) * share):02x}" for a, b in parts)


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours as WCAG defines it: 1 to 21."""
    dark, bright = sorted(map(luminance, (one, other)))
    return (bright + 0.05) / (dark + 0.05)


def luminance(colour: str) -> float:
    """Return the relative luminance that WCAG defines: 0 to 1."""
    parts = [channel / 255 for channel in channels(colour)]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def channels(colour: str) -> list[int]:
    """Return red, green and blue of `#rgb` or `#rrggbb`: 0 to 255 each."""
    digits = colour.lstrip("#")
    digits = digits if len(digits) == 6 else "".join(digit * 2 for digit in digits)
    return [int(digits[at : at + 2], 16) for at in (0, 2, 4)]


def rounded(value: float) -> str:
    """Write one digit after the point, rounded down: 4.49 does not look like 4.5."""
    return f"{int(value * 10) / 10:.1f}"
