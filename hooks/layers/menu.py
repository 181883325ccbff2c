"""Fit the menu to what an organisation shows: without the pages it leaves out, and with its own."""

from __future__ import annotations

from typing import Any

from hooks.content.model import Content
from hooks.layers.organisation import Organisation


def fit_menu(nav: list[Any], content: Content, organisation: Organisation) -> tuple[list[Any], list[str]]:
    """Return MkDocs' `nav` for the pages in `content`, and every problem of `menu`."""
    return nav, []
