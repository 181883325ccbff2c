"""Leave out what an organisation does not show, and all that leads to it."""

from __future__ import annotations

import re
from typing import Any

from hooks.content.front_matter import split_front_matter
from hooks.content.markup import headings_of
from hooks.content.model import Content
from hooks.layers.countries import QUESTIONS, take_out_countries
from hooks.layers.dead_links import take_out_links
from hooks.layers.left_out import ADVICE, DOCS, LeftOut, read_left_out, records_in, rewrite, steps_in
from hooks.layers.left_sheets import take_out_sheets
from hooks.layers.loose_ends import drop_emptied, shorten, tie_up, used_in
from hooks.layers.organisation import Organisation

RETIRED = "content/advice/_retired.yml"
CITED = re.compile(r"^<!-- advice: (?P<id>\S+) -->\n?", re.MULTILINE)


def leave_out(content: Content, organisation: Organisation) -> list[str]:
    """Take what `countries` and `leave_out` name out of `content.files` and `content.data`, in place.

    Return every problem as `organisation.yml: field: what is wrong; what is possible`. Where there is any,
    nothing is left out.
    """
    left, problems = read_left_out(content, organisation)
    if problems or not left:
        return problems
    used = used_in(content)
    anchors = anchors_in(content, left)
    content.left_out = names_in(content, left)
    topics = {*steps_in(content).values()}
    take_out_pages(content, left)
    take_out_steps(content, left.steps)
    take_out_topics(content, topics - {*steps_in(content).values()})
    take_out_sheets(content, left.sheets)
    take_out_countries(content, left.places)
    tie_up(content, used)
    take_out_links(content, left, anchors)
    return []


def names_in(content: Content, left: LeftOut) -> frozenset[str]:
    """Name all that is left out, and the views of its pages."""
    pages = [content.data.get(f"{DOCS}{page}.md") for page in left.pages]
    views = {str(page["view"]) for page in pages if isinstance(page, dict) and "view" in page}
    return left.pages | left.steps | left.sheets | left.places | views


def anchors_in(content: Content, left: LeftOut) -> set[str]:
    """List the ids of all places that go with what is left out. Each id is unique in the whole guide."""
    anchors = {*left.steps, *(f"list-{id}" for id in left.sheets)}
    anchors |= {f"place-{id}{end}" for id in left.places for end in ("", "-emergency", "-helplines", "-law")}
    for name, text in content.files.items():
        if is_step(name, left.steps):
            anchors |= {id for _words, id in headings_of(split_front_matter(text)[1]) if id}
    return anchors


def is_step(name: str, steps: frozenset[str]) -> bool:
    """Whether the file is that of one of these steps."""
    stem = name.rpartition("/")[2].removesuffix(".md")
    return name.startswith(ADVICE) and name.endswith(".md") and stem in steps


def take_out_pages(content: Content, left: LeftOut) -> None:
    """Take out the files of pages and steps, and the lines of other pages that cite these."""
    pages = {f"{DOCS}{page}.md" for page in left.pages}

    def without_gone(cited: re.Match[str]) -> str:
        return "" if cited["id"] in left.steps else cited[0]

    for name, text in [*content.files.items()]:
        if name in pages or is_step(name, left.steps):
            del content.files[name], content.data[name]
        elif name.startswith(DOCS):
            rewrite(content, name, CITED.sub(without_gone, text))


def take_out_steps(content: Content, steps: frozenset[str]) -> None:
    """Take steps out of what other steps come after, and out of what took the place of older ones."""
    for name, item in content.data.items():
        is_item = name.startswith(ADVICE) and isinstance(item, dict)
        if is_item and shorten(item, "first", steps) and not item["first"]:
            del item["first"]
            item.pop("before", None)
    for entry in records_in(content.data.get(RETIRED)):
        shorten(entry, "replaced_by", steps)
    drop_emptied(content, RETIRED, "replaced_by")


def take_out_topics(content: Content, topics: set[str]) -> None:
    """Take topics out of the answers that bring them forward, and each answer that is about nothing else."""
    for question in records_in(content.data.get(QUESTIONS)):
        if isinstance(options := question.get("options"), list):
            question["options"] = [option for option in options if has_topics(option, topics)]
    drop_emptied(content, QUESTIONS, "options")


def has_topics(option: Any, gone: set[str]) -> bool:
    """Take topics out of an answer, in place; return whether it still brings something forward."""
    return not isinstance(option, dict) or not shorten(option, "topics", gone) or bool(option["topics"])
