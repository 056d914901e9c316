"""Who could take part together: seats, whom each could be given to, and every way to fill them."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import islice

from praxidesk.engine.parts import Parts
from praxidesk.engine.spans import intersected
from praxidesk.engine.starts import Starts
from praxidesk.engine.vocabulary import ActorId, Role

Team = tuple[ActorId, ...]
"""One actor for each seat, in the order of the seats, all different."""


@dataclass(frozen=True, slots=True)
class Seat:
    """A part in an entry that one of several actors could take."""

    role: Role
    parts: Parts
    candidates: tuple[ActorId, ...]
    """In the order in which they are offered."""


Strand = tuple[ActorId, Parts]
"""An actor taken for certain parts: what is either free or not at a start."""


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

    def narrowed(self, windows: Starts, starts: Mapping[Strand, Starts]) -> Starts:
        """The windows in which those without whom it cannot be are free."""
        for seat in self.seats:
            if len(seat.candidates) == 1:
                windows = intersected(windows, starts[seat.candidates[0], seat.parts])
        return windows

    def teams(self, free: int) -> Iterator[Team]:
        """Every team of free strands, ordered by the candidates of the first seat, then the second...

        Of seats that are alike each set of people is one team, not one for each order.

        :param free: the bits of the strands that are free
        """
        if all(bits & free for bits in self._open_to):
            yield from self._filled(free, (), ())

    def _filled(self, free: int, places: tuple[int, ...], team: Team) -> Iterator[Team]:
        seat = len(team)
        if seat == len(self.seats):
            yield team
            return
        before = self._alike[seat]
        least = 0 if before is None else places[before] + 1
        for place, actor, bit in self._options[seat]:
            if bit & free and place >= least and actor not in team:
                yield from self._filled(free, (*places, place), (*team, actor))


def seated(
    seating: Seating,
    starts: Mapping[Strand, Starts],
    grid: Iterable[int],
    most: int,
    admits: Callable[[Team], bool],
) -> Iterator[tuple[int, tuple[Team, ...]]]:
    """The starts of a sorted grid at which all seats can be filled, each with its first teams.

    Between two instants at which somebody becomes free or taken the teams are the same, so they are
    worked out once for each set of free strands.

    :param starts: when each strand of the seating is free
    :param most: how many teams of a start are wanted
    :param admits: what a team must be besides free
    """
    changes = sorted(
        (instant, bit) for strand, bit in seating.bits.items() for span in starts[strand] for instant in span
    )
    known: dict[int, tuple[Team, ...]] = {}
    free = 0
    teams: tuple[Team, ...] | None = None
    position = 0
    for start in grid:
        while position < len(changes) and changes[position][0] <= start:
            free ^= changes[position][1]
            position += 1
            teams = None
        if teams is None:
            if free not in known:
                known[free] = tuple(islice(filter(admits, seating.teams(free)), most))
            teams = known[free]
        if teams:
            yield start, teams
