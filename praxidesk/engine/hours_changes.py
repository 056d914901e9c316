"""What other hours, breaks, absences or closures newly speak against, of many entries at once."""

from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property

from praxidesk.engine.backdrop import Backdrop
from praxidesk.engine.bulk import standing
from praxidesk.engine.conflicts import against_hours
from praxidesk.engine.entries import Entry
from praxidesk.engine.hours_conflicts import HoursConflicts
from praxidesk.engine.outcomes import Conflict
from praxidesk.engine.practice import Practice
from praxidesk.engine.spans import Span, intersected, merged, subtracted
from praxidesk.engine.vocabulary import ActorId, ActorKind, Severity


class HoursChange:
    """Two backdrops of one span: as the practice is, and as it shall be."""

    def __init__(self, before: Backdrop, after: Backdrop) -> None:
        self._before = before
        self._after = after

    @cached_property
    def newly_closed(self) -> Mapping[ActorId | None, Sequence[Span]]:
        """Time for which something blocks that did not: at the site (``None``), or for single actors."""
        before, after = self._before, self._after
        found: dict[ActorId | None, Sequence[Span]] = {
            None: _new(after.practice, before.against_site, after.against_site)
        }
        is_same_site = before.site == after.site
        for id_, actor in after.practice.actors.items():
            known = before.practice.actors.get(id_)
            if actor.kind is ActorKind.PATIENT or known is None or (is_same_site and known == actor):
                continue
            found[id_] = _new(after.practice, before.against(id_), after.against(id_))
        return {actor: spans for actor, spans in found.items() if spans}

    @cached_property
    def spans(self) -> Sequence[Span]:
        """All of them; what shares no time with one is not affected. Sorted and disjoint."""
        return merged(span for spans in self.newly_closed.values() for span in spans)

    def affects(self, entry: Entry) -> bool:
        """Whether it is worth a check."""
        closed = self.newly_closed
        return _meets([entry.span], closed.get(None, ())) or any(
            _meets([each.part], closed.get(each.actor, ())) for each in entry.allocations
        )

    def breaks(self, entry: Entry) -> tuple[Conflict, ...]:
        """What blocks an entry where it stands, and did not before."""
        proposal = standing(entry)
        wrong = _blocking(against_hours(self._after.practice, proposal, self._after))
        if not wrong:
            return ()
        known = {
            (each.kind, each.actor)
            for each in _blocking(against_hours(self._before.practice, proposal, self._before))
        }
        return tuple(each for each in wrong if (each.kind, each.actor) not in known)


def _blocking(conflicts: Iterable[Conflict]) -> list[Conflict]:
    return [each for each in conflicts if each.severity is Severity.BLOCKING]


def _new(practice: Practice, before: HoursConflicts, after: HoursConflicts) -> Sequence[Span]:
    return merged(
        span
        for kind, spans in after.items()
        if practice.severity(kind) is Severity.BLOCKING
        for span in subtracted(spans, before.get(kind, []))
    )


def _meets(parts: Sequence[Span], spans: Sequence[Span]) -> bool:
    return bool(spans) and bool(intersected(parts, spans))
