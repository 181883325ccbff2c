"""A guide of a few texts, and a layer over it, without files."""

from __future__ import annotations

from pathlib import Path

from hooks.content.model import Content
from hooks.layers.lay_over import lay_over
from hooks.layers.layer import Kind, Layer, Texts, data_of
from hooks.layers.text_hash import text_hash

ROOT = Path("/guide")
OWN = Path("/own")
LOCK = "content/advice/phone/lock.md"
DANGER = "content/advice/now/call.md"
PHONE = "docs/phone.md"
IRELAND = "content/places/ie.yml"
FILES = {
    LOCK: "---\naction: Change the code\nwords: [pin, passcode]\nhorizon: today\nreaction: 'yes'\n"
    "caution: It may be noticed.\nsources: [work]\nreviewed: 2026-11-22\n---\nPick a code.\n",
    DANGER: "---\naction: Call for help\nhorizon: now\nsources: [work]\nreviewed: 2026-11-22\n---\n"
    "Say where you are.\n",
    PHONE: "---\nview: phone\ntitle: Phone\nsummary: About phones.\n---\n# Your phone { #your-phone }\n\n"
    "<!-- advice: lock -->\n",
    IRELAND: "country: Ireland\nhelplines:\n"
    "- id: aid\n  name: Aid\n  number: ['1800 341 900']\n  how: It is free.\n",
    "content/sources.yml": "- {id: work, title: A work, by: Somebody, read: 2026-11-22, how: read}\n",
    "content/withdrawn.yml": "[]\n",
}
OLD = "0" * 8
"""The hash of a text that the guide does not have any more."""


def of(name: str) -> str:
    return text_hash(name, FILES[name])


def guide(**changed: str) -> Content:
    """Return the small guide; `changed` texts by the names of `FILES`, as `guide(**{LOCK: …})`."""
    files = FILES | changed
    return Content(files=files, data={name: data_of(name, text) for name, text in files.items()})


def laid(
    files: dict[str, str], content: Content | None = None, kind: Kind = "organisation"
) -> tuple[Content, list[str]]:
    """Lay the files over the small guide; return it with every problem."""
    content = content or guide()
    layer = Layer(kind, OWN, Texts(files, {name: data_of(name, text) for name, text in files.items()}))
    return content, lay_over(content, layer, ROOT)
