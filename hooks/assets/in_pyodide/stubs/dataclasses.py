"""Stand in for records: what the checklist uses of them, made without compiling code for each class."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, TypeVar

T = TypeVar("T")


class FrozenInstanceError(AttributeError):
    pass


class _Missing:
    pass


MISSING = _Missing()


class Field:
    def __init__(self, default: Any, default_factory: Any, metadata: Mapping[str, Any]) -> None:
        self.name = ""
        self.default = default
        self.default_factory = default_factory
        self.metadata = metadata

    def __class_getitem__(cls, _: object) -> type[Field]:
        return cls


def field(
    *, default: Any = MISSING, default_factory: Any = MISSING, metadata: Mapping[str, Any] | None = None
) -> Any:
    return Field(default, default_factory, metadata or {})


def dataclass(cls: type | None = None, /, *, frozen: bool = False, kw_only: bool = False) -> Any:
    def decorate(cls: type) -> type:
        cls.__dataclass_fields__ = _take_fields(cls)  # type: ignore[attr-defined]
        for name, method in _methods(cls, frozen, kw_only).items():
            setattr(cls, name, method)
        return cls

    return decorate if cls is None else decorate(cls)


def _take_fields(cls: type) -> dict[str, Field]:
    """Read the fields of a class, and leave their plain defaults in their place."""
    own = {}
    for name in cls.__annotations__:
        given = cls.__dict__.get(name, MISSING)
        one = own[name] = given if isinstance(given, Field) else Field(given, MISSING, {})
        one.name = name
        if one.default is not MISSING:
            setattr(cls, name, one.default)
        elif given is not MISSING:
            delattr(cls, name)
    return own


def _methods(cls: type, frozen: bool, kw_only: bool) -> dict[str, Any]:
    own = cls.__dataclass_fields__  # type: ignore[attr-defined]
    names = tuple(own)
    plain = {name: one.default for name, one in own.items() if one.default is not MISSING}
    made = {name: one.default_factory for name, one in own.items() if one.default_factory is not MISSING}

    def init(self: Any, *values: Any, **given: Any) -> None:
        if len(values) > (0 if kw_only else len(names)):
            raise TypeError(f"{cls.__name__}: too many values without a name")
        state = self.__dict__
        state.update(plain)
        state.update(zip(names, values, strict=False))
        state.update(given)
        for name, make in made.items():
            if name not in state:
                state[name] = make()
        if state.keys() != own.keys():
            raise TypeError(f"{cls.__name__}: needs {', '.join(names)}; got {', '.join(state)}")

    def equal(self: Any, other: Any) -> Any:
        return self.__dict__ == other.__dict__ if other.__class__ is self.__class__ else NotImplemented

    def show(self: Any) -> str:
        shown = ", ".join(f"{name}={self.__dict__[name]!r}" for name in names)
        return f"{cls.__qualname__}({shown})"

    def hashed(self: Any) -> int:
        return hash(tuple(self.__dict__[name] for name in names))

    methods = {"__init__": init, "__eq__": equal, "__repr__": show, "__hash__": hashed if frozen else None}
    return methods | ({"__setattr__": _refuse, "__delattr__": _refuse} if frozen else {})


def _refuse(_: object, name: str, *__: object) -> None:
    raise FrozenInstanceError(f"cannot change {name!r}")


def fields(of: Any) -> tuple[Field, ...]:
    return tuple(of.__dataclass_fields__.values())


def is_dataclass(value: object) -> bool:
    return hasattr(value, "__dataclass_fields__")


def replace(record: T, /, **changes: Any) -> T:
    make: Callable[..., T] = record.__class__
    return make(**(record.__dict__ | changes))
