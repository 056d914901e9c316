"""What the desk asks for when it wants several entries at once: a series, or a combination."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from praxidesk.engine.requests import (
    BookRequest,
    CancelRequest,
    MoveRequest,
    PatientRef,
    RequestKey,
    SlotNeed,
    SlotRequest,
)
from praxidesk.engine.vocabulary import Frequency, OnClash, Status, TypeId


@dataclass(frozen=True, slots=True)
class SeriesRule:
    """How something repeats, as local wall time; exactly one of ``until`` and ``count``.

    Its dates are those on or after the start's own that fit: the start's is one only where it does.
    """

    frequency: Frequency
    interval: int = 1
    """Every so many days, weeks (counted from the Monday of the first one) or months."""
    weekdays: frozenset[int] = frozenset()
    """Of a weekly series, Monday is 0; none: that of the start."""
    until: date | None = None
    """The last day on which there may be one."""
    count: int | None = None
    """Dates that exist; what a month or the clocks skip is not counted."""


@dataclass(frozen=True, slots=True)
class SeriesRequest:
    """Book a series; or ask, with ``check``, for its dates and what speaks against each."""

    booking: BookRequest
    """The entry that repeats. Its start gives the first possible date and the time on the wall."""
    rule: SeriesRule
    skipped: frozenset[date] = frozenset()
    """Dates of the rule to be left out."""
    moved: Mapping[date, int] = field(default_factory=dict)
    """Dates of the rule, and the instant at which each is to be instead."""
    on_clash: OnClash = OnClash.REFUSE

    @property
    def key(self) -> RequestKey | None:
        """The booking's."""
        return self.booking.key


@dataclass(frozen=True, slots=True)
class CombinedPart:
    """One appointment of a combination: whom it takes, and how long after the one before it begins."""

    booking: BookRequest
    """Without patient, key, note, status and override: those are the combination's. Its start counts
    only where ``is_fixed``."""
    least_gap: int = 0
    """Minutes at least after the end of the part before; not asked for of the first."""
    longest_gap: int | None = 0
    """Minutes at most; ``None`` without bound, for a part with a start of its own."""
    is_fixed: bool = False
    """The part has a start of its own; else it begins as early as it can."""


@dataclass(frozen=True, slots=True)
class CombinedRequest:
    """Book appointments of one patient that follow each other, all or none; or check them."""

    starts_at: int
    parts: tuple[CombinedPart, ...]
    """Two at least, in their order."""
    patient: PatientRef | None = None
    note: str = ""
    status: Status = Status.BOOKED
    override_reason: str | None = None
    key: RequestKey | None = None


@dataclass(frozen=True, slots=True)
class CombinedSlotPart:
    """One appointment of a combination that is searched for."""

    type: TypeId
    minutes: int | None = None
    """``None``: the type's."""
    least_gap: int = 0
    longest_gap: int = 0
    needs: tuple[SlotNeed, ...] | None = None
    """``None``: those of the type."""


@dataclass(frozen=True, slots=True)
class CombinedSlotRequest:
    """When could a whole combination be? Bounds, weekdays and times of day hold for each of its parts."""

    search: SlotRequest
    """Without type, minutes and needs; its order is by start, then as for single slots."""
    parts: tuple[CombinedSlotPart, ...]
    """Two at least, in their order."""

    @property
    def patient(self) -> PatientRef | None:
        """The search's."""
        return self.search.patient


BulkRequest = SeriesRequest | CombinedRequest
ScopedRequest = MoveRequest | CancelRequest
"""Of a series or a combination, where their ``scope`` is more than the one entry."""
