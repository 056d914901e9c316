"""The cheapest way to something earlier: one other person, one other room, or one entry that makes room."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from praxidesk.engine.alternatives import REACH, alternatives
from praxidesk.engine.bulk import standing, taken_by
from praxidesk.engine.chairs import CLOSED, Chair, Whole, chairs
from praxidesk.engine.conflicts import check
from praxidesk.engine.entries import Entry, Taken
from praxidesk.engine.explanation import wanted
from praxidesk.engine.outcomes import MovedEntry, OtherMember, OtherPlace, Release, Slot
from praxidesk.engine.outlook import Outlook, Sought, reach
from praxidesk.engine.parts import Length
from praxidesk.engine.practice import Practice
from praxidesk.engine.proposal import Proposal
from praxidesk.engine.reach import Reach, widened
from praxidesk.engine.requests import Participant
from praxidesk.engine.slots import Search, find
from praxidesk.engine.spans import HOUR, MINUTE, Span
from praxidesk.engine.substitutes import exchanged, named_by, places
from praxidesk.engine.teams import Team
from praxidesk.engine.trials import HOURS_KINDS, Trials
from praxidesk.engine.vocabulary import (
    NOBODY,
    ActorId,
    ActorKind,
    EntryId,
    EntryKind,
    Priority,
    ServiceId,
    Status,
)

MOST_MOVABLE = 40
"""So many different entries are thought away at most; then the earliest that they open is good enough."""
_TEAMS = 16
_WEEK = 7 * 24 * HOUR
_NEW = EntryId(-1)
"""Stands for the slot while it is thought to be booked."""


def with_another(search: Search, surroundings: Sequence[Taken], span: Span) -> Release | None:
    """The first slot of a span with somebody or something else in one place; members before rooms.

    :param surroundings: what :func:`exchanges` reach too
    """
    found: list[tuple[int, bool, int, Release]] = []
    practice, request = search.practice, search.request
    for number, (place, other) in enumerate(zip(places(practice, request), exchanges(search), strict=True)):
        if other is None:
            continue
        wish = replace(other.request, limit=1)
        for slot in find(practice, search.zone, wish, search.patient, surroundings, search.now, span):
            actor, instead = slot.participants[number].actor, named_by(practice, place)[0]
            is_member = place.role.actor_kind is ActorKind.PRACTITIONER
            change = OtherMember(actor, instead) if is_member else OtherPlace(actor, instead)
            release = Release(slot._replace(instead_of=((actor, instead),)), change)
            found.append((slot.starts_at, not is_member, number, release))
    return min(found, key=lambda each: each[:3])[3] if found else None


def exchanges(search: Search) -> list[Search | None]:
    """For each place the search with others there."""
    practice, request = search.practice, search.request
    return [
        None
        if (other := exchanged(practice, request, number)) is None
        else Search.of(practice, search.zone, other, search.patient, search.now)
        for number in range(len(search.seats))
    ]


@dataclass(frozen=True, slots=True)
class Opening:
    """A slot that would be free without one entry."""

    slot: Slot
    entry: EntryId
    actor: ActorId | None
    """Whom it would give free; ``None`` where it is only one too many."""


class Openings:
    """What single movable entries keep shut, in the order of the starts."""

    def __init__(self, search: Search, outlook: Outlook, trials: Trials, rows: Iterable[Taken]) -> None:
        self._search = search
        self._trials = trials
        self._whole = Whole(outlook, trials)
        self._chairs = chairs(search, outlook, trials)
        self._rows: dict[EntryId, list[Taken]] = {}
        matter = {actor for seat in search.seats for actor in seat.candidates} | {search.patient, NOBODY}
        for row in rows:
            if row.actor in matter and _may_be_moved(search.practice, search.service, row.service):
                self._rows.setdefault(row.entry, []).append(row)

    def first(self, span: Span) -> list[Opening]:
        """Those of a span, until so many different entries are named."""
        found: list[Opening] = []
        entries: set[EntryId] = set()
        for opening in self.within(span):
            entries.add(opening.entry)
            if len(entries) > MOST_MOVABLE:
                break
            found.append(opening)
        return found

    def within(self, span: Span) -> Iterator[Opening]:
        """Every start of a span with each entry that alone stands against it, by the number of the entry."""
        starts = list(wanted(self._search, span))
        near: dict[int, list[EntryId]] = {}
        for entry, rows in sorted(self._rows.items()):
            hull = Span(min(each.starts_at for each in rows), max(each.ends_at for each in rows))
            if hull.start >= self._search.now:
                first, last = self._touched(hull, rows[0].service)
                for start in starts[bisect_left(starts, first) : bisect_left(starts, last)]:
                    near.setdefault(start, []).append(entry)
        for start in sorted(near):
            for entry in near[start]:
                opening = self._without(entry, start)
                if opening is not None:
                    yield opening

    def _touched(self, hull: Span, service: ServiceId) -> Span:
        """The starts that an entry can be in the way of; one of the same service by its limits too."""
        search = self._search
        start, end = widened(search.practice, hull)
        known = search.practice.service_of(service)
        if service == search.service and known is not None:
            farthest = known.limits.distance * MINUTE
            if known.limits.quotas:
                farthest = max(farthest, _WEEK)
            start, end = start - farthest, end + farthest
        return Span(start - search.length.minutes * MINUTE, end)

    def _without(self, entry: EntryId, start: int) -> Opening | None:
        """What would be free at a start if this entry were not there."""
        against_all = self._whole.blocker(start)
        if against_all is CLOSED or (against_all is not None and not self._frees_all(entry, start)):
            return None
        theirs = {row.actor for row in self._rows[entry]}
        able: list[list[ActorId]] = []
        freed: set[ActorId] = set()
        for chair in self._chairs:
            free = chair.free(start)
            gained = [
                actor
                for actor in chair.seat.candidates
                if actor in theirs and actor not in free and self._frees(entry, chair, actor, start)
            ]
            if not free and not gained:
                return None
            freed.update(gained)
            able.append([actor for actor in chair.seat.candidates if actor in free or actor in gained])
        if not freed and against_all is None:
            return None
        for turn, team in enumerate(_teams(able)):
            if turn == _TEAMS:
                break
            proposal = self._proposal(start, team)
            if not self._trials.against(proposal, without=entry):
                patient = self._search.patient
                who = next((each for each in team if each in freed), patient)
                if against_all is None and freed.isdisjoint(team):
                    continue
                slot = Slot(start, proposal.ends_at, self._search.participants(team))
                return Opening(slot, entry, who)
        return None

    def _frees_all(self, entry: EntryId, start: int) -> bool:
        """Whether the patient would be free, and the practice open."""
        proposal = self._trials.proposal(start, (), with_patient=True)
        return not any(each.role is None for each in self._trials.against(proposal, without=entry))

    def _frees(self, entry: EntryId, chair: Chair, actor: ActorId, start: int) -> bool:
        known = chair.blocker(actor, start)
        if known.kind in HOURS_KINDS or (known.entry is not None and known.entry != entry):
            return False  # and so nothing needs to be tried
        cast = [(actor, chair.seat.role, chair.seat.parts)]
        proposal = self._trials.proposal(start, cast, with_patient=False)
        return not any(each.actor == actor for each in self._trials.against(proposal, without=entry))

    def _proposal(self, start: int, team: Team) -> Proposal:
        cast = [(actor, seat.role, seat.parts) for actor, seat in zip(team, self._search.seats, strict=True)]
        return self._trials.proposal(start, cast, with_patient=True)


def moves_reach(search: Search, entries: Iterable[Entry]) -> Reach | None:
    """What must be known to find these entries another place; ``None`` where there are none to move."""
    practice, zone = search.practice, search.zone
    found = [
        reach(
            practice,
            zone,
            Sought(
                entry.service, Length((entry.ends_at - entry.starts_at) // MINUTE, entry.phases), entry.id
            ),
            {each.actor for each in entry.allocations},
            Span(entry.starts_at - REACH, entry.starts_at + REACH + 1),
            search.now,
        )
        for entry in entries
        if is_movable(practice, search.service, entry, search.now)
    ]
    return found[0].joined(found[1:]) if found else None


def with_one_moved(
    search: Search, openings: Iterable[Opening], entries: Mapping[EntryId, Entry], rows: Sequence[Taken]
) -> Release | None:
    """The first opening whose entry can go elsewhere, with the same people, as near as can be.

    :param rows: what surrounds the search and, as :func:`moves_reach` says, the entries
    """
    practice, zone, now = search.practice, search.zone, search.now
    trials = Trials(search, (), Span(now, now))
    for opening in openings:
        entry = entries.get(opening.entry)
        if entry is None or not is_movable(practice, search.service, entry, now):
            continue
        cast = [
            (each.actor, each.role, seat.parts)
            for each, seat in zip(opening.slot.participants, search.seats, strict=True)
        ]
        wish = replace(trials.proposal(opening.slot.starts_at, cast, with_patient=True), entry=_NEW)
        there = standing(entry)
        others = [row for row in rows if row.entry != entry.id]
        around = [*others, *taken_by(wish)]
        for slot in alternatives(practice, zone, there, around, now):
            if not _same_people(slot.participants, there.participants):
                continue
            moved = _moved(there, slot.starts_at)
            if _is_clear(search, moved, around) and _is_clear(search, wish, [*others, *taken_by(moved)]):
                actor = opening.actor if opening.actor is not None else entry.allocations[0].actor
                change = MovedEntry(entry.id, entry.service, actor, entry.span, slot.starts_at)
                return Release(opening.slot, change)
    return None


def is_movable(practice: Practice, service: ServiceId, entry: Entry, now: int) -> bool:
    """Whether an entry makes room for something of a service: still to come, and of lower priority."""
    return (
        entry.kind is EntryKind.APPOINTMENT
        and (entry.status is Status.BOOKED or entry.status.is_tentative)
        and entry.starts_at > now
        and _may_be_moved(practice, service, entry.service)
    )


def _may_be_moved(practice: Practice, wanted: ServiceId, other: ServiceId) -> bool:
    """Whether one service makes room for another: it is of low priority, or of a lower one."""
    theirs = practice.service_of(other)
    if theirs is None or other < 0:
        return False
    ours = practice.service_of(wanted)
    priority = ours.priority if ours is not None else Priority.NORMAL
    return theirs.priority is Priority.LOW or theirs.priority.rank < priority.rank


def _moved(proposal: Proposal, starts_at: int) -> Proposal:
    by = starts_at - proposal.starts_at
    return replace(
        proposal,
        starts_at=starts_at,
        ends_at=proposal.ends_at + by,
        allocations=tuple(
            replace(each, starts_at=each.starts_at + by, ends_at=each.ends_at + by)
            for each in proposal.allocations
        ),
    )


def _is_clear(search: Search, proposal: Proposal, rows: Sequence[Taken]) -> bool:
    found = check(search.practice, search.zone, proposal, rows, search.now)
    return not any(search.practice.avoids(each.kind) for each in found)


def _same_people(some: Iterable[Participant], others: Iterable[Participant]) -> bool:
    return {(each.actor, each.role) for each in some} == {(each.actor, each.role) for each in others}


def _teams(able: Sequence[Sequence[ActorId]], team: Team = ()) -> Iterator[Team]:
    """Every choice of one for each seat, all different, in order."""
    if len(team) == len(able):
        yield team
        return
    for actor in able[len(team)]:
        if actor not in team:
            yield from _teams(able, (*team, actor))
