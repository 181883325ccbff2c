from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from .files import File


@dataclass(eq=False, kw_only=True)
class Page:
    """A page, as hooks and templates read it."""

    file: File
    meta: dict[str, Any]
    title: str
    url: str
    markdown: str
    content: str = ""
    children: None = None
