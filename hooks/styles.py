"""Make one small style sheet of ours and of those of Material's rules that a built page or script can use."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path

from hooks.assets import TARGET
from hooks.pages import OutputError

OWN = "assets/own.css"
THEIRS = "assets/stylesheets"
RESULT = "assets/guide.css"
SHRINK = Path(__file__).with_name("shrink_styles.mjs")


def write_styles(folder: Path, root: Path) -> None:
    """Write `assets/guide.css`, and remove the style sheets it is made of.

    `root` holds `node_modules`. Raises OutputError.
    """
    theirs = "\n".join(path.read_text(encoding="utf-8") for path in sorted((folder / THEIRS).glob("*.css")))
    ours = (folder / OWN).read_text(encoding="utf-8")
    (folder / RESULT).write_text(shrink(theirs, ours, folder, root), encoding="utf-8")
    shutil.rmtree(folder / THEIRS, ignore_errors=True)
    (folder / OWN).unlink()


def shrink(theirs: str, ours: str, folder: Path, root: Path) -> str:
    """Leave out their rules that nothing in the folder can use, and shorten the rest."""
    missing = [name for name in ("purgecss", "esbuild") if not (root / "node_modules" / name).is_dir()]
    if missing:
        names = " and ".join(missing)
        raise OutputError([f"{RESULT}: {names}: not installed; possible: npm ci --ignore-scripts"])
    command = ["node", str(SHRINK), str(folder), TARGET]
    sheets = json.dumps({"theirs": theirs, "ours": ours})
    done = subprocess.run(command, cwd=root, input=sheets, capture_output=True, text=True, check=False)
    if done.returncode:
        raise OutputError([f"{RESULT}: could not be made:\n{done.stderr}"])
    return done.stdout
