"""Write YAML and front matter as the guide's own files are written."""

from __future__ import annotations

from typing import Any

import yaml

NO_BREAKS = 1_000_000  # characters: a text stays on its line


class Writer(yaml.SafeDumper):
    """Writes a list of words on one line, as `words: [pin, passcode]`: the check of wording relies on it."""


def _write_list(writer: yaml.SafeDumper, entries: list[Any]) -> yaml.Node:
    is_plain = all(isinstance(entry, str) for entry in entries)
    return writer.represent_sequence("tag:yaml.org,2002:seq", entries, flow_style=is_plain)


Writer.add_representer(list, _write_list)


def written(data: Any) -> str:
    """Write data as YAML, in its own order."""
    return yaml.dump(data, Dumper=Writer, allow_unicode=True, sort_keys=False, width=NO_BREAKS)


def joined(meta: dict[str, Any], body: str) -> str:
    """Write a text with its front matter."""
    return f"---\n{written(meta)}---\n{body}"
