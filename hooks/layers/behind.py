"""Texts of a layer that are behind: the guide's own text has changed since they were made from it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from checklist.dates import long_day
from hooks.content.front_matter import load_yaml, split_front_matter
from hooks.content.model import Content
from hooks.layers.history import changed_on

NOW = ("content/advice/now/", "docs/now.md")
"""What is read in danger."""
KEEPING = ("docs/reading.md", "docs/offline.md", "docs/plan.md", "docs/log.md")
"""What says how to leave, what stays on a device, and how it is deleted."""
HORIZONS = ("now", "today", "this-week", "later")
State = Literal["shown", "caution", "guide", "withdrawn", "gone"]
"""What readers see: the layer's text and a note (`shown`), the same with the guide's caution (`caution`),
the guide's text in its place (`guide`, `withdrawn`), or nothing, as the guide has no such text (`gone`)."""


@dataclass(frozen=True)
class Behind:
    """One text of a layer that is behind."""

    name: str
    """Its file, as `content/advice/phone/change-your-screen-lock.md`."""
    made_from: str
    """The hash of the guide's text that it was made from."""
    hash: str
    """The hash of the guide's text as it is now; empty where the guide has none."""
    day: str
    """The ISO day on which the guide's text got its present words; empty where nothing says it."""
    text: str
    """The guide's file as it is now, with its front matter."""
    state: State
    why: str = ""
    """What was wrong with a text that was withdrawn."""
    is_translation: bool = False
    """Whether the text is one of a language, and not of an organisation."""

    @property
    def is_page(self) -> bool:
        return self.name.startswith("docs/")

    @property
    def is_shown(self) -> bool:
        """Whether readers see the older text, and are told so."""
        return self.state in ("shown", "caution")


def is_never_behind(name: str) -> bool:
    """Return whether the guide's own present text is shown in place of an older one."""
    return name.startswith(NOW) or name in KEEPING


def list_behind(content: Content) -> list[Behind]:
    """List what is behind of all that this copy shows, the most dangerous first."""
    there = [one for one in content.behind.values() if one.state == "gone" or one.name in content.files]
    return sorted(there, key=lambda one: (danger_of(one), one.name))


def danger_of(one: Behind) -> tuple[int, int]:
    """Return a key that sorts the most dangerous first: withdrawn, in danger, a reaction, then by horizon."""
    written = split_front_matter(one.text)[0]
    data = load_yaml(written) if written else None
    meta: Mapping[str, Any] = data if isinstance(data, dict) else {}
    horizon = meta.get("horizon")
    soon = HORIZONS.index(horizon) if horizon in HORIZONS else len(HORIZONS)
    if one.state == "withdrawn":
        return 0, soon
    if one.name.startswith(NOW):
        return 1, soon
    if is_never_behind(one.name):
        return 2, soon
    if meta.get("caution") or meta.get("reaction") == "yes":
        return 3, soon
    return 4, soon


def in_words(one: Behind) -> str:
    """Say what is behind as `file: of: what is wrong; what is possible`."""
    since = f" on {long_day(one.day)}" if one.day else " since"
    changed = f"the guide's text changed{since}"
    guides = "readers see the guide's own text in place of yours"
    said = {
        "shown": f"{changed}, and readers of yours are told so",
        "caution": f"{changed}: readers see its caution, and the rest of yours",
        "guide": f"{changed}, and this is never shown behind: {guides}",
        "withdrawn": f"{one.made_from}, of which yours was made, was withdrawn, so {guides} ({one.why})",
        "gone": "the guide has no such text any more, so yours is not shown",
    }
    if one.state == "gone":
        possible = "remove the file, or take out `of` and write all of its fields"
    else:
        possible = f"read it, change yours where the meaning changed, then write of: {one.hash}"
    return f"{one.name}: of: {said[one.state]}; {possible}"


def day_of(root: Path, name: str, data: Any) -> str:
    """Return the ISO day on which the guide's text called `name` got its present words; empty if unknown."""
    if day := changed_on(root, name):
        return day.isoformat()
    return str(data.get("reviewed", "")) if isinstance(data, dict) else ""
