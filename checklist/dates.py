"""Write days in words. Names of months and the order of a day stand here alone."""

from __future__ import annotations

from .translation import _


def long_day(day: str) -> str:
    """Write an ISO 8601 day in words: 22 November 2026."""
    months = _(
        "January, February, March, April, May, June, July, August, September, October, November, December"
    )
    return _with_month(day, months)


def short_day(day: str) -> str:
    """Write an ISO 8601 day shortly: 22 Nov 2026."""
    return _with_month(day, _("Jan, Feb, Mar, Apr, May, Jun, Jul, Aug, Sep, Oct, Nov, Dec"))


def _with_month(day: str, months: str) -> str:
    year, month, number = day.split("-")
    name = months.split(", ")[int(month) - 1]
    return _("{day} {month} {year}", day=int(number), month=name, year=year)
