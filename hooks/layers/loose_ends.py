"""Find what nothing uses any more once something was left out: claims, works, and questions of the plan."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from typing import Any

from checklist.translation import _
from hooks.content.model import Content
from hooks.layers.left_out import ADVICE, records_in

CLAIMS = "content/claims.yml"
FACTS = "content/facts.yml"
PLAN = "content/plan.yml"
SOURCES = "content/sources.yml"
CITED_IN = ("source", "sources", "also")
NEEDED = ("all_of", "only_if")


@dataclass(frozen=True)
class Used:
    """What texts name, by id."""

    claims: frozenset[str]
    facts: frozenset[str]
    sources: frozenset[str]


def used_in(content: Content) -> Used:
    items = [data for name, data in content.data.items() if name.startswith(ADVICE) and name.endswith(".md")]
    texts = [data for name, data in content.data.items() if name != SOURCES]
    return Used(
        claims=frozenset(values_of(items, lambda key: key == "claims")),
        facts=frozenset(values_of(items, lambda key: key == "when")),
        sources=frozenset(values_of(texts, lambda key: key in CITED_IN)),
    )


def values_of(data: Any, is_meant: Callable[[str], bool], meant: bool = False) -> Iterator[str]:
    """Yield every text below the fields that are meant."""
    if isinstance(data, dict):
        for key, value in data.items():
            yield from values_of(value, is_meant, meant or is_meant(key))
    elif isinstance(data, list):
        for value in data:
            yield from values_of(value, is_meant, meant)
    elif meant and isinstance(data, str):
        yield data


def tie_up(content: Content, before: Used) -> None:
    """Take out what `before` used and nothing uses now; a claim stays, and says why nothing carries it."""
    now = used_in(content)
    for claim in records_in(content.data.get(CLAIMS)):
        if claim.get("id") in before.claims - now.claims and not claim.get("retired"):
            claim["retired"] = _("This copy of the guide leaves it out.")
    drop(content, FACTS, before.facts - now.facts)
    take_facts_out_of_plan(content, before.facts - now.facts)
    drop(content, SOURCES, before.sources - used_in(content).sources)


def drop(content: Content, name: str, ids: frozenset[str]) -> None:
    """Take the entries with these ids out of a list."""
    if isinstance(entries := content.data.get(name), list):
        content.data[name] = [
            entry for entry in entries if not (isinstance(entry, dict) and entry.get("id") in ids)
        ]


def drop_emptied(content: Content, name: str, field: str) -> None:
    """Take those entries out of a list whose `field` holds an empty list."""
    if isinstance(entries := content.data.get(name), list):
        content.data[name] = [
            entry for entry in entries if not (isinstance(entry, dict) and entry.get(field) == [])
        ]


def shorten(entry: dict[str, Any], field: str, names: Collection[str]) -> bool:
    """Take names out of a list in `entry`, in place; return whether there were any."""
    values = entry.get(field)
    if not isinstance(values, list) or not any(value in names for value in values):
        return False
    entry[field] = [value for value in values if value not in names]
    return True


def take_facts_out_of_plan(content: Content, facts: frozenset[str]) -> None:
    """Take facts out of the conditions of suggestions and gaps, and those out that can never be met now."""
    for section in records_in(content.data.get(PLAN)):
        for part in ("suggestions", "gaps"):
            if isinstance(entries := section.get(part), list):
                section[part] = [entry for entry in entries if can_be_met(entry, facts)]


def can_be_met(entry: Any, gone: frozenset[str]) -> bool:
    """Take facts out of a condition, in place. It cannot be met without one that it needs."""
    when = entry.get("when") if isinstance(entry, dict) else None
    if not isinstance(when, dict):
        return True
    for name in [*when]:
        if shorten(when, name, gone):
            if name in NEEDED or (name == "any_of" and not when[name]):
                return False
            if not when[name]:
                del when[name]
    return True
