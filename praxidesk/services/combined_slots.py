"""When a whole combination could be: chains of the times at which its parts are free.

What each part's own search finds is put together, and each chain is checked as it would be booked: a part
meets those before it, with their buffers and against the same quotas.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from itertools import islice, takewhile

from praxidesk.engine.bulk import taken_by
from praxidesk.engine.combined_slots import chains
from praxidesk.engine.entries import Taken
from praxidesk.engine.offerings import Need
from praxidesk.engine.outcomes import Invalid, Slot
from praxidesk.engine.practice import Practice
from praxidesk.engine.proposal import Proposal
from praxidesk.engine.qualification import meeting
from praxidesk.engine.requests import BookRequest, Participant, SlotNeed, SlotRequest
from praxidesk.engine.series_outcomes import CombinedSlot, CombinedSlotsFound, sibling
from praxidesk.engine.series_requests import (
    CombinedRequest,
    CombinedSlotPart,
    CombinedSlotRequest,
)
from praxidesk.engine.spans import MINUTE
from praxidesk.engine.vocabulary import ActorId, ActorKind, EntryKind
from praxidesk.services.answers import invalid
from praxidesk.services.booking import wish_of
from praxidesk.services.company import actors_of, has_others, kept_out, kinds_in_the_way, might_take
from praxidesk.services.desk import Desk
from praxidesk.services.slots import find_slots
from praxidesk.services.together import Asked, Draft, Gathering, Looked, look_around_all
from praxidesk.services.weighing import Weighed, Wish

FIRST_DAYS = 2
GROWTH = 4
"""How many days are searched first, and how many more each time after that."""
LATER_DAYS = 14
MOST_NEAREST = 3
DAY_BEFORE = 1440 * MINUTE


def find_combined_slots(desk: Desk, request: CombinedSlotRequest, now: int) -> CombinedSlotsFound | Invalid:
    """For each time at which the first part could be, the earliest chain; as many as the request's limit."""
    if len(request.parts) < 2:
        return invalid("parts", "a combination has two parts at least")
    found: list[CombinedSlot] = []
    limit, last = request.search.limit, request.search.last_day
    for first_day, until in _batches(desk, request, now):
        batch = _batch(desk, request, now, first_day, until)
        if isinstance(batch, Invalid):
            return batch
        found += batch if limit == 0 else islice(batch, limit - len(found))
        if limit and len(found) == limit:
            return CombinedSlotsFound(tuple(found), desk.zone.day_of(found[-1].span.start))
    return CombinedSlotsFound(tuple(found), last)


def nearest_times(desk: Desk, request: CombinedRequest, now: int) -> tuple[CombinedSlot, ...]:
    """The times nearest to the wish at which a combination could be with the same people, the nearest first.

    Those after it within two weeks; those before it where they are nearer, on its own day and the day before.
    """
    parts = tuple(_part(desk.practice, request, index) for index in range(len(request.parts)))
    if any(each is None for each in parts):
        return ()
    known = tuple(each for each in parts if each is not None)
    wish, today = request.starts_at, desk.zone.day_of(now)
    day = max(desk.zone.day_of(wish), today)
    search = SlotRequest(
        EntryKind.APPOINTMENT,
        day,
        day + timedelta(days=LATER_DAYS),
        patient=request.patient,
        limit=MOST_NEAREST,
        not_before=wish,
    )
    after = find_combined_slots(desk, CombinedSlotRequest(search, known), now)
    if isinstance(after, Invalid):
        return ()
    found = list(after.slots)
    farthest = found[-1].span.start - wish if len(found) == MOST_NEAREST else DAY_BEFORE
    earliest = max(wish - min(farthest, DAY_BEFORE), now)
    if earliest < wish:
        search = replace(search, first_day=desk.zone.day_of(earliest), not_before=earliest)
        before = _batch(desk, CombinedSlotRequest(search, known), now, search.first_day, day)
        if not isinstance(before, Invalid):
            found += takewhile(lambda slot: slot.span.start < wish, before)
    found.sort(key=lambda slot: (abs(slot.span.start - wish), slot.span.start))
    return tuple(found[:MOST_NEAREST])


def _part(practice: Practice, request: CombinedRequest, index: int) -> CombinedSlotPart | None:
    """A part as a search wants it: those named take part, and with ``fill`` whom the needs still miss."""
    part = request.parts[index]
    booking = part.booking
    if booking.type is None or booking.type not in practice.types:
        return None
    needs = [
        SlotNeed(Need(each.role, any_of=(_code(practice, each.actor),))) for each in booking.participants
    ]
    if booking.fill:
        service = practice.types[booking.type]
        met = meeting(practice, service, booking.participants)
        needs += [SlotNeed(need) for place, need in enumerate(service.need) if place not in met]
    longest = part.longest_gap
    if longest is None:
        longest = max(part.least_gap, _gap_before(request, index, practice))
    # Whoever leaves everybody to the desk asks for the needs of the type.
    wanted = tuple(needs) if booking.participants or not booking.fill else None
    return CombinedSlotPart(booking.type, booking.minutes, part.least_gap, longest, wanted)


def _gap_before(request: CombinedRequest, index: int, practice: Practice) -> int:
    """Minutes between a part and the one before, where both have their starts."""
    before = request.parts[index - 1]
    starts_at = request.starts_at if index == 1 else before.booking.starts_at
    type_id = before.booking.type
    minutes = before.booking.minutes or (0 if type_id is None else practice.types[type_id].minutes)
    return max(0, (request.parts[index].booking.starts_at - starts_at) // MINUTE - minutes) if index else 0


def _code(practice: Practice, actor: ActorId) -> str:
    known = practice.actor_or_group(actor)
    return "" if known is None else known.code


def _batches(desk: Desk, request: CombinedSlotRequest, now: int) -> Iterator[tuple[date, date]]:
    """First and last days on which chains begin: few at first, all at once where all are wanted."""
    day, last = max(request.search.first_day, desk.zone.day_of(now)), request.search.last_day
    days = FIRST_DAYS if request.search.limit else (last - day).days + 1
    while day <= last:
        until = min(last, day + timedelta(days=days - 1))
        yield day, until
        day, days = until + timedelta(days=1), days * GROWTH


@dataclass(frozen=True, slots=True)
class _Chains:
    """What chains are checked with."""

    desk: Desk
    request: CombinedSlotRequest
    looked: Looked
    gathering: Gathering
    in_the_way: set[ActorKind] = field(default_factory=set)
    """Of those who refused the part asked for last."""

    def fits(
        self, index: int, slot: Slot, before: Sequence[Slot], without: frozenset[ActorId]
    ) -> Slot | None:
        """A part as found; or, where one before it is in somebody's way, with whom the desk would take."""
        beside = [*self._beside(before), *kept_out(without, slot.starts_at, index)]
        part = self.request.parts[index]
        if self._is_free(_booking(part, slot.starts_at, slot.participants), beside) is not None:
            return slot
        if part.needs is not None:
            return None
        other = self._is_free(_booking(part, slot.starts_at, (), fill=True), beside)
        if other is None or without & actors_of(other):
            return None
        return slot._replace(participants=other.participants)

    def shared(self, index: int, before: Sequence[Slot]) -> Iterator[tuple[int, ActorId]]:
        """Whom parts before have taken that this one might need."""
        part, practice = self.request.parts[index], self.desk.practice
        if part.needs is not None or not before:
            return
        wanted = might_take(practice, _booking(part, before[0].starts_at, (), fill=True))
        for place, slot in enumerate(before):
            chosen = self.request.parts[place]
            asked = _booking(chosen, slot.starts_at, (), fill=chosen.needs is None)
            for each in slot.participants:
                known = practice.actors.get(each.actor)
                if (
                    known is not None
                    and each.actor in wanted
                    and known.kind in self.in_the_way
                    and has_others(practice, asked, each.actor)
                ):
                    yield place, each.actor

    def _beside(self, before: Sequence[Slot]) -> list[Taken]:
        found: list[Taken] = []
        for place, slot in enumerate(before):
            draft = self._planned(_booking(self.request.parts[place], slot.starts_at, slot.participants))
            if isinstance(draft, Draft):
                judged = self.gathering.judge(draft, found)
                proposal = judged.proposal if isinstance(judged, Weighed) else draft.proposal
                found += taken_by(replace(proposal, entry=sibling(place)))
        return found

    def _is_free(self, booking: BookRequest, beside: Sequence[Taken]) -> Proposal | None:
        draft = self._planned(booking)
        judged = draft if isinstance(draft, Invalid) else self.gathering.judge(draft, beside)
        if isinstance(judged, Invalid):
            return None
        if judged.is_blocked:
            self.in_the_way.clear()
            self.in_the_way.update(kinds_in_the_way(self.desk.practice, judged.conflicts))
            return None
        return judged.proposal

    def _planned(self, booking: BookRequest) -> Draft | Invalid:
        wish = _wish(booking, self.request)
        proposal = wish.plan(self.desk.practice, self.desk.zone, self.looked.patient)
        return proposal if isinstance(proposal, Invalid) else Draft(wish, proposal)


def _batch(
    desk: Desk, request: CombinedSlotRequest, now: int, first_day: date, until: date
) -> Iterator[CombinedSlot] | Invalid:
    """The chains that begin on some days."""
    slots: list[Sequence[Slot]] = []
    spill = 0
    for index, part in enumerate(request.parts):
        found = _slots(desk, request, part, now, first_day, until + timedelta(days=spill))
        if isinstance(found, Invalid):
            return Invalid(
                tuple(
                    each if each.field == "patient" else replace(each, field=f"parts[{index}].{each.field}")
                    for each in found.errors
                )
            )
        if not found:
            return iter(())
        slots.append(found)
        longest = request.parts[index + 1].longest_gap if index + 1 < len(request.parts) else 0
        spill += 1 + (longest + (found[0].ends_at - found[0].starts_at) // MINUTE) // 1440
    looked = _looked(desk, request, slots)
    if isinstance(looked, Invalid):
        return looked
    checks = _Chains(desk, request, looked, Gathering(desk, looked, now))
    return chains(request.parts, slots, checks.fits, checks.shared)


def _slots(  # noqa: PLR0917 - a part, and the days of it
    desk: Desk,
    request: CombinedSlotRequest,
    part: CombinedSlotPart,
    now: int,
    first_day: date,
    until: date,
) -> Sequence[Slot] | Invalid:
    """All times at which one part is free by itself."""
    search = replace(
        request.search,
        type=part.type,
        minutes=part.minutes,
        needs=part.needs,
        first_day=first_day,
        last_day=min(until, request.search.last_day),
        limit=0,
    )
    found = find_slots(desk, search, now)
    return found if isinstance(found, Invalid) else found.slots


def _looked(desk: Desk, request: CombinedSlotRequest, slots: Sequence[Sequence[Slot]]) -> Looked | Invalid:
    """One look at everybody who might take part, from the first to the last time found."""

    def wishes(_: Desk) -> list[Wish]:
        found: list[Wish] = []
        for part, some in zip(request.parts, slots, strict=True):
            everybody = {each.actor: each for slot in some for each in slot.participants}
            for start in {some[0].starts_at, some[-1].starts_at}:
                found.append(_wish(_booking(part, start, tuple(everybody.values())), request))
                found.append(_wish(_booking(part, start, (), fill=True), request))
        return found

    with desk.store.read() as connection:
        looked = look_around_all(connection, desk, wishes, Asked(request.patient), lock=False)
    if isinstance(looked, Looked | Invalid):
        return looked
    raise AssertionError("without a key nothing is known")


def _booking(
    part: CombinedSlotPart, start: int, participants: tuple[Participant, ...], *, fill: bool = False
) -> BookRequest:
    return BookRequest(
        EntryKind.APPOINTMENT, start, participants, type=part.type, minutes=part.minutes, fill=fill
    )


def _wish(booking: BookRequest, request: CombinedSlotRequest) -> Wish:
    return wish_of(replace(booking, patient=request.patient))
