"""Load all content, check it, and hand it to the templates as `config.extra.content`."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort

from checklist.advice import AdviceItem
from checklist.choices import Question
from checklist.errors import ChecklistError
from checklist.facts import Fact
from checklist.parts import Part
from checklist.schema import read
from hooks.content.checks import problems_across
from hooks.content.front_matter import load_yaml, split_front_matter
from hooks.content.records import Claim, Page, Place, Retired, Sheet, Source, Withdrawn, Word
from hooks.content.settings import problems_of_settings
from hooks.content.territories import TerritoryNote, in_short, territories_of
from hooks.content.views import View, problems_of_names, read_views, views_of_pages

CITATION = re.compile(r"^<!-- advice: (?P<id>\S+) -->$", re.MULTILINE)
CALL = "call-your-emergency-number"
"""The page for danger opens with numbers that say it; in the plan and on paper this step says it first."""
LITERAL_ID = re.compile(r"""\bid="([a-z0-9-]+)\"""")


@dataclass
class Content:
    """All that the guide is made of, in the order of the site's menu."""

    items: dict[str, AdviceItem] = field(default_factory=dict)
    facts: list[Fact] = field(default_factory=list)
    choices: list[Question] = field(default_factory=list)
    plan: list[Part] = field(default_factory=list)
    """The parts of a plan beside its questions and steps."""
    claims: list[Claim] = field(default_factory=list)
    sources: list[Source] = field(default_factory=list)
    places: dict[str, Place] = field(default_factory=dict)
    """File, as `content/places/uk.yml`, to its place."""
    territories: list[TerritoryNote] = field(default_factory=list)
    words: list[Word] = field(default_factory=list)
    retired: list[Retired] = field(default_factory=list)
    withdrawn: list[Withdrawn] = field(default_factory=list)
    sheets: list[Sheet] = field(default_factory=list)
    templates: dict[str, str] = field(default_factory=dict)
    """Template of sheets, as `theme/sheets/incident-log.html`, to its text."""
    pages: dict[str, Page] = field(default_factory=dict)
    views: dict[str, View] = field(default_factory=dict)
    """View, as `phone`, to what it needs besides its text."""
    citations: dict[str, list[str]] = field(default_factory=dict)
    """Page, as `phone.md`, to the ids it cites in order."""
    files: dict[str, str] = field(default_factory=dict)
    """Every content file, as a path from the project's folder, to its text."""
    other_files: list[str] = field(default_factory=list)
    """What else lies in `docs/`, and is published as it is."""
    taken_ids: set[str] = field(default_factory=set)
    """The ids that the theme gives to parts of its pages."""

    @property
    def years(self) -> dict[str, str]:
        """Source to the year that its copy carries, where it carries one."""
        return {source.id: source.year for source in self.sources if source.year}


def on_config(config: MkDocsConfig) -> None:
    content, problems = load_content(Path(config.config_file_path).parent, nav_pages(config.nav))
    if problems := [*problems_of_settings(config), *problems]:
        raise Abort(report(problems))
    config.extra["content"] = content
    config.extra["territories"] = territories_of(content)
    config.extra["territories_in_short"] = in_short(config.extra["territories"])


def load_content(root: Path, order: list[str]) -> tuple[Content, list[str]]:
    """Read `content/` and the pages in `docs/`; return them with every problem found."""
    content, problems = Content(), []
    for path in sorted(
        p for folder in ("content", "docs") for p in (root / folder).rglob("*") if p.is_file()
    ):
        name = path.relative_to(root).as_posix()
        if path.suffix in (".md", ".yml"):
            content.files[name] = path.read_text(encoding="utf-8")
        if name.startswith("docs/") and path.suffix != ".md":
            content.other_files.append(name)
    for path in sorted((root / "theme/sheets").glob("*.html")):
        content.templates[path.relative_to(root).as_posix()] = path.read_text(encoding="utf-8")
    for path in [*(root / "theme").glob("*.html"), *(root / "theme/components").rglob("*.html")]:
        content.taken_ids |= set(LITERAL_ID.findall(path.read_text(encoding="utf-8")))
    readers: dict[str, tuple[type[Any], list[Any]]] = {
        "content/facts.yml": (Fact, content.facts),
        "content/choices.yml": (Question, content.choices),
        "content/plan.yml": (Part, content.plan),
        "content/claims.yml": (Claim, content.claims),
        "content/sources.yml": (Source, content.sources),
        "content/territories.yml": (TerritoryNote, content.territories),
        "content/words.yml": (Word, content.words),
        "content/sheets.yml": (Sheet, content.sheets),
        "content/withdrawn.yml": (Withdrawn, content.withdrawn),
        "content/advice/_retired.yml": (Retired, content.retired),
    }
    for name, (cls, target) in readers.items():
        problems += read_list(name, content.files.get(name, ""), cls, target)
    for name, text in content.files.items():
        if name.startswith("content/places/"):
            places: list[Place] = []
            problems += read_one(name, load_yaml(text), Place, places)
            content.places.update(zip([name], places, strict=False))
        elif name.startswith("content/advice/") and name.endswith(".md"):
            problems += read_item(name, text, content.items)
        elif name.startswith("docs/") and name.endswith(".md"):
            problems += read_page(name, text, content)
    content.items = in_menu_order(content, order)
    rows, told = read_views(root)
    named = [page.view for page in content.pages.values()]
    problems += [*told, *problems_of_names(rows, named)]
    content.views = views_of_pages(rows, named, content.sheets)
    problems += problems_across(content, order)
    content.pages.update((f"sheets/{sheet.id}.md", sheet.page) for sheet in content.sheets)
    return content, problems


def read_list(name: str, text: str, cls: type[Any], target: list[Any]) -> list[str]:
    entries = load_yaml(text)
    if not isinstance(entries, list):
        return [f"{name}: the file: got no list; write a list of entries"]
    problems = []
    for number, entry in enumerate(entries, start=1):
        label = entry.get("id", number) if isinstance(entry, dict) else number
        problems += [f"{name}: {label}: {p}" for p in _append(cls, entry, target)]
    return problems


def read_one(name: str, data: Any, cls: type[Any], target: list[Any]) -> list[str]:
    return [f"{name}: {problem}" for problem in _append(cls, data, target)]


def read_item(name: str, text: str, items: dict[str, AdviceItem]) -> list[str]:
    """Read `content/advice/<topic>/<id>.md`: the folder is the topic, the file's name the id."""
    written, body = split_front_matter(text)
    meta = load_yaml(written) if written else None
    if not isinstance(meta, dict):
        return [f"{name}: front matter: missing or broken; begin with ---, fields as `name: value`, then ---"]
    topic, stem = name.removeprefix("content/advice/").removesuffix(".md").split("/")
    given = [
        f"{name}: {key}: not written here; the {where}'s name says it"
        for key, where in (("id", "file"), ("topic", "folder"))
        if key in meta
    ]
    if stem in items:
        return [
            *given,
            f"{name}: id: {stem} is also in content/advice/{items[stem].topic}; give one another name",
        ]
    found: list[AdviceItem] = []
    problems = _append(AdviceItem, {**meta, "id": stem, "topic": topic, "body": body.strip()}, found)
    items.update({item.id: item for item in found})
    return given + [f"{name}: {problem}" for problem in problems]


def read_page(name: str, text: str, content: Content) -> list[str]:
    written, _ = split_front_matter(text)
    page = name.removeprefix("docs/")
    content.citations[page] = CITATION.findall(text)
    found: list[Page] = []
    problems = read_one(name, load_yaml(written) if written else None, Page, found)
    content.pages.update(zip([page], found, strict=False))
    return problems


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


def _append(cls: type[Any], data: Any, target: list[Any]) -> list[str]:
    try:
        target.append(read(cls, data))
    except ChecklistError as error:
        return error.problems
    return []
