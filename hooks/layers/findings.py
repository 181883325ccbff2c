"""Find what a new version of the guide means for an organisation's copy."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from hooks.content.withdrawn import WITHDRAWN
from hooks.layers.came_and_went import PLACES, Piece, new_pieces, pieces_gone, why_not_shown
from hooks.layers.changed import OF, ChangedRecord, ChangedText, changed_records, changed_texts
from hooks.layers.changelog import is_newer, read_changelog
from hooks.layers.copy_of_guide import Copy, copy_of
from hooks.layers.records import Joined
from hooks.layers.snapshot import (
    Snapshot,
    hash_of,
    records_of,
)

OLD = timedelta(days=183)
"""A number that was last checked longer ago than this, half a year, is named."""
LISTS = ("emergency", "helplines", "law")


@dataclass(frozen=True)
class OldNumber:
    """A number or law note that was last checked long ago, or that nobody could check."""

    file: str
    key: str
    name: str
    day: str
    checked: str
    """Whether it was checked that day: `yes`, `seen` or `no`, as the record says."""
    is_own: bool


@dataclass(frozen=True)
class Upgrade:
    """All that the report says."""

    made_for: str
    """The version in `organisation.yml`; empty where it names none."""
    version: str
    is_remembered: bool
    """Whether the folder remembers what the guide held."""
    changelog: tuple[tuple[str, dict[str, list[str]]], ...]
    texts: tuple[ChangedText, ...]
    records: tuple[ChangedRecord, ...]
    unknown: tuple[str, ...]
    new: tuple[Piece, ...]
    gone: tuple[Piece, ...]
    withdrawn: tuple[dict[str, str], ...]
    """The entries of `content/withdrawn.yml` that are new, and each whose hash an own text names."""
    old_numbers: tuple[OldNumber, ...]


def find_changes(root: Path, own: Path, version: str, today: date) -> Upgrade:
    """Compare the guide in `root`, of this version, with what the folder `own` was made from."""
    copy = copy_of(root, own)
    made_for = str(copy.settings.get("guide") or "")
    records, unknown = changed_records(copy)
    texts = changed_texts(copy)
    return Upgrade(
        made_for=made_for,
        version=version,
        is_remembered=copy.snapshot is not None,
        changelog=tuple(_changelog(root, made_for, copy.snapshot)),
        texts=tuple(texts),
        records=tuple(records),
        unknown=tuple(unknown),
        new=tuple(new_pieces(copy)),
        gone=tuple(pieces_gone(copy)),
        withdrawn=tuple(_withdrawn(copy)),
        old_numbers=tuple(_old_numbers(copy, today)),
    )


def _changelog(
    root: Path, made_for: str, snapshot: Snapshot | None
) -> Iterator[tuple[str, dict[str, list[str]]]]:
    """Yield each version after the one the copy was made for, without lines that the last report showed."""
    seen = set(snapshot.unreleased) if snapshot else set()
    for version, sections in read_changelog(root).items():
        if not is_newer(version, made_for):
            continue
        unseen = {
            section: [line for line in lines if hash_of(line) not in seen]
            for section, lines in sections.items()
        }
        if any(unseen.values()):
            yield version, unseen


def _withdrawn(copy: Copy) -> list[dict[str, str]]:
    """Return the entries of `content/withdrawn.yml` that are new, and each that concerns an own text."""
    before = copy.snapshot.records.get(WITHDRAWN, {}) if copy.snapshot else {}
    named = {str(data.get(OF)) for data in copy.own.data.values() if isinstance(data, dict)}
    entries = records_of(copy.guide.data.get(WITHDRAWN))
    return [entry for key, entry in entries if key and (key not in before or entry.get("hash") in named)]


def _old_numbers(copy: Copy, today: date) -> Iterator[OldNumber]:
    names = {name for name in (*copy.guide.files, *copy.own.files) if name.startswith(PLACES)}
    for name in sorted(names):
        own = copy.own.data.get(name) or {}
        place = Joined(None).join(copy.guide.data.get(name, {}), own, name)
        if not isinstance(place, dict) or why_not_shown(copy, name):
            continue
        mine = dict(records_of(own))
        for key, record in records_of({list: place.get(list) or [] for list in LISTS}):
            if not isinstance(record, dict) or not (day := str(record.get("day", ""))):
                continue
            checked = str(record.get("checked", "yes"))
            if checked != "yes" or _is_old(day, today):
                is_own = "day" in mine.get(key, {})
                yield OldNumber(name, key, record.get("name", key), day, checked, is_own)


def _is_old(day: str, today: date) -> bool:
    try:
        return date.fromisoformat(day) < today - OLD
    except ValueError:
        return False
