"""Which services answer in the language of this copy: these stand first, with what is dialled for it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from babel import Locale

from checklist.translation import _
from hooks.content.records import Contact
from hooks.languages.folders import ENGLISH
from hooks.languages.language import Language
from hooks.layers.organisation import Line

Way = Contact | Line


def spoken_names() -> dict[str, str]:
    """Return what a language is called inside a sentence, by its tag: all that a service can answer in."""
    return {
        "cr": _("Cree"),
        "cy": _("Welsh"),
        "en": _("English"),
        "es": _("Spanish"),
        "fr": _("French"),
        "iu": _("Inuktitut"),
        "oj": _("Ojibway"),
    }


def spoken_name(tag: str) -> str:
    """Return the name of a tag, or the name itself that an organisation wrote in its place."""
    return spoken_names().get(tag, tag)


def english_name(language: Language) -> str:
    """Return what those who speak English call a language."""
    return str(Locale(ENGLISH).languages.get(language.lang.partition("-")[0], language.name))


def for_readers_of(contacts: Iterable[Way], language: Language) -> list[Way]:
    """Put those that answer in a language first, then those with interpreters; change nothing for English."""
    known = list(contacts)
    if language.lang == ENGLISH:
        return known
    known.sort(key=lambda way: rank(way, language))
    return [in_language(way, language) for way in known]


def rank(way: Way, language: Language) -> int:
    return 0 if speaks(way, language) else 1 if has_interpreters(way) else 2


def speaks(way: Way, language: Language) -> bool:
    if isinstance(way, Line):
        return language.lang in way.languages or language.name in way.languages
    return way.answers is not None and way.answers.speaks(language.lang)


def has_interpreters(way: Way) -> bool:
    return isinstance(way, Contact) and way.answers is not None and way.answers.has_interpreters


def in_language(way: Way, language: Language) -> Way:
    """Return a contact with what is dialled and written for one language."""
    if isinstance(way, Contact) and way.answers:
        for own in way.answers.ways:
            if own.language == language.lang:
                return replace(way, then=own.then or way.then, word=own.word or way.word)
    return way


def answers_in_words(way: Way, language: Language) -> str:
    """Say in which language a service answers, for readers of another language than English."""
    if language.lang == ENGLISH:
        return ""
    if speaks(way, language):
        return _("Answers in {languages}.", languages=spoken_names().get(language.lang, language.name))
    if has_interpreters(way):
        return _("An interpreter can join the call.")
    languages = way.languages if isinstance(way, Line) else way.answers.languages if way.answers else ()
    return _("Answers in {languages}.", languages=", ".join(map(spoken_name, languages))) if languages else ""


def to_say(contact: Contact, language: Language) -> list[str]:
    """Return what is said in English, one after the other, to reach an interpreter of a language."""
    if language.lang == ENGLISH or contact.answers is None or contact.answers.speaks(language.lang):
        return []
    return [words.replace("{language}", english_name(language)) for words in contact.answers.say]
