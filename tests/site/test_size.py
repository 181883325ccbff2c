"""What a page and the reader weigh, and what is not shipped."""

from __future__ import annotations

import gzip
from pathlib import Path

import material
import pytest

TOPIC_PAGE = 15_000  # bytes, gzip -9, in all
READER = 80_000
MORE = {"index.html": ["assets/reader.js"], "plan.html": ["assets/plan.js"]}
PAGE_FILES = ("assets/guide.css", "assets/page.js", "assets/icon.svg")


def test_a_topic_page_weighs_at_most_15_kilobytes_in_all(site, content):
    topics = {item.topic for item in content.items.values()}
    weights = {topic: gzipped(site, f"{topic}.html", *PAGE_FILES) for topic in topics}

    assert {topic: weight for topic, weight in weights.items() if weight > TOPIC_PAGE} == {}


def test_the_reader_weighs_at_most_80_kilobytes_before_python(site):
    assert gzipped(site, "index.html", "assets/reader.js", *PAGE_FILES) <= READER


def test_a_page_loads_what_is_counted_and_nothing_else(pages):
    for name, page in pages.items():
        loaded = page.xpath("//script/@src | //link[@rel='stylesheet' or @rel='icon']/@href | //img/@src")
        assert {address.lstrip("./") for address in loaded} == {*PAGE_FILES, *MORE.get(name, [])}, name
        assert len(page.xpath("//link")) == 2, name


@pytest.mark.parametrize("kind", ["js", "css", "map", "woff2"])
def test_no_file_of_materials_is_shipped(site, kind):
    theirs = {path.read_bytes() for path in Path(material.__file__).parent.rglob(f"*.{kind}")}

    assert [path.name for path in site.rglob(f"*.{kind}") if path.read_bytes() in theirs] == []
    assert not (site / "assets" / "javascripts").exists()
    assert not (site / "search").exists()


def test_no_source_of_ours_is_shipped(site):
    names = {path.relative_to(site).parts[0] for path in site.rglob("*")}

    assert not names & {"components", "partials", "hooks", "content", "README.html"}
    assert not names & {"page.js", "reader.js", "plan.js", "guide.css"}
    assert not [*site.rglob("*.md"), *site.rglob("*.yml"), *site.rglob("*.py"), *site.rglob("own.css")]


def gzipped(site: Path, *names: str) -> int:
    """Return what the files weigh on the wire, each compressed by itself."""
    return sum(len(gzip.compress((site / name).read_bytes(), 9, mtime=0)) for name in names)
