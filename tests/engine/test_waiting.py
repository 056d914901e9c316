"""Who of those who wait would come in a place that became free."""

from dataclasses import replace

from praxidesk.engine.entries import Allocation, Entry
from praxidesk.engine.vocabulary import ActorId, EntryId, EntryKind, Role, Status
from praxidesk.engine.waiting import Waiting, place_for, who_fits

WEBER, KOC, ROOM = ActorId(1), ActorId(2), ActorId(3)
HOUR = 3600


def entry(number: int, actor: ActorId, start: int, minutes: int, status: Status) -> Entry:
    end = start + minutes * 60
    parts = (Allocation(actor, Role.PRACTITIONER, start, end), Allocation(ROOM, Role.ROOM, start, end))
    return Entry(
        id=EntryId(number),
        version=1,
        kind=EntryKind.APPOINTMENT,
        status=status,
        starts_at=start,
        ends_at=end,
        type=None,
        procedure=None,
        phases=None,
        patient=None,
        note="",
        reason="",
        override_reason="",
        allocations=parts,
    )


def waiting(number: int, actor: ActorId, minutes: int) -> Waiting:
    return Waiting(entry(number, actor, 90 * HOUR, minutes, Status.WAITLIST), number)


def test_who_waits_for_the_same_person_and_no_longer_fits_in_the_order_of_waiting() -> None:
    freed = entry(9, WEBER, 40 * HOUR, 20, Status.CANCELLED)
    line = [waiting(1, KOC, 10), waiting(2, WEBER, 25), waiting(3, WEBER, 20), waiting(4, WEBER, 10)]
    fitting = who_fits(line, freed)
    assert [each.entry.id for each in fitting] == [3, 4], "a room in common is nobody they wait for"
    assert place_for(fitting[0], freed) == (WEBER, 40 * HOUR)
    itself = Waiting(replace(freed, status=Status.WAITLIST), 1)
    assert who_fits([itself], freed) == ()


def test_of_two_in_common_the_place_is_with_the_one_who_has_time_enough() -> None:
    freed = with_another(entry(9, WEBER, 40 * HOUR, 10, Status.CANCELLED), KOC, 30)
    waits = waiting(1, WEBER, 20)
    both = replace(waits, entry=with_another(waits.entry, KOC, 20))
    assert who_fits([both], freed) == (both,)
    assert place_for(both, freed) == (KOC, 40 * HOUR)


def with_another(present: Entry, actor: ActorId, minutes: int) -> Entry:
    start = present.starts_at
    part = Allocation(actor, Role.PRACTITIONER, start, start + minutes * 60)
    return replace(present, allocations=(*present.allocations, part))
