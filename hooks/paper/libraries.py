"""The system's libraries behind WeasyPrint.

They are asked without it: importing it would take a quarter of a build that has every PDF in its cache.
"""

from __future__ import annotations

import ctypes
from ctypes.util import find_library
from functools import cache

REQUIRED = (
    "libgobject-2.0.so.0",
    "libpango-1.0.so.0",
    "libharfbuzz.so.0",
    "libfontconfig.so.1",
    "libpangoft2-1.0.so.0",
)
SUBSET = "libharfbuzz-subset.so.0"
"""WeasyPrint works without it, but then embeds fonts differently."""


def are_there() -> bool:
    """Return whether the system has every library that WeasyPrint needs to start."""
    return all(library(name) for name in REQUIRED)


def versions() -> tuple[str, str, str]:
    """Return the versions of Pango and HarfBuzz, and whether HarfBuzz-Subset is there."""
    pango = _version("libpango-1.0.so.0", "pango_version_string")
    return pango, harfbuzz_version(), str(bool(library(SUBSET)))


def harfbuzz_version() -> str:
    """Return the version of HarfBuzz, which shapes the text and takes parts of the fonts."""
    return _version("libharfbuzz.so.0", "hb_version_string")


@cache
def library(name: str) -> ctypes.CDLL | None:
    """Load a library by its file name on Linux, or by its name on this system."""
    try:
        return ctypes.CDLL(name)
    except OSError:
        other = find_library(name.removeprefix("lib").partition(".so")[0])
    try:
        return ctypes.CDLL(other) if other else None
    except OSError:
        return None


def _version(name: str, function: str) -> str:
    ask = getattr(library(name), function)
    ask.restype = ctypes.c_char_p
    return str(ask().decode())
