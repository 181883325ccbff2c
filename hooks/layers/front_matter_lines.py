"""Change fields of YAML that somebody wrote, and leave every other line as it is, comments too."""

from __future__ import annotations

import re
from collections.abc import Mapping

from hooks.content.front_matter import split_front_matter
from hooks.layers.yaml_text import written

FIELD = re.compile(r"(?P<name>[\w-]+):(?: |$)")


def field_lines(yaml: str) -> dict[str, str]:
    """Return each field of a mapping to the lines that write it; comments between fields are left out."""
    found: dict[str, str] = {}
    name = ""
    for line in yaml.splitlines(keepends=True):
        if begins := FIELD.match(line):
            name = begins["name"]
        if name and not line.startswith("#"):
            found[name] = found.get(name, "") + line
    return found


def with_field(yaml: str, name: str, value: str) -> str:
    """Return YAML in which a field has this value: in its old place, else first, below opening comments."""
    line = written({name: value})
    if old := field_lines(yaml).get(name):
        comment = re.search(r"\s+#[^\"'\n]*$", old.rstrip("\n")) if old.count("\n") == 1 else None
        new = line.rstrip("\n") + (comment[0] if comment else "") + "\n"
        return re.sub(rf"(?m)^{re.escape(old)}", lambda _: new, yaml, count=1)
    opening = re.match(r"(?:#[^\n]*\n|[ \t]*\n)*", yaml)
    at = opening.end() if opening else 0
    return yaml[:at] + line + yaml[at:]


def without_field(yaml: str, name: str) -> str:
    """Return YAML without the lines of a field."""
    return yaml.replace(field_lines(yaml).get(name, ""), "", 1)


def with_fields(text: str, fields: Mapping[str, str | None], body: str | None = None) -> str:
    """Return a text with these fields in its front matter, without those that are None, and this body."""
    meta, old_body = split_front_matter(text)
    meta = meta or ""
    for name, value in fields.items():
        meta = without_field(meta, name) if value is None else with_field(meta, name, value)
    return f"---\n{meta}---\n{old_body if body is None else body}"
