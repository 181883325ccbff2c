"""Lay a layer over the guide's texts: what the layer says wins, and new records stand first."""

from __future__ import annotations

import re
from pathlib import Path

from hooks.content.model import Content
from hooks.layers.behind import Behind
from hooks.layers.changed_text import OF, lay_text
from hooks.layers.comments import without_notes
from hooks.layers.layer import Layer
from hooks.layers.records import Joined, is_records
from hooks.layers.translatable import words_of
from hooks.layers.yaml_text import written

NEW = re.compile(r"content/places/[^/]+\.yml|content/advice/[^/]+/[^/]+\.md|docs/.+")
"""Files that a layer can add: a country, a step, a page and what lies beside it."""


def lay_over(content: Content, layer: Layer, root: Path) -> list[str]:
    """Change `content.files` and `content.data` in place; return every problem, named by the layer's file.

    Texts that are behind go into `content.behind`. `root`: the guide's folder.
    """
    if layer.kind == "organisation":
        content.own_folder = layer.folder
    problems = list(layer.texts.problems)
    added = {name for name in layer.texts.files if name not in content.files}
    content.own_texts |= added
    for name in layer.texts.files:
        if name in added:
            problems += add_file(content, layer, name)
        elif name.endswith(".md"):
            problems += lay_text(content, layer, name, root)
        else:
            problems += lay_records(content, layer, name)
    if layer.kind == "language":
        others = layer.texts.other_files
        problems += [f"{name}: file: a translation cannot add a file; leave it out" for name in others]
    else:
        content.other_files = sorted({*content.other_files, *layer.texts.other_files})
    content.own.update(layer.texts.files, layer.texts.other_files)
    return problems


def add_file(content: Content, layer: Layer, name: str) -> list[str]:
    """Add a file that the guide does not have. One that was made from a text of it is behind for good."""
    text, data = layer.texts.files[name], layer.texts.data[name]
    if isinstance(data, dict) and data.get(OF):
        content.behind[name] = Behind(name, str(data[OF]), "", "", "", "gone")
        return []
    if layer.kind == "language":
        return [f"{name}: file: a translation cannot add a file; leave it out"]
    if not NEW.fullmatch(name):
        own = "content/places/COUNTRY.yml, content/advice/TOPIC/STEP.md, docs/PAGE.md"
        return [f"{name}: file: the guide has none of this name; possible: its own names, or {own}"]
    content.files[name] = without_notes(text, "") if name.endswith(".md") else text
    content.data[name] = data
    return []


def lay_records(content: Content, layer: Layer, name: str) -> list[str]:
    """Join a YAML file with the guide's, in place; return every problem."""
    under, over = content.data[name], layer.texts.data[name]
    if over is None or not (isinstance(under, dict) or is_records(under)):
        return []
    joiner = Joined(words_of(name) if layer.kind == "language" else None)
    content.data[name] = joiner.join(under, over, name)
    content.files[name] = written(content.data[name])
    return joiner.problems
