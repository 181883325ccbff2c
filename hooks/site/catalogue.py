"""Publish what the rules need as data for the Python worker."""

from __future__ import annotations

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File

from checklist.catalogue import Catalogue
from hooks.content.model import Content

PATH = "assets/python/catalogue.json"


def catalogue_file(content: Content, config: MkDocsConfig) -> File:
    return File.generated(config, PATH, content=catalogue_of(content).to_json())


def catalogue_of(content: Content) -> Catalogue:
    return Catalogue(
        facts={fact.id: fact for fact in content.facts},
        items=content.steps,
        sections={section.id: section for section in content.plan},
        questions={question.id: question for question in content.questions},
    )
