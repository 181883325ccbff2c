"""The texts that readers meet, as plain text for a measure of reading, by their names."""

from __future__ import annotations

import json
from collections.abc import Iterable

from checklist import view
from hooks.content.load import CITATION
from hooks.content.model import Content
from hooks.content.traces_told import table_of
from hooks.site.catalogue import catalogue_of
from hooks.site.items import item_markdown
from tests.reading_grade import STOPS, plain_text


def pages_of(content: Content) -> dict[str, str]:
    """Return each page with its steps in their places."""
    found = {}
    for page in content.citations:
        text = CITATION.sub(
            lambda cited: item_markdown(content.items[cited["id"]]), content.files[f"docs/{page}"]
        )
        found[page] = plain_text(text)
    return found


def items_of(content: Content) -> dict[str, str]:
    return {item.id: plain_text(item_markdown(item)) for item in content.items.values()}


def facts_of(content: Content) -> dict[str, str]:
    return {fact.id: f"{fact.question} {fact.why}" for fact in content.facts}


def lists_of(content: Content) -> dict[str, str]:
    """Return what the plan, its questions, the log and the table of traces say, each as one text."""
    log = content.log
    texts: dict[str, Iterable[str]] = {
        "sections": [
            text
            for section in content.plan
            for text in (
                section.title,
                section.why,
                *(text for field in section.fields for text in (field.label, field.hint)),
                *(option.label for field in section.fields for option in field.options),
                *(text for idea in section.suggestions for text in (idea.event, idea.then)),
                *(gap.sentence for gap in section.gaps),
            )
        ],
        "facts": [text for fact in content.facts for text in (fact.question, fact.why)],
        "questions": [text for question in content.questions for text in (question.question, question.why)],
        "kinds": [text for kind in log.kinds for text in (kind.label, kind.hint)],
        "fields": [text for field in log.fields for text in (field.label, field.hint)],
        "options": [option.label for field in log.fields for option in field.options],
        "places": [place.label for sheet in log.sheets for place in sheet.places],
        "notes": [note.says for note in log.notes],
        "words": [text for words in log.words for text in (words.avoid, words.better)],
        "traces": [
            text
            for row in table_of(content.traces)
            for text in (row.did, row.note, *row.history, *row.back, *row.files)
        ],
    }
    return {name: sentences(found) for name, found in texts.items()}


def changes_of(content: Content) -> dict[str, str]:
    """Return, by fact, the sentence that a reader gets who says yes to it, in the language of `content`."""
    view.load(catalogue_of(content).to_json())
    found = {}
    for fact in content.facts:
        answer = json.loads(view.answer(json.dumps({"answers": {fact.id: "yes"}, "before": {}})))
        found[fact.id] = answer["result"]["changes"]["sentence"]
    return found


def sentences(texts: Iterable[str]) -> str:
    """Return short texts as one, each of them a sentence."""
    return "\n\n".join(text.strip(f" {STOPS}") + "." for text in texts if text)
