"""Write the theme's scripts with the sentences of a language in them, for the bundler."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path

from hooks.languages.folder_of_language import put_in_folder
from hooks.languages.language import Language
from hooks.languages.words import Words

LITERAL = r'"(?:[^"\\\n]|\\.)*"|' r"'(?:[^'\\\n]|\\.)*'"
CALL = re.compile(
    rf"\b(?P<call>_|ngettext)\((?P<open>\s*)(?P<one>{LITERAL})(?:(?P<comma>,\s*)(?P<many>{LITERAL}))?"
)
"""A sentence in a call, as prettier writes it."""
ESCAPE = re.compile(r"\\(u\{[0-9a-fA-F]+\}|u[0-9a-fA-F]{4}|x[0-9a-fA-F]{2}|.)", re.DOTALL)
ESCAPED = {"n": "\n", "t": "\t", "r": "\r", "0": "\0"}

GETTEXT = "theme/components/common/gettext.js"
FORMATS = 'LANGUAGE = "en-GB"'
DIRECTION = 'DIRECTION = "ltr"'
ENGLISH_RULE = "count === 1 ? one : many"


def write_sources(
    root: Path, own: Path, folder: Path, language: Language, words: Words, carried: tuple[str, ...]
) -> None:
    """Write into the empty `folder` all that bundles are made from, with this language's words.

    What `own`, the language's folder, has below `theme/` takes the place of the guide's: lists of words.
    `carried`: other files of `root` that scripts include.
    """
    for path in sorted((root / "theme").rglob("*")):
        name = path.relative_to(root)
        if path.is_dir() or name.parts[1] == "vendor":
            continue
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        if path.suffix == ".js":
            text = put_in_folder(name.as_posix(), path.read_text(encoding="utf-8"))
            (folder / name).write_text(with_words(text, words), encoding="utf-8")
        else:
            shutil.copyfile(path, folder / name)
    for other in carried:
        (folder / other).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(root / other, folder / other)
    gettext = (root / GETTEXT).read_text(encoding="utf-8")
    (folder / GETTEXT).write_text(gettext_in(gettext, language, words), encoding="utf-8")
    for path in sorted((own / "theme").rglob("*.js")):
        shutil.copyfile(path, folder / path.relative_to(own))


def with_words(text: str, words: Words) -> str:
    """Return a script with the words of a language in its calls; what has none stays English."""

    def put(call: re.Match[str]) -> str:
        one = said_in(call["one"])
        if call["call"] == "ngettext" and call["many"]:
            forms = words.plurals.get(one, (one, said_in(call["many"])))
            return f"ngettext({call['open']}{json.dumps(list(forms), ensure_ascii=False)}{call['comma']}0"
        own = words.sentences.get(one)
        if own is None:
            return call[0]
        rest = f"{call['comma']}{call['many']}" if call["many"] else ""
        return f"{call['call']}({call['open']}{json.dumps(own, ensure_ascii=False)}{rest}"

    return CALL.sub(put, text)


def gettext_in(text: str, language: Language, words: Words) -> str:
    """Return the module that says sentences, with this language's formats, direction and plural rule."""
    rule = re.sub(r"\bn\b", "count", words.rule)
    said = {
        FORMATS: f'LANGUAGE = "{language.formats}"',
        DIRECTION: f'DIRECTION = "{language.dir}"',
        ENGLISH_RULE: f"/** @type {{any}} */ (one)[Number({rule})]",
    }
    for english, own in said.items():
        assert english in text
        text = text.replace(english, own)
    return text


def said_in(literal: str) -> str:
    """Return what a text of a script says."""

    def sign(escape: re.Match[str]) -> str:
        written = escape[1]
        if written[0] in "ux" and len(written) > 1:
            return chr(int(written.strip("ux{}"), 16))
        return ESCAPED.get(written, written)

    return ESCAPE.sub(sign, literal[1:-1])
