"""Read a layer: a folder with the guide's own paths that holds only what differs."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal

from hooks.content.front_matter import load_yaml, split_front_matter

FOLDERS = ("content", "docs")
"""The folders of a layer, and of the guide, that hold texts."""
Kind = Literal["organisation", "language"]
"""What a layer may do: an organisation changes and adds anything, a language changes texts alone."""


@dataclass(frozen=True)
class Layer:
    """The files of one layer, each named by its path from the layer's folder, as `docs/phone.md`."""

    kind: Kind
    folder: Path
    files: dict[str, str] = field(default_factory=dict)
    """Texts: Markdown and YAML."""
    data: dict[str, Any] = field(default_factory=dict)
    """The same files, to what their YAML or front matter holds; None where there is none."""
    other_files: tuple[str, ...] = ()
    """The other files in `docs/`, published unchanged."""


def layers_of(own: Path) -> list[Layer]:
    """Return the layers over the guide, the lowest first. `own`: an organisation's folder."""
    return [read_layer(own, "organisation")]


def read_layer(folder: Path, kind: Kind) -> Layer:
    """Read every text of a layer, and parse its YAML or front matter."""
    files, data, others = read_texts(folder)
    return Layer(kind, folder, files, data, tuple(others))


def read_texts(folder: Path) -> tuple[dict[str, str], dict[str, Any], list[str]]:
    """Return the texts below a folder by their path from it, what each holds, and other files of `docs/`."""
    files: dict[str, str] = {}
    data: dict[str, Any] = {}
    others = []
    for path in sorted(p for part in FOLDERS for p in (folder / part).rglob("*") if p.is_file()):
        name = path.relative_to(folder).as_posix()
        if path.suffix in (".md", ".yml"):
            text = files[name] = path.read_text(encoding="utf-8")
            written = split_front_matter(text)[0] if path.suffix == ".md" else text
            data[name] = load_yaml(written) if written else None
        if name.startswith("docs/") and path.suffix != ".md":
            others.append(name)
    return files, data, others
