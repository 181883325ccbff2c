"""What the guide held when an organisation last looked: `.was/guide.json` in its folder.

An installed guide has no history, so the organisation's folder remembers what it was made from: the hash of
every text, record and line of the changelog that is not released yet (some 40 kB). `quiet-guide new` and
`quiet-guide upgrade --done` write it. From it the next upgrade says what is new, what is gone, and which
records that the organisation changes are no longer what they were.

Texts have their whole earlier wording next to it, as `.was/content/…` and `.was/docs/…`: for texts,
`quiet-guide change` puts it there; for YAML files that the organisation changes, `upgrade --done` does.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from hooks.layers.changelog import unreleased_lines
from hooks.layers.layer import read_texts
from hooks.layers.records import is_records, key_of
from hooks.layers.text_hash import text_hash

WAS = ".was"
"""The folder, in an organisation's, that holds what the guide said when its texts were changed."""
FILE = f"{WAS}/guide.json"
TEXTS = ("content/advice/", "docs/")
NOT_KEPT = ("content/traces.yml", "content/publication.yml", "content/page-numbers.yml")
"""What no organisation changes: it is measured, or belongs to one publication."""


@dataclass(frozen=True)
class Snapshot:
    """What a guide held: its version, and hashes of 8 hex digits."""

    guide: str
    texts: dict[str, str] = field(default_factory=dict)
    """Each text that a layer can change, as `docs/phone.md`, to its hash."""
    records: dict[str, dict[str, str]] = field(default_factory=dict)
    """Each YAML file of `content/` to its records, as `helplines/womens-aid`, and their hashes."""
    unreleased: list[str] = field(default_factory=list)
    """The hashes of the changelog's lines that no release held yet."""


def snapshot_of(root: Path, version: str) -> Snapshot:
    """Return what the guide in `root` holds now."""
    guide = read_texts(root)
    return Snapshot(
        guide=version,
        texts={name: text_hash(name, text) for name, text in guide.files.items() if is_text(name)},
        records={
            name: {key: hash_of(value) for key, value in records_of(guide.data[name])}
            for name in guide.files
            if name.endswith(".yml") and name not in NOT_KEPT
        },
        unreleased=[hash_of(line) for line in unreleased_lines(root)],
    )


def read_snapshot(own: Path) -> Snapshot | None:
    """Return what an organisation's folder remembers, or None where it remembers nothing."""
    path = own / FILE
    if not path.is_file():
        return None
    try:
        data = json.loads(path.read_text("utf-8"))
        snapshot = Snapshot(**data)
    except (ValueError, TypeError):
        return None
    return snapshot if _is_sound(snapshot) else None


def _is_sound(snapshot: Snapshot) -> bool:
    """Return whether a file that somebody may have edited, or git left half merged, holds what we wrote."""
    empty = Snapshot(guide="")
    alike = all(isinstance(value, type(asdict(empty)[name])) for name, value in asdict(snapshot).items())
    return alike and all(isinstance(value, dict) for value in snapshot.records.values())


def write_snapshot(own: Path, snapshot: Snapshot) -> None:
    """Write it on one line: nobody reads it, and an organisation's folder stays short."""
    path = own / FILE
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(asdict(snapshot), ensure_ascii=False, sort_keys=True) + "\n", "utf-8")


def is_text(name: str) -> bool:
    return name.startswith(TEXTS) and name.endswith(".md")


def records_of(data: Any) -> Iterator[tuple[str, Any]]:
    """Yield what a YAML file holds, piece by piece: each record of a list, and each other field.

    What has no keys, such as a text, is one piece whose name is empty.
    """
    if _has_keys(data):
        yield from ((key_of(record), record) for record in data)
    elif isinstance(data, dict):
        for key, value in data.items():
            if value and _has_keys(value):
                yield from ((f"{key}/{key_of(record)}", record) for record in value)
            else:
                yield key, value
    elif data is not None:
        yield "", data


def hash_of(value: Any) -> str:
    """Return a hash of what YAML or a line says, in 8 hex digits; the order of fields does not count."""
    return hashlib.sha256(json.dumps(value, sort_keys=True).encode()).hexdigest()[:8]


def _has_keys(value: Any) -> bool:
    return is_records(value) and all(key_of(record) for record in value)
