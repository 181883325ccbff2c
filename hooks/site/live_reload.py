"""Allow MkDocs' live-reload script by its hash while serving. A build never holds it."""

from __future__ import annotations

import base64
import hashlib
import re
from typing import Any

from mkdocs.livereload import LiveReloadServer

POLICY = b"script-src 'self'"


def allow_live_reload(server: LiveReloadServer) -> None:
    inject: Any = server._inject_js_into_html
    server._inject_js_into_html = lambda page, epoch: allow_last_script(inject(page, epoch))  # type: ignore[method-assign]


def allow_last_script(page: bytes) -> bytes:
    """Add the hash of a page's last inline script to its policy; the script differs each time."""
    script = re.findall(rb"<script>(.*?)</script>", page, re.DOTALL)[-1]
    hashed = base64.b64encode(hashlib.sha256(script).digest())
    return page.replace(POLICY, POLICY + b" 'sha256-" + hashed + b"'", 1)
