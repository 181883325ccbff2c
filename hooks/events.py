"""The build on one screen: every event of MkDocs that it uses, in the order in which MkDocs sends them.

Each stage is a folder of plain functions, whose `__init__.py` says what it takes and what it gives.
`make dist` continues from the finished folder: `hooks/single_file/`.
"""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.livereload import LiveReloadServer
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page

from hooks.assets.bundles import bundled_files, remove_sources
from hooks.assets.python_bundle import MANIFEST, places_of, published_files, python_files, shared_files
from hooks.content.load import content_of, for_templates
from hooks.content.model import Content
from hooks.content.page_numbers import NEUTRAL, neutral_names
from hooks.content.settings import settings_of
from hooks.content.wording import USUAL_STORAGE
from hooks.languages.fallback import mark_languages
from hooks.languages.folders import address_of_build, language_folder
from hooks.layers.behind import in_words, list_behind
from hooks.layers.folders import parts_of
from hooks.layers.lines import left_off_cards
from hooks.layers.logo import logo_file
from hooks.layers.pages import replace_files
from hooks.layers.paper_line import write_feet
from hooks.layers.public_files import copy_public
from hooks.paper.pdfs import will_make_pdfs, write_pdfs
from hooks.paper.sheets import add_sizes, prepare, sheet_files, sheet_on
from hooks.site.behind import notes_of
from hooks.site.catalogue import catalogue_of
from hooks.site.compiled_templates import cache_compiled
from hooks.site.discreet import STRICT, refuse_shown
from hooks.site.finish import finish
from hooks.site.items import page_markdown
from hooks.site.live_reload import allow_live_reload
from hooks.site.offline import list_files, refuse_copies
from hooks.site.pages import OutputError, read_pages
from hooks.site.templates import in_english, make_ready

log = logging.getLogger("mkdocs.hooks.events")


@dataclass
class State:
    """What one event leaves for those after it."""

    is_serving: bool = False
    content: Content = field(default_factory=Content)
    makes_pdfs: bool = False
    is_strict: bool = False
    storage_names: tuple[str, ...] = (USUAL_STORAGE,)
    page_names: dict[str, str] = field(default_factory=dict)
    shared: dict[str, bytes] = field(default_factory=dict)


state = State()
log = logging.getLogger("mkdocs.hooks.layers")


def on_startup(command: Literal["build", "gh-deploy", "serve"], **_: object) -> None:
    state.is_serving = command == "serve"


def on_config(config: MkDocsConfig) -> None:
    log.info("Reading and checking every text …")
    state.content = content_of(config)
    state.makes_pdfs = will_make_pdfs(Path(config.config_file_path).parent)
    for note in left_off_cards(state.content):
        log.info(note)
    if not state.is_serving:
        config.site_url = address_of_build(config.site_url or "")
    settings = settings_of(config)
    state.is_strict, state.storage_names = settings.discreet == STRICT, settings.storage_names
    state.page_names = neutral_names(state.content) if settings.page_names == NEUTRAL else {}
    root = Path(config.config_file_path).parent
    config.extra.update(for_templates(state.content, root), settings=settings, ready_pdfs=state.makes_pdfs)
    config.extra["behind"] = notes_of(state.content)
    for one in list_behind(state.content):
        log.info(in_words(one))


def on_files(files: Files, config: MkDocsConfig) -> None:
    log.info("Collecting scripts, styles and Python …")
    remove_sources(files, config.docs_dir, config.extra["settings"].icon)
    replace_files(files, state.content, config)
    root = Path(config.config_file_path).parent
    python = published_files(root, catalogue_of(state.content).to_json())
    state.shared = shared_files(python)
    for file in (
        *bundled_files(state.content.views.values(), places_of(python[MANIFEST]), config),
        *sheet_files(state.content.sheets, config),
        *python_files(python, config),
        *logo_file(state.content, config),
    ):
        files.append(file)


def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, **_: object) -> str:
    if template := state.content.views[str(page.meta["view"])].template:
        page.meta["template"] = template
    return page_markdown(markdown, page.file.src_uri, state.content, config.extra["behind"])


def on_env(env: Environment, config: MkDocsConfig, **_: object) -> None:
    log.info("Building the pages …")
    in_english.clear()
    make_ready(env, state.content.language.dir)
    cache_compiled(env, Path(config.config_file_path).parent)
    prepare(env, state.content.sheets, config)


def on_page_context(context: dict[str, Any], page: Page, config: MkDocsConfig, **_: object) -> None:
    context["sheet"] = sheet_on(page.file.src_uri, state.content.sheets)


def on_post_build(config: MkDocsConfig) -> None:
    folder, root = Path(config.site_dir), Path(config.config_file_path).parent
    pages = read_pages(folder)
    mark_languages(pages, state.content, in_english)
    write_feet(pages, state.content.sheets, state.content.organisation)
    if state.makes_pdfs:
        write_pdfs(folder, root, pages, state.content.sheets, config)
    log.info("Checking every link, and putting the one document together …")
    add_sizes(folder, root, pages, state.content.sheets)
    with stopping("The built pages have problems."):
        own = (state.content.organisation, state.content.own_words.in_scripts)
        finish(folder, root, pages, config.site_url or "", state.page_names, *own)
    with stopping("The list of files has problems."):
        list_or_refuse(folder, root)
    if state.is_strict:
        with stopping("The built site shows what it is about."):
            refuse_shown(folder)
    with stopping("Files of the organisation cannot be published."):
        copy_public(state.content.own_folder, folder)


def list_or_refuse(folder: Path, root: Path) -> None:
    if state.is_serving:
        refuse_copies(folder, root, state.storage_names)
    else:
        list_files(folder, root, state.content, state.storage_names, state.page_names, state.shared)


def on_serve(server: LiveReloadServer, config: MkDocsConfig, **_: object) -> None:
    allow_live_reload(server)
    translated = language_folder(Path(config.config_file_path).parent)
    for path in [*parts_of(state.content.own_folder), *([translated] if translated else [])]:
        server.watch(str(path))


@contextmanager
def stopping(headline: str) -> Iterator[None]:
    """Stop the build with a headline, and every problem below it."""
    try:
        yield
    except OutputError as error:
        raise Abort(f"{headline}\n{error}") from error
