"""Series in the calendar in memory: each date decided by the real engine, all of them written or none."""

from collections.abc import Sequence
from dataclasses import replace

from praxidesk.engine.entries import Entry
from praxidesk.engine.outcomes import Conflict, Done, Free, Invalid, Refused
from praxidesk.engine.requests import CancelRequest, Keep, MoveRequest, SlotRequest
from praxidesk.engine.series_outcomes import (
    CombinedOutcome,
    CombinedSlot,
    CombinedSlotsFound,
    DateOutcome,
    DateState,
    PartOutcome,
    SeriesOutcome,
    Verdict,
)
from praxidesk.engine.series_plan import booking_on, day_of, move_of, planned_dates, touched
from praxidesk.engine.series_requests import BulkRequest, CombinedRequest, CombinedSlotRequest, SeriesRequest
from praxidesk.engine.spans import Span
from praxidesk.engine.together import TogetherRequest
from praxidesk.engine.vocabulary import ConflictKind, OnClash, SeriesId, Severity, Status
from praxidesk.worker.messages import SeveralOutcome, SeveralRequest
from tests.ui.fake_store import FakeStore
from tests.ui.fake_together import change_together


def check_several(store: FakeStore, request: BulkRequest | MoveRequest, now: int) -> SeveralOutcome:
    if isinstance(request, SeriesRequest):
        return _checked(store, request, now)
    assert isinstance(request, MoveRequest)
    return _move(store, request, now, writes=False)


def change_several(store: FakeStore, request: SeveralRequest, now: int) -> SeveralOutcome:
    if isinstance(request, SeriesRequest):
        return _book(store, request, now)
    if isinstance(request, CombinedRequest):
        return _book_combined(store, request, now)
    if isinstance(request, TogetherRequest):
        return change_together(store, request, now)
    named = store.entries[request.entry]
    if request.version != named.version:
        stale = Conflict(ConflictKind.STALE_VERSION, Severity.BLOCKING, named.span, entry=named.id)
        return Refused((stale,), current=named, others=(named,))
    if isinstance(request, MoveRequest):
        return _move(store, request, now, writes=True)
    return _cancel(store, request, now)


def find_combined(store: FakeStore, request: CombinedSlotRequest, now: int) -> CombinedSlotsFound:
    """Chains without gaps, each part with whom its own search finds first."""
    found = []
    minutes = [store.practice.types[part.type].minutes for part in request.parts]
    slots = [store.find_slots(_search(request, index), now) for index in range(len(request.parts))]
    by_start = [
        {} if isinstance(each, Invalid) else {slot.starts_at: slot for slot in each.slots} for each in slots
    ]
    for start in sorted(by_start[0]):
        chain = []
        for index, length in enumerate(minutes):
            slot = by_start[index].get(start + sum(minutes[:index]) * 60)
            if slot is None:
                break
            assert slot.ends_at - slot.starts_at == length * 60
            chain.append(slot)
        if len(chain) == len(minutes):
            found.append(CombinedSlot(tuple(chain)))
    return CombinedSlotsFound(tuple(found), request.search.last_day)


def _search(request: CombinedSlotRequest, index: int) -> SlotRequest:
    part = request.parts[index]
    return replace(request.search, type=part.type, limit=0)


def _book_combined(store: FakeStore, request: CombinedRequest, now: int) -> CombinedOutcome:
    series = SeriesId(max((each.series or 0 for each in store.entries.values()), default=0) + 1)
    bookings = [
        replace(part.booking, patient=request.patient, note=request.note, key=None) for part in request.parts
    ]
    checks = [store.check(each, now) for each in bookings]
    if any(isinstance(each, Refused) for each in checks):
        parts = tuple(
            PartOutcome(Span(each.starts_at, each.starts_at + 60), getattr(check, "conflicts", ()))
            for each, check in zip(bookings, checks, strict=True)
        )
        others = tuple(entry for check in checks for entry in getattr(check, "others", ()))
        return CombinedOutcome(Verdict.REFUSED, parts, others=others)
    made = []
    for each in bookings:
        done = store.change(each, now)
        assert isinstance(done, Done)
        entry = replace(done.entry, series=series)
        store.entries[entry.id] = entry
        made.append(PartOutcome(entry.span, entry=entry))
    return CombinedOutcome(Verdict.BOOKED, tuple(made), series)


def siblings(store: FakeStore, series: SeriesId | None) -> list[Entry]:
    found = [each for each in store.entries.values() if each.series == series]
    return sorted(found, key=lambda each: (each.starts_at, each.id))


def _checked(store: FakeStore, request: SeriesRequest, now: int) -> SeriesOutcome | Invalid:
    plan = planned_dates(request, store.zone)
    if isinstance(plan, Invalid):
        return plan
    dates: list[DateOutcome] = []
    others: dict[int, Entry] = {}
    length = 0
    for each in plan.dates:
        answer = store.check(booking_on(request, each), now)
        if isinstance(answer, Free):
            length = answer.span.end - answer.span.start
            found = DateOutcome(
                each.day, DateState.FREE, answer.span, answer.warnings, participants=answer.participants
            )
        else:
            assert isinstance(answer, Refused), answer
            others |= {entry.id: entry for entry in answer.others}
            span = Span(each.starts_at, each.starts_at + (length or 1200))
            found = DateOutcome(
                each.day,
                DateState.CLASHES,
                span,
                answer.conflicts,
                alternatives=answer.alternatives,
                apart=answer.apart,
            )
        dates.append(replace(found, is_moved=each.is_moved))
    dates += [
        DateOutcome(each.day, DateState.SKIPPED, Span(each.starts_at, each.starts_at + (length or 1200)))
        for each in plan.skipped
    ]
    dates.sort(key=lambda each: each.day)
    blocked = any(each.state is DateState.CLASHES for each in dates)
    verdict = Verdict.REFUSED if blocked else Verdict.FREE
    return SeriesOutcome(verdict, tuple(dates), plan.missing, others=tuple(others.values()))


def _book(store: FakeStore, request: SeriesRequest, now: int) -> SeriesOutcome | Invalid:
    checked = _checked(store, request, now)
    if isinstance(checked, Invalid) or checked.verdict is Verdict.REFUSED:
        return checked
    series = SeriesId(max((each.series or 0 for each in store.entries.values()), default=0) + 1)
    dates = []
    for each in checked.dates:
        if each.state is not DateState.FREE:
            dates.append(each)
            continue
        done = store.change(replace(request.booking, starts_at=each.span.start, key=None), now)
        assert isinstance(done, Done)
        entry = replace(done.entry, series=series, series_day=each.day)
        store.entries[entry.id] = entry
        dates.append(replace(each, state=DateState.DONE, entry=entry))
    return SeriesOutcome(Verdict.BOOKED, tuple(dates), checked.missing, series)


def _move(store: FakeStore, request: MoveRequest, now: int, *, writes: bool) -> SeriesOutcome | Invalid:
    named = store.entries[request.entry]
    within = touched(named, siblings(store, named.series), request.scope, now)
    dates, others = [], {}
    for each in within.entries:
        day = day_of(each, store.zone)
        if each.id in within.kept:
            dates.append(DateOutcome(day, within.kept[each.id], each.span, entry=each))
            continue
        wanted = move_of(each, named, request, store.zone)
        assert wanted is not None
        answer = store._moved(wanted, each, now)
        if isinstance(answer, Refused):
            others.update({entry.id: entry for entry in answer.others})
            shift = 0 if isinstance(wanted.starts_at, Keep) else wanted.starts_at - each.starts_at
            span = Span(each.starts_at + shift, each.ends_at + shift)
            dates.append(DateOutcome(day, DateState.CLASHES, span, answer.conflicts, entry=each))
            continue
        assert isinstance(answer, Done)
        dates.append(DateOutcome(day, DateState.FREE, answer.entry.span, entry=each, before=answer.entry))
    clashing = [each for each in dates if each.state is DateState.CLASHES]
    if clashing and request.on_clash is OnClash.REFUSE:
        return SeriesOutcome(Verdict.REFUSED, tuple(dates), others=tuple(others.values()))
    if not writes:
        plain = tuple(replace(each, before=None) for each in dates)
        return SeriesOutcome(Verdict.FREE, plain, others=tuple(others.values()))
    return SeriesOutcome(Verdict.MOVED, tuple(_stored(store, each) for each in dates), series=named.series)


def _stored(store: FakeStore, outcome: DateOutcome) -> DateOutcome:
    if outcome.state is not DateState.FREE or outcome.before is None:
        return outcome
    before, after = outcome.entry, outcome.before
    store.entries[after.id] = after
    return replace(outcome, state=DateState.DONE, entry=after, before=before)


def _cancel(store: FakeStore, request: CancelRequest, now: int) -> SeriesOutcome:
    named = store.entries[request.entry]
    within = touched(named, siblings(store, named.series), request.scope, now)
    dates: Sequence[DateOutcome] = [
        DateOutcome(day_of(each, store.zone), within.kept.get(each.id, DateState.DONE), each.span, entry=each)
        for each in within.entries
    ]
    found = []
    for each in dates:
        entry = each.entry
        assert entry is not None
        if each.state is DateState.DONE:
            after = replace(entry, version=entry.version + 1, status=Status.CANCELLED, reason=request.reason)
            store.entries[entry.id] = after
            found.append(replace(each, entry=after, before=entry))
        else:
            found.append(each)
    return SeriesOutcome(Verdict.CANCELLED, tuple(found), series=named.series)
