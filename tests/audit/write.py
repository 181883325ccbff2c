"""Read and write `content/traces.yml`: one record for each journey and browser, sorted by `id`."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import yaml

HEAD = (
    "# What the guide leaves in browsers, as `make audit` measured it. "
    "contributing/traces.md says what each field means.\n"
)
FIELDS = (
    "id", "journey", "browser", "version", "host", "window", "end", "rows", "listed", "suggested",
    "content", "typed", "files", "named", "back", "reopened", "day",
)  # fmt: skip


def read_traces(path: Path) -> dict[str, dict[str, Any]]:
    """Return the records by their id; all values are text, but for the list of rows."""
    records = yaml.load(path.read_text(encoding="utf-8"), yaml.BaseLoader) if path.is_file() else []
    return {record["id"]: record for record in records or []}


def write_traces(path: Path, records: Iterable[Mapping[str, Any]]) -> None:
    text = "".join(as_yaml(record) for record in sorted(records, key=lambda record: record["id"]))
    path.write_text(HEAD + text, encoding="utf-8")


def as_yaml(record: Mapping[str, Any]) -> str:
    """Write a record with its fields in one order, so that a change is one line."""
    lines = []
    for name in FIELDS:
        if name not in record:
            continue
        value = record[name]
        quoted = json.dumps(value, ensure_ascii=False) if name in ("rows", "version") else str(value)
        lines.append(f"{name}: {quoted}\n")
    return "- " + "  ".join(lines)
