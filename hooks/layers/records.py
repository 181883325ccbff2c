"""Join what a layer says of records, such as the contacts of a country, with what the guide says of them."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from typing import Any

from hooks.content.ids import problems_of_repeated

KEYS = ("id", "code", "term", "version", "hash")
"""By what a record is found, whatever its place in a list."""
IN_DANGER = ": emergency"
"""How the place of a country's numbers for danger ends."""


class Joined:
    """Joins two values of YAML, and gathers every problem on the way.

    `words`: the only fields that may change, for a translation; None where every field may.
    """

    def __init__(self, words: Collection[str] | None) -> None:
        self.words = words
        self.problems: list[str] = []

    def join(self, under: Any, over: Any, where: str) -> Any:
        """Return `under` as `over` leaves it. `where` names the place: `content/places/ie.yml: helplines`."""
        if isinstance(under, Mapping) and isinstance(over, Mapping):
            return self.join_fields(under, over, where)
        if is_records(under) and (is_records(over) or (under and isinstance(over, list))):
            return self.join_records(under, over, where)
        if isinstance(under, Mapping):
            return self.refuse(under, f"{where}: got {over!r}; write fields as `name: value`")
        if under and is_records(under):
            return self.refuse(under, f"{where}: got {over!r}; write a list of entries")
        return over

    def join_fields(self, under: Mapping[str, Any], over: Mapping[str, Any], where: str) -> dict[str, Any]:
        joined = dict(under)
        for name, value in over.items():
            place = f"{where}: {name}"
            if self.words is not None and not may_translate(name, under.get(name), value, self.words):
                self.problems.append(f"{place}: a translation cannot change {name}; leave the field out")
            elif name in under:
                joined[name] = self.join(under[name], value, place)
            else:
                joined[name] = value
        return joined

    def join_records(self, under: list[Any], over: list[Any], where: str) -> list[Any]:
        """Put new records first, in the order of the layer; the others stay where they are.

        The guide's own number for danger stays before all others.
        """
        if under and not all(key_of(entry) for entry in under):
            return over
        self.problems += problems_of_keys(under, over, where)
        found = {key: entry for entry in over if (key := key_of(entry))}
        known = {key_of(entry) for entry in under}
        new = [key for key in found if key not in known]
        if self.words is not None:
            self.problems += [
                f"{where}: {key}: a translation cannot add an entry; leave it out" for key in new
            ]
            new = []
        changed = [
            self.join(entry, found[key], f"{where}: {key}") if (key := key_of(entry)) in found else entry
            for entry in under
        ]
        added = [found[key] for key in new]
        return [*changed, *added] if where.endswith(IN_DANGER) else [*added, *changed]

    def refuse(self, under: Any, problem: str) -> Any:
        self.problems.append(problem)
        return under


def problems_of_keys(under: list[Any], over: list[Any], where: str) -> Iterator[str]:
    """Yield records of a layer that cannot be found among the guide's, or are there twice."""
    key = next((key for key in KEYS if under and key in under[0]), KEYS[0])
    for number, entry in enumerate(over, start=1):
        if not key_of(entry):
            yield f"{where}: entry {number}: {key}: required, but missing; a record is found by it"
    yield from problems_of_repeated(where, filter(None, map(key_of, over)))


def is_records(value: Any) -> bool:
    return isinstance(value, list) and all(isinstance(entry, Mapping) for entry in value)


def key_of(entry: Any) -> str:
    """Return what names a record in its list; empty where nothing does."""
    if not isinstance(entry, Mapping):
        return ""
    return next((str(entry[key]) for key in KEYS if isinstance(entry.get(key), str)), "")


def may_translate(name: str, under: Any, over: Any, words: Collection[str]) -> bool:
    """Return whether a translation may say this of a field: other words, the same value, or fields in it."""
    holds_fields = isinstance(under, Mapping) or (is_records(under) and bool(under))
    return over == under or holds_fields or (name in words and under is not None)
