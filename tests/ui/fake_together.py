"""Chosen entries changed at once in the calendar in memory: they make room for each other, all or none."""

from praxidesk.engine.entries import Entry
from praxidesk.engine.outcomes import Done, Invalid, Refused
from praxidesk.engine.requests import Keep, MoveRequest, StatusRequest
from praxidesk.engine.series_outcomes import DateState
from praxidesk.engine.spans import Span
from praxidesk.engine.together import ChangedEntry, EntryRequest, TogetherOutcome, TogetherRequest
from praxidesk.engine.vocabulary import EntryId, OnClash
from tests.ui.fake_store import FakeStore


def change_together(store: FakeStore, request: TogetherRequest, now: int) -> TogetherOutcome | Invalid:
    before = dict(store.entries)
    others: dict[EntryId, Entry] = {}
    going = list(request.changes)
    refused: dict[EntryId, ChangedEntry] = {}
    while True:
        found = _tried(store, going, before, others, now)
        if isinstance(found, Invalid):
            store.entries = before
            return found
        stuck = {each.request.entry: each for each in found if each.state is DateState.CLASHES}
        if not stuck:
            break
        refused |= stuck
        store.entries = dict(before)
        going = [each for each in going if each.entry not in refused]
    done = {each.request.entry: each for each in found}
    if refused and (request.on_clash is OnClash.REFUSE or not done):
        store.entries = before
        free = [
            ChangedEntry(each.request, DateState.FREE, each.span, before[each.request.entry])
            for each in done.values()
        ]
        done = {each.request.entry: each for each in free}
    told = tuple((done | refused)[each.entry] for each in request.changes)
    return TogetherOutcome(told, tuple(others.values()))


def _tried(
    store: FakeStore,
    going: list[EntryRequest],
    before: dict[EntryId, Entry],
    others: dict[EntryId, Entry],
    now: int,
) -> list[ChangedEntry] | Invalid:
    leaving = {each.entry for each in going if not isinstance(each, StatusRequest)}
    store.entries = {id_: entry for id_, entry in before.items() if id_ not in leaving}
    found: list[ChangedEntry] = []
    for each in going:
        entry = before[each.entry]
        is_stale = each.version != entry.version
        outcome = store.stale(entry) if is_stale else store._changed(each, entry, now)
        if isinstance(outcome, Invalid):
            return outcome
        if isinstance(outcome, Refused):
            others.update({other.id: other for other in outcome.others})
            found.append(
                ChangedEntry(each, DateState.CLASHES, _span(each, entry), entry, None, outcome.conflicts)
            )
            continue
        assert isinstance(outcome, Done)
        store.entries[entry.id] = outcome.entry
        found.append(ChangedEntry(each, DateState.DONE, outcome.entry.span, outcome.entry, entry))
    return found


def _span(request: EntryRequest, entry: Entry) -> Span:
    """Where it would stand."""
    if not isinstance(request, MoveRequest) or isinstance(request.starts_at, Keep):
        return entry.span
    return Span(request.starts_at, request.starts_at + entry.ends_at - entry.starts_at)
