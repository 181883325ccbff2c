"""Read `mkdocs.yml`."""

from __future__ import annotations

from pathlib import Path
from posixpath import dirname, relpath
from typing import Any

import yaml
from jinja2 import Environment, FileSystemLoader, pass_context
from jinja2.runtime import Context

from .defaults import MkDocsConfig


class Theme(dict[str, Any]):
    """What the settings say below `theme:`, and the folders that templates are in."""

    def __init__(self, dirs: list[str], **given: Any) -> None:
        super().__init__(given)
        self.dirs = dirs

    __getattr__ = dict.__getitem__

    def get_env(self) -> Environment:
        env = Environment(loader=FileSystemLoader(self.dirs))
        env.filters["url"] = url
        return env


@pass_context
def url(context: Context, address: str) -> str:
    """Write an address as the page that is rendered reaches it."""
    page = context["page"]
    return relpath(address, dirname(page.url) or ".") if page else context["base_url"] + address


def load_config(path: str, **given: Any) -> MkDocsConfig:
    file = Path(path).resolve()
    settings = {"site_description": None, **yaml.safe_load(file.read_text(encoding="utf-8")), **given}
    theme = Theme([str(file.parent / settings["theme"]["custom_dir"])], **settings["theme"])
    settings |= {"theme": theme, "config_file_path": str(file), "docs_dir": str(file.parent / "docs")}
    return MkDocsConfig(**settings)
