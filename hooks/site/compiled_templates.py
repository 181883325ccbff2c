"""Keep templates as they were compiled: a build compiles only those that have changed."""

from __future__ import annotations

from importlib.metadata import version
from pathlib import Path

from jinja2 import Environment, FileSystemBytecodeCache

from hooks.cache import key_of, remove_old, state_of
from hooks.layers.folders import cache_folder


def cache_compiled(env: Environment, root: Path) -> None:
    """Let Jinja look into `.cache/templates/` first; it compares each template's text itself.

    Jinja works out filters of constants as it compiles, so our code and Jinja's version count too.
    """
    folder = cache_folder(root) / "templates"
    folder.mkdir(parents=True, exist_ok=True)
    remove_old(folder)
    key = key_of([version("jinja2"), state_of((root / "hooks").rglob("*.py"), root)])
    env.bytecode_cache = FileSystemBytecodeCache(str(folder), f"{key}-%s")
