"""Each sentence of a script is in a finished script as it is, so that own words can take its place."""

from __future__ import annotations

from pathlib import Path

from hooks.layers.own_words import QUOTES, quoted, sentences_of
from hooks.translation.words import find_words

ROOT = Path(__file__).resolve().parents[2]


def test_every_sentence_of_scripts_is_found_in_a_finished_one(site: Path) -> None:
    sentences = [sentence for sentence, places in sentences_of(find_words(ROOT)).items() if places]
    scripts = "\n".join(path.read_text(encoding="utf-8") for path in sorted((site / "assets").glob("*.js")))

    assert len(sentences) > 1000
    assert [
        sentence for sentence in sentences if not any(quoted(sentence, quote) in scripts for quote in QUOTES)
    ] == []
