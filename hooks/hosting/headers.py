"""The headers that a host sends with the guide: the one table, from which every server's file is written.

`make check-host` asks a published site for the same rows. Why each is sent, and what is left out on purpose,
is in `contributing/decisions/0029-what-a-host-sends.md`. The policy itself stands in `theme/base.html`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

ALL = r".*"
"""Every answer, whatever its status."""

HASHED = r"(?:[a-zA-Z-]+/)?assets/python/[^/]+\.[0-9a-f]{16}\.[a-z]+"
"""Python's files: their name changes with their bytes."""

FRESH = rf"(?!{HASHED}$).*"
"""All other files: what was read, and its name, may not stay on the disk."""

WIPE = r"wipe"
"""The address that clears; it is no file."""


@dataclass(frozen=True, kw_only=True)
class Condition:
    """Send the header only where the request has this one."""

    name: str
    value: str


@dataclass(frozen=True, kw_only=True)
class Header:
    """One row of the table."""

    files: str
    """A pattern that the whole path below the guide's folder matches."""
    name: str
    value: str
    only_if: Condition | None = None
    """A host that cannot look at the request has no such header, and no address that needs it."""

    def is_sent_with(self, path: str) -> bool:
        return re.fullmatch(self.files, path) is not None


FROM_THE_GUIDE_ITSELF = Condition(name="Sec-Fetch-Site", value="same-origin")
"""Browsers alone write it: a page cannot. Without it, any site could delete what a reader kept."""

SWITCHED_OFF = """
    accelerometer aria-notify autoplay bluetooth
    browsing-topics camera captured-surface-control clipboard-read compute-pressure
    cross-origin-isolated deferred-fetch deferred-fetch-minimal digital-credentials-create
    digital-credentials-get display-capture encrypted-media gamepad geolocation gyroscope hid
    identity-credentials-get idle-detection interest-cohort keyboard-map language-detector
    language-model local-fonts local-network local-network-access loopback-network magnetometer
    microphone midi on-device-speech-recognition otp-credentials
    payment picture-in-picture private-state-token-issuance private-state-token-redemption
    publickey-credentials-create publickey-credentials-get screen-wake-lock serial speaker-selection
    storage-access summarizer sync-xhr translator unload usb web-share window-management
    xr-spatial-tracking
"""
"""What Chromium, Firefox and Safari can be told to switch off, without what the guide uses: `clipboard-write`
to copy; `fullscreen` and `media-playback-while-not-visible` where a recording in the log is played.

Hints about the device (`ch-…`) are left out too: a browser sends them only to a host that asks for them.
"""


def headers_for(policy: str) -> tuple[Header, ...]:
    """Return the table; `policy` is the one of the pages (`hooks/site/offline.py: policy_of`)."""
    # A page cannot say in itself who may show it in a frame: only a header can.
    in_no_frame = f"{policy}; frame-ancestors 'none'"
    switched_off = ", ".join(f"{feature}=()" for feature in SWITCHED_OFF.split())
    return (
        Header(files=ALL, name="Content-Security-Policy", value=in_no_frame),
        Header(files=ALL, name="Referrer-Policy", value="no-referrer"),
        Header(files=ALL, name="X-Content-Type-Options", value="nosniff"),
        Header(files=ALL, name="Permissions-Policy", value=switched_off),
        Header(files=ALL, name="Cross-Origin-Opener-Policy", value="same-origin"),
        Header(files=ALL, name="Cross-Origin-Resource-Policy", value="same-origin"),
        Header(files=FRESH, name="Cache-Control", value="no-store"),
        Header(files=HASHED, name="Cache-Control", value="max-age=31536000, immutable"),
        Header(files=WIPE, name="Vary", value="Sec-Fetch-Site"),
        Header(
            files=WIPE,
            name="Clear-Site-Data",
            value='"cache", "storage"',
            only_if=FROM_THE_GUIDE_ITSELF,
        ),
    )


TYPES = {
    "html": "text/html; charset=utf-8",
    "css": "text/css; charset=utf-8",
    "js": "text/javascript; charset=utf-8",
    "mjs": "text/javascript; charset=utf-8",
    "json": "application/json",
    "wasm": "application/wasm",
    "bin": "application/octet-stream",
    "svg": "image/svg+xml",
    "txt": "text/plain; charset=utf-8",
    "xml": "application/xml",
    "pdf": "application/pdf",
    "zip": "application/zip",
    "gz": "application/gzip",
    "br": "application/octet-stream",
}
"""What each kind of file is sent as. Without the right type, a browser refuses a script or a worker."""
