"""Copy a text of the guide into an organisation's folder, so that it can be changed there.

The copy holds what one edits, and `of:`, the hash of what it was made from. `.was/` gets the guide's whole
text: an upgrade compares it with the guide's next one, and merges by paragraph.
"""

from __future__ import annotations

from difflib import get_close_matches
from pathlib import Path

from checklist.errors import ChecklistError
from hooks.content.front_matter import split_front_matter
from hooks.layers.behind import is_never_behind
from hooks.layers.front_matter_lines import field_lines, with_fields
from hooks.layers.history import TEXTS
from hooks.layers.snapshot import WAS
from hooks.layers.text_hash import ADVICE, text_fields, text_hash


def change(root: Path, own: Path, name: str) -> Path:
    """Copy a text from the guide in `root` into the organisation's folder `own`; return the copy's path.

    `name`: a step's id, `phone.md`, or a whole path. Raises ChecklistError where there is no such text, or
    where the organisation has changed it already.
    """
    name = find_text(root, name)
    path = own / name
    if path.exists():
        raise ChecklistError([f"{name}: your folder has it already; edit it there"])
    text = (root / name).read_text("utf-8")
    meta, body = split_front_matter(text)
    lines = field_lines(meta or "")
    kept = "".join(lines[field] for field in text_fields(name) if field in lines)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"---\nof: {text_hash(name, text)}\n{kept}---\n{body}", "utf-8")
    keep_was(root, own, name)
    return path


def keep_as_it_is(root: Path, own: Path, name: str) -> Path:
    """Say of an own text that it still says what the guide's new one says: give it the new hash.

    Raises ChecklistError where there is no such text, or where the organisation has not changed it.
    """
    name = find_text(root, name)
    path = own / name
    if not path.is_file():
        possible = f"quiet-guide change {short_name(name)}"
        raise ChecklistError([f"{name}: your folder does not change it; possible: {possible}"])
    hash = text_hash(name, (root / name).read_text("utf-8"))
    path.write_text(with_fields(path.read_text("utf-8-sig"), {"of": hash}), "utf-8")
    keep_was(root, own, name)
    return path


def about_change(own: Path, path: Path) -> str:
    """Say what to know about a text that was just copied."""
    name = path.relative_to(own).as_posix()
    *most, last = text_fields(name)
    fields = f"{', '.join(most)} and {last}"
    words = f"Written: {path}. Edit it; leave any of {fields} out where the guide's is right."
    if is_never_behind(name):
        words += (
            " When the guide changes this text, readers see the guide's own words,"
            " until you have read them and changed yours."
        )
    return words


def find_text(root: Path, name: str) -> str:
    """Return the path from `root` of the text that somebody calls `name`. Raises ChecklistError."""
    names = [
        path.relative_to(root).as_posix() for part in TEXTS for path in sorted((root / part).rglob("*.md"))
    ]
    for text in names:
        if name in (text, text.removeprefix("docs/"), Path(text).stem, text.removeprefix(ADVICE)):
            return text
    called = sorted({short_name(text) for text in names})
    close = get_close_matches(Path(name).name, called, n=3, cutoff=0.5)
    possible = ", ".join(close) or "the name of a step's file, or of a page, such as phone.md"
    raise ChecklistError([f"{name}: the guide has no such step or page; possible: {possible}"])


def short_name(name: str) -> str:
    """Return what a person types for a text: a step's id, or a page's file name."""
    return Path(name).stem if name.startswith(ADVICE) else Path(name).name


def keep_was(root: Path, own: Path, name: str) -> None:
    """Keep what the guide says now as what an own text was made from."""
    path = own / WAS / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes((root / name).read_bytes())
