"""No text and no address becomes a script, a worker or markup but what the guide makes, in three engines."""

from __future__ import annotations

from typing import Any

from tests.engines.engine import Engine
from tests.engines.host import Host

pytest_plugins = "tests.engines.fixtures"

TRY_EACH = """() => {
  const script = () => document.createElement('script');
  const own = new URL('assets/offline.js', document.baseURI).href;
  const blob = URL.createObjectURL(new Blob([''], { type: 'text/javascript' }));
  const tries = {
    'own script': () => { script().src = own },
    'worker from a blob': () => new Worker(blob).terminate(),
    'parsed page': () => new DOMParser().parseFromString('<b>x</b>', 'text/html'),
    'script from elsewhere': () => { script().src = 'https://example.org/a.js' },
    'script of this host': () => { script().src = new URL('other.js', document.baseURI).href },
    'script from data': () => { script().src = 'data:text/javascript,1' },
    'script from a blob': () => { script().src = blob },
    'text of a script': () => { script().textContent = '1' },
    'worker of this host': () => new Worker('assets/vault.js').terminate(),
    'inner markup': () => { document.createElement('p').innerHTML = '<b>x</b>' },
    'markup beside': () => document.querySelector('h1').insertAdjacentHTML('afterend', '<b>x</b>'),
    'page in a frame': () => { document.createElement('iframe').srcdoc = '<b>x</b>' },
    'markup of a range': () => document.createRange().createContextualFragment('<b>x</b>'),
    'policy of another name': () => trustedTypes.createPolicy('own', {}),
    'second policy': () => trustedTypes.createPolicy('default', {}),
  };
  const passes = (attempt) => { try { attempt(); return true } catch { return false } };
  return Object.keys(tries).filter((name) => passes(tries[name]));
}"""
OWN = ["own script", "worker from a blob", "parsed page"]


def what_passes(engine: Engine) -> Any:
    return engine.script(f"({TRY_EACH})()")


def test_only_what_the_guide_does_passes(engine: Engine, host: Host) -> None:
    engine.open(host.address)
    engine.wait_for("html[data-reader=ready]")

    assert engine.script("typeof trustedTypes") == "object"
    assert what_passes(engine) == OWN
