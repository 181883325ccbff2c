"""What several checks say of ids and of the files that are named after them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from checklist.advice import AdviceItem


def path_of(item: AdviceItem) -> str:
    """Return the path of an item's file from the project's folder."""
    return f"content/advice/{item.topic}/{item.id}.md"


def problems_of_repeated(name: str, ids: Iterable[str]) -> Iterator[str]:
    """Yield each id that occurs more than once in the file, or the list in it, called `name`."""
    for id, count in sorted(Counter(ids).items()):
        if count > 1:
            yield f"{name}: {id}: this id is there twice; give each entry its own"
