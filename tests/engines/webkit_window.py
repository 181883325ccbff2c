"""A window of WebKitGTK that keeps its profile and can be driven. WebKit's own MiniBrowser forgets all then.

usage: webkit_window.py PROFILE PROXY {"scripts": true, "share": PART}
PART of the disk is what a site may use, or null for as much as usual. PROFILE/shown names the last page.
"""

from __future__ import annotations

import json
import sys
from ctypes import CDLL, CFUNCTYPE, c_char_p, c_double, c_void_p, string_at
from itertools import count
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit
from urllib.request import url2pathname

COMMITTED = 2  # WEBKIT_LOAD_COMMITTED
CUSTOM_PROXY = 2  # WEBKIT_NETWORK_PROXY_MODE_CUSTOM
WEBKIT = CDLL("libwebkit2gtk-4.1.so.0")
GTK = CDLL("libgtk-3.so.0")
GOBJECT = CDLL("libgobject-2.0.so.0")
HANDLER = CFUNCTYPE(c_void_p, c_void_p, c_void_p, c_void_p)
kept: list[Any] = []
"""What GTK calls back: Python must not throw it away."""


def call(library: CDLL, name: str, *given: object) -> c_void_p:
    """Call a function that takes and returns pointers and small numbers."""
    function = getattr(library, name)
    function.restype = c_void_p
    return c_void_p(
        function(*[c_char_p(value.encode()) if isinstance(value, str) else value for value in given])
    )


def on(thing: c_void_p, signal: str, handler: Any) -> None:
    kept.append(HANDLER(handler))
    call(GOBJECT, "g_signal_connect_data", thing, signal, kept[-1], None, None, 0)


def main(profile: str, proxy: str, settings: str) -> None:
    given = json.loads(settings)
    share = [] if given["share"] is None else ["origin-storage-ratio", c_double(given["share"])]
    call(GTK, "gtk_init", None, None)
    manager = call(
        WEBKIT,
        "webkit_website_data_manager_new",
        "base-data-directory",
        f"{profile}/data",
        "base-cache-directory",
        f"{profile}/cache",
        *share,
        None,
    )
    near = (c_char_p * 3)(b"127.0.0.1", b"localhost", None)
    proxies = call(WEBKIT, "webkit_network_proxy_settings_new", f"http://{proxy}", near)
    call(WEBKIT, "webkit_website_data_manager_set_network_proxy_settings", manager, CUSTOM_PROXY, proxies)
    context = call(WEBKIT, "webkit_web_context_new_with_website_data_manager", manager)
    call(WEBKIT, "webkit_web_context_set_automation_allowed", context, 1)

    loads = count()

    def note_page(view: int, event: int, _: object) -> None:
        if (event or 0) & 0xFFFFFFFF == COMMITTED:
            address = string_at(call(WEBKIT, "webkit_web_view_get_uri", c_void_p(view)).value or 0).decode()
            new = Path(profile, "shown.part")
            new.write_text(f"{next(loads)} {address}", encoding="utf-8")
            new.replace(Path(profile, "shown"))

    def make_view(*_: object) -> int | None:
        kind = call(WEBKIT, "webkit_web_view_get_type")
        view = call(
            GOBJECT, "g_object_new", kind, "web-context", context, "is-controlled-by-automation", 1, None
        )
        view_settings = call(WEBKIT, "webkit_web_view_get_settings", view)
        call(WEBKIT, "webkit_settings_set_enable_javascript", view_settings, int(given["scripts"]))
        window = call(GTK, "gtk_window_new", 0)
        call(GTK, "gtk_window_set_default_size", window, 1280, 800)
        call(GTK, "gtk_container_add", window, view)
        call(GTK, "gtk_widget_show_all", window)
        on(view, "load-changed", note_page)
        on(view, "close", lambda *_: call(GTK, "gtk_widget_destroy", window) and None)
        return view.value

    def save(_: object, download: int, __: object) -> None:
        on(c_void_p(download), "decide-destination", choose_place)
        on(c_void_p(download), "finished", name_it)

    def choose_place(download: int, name: int, _: object) -> int:
        place = Path(profile, "saved", string_at(name).decode() + ".part").as_uri()
        call(WEBKIT, "webkit_download_set_destination", c_void_p(download), place)
        return 1

    def name_it(download: int, _: object, __: object) -> None:
        place = call(WEBKIT, "webkit_download_get_destination", c_void_p(download)).value
        part = Path(url2pathname(urlsplit(string_at(place or 0).decode()).path))
        part.rename(part.with_suffix(""))

    def start_session(_: object, session: int, __: object) -> None:
        version = [getattr(WEBKIT, f"webkit_get_{part}_version")() for part in ("major", "minor", "micro")]
        information = call(WEBKIT, "webkit_application_info_new")
        call(WEBKIT, "webkit_application_info_set_name", information, "WebKitGTK")
        call(WEBKIT, "webkit_application_info_set_version", information, *version)
        call(WEBKIT, "webkit_automation_session_set_application_info", c_void_p(session), information)
        on(c_void_p(session), "create-web-view", make_view)

    on(context, "automation-started", start_session)
    on(context, "download-started", save)
    call(GTK, "gtk_main")


main(*sys.argv[1:])
