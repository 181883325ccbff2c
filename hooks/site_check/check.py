"""Find every problem of a built copy of the guide, from its folder alone."""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from hooks.site.pages import INDEX, language_folders
from hooks.site_check.cautions import problems_of_cautions
from hooks.site_check.contrast import problems_of_contrast
from hooks.site_check.danger import problems_of_danger
from hooks.site_check.exits import problems_of_exits
from hooks.site_check.files import problems_of_files
from hooks.site_check.forms import problems_of_forms
from hooks.site_check.frame import problems_of_frames
from hooks.site_check.inline import problems_of_inline
from hooks.site_check.languages import problems_of_languages
from hooks.site_check.links import problems_of_links
from hooks.site_check.policy import problems_of_policies
from hooks.site_check.requests import problems_of_requests
from hooks.site_check.scripts import problems_of_scripts
from hooks.site_check.site import Problem, Site, problems_of_reading, read_site
from hooks.site_check.sizes import problems_of_sizes
from hooks.site_check.titles import problems_of_names, problems_of_titles

CHECKS: tuple[Callable[[Site], Iterator[Problem]], ...] = (
    problems_of_reading,
    problems_of_exits,
    problems_of_danger,
    problems_of_cautions,
    problems_of_policies,
    problems_of_requests,
    problems_of_inline,
    problems_of_scripts,
    problems_of_forms,
    problems_of_titles,
    problems_of_names,
    problems_of_links,
    problems_of_frames,
    problems_of_contrast,
    problems_of_sizes,
    problems_of_files,
)
"""The most dangerous first."""
NAMED = 2
"""How many files a sentence names that holds for more."""


def problems_of_site(folder: Path) -> list[str]:
    """Return every problem as `file: what: what is wrong; what is possible`, the most dangerous first."""
    if not (folder / INDEX).is_file():
        return [f"{folder}: {INDEX}: there is none; possible: a folder that a build of the guide has written"]
    languages = {path.name: read_site(path, in_language=True) for path in language_folders(folder)}
    sites = {"": read_site(folder), **languages}
    found = [
        Problem(posixpath.join(code, problem.file), problem.says)
        for code, site in sites.items()
        for check in CHECKS
        for problem in check(site)
    ]
    return sentences([*found, *problems_of_languages(sites)])


def sentences(problems: Iterable[Problem]) -> list[str]:
    """Write problems as sentences, and one alone where the same holds for several files."""
    files: dict[str, dict[str, None]] = {}
    for problem in problems:
        files.setdefault(problem.says, {})[problem.file] = None
    return [f"{named(list(names))}: {says}" for says, names in files.items()]


def named(files: list[str]) -> str:
    first, more = files[:NAMED], len(files) - NAMED
    if more > 0:
        return f"{', '.join(first)} and {more} more file{'s' if more > 1 else ''}"
    return " and ".join(first)
