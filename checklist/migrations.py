"""Bring a plan of an earlier format to today's, one version at a time."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from .errors import ChecklistError

NOT_A_PLAN = "plan: not a plan of this guide; possible: a file that this guide saved"
NEWER = "plan: made by a newer version of this guide; possible: load the guide anew, then open it again"
KIND = "plan"
VERSION = 1
"""Today's format. Every released one keeps a real file in `tests/cases/plans/released/`."""

Migration = Callable[[dict[str, Any]], dict[str, Any]]
MIGRATIONS: dict[int, Migration] = {}
"""A version to the function that makes the next one of it, named for what it changes."""


def upgrade(data: Any) -> dict[str, Any]:
    """Return the plan in today's format. What it is not given to change, it leaves as it is."""
    if not isinstance(data, dict) or data.get("kind") != KIND or not _is_version(data.get("version")):
        raise ChecklistError([NOT_A_PLAN])
    if data["version"] > VERSION:
        raise ChecklistError([NEWER])
    plan: dict[str, Any] = data
    for version in range(data["version"], VERSION):
        plan = {**MIGRATIONS[version](plan), "version": version + 1}
    return plan


def _is_version(value: Any) -> bool:
    return type(value) is int and value >= 1  # `True` would count as an int
