"""Check the order of steps and the sections of the plan: what one file alone cannot show."""

from __future__ import annotations

from collections.abc import Iterator
from graphlib import CycleError, TopologicalSorter

from checklist.advice import HORIZONS
from checklist.sections import REVIEW, TICKS, WITH_LENGTH, Field, Section
from hooks.content.ids import path_of, problems_of_repeated
from hooks.content.model import IN_DANGER, Content

IF_THEN = "if-then"
OTHER_COUNTRY = "other"
PLAN = "content/plan.yml"
QUESTIONS = "content/questions.yml"


def problems_of_order(content: Content) -> Iterator[str]:
    """Yield what is wrong with steps to do before others, and with steps that may cause a reaction."""
    for item in content.items.values():
        name = path_of(item)
        for id in item.first:
            if id not in content.items:
                yield f"{name}: first: {id} is unknown; possible: an id in content/advice"
            elif id not in content.steps:
                yield f"{name}: first: {id} is for danger, and no step of a plan; leave it out"
        if item.first and not item.before:
            yield f"{name}: before: `first` names steps before it; write what, such as you stop answering"
        if item.before and not item.first:
            yield f"{name}: before: `first` names nothing to do before it; leave it out"
        if item.because and not item.when.needed:
            yield f"{name}: because: it depends on nothing that is said; leave it out"
        if item.first and item.horizon == HORIZONS[0]:
            yield f"{name}: first: nothing comes before a step for now; leave it out"
        if item.topic == IN_DANGER and item.when.facts:
            yield f"{name}: when: what is done in danger is for everyone; leave it out"
        if item.may_bring_a_reaction and not item.caution:
            yield f"{name}: reaction: no caution to read first; write what the person may do"
    yield from _circles(content)


def problems_of_plan(content: Content) -> Iterator[str]:
    """Yield what is wrong with the sections of the plan and with its questions."""
    facts = {fact.id for fact in content.facts}
    for section in content.plan:
        yield from (f"{PLAN}: {section.id}: {problem}" for problem in _section(section, facts))
    yield from problems_of_repeated(PLAN, (section.id for section in content.plan))
    yield from problems_of_repeated(QUESTIONS, (question.id for question in content.questions))
    topics = {item.topic for item in content.items.values()}
    for question in content.questions:
        yield from problems_of_repeated(
            f"{QUESTIONS}: {question.id}", (option.id for option in question.options)
        )
        for option in question.options:
            for topic in sorted(set(option.topics) - topics):
                name = f"{QUESTIONS}: {question.id}: {option.id}"
                yield f"{name}: {topic} is unknown; possible: a folder in content/advice"
    yield from _countries(content)


def _circles(content: Content) -> Iterator[str]:
    known = {item.id: [id for id in item.first if id in content.items] for item in content.items.values()}
    try:
        TopologicalSorter(known).prepare()
    except CycleError as error:
        circle = list(reversed(error.args[1]))
        yield (
            f"{path_of(content.items[circle[0]])}: first: the steps wait for each other in a circle: "
            f"{' after '.join(circle)}; take one of them out"
        )


def _section(section: Section, facts: set[str]) -> Iterator[str]:
    yield from problems_of_repeated("fields", (field.id for field in section.fields))
    yield from problems_of_repeated("suggestions", (suggestion.id for suggestion in section.suggestions))
    yield from problems_of_repeated("gaps", (gap.id for gap in section.gaps))
    if section.suggestions and section.id != IF_THEN:
        yield f"suggestions: only {IF_THEN} takes them; move them there"
    if section.id == REVIEW and [field.id for field in section.fields] != ["next"]:
        yield "fields: a plan keeps one day here; possible: one field, next"
    for field in section.fields:
        yield from (f"{field.id}: {problem}" for problem in _field(field))
    for gap in section.gaps:
        for field_name in (gap.field, gap.fewer_than):
            if field_name and f"{section.id}.{field_name}" not in section.paths:
                yield f"{gap.id}: {field_name} is unknown; possible: a field of this part, or field.option"
    conditions = [*((s.id, s.when) for s in section.suggestions), *((g.id, g.when) for g in section.gaps)]
    for id, when in conditions:
        for fact in when.facts:
            if fact not in facts:
                yield f"{id}: when: {fact} is unknown; possible: an id in content/facts.yml"


def _field(field: Field) -> Iterator[str]:
    yield from problems_of_repeated("options", (option.id for option in field.options))
    if (field.kind == TICKS) != bool(field.options):
        yield "options: ticks need them, other kinds take none; possible: a list of id and label for ticks"
    if (field.kind in WITH_LENGTH) != bool(field.most):
        yield "most: a line and a text need it, other kinds take none; possible: a number such as 80"


def _countries(content: Content) -> Iterator[str]:
    places = [name for name in content.files if name.startswith("content/places/")]
    known = {name.removeprefix("content/places/").removesuffix(".yml") for name in places}
    for question in content.questions:
        if question.id == "country":
            offered = {option.id for option in question.options} - {OTHER_COUNTRY}
            for id in sorted(offered - known):
                yield f"{QUESTIONS}: country: {id} is unknown; possible: a file's name in content/places"
            for id in sorted(known - offered):
                yield f"content/places/{id}.yml: country: nobody can choose it; name it in {QUESTIONS}"
