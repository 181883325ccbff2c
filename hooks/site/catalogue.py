"""Publish what the rules need as data for the Python worker."""

from __future__ import annotations

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

from checklist.catalogue import Catalogue
from hooks.content.load import Content

PATH = "assets/python/catalogue.json"


def on_files(files: Files, config: MkDocsConfig) -> None:
    files.append(File.generated(config, PATH, content=catalogue_of(config.extra["content"]).to_json()))


def catalogue_of(content: Content) -> Catalogue:
    return Catalogue(
        facts={fact.id: fact for fact in content.facts},
        items=content.items,
        parts={part.id: part for part in content.plan},
        questions={question.id: question for question in content.choices},
    )
