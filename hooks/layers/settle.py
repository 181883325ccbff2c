"""Put what an organisation sets into MkDocs' own settings."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig

from checklist.translation import use_words
from hooks.content.wording import LONGEST_LABEL
from hooks.layers.colours import problems_of_colours
from hooks.layers.folders import own_folder
from hooks.layers.logo import problems_of_logo
from hooks.layers.organisation import FILE, Organisation, read_organisation
from hooks.layers.own_words import read_words

WRITTEN = re.compile(r"^mkdocs\.yml: (?:extra\.)?(\w+):")
OWN_NAMES = {"site_name": "name", "site_url": "address"}
"""Settings that MkDocs calls otherwise."""
SERVED_HERE = "http://"
"""How the address begins that MkDocs sets while it serves the guide on this machine."""


def settle(config: MkDocsConfig, organisation: Organisation, settings: dict[str, Any]) -> list[str]:
    """Change `config` in place: names, the address, and `extra`; return every problem.

    `settings`: those of `extra:` in `mkdocs.yml` that `organisation.yml` sets under their own names.
    """
    if organisation.name:
        config.site_name = organisation.name
        config.extra.pop("short_name", None)  # it is the guide's own
    if organisation.address and not (config.site_url or "").startswith(SERVED_HERE):
        config.site_url = organisation.address
    config.extra.update(settings)
    folder = own_folder(Path(config.config_file_path).parent)
    problems = [
        *problems_of_short_name(organisation.name, dict(config.extra)),
        *problems_of_colours(organisation.colours),
        *(problems_of_logo(folder, organisation.logo) if folder else []),
    ]
    return [f"{FILE}: {problem}" for problem in problems]


def problems_of_short_name(name: str, extra: dict[str, Any]) -> list[str]:
    """Return what is wrong where the header has no room for the whole name and gets no shorter one."""
    if len(name) <= LONGEST_LABEL or extra.get("short_name"):
        return []
    told = f"the name has {len(name)} characters, and the top of a page has room for {LONGEST_LABEL}"
    return [f"short_name: required, but missing; {told}"]


def settled(config: MkDocsConfig) -> MkDocsConfig:
    """Return what MkDocs loaded as the build sees it, and say an organisation's own words."""
    root = Path(config.config_file_path).parent
    if folder := own_folder(root):
        organisation, settings, _problems = read_organisation(folder)
        settle(config, organisation, settings)
        use_words(read_words(folder, root)[0].everywhere)
    return config


def named_by_organisation(problems: list[str]) -> list[str]:
    """Name settings by the file in which an organisation writes them: what `mkdocs.yml` sets is sound."""
    return [
        WRITTEN.sub(lambda match: f"{FILE}: {OWN_NAMES.get(match[1], match[1])}:", problem)
        for problem in problems
    ]
