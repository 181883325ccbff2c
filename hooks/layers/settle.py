"""Put what an organisation sets into MkDocs' own settings."""

from __future__ import annotations

from typing import Any

from mkdocs.config.defaults import MkDocsConfig

from hooks.layers.organisation import Organisation


def settle(config: MkDocsConfig, organisation: Organisation, settings: dict[str, Any]) -> list[str]:
    """Change `config` in place: names, the address, and `extra`; return every problem.

    `settings`: those of `extra:` in `mkdocs.yml` that `organisation.yml` sets under their own names.
    """
    config.extra.update(settings)
    return []
