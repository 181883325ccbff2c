"""Everything that a plan is made from, as the build passes it to the browser."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, field, fields, is_dataclass
from typing import Any, TypeVar

from .advice import AdviceItem, Condition
from .facts import Fact
from .questions import Question, QuestionOption
from .schema import is_required
from .sections import Field, Option, Section, Suggestion
from .translation import Said

Record = TypeVar("Record")

UNREAD: dict[type[Any], tuple[str, ...]] = {
    Fact: ("group", "why"),
    AdviceItem: ("words", "caution", "claims", "sources", "body"),
    Section: ("title", "why", "many", "entry"),
    Field: ("label", "hint", "kind", "most", "share"),
    Option: ("label",),
    Suggestion: ("event", "then"),
    Question: ("question", "why"),
    QuestionOption: ("label",),
}
"""Texts that the rules do not read. The page has them already."""
REPEATED = ("topic", "horizon", "reviewed")
"""Fields that every item has. In the JSON an item has them only where they are not as in the item before."""
KEYS = {"sections": "parts"}
"""Fields that have another name in the JSON: there, as in a saved plan, sections are `parts`."""


@dataclass(frozen=True)
class Catalogue:
    """Facts, items, sections and questions by id, each in the order of the guide."""

    facts: dict[str, Fact]
    items: dict[str, AdviceItem]
    sections: dict[str, Section] = field(default_factory=dict)
    questions: dict[str, Question] = field(default_factory=dict)
    words: Said = field(default_factory=dict)
    """What this copy says in place of the guide's own sentences (`translation.py`)."""
    kinds: str = ""
    """Which form of a sentence each number takes; empty as in English."""

    def to_json(self) -> str:
        """Write what the rules need, the same bytes for the same content."""
        data: dict[str, Any] = {
            KEYS.get(f.name, f.name): [_slim(entry) for entry in getattr(self, f.name).values()]
            for f in fields(self)
            if f.name not in ("words", "kinds")
        }
        data |= {"words": dict(self.words)} if self.words else {}
        data |= {"kinds": self.kinds} if self.kinds else {}
        data["items"] = list(_without_repeats(data["items"]))
        return json.dumps(data, ensure_ascii=False, separators=(",", ":"))

    @classmethod
    def from_json(cls, text: str) -> Catalogue:
        """Read what `to_json` wrote: checked when it was built, and trusted here."""
        data = json.loads(text)
        return cls(
            facts={entry["id"]: _restored(Fact, entry) for entry in data["facts"]},
            items={entry["id"]: _restored(AdviceItem, entry) for entry in _with_repeats(data["items"])},
            sections={entry["id"]: _restored(Section, entry) for entry in data["parts"]},
            questions={entry["id"]: _restored(Question, entry) for entry in data["questions"]},
            words=data.get("words", {}),
            kinds=data.get("kinds", ""),
        )


def _without_repeats(items: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    before: dict[str, Any] = {}
    for item in items:
        yield {k: given for k, given in item.items() if k not in REPEATED or given != before.get(k)}
        before = item


def _with_repeats(items: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    before: dict[str, Any] = {}
    for item in items:
        before = {k: before[k] for k in REPEATED if k in before} | item
        yield before


def _slim(value: Any) -> Any:
    """Turn a record into plain data without what is not read and what is as it is by default."""
    if isinstance(value, tuple):
        return [_slim(entry) for entry in value]
    if not is_dataclass(value):
        return value
    named = {f.name: (getattr(value, f.name), f.default) for f in fields(value)}
    return {
        name: _slim(given)
        for name, (given, default) in named.items()
        if name not in UNREAD.get(type(value), ()) and given not in (default, Condition())
    }


def _restored(cls: type[Record], data: dict[str, Any]) -> Record:
    """Build a record of `_slim` data; what was left out is empty."""
    given = {}
    for f in fields(cls):  # type: ignore[arg-type]
        value, of = data.get(f.name), f.metadata["of"]
        if isinstance(value, list):
            given[f.name] = tuple(_restored(of, entry) if of else entry for entry in value)
        elif value is not None:
            given[f.name] = _restored(of, value) if of else value
        elif is_required(f):
            given[f.name] = f.metadata["empty"]
    return cls(**given)
