"""Which days a month sheet shows, and the steps of its keyboard."""

from calendar import monthrange
from datetime import date, timedelta

WEEKS = 6


def sheet_days(month: date) -> tuple[date, ...]:
    """Six weeks from the Monday on or before the first of the month."""
    first = month.replace(day=1)
    start = first - timedelta(days=first.weekday())
    return tuple(start + timedelta(days=each) for each in range(7 * WEEKS))


def month_later(day: date, months: int) -> date:
    """The same day of another month, or that month's last."""
    total = day.year * 12 + day.month - 1 + months
    year, month = divmod(total, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
