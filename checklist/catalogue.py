"""The facts and advice items that a plan is made from, as the build hands them to the browser."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from typing import Any

from .advice import AdviceItem, Condition
from .facts import Fact

RULE_FIELDS = ("id", "topic", "action", "horizon", "when")
"""What the rules read. The rest of an item is in the page already."""


@dataclass(frozen=True)
class Catalogue:
    """Facts and items by id, both in the order of the guide."""

    facts: dict[str, Fact]
    items: dict[str, AdviceItem]

    def to_json(self) -> str:
        """Write what the rules need, the same bytes for the same content."""
        data = {
            "facts": [asdict(fact) for fact in self.facts.values()],
            "items": [{key: asdict(item)[key] for key in RULE_FIELDS} for item in self.items.values()],
        }
        return json.dumps(data, ensure_ascii=False, separators=(",", ":"))

    @classmethod
    def from_json(cls, text: str) -> Catalogue:
        """Read what `to_json` wrote: checked when it was built, and trusted here."""
        data = json.loads(text)
        facts = [Fact(**fact) for fact in data["facts"]]
        items = [_item(item) for item in data["items"]]
        return cls({fact.id: fact for fact in facts}, {item.id: item for item in items})


def _item(data: dict[str, Any]) -> AdviceItem:
    when = Condition(**{name: tuple(facts) for name, facts in data["when"].items()})
    return AdviceItem(**{**data, "when": when}, sources=(), reviewed="", body="")
