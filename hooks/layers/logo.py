"""An organisation's own picture beside the guide's name."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from lxml import etree
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File

from hooks.content.icon import LARGEST, problems_of_svg
from hooks.content.model import Content

ADDRESS = "assets/logo.svg"
"""Where it is published, whatever its file is called: no name of it can tell what the guide is about."""


def logo_file(content: Content, config: MkDocsConfig) -> Iterator[File]:
    """Yield the picture as the site has it, where there is one."""
    if content.own_folder and content.organisation and content.organisation.logo:
        path = content.own_folder / content.organisation.logo
        yield File.generated(config, ADDRESS, abs_src_path=str(path))


def problems_of_logo(folder: Path, logo: str) -> Iterator[str]:
    """Yield what is wrong with the file that `logo` names in an organisation's folder; empty names none."""
    if not logo:
        return
    path = folder / logo
    if not path.is_file():
        yield f"logo: there is no {logo} beside this file; put it there, or leave the field out"
        return
    data = path.read_bytes()
    if len(data) > LARGEST:
        yield f"logo: {logo}: it has {len(data)} bytes; use at most {LARGEST}"
    problems = list(problems_of_svg(data)) or list(problems_of_size(data))
    yield from (f"logo: {logo}: {problem}" for problem in problems)


def problems_of_size(data: bytes) -> Iterator[str]:
    """Yield what keeps a picture from being drawn at another size."""
    if not etree.fromstring(data).get("viewBox"):
        yield 'it has no viewBox, so it cannot be drawn at the size of a name; write one, such as "0 0 64 64"'
