"""Build the guide in a language that nobody speaks: `python -m tests.languages.build_made_up CODE`.

Its folder of texts, its site and the files to carry go below `.build/made-up/`; the site stands beside the
files of Python, as that of every language.
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
from mkdocs.commands.build import build
from mkdocs.config import load_config
build(load_config("mkdocs.yml", site_dir=sys.argv[1], strict=False))
"""
"""Not strict: a sheet of longer texts fills more paper than the English one, which is a warning."""
CARRY = """
import sys
from pathlib import Path
from hooks.single_file import editions
editions.limit_of = lambda edition: 2 * edition.limit
from hooks.single_file.__main__ import main
main(*map(Path, sys.argv[1:]))
"""
"""With more room than a language has which somebody speaks: these texts are a third longer."""


def build_made_up(code: str) -> Path:
    """Build one of the languages and return its site. Raises CalledProcessError."""
    write_languages(MADE_UP / "languages")
    site, dist = MADE_UP / "site" / code, MADE_UP / "dist" / code
    for folder in (site, dist):
        shutil.rmtree(folder, ignore_errors=True)
    environment = {**os.environ, VARIABLE: str(MADE_UP / "languages" / code)}
    environment.pop("CI", None)  # where a build without PDFs is a fault
    subprocess.run([sys.executable, "-c", BUILD, site], cwd=ROOT, env=environment, check=True)
    shared = MADE_UP / "site/assets"
    shared.unlink(missing_ok=True)
    shared.symlink_to(ROOT / "site/assets")
    subprocess.run([sys.executable, "-c", CARRY, site, dist], cwd=ROOT, env=environment, check=True)
    return site


if __name__ == "__main__":
    print(build_made_up(*sys.argv[1:]))
