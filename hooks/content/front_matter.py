"""Read YAML, and the front matter of a text."""

from __future__ import annotations

import re
from typing import Any

import yaml

BASE: Any = yaml.CBaseLoader if yaml.__with_libyaml__ else yaml.BaseLoader  # the same, ten times as fast
FRONT_MATTER = re.compile(r"\A---\n(?P<meta>.*?\n)---\n(?P<body>.*)\Z", re.DOTALL)


class Loader(BASE):  # type: ignore[misc]
    """Reads every value as text, and refuses a field that is there twice: YAML would drop the first."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Any, Any]:
        fields: dict[Any, Any] = super().construct_mapping(node, deep)
        if len(fields) < len(node.value):
            names = [self.construct_object(name) for name, _ in node.value]
            twice = next(name for at, name in enumerate(names) if name in names[:at])
            mark = node.value[names.index(twice, names.index(twice) + 1)][0].start_mark
            raise yaml.MarkedYAMLError(None, None, f"{twice} is there twice", mark)
        return fields


def split_front_matter(text: str) -> tuple[str | None, str]:
    """Return the front matter as it is written, or None, and the text behind it."""
    match = FRONT_MATTER.match(text)
    return (match["meta"], match["body"]) if match else (None, text)


def load_yaml(text: str) -> Any:
    """Read YAML with every value as text, so that days and numbers stay as written."""
    try:
        return yaml.load(text, Loader)
    except yaml.MarkedYAMLError as error:
        line = f"line {error.problem_mark.line + 1}: " if error.problem_mark else ""
        return f"broken YAML ({line}{error.problem})"
    except yaml.YAMLError as error:
        return f"broken YAML ({' '.join(str(error).split())})"
    except RecursionError:
        return "broken YAML (too many lists in one another)"
