"""A line that books or checks: one entry, a series, or a combination."""

from collections.abc import Mapping

from praxidesk.engine.outcomes import Invalid
from praxidesk.engine.practice import Practice
from praxidesk.engine.requests import BookRequest, MoveRequest
from praxidesk.engine.series_requests import CombinedRequest, SeriesRequest
from praxidesk.engine.walltime import Zone
from praxidesk.exchange.fields import Fields
from praxidesk.exchange.json_combined import read_combined
from praxidesk.exchange.json_line import parsed
from praxidesk.exchange.json_requests import read_booking, read_check
from praxidesk.exchange.json_series import read_series

Booking = BookRequest | SeriesRequest | CombinedRequest
_COMBINED = ("parts", "combination")


def parse_booking(line: str, practice: Practice, zone: Zone) -> Booking | Invalid:
    """One entry; with ``series`` many, with ``parts`` or ``combination`` several that follow each other."""

    def read(fields: Fields, values: Mapping[str, object]) -> Booking:
        if any(fields.has(key) for key in _COMBINED):
            return read_combined(fields, practice, zone, values, "book")
        booking = read_booking(fields, practice, zone, values, "book")
        return read_series(fields, booking, zone) if fields.has("series") else booking

    return parsed(line, read)


def parse_any_check(line: str, practice: Practice, zone: Zone) -> Booking | MoveRequest | Invalid:
    """Would this be free? As for booking; with ``id`` a change, perhaps of several entries."""

    def read(fields: Fields, values: Mapping[str, object]) -> Booking | MoveRequest:
        if any(fields.has(key) for key in _COMBINED):
            fields.raw("key")
            return read_combined(fields, practice, zone, values, None)
        if fields.has("series"):
            fields.raw("key")
            return read_series(fields, read_booking(fields, practice, zone, values, None), zone)
        return read_check(fields, practice, zone, values)

    return parsed(line, read)
