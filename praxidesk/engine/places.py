"""The places of one group over some days: who is there, who could be elsewhere, and who stays."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from functools import cached_property

from praxidesk.engine.backdrop import Backdrop
from praxidesk.engine.capacity import Reseat, role_of
from praxidesk.engine.clashes import buffers_of
from praxidesk.engine.entries import Taken
from praxidesk.engine.qualification import is_qualified
from praxidesk.engine.reservations import Blocks
from praxidesk.engine.seat_plan import Arrangement, Use, arranged, meet
from praxidesk.engine.spans import Span, intersected, merged, subtracted
from praxidesk.engine.vocabulary import ActorId, ConflictKind, EntryId, ServiceId

Counts = Callable[[ConflictKind], bool]
"""Which kinds of conflict a seating keeps clear of."""


class Places:
    """Who is at the places of a group within whole local days."""

    def __init__(  # noqa: PLR0917 - one argument for each thing a seating depends on
        self,
        backdrop: Backdrop,
        group: ActorId,
        window: Span,
        surroundings: Iterable[Taken],
        blocks: Blocks,
        counts: Counts,
    ) -> None:
        """Sort out who may be re-seated.

        :param backdrop: of a span that has the window
        :param window: days in which others may be re-seated; what sticks out of them stays
        :param surroundings: allocations of the group's places, without those of the entry to be seated
        """
        self.practice = backdrop.practice
        self.members = self.practice.members[group]
        self._backdrop = backdrop
        self._group = group
        self._blocks = blocks
        self._counts = counts
        self._rows: dict[tuple[EntryId, ActorId], list[Taken]] = {}
        members = frozenset(self.members)
        for taken in surroundings:
            if taken.occupies and taken.actor in members:
                self._rows.setdefault((taken.entry, taken.actor), []).append(taken)
        standing: dict[ActorId, list[tuple[Use, bool]]] = {member: [] for member in self.members}
        for (entry, member), takens in self._rows.items():
            takens.sort(key=lambda each: each.starts_at)
            spans = tuple(merged(each.span for each in takens))
            is_bound = any(each.seat != group or not window.contains(each.span) for each in takens)
            standing[member].append((self.use(entry, takens[0].service, {member: spans}, member), is_bound))
        self.fixed: dict[ActorId, list[Use]] = {}
        self._movable: list[Use] = []
        for member, uses in standing.items():
            uses.sort(key=lambda each: _order(each[0]))
            clashing = _clashing([use for use, _ in uses])
            self.fixed[member] = [
                use for index, (use, is_bound) in enumerate(uses) if is_bound or index in clashing
            ]
            self._movable += [
                use for index, (use, is_bound) in enumerate(uses) if not is_bound and index not in clashing
            ]
        self._movable.sort(key=_order)

    def use(
        self,
        entry: EntryId | None,
        service: ServiceId,
        places: Mapping[ActorId, tuple[Span, ...]],
        place: ActorId | None = None,
    ) -> Use:
        """Time at places for a service, with its buffers where they count."""
        if not self._counts(ConflictKind.GAP_TOO_SHORT):
            return Use(entry, places, place=place)
        buffers = buffers_of(self.practice, service)
        return Use(entry, places, buffers.before, buffers.after, place)

    def is_open_to(self, wanted: Use, member: ActorId) -> bool:
        """Whether nobody who stays is in the way of a use at a place."""
        return not any(meet(wanted, other, member) for other in self.hindrances(member))

    def hindrances(self, member: ActorId) -> Iterable[Use]:
        """Who stays at a place, as far as it matters to somebody who is to be seated."""
        if self._counts(ConflictKind.BLOCKOUT):
            return self.fixed[member]
        return [each for each in self.fixed[member] if self._service_of(each)]

    def seated_as_it_is(self, wanted: Sequence[Use]) -> Arrangement | None:
        """A place for each of the wanted while everybody stays; ``None`` where there is none."""
        return arranged(wanted, self._movable)

    def seated(self, wanted: Sequence[Use]) -> tuple[Arrangement, tuple[Reseat, ...]] | None:
        """A place for each of the wanted, at best without moving anybody; ``None`` where there is none."""
        found = self.seated_as_it_is(wanted)
        if found is not None:
            return found, ()
        found = arranged(wanted, self.present)
        if found is None:
            return None
        moves = sorted(found.moved.items())
        return found, tuple(self._reseat(self.present[index], place) for index, place in moves)

    @cached_property
    def present(self) -> list[Use]:
        """Those who may be re-seated, each with all the places it could have."""
        return [
            replace(
                use,
                places={
                    use.place: spans,
                    **{member: spans for member in self.members if self._could_move(use, member)},
                },
            )
            for use in self._movable
            if use.place is not None and (spans := use.places[use.place])
        ]

    def _could_move(self, use: Use, member: ActorId) -> bool:
        """Whether a stored use would be as well off at another place, and break no rule there."""
        if use.place is None or member == use.place:
            return False
        actor, service = self.practice.actors[member], self._service_of(use)
        spans = use.places[use.place]
        there = replace(use, places={member: spans})
        return (
            actor.active
            and actor.turnover == self.practice.actors[use.place].turnover  # else its times would change
            and is_qualified(self.practice.service_of(service), actor, role_of(self.practice, self._group))
            and not subtracted(intersected(spans, self.shut(member)), self.shut(use.place))
            and not any(self._is_kept(member, span, service) for span in spans)
            and not any(meet(there, other, member) for other in self.fixed[member])
        )

    def _is_kept(self, member: ActorId, span: Span, service: ServiceId) -> bool:
        """Whether block time speaks against moving somebody of whose people nothing is known."""
        return self._counts(ConflictKind.RESERVED) and bool(self._blocks.kept(member, span, service))

    def shut(self, member: ActorId) -> Sequence[Span]:
        """When hours, breaks, absences or inspections speak against a place."""
        found = self._shut.get(member)
        if found is None:
            against = self._backdrop.against(member)
            found = self._shut[member] = merged(
                span for kind, spans in against.items() if self._counts(kind) for span in spans
            )
        return found

    @cached_property
    def _shut(self) -> dict[ActorId, Sequence[Span]]:
        return {}

    def _service_of(self, use: Use) -> ServiceId:
        if use.entry is None or use.place is None:
            return ServiceId(0)
        return self._rows[use.entry, use.place][0].service

    def _reseat(self, use: Use, target: ActorId) -> Reseat:
        if use.entry is None or use.place is None:
            raise AssertionError("only stored entries are re-seated")
        rows = self._rows[use.entry, use.place]
        return Reseat(use.entry, use.place, target, tuple(each.starts_at for each in rows))


def _order(use: Use) -> tuple[Span, EntryId, ActorId]:
    if use.entry is None or use.place is None:
        raise AssertionError("only stored entries are sorted")
    return use.places[use.place][0], use.entry, use.place


def _clashing(uses: Sequence[Use]) -> set[int]:
    """Those of one place who meet there already: it is known, and nobody's reason to move.

    :param uses: by their first start
    """
    found: set[int] = set()
    margin = max((max(each.before, each.after) for each in uses), default=0)
    running: list[tuple[int, int]] = []
    for index, use in enumerate(uses):
        spans = use.places[use.place or ActorId(0)]
        running = [(end, other) for end, other in running if end + margin > spans[0].start]
        for _, other in running:
            if meet(uses[other], use, use.place or ActorId(0)):
                found |= {index, other}
        running.append((spans[-1].end, index))
    return found
