"""Read a layer: a folder with the guide's own paths that holds only what differs."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal

from hooks.content.front_matter import load_yaml, split_front_matter

FOLDERS = ("content", "docs")
"""The folders of a layer, and of the guide, that hold texts."""
READ = (".md", ".yml")
Kind = Literal["organisation", "language"]
"""What a layer may do: an organisation changes and adds anything, a language changes texts alone."""


@dataclass
class Texts:
    """What lies below a folder, each file named by its path from there, as `docs/phone.md`."""

    files: dict[str, str] = field(default_factory=dict)
    data: dict[str, Any] = field(default_factory=dict)
    """The same files, to what their YAML or front matter holds; None where there is none."""
    other_files: list[str] = field(default_factory=list)
    """The other files in `docs/`, published unchanged."""
    problems: list[str] = field(default_factory=list)
    """Files that cannot be read as text."""


@dataclass(frozen=True)
class Layer:
    """The texts of one layer, and what it may do with the guide's."""

    kind: Kind
    folder: Path
    texts: Texts


def layers_of(own: Path) -> list[Layer]:
    """Return the layers of an organisation's folder, the lowest first."""
    return [read_layer(own, "organisation")]


def read_layer(folder: Path, kind: Kind) -> Layer:
    """Read a layer. Files that no stage would read are problems: a name with a slip would change nothing."""
    texts = read_texts(folder)
    for path in sorted((folder / "content").rglob("*")):
        if path.is_file() and path.suffix not in READ and not path.name.startswith("."):
            name = path.relative_to(folder).as_posix()
            texts.problems.append(
                f"{name}: file: nothing reads it; possible: a name that ends in .md or .yml"
            )
    return Layer(kind, folder, texts)


def read_texts(folder: Path) -> Texts:
    """Read every text below `content/` and `docs/` of a folder, and parse its YAML or front matter, once."""
    texts = Texts()
    for path in sorted(p for part in FOLDERS for p in (folder / part).rglob("*") if p.is_file()):
        name = path.relative_to(folder).as_posix()
        if path.suffix in READ:
            try:
                text = path.read_text(encoding="utf-8-sig")
            except UnicodeDecodeError:
                texts.problems.append(f"{name}: file: it is not in UTF-8; save it in that encoding")
                continue
            texts.files[name], texts.data[name] = text, data_of(name, text)
        if name.startswith("docs/") and path.suffix != ".md":
            texts.other_files.append(name)
    return texts


def data_of(name: str, text: str) -> Any:
    """Return what the YAML, or the front matter, of a file holds; None where there is none."""
    written = split_front_matter(text)[0] if name.endswith(".md") else text
    return load_yaml(written) if written else None
