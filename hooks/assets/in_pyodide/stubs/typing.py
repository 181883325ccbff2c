"""Stand in for words about types, which nobody checks while code runs, and for records that are tuples."""

from __future__ import annotations

from _collections import _tuplegetter as tuplegetter  # type: ignore[import-not-found]
from _typing import TypeVar  # type: ignore[import-not-found]

__all__ = ["Any", "NamedTuple", "Protocol", "TypeVar"]


class Any:
    pass


class Protocol:
    pass


class _Named(type):
    """Makes a tuple's class of the annotations of a class; it takes no defaults."""

    def __new__(meta, name: str, bases: tuple[type, ...], space: dict[str, Any]) -> type:
        if tuple in bases:
            return type.__new__(meta, name, bases, space)
        fields: tuple[str, ...] = tuple(space["__annotations__"])  # type: ignore[arg-type]

        def new(cls: type, *values: object, **named: object) -> object:
            if named:
                values += tuple(named.pop(field) for field in fields[len(values) :] if field in named)
            if named or len(values) != len(fields):
                raise TypeError(f"{name}: needs {', '.join(fields)}")
            return tuple.__new__(cls, values)

        def show(self: tuple[object, ...]) -> str:
            shown = ", ".join(f"{field}={value!r}" for field, value in zip(fields, self, strict=True))
            return f"{name}({shown})"

        getters = {field: tuplegetter(at, None) for at, field in enumerate(fields)}
        own = {"_fields": fields, "__slots__": (), "__new__": new, "__repr__": show}
        return type.__new__(meta, name, bases, {**space, **getters, **own})


class NamedTuple(tuple[Any, ...], metaclass=_Named):
    __slots__ = ()
