"""This guide, read once, as copies of it leave things out."""

from __future__ import annotations

from collections.abc import Iterator
from copy import deepcopy
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any
from unittest.mock import patch

from mkdocs.config import load_config

from hooks.content import checks, text_checks
from hooks.content.front_matter import split_front_matter
from hooks.content.load import nav_pages, read_files, read_records
from hooks.content.markup import headings_of, problems_of_markdown
from hooks.content.model import Content
from hooks.layers.dead_links import what_is_gone
from hooks.layers.leave_out import leave_out
from hooks.layers.left_out import LeftOut
from hooks.layers.menu import fit_menu
from hooks.layers.organisation import Organisation
from hooks.layers.plain_words import LINK
from hooks.layers.refused import KEPT

ROOT = Path(__file__).parents[4]


@cache
def whole() -> Content:
    return read_files(ROOT)


@cache
def nav() -> list[Any]:
    return load_config(str(ROOT / "mkdocs.yml"), hooks=[]).nav or []


def fresh() -> Content:
    """Return the guide's texts, for one test to change."""
    texts = whole()
    return replace(
        texts,
        files={**texts.files},
        data=deepcopy(texts.data),
        templates={**texts.templates},
        pages={},
        items={},
        places={},
        citations={},
        rewritten=set(),
    )


@cache
def without(*names: str, countries: tuple[str, ...] = ()) -> tuple[Content, list[str]]:
    """Return a copy without these topics, steps and sheets, with every problem of the whole of it.

    Tests share it, and do not change it.
    """
    content, organisation = fresh(), Organisation(leave_out=names, countries=countries)
    content.organisation = organisation
    problems = leave_out(content, organisation)
    menu, found = fit_menu(nav(), content, organisation)
    # Most texts are the same in every copy: each is parsed once.
    with (
        patch.object(checks, "headings_of", headings),
        patch.object(text_checks, "problems_of_markdown", faults),
    ):
        problems += [*found, *read_records(content, ROOT, nav_pages(menu))]
    return content, [*problems, *dead_links(content)]


@cache
def headings(text: str) -> tuple[tuple[str, str], ...]:
    return tuple(headings_of(text))


@cache
def faults_of(text: str) -> tuple[str, ...]:
    return tuple(problems_of_markdown(text, whole().taken_ids))


def faults(text: str, _taken: object = None) -> tuple[str, ...]:
    return faults_of(text)


def topics() -> list[str]:
    """Name all pages that can be left out."""
    names = (name for name in whole().files if name.startswith("docs/"))
    return [name for path in names if (name := path[5:-3]) not in KEPT]


def sheets() -> list[str]:
    return [sheet["id"] for sheet in whole().data["content/sheets.yml"]]


def steps() -> list[str]:
    names = (name for name in whole().files if name.startswith("content/advice/") and name.endswith(".md"))
    return [name.rpartition("/")[2][:-3] for name in names if "/now/" not in name]


def countries() -> list[str]:
    return [name[15:-4] for name in whole().files if name.startswith("content/places/")]


def dead_links(content: Content) -> Iterator[str]:
    """Yield each link in texts that leads to no page or place of this copy."""
    is_gone = what_is_gone(gone_pages(content), gone_ids(content), "")
    for name, text in content.files.items():
        if name.endswith(".md"):
            yield from (f"{name}: {link['to']}" for link in LINK.finditer(text) if is_gone(link["to"]))
    in_sheets = what_is_gone(gone_pages(content), gone_ids(content), "sheets")
    for sheet in content.sheets:
        yield from (f"{sheet.id}: {link['to']}" for link in LINK.finditer(sheet.how) if in_sheets(link["to"]))


def gone_pages(content: Content) -> LeftOut:
    pages = {name[5:-3] for name in whole().files.keys() - content.files if name.startswith("docs/")}
    return LeftOut(
        pages=frozenset(pages), sheets=frozenset({*sheets()} - {sheet.id for sheet in content.sheets})
    )


def gone_ids(content: Content) -> set[str]:
    return ids_in(whole()) - ids_in(content)


def ids_in(content: Content) -> set[str]:
    """List the ids of all steps and headings."""
    found = {name.rpartition("/")[2][:-3] for name in content.files if name.startswith("content/advice/")}
    texts = [text for name, text in content.files.items() if name.endswith(".md")]
    return found | {id for text in texts for id in ids_of(text)}


def ids_of(text: str) -> list[str]:
    return [id for _words, id in headings(split_front_matter(text)[1]) if id]
