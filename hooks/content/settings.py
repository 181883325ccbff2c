"""Check what an organisation sets in `mkdocs.yml`, before anything is made of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from mkdocs.config.defaults import MkDocsConfig

from checklist.schema import problems_of, read
from hooks.content.addresses import host_of, problems_of_exit
from hooks.content.icon import problems_of_icon
from hooks.content.records import Settings
from hooks.content.wording import LONGEST, problems_of_telling, problems_of_words
from hooks.layers.folders import own_folder

FILE = "mkdocs.yml"


def problems_of_settings(config: MkDocsConfig) -> list[str]:
    """Return every problem as `mkdocs.yml: extra.exit_url: what is wrong; what is possible`."""
    extra = dict(config.extra or {})
    return [
        *(f"{FILE}: extra.{problem}" for problem in problems_of(Settings, extra)),
        *(f"{FILE}: extra.{problem}" for problem in _problems_of_staying(extra, config.site_url or "")),
        *(f"{FILE}: extra.{problem}" for problem in _problems_of_second_exit(extra)),
        *(f"{FILE}: extra.{problem}" for problem in _problems_of_picture(config)),
        *(f"{FILE}: {problem}" for problem in _problems_of_names(config)),
    ]


def settings_of(config: MkDocsConfig) -> Settings:
    """Return what `mkdocs.yml` sets, with the default of each setting that it leaves out."""
    return read(Settings, dict(config.extra or {}))


def _problems_of_staying(extra: dict[str, Any], own_address: str) -> Iterator[str]:
    """Yield exits that are valid by themselves, but lead to this guide's own site."""
    for declared in fields(Settings):
        address = extra.get(declared.name)
        if declared.metadata.get("is_exit") and isinstance(address, str):
            known = set(problems_of_exit(address))
            for problem in problems_of_exit(address, own_address):
                if problem not in known:
                    yield f"{declared.name}: got {address!r}; {problem}"


def _problems_of_second_exit(extra: dict[str, Any]) -> Iterator[str]:
    """Yield a second exit that cannot be reached either where the first one cannot."""
    first, second = (str(extra.get(name, "")) for name in ("exit_url", "second_exit_url"))
    if host_of(first) and host_of(first) == host_of(second):
        other = "name a page on another site"
        yield f"second_exit_url: got {second!r}; it is on the same site as exit_url, {first}; {other}"


def _problems_of_picture(config: MkDocsConfig) -> Iterator[str]:
    if "icon" in (config.extra or {}):
        icon = config.extra["icon"]
        root = Path(config.config_file_path).parent
        own = own_folder(root)
        folders = (*([own / "docs"] if own else []), Path(config.docs_dir), root / "theme")
        yield from (f"icon: got {icon!r}; {problem}" for problem in problems_of_icon(icon, folders))


def _problems_of_names(config: MkDocsConfig) -> Iterator[str]:
    """Yield what is wrong with MkDocs' own settings that others may see."""
    site_name, description = config.site_name, config.site_description
    names = {"site_name": site_name} | ({"site_description": description} if description else {})
    for name, value in names.items():
        yield from (f"{name}: got {value!r}; {problem}" for problem in problems_of_words(value))
        yield from (f"{name}: got {value!r}; {problem}" for problem in problems_of_telling(value))
    if len(site_name) > LONGEST:
        yield f"site_name: it has {len(site_name)} characters; use at most {LONGEST}"
    path = urlsplit(config.site_url or "").path
    yield from (f"site_url: got {path!r} in the address; {problem}" for problem in problems_of_telling(path))
