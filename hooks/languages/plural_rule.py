"""Say which form of a sentence each number takes in a language, in the form of gettext."""

from __future__ import annotations

from collections.abc import Callable
from gettext import c2py

from babel import Locale
from babel.messages.plurals import get_plural
from babel.plural import PluralRule, to_gettext

COUNTED = 1000
"""No number in the guide is larger: a form that none below takes, such as that of millions, is left out."""
HEAD = '''# Short texts of this guide. English is the key; msgctxt is the place of a text of its data.
msgid ""
msgstr ""
"Project-Id-Version: Quiet Guide\\n"
"Language: {code}\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=utf-8\\n"
"Content-Transfer-Encoding: 8bit\\n"
"Plural-Forms: {plural}\\n"'''


def head_of(code: str) -> str:
    """Return the first entry of a language's `words.po`. Raises ValueError where the language is unknown."""
    return HEAD.format(code=code, plural=plural_forms(Locale.parse(code, sep="-")))


def plural_forms(locale: Locale) -> str:
    """Return the plural rule of a language in the form of gettext, as `nplurals=2; plural=…;`.

    It is that of CLDR, written as those who translate know it where that says the same.
    """
    rule = locale.plural_form
    forms = [rule(number) for number in range(COUNTED)]
    usual = get_plural(str(locale))
    if is_same(usual.plural_expr, forms):
        return f"nplurals={usual.num_plurals}; plural={usual.plural_expr};"
    return to_gettext(PluralRule([(tag, text) for tag, text in rule.rules.items() if tag in forms]))


def is_same(expression: str, forms: list[str]) -> bool:
    """Return whether a rule of gettext parts the numbers from 0 on as `forms` does."""
    form: Callable[[int], int] = c2py(expression)
    pairs = {(form(number), tag) for number, tag in enumerate(forms)}
    return len(pairs) == len(set(forms)) == len({number for number, _tag in pairs})
