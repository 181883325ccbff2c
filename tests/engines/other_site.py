"""Another site, which wants to harm the guide's readers."""

from __future__ import annotations

from tests.browser.support import Handler


class OtherHandler(Handler):
    """Answer with an empty page, and redirect to the address after `/to?`."""

    def do_GET(self) -> None:  # noqa: N802
        _, _, target = self.path.partition("/to?")
        page = b"<!doctype html><title>Elsewhere</title><body>"
        self.send_response(302 if target else 200)
        if target:
            self.send_header("Location", target)
        self.send_header("Content-Type", "text/html")
        self.send_header("Content-Length", str(len(page)))
        self.end_headers()
        self.wfile.write(page)
