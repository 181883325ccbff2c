"""The guide's files and an organisation's, read side by side."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from hooks.content.withdrawn import WITHDRAWN
from hooks.layers.layer import Texts, read_texts
from hooks.layers.organisation import read_fields
from hooks.layers.records import is_records
from hooks.layers.snapshot import Snapshot, read_snapshot


@dataclass(frozen=True)
class Copy:
    """The guide's files, and what an organisation's folder lays over them."""

    root: Path
    guide: Texts
    folder: Path
    own: Texts
    settings: dict[str, Any]
    """What `organisation.yml` says, unchecked: `quiet-guide check` names its problems."""
    snapshot: Snapshot | None

    @property
    def withdrawn_hashes(self) -> set[str]:
        """The hashes of texts that are withdrawn, by the guide or by the organisation."""
        both = [texts.data.get(WITHDRAWN) or [] for texts in (self.guide, self.own)]
        entries = (entry for data in both if is_records(data) for entry in data)
        return {str(entry["hash"]) for entry in entries if entry.get("hash")}

    def listed(self, field: str) -> list[str]:
        value = self.settings.get(field)
        return [entry for entry in value if isinstance(entry, str)] if isinstance(value, list) else []


def problems_of_reading(own: Path) -> list[str]:
    """Return every file of an organisation's folder that cannot be read, as `file: field: …`."""
    return [*read_fields(own)[1], *read_texts(own).problems]


def copy_of(root: Path, own: Path) -> Copy:
    """Read the guide in `root`, and the organisation's folder `own`."""
    return Copy(root, read_texts(root), own, read_texts(own), read_fields(own)[0], read_snapshot(own))
