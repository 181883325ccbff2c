"""Finish the built folder: parts, links, the reader made of linked pages, styles, and names for addresses."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from pathlib import Path
from urllib.parse import urlsplit

from hooks.assets.styles import write_styles
from hooks.languages.folders import ENGLISH, language_of_build
from hooks.languages.styles import append_styles_of_language
from hooks.layers.organisation import FILE as SETTINGS
from hooks.layers.organisation import Organisation
from hooks.layers.own_words import put_into_scripts
from hooks.layers.styles import append_styles
from hooks.site.leave_notes import put_leave_notes
from hooks.site.links import mark_links
from hooks.site.neutral_names import give_neutral_names
from hooks.site.not_found import lead_into_folder, pin_files
from hooks.site.one_document import leave_words_out, reader_document
from hooks.site.pages import INDEX, NOT_FOUND, Pages, file_names, write_pages
from hooks.site.parts import put_parts
from hooks.site.version_line import put_version

log = logging.getLogger("mkdocs.hooks.site.finish")
NOTE = (
    "{setting} is empty: below a folder of a host, the page for missing addresses shows emergency numbers "
    "and the way out, without menu and colours. To have all of it there, set {setting} in {file}."
)


def finish(
    folder: Path,
    root: Path,
    pages: Pages,
    site_url: str,
    names: Mapping[str, str],
    organisation: Organisation | None = None,
    script_words: Mapping[str, str] | None = None,
) -> None:
    """Do all work on the pages of a built folder, and write them; no generator is needed for it.

    The pages are those that `read_pages` returned; `names` has the neutral names of those that get one.
    Raises OutputError.
    """
    put_parts(folder, pages)
    put_version(root, pages)
    put_leave_notes(pages)
    mark_links(pages, file_names(folder), urlsplit(site_url).path or "/")
    pages[INDEX] = reader_document(pages)
    leave_words_out(pages)
    write_styles(folder, root, pages)
    append_styles_of_language(folder, root, pages)
    append_styles(folder, root, pages, organisation)
    put_into_scripts(folder, script_words or {})
    if not site_url:
        setting, file = ("address", SETTINGS) if organisation else ("site_url", "mkdocs.yml")
        log.info(NOTE.format(setting=setting, file=file))
        pin_files(folder, pages[NOT_FOUND])
        if (code := language_of_build()) != ENGLISH:
            lead_into_folder(pages[NOT_FOUND], code)
    if names:
        give_neutral_names(folder, pages, names, site_url)
    write_pages(folder, pages)
