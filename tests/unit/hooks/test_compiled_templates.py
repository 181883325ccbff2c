"""Templates are cached as they were compiled, and compiled again when they or our code change."""

from __future__ import annotations

from pathlib import Path

import pytest
from jinja2 import Environment, FileSystemLoader

from hooks.site.compiled_templates import cache_compiled


@pytest.fixture
def project(tmp_path: Path) -> Path:
    (tmp_path / "hooks").mkdir()
    (tmp_path / "hooks/filters.py").write_text("")
    (tmp_path / "page.html").write_text("{{ 'words' | shown }}")
    return tmp_path


def render(project: Path, mark: str) -> str:
    env = Environment(loader=FileSystemLoader(project))
    env.filters["shown"] = lambda text: mark + text
    cache_compiled(env, project)
    return env.get_template("page.html").render()


def test_a_template_is_compiled_anew_when_its_text_or_our_code_has_changed(project: Path) -> None:
    assert render(project, "a ") == "a words"
    assert len(cached(project)) == 1

    (project / "page.html").write_text("{{ 'other' | shown }}")
    assert render(project, "a ") == "a other"
    assert len(cached(project)) == 1

    (project / "hooks/filters.py").write_text("# another filter")
    assert render(project, "b ") == "b other"
    assert len(cached(project)) == 2


def test_a_template_that_has_not_changed_is_taken_as_it_was_compiled(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    render(project, "a ")
    monkeypatch.delattr(Environment, "_generate")
    assert render(project, "a ") == "a words"


def cached(project: Path) -> list[Path]:
    return [*(project / ".cache/templates").iterdir()]
