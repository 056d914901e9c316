"""Which status may follow which."""

from praxidesk.engine.vocabulary import TENTATIVE, Status

_NEVER = frozenset(
    frozenset(pair)
    for pair in (
        # What has taken place can neither be called off nor turn out to have been missed.
        (Status.FULFILLED, Status.CANCELLED),
        (Status.FULFILLED, Status.NOSHOW),
        # Nobody is treated, or missed, at a time that was only proposed: it is booked first.
        *((Status.FULFILLED, status) for status in TENTATIVE),
        *((Status.NOSHOW, status) for status in TENTATIVE),
        # What never should have been there was not called off either.
        (Status.ENTERED_IN_ERROR, Status.CANCELLED),
    )
)
"""Without direction, because every change can be taken back."""


def is_allowed(before: Status, after: Status) -> bool:
    """Whether an entry of one status may get the other; its own it may always keep."""
    return frozenset((before, after)) not in _NEVER
