"""Tests are written in English, and run in every language: what they expect is said in that language."""

from __future__ import annotations

import ast

import pytest

from tests.languages.literals import Literals
from tests.languages.phrases import Phrases
from tests.languages.translate import Translator


@pytest.fixture(scope="module")
def translator() -> Translator:
    phrases = Phrases(formats="es-US")
    for english, own in {
        "Leave now": "Salir ya",
        "Lock now": "Bloquear ahora",
        "Written down as entry {number}. {kept}": "Quedó escrito como anotación {number}. {kept}",
        "Only in this page.": "Solo en esta página.",
        "Why and how: {action}": "Por qué y cómo: {action}",
        "Choose a phone": "Elige un teléfono",
        "The passphrase is changed. It opens all.": "Se cambió la frase. Lo abre todo.",
        "A part did not load. Try again.": "Una parte no se cargó. Prueba otra vez.",
        "{count} times": "{count} veces",
        "{one} and {other}": "{one} y {other}",
        "{weekday} {day}": "{weekday} {day}",
        "{day}, {time}": "{day}, {time}",
        "about {time}": "alrededor de las {time}",
        "{from} to {until}": "Del {from} al {until}",
        "{count} of {all} entries, printed on {day}.": "{count} de {all} anotaciones, impreso el {day}.",
        "Page {page} of {pages}": "Página {page} de {pages}",
        "{count} was removed.": "Se quitó {count}.",
        "Person": "Persona",
        "Remove {entry}": "Quitar {entry}",
        "{entry} {number}": "{entry} {number}",
        "you live with the person": "vives con esa persona",
    }.items():
        phrases.add(english, own, is_of_program=True)
    return Translator(phrases)


@pytest.mark.parametrize(
    ("english", "own"),
    [
        ("Leave now", "Salir ya"),
        (" Leave now ", " Salir ya "),
        ("Why and how: Choose a phone", "Por qué y cómo: Elige un teléfono"),
        (
            "Written down as entry 7. Only in this page.",
            "Quedó escrito como anotación 7. Solo en esta página.",
        ),
        ("Leave now. Lock now", "Leave now. Lock now"),
        ("The passphrase is changed. Only in this page.", "Se cambió la frase. Solo en esta página."),
        ("did not load", "Una parte no se cargó. Prueba otra vez."),
        ("17 times", "17 veces"),
        ("Remove Person 1", "Quitar Persona 1"),
        ("You live with the person", "Vives con esa persona"),
        ("Only in this page. 1 was removed.", "Solo en esta página. Se quitó 1."),
        ("Only in this page. \ue0ff \ue0fe", "Solo en esta página. \ue0ff \ue0fe"),
        ("\ue0ff Only in this page.", "\ue0ff Solo en esta página."),
        ("Tuesday 3 March 2026", "martes 3 de marzo de 2026"),
        ("Tuesday 3 March 2026, 21:15", "martes 3 de marzo de 2026, 21:15"),
        ("Tuesday 3 March 2026, about 21:15", "martes 3 de marzo de 2026, alrededor de las 21:15"),
        ("Why and how: 1 June 2027", "Por qué y cómo: 1 de junio de 2027"),
        ("{from} to {until}", "Del {from} al {until}"),
        ("1 of 2 entries, printed on ", "1 de 2 anotaciones, impreso el "),
        ("The best 12 of", "The best 12 of"),
        ("[aria-label='Leave now']", "[aria-label='Salir ya']"),
        (
            '- heading "Leave now" [level=1]\n- text: Lock now',
            '- heading "Salir ya" [level=1]\n- text: Bloquear ahora',
        ),
        ("- paragraph: /^Lock now .*/", r"- paragraph: /^Bloquear\ ahora\ .*/"),
        ("He waited and left", "He waited and left"),
        ("() => { const look = 'Leave now' }", "() => { const look = 'Salir ya' }"),
        ("phone", "phone"),
    ],
)
def test_a_text_is_said_in_the_language(translator, english, own):
    assert translator.say(english) == own


@pytest.mark.parametrize(
    ("english", "own"),
    [
        (r"^The passphrase is changed\.", r"^Se\ cambió\ la\ frase\."),
        (r"^Written down as entry \d+. .*", r"^Quedó\ escrito\ como\ anotación\ \d+\.\ .*"),
        (r"[a-z]+ .*", r"[a-z]+ .*"),
        (r"Page 1 of (\d+)", r"Página\ 1\ de\ (\d+)"),
        ("Leave now|Lock now", r"Salir\ ya|Bloquear\ ahora"),
        ("(Leave|Lock) now", "(Leave|Lock) now"),
    ],
)
def test_a_regular_expression_keeps_what_is_no_text(translator, english, own):
    assert translator.say_pattern(english) == own


def test_a_module_keeps_its_code_its_keys_and_what_documents_it(translator):
    module = '''
"""Leave now"""
press("Leave now")
page.keyboard.press("Leave now")
page.goto(f"phone.html#{place}")
said(f"Written down as entry {number}. {IN_MEMORY}")
re.compile("^Lock now$")
'''
    made = ast.unparse(Literals(translator).visit(ast.parse(module))).splitlines()
    assert made == [
        '"""Leave now"""',
        "press('Salir ya')",
        "page.keyboard.press('Leave now')",
        "page.goto(f'phone.html#{place}')",
        "said(f'Quedó escrito como anotación {number}. {IN_MEMORY}')",
        r"re.compile('^Bloquear\\ ahora$')",
    ]
