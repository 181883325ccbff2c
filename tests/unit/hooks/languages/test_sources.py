"""Scripts get the sentences of a language in the place of English, before the bundler reads them."""

import json
import shutil
import subprocess
from pathlib import Path

import pytest

from hooks.languages.language import Language
from hooks.languages.sources import CALL, GETTEXT, gettext_in, said_in, with_words
from hooks.languages.words import Words
from hooks.translation.words import find_words

ROOT = Path(__file__).resolve().parents[4]
SPANISH = Language(lang="es", name="Español", formats="es-US")
WORDS = Words(
    sentences={
        "Open it": "Abrir",
        "Copied “{name}”. It stays.": "Se copió “{name}”. Ahí queda.",
        'Say "police" first.': "Di “police” primero.",
        "Line\nend": "Fin\nde línea",
    },
    plurals={"{count} step": ("{count} paso", "{count} pasos")},
)


@pytest.mark.parametrize(
    ("script", "expected"),
    [
        ('say(_("Open it"));', 'say(_("Abrir"));'),
        ('fill(\n  _(\n    "Copied “{name}”. It stays.",\n  ),\n  { name },\n);', None),
        ("_('Say \"police\" first.')", '_("Di “police” primero.")'),
        ('_("Line\\nend")', '_("Fin\\nde línea")'),
        ('_("Nobody has this")', '_("Nobody has this")'),
        ('say_("Open it"); open("Open it");', 'say_("Open it"); open("Open it");'),
        ('`${_("Open it")}!`', '`${_("Abrir")}!`'),
    ],
)
def test_a_sentence_is_replaced_in_its_call_and_nowhere_else(script, expected):
    expected = expected or script.replace("Copied “{name}”. It stays.", "Se copió “{name}”. Ahí queda.")

    assert with_words(script, WORDS) == expected


def test_a_plural_has_all_forms_of_the_language_and_counts_by_its_rule(tmp_path):
    node = shutil.which("node")
    assert node, "Node is missing; type `make installed`"
    russian = "n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2"
    words = Words(plurals={"{count} step": ("{count} шаг", "{count} шага", "{count} шагов")}, rule=russian)
    gettext = gettext_in((ROOT / GETTEXT).read_text("utf-8"), SPANISH, words)
    call = with_words('const said = (n) => ngettext("{count} step", "{count} steps", n);', words)
    script = tmp_path / "said.mjs"
    script.write_text(f"{gettext}\n{call}\nconsole.log(JSON.stringify([1, 2, 5, 11, 21, 22].map(said)));")

    said = json.loads(subprocess.run([node, str(script)], capture_output=True, text=True, check=True).stdout)

    assert said == ["1 шаг", "2 шага", "5 шагов", "11 шагов", "21 шаг", "22 шага"]


def test_a_plural_without_words_keeps_both_english_forms():
    script = 'ngettext("{count} entry", "{count} entries", n)'

    assert with_words(script, WORDS) == 'ngettext(["{count} entry", "{count} entries"], 0, n)'


def test_every_sentence_that_is_listed_is_found_in_its_script():
    listed = {}
    for message in find_words(ROOT):
        for name, _line in message.locations if message.id else ():
            if name.endswith(".js"):
                one = message.id if isinstance(message.id, str) else message.id[0]
                listed.setdefault(name, set()).add(one)

    found = {
        name: {said_in(call["one"]) for call in CALL.finditer((ROOT / name).read_text("utf-8"))}
        for name in listed
    }

    assert {name: listed[name] - found[name] for name in listed if listed[name] - found[name]} == {}
