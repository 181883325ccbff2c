"""What a reader does on the plan's page, in any engine."""

from __future__ import annotations

from tests.engines.engine import Engine

FIRST_DONE = "[data-view-id=plan] [data-horizon] [data-item] input[value=done]"
IS_DONE = "(css) => document.querySelector(css).checked"
BE_WHOLE = """() => {
  const { dataset } = document.querySelector("[data-view-id=plan]")
  if (dataset.screen && dataset.screen !== "whole")
    document.querySelector("[data-view-id=plan] [data-to-screen=whole]").click()
}"""


def open_plan(engine: Engine, *, with_script: bool = True) -> None:
    """Open the plan from the first page, as a reader gets to it, and show it whole if its script arrives."""
    engine.click("a[data-open='plan']")
    engine.wait_for("[data-view-id=plan] h1")
    if with_script:
        show_whole(engine)


def show_whole(engine: Engine) -> None:
    """Show all of the plan on one page, as soon as its script shows one screen of it."""
    engine.wait_for("[data-view-id=plan][data-screen]")
    engine.wait_for(lambda: engine.script("document.querySelector('[data-mark=mine]') !== null"))
    engine.script(BE_WHOLE)


def tick(engine: Engine) -> None:
    """Tick it; try once more if parts that loaded in the meantime moved it away from the click."""

    def done() -> bool:
        engine.script(BE_WHOLE)
        if not is_ticked(engine):
            engine.click(FIRST_DONE)
        return is_ticked(engine)

    engine.wait_for(done)


def is_ticked(engine: Engine) -> bool:
    return bool(engine.script(IS_DONE, FIRST_DONE))


def vault_is(engine: Engine, state: str) -> None:
    engine.wait_for(f"html[data-vault={state}]")


def keep(engine: Engine) -> str:
    """Keep the plan on the device; return its passphrase."""
    show_whole(engine)
    engine.click("[data-slot=vault] summary")
    engine.click("[data-vault=choose]")
    words = str(engine.wait_for(lambda: engine.text("[data-slot=vault] .made-words")))
    engine.click("[data-vault=keep]")
    vault_is(engine, "unlocked")
    engine.wait_for(lambda: engine.text(".vault-status") == "Kept on this device")
    return words


def unlock(engine: Engine, passphrase: str) -> None:
    vault_is(engine, "locked")
    engine.type("[data-slot=vault] [data-passphrase]", passphrase)
    engine.click("[data-vault=unlock]")
    vault_is(engine, "unlocked")
