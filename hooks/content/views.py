"""Read `theme/views.yml`: what each view needs besides its text."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from difflib import get_close_matches
from pathlib import Path, PurePosixPath
from typing import Any

from checklist.errors import ChecklistError
from checklist.schema import one_of, read, text, texts
from hooks.content.front_matter import load_yaml
from hooks.content.records import Sheet

FILE = "theme/views.yml"
SHEET = "sheet"
"""The row that holds for every sheet."""
FIRST = "start"
"""The view of the page that becomes the one document."""
KEEPING = "components/documents/keeping/keeping.js"
"""What keeps what a reader writes. It has the one vault, so all views that need it load this same script."""
OWN_NAMES = (
    "first",
    "first-again",
    "language",
    "page",
    "guide",
    "keeping",
    "attachments",
    "vault",
    "vault-files",
    "words",
    "strength",
    "log-reading",
)
"""What `assets/` holds besides files of views (`hooks/assets/bundles.py`), by name."""
TAKEN = f"the guide has a file of that name; possible: any but {', '.join(OWN_NAMES)}"
BUNDLED = ("script", "page_script", "later_scripts", "styles")
SCRIPT = re.compile(r"[\w/-]+\.js")


def source(about: str, ending: str) -> Any:
    form = f"the path of a file in theme/ that ends in {ending}, such as components/log/log{ending}"
    return text(about, optional=True, matching=re.compile(rf"[\w/-]+{re.escape(ending)}"), form=form)


@dataclass(frozen=True, kw_only=True)
class View:
    """What one view needs. A view that has no row needs none of it."""

    template: str = source("Its template, where its text alone is not enough.", ".html")
    script: str = source(
        "What makes it work. Its own page brings it, and the reader does when the view is opened.", ".js"
    )
    page_script: str = source("What its own page brings and the reader does not need to fetch.", ".js")
    keeps: str = one_of(
        "Whether what a reader writes there can be kept: the script of keeping then comes before its own.",
        ("yes", "no"),
        default="no",
    )
    later_scripts: tuple[str, ...] = texts(
        "What its script fetches by itself, when a reader asks for it. "
        "The small guide in one file has none of it.",
        matching=SCRIPT,
        form="paths of files in theme/ that end in .js, such as components/log/pictures/log-pictures.js",
    )
    styles: str = source("Rules that it needs beside those of every page.", ".css")
    on_request: str = one_of(
        "Whether `index.html` only names it, and the reader fetches its text when it is opened.",
        ("yes", "no"),
        default="no",
    )
    one_file: str = one_of(
        "How the guide in one file holds it: whole, as packed as it works without script in the small one, "
        "or not at all.",
        ("whole", "packed", "no"),
        default="whole",
    )
    in_offline_copy: str = one_of(
        "Whether each copy kept in a browser holds it, or only that of the whole guide.",
        ("always", "whole"),
        default="always",
    )

    @property
    def is_on_request(self) -> bool:
        return self.on_request == "yes"

    @property
    def reader_scripts(self) -> tuple[str, ...]:
        """The sources of the scripts that the reader loads, in order."""
        return (*([KEEPING] if self.keeps == "yes" else []), *([self.script] if self.script else []))

    @property
    def scripts(self) -> tuple[str, ...]:
        """The addresses of the scripts that its own page loads, in order."""
        page_script = [self.page_script] if self.page_script else []
        return tuple(asset_address(name) for name in (*self.reader_scripts, *page_script))

    @property
    def script_names(self) -> str:
        """What `data-script` calls the scripts that the reader loads, in order."""
        return " ".join(PurePosixPath(path).stem for path in self.reader_scripts)

    @property
    def styles_name(self) -> str:
        """What `data-styles` calls its style sheet."""
        return PurePosixPath(self.styles).stem


def asset_address(path: str) -> str:
    return f"assets/{PurePosixPath(path).name}"


def own_styles_address(path: str) -> str:
    """Where a style sheet of ours is until `hooks/assets/styles.py` joins it with Material's."""
    return f"assets/own/{PurePosixPath(path).name}"


def read_views(root: Path) -> tuple[dict[str, View], list[str]]:
    """Read the table; return it with every problem found in it alone."""
    rows = load_yaml((root / FILE).read_text(encoding="utf-8") if (root / FILE).is_file() else "")
    if not isinstance(rows, dict):
        return {}, [f"{FILE}: the file: got no rows; write a view's name, and its fields below"]
    views, problems = {}, []
    for name, row in rows.items():
        try:
            views[name] = read(View, row)
        except ChecklistError as error:
            problems += [f"{FILE}: {name}: {problem}" for problem in error.problems]
    return views, [*problems, *problems_of_sources(root, views)]


def problems_of_sources(root: Path, views: Mapping[str, View]) -> Iterator[str]:
    """Yield files that are not there, and two files that `assets/` would give one name."""
    paths: dict[str, set[str]] = defaultdict(set)
    for name, view in views.items():
        if view.keeps == "yes" and not view.script:
            yield f"{FILE}: {name}: keeps: got 'yes' without a script; name it, or leave keeps out"
        for field in (*BUNDLED, "template"):
            value = getattr(view, field)
            for path in (value,) if isinstance(value, str) else value:
                if path and not (root / "theme" / path).is_file():
                    yield f"{FILE}: {name}: {field}: there is no theme/{path}; write it, or name another"
                if path and field in BUNDLED:
                    paths[PurePosixPath(path).name].add(path)
                    if PurePosixPath(path).stem in OWN_NAMES:
                        yield f"{FILE}: {name}: {field}: got {path!r}; {TAKEN}"
    for same in paths.values():
        if len(same) > 1:
            yield f"{FILE}: {' and '.join(sorted(same))} have one name in assets/; give one another"


def problems_of_names(views: Mapping[str, View], pages: Collection[str]) -> Iterator[str]:
    """Yield rows of views that no page has."""
    for name in views:
        if name != SHEET and name not in pages:
            near = ", ".join(get_close_matches(name, sorted(pages), n=3, cutoff=0.0)) or "none"
            yield f"{FILE}: {name}: no page in docs/ has this view; possible: {near}"


def views_of_pages(
    rows: Mapping[str, View], pages: Collection[str], sheets: Collection[Sheet]
) -> dict[str, View]:
    """Say for each view, and for each sheet, what it needs, in the table's order."""
    with_row = {view: row for view, row in rows.items() if view in pages}
    of_sheets = rows.get(SHEET, View())
    return {
        **with_row,
        **{view: View() for view in pages if view not in with_row},
        **{sheet.page.view: replace(of_sheets, template=sheet.template_name) for sheet in sheets},
    }


def bundles_of(views: Collection[View]) -> dict[str, str]:
    """List the scripts and styles of views by their address, each with its source."""
    scripts = {
        asset_address(path): f"theme/{path}"
        for view in views
        for path in (view.script, view.page_script, *view.later_scripts)
        if path
    }
    styles = {own_styles_address(view.styles): f"theme/{view.styles}" for view in views if view.styles}
    return scripts | styles


def not_carried(views: Mapping[str, View]) -> tuple[str, ...]:
    """List the files of the site that the guide in one file has no use for: it is made of the first page."""
    absent = [view for view in views.values() if view.one_file == "no"]
    names = [path for view in absent for path in (view.script, *view.later_scripts, view.styles) if path]
    names += [view.page_script for name, view in views.items() if view.page_script and name != FIRST]
    return tuple(dict.fromkeys(map(asset_address, names)))


def fetched_later(views: Mapping[str, View]) -> tuple[str, ...]:
    """List the scripts that other scripts fetch when a reader asks for them."""
    return tuple(asset_address(path) for view in views.values() for path in view.later_scripts)


def styles_on_request(views: Mapping[str, View]) -> tuple[str, ...]:
    """List the style sheets that no view needs before it is fetched."""
    early = {view.styles for view in views.values() if not view.is_on_request}
    late = {view.styles for view in views.values() if view.styles and view.is_on_request}
    return tuple(asset_address(path) for path in sorted(late - early))
