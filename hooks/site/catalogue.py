"""Publish what the rules need as data for the Python worker."""

from __future__ import annotations

from checklist.catalogue import Catalogue
from hooks.content.model import Content


def catalogue_of(content: Content) -> Catalogue:
    return Catalogue(
        facts={fact.id: fact for fact in content.facts},
        items=content.steps,
        sections={section.id: section for section in content.plan},
        questions={question.id: question for question in content.questions},
        words=content.own_words.everywhere,
    )
