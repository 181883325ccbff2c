"""Make small style sheets of ours and of those of Material's rules that a built page or script can use.

What a rule of ours with the same selector says anew is left out of Material's.
"""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from collections.abc import Collection, Iterable, Mapping
from pathlib import Path
from typing import Any

from lxml.html import HtmlElement

from hooks.assets.bundles import TARGET, WORKERS
from hooks.assets.ready import ready_styles
from hooks.cache import made_once, remove_old
from hooks.layers.folders import cache_folder
from hooks.site.pages import OutputError, Pages

OWN = "assets/own"
THEIRS = "assets/stylesheets"
COMMON = "guide"
"""The style sheet that every page links. The others are named by a view's `data-styles` and come after it."""

WORD = re.compile(r"[\w-]+", re.ASCII)
SELECTOR = re.compile(r"([^{}]+)\{")
BARE_TABLE = "table:not([class])"
"""Material's rules for such tables are many; no other view needs them."""
PROSE = ("href", "src", "content", "aria-label", "data-host", "data-item")
"""Attributes that name no rule."""

SHRINK = Path(__file__).with_name("shrink_styles.mjs")


def write_styles(folder: Path, root: Path, pages: Pages) -> None:
    """Write `assets/guide.css` and one style sheet for each other name, and remove what they are made of.

    `folder` holds the scripts and style sheets, `root` holds npm packages or ready ones. Raises OutputError.
    """
    given = sources_of_styles(folder, pages)
    if ready := ready_styles(root):
        made = ready["wide" if has_more(given, ready["names"]) else "made"]
    else:
        made = shrink(given, root)
    for name, css in made.items():
        (folder / f"assets/{name}.css").write_text(css, encoding="utf-8")
    shutil.rmtree(folder / THEIRS, ignore_errors=True)
    shutil.rmtree(folder / OWN)


def sources_of_styles(folder: Path, pages: Pages) -> dict[str, Any]:
    """Return what the style sheets are made of, as `shrink_styles.mjs` reads it. Raises OutputError."""
    theirs = "\n".join(path.read_text(encoding="utf-8") for path in sorted((folder / THEIRS).glob("*.css")))
    ours = {path.stem: path.read_text(encoding="utf-8") for path in sorted((folder / OWN).glob("*.css"))}
    owners = styles_by_script(pages)
    used = {
        name: {"names": sorted(names), "scripts": scripts_of(folder, name, owners)}
        for name, names in names_by_styles(pages, ours).items()
    }
    return {"theirs": theirs, "ours": ours, "used": used}


def names_by_styles(pages: Pages, ours: Collection[str]) -> dict[str, set[str]]:
    """List, for each style sheet, the names in views that ask for it; in all others for the common one."""
    found: dict[str, set[str]] = {name: set() for name in ours}
    problems = []
    for page_name, page in pages.items():
        elsewhere: set[HtmlElement] = set()
        for view in page.xpath("//*[@data-styles]"):
            elsewhere.update(view.iter())
            names = view.get("data-styles").split()
            possible = ", ".join(sorted({*ours} - {COMMON}))
            problems += [
                f"{page_name}: styles: {name} is no style sheet; possible: {possible}"
                for name in names
                if name not in ours
            ]
            for name in {*names} & {*ours}:
                found[name] |= names_in(view.iter())
        found[COMMON] |= names_in(element for element in page.iter() if element not in elsewhere)
    if problems:
        raise OutputError(dict.fromkeys(problems))
    return found


def names_in(elements: Iterable[HtmlElement]) -> set[str]:
    """List the names in elements' tags; the words of a text would keep rules that only sound like them."""
    names: set[str] = set()
    for element in elements:
        if isinstance(element.tag, str):
            names.add(element.tag)
            if element.tag == "table" and not element.get("class"):
                names.add(BARE_TABLE)
            for key, value in element.attrib.items():
                names.add(key)
                names.update(() if key in PROSE else WORD.findall(value))
    return names


def has_more(given: Mapping[str, Any], names: Mapping[str, list[str]]) -> bool:
    """Return whether a page has a name of Material's that is not among `names` of its style sheet."""
    known = names_of(given["theirs"])
    return any({*used["names"]} & known - {*names.get(name, [])} for name, used in given["used"].items())


def names_of(css: str) -> set[str]:
    """List the names in the selectors of a style sheet: elements, classes, attributes and their values."""
    return {BARE_TABLE, *(word for selector in SELECTOR.findall(css) for word in WORD.findall(selector))}


def styles_by_script(pages: Pages) -> dict[str, set[str]]:
    """List, for each script of views that ask for styles, which these are.

    What a script fetches later begins with its name: `log-pictures` belongs to `log`.
    """
    found: dict[str, set[str]] = {}
    for page in pages.values():
        for view in page.xpath("//*[@data-styles and @data-script]"):
            for script in view.get("data-script").split():
                found.setdefault(script, set()).update(view.get("data-styles").split())
    return found


def scripts_of(folder: Path, name: str, owners: dict[str, set[str]]) -> list[str]:
    """Read the scripts that make elements for a style sheet: those of its views; most for the common one.

    Workers make none, and their lists hold every word there is.
    """
    scripts = [
        path for path in sorted((folder / "assets").glob("*.js")) if f"assets/{path.name}" not in WORKERS
    ]
    common = {COMMON}
    return [
        path.read_text(encoding="utf-8")
        for path in scripts
        if name in (owners.get(path.stem) or owners.get(path.stem.partition("-")[0], common))
    ]


def shrink(given: Mapping[str, Any], root: Path) -> dict[str, str]:
    """Leave out their rules that nothing can use, shorten the rest, and return each by its name."""
    missing = [name for name in ("purgecss", "esbuild") if not (root / "node_modules" / name).is_dir()]
    if missing:
        names = " and ".join(missing)
        raise OutputError([f"styles: {names}: not installed; possible: npm ci --ignore-scripts"])
    text = json.dumps(given)
    installed = root / "node_modules/.package-lock.json"
    code = [path.read_text(encoding="utf-8") for path in (SHRINK, installed)]
    made: dict[str, str] = json.loads(
        made_once(cache_folder(root) / "styles", [text, *code, TARGET], lambda: run_shrink(text, root))
    )
    remove_old(cache_folder(root) / "styles")
    return made


def run_shrink(given: str, root: Path) -> str:
    command = ["node", str(SHRINK), COMMON, TARGET]
    done = subprocess.run(command, cwd=root, input=given, capture_output=True, text=True, check=False)
    if done.returncode:
        raise OutputError([f"styles: could not be made:\n{done.stderr}"])
    return done.stdout
