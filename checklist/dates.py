"""Write days in words. Only this module has the names of months and the order of a date."""

from __future__ import annotations

from .translation import _


def long_day(day: str) -> str:
    """Write an ISO 8601 day in words: 22 November 2026."""
    months = _(
        "January, February, March, April, May, June, July, August, September, October, November, December"
    )
    return _("{day} {month} {year}", **_parts(day, months))


def short_day(day: str) -> str:
    """Write an ISO 8601 day shortly: 22 Nov 2026."""
    months = _("Jan, Feb, Mar, Apr, May, Jun, Jul, Aug, Sep, Oct, Nov, Dec")
    parts = _parts(day, months)
    return _("{day} {short_month} {year}", short_month=parts.pop("month"), **parts)


def _parts(day: str, months: str) -> dict[str, str | int]:
    year, month, number = day.split("-")
    return {"day": int(number), "month": months.split(", ")[int(month) - 1], "year": year}
