"""What an installed guide carries in place of Node: bundles, style sheets, Python, and parts of npm packages.

`hooks/release/ready_assets.py` writes `ready/` when the wheel is made. A checkout has none, and makes all.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from hooks.languages.folders import ENGLISH, language_of_build

FOLDER = "ready"
BUNDLES = "bundles{}.json"
"""By its source: the text of each bundle, and the npm packages of which it holds a part."""
STYLES = "styles{}.json"
"""`names`, which of Material's names the pages of each style sheet have; `made` of these; `wide`, of more."""
PYTHON = "python"
PACKAGES = "packages"


def is_ready(root: Path) -> bool:
    """Return whether the guide in `root` was installed ready-made."""
    return (root / FOLDER).is_dir()


def packages_folder(root: Path) -> Path:
    """Return the folder of npm packages: in an installed guide, with those of their files that it needs."""
    return root / FOLDER / PACKAGES if is_ready(root) else root / "node_modules"


def ready_bundle(root: Path, source: str) -> dict[str, Any] | None:
    """Return the `text` and `packages` of a bundle, or None where it has to be made."""
    bundles = read_json(root, in_language(BUNDLES))
    return bundles.get(source) if bundles else None


def in_language(name: str) -> str:
    """Name the file of this build's language: of `BUNDLES` or of `STYLES`."""
    code = language_of_build()
    return name.format("" if code == ENGLISH else f"-{code}")


def ready_styles(root: Path) -> dict[str, Any] | None:
    """Return `names`, `made` and `wide`, or None where style sheets have to be made."""
    return read_json(root, in_language(STYLES)) or None


def ready_python(root: Path) -> Path | None:
    """Return the folder with Pyodide's core, the bundle and its lock, and the small core in `slim/`.

    None where they have to be made.
    """
    return root / FOLDER / PYTHON if is_ready(root) else None


def read_json(root: Path, name: str) -> dict[str, Any]:
    path = root / FOLDER / name
    return json.loads(path.read_text("utf-8")) if path.is_file() else {}
