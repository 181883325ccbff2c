"""Stand in for the texts and types of what Pyodide's C code gives to Python."""

from __future__ import annotations

from typing import Any


class _JsProxyMetaClass(type):
    pass


class JsProxy(metaclass=_JsProxyMetaClass):
    """Pyodide asks this for the texts of its methods, and for the types of its objects."""

    _js_type_flags = 0

    def __init__(self, *_: object) -> None:
        pass

    def __getattr__(self, name: str) -> None:
        return None


class ConversionError(Exception):
    pass


class InternalError(Exception):
    pass


jsnull = None
_instantiate_token = None


def __getattr__(name: str) -> Any:
    return JsProxy
