"""One page of each template, for what content alone cannot break (test_every_page.py keeps it complete)."""

from __future__ import annotations

SHEETS = (
    "incident-log",
    "wallet-card-us",
    "first-ten-minutes",
    "full-plan",
    "handout-work",
    "booklet",
)
"""All sheets are made of the same few parts and colours, each of them on one of these."""

OF_EACH_TEMPLATE = {
    *(
        f"{name}.html"
        for name in ("404", "index", "phone", "now", "numbers", "plan", "log", "check", "method", "offline")
    ),
    "about.html",
    "reading.html",
    "support.html",
    *(f"sheets/{id}.html" for id in SHEETS),
    "sheets.html",
}
