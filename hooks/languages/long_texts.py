"""The steps and pages of a language: which are there, which are behind, and which are missing."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from hooks.layers.behind import HORIZONS, KEEPING, NOW
from hooks.layers.changed_text import OF
from hooks.layers.layer import read_texts
from hooks.layers.text_hash import ADVICE, text_hash

State = Literal["there", "behind", "missing"]
NUMBERS = "docs/numbers.md"


@dataclass(frozen=True)
class LongText:
    """One Markdown file of the guide, and that of the same name in a language's folder."""

    name: str
    english: str
    meta: Mapping[str, Any]
    """The front matter of the English file."""
    own: str = ""
    """The language's file; empty where there is none."""
    made_from: str = ""
    """The hash of the English that it was made from."""

    @property
    def hash(self) -> str:
        return text_hash(self.name, self.english)

    @property
    def state(self) -> State:
        if not self.own:
            return "missing"
        return "there" if self.made_from == self.hash else "behind"

    @property
    def is_step(self) -> bool:
        return self.name.startswith(ADVICE)

    @property
    def danger(self) -> tuple[int, int]:
        """A key that sorts the most dangerous first."""
        if self.name.startswith(NOW):
            return 1, 0
        if self.name == NUMBERS:
            return 2, 0
        if self.name in KEEPING:
            return 3, 0
        if not self.is_step:
            return 6, 0
        horizon = self.meta.get("horizon")
        soon = HORIZONS.index(horizon) if horizon in HORIZONS else len(HORIZONS)
        return (4, soon) if self.meta.get("reaction") == "yes" else (5, soon)


def long_texts(root: Path, folder: Path) -> list[LongText]:
    """List the steps and pages of the guide in `root`, with what the language in `folder` has of each."""
    guide, own = read_texts(root), read_texts(folder)
    found = []
    for name, english in guide.files.items():
        if not name.endswith(".md"):
            continue
        meta, fields = guide.data[name], own.data.get(name)
        made_from = str(fields.get(OF, "")) if isinstance(fields, dict) else ""
        text = own.files.get(name, "")
        found.append(LongText(name, english, meta if isinstance(meta, dict) else {}, text, made_from))
    return sorted(found, key=lambda text: (text.danger, text.is_step, text.name))
