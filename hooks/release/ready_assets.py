"""Write what a build would need Node for, ready-made: `hooks/assets/ready.py` says what each file is."""

from __future__ import annotations

import json
import shutil
import tempfile
from collections.abc import Collection, Iterable
from pathlib import Path
from typing import Any

from hooks.assets.bundles import bundle_once, sources_of, state_of_sources, vendored_style_sheet
from hooks.assets.licence_texts import FONTS, is_licence, material_folder
from hooks.assets.python_bundle import SLIM, bundle_files, slim_files
from hooks.assets.ready import BUNDLES, PACKAGES, PYTHON, STYLES, in_language, packages_folder
from hooks.assets.styles import BARE_TABLE, COMMON, OWN, THEIRS, names_of, shrink, sources_of_styles
from hooks.content.model import Content
from hooks.content.views import View
from hooks.languages.folders import ENGLISH, building_in, codes
from hooks.languages.styles import rules_of_language
from hooks.paper.pdf import font_files
from hooks.paper.sheets import STYLES as SHEETS
from hooks.paper.sheets import add_sizes
from hooks.single_file.embed import SCRIPTS, STYLE
from hooks.site.pages import OutputError, read_pages

MARKDOWN = """
    a abbr b blockquote br code dd del div dl dt em figcaption figure h1 h2 h3 h4 h5 h6 hr i img ins kbd li
    mark ol p pre q s small span start strong sub sup table tbody td tfoot th thead tr u ul
    align center left right
"""
"""What a page of an organisation can hold besides what the guide's own pages do."""


def write_ready(root: Path, site: Path, content: Content, folder: Path) -> None:
    """Write all of `ready/` of the project in `root`, of which `site` was built, into an empty folder.

    Raises OutputError where the site was built of something else.
    """
    names: set[str] = set()
    for code in (ENGLISH, *codes(root)):
        with building_in(code):
            bundles = bundles_of(root, content.views.values())
            write_json(folder / in_language(BUNDLES), bundles)
            built = site if code == ENGLISH else site / code
            write_json(folder / in_language(STYLES), styles_of(root, built, content))
        names |= {name for bundle in bundles.values() for name in bundle["packages"]}
    for path in bundle_files(root):
        copy([path], path.parent, folder / PYTHON)
    for path in slim_files(root):
        copy([path], path.parent, folder / PYTHON / SLIM)
    copy(files_of_packages(root, {*names, FONTS}), packages_folder(root), folder / PACKAGES)


def bundles_of(root: Path, views: Collection[View]) -> dict[str, dict[str, Any]]:
    """Make each bundle of the site, of its sheets and of the guide in one file, by its source."""
    sources = {*sources_of(views).values(), f"theme/{SHEETS}", STYLE, *SCRIPTS}
    state = state_of_sources(root)
    made = {source: bundle_once(root, source, state) for source in sorted(sources)}
    return {name: {"text": one.text, "packages": sorted(one.packages)} for name, one in made.items()}


def styles_of(root: Path, site: Path, content: Content) -> dict[str, Any]:
    """Return the site's style sheets, and those for any page that Markdown can give. Raises OutputError.

    What a language adds to them is added to ready ones, too.
    """
    given = sources_in(root, site, content)
    made = shrink(given, root)
    added = {f"assets/{COMMON}.css": rules_of_language(root, read_pages(site))}
    for name, css in made.items():
        address = f"assets/{name}.css"
        if (site / address).read_text(encoding="utf-8") != css + added.get(address, ""):
            raise OutputError([f"{address}: this site was built of something else; possible: make build"])
    used = given["used"]
    known = names_of(given["theirs"])
    common = {**used[COMMON], "names": sorted({*used[COMMON]["names"], *MARKDOWN.split(), BARE_TABLE})}
    return {
        "names": {name: sorted({*of_pages["names"]} & known) for name, of_pages in used.items()},
        "made": made,
        "wide": shrink({**given, "used": {**used, COMMON: common}}, root),
    }


def sources_in(root: Path, site: Path, content: Content) -> dict[str, Any]:
    """Return what the style sheets of a finished site were made of."""
    state, pages = state_of_sources(root), read_pages(site)
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        copy((site / "assets").glob("*.js"), site, folder)
        copy([vendored_style_sheet(root)], material_folder(root), folder / THEIRS)
        for address, source in sources_of(content.views.values()).items():
            if address.startswith(OWN):
                (folder / address).parent.mkdir(exist_ok=True)
                (folder / address).write_text(bundle_once(root, source, state).text, encoding="utf-8")
        add_sizes(folder, root, pages, content.sheets)
        return sources_of_styles(folder, pages)


def files_of_packages(root: Path, names: Iterable[str]) -> list[Path]:
    """List what a build reads of npm packages: their licences and the fonts."""
    files = []
    for name in names:
        folder = packages_folder(root) / name
        files += [folder / "package.json", *(path for path in folder.iterdir() if is_licence(path.name))]
    return sorted([*files, *font_files(root).values()])


def copy(files: Iterable[Path], start: Path, folder: Path) -> None:
    """Copy files to the same paths below another folder."""
    for path in files:
        target = folder / path.relative_to(start)
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(path, target)


def write_json(path: Path, data: object) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(data, ensure_ascii=False, indent=1, sort_keys=True) + "\n", encoding="utf-8")
