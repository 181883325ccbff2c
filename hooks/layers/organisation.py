"""What an organisation sets: `organisation.yml`. contributing/organisations.md lists every field."""

from __future__ import annotations

from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

from checklist import schema
from checklist.schema import problems_of, read, records, texts
from hooks.content.front_matter import load_yaml
from hooks.content.records import Settings

FILE = "organisation.yml"


@dataclass(frozen=True, kw_only=True)
class Line:
    """A helpline of one's own. Every place that lists numbers shows it first."""

    name: str = schema.text("Its name.")
    number: str = schema.text("Its number, as it is dialled.")
    hours: str = schema.text("When it answers.")
    for_whom: str = schema.text("Who it is for.")


@dataclass(frozen=True, kw_only=True)
class Organisation:
    """What an organisation changes besides texts. Each field may be left out.

    A setting of `extra:` in `mkdocs.yml` (`Settings`) may stand beside these, under its own name.
    """

    guide: str = schema.text("The version of the guide that these files were made for.", optional=True)
    name: str = schema.text("The guide's name: `site_name`.", optional=True)
    address: str = schema.text("Where it is published: `site_url`.", optional=True)
    countries: tuple[str, ...] = texts("The countries it is for, as files in `content/places/` are called.")
    line: tuple[Line, ...] = records("Helplines of one's own.", Line, optional=True)
    leave_out: tuple[str, ...] = texts("Topics, steps and sheets that this copy leaves out.")


def read_organisation(folder: Path) -> tuple[Organisation, dict[str, Any], list[str]]:
    """Read `organisation.yml`: return it, the settings beside it, and every problem as `file: field: …`."""
    path = folder / FILE
    data = load_yaml(path.read_text("utf-8")) if path.is_file() else {}
    if not isinstance(data, dict):
        return Organisation(), {}, [f"{FILE}: the file: got {data!r}; write fields as `name: value`"]
    known = {declared.name for declared in fields(Settings)}
    settings = {name: value for name, value in data.items() if name in known}
    own = {name: value for name, value in data.items() if name not in known}
    if problems := [f"{FILE}: {problem}" for problem in problems_of(Organisation, own)]:
        return Organisation(), settings, problems
    return read(Organisation, own), settings, []
