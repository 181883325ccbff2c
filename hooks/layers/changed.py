"""What an organisation changed, and what the guide has changed there since: texts, and records of YAML."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from hooks.content.front_matter import load_yaml, split_front_matter
from hooks.layers.behind import Behind, danger_of
from hooks.layers.copy_of_guide import Copy
from hooks.layers.front_matter_lines import with_fields
from hooks.layers.history import changed_on, text_with_hash
from hooks.layers.merge import Both, merge
from hooks.layers.snapshot import WAS, hash_of, is_text, records_of
from hooks.layers.text_hash import BODY, folded, text_fields, text_hash, texts_of

OF = "of"


@dataclass(frozen=True)
class Difference:
    """A field of which the guide changed the value. `own`: the organisation's value, where it sets one."""

    field: str
    was: str
    now: str
    own: str | None = None


@dataclass(frozen=True)
class ChangedText:
    """A text that the organisation changed, and that the guide has changed since."""

    name: str
    title: str
    """A step's action, or a page's title, as the guide has it now."""
    is_behind: bool
    of: str
    """The hash that the own text names; empty where it names none."""
    hash: str
    """Of the guide's text now."""
    day: date | None
    """When the guide's text got it."""
    is_withdrawn: bool
    """Whether the text with the hash `of` is withdrawn: the own one is never shown."""
    danger: tuple[int, int]
    """How soon it should be read: the least first."""
    was: str | None
    """The guide's text that the own one was made from, where that is known."""
    now: str
    merged: str | None
    """The whole own text with what the guide changed, where no paragraph was changed by both."""
    is_shown_already: bool
    """Whether the own text holds none of the fields that the guide changed."""
    both: tuple[tuple[str, Both], ...]
    """The field, and what each side made of it, where both changed one paragraph."""
    settings: tuple[Difference, ...]
    """Other fields that the own text sets, such as `when`, of which the guide changed the value."""


@dataclass(frozen=True)
class ChangedRecord:
    """A record that the organisation changes, and that the guide has changed since."""

    file: str
    key: str
    differences: tuple[Difference, ...]
    """Empty where only the hash is known of what it was."""


def changed_texts(copy: Copy) -> list[ChangedText]:
    """Return each changed text on which the guide has moved on, the most dangerous first."""
    names = [name for name in copy.own.files if is_text(name) and name in copy.guide.files]
    found = [_changed_text(copy, name) for name in names]
    moved = [text for text in found if text.is_behind or text.settings or text.is_withdrawn]
    return sorted(moved, key=lambda text: (text.danger, text.name))


def _changed_text(copy: Copy, name: str) -> ChangedText:
    now, own, meta = copy.guide.files[name], copy.own.files[name], copy.own.data[name]
    fields = meta if isinstance(meta, dict) else {}
    of, hash = str(fields.get(OF, "")), text_hash(name, now)
    is_behind = of != hash and (bool(of) or any(texts_of(name, own).values()))
    was = _was(copy, name, of)
    merged, both = merge_text(name, was, own, now) if was is not None and is_behind else (None, [])
    kept = copy.folder / WAS / name
    settings = _settings(name, fields, kept.read_text("utf-8"), now) if kept.is_file() else ()
    day = changed_on(copy.root, name) if is_behind else None
    is_withdrawn = of in copy.withdrawn_hashes
    return ChangedText(
        name=name,
        title=texts_of(name, now).get(text_fields(name)[0], name),
        is_behind=is_behind,
        of=of,
        hash=hash,
        day=day,
        is_withdrawn=is_withdrawn,
        danger=danger_of(Behind(name, of, hash, "", now, "withdrawn" if is_withdrawn else "shown")),
        was=was,
        now=now,
        merged=merged,
        is_shown_already=merged is not None and merged == with_fields(own, {OF: hash}),
        both=tuple(both),
        settings=tuple(settings),
    )


def _was(copy: Copy, name: str, of: str) -> str | None:
    """Return the guide's text with the hash `of`: from `.was/`, or from the guide's history."""
    kept = copy.folder / WAS / name
    if kept.is_file() and text_hash(name, text := kept.read_text("utf-8")) == of:
        return text
    return text_with_hash(copy.root, name, of) if of else None


def merge_text(name: str, was: str, own: str, guide: str) -> tuple[str | None, list[tuple[str, Both]]]:
    """Return the own text with what the guide changed; or else None, and what both changed, by field."""
    sides = [
        {**texts_of(name, text), BODY: split_front_matter(text)[1].strip()} for text in (was, own, guide)
    ]
    fields: dict[str, str | None] = {OF: text_hash(name, guide)}
    both: list[tuple[str, Both]] = []
    body = None
    for field, mine in sides[1].items():
        old, new = sides[0].get(field, ""), sides[2].get(field, "")
        if not mine or folded(old) == folded(new):
            continue
        merged = new if folded(mine) == folded(old) else merge(old, mine, new)
        if isinstance(merged, list):
            both += [(field, part) for part in merged]
        elif field == BODY:
            body = f"{merged}\n"
        else:
            fields[field] = merged or None
    return (None, both) if both else (with_fields(own, fields, body), [])


def _settings(name: str, own: dict[str, Any], was: str, now: str) -> Iterator[Difference]:
    before, after = (load_yaml(split_front_matter(text)[0] or "") or {} for text in (was, now))
    for field, mine in own.items():
        if field in (OF, *text_fields(name)) or before.get(field) == after.get(field):
            continue
        yield Difference(field, shown(before.get(field)), shown(after.get(field)), shown(mine))


def changed_records(copy: Copy) -> tuple[list[ChangedRecord], list[str]]:
    """Return the records on which the guide has moved on, and the names of those of which nobody knows."""
    changed, unknown = [], []
    for name, mine in copy.own.data.items():
        if not name.endswith(".yml") or name not in copy.guide.data:
            continue
        kept = copy.folder / WAS / name
        before = dict(records_of(load_yaml(kept.read_text("utf-8")))) if kept.is_file() else None
        hashes = copy.snapshot.records.get(name, {}) if copy.snapshot else {}
        present, own = dict(records_of(copy.guide.data[name])), dict(records_of(mine))
        for key in [key for key in own if key in present]:
            if before and key in before:
                if found := tuple(_differences(before[key], present[key], own[key])):
                    changed.append(ChangedRecord(name, key, found))
            elif key not in hashes:
                unknown.append(f"{name}: {key}")
            elif hashes[key] != hash_of(present[key]):
                changed.append(ChangedRecord(name, key, ()))
    return changed, unknown


def _differences(was: Any, now: Any, own: Any) -> Iterator[Difference]:
    before, after, mine = (dict(_leaves(value)) for value in (was, now, own))
    for path in dict.fromkeys((*before, *after)):
        if before.get(path) != after.get(path):
            yield Difference(path, before.get(path, ""), after.get(path, ""), mine.get(path))


def _leaves(value: Any, path: str = "") -> Iterator[tuple[str, str]]:
    """Yield the path and the value of each field, as deep as layers are merged."""
    pieces = dict(records_of(value)) if isinstance(value, (dict, list)) else {"": value}
    if set(pieces) == {""}:
        yield path, shown(pieces[""])
        return
    for key, piece in pieces.items():
        yield from _leaves(piece, f"{path}/{key}" if path else key)


def shown(value: Any) -> str:
    """Return a value as one line."""
    if value is None:
        return ""
    return folded(value) if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
