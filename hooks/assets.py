"""Bundle our scripts and styles, and leave out Material's files that no page uses."""

from __future__ import annotations

import subprocess
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files

# Firefox and Chrome of 2022, Safari 15.4: what Pyodide needs, and no more.
TARGET = "es2020,chrome100,firefox100,safari15.4"
BUNDLES = {
    "assets/page.js": "theme/page.js",
    "assets/reader.js": "theme/reader.js",
    "assets/python/worker.js": "theme/components/python/python.worker.js",
    "assets/own.css": "theme/guide.css",
}
"""What is written, and the source it is bundled from. Of our styles and Material's, `hooks/styles.py` makes one file."""


def on_files(files: Files, config: MkDocsConfig) -> None:
    root = Path(config.config_file_path).parent
    remove_unused(files)
    for uri, source in BUNDLES.items():
        files.append(File.generated(config, uri, content=bundle(root, source)))


def remove_unused(files: Files) -> None:
    """Take out Material's scripts, source maps and palette, and the sources of our own bundles."""
    for file in list(files):
        uri = file.src_uri
        theirs = uri.startswith(("assets/javascripts/", "assets/images/")) or uri.endswith(".map") or "/palette." in uri
        ours = uri.startswith(("components/", "sheets/")) and not uri.endswith(".md") or uri in ("page.js", "reader.js", "guide.css")
        if theirs or ours:
            files.remove(file)


def bundle(root: Path, source: str) -> str:
    """Bundle one entry point with esbuild into a classic script or a style sheet, and return its text."""
    command = [root / "node_modules/.bin/esbuild", source, "--bundle", "--minify", f"--target={TARGET}",
               "--format=iife", "--charset=utf8", "--legal-comments=none", "--log-level=warning"]  # fmt: skip
    try:
        done = subprocess.run(command, cwd=root, capture_output=True, text=True, check=False)
    except FileNotFoundError as error:
        raise PluginError(f"{source}: esbuild is not installed; possible: npm ci --ignore-scripts") from error
    if done.returncode:
        raise PluginError(f"{source}: esbuild could not bundle it:\n{done.stderr}")
    return done.stdout
