"""An upgrade of an organisation's copy: report, merge what can be merged, and take note that it was read.

The report only reads. Nothing is written before somebody asks for it, and texts that are behind stay behind
until they are changed.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path

from hooks.layers.change import keep_was
from hooks.layers.changed import changed_texts
from hooks.layers.copy_of_guide import copy_of
from hooks.layers.findings import find_changes
from hooks.layers.front_matter_lines import with_field
from hooks.layers.layer import read_texts
from hooks.layers.organisation import FILE
from hooks.layers.report import as_markdown
from hooks.layers.snapshot import WAS, snapshot_of, write_snapshot


def report(root: Path, own: Path, version: str, today: date | None = None) -> str:
    """Return as Markdown what the guide in `root`, of this version, means for the folder `own`."""
    return as_markdown(find_changes(root, own, version, today or date.today()))


def write_merges(root: Path, own: Path) -> list[str]:
    """Write each own text with what the guide changed, where no paragraph was changed by both; name them."""
    written = [text for text in changed_texts(copy_of(root, own)) if text.merged is not None]
    for text in written:
        (own / text.name).write_text(text.merged or "", "utf-8")
        keep_was(root, own, text.name)
    return [text.name for text in written]


def finish(root: Path, own: Path, version: str) -> None:
    """Take note that the report was read: `guide:`, and what the guide holds now. Texts stay behind."""
    path = own / FILE
    settings = path.read_text("utf-8-sig") if path.is_file() else ""
    path.write_text(with_field(settings, "guide", version), "utf-8")
    remember(root, own, version)


def remember(root: Path, own: Path, version: str) -> None:
    """Write what the guide holds now into the folder, and all of each YAML file that the folder changes."""
    write_snapshot(own, snapshot_of(root, version))
    for name in read_texts(own).files:
        if name.endswith(".yml") and (root / name).is_file():
            keep_was(root, own, name)
    for path in (own / WAS).rglob("*.yml"):
        if not (own / path.relative_to(own / WAS)).is_file():
            path.unlink()
