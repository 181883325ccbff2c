"""Check that the colours of both themes, and of paper, can be told apart: computed from the style sheet."""

from __future__ import annotations

import re
from collections.abc import Iterator

from hooks.layers.colours import contrast, rounded
from hooks.site_check.site import Problem, Site
from hooks.site_check.words import BUILD_AGAIN

STYLES = "assets/guide.css"
TEXT, SHAPE = 4.5, 3.0  # WCAG 1.4.3 and 1.4.11
GROUNDS = ("md-default-bg-color", "card", "quiet-bg")
PAIRS = {
    **{(text, ground): TEXT for ground in GROUNDS for text in ("md-default-fg-color", "md-primary-fg-color")},
    **{("md-default-fg-color--light", ground): TEXT for ground in GROUNDS},
    **{("danger-fg", ground): TEXT for ground in GROUNDS},
    **{(mark, ground): SHAPE for ground in GROUNDS[:2] for mark in ("edge", "focus", "caution-line")},
    ("md-default-fg-color", "caution-bg"): TEXT,
    ("md-primary-fg-color", "caution-bg"): TEXT,
    ("caution-line", "caution-bg"): SHAPE,
    ("card", "md-primary-fg-color"): TEXT,  # the words of a filled button
    ("white", "danger-bg"): TEXT,
    ("danger-bg", "white"): SHAPE,
    ("exit-fg", "exit-bg"): TEXT,
}
"""What stands on what, and the least contrast that it needs."""

NAMED = {"white": "#fff", "black": "#000"}
COLOUR = re.compile(r"#[0-9a-f]{3}(?:[0-9a-f]{3})?", re.IGNORECASE)
VARIABLE = re.compile(r"var\(--([\w-]+)\)")
NO_RULES = re.compile(r"/\*.*?\*/|url\(\"[^\"]*\"\)|url\('[^']*'\)|url\([^)]*\)", re.DOTALL)
DECLARED = re.compile(r"--([\w-]+):\s*([^;}]+)")
DARK = re.compile(r"prefers-color-scheme:\s*dark")
THEMES = {"paper": "on paper", "light": "in the light theme", "dark": "in the dark theme"}


def problems_of_contrast(site: Site) -> Iterator[Problem]:
    if STYLES not in site.files:
        yield Problem(STYLES, f"colours: the style sheet of every page is missing; {BUILD_AGAIN}")
        return
    for theme, colours in colours_of(site.text(STYLES)).items():
        for (one, other), needed in PAIRS.items():
            if says := problem_of_pair(colours, one, other, needed):
                yield Problem(STYLES, f"colours: {THEMES[theme]}, {says}")


def problem_of_pair(colours: dict[str, str], one: str, other: str, needed: float) -> str | None:
    values = []
    for name in (one, other):
        value = value_of(name, colours)
        if not COLOUR.fullmatch(value):
            return f"--{name} is {value or 'not set'}; write a colour such as #14506b"
        values.append(value)
    found = contrast(*values)
    if found >= needed:
        return None
    return (
        f"--{one} ({values[0]}) on --{other} ({values[1]}) is {rounded(found)} to 1, which many people "
        f"cannot read; at least {needed} is needed, so choose another colour"
    )


def value_of(name: str, colours: dict[str, str]) -> str:
    """Return the colour of a name, through the names that it stands for; empty where there is none."""
    value = colours.get(name, NAMED.get(name, ""))
    for _ in range(len(colours)):
        if not (other := VARIABLE.fullmatch(value)):
            break
        value = colours.get(other[1], "")
    return NAMED.get(value, value)


def colours_of(styles: str) -> dict[str, dict[str, str]]:
    """Return what a style sheet sets for the whole page, for paper and in each theme; later rules win."""
    themes: dict[str, dict[str, str]] = {theme: {} for theme in THEMES}
    for media, selector, body in rules_in(NO_RULES.sub("", styles)):
        if ":root" in selector.split(",") or "html" in selector.split(","):
            for theme in themes_of(media):
                themes[theme].update((name, value.strip()) for name, value in DECLARED.findall(body))
    return themes


def themes_of(media: str) -> tuple[str, ...]:
    """Return where a rule holds. One that holds for some screens counts for each."""
    if DARK.search(media):
        return ("dark",)
    if "forced-colors" in media or "prefers-contrast" in media:
        return ()
    if "print" in media:
        return ("paper",)
    return ("light", "dark") if media else ("paper", "light", "dark")


def rules_in(styles: str) -> Iterator[tuple[str, str, str]]:
    """Yield each rule as its media query, its selector and its declarations."""
    outer: list[str] = []
    for part in re.finditer(r"([^{}]*)([{}])", styles):
        text = part[1].rpartition(";")[2].strip() if part[2] == "{" else part[1]
        if part[2] == "{":
            outer.append(text)
        elif outer:
            selector = outer.pop()
            media = " ".join(name for name in outer if name.startswith("@media"))
            if not selector.startswith("@"):
                yield media, selector.replace(" ", ""), text
