"""Name the words of a text by a hash, so that a changed copy can say of which words it was made."""

from __future__ import annotations

import hashlib
import re

from hooks.content.front_matter import load_yaml, split_front_matter
from hooks.content.markers import without_markers

ADVICE = "content/advice/"
FIELDS_OF_ADVICE = ("action", "because", "before", "caution")
FIELDS_OF_PAGE = ("title", "summary")
BODY = "body"
FORM = re.compile(r"[0-9a-f]{8}")
A_HASH = "8 digits of 0 to 9 and a to f"


def text_fields(name: str) -> tuple[str, ...]:
    """List the fields of the front matter that are read as text on a page, for the file called `name`."""
    return FIELDS_OF_ADVICE if name.startswith(ADVICE) else FIELDS_OF_PAGE


def texts_of(name: str, text: str) -> dict[str, str]:
    """Return what readers read of a Markdown file: its text fields by name, and its `body`."""
    written, body = split_front_matter(text)
    data = load_yaml(written) if written else None
    meta = data if isinstance(data, dict) else {}
    fields = {field: str(meta[field]) for field in text_fields(name) if meta.get(field)}
    return {**fields, BODY: without_markers(body).strip()}


def text_hash(name: str, text: str) -> str:
    """Return 8 hexadecimal digits for the words of a Markdown file.

    White space, the day of `reviewed`, and what readers never see do not count. `name` is its path from
    the guide's folder, such as `docs/phone.md`.
    """
    words = "\n".join(folded(value) for value in texts_of(name, text).values())
    return hashlib.sha256(words.encode()).hexdigest()[:8]


def folded(text: str) -> str:
    """Return a text with each white space as one space."""
    return " ".join(text.split())
