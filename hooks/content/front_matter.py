"""Read YAML, and the front matter of a text."""

from __future__ import annotations

import re
from typing import Any

import yaml

LOADER = yaml.CBaseLoader if yaml.__with_libyaml__ else yaml.BaseLoader  # the same, ten times as fast
FRONT_MATTER = re.compile(r"\A---\n(?P<meta>.*?\n)---\n(?P<body>.*)\Z", re.DOTALL)


def split_front_matter(text: str) -> tuple[str | None, str]:
    """Return the front matter as it is written, or None, and the text behind it."""
    match = FRONT_MATTER.match(text)
    return (match["meta"], match["body"]) if match else (None, text)


def load_yaml(text: str) -> Any:
    """Read YAML with every value as text, so that days and numbers stay as written."""
    try:
        return yaml.load(text, LOADER)
    except yaml.YAMLError as error:
        return f"broken YAML ({' '.join(str(error).split())})"
