"""Build the same guide with stock Material: its scripts, fonts and search unchanged, with all our text."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import yaml

# The pages' own parts, such as the plan's list, are in Material's frame as they are in ours.
MAIN = (
    '{% extends "base.html" %}{% block content %}{{ super() }}{% block after %}{% endblock %}{% endblock %}\n'
)


def build_stock(root: Path, folder: Path) -> Path:
    """Set up a project in `folder`, build it, and return the site that it made."""
    shutil.rmtree(folder, ignore_errors=True)
    theme = folder / "theme"
    theme.mkdir(parents=True)
    for source in (root / "theme").iterdir():
        (theme / source.name).symlink_to(source)
    for name in ("base.html", "404.html", "main.html"):
        (theme / name).unlink(missing_ok=True)
    (theme / "main.html").write_text(MAIN, encoding="utf-8")
    for name in ("docs", "content", "hooks", "checklist"):
        (folder / name).symlink_to(root / name)
    (folder / "mkdocs.yml").write_text(yaml.safe_dump(settings(root), sort_keys=False), encoding="utf-8")
    build(folder, "--quiet")
    return folder / "site"


def build(project: Path, *options: str) -> None:
    command = [sys.executable, "-m", "mkdocs", "build", *options, "--site-dir", str(project / "site")]
    environment = os.environ | {"NO_MKDOCS_2_WARNING": "1"}
    subprocess.run(command, cwd=project, env=environment, check=True, capture_output=True)


def settings(root: Path) -> dict[str, Any]:
    """Return our settings with nothing of our theme or post-build work."""
    ours = yaml.safe_load((root / "mkdocs.yml").read_text(encoding="utf-8"))
    kept = ("site_name", "site_description", "use_directory_urls", "extra", "nav", "markdown_extensions")
    return {
        **{name: ours[name] for name in kept},
        "theme": {"name": "material", "custom_dir": "theme"},
        "plugins": ["search"],
        "hooks": [str(Path(__file__).with_name("stock_hooks.py"))],
    }
