"""Build the guide in a language that nobody speaks: `python -m tests.languages.build_made_up CODE [--pdfs]`.

Its folder of texts and its site go below `.build/made-up/`; the site stands beside the files of Python, as
that of every language. Sheets are made into PDFs where that is asked for: most of a build's time.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

from hooks.languages.folders import VARIABLE
from hooks.languages.pseudo import main as write_languages

ROOT = Path(__file__).resolve().parents[2]
MADE_UP = ROOT / ".build/made-up"
BUILD = """
import sys
from hooks.paper import libraries
if "--pdfs" not in sys.argv:
    libraries.are_there = lambda: False
from mkdocs.commands.build import build
from mkdocs.config import load_config
build(load_config("mkdocs.yml", site_dir=sys.argv[1], strict=False))
"""
"""Not strict: a sheet of longer texts fills more paper than the English one, which is a warning."""


def build_made_up(code: str, *options: str) -> Path:
    """Build one of the languages and return its site. Raises CalledProcessError."""
    write_languages(MADE_UP / "languages")
    site = MADE_UP / "site" / code
    shutil.rmtree(site, ignore_errors=True)
    environment = {**os.environ, VARIABLE: str(MADE_UP / "languages" / code)}
    environment.pop("CI", None)  # where a build without PDFs is a fault
    command = [sys.executable, "-c", BUILD, str(site), *options]
    subprocess.run(command, cwd=ROOT, env=environment, check=True)
    shared = MADE_UP / "site/assets"
    shared.unlink(missing_ok=True)
    shared.symlink_to(ROOT / "site/assets")
    return site


if __name__ == "__main__":
    print(build_made_up(*sys.argv[1:]))
