"""Leave out what an organisation does not show, and all that leads to it."""

from __future__ import annotations

from hooks.content.model import Content
from hooks.layers.organisation import Organisation


def leave_out(content: Content, organisation: Organisation) -> list[str]:
    """Take what `countries` and `leave_out` name out of `content.files` and `content.data`, in place.

    Return every problem as `organisation.yml: field: what is wrong; what is possible`.
    """
    return []
