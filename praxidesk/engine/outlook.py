"""What a search stands on: everything known of everybody's time, and what becomes of it in one stretch."""

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from operator import itemgetter

from praxidesk.engine import limits, reservations
from praxidesk.engine.backdrop import Backdrop
from praxidesk.engine.capacity import able_members, days_around, group_of, members_of, with_groups
from praxidesk.engine.clashes import buffers_of
from praxidesk.engine.diaries import Diaries, diaries
from praxidesk.engine.entries import Taken
from praxidesk.engine.group_starts import group_starts, kept_time
from praxidesk.engine.parts import Length, Parts
from praxidesk.engine.practice import Practice
from praxidesk.engine.reach import Reach, widened
from praxidesk.engine.reservations import Blocks
from praxidesk.engine.spans import MINUTE, Span, intersected, merged, subtracted
from praxidesk.engine.starts import Calendars, Starts, fitting_starts, obstacles
from praxidesk.engine.teams import Condition, Seating, Strand, Team, company_at, seated
from praxidesk.engine.vocabulary import ActorId, ConflictKind, EntryId, ServiceId
from praxidesk.engine.walltime import Zone


@dataclass(frozen=True, slots=True)
class Sought:
    """What is to be placed somewhere."""

    service: ServiceId
    length: Length
    entry: EntryId | None = None
    """The stored entry that looks for another place, and is not in its own way."""

    @property
    def seconds(self) -> int:
        """Of all of it."""
        return self.length.minutes * MINUTE


def reach(  # noqa: PLR0917 - one argument for each thing a search depends on
    practice: Practice, zone: Zone, sought: Sought, candidates: Iterable[ActorId], starts: Span, now: int
) -> Reach:
    """What one query must bring, so that everything about the starts of a span can be told."""
    wanted = with_groups(practice, candidates)
    actors = members_of(practice, wanted)
    span = Span(starts.start, max(starts) + sought.seconds)
    if not wanted.isdisjoint(practice.groups):
        span = days_around(zone, span)  # on which others may be re-seated
    around = Reach(actors, widened(practice, span))
    return around.joined(
        [
            *limits.search_reach(practice, zone, sought.service, actors, span),
            *reservations.search_reach(practice, zone, actors, span, now),
        ]
    )


class Ground:
    """All that is known around a search, worked out once for all its stretches."""

    def __init__(  # noqa: PLR0917 - one argument for each thing a search depends on
        self,
        practice: Practice,
        zone: Zone,
        sought: Sought,
        candidates: Iterable[ActorId],
        rows: Sequence[Taken],
        now: int,
        *,
        columns: Diaries | None = None,
    ) -> None:
        """Take in what a query brought.

        :param rows: what :func:`reach` asks for, in any order
        :param columns: the same, where no rule needs to know of single entries, and there are no rows
        """
        self._practice, self._zone, self._sought, self._rows = practice, zone, sought, rows
        known = diaries(rows, entry=sought.entry) if columns is None else columns
        own = buffers_of(practice, sought.service)
        self._obstacles = obstacles(practice, own, known, actors=members_of(practice, candidates))
        self._crowded = limits.crowded(practice, sought.service, rows, entry=sought.entry)
        self._blocks = Blocks(practice, zone, rows, now, sought.entry)

    def outlook(
        self,
        seating: Seating,
        starts: Span,
        windows: Starts | None = None,
        *,
        patient: tuple[ActorId, Parts] | None = None,
        present: frozenset[ActorId] = frozenset(),
    ) -> "Outlook":
        """Everything about the starts of a span.

        :param windows: those of them that are wanted; all
        :param present: those who take part whoever is seated
        """
        sought = self._sought
        span = Span(starts.start, max(starts) - 1 + sought.seconds)
        everybody = present.union(*(seat.candidates for seat in seating.seats))
        kept = self._kept_of(span, everybody, present)
        calendars = Calendars(
            Backdrop(self._practice, self._zone, span),
            self._obstacles,
            sought.length,
            {actor: by_holders[_NOBODY] for actor, by_holders in kept.items() if _NOBODY in by_holders},
        )
        site = calendars.site_starts(sought.length.whole)
        windows = intersected([starts] if windows is None else windows, site)
        if self._crowded:
            roomy = subtracted([span], self._crowded)
            windows = intersected(windows, fitting_starts(sought.length.whole, roomy, span))
        if patient is not None:
            windows = intersected(windows, calendars.actor_starts(*patient))
        conditions = [
            Condition(strand, holders, _touching(strand[1], spans))
            for strand in seating.bits
            for holders, spans in kept.get(strand[0], {}).items()
            if holders
        ]
        strands, others = self._strands(calendars, seating, everybody, present)
        return Outlook(calendars, seating, windows, strands, [*conditions, *others])

    def _strands(
        self,
        calendars: Calendars,
        seating: Seating,
        everybody: frozenset[ActorId],
        present: frozenset[ActorId],
    ) -> tuple[Mapping[Strand, Starts], list[Condition]]:
        """When each strand is free, alone or in company, and when a group is in company only."""
        sought = self._sought
        single = self._wanted_once(seating, present)
        conditions: list[Condition] = []
        shut_starts = limits.shut_starts(
            self._practice, self._zone, sought.service, self._rows, calendars.span, entry=sought.entry
        )
        found: dict[Strand, Starts] = {}
        for strand in seating.bits:
            actor, parts = strand
            if actor in self._practice.groups:
                found[strand], alone = self._group(calendars, strand, everybody, present)
                conditions += alone
                continue
            group = group_of(self._practice, actor)
            if group in single:
                found[strand] = group_starts(
                    calendars,
                    single[group],
                    parts,
                    sought.service,
                    self._rows,
                    self._blocks,
                    entry=sought.entry,
                    places=(actor,),
                    kept={},
                )
                continue
            found[strand] = calendars.actor_starts(actor, parts)
            if actor in shut_starts and parts:
                ahead = parts[0].start * MINUTE
                shut = [Span(start - ahead, end - ahead) for start, end in shut_starts[actor]]
                found[strand] = subtracted(found[strand], shut)
        return found, conditions

    def _wanted_once(self, seating: Seating, present: frozenset[ActorId]) -> Mapping[ActorId | None, ActorId]:
        """The groups of which no more than one place is wanted: who is there can make room for that.

        Where two are wanted, what is free for each alone need not be for both.
        """
        practice = self._practice
        if not practice.groups:
            return {}
        wishes = [
            {group_of(practice, actor) for actor in candidates}
            for candidates in (*(seat.candidates for seat in seating.seats), *((each,) for each in present))
        ]
        return {group: group for group in practice.groups if sum(group in wish for wish in wishes) == 1}

    def _group(
        self, calendars: Calendars, strand: Strand, everybody: frozenset[ActorId], present: frozenset[ActorId]
    ) -> tuple[Starts, list[Condition]]:
        """When a group has a place, alone or in company, and the company it needs for that.

        The company is one person: block time of several, one after the other, lets nobody through.
        """
        practice, sought, blocks = self._practice, self._sought, self._blocks
        group, parts = strand
        places = able_members(practice, group, sought.service)

        def starts(company: frozenset[ActorId]) -> Starts:
            return group_starts(
                calendars,
                group,
                parts,
                sought.service,
                self._rows,
                blocks,
                entry=sought.entry,
                places=places,
                kept={
                    place: kept_time(practice, blocks, place, calendars.span, sought.service, company)
                    for place in places
                },
            )

        alone = starts(present)
        if not practice.reservations or not practice.avoids(ConflictKind.RESERVED):
            return alone, []
        holders = {
            holder
            for place in places
            for kept in blocks.kept(place, calendars.span, sought.service)
            for holder in kept.holders & everybody - present
        }
        with_each = {holder: subtracted(starts(present | {holder}), alone) for holder in sorted(holders)}
        free = merged([*alone, *(span for spans in with_each.values() for span in spans)])
        edges = sorted({edge for spans in with_each.values() for span in spans for edge in span})
        conditions = []
        for start, end in pairwise(edges):
            company = frozenset(
                holder
                for holder, spans in with_each.items()
                if any(span.start <= start < span.end for span in spans)
            )
            if company:
                conditions.append(Condition(strand, company, [Span(start, end)]))
        return free, conditions

    def _kept_of(
        self, span: Span, everybody: frozenset[ActorId], present: frozenset[ActorId]
    ) -> Mapping[ActorId, Mapping[frozenset[ActorId], list[Span]]]:
        """Reserved time of all candidates by those of whom one must take part; by nobody where none can."""
        found: dict[ActorId, dict[frozenset[ActorId], list[Span]]] = {}
        if self._practice.reservations and self._practice.avoids(ConflictKind.RESERVED):
            for actor in everybody - present - self._practice.groups.keys():
                by_holders = found.setdefault(actor, {})
                for kept in self._blocks.kept(actor, span, self._sought.service):
                    if present.isdisjoint(kept.holders):
                        by_holders.setdefault(kept.holders & everybody, []).append(kept.span)
        return found


_NOBODY: frozenset[ActorId] = frozenset()


@dataclass(frozen=True, slots=True)
class Outlook:
    """What can be in one stretch of time: the whole, and everybody alone."""

    calendars: Calendars
    seating: Seating
    windows: Starts
    """Starts that nothing speaks against, whoever takes part."""
    starts: Mapping[Strand, Starts]
    """Starts at which each strand is free, alone or in company."""
    conditions: Sequence[Condition]
    """Starts at which some of them are free in company only."""

    def seated(self, most: int, admits: Callable[[Team], bool]) -> Iterator[tuple[Span, tuple[Team, ...]]]:
        """The stretches in which all seats can be filled, each with its first teams."""
        wanted = admits
        if self._has_groups:

            def wanted(team: Team) -> bool:
                return self._has_room(team) and admits(team)

        return seated(self.seating, self.starts, self.windows, most, wanted, conditions=self.conditions)

    def teams(self, start: int) -> Iterator[Team]:
        """Every team that is free at one instant, whether or not the windows have it."""
        free = sum(bit for strand, bit in self.seating.bits.items() if self.is_free(strand, start))
        teams = self.seating.teams(free, company_at(self.seating, self.conditions, start))
        return filter(self._has_room, teams) if self._has_groups else teams

    def is_free(self, strand: Strand, start: int) -> bool:
        """Whether somebody is free at one instant, alone or in company."""
        return is_in(self.starts[strand], start)

    @property
    def _has_groups(self) -> bool:
        groups = self.calendars.practice.groups
        return bool(groups) and any(actor in groups for actor, _ in self.seating.bits)

    def _has_room(self, team: Team) -> bool:
        """Whether no group of it is wanted beside one of its own places: each of them was looked at alone."""
        members = self.calendars.practice.members
        return all(members.get(actor, ()) == () or set(team).isdisjoint(members[actor]) for actor in team)


def is_in(starts: Starts, instant: int) -> bool:
    """Whether an instant is among sorted starts."""
    place = bisect_right(starts, instant, key=itemgetter(0))
    return place > 0 and instant < starts[place - 1].end


def _touching(parts: Parts, spans: Iterable[Span]) -> Starts:
    """Starts at which one of the parts shares time with one of the spans."""
    return merged(
        Span(start - until * MINUTE + 1, end - ahead * MINUTE)
        for start, end in spans
        for ahead, until in parts
    )
