"""Check what was withdrawn for safety reasons: whole versions of the guide, and single texts."""

from __future__ import annotations

from collections.abc import Iterator

from hooks.content.ids import problems_of_repeated
from hooks.content.model import Content
from hooks.layers.text_hash import text_hash

WITHDRAWN = "content/withdrawn.yml"


def problems_of_withdrawn(content: Content) -> Iterator[str]:
    """Yield entries that name nothing, or two things, and texts that were withdrawn and are still here."""
    for number, entry in enumerate(content.withdrawn, start=1):
        if bool(entry.version) == bool(entry.hash):
            got = f"got {entry.version!r} and {entry.hash!r}"
            yield f"{WITHDRAWN}: entry {number}: {got}; write one of version and hash"
    yield from problems_of_repeated(WITHDRAWN, (entry.version or entry.hash for entry in content.withdrawn))
    why = {entry.hash: entry.why for entry in content.withdrawn if entry.hash}
    for name, text in content.files.items() if why else ():
        if name.endswith(".md") and (hash := text_hash(name, text)) in why:
            yield f"{name}: text: {hash} was withdrawn: {why[hash]} Mend the text first"
