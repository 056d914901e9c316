"""What those who wait are ordered by; known to the desk's settings before anybody waits."""

from enum import StrEnum


class WaitingOrder(StrEnum):
    """What those who wait are ordered by."""

    APPOINTMENT = "appointment"
    ARRIVAL = "arrival"
    WAIT = "wait"
    """Who waits longest first, counted from the time that was agreed on: to come early is nobody's fault."""
