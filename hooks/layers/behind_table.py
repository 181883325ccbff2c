"""List what is behind for the person who keeps an organisation's texts, with the next thing to do first."""

from __future__ import annotations

from pathlib import Path

from checklist.dates import long_day
from hooks.layers.behind import is_never_behind
from hooks.layers.change import short_name
from hooks.layers.changed import ChangedText, changed_texts
from hooks.layers.copy_of_guide import copy_of

HEAD = ("text", "the guide's changed", "readers see", "what to do")


def behind_table(root: Path, own: Path) -> str:
    """Return a table of the texts in the folder `own` that the guide in `root` has changed since."""
    texts = [text for text in changed_texts(copy_of(root, own)) if text.is_behind]
    if not texts:
        return "No text of yours is behind."
    rows = [HEAD, *(_row(text) for text in texts)]
    widths = [max(len(row[column]) for row in rows) for column in range(len(HEAD))]
    lines = [" | ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)) for row in rows]
    lines.insert(1, "-|-".join("-" * width for width in widths))
    table = "\n".join(f"| {line} |" if "-|-" not in line else f"|-{line}-|" for line in lines)
    count = "1 text" if len(texts) == 1 else f"{len(texts)} texts"
    ask = "`quiet-guide upgrade` shows what changed, word by word."
    return f"{count} of yours to read again, the most urgent first. {ask}\n\n{table}"


def _row(text: ChangedText) -> tuple[str, str, str, str]:
    day = long_day(text.day.isoformat()) if text.day else "not known when"
    name = short_name(text.name)
    if text.is_withdrawn:
        return name, day, "the guide's", "what yours was made from is withdrawn: change yours first"
    seen = "the guide's" if is_never_behind(text.name) else "yours, with a note"
    if text.is_shown_already:
        todo = f"quiet-guide change {name} --same: nothing of yours changed there"
    elif text.merged is not None:
        todo = "quiet-guide upgrade --write: no paragraph was changed by both"
    else:
        todo = f"edit it, then quiet-guide change {name} --same"
    return name, day, seen, todo
