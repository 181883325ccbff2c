"""Read addresses as browsers do: where one leads, and whether it leads there for every reader."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import SplitResult, urlsplit

WRITTEN = re.compile(r"[A-Za-z0-9._~:/?#\[\]@!$&'()*+,;=%-]+")
HOST = re.compile(r"(?:[a-z0-9_](?:[a-z0-9_-]*[a-z0-9_])?\.)+[a-z][a-z0-9-]*[a-z0-9]")
"""A name with a dot, whose last part is no number: browsers read `2130706433` and `a.0x7f` as addresses."""
NOT_PUBLIC = (".local", ".localhost", ".internal", ".invalid", ".test", ".example", ".onion", ".home.arpa")
SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")

SCHEMES = {
    "https:": re.compile(r"https://.+", re.DOTALL),
    "tel:": re.compile(r"tel:\+?(?:[0-9*#-]|%23)+"),
    "sms:": re.compile(r"sms:\+?[0-9-]+"),
    "mailto:": re.compile(r"mailto:[A-Za-z0-9._+-]+@[A-Za-z0-9.-]+"),
}
"""What a link of the guide may begin with, and the form that the whole address has then."""


def problems_of_link(address: str) -> Iterator[str]:
    """Yield what is wrong with a link of the guide's text: outside, to a phone, or to a page of its own."""
    if "\\" in address or any(not sign.isprintable() or sign.isspace() for sign in address):
        yield "browsers read a blank, a sign that cannot be seen and \\ in their own way; leave them out"
    elif scheme := SCHEME.match(address):
        form = SCHEMES.get(scheme[0].lower())
        if not form or not form.fullmatch(address):
            yield (
                "not a link for this guide; possible: https://, tel:, sms: and mailto: with a plain number "
                "or name, or the name of a page"
            )
        elif form is SCHEMES["https:"]:
            yield from problems_of_host(address)
    elif address.startswith("//"):
        yield "it leads to another host; write https:// before it"


def problems_of_exit(address: str, own_address: str = "") -> Iterator[str]:
    """Yield what is wrong with an address that a reader leaves to, in a guide at `own_address`."""
    if not address.startswith("https://"):
        yield "browsers would stay in this guide, or go unprotected; write https://, then the page's address"
    elif not WRITTEN.fullmatch(address):
        yield "it has signs that an address cannot have; copy it out of a browser's address bar"
    else:
        yield from problems_of_host(address)
        host, own = host_of(address), host_of(own_address)
        if host.endswith(NOT_PUBLIC):
            yield f"not everyone can open {host}; name a page that many people open"
        if host and own and are_of_one_house(host, own):
            yield f"leaving would not lead away from {own}, where this guide stands; name a page elsewhere"


def problems_of_host(address: str) -> Iterator[str]:
    """Yield what is wrong with the part of an https address that says where it leads."""
    parts = split(address)
    if (
        parts is None
        or not parts.hostname
        or not address.lower().startswith(f"https://{parts.netloc.lower()}")
    ):
        yield "no browser can open it; write https://, then the page's address"
    elif "@" in parts.netloc:
        yield "what stands before @ is no part of where it leads; leave it and the @ out"
    elif not HOST.fullmatch(parts.hostname):
        yield f"{parts.hostname} is no name of a site; write one with a dot, as www.bbc.co.uk, not a number"


def split(address: str) -> SplitResult | None:
    """Split an address, or return None for what is none."""
    try:
        parts = urlsplit(address)
        parts.port  # noqa: B018 (it is read here so that a wrong one is found)
    except ValueError:
        return None
    return parts


def host_of(address: str) -> str:
    parts = split(address)
    return (parts and parts.hostname) or ""


def are_of_one_house(one: str, other: str) -> bool:
    """Return whether two hosts are the same, or one is a subdomain of the other; `www.` is ignored."""
    one, other = (f".{host.removeprefix('www.')}" for host in (one, other))
    return one.endswith(other) or other.endswith(one)
