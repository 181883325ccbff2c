"""English words that stay in every language, each with its reason."""

from __future__ import annotations

NAMES: dict[str, str] = {}


def is_name(word: str, text: str) -> bool:
    return False
