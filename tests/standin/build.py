"""Build the guide of this project without MkDocs: `python tests/standin/build.py SITE`."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from types import SimpleNamespace
from typing import Any
from urllib.parse import urlsplit

import markdown
import yaml
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page

ROOT = Path(__file__).resolve().parents[2]
FRONT_MATTER = re.compile(r"\A---\n(.*?)\n---\n+(.*)\Z", re.DOTALL)
LINK_TO_PAGE = re.compile(r'(href|src)="([^":]+)\.md(["#])')


def build(config: MkDocsConfig) -> None:
    """Send the events to the hooks as MkDocs does, and write the result."""
    hooks = [import_module(path.removesuffix(".py").replace("/", ".")) for path in config.hooks]

    def send(event: str, *given: Any, **named: Any) -> Any:
        """Let each hook that knows the event answer; what one returns takes the place of what was given."""
        for answer in (getattr(hook, event) for hook in hooks if hasattr(hook, event)):
            returned = answer(*given, **named)
            given = given if returned is None else (returned,)
        return given[0] if given else None

    send("on_startup", command="build", dirty=False)
    config = send("on_config", config)
    files = send("on_files", files_in(config), config=config)
    pages = {file.src_uri: read_page(file) for file in files if file.is_page}
    for page in pages.values():
        text = send("on_page_markdown", page.markdown, page=page, config=config, files=files)
        page.content = to_html(text, config)
    nav = list(entries_of(config.nav, pages))
    env = send("on_env", config.theme.get_env(), config=config, files=files)
    for file in files:
        if not file.is_page:
            write(config, file.src_uri, file.read())
    for page in pages.values():
        context = {"nav": nav, "page": page, "config": config}
        context = send("on_page_context", context, page=page, config=config, nav=nav)
        template = env.get_template(page.meta.get("template", "main.html"))
        write(config, page.url, template.render(context).encode())
    base = urlsplit(config.site_url or "/").path
    lost = env.get_template("404.html").render(nav=nav, page=None, config=config, base_url=base)
    write(config, "404.html", lost.encode())
    send("on_post_build", config=config)


def files_in(config: MkDocsConfig) -> Files:
    """List everything in `docs/`, and what is published of the theme."""
    folders = [config.docs_dir, *config.theme.dirs]
    return Files(
        File(path.relative_to(folder).as_posix(), src_dir=folder)
        for folder in folders
        for path in sorted(Path(folder).rglob("*"))
        if path.is_file() and (folder == config.docs_dir or path.suffix not in (".html", ".md"))
    )


def read_page(file: File) -> Page:
    found = FRONT_MATTER.match(file.read().decode())
    assert found, f"{file.src_uri}: it has no front matter"
    meta = yaml.safe_load(found[1])
    return Page(file=file, meta=meta, title=meta["title"], url=file.url, markdown=found[2])


def to_html(text: str, config: MkDocsConfig) -> str:
    """Convert Markdown, and let links that name a page's source lead to the page."""
    names: list[str] = ["toc", "tables", "fenced_code"]
    settings: dict[str, dict[str, Any]] = {}
    for extension in config.markdown_extensions:
        if isinstance(extension, dict):
            settings.update(extension)
        names.extend([extension] if isinstance(extension, str) else extension)
    html = markdown.markdown(text, extensions=list(dict.fromkeys(names)), extension_configs=settings)
    return LINK_TO_PAGE.sub(r'\1="\2.html\3', html)


def entries_of(nav: list[Any], pages: dict[str, Page]) -> Iterator[Page | SimpleNamespace]:
    """Yield the menu's entries: a page, or a title with pages below it."""
    for entry in nav:
        if isinstance(entry, str):
            yield pages[entry]
        else:
            for title, inner in entry.items():
                yield SimpleNamespace(title=title, children=list(entries_of(inner, pages)))


def write(config: MkDocsConfig, name: str, data: bytes) -> None:
    path = Path(config.site_dir) / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)


if __name__ == "__main__":
    build(load_config(str(ROOT / "mkdocs.yml"), site_dir=str(Path(sys.argv[1]).resolve())))
