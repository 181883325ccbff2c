"""Check that the guide says "checked" only of what was read on a page that carries no year."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from hooks.content.ids import path_of
from hooks.content.model import Content
from hooks.content.records import Answers, Contact, LawNote, Source
from hooks.content.spoken import spoken_names


def problems_of_places(content: Content) -> Iterator[str]:
    """Yield what numbers lack, and where `checked` says more, or less, than the source can."""
    sources = {source.id: source for source in content.sources}
    for name, place in content.places.items():
        for field, entries in (
            ("emergency", place.emergency),
            ("helplines", place.helplines),
            ("law", place.law),
        ):
            for entry in entries:
                if isinstance(entry, Contact):
                    yield from (f"{name}: {field}: {entry.name}: {told}" for told in _lacks(entry))
                    if entry.answers:
                        for told in _problems_of_answers(entry, entry.answers, sources):
                            yield f"{name}: {field}: {entry.name}: answers: {told}"
                if source := sources.get(entry.source):
                    for problem in _problems_of_entry(entry, source):
                        yield f"{name}: {field}: {entry.name}: checked: {problem}"


def _lacks(contact: Contact) -> Iterator[str]:
    if contact.then and not contact.number:
        yield "then: there is no number to press it after; possible: a `number`"
    if contact.word and not contact.text:
        yield "word: there is no number to send it to; possible: a `text`"


def _problems_of_answers(contact: Contact, answers: Answers, sources: Mapping[str, Source]) -> Iterator[str]:
    if not answers.languages and not answers.has_interpreters:
        yield "it says nothing; possible: `languages`, or `interpreters: 'yes'`"
    if answers.say and not answers.has_interpreters:
        yield "say: no interpreter is there; possible: `interpreters: 'yes'`"
    known = spoken_names()
    for tag in (*answers.languages, *(way.language for way in answers.ways)):
        if tag not in known:
            yield f"languages: {tag} has no name in hooks/content/spoken.py; possible: {', '.join(known)}"
    for way in answers.ways:
        if not answers.speaks(way.language):
            yield f"ways: {way.language} is not among the languages; possible: {', '.join(answers.languages)}"
        if way.then and not contact.number:
            yield "ways: then: there is no number to press it after; possible: a `number`"
        if way.word and not contact.text:
            yield "ways: word: there is no number to send it to; possible: a `text`"
    if source := sources.get(answers.source):
        yield from (f"checked: {problem}" for problem in _problems_of_entry(answers, source))


def problems_of_reported_works(content: Content) -> Iterator[str]:
    """Yield each item that rests on nothing but what others report of a work."""
    read = {source.id for source in content.sources if source.how == "read"}
    known = {source.id for source in content.sources}
    for item in content.items.values():
        if known.issuperset(item.sources) and not read.intersection(item.sources):
            yield (
                f"{path_of(item)}: sources: each is known only from what others "
                "report; possible: a work that was read"
            )


def _problems_of_entry(entry: Answers | Contact | LawNote, source: Source) -> Iterator[str]:
    if entry.checked != "no" and source.how == "reported":
        possible = "possible: no, or a work that was read"
        yield f"got '{entry.checked}', but {source.id} is only reported; {possible}"
    elif entry.checked == "yes" and source.year:
        yield f"got 'yes', but the page of {source.id} is from {source.year}; possible: seen, no"
    elif entry.checked == "seen" and not source.year:
        yield f"got 'seen', but the title of {source.id} carries no year; possible: yes, no, or name its year"
