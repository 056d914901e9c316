"""The ``series`` of a booking line, and the ``scope`` of a change."""

from datetime import date

from praxidesk.engine.recurrence import LARGEST_INTERVAL, MOST_DATES
from praxidesk.engine.requests import BookRequest
from praxidesk.engine.series_requests import SeriesRequest, SeriesRule
from praxidesk.engine.vocabulary import Frequency, OnClash, Scope
from praxidesk.engine.walltime import Zone
from praxidesk.exchange.fields import Fields, words
from praxidesk.exchange.json_fields import read_moment
from praxidesk.exchange.texts import UnreadableError
from praxidesk.exchange.wall_times import WEEKDAYS, day

SCOPES = words(Scope)
_EVERY = {"day": Frequency.DAILY, "week": Frequency.WEEKLY, "month": Frequency.MONTHLY_BY_DATE}
_BY = {
    "date": Frequency.MONTHLY_BY_DATE,
    "weekday": Frequency.MONTHLY_BY_WEEKDAY,
    "last_weekday": Frequency.MONTHLY_BY_LAST_WEEKDAY,
}
_ON_CLASH = words(OnClash)


def read_series(fields: Fields, booking: BookRequest, zone: Zone) -> SeriesRequest:
    """The series of a line whose booking has been read."""
    fields.refuse("id", "an entry that is there does not become a series")
    inner = fields.table("series")
    if inner is None:
        return SeriesRequest(booking, SeriesRule(Frequency.DAILY, count=1))
    request = SeriesRequest(
        booking,
        _rule(inner),
        skipped=frozenset(inner.each("skip", day)),
        moved=_moved(inner, zone),
        on_clash=read_on_clash(inner),
    )
    inner.close()
    return request


def read_scope(fields: Fields) -> Scope:
    """How much of a series or combination a change is about."""
    return fields.choice("scope", SCOPES, Scope.THIS) or Scope.THIS


def read_on_clash(fields: Fields) -> OnClash:
    """What becomes of the dates that cannot be."""
    return fields.choice("on_clash", _ON_CLASH, OnClash.REFUSE) or OnClash.REFUSE


def _rule(fields: Fields) -> SeriesRule:
    frequency = fields.choice("every", _EVERY, required=True) or Frequency.DAILY
    if frequency is Frequency.MONTHLY_BY_DATE:
        frequency = fields.choice("by", _BY, frequency) or frequency
    else:
        fields.refuse("by", "only a monthly series goes by date, weekday or last_weekday")
    if frequency is not Frequency.WEEKLY:
        fields.refuse("weekdays", "only a weekly series has chosen weekdays")
    until = fields.parsed("until", day, None)
    count = fields.integer("count", 1, MOST_DATES)
    if fields.has("until") == fields.has("count"):
        fields.fault("", "needs one of until and count")
    return SeriesRule(
        frequency,
        interval=fields.integer("interval", 1, LARGEST_INTERVAL, 1) or 1,
        weekdays=frozenset(fields.choices("weekdays", WEEKDAYS, required=fields.has("weekdays")))
        if frequency is Frequency.WEEKLY
        else frozenset(),
        until=until,
        count=count,
    )


def _moved(fields: Fields, zone: Zone) -> dict[date, int]:
    inner = fields.table("moved")
    if inner is None:
        return {}
    found: dict[date, int] = {}
    for key in inner.keys():  # noqa: SIM118 - a reader's method, no mapping's
        try:
            of_day = day(key)
        except UnreadableError as unreadable:
            inner.raw(key)
            inner.fault(key, str(unreadable))
            continue
        found[of_day] = read_moment(inner, key, zone) or 0
    inner.close()
    return found
