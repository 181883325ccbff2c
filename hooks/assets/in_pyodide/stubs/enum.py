"""Stand in for numbers that have names."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

number: Any = int.__new__


class EnumType(type):
    """Makes a member of each number that a class names; the first of those with one value counts."""

    def __new__(meta, name: str, bases: tuple[type, ...], space: dict[str, Any]) -> EnumType:
        numbers = {key: value for key, value in space.items() if type(value) is int and key[0] != "_"}
        made = type.__new__(meta, name, bases, {k: v for k, v in space.items() if k not in numbers})
        made._members = {}  # type: ignore[attr-defined]
        for key, value in numbers.items():
            member = made._members.setdefault(value, number(made, value))  # type: ignore[attr-defined]
            if not hasattr(member, "name"):
                member.name, member.value = key, value
            setattr(made, key, member)
        return made

    def __call__(cls, value: int) -> Any:
        try:
            return cls._members[value]  # type: ignore[attr-defined]
        except KeyError:
            raise ValueError(f"{value!r} is not a valid {cls.__qualname__}") from None

    def __iter__(cls) -> Iterator[Any]:
        return iter(cls._members.values())  # type: ignore[attr-defined]

    def __len__(cls) -> int:
        return len(cls._members)  # type: ignore[attr-defined]


class IntEnum(int, metaclass=EnumType):
    name: str
    value: int

    def __repr__(self) -> str:
        return f"<{type(self).__name__}.{self.name}: {self.value}>"

    __str__ = int.__repr__
