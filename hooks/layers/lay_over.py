"""Lay a layer over the guide's texts: what the layer says wins, and new records stand first."""

from __future__ import annotations

from typing import Any

import yaml

from hooks.content.front_matter import split_front_matter
from hooks.content.model import Content
from hooks.layers.layer import Layer


def lay_over(content: Content, layer: Layer) -> list[str]:
    """Change `content.files` and `content.data` in place; return every problem, named by the layer's file."""
    content.own_folder = layer.folder
    content.own.update(layer.files, layer.other_files)
    content.other_files = sorted({*content.other_files, *layer.other_files})
    for name, text in layer.files.items():
        if name not in content.files:
            content.files[name], content.data[name] = text, layer.data[name]
        elif name.endswith(".md"):
            _, body = split_front_matter(text)
            _, below = split_front_matter(content.files[name])
            own = {key: value for key, value in (layer.data[name] or {}).items() if key != "of"}
            content.data[name] = {**content.data[name], **own}
            content.files[name] = joined(content.data[name], body if body.strip() else below)
        else:
            content.data[name] = merged(content.data[name], layer.data[name])
            content.files[name] = written(content.data[name])
    return []


def merged(under: Any, over: Any) -> Any:
    """Join what is written at one place: mappings by their fields, lists of records by their ids."""
    if is_records(under) and is_records(over):
        known = {entry["id"] for entry in under}
        changed = {entry["id"]: entry for entry in over}
        new = [entry for entry in over if entry["id"] not in known]
        return [*new, *(merged(entry, changed.get(entry["id"], {})) for entry in under)]
    if isinstance(under, dict) and isinstance(over, dict):
        return {**under, **{name: merged(under.get(name), value) for name, value in over.items()}}
    return over


def is_records(value: Any) -> bool:
    return isinstance(value, list) and all(isinstance(entry, dict) and "id" in entry for entry in value)


def joined(meta: dict[str, Any], body: str) -> str:
    """Write a text with its front matter."""
    return f"---\n{written(meta)}---\n{body}"


def written(data: Any) -> str:
    """Write YAML, each line as long as its text."""
    return yaml.safe_dump(data, allow_unicode=True, sort_keys=False, width=10_000)
