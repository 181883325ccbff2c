"""Watch what a visit leaves behind: violations, messages, requests elsewhere, and anything stored."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlsplit

from playwright.sync_api import BrowserContext, Page

from hooks.languages.folders import language_of_build
from tests.browser.support import ROOT, stored

AXE = (ROOT / "node_modules/axe-core/axe.min.js").read_text(encoding="utf-8")
CONTRAST = "color-contrast"  # by far the slowest rule
OF_MADE_UP = ["html-lang-valid"] if language_of_build().startswith("qps") else []
"""What is wrong with a language that nobody speaks: no list of languages has it."""
OF_COLOURS = [CONTRAST, "link-in-text-block"]
AXE_TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"]

LISTEN = """
window.policyViolations = []
document.addEventListener('securitypolicyviolation', (event) =>
  window.policyViolations.push(`${event.effectiveDirective}: ${event.blockedURI} ${event.sample}`))
"""


class Traces:
    """Gather what a context does; give it to `left` once the page has rested."""

    def __init__(self, context: BrowserContext, origin: str) -> None:
        self._origin = urlsplit(origin).netloc
        self.said: list[str] = []
        self.elsewhere: list[str] = []
        context.add_init_script(LISTEN)
        context.on("console", lambda message: self.said.append(f"{message.type}: {message.text}"))
        context.on("weberror", lambda error: self.said.append(f"error: {error.error}"))
        context.on("request", lambda request: self._note(request.url))

    def _note(self, url: str) -> None:
        parts = urlsplit(url)
        if parts.scheme not in ("blob", "data") and parts.netloc != self._origin:
            self.elsewhere.append(url)

    def left(self, page: Page) -> dict[str, Any]:
        """Return everything that should not be there, by kind; empty when nothing was left."""
        found = {
            "violations": page.evaluate("window.policyViolations"),
            "said": self.said,
            "elsewhere": self.elsewhere,
            **stored(page),
        }
        return {kind: what for kind, what in found.items() if what}


# Hidden parts have no barriers, but axe would read all of them: remove them for the check, and put them back.
# A control that the page has scrolled half below the header is no fault: so nothing sticks meanwhile.
RUN_AXE = """async ({ aside, options }) => {
  const places = [...document.querySelectorAll(aside)].map((part) => {
    const place = document.createComment('')
    part.replaceWith(place)
    return [place, part]
  })
  const isStuck = (part) => getComputedStyle(part).position === 'sticky'
  const stuck = [...document.body.querySelectorAll('*')].filter(isStuck)
  for (const part of stuck) part.style.position = 'relative'
  try {
    return (await axe.run(document, options)).violations
  } finally {
    for (const part of stuck) part.style.removeProperty('position')
    for (const [place, part] of places) place.replaceWith(part)
  }
}"""
HIDDEN = "main > article[hidden]"
OTHER_SCREENS = f"{HIDDEN}, main [hidden]"
"""For a state of a page of which another test looks at all parts at once."""
FEW_STEPS = f"{OTHER_SCREENS}, .step-list > :nth-child(n + 4)"
"""Three steps of each list stand for the others: test_every_page.py looks at all of them."""
ALIKE = f"{HIDDEN}, :is(.sources, .claims) > :nth-child(n + 13)"
"""Hundreds of further entries look the same, so twelve represent all of them."""


def axe_problems(
    page: Page, rules: list[str] | None = None, without: str = "", aside: str = HIDDEN
) -> list[str]:
    """Run axe on what is shown, all rules or these; return each violation with the elements that have it.

    `aside` finds what is left out: hidden views, and parts of which others of the same template stay.
    """
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE)
    only = {"type": "rule", "values": rules} if rules else {"type": "tag", "values": AXE_TAGS}
    left_out = {rule: {"enabled": False} for rule in (without, *OF_MADE_UP) if rule}
    options = {"runOnly": only, "rules": left_out, "resultTypes": ["violations"], "preload": False}
    violations = page.evaluate(RUN_AXE, {"aside": aside, "options": options})
    return [
        f"{violation['id']}: {node['html'][:160]} {node['failureSummary'][:240]}"
        for violation in violations
        for node in violation["nodes"][:8]
    ]
