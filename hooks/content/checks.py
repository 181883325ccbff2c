"""Check what one file alone cannot show: references, coverage, anchors and wording."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from hooks.content.front_matter import split_front_matter
from hooks.content.ids import path_of, problems_of_repeated
from hooks.content.log_checks import problems_of_log
from hooks.content.markup import headings_of
from hooks.content.model import Content
from hooks.content.place_checks import problems_of_places, problems_of_reported_works
from hooks.content.plan_checks import problems_of_order, problems_of_plan
from hooks.content.sheet_checks import problems_of_sheets
from hooks.content.territories import problems_of_territories
from hooks.content.text_checks import problems_of_files, problems_of_texts
from hooks.content.traces import problems_of_traces
from hooks.content.withdrawn import problems_of_withdrawn
from hooks.languages.language import OWN
from hooks.languages.words import FILE as WORDS
from hooks.layers.organisation import FILE
from hooks.layers.own_words import shown

TYPED = (": words", ": also")
"""How the place of a list ends of what readers type."""
FEWEST_DECIDED = 2
"""How many items each question decides. One that changes less is not worth its time."""


def problems_across(content: Content, order: list[str]) -> Iterator[str]:
    """Yield every problem as `file: field: what is wrong; what is possible`."""
    yield from reference_problems(content)
    yield from repeated_ids(content)
    yield from placing_problems(content, order)
    yield from coverage_problems(content)
    yield from anchor_problems(content)
    yield from wording_problems(content)
    yield from problems_of_places(content)
    yield from problems_of_reported_works(content)
    yield from problems_of_order(content)
    yield from problems_of_plan(content)
    yield from problems_of_sheets(content)
    yield from problems_of_log(content)
    yield from problems_of_territories(content)
    yield from problems_of_traces(content.traces)
    yield from problems_of_withdrawn(content)
    yield from problems_of_texts(content)
    yield from problems_of_files(content)


def reference_problems(content: Content) -> Iterator[str]:
    facts = {fact.id for fact in content.facts}
    claims = {claim.id for claim in content.claims}
    sources = {source.id for source in content.sources}
    for item in content.items.values():
        name = path_of(item)
        yield from _unknown(name, "when", item.when.facts, facts, "content/facts.yml")
        yield from _unknown(name, "claims", item.claims, claims, "content/claims.yml")
        yield from _unknown(name, "sources", item.sources, sources, "content/sources.yml")
    for page, meta in content.pages.items():
        yield from _unknown(f"docs/{page}", "sources", meta.sources, sources, "content/sources.yml")
    for name, place in content.places.items():
        yield from _unknown(name, "source", place.sources, sources, "content/sources.yml")
    for entry in content.retired:
        yield from _unknown(
            "content/advice/_retired.yml", entry.id, entry.replaced_by, set(content.items), "content/advice"
        )


def repeated_ids(content: Content) -> Iterator[str]:
    lists = {
        "content/facts.yml": [fact.id for fact in content.facts],
        "content/claims.yml": [claim.id for claim in content.claims],
        "content/sources.yml": [source.id for source in content.sources],
        "content/advice/_retired.yml": [entry.id for entry in content.retired] + list(content.items),
        "docs": [page.view for page in content.pages.values()],
        **{name: [entry.id for entry in place.entries] for name, place in content.places.items()},
    }
    for name, ids in lists.items():
        yield from problems_of_repeated(name, ids)


def placing_problems(content: Content, order: list[str]) -> Iterator[str]:
    seen: dict[str, str] = {}
    for page, ids in content.citations.items():
        for id in ids:
            if id not in content.items:
                yield f"docs/{page}: advice: there is no item {id}; possible: a file's name in content/advice"
            elif id in seen:
                yield f"docs/{page}: advice: {id} is already on {seen[id]}; place each item once"
            elif page != f"{(topic := content.items[id].topic)}.md":
                yield f"docs/{page}: advice: {id} belongs to {topic}.md; move the line or the file"
            seen.setdefault(id, page)
    for item in content.items.values():
        if item.id not in seen:
            yield (
                f"{path_of(item)}: placing: no page cites it; "
                f"write <!-- advice: {item.id} --> in docs/{item.topic}.md"
            )
    for page in content.citations:
        if page not in order:
            is_own = f"docs/{page}" in content.own
            where = f"`menu` in {FILE}, such as {{People: [{page}]}}" if is_own else "nav in mkdocs.yml"
            yield f"docs/{page}: nav: the menu does not name it; add it to {where}"


def coverage_problems(content: Content) -> Iterator[str]:
    carried = {claim for item in content.items.values() for claim in item.claims}
    for claim in content.claims:
        if claim.id not in carried and not claim.retired:
            possible = "name it in an item's claims, or write `retired: why`"
            yield f"content/claims.yml: {claim.id}: no item carries it; {possible}"
        if claim.id in carried and claim.retired:
            yield f"content/claims.yml: {claim.id}: retired, but an item carries it; do one of the two"
    used = {id for item in content.items.values() for id in item.sources}
    used |= {id for page in content.pages.values() for id in page.sources}
    used |= {id for place in content.places.values() for id in place.sources}
    used |= {id for sheet in content.sheets for id in sheet.sources}
    used |= set(content.log.sources)
    for source in content.sources:
        if source.id not in used:
            yield f"content/sources.yml: {source.id}: nothing cites it; cite it or remove it"
    fewest = 1 if content.left_out else FEWEST_DECIDED
    decided = Counter(fact for item in content.steps.values() for fact in set(item.when.facts))
    for fact in content.facts:
        if (count := decided[fact.id]) < fewest:
            items = "1 item depends" if count else "no items depend"
            yield f"content/facts.yml: {fact.id}: {items} on it; ask what decides at least {fewest}"


def anchor_problems(content: Content) -> Iterator[str]:
    """Every heading has its id, unique in the whole guide, since the reader is one document.

    Made of its words, an id would change with them, and with the language.
    """
    seen = {item.id: path_of(item) for item in content.items.values()}
    for name, text in content.files.items():
        if name.endswith(".md"):
            for words, id in headings_of(split_front_matter(text)[1]):
                if not id:
                    possible = "write one behind it, such as { #own-name }"
                    yield f'{name}: heading: "{words}" has no id; {possible}'
                elif id in seen:
                    yield f"{name}: heading: the id {id} is also in {seen[id]}; give one another name"
                else:
                    seen[id] = name


def wording_problems(content: Content) -> Iterator[str]:
    terms = [
        (re.compile(rf"\b{re.escape(word.term)}\b", re.IGNORECASE), word) for word in content.banned_words
    ]
    any_term = re.compile("|".join(pattern.pattern for pattern, _ in terms), re.IGNORECASE)
    texts = lines_of(content) if content.language is OWN else lines_of_language(content)
    for where, line in texts:
        # Few texts hold one, and to ask each line for each term takes a third of the whole check.
        for pattern, word in terms if any_term.search(line) else ():
            if pattern.search(line):
                wrong = f'"{word.term}" is a word this guide does not use'
                yield f"{where}: {wrong}; possible: {word.instead}"


def lines_of(content: Content) -> Iterator[tuple[str, str]]:
    """Yield each line that the guide says, with its place."""
    for name, text in (content.files | content.templates).items():
        for number, line in enumerate(text.splitlines(), start=1):
            # What readers type is not what the guide says.
            if name != "content/banned-words.yml" and not line.startswith("words: "):
                yield f"{name}: line {number}", line


def lines_of_language(content: Content) -> Iterator[tuple[str, str]]:
    """Yield each line that is said in the language of this build, with its place."""
    for name, text in content.files.items():
        if name.endswith(".md") and name not in content.english:
            for number, line in enumerate(text.splitlines(), start=1):
                if not line.startswith("words: "):
                    yield f"{name}: line {number}", line
    for (where, _english), own in content.words.texts.items():
        if not where.endswith(TYPED):
            yield f"{WORDS}: {where}", own
    for english, said in content.words.everywhere.items():
        for own in [said] if isinstance(said, str) else said:
            yield f"{WORDS}: {shown(english)}", own


def _unknown(name: str, field: str, ids: tuple[str, ...], known: set[str], where: str) -> Iterator[str]:
    for id in ids:
        if id not in known:
            yield f"{name}: {field}: {id} is unknown; possible: an id in {where}"
