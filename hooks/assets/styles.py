"""Make small style sheets of ours and of those of Material's rules that a built page or script can use."""

from __future__ import annotations

import json
import shutil
import subprocess
from copy import deepcopy
from pathlib import Path

from lxml import html

from hooks.assets.bundles import TARGET, WORKERS
from hooks.site.pages import OutputError, Pages

OWN = "assets/own"
THEIRS = "assets/stylesheets"
COMMON = "guide"
"""The style sheet that every page links. The others are named by a view's `data-styles` and come after it."""

SHRINK = Path(__file__).with_name("shrink_styles.mjs")


def write_styles(folder: Path, root: Path, pages: Pages) -> None:
    """Write `assets/guide.css` and one sheet for each other name, and remove what they are made of.

    `folder` holds the scripts and style sheets, `root` holds `node_modules`. Raises OutputError.
    """
    theirs = "\n".join(path.read_text(encoding="utf-8") for path in sorted((folder / THEIRS).glob("*.css")))
    ours = {path.stem: path.read_text(encoding="utf-8") for path in sorted((folder / OWN).glob("*.css"))}
    used = {
        name: {"markup": markup, "scripts": scripts_of(folder, name, ours)}
        for name, markup in markup_by_styles(pages, ours).items()
    }
    for name, css in shrink({"theirs": theirs, "ours": ours, "used": used}, root).items():
        (folder / f"assets/{name}.css").write_text(css, encoding="utf-8")
    shutil.rmtree(folder / THEIRS, ignore_errors=True)
    shutil.rmtree(folder / OWN)


def markup_by_styles(pages: Pages, ours: dict[str, str]) -> dict[str, list[str]]:
    """List, for each style sheet, the views that ask for it; for the common one, all but those."""
    found: dict[str, list[str]] = {name: [] for name in ours}
    problems = []
    for page_name, written in pages.items():
        page = deepcopy(written)
        for view in page.xpath("//*[@data-styles]"):
            names = view.get("data-styles").split()
            possible = ", ".join(sorted({*ours} - {COMMON}))
            problems += [
                f"{page_name}: styles: {name} is no style sheet; possible: {possible}"
                for name in names
                if name not in ours
            ]
            for name in {*names} & {*ours}:
                found[name].append(html.tostring(view, encoding="unicode"))
            view.drop_tree()
        found[COMMON].append(html.tostring(page, encoding="unicode"))
    if problems:
        raise OutputError(dict.fromkeys(problems))
    return found


def scripts_of(folder: Path, name: str, ours: dict[str, str]) -> list[str]:
    """Read the scripts that make elements for a style sheet: `plan.js` for `plan`, most for the common one.

    Workers make none, and their lists hold every word there is.
    """
    scripts = [
        path for path in sorted((folder / "assets").glob("*.js")) if f"assets/{path.name}" not in WORKERS
    ]
    owners = {path: path.stem if path.stem in ours else COMMON for path in scripts}
    return [path.read_text(encoding="utf-8") for path, owner in owners.items() if owner == name]


def shrink(sheets: dict[str, object], root: Path) -> dict[str, str]:
    """Leave out their rules that nothing can use, shorten the rest, and return each sheet by its name."""
    missing = [name for name in ("purgecss", "esbuild") if not (root / "node_modules" / name).is_dir()]
    if missing:
        names = " and ".join(missing)
        raise OutputError([f"styles: {names}: not installed; possible: npm ci --ignore-scripts"])
    command = ["node", str(SHRINK), COMMON, TARGET]
    done = subprocess.run(
        command, cwd=root, input=json.dumps(sheets), capture_output=True, text=True, check=False
    )
    if done.returncode:
        raise OutputError([f"styles: could not be made:\n{done.stderr}"])
    made: dict[str, str] = json.loads(done.stdout)
    return made
