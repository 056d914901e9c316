"""Who could take part together: seats, whom each could be given to, and every way to fill them."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice
from typing import NamedTuple

from praxidesk.engine.parts import Parts
from praxidesk.engine.spans import Span
from praxidesk.engine.starts import Starts
from praxidesk.engine.vocabulary import ActorId, Role

Team = tuple[ActorId, ...]
"""One actor for each seat, in the order of the seats, all different."""


@dataclass(frozen=True, slots=True)
class Seat:
    """A part in an entry that one of several actors could take."""

    role: Role
    parts: Parts
    """Without turnover."""
    candidates: tuple[ActorId, ...]
    """In the order in which they are offered; a group stands for any of its places."""


Strand = tuple[ActorId, Parts]
"""An actor taken for certain parts: what is either free or not at a start."""


class Condition(NamedTuple):
    """Starts at which a strand may only be taken in the company of somebody."""

    strand: Strand
    holders: frozenset[ActorId]
    """One of them must be in the team."""
    starts: Starts


Company = Mapping[int, Sequence[frozenset[ActorId]]]
"""The conditions that hold at one time: for a strand's bit, of each set one must be in the team."""

_ALONE: Company = {}


@dataclass(frozen=True, slots=True)
class Seating:
    """All seats of an entry, and a bit for each strand that may be free."""

    seats: tuple[Seat, ...]
    bits: Mapping[Strand, int] = field(init=False)
    _alike: tuple[int | None, ...] = field(init=False)
    """For each seat the nearest seat before it that differs in nothing."""
    _options: tuple[tuple[tuple[int, ActorId, int], ...], ...] = field(init=False)
    """For each seat its candidates: place, actor and bit."""
    _open_to: tuple[int, ...] = field(init=False)
    """For each seat the bits of all its candidates."""

    def __post_init__(self) -> None:
        """Number the strands and find the seats that are alike."""
        bits: dict[Strand, int] = {}
        last: dict[Seat, int] = {}
        alike: list[int | None] = []
        for index, seat in enumerate(self.seats):
            alike.append(last.get(seat))
            last[seat] = index
            for actor in seat.candidates:
                bits.setdefault((actor, seat.parts), 1 << len(bits))
        options = tuple(
            tuple((place, actor, bits[actor, seat.parts]) for place, actor in enumerate(seat.candidates))
            for seat in self.seats
        )
        put = object.__setattr__
        put(self, "bits", bits)
        put(self, "_alike", tuple(alike))
        put(self, "_options", options)
        put(self, "_open_to", tuple(sum({bit for _, _, bit in each}) for each in options))

    def teams(self, free: int, company: Company = _ALONE) -> Iterator[Team]:
        """Every team of free strands, ordered by the candidates of the first seat, then the second...

        Of seats that are alike each set of people is one team, not one for each order.

        :param free: the bits of the strands that are free
        """
        if all(bits & free for bits in self._open_to):
            yield from self._filled(free, company, (), ())

    def _filled(self, free: int, company: Company, places: tuple[int, ...], team: Team) -> Iterator[Team]:
        if company and not self._can_be_met(free, company, places, team):
            return
        seat = len(team)
        if seat == len(self.seats):
            yield team
            return
        before = self._alike[seat]
        least = 0 if before is None else places[before] + 1
        for place, actor, bit in self._options[seat]:
            if bit & free and place >= least and actor not in team:
                yield from self._filled(free, company, (*places, place), (*team, actor))

    def _can_be_met(self, free: int, company: Company, places: tuple[int, ...], team: Team) -> bool:
        """Whether those chosen, and somebody for each seat still open, may find the company they need.

        Exact for a whole team. Before that it only spares the ways that lead nowhere.
        """
        rest = self._options[len(team) :]
        within_reach = {*team, *(actor for options in rest for _, actor, bit in options if bit & free)}

        def finds_company(bit: int) -> bool:
            return all(not within_reach.isdisjoint(holders) for holders in company.get(bit, ()))

        chosen = (options[place][2] for options, place in zip(self._options, places, strict=False))
        return all(map(finds_company, chosen)) and all(
            any(bit & free and actor not in team and finds_company(bit) for _, actor, bit in options)
            for options in rest
        )


def seated(
    seating: Seating,
    starts: Mapping[Strand, Starts],
    windows: Starts,
    most: int,
    admits: Callable[[Team], bool],
    *,
    conditions: Sequence[Condition] = (),
) -> Iterator[tuple[Span, tuple[Team, ...]]]:
    """The stretches of the windows in which all seats can be filled, each with its first teams, in order.

    Between two instants at which somebody becomes free or taken the teams are the same, so they are
    worked out once for each set of free strands.

    :param starts: when each strand of the seating is free
    :param most: how many teams of a start are wanted
    :param admits: what a team must be besides free
    """
    inside = 1 << len(seating.bits)
    conditional = {inside << place: each for place, each in enumerate(conditions, 1)}
    changes: dict[int, int] = defaultdict(int)
    for bit, spans in (
        (inside, windows),
        *((bit, starts[strand]) for strand, bit in seating.bits.items()),
        *((bit, each.starts) for bit, each in conditional.items()),
    ):
        for begin, end in spans:
            changes[begin] ^= bit
            changes[end] ^= bit
    known: dict[int, tuple[Team, ...]] = {}
    free = since = 0
    teams: tuple[Team, ...] = ()
    for instant in sorted(changes):
        free ^= changes[instant]
        now: tuple[Team, ...] = ()
        if free & inside:
            if free not in known:
                company = _company(seating, (each for bit, each in conditional.items() if free & bit))
                known[free] = tuple(islice(filter(admits, seating.teams(free, company)), most))
            now = known[free]
        if now != teams:
            if teams:
                yield Span(since, instant), teams
            since, teams = instant, now


def company_at(seating: Seating, conditions: Iterable[Condition], instant: int) -> Company:
    """The conditions that hold at an instant."""
    return _company(
        seating,
        (each for each in conditions if any(start <= instant < end for start, end in each.starts)),
    )


def _company(seating: Seating, conditions: Iterable[Condition]) -> Company:
    company: dict[int, list[frozenset[ActorId]]] = {}
    for strand, holders, _ in conditions:
        company.setdefault(seating.bits[strand], []).append(holders)
    return company
