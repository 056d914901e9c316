"""In what order slots are offered, other than by start: neatly packed, evenly spread, at usual times."""

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain
from operator import itemgetter

from praxidesk.engine.backdrop import Backdrop
from praxidesk.engine.clashes import buffers_of, margins
from praxidesk.engine.entries import Taken
from praxidesk.engine.habits import Habits
from praxidesk.engine.outcomes import Neatness, Slot, Workload
from praxidesk.engine.parts import Parts
from praxidesk.engine.practice import Practice
from praxidesk.engine.spans import MINUTE, Span, merged, subtracted
from praxidesk.engine.vocabulary import ActorId, ServiceId
from praxidesk.engine.walltime import Zone


def evenly(practice: Practice, slots: Iterable[Slot], workloads: Mapping[ActorId, int]) -> list[Slot]:
    """Those whose practitioners have least to do come first, of these the earliest."""
    found = []
    for slot in slots:
        people = tuple(each.actor for each in slot.participants if practice.is_practitioner(each.actor))
        load = Workload(sum(workloads.get(each, 0) for each in people), people)
        order = load.minutes, slot.starts_at, _codes(practice, slot)
        found.append((order, slot._replace(reason=load)))
    return [slot for _, slot in sorted(found, key=itemgetter(0))]


def workloads(surroundings: Iterable[Taken], span: Span) -> dict[ActorId, int]:
    """Minutes of a span for which each actor is taken."""
    taken: dict[ActorId, list[Span]] = {}
    for each in surroundings:
        if each.occupies:
            clipped = Span(max(each.starts_at, span.start), min(each.ends_at, span.end))
            taken.setdefault(each.actor, []).append(clipped)
    return {
        actor: sum(end - start for start, end in merged(spans)) // MINUTE for actor, spans in taken.items()
    }


def neatly(practice: Practice, slots: Iterable[Slot], gaps: "Gaps", parts: Sequence[Parts]) -> list[Slot]:
    """Those that leave the fewest pieces of their practitioners' free time come first, then the shortest.

    :param parts: of each participant in turn
    """
    found = []
    for slot in slots:
        left = [
            gaps.left_by(each.actor, slot.starts_at, own)
            for each, own in zip(slot.participants, parts, strict=True)
            if own and practice.is_practitioner(each.actor)
        ]
        neatness = Neatness(sum(each.pieces for each in left), sum(each.minutes for each in left))
        order = neatness.pieces, neatness.minutes, slot.starts_at, _codes(practice, slot)
        found.append((order, slot._replace(reason=neatness)))
    return [slot for _, slot in sorted(found, key=itemgetter(0))]


@dataclass(frozen=True, slots=True)
class Gaps:
    """The time that practitioners have free for something, without what they need between two entries."""

    practice: Practice
    service: ServiceId
    backdrop: Backdrop
    """Its span is that of the slots."""
    surroundings: Sequence[Taken]
    now: int
    _known: dict[ActorId, list[Span]] = field(default_factory=dict, init=False, repr=False)

    def left_by(self, actor: ActorId, starts_at: int, parts: Parts) -> Neatness:
        """What something leaves of the gap in which it lies."""
        free = self._free(actor)
        begins, ends = starts_at + parts[0].start * MINUTE, starts_at + parts[-1].end * MINUTE
        place = bisect_right(free, begins, key=itemgetter(0)) - 1
        if place < 0 or free[place].end < ends:
            return Neatness(0, 0)  # around something else: it breaks no gap up
        before, after = (begins - free[place].start) // MINUTE, (free[place].end - ends) // MINUTE
        return Neatness((before > 0) + (after > 0), before + after)

    def _free(self, actor: ActorId) -> list[Span]:
        found = self._known.get(actor)
        if found is None:
            against = self.backdrop.against_site.items(), self.backdrop.against(actor).items()
            shut = [span for kind, spans in chain(*against) if self.practice.avoids(kind) for span in spans]
            own = buffers_of(self.practice, self.service)
            for each in self.surroundings:
                if each.actor == actor:
                    kept = margins(self.practice, own, actor, each.service, each.occupies)
                    if kept is not None:
                        shut.append(Span(each.starts_at - kept[0], each.ends_at + kept[1]))
            span = self.backdrop.span
            begin = max(span.start, -(-self.now // MINUTE) * MINUTE)
            found = self._known[actor] = subtracted([Span(begin, max(begin, span.end))], merged(shut))
        return found


def as_usual(practice: Practice, zone: Zone, slots: Iterable[Slot], habits: Habits) -> list[Slot]:
    """Those at the times at which the practice has it most often come first, of these the earliest."""
    times = {slot: habits.time_of(zone, slot.starts_at) for slot in slots}
    liking = habits.liking(set(times.values()))
    found = [
        ((-liking[time], slot.starts_at, _codes(practice, slot)), slot._replace(reason=habits.reason(time)))
        for slot, time in times.items()
    ]
    return [slot for _, slot in sorted(found, key=itemgetter(0))]


def _codes(practice: Practice, slot: Slot) -> tuple[str, ...]:
    return tuple(
        found.code for each in slot.participants if (found := practice.actor_or_group(each.actor)) is not None
    )
