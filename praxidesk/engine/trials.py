"""Trying single people at single starts: what speaks against them, and until when."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from datetime import timedelta
from operator import itemgetter

from praxidesk.engine.backdrop import Backdrop
from praxidesk.engine.clashes import CLASHING, buffers_of, margins
from praxidesk.engine.conflicts import check, reach
from praxidesk.engine.entries import Allocation, Taken
from praxidesk.engine.limits import period_of, permitted
from praxidesk.engine.occupancy import with_turnovers
from praxidesk.engine.outcomes import Blocker, Conflict
from praxidesk.engine.parts import Parts
from praxidesk.engine.proposal import Proposal
from praxidesk.engine.requests import Participant
from praxidesk.engine.reservations import Blocks
from praxidesk.engine.slots import Search
from praxidesk.engine.spans import LONGEST_ENTRY_SECONDS, MINUTE, Span
from praxidesk.engine.taken_index import TakenIndex
from praxidesk.engine.vocabulary import ActorId, ConflictKind, EntryId, Role, Status

Cast = Sequence[tuple[ActorId, Role, Parts]]
"""Who takes part, as what, and in which minutes from the start."""

_AHEAD = timedelta(days=60)
"""How much farther than the search the end of an absence is looked for."""
_MEETINGS = CLASHING | {ConflictKind.TENTATIVE}
"""Two entries at one time: over when the other one is."""
_GAPS = frozenset({ConflictKind.GAP_TOO_SHORT, ConflictKind.TRAVEL_TOO_SHORT})
HOURS_KINDS = frozenset(
    {
        ConflictKind.PRACTICE_CLOSED,
        ConflictKind.OUTSIDE_HOURS,
        ConflictKind.ON_BREAK,
        ConflictKind.ABSENT,
        ConflictKind.OUT_OF_SERVICE,
        ConflictKind.NO_HOURS,
    }
)
"""Over when the background says so."""


class Trials:
    """Checks of parts of a search's slots, against surroundings that were loaded once."""

    def __init__(self, search: Search, surroundings: Iterable[Taken], span: Span) -> None:
        """Stand ready.

        :param span: of the starts that are tried
        """
        self.search = search
        self._rows = tuple(surroundings)
        self._index = TakenIndex(self._rows)
        self._span = span
        self._days: dict[int, Backdrop] = {}
        self._far: Backdrop | None = None
        self._last: tuple[Proposal, list[Taken]] | None = None
        self._blocks: Blocks | None = None

    def proposal(self, start: int, cast: Cast, *, with_patient: bool) -> Proposal:
        """The booking of these people at a start."""
        search = self.search
        patient = search.patient if with_patient else None
        taken = [*cast, *([(patient, Role.PATIENT, search.length.patient)] if patient is not None else [])]
        proposal = Proposal(
            search.request.kind,
            Status.BOOKED,
            start,
            start + search.length.minutes * MINUTE,
            search.request.type,
            search.request.procedure,
            search.length.phases,
            tuple(Participant(actor, role) for actor, role, _ in cast),
            patient,
            tuple(
                Allocation(actor, role, start + begin * MINUTE, start + end * MINUTE)
                for actor, role, parts in taken
                for begin, end in parts
            ),
        )
        return with_turnovers(search.practice, proposal)

    def every(self, proposal: Proposal, *, without: EntryId | None = None) -> list[Conflict]:
        """Everything that a check finds.

        :param without: an entry that is thought away
        """
        search = self.search
        near = self.near(proposal)
        if without is not None:
            near = [each for each in near if each.entry != without]
        return check(
            search.practice, search.zone, proposal, near, search.now, backdrop=self._backdrop(proposal.span)
        )

    def against(self, proposal: Proposal, *, without: EntryId | None = None) -> list[Conflict]:
        """What of it a search keeps away from."""
        return [
            each for each in self.every(proposal, without=without) if self.search.practice.avoids(each.kind)
        ]

    def near(self, proposal: Proposal) -> list[Taken]:
        """What stands around a proposal; asked for several times in a row."""
        if self._last is None or self._last[0] is not proposal:
            near = self._index.within(reach(self.search.practice, self.search.zone, proposal))
            self._last = proposal, near
        return self._last[1]

    def blocker(self, conflict: Conflict, proposal: Proposal) -> Blocker:
        """A conflict as what blocks, and until when."""
        return Blocker(conflict.actor, conflict.kind, conflict.entry, self._until(conflict, proposal))

    def holds_until(self, blocker: Blocker, parts: Parts, start: int) -> int:
        """The end of the starts, from this one on, at which the same is sure to block."""
        if len(parts) == 1 and blocker.until is not None and blocker.kind in HOURS_KINDS | _MEETINGS:
            return max(start + 1, blocker.until - parts[0].start * MINUTE)
        return start + 1

    def _until(self, conflict: Conflict, proposal: Proposal) -> int | None:
        search = self.search
        if conflict.kind in _MEETINGS | _GAPS:
            return self._end_of_entry(conflict, proposal)
        if conflict.kind in HOURS_KINDS:
            return self._end_of_hours(conflict)
        match conflict.kind:
            case ConflictKind.NOTICE_TOO_SHORT:
                return permitted(search.practice, search.zone, search.service, search.now).start
            case ConflictKind.QUOTA_FULL if conflict.quota is not None:
                return period_of(search.zone, conflict.quota.per, conflict.span.start).end
            case ConflictKind.RESERVED if conflict.actor is not None:
                return self._end_of_block(conflict.actor, conflict.span.start)
            case ConflictKind.TOO_FAR_AHEAD:
                return None
            case _:
                return conflict.span.end

    def _end_of_entry(self, conflict: Conflict, proposal: Proposal) -> int:
        """When the other entry, or that part of it, and the gap behind it are over."""
        start, end = conflict.span
        parts = [
            each
            for each in self.near(proposal)
            if each.entry == conflict.entry and each.actor == conflict.actor
        ]
        if conflict.kind in _GAPS and conflict.actor is not None:
            practice = self.search.practice
            own = buffers_of(practice, self.search.service)
            return max(
                (
                    each.ends_at + kept[1]
                    for each in parts
                    if start == each.ends_at or end == each.starts_at
                    if (kept := margins(practice, own, conflict.actor, each.service, each.occupies))
                ),
                default=end,
            )
        return max((each.ends_at for each in parts if each.starts_at < end <= each.ends_at), default=end)

    def _end_of_block(self, actor: ActorId, start: int) -> int:
        """When an actor is not reserved any more."""
        search = self.search
        if self._blocks is None:
            self._blocks = Blocks(search.practice, search.zone, self._rows, search.now)
        end = start
        for kept in self._blocks.kept(actor, Span(start, start + LONGEST_ENTRY_SECONDS), search.service):
            if kept.span.start > end:
                break
            end = kept.span.end
        return end

    def _end_of_hours(self, conflict: Conflict) -> int | None:
        """When the background's own stretch is over; ``None`` where that is out of sight."""
        if self._far is None:
            zone = self.search.zone
            last = zone.day(zone.day_of(self._span.end) + _AHEAD).end
            self._far = Backdrop(self.search.practice, zone, Span(self._span.start, last))
        far = self._far
        against = far.against_site if conflict.actor is None else far.against(conflict.actor)
        spans = against.get(conflict.kind, [])
        place = bisect_right(spans, conflict.span.start, key=itemgetter(0)) - 1
        end = spans[place].end if place >= 0 else conflict.span.end
        return end if end < far.span.end else None

    def _backdrop(self, span: Span) -> Backdrop:
        """The background of a day and the one after it, worked out once for all starts of the day."""
        day = self.search.zone.day(self.search.zone.day_of(span.start))
        found = self._days.get(day.start)
        if found is None or not found.span.contains(span):
            whole = Span(day.start, max(day.end, span.end) + LONGEST_ENTRY_SECONDS)
            found = self._days[day.start] = Backdrop(self.search.practice, self.search.zone, whole)
        return found
