"""Publish what the rules need as data for the Python worker."""

from __future__ import annotations

import ast
from functools import cache
from pathlib import Path

import checklist
from checklist.catalogue import Catalogue
from checklist.translation import Said
from hooks.content.model import Content


def catalogue_of(content: Content) -> Catalogue:
    return Catalogue(
        facts={fact.id: fact for fact in content.facts},
        items=content.steps,
        sections={section.id: section for section in content.plan},
        questions={question.id: question for question in content.questions},
        words=words_of_rules(content),
        kinds=content.words.kinds if content.words.plurals else "",
    )


def words_of_rules(content: Content) -> Said:
    """Return what this copy says in place of the sentences of `checklist/`."""
    said = {**content.words.everywhere, **content.own_words.everywhere}
    return {english: words for english, words in said.items() if english in sentences_of_rules()}


@cache
def sentences_of_rules() -> frozenset[str]:
    """List every text in the source of the rules; not all are said, and those are no keys of words."""
    folder = Path(next(iter(checklist.__path__)))
    trees = (ast.parse(path.read_text(encoding="utf-8")) for path in folder.glob("*.py"))
    nodes = (node for tree in trees for node in ast.walk(tree) if isinstance(node, ast.Constant))
    return frozenset(node.value for node in nodes if isinstance(node.value, str))
