"""Load all content and check it."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path
from typing import Any, TypeVar

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort

from checklist.advice import AdviceItem
from checklist.errors import ChecklistError
from checklist.facts import Fact
from checklist.questions import Question
from checklist.schema import read
from checklist.sections import Section
from checklist.translation import use_words
from hooks.content.checks import problems_across
from hooks.content.front_matter import split_front_matter
from hooks.content.log import LISTS, LOG, Log
from hooks.content.markers import problems_of_markers
from hooks.content.model import Content
from hooks.content.page_numbers import NEUTRAL, problems_of_numbers
from hooks.content.records import (
    BannedWord,
    Claim,
    Page,
    Place,
    Retired,
    Sheet,
    Source,
    TerritoryNote,
    Trace,
    Withdrawn,
)
from hooks.content.settings import problems_of_settings
from hooks.content.territories import in_short, territories_of
from hooks.content.traces import TRACES, as_measured
from hooks.content.traces_told import table_of, when_measured
from hooks.content.views import problems_of_names, read_views, views_of_pages
from hooks.languages.folders import ENGLISH, language_folder
from hooks.languages.language import OWN
from hooks.languages.lay import lay_language
from hooks.languages.naming import named_by_language
from hooks.languages.others import other_languages
from hooks.layers.folder_checks import problems_of_folder
from hooks.layers.folders import PARTS, own_folder, parts_of
from hooks.layers.lay_over import lay_over
from hooks.layers.layer import layers_of, read_texts
from hooks.layers.leave_out import leave_out
from hooks.layers.lines import problems_of_lines
from hooks.layers.menu import fit_menu
from hooks.layers.organisation import read_organisation
from hooks.layers.own_languages import lay_own_language, problems_of_languages, show_in_english
from hooks.layers.own_words import read_words
from hooks.layers.public_files import problems_of_public
from hooks.layers.settle import named_by_organisation, settle
from hooks.layers.sides import with_counted_sides

Record = TypeVar("Record")

CITATION = re.compile(r"^<!-- advice: (?P<id>\S+) -->$", re.MULTILINE)
NO_FRONT_MATTER = "front matter: missing or broken; begin with ---, fields as `name: value`, then ---"
CALL = "call-your-emergency-number"
"""The page for danger opens with numbers that say it; in the plan and on paper this step says it first."""
LOG_PAGE = "log.md"
"""The page with the log's form, whose words rest on the works that `content/log.yml` names."""
LITERAL_ID = re.compile(r"""\bid="([a-z0-9-]+)\"""")


def content_of(config: MkDocsConfig) -> Content:
    """Return the content of the project that MkDocs builds. Raises Abort with every problem found."""
    content, problems = load_guide(config)
    if config.extra.get("page_names") == NEUTRAL:
        problems += problems_of_numbers(content)
    if problems:
        raise Abort(report(problems))
    return content


def load_guide(config: MkDocsConfig) -> tuple[Content, list[str]]:
    """Read the guide as the layers over it leave it; return it with every problem found.

    Where an organisation's layer is laid over it, `config` becomes what that sets.
    """
    root = Path(config.config_file_path).parent
    content = read_files(root)
    language = language_folder(root)
    problems = lay_language(content, config, root)
    problems += apply_layers(content, config, root, own) if (own := own_folder(root)) else []
    found = problems_of_settings(config)
    problems += named_by_organisation(found) if own else named_by_language(found, content, language)
    found = read_records(content, root, nav_pages(config.nav))
    problems += named_by_language(found, content, language)
    return content, [*problems, *(problems_of_own(own, content) if own else [])]


def problems_of_own(own: Path, content: Content) -> list[str]:
    """Return what is wrong with what an organisation adds to the finished guide."""
    return [*problems_of_public(own, content), *problems_of_lines(content)]


def apply_layers(content: Content, config: MkDocsConfig, root: Path, own: Path) -> list[str]:
    """Change texts and `config` to what the organisation in `own` makes of them; return every problem."""
    if not parts_of(own):
        return [f"{own}: folder: it holds nothing of a guide; possible: {', '.join(PARTS)}"]
    problems = list(problems_of_folder(own))
    organisation, settings, found = read_organisation(own)
    problems += found
    content.organisation = organisation
    problems += problems_of_languages(organisation, root)
    own_words, found = read_words(own, root)
    problems += found
    if content.language.lang == ENGLISH:  # its own words are English, too
        content.own_words = own_words
        use_words(own_words.everywhere)
    problems += settle(config, organisation, settings)
    for layer in layers_of(own):
        if content.language.lang != ENGLISH:
            show_in_english(content, layer)
        problems += lay_over(content, layer, root)
    problems += lay_own_language(content, own, root)
    problems += leave_out(content, content.organisation)
    config.nav, found = fit_menu(config.nav or [], content, content.organisation)
    return problems + found


def for_templates(content: Content, root: Path | None = None) -> dict[str, Any]:
    """Return what templates read as `config.extra`, besides what `mkdocs.yml` sets there.

    `root`: the guide's folder, whose other languages pages link to; None where there is one language.
    """
    territories = territories_of(content)
    return {
        "content": content,
        "organisation": content.organisation,
        "language": content.language,
        "languages": other_languages(root, content.language) if root else [],
        "log": content.log,
        "log_in_english": content.log_in_english,
        "traces": table_of(content.traces),
        "traces_measured": when_measured(content.traces),
        "territories": territories,
        "territories_in_short": in_short(territories),
    }


def load_content(root: Path, order: list[str]) -> tuple[Content, list[str]]:
    """Read `content/` and the pages in `docs/`, without layers; return them with every problem found."""
    content = read_files(root)
    return content, read_records(content, root, order)


def read_records(content: Content, root: Path, order: list[str]) -> list[str]:
    """Make records of the files of `content`, and check them; return every problem."""
    problems = [*content.unread, *read_lists(content), *read_single_files(content)]
    content.sources = as_measured(content.sources, content.traces)
    content.items = in_menu_order(content, order)
    rows, told = read_views(root)
    if content.organisation or content.language is not OWN:
        content.sheets = with_counted_sides(content)
    rows = {name: row for name, row in rows.items() if name not in content.left_out}
    named = [page.view for page in content.pages.values()]
    problems += [*told, *problems_of_names(rows, named)]
    content.views = views_of_pages(rows, named, content.sheets)
    problems += [*problems_across(content, order), *problems_of_markers(content, root)]
    content.pages.update((f"sheets/{sheet.id}.md", sheet.page) for sheet in content.sheets)
    if page := content.pages.get(LOG_PAGE):
        works = dict.fromkeys((*page.sources, *content.log.sources))
        content.pages[LOG_PAGE] = replace(page, sources=tuple(works))
    return problems


def read_files(root: Path) -> Content:
    """Read every text, and parse its YAML or front matter, once for all that look at it."""
    texts = read_texts(root)
    content = Content(
        files=texts.files, data=texts.data, other_files=texts.other_files, unread=texts.problems
    )
    for path in sorted((root / "theme/sheets").glob("*.html")):
        content.templates[path.relative_to(root).as_posix()] = path.read_text(encoding="utf-8")
    for path in [*(root / "theme").glob("*.html"), *(root / "theme/components").rglob("*.html")]:
        content.taken_ids |= set(LITERAL_ID.findall(path.read_text(encoding="utf-8")))
    return content


def read_lists(content: Content) -> list[str]:
    """Read the files that hold a list of entries; return every problem."""
    problems: list[str] = []

    def entries_of(name: str, cls: type[Record]) -> list[Record]:
        records, found = read_list(name, content.data.get(name), cls)
        problems.extend(found)
        return records

    content.facts = entries_of("content/facts.yml", Fact)
    content.questions = entries_of("content/questions.yml", Question)
    content.plan = entries_of("content/plan.yml", Section)
    content.claims = entries_of("content/claims.yml", Claim)
    content.sources = entries_of("content/sources.yml", Source)
    content.territories = entries_of("content/territories.yml", TerritoryNote)
    content.banned_words = entries_of("content/banned-words.yml", BannedWord)
    content.sheets = entries_of("content/sheets.yml", Sheet)
    content.traces = entries_of(TRACES, Trace)
    content.withdrawn = entries_of("content/withdrawn.yml", Withdrawn)
    content.retired = entries_of("content/advice/_retired.yml", Retired)
    content.log, found = read_log(content.data.get(LOG))
    content.log_in_english = read_log(content.english_data[LOG])[0] if content.english_data else content.log
    return [*problems, *found]


def read_single_files(content: Content) -> list[str]:
    """Read the files that hold one place, one advice item or one page; return every problem."""
    problems = []
    for name, data in content.data.items():
        if name.startswith("content/places/"):
            place, found = try_read(Place, data)
            problems += [f"{name}: {problem}" for problem in found]
            if place:
                content.places[name] = place
        elif name.startswith("content/advice/") and name.endswith(".md"):
            item, found = read_item(name, content)
            problems += found
            if item:
                content.items[item.id] = item
        elif name.startswith("docs/") and name.endswith(".md"):
            page, found = try_read(Page, data) if data is not None else (None, [NO_FRONT_MATTER])
            problems += [f"{name}: {problem}" for problem in found]
            address = name.removeprefix("docs/")
            content.citations[address] = CITATION.findall(content.files[name])
            if page:
                content.pages[address] = page
    return problems


def read_list(name: str, entries: Any, cls: type[Record]) -> tuple[list[Record], list[str]]:
    """Read the entries of the file called `name`; return the sound ones, and every problem of the others."""
    if not isinstance(entries, list):
        return [], [f"{name}: the file: got no list; write a list of entries"]
    records, problems = [], []
    for number, entry in enumerate(entries, start=1):
        label = entry.get("id", number) if isinstance(entry, dict) else number
        record, found = try_read(cls, entry)
        records += [record] if record else []
        problems += [f"{name}: {label}: {problem}" for problem in found]
    return records, problems


def read_log(data: Any) -> tuple[Log, list[str]]:
    """Read the lists of what an entry of the log can hold; return the sound entries, and every problem."""
    possible = ", ".join(LISTS)
    if not isinstance(data, dict):
        return Log(), [f"{LOG}: the file: got no lists by name; possible: {possible}"]
    problems = [f"{LOG}: {name}: no such list; possible: {possible}" for name in data if name not in LISTS]
    lists = {}
    for name, cls in LISTS.items():
        entries = data.get(name, [])
        if not isinstance(entries, list):
            problems.append(f"{LOG}: {name}: got {entries!r}; write a list of entries")
            continue
        records, found = read_list(f"{LOG}: {name}", entries, cls)
        lists[name] = tuple(records)
        problems += found
    return Log(**lists), problems


def read_item(name: str, content: Content) -> tuple[AdviceItem | None, list[str]]:
    """Read `content/advice/<topic>/<id>.md`: the folder is the topic, the file's name the id."""
    meta = content.data[name]
    if not isinstance(meta, dict):
        return None, [f"{name}: {NO_FRONT_MATTER}"]
    topic, stem = name.removeprefix("content/advice/").removesuffix(".md").split("/")
    given = [
        f"{name}: {key}: not written here; the {where}'s name says it"
        for key, where in (("id", "file"), ("topic", "folder"))
        if key in meta
    ]
    if other := content.items.get(stem):
        taken = f"id: {stem} is also in content/advice/{other.topic}; give one another name"
        return None, [*given, f"{name}: {taken}"]
    _, body = split_front_matter(content.files[name])
    item, problems = try_read(AdviceItem, {**meta, "id": stem, "topic": topic, "body": body.strip()})
    return item, given + [f"{name}: {problem}" for problem in problems]


def try_read(cls: type[Record], data: Any) -> tuple[Record | None, list[str]]:
    """Return a record, or every problem that keeps it from being one."""
    try:
        return read(cls, data), []
    except ChecklistError as error:
        return None, error.problems


def in_menu_order(content: Content, order: list[str]) -> dict[str, AdviceItem]:
    """Put items in the order in which a reader of all pages meets them."""
    cited = [id for page in order for id in content.citations.get(page, [])]
    cited.sort(key=lambda id: id != CALL)
    ids = dict.fromkeys([*(id for id in cited if id in content.items), *content.items])
    return {id: content.items[id] for id in ids}


def nav_pages(nav: Any) -> list[str]:
    """List the pages of a MkDocs nav, in order."""
    if isinstance(nav, str):
        return [nav]
    if isinstance(nav, dict):
        return [page for value in nav.values() for page in nav_pages(value)]
    return [page for entry in nav or [] for page in nav_pages(entry)]


def report(problems: list[str]) -> str:
    count = "1 problem" if len(problems) == 1 else f"{len(problems)} problems"
    return "\n".join([f"The guide has {count}. Nothing was built.", *problems])
