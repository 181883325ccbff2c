"""What a journey left in the browser's files: the fields of its record in `content/traces.yml`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from pathlib import Path

from tests.audit.steps import TOPICS
from tests.audit.window import Window
from tests.browser.profile_search import search_profile

SENTENCE = re.compile(r"<p>([^<&\n]{45,})")
HEADING = re.compile(r"<h[23][^>]*>([^<&\n]{18,})</h")
LONGEST = 60  # letters of a sentence that are looked for: the rest may stand on another line


def words_of_guide(site: Path) -> list[str]:
    """Return a sentence and a heading of each topic that is read, as they stand in the files of the guide."""
    words = []
    for topic in TOPICS:
        text = (site / f"{topic}.html").read_text(encoding="utf-8").partition("<main")[2]
        for pattern in (SENTENCE, HEADING):
            found = pattern.search(text)
            if not found:
                raise ValueError(f"{topic}.html has nothing to look for")
            words.append(found[1][:LONGEST].strip())
    return words


def left_in(
    window: Window, name: str, *, content: Sequence[str], typed: Sequence[str], files: Sequence[str]
) -> dict[str, object]:
    """Search the profile, and the person's own folder but for Downloads, for each kind of words.

    `name` is the host of the guide, or the name of its file.
    """
    kinds = {"content": content, "typed": [*typed, *window.saved_forms], "files": files, "named": [name]}
    every = [word for words in kinds.values() for word in words]
    found = search_profile(window.profile, every)
    for word, at in search_profile(window.home, every).items():
        found.setdefault(word, set()).update(f"~/{path}" for path in at if not path.startswith("Downloads/"))
    rows = type(window).rows(window.profile, name)
    return {
        "rows": [row.title or "untitled" for row in rows],
        **{kind: holding(found, words) for kind, words in kinds.items() if kind != "files" or words},
    }


def holding(found: dict[str, set[str]], words: Iterable[str]) -> list[str]:
    """Name the files that hold any of these words."""
    return sorted(set().union(*(found.get(word, set()) for word in words)))
