"""The views there are, by name."""

from enum import StrEnum


class ViewKind(StrEnum):
    """The four views."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    ROOMS = "rooms"
