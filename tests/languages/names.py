"""What stays as it is in every language: names, each kind with its reason."""

from __future__ import annotations

import json
import re
from functools import cache
from typing import Any

from babel import Locale
from mkdocs.config import load_config

from hooks.content.load import load_guide
from hooks.hosting.bom import BOM
from tests.browser.support import ROOT

OF_PROGRAMS = (
    *(
        "AirDrop",
        "AirTag",
        "AirTags",
        "Alexa",
        "Android",
        "Apple",
        "Bluetooth",
        "Chrome",
        "Chromium",
        "Facebook",
    ),
    *(
        "Firefox",
        "Google",
        "Instagram",
        "iCloud",
        "iOS",
        "iPad",
        "iPhone",
        "Linux",
        "macOS",
        "Microsoft",
        "Python",
    ),
    *(
        "Safari",
        "Safety Check",
        "Samsung",
        "Signal",
        "Siri",
        "Snapchat",
        "Tails",
        "TikTok",
        "Tor",
        "WhatsApp",
    ),
    *("Windows", "YouTube"),
)
"""Programs, devices and their parts: a reader has to find them by the name that the screen shows."""

OF_OFFICES = (
    *("Safe Connections Act", "Take It Down", "Victim Information and Advice", "Victim Notification Scheme"),
    *(
        "opt out",
        "open register",
        "personal safety intervention order",
        "crime reference number",
        "file number",
    ),
)
"""Services, laws and words on forms: a reader has to ask for them by these words."""
OF_LICENCES = ("CC BY", "ODC-By")
OF_THE_GUIDE = ("phone",)
"""Parts of the guide's own addresses."""
OF_KEYS = ("Delete",)
"""What stands on keys."""
OF_TIMES = ("am", "pm")


@cache
def names() -> re.Pattern[str]:
    """Return what finds every name, the longest first."""
    content, _ = load_guide(load_config(str(ROOT / "mkdocs.yml"), hooks=[]))
    found = {*OF_PROGRAMS, *OF_OFFICES, *OF_LICENCES, *OF_THE_GUIDE, *OF_KEYS, *OF_TIMES}
    # Works, and those who published them, are looked up by their own titles.
    found |= {text for source in content.sources for text in (source.title, source.by)}
    # Services and laws are called by their own names.
    found |= {entry.name for place in content.places.values() for entry in place.entries}
    # Where the library of countries has no names in a language, it has the English ones.
    found |= set(Locale("en").territories.values())
    # Parts of the program are called as their makers call them.
    parts = json.loads((ROOT / "site" / BOM).read_text("utf-8"))["components"]
    found |= {part["name"] for part in parts} | {licence_of(part) for part in parts}
    ordered = sorted(filter(None, found), key=len, reverse=True)
    return re.compile("|".join(rf"(?<!\w){re.escape(name)}(?!\w)" for name in ordered))


def licence_of(part: dict[str, Any]) -> str:
    licences = part.get("licenses") or [{}]
    return str(licences[0].get("license", {}).get("id", ""))
