"""What happens last in a build: it stops where the site shows its topic, if the settings ask for that."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from mkdocs.exceptions import Abort

from hooks import events

PAGE = "<!doctype html><html><head><title>{}</title></head><body></body></html>"


@pytest.fixture
def done(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Leave out all that needs a whole site, and note its order."""
    steps: list[str] = []
    for name in ("add_sizes", "finish", "list_or_refuse"):
        monkeypatch.setattr(events, name, lambda *_, name=name: steps.append(name))
    monkeypatch.setattr(events, "state", events.State())
    return steps


def config(folder: Path, title: str) -> Any:
    (folder / "index.html").write_text(PAGE.format(title))
    return SimpleNamespace(site_dir=str(folder), config_file_path=str(folder / "mkdocs.yml"), site_url=None)


def test_a_strict_guide_stops_where_its_title_tells(done: list[str], tmp_path: Path) -> None:
    events.state.is_strict = True
    with pytest.raises(Abort) as stopped:
        events.on_post_build(config(tmp_path, "Stalking"))
    assert str(stopped.value) == "The built site shows what it is about.\nindex.html: title: Stalk"
    assert done == ["add_sizes", "finish", "list_or_refuse"]
    events.on_post_build(config(tmp_path, "Notes"))


def test_another_is_built(done: list[str], tmp_path: Path) -> None:
    events.on_post_build(config(tmp_path, "Stalking"))
    assert done == ["add_sizes", "finish", "list_or_refuse"]
