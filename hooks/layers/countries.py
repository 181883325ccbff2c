"""Leave countries out: their files, and each place that offers or names one of them."""

from __future__ import annotations

from typing import Any

from checklist.translation import _
from hooks.content.log import LOG
from hooks.content.model import Content
from hooks.layers.left_out import PLACES, records_in, value_of

TERRITORIES = "content/territories.yml"
QUESTIONS = "content/questions.yml"
UNION = "eu"
IN_UNION = "ie"


def take_out_countries(content: Content, places: frozenset[str]) -> None:
    """Leave out `places`, as `uk`. The list of every territory stays, with the library's numbers."""
    for note in records_in(content.data.get(TERRITORIES)):
        if note.get("place") in places:
            del note["place"]
            note.pop("why", None)
    for place in places:
        name = f"{PLACES}{place}.yml"
        del content.files[name], content.data[name]
    for question in records_in(content.data.get(QUESTIONS)):
        if question.get("id") == "country":
            question["options"] = options_without(question.get("options"), places)
    log = content.data.get(LOG)
    if isinstance(log, dict) and isinstance(log.get("police"), list):
        log["police"] = [entry for entry in log["police"] if value_of(entry, "id") not in places]


def options_without(options: Any, places: frozenset[str]) -> Any:
    if not isinstance(options, list):
        return options
    for option in records_in(options):
        if option.get("id") == UNION and IN_UNION in places:
            option["label"] = _("A country in the European Union")
    return [option for option in options if value_of(option, "id") not in places]
