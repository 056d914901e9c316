"""Finding places in groups: a proposal that names groups becomes one that names their places.

The first place that is free as it is; else others who booked the group are re-seated, as few as can be.
Where there is no seating at all the first place is taken all the same, so that an override has something
to store, and ``capacity_full`` says when it fails. Who names a place gets that one, and those who are
there and were not promised it make room as well, if they can.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from praxidesk.engine import conflicts as rules
from praxidesk.engine.backdrop import Backdrop
from praxidesk.engine.capacity import BY_PLACE, Reseat, parts_by_group, window_of
from praxidesk.engine.entries import Allocation, Entry, Taken
from praxidesk.engine.occupancy import with_turnovers
from praxidesk.engine.outcomes import Conflict
from praxidesk.engine.places import Counts, Places
from praxidesk.engine.practice import Practice
from praxidesk.engine.proposal import Proposal
from praxidesk.engine.requests import Participant
from praxidesk.engine.reservations import Blocks
from praxidesk.engine.seat_plan import Use, crowded
from praxidesk.engine.spans import Span, merged, subtracted
from praxidesk.engine.vocabulary import ActorId, ConflictKind, Severity
from praxidesk.engine.walltime import Zone

_BY_TIME = BY_PLACE | {
    ConflictKind.OUTSIDE_HOURS,
    ConflictKind.ON_BREAK,
    ConflictKind.ABSENT,
    ConflictKind.RESERVED,
}
"""Kinds that say why just this place is not free just then; where none is, that says it all."""


@dataclass(frozen=True, slots=True)
class Seated:
    """A proposal with a place for everybody, and what must be done for that."""

    proposal: Proposal
    taken: tuple[Taken, ...]
    """What stands around it, those who are re-seated at their new places."""
    reseats: tuple[Reseat, ...] = ()
    full: Mapping[ActorId, tuple[Span, ...]] = field(default_factory=dict)
    """Groups without a seating, and when it fails: sorted and disjoint."""
    overfull: frozenset[ActorId] = frozenset()
    """The places taken although they are not free."""


def check_seated(
    practice: Practice,
    zone: Zone,
    proposal: Proposal,
    surroundings: Sequence[Taken],
    now: int,
    *,
    present: Entry | None = None,
) -> tuple[Seated, list[Conflict]]:
    """Find places in the groups wanted, and everything that speaks against the result.

    :param surroundings: what ``conflicts.reach`` asks for
    :param present: the stored entry that changes; where it can, it stays at its place
    """
    seated = seat(practice, zone, proposal, surroundings, now, present=present)
    found = rules.check(practice, zone, seated.proposal, seated.taken, now)
    weight = practice.severity(ConflictKind.CAPACITY_FULL)
    if not seated.full or weight is Severity.OFF:
        return seated, found
    if weight is Severity.BLOCKING:
        found = [each for each in found if each.actor not in seated.overfull or each.kind not in _BY_TIME]
    found += [
        Conflict(ConflictKind.CAPACITY_FULL, weight, span, group, service=proposal.service)
        for group, spans in seated.full.items()
        for span in spans
    ]
    return seated, sorted(found, key=rules.order)


def seat(
    practice: Practice,
    zone: Zone,
    proposal: Proposal,
    surroundings: Sequence[Taken],
    now: int,
    *,
    present: Entry | None = None,
) -> Seated:
    """The proposal with a place for each of its parts in groups; as it is where it has none."""
    seated = Seated(proposal, tuple(surroundings))
    for group, wanted in parts_by_group(practice, proposal).items():
        before = [each.actor for each in present.allocations if each.seat == group] if present else []
        search = _Search(practice, zone, seated, group, wanted, now, tuple(dict.fromkeys(before)))
        seated = search.seated()
    return seated


@dataclass(frozen=True, slots=True)
class _Unit:
    """The parts that one participant takes a place of the group for, by their places in the proposal."""

    indexes: tuple[int, ...]
    parts: tuple[Span, ...]
    """Without turnover; sorted and disjoint."""
    place: ActorId | None = None
    """The one that is wanted by name."""


@dataclass(frozen=True, slots=True)
class _Place:
    """One place that a unit could have."""

    spans: tuple[Span, ...]
    """What it takes there."""
    against: tuple[Conflict, ...]
    """What speaks against it, but for others who are there."""


class _Search:
    """A place for each unit of one group."""

    def __init__(  # noqa: PLR0917 - one argument for each thing a seating depends on
        self,
        practice: Practice,
        zone: Zone,
        so_far: Seated,
        group: ActorId,
        wanted: Sequence[Allocation],
        now: int,
        before: Sequence[ActorId],
    ) -> None:
        self._practice = practice
        self._zone = zone
        self._so_far = so_far
        self._group = group
        self._now = now
        self._before = before
        self._proposal = so_far.proposal
        self._units = _units(self._proposal, group)
        self._named = _named(self._proposal, practice.members[group])
        self._window = window_of(zone, wanted)
        whole = self._proposal.span
        self._backdrop = Backdrop(
            practice,
            zone,
            Span(min(self._window.start, whole.start), max(self._window.end, whole.end)),
        )

    def seated(self) -> Seated:
        """What was found so far, with places for these."""
        if not self._practice.members[self._group]:
            return self._without_places()
        if not (self._proposal.status.occupies or self._proposal.status.is_tentative):
            return self._placed([next(iter(self._order(number))) for number in range(len(self._units))])
        if not self._units and not self._proposal.status.occupies:
            return self._so_far
        options = [self._options(number, unit) for number, unit in enumerate(self._units)]
        others = [each for each in self._so_far.taken if each.entry != self._proposal.entry]
        blocks = Blocks(self._practice, self._zone, self._so_far.taken, self._now, entry=self._proposal.entry)
        tried: list[tuple[Places, list[Use]]] = []
        for counts in self._measures():
            places = Places(self._backdrop, self._group, self._window, others, blocks, counts)
            wanted = [self._use(places, each, counts) for each in options]
            tried.append((places, wanted))
            found = self._found(places, wanted)
            if found is not None:
                return found
        if not self._units:
            return self._so_far  # whoever is at the place that is wanted stays, and is named
        places, wanted = tried[-1]
        if self._proposal.status.is_tentative:
            return self._placed(self._first(options, {}))
        return self._overfull(places, wanted, options)

    def _measures(self) -> Iterator[Counts]:
        """What to keep clear of: of all that searches avoid; where that cannot be, of what blocks alone."""
        practice = self._practice
        yield practice.avoids
        if any(
            practice.avoids(kind) and practice.severity(kind) is not Severity.BLOCKING
            for kind in ConflictKind
        ):
            yield lambda kind: practice.severity(kind) is Severity.BLOCKING

    def _found(self, places: Places, wanted: Sequence[Use]) -> Seated | None:
        if self._proposal.status.is_tentative:
            found = places.seated_as_it_is(wanted)
            return None if found is None else self._placed(found.wanted)
        named = [use for each in self._named if (use := self._use_by_name(places, each)) is not None]
        answer = places.seated([*wanted, *named]) or (places.seated(wanted) if named else None)
        if answer is None:
            return None
        arrangement, reseats = answer
        return self._placed(arrangement.wanted[: len(wanted)], reseats)

    def _options(self, number: int, unit: _Unit) -> Mapping[ActorId, _Place]:
        """The places that a unit could have, in the order of preference."""
        found: dict[ActorId, _Place] = {}
        for member in self._order(number):
            there = _at(self._practice, self._proposal, dict.fromkeys(unit.indexes, member))
            against = rules.check(
                self._practice, self._zone, there, self._so_far.taken, self._now, backdrop=self._backdrop
            )
            found[member] = _Place(
                tuple(merged(there.allocations[index].span for index in unit.indexes)),
                tuple(each for each in against if each.actor == member and each.kind not in BY_PLACE),
            )
        return found

    def _order(self, number: int) -> Sequence[ActorId]:
        """The places in the order in which they are filled; one that the entry has already comes first."""
        members = self._practice.members[self._group]
        had = [each for each in self._before[number : number + 1] if each in members]
        return tuple(dict.fromkeys((*had, *members)))

    def _use(self, places: Places, options: Mapping[ActorId, _Place], counts: Counts) -> Use:
        """A unit as a use of those places that nothing but the others there can speak against."""
        service = self._proposal.service
        fitting = {
            member: place.spans
            for member, place in options.items()
            if not any(counts(each.kind) for each in place.against)
            and not any(span.overlaps(own) for span in place.spans for own in self._promised(member))
        }
        use = places.use(None, service, fitting)
        return replace(
            use,
            places={member: spans for member, spans in fitting.items() if places.is_open_to(use, member)},
        )

    def _use_by_name(self, places: Places, unit: _Unit) -> Use | None:
        """A place wanted by name, if only those are in the way who could be re-seated."""
        if unit.place is None:
            raise AssertionError("it has a name")
        spans = tuple(merged(self._proposal.allocations[index].span for index in unit.indexes))
        use = places.use(None, self._proposal.service, {unit.place: spans})
        return use if places.is_open_to(use, unit.place) else None

    def _promised(self, member: ActorId) -> Iterator[Span]:
        """When the entry itself has a place by name."""
        return (each.span for each in self._proposal.allocations if each.actor == member)

    def _placed(
        self,
        chosen: Sequence[ActorId],
        reseats: tuple[Reseat, ...] = (),
        *,
        full: Sequence[Span] = (),
        overfull: frozenset[ActorId] = frozenset(),
    ) -> Seated:
        at = {
            index: member for unit, member in zip(self._units, chosen, strict=True) for index in unit.indexes
        }
        so_far = self._so_far
        return Seated(
            replace(
                _at(self._practice, self._proposal, at),
                participants=self._participants(chosen),
            ),
            _reseated(so_far.taken, reseats),
            (*so_far.reseats, *reseats),
            {**so_far.full, self._group: tuple(full)} if full else so_far.full,
            so_far.overfull | overfull,
        )

    def _participants(self, chosen: Sequence[ActorId]) -> tuple[Participant, ...]:
        """Those of the proposal, with the places; who takes no time at all gets one as well."""
        left = list(chosen)
        found: list[Participant] = []
        for each in self._proposal.participants:
            if each.actor != self._group:
                found.append(each)
                continue
            member = left.pop(0) if left else (*chosen, *self._practice.members[self._group])[0]
            found.append(replace(each, actor=member))
        return tuple(found)

    def _overfull(
        self, places: Places, wanted: Sequence[Use], options: Sequence[Mapping[ActorId, _Place]]
    ) -> Seated:
        """As many seated as can be; the others where somebody is."""
        spans = crowded(
            [unit.parts for unit in self._units],
            [self._free(places, unit, each) for unit, each in zip(self._units, options, strict=True)],
            places.present,
        )
        full = spans or merged(part for unit in self._units for part in unit.parts)
        for number in range(len(wanted) - 1, -1, -1):
            answer = places.seated(wanted[:number])
            if answer is not None:
                break
        else:
            raise AssertionError("nobody can always be seated")
        arrangement, reseats = answer
        chosen = self._first(options, dict(enumerate(arrangement.wanted)))
        return self._placed(chosen, reseats, full=full, overfull=frozenset(chosen[number:]))

    def _free(
        self, places: Places, unit: _Unit, options: Mapping[ActorId, _Place]
    ) -> Mapping[ActorId, Sequence[Span]]:
        """Where and when a unit could be, those who may be re-seated apart."""
        return {
            member: subtracted(
                unit.parts,
                merged(
                    [
                        *(each.span for each in place.against if each.severity is Severity.BLOCKING),
                        *(span for other in places.hindrances(member) for span in other.places[member]),
                        *self._promised(member),
                    ]
                ),
            )
            for member, place in options.items()
        }

    def _first(
        self, options: Sequence[Mapping[ActorId, _Place]], seated: Mapping[int, ActorId]
    ) -> list[ActorId]:
        """A place for each: where it is seated, else the first that could be used, each its own if it can."""
        chosen: list[ActorId] = []
        for number, places in enumerate(options):
            able = [
                member
                for member, place in places.items()
                if not any(each.kind not in _BY_TIME for each in place.against)
            ]
            unused = [member for member in able if member not in chosen and member not in seated.values()]
            chosen.append(seated.get(number) or (*unused, *able, *places)[0])
        return chosen

    def _without_places(self) -> Seated:
        """A group of no places has none to give; the entry stands without."""
        wanted = [each for each in self._proposal.allocations if each.actor == self._group]
        return replace(
            self._so_far,
            proposal=replace(
                self._proposal,
                participants=tuple(each for each in self._proposal.participants if each.actor != self._group),
                allocations=tuple(each for each in self._proposal.allocations if each.actor != self._group),
            ),
            full={**self._so_far.full, self._group: tuple(merged(each.part for each in wanted))},
        )


def _units(proposal: Proposal, group: ActorId) -> list[_Unit]:
    """The parts in a group, those of each participant together.

    A participant's parts follow each other; one that named its own part has that alone.
    """
    units: list[list[int]] = []
    until = 0
    for index, each in enumerate(proposal.allocations):
        if each.actor != group:
            continue
        if not units or each.own_part or each.starts_at < until:
            units.append([])
        units[-1].append(index)
        until = each.ends_at
    return [
        _Unit(tuple(unit), tuple(merged(proposal.allocations[index].part for index in unit)))
        for unit in units
    ]


def _named(proposal: Proposal, members: Sequence[ActorId]) -> list[_Unit]:
    """The parts in places that are wanted by name."""
    indexes: dict[ActorId, list[int]] = {}
    for index, each in enumerate(proposal.allocations):
        if each.actor in members:
            indexes.setdefault(each.actor, []).append(index)
    return [
        _Unit(tuple(own), tuple(merged(proposal.allocations[index].part for index in own)), member)
        for member, own in indexes.items()
    ]


def _at(practice: Practice, proposal: Proposal, places: Mapping[int, ActorId]) -> Proposal:
    """The proposal with some of its parts at places, turnover and all."""
    return with_turnovers(
        practice,
        replace(
            proposal,
            allocations=tuple(
                replace(each, actor=places.get(index, each.actor))
                for index, each in enumerate(proposal.allocations)
            ),
        ),
    )


def _reseated(taken: Sequence[Taken], reseats: Sequence[Reseat]) -> tuple[Taken, ...]:
    if not reseats:
        return tuple(taken)
    targets = {(each.entry, each.source): each.target for each in reseats}
    return tuple(each._replace(actor=targets.get((each.entry, each.actor), each.actor)) for each in taken)
