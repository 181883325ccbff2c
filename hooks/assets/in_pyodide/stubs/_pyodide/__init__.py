"""Stand in for what Pyodide imports first."""

from . import _base, _importhook

__all__ = ["_base", "_importhook"]


def set_excepthook() -> None:
    """Leave Python's own: nobody reads what it prints."""
