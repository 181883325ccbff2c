"""Find every sentence in `_()`, `ngettext()` or `{% trans %}`."""

from __future__ import annotations

from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_file

SOURCES = {
    "checklist/**/*.py": "python",
    "hooks/**/*.py": "python",
    "theme/**/*.html": "jinja2.ext:babel_extract",
    "theme/**/*.js": "javascript",
}
"""Where sentences are, and how Babel reads the files."""

KEYWORDS = {"_": None, "gettext": None, "ngettext": (1, 2)}
COMMENT = "Translators:"
"""How a comment begins that those who translate should read."""

# A template with a mistake stops the command; nested calls in `${…}` of a script are read too.
OPTIONS = {"silent": "false", "parse_template_string": True, "jsx": False}


def find_words(root: Path) -> Catalog:
    """List each sentence once, with all places that have it."""
    words = Catalog(project="Quiet Guide", copyright_holder="the authors of the Quiet Guide")
    for pattern, method in SOURCES.items():
        for path in sorted(root.glob(pattern)):
            name = path.relative_to(root).as_posix()
            for line, sentence, comments, context in extract_from_file(
                method, path, KEYWORDS, [COMMENT], OPTIONS, strip_comment_tags=True
            ):
                words.add(sentence, None, [(name, line)], auto_comments=comments, context=context)
    return words
